"""How far two annotators agree on the events of the same sentences. For score_gold --second and its test; prints
nothing.

Both sides are annotations, so alternatives stand on both: two codes agree if the lists have one in common ("first"
tells how often also the first choices are the same). Neither side is taken as the truth."""
import collections
import math

import gold_judge as judge

LEVELS = ("none", "open", "yes")
ATTRIBUTES = ("type", "first type", "status", "first status", "source", "target", "actors", "according_to", "date",
              "place")


def level(events):
    """What a sentence holds for an annotator."""
    return "yes" if any(event.required for event in events) else "open" if events else "none"


def kappa(table):
    """Cohen's kappa of {(first, second): count}, with its standard error."""
    total = sum(table.values())
    if not total:
        return 0.0, 0.0
    one, other = collections.Counter(), collections.Counter()
    for (a, b), count in table.items():
        one[a] += count / total
        other[b] += count / total
    same = sum(count for (a, b), count in table.items() if a == b) / total
    chance = sum(one[key] * other[key] for key in one)
    if chance >= 1:
        return 1.0, 0.0
    return (same - chance) / (1 - chance), math.sqrt(same * (1 - same) / total) / (1 - chance)


def folded(table, said):
    """The table with only two answers: whether the level is one of `said`."""
    out = collections.Counter()
    for (a, b), count in table.items():
        out[a in said, b in said] += count
    return out


def f1(twice, one, other):
    return twice / (one + other) if one + other else 0.0


def share(alternatives, others):
    """Two lists of alternatives have one in common; "*" is anything."""
    return "*" in alternatives or "*" in others or any(judge.fits(code, others) or judge.fits(other, alternatives)
                                                       for code in alternatives for other in others)


def pair_events(first, second):
    """[(event, event)]: by a common trigger word or, within the sentence, a common type; the heaviest first, each
    once."""
    candidates = []
    for i, one in enumerate(first):
        for j, other in enumerate(second):
            touch = judge.overlaps(one.trigger, other.trigger)
            kind = bool(set(one.types) & set(other.types))
            if touch or kind:
                weight = 4 * touch + 3 * kind + bool(set(one.statuses) & set(other.statuses))
                candidates.append((-weight - 0.5 * (one.required == other.required), i, j))
    left, right, out = set(), set(), []
    for _, i, j in sorted(candidates):
        if i not in left and j not in right:
            out.append((first[i], second[j]))
            left.add(i)
            right.add(j)
    return out


def same_party(one, other, text):
    """The same words, or the same known codes; for a pronoun the country is enough."""
    if judge.overlap(one.span, other.span):
        return True
    known = lambda codes: "*" not in codes and codes != ["-"]
    if not (known(one.countries) and known(other.countries) and share(one.countries, other.countries)):
        return False
    pronoun = any(judge.PRONOUN.match(text[party.span[0]:party.span[1]]) for party in (one, other))
    return pronoun or (known(one.sectors) and known(other.sectors) and share(one.sectors, other.sectors))


def pair_parties(first, second, text):
    """[(party, party)], overlapping ones first, each once."""
    order = sorted(((not judge.overlap(a.span, b.span), i, j) for i, a in enumerate(first) for j, b in enumerate(second)
                    if same_party(a, b, text)))
    left, right, out = set(), set(), []
    for _, i, j in order:
        if i not in left and j not in right:
            out.append((first[i], second[j]))
            left.add(i)
            right.add(j)
    return out


def codes_agree(one, other):
    return share(one.countries, other.countries) and share(one.sectors, other.sectors)


def side_agrees(first, second, text):
    """Whom one holds for necessary the other has too, with codes in common; None where a side does not judge it."""
    if first is None or second is None:
        return None
    pairs = pair_parties(first, second, text)
    have = {id(party) for pair in pairs for party in pair}
    return (all(party.optional or id(party) in have for party in first + second)
            and all(codes_agree(a, b) for a, b in pairs))


