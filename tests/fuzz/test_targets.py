"""The targets of `make fuzz` hold for a few inputs, so that they are whole when they are needed."""

import pytest

from tests.fuzz.__main__ import NAMES
from tests.fuzz.changed import try_changed
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", NAMES)
def test_a_target_takes_any_bytes(name: str) -> None:
    seeds = sorted(TARGETS[name].seeds(), key=len)
    try_changed(TARGETS[name].run, seeds[:30], 8, at_random=False)
