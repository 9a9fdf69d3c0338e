"""What an answer is worth: a page, or a failure of a named kind."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from parsers.classify.error_pages import classify_error_page
from parsers.formats.encoding import decode
from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue
from scraper.model.response import Answer, Failure, FailureKind, NotInCopy, Response

_MARKUP = re.compile(rb"<(!doctype|html|head|body|title|h1|p|div|table|a)\b", re.IGNORECASE)

_HTML_TYPES = ("text/html", "application/xhtml+xml")


def is_pdf(response: Response) -> bool:
    """Whether the body is a PDF, whatever the header says."""
    return b"%PDF-" in response.body[:1024]


def is_html(response: Response) -> bool:
    """Whether the body is an HTML page, whatever the header says."""
    return not is_pdf(response) and bool(_MARKUP.search(response.body[:8192]))


def html_text(response: Response) -> str | None:
    """The text of an HTML page; None when it is none or no encoding reads it."""
    return _text(response.body, response.content_type) if is_html(response) else None


def error_page(text: str) -> Refusal | None:
    """Why `text` is an error page sent with status 200; None when it may be a page of the site.

    None too for a text that is too complex: the reader refuses it with that reason.
    """
    try:
        return classify_error_page(text)
    except Refused:
        return None


@lru_cache(maxsize=1)  # a page is judged, and then its links are followed
def _text(body: bytes, content_type: str | None) -> str | None:
    try:
        return body.decode("utf-8")  # what else there may be to mend does not touch links
    except UnicodeDecodeError:
        pass
    try:
        return decode(body, content_type).text
    except Refused:
        return None  # the reader refuses the page with this reason; there is nothing to follow


def judged(answer: Answer) -> Answer:
    """`answer`, or the failure that it amounts to: a bad status, a soft error, a wrong type."""
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


def type_issue(response: Response) -> Issue | None:
    """The issue of a page whose declared type is another than that of its body."""
    declared = response.media_type
    fits = declared == "application/pdf" if is_pdf(response) else declared in _HTML_TYPES
    if fits:
        return None
    detail = "the body is " + ("a PDF" if is_pdf(response) else "HTML")
    return issue(IssueCode.WRONG_CONTENT_TYPE, None, response.content_type, detail)


def failure(response: Response, kind: FailureKind, detail: str) -> Failure:
    """What came is of no use, and archived nevertheless."""
    return Failure(response.url, kind, detail, response.status, response, response.hops)


class Kind(NamedTuple):
    """What is asked for: the answer judged, and what is odd about a good one. A page has links that
    are followed, and is gone when it is missing in two runs.
    """

    judged: Callable[[Answer], Answer]
    type_issue: Callable[[Response], Issue | None]
    is_page: bool


PAGES = Kind(judged, type_issue, is_page=True)


def is_missing(answer: Answer) -> bool:
    """Whether another address of the same page may have what this one lacks."""
    if isinstance(answer, NotInCopy):
        return True
    if isinstance(answer, Failure):
        # `later`: the rules of this host could not be read; the other host may have the page.
        return answer.status in (404, 410) or answer.kind is FailureKind.SOFT_ERROR or answer.later
    return False


def is_trouble(answer: Answer) -> bool:
    """Whether the failure is one of the site or the network, and not of this page alone.

    Several of these in a row mean that going on would be hammering.
    """
    if not isinstance(answer, Failure) or answer.kind in _OF_THE_PAGE:
        return False
    if answer.kind is FailureKind.SOFT_ERROR:
        return answer.detail in (
            Refusal.CHALLENGE_PAGE,
            Refusal.LOGIN_PAGE,
            Refusal.MAINTENANCE_PAGE,
        )
    return answer.status not in (404, 410)


_OF_THE_PAGE = (FailureKind.ROBOTS, FailureKind.WRONG_TYPE, FailureKind.TOO_LARGE)
