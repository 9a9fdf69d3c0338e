"""Send one HTTP request after another.

Only this module and `http_errors` know the HTTP library.

Requests one address, follows its redirects, and returns a `Response` or a named `Failure`. It
tries once; `scraper.clients.retry` tries again. Which requests are made, and when, a `Limiter`
decides. Addresses in responses are as requested, except for secrets, which are hidden.
"""

import ssl
from collections.abc import Callable, Container
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache, partial
from urllib.parse import unquote, urlsplit

import httpcore
import httpx

from schema.secrets import masked
from scraper.clients.content_encoding import BodyTooLarge, read_body
from scraper.clients.http_errors import HTTP_ERRORS, error_detail, failure_kind
from scraper.clients.proxies import proxies_of_environment, proxy_of
from scraper.clients.ssrf_guard import (
    AddressForbidden,
    GuardedBackend,
    Resolver,
    resolve,
)
from scraper.model.response import Answer, Failure, FailureKind, Headers, Response, Validators
from scraper.model.url import normalise

# Called before every request, also of redirects: waits, or returns why not to send it.
Limiter = Callable[[str], Failure | None]
Allowed = Callable[[str], bool]

ACCEPT_PAGES = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS_TOO_LARGE = 431  # RFC 6585: among them may be an ETag that this host itself gave


@dataclass(frozen=True)
class HttpLimits:
    """Seconds for connecting, for each read and for a whole request; bytes; redirects."""

    connect: float = 10.0
    read: float = 30.0
    total: float = 120.0
    body: int = 20_000_000
    redirects: int = 10


class _Pools:
    """Sends requests over pools of one connection each with our own backend.

    `pool_for`: makes the pool for a proxy, or for direct connections (None). The proxies are those
    of the environment (`HTTPS_PROXY`, `NO_PROXY`, ...). httpx's own client is not used: it keeps
    cookies, and looks into redirects even if told not to.
    """

    def __init__(self, pool_for: Callable[[str | None], httpcore.ConnectionPool]) -> None:
        self._pool_for = cache(pool_for)
        self._pool = self._pool_for(None)
        self._proxy_of = cache(proxy_of)

    def send(self, request: httpcore.Request, origin: str) -> httpcore.Response:
        """Send a request to `origin` (scheme and host); the response is to be closed."""
        if (pool := self._pool_for(self._proxy_of(origin))) is not self._pool:
            self._pool.close()  # one connection at a time
            self._pool = pool
        try:
            return self._pool.handle_request(request)
        except BaseException:
            # httpcore keeps the tunnel of a proxy in which TLS failed (encode/httpcore#1023): the
            # pool would be full from then on.
            self._pool.close()
            raise

    def close_desynchronised(self) -> None:
        """Close a connection on which more came than the response.

        The surplus would be taken for the response to the next request. httpcore does not report
        it: h11's private buffer is read, and a connection whose buffer cannot be read is closed
        too.
        """
        for connection in self._pool.connections:
            protocol = getattr(getattr(connection, "_connection", None), "_h11_state", None)
            if protocol is None or protocol.trailing_data[0]:
                connection.close()

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()


