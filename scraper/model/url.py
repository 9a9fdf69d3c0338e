"""Normalise addresses as a browser does (WHATWG URL) and decode their escapes."""

import re
import unicodedata
from urllib.parse import unquote_to_bytes, urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

_PORTS = {"http": 80, "https": 443}
# An address that stays as it is: no port, query, escape, fragment or step with a dot in front.
_LABEL = "[a-z0-9_-]{1,63}"
_NORMAL = re.compile(rf"https?://{_LABEL}(?:\.{_LABEL})*(?:/(?!\.)[A-Za-z0-9._~-]*)+")


def normalise(address: str, base: str | None = None) -> str | None:
    """Return the absolute http(s) address that a browser would request; None for other texts.

    Fragment and user information are dropped, spaces and letters beyond ASCII percent-encoded,
    `.` and `..` (also written `%2e`) resolved, host and scheme in lower case, default ports left
    out. The case of path and query stays.
    """
    if base is None and _NORMAL.fullmatch(address):
        return address
    # A leading backslash or one in the path is a slash to browsers (WHATWG URL).
    text = re.sub(r"[\t\r\n]", "", address).strip().replace("\\", "/")
    try:
        text = urljoin(base, text) if base else text
        if urlsplit(text).scheme.lower() not in _PORTS:
            return None
        parts = urlsplit(safe_url_string(text))
        host, port = parts.hostname, parts.port
    except (ValueError, UnicodeError):
        return None
    if not host or not re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]+", host):
        return None
    scheme = parts.scheme.lower()
    netloc = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS[scheme]:
        netloc += f":{port}"
    return urlunsplit((scheme, netloc, _without_dots(parts.path), parts.query, ""))


def _without_dots(path: str) -> str:
    """Resolve `.` and `..` in `path`, however they are encoded (WHATWG URL, 4.4)."""
    kept: list[str] = []
    segments = path.split("/")[1:] or [""]
    for position, segment in enumerate(segments):
        plain = re.sub("%2e", ".", segment, flags=re.IGNORECASE)
        last = position == len(segments) - 1
        if plain == "..":
            kept = kept[:-1]
        elif plain != ".":
            kept.append(segment)
        if plain in (".", "..") and last:
            kept.append("")
    return "/" + "/".join(kept)


def decoded(text: str) -> str:
    """Decode the percent escapes of `text` to NFC: as UTF-8, or as Latin-1 if they are not UTF-8.

    Decoding `%E9` and `%E8` as UTF-8 would make both the same replacement character.
    """
    raw = unquote_to_bytes(text)
    try:
        plain = raw.decode("utf-8")
    except UnicodeDecodeError:
        plain = raw.decode("latin-1")
    return unicodedata.normalize("NFC", plain)


def with_scheme(address: str, scheme: str) -> str:
    """Return `address` under `scheme`; an address with a port of its own keeps its scheme."""
    parts = urlsplit(address)
    return address if parts.port else urlunsplit(parts._replace(scheme=scheme))


def canonical(address: str) -> str:
    """Return a normalised address as it is published: https unless it has a port of its own."""
    return with_scheme(address, "https")
