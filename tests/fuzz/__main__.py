"""Fuzz a target: `python -m tests.fuzz TARGET --minutes N [--engine hypothesis]`.

Ends with a line that says how many inputs were tried in which time, and names the file of the
input that brought a fault, if there was one; `--again FILE` tries that input once more.
"""

import argparse
import hashlib
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

NAMES = ("reader", "robots", "warc", "sources")
_FAULTS = Path("data") / "fuzz"
_LONGEST_INPUT = 100_000


class Session:
    """Tries inputs until the time is over or there is a fault, and ends the process then."""

    def __init__(self, name: str, run: Callable[[bytes], None], minutes: float) -> None:
        self._name, self._run, self._inputs = name, run, 0
        self._began = time.monotonic()
        self._until = self._began + minutes * 60

    def tried(self, data: bytes) -> None:
        """Try an input."""
        if time.monotonic() >= self._until:
            self._end("no fault", 0)
        self._inputs += 1
        try:
            self._run(data)
        except Exception:  # noqa: BLE001 - whatever it is, it is a fault
            traceback.print_exc()
            _FAULTS.mkdir(parents=True, exist_ok=True)
            path = _FAULTS / f"{self._name}-{hashlib.sha256(data).hexdigest()[:12]}.bin"
            path.write_bytes(data)
            self._end(f"fault with {path}", 1)

    def _end(self, result: str, code: int) -> None:
        minutes = (time.monotonic() - self._began) / 60
        print(f"{self._name}: {self._inputs} inputs in {minutes:.1f} minutes, {result}", flush=True)
        os._exit(code)


def by_atheris(name: str, minutes: float) -> None:
    """Let atheris choose inputs by the lines that they reach."""
    import atheris

    with atheris.instrument_imports(include=["parsers", "schema", "scraper"]):
        from tests.fuzz.targets import TARGETS
    session = Session(name, TARGETS[name].run, minutes)
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(TARGETS[name].seeds()):
            (Path(corpus) / f"{number:04}").write_bytes(seed)
        _FAULTS.mkdir(parents=True, exist_ok=True)
        options = (
            f"-max_len={_LONGEST_INPUT}", "-timeout=60", "-rss_limit_mb=4096", "-verbosity=0",
            f"-artifact_prefix={_FAULTS}/{name}-",
        )  # fmt: skip
        atheris.Setup([sys.argv[0], corpus, *options], session.tried)
        atheris.Fuzz()


def by_hypothesis(name: str, minutes: float) -> None:
    """Change the seeds at random."""
    from tests.fuzz.changed import try_changed
    from tests.fuzz.targets import TARGETS

    session, seeds = Session(name, TARGETS[name].run, minutes), TARGETS[name].seeds()
    while True:  # what a search remembers grows with its inputs
        try_changed(session.tried, seeds, 1000, at_random=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--engine", choices=("atheris", "hypothesis"), default="atheris")
    parser.add_argument("--again", type=Path)
    given = parser.parse_args()
    if given.again:
        from tests.fuzz.targets import TARGETS

        TARGETS[given.target].run(given.again.read_bytes())
    elif given.engine == "atheris":
        by_atheris(given.target, given.minutes)
    else:
        by_hypothesis(given.target, given.minutes)


if __name__ == "__main__":
    main()
