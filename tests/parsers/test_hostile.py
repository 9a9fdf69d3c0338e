"""Hostile markup ends in a record or a refusal, in a process that is not its victim.

The limits of time and memory are protection; what each page costs is measured by
`python -m tests.parsers.mutations.hostile`.
"""

from collections.abc import Callable, Iterator

import pytest

from schema.issues import Refusal
from tests.parsers.mutations.hostile import BY_HAND, PAGES, Outcome, serving
from tests.support.effort import SOAK

ENDS = {"record", *(reason.value for reason in Refusal)}


@pytest.fixture(scope="module")
def measured() -> Iterator[Callable[[str], Outcome]]:
    with serving() as measured:
        yield measured


@pytest.mark.parametrize("name", [name for name in PAGES if SOAK or name not in BY_HAND])
def test_hostile_page(name: str, measured: Callable[[str], Outcome]) -> None:
    assert measured(name).ended in ENDS


def test_every_page_is_known() -> None:
    assert set(PAGES) >= BY_HAND
