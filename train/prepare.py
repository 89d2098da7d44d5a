#!/usr/bin/env python3
"""Makes the trainer's derived sets: names of GUM, roles of attributions, factuality. Called once before train_base.

    train/prepare.py --data DATA --program build/release/wireroom --out DERIVED

All are CoNLL-U (gzip) with what is learnt in MISC:
- gum-names.train: NER=B-X of the mentions of persons, organisations, places and other named things (GUM's Entity=),
- attributions.train, .dev: PolNeAR, cut into sentences by the program; Role=B-cue|I-source|…, Cue=N (the first word of the
  cue that a word of a source or content belongs to, 0 where it stands in another sentence), Quoted=Y inside quotation
  marks; `# paragraph = first` on the first sentence of a paragraph,
- factuality-uw.train, -uds.train: Fact=VALUE,
- events.train, events.dev, events-own.dev: Event=TYPE, of train/annotation/ (Wikinews; own sentences).
"""
import argparse
import gzip
import json
import os
import re
import subprocess
import zlib

GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "object": "MISC", "abstract": "MISC"}
LINKS = {"of", "the", "and", "for", "de", "&", "-", "'s", "’s", "in", "on", "al", "la", "del", "von", "van", "der", "."}


def sentences(path):
    """(comments, rows) of each sentence; ranges and empty nodes left out."""
    comments, rows = [], []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield comments, rows
                comments, rows = [], []
            elif line.startswith("#"):
                comments.append(line)
            else:
                row = line.split("\t")
                if "-" not in row[0] and "." not in row[0]:
                    rows.append(row)


def write(path, items):
    """items: (id, more comments, [(form, misc)])"""
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=6) as file:
        for identity, comments, words in items:
            print("# sent_id = " + identity, *comments, sep="\n", file=file)
            for number, (form, misc) in enumerate(words, 1):
                print(number, form, *["_"] * 7, misc or "_", sep="\t", file=file)
            print(file=file)


def entity_brackets(row):
    entity = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
    return re.findall(r"\(([^()]*)(\)?)|([^()]*)\)", entity)


def mentions(rows, open_mentions):
    """(first, last, type) of the mentions that begin and end in the sentence."""
    out = []
    for i, row in enumerate(rows):
        for opened, closed_at_once, closed in entity_brackets(row):
            if opened:
                parts = opened.split("-")
                if closed_at_once:
                    out.append((i, i, parts[1]))
                else:
                    open_mentions.setdefault(parts[0], []).append((i, parts[1]))
            elif closed and open_mentions.get(closed):
                first, kind = open_mentions[closed].pop()
                out.append((first, i, kind))
    return out


def name_in(rows, first, last):
    """The words of a mention that are its head's name, or None."""
    heads = [i for i in range(first, last + 1) if not first <= int(rows[i][6]) - 1 <= last]
    if not heads or rows[heads[0]][3] != "PROPN":
        return None
    capital = lambda i: rows[i][1][:1].isupper() or (rows[i][3] in ("PROPN", "NUM") and i != first)
    left = right = heads[0]
    while left > first and (capital(left - 1) or (rows[left - 1][1] in LINKS and left - 1 > first and capital(left - 2))):
        left -= 1
    while right < last and (capital(right + 1) or (rows[right + 1][1] in LINKS and right + 1 < last and
                                                   (capital(right + 2) or rows[right + 2][1] == "the"))):
        right += 1
    while left < right and (rows[left][3] == "DET" or rows[left][7] == "nmod:desc" or rows[left][1] in LINKS):
        left += 1
    while right > left and rows[right][1] in LINKS - {"."}:
        right -= 1
    return left, right


def gum_names(data):
    for comments, rows in sentences(os.path.join(data, "treebanks", "gum.train.conllu.gz")):
        labels = ["O"] * len(rows)
        found = mentions(rows, {})
        for first, last, kind in sorted(found, key=lambda m: (m[0] - m[1], m[0])):
            name = GUM_TYPES.get(kind) and name_in(rows, first, last)
            if not name or any(labels[i] != "O" for i in range(name[0], name[1] + 1)):
                continue
            for i in range(name[0], name[1] + 1):
                labels[i] = ("B-" if i == name[0] else "I-") + GUM_TYPES[kind]
        identity = next(c[12:] for c in comments if c.startswith("# sent_id = "))
        yield identity, [], [(row[1], "" if label == "O" else "NER=" + label) for row, label in zip(rows, labels)]


class Quotes:
    """Whether a word stands inside quotation marks: the same as src/parse/quoted_words.cc."""

    def __init__(self):
        self.open = False

    def inside(self, form):
        before = self.open
        if form in ("“", "``", "„"):
            self.open = True
        elif form in ("”", "''"):
            self.open = False
        elif form == '"':
            self.open = not self.open
        return before or self.open


def parsed(program, reports):
    """(report id, sentences) with rows, in the order of the reports."""
    text = "".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in reports)
    run = subprocess.run([program, "parse", "--input", "ndjson", "--jobs", "1", "--quiet", "-"], input=text.encode(),
                         stdout=subprocess.PIPE, check=True)
    documents, current, rows = [], None, []
    for line in run.stdout.decode("utf-8").split("\n"):
        if line.startswith("# newdoc id = "):
            current = (line[14:], [])
            documents.append(current)
        elif not line:
            if rows:
                current[1].append(rows)
            rows = []
        elif line[0] != "#":
            row = line.split("\t")
            if "-" not in row[0]:
                rows.append(row)
    return documents


