"""Codes: what follows from a type."""

import pytest

from schema.code import level_of_type


@pytest.mark.parametrize(
    ("diploma_type", "level"),
    [("CAP", 3), ("BAC_PRO", 4), ("BTS", 5), ("DN_MADE", 6),
     ("MC", None), ("CS", None), ("TITRE_PRO", None), ("OTHER", None), ("none such", None)],
)  # fmt: skip
def test_a_type_has_a_level_where_all_its_prefixes_have_that_one(
    diploma_type: str, level: int | None
) -> None:
    assert level_of_type(diploma_type) == level
