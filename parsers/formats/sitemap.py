"""Sitemaps (sitemaps.org protocol 0.90): the addresses that they list."""

import re
from html import unescape
from typing import NamedTuple

_LOC = re.compile(r"<(?:\w+:)?loc\s*>([^<]{1,2100})<", re.IGNORECASE)
_INDEX = re.compile(r"<(?:\w+:)?sitemapindex[\s>]", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[(.{0,2100}?)\]\]>", re.DOTALL)


class Sitemap(NamedTuple):
    """`addresses`: of pages, or of further sitemaps if `is_index`."""

    addresses: tuple[str, ...]
    is_index: bool


def read_sitemap(body: bytes) -> Sitemap:
    """Return the addresses in `body`: XML, or text with an address a line; else an empty result.

    Read without an XML parser, which an entity bomb could exhaust.
    """
    text = body.decode("utf-8-sig", "replace")
    if text.lstrip().startswith("<"):
        plain = _CDATA.sub(lambda match: match[1], text)
        addresses = [unescape(match[1]).strip() for match in _LOC.finditer(plain)]
        return Sitemap(tuple(dict.fromkeys(addresses)), bool(_INDEX.search(plain)))
    lines = [line.strip() for line in text.splitlines()]
    return Sitemap(tuple(line for line in lines if line.startswith(("http://", "https://"))), False)
