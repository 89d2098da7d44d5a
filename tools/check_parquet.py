#!/usr/bin/env python3
"""Reads every Parquet file of an exported folder with pyarrow and DuckDB and compares the rows with the NDJSON export.

    wireroom export --db news.db --format parquet out/ && wireroom export --db news.db --format ndjson out/
    tools/check_parquet.py out/           # in an environment with: pip install pyarrow duckdb

The tests read the files with tests/export/read_parquet.py, which needs nothing; this asks the readers that users have.
"""
import datetime
import json
import pathlib
import sys

import duckdb
import pyarrow.parquet


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if isinstance(value, datetime.date) else value


def rows(names, table):
    return [{name: plain(value) for name, value in zip(names, row) if value is not None} for row in table]


def main(folder):
    failed = False
    duckdb.sql("SET TimeZone = 'UTC'")
    for path in sorted(pathlib.Path(folder).glob("*.parquet")):
        wanted = [json.loads(line) for line in path.with_suffix(".ndjson").read_text(encoding="utf-8").splitlines()]
        arrow = pyarrow.parquet.read_table(path)
        duck = duckdb.sql(f"SELECT * FROM read_parquet('{path}')")
        names = arrow.schema.names
        for reader, found in (("pyarrow", [list(row.values()) for row in arrow.to_pylist()]), ("DuckDB", duck.fetchall())):
            same = rows(names, found) == wanted
            failed = failed or not same
            print(f"{path.name}: {len(found)} rows by {reader}: {'the same' if same else 'DIFFERENT'}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
