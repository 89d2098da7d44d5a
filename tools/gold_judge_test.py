#!/usr/bin/env python3
"""Tests of score_gold's reading and judging on a report made up here; needs neither texts nor the program."""
import gzip
import importlib.machinery
import importlib.util
import json
import os
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import gold_files as files
import gold_judge as judge

LOADER = importlib.machinery.SourceFileLoader("score_gold", os.path.join(HERE, "score_gold"))
score = importlib.util.module_from_spec(importlib.util.spec_from_loader("score_gold", LOADER))
LOADER.exec_module(score)

TEXT = ("The minister of Freedonia met rebels of Sylvania in Vienna on Monday. "
        "“We will talk again,” he said. Freedonia had bombed their camp in May.")


def at(words, start=0):
    begin = TEXT.index(words, start)
    return [begin, begin + len(words)]


def cell(words):
    return "%d-%d" % tuple(at(words))


def gold(**keys):
    row = {"count": "yes", "event": "CONSULT", "mode": "", "cameo": "040", "status": "asserted", "trigger": cell("met"),
           "source": cell("The minister of Freedonia") + ":AUT:GOV", "target": cell("rebels of Sylvania") + ":HUN:REB",
           "according_to": "", "date": "2001-05-07", "place": cell("Vienna") + ":AUT"}
    row.update(keys)
    return files.event(row)


def record(**keys):
    out = {"event": "CONSULT", "status": "asserted", "trigger": [at("met")], "sentence": at(TEXT[:69]), "cameo": "040",
           "source": [{"span": at("The minister"), "country": "AUT", "sector": "GOV"}],
           "target": [{"span": at("rebels of Sylvania"), "country": "HUN", "sector": "REB"}],
           "date": {"earliest": "2001-05-07", "latest": "2001-05-07", "basis": "expression"},
           "place": {"name": "Vienna", "country": "AUT", "span": at("Vienna"), "basis": "expression"}}
    out.update(keys)
    return out


class Events(unittest.TestCase):
    def verdict(self, one, other):
        return judge.judge_event(one, other, TEXT)

    def test_all_right(self):
        self.assertTrue(judge.whole(self.verdict(gold(), record())))

    def test_a_meeting_has_no_direction_an_attack_has(self):
        turned = record(source=record()["target"], target=record()["source"])
        self.assertTrue(self.verdict(gold(), turned)["actors"])
        self.assertFalse(self.verdict(gold(event="ASSAULT"), dict(turned, event="ASSAULT"))["actors"])

    def test_a_missing_actor_and_one_too_many_are_wrong(self):
        self.assertFalse(self.verdict(gold(), record(target=[]))["actors"])
        more = record(target=record()["target"] + [{"span": at("Vienna"), "country": "AUT"}])
        self.assertFalse(self.verdict(gold(), more)["actors"])

    def test_a_thing_without_codes_and_an_optional_party_may_stand_beside(self):
        thing = record(target=record()["target"] + [{"span": at("camp")}])
        self.assertTrue(self.verdict(gold(), thing)["actors"])
        optional = gold(target=cell("rebels of Sylvania") + ":HUN:REB?")
        self.assertTrue(self.verdict(optional, record(target=[]))["actors"])

    def test_codes(self):
        wrong = record(source=[{"span": at("The minister"), "country": "AUT", "sector": "MIL"}])
        self.assertFalse(self.verdict(gold(), wrong)["actors"])
        either = gold(source=cell("The minister of Freedonia") + ":AUT/DEU:GOV/MIL")
        self.assertTrue(self.verdict(either, wrong)["actors"])
        any_code = gold(source=cell("The minister of Freedonia") + ":*:*")
        self.assertTrue(self.verdict(any_code, wrong)["actors"])
        self.assertTrue(judge.fits("UNO", ["IGO"]))
        self.assertFalse(judge.fits("GOV", ["-"]))
        self.assertTrue(judge.fits(None, ["GOV", "-"]))

    def test_a_pronoun_is_the_same_party_by_its_country(self):
        camp = gold(event="ASSAULT", source=cell("their") + ":HUN:*", target="")
        self.assertTrue(self.verdict(camp, record(event="ASSAULT", source=record()["target"], target=[]))["actors"])
        self.assertFalse(self.verdict(camp, record(event="ASSAULT", target=[]))["actors"])

    def test_open_roles_are_not_judged(self):
        self.assertIsNone(self.verdict(gold(source="?", target="?"), record())["actors"])

    def test_dates(self):
        day = lambda first, last, basis="expression": {"date": {"earliest": first, "latest": last, "basis": basis}}
        month = gold(date="2001-05-01..2001-05-31")
        self.assertTrue(self.verdict(month, record())["date"])
        self.assertFalse(self.verdict(gold(), record(**day("2001-05-01", "2001-05-31")))["date"])
        self.assertFalse(self.verdict(gold(), record(**day("2001-05-06", "2001-05-06")))["date"])
        untold = gold(date="")
        self.assertTrue(self.verdict(untold, record(**day("2001-05-08", "2001-05-08", "publication")))["date"])
        self.assertFalse(self.verdict(untold, record())["date"])
        self.assertIsNone(self.verdict(gold(date="?"), record())["date"])

    def test_places(self):
        self.assertFalse(self.verdict(gold(), record(place={"name": "Vienna", "country": "USA"}))["place"])
        self.assertFalse(self.verdict(gold(), record(place={}))["place"])
        dateline = record(place={"name": "Paris", "country": "FRA", "basis": "dateline"})
        self.assertTrue(self.verdict(gold(place=""), dateline)["place"])

    def test_a_mode_is_judged_only_with_its_type(self):
        visit = gold(event="CONSULT/AGREE", mode="visit")
        self.assertFalse(self.verdict(visit, record())["mode"])
        self.assertTrue(self.verdict(visit, record(mode="visit"))["mode"])
        self.assertIsNone(self.verdict(visit, record(event="AGREE"))["mode"])

    def test_pairs(self):
        bombed = gold(event="ASSAULT", trigger=cell("bombed"))
        records = [record(event="ASSAULT", trigger=[at("bombed")], sentence=at(TEXT[101:])), record(event="AGREE")]
        pairs = judge.pair_events([gold(), bombed], records, TEXT)
        types = {(g.types[0], r["event"]) for g, r, _ in pairs}
        self.assertEqual(types, {("ASSAULT", "ASSAULT"), ("CONSULT", "AGREE")})
        far = record(trigger=[at("talk")], sentence=at("“We will talk again,” he said."))
        self.assertEqual(judge.pair_events([gold()], [far], TEXT), [])


