"""Compares the program's records of a unit with what the annotator wrote. For score_gold and its test; reads and prints
nothing.

Records come with spans that count in the annotated text (score_gold takes text_offset off). The rules stand in the
docstring of score_gold."""
import datetime
import functools
import itertools
import re

WORD = re.compile(r"\w+")
BODIES = {"UNO", "EUR", "NGO", "IGO"}
EITHER_WAY = {"CONSULT", "AGREE", "COOPERATE"}
PRONOUN = re.compile(r"(?:he|she|they|it|we|i|him|her|them|us|his|their|its|our|my|who|which)(?:['’]s)?$", re.I)
ATTRIBUTES = ("type", "mode", "cameo root", "cameo", "status", "actors", "according_to", "date", "place")


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def overlaps(spans, others):
    return any(overlap(a, b) for a in spans for b in others)


def fits(value, alternatives):
    """A code against the annotator's alternatives: "-" is none, "*" anything; bodies of states count as IGO."""
    if "*" in alternatives:
        return True
    return (value or "-") in alternatives or (value in BODIES and "IGO" in alternatives)


def codes_fit(gold, party):
    sectors = [party.get("sector")] + ([party["sector2"]] if party.get("sector2") else [])
    return fits(party.get("country"), gold.countries) and any(fits(sector, gold.sectors) for sector in sectors)


def same_party(gold, party, text=""):
    """The same words, or the same codes where they are known; for a pronoun the country is enough."""
    if party.get("span") and overlap(gold.span, party["span"]):
        return True
    known = "*" not in gold.countries and gold.countries != ["-"]
    if not PRONOUN.match(text[gold.span[0]:gold.span[1]]):
        known = known and "*" not in gold.sectors and gold.sectors != ["-"]
    return known and bool(party.get("country")) and codes_fit(gold, party)


def roles(gold, record):
    """[(gold parties, record parties)] of the judged roles; both as one list where the event has no direction."""
    sides = [(gold.source, record.get("source", [])), (gold.target, record.get("target", []))]
    if set(gold.types) & EITHER_WAY and record.get("mode") != "visit" and None not in (gold.source, gold.target):
        return [(gold.source + gold.target, sides[0][1] + sides[1][1])]
    return [side for side in sides if side[0] is not None]


def pair_parties(golds, parties, text):
    """[(gold party, record party)], required and overlapping ones first, each once."""
    pairs = []
    order = sorted(itertools.product(golds, range(len(parties))),
                   key=lambda p: (not (parties[p[1]].get("span") and overlap(p[0].span, parties[p[1]]["span"])),
                                  not codes_fit(p[0], parties[p[1]]), p[0].optional))
    used_gold, used = set(), set()
    for gold, i in order:
        if id(gold) not in used_gold and i not in used and same_party(gold, parties[i], text):
            pairs.append((gold, parties[i]))
            used_gold.add(id(gold))
            used.add(i)
    return pairs


def role_right(golds, parties, text):
    """Every required party is there with its codes, and no other actor; things without codes may stand beside them."""
    pairs = pair_parties(golds, parties, text)
    have, used = {id(gold) for gold, _ in pairs}, {id(party) for _, party in pairs}
    others = [party for party in parties if id(party) not in used and (party.get("country") or party.get("sector"))]
    return (all(gold.optional or id(gold) in have for gold in golds) and not others
            and all(codes_fit(gold, party) for gold, party in pairs))


def day(value):
    return datetime.date.fromisoformat(value[:10])


def date_right(gold, record):
    """None where it is not judged. The days must lie within the told ones, or share half of all days with them."""
    if gold == "?":
        return None
    date = record.get("date")
    if gold == "":
        return not date or date.get("basis") != "expression"
    if not date or not date.get("earliest") or not date.get("latest"):
        return False
    first, last = day(date["earliest"]), day(date["latest"])
    if gold[0] <= first and last <= gold[1]:
        return True
    shared = (min(last, gold[1]) - max(first, gold[0])).days + 1
    return shared > 0 and 2 * shared >= (max(last, gold[1]) - min(first, gold[0])).days + 1


def place_right(gold, record, text):
    if gold == "?":
        return None
    place = record.get("place")
    if gold == "":
        return not place or place.get("basis") != "expression"
    if not place:
        return False
    span, country = gold
    if place.get("country") and country not in ("*", "-") and place["country"] != country:
        return False
    if place.get("span") and overlap(span, place["span"]):
        return True
    words = text[span[0]:span[1]].lower()
    name = (place.get("name") or "").lower()
    return bool(name) and (name in words or words in name)


