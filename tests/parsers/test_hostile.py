"""Hostile markup ends in a record or a refusal, in a process that is not its victim.

The limits of time and memory are protection; what each page costs is measured by
`python -m tests.parsers.mutations.hostile`.
"""

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from schema.issues import Refusal
from tests.parsers.mutations.hostile import BY_HAND, PAGES, Outcome, measured

ENDS = {"record", *(reason.value for reason in Refusal)}
NAMES = [name for name in PAGES if name not in BY_HAND]


@pytest.fixture(scope="module")
def outcomes(request: pytest.FixtureRequest) -> Iterator[dict[str, Future[Outcome]]]:
    """The pages asked for, as many at once as there are processors."""
    asked = [name for name in NAMES if any(f"[{name}]" in i.name for i in request.session.items)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield {name: pool.submit(measured, name) for name in asked}
        pool.shutdown(cancel_futures=True)


@pytest.mark.parametrize("name", NAMES)
def test_hostile_page(name: str, outcomes: dict[str, Future[Outcome]]) -> None:
    assert outcomes[name].result().ended in ENDS


def test_every_page_is_known() -> None:
    assert set(PAGES) >= BY_HAND
