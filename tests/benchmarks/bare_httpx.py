"""A bare httpx loop that keeps nothing: `python -m tests.benchmarks.bare_httpx SEEDS DATA`."""

import sys
from pathlib import Path

import httpx


def main(seeds: Path) -> None:
    """Get every address in `seeds`, one after another."""
    with httpx.Client() as client:
        for address in seeds.read_text().split():
            assert client.get(address).status_code == 200


if __name__ == "__main__":
    main(Path(sys.argv[1]))
