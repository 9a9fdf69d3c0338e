"""Any page broken without knowing what it says: cut off, mis-encoded, written otherwise."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from schema.issues import IssueCode
from tests.parsers.mutations.golden import Page, outside_code

_C = IssueCode
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|\w+);", re.IGNORECASE)


class Written(NamedTuple):
    """A broken page as it is received. `must`: issues one of which its records have to carry."""

    page: Page
    content_type: str | None = None
    must: frozenset[IssueCode] = frozenset()


Break = Callable[[Page], Written | None]


def _cut(tenths: int) -> Break:
    def make(page: Page) -> Written:
        body = page.body[: len(page.body) * tenths // 10]
        return Written(page._replace(body=body), None, frozenset({_C.UNCLOSED_DOCUMENT}))

    return make


def _cut_inside(mark: str, offset: int) -> Break:
    """Cut off some characters behind the last place of the body where `mark` stands."""

    def make(page: Page) -> Written | None:
        lowered = page.text.lower()
        at = lowered.rfind(mark, 0, lowered.rfind("</body"))
        if at < 0:
            return None
        body = page.text[: at + offset].encode(page.encoding, "xmlcharrefreplace")
        return Written(page._replace(body=body), None, frozenset({_C.UNCLOSED_DOCUMENT}))

    return make


def _without_end(page: Page) -> Written:
    text = re.sub(r"</(?:body|html)\s*>", "", page.text, flags=re.IGNORECASE)
    return Written(page.with_text(text), None, frozenset({_C.UNCLOSED_DOCUMENT}))


def _end_in_a_comment(page: Page) -> Written:
    """`</body>` where it ends nothing."""
    page = _without_end(page).page
    text = page.text + "\n<!-- gabarit : </body></html> -->\n"
    return Written(page.with_text(text), None, frozenset({_C.UNCLOSED_DOCUMENT}))


def _cut_after_an_end_in_a_script(page: Page) -> Written:
    text = page.text[: page.text.rfind("<", 0, len(page.text) * 7 // 10)]
    text += "<script>document.write('</body></html>')"
    return Written(page.with_text(text), None, frozenset({_C.UNCLOSED_DOCUMENT}))


CUTS: dict[str, Break] = {
    **{f"cut_at_{tenths}0_percent": _cut(tenths) for tenths in range(1, 10)},
    "cut_in_last_tag": _cut_inside("</", 3),
    "cut_in_last_link": _cut_inside("href=", 12),
    "cut_in_last_item": _cut_inside("<li", 9),
    "without_closing_body": _without_end,
    "closing_body_in_a_comment": _end_in_a_comment,
    "cut_in_a_script_with_an_end": _cut_after_an_end_in_a_script,
}


# -- the same page written otherwise: the same records --------------------------------------


def _declared(text: str, charset: str) -> str:
    """The text with every declaration of an encoding changed; without one, none is added."""
    return re.sub(
        r"(charset\s*=\s*[\"']?|encoding=[\"'])[\w-]+",
        lambda m: m[1] + charset,
        text,
        flags=re.IGNORECASE,
    )


def _encoded(encoding: str, charset: str | None, header: str | None, repaired: bool) -> Break:
    def make(page: Page) -> Written | None:
        text = _declared(page.text, charset) if charset else page.text
        body = text.encode(encoding, "xmlcharrefreplace")
        if text.isascii():
            return None
        declares = header or re.search(r"charset\s*=", text, re.IGNORECASE)
        must = {_C.ENCODING_REPAIRED} if repaired and declares else set()
        return Written(page._replace(body=body), header, frozenset(must))

    return make


def _twice(page: Page) -> Written | None:
    """UTF-8 read as windows-1252 and encoded again."""
    if page.text.isascii():
        return None
    text = "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte)
        for byte in _declared(page.text, "utf-8").encode()
    )
    page = page._replace(body=text.encode())
    return Written(page, "text/html; charset=utf-8", frozenset({_C.ENCODING_REPAIRED}))


def _rewritten(pattern: str, replacement: Callable[[re.Match[str]], str]) -> Break:
    """Every match outside comments and scripts rewritten."""

    def make(page: Page) -> Written | None:
        text = page.text
        matches = outside_code(pattern, text)
        if not matches:
            return None
        pieces, at = [], 0
        for match in matches:
            pieces += [text[at : match.start()], replacement(match)]
            at = match.end()
        return Written(page.with_text("".join(pieces) + text[at:]))

    return make


_LOOK_ALIKE = (
    "<h1>CAP fantôme</h1><p>Code scolarité : 50099999</p><p>Niveau : niveau 8</p>"
    "<dl><dt>Durée</dt><dd>99 ans</dd></dl><h2>Accès</h2><p>Par la cave.</p>"
    "<h2>Métiers associés</h2><ul><li>fantôme/sse</li></ul>"
)


def _before_blocks(added: str) -> Break:
    """Something put before every third closing tag of a paragraph, an item or a cell."""
    count = iter(range(10**9))
    return _rewritten(
        r"</(?:p|li|td|dd|h2|h3)>", lambda m: (added if next(count) % 3 == 0 else "") + m[0]
    )


def _tail(page: Page) -> Written:
    """A long comment behind the end, as measuring tools leave it."""
    return Written(page.with_text(page.text + f"\n<!-- {'mesure ' * 1_000} -->\n"))


def _head_script(page: Page) -> Written | None:
    """An anti-bot script in front of the real page."""
    script = (
        "<script>/* Just a moment... checking your browser */ "
        "window._cf_chl_opt={cvId:'3'};document.title='Just a moment...';</script>"
        "<noscript>Activez JavaScript pour continuer.</noscript>"
    )
    text, count = re.subn(
        r"(<body\b[^>]*>)", lambda m: m[1] + script, page.text, count=1, flags=re.IGNORECASE
    )
    return Written(page.with_text(text)) if count else None


_BARE = r"[\w./:;,#%+-]+"
SAME: dict[str, Break] = {
    # encodings
    "utf8_declared_latin1": _encoded("utf-8", "iso-8859-1", None, True),
    "utf8_header_latin1": _encoded("utf-8", None, "text/html; charset=iso-8859-1", True),
    "cp1252_declared_utf8": _encoded("cp1252", "utf-8", None, True),
    "cp1252_header_utf8": _encoded("cp1252", "utf-8", "text/html; charset=utf-8", True),
    "cp1252_declared_latin1": _encoded("cp1252", "iso-8859-1", None, False),
    "utf8_read_as_cp1252": _twice,
    "cp850_declared_latin1": _encoded("cp850", "iso-8859-1", None, True),
    "cp850_declared_utf8": _encoded("cp850", "utf-8", None, True),
    "mac_declared_latin1": _encoded("mac_roman", "iso-8859-1", None, True),
    "mac_declared_utf8": _encoded("mac_roman", "utf-8", None, True),
    "mac_declared": _encoded("mac_roman", "macintosh", None, False),
    "utf16_with_bom": _encoded("utf-16", "utf-16", None, False),
    "utf16_header": _encoded("utf-16", None, "text/html; charset=utf-16", False),
    # tags
    "tags_upper_case": _rewritten(r"</?[a-z][a-z0-9]*(?=[\s>/])", lambda m: m[0].upper()),
    "tags_mixed_case": _rewritten(r"</?[a-z][a-z0-9]*(?=[\s>/])", lambda m: m[0].title()),
    "attributes_upper_case": _rewritten(
        r"(?<=\s)(?:class|href|id|style|role|rowspan|colspan)(?==)", lambda m: m[0].upper()
    ),
    "tags_unclosed": _rewritten(
        r"</(?:p|li|td|th|tr|dd|dt)>(?=\s*</?(?:p|li|td|th|tr|dd|dt|ul|ol|dl|div|table|tbody|"
        r"section|article|h\d|main|body)\b)",
        lambda m: "",
    ),
    "attributes_unquoted": _rewritten(rf"=\"({_BARE})\"(?=[\s>])", lambda m: f"={m[1]}"),
    "attributes_in_apostrophes": _rewritten(r"=\"([^\"'<>]*)\"(?=[\s/>])", lambda m: f"='{m[1]}'"),
    "spaces_in_tags": _rewritten(
        r"<(/?[a-z][a-z0-9]*)(\s[^<>]*)?>",
        lambda m: f"<{m[1]}{m[2] or ''}\n >" if not (m[2] or "").endswith("/") else m[0],
    ),
    "windows_lines": lambda page: Written(
        page.with_text(page.text.replace("\r\n", "\n").replace("\n", "\r\n"))
    ),
    # look-alikes
    "look_alike_in_comments": _before_blocks(f"<!-- {_LOOK_ALIKE} -->"),
    "look_alike_in_scripts": _before_blocks(f"<script>var x = '{_LOOK_ALIKE}';</script>"),
    "look_alike_in_cdata": _before_blocks(
        f"<script>//<![CDATA[\ndocument.write('{_LOOK_ALIKE}')\n//]]></script>"
    ),
    "look_alike_in_templates": _before_blocks(f"<template>{_LOOK_ALIKE}</template>"),
    "look_alike_in_conditional_comment": _before_blocks(
        f"<!--[if lt IE 7]>{_LOOK_ALIKE}<![endif]-->"
    ),
    "long_tail": _tail,
    "anti_bot_script": _head_script,
}
# Bytes that no rule need read: a refusal will do as well. The others must be read.
MAY_BE_REFUSED = {name for name in SAME if name.startswith(("cp850", "mac", "utf16", "utf8_read"))}


def broken(page: Page, breaks: dict[str, Break]) -> Iterator[tuple[str, Written]]:
    """The page after each break that changes it, with the name of the break."""
    for name, make in breaks.items():
        written = make(page)
        if written is not None and written.page.body != page.body:
            yield name, written
