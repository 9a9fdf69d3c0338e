"""Read the pages of the archive: the step between fetching and publishing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from parsers.model.document import Document, ExpectedDiploma
from parsers.model.identifiers import page_name
from parsers.model.reading import ReadRecord
from schema.errors import Refused
from schema.issues import Issue
from scraper.model.response import Outcome
from scraper.model.site import is_known_address
from scraper.pipeline.reader import Reader
from scraper.pipeline.serialised_reading import Task
from scraper.state.archived_pages import ArchivedPage


@dataclass(frozen=True)
class PageResult:
    """One page of the archive, read.

    `records`: empty when `refused` says why not or when there is no content.
    `issues`: about the fetching of the page; a record's own stand in it.
    `update`: what the page says of its last change, as published.
    """

    page: ArchivedPage
    name: str | None
    records: tuple[ReadRecord, ...] = ()
    refused: Refused | None = None
    issues: tuple[Issue, ...] = field(default=())
    layout: str | None = None
    update: str | None = None


def read_pages(
    pages: Iterator[ArchivedPage],
    reader: Reader,
    expected: Callable[[str], tuple[ExpectedDiploma, ...]] = lambda _: (),
) -> Iterator[PageResult]:
    """Read every page that has content; an error page sent as a page (200) is refused by name.

    A page that the site says is gone gives nothing, whatever it held before.

    `expected`: the diplomas that other sources place at an address.
    """
    for page, reading in reader.read((page, _task(page, expected)) for page in pages):
        name = page_name(Document(b"", page.url), page.url)
        if reading is None:
            yield PageResult(page, name, issues=page.issues)
        elif isinstance(reading, Refused):
            yield PageResult(page, name, refused=reading, issues=page.issues)
        else:
            yield PageResult(
                page, name, reading.records, None, page.issues, reading.layout, reading.update
            )


def _task(
    page: ArchivedPage, expected: Callable[[str], tuple[ExpectedDiploma, ...]]
) -> Task | None:
    response = page.to_read
    if response is None or page.alias_of or page.outcome is Outcome.GONE:
        return None
    diplomas = expected(page.url)
    known = bool(diplomas) or is_known_address(page.url)
    document = Document(
        response.body, page.url, response.content_type, is_known=known, base=page.reached
    )
    return Task(document, diplomas)
