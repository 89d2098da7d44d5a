#!/usr/bin/env python3
"""Who did what to whom, by month: sums the dyads of a store and writes them as CSV.

    python3 dyads.py news.db months.csv

Needs nothing beyond the standard library. `as_frame` shows the way into pandas.
"""
import contextlib
import csv
import pathlib
import sqlite3
import sys

BY_MONTH = """
SELECT substr(day, 1, 7) AS month, source_country, target_country, quad,
       sum(events) AS events, round(sum(events * goldstein) / sum(events), 2) AS goldstein
FROM v_dyad_day
WHERE source_country <> target_country
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
"""


def open_store(path):
    """Read-only, so that a slip cannot change the file; other programs may go on writing to it."""
    return sqlite3.connect(pathlib.Path(path).absolute().as_uri() + "?mode=ro", uri=True)


def write_csv(rows, columns, path):
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def as_frame(store):
    """The same as a data frame. Codes are texts: do not let pandas make 042 a number."""
    import pandas
    return pandas.read_sql(BY_MONTH, store)


def words_of(store, dyad, limit=3):
    """The sentences behind a number: every event leads to its words."""
    return store.execute(
        """SELECT e.id, e.sentence FROM v_dyad d JOIN v_event e ON e.id = d.id
           WHERE d.status = 'asserted' AND substr(d.earliest, 1, 7) = ? AND d.source_country = ? AND d.target_country = ?
           AND d.quad = ? ORDER BY e.id LIMIT ?""", (*dyad, limit)).fetchall()


def main(path, out):
    with contextlib.closing(open_store(path)) as store:
        found = store.execute(BY_MONTH)
        columns = [column[0] for column in found.description]
        rows = found.fetchall()
        write_csv(rows, columns, out)
        for month, source, target, quad, events, goldstein in sorted(rows, key=lambda row: -row[4])[:5]:
            print(f"{month}  {source} → {target}  {quad}: {events} events, mean Goldstein value {goldstein}")
            for event, sentence in words_of(store, (month, source, target, quad)):
                print(f"    {event}  {sentence}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: dyads.py STORE OUT.csv")
    main(sys.argv[1], sys.argv[2])
