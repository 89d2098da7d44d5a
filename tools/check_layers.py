#!/usr/bin/env python3
"""Checks that data flows one way: a folder of src/ includes only the folders named in the DEPENDS of its CMakeLists.txt
(and what those may include), and nobody outside includes a header below include/ that does not exist."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SRC = ROOT / "src"


def depends():
    """The folders that each folder may include, closed over their own."""
    direct = {}
    for cmake in SRC.glob("*/CMakeLists.txt"):
        text = re.sub(r"#.*", "", cmake.read_text())
        found = re.search(r"wireroom_library\(\s*\w+([^)]*)\)", text)
        words = found.group(1).split() if found else re.findall(r"wireroom_(\w+)", text)
        if found:
            words = words[words.index("DEPENDS") + 1:] if "DEPENDS" in words else []
            words = words[:words.index("LINK")] if "LINK" in words else words
        direct[cmake.parent.name] = set(words) - {cmake.parent.name}
    closed = {}

    def close(folder, seen):
        for other in direct.get(folder, ()):
            if other not in seen:
                seen.add(other)
                close(other, seen)
        return seen

    for folder in direct:
        closed[folder] = close(folder, {folder})
        if any(folder in close(other, set()) for other in direct[folder]):
            sys.exit(f"src/{folder}/CMakeLists.txt: the folder depends on itself in a circle")
    return closed


def main():
    allowed = depends()
    wrong = []
    for path in sorted(SRC.rglob("*.[hc]*")):
        if path.suffix not in (".h", ".cc"):
            continue
        folder = path.relative_to(SRC).parts[0]
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = re.match(r'\s*#include "([^"]+)"', line)
            if not found:
                continue
            target = found.group(1)
            if target.startswith("wireroom/"):
                if not (ROOT / "include" / target).exists():
                    wrong.append(f"{path.relative_to(ROOT)}:{number}: there is no include/{target}")
                continue
            other = target.split("/")[0]
            if other == "testing" and ("_test" in path.name or path.name.endswith("_fixture.h")):
                continue
            if other not in allowed.get(folder, {folder}):
                wrong.append(f"{path.relative_to(ROOT)}:{number}: src/{folder} may not include {target}: "
                             f"name {other} in its DEPENDS or move the code")
    print("\n".join(wrong) if wrong else "layers: all includes point downwards")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
