"""Reads the annotation of gold/ and the reports that it points to. For score_gold and its test.

Nothing here holds text: units, events and statements are spans (code points of the report's text as the data files give
it) and codes. A report is only read with them if its text has the hash that the unit names. Columns: gold/README.md."""
import dataclasses
import datetime
import functools
import gzip
import hashlib
import json
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MODES = os.path.join(ROOT, "data", "ontology", "plover_modes.tsv")


def fail(message):
    sys.exit("score_gold: " + message)


@functools.lru_cache(maxsize=None)
def rows(path):
    """The lines of a table as dictionaries; '#' begins a note, the first other line names the columns."""
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return [dict(zip(lines[0], line)) for line in lines[1:]] if lines else []


def span(text):
    begin, end = text.split("-")
    return int(begin), int(end)


def spans(text):
    return [span(part) for part in text.split(",") if part]


def alternatives(text):
    return text.split("/") if text else []


@dataclasses.dataclass
class Party:
    span: tuple
    countries: list  # alternatives; "-" is none, "*" is not judged
    sectors: list
    optional: bool


def parties(cell):
    """None where the annotator does not judge the role."""
    if cell == "?":
        return None
    out = []
    for part in cell.split("; "):
        if part:
            optional = part.endswith("?")
            where, countries, sectors = part.rstrip("?").split(":")
            out.append(Party(span(where), alternatives(countries), alternatives(sectors), optional))
    return out


@dataclasses.dataclass
class GoldEvent:
    required: bool
    types: list
    modes: list  # (type, mode) of the alternatives that go together
    cameo: str
    statuses: list
    trigger: list
    source: list
    target: list
    according_to: list
    date: object  # "?" not judged, "" not told, else (earliest, latest)
    place: object  # "?" not judged, "" not told, else (span, country)


@dataclasses.dataclass
class GoldStatement:
    required: bool
    kind: str
    act: str
    speaker: list
    cue: list
    content: list


@dataclasses.dataclass
class Unit:
    id: str
    file: str
    report: str
    begin: int
    end: int
    kind: str
    draw: str
    passes: int
    hash: str
    events: list = dataclasses.field(default_factory=list)
    statements: list = dataclasses.field(default_factory=list)
    again: list = dataclasses.field(default_factory=list)
    second: list = None  # the second annotator's events; None where she has not read the unit


def date(cell):
    if cell in ("", "?"):
        return cell
    first, _, last = cell.partition("..")
    return datetime.date.fromisoformat(first), datetime.date.fromisoformat(last or first)


def place(cell):
    if cell in ("", "?"):
        return cell
    where, country = cell.split(":")
    return span(where), country


def modes(row):
    """Each mode of the row with those of its types that have it in PLOVER."""
    known = {(line["type"], line["mode"]) for line in rows(MODES)}
    return [(kind, mode) for mode in alternatives(row["mode"]) for kind in alternatives(row["event"])
            if (kind, mode) in known]


def event(row):
    return GoldEvent(row["count"] == "yes", alternatives(row["event"]), modes(row), row["cameo"],
                     alternatives(row["status"]), spans(row["trigger"]), parties(row["source"]), parties(row["target"]),
                     parties(row["according_to"]), date(row["date"]), place(row["place"]))


def statement(row):
    return GoldStatement(row["count"] == "yes", row["kind"], row["act"], parties(row["speaker"]), spans(row["cue"]),
                         spans(row["content"]))


def load(folder, part):
    """The units of one part with their events and statements."""
    units = {}
    for row in rows(os.path.join(folder, part, "units.tsv")):
        units[row["unit"]] = Unit(row["unit"], row["file"], row["report"], int(row["begin"]), int(row["end"]),
                                  row["kind"], row["draw"], int(row["passes"]), row["hash"])
    for table, read, into in (("events", event, "events"), ("statements", statement, "statements"),
                              ("again", event, "again")):
        for number, row in enumerate(rows(os.path.join(folder, part, table + ".tsv")), 2):
            if row["unit"] not in units:
                fail(f"{part}/{table}.tsv:{number}: there is no unit {row['unit']}")
            getattr(units[row["unit"]], into).append(read(row))
    load_second(folder, part, units)
    return list(units.values())


def load_second(folder, part, units):
    """The second annotator's events into the units of the part that she has read (second/units.tsv)."""
    for number, row in enumerate(rows(os.path.join(folder, "second", "units.tsv")), 2):
        if row["part"] == part:
            if row["unit"] not in units:
                fail(f"second/units.tsv:{number}: there is no unit {row['unit']} in {part}")
            units[row["unit"]].second = []
    for number, row in enumerate(rows(os.path.join(folder, "second", part + ".tsv")), 2):
        if row["unit"] not in units or units[row["unit"]].second is None:
            fail(f"second/{part}.tsv:{number}: {row['unit']} does not stand in second/units.tsv")
        units[row["unit"]].second.append(event(row))


def text_hash(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def reports(data, units):
    """{id: report} of the units, from NAME.ndjson[.gz] of the folder; ends where one is missing or differs."""
    wanted = {}
    for unit in units:
        wanted.setdefault(unit.file, {})[unit.report] = unit.hash
    found = {}
    for name, hashes in wanted.items():
        paths = [os.path.join(data, name + end) for end in (".ndjson.gz", ".ndjson")]
        path = next((p for p in paths if os.path.exists(p)), None)
        if path is None:
            fail(f"there is no {name}.ndjson.gz in {data}; --data names the folder of the texts (gold/README.md)")
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
            for line in file:
                report = json.loads(line)
                if report["id"] in hashes and report["id"] not in found:
                    if text_hash(report["text"]) != hashes[report["id"]]:
                        fail(f"{path}: {report['id']} is another text than the one that was annotated")
                    found[report["id"]] = report
    missing = [unit.report for unit in units if unit.report not in found]
    if missing:
        fail(f"{data} does not hold {', '.join(sorted(set(missing))[:5])}")
    return found
