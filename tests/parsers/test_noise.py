"""Noise never counts: a page with noise around it reads like the clean page, in every style."""

from functools import cache

import pytest

from parsers.extract.leftovers import IN_FURNITURE
from schema.issues import Issue, IssueCode
from schema.referential import Referential
from tests.page_generator import MAKINGS, NOISE
from tests.page_generator.example import EXAMPLE
from tests.parsers.mutations.parsing import records, said
from tests.support.pairs import covering


@cache
def clean(making: str) -> tuple[bytes, tuple[Referential, ...]]:
    page = MAKINGS[making](EXAMPLE)
    return page, records(page)


def issues(found: tuple[Referential, ...]) -> list[set[Issue]]:
    """All but what names a link or a code of the noise as no record's: that is its purpose."""
    return [
        {
            issue
            for issue in record.issues
            if issue.issue is not IssueCode.UNACCOUNTED and IN_FURNITURE not in issue.message
        }
        for record in found
    ]


@pytest.mark.parametrize(("making", "noise"), covering(list(MAKINGS), list(NOISE), each=5))
def test_noise_does_not_count(making: str, noise: str) -> None:
    page, expected = clean(making)
    found = records(NOISE[noise](page))
    assert [said(record) for record in found] == [said(record) for record in expected]
    assert issues(found) == issues(expected)
