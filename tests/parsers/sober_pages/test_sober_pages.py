"""Sober pages give exactly what they state; pages of no single diploma are refused."""

import pytest

from . import (
    eighth_round,
    eleventh_round,
    fifth_round,
    first_round,
    fourth_round,
    further_structures,
    near_misses,
    ninth_round,
    second_round,
    seventh_round,
    sixth_round,
    tenth_round,
    third_round,
    thirteenth_round,
    twelfth_round,
)
from .compare import compare
from .page import Page

ROUNDS = (
    first_round,
    second_round,
    third_round,
    fourth_round,
    fifth_round,
    sixth_round,
    seventh_round,
    eighth_round,
    ninth_round,
    tenth_round,
    eleventh_round,
    twelfth_round,
    thirteenth_round,
    further_structures,
)
PAGES = [page for pages in ROUNDS for page in pages.PAGES]
NEAR_MISSES = (
    *near_misses.FIRST_ROUND,
    *near_misses.SECOND_ROUND,
    *near_misses.THIRD_ROUND,
    *near_misses.FOURTH_ROUND,
    *near_misses.FIFTH_ROUND,
    *sixth_round.NEAR_MISSES,
    *seventh_round.NEAR_MISSES,
    *eighth_round.NEAR_MISSES,
    *ninth_round.NEAR_MISSES,
    *tenth_round.NEAR_MISSES,
    *eleventh_round.NEAR_MISSES,
    *twelfth_round.NEAR_MISSES,
    *thirteenth_round.NEAR_MISSES,
    *further_structures.NEAR_MISSES,
)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_sober_page_is_read_exactly(page: Page) -> None:
    outcome = compare(page)
    assert outcome.refusal is None
    assert outcome.differences == ()


@pytest.mark.parametrize("page", NEAR_MISSES, ids=[page.name for page in NEAR_MISSES])
def test_a_page_of_no_single_diploma_is_refused(page: Page) -> None:
    assert compare(page).refusal is not None
