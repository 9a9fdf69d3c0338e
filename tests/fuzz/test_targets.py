"""The targets of `make fuzz` hold for a few inputs, so that they are whole when they are needed."""

from pathlib import Path

import pytest

from tests.fuzz.__main__ import NAMES
from tests.fuzz.changed import try_changed
from tests.fuzz.targets import TARGETS

_FAULTS = Path(__file__).parent / "faults"  # `TARGET-….bin`, as `make fuzz` names them


@pytest.mark.parametrize("name", NAMES)
def test_a_target_takes_any_bytes(name: str) -> None:
    seeds = sorted(TARGETS[name].seeds(), key=len)
    try_changed(TARGETS[name].run, seeds[:30], 8, at_random=False)


@pytest.mark.parametrize("path", sorted(_FAULTS.glob("*.bin")), ids=lambda path: path.stem)
def test_an_input_that_brought_a_fault_brings_none(path: Path) -> None:
    TARGETS[path.name.partition("-")[0]].run(path.read_bytes())
