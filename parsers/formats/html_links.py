"""The addresses that a page links to."""

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.formats.complexity_limits import refuse_too_complex

_HARMLESS = 100_000  # no markup of this length costs the parser more than half a second
# Parsing such an address with its base takes ten times as long as joining them.
_PLAIN = re.compile(r"/?[\w%-]+(?:[./][\w%-]+)*", re.ASCII)
# a base with nothing to be resolved in it
_PLAIN_BASE = re.compile(
    r"https?://[\w.:-]+(?:/[\w%-][\w%.-]*)*/(?:[\w%-][\w%.-]*)?(?:\?[\w%.=&/-]*)?", re.ASCII
)
_REFRESH = re.compile(r"\s*+([\d.]*+)\s*+[;,]\s*+url\s*+=\s*+[\"']?([^\"'>]+)", re.IGNORECASE)
# A page that is loaded anew later is one to be read.
_SOON = 10
_TARGETS = (
    ("a[href]", "href"),
    ("area[href]", "href"),
    ("frame[src]", "src"),
    ("iframe[src]", "src"),
)


def links(text: str, url: str, tree: LexborHTMLParser | None = None) -> list[str]:
    """Return the absolute addresses that the HTML `text`, found at `url`, leads to, once each.

    Links, image maps, frames and the `refresh` that copies of a site leave for a redirect;
    `<base>` is obeyed. In document order within each of these. Addresses are as written, joined
    with the base only; what cannot be joined is no address. `tree`: the text as parsed, where it
    was parsed before. Refused `too-complex`.
    """
    if tree is None:
        if len(text) > _HARMLESS:
            refuse_too_complex(text)
        tree = LexborHTMLParser(text)
    base = base_of(tree, url)
    nodes = ((node, name) for selector, name in _TARGETS for node in tree.css(selector))
    written = [node.attributes.get(name) or "" for node, name in nodes]
    for node in tree.css("meta[http-equiv]"):
        match = _REFRESH.match(node.attributes.get("content") or "")
        if match and (node.attributes.get("http-equiv") or "").lower() == "refresh":
            written.append(match[2])
    join = joiner(base)
    absolute = [join(target) for target in map(str.strip, written) if target]
    return list(dict.fromkeys(address for address in absolute if address))


def moved_to(tree: LexborHTMLParser, url: str) -> str | None:
    """Return where a page found at `url` sends its visitors within seconds (`refresh`), if it does.

    What is meant for browsers without scripts alone is left out.
    """
    for node in tree.css("meta[http-equiv]"):
        match = _REFRESH.match(node.attributes.get("content") or "")
        is_refresh = (node.attributes.get("http-equiv") or "").lower() == "refresh"
        if match and is_refresh and _is_soon(match[1]) and not _is_in_noscript(node):
            return joined_address(base_of(tree, url), match[2].strip())
    return None


def _is_soon(delay: str) -> bool:
    seconds = delay.partition(".")[0]
    return len(seconds) <= len(str(_SOON)) and int(seconds or 0) <= _SOON


def _is_in_noscript(node: LexborNode) -> bool:
    while node.parent is not None:
        node = node.parent
        if node.tag == "noscript":
            return True
    return False


def base_of(tree: LexborHTMLParser, url: str) -> str:
    """Return what the links of a page found at `url` are relative to: its `<base>`, else `url`."""
    written = next((n.attributes["href"] for n in tree.tags("base") if "href" in n.attributes), "")
    return joined_address(url, written) or url if written else url


@lru_cache(maxsize=4)  # the links of a page have one base
def joiner(base: str) -> Callable[[str], str | None]:
    """Return a function that joins targets with `base`, the plain ones without parsing.

    It returns None for what is no address.
    """
    folder = base.partition("?")[0].rpartition("/")[0] + "/"
    origin = "/".join(base.split("/", 3)[:3])
    is_plain = _PLAIN_BASE.fullmatch(base)

    def join(target: str) -> str | None:
        if is_plain and _PLAIN.fullmatch(target):
            return (origin if target.startswith("/") else folder) + target
        return joined_address(base, target)

    return join


def joined_address(base: str, target: str) -> str | None:
    """Return the absolute address of `target` on a page at `base`; None for what is no address."""
    try:
        return urljoin(base, target)
    except ValueError:  # such as an unclosed bracket in the host
        return None
