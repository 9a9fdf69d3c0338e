"""Request a page: at each of its addresses until one has it."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from schema.secrets import masked
from scraper.crawl.response_check import (
    ResponseCheck,
    is_missing,
    redirect_in_page,
    unless_start_page,
)
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
    did not have the page, in order. `certain`: the failure that proves least among those of hosts
    that could be asked, which is the answer or stands behind it.
    """

    answer: Answer
    requested: tuple[str, ...]
    failures: tuple[Failure, ...] = ()
    certain: Failure | None = None


def fetch_page(
    client: Client, site: Site, page: Page, check: ResponseCheck, with_validators: bool
) -> FetchResult:
    """Request `page`: first where it was good before, then at its other addresses.

    A page that was never read is requested from the newest host first. An address that does not
    give the page (404, error page, redirect elsewhere or to a start page, no connection, ...) leads
    to the same name on the other hosts, and where all lack it, to the address at which redirects
    ended when it was read. Only a host that asks for fewer requests, and a robots.txt that forbids
    the page, end the search. When no address has the page, `_decisive` chooses the answer.
    """
    addresses = site.askable(page.addresses, newest_first=page.content is None)
    if page.good_address and site.allows(page.good_address):
        addresses = [page.good_address, *(a for a in addresses if a != page.good_address)]
    look = _Look(client, site, page, check, with_validators)
    for address in addresses:
        if not _is_useless(address, look.absences) and (result := look.at(address)):
            return result
    last = page.content.final_url if page.content else None
    if last and last not in look.absences and site.allows(last) and _lacked(look.absences):
        return look.at(last) or look.without_page()
    return look.without_page()


class _Look:
    """One look at a page, in which no address is asked twice, by a redirect neither.

    `absences`: the answers without the page, by the address requested.
    """

    def __init__(
        self, client: Client, site: Site, page: Page, check: ResponseCheck, with_validators: bool
    ) -> None:
        self._client, self._site, self._page, self._check = client, site, page, check
        self._with_validators = with_validators and page.content is not None
        self.absences: dict[str, Failure | NotInCopy] = {}
        # The failure that each address led to, those of redirects among them.
        self._answered: dict[str, Failure] = {}

    def at(self, address: str) -> FetchResult | None:
        """Return the result of asking `address`; None when the search goes on."""
        answer = self._answer(address)
        if isinstance(answer, Response) or _ends_search(answer):
            return FetchResult(answer, (*self.absences, address), _failures(self.absences))
        self.absences[address] = answer
        if isinstance(answer, Failure):
            self._answered.update(dict.fromkeys(_asked(address, answer), answer))
        return None

    def _answer(self, address: str) -> Answer:
        if address in self._answered:
            return replace(self._answered[address], url=address)
        page = self._page
        known = Validators(page.etag, page.last_modified, page.validators_address)
        use = self._with_validators and address == page.good_address
        validators = known if use and known else None
        answer = self._get(address, validators, self._answered)
        if isinstance(answer, Response) and self._check.is_page:
            answer = self._end_of(answer, validators)
        return unless_start_page(self._site, page.url, answer)

    def _get(self, address: str, validators: Validators | None, answered: Container[str]) -> Answer:
        answer = self._client.get(address, validators, answered)
        if isinstance(answer, Failure) and answer.kind is FailureKind.REDIRECT_LOOP:
            answer = replace(self._answered.get(answer.target or "", answer), url=address)
        return self._check.classify(answer)

    def _end_of(self, page: Response, validators: Validators | None) -> Answer:
        """Return the answer to which `page` redirects by its markup; itself where it does not."""
        target = redirect_in_page(page)
        if target is None:
            return page
        hops = (*page.hops, replace(page, hops=()))
        if not self._site.allows(target):
            kind, shown = FailureKind.OFF_HOST_REDIRECT, masked(target)
            detail = f"by its markup to {shown[:200]}"
            return Failure(page.url, kind, detail, page.status, hops=hops, target=shown)
        asked = {*self._answered, *(hop.final_url for hop in hops)}
        before = self._answered.get(target)
        answer = before or self._get(target, validators, asked)
        if isinstance(answer, NotInCopy):
            return page
        return replace(answer, url=page.url, hops=(*hops, *answer.hops))

    def without_page(self) -> FetchResult:
        """Return the result of a look at all addresses, none of which had the page."""
        certain, answer = _decisive(self.absences, _bearers(self._site, self._page))
        return FetchResult(answer, tuple(self.absences), _failures(self.absences), certain)


