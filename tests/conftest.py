"""What every run says of itself."""

import gc
import os
import sys

import pytest
from hypothesis import settings

from tests.support.corpus import CORPUS
from tests.support.raised_faults import raise_faults
from tests.support.shared_folder import shared_folder

shared_folder()  # made here, so that the workers share it

# They need a browser, or tools from npm, which not every machine has: `make test-browser` and
# `make test-contract` ask for them.
_OPTIONAL = {"browser": "EDUSCOL_BROWSER", "contract": "EDUSCOL_CONTRACT"}
collect_ignore = [folder for folder, name in _OPTIONAL.items() if not os.environ.get(name)]

# Tests use loopback only, whatever proxy this machine has, and without TLS: no client needs to load
# the authorities of the world.
for _name in [name for name in os.environ if name.lower().endswith("_proxy")]:
    del os.environ[_name]
(shared_folder() / "no-authorities").mkdir(exist_ok=True)
os.environ["SSL_CERT_DIR"] = str(shared_folder() / "no-authorities")
os.environ.pop("SSL_CERT_FILE", None)


def _not_waiting(handle: int) -> None:
    os.fstat(handle)  # a wrong handle is an error as ever


# No test cuts the power: none needs to wait until the disk has what was written.
os.fsync = _not_waiting  # type: ignore[assignment]
os.sync = lambda: None

# Tests start the command many times: it is compiled once, here and in their processes.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

raise_faults()

# As the command does: cyclic garbage is looked for less often.
gc.set_threshold(10_000)

# How long an example takes depends on what else the machine does: no reason to fail.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Start a process more than there are cores: tests wait for servers a sixth of their time."""
    return (os.cpu_count() or 1) + 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say whether the real documents were read, so that a green run is not taken for more."""
    line = f"corpus: checked in {CORPUS}" if CORPUS else "corpus: not checked"
    terminalreporter.write_line(line)
