"""Patterns that meet foreign text are linear: hostile pages are read within a generous limit."""

import subprocess
import sys

from tests.support.effort import SOAK

# Each text or page takes less than half a second of CPU; a single pattern that is quadratic in its
# 10 000 characters takes longer than the limit, or nearly so, and a worse one for ever. A page of
# as many lines as a page may have takes seconds; with work that grows by their square, a minute.
SIZE, LINES, SECONDS = (90_000, 14_000, 60) if SOAK else (10_000, 300, 2)


def test_hostile_pages_are_read_within_the_limit() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.hostile_pages", *map(str, (SIZE, LINES, SECONDS))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "done", done.stderr
    assert done.returncode == 0