def attributions(path, program):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        reports = [json.loads(line) for line in file]
    by_id = {r["id"]: r for r in reports}
    for identity, document in parsed(program, reports):
        report = by_id[identity]
        text = report["text"]
        role_at, cue_of = {}, {}
        for number, a in enumerate(report["attributions"]):
            for role in ("content", "source", "cue"):  # later ones win where two overlap
                for begin, end in a[role]:
                    for at in range(begin, end):
                        role_at[at], cue_of[at] = role, number
        before_end, quotes = 0, Quotes()
        for n, rows in enumerate(document):
            spans = [tuple(map(int, re.search(r"Span=(\d+)-(\d+)", row[9]).groups())) for row in rows]
            first = n == 0 or "\n" in text[before_end:spans[0][0]]
            before_end = spans[-1][1]
            if first:
                quotes = Quotes()
            roles = [(role_at.get(b), cue_of.get(b)) for b, _ in spans]
            cues = {}
            for i, (role, number) in enumerate(roles):
                if role == "cue":
                    cues.setdefault(number, i + 1)
            words, previous = [], (None, None)
            for row, (role, number) in zip(rows, roles):
                misc = []
                if role:
                    inside = previous[0] == role and (previous[1] == number)
                    misc.append("Role=" + ("I-" if inside else "B-") + role)
                    if role != "cue":
                        misc.append("Cue=%d" % cues.get(number, 0))
                if quotes.inside(row[1]):
                    misc.append("Quoted=Y")
                words.append((row[1], "|".join(misc)))
                previous = (role, number)
            yield "%s-%d" % (identity, n + 1), ["# paragraph = first"] if first else [], words


def factuality(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            values = {tuple(e["span"]): e["value"] for e in record["events"]}
            yield record["id"], [], [(record["text"][b:e], "Fact=%g" % values[b, e] if (b, e) in values else "")
                                     for b, e in map(tuple, record["tokens"])]


def event_words(documents, events):
    """events: report -> [(begin, end, type)]; the words that overlap a trigger bear its type."""
    for identity, document in documents:
        for n, rows in enumerate(document):
            words = []
            for row in rows:
                begin, end = map(int, re.search(r"Span=(\d+)-(\d+)", row[9]).groups())
                kind = next((t for b, e, t in events[identity] if b < end and begin < e), None)
                words.append((row[1], "Event=" + kind if kind else ""))
            yield "%s-%d" % (identity, n + 1), [], words


def wikinews_events(data, program):
    events = {}
    with open(os.path.join(os.path.dirname(__file__), "annotation", "events.tsv"), encoding="utf-8") as file:
        for line in file:
            if line.startswith(("#", "report\t")):
                continue
            report, begin, end, kind, _ = line.rstrip("\n").split("\t")
            of = events.setdefault(report, [])
            if kind:
                of.append((int(begin), int(end), kind))
    with gzip.open(os.path.join(data, "text", "wikinews.ndjson.gz"), "rt", encoding="utf-8") as file:
        reports = [r for r in map(json.loads, file) if r["id"] in events]
    # The spans count in the reading text, which begins with the title.
    reports = [dict(r, text=r["title"] + "\n\n" + r["text"] if r.get("title") and not r["text"].startswith(r["title"])
                    else r["text"]) for r in reports]
    return list(event_words(parsed(program, reports), events))


def own_events(program):
    reports, events = [], {}
    with open(os.path.join(os.path.dirname(__file__), "annotation", "own_events.tsv"), encoding="utf-8") as file:
        for line in file:
            row = line.rstrip("\n").split("\t")
            if row[0] == "S":
                reports.append({"id": "own-" + row[1], "text": row[2]})
                events["own-" + row[1]] = []
            elif row[0] == "E":
                word, _, occurrence = row[1].partition("#")
                found = list(re.finditer(r"(?<!\w)" + re.escape(word) + r"(?!\w)", reports[-1]["text"]))
                match = found[int(occurrence or 1) - 1]
                events[reports[-1]["id"]].append((match.start(), match.end(), row[2]))
    return list(event_words(parsed(program, reports), events))


def held_back(identity, parts):
    return zlib.crc32(identity.rsplit("-", 1)[0].encode()) % parts == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--program", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    to = lambda name: os.path.join(args.out, name + ".conllu.gz")
    write(to("gum-names.train"), gum_names(args.data))
    for name in ("uw", "uds"):
        write(to("factuality-%s.train" % name), factuality(os.path.join(args.data, "factuality", name + ".train.ndjson.gz")))
    write(to("factuality-uw.dev"), factuality(os.path.join(args.data, "factuality", "uw.dev.ndjson.gz")))
    news, own = wikinews_events(args.data, args.program), own_events(args.program)
    write(to("events.train"), [w for w in news if not held_back(w[0], 5)] + [w for w in own if not held_back(w[0], 10)])
    write(to("events.dev"), [w for w in news if held_back(w[0], 5)])
    write(to("events-own.dev"), [w for w in own if held_back(w[0], 10)])
    for part in ("dev", "train"):
        write(to("attributions." + part),
              attributions(os.path.join(args.data, "statements", "polnear.%s.ndjson.gz" % part), args.program))


if __name__ == "__main__":
    main()
