"""Patterns that meet foreign text are linear: hostile pages are read within a generous limit."""

import subprocess
import sys

# 30 000 characters of each unit take about two seconds of CPU in all; a single pattern that is
# quadratic in them takes longer than the limit, or nearly so, and a worse one for ever.
SIZE, SECONDS = 30_000, 30


def test_hostile_pages_are_read_within_the_limit() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.hostile_pages", str(SIZE), str(SECONDS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "done", done.stderr
    assert done.returncode == 0
