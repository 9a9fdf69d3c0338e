"""Responses and failures: the vocabulary that the network, a mirror and a WARC file share.

A `Client` requests one address and returns one `Answer`: a `Response` (complete, whatever its
status), a `Failure` (no usable response) or `NotInCopy` (a copy that lacks the address). The
result for a page, over several addresses and several runs, is an `Outcome`.
"""

from collections.abc import Container
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol

Headers = tuple[tuple[str, str], ...]
PageSource = Literal["live", "mirror", "warc"]


class FailureKind(StrEnum):
    """Cause of a missing usable response; in words in the vocabulary `failure`."""

    DNS = "dns"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    STATUS = "status"
    TOO_LARGE = "too-large"
    OFF_HOST_REDIRECT = "off-host-redirect"
    REDIRECT_LOOP = "redirect-loop"
    ROBOTS = "robots"
    TRUNCATED_BODY = "truncated-body"
    WRONG_TYPE = "wrong-type"
    SOFT_ERROR = "soft-error"


class Outcome(StrEnum):
    """Result of a run for a page; in words in the vocabulary `request_outcome`."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    NOT_MODIFIED = "not-modified"
    ALIAS = "alias"
    SUSPECT = "suspect"
    GONE = "gone"
    FAILED = "failed"
    ROBOTS = "robots"
    NOT_TRIED = "not-tried"
    NOT_IN_COPY = "not-in-copy"


# Outcomes of pages read in this run; with other outcomes the last content is carried forward.
WITH_CONTENT = frozenset({Outcome.NEW, Outcome.CHANGED, Outcome.SAME, Outcome.NOT_MODIFIED})


@dataclass(frozen=True)
class Validators:
    """The validators of a response, by which a later request asks for changes only (RFC 9110, 8.8).

    `address`: the one that gave them, to which alone they are sent; None for any.
    """

    etag: str | None = None
    last_modified: str | None = None
    address: str | None = None

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)


# Servers limit the bytes of all headers of a request, many to 8 KB; an ETag has some dozens.
_LONGEST_VALIDATOR = 1000


def _sendable(validator: str | None) -> str | None:
    short = validator and validator.isascii() and len(validator) <= _LONGEST_VALIDATOR
    return validator if short else None


@dataclass(frozen=True)
class Response:
    """A complete response: body without Content-Encoding and Transfer-Encoding.

    `url`: the address asked for. `final_url`: where the body came from. `hops`: the redirect
    responses between them, in order. `headers`: as received, in order, repeated ones too.
    `captured`: when, in UTC (ISO 8601), where the source knows. `request_headers`: as sent.
    """

    url: str
    final_url: str
    status: int
    headers: Headers
    body: bytes
    hops: tuple["Response", ...] = ()
    captured: str | None = None
    request_headers: Headers = ()

    def header(self, name: str) -> str | None:
        """Return the first header of that name, case ignored (RFC 9110 forbids repetition)."""
        name = name.lower()
        return next((value for key, value in self.headers if key.lower() == name), None)

    @property
    def content_type(self) -> str | None:
        """Return the Content-Type header as sent, with its parameters."""
        return self.header("content-type")

    @property
    def media_type(self) -> str | None:
        """Return the media type in lower case, without parameters."""
        return (self.content_type or "").split(";")[0].strip().lower() or None

    @property
    def validators(self) -> Validators:
        """Return ETag and Last-Modified, each only if it can be sent back as it is."""
        etag, modified = self.header("etag"), self.header("last-modified")
        return Validators(_sendable(etag), _sendable(modified), self.final_url)

    @property
    def is_downgraded(self) -> bool:
        """Return whether a redirect led from https to http, where anybody may change the answer."""
        addresses = [hop.final_url for hop in self.hops] + [self.final_url]
        return addresses[0].startswith("https:") and any(a.startswith("http:") for a in addresses)


@dataclass(frozen=True)
class Failure:
    """No usable response from `url`.

    `detail` is for people. `response` is what came nevertheless: the page of a soft error, the
    answer with status 404. `hops`: the redirects that were followed before. `permanent`: not to
    be tried again at once. `later`: it says nothing about the page, which is still to be asked for.
    `stalled`: the connection stood, and the answer did not come to its end in time.
    `is_unasked`: its host was left in peace, and no request was made. `target`: the address at the
    end of the redirects, which gave no response.
    """

    url: str
    kind: FailureKind
    detail: str
    status: int | None = None
    response: Response | None = field(default=None, repr=False)
    hops: tuple[Response, ...] = field(default=(), repr=False)
    permanent: bool = False
    later: bool = False
    stalled: bool = False
    is_unasked: bool = False
    target: str | None = None


@dataclass(frozen=True)
class NotInCopy:
    """The copy of the site has nothing for `url`."""

    url: str


Answer = Response | Failure | NotInCopy


class Client(Protocol):
    """Source of responses: the network, a mirror, WARC files."""

    def get(
        self,
        url: str,
        validators: Validators | None = None,
        answered: Container[str] = (),
    ) -> Answer:
        """Request the absolute `url` as it is written. Expected trouble is a `Failure`.

        Status 304 is given only where `validators` were. A redirect to an address in `answered` is
        not followed: a `Failure` (`redirect-loop`) with it as `target`.
        """
        ...
