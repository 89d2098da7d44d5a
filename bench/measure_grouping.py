#!/usr/bin/env python3
"""Measures the copies and stories of a grouped store against marked pairs: measure_grouping.py STORE MARKS_FOLDER

Copies: pairs of one group of copies against pairs marked `copy`; unmarked pairs count as wrong. Stories: of the marked
pairs only."""
import csv
import itertools
import pathlib
import re
import sqlite3
import sys


def marks(path):
    with open(path, encoding="utf-8") as lines:
        return {frozenset((row["first"], row["second"])): row["mark"] for row in csv.DictReader(lines, delimiter="\t")}


def told(name, right, found, wanted):
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{name:8} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({right} right, {found} found, {wanted} marked)")


def main():
    base = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    folder = pathlib.Path(sys.argv[2])
    group, story = {}, {}
    for report, copied, of_story in base.execute(
            "SELECT report.id, ifnull(first.id, report.id), sr.story FROM story_report sr JOIN report ON report.key = sr.report "
            "LEFT JOIN report first ON first.key = sr.copy_of"):
        group.setdefault(copied, []).append(report)
        story[report] = of_story
    found = {frozenset(pair) for members in group.values() for pair in itertools.combinations(members, 2)}
    # A store may hold other reports too; those of the collection that it lacks are no misses.
    found = {pair for pair in found if all(re.fullmatch(r"reut-\d+", report) for report in pair)}
    copies = marks(folder / "wire1987_copies.tsv")
    wanted = {pair for pair, mark in copies.items() if mark == "copy" and pair <= story.keys()}
    told("copies", len(found & wanted), len(found), len(wanted))
    pairs = {pair: mark for pair, mark in marks(folder / "wire1987_stories.tsv").items() if pair <= story.keys()}
    together = {pair for pair in pairs if len({story[report] for report in pair}) == 1}
    wanted = {pair for pair, mark in pairs.items() if mark == "story"}
    told("stories", len(together & wanted), len(together), len(wanted))
    if "--errors" in sys.argv:
        for pair in sorted(map(sorted, found ^ {p for p, m in copies.items() if m == "copy"})):
            print("copy?", *pair)
        for pair in sorted(map(sorted, together ^ wanted)):
            print("story?", *pair, "together" if frozenset(pair) in together else "apart")


if __name__ == "__main__":
    main()
