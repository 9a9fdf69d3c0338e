"""Pages built on tables, of data and of layout."""

from .labels import Labels
from .parts import (
    PLAIN,
    SECTIONS,
    TEXTS,
    Style,
    attr,
    between,
    body,
    each,
    esc,
    facts,
    html4,
    html5,
    joined,
    sections,
    tag,
    when,
)
from .registry import making
from .values import Values

ITALIC = Style(sub=between("<p><i>", "</i></p>"))


@making()
def table_th(v: Values, labels: Labels) -> str:
    """Facts in rows with th: the table button of any editor, "headers in first column"."""
    rows = each(facts(v, labels), '<tr><th scope="row">{0}</th><td>{1}</td></tr>')
    text = body(v, labels, PLAIN, tag("h2"))
    table = when(rows, between("<table>\n<tbody>\n", "\n</tbody>\n</table>"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{table}\n{text}")


@making()
def table_td(v: Values, labels: Labels) -> str:
    """Rows of two td, p inside the cells: CKEditor, or cells pasted from Excel."""
    rows = each(facts(v, labels), "<tr>\n<td>\n<p>{0}</p>\n</td>\n<td>\n<p>{1}</p>\n</td>\n</tr>")
    text = body(v, labels, PLAIN, tag("h2"))
    table = when(rows, tag("table", 'border="1" cellpadding="0" style="width:500px"'))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{table}\n{text}")


@making("windows-1252")
def table_old(v: Values, labels: Labels) -> str:
    """Upper-case tags, TD and TR never closed, windows-1252 said to be iso-8859-1: before 2000."""
    rows = each(facts(v, labels), "<TR><TD WIDTH=150 BGCOLOR=#CCCCFF>{0}<TD>{1}")
    style = Style(
        para=between("<P>", ""),
        bullets=lambda items: "<UL>\n" + "\n".join(f"<LI>{i}" for i in items) + "\n</UL>",
        sub=between("<P><I>", "</I>"),
        trades=lambda items: "<UL>\n" + "\n".join(f"<LI>{i}" for i in items) + "\n</UL>",
        legal=joined("<P>", between("<P>", "")),
        document=lambda href, name: f'<A HREF="{attr(href)}">{name}</A>',
        documents=joined("<BR>\n"),
    )
    rest = "\n".join(
        f"<TR><TD VALIGN=TOP BGCOLOR=#CCCCFF><B>{label}</B><TD>{html}"
        for _, label, html in sections(v, labels, style)
    )
    return f"""<HTML>
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1">
<TITLE>{esc(v.title)}</TITLE>
</HEAD>
<BODY BGCOLOR=#FFFFFF>
<CENTER><H2>{esc(v.title)}</H2></CENTER>
<TABLE BORDER=1 WIDTH=600>
{rows}
{rest}
</TABLE>
</BODY>
</HTML>
"""


@making("windows-1252")
def table_layout(v: Values, labels: Labels) -> str:
    """Nested layout tables with a column of navigation: Dreamweaver MX, spacer gifs."""
    rows = each(
        facts(v, labels),
        '<tr><td width="140" class="t"><b>{0}</b></td><td class="t">{1}</td></tr>',
    )
    inner = when(rows, tag("table", 'width="100%" border="0" cellspacing="2"'))
    text = body(v, labels, ITALIC, between('<p class="soustitre"><b>', "</b></p>"))
    content = f"""<table width="760" border="0" cellspacing="0" cellpadding="0" align="center">
<tr><td colspan="3"><img src="images/bandeau.gif" width="760" height="80" alt="Bandeau"></td></tr>
<tr>
<td width="150" valign="top" bgcolor="#E6E6E6">
<table width="150" border="0">
<tr><td><a href="index.htm" class="menu">Accueil</a></td></tr>
<tr><td><a href="cap.htm" class="menu">Les CAP</a></td></tr>
<tr><td><a href="bp.htm" class="menu">Les BP</a></td></tr>
<tr><td><a href="plan.htm" class="menu">Plan du site</a></td></tr>
</table>
</td>
<td width="10"><img src="images/spacer.gif" width="10" height="1" alt=""></td>
<td width="600" valign="top">
<table width="600" border="0"><tr><td><h1>{esc(v.title)}</h1></td></tr>
<tr><td>{inner}</td></tr>
<tr><td>
{text}
</td></tr></table>
</td>
</tr>
</table>"""
    return html4(esc(v.title), content)


@making()
def table_four_columns(v: Values, labels: Labels) -> str:
    """Label, value, label, value in each row: forms printed to HTML, business intranets."""
    pairs = facts(v, labels)
    rows = ""
    for start in range(0, len(pairs), 2):
        cells = each(pairs[start : start + 2], '<td class="l">{0} :</td><td class="v">{1}</td>', "")
        pad = "<td>&nbsp;</td><td>&nbsp;</td>" if start + 1 == len(pairs) else ""
        rows += f"<tr>{cells}{pad}</tr>\n"
    text = body(v, labels, PLAIN, tag("h3"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{when(rows, tag('table'))}\n{text}")


@making()
def table_header_row(v: Values, labels: Labels) -> str:
    """Labels in the head row, values in the one row below: tables of WordPress (TablePress)."""
    pairs = facts(v, labels)
    head = each(pairs, '<th scope="col">{0}</th>', "")
    row = each(pairs, "<td>{1}</td>", "")
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody><tr>{row}</tr></tbody>\n</table>"
    text = body(v, labels, PLAIN, tag("h2"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{table if pairs else ''}\n{text}")


@making()
def table_figure(v: Values, labels: Labels) -> str:
    """A table inside figure with figcaption: the table block of WordPress (Gutenberg)."""
    rows = each(facts(v, labels), "<tr><td><strong>{0}</strong></td><td>{1}</td></tr>")
    figure = when(
        rows,
        between(
            '<figure class="wp-block-table"><table class="has-fixed-layout"><tbody>',
            "</tbody></table><figcaption>Les repères de la formation</figcaption></figure>",
        ),
    )
    text = body(v, labels, PLAIN, tag("h2", 'class="wp-block-heading"'))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{figure}\n{text}")


@making()
def table_caption(v: Values, labels: Labels) -> str:
    """Table with caption, labels in th of thead-less rows that end with a colon: hand-made."""
    rows = each(facts(v, labels), "<tr><th>{0}&nbsp;:</th><td>{1}</td></tr>")
    table = when(rows, between("<table>\n<caption>Fiche technique</caption>\n", "\n</table>"))
    text = body(v, labels, PLAIN, tag("h2"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{text}\n{table}")


@making()
def table_sections(v: Values, labels: Labels) -> str:
    """The whole page is one table, sections in cells: a Word table saved and cleaned up."""
    rows = each(facts(v, labels), '<tr><th scope="row">{0}</th><td>{1}</td></tr>')
    rest = "\n".join(
        f'<tr><th scope="row">{label}</th><td>\n{html}\n</td></tr>'
        for _, label, html in sections(v, labels, ITALIC)
    )
    title = f'<tr><th colspan="2"><h1>{esc(v.title)}</h1></th></tr>'
    return html5(v, f"<table>\n{title}\n{rows}\n{rest}\n</table>")


@making("windows-1252")
def table_bands(v: Values, labels: Labels) -> str:
    """Coloured rows across the table stand for headings, text in the row below: FrontPage 2000."""
    band = '<tr><td colspan="2" bgcolor="#003399"><b><font color="#FFFFFF">{0}</font></b></td></tr>'
    rows = each(facts(v, labels), '<tr><td width="30%"><i>{0}</i></td><td>{1}</td></tr>')
    rest = "\n".join(
        f'{band.format(label)}\n<tr><td colspan="2">\n{html}\n</td></tr>'
        for _, label, html in sections(v, labels, ITALIC)
    )
    title = f"<h2 align=center>{esc(v.title)}</h2>"
    return html4(esc(v.title), f'{title}\n<table border="1">\n{rows}\n{rest}\n</table>')


@making()
def table_rowspan(v: Values, labels: Labels) -> str:
    """Trades, orders and documents in rows of their own beside one th with rowspan: Excel."""
    rows = each(facts(v, labels), "<tr><th>{0}</th><td>{1}</td></tr>")
    for field in ("trades", "legal", "documents"):
        # One cell for each item: PLAIN's items, split again into rows.
        items = [esc(text) for text in getattr(v, field)] if field != "documents" else []
        if field == "documents":
            items = [PLAIN.document(href, esc(name)) for href, name in v.documents]
        for number, item in enumerate(items):
            th = f'<th rowspan="{len(items)}">{esc(labels[field])}</th>' if number == 0 else ""
            rows += f"\n<tr>{th}<td>{item}</td></tr>"
    text = body(v, labels, PLAIN, tag("h2"), TEXTS)
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{text}\n{when(rows, tag('table'))}")


@making()
def table_downloads(v: Values, labels: Labels) -> str:
    """Documents in a table: title, kind, a link "Télécharger": document modules (DOCman)."""
    rows = "\n".join(
        f"<tr><td>{esc(name)}</td><td>PDF</td><td>"
        f'<a href="{attr(href)}" class="btn">Télécharger</a></td></tr>'
        for href, name in v.documents
    )
    head = "<thead><tr><th>Titre</th><th>Format</th><th>Lien</th></tr></thead>"
    table = when(rows, between(f"<table>\n{head}\n<tbody>\n", "\n</tbody>\n</table>"))
    pairs = each(facts(v, labels), "<p>{0} : {1}</p>")
    order = [field for field in SECTIONS if field != "documents"]
    text = body(v, labels, PLAIN, tag("h2"), order)
    tail = when(table, between(f"<h2>{esc(labels['documents'])}</h2>\n", ""))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{pairs}\n{text}\n{tail}")


@making()
def table_divs(v: Values, labels: Labels) -> str:
    """div with display:table or role=table, row, rowheader, cell: CSS tables, ARIA grids."""
    rows = each(
        facts(v, labels),
        '<div role="row" style="display:table-row">'
        '<div role="rowheader" style="display:table-cell">{0}</div>'
        '<div role="cell" style="display:table-cell">{1}</div></div>',
    )
    table = when(rows, tag("div", 'role="table" style="display:table"'))
    text = body(v, labels, PLAIN, tag("h2"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{table}\n{text}")
