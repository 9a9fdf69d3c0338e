"""Sober pages give exactly what they state; pages of no single diploma are refused."""

from types import ModuleType

import pytest

from . import (
    eighteenth_round,
    eighth_round,
    eleventh_round,
    fifteenth_round,
    fifth_round,
    first_round,
    fourteenth_round,
    fourth_round,
    further_structures,
    near_misses,
    nineteenth_round,
    ninth_round,
    second_round,
    seventeenth_round,
    seventh_round,
    sixteenth_round,
    sixth_round,
    tenth_round,
    third_round,
    thirteenth_round,
    thirtieth_round,
    thirty_fifth_round,
    thirty_first_round,
    thirty_fourth_round,
    thirty_second_round,
    thirty_seventh_round,
    thirty_sixth_round,
    thirty_third_round,
    twelfth_round,
    twentieth_round,
    twenty_eighth_round,
    twenty_fifth_round,
    twenty_first_round,
    twenty_fourth_round,
    twenty_ninth_round,
    twenty_second_round,
    twenty_seventh_round,
    twenty_sixth_round,
    twenty_third_round,
)
from .compare import compare

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
    fourteenth_round,
    fifteenth_round,
    sixteenth_round,
    seventeenth_round,
    eighteenth_round,
    nineteenth_round,
    twentieth_round,
    twenty_first_round,
    twenty_second_round,
    twenty_third_round,
    twenty_fourth_round,
    twenty_fifth_round,
    twenty_sixth_round,
    twenty_seventh_round,
    twenty_eighth_round,
    twenty_ninth_round,
    thirtieth_round,
    thirty_first_round,
    thirty_second_round,
    thirty_third_round,
    thirty_fourth_round,
    thirty_fifth_round,
    thirty_seventh_round,
    thirty_sixth_round,
    further_structures,
)
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
    *fourteenth_round.NEAR_MISSES,
    *fifteenth_round.NEAR_MISSES,
    *sixteenth_round.NEAR_MISSES,
    *seventeenth_round.NEAR_MISSES,
    *eighteenth_round.NEAR_MISSES,
    *nineteenth_round.NEAR_MISSES,
    *twentieth_round.NEAR_MISSES,
    *twenty_first_round.NEAR_MISSES,
    *twenty_second_round.NEAR_MISSES,
    *twenty_third_round.NEAR_MISSES,
    *twenty_fourth_round.NEAR_MISSES,
    *twenty_fifth_round.NEAR_MISSES,
    *twenty_sixth_round.NEAR_MISSES,
    *twenty_seventh_round.NEAR_MISSES,
    *twenty_eighth_round.NEAR_MISSES,
    *twenty_ninth_round.NEAR_MISSES,
    *thirtieth_round.NEAR_MISSES,
    *thirty_first_round.NEAR_MISSES,
    *thirty_second_round.NEAR_MISSES,
    *thirty_third_round.NEAR_MISSES,
    *thirty_fourth_round.NEAR_MISSES,
    *thirty_fifth_round.NEAR_MISSES,
    *thirty_sixth_round.NEAR_MISSES,
    *thirty_seventh_round.NEAR_MISSES,
    *further_structures.NEAR_MISSES,
)


_NEAR_MISSES_A_TEST = 50


@pytest.mark.parametrize("pages", ROUNDS, ids=lambda pages: pages.__name__.rpartition(".")[2])
def test_the_sober_pages_of_a_round_are_read_exactly(pages: ModuleType) -> None:
    """All pages that are not, by name, with the refusal or the fields that differ."""
    wrong = [
        f"{page.name}: {outcome.refusal or outcome.differences}"
        for page in pages.PAGES
        if (outcome := compare(page)).refusal is not None or outcome.differences
    ]
    assert wrong == []


@pytest.mark.parametrize("start", range(0, len(NEAR_MISSES), _NEAR_MISSES_A_TEST))
def test_pages_of_no_single_diploma_are_refused(start: int) -> None:
    pages = NEAR_MISSES[start : start + _NEAR_MISSES_A_TEST]
    assert [page.name for page in pages if compare(page).refusal is None] == []