class Statements(unittest.TestCase):
    def setUp(self):
        begin = at("he said")[0]
        self.gold = files.statement({"count": "yes", "kind": "direct", "act": "say",
                                     "speaker": f"{begin}-{begin + 2}:AUT:GOV", "cue": cell("said"),
                                     "content": cell("We will talk again")})

    def pair(self, **keys):
        other = {"content": [at("“We will talk again,”")], "cue": [at("said")],
                 "speaker": {"span": self.gold.speaker[0].span}}
        other.update(keys)
        return judge.pair_statements([self.gold], [other], TEXT)[0][2:]

    def test_marks_at_the_edges_do_not_matter(self):
        self.assertEqual(self.pair(), (True, True))

    def test_half_the_words_are_not_enough(self):
        self.assertEqual(self.pair(content=[at("We will")])[0], False)

    def test_a_pronoun_may_be_recorded_by_its_actor(self):
        self.assertTrue(self.pair(speaker={"span": at("The minister"), "country": "AUT", "sector": "GOV"})[1])
        self.assertFalse(self.pair(speaker={"span": at("rebels"), "country": "HUN", "sector": "REB"})[1])
        self.assertFalse(self.pair(speaker=None)[1])


class Counting(unittest.TestCase):
    def unit(self, *events):
        return files.Unit("u", "f", "r", 0, len(TEXT), "report", "random", 1, "", list(events))

    def test_open_events_are_neither_right_nor_wrong(self):
        count = score.Count()
        count.event_unit(self.unit(gold(count="open")), [record()], TEXT)
        self.assertEqual((count.n["gold"], count.n["records"], count.n["asserted alone"]), (0, 0, 0))

    def test_a_false_assertion_and_silence(self):
        count = score.Count()
        count.event_unit(self.unit(), [record()], TEXT)
        count.event_unit(self.unit(), [], TEXT)
        figures = score.figures(count.n)
        self.assertEqual(figures["silent"], (50.0, 2))
        self.assertEqual(figures["asserts wrongly"], (100.0, 1))

    def test_spans_are_moved_by_the_title(self):
        one = score.moved({"trigger": [[10, 13]], "source": [{"span": [12, 15]}], "counts": [{"low": 3}]}, 10)
        self.assertEqual(one, {"trigger": [[0, 3]], "source": [{"span": [2, 5]}], "counts": [{"low": 3}]})


class Reading(unittest.TestCase):
    def test_another_text_is_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            os.makedirs(os.path.join(folder, "dev"))
            with open(os.path.join(folder, "dev", "units.tsv"), "w", encoding="utf-8") as file:
                file.write("unit\tfile\treport\tbegin\tend\tkind\tdraw\tpasses\thash\n")
                file.write(f"r\tmade\tr\t0\t{len(TEXT)}\treport\trandom\t1\t{files.text_hash(TEXT)}\n")
            units = files.load(folder, "dev")
            for text in (TEXT, TEXT + " "):
                with gzip.open(os.path.join(folder, "made.ndjson.gz"), "wt", encoding="utf-8") as file:
                    file.write(json.dumps({"id": "r", "text": text}) + "\n")
                if text == TEXT:
                    self.assertEqual(files.reports(folder, units)["r"]["text"], TEXT)
                else:
                    with self.assertRaises(SystemExit):
                        files.reports(folder, units)

    def test_the_tables_of_the_project_can_be_read(self):
        root = os.path.join(os.path.dirname(HERE), "gold")
        seen = set()
        for part in ("dev", "held"):
            for unit in files.load(root, part):
                self.assertNotIn(unit.id, seen)
                seen.add(unit.id)
                self.assertLess(unit.begin, unit.end)
                for event in unit.events + unit.again:
                    self.assertTrue(event.types and event.statuses and event.trigger, unit.id)
                    for begin, end in event.trigger:
                        self.assertTrue(unit.begin <= begin < end <= unit.end, unit.id)
        self.assertTrue(seen)


if __name__ == "__main__":
    unittest.main()
