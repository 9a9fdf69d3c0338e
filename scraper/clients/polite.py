"""The live site as a `Client`: courteous (robots.txt, pace), persistent (retries), identified."""

import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from schema.errors import UnusableInput
from scraper.clients.http import ACCEPT_PAGES, HttpClient, HttpLimits
from scraper.clients.rate_limit import Pace
from scraper.clients.retry import Persistent, RetryPolicy
from scraper.clients.robots import SIZE_LIMIT, TOKEN, Robots, Rules
from scraper.clients.ssrf_guard import Resolver, resolve
from scraper.model.response import Answer, Failure, Response, Validators
from scraper.model.site import Site

_CONTACT = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+|https?://[^\s<>()]+")


@dataclass(frozen=True)
class LiveSettings:
    """How the live site is asked; the defaults are those of a courteous visitor.

    `interval`: seconds from request to request, over all hosts. `resolver` and `tls` are for
    networks with names or certificates of their own. `accept`: the header of that name.
    """

    contact: str
    interval: float = 1.0
    limits: HttpLimits = field(default_factory=HttpLimits)
    retries: RetryPolicy = field(default_factory=RetryPolicy)
    robots_max_age: float = 3600.0
    resolver: Resolver = resolve
    tls: ssl.SSLContext | None = None
    accept: str = ACCEPT_PAGES


def user_agent(contact: str, version: str) -> str:
    """The User-Agent header; `UnusableInput` without somebody whom the site can write to."""
    if not _CONTACT.fullmatch(contact):
        said = f"'{contact}' is neither; give" if contact else "give"
        raise UnusableInput(
            f"--contact: {said} an e-mail address or a web page where the site can reach you"
        )
    return f"{TOKEN}/{version} (+{contact})"


class LiveClient:
    """A `Client` for the live site. Waits are made by `sleep`, which may raise to end them."""

    def __init__(
        self,
        settings: LiveSettings,
        version: str,
        site: Site,
        sleep: Callable[[float], None],
        on_robots: Callable[[str, Answer, Rules], None],
    ) -> None:
        self.pace = Pace(settings.interval, sleep)
        self.requests = self.bytes_received = 0
        self._in_robots = False
        self._persist = Persistent(settings.retries, sleep)
        self._http = HttpClient(
            user_agent(settings.contact, version),
            site.allows,
            self._gate,
            settings.limits,
            tuple(urlsplit(f"//{root.host}").hostname or "" for root in site.others),
            settings.resolver,
            settings.tls,
            settings.accept,
        )
        self.robots = Robots(self._read_robots, on_robots, max_age=settings.robots_max_age)

    def get(self, url: str, validators: Validators | None = None) -> Answer:
        """The answer for `url` after all retries."""
        return self._counted(self._persist(lambda: self._http.get(url, validators)))

    def asks_to_stay_away(self, answer: Answer) -> bool:
        """Whether the site asks for a longer wait than we are ready for."""
        return self._persist.is_long(answer)

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    def _read_robots(self, url: str) -> Answer:
        self._in_robots = True  # no rules hold for reading the rules, redirects included
        try:
            return self._counted(self._persist(lambda: self._http.get_start(url, None, SIZE_LIMIT)))
        finally:
            self._in_robots = False

    def _counted(self, answer: Answer) -> Answer:
        """Add the bytes of an answer's body to the sum."""
        if isinstance(answer, Response):
            self.bytes_received += len(answer.body)
        return answer

    def _gate(self, url: str) -> Failure | None:
        if not self._in_robots:
            if blocked := self.robots.check(url):
                return blocked
            self.pace.at_least(self.robots.rules(url).delay)
        self.pace.wait()
        self.requests += 1
        return None
