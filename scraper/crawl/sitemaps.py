"""Read the sitemaps that robots.txt names: addresses of pages inside the site's folders."""

import zlib
from collections.abc import Callable, Iterable

from parsers.formats.sitemap import read_sitemap
from schema.secrets import masked
from scraper.clients.content_encoding import BodyTooLarge, BodyTruncated, WrongEncoding, read_body
from scraper.model.response import Answer, Client, Response
from scraper.model.site import Site
from scraper.model.url import normalise

MAX_SITEMAPS = 50
_GZIP = b"\x1f\x8b"
_SIZE = 52_428_800  # sitemaps.org: 50 MB uncompressed


def sitemap_pages(
    client: Client,
    site: Site,
    sitemaps: Iterable[str],
    on_answer: Callable[[str, Answer, str | None], None],
) -> list[str]:
    """Return the addresses inside the folders that `sitemaps`, and those they name, list.

    `on_answer` is called with each: address, answer, and why it was not used if it was not.
    """
    queue = [address for written in sitemaps if (address := normalise(written))]
    read: set[str] = set()
    pages: list[str] = []
    while queue and len(read) < MAX_SITEMAPS:
        address = queue.pop(0)
        if address in read or not site.allows(address):
            continue
        read.add(address)
        answer = client.get(address)
        body, trouble = _body(answer)
        on_answer(masked(address), answer, trouble)
        sitemap = read_sitemap(body)
        plain = [link for written in sitemap.addresses if (link := normalise(written))]
        if sitemap.is_index:
            queue += plain
        else:
            pages += [link for link in plain if site.follows(link)]
    return list(dict.fromkeys(pages))


def _body(answer: Answer) -> tuple[bytes, str | None]:
    if not isinstance(answer, Response):
        return b"", getattr(answer, "detail", "absent")
    if answer.status != 200:
        return b"", f"status {answer.status}"
    if not answer.body.startswith(_GZIP):
        return answer.body, None
    try:
        return read_body([answer.body], "gzip", _SIZE), None
    except (BodyTooLarge, BodyTruncated, WrongEncoding, zlib.error) as error:
        return b"", str(error)
