"""Where sources differ, whether that is a warning; and which codes replaced which."""

from typing import Any

import pytest

from parsers.linkage.code_history import Successions, successions_of
from parsers.linkage.conflicts import differences
from schema.issues import IssueCode
from schema.source_ranks import ranks
from tests.support.samples import record
from tests.support.source_documents import source_record

RANKS = {rank.fields[0]: rank for rank in ranks()}
LOUD, QUIET = IssueCode.SOURCES_DISAGREE, IssueCode.SOURCES_DIFFER


@pytest.mark.parametrize(
    ("page", "other", "told"),
    [
        ({"level": 3}, {"level": 4}, LOUD),
        ({"level": 3}, {"level": 3}, None),
        ({"level": 3}, {}, None),  # who says nothing does not contradict
        ({"acronym": "A"}, {"acronym": "B"}, QUIET),
        ({"acronym": "É.A"}, {"acronym": "e a"}, None),
        ({"title": "CAP boulanger", "name": "boulanger"},
         {"title": "CAP pâtissier", "name": "pâtissier"}, LOUD),
        ({"title": "CAP boulanger", "name": "boulanger"},
         {"title": "CAP Boulanger", "name": "BOULANGER"}, None),
        # a list that knows one code for all options names none
        ({"title": "BTS a option B", "name": "audiovisuel option B"},
         {"title": "BTS a", "name": "audiovisuel"}, None),
    ],
)  # fmt: skip
def test_differences(page: dict[str, Any], other: dict[str, Any], told: IssueCode | None) -> None:
    first, second = source_record("eduscol", **page), source_record("list", **other)
    result = list(differences(RANKS[next(iter(page))], None, [first], [first, second]))
    assert [(item, issue.issue) for item, issue in result] == ([(second, told)] if told else [])


def test_a_derived_value_contradicts_nobody_and_a_difference_names_both() -> None:
    first = source_record("eduscol", level=3)
    derived = source_record("list", ["level"], level=4)
    assert list(differences(RANKS["level"], 3, [first], [first, derived])) == []
    ((_, issue),) = differences(RANKS["level"], 3, [first], [first, source_record("list", level=4)])
    assert (issue.field, issue.value) == ("level", "3 | 4")
    assert list(differences(RANKS["level"], 3, [], [first])) == []


def test_successions() -> None:
    diploma = record(code="40025303", replaces=("40025302",), replaced_by=("40025304", "40025303"))
    pairs = successions_of(diploma)
    assert pairs == (("40025304", "40025303"), ("40025303", "40025302"))
    known = Successions([*pairs, ("40025305", "40025303")])
    assert known.of("40025303") == ["40025304", "40025305"]
    assert known.of("40025304") == known.of(None) == []
    assert known.related("40025302", "40025303")
    assert known.related("40025303", "40025302")
    assert not known.related("40025302", "40025304")  # not of one step
    assert successions_of(record(code=None, replaces=("40025302",))) == ()
