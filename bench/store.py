#!/usr/bin/env python3
"""Figures of the store; each prints what it measured.

  store.py cost REPORTS.ndjson      processor time of `code` with and without --db, same reports, one thread
  store.py questions DB             seconds of search, dyad by month, events of a pair (the whole command, best of five)
  store.py memory REPORTS.ndjson    most memory of `code --db`
  store.py kills REPORTS.ndjson [N] N kills at random moments, each followed by a rerun; ends with a store that equals
                                    that of an undisturbed run

Stores for `questions` are made by build/release/bench/make_store.
"""
import argparse
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLES = {
    "report": "SELECT id, hash, source, title, published, text FROM report ORDER BY id",
    "coding": "SELECT report.id, current, record FROM coding JOIN report ON report.key = coding.report ORDER BY 1",
    "actor": "SELECT record FROM actor ORDER BY id",
    "event": "SELECT record FROM event ORDER BY id",
    "statement": "SELECT record FROM statement ORDER BY id",
    "expression": "SELECT record FROM expression ORDER BY id",
    "party": "SELECT e.id, role, number, name FROM event_party p JOIN event e ON e.key = p.event ORDER BY 1, 2, 3",
    "dyad": "SELECT e.id, source_country, target_country, day FROM dyad d JOIN event e ON e.key = d.event ORDER BY 1, 2, 3",
    "run": "SELECT version, options, reports, input_hash FROM run",
}


def cpu(command, **options):
    """Processor seconds and most memory (MB) of a command."""
    process = subprocess.Popen(command, **options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def cost(program, reports, folder):
    plain, stored = [], []
    layers = "report,event,statement,actor,time,place,quantity"
    for number in range(3):
        plain.append(cpu([program, "code", "--jobs", "1", "--layers", layers, reports], stdout=subprocess.DEVNULL)[0])
        stored.append(cpu([program, "code", "--jobs", "1", "--quiet", "--db", f"{folder}/{number}.db", reports])[0])
    a, b = min(plain), min(stored)
    print(f"code {a:.2f} s, code --db {b:.2f} s of processor time: storing costs {100 * (b - a) / a:.1f} %")


def questions(program, db):
    asked = {
        "search, a word": ["search", "--db", db, "word1300", "--limit", "20"],
        "search, a phrase": ["search", "--db", db, '"word3 word17"', "--limit", "20"],
        "search, two words and a country": ["search", "--db", db, "word500 word900", "--country", "RUS"],
        "one dyad by month": ["sql", "--db", db, "SELECT substr(day, 1, 7) AS month, sum(events) AS events FROM v_dyad_day "
                              "WHERE source_country = 'USA' AND target_country = 'RUS' GROUP BY 1"],
        "all dyads by month": ["sql", "--db", db, "SELECT source_country, target_country, substr(day, 1, 7) AS month, "
                               "count(*) AS events FROM dyad GROUP BY 1, 2, 3"],
        "show": ["show", "--db", db, "r77.e1"],
        "nothing": ["--version"],
    }
    for name, arguments in asked.items():
        best = 9e9
        for _ in range(5):
            begin = time.perf_counter()
            done = subprocess.run([program, *arguments], capture_output=True, check=True)
            best = min(best, time.perf_counter() - begin)
        print(f"{name:34} {1000 * best:8.1f} ms  {done.stdout.count(10)} rows")


def memory(program, reports, folder):
    seconds, most = cpu([program, "code", "--quiet", "--db", f"{folder}/memory.db", reports])
    print(f"{most:.0f} MB at most, {seconds:.0f} s of processor time")


def content(db):
    base = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    if base.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        sys.exit(f"{db} is damaged")
    return {name: base.execute(question).fetchall() for name, question in TABLES.items()}


def kills(program, reports, folder, rounds):
    command = [program, "code", "--quiet", "--jobs", "2", "--db"]
    begin = time.perf_counter()
    subprocess.run(command + [f"{folder}/whole.db", reports], check=True)
    whole, seconds = content(f"{folder}/whole.db"), time.perf_counter() - begin
    texts = {row[0]: row for row in whole["coding"]}
    dice, done, reruns, db = random.Random(1), 0, 0, f"{folder}/killed.db"
    while done < rounds:
        process = subprocess.Popen(command + [db, reports])
        try:
            process.wait(dice.uniform(0, seconds))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            done += 1
        if os.path.exists(db) and os.path.getsize(db) > 0:
            base = sqlite3.connect(db)  # rolls the log forward as any program does
            if base.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                sys.exit(f"damaged after {done} kills")
            if base.execute("SELECT 1 FROM sqlite_schema WHERE name = 'coding'").fetchone():
                for row in base.execute(TABLES["coding"]):
                    if texts[row[0]] != row:
                        sys.exit(f"{row[0]} is not whole after {done} kills")
            base.close()
        if process.returncode == 0:
            reruns += 1
            if content(db) != whole:
                sys.exit(f"after {done} kills and a rerun the store differs")
            for end in ("", "-wal", "-shm"):
                pathlib.Path(db + end).unlink(missing_ok=True)
    subprocess.run(command + [db, reports], check=True)
    if content(db) != whole:
        sys.exit(f"after {done} kills the store differs")
    print(f"{done} kills, {reruns + 1} finished stores, each equal to that of the undisturbed run ({seconds:.1f} s)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["cost", "questions", "memory", "kills"])
    parser.add_argument("file")
    parser.add_argument("rounds", nargs="?", type=int, default=200)
    parser.add_argument("--program", default=str(ROOT / "build/release/wireroom"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.what == "questions":
            questions(options.program, options.file)
        elif options.what == "kills":
            kills(options.program, options.file, folder, options.rounds)
        else:
            {"cost": cost, "memory": memory}[options.what](options.program, options.file, folder)


if __name__ == "__main__":
    main()
