"""The sample site: every page gives the records that were written down for it by hand."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential
from scraper.pipeline.load_sources import LoadedSources
from scraper.pipeline.reader import Reader
from scraper.sources.known_pages import KnownPages
from scraper.sources.official_list import OfficialList

FIXTURES = Path(__file__).parent.parent / "fixtures"
SITE: dict[str, Any] = json.loads((FIXTURES / "expected" / "site.json").read_text("utf-8"))


@cache
def sources() -> LoadedSources:
    """The packaged sources, by which pages of several diplomas without codes are divided."""
    loaded = LoadedSources(Reader(Lexicon.packaged()))
    loaded.add(KnownPages())
    loaded.add(OfficialList())
    return loaded


def records(path: str) -> tuple[Referential, ...]:
    url = f"https://{quote(path)}"
    document = Document((FIXTURES / "site" / path).read_bytes(), url)
    reading = read(document, Lexicon.packaged(), sources().expected(url))
    return tuple(record.record for record in reading.records)


@pytest.mark.parametrize("path", SITE)
def test_page(path: str) -> None:
    if reason := SITE[path].get("refused"):
        with pytest.raises(Refused) as refused:
            records(path)
        assert refused.value.reason.value == reason
        return
    published = [json.loads(record.model_dump_json()) for record in records(path)]
    expected = SITE[path]["records"]
    assert [record["id"] for record in published] == [record["id"] for record in expected]
    for record, wanted in zip(published, expected, strict=True):
        shown = {name: _comparable(record[name], value) for name, value in wanted.items()}
        assert shown == wanted


def test_every_page_of_the_site_has_an_expectation() -> None:
    files = {str(f.relative_to(FIXTURES / "site")) for f in (FIXTURES / "site").rglob("*.*")}
    assert {name for name in files if name.endswith((".html", ".pdf"))} == set(SITE)


def _comparable(actual: Any, expected: Any) -> Any:
    """The keys that the expectation states of each trade, document or order."""
    if not isinstance(actual, list) or not actual or not isinstance(actual[0], dict):
        return actual
    keys = set(expected[0]) if expected else set(actual[0])
    return [{key: item[key] for key in item if key in keys} for item in actual]
