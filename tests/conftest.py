"""What every run says of itself."""

import pytest
from hypothesis import settings

from tests.support.corpus import CORPUS

# How long an example takes depends on what else the machine does: no reason to fail.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say whether the real documents were read, so that a green run is not taken for more."""
    said = f"corpus: checked in {CORPUS}" if CORPUS else "corpus: not checked"
    terminalreporter.write_line(said)
