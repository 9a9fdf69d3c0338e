"""Names and ids: the page a document is, and the id of each of its records."""

from urllib.parse import unquote, urlsplit

from parsers.document import Document
from schema.text import clean, page_slug

HOSTS = ("eduscol.education.fr", "referentiels-professionnels.eduscol.education.fr")


def is_site_address(url: str | None) -> bool:
    """Whether an address is one of the site's référentiels."""
    if not url:
        return False
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return host == HOSTS[1] or (
        host == HOSTS[0] and parts.path.lower().startswith("/referentiels-professionnels/")
    )


def page_name(document: Document, url: str | None) -> str | None:
    """The last path segment of a site's address, percent-decoded, without extension; for other
    documents the file's stem.
    """
    if is_site_address(url) or (url and document.name is None):
        segment = unquote(urlsplit(url or "").path.rstrip("/").rsplit("/", 1)[-1])
        stem = segment.rsplit(".", 1)[0] if "." in segment else segment
        return clean(stem) or None
    return clean(document.name) if document.name else None


def record_id(page: str | None, code: str | None, option: str | None = None) -> str:
    """Slug of the page, the code when there is one, and an option letter when one is needed."""
    parts = [page_slug(page or "") or "document", (code or "").lower(), (option or "").lower()]
    return "-".join(part for part in parts if part)
