"""Pages that hold only the diploma's name, its orders and links to its documents."""

from .labels import Labels
from .parts import PLAIN, Style, attr, between, body, esc, html4, html5, joined, link, tag, when
from .registry import making
from .values import Values

LEGAL_FIRST = ("legal", "documents")


def _links(v: Values) -> list[str]:
    return [link(href, esc(name)) for href, name in v.documents]


@making(sober=True)
def sober_headings(v: Values, labels: Labels) -> str:
    """Title, orders below a heading, links below another: the simplest page of any CMS."""
    text = body(v, labels, PLAIN, tag("h2"), LEGAL_FIRST)
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{text}")


@making("windows-1252", sober=True)
def sober_centred(v: Values, labels: Labels) -> str:
    """Everything centred, no labels at all, orders in small type: hand-made about 1999."""
    legal = "\n".join(f"<P><FONT SIZE=2>{esc(text)}</FONT></P>" for text in v.legal)
    links = "<BR>\n".join(f'<A HREF="{attr(h)}">{esc(name)}</A>' for h, name in v.documents)
    content = f"<CENTER>\n<H2>{esc(v.title)}</H2>\n{legal}\n<P>{links}</P>\n</CENTER>"
    return html4(esc(v.title), content)


@making(sober=True)
def sober_list(v: Values, labels: Labels) -> str:
    """One list holds orders and document links, nothing labelled: index pages of mirrors."""
    items = [*(esc(text) for text in v.legal), *_links(v)]
    rows = "\n".join(f"<li>{item}</li>" for item in items)
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{when(rows, tag('ul'))}")


@making("windows-1252", sober=True)
def sober_table(v: Values, labels: Labels) -> str:
    """Two-column table: label in the first row of each kind, nothing in the next: Excel to web."""
    rows = ""
    for field, items in (("legal", [esc(t) for t in v.legal]), ("documents", _links(v))):
        for number, item in enumerate(items):
            label = "&nbsp;" if number else f"<b>{esc(labels[field])}</b>"
            rows += f'<tr><td valign="top">{label}</td><td>{item}</td></tr>\n'
    title = f'<p align="center"><b><font size="5">{esc(v.title)}</font></b></p>'
    return html4("", f'{title}\n<table border="0" width="90%">\n{rows}</table>')


@making("windows-1252", sober=True)
def sober_lines(v: Values, labels: Labels) -> str:
    """``Label : order`` in paragraphs, links with icons after them: an old ministry template."""
    legal = "\n".join(f"<p>{esc(text)}</p>" for text in v.legal)
    icon = '<img src="../images/pdf.gif" alt="PDF" width="16" height="16" border="0"> '
    links = "<br>\n".join(f"{icon}{html} (245 Ko)" for html in _links(v))
    line = when(links, between(f"<p><b>{esc(labels['documents'])} :</b></p>\n<p>", "</p>"))
    return html4(esc(v.title), f"<h3>{esc(v.title)}</h3>\n{legal}\n{line}")


@making(sober=True)
def sober_legifrance(v: Values, labels: Labels) -> str:
    """Orders link to Légifrance, documents follow in a paragraph each: a ministry page of 2015."""
    address = "https://www.legifrance.gouv.fr/"
    style = Style(
        legal=lambda items: PLAIN.legal([link(address, item) for item in items]),
        documents=joined("\n", lambda html: html),
        document=lambda href, name: f"<p>{link(href, name)} (PDF)</p>",
    )
    text = body(v, labels, style, tag("h3"), LEGAL_FIRST)
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{text}", site="éducation")


@making(sober=True)
def sober_documents_first(v: Values, labels: Labels) -> str:
    """Links first, then the orders after a bold label in the same paragraph: school intranets."""
    links = "\n".join(f"<div>{html}</div>" for html in _links(v))
    legal = "<br>\n".join(esc(text) for text in v.legal)
    line = when(legal, between(f"<p><strong>{esc(labels['legal'])} :</strong><br>\n", "</p>"))
    return html5(v, f"<h2>{esc(v.title)}</h2>\n{links}\n{line}")
