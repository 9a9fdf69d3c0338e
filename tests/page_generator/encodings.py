"""The same plain page in several encodings and escapings."""

from dataclasses import replace
from html.entities import codepoint2name

from .labels import Labels
from .parts import PLAIN, body, each, esc, facts, tag
from .registry import making
from .values import Values

_NAMES = {point: f"&{name};" for point, name in codepoint2name.items() if point > 127}


def named(html: str) -> str:
    """HTML -> the same with named entities, or numeric where none is, for non-ASCII characters."""
    return html.translate(_NAMES).encode("ascii", "xmlcharrefreplace").decode("ascii")


def escaped(values: Values) -> Values:
    """Values -> the same with every text escaped once; addresses stay."""

    def each_of(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(named(esc(text)) for text in texts)

    def one(text: str | None) -> str | None:
        return None if text is None else named(esc(text))

    return replace(
        values,
        title=named(esc(values.title)),
        code=one(values.code),
        acronym=one(values.acronym),
        duration=one(values.duration),
        level=one(values.level),
        type=one(values.type),
        description=each_of(values.description),
        access=each_of(values.access),
        expectations=each_of(values.expectations),
        further_study=each_of(values.further_study),
        trades=each_of(values.trades),
        documents=tuple((href, named(esc(name))) for href, name in values.documents),
        legal=each_of(values.legal),
        first_session=one(values.first_session),
        last_session=one(values.last_session),
        rncp=one(values.rncp),
    )


def _page(v: Values, labels: Labels, meta: str) -> str:
    pairs = each(facts(v, labels), "<p><b>{0}</b> : {1}</p>")
    return f"""<html>
<head>
{meta}
<title>{esc(v.title)}</title>
</head>
<body>
<h1>{esc(v.title)}</h1>
{pairs}
{body(v, labels, PLAIN, tag("h2"))}
</body>
</html>
"""


def _meta(charset: str) -> str:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'


@making("ascii")
def entities_named(v: Values, labels: Labels) -> str:
    """``&eacute;`` for every accent: FrontPage, Dreamweaver and French authors before 2005."""
    return named(_page(v, labels, _meta("iso-8859-1")))


@making("ascii")
def entities_numeric(v: Values, labels: Labels) -> str:
    """``&#233;`` for every accent: XSLT with output encoding US-ASCII."""
    return _page(v, labels, _meta("us-ascii"))


@making("ascii")
def double_escaped(v: Values, labels: Labels) -> str:
    """``&amp;eacute;``: texts with entities taken over by a CMS that escaped them again."""
    coded = {field: named(label) for field, label in labels.items()}
    return _page(escaped(v), coded, _meta("utf-8"))


@making(bom=b"\xef\xbb\xbf")
def utf8_bom(v: Values, labels: Labels) -> str:
    """UTF-8 with a byte-order mark and no meta: saved by Windows Notepad."""
    return _page(v, labels, "")


@making()
def utf8_undeclared(v: Values, labels: Labels) -> str:
    """UTF-8 said by the server only, nothing in the page: hand-made since 2010."""
    return _page(v, labels, "")


@making("windows-1252")
def windows_undeclared(v: Values, labels: Labels) -> str:
    """windows-1252 without any declaration: hand-made before 2005, once every browser's default."""
    return _page(v, labels, "")


@making("windows-1252")
def windows_declared_latin(v: Values, labels: Labels) -> str:
    """windows-1252 bytes said to be ISO-8859-1: every Windows editor before 2005."""
    return _page(v, labels, _meta("ISO-8859-1"))


@making("iso-8859-15")
def latin9(v: Values, labels: Labels) -> str:
    """ISO-8859-15 with its meta: Linux publishing chains of the administration, about 2003."""
    return _page(v, labels, _meta("iso-8859-15"))
