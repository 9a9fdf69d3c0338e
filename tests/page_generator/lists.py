"""Pages built on definition lists and on plain lists."""

from .labels import Labels
from .parts import PLAIN, Style, body, each, esc, facts, html5, joined, sections, tag, when
from .registry import making
from .values import Values

DL = tag("dl")


@making()
def dl_plain(v: Values, labels: Labels) -> str:
    """Facts in dl, sections below h2: a hand-made page, Rails or Django detail templates."""
    pairs = each(facts(v, labels), "<dt>{0}</dt>\n<dd>{1}</dd>")
    text = body(v, labels, PLAIN, tag("h2"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{when(pairs, DL)}\n{text}")


@making()
def dl_sections(v: Values, labels: Labels) -> str:
    """One dl for the whole page, sections inside dd: pages exported from a database."""
    pairs = each(facts(v, labels), "<dt>{0} :</dt><dd>{1}</dd>")
    style = Style(sub=tag("h4"))
    rest = "\n".join(
        f"<dt>{label}</dt>\n<dd>\n{html}\n</dd>" for _, label, html in sections(v, labels, style)
    )
    return html5(v, f"<h1>{esc(v.title)}</h1>\n<dl>\n{pairs}\n{rest}\n</dl>")


@making()
def dl_wrapped(v: Values, labels: Labels) -> str:
    """Each dt and dd in a div, as HTML 5.2 allows: gov.uk summary lists and their imitators."""
    row = '<div class="summary-list__row"><dt>{0}</dt><dd>{1}</dd></div>'
    pairs = each(facts(v, labels), row)
    rest = "\n".join(
        f'<div class="summary-list__row">\n<dt>{label}</dt>\n<dd>\n{html}\n</dd>\n</div>'
        for _, label, html in sections(v, labels)
    )
    content = f'<h1>{esc(v.title)}</h1>\n<dl class="summary-list">\n{pairs}\n{rest}\n</dl>'
    return html5(v, content)


@making()
def dl_several_dd(v: Values, labels: Labels) -> str:
    """Several dd for one dt, end tags left out: hand-written HTML 4."""
    dd = joined("\n<dd>")
    style = Style(trades=dd, legal=dd, documents=dd)
    pairs = each(facts(v, labels), "<dt>{0}\n<dd>{1}")
    rest = "\n".join(f"<dt>{label}\n<dd>{html}" for _, label, html in sections(v, labels, style))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n<dl>\n{pairs}\n{rest}\n</dl>")


@making()
def dl_split(v: Values, labels: Labels) -> str:
    """A dl for each single pair, dd in bold: older versions of Joomla and of eZ Publish."""
    pairs = each(
        facts(v, labels), '<dl class="attribute"><dt>{0}</dt><dd><strong>{1}</strong></dd></dl>'
    )
    text = body(v, labels, PLAIN, tag("h3"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{pairs}\n{text}")


@making()
def ul_facts(v: Values, labels: Labels) -> str:
    """Facts as ``<li><strong>Label</strong> : value``: the commonest list of a visual editor."""
    pairs = each(facts(v, labels), "<li><strong>{0}</strong>&nbsp;: {1}</li>")
    text = body(v, labels, PLAIN, tag("h2"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{when(pairs, tag('ul'))}\n{text}")


@making()
def ul_spans(v: Values, labels: Labels) -> str:
    """Label and value in two span elements of a li, no colon: theme of a private school's site."""
    pairs = each(
        facts(v, labels),
        '<li><span class="lib">{0}</span><span class="val">{1}</span></li>',
    )
    text = body(v, labels, PLAIN, tag("h2"))
    infos = tag("ul", 'class="infos"')
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{when(pairs, infos)}\n{text}")


@making()
def ul_nested(v: Values, labels: Labels) -> str:
    """The whole page is one nested list: an outline exported from FreeMind or a wiki."""
    pairs = each(facts(v, labels), "<li>{0} : {1}</li>")
    rest = "\n".join(
        f"<li><b>{label}</b>\n{html}\n</li>"
        for _, label, html in sections(v, labels, Style(sub=tag("h4")))
    )
    return html5(v, f"<h1>{esc(v.title)}</h1>\n<ul>\n{pairs}\n{rest}\n</ul>")
