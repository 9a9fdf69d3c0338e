"""Notice that a host sends its pages to another one that is not allowed: the site has moved."""

from collections import Counter
from typing import NamedTuple
from urllib.parse import urlsplit

from scraper.crawl.fetch_page import FetchResult
from scraper.model.response import Failure, FailureKind

# Fewer are single pages.
_FEWEST = 3


class MovedHost(NamedTuple):
    """A `host` that sent `pages` of the `asked` ones to the host `target`, which is not allowed."""

    host: str
    target: str
    pages: int
    asked: int


class MovedHosts:
    """Counts, over the pages of a call, the answers of each host and where they redirect to."""

    def __init__(self) -> None:
        self._answers: Counter[str] = Counter()
        self._redirects: Counter[tuple[str, str]] = Counter()

    def count(self, result: FetchResult) -> None:
        """Count the answers for one page."""
        hosts = {urlsplit(address).netloc for address in result.requested}
        self._answers.update(hosts)
        answers = (*result.failures, result.answer)
        moves = {
            (urlsplit(answer.url).netloc, urlsplit(answer.target).netloc)
            for answer in answers
            if isinstance(answer, Failure)
            and answer.kind is FailureKind.OFF_HOST_REDIRECT
            and answer.target
        }
        self._redirects.update(moves)

    def found(self) -> list[MovedHost]:
        """Return each host that sends most of its pages to one that is not allowed."""
        return [
            MovedHost(host, target, number, self._answers[host])
            for (host, target), number in sorted(self._redirects.items())
            if number >= _FEWEST and number * 2 > self._answers[host]
        ]
