"""Pages where something else stands for headings: bold, colour, capitals, roles, frames."""

from unicodedata import combining, normalize

from .labels import Labels
from .parts import (
    ITALIC,
    Style,
    between,
    body,
    bold_facts,
    each,
    esc,
    facts,
    html4,
    html5,
    joined,
    marked,
    sections,
    tag,
    when,
)
from .registry import making
from .values import Values


@making()
def headings_bold(v: Values, labels: Labels) -> str:
    """Paragraphs in bold stand for headings: any visual editor (CKEditor) used by a beginner."""
    pairs = each(facts(v, labels), "<p>{0} : {1}</p>")
    text = body(v, labels, ITALIC, between("<p><strong>", "</strong></p>"))
    return html5(v, f"<p><strong>{esc(v.title)}</strong></p>\n{pairs}\n{text}")


@making()
def headings_underlined(v: Values, labels: Labels) -> str:
    """Underlined words and a colon stand for headings: typed in a web mail or forum editor."""
    pairs = each(facts(v, labels), "<div><u>{0}</u> : {1}</div>")
    style = Style(para=tag("div"), sub=between("<div><i>", "</i></div>"))
    text = body(v, labels, style, between("<div><br></div>\n<div><u>", "</u> :</div>"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{pairs}\n{text}")


@making()
def headings_bold_br(v: Values, labels: Labels) -> str:
    """Everything in one div, br and b only: typed in a contenteditable box or old webmail."""
    style = Style(
        para=str,
        bullets=marked("- "),
        sub=tag("i"),
        trades=marked("- "),
        legal=joined("<br>\n"),
        documents=joined("<br>\n"),
        gap="<br><br>\n",
    )
    pairs = each(facts(v, labels), "<b>{0} :</b> {1}", "<br>\n")
    parts = [f"<b>{label}</b><br>\n{html}" for _, label, html in sections(v, labels, style)]
    rest = "<br><br>\n".join(part for part in (pairs, *parts) if part)
    return html5(v, f"<div>\n<b>{esc(v.title)}</b><br><br>\n{rest}\n</div>")


@making("windows-1252")
def headings_font(v: Values, labels: Labels) -> str:
    """FONT with colour and size stands for headings: Netscape Composer, FrontPage 98."""
    style = Style(
        para=between('<p><font face="Arial" size="2">', "</font></p>"),
        sub=between('<p><font face="Arial" size="2"><i>', "</i></font></p>"),
    )
    head = between('<p><font face="Arial" color="#990000" size="4">', "</font></p>")
    pairs = each(
        facts(v, labels),
        '<p><font face="Arial" size="2"><font color="#990000">{0} : </font>{1}</font></p>',
    )
    title = f'<p align="center"><font color="#000080" size="6">{esc(v.title)}</font></p>'
    return html4(esc(v.title), f"{title}\n{pairs}\n{body(v, labels, style, head)}")


@making()
def headings_span(v: Values, labels: Labels) -> str:
    """Coloured span elements stand for headings: TinyMCE with its colour button."""
    style = Style(sub=between('<p><span style="text-decoration: underline;">', "</span></p>"))
    head = between(
        '<p><span style="color: #000091; font-size: 14pt;"><strong>', "</strong></span></p>"
    )
    pairs = each(
        facts(v, labels), '<p><span style="color: #000091;">{0} :</span> <span>{1}</span></p>'
    )
    title = (
        f'<p style="text-align: center;"><span style="font-size: 24pt;">{esc(v.title)}</span></p>'
    )
    return html5(v, f"{title}\n{pairs}\n{body(v, labels, style, head)}")


@making("windows-1252")
def headings_upper(v: Values, labels: Labels) -> str:
    """Paragraphs in capitals stand for headings: text pasted from a typescript, accents kept."""
    upper = {field: label.upper() for field, label in labels.items()}
    pairs = each(facts(v, labels), "<p>{0} : {1}</p>")
    text = body(v, upper, ITALIC, tag("p"))
    return html4(esc(v.title), f"<h1>{esc(v.title)}</h1>\n{pairs}\n{text}", charset="windows-1252")


@making("windows-1252")
def headings_upper_bare(v: Values, labels: Labels) -> str:
    """Capitals without accents ("CONDITIONS D'ACCES :") as typed on old French keyboards."""
    upper = {
        field: "".join(c for c in normalize("NFD", label) if not combining(c)).upper()
        for field, label in labels.items()
    }
    pairs = each(facts(v, upper), "<p>{0} : {1}</p>")
    text = body(v, upper, ITALIC, between("<p>", " :</p>"))
    return html4(esc(v.title), f"<h1>{esc(v.title)}</h1>\n{pairs}\n{text}")


@making()
def headings_run_in(v: Values, labels: Labels) -> str:
    """The label in bold opens the first paragraph of its section: leaflets put on line."""
    parts = []
    for _, label, html in sections(v, labels, ITALIC):
        opening = f"<p><strong>{label} :</strong> "
        first = html.startswith("<p>") and not html.startswith("<p><em>")
        parts.append(opening + html[3:] if first else f"{opening.rstrip()}</p>\n{html}")
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{bold_facts(v, labels)}\n" + "\n".join(parts))


@making()
def headings_aria(v: Values, labels: Labels) -> str:
    """div with role=heading and aria-level: component libraries, AEM, accessible rich editors."""
    style = Style(para=tag("div", 'class="rte-p"'), sub=tag("div", 'role="heading" aria-level="3"'))
    title = f'<div role="heading" aria-level="1" class="cmp-title">{esc(v.title)}</div>'
    pairs = each(facts(v, labels), '<div class="cmp-fact"><b>{0}</b> : {1}</div>')
    text = body(v, labels, style, tag("div", 'role="heading" aria-level="2" class="cmp-title"'))
    return html5(v, f'<div role="main">\n{title}\n{pairs}\n{text}\n</div>')


@making()
def headings_legend(v: Values, labels: Labels) -> str:
    """fieldset and legend used as framed boxes: intranet pages of the 2000s, Joomla 1.5."""
    boxes = "\n".join(
        f"<fieldset>\n<legend>{label}</legend>\n{html}\n</fieldset>"
        for _, label, html in sections(v, labels)
    )
    pairs = each(facts(v, labels), "{0} : <b>{1}</b><br>")
    first = when(pairs, between("<fieldset>\n<legend>Fiche d'identité</legend>\n", "</fieldset>"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{first}\n{boxes}")
