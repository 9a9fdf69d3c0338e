"""A fault of the reader costs its own page alone, and is told with page, error and line."""

import re
from pathlib import Path
from typing import Any

import pytest

from parsers import parse
from parsers.extract.record import read_record
from parsers.model import reader_faults
from parsers.model.document import Context
from scraper.crawl import response_check
from scraper.library.reading import parse_html
from scraper.model.response import Response
from scraper.pipeline.readings_cache import NAME
from tests.support.command import invoke
from tests.support.line_files import rows_of
from tests.support.raised_faults import fault_as_refusal
from tests.support.small_site import PAGES, small_site

FAULTY = "MC3_METI"
DETAIL = "IndexError: list index out of range"


def _failing_on_one_page(*arguments: Any) -> Any:
    contexts = [each for each in arguments if isinstance(each, Context)]
    if any(c.page == FAULTY and c.kind == "html" for c in contexts):
        return [][0]
    return read_record(*arguments)


@pytest.fixture(autouse=True)
def _faults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_faults, "reader_fault", fault_as_refusal)
    monkeypatch.setattr(parse, "read_record", _failing_on_one_page)


def _run(folder: Path, *options: object) -> tuple[int, str]:
    data = folder / "data"
    data.mkdir(exist_ok=True)
    (data / NAME).touch()  # readings of its own: those of a faulty program are no other test's
    site = folder / "site"
    if not site.exists():
        small_site(site)
    done = invoke("run", "--mirror", site, "--data", data, "--no-site", "--no-xlsx", *options)
    return done.exit_code, done.output


def test_a_page_on_which_the_program_fails_stops_the_publication_by_its_name(
    tmp_path: Path,
) -> None:
    code, output = _run(tmp_path)
    assert code == 4, output
    assert "documents on which the program failed: 1 (https://" in output
    assert FAULTY in output
    assert DETAIL in output
    assert "--accept reader-fault" in output
    assert not (tmp_path / "data" / "published" / "latest").exists()


def test_all_other_pages_are_published_where_that_is_accepted(tmp_path: Path) -> None:
    code, output = _run(tmp_path, "--accept", "reader-fault")
    assert code == 0, output
    rows = rows_of(tmp_path / "data" / "published" / "latest", "referentials")
    assert {row["page"] for row in rows} == {"e009"}
    rejected = rows_of(tmp_path / "data" / "published" / "latest", "rejected")
    found = [row for row in rejected if row["reason"] == "reader-fault"]
    assert [row["page"] for row in found] == [FAULTY]
    assert re.fullmatch(rf"{DETAIL} \(parsers/parse.py, line \d+\)", found[0]["detail"])


def test_the_library_returns_a_refusal(tmp_path: Path) -> None:
    page = small_site(tmp_path) / PAGES / f"{FAULTY}.html"
    parsed = parse_html(page.read_bytes(), f"https://eduscol.education.fr/{FAULTY}.html")
    assert parsed.refusal
    assert (parsed.refusal.reason, parsed.refusal.detail.startswith(DETAIL)) == (
        "reader-fault",
        True,
    )


def test_a_crawl_goes_on_where_the_first_look_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: str) -> None:
        raise IndexError

    monkeypatch.setattr(response_check, "_first_look", failing)
    assert response_check.error_page("<html><h1>CAP Boucher</h1></html>") is None
    url = "https://example.org/a"
    answer = Response(url, url, 200, (), b"<html><h1>CAP Boucher</h1></html>")
    assert not response_check.states_diploma(answer)