def judge_event(gold, record, text):
    """{attribute: right, or None where it is not judged}."""
    out = {"type": record.get("event") in gold.types, "status": record.get("status", "asserted") in gold.statuses}
    modes = [mode for kind, mode in gold.modes if kind == record.get("event")]
    out["mode"] = record.get("mode") in modes if modes and out["type"] else None
    cameo = str(record.get("cameo", ""))
    out["cameo root"] = cameo[:2] == gold.cameo[:2] if gold.cameo and out["type"] else None
    out["cameo"] = cameo == gold.cameo if gold.cameo and out["type"] else None
    judged = [role_right(golds, parties, text) for golds, parties in roles(gold, record)]
    out["actors"] = all(judged) if judged else None
    out["date"] = date_right(gold.date, record)
    out["place"] = place_right(gold.place, record, text)
    source = record.get("according_to")
    wanted = [party for party in gold.according_to or [] if not party.optional]
    out["according_to"] = bool(source) and any(same_party(party, source, text) for party in wanted) if wanted else None
    return out


def core(verdict):
    """Right in type, actors and status."""
    return verdict["type"] and verdict["status"] and verdict["actors"] is not False


def whole(verdict):
    return core(verdict) and all(verdict[key] is not False for key in ("mode", "date", "place"))


def pair_events(golds, records, text):
    """[(gold, record, verdict)]: the heaviest pairs first, each once. A pair needs a common trigger word, or the same
    type within one sentence."""
    candidates = []
    for i, gold in enumerate(golds):
        for j, record in enumerate(records):
            touch = overlaps(gold.trigger, record.get("trigger", []))
            verdict = judge_event(gold, record, text)
            sentence = record.get("sentence")
            near = sentence is None or overlaps(gold.trigger, [sentence])
            if touch or (near and verdict["type"]):
                weight = 4 * touch + 3 * verdict["type"] + 2 * bool(verdict["actors"]) + verdict["status"]
                candidates.append((-weight - 0.5 * gold.required, i, j, verdict))
    candidates.sort(key=lambda c: c[:3])
    left, right, out = set(), set(), []
    for _, i, j, verdict in candidates:
        if i not in left and j not in right:
            out.append((golds[i], records[j], verdict))
            left.add(i)
            right.add(j)
    return out


@functools.lru_cache(maxsize=4)
def word_spans(text):
    return [m.span() for m in WORD.finditer(text)]


def words(text, spans):
    """The words that the spans touch, so that marks and blanks at the edges never matter."""
    return {word for word in word_spans(text) if any(overlap(word, span) for span in spans)}


def content_fits(gold, record, text):
    """Shared words are at least 80 percent of both contents; the share (Jaccard) for the pairing."""
    one, other = words(text, gold.content), words(text, record.get("content", []))
    shared = len(one & other)
    if not shared:
        return False, 0.0
    return shared >= 0.8 * len(one) and shared >= 0.8 * len(other), shared / len(one | other)


def speaker_right(gold, record, text):
    speaker = record.get("speaker")
    if gold.speaker is None:
        return True
    if not gold.speaker:
        return not speaker
    if not speaker:
        return False
    for party in gold.speaker:
        if speaker.get("span") and overlap(party.span, speaker["span"]):
            return True
        if PRONOUN.match(text[party.span[0]:party.span[1]]) and same_party(party, speaker, text):
            return True
    return False


def pair_statements(golds, records, text):
    """[(gold, record, content right, speaker right)] of pairs that share words of content, the nearest first."""
    candidates = []
    for i, gold in enumerate(golds):
        for j, record in enumerate(records):
            right, share = content_fits(gold, record, text)
            if share > 0:
                same_cue = overlaps(gold.cue, record.get("cue", []))
                candidates.append((-(right + share + 0.1 * same_cue + 0.01 * gold.required), i, j, right))
    candidates.sort(key=lambda c: c[:3])
    left, taken, out = set(), set(), []
    for _, i, j, right in candidates:
        if i not in left and j not in taken:
            out.append((golds[i], records[j], right, speaker_right(golds[i], records[j], text)))
            left.add(i)
            taken.add(j)
    return out