def _asked(address: str, failure: Failure) -> Iterator[str]:
    """Yield every address that was asked for the answer, those of redirects too."""
    yield address
    yield from (hop.final_url for hop in failure.hops)
    if failure.response:
        yield failure.response.final_url
    elif failure.target and failure.kind is not FailureKind.OFF_HOST_REDIRECT:
        yield failure.target


def _lacked(absences: dict[str, Failure | NotInCopy]) -> bool:
    """Return whether hosts that can be asked say that the page is not there, and nothing else."""
    certain = [failure for failure in _failures(absences) if not failure.later]
    return bool(certain) and all(map(is_missing, certain))


def _bearers(site: Site, page: Page) -> set[str]:
    """Return the hosts on which the page is, as far as is known.

    The one that gave it last; of a page never read, those on which it was met.
    """
    read = [page.content.final_url if page.content else None, page.good_address]
    last = next((address for address in read if address and site.allows(address)), None)
    return {urlsplit(address).netloc for address in ([last] if last else page.addresses)}


def _is_useless(address: str, absences: dict[str, Failure | NotInCopy]) -> bool:
    """Return whether http need not be tried: https of the host has no DNS or TLS, stalls, waits."""
    parts = urlsplit(address)
    return parts.scheme == "http" and any(
        urlsplit(former).netloc == parts.netloc
        and isinstance(absence, Failure)
        and (absence.kind in _OF_THE_HOST or absence.stalled or absence.later)
        for former, absence in absences.items()
    )


def _ends_search(answer: Failure | NotInCopy) -> bool:
    if isinstance(answer, NotInCopy) or answer.later:
        return False
    return answer.kind is FailureKind.ROBOTS or answer.status == _TOO_MANY_REQUESTS


def _failures(absences: dict[str, Failure | NotInCopy]) -> tuple[Failure, ...]:
    return tuple(absence for absence in absences.values() if isinstance(absence, Failure))


def _decisive(
    absences: dict[str, Failure | NotInCopy], bearers: set[str]
) -> tuple[Failure | None, Failure | NotInCopy]:
    """Choose the absence to record: a page is missing only if every host says so.

    A failure that does not say that the page is missing comes first, then an error page with
    status 200, then 404 and 410. A host that cannot be requested now says nothing: the others
    decide, unless the page is on that host (`bearers`). Returns what they say, and the absence.
    """
    answered = {
        urlsplit(address).netloc
        for address, absence in absences.items()
        if urlsplit(address).scheme == "https"
        and isinstance(absence, Failure)
        and absence.status is not None
    }
    failures = [
        (address, absence)
        for address, absence in absences.items()
        if isinstance(absence, Failure)
        # An answer over http proves nothing where https of the same host has answered.
        and not (urlsplit(address).scheme == "http" and urlsplit(address).netloc in answered)
    ]
    certain = sorted((absence for _, absence in failures if not absence.later), key=_proof)
    postponed = [absence for _, absence in failures if absence.later]
    if not certain:
        return None, next(iter(postponed or absences.values()))
    said = {urlsplit(address).netloc for address, absence in failures if not absence.later}
    if postponed and not said & bearers:
        kept = replace(postponed[0], response=certain[0].response, hops=certain[0].hops)
        return certain[0], kept
    return certain[0], certain[0]


def _proof(absence: Failure) -> int:
    if absence.status in (404, 410):
        return 2
    return 1 if is_missing(absence) else 0
