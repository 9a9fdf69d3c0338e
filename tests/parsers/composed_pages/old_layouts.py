"""The layouts of pages made by hand until about 2010: printed brochures, word processors."""

from collections.abc import Sequence
from html import escape

from .layout import Layout, Shell


class Brochure(Layout):
    """HTML 3.2 in capitals, without closing tags: printed brochures put on the web."""

    encodings = ("latin-1", "latin-1 undeclared", "entities")
    wraps = True

    def title(self, lines: Sequence[str]) -> str:
        written = []
        for place, line in enumerate(lines):
            text = escape(line, quote=False)
            if self.variant and line[:1].isalpha():
                text = f'<FONT SIZE="+3">{line[0]}</FONT>{escape(line[1:], quote=False)}'
            size = f'SIZE="+{2 - min(place, 1)}" COLOR="#000080"'
            written.append(f"<CENTER><FONT {size}><B>{text}</B></FONT></CENTER>")
        return "\n".join(written) + '\n<HR WIDTH="60%">'

    def heading(self, text: str) -> str:
        return f'<P><FONT COLOR="#000080"><B><U>{text}</U></B></FONT></P>'

    def pair(self, label: str, value: str) -> str:
        return f"<P><B>{label}</B><BR>\n{value}</P>"

    def under(self, label: str, value: str) -> str:
        return f"<P><B>{label}</B><BR>\n{value}</P>"

    def par(self, text: str) -> str:
        return f"<P>{text}"

    def note(self, text: str) -> str:
        return f'<P><FONT SIZE="-1">{text}</FONT>'

    def alert(self, text: str) -> str:
        return f'<P><FONT COLOR="#FF0000"><B>{text}</B></FONT>'

    def entries(self, texts: Sequence[str]) -> str:
        return "<UL>\n" + "\n".join(f"<LI>{text}" for text in texts) + "\n</UL>"

    def page(self, shell: Shell, content: str) -> str:
        return (
            '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">\n<HTML>\n<HEAD>\n'
            f'{shell.meta}<TITLE>{shell.head}</TITLE>\n</HEAD>\n<BODY BGCOLOR="#FFFFFF">\n'
            f"{shell.top}\n{content}\n<HR>\n{shell.bottom}\n</BODY>\n</HTML>"
        )


class Centred(Brochure):
    """A brochure whose lines are centred paragraphs."""

    def heading(self, text: str) -> str:
        return self._line(f"<B>{text}</B>", 3)

    def pair(self, label: str, value: str) -> str:
        return self._line(f"<B>{label}&nbsp;: </B>{value}", 2)

    def par(self, text: str) -> str:
        return self._line(text, 2)

    def entries(self, texts: Sequence[str]) -> str:
        return "\n".join(self._line(text, 2) for text in texts)

    def _line(self, text: str, size: int) -> str:
        return f'<P ALIGN="center"><FONT FACE="Arial" SIZE="{size}">{text}</FONT></P>'


class WordProcessor(Layout):
    """What a word processor saved: paragraphs with styles, bullets of another font."""

    encodings = ("windows-1252", "windows-1252", "utf-8")
    wraps = True

    def title(self, lines: Sequence[str]) -> str:
        centred = " align=center style='text-align:center'"
        bold = (f"<b>{escape(line, quote=False)}</b>" for line in lines)
        written = [self._line(text, centred) for text in bold]
        return "\n".join([*written, "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"])

    def heading(self, text: str) -> str:
        return self._line(f"<b><u>{text}</u></b>")

    def pair(self, label: str, value: str) -> str:
        return self._line(f"<b>{label}&nbsp;: </b>{value}")

    def under(self, label: str, value: str) -> str:
        return f"{self._line(f'<b>{label}</b>')}\n{self._line(value)}"

    def par(self, text: str) -> str:
        return self._line(text)

    def note(self, text: str) -> str:
        return self._line(text)

    def alert(self, text: str) -> str:
        return self._line(f"<b><span style='color:red'>{text}</span></b>")

    def entries(self, texts: Sequence[str]) -> str:
        space = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"
        bullet = f"<span style='font-family:Symbol'>·{space}</span>"
        style = "class=MsoListParagraph style='margin-left:18.0pt;text-indent:-18.0pt'"
        return "\n".join(f"<p {style}>{bullet}{text}<o:p></o:p></p>" for text in texts)

    def page(self, shell: Shell, content: str) -> str:
        names = "urn:schemas-microsoft-com:office"
        return (
            f'<html xmlns:o="{names}:office" xmlns:w="{names}:word">\n<head>\n{shell.meta}'
            f'<meta name=Generator content="Microsoft Word 11">\n<title>{shell.head}</title>\n'
            "<style>\n<!-- p.MsoNormal {margin:0cm; font-size:12.0pt;} -->\n</style>\n</head>\n"
            f"<body lang=FR>\n{shell.top}\n<div class=Section1>\n{content}\n</div>\n"
            f"{shell.bottom}\n</body>\n</html>"
        )

    def _line(self, text: str, style: str = "") -> str:
        span = f"<span style='font-family:Arial'>{text}<o:p></o:p></span>"
        return f"<p class=MsoNormal{style}>{span}</p>"
