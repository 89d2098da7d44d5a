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
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import gold_agreement as agreement
import gold_files as files
import gold_judge as judge

LOADER = importlib.machinery.SourceFileLoader("score_gold", os.path.join(HERE, "score_gold"))
score = importlib.util.module_from_spec(importlib.util.spec_from_loader("score_gold", LOADER))
LOADER.exec_module(score)

TEXT = ("The minister of Freedonia met rebels of Sylvania in Vienna on Monday. "
        "“We will talk again,” he said. Freedonia had bombed their camp in May.")


STATUSES = {"asserted", "planned", "possible", "conditional", "called_for", "failed", "denied"}


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


class TwoAnnotators(unittest.TestCase):
    def compare(self, one, other):
        verdict = agreement.compare(one, other, TEXT)
        self.assertEqual(verdict, agreement.compare(other, one, TEXT))
        return verdict

    def test_kappa(self):
        table = {(True, True): 20, (True, False): 5, (False, True): 10, (False, False): 15}
        self.assertAlmostEqual(agreement.kappa(table)[0], 0.4)
        self.assertAlmostEqual(agreement.kappa(table)[1], (0.7 * 0.3 / 50) ** 0.5 / 0.5)
        self.assertEqual(agreement.kappa({("yes", "yes"): 3}), (1.0, 0.0))

    def test_open_and_yes_are_levels_of_a_sentence(self):
        sentences = [], [gold(count="open")], [gold(), gold(count="open")]
        self.assertEqual([agreement.level(events) for events in sentences], ["none", "open", "yes"])
        table = agreement.folded({("open", "yes"): 2, ("none", "open"): 1, ("yes", "yes"): 4}, ("yes",))
        self.assertEqual(table, {(False, True): 2, (False, False): 1, (True, True): 4})

    def test_alternatives_agree_if_one_is_common(self):
        verdict = self.compare(gold(event="CONSULT/AGREE", status="planned"), gold(status="asserted/planned"))
        self.assertTrue(verdict["type"] and verdict["first type"] and verdict["status"] and verdict["actors"])
        self.assertFalse(verdict["first status"])
        self.assertFalse(self.compare(gold(), gold(event="AGREE"))["type"])

    def test_direction_matters_but_for_meetings(self):
        turned = {"source": cell("rebels of Sylvania") + ":HUN:REB",
                  "target": cell("The minister of Freedonia") + ":AUT:GOV"}
        self.assertTrue(self.compare(gold(), gold(**turned))["actors"])
        fought = self.compare(gold(event="ASSAULT"), gold(event="ASSAULT", **turned))
        self.assertEqual((fought["source"], fought["target"], fought["actors"]), (False, False, False))

    def test_parties(self):
        rebels = cell("rebels of Sylvania")
        verdict = lambda target: self.compare(gold(event="ASSAULT"), gold(event="ASSAULT", target=target))["target"]
        self.assertFalse(verdict(""))
        self.assertFalse(verdict(rebels + ":HUN:MIL"))
        self.assertTrue(verdict(rebels + ":HUN:MIL/REB"))
        self.assertTrue(verdict(rebels + ":*:*"))
        self.assertTrue(verdict(rebels + ":HUN:REB; " + cell("their camp") + ":HUN:-?"))
        self.assertIsNone(verdict("?"))

    def test_dates_places_and_vouchers(self):
        month = gold(date="2001-05-01..2001-05-31", place="")
        verdict = self.compare(gold(), month)
        self.assertTrue(verdict["date"])
        self.assertFalse(verdict["place"])
        self.assertIsNone(self.compare(gold(date="?"), gold(place="?"))["date"])
        self.assertTrue(verdict["according_to"])
        vouched = cell("he said") + ":AUT:GOV"
        self.assertFalse(self.compare(gold(), gold(according_to=vouched))["according_to"])
        self.assertIsNone(self.compare(gold(), gold(according_to=vouched + "?"))["according_to"])

    def test_an_event_pairs_once_by_word_or_type(self):
        bombed = gold(event="ASSAULT", trigger=cell("bombed"))
        others = [gold(event="ASSAULT", trigger=cell("in May")), gold(event="AGREE")]
        types = {(one.types[0], other.types[0]) for one, other in agreement.pair_events([gold(), bombed], others)}
        self.assertEqual(types, {("ASSAULT", "ASSAULT"), ("CONSULT", "AGREE")})
        self.assertEqual(agreement.pair_events([gold()], [bombed]), [])

    def test_sums(self):
        both = agreement.Agreement()
        both.sentence([gold()], [gold(trigger=cell("met rebels"))], TEXT)
        both.sentence([gold()], [gold(count="open")], TEXT)
        both.sentence([], [gold(event="AID")], TEXT)
        self.assertEqual(both.levels, {("yes", "yes"): 1, ("yes", "open"): 1, ("none", "yes"): 1})
        self.assertEqual((both.held[1], both.held[2]), ({"yes": 1, "open": 1}, {"yes": 1, "none": 1}))
        self.assertEqual((both.alone[2], both.softer[1]), ({"AID": 1}, {"CONSULT": 1}))
        self.assertEqual((both.n["pairs"], both.n["trigger", "same words"], both.n["trigger", "shared words"],
                          both.n["trigger", "words"], both.n["parties"], both.n["parties shared"]), (1, 0, 2, 3, 4, 4))
        self.assertTrue(all(agreement.told(both)) and agreement.told(agreement.Agreement()))

    def test_one_for_the_program_the_other_for_the_gold(self):
        unit = files.Unit("u", "f", "r", 0, len(TEXT), "sentence", "random", 1, "", [gold(), gold(count="open")])
        unit.second = [gold(event="AID"), gold(event="ASSAULT", trigger=cell("bombed"), count="open")]
        counted = score.as_scored([unit], {"r": {"text": TEXT}}, 2)
        self.assertEqual((counted["events"], counted["records"], counted["type"][1]), (1, 1, 0.0))
        self.assertEqual(score.as_scored([unit], {"r": {"text": TEXT}}, 1)["events"], 1)


