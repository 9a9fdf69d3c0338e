"""Classify a response as a usable page or a named failure."""

import codecs
import re
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from parsers.formats.complexity_limits import refuse_too_complex
from parsers.formats.encoding import decode
from parsers.formats.html_links import moved_to
from parsers.model.reader_faults import faults_as_refusals
from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue
from scraper.model.response import Answer, Failure, FailureKind, NotInCopy, Response
from scraper.model.site import Site
from scraper.model.url import normalise

if TYPE_CHECKING:
    from parsers.classify.error_pages import FirstLook

_MARKUP = re.compile(rb"<(!doctype|html|head|body|title|h1|p|div|table|a)\b", re.IGNORECASE)
_REFRESH = re.compile(r"http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)

_HTML_TYPES = ("text/html", "application/xhtml+xml")


def is_pdf(response: Response) -> bool:
    """Return whether the body is a PDF, whatever the header says."""
    return b"%PDF-" in response.body[:1024]


def is_html(response: Response) -> bool:
    """Return whether the body is an HTML page, whatever the header says."""
    beginning = response.body[:8192]
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        beginning = beginning.replace(b"\0", b"")
    return not is_pdf(response) and bool(_MARKUP.search(beginning))


def html_text(response: Response) -> str | None:
    """Return the text of an HTML page; None if it is not HTML or no encoding reads it."""
    return _text(response.body, response.content_type) if is_html(response) else None


def error_page(text: str) -> Refusal | None:
    """Return why `text` is an error page sent with status 200; None if it may be a page.

    None too for a text that the reader refuses as too complex, or as a fault of its own.
    """
    with suppress(Refused), faults_as_refusals():
        look = _first_look(text)
        return look.error if look else None
    return None


def states_diploma(response: Response) -> bool:
    """Return whether headings and beginning of an HTML page state a diploma: no error page does."""
    text = html_text(response)
    with suppress(Refused), faults_as_refusals():
        look = _first_look(text) if text is not None else None
        return look is not None and look.states_diploma
    return False


def redirect_in_page(response: Response) -> str | None:
    """Return the address to which an HTML page sends its visitors (`meta refresh`), if it does.

    A page that states a diploma itself is read.
    """
    text = html_text(response) if response.status == 200 else None
    tree = html_tree(text) if text is not None and _REFRESH.search(text) else None
    target = moved_to(tree, response.final_url) if tree else None
    address = normalise(target) if target else None
    return None if address == response.final_url or states_diploma(response) else address


@lru_cache(maxsize=1)  # a page is looked at when it comes, and when it is recorded
def _first_look(text: str) -> "FirstLook | None":
    from parsers.classify.error_pages import FirstLook  # a crawl that finds nothing new needs none

    tree = html_tree(text)
    return FirstLook(text, tree) if tree else None


@lru_cache(maxsize=1)  # and its links are in the same tree
def html_tree(text: str) -> LexborHTMLParser | None:
    """Parse the text of an HTML page; None if it is too complex."""
    try:
        refuse_too_complex(text)
    except Refused:
        return None
    return LexborHTMLParser(text)


@lru_cache(maxsize=1)  # a page is classified, and then its links are followed
def _text(body: bytes, content_type: str | None) -> str | None:
    try:
        return body.decode("utf-8")  # what else there may be to mend does not touch links
    except UnicodeDecodeError:
        pass
    try:
        return decode(body, content_type).text
    except Refused:
        return None  # the reader refuses the page with this reason; there is nothing to follow


def classify(answer: Answer) -> Answer:
    """Return `answer`, or the failure it amounts to: bad status, error page, wrong type."""
    if isinstance(answer, Failure | NotInCopy) or answer.status == 304:
        return answer
    if answer.status != 200:
        return failure(answer, FailureKind.STATUS, f"status {answer.status}")
    if not answer.body.strip():
        return failure(answer, FailureKind.SOFT_ERROR, "empty: nothing in it")
    if is_pdf(answer):
        return answer
    text = html_text(answer)
    if text is not None and (reason := error_page(text)):
        return failure(answer, FailureKind.SOFT_ERROR, reason.value)
    if text is None and not is_html(answer):
        declared = answer.content_type or "no Content-Type"
        return failure(answer, FailureKind.WRONG_TYPE, f"neither HTML nor PDF ({declared})")
    return answer


def unless_start_page(site: Site, requested: str, answer: Answer) -> Answer:
    """Return `answer`, or the failure when a redirect led from a page to a start page."""
    if not isinstance(answer, Response) or not answer.hops or answer.status != 200:
        return answer
    if not site.is_start_page(answer.final_url) or site.is_start_page(requested):
        return answer
    return failure(answer, FailureKind.SOFT_ERROR, f"{_START_PAGE} ({answer.final_url})")


def type_issue(response: Response) -> Issue | None:
    """Return the issue of a page whose declared type differs from its body; None if they agree."""
    declared = response.media_type
    fits = declared == "application/pdf" if is_pdf(response) else declared in _HTML_TYPES
    if fits:
        return None
    detail = "the body is " + ("a PDF" if is_pdf(response) else "HTML")
    return issue(IssueCode.WRONG_CONTENT_TYPE, None, response.content_type, detail)


def failure(response: Response, kind: FailureKind, detail: str) -> Failure:
    """Make the failure of a response that cannot be used; it is archived nevertheless."""
    return Failure(response.url, kind, detail, response.status, response, response.hops)


class ResponseCheck(NamedTuple):
    """How responses are checked.

    `classify`: returns the answer, or the failure it amounts to. `type_issue`: the issue of a
    usable one. `is_page`: links are followed, and what is missing in two runs is gone.
    """

    classify: Callable[[Answer], Answer]
    type_issue: Callable[[Response], Issue | None]
    is_page: bool


PAGES = ResponseCheck(classify, type_issue, is_page=True)


def is_soft_404(failure: Failure) -> bool:
    """Return whether an answer with status 200 says that the page is not there."""
    return failure.kind is FailureKind.SOFT_ERROR and (
        failure.detail == Refusal.NOT_FOUND_PAGE or failure.detail.startswith(_START_PAGE)
    )


def is_missing(failure: Failure) -> bool:
    """Return whether the answer says that the page is not there."""
    return failure.status in (404, 410) or is_soft_404(failure)


def is_trouble(failure: Failure) -> bool:
    """Return whether the failure concerns the site or the network, and not this page alone.

    Several of these in a row mean that going on would be hammering. A redirect to another host is
    an answer about this page where it keeps the page's name; otherwise it may be a wall.
    """
    if failure.kind in _OF_THE_PAGE:
        return False
    if failure.kind is FailureKind.SOFT_ERROR:
        return failure.detail in _WALLS
    if failure.kind is FailureKind.OFF_HOST_REDIRECT:
        return not _keeps_name(failure)
    return failure.status not in (404, 410)


def is_loss(failure: Failure) -> bool:
    """Return whether a failure of a page that had content before counts as trouble of the site."""
    return failure.kind in _LOSSES


def _keeps_name(failure: Failure) -> bool:
    names = [
        urlsplit(address).path.rpartition("/")[2].casefold().partition(".")[0]
        for address in (failure.url, failure.target or "")
    ]
    return names[0] == names[1] != ""


_START_PAGE = "redirected to a start page"
_WALLS = frozenset({Refusal.CHALLENGE_PAGE, Refusal.LOGIN_PAGE, Refusal.MAINTENANCE_PAGE})
_LOSSES = frozenset({FailureKind.SOFT_ERROR, FailureKind.WRONG_TYPE, FailureKind.TOO_LARGE})
_OF_THE_PAGE = frozenset({FailureKind.ROBOTS, FailureKind.WRONG_TYPE, FailureKind.TOO_LARGE})
