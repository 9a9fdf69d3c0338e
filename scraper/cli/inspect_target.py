"""Look up the target of `eduscol inspect`: a file, a name or an address. Offline."""

from pathlib import Path

from output.versions.published_records import Names, published_records
from parsers.model.document import Document
from parsers.model.identifiers import address_name
from schema.code import CodeScolarite
from schema.errors import UnusableInput, missing_data
from schema.text import page_slug
from scraper.cli.input_files import STDIN, input_names, inputs
from scraper.model.site import Site
from scraper.model.url import normalise
from scraper.state.archived_pages import archived_page, archived_pages, open_to_read


class Wanted:
    """Select records by id, page, address or code, in any writing of the code."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._is_address = target.startswith(("http://", "https://"))
        self._key = Site().key(normalise(target) or target) if self._is_address else None
        self._slug = page_slug(target)
        code = CodeScolarite.parse(target).value
        self._code = code.code if code else None

    @property
    def may_be_published(self) -> bool:
        """Return whether the target may be a published record: it is not a file."""
        return self._is_address or not is_there(self._target)

    def __call__(self, record: Names) -> bool:
        """Return whether the record with these names is wanted."""
        if self._key is not None:
            url = record.url
            return url is not None and Site().key(normalise(url) or url) == self._key
        if self._code is not None and record.code == self._code:
            return True
        names = {record.id} if record.page is None else {record.id, page_slug(record.page)}
        return self._slug in names


def document_of(target: str, data: Path) -> Document:
    """Return the document of a file, or of an address or a name in the archive of `data`.

    A name is the id or code of a published record, or the name of any page: one that was refused
    has no record. `UnusableInput` for a target that is none of these.
    """
    if target.startswith(("http://", "https://")):
        return archived_document(target, data)
    if target != STDIN and not is_there(target):
        return archived_document(_address_of(target, data), data)
    document = next(inputs(input_names((target,), None), None)).document
    if document is None:
        raise UnusableInput(f"{target}: it cannot be read")
    return document


def _address_of(name: str, data: Path) -> str:
    """Return the address of the only page of that name. `UnusableInput` for none, or several."""
    latest, has_archive = data / "published" / "latest", (data / "archive").is_dir()
    if not has_archive and not latest.is_dir():
        raise UnusableInput(
            f"{name}: no such file, and {data} has no version to look in; name the folder "
            "of a run with --data, or make one with eduscol run"
        )
    addresses: set[str | None] = set()
    if latest.is_dir():
        addresses = {read.record.url for read in published_records(latest, Wanted(name))}
    if not addresses and has_archive:
        slug = page_slug(name)
        with open_to_read(data) as (state, _):
            addresses = {
                page.url
                for page in state.pages()
                if page_slug(address_name(page.url) or "") == slug
            }
    found = sorted(filter(None, addresses))
    if addresses == {None}:
        raise UnusableInput(f"{name}: its record comes from other sources, no page can be read")
    if len(found) > 1:
        raise UnusableInput(f"{name}: several pages, give the address of one: {', '.join(found)}")
    if not found:
        raise UnusableInput(
            f"{name}: no such file, and no record of that id, page or code, nor another page of "
            f"that name, in {data}; eduscol search finds diplomas by words and former codes"
        )
    return found[0]


def archived_document(address: str, data: Path) -> Document:
    """Return the document that the archive of `data` holds for an address, host and case aside.

    `UnusableInput` when there is no such archive, or no such page in it.
    """
    if not (data / "archive").is_dir():
        raise missing_data(data, "archive")
    wanted = normalise(address) or address
    page = archived_page(data, Site().key(wanted)) or next(
        # a page on a host of the user's own has a key that its folder decides
        (page for page in archived_pages(data) if wanted in {page.url, *page.aliases}),
        None,
    )
    if page is None:
        raise UnusableInput(
            f"{address}: not in the archive of {data}; eduscol fetch brings pages in"
        )
    response = page.to_read
    if page.damaged:
        raise UnusableInput(
            f"{address}: the archive of {data} has lost its content (archive-damaged): a file of "
            "it is damaged or gone; eduscol fetch brings the page in again"
        )
    if response is None:
        why = f": {page.detail}" if page.detail else ""
        raise UnusableInput(f"{address}: known, but never read ({page.outcome.value}{why})")
    return Document(response.body, page.url, response.content_type)


def is_there(target: str) -> bool:
    """Return whether `target` is a path that exists; a record's id may be too long for a path."""
    try:
        return Path(target).exists()
    except (OSError, ValueError):
        return False
