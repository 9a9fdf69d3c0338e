"""A page that is written otherwise, and says the same, gives the same facts.

The pages are the sober ones of all rounds, true pages and near misses. All are mock-ups.
"""

import pytest

from parsers.formats.encoding import decode
from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential
from schema.text import fold
from tests.parsers.rewritings import OF_LINKS, REWRITINGS, plain
from tests.parsers.sober_pages.page import Page
from tests.parsers.sober_pages.test_sober_pages import NEAR_MISSES, ROUNDS
from tests.support.effort import SOAK

PAGES = [*(page for pages in ROUNDS for page in pages.PAGES), *NEAR_MISSES]
_LEXICON = Lexicon.packaged()
_EACH = 7 if SOAK else 101  # of so many pages one is rewritten in each way


def facts(record: Referential) -> tuple[object, ...]:
    """Return what must be the same, however the page is written: facts, not wordings."""
    return (
        fold(record.title), fold(record.name), record.diploma_type, record.code, record.level,
        record.first_session, record.last_session, record.status, record.rncp_codes,
        record.replaces, record.replaced_by,
        [(text.date, text.kind, text.nor) for text in record.legal_texts],
        [document.url for document in record.documents],
    )  # fmt: skip


def said(page: Page, text: str) -> list[tuple[object, ...]] | str:
    """Return the facts of each diploma of a page, or why it is refused."""
    document = Document(text.encode(), page.url, "text/html; charset=utf-8")
    try:
        return [facts(reading.record) for reading in read(document, _LEXICON).records]
    except Refused:
        return "refused"


@pytest.mark.parametrize("name", REWRITINGS)
def test_a_page_written_otherwise_says_the_same(name: str) -> None:
    rewriting = REWRITINGS[name]
    changed = []
    for page in PAGES[list(REWRITINGS).index(name) % _EACH :: _EACH]:
        text = plain(decode(page.body, "text/html").text)
        if (other := rewriting(text)) != text and said(page, text) != said(page, other):
            changed.append(page.name)
    assert changed == []


@pytest.mark.parametrize("name", OF_LINKS)
def test_how_a_link_opens_is_no_part_of_a_title(name: str) -> None:
    titles = []
    for page in PAGES[list(OF_LINKS).index(name) :: _EACH]:
        text = plain(decode(page.body, "text/html").text)
        document = Document(OF_LINKS[name](text).encode(), page.url, "text/html; charset=utf-8")
        try:
            records = [reading.record for reading in read(document, _LEXICON).records]
        except Refused:
            continue
        titles += [file.title for record in records for file in record.documents]
    assert titles
    assert not [title for title in titles if title and "fenêtre" in title]
