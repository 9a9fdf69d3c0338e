"""An address in the archive: its last good content, without asking the network."""

from pathlib import Path

from parsers.document import Document
from schema.errors import UnusableInput
from scraper.addresses import Site, normalise
from scraper.pages import archived_page, archived_pages


def archived_document(address: str, data: Path) -> Document:
    """The document that the archive of `data` holds for an address, host and case aside.

    `UnusableInput` when there is no such archive, or no such page in it.
    """
    if not (data / "archive").is_dir():
        raise UnusableInput(f"{data}: no archive there; name the folder of a run with --data")
    wanted = normalise(address) or address
    page = archived_page(data, Site().key(wanted)) or next(
        # a page on a host of the user's own has a key that its folder decides
        (one for one in archived_pages(data) if wanted in {one.url, *one.aliases}),
        None,
    )
    if page is None:
        raise UnusableInput(
            f"{address}: not in the archive of {data}; eduscol fetch brings pages in"
        )
    response = page.content or page.unread
    if response is None:
        raise UnusableInput(f"{address}: known, but never read ({page.outcome.value})")
    return Document(response.body, page.url, response.content_type)
