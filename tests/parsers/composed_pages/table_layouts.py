"""The layouts of hand-made pages that are tables."""

from collections.abc import Sequence
from html import escape

from .layout import Layout, Shell
from .pieces import Piece

_OLD = ("latin-1", "windows-1252", "utf-8", "entities")


class TwoColumns(Layout):
    """A table of two columns: a label or a heading at the left, what it is of at the right."""

    encodings = _OLD
    wraps = True

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> str:
        return "\n".join(self._row(f"<b>{label}</b>", value) for label, value in pairs)

    def pieces(self, pieces: Sequence[Piece]) -> str:
        """Write pairs as rows, where there is nothing else; a row holds whatever is mixed."""
        if all(piece.kind == "pair" for piece in pieces):
            return super().pieces(pieces)
        return Layout(self.random).pieces(pieces)

    def section(self, heading: str, body: str) -> str:
        if not heading:
            return body if body.startswith("<tr") else f'<tr><td colspan="2">{body}</td></tr>'
        inner = f"<table>{body}</table>" if body.startswith("<tr") else body
        return self._row(f"<b>{heading}</b>", inner)

    def page(self, shell: Shell, content: str) -> str:
        before, row, rows = content.partition("<tr")
        border = self.random.choice((0, 1))
        table = f'<table width="90%" border="{border}" cellpadding="4">\n{row}{rows}\n</table>'
        return super().page(shell, f"{before}{table}" if row else before)

    def _row(self, left: str, right: str) -> str:
        return f'<tr><td valign="top">{left}</td><td>{right}</td></tr>'


class TwoColumnsWithHeads(TwoColumns):
    """A table of two columns whose headings span both."""

    def section(self, heading: str, body: str) -> str:
        head = f'<tr><th colspan="2" bgcolor="#CCCCFF">{heading}</th></tr>\n' if heading else ""
        return head + (body if body.startswith("<tr") else f'<tr><td colspan="2">{body}</td></tr>')


class Sidebar(Layout):
    """A table for the page's layout, with the menu at the left, and `<font>` for the rest."""

    encodings = ("latin-1", "windows-1252", "entities")
    wraps = True

    def title(self, lines: Sequence[str]) -> str:
        texts = (escape(line, quote=False) for line in lines)
        return (
            "".join(
                f'<div align="center"><font size="{5 - min(place, 2)}"><b>{text}</b></font></div>\n'
                for place, text in enumerate(texts)
            )
            + "<br>"
        )

    def heading(self, text: str) -> str:
        return f'<br><font size=3 color="#990000"><b>{text}</b></font><br>'

    def pair(self, label: str, value: str) -> str:
        return f"<font size=2><b>{label} :</b> {value}</font><br>"

    def par(self, text: str) -> str:
        return f"<font size=2>{text}</font><br>"

    def page(self, shell: Shell, content: str) -> str:
        left = f'<td bgcolor="#EEEEEE" width=150 valign=top>{shell.top}</td>'
        below = f"<tr><td colspan=2><font size=1>{shell.bottom}</font></td></tr>"
        return (
            f"<html>\n<head>\n{shell.meta}<title>{shell.head}</title>\n</head>\n<body>\n"
            f"<table border=0 width=760><tr>{left}<td valign=top>\n{content}\n</td></tr>{below}"
            "</table>\n</body>\n</html>"
        )