class Reading(unittest.TestCase):
    def test_second_annotator(self):
        units = "unit\tfile\treport\tbegin\tend\tkind\tdraw\tpasses\thash\n"
        units += "".join(f"{name}\tmade\tr\t0\t9\tsentence\trandom\t1\t\n" for name in ("r@0", "r@1"))
        header = "unit\tcount\tevent\tmode\tcameo\tstatus\ttrigger\tsource\ttarget\taccording_to\tdate\tplace\n"
        event = "\tyes\tAID\t\t\tasserted\t0-3\t\t\t\t\t\n"
        with tempfile.TemporaryDirectory() as folder:
            def write(name, text):
                os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(text)
                files.rows.cache_clear()
            write("dev/units.tsv", units)
            self.assertEqual([unit.second for unit in files.load(folder, "dev")], [None, None])
            write("second/units.tsv", "unit\tpart\nr@0\tdev\nelsewhere@0\theld\n")
            write("second/dev.tsv", header + "r@0" + event)
            first, other = files.load(folder, "dev")
            self.assertEqual((first.second[0].types, other.second), (["AID"], None))
            write("second/dev.tsv", header + "r@1" + event)
            with self.assertRaises(SystemExit):
                files.load(folder, "dev")
            write("second/units.tsv", "unit\tpart\nr@2\tdev\n")
            with self.assertRaises(SystemExit):
                files.load(folder, "dev")

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
        ontology = os.path.dirname(files.MODES)
        types = {row["type"] for row in files.rows(os.path.join(ontology, "plover_types.tsv"))}
        codes = {row["code"] for row in files.rows(os.path.join(ontology, "cameo.tsv"))}
        seen, twice = set(), 0
        for part in ("dev", "held"):
            for unit in files.load(root, part):
                self.assertNotIn(unit.id, seen)
                seen.add(unit.id)
                self.assertLess(unit.begin, unit.end)
                if unit.kind == "sentence":
                    third = zlib.crc32(("gold " + unit.report).encode()) % 3 == 0
                    self.assertEqual(part, "held" if third else "dev", unit.id)
                twice += unit.second is not None
                for event in unit.events + unit.again + (unit.second or []):
                    self.assertTrue(event.types and event.statuses and event.trigger, unit.id)
                    self.assertLessEqual(set(event.types), types, unit.id)
                    self.assertLessEqual(set(event.statuses), STATUSES, unit.id)
                    self.assertIn(event.cameo, codes | {""}, unit.id)
                    for begin, end in event.trigger:
                        self.assertTrue(unit.begin <= begin < end <= unit.end, unit.id)
        self.assertTrue(seen and twice)


if __name__ == "__main__":
    unittest.main()
