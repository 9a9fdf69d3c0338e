"""Every registered source has its licence, its rank and its words in the documents."""

from pathlib import Path

import pytest

from schema.errors import ProgramFault
from schema.source_ranks import ranks
from schema.text import fold
from schema.vocabulary import rows, source_row
from scraper.sources.registry import NAMES, PAGES, REGISTRY

PROJECT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", NAMES)
def test_a_source_is_named_with_its_licence(name: str) -> None:
    publisher = source_row(name)["title"].partition(",")[0]
    assert fold(publisher) in fold((PROJECT / "DATA-LICENSES.md").read_text("utf-8"))
    assert f"`{name}`" in (PROJECT / "docs/sources.md").read_text("utf-8")


def test_a_source_without_a_row_is_told_with_the_file_that_lacks_it() -> None:
    with pytest.raises(ProgramFault, match=r"sources\.csv: no row of the source 'ghost'"):
        source_row("ghost")
    assert {row["name"] for row in rows("sources.csv")} == set(NAMES)


def test_a_source_of_records_has_its_place_in_each_rank() -> None:
    """Without one it would come last silently."""
    of_records = {PAGES, *(entry.name for entry in REGISTRY if entry.open)}
    assert {rank.fields: of_records - {*rank.sources} for rank in ranks()} == {
        rank.fields: set() for rank in ranks()
    }
