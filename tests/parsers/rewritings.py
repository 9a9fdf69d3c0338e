"""Ways to write a page that leave what it says as it was: other editors, systems and browsers.

A rewriting takes the HTML of a page and returns it written otherwise.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from html import unescape

Rewriting = Callable[[str], str]

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
# but not the last of "les 12 et 19 février 2022"
_DATE = re.compile(
    rf"(?<!et )\b(\d{{1,2}}|1er)[ \u00a0]({'|'.join(_MONTHS)})[ \u00a0]((?:19|20)\d\d)\b"
)
# what is no text, and a text
_NODE = re.compile(
    r"(<(script|style|title|head|pre)\b.*?</\2>|<!--.*?-->|<[^>]*>)|([^<]+)", re.DOTALL | re.I
)
_FILE = r"(<a\b[^>]*\.(?:pdf|docx?|xlsx?|zip|odt)[\"'\s>][^>]*>?)(.*?)(</a>)"
_BODY = r"(<body[^>]*>)(.*)(</body>)"
_HEADING = r"(<h[23]\b[^>]*>)(.*?)(</h[23]>)"


def _in_texts(page: str, change: Callable[[str], str]) -> str:
    return _NODE.sub(lambda node: node[1] if node[1] is not None else change(node[3]), page)


def texts(pattern: str, replacement: str) -> Rewriting:
    """Return the rewriting that replaces a pattern in the texts of a page."""
    change = partial(re.compile(pattern).sub, replacement)
    return lambda page: _in_texts(page, change)


def elements(pattern: str, replacement: str) -> Rewriting:
    """Return the rewriting that replaces a pattern in the whole HTML of a page."""
    return partial(re.compile(pattern, re.DOTALL | re.IGNORECASE).sub, replacement)


def dates(form: str) -> Rewriting:
    """Return the rewriting that puts dates such as `3 mai 2004` into another form."""

    def written(date: re.Match[str]) -> str:
        day = 1 if date[1] == "1er" else int(date[1])
        number = _MONTHS.index(date[2]) + 1
        capitals = date[2].upper()
        return form.format(day=day, month=date[2], capitals=capitals, number=number, year=date[3])

    return lambda page: _in_texts(page, partial(_DATE.sub, written))


def _in_halves(text: str) -> str:
    if len(text.strip()) < 8:
        return text
    half = len(text) // 2
    return f'<span lang="FR">{text[:half]}</span><span style="mso-x:1">{text[half:]}</span>'


def _in_entities(text: str) -> str:
    return "".join(f"&#{ord(sign)};" if ord(sign) > 127 else sign for sign in text)


def divided(page: str) -> str:
    """Return a page with each text in two `<span>`, as word processors leave it."""
    body = re.search("<body[^>]*>", page, re.IGNORECASE)
    begin = body.end() if body else 0
    return page[:begin] + _in_texts(page[begin:], _in_halves)


_DATES = {
    "date with slashes": "{day:02}/{number:02}/{year}",
    "date with hyphens": "{day}-{number}-{year}",
    "date in capitals": "{day} {capitals} {year}",
    "date with no-break spaces": "{day}\u00a0{month}\u00a0{year}",
}
_TEXTS = {
    "no-break spaces": (" ", "\u00a0"),
    "spaces": (r"(?<=[^\W\d_]) (?=[^\W\d_])", "  "),
    "soft hyphens": ("([a-zé]{4})([a-zé]{4})", "\\1\u00ad\\2"),
    "zero-width spaces": (" ", "\u200b "),
    "curly apostrophes": ("'", "’"),
}
_ELEMENTS = {
    "paragraphs in cells": (r"(<t[dh]\b[^>]*>)(.*?)(</t[dh]>)", r"\1<p>\2</p>\3"),
    "divisions in cells": (r"(<t[dh]\b[^>]*>)(.*?)(</t[dh]>)", r"\1<div>\2</div>\3"),
    "paragraphs in items": (r"(<li\b[^>]*>)(.*?)(</li>)", r"\1<p>\2</p>\3"),
    "paragraphs in terms": (r"(<d[td]\b[^>]*>)(.*?)(</d[td]>)", r"\1<p>\2</p>\3"),
    "links in elements": (r"(<a\b[^>]*>)(.*?)(</a>)", r"<span>\1<span>\2</span>\3</span>"),
    "anchors in headings": (_HEADING, r'\1<a name="x1">\2</a>\3'),
    "bold headings": (_HEADING, r"\1<strong>\2</strong>\3"),
    "no end tags of items": ("</li>", ""),
    "comments": (r"(</(?:p|li|td|h[1-6])>)", r"<!-- fin -->\1"),
    "empty paragraphs": ("(</p>)", r"\1<p>&nbsp;</p>"),
    "empty spans": (r"(<(?:p|li|td|h2)\b[^>]*>)", r"\1<span></span>"),
    "icons in links": (r"(<a\b[^>]*\.pdf[^>]*>)", r'\1<span aria-hidden="true"></span>'),
}
_AROUND = {
    "layout table": r'<table width="100%"><tr><td width="20"></td><td>\2</td></tr></table>',
    "form": r'<form method="post" action="x.aspx"><input type="hidden" name="v">\2</form>',
    "article": r"<main><article>\2</article></main>",
}
_BELOW_TITLE = {
    "last update": '<p class="date">Mis à jour le 12 mars 2024</p>',
    "print": '<p><a href="javascript:window.print()">Imprimer</a></p>',
    "share": '<ul><li><a href="https://www.facebook.com/sharer.php?u=x">Partager</a></li></ul>',
    "contents": '<nav><p>Sommaire</p><ol><li><a href="#a">Textes</a></li></ol></nav>',
}
_ABOVE_TITLE = {
    "way to the page": '<div class="ariane"><a href="/">Accueil</a> &gt; Référentiels</div>',
    "search": '<form action="/r"><label for="q">Rechercher</label><input id="q" name="q"></form>',
}
_AT_BEGINNING = {
    "cookies": "<div id='cookies'><p>Ce site utilise des cookies.</p><button>Oui</button></div>",
    "notice": '<div class="fr-notice"><p>Le site évolue : découvrez-le.</p></div>',
}
_AT_END = {
    "legal notice": '<div class="bas"><a href="/mentions-legales">Mentions légales</a></div>',
    "related": '<aside><h2>À voir aussi</h2><p><a href="b.html">BP Boucher</a></p></aside>',
}
_LINKS = {
    "new window": r"\1\2 (nouvelle fenêtre)\3",
    "new window, read aloud": r"\1\2<span class='sr-only'> - Ouvre une nouvelle fenêtre</span>\3",
}
# Of links to files alone: how they open is no part of their titles.
OF_LINKS: dict[str, Rewriting] = {name: elements(_FILE, link) for name, link in _LINKS.items()}
REWRITINGS: dict[str, Rewriting] = {
    "divided by word processors": divided,
    "decomposed": lambda page: _in_texts(page, partial(unicodedata.normalize, "NFD")),
    "entities": lambda page: _in_texts(page, _in_entities),
    "capital tags": lambda page: re.sub(r"</?[a-z][a-z0-9]*", lambda tag: tag[0].upper(), page),
    **{name: dates(form) for name, form in _DATES.items()},
    **{name: texts(*change) for name, change in _TEXTS.items()},
    **{name: elements(*change) for name, change in _ELEMENTS.items()},
    **{name: elements(_BODY, rf"\1{html}\3") for name, html in _AROUND.items()},
    **{name: elements("(</h1>)", rf"\1{html}") for name, html in _BELOW_TITLE.items()},
    **{name: elements(r"(<h1\b)", rf"{html}\1") for name, html in _ABOVE_TITLE.items()},
    **{name: elements("(<body[^>]*>)", rf"\1{html}") for name, html in _AT_BEGINNING.items()},
    **{name: elements("(</body>)", rf"{html}\1") for name, html in _AT_END.items()},
    **OF_LINKS,
    "no white space between elements": elements(r"(</(?!font|time)\w+>)\s+(?=<\w)", r"\1"),
}


def plain(page: str) -> str:
    """Return a page with its entities but those of HTML's own signs as characters."""
    entity = r"&(?!lt|gt|amp|quot|#60|#62|#38|#34|#x3c)#?\w+;"
    return re.sub(entity, lambda found: unescape(found[0]), page, flags=re.IGNORECASE)
