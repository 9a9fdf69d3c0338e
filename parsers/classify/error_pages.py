"""Recognise error pages: not found, login, robot challenge, maintenance, sent with status 200.

The crawler asks before it accepts a body, the reader before it reads one: both get the same
answer. The words are data (`schema/data/page_words.csv`). Two rules keep true pages out:

- a title or first heading decides only when one of its segments *begins* with words of an error
  (a diploma whose name holds "maintenance" begins with its type);
- words in the running text decide only on a short page that links to no file and states neither
  an order nor a code.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parsers.formats.complexity_limits import refuse_too_complex
from parsers.model.file_types import is_file
from parsers.segment.title_words import is_neutral, is_sentence, is_subject
from schema.code import placed_codes
from schema.issues import Refusal
from schema.text import clean, fold
from schema.title import read_title
from schema.vocabulary import page_words

# The reasons to refuse an error page, in the order in which their words are looked for.
ERROR_PAGES = (
    Refusal.NOT_FOUND_PAGE,
    Refusal.LOGIN_PAGE,
    Refusal.CHALLENGE_PAGE,
    Refusal.MAINTENANCE_PAGE,
)
_IN_HEADING = {reason: page_words(f"{reason} heading") for reason in ERROR_PAGES}
_IN_TEXT = {reason: page_words(f"{reason} text") for reason in ERROR_PAGES}
# Longer texts are articles or référentiels, whatever stands beside them.
_SHORT = 2500
# A notice stands at the beginning, below the title.
_BEGINNING = 1000
# An article that can be read is no wall, whatever its scripts and `noscript` say.
_WALL = 500
_NOT_SHOWN = frozenset("script style template noscript svg head".split())
_AROUND = frozenset("nav header footer aside".split())
_AROUND_ROLES = frozenset("navigation banner contentinfo complementary search dialog".split())
_SEGMENTS = re.compile(r"\s[-–—|:/]{1,2}\s|[|:!?.…»«]+")
_ORDER = re.compile(r"\b(?:arretes?|decrets?)\b.{0,60}\b(?:19|20)\d\d\b")
# Addresses and class names that firewalls put into their own pages.
_CHALLENGE_SCRIPT = re.compile(
    r"cf-chl-|_cf_chl|/cdn-cgi/challenge-platform|g-recaptcha|h-captcha|captcha-delivery\.com"
    r"|incapsula incident|_Incapsula_",
    re.IGNORECASE,
)


class FirstLook:
    """Check headings and beginning of a page. `error`: the reason if it is an error page, or None.

    `text`: the HTML (or plain) text; `tree`: as parsed, where it was parsed before. Raises
    `Refused(too-complex)` when the HTML parser could not take the text.
    """

    def __init__(self, text: str, tree: LexborHTMLParser | None = None) -> None:
        if tree is None:
            refuse_too_complex(text)
            tree = LexborHTMLParser(text)
        self._page, self._headings = _MainText(tree.body), _headings(tree)
        self.error = _error(text, self._page, self._headings)

    @cached_property
    def states_diploma(self) -> bool:
        """Return whether a heading names a diploma and the beginning has a code or dates an order.

        No error page does both, not even one of an unknown kind. The answer is also no where
        letters of the text were lost (U+FFFD): an order or a code may then be misread.
        """
        if self.error or "\ufffd" in self._page.text or not self._page.has_code_or_order:
            return False
        return any(map(_names_diploma, self._headings))


def classify_error_page(text: str, tree: LexborHTMLParser | None = None) -> Refusal | None:
    """Return why `text` is an error page (one of `ERROR_PAGES`), or None. See `FirstLook`."""
    return FirstLook(text, tree).error


def _names_diploma(heading: str) -> bool:
    """Return whether a heading names one diploma, and not a type or a subject of a whole type."""
    title = read_title(heading)
    is_named = bool(title.types) and bool(title.name) and not title.is_type_alone
    no_name = (is_neutral, is_sentence, is_subject)
    return is_named and not any(speaks_of_else(title.name) for speaks_of_else in no_name)


def _error(text: str, page: "_MainText", headings: list[str]) -> Refusal | None:
    # "Identification" is a label too, on a page that links to files or states an order
    for heading in headings or [page.text] * (not page.says_more and page.is_wall):
        reason = _heading_reason(heading)
        # "Maintenance" also is a sector, "Identification" a heading above a code, and no such page
        # states an order or a code
        is_open = reason is Refusal.LOGIN_PAGE and not page.asks_password
        is_open |= reason is Refusal.MAINTENANCE_PAGE
        if reason and not (is_open and page.has_code_or_order):
            return reason
    if page.says_more:
        return None
    if page.asks_password:
        return Refusal.LOGIN_PAGE
    plain = fold(page.text[:_BEGINNING])
    for reason, words in _IN_TEXT.items():
        if words.search(plain) and (page.is_wall or reason is not Refusal.CHALLENGE_PAGE):
            return reason
    return Refusal.CHALLENGE_PAGE if page.is_wall and _CHALLENGE_SCRIPT.search(text) else None


def _heading_reason(heading: str) -> Refusal | None:
    """Return the error that a segment of a heading begins with."""
    segments = [fold(segment) for segment in dict.fromkeys([heading, *_SEGMENTS.split(heading)])]
    reasons = [
        reason for folded in segments for reason, words in _IN_HEADING.items()
        if words.match(folded)
    ]  # fmt: skip
    # "Bac pro technicien de service - maintenance"
    if Refusal.MAINTENANCE_PAGE in reasons and read_title(heading).types:
        reasons = [reason for reason in reasons if reason is not Refusal.MAINTENANCE_PAGE]
    return next(iter(reasons), None)


def _headings(tree: LexborHTMLParser) -> list[str]:
    """Return the texts of `<title>` and of every `h1`, once each."""
    texts = [clean(node.text()[:500]) for node in tree.css("head > title, h1")]
    return list(dict.fromkeys(text for text in texts if text))


class _MainText:
    """The text that a reader sees, without navigation, header, footer and asides.

    It ends where it is too long for an error page.
    """

    def __init__(self, root: LexborNode | None) -> None:
        self._has_password = False
        self._root = root

    @cached_property
    def text(self) -> str:
        """Return the text, as far as it may be an error page's."""
        return " ".join(self._texts())

    @property
    def asks_password(self) -> bool:
        """Return whether a field for a password stands among the text."""
        _ = self.text  # fields are noted while it is read
        return self._has_password

    @property
    def is_wall(self) -> bool:
        """Return whether the text is so short that it may be a wall before the page."""
        return len(self.text) <= _WALL

    @cached_property
    def has_code_or_order(self) -> bool:
        """Return whether the text has a code or dates an order."""
        return bool(placed_codes(self.text)) or bool(_ORDER.search(fold(self.text)))

    @cached_property
    def says_more(self) -> bool:
        """Return whether the page states something that error pages never state."""
        # that it links to a file, as nearly all do, shows without a look at its text
        return self._has_file() or len(self.text) > _SHORT or self.has_code_or_order

    def _has_file(self) -> bool:
        """Return whether a link in the text leads to a file."""
        known: dict[int, bool] = {}
        return any(
            is_file(link.attributes.get("href")) and not _is_inside(link, known)
            for link in (self._root.css("[href]") if self._root is not None else ())
        )

    def _texts(self) -> Iterator[str]:
        """Yield the texts in order; note a field for a password among them."""
        stack, length = [self._root.child if self._root is not None else None], 0
        while stack and length <= _SHORT:
            node = stack.pop()
            if node is None:
                continue
            stack.append(node.next)
            tag = node.tag or "-"
            if tag == "-text":
                raw = node.text_content or ""
                if raw and not raw.isspace() and (text := clean(raw)):
                    yield text
                    length += len(text)
            elif tag[0] not in "-!#" and not _is_around(node, tag, attributes := node.attributes):
                self._has_password |= (attributes.get("type") or "").lower() == "password"
                stack.append(node.child)


def _is_inside(node: LexborNode | None, known: dict[int, bool]) -> bool:
    """Return whether an element stands in, or is, an element that `_is_around`.

    `known`: the answers so far: thousands of links may stand thousands of elements deep.
    """
    below: list[int] = []
    inside = False
    while node is not None and not inside and (tag := node.tag or "-") != "body":
        if node.mem_id in known:
            inside = known[node.mem_id]
            break
        below.append(node.mem_id)
        inside = _is_around(node, tag, node.attributes)
        node = node.parent
    known.update(dict.fromkeys(below, inside))
    return inside


def _is_around(node: LexborNode, tag: str, attributes: dict[str, str | None]) -> bool:
    """Return whether the element is not shown, or is boilerplate by its tag or role."""
    if tag in _NOT_SHOWN:
        return True
    around = tag in _AROUND or attributes.get("role") in _AROUND_ROLES
    return around and node.css_first("h1") is None
