"""Request a page: at each of its addresses until one has it."""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from scraper.crawl.response_check import ResponseCheck, is_missing, unless_start_page
from scraper.model.response import (
    Answer,
    Client,
    Failure,
    FailureKind,
    NotInCopy,
    Response,
    Validators,
)
from scraper.model.site import Site
from scraper.state.page import Page

# No page comes from such a host, whatever the scheme.
_OF_THE_HOST = frozenset({FailureKind.DNS, FailureKind.TLS})
_TOO_MANY_REQUESTS = 429


@dataclass(frozen=True)
class FetchResult:
    """The answer for a page, which may be a response with status 304.

    `requested`: every address requested, the answering one last. `failures`: of each address that
    did not have the page, in order.
    """

    answer: Answer
    requested: tuple[str, ...]
    failures: tuple[Failure, ...] = ()


def fetch_page(
    client: Client, site: Site, page: Page, check: ResponseCheck, with_validators: bool
) -> FetchResult:
    """Request `page`: first where it was good before, then at its other addresses.

    A page that was never read is requested from the newest host first. An address that does not
    give the page (404, error page, redirect elsewhere or to a start page, no connection, ...) leads
    to the same name on the other hosts; only a host that asks for fewer requests, and a
    robots.txt that forbids the page, end the search. When no address has the page, the failure
    that proves least about it is the answer (`_decisive`).
    """
    addresses = site.askable(page.addresses, newest_first=page.content is None)
    if page.good_address and site.allows(page.good_address):
        addresses = [page.good_address, *(a for a in addresses if a != page.good_address)]
    absences: list[tuple[str, Failure | NotInCopy]] = []
    requested: list[str] = []
    for address in addresses:
        if _is_useless(address, absences):
            continue
        known = Validators(page.etag, page.last_modified, page.validators_address)
        use = with_validators and address == page.good_address and page.content is not None
        answer = check.classify(client.get(address, known if use and known else None))
        answer = unless_start_page(site, page.url, answer)
        requested.append(address)
        if isinstance(answer, Response) or _ends_search(answer):
            return FetchResult(answer, tuple(requested), _failures(absences))
        absences.append((address, answer))
    return FetchResult(_decisive(absences), tuple(requested), _failures(absences))


def _is_useless(address: str, absences: list[tuple[str, Failure | NotInCopy]]) -> bool:
    """Return whether http need not be tried: https of the host has no DNS or TLS, stalls, waits."""
    parts = urlsplit(address)
    return parts.scheme == "http" and any(
        urlsplit(former).netloc == parts.netloc
        and isinstance(absence, Failure)
        and (absence.kind in _OF_THE_HOST or absence.stalled or absence.later)
        for former, absence in absences
    )


def _ends_search(answer: Failure | NotInCopy) -> bool:
    if isinstance(answer, NotInCopy) or answer.later:
        return False
    return answer.kind is FailureKind.ROBOTS or answer.status == _TOO_MANY_REQUESTS


def _failures(absences: list[tuple[str, Failure | NotInCopy]]) -> tuple[Failure, ...]:
    return tuple(absence for _, absence in absences if isinstance(absence, Failure))


def _decisive(absences: list[tuple[str, Failure | NotInCopy]]) -> Failure | NotInCopy:
    """Choose the absence to record: a page is missing only if every host says so.

    A failure that does not say that the page is missing comes first, then an error page with
    status 200, then 404 and 410. While a host cannot be requested now, nothing is proved.
    """
    answered = {
        urlsplit(address).netloc
        for address, absence in absences
        if urlsplit(address).scheme == "https"
        and isinstance(absence, Failure)
        and absence.status is not None
    }
    failures = [
        absence
        for address, absence in absences
        if isinstance(absence, Failure)
        # An answer over http proves nothing where https of the same host has answered.
        and not (urlsplit(address).scheme == "http" and urlsplit(address).netloc in answered)
    ]
    certain = sorted((failure for failure in failures if not failure.later), key=_proof)
    postponed = [failure for failure in failures if failure.later]
    if certain and postponed:
        return replace(postponed[0], response=certain[0].response, hops=certain[0].hops)
    return next(iter(certain or postponed), absences[0][1])


def _proof(absence: Failure) -> int:
    if absence.status in (404, 410):
        return 2
    return 1 if is_missing(absence) else 0
