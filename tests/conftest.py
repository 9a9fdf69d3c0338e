"""What every run says of itself."""

import os

import pytest
from hypothesis import settings

from tests.support.corpus import CORPUS

# They need a browser, which not every machine has: `make test-browser` asks for them.
collect_ignore = [] if os.environ.get("EDUSCOL_BROWSER") else ["browser"]

# How long an example takes depends on what else the machine does: no reason to fail.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say whether the real documents were read, so that a green run is not taken for more."""
    said = f"corpus: checked in {CORPUS}" if CORPUS else "corpus: not checked"
    terminalreporter.write_line(said)
