"""Bytes to text, in the order that real pages need.

Bytes that decode strictly as UTF-8 and hold a multi-byte character are UTF-8 whatever is
declared. Then BOM, Content-Type header, `<meta>` by the web's rules (iso-8859-1 means
windows-1252); last windows-1252. UTF-8 that was decoded as windows-1252 and encoded again
(`Ã©`) is mended. Text that no rule reads as French is refused, never published.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
)

from schema.errors import Refused
from schema.issues import Issue, IssueCode, Refusal, issue

_FALLBACK = "cp1252"
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
# "¶" behind a heading, "›" on the way to a page: a wrong charset makes such signs inside words
_SIGN_ALONE = re.compile(r"(?<![^\s>])[^\x00-\x7f\w](?![^\s<])")
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_NOT_MARKUP = (b"\x7fELF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b", b"MZ")
# Letters and signs that French pages use beyond ASCII.
_FRENCH = set(
    "àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝŸßšžŠŽ«»‹›“”„‘’‚–—…•·°²³¹ºª§©®™€£±×÷"
    "½¼¾¿¡µ¶†‡¨¯´¸¬¤¥¢¦\u00a0\u00ad\u202f\u2009\u200b\ufeff"
)
# Bytes of UTF-8 read as windows-1252: a lead (Â, Ã, Å, â…) and one or two continuations.
_CONTINUATION = "".join(bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(0x80, 0xC0))
_MOJIBAKE = re.compile(
    f"[ÂÃÅËâ](?:(?<!â)[{re.escape(_CONTINUATION)}]|(?<=â)[{re.escape(_CONTINUATION)}]{{2}})"
)
# The same, looked for by its first letter, which is faster: most pages have none.
_LEADS = {lead: re.compile(f"{lead}[{re.escape(_CONTINUATION)}]") for lead in "ÂÃÅËâ"}


class Decoded(NamedTuple):
    """The text of a document, the name of its encoding, and issues of repairs."""

    text: str
    encoding: str
    issues: tuple[Issue, ...]


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """Return the text of `body`; `content_type` is the response's header, if there was one.

    Refused `empty`, `not-text` (binary, NUL bytes) or `undecodable`.
    """
    if not body.strip():
        raise Refused(Refusal.EMPTY, "no byte in it but white space")
    if body.startswith(_NOT_MARKUP):
        raise Refused(Refusal.NOT_TEXT, "the first bytes are those of a binary format")
    declared = _declared(body, content_type)
    encoding, text = _decode(body, declared)
    if "\x00" in text:
        raise Refused(Refusal.NOT_TEXT, "NUL bytes in it")
    is_damaged = any(lead in text and pair.search(text) for lead, pair in _LEADS.items())
    repaired = _MOJIBAKE.sub(_mend, text) if is_damaged else text
    if encoding != "utf-8" and not _looks_french(repaired):
        raise Refused(Refusal.UNDECODABLE, f"read as {encoding}, the text makes no sense")
    issues = []
    if encoding == "utf-8" and declared not in (None, "utf-8") and not body.isascii():
        issues.append(_repaired(f"declared {declared}, was utf-8"))
    elif declared == "utf-8" and encoding != "utf-8":
        issues.append(_repaired(f"declared utf-8, was {encoding}"))
    if repaired != text:
        issues.append(_repaired("UTF-8 that had been read as windows-1252"))
    return Decoded(repaired.lstrip("\ufeff"), encoding, tuple(issues))


def _decode(body: bytes, declared: str | None) -> tuple[str, str]:
    bom_encoding, bom = read_bom(body)
    if bom_encoding and bom_encoding != "utf-8":
        return _tried(bom_encoding, body[len(bom or b"") :])
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8", text
    if declared and declared != "utf-8":
        try:
            return declared, body.decode(declared)
        except (UnicodeError, LookupError):  # the latter for `uu` or `hex`, which are no text
            pass
    return _tried(_FALLBACK, body)


def _tried(encoding: str, body: bytes) -> tuple[str, str]:
    try:
        return encoding, body.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(Refusal.UNDECODABLE, f"no known encoding reads it: {error}") from None


def _declared(body: bytes, content_type: str | None) -> str | None:
    """Return the declared encoding as Python names it: header, `<meta>`, XML declaration."""
    sources: list[Callable[[], str | None]] = [
        lambda: http_content_type_encoding(content_type),
        lambda: (match := _META.search(body[:4096])) and match[1].decode("ascii"),
        lambda: html_body_declared_encoding(body),
    ]
    for source in sources:
        name = source()
        if encoding := name and resolve_encoding(name):
            # A meta or header read as ASCII cannot be UTF-16: the web's rules say UTF-8.
            return "utf-8" if encoding.startswith("utf-16") else encoding
    return None


def _looks_french(text: str) -> bool:
    """Return whether most characters beyond ASCII are French, as in no wrongly chosen charset."""
    beyond = _BEYOND_ASCII.findall(_SIGN_ALONE.sub("", text))
    strange = sum(c not in _FRENCH for c in beyond)
    odd = sum(c in "ŽŠ‚ƒ„†‡ˆ‰‹š›ž¿¡¢¤¥¦¨¬¯¶¸" for c in beyond)
    return strange + odd <= len(beyond) / 3


def _mend(match: re.Match[str]) -> str:
    raw = b"".join(
        c.encode("cp1252") if c.encode("cp1252", "ignore") else c.encode("latin-1")
        for c in match[0]
    )
    try:
        mended = raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
    return mended if mended in _FRENCH else match[0]


def _repaired(detail: str) -> Issue:
    return issue(IssueCode.ENCODING_REPAIRED, None, None, detail)