def sides(one, other):
    """[(role, parties, parties)]; both roles as one where the event has no direction for either."""
    roles = [("source", one.source, other.source), ("target", one.target, other.target)]
    visit = any(mode == "visit" for _, mode in one.modes + other.modes)
    either_way = set(one.types) & set(other.types) & judge.EITHER_WAY and not visit
    if either_way and all(None not in role[1:] for role in roles):
        return [("both", one.source + one.target, other.source + other.target)]
    return roles


def date_agrees(one, other):
    if "?" in (one, other):
        return None
    if not one or not other:
        return one == other
    days = lambda span: {"date": {"earliest": span[0].isoformat(), "latest": span[1].isoformat()}}
    return bool(judge.date_right(one, days(other)) or judge.date_right(other, days(one)))


def place_agrees(one, other):
    if "?" in (one, other):
        return None
    if not one or not other:
        return one == other
    return judge.overlap(one[0], other[0]) and share([one[1]], [other[1]])


def vouched_agrees(one, other, text):
    """Nobody for both, or one and the same; a party that may be left out decides nothing."""
    if one is None or other is None:
        return None
    if not one and not other:
        return True
    if one and other:
        return bool(pair_parties(one, other, text))
    return None if all(party.optional for party in one + other) else False


def compare(one, other, text):
    """{attribute: agreed, or None where one of the two does not judge it}."""
    out = {"source": None, "target": None}
    for key, mine, others in (("type", one.types, other.types), ("status", one.statuses, other.statuses)):
        out[key] = bool(set(mine) & set(others))
        out["first " + key] = mine[0] == others[0]
    agreed = []
    for role, first, second in sides(one, other):
        verdict = side_agrees(first, second, text)
        if role != "both":
            out[role] = verdict
        if verdict is not None:
            agreed.append(verdict)
    out["actors"] = all(agreed) if agreed else None
    out["according_to"] = vouched_agrees(one.according_to, other.according_to, text)
    out["date"] = date_agrees(one.date, other.date)
    out["place"] = place_agrees(one.place, other.place)
    return out


class Agreement:
    """What two annotators have in common; adds up over sentences."""

    def __init__(self):
        self.levels = collections.Counter()  # (first, second) of a sentence
        self.types = collections.Counter()   # first choices of paired events
        self.statuses = collections.Counter()
        self.held = {1: collections.Counter(), 2: collections.Counter()}  # of the `yes` of one: what the other has
        self.alone = {1: collections.Counter(), 2: collections.Counter()}  # first types of `yes` that the other has not
        self.softer = {1: collections.Counter(), 2: collections.Counter()}  # and of those that she has as open
        self.n = collections.Counter()

    def sentence(self, first, second, text):
        self.levels[level(first), level(second)] += 1
        pairs = pair_events(first, second)
        partner = {id(one): other for pair in pairs for one, other in (pair, pair[::-1])}
        for side, events in ((1, first), (2, second)):
            for event in events:
                if event.required:
                    other = partner.get(id(event))
                    answer = "none" if other is None else "yes" if other.required else "open"
                    self.held[side][answer] += 1
                    if answer != "yes":
                        (self.alone if answer == "none" else self.softer)[side][event.types[0]] += 1
        for one, other in pairs:
            if one.required and other.required:
                self.event(one, other, text)

    def event(self, one, other, text):
        self.n["pairs"] += 1
        self.types[one.types[0], other.types[0]] += 1
        self.statuses[one.statuses[0], other.statuses[0]] += 1
        for key, value in compare(one, other, text).items():
            if value is not None:
                self.n[key, "judged"] += 1
                self.n[key, "agreed"] += value
        self.span("trigger", one.trigger, other.trigger, text)
        for _, first, second in sides(one, other):
            if first is None or second is None:
                continue
            self.n["parties"] += sum(not party.optional for party in first + second)
            pairs = pair_parties(first, second, text)
            self.n["parties shared"] += sum(not party.optional for pair in pairs for party in pair)
            for a, b in pairs:
                self.n["country"] += share(a.countries, b.countries)
                self.n["sector"] += share(a.sectors, b.sectors)
                self.n["first codes"] += (a.countries[0], a.sectors[0]) == (b.countries[0], b.sectors[0])
                self.span("party", [a.span], [b.span], text)

    def span(self, what, first, second, text):
        one, other = judge.words(text, first), judge.words(text, second)
        self.n[what, "spans"] += 1
        self.n[what, "same words"] += one == other
        self.n[what, "touching"] += bool(one & other)
        self.n[what, "words"] += len(one) + len(other)
        self.n[what, "shared words"] += 2 * len(one & other)


