"""Pieces of HTML that the makings share. All are pure: text in, HTML out."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from .labels import Labels
from .values import Values

Wrap = Callable[[str], str]
Join = Callable[[Sequence[str]], str]

FACTS = (
    "code",
    "acronym",
    "duration",
    "level",
    "type",
    "first_session",
    "last_session",
    "rncp",
)
TEXTS = ("description", "access", "expectations", "further_study")
SECTIONS = (*TEXTS, "trades", "documents", "legal")


def esc(text: str) -> str:
    """Text -> HTML text."""
    return escape(text, quote=False)


def attr(text: str) -> str:
    """Text -> value of an attribute between double quotes."""
    return escape(text, quote=True)


def tag(name: str, attributes: str = "") -> Wrap:
    """A function that puts HTML between the tags of an element."""
    start = f"<{name} {attributes}>" if attributes else f"<{name}>"
    return lambda html: f"{start}{html}</{name}>"


def between(before: str, after: str) -> Wrap:
    """A function that puts HTML between two strings."""
    return lambda html: f"{before}{html}{after}"


def listing(outer: Wrap, inner: Wrap) -> Join:
    """A function that makes a list of HTML items, for example with ``ul`` and ``li``."""
    return lambda items: outer("\n" + "\n".join(inner(item) for item in items) + "\n")


def joined(separator: str, outer: Wrap = str) -> Join:
    """A function that puts a separator between HTML items."""
    return lambda items: outer(separator.join(items))


def marked(mark: str, separator: str = "<br>\n", outer: Wrap = str) -> Join:
    """A function that puts a mark such as ``- `` before every item."""
    return lambda items: outer(separator.join(mark + item for item in items))


def sentence(items: Sequence[str]) -> str:
    """Items -> one sentence: commas and a period; semicolons where an item holds a comma."""
    separator = " ; " if any("," in item for item in items) else ", "
    return separator.join(items) + "."


P = tag("p")
H3 = tag("h3")
UL = listing(tag("ul"), tag("li"))
OL = listing(tag("ol"), tag("li"))


def link(href: str, html: str) -> str:
    """Address and HTML of a document's title -> a link."""
    return f'<a href="{attr(href)}">{html}</a>'


@dataclass(frozen=True)
class Style:
    """How one making writes what stands inside a section."""

    text: Wrap = esc
    para: Wrap = P
    bullets: Join = UL
    sub: Wrap = H3
    trades: Join = UL
    legal: Join = UL
    document: Callable[[str, str], str] = link
    documents: Join = UL
    gap: str = "\n"

    def flow(self, blocks: Sequence[str]) -> str:
        """Paragraphs, items and sub-headings -> HTML; neighbouring items make one list."""
        out: list[str] = []
        items: list[str] = []
        for block in (*blocks, ""):
            if block.startswith("- "):
                items.append(self.text(block[2:]))
                continue
            if items:
                out.append(self.bullets(items))
                items = []
            if block.startswith("### "):
                out.append(self.sub(self.text(block[4:])))
            elif block:
                out.append(self.para(self.text(block)))
        return self.gap.join(out)

    def content(self, values: Values, field: str) -> str:
        """The HTML inside the section of a field; empty when the page does not have it."""
        if field in TEXTS:
            blocks: tuple[str, ...] = getattr(values, field)
            return self.flow(blocks)
        if field == "documents":
            links = [self.document(href, self.text(name)) for href, name in values.documents]
            return self.documents(links) if links else ""
        strings = values.trades if field == "trades" else values.legal
        join = self.trades if field == "trades" else self.legal
        return join([self.text(string) for string in strings]) if strings else ""


PLAIN = Style()
ITALIC = Style(sub=between("<p><em>", "</em></p>"))


def facts(values: Values, labels: Labels) -> list[tuple[str, str]]:
    """The short facts of a page as (label, value) in HTML, without the missing ones."""
    result = ((labels[field], getattr(values, field)) for field in FACTS)
    return [(esc(label), esc(value)) for label, value in result if value]


def sections(
    values: Values, labels: Labels, style: Style = PLAIN, order: Iterable[str] = SECTIONS
) -> list[tuple[str, str, str]]:
    """The sections of a page as (field, label, content) in HTML, without the missing ones."""
    result = ((field, labels[field], style.content(values, field)) for field in order)
    return [(field, esc(label), html) for field, label, html in result if html]


def body(
    values: Values,
    labels: Labels,
    style: Style,
    head: Wrap,
    order: Iterable[str] = SECTIONS,
) -> str:
    """All sections one after the other, each below the heading that ``head`` makes."""
    return "\n".join(
        f"{head(label)}\n{html}" for _, label, html in sections(values, labels, style, order)
    )


def each(pairs: Iterable[tuple[str, str]], template: str, separator: str = "\n") -> str:
    """Pairs and a template with ``{0}`` and ``{1}`` -> HTML."""
    return separator.join(template.format(*pair) for pair in pairs)


def when(html: str, wrap: Wrap) -> str:
    """Wrapped HTML, or nothing for nothing."""
    return wrap(html) if html else ""


def bold_facts(values: Values, labels: Labels) -> str:
    """The short facts of a page as paragraphs, label and colon in bold."""
    return each(facts(values, labels), "<p><strong>{0} :</strong> {1}</p>")


def anchor(label: str) -> str:
    """A label -> an identifier of letters and hyphens."""
    return re.sub(r"[^a-z]+", "-", label.lower()).strip("-")


def html5(values: Values, content: str, *, site: str = "", head: str = "", attrs: str = "") -> str:
    """A whole page with a modern doctype; ``site`` follows the title in ``<title>``."""
    name = esc(values.title) + (f" | {site}" if site else "")
    space = f" {attrs}" if attrs else ""
    return f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>{name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
{head}
</head>
<body{space}>
{content}
</body>
</html>
"""


def html4(title: str, content: str, *, charset: str = "iso-8859-1", head: str = "") -> str:
    """A whole page as editors of the years around 2000 wrote them; ``title`` is HTML."""
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}</title>
{head}
</head>
<body bgcolor="#FFFFFF" text="#000000" link="#0000CC">
{content}
</body>
</html>
"""
