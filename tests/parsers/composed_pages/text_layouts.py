"""The layouts of hand-made pages that are lines, lists or one paragraph."""

from collections.abc import Sequence
from html import escape
from typing import ClassVar

from .layout import Layout, Shell, without_tags
from .pieces import Rows

_OLD = ("latin-1", "windows-1252", "utf-8", "entities")


class Definitions(Layout):
    """Lists of terms with their definitions."""

    encodings = ("utf-8", "latin-1", "windows-1252")
    wraps = True

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> str:
        return "<dl>\n" + "\n".join(f"<dt>{a}</dt>\n<dd>{b}</dd>" for a, b in pairs) + "\n</dl>"

    def under(self, label: str, value: str) -> str:
        return f"<dl><dt>{label}</dt><dd>{value}</dd></dl>"

    def section(self, heading: str, body: str) -> str:
        if heading and not body.startswith("<dl"):
            return f"<dl><dt>{heading}</dt>\n<dd>{body}</dd></dl>"
        return (f"<h3>{heading}</h3>\n" if heading else "") + body


class Breaks(Layout):
    """Paragraphs whose lines are broken; a list is lines, with dashes or without."""

    encodings = _OLD
    wraps = True

    def title(self, lines: Sequence[str]) -> str:
        text = "<br>".join(escape(line, quote=False) for line in lines)
        return f'<p align="center"><b>{text}</b></p>'

    def heading(self, text: str) -> str:
        return f"<p><b>{text}</b></p>"

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> str:
        return "<p>" + "<br>\n".join(f"{label} : {value}" for label, value in pairs) + "</p>"

    def under(self, label: str, value: str) -> str:
        return f"<p>{label}<br>\n{value}</p>"

    def entries(self, texts: Sequence[str]) -> str:
        dash = "- " if self.variant else ""
        return "<p>" + "<br>\n".join(dash + text for text in texts) + "</p>"


class Lists(Layout):
    """Lists in lists: a heading is the entry that its list stands in."""

    encodings = ("latin-1", "utf-8", "windows-1252")
    wraps = True

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> str:
        return "<ul>\n" + "\n".join(f"<li>{a} : {b}</li>" for a, b in pairs) + "\n</ul>"

    def section(self, heading: str, body: str) -> str:
        return f"<ul>\n<li>{heading}\n{body}</li>\n</ul>" if heading else body


class Preformatted(Layout):
    """Text in lines and spaces, with dots between labels and values."""

    encodings = ("latin-1", "latin-1 undeclared", "utf-8")

    def title(self, lines: Sequence[str]) -> str:
        written = [
            " " * max(2, (70 - len(line)) // 2) + escape(line, quote=False) for line in lines
        ]
        return "\n".join([*written, " " * 20 + "-" * 30 + "\n"])

    def heading(self, text: str) -> str:
        return f"\n{text.upper()}\n"

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> str:
        return "\n".join(f"  {label}{self._dots(label)} : {value}" for label, value in pairs) + "\n"

    def under(self, label: str, value: str) -> str:
        return f"  {label}\n    {value}\n"

    def par(self, text: str) -> str:
        return f"  {text}\n"

    def note(self, text: str) -> str:
        return f"  {text}\n"

    def alert(self, text: str) -> str:
        return f"  *** {text} ***\n"

    def entries(self, texts: Sequence[str]) -> str:
        return "\n".join(f"  - {text}" for text in texts) + "\n"

    def table(self, rows: Rows) -> str:
        return "\n".join("  " + "   ".join(row) for row in rows) + "\n"

    def page(self, shell: Shell, content: str) -> str:
        text = content.replace("<br>", "")
        return (
            f"<HTML><HEAD>{shell.meta}<TITLE>{shell.head}</TITLE></HEAD><BODY>\n{shell.top}\n"
            f"<PRE>\n{text}\n</PRE>\n{shell.bottom}\n</BODY></HTML>"
        )

    def _dots(self, label: str) -> str:
        return " " + "." * max(2, 34 - len(without_tags(label))) if self.variant else ""


class OneParagraph(Layout):
    """All of the content in one paragraph, whose headings are bold."""

    encodings = _OLD
    wraps = True
    _ends: ClassVar[tuple[str, ...]] = (".", "!", ":")

    def heading(self, text: str) -> str:
        return f"<b>{text} :</b>"

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> str:
        return " ".join(self.par(f"{label} : {value}") for label, value in pairs)

    def under(self, label: str, value: str) -> str:
        return self.par(f"{label} : {value}")

    def par(self, text: str) -> str:
        text = text.replace("<br>\n", " ; ")
        return text if without_tags(text).rstrip().endswith(self._ends) else f"{text}."

    def note(self, text: str) -> str:
        return self.par(text)

    def alert(self, text: str) -> str:
        return self.par(text)

    def entries(self, texts: Sequence[str]) -> str:
        return self.par(" ; ".join(texts))

    def table(self, rows: Rows) -> str:
        return self.par(" ; ".join(", ".join(row) for row in rows[1:]))

    def section(self, heading: str, body: str) -> str:
        text = body.replace("\n", " ")
        return f"{self.heading(heading)} {text}" if heading else text

    def page(self, shell: Shell, content: str) -> str:
        title, end, text = content.rpartition("</h1>\n")
        return super().page(shell, f"{title}{end.strip()}\n<p>{text}</p>")
