#!/usr/bin/env python3
"""Whether all sets of kernels of this machine parse reports to the same bytes.

    python3 bench/compare_kernels.py build/release/wireroom REPORTS.ndjson [SETS]

SETS are names between commas (amx,avx512_vnni,avx_vnni,avx2,portable unless told otherwise); one that the machine lacks
falls back to the best it has. Printed are sentences, words, CPU seconds and the checksum of each set's CoNLL-U.
"""
import hashlib
import os
import subprocess
import sys


def parse(program, path, kernels):
    digest, sentences, words = hashlib.sha256(), 0, 0
    with open(path, "rb") as reports:
        child = subprocess.Popen([program, "parse", "--input", "ndjson", "--format", "conllu", "--jobs", "1", "-"], stdin=reports,
                                 stdout=subprocess.PIPE, env={**os.environ, "WIREROOM_KERNELS": kernels})
        for line in child.stdout:
            digest.update(line)
            sentences += line == b"\n"
            words += line[:1].isdigit() and b"-" not in line.split(b"\t", 1)[0]
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{program}: exit {child.returncode}")
    return digest.hexdigest(), sentences, words, usage.ru_utime + usage.ru_stime


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sets = sys.argv[3] if len(sys.argv) == 4 else "amx,avx512_vnni,avx_vnni,avx2,portable"
    sums = set()
    for name in sets.split(","):
        checksum, sentences, words, seconds = parse(sys.argv[1], sys.argv[2], name)
        sums.add(checksum)
        print(f"{name:12} {sentences} sentences {words} words {seconds:.1f} s {checksum[:16]}", flush=True)
    print("the same bytes" if len(sums) == 1 else "DIFFERENT BYTES")
    return len(sums) != 1


if __name__ == "__main__":
    sys.exit(main())
