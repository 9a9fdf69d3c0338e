"""Asking for a page: at each of its addresses until one has it."""

from dataclasses import dataclass, replace

from scraper.crawl.response_check import Kind, is_missing
from scraper.model.response import Answer, Client, Failure, NotInCopy, Validators
from scraper.model.site import Site
from scraper.state.page import Page


@dataclass(frozen=True)
class Asked:
    """The answer for a page, and every address that was asked, the answering one last.

    `answer` may be a response with status 304.
    """

    answer: Answer
    asked: tuple[str, ...]


def ask(client: Client, site: Site, page: Page, kind: Kind, with_validators: bool) -> Asked:
    """Ask for `page`: first where it was good before, then at its other addresses.

    The next address is asked only when the one before lacks the page (404, 410, a soft error, not
    in the copy) or its host may not be asked now. When none has it, the first failure is the
    answer: it is that of the page's own address.
    """
    addresses = site.askable(page.addresses)
    if page.good_address and site.allows(page.good_address):
        addresses = [page.good_address, *(a for a in addresses if a != page.good_address)]
    absences: list[Answer] = []
    asked: list[str] = []
    for address in addresses:
        known = Validators(page.etag, page.last_modified)
        use = with_validators and address == page.good_address and page.content is not None
        answer = kind.judged(client.get(address, known if use and known else None))
        asked.append(address)
        first = not absences
        if isinstance(answer, NotInCopy | Failure) and (is_missing(answer) or not first):
            absences.append(answer)
            continue
        return Asked(answer, tuple(asked))
    return Asked(_best(absences), tuple(asked))


def _best(absences: list[Answer]) -> Answer:
    """The absence that says most: something that came, then something that failed."""
    failures = [absence for absence in absences if isinstance(absence, Failure)]
    certain = [failure for failure in failures if not failure.later]
    if failures and len(certain) < len(failures) and certain:
        # One host could not be asked now: what the others lack proves nothing.
        return replace(certain[0], later=True)
    return next(iter(certain or failures or absences))
