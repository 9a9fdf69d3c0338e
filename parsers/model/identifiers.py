"""Names and ids: the page a document is, and the id of each of its records."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

from schema.text import clean, page_slug

if TYPE_CHECKING:  # a crawl that finds nothing new loads no models of records
    from parsers.model.document import Document

# Onisep's identifier of a fiche, at the head of a file's name: FOR.8335_cs_ex_mc_….md
_FICHE = re.compile(r"FOR\.[0-9]+(?![0-9])", re.IGNORECASE)
# The folder of référentiels on each host of the site, the oldest host first.
FOLDERS = {
    "eduscol.education.fr": "/referentiels-professionnels/",
    "referentiels-professionnels.eduscol.education.fr": "/",
    "eduscol.education.gouv.fr": "/referentiels-professionnels/",
    "referentiels-professionnels.eduscol.education.gouv.fr": "/",
}
# Cited since 2026; no address of a known diploma is on them yet.
SUCCESSOR_HOSTS = (
    "eduscol.education.gouv.fr",
    "referentiels-professionnels.eduscol.education.gouv.fr",
)


@lru_cache(maxsize=64)  # several questions in a row are about one address
def split(url: str | None) -> SplitResult | None:
    """Return the parts of an address; None when it is not an address."""
    try:
        parts = urlsplit(url or "")
        return parts if url and (parts.hostname or parts.path) else None
    except ValueError:
        return None


def is_site_address(url: str | None) -> bool:
    """Return whether an address belongs to a référentiel of the site.

    It is a page in their folder, not the folder's own list.
    """
    parts = split(url)
    if parts is None:
        return False
    host = (parts.hostname or "").removeprefix("www.")
    folder, path = FOLDERS.get(host), parts.path.lower()
    return bool(folder and path.startswith(folder)) and path not in (folder, f"{folder}index.html")


def page_name(document: "Document", url: str | None) -> str | None:
    """Return the name that a site's address gives a page: see `address_name`.

    For other documents the file's stem. None for a fiche without a page.
    """
    if fiche_id(document) and not is_site_address(url):
        return None
    if split(url) and (is_site_address(url) or document.name is None):
        return address_name(url)
    return clean(document.name) if document.name else None


def address_name(url: str | None) -> str | None:
    """Return the last segment of an address's path, percent-decoded, without extension.

    Behind a number it has that too, since content managers tell pages apart by it:
    `/1792/presentation` → `1792-presentation`.
    """
    parts = split(url)
    folder, _, segment = parts.path.rstrip("/").rpartition("/") if parts else ("", "", "")
    segment, number = unquote(segment), folder.rpartition("/")[2]
    stem = segment.rsplit(".", 1)[0] if "." in segment else segment
    is_numbered = bool(stem) and number.isdigit() and number.isascii()
    return clean(f"{number}-{stem}" if is_numbered else stem) or None


def fiche_id(document: "Document") -> str | None:
    """Return Onisep's identifier (`FOR.8335`) if it is the document's name, else None."""
    match = _FICHE.match(document.name or "")
    return match[0].upper() if match else None


def record_id(page: str | None, code: str | None, option: str | None = None) -> str:
    """Return an id of the page's slug, the code if known, and an option's letter or name."""
    parts = [page_slug(page or "") or "document", (code or "").lower(), (option or "").lower()]
    return "-".join(part for part in parts if part)


def own_id(document: "Document", source: str, code: str | None) -> str | None:
    """Return the id of a diploma without a page, by the name that its source gives it."""
    if source == "list" and code:
        return f"cfd.{code.lower()}"
    fiche = fiche_id(document)
    return fiche.lower() if fiche and source == "onisep" else None