def percent(part, whole):
    return 100.0 * part / whole if whole else 0.0


def told_presence(both):
    yield "first annotator down, second across " + "".join(f"{name:>6}" for name in LEVELS)
    for one in LEVELS:
        yield f"{one:36}" + "".join(f"{both.levels[one, other]:6}" for other in LEVELS)
    total = sum(both.levels.values())
    for name, said in (("event (yes) or not", ("yes",)), ("anything (yes or open) or none", ("yes", "open"))):
        table = folded(both.levels, said)
        value, error = kappa(table)
        found = f1(2 * table[True, True], *(sum(v for key, v in table.items() if key[i]) for i in (0, 1)))
        yield (f"{name:32}{percent(table[True, True] + table[False, False], total):5.1f}  kappa {value:.2f} "
               f"± {1.96 * error:.2f}  F1 {100 * found:.1f}")


def told_events(both):
    n, held = both.n, both.held
    for side in (1, 2):
        yield (f"yes of annotator {side}: {sum(held[side].values())}; the other has it as yes {held[side]['yes']}, "
               f"as open {held[side]['open']}, not at all {held[side]['none']}")
    yield (f"{'events that both hold for yes':32}{n['pairs']:5}  F1 "
           f"{100 * f1(2 * n['pairs'], sum(held[1].values()), sum(held[2].values())):.1f}; of these agree in")
    for key in ATTRIBUTES:
        yield f"  {key:30}{percent(n[key, 'agreed'], n[key, 'judged']):5.1f}  of {n[key, 'judged']}"
    for name, table in (("first type", both.types), ("first status", both.statuses)):
        value, error = kappa(table)
        yield f"  {'kappa of the ' + name:30} {value:.2f} ± {1.96 * error:.2f}"
    shared = n["party", "spans"]
    yield f"  {'parties (F1)':30}{percent(n['parties shared'], n['parties']):5.1f}  of {n['parties']}"
    yield (f"  {'codes of a shared party':30}country {percent(n['country'], shared):.1f}, "
           f"sector {percent(n['sector'], shared):.1f}, the first choices of both "
           f"{percent(n['first codes'], shared):.1f}  of {shared}")
    for what in ("trigger", "party"):
        spans = n[what, "spans"]
        yield (f"  {'span of the ' + what:30}same words {percent(n[what, 'same words'], spans):.1f}, touching "
               f"{percent(n[what, 'touching'], spans):.1f}, F1 of the words "
               f"{percent(n[what, 'shared words'], n[what, 'words']):.1f}  of {spans}")


def told_differences(both):
    """The commonest differences by class, never by sentence."""
    for side in (1, 2):
        for what, kinds in (("not at all", both.alone[side]), ("as open", both.softer[side])):
            counts = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
            yield f"yes of annotator {side} that the other has {what}: {counts or 'none'}"
    for name, table in (("types", both.types), ("statuses", both.statuses)):
        pairs = collections.Counter()
        for (one, other), count in table.items():
            if one != other:
                pairs[" / ".join(sorted((one, other)))] += count
        differ = ", ".join(f"{pair} {count}" for pair, count in pairs.most_common(10))
        yield f"first {name} that differ: {differ or 'none'}"


def told(both):
    """The lines of the report."""
    return [*told_presence(both), *told_events(both), *told_differences(both)]