class HttpClient:
    """A `Client` for the network. `allowed`: which addresses may be requested; `limiter`: when.

    TLS certificates are always verified. Hosts in `trusted` may be inside a private network.
    """

    def __init__(
        self,
        user_agent: str,
        allowed: Allowed,
        limiter: Limiter,
        limits: HttpLimits | None = None,
        trusted: tuple[str, ...] = (),
        resolver: Resolver = resolve,
        tls: ssl.SSLContext | None = None,
        accept: str = ACCEPT_PAGES,
    ) -> None:
        self._allowed, self._limiter = allowed, limiter
        self._limits = limits or HttpLimits()
        proxies = (urlsplit(proxy).hostname or "" for proxy in proxies_of_environment())
        self._backend = GuardedBackend((*trusted, *proxies), resolver)
        context = tls or httpx.create_ssl_context()
        self._pools = _Pools(partial(_pool, context, self._backend))
        self._headers = {
            "Connection": "keep-alive",
            "User-Agent": user_agent,
            "Accept": accept,
            "Accept-Language": "fr",
            "Accept-Encoding": "gzip",
        }
        read = self._limits.read
        timeouts = {"connect": self._limits.connect, "read": read, "write": read, "pool": read}
        self._extensions = {"timeout": timeouts}

    def close(self) -> None:
        """Close the connection."""
        self._pools.close()

    def get(
        self,
        url: str,
        validators: Validators | None = None,
        answered: Container[str] = (),
    ) -> Answer:
        """Request `url`, following redirects to allowed addresses, but for those `answered`."""
        return self.get_start(url, validators, self._limits.body, answered, cut=False)

    def get_start(
        self,
        url: str,
        validators: Validators | None,
        limit: int,
        answered: Container[str] = (),
        *,
        cut: bool = True,
    ) -> Answer:
        """Request as `get` does, but read at most `limit` bytes of the body.

        A longer body is cut there (`cut`), or the request is a failure.
        """
        hops: list[Response] = []
        address, shown = url, masked(url)
        while True:
            reached = masked(address)
            if blocked := self._limiter(address):
                return replace(blocked, url=shown, hops=tuple(hops), target=reached)
            # Validators belong to one address: another address may well give the same ETag.
            condition = validators if validators and validators.address in (None, address) else None
            answer = self._once(address, condition, limit, cut)
            if isinstance(answer, Failure):
                return replace(answer, url=shown, hops=tuple(hops), target=reached)
            if answer.status == _HEADERS_TOO_LARGE and condition:
                validators = None
                continue
            if answer.status == 304 and not condition:
                detail = "status 304 (not modified) without having been asked for changes"
                kind = FailureKind.STATUS
                return Failure(shown, kind, detail, 304, hops=tuple(hops), target=reached)
            location = _location(answer)
            if answer.status not in _REDIRECTS or location is None:
                return replace(_masked(answer), url=shown, hops=tuple(hops))
            hops.append(_masked(answer))
            target = normalise(location, address)
            if target is None or not self._allowed(target):
                return Failure(
                    shown,
                    FailureKind.OFF_HOST_REDIRECT,
                    f"to {masked(location)[:200]}",
                    answer.status,
                    hops=tuple(hops),
                    target=target and masked(target),
                )
            followed = {hop.final_url for hop in hops}
            end = masked(target)
            if end in followed or end in answered or len(hops) > self._limits.redirects:
                detail = f"{len(hops)} redirects, the last one to {end}"
                kind = FailureKind.REDIRECT_LOOP
                return Failure(shown, kind, detail, answer.status, hops=tuple(hops), target=end)
            address = target

    def _once(
        self, url: str, validators: Validators | None, limit: int, cut: bool
    ) -> Response | Failure:
        """Request an address once; what went wrong on the network is a `Failure`."""
        self._backend.start(self._limits.total)
        status: int | None = None
        try:
            target = httpx.URL(url)
            host = target.netloc.decode("ascii")
            sent = tuple({"Host": host, **self._headers, **_conditions(validators)}.items())
            request = httpcore.Request(
                "GET",
                httpcore.URL(
                    scheme=target.raw_scheme,
                    host=target.raw_host,
                    port=target.port,
                    target=target.raw_path,
                ),
                headers=[(name.encode("ascii"), value.encode("ascii")) for name, value in sent],
                extensions=self._extensions,
            )
            with closing(self._pools.send(request, f"{target.scheme}://{host}")) as answer:
                status = answer.status
                headers = tuple(
                    (name.decode("latin-1"), value.decode("latin-1"))
                    for name, value in answer.headers
                )
                announced = _joined(headers, "content-length")
                if not cut and announced.isdecimal() and int(announced[:18]) > limit:
                    raise BodyTooLarge(f"{announced[:18]} bytes announced, {limit} are allowed")
                encoding = _joined(headers, "content-encoding")
                body = read_body(answer.iter_stream(), encoding, limit, cut)
            self._pools.close_desynchronised()
        except HTTP_ERRORS as error:
            detail = masked(error_detail(error))
            final = isinstance(error, AddressForbidden)
            kind, stalled = failure_kind(error, status), isinstance(error, httpcore.ReadTimeout)
            return Failure(url, kind, detail, status, permanent=final, stalled=stalled)
        return Response(url, url, status, headers, body, request_headers=sent)


def _pool(
    context: ssl.SSLContext, backend: GuardedBackend, proxy: str | None
) -> httpcore.ConnectionPool:
    """Make a pool of one connection, direct or by a proxy."""
    settings = {
        "ssl_context": context,
        "max_connections": 1,
        "max_keepalive_connections": 1,
        "keepalive_expiry": 30.0,
        "http2": False,
        "network_backend": backend,
    }
    if proxy is None:
        return httpcore.ConnectionPool(**settings)  # type: ignore[arg-type]
    parts = urlsplit(proxy)
    user = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    port = f":{parts.port}" if parts.port else ""
    return httpcore.HTTPProxy(f"{parts.scheme}://{parts.hostname}{port}", user, **settings)  # type: ignore[arg-type]


def _joined(headers: Headers, name: str) -> str:
    """Return the values of a header that may be repeated (RFC 9110, 5.3); empty without it."""
    return ", ".join(value for key, value in headers if key.lower() == name)


def _location(response: Response) -> str | None:
    """Return the Location header; raw UTF-8 in it is read as such (RFC 9110 allows ASCII only)."""
    location = response.header("location")
    if location is None or location.isascii():
        return location
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return location


def _masked(response: Response) -> Response:
    """Hide the secrets in the addresses of a response: `Location`, `Link`, `Refresh` hold some."""
    headers = tuple((name, masked(value)) for name, value in response.headers)
    return replace(response, final_url=masked(response.final_url), headers=headers)


def _conditions(validators: Validators | None) -> dict[str, str]:
    """Return the headers by which only a change is answered in full (RFC 9110, 13.1)."""
    conditions = {}
    if validators and validators.etag:
        conditions["If-None-Match"] = validators.etag
    if validators and validators.last_modified:
        conditions["If-Modified-Since"] = validators.last_modified
    return conditions
