"""Read robots.txt (RFC 9309): which addresses may be requested, how fast, which sitemaps exist.

4xx: all is allowed (2.3.1.3). 5xx, no answer, and 429: nothing is (2.3.1.4; 429 by courtesy).
"""

import codecs
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain
from urllib.parse import urlsplit

from protego import Protego

from scraper.model.response import Answer, Failure, FailureKind, Response

TOKEN = "eduscol-referentials"
PATH = "/robots.txt"
SIZE_LIMIT = 512_000  # RFC 9309, 2.5: at least 500 KiB are to be read
MAX_DELAY = 300.0  # a site that asks for longer pauses is not crawled now
_A_PAGE = "robots.txt is an HTML page"
MAX_AGE = 3600.0  # RFC 9309, 2.4: not longer than a day; rules may change during a long run


@dataclass(frozen=True)
class Rules:
    """The rules of one origin.

    `unreadable`: why nothing may be requested there now, of the kind `trouble`. `is_page`: an HTML
    page came in place of rules, such as one of maintenance, which says nothing about them.
    """

    parsed: Protego
    unreadable: str | None = None
    trouble: FailureKind = FailureKind.ROBOTS
    oddities: tuple[str, ...] = ()
    is_page: bool = False

    @property
    def delay(self) -> float:
        """Return the seconds between requests that the site asks for; 0 when it asks for none."""
        delay = self.parsed.crawl_delay(TOKEN) or 0.0
        rate = self.parsed.request_rate(TOKEN)
        return max(float(delay), rate.seconds / rate.requests if rate and rate.requests else 0.0)


class Robots:
    """The rules of every origin, read when first needed and again after `max_age` seconds.

    `read` requests an address, the body cut at `SIZE_LIMIT`; `on_rules` is called with the result.
    `kept`: yields what an address answered in earlier calls, newest first; where an HTML page comes
    in place of rules, those read before hold (RFC 9309, 2.3.1.4).
    """

    def __init__(
        self,
        read: Callable[[str], Answer],
        on_rules: Callable[[str, Answer, Rules], None],
        clock: Callable[[], float] = time.monotonic,
        max_age: float = MAX_AGE,
        kept: Callable[[str], Iterable[Response]] = lambda _: (),
    ) -> None:
        self._kept = kept
        self._read, self._on_rules, self._clock, self._max_age = read, on_rules, clock, max_age
        self._known: dict[str, tuple[float, Rules]] = {}

    def rules(self, url: str) -> Rules:
        """Return the rules for the origin of `url`."""
        origin = origin_of(url)
        known = self._known.get(origin)
        if known is None or self._clock() - known[0] > self._max_age:
            answer = self._read(origin + PATH)
            rules = _rules(answer)
            if rules.is_page:
                rules = self._before(origin, known and known[1]) or rules
            self._known[origin] = known = (self._clock(), rules)
            self._on_rules(origin, answer, rules)
        return known[1]

    def _before(self, origin: str, known: Rules | None) -> Rules | None:
        """Return the rules of `origin` that were read last, in this call or an earlier one."""
        for rules in chain([known] if known else [], map(_rules, self._kept(origin + PATH))):
            if not rules.is_page and not rules.unreadable:
                return replace(rules, oddities=(f"{_A_PAGE}: the rules read before hold",))
        return None

    def check(self, url: str) -> Failure | None:
        """Return why `url` is not to be requested; None when it may be."""
        rules = self.rules(url)
        if rules.unreadable:
            detail = f"{origin_of(url)}{PATH} could not be read: {rules.unreadable}"
            return Failure(url, rules.trouble, detail, later=True)
        if rules.delay > MAX_DELAY:
            detail = f"{origin_of(url)}{PATH} asks for {rules.delay:.0f} s between requests"
            return Failure(url, FailureKind.ROBOTS, detail, later=True)
        if not rules.parsed.can_fetch(url, TOKEN):
            return Failure(url, FailureKind.ROBOTS, f"{origin_of(url)}{PATH} disallows it")
        return None


def origin_of(url: str) -> str:
    """Return scheme and host, for which a robots.txt holds (RFC 9309, 2.3)."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _rules(answer: Answer) -> Rules:
    everything = Protego.parse("")
    if not isinstance(answer, Response):
        if isinstance(answer, Failure):
            return Rules(everything, answer.detail, answer.kind)
        return Rules(everything, "absent")
    if answer.status == 429 or answer.status >= 500 or 300 <= answer.status < 400:
        return Rules(everything, f"status {answer.status}", FailureKind.STATUS)
    if answer.status != 200:
        return Rules(everything)
    oddities = []
    if len(answer.body) >= SIZE_LIMIT:
        oddities.append(f"robots.txt is longer than the {SIZE_LIMIT} bytes that were read")
    text = _decoded(answer.body)
    if text.lstrip()[:1] == "<":
        return Rules(everything, oddities=(f"{_A_PAGE}: it holds no rules",), is_page=True)
    return Rules(Protego.parse(text), oddities=tuple(oddities))


def _decoded(body: bytes) -> str:
    """Decode by the byte order mark, which is dropped, or as UTF-8.

    With a mark left in, the first line would name no field and its rules would be lost.
    """
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", "replace")
    return body.decode("utf-8-sig", "replace")
