"""What every run says of itself."""

import pytest

from tests.corpus import CORPUS


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say whether the real documents were read, so that a green run is not taken for more."""
    said = f"corpus: checked in {CORPUS}" if CORPUS else "corpus: not checked"
    terminalreporter.write_line(said)
