"""The encodings of pages, declared or not, with characters or entities, and broken lines."""

import re
import textwrap
from html.entities import codepoint2name

from .draft import Draft
from .layout import Layout

_CHARSETS = {"latin-1": "iso-8859-1", "entities": "iso-8859-1", "windows-1252": "windows-1252"}
_PLAIN = str.maketrans({"’": "'", "–": "-"})


def encode(draft: Draft, layout: Layout, page: str) -> tuple[bytes, bool]:
    """Encode a page; the second value: whether its quotes and dashes had to be plain ones."""
    random = draft.random
    name = draft.choose("encoding", [(each, each) for each in layout.encodings])
    charset = _CHARSETS.get(name.split(" ")[0], "utf-8")
    page = page.replace("{meta}", _declaration(draft, name, charset), 1)
    if "<HTML>" in page and draft.choose("links", (("capitals", True), ("small", False))):
        page = page.replace("<a href=", "<A HREF=").replace("</a>", "</A>")
    if layout.wraps and random.random() < 0.35:
        draft.note("lines", "broken")
        page = _broken(page)
    plain = charset == "iso-8859-1"
    if plain:
        page = page.translate(_PLAIN)
    if name == "entities":
        page = "".join(_entity(character) for character in page)
    body = page.encode(charset, "xmlcharrefreplace")
    if name.endswith("with mark"):
        body = b"\xef\xbb\xbf" + body
    return (body.replace(b"\n", b"\r\n") if random.random() < 0.25 else body), plain


def without_signs(text: str) -> str:
    """Write a text with the quotes and dashes that Latin-1 has."""
    return text.translate(_PLAIN)


def _declaration(draft: Draft, name: str, charset: str) -> str:
    if name.endswith("undeclared"):
        return ""
    if name.endswith("HTTrack"):
        meta = f'<meta http-equiv="content-type" content="text/html;charset={charset}" />'
        return f"<!-- Added by HTTrack -->{meta}<!-- /Added by HTTrack -->\n"
    if charset == "utf-8" and draft.random.random() < 0.7:
        return f'<meta charset="{charset}">\n'
    content = f'"text/html; charset={charset}"'
    return draft.some(
        f'<meta http-equiv="Content-Type" content={content}>\n',
        f'<META HTTP-EQUIV="Content-Type" CONTENT={content}>\n',
    )


def _broken(page: str) -> str:
    """Break the long lines of the text at 72 characters."""
    head, body = re.split("(?i)(?=<body)", page, maxsplit=1)
    parts = re.split(r"(?s)(<!--.*?-->|<[^>]+>)", body)
    return head + "".join(
        part if part.startswith("<") or len(part) < 60 else _filled(part) for part in parts
    )


def _filled(text: str) -> str:
    lines = textwrap.fill(text.strip(), 72, break_long_words=False, break_on_hyphens=False)
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{lines}{after}"


def _entity(character: str) -> str:
    code = ord(character)
    if code < 128:
        return character
    return f"&{codepoint2name[code]};" if code in codepoint2name else f"&#{code};"
