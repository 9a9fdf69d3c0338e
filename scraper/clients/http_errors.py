"""Turn errors of the HTTP library, of TLS and of our own limits into named failures."""

import ssl

import httpcore
import httpx

from scraper.clients.content_encoding import BodyTooLarge, BodyTruncated, WrongEncoding
from scraper.clients.ssrf_guard import AddressForbidden, NameNotResolved
from scraper.model.response import FailureKind

# In order: the first that fits. A fault after the status line concerns the body.
_ERRORS: tuple[tuple[type[Exception], FailureKind], ...] = (
    (NameNotResolved, FailureKind.DNS),
    (AddressForbidden, FailureKind.CONNECT),
    (BodyTooLarge, FailureKind.TOO_LARGE),
    (BodyTruncated, FailureKind.TRUNCATED_BODY),
    (WrongEncoding, FailureKind.WRONG_TYPE),
    (httpcore.TimeoutException, FailureKind.TIMEOUT),
    (httpcore.NetworkError, FailureKind.CONNECT),
    (httpcore.ProtocolError, FailureKind.CONNECT),
    (httpcore.ProxyError, FailureKind.CONNECT),
    (httpcore.UnsupportedProtocol, FailureKind.CONNECT),
    (httpx.InvalidURL, FailureKind.CONNECT),
    (ssl.SSLError, FailureKind.TLS),
    (OSError, FailureKind.CONNECT),
)
HTTP_ERRORS = tuple(kind for kind, _ in _ERRORS)


def failure_kind(error: Exception, status: int | None) -> FailureKind:
    """Return the failure for an error of `HTTP_ERRORS`. `status`: of the response so far."""
    if _is_tls(error):
        return FailureKind.TLS
    kind = next(kind for of, kind in _ERRORS if isinstance(error, of))
    if kind is FailureKind.CONNECT and status is not None:
        return FailureKind.TRUNCATED_BODY
    return kind


def error_detail(error: Exception) -> str:
    """Return what went wrong, for people."""
    said = str(error) or type(error).__name__
    return f"the proxy answers {said}" if isinstance(error, httpcore.ProxyError) else said


def _is_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
