"""Request the live site with courtesy: robots.txt, rate, retries, identification."""

import re
import ssl
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from schema.errors import UnusableInput
from schema.secrets import masked
from scraper.clients.http import ACCEPT_PAGES, HttpClient, HttpLimits
from scraper.clients.rate_limit import DEFAULT_RATE, RateLimit
from scraper.clients.retry import Retrier, RetryPolicy
from scraper.clients.robots import SIZE_LIMIT, TOKEN, Robots, Rules
from scraper.clients.ssrf_guard import Resolver, resolve
from scraper.model.response import Answer, Failure, FailureKind, Response, Validators
from scraper.model.site import Site

_CONTACT = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+|https?://[^\s<>()]+")
# One long wait postpones that page; two in a row mean the whole host.
_LONG_WAITS_OF_A_HOST = 2


@dataclass(frozen=True)
class LiveSettings:
    """Settings of requests to the live site; the defaults are courteous.

    `interval`: seconds from request to request, over all hosts. `resolver` and `tls` are for
    networks with names or certificates of their own. `accept`: the header of that name.
    """

    contact: str
    interval: float = 1 / DEFAULT_RATE
    limits: HttpLimits = field(default_factory=HttpLimits)
    retries: RetryPolicy = field(default_factory=RetryPolicy)
    robots_max_age: float = 3600.0
    resolver: Resolver = resolve
    tls: ssl.SSLContext | None = None
    accept: str = ACCEPT_PAGES


def user_agent(contact: str, version: str) -> str:
    """Return the User-Agent header; `UnusableInput` for a contact that cannot stand in it."""
    if not _CONTACT.fullmatch(contact):
        seen = f"'{contact}' is neither; give" if contact else "give"
        raise UnusableInput(
            f"--contact: {seen} an e-mail address or a web page where the site can reach you"
        )
    if not contact.isascii() or not contact.isprintable():
        raise UnusableInput(
            f"--contact: '{contact}' cannot be sent (HTTP headers hold ASCII only); give an "
            "address without accents, or a web page with its name percent-encoded"
        )
    if masked(contact) != contact:
        raise UnusableInput(
            "--contact: the address holds a user name, a password or a token, which every host "
            "would see; give an address without it"
        )
    return f"{TOKEN}/{version} (+{contact})"


class LiveClient:
    """A `Client` for the live site.

    - `sleep`: makes the waits; it may raise to end them.
    - `on_robots`: called with each robots.txt that was read.
    - `secret_addresses`: the address to request in place of one whose secrets are hidden.
    - `kept_robots`: yields the answers of a robots.txt in earlier calls, newest first.

    A host that twice in a row asks for a longer wait than the policy allows is not requested any
    more: a `Failure` that says so (`later`), without a request.
    """

    def __init__(
        self,
        settings: LiveSettings,
        version: str,
        site: Site,
        sleep: Callable[[float], None],
        on_robots: Callable[[str, Answer, Rules], None],
        secret_addresses: Mapping[str, str] | None = None,
        kept_robots: Callable[[str], Iterable[Response]] = lambda _: (),
    ) -> None:
        self.rate = RateLimit(settings.interval, sleep)
        self.requests = self.bytes_received = 0
        self._secret_addresses = secret_addresses or {}
        self._in_robots = False
        self._long_waits: dict[str, int] = {}
        self._away: dict[str, str] = {}
        self._retry = Retrier(settings.retries, sleep)
        self._http = HttpClient(
            user_agent(settings.contact, version),
            site.allows,
            self._limit,
            settings.limits,
            tuple(urlsplit(f"//{root.host}").hostname or "" for root in site.others),
            settings.resolver,
            settings.tls,
            settings.accept,
        )
        self.robots = Robots(
            self._read_robots, on_robots, max_age=settings.robots_max_age, kept=kept_robots
        )

    def get(
        self,
        url: str,
        validators: Validators | None = None,
        answered: Container[str] = (),
    ) -> Answer:
        """Return the answer for `url` after all retries."""
        address = self._secret_addresses.get(url, url)
        answer = self._counted(self._retry(lambda: self._http.get(address, validators, answered)))
        self._note_long_wait(urlsplit(address).netloc, answer)
        return answer

    def asks_for_long_wait(self, answer: Answer) -> bool:
        """Return whether the site asks for a longer wait than the policy allows."""
        return self._retry.is_long(answer)

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def _note_long_wait(self, host: str, answer: Answer) -> None:
        if isinstance(answer, Failure) and answer.later:
            return
        waits = self._long_waits.get(host, 0) + 1 if self.asks_for_long_wait(answer) else 0
        self._long_waits[host] = waits
        if waits >= _LONG_WAITS_OF_A_HOST:
            self._away[host] = f"{host} asks for a longer wait (Retry-After) than is made here"

    def _read_robots(self, url: str) -> Answer:
        self._in_robots = True  # no rules hold for reading the rules, redirects included
        try:
            return self._counted(self._retry(lambda: self._http.get_start(url, None, SIZE_LIMIT)))
        finally:
            self._in_robots = False

    def _counted(self, answer: Answer) -> Answer:
        """Add the bytes of an answer's body to the sum."""
        if isinstance(answer, Response):
            self.bytes_received += len(answer.body)
        return answer

    def _limit(self, url: str) -> Failure | None:
        """Wait until `url` may be requested, or return why it may not."""
        if reason := self._away.get(urlsplit(url).netloc):
            return Failure(url, FailureKind.STATUS, reason, later=True, is_unasked=True)
        if not self._in_robots:
            if blocked := self.robots.check(url):
                return blocked
            self.rate.at_least(self.robots.rules(url).delay)
        self.rate.wait()
        self.requests += 1
        return None
