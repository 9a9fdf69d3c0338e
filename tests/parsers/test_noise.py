"""Noise never counts: a page with noise around it reads like the clean page, in every style."""

import pytest

from parsers.accounting.ledger import IN_BOILERPLATE
from schema.issues import Issue, IssueCode
from schema.referential import Referential
from tests.page_generator import MAKINGS, NOISE
from tests.page_generator.example import EXAMPLE
from tests.parsers.mutations.parsing import records, said
from tests.support.effort import SOAK
from tests.support.pairs import covering


def issues(found: tuple[Referential, ...]) -> list[set[Issue]]:
    """All but what names a link or a code of the noise as no record's: that is its purpose.

    Without their places, which noise before them moves.
    """
    return [
        {
            issue.model_copy(update={"place": None})
            for issue in record.issues
            if issue.issue is not IssueCode.UNACCOUNTED and IN_BOILERPLATE not in issue.message
        }
        for record in found
    ]


PAIRS = covering(list(MAKINGS), list(NOISE), each=len(NOISE) if SOAK else 3)


@pytest.mark.parametrize("making", MAKINGS)
def test_noise_does_not_count(making: str) -> None:
    page = MAKINGS[making](EXAMPLE)
    expected = records(page)
    for noise in (noise for name, noise in PAIRS if name == making):
        diplomas = records(NOISE[noise](page))
        assert list(map(said, diplomas)) == list(map(said, expected)), noise
        assert issues(diplomas) == issues(expected), noise
