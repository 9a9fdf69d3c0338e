"""Connect to public addresses only, and never for longer than a request may take.

The host's name is resolved here and the connection made to the address that was checked, so that
a name which changes its address between check and use gains nothing.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

Resolver = Callable[[str, int], list[str]]


class NameNotResolved(Exception):
    """The host's name has no address."""


class AddressForbidden(Exception):
    """The host's name leads to an address inside a private network."""


def resolve(host: str, port: int) -> list[str]:
    """Resolve `host` to numeric addresses by the system's resolver; `NameNotResolved`."""
    try:
        entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NameNotResolved(f"{host}: {error}") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in entries))


def is_public(address: str) -> bool:
    """Return whether a numeric address belongs to the public Internet.

    Private, loopback, link-local and reserved ones are not, nor are those hidden in an IPv6
    address (IPv4-mapped, NAT64 of RFC 6052, 6to4).
    """
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        hidden = ip.ipv4_mapped or ip.sixtofour
        if hidden is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            hidden = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if hidden is not None:
            return hidden.is_global and not hidden.is_multicast
    return ip.is_global and not ip.is_multicast


class GuardedBackend(httpcore.NetworkBackend):
    """TCP connections for httpcore; `trusted` hosts may be inside a private network.

    `start(seconds)` begins a request: everything on any of its connections ends by then with
    httpcore's timeout errors.
    """

    def __init__(self, trusted: Iterable[str] = (), resolver: Resolver = resolve) -> None:
        self._trusted = frozenset(trusted)
        self._resolve = resolver
        self._deadline = float("inf")

    def start(self, seconds: float) -> None:
        """Give the request that begins now `seconds` in total."""
        self._deadline = time.monotonic() + seconds

    def left(self, timeout: float | None) -> float:
        """Return `timeout`, cut to the rest of the total; `httpcore.ReadTimeout` at its end."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time allowed for the whole request is over")
        return left if timeout is None else min(timeout, left)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of `host` that accepts, after all of them were checked."""
        addresses = self._resolve(host, port)
        if host not in self._trusted:
            for address in addresses:
                if not is_public(address):
                    raise AddressForbidden(f"{host} leads to {address}, inside a private network")
        error: Exception = NameNotResolved(f"{host}: no address")
        for address in addresses:
            try:
                stream = httpcore.SyncBackend().connect_tcp(
                    address, port, self.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
            else:
                return _TimedStream(stream, self)
        raise error


class _TimedStream(httpcore.NetworkStream):
    """A stream whose reads and writes all end when the request's time is over."""

    def __init__(self, stream: httpcore.NetworkStream, backend: GuardedBackend) -> None:
        self._stream, self._backend = stream, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._backend.left(timeout)
        return _TimedStream(
            self._stream.start_tls(ssl_context, server_hostname, left), self._backend
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
