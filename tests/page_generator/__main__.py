"""``python -m tests.page_generator OUTDIR``: write the example in every style and noise."""

import sys
from pathlib import Path

from . import MAKINGS, NOISE
from .example import EXAMPLE


def main(arguments: list[str]) -> int:
    """One argument, the folder to write to -> exit code."""
    if len(arguments) != 1:
        print("usage: python -m tests.page_generator OUTDIR", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in MAKINGS.items():
        (folder / f"{name}.html").write_bytes(make(EXAMPLE))
    for name, add in NOISE.items():
        page = add(MAKINGS["headings_h2"](EXAMPLE))
        (folder / f"noise_{name}.html").write_bytes(page)
    print(f"{len(MAKINGS)} makings and {len(NOISE)} noises in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
