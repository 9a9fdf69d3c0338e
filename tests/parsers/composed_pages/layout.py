"""The plain layout of a page, from which the others differ."""

import re
from collections.abc import Sequence
from html import escape
from itertools import groupby
from random import Random
from typing import ClassVar, NamedTuple

from .pieces import Piece, Rows


class Shell(NamedTuple):
    """What stands around the content: declaration, `<title>`, what is above and below."""

    meta: str
    head: str
    top: str
    bottom: str


def plain_list(entries: Sequence[str]) -> str:
    """A list on one line, as menus and boxes have it."""
    return "<ul>" + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"


def without_tags(text: str) -> str:
    return re.sub("<[^>]+>", "", text)


class Layout:
    """Headings, paragraphs and lists of HTML 4. `variant`: the other form of the layout is used."""

    encodings: ClassVar[tuple[str, ...]] = ("latin-1", "utf-8")
    wraps: ClassVar[bool] = False
    """whether lines of text are broken, as editors did"""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.variant = random.random() < 0.4

    def title(self, lines: Sequence[str]) -> str:
        return f"<h1>{'<br>'.join(_escaped(lines))}</h1>"

    def heading(self, text: str) -> str:
        return f"<h2>{text}</h2>"

    def pair(self, label: str, value: str) -> str:
        return f"<p><b>{label} :</b> {value}</p>"

    def under(self, label: str, value: str) -> str:
        return f"<p><b>{label}</b></p>\n<p>{value}</p>"

    def par(self, text: str) -> str:
        return f"<p>{text}</p>"

    def note(self, text: str) -> str:
        return f"<p><i>{text}</i></p>"

    def alert(self, text: str) -> str:
        return f"<p><strong>{text}</strong></p>"

    def entries(self, texts: Sequence[str]) -> str:
        return "<ul>\n" + "\n".join(f"<li>{text}</li>" for text in texts) + "\n</ul>"

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> str:
        return "\n".join(self.pair(label, value) for label, value in pairs)

    def table(self, rows: Rows) -> str:
        head = "".join(f"<th>{cell}</th>" for cell in rows[0])
        body = "\n".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows[1:])
        return f'<table border="1">\n<tr>{head}</tr>\n{body}\n</table>'

    def section(self, heading: str, body: str) -> str:
        return f"{self.heading(heading)}\n{body}" if heading else body

    def box(self, heading: str, entries: Sequence[str]) -> str:
        return f'<div class="bloc"><h3>{heading}</h3>\n{plain_list(entries)}</div>'

    def page(self, shell: Shell, content: str) -> str:
        return (
            f"<html>\n<head>\n{shell.meta}<title>{shell.head}</title>\n</head>\n<body>\n"
            f"{shell.top}\n{content}\n{shell.bottom}\n</body>\n</html>"
        )

    def pieces(self, pieces: Sequence[Piece]) -> str:
        """Write pieces; entries and pairs that follow each other are written as one."""
        written = []
        for kind, group in groupby(pieces, key=lambda piece: piece.kind):
            run = list(group)
            if kind == "pair":
                written.append(self.pairs([(piece.label, piece.text) for piece in run]))
            elif kind == "entry":
                written.append(self.entries([piece.text for piece in run]))
            else:
                written += map(self._piece, run)
        return "\n".join(written)

    def _piece(self, piece: Piece) -> str:
        if piece.kind == "table":
            return self.table(piece.rows)
        if piece.kind == "under":
            return self.under(piece.label, piece.text)
        writers = {"par": self.par, "note": self.note, "alert": self.alert}
        return writers[piece.kind](piece.text)


def _escaped(lines: Sequence[str]) -> list[str]:
    return [escape(line, quote=False) for line in lines]
