"""Read hostile texts: `python -m tests.faults.hostile_pages SIZE LINES SECONDS`.

Each page holds one block of SIZE characters, or so many LINES; normalisers get SIZE characters.

The system ends the process when one of them takes more than SECONDS of CPU; what it was reading
stands on stdout by then.
"""

import sys
from collections.abc import Callable, Iterator

from parsers.classify.error_pages import classify_error_page
from parsers.formats.html_links import links
from parsers.model.document import Document
from parsers.parse import read
from schema.code import CodeScolarite
from schema.dates import parse_date
from schema.duration import Duration
from schema.errors import Refused
from schema.level import DiplomaLevel
from schema.lexicon import Lexicon
from schema.name_words import name_words
from schema.secrets import masked
from schema.stems import query_words
from schema.title import read_title
from schema.trade import parse_trade
from tests.support.processor_time import allow

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
# Repeated, each makes a pattern that is not linear try every beginning with every end.
UNITS = [
    "[", "](", "(", "<", "<script ", "<!--", "&", "&nbsp;", " ", "\n", "9", "a", "A1", "500 ",
    "de la ", "- ", "a, ", "/a", ". ", "' ", "a : ", "a;", "1 an ", "2 ans ou ", "session 20 ",
    "arrêté du ", "option A ", "et ", "abrogé par l'arrêté du ", "RNCP 1", "http://a", "a@b.",
]  # fmt: skip


# What a page may repeat: what stands before the lines, a line, and what stands behind.
LINES = {
    "codes": ("", "<p>Code : {n:08}</p>", ""),
    "orders": (
        "",
        "<p>Arrêté du {day} mars {year} (JO du {day} mai {year})</p>",
        "",
    ),
    "repeals": (
        "",
        "<p>Abrogé par arrêté du {day} mars {year} ; dernière session {year}</p>",
        "",
    ),
    "documents": ("", '<p><a href="annexe{n}.pdf">Annexe {n}</a></p>', ""),
    "options": ("", "<h2>Option A{n} : option {n}</h2><p>Texte {n}</p>", ""),
    "labels": ("", "<h2>Durée</h2><p>{n} ans</p>", ""),
    "trades": ("<h2>Métiers</h2><ul>", "<li>boulanger{n}/ère</li>", "</ul>"),
    "rows": ("<table>", "<tr><th>Code {n}<td>{n:08}<td>CAP essai {n}</tr>", "</table>"),
    "tables": ("", "<table><tr><td>Durée<td>2 ans</table>", ""),
    "concerned": ("", "<p>Diplôme concerné : CAP essai {n}</p>", ""),
    "successors": ("<table>", "<tr><td>Ancien diplôme<td>CAP {n}<td>{n:08}</tr>", "</table>"),
    "tips": ("<ul>", '<li><a href="a{n}.pdf" title="Annexe {n}">Ouvrir</a></li>', "</ul>"),
    "inner rows": (
        "<table><tr><td>Niveau<td><table><tr><th colspan=3>Divers</tr>",
        "<tr><td>a{n}<td>b<td>c</tr>",
        "</table></table>",
    ),
    "bars": ("<pre>", "| Code {n} | {n:08} |\n", "</pre>"),
    "successions": ("", "<p>Remplace le CAP essai {n} ({n:08})</p>", ""),
}
NORMALISERS: tuple[Callable[[str], object], ...] = (
    CodeScolarite.parse, Duration.parse, DiplomaLevel.parse, parse_trade, parse_date, read_title,
    query_words, name_words, masked,
)  # fmt: skip


def pages(size: int) -> Iterator[tuple[str, str]]:
    """Yield the name and the HTML of each page (mock-ups)."""

    def page(body: str, head: str = "") -> str:
        return (
            f"<html><head><title>CAP boulanger</title>{head}</head><body><h1>CAP boulanger</h1>"
            f"<p>Code : 50022137</p>{body}</body></html>"
        )

    for unit in ("1", " ", "1.", ";", "url="):
        text = (unit * size)[:size]
        yield f"refresh {unit!r}", page("", f'<meta http-equiv=refresh content="{text}">')
    for unit in UNITS:
        text = (unit * size)[:size]
        yield f"text {unit!r}", page(f"<p>{text}</p>")
        yield f"link {unit!r}", page(f'<p><a href="annexe.pdf">{text}</a></p>')
        yield f"title {unit!r}", page("").replace("boulanger", text)
        sections = ("Description", "Métiers accessibles", "Durée", "Textes réglementaires")
        yield f"sections {unit!r}", page("".join(f"<h2>{s}</h2><p>{text}</p>" for s in sections))


def pages_of_lines(number: int) -> Iterator[tuple[str, str]]:
    """Yield the name and the HTML of pages of many short lines (mock-ups)."""
    for name, (before, line, after) in LINES.items():
        lines = "".join(line.format(n=n, day=n % 28 + 1, year=1990 + n % 30) for n in range(number))
        body = f"<h1>CAP boulanger</h1>{before}{lines}{after}"
        yield f"lines {name}", f"<html><title>CAP boulanger</title>{body}</html>"


def main(size: int, lines: int, seconds: int) -> None:
    """Read every page as the crawler and the reader do, and every text as a value."""
    lexicon = Lexicon.packaged()
    for unit in UNITS:
        for normaliser in (*NORMALISERS, lexicon.lookup):
            sys.stdout.write(f"{normaliser} {unit!r}\n")
            sys.stdout.flush()
            allow(seconds)
            normaliser((unit * size)[:size] + "§")
    for name, text in (*pages(size), *pages_of_lines(lines)):
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        allow(seconds)
        try:
            links(text, ADDRESS)
            classify_error_page(text)
            read(Document(text.encode(), ADDRESS, "text/html"), lexicon)
        except Refused:
            pass
    sys.stdout.write("done\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
