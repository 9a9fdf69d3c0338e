"""Labels and values inside running lines, spans and links."""

import re

from .labels import Labels
from .parts import (
    PLAIN,
    Style,
    anchor,
    between,
    body,
    each,
    esc,
    facts,
    html5,
    tag,
    when,
)
from .registry import making
from .values import Values


def _page(v: Values, labels: Labels, pairs: str, style: Style = PLAIN) -> str:
    text = body(v, labels, style, tag("h2"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{pairs}\n{text}")


def _separator(v: Values, labels: Labels, wanted: str, other: str) -> str:
    """The separator wanted, or the other where a value holds its mark already."""
    values = [value for _, value in facts(v, labels)]
    return other if any(wanted.strip() in value for value in values) else wanted


@making()
def colon_nbsp(v: Values, labels: Labels) -> str:
    """``Label : value`` with a no-break space before the colon: French typography plug-ins."""
    return _page(v, labels, each(facts(v, labels), "<p>{0}\u00a0: {1}</p>"))


@making()
def colon_narrow(v: Values, labels: Labels) -> str:
    """U+202F before the colon, which stands inside the bold: JoliTypo, recent SPIP and Drupal."""
    return _page(v, labels, each(facts(v, labels), "<p><b>{0}\u202f:\u00a0</b>{1}</p>"))


@making()
def colon_tight(v: Values, labels: Labels) -> str:
    """No space at all around the colon: typed by people in a hurry."""
    return _page(v, labels, each(facts(v, labels), "<p><b>{0}</b>:{1}</p>"))


@making()
def line_pipe(v: Values, labels: Labels) -> str:
    """All facts on one line, separated by ``|``: headers of WordPress posts."""
    separator = _separator(v, labels, " | ", " • ")
    return _page(v, labels, when(each(facts(v, labels), "{0} : {1}", separator), tag("p")))


@making()
def line_dash(v: Values, labels: Labels) -> str:
    """All facts on one line, separated by an en dash: catalogues copied to the web."""
    separator = _separator(v, labels, " – ", " | ")
    pairs = each(facts(v, labels), "<strong>{0}</strong> : {1}", separator)
    return _page(v, labels, when(pairs, tag("p")))


@making()
def line_br(v: Values, labels: Labels) -> str:
    """All facts in one paragraph, separated by br: Shift+Enter in any visual editor."""
    pairs = each(facts(v, labels), "{0} : {1}", "<br>")
    return _page(v, labels, when(pairs, tag("p")))


@making()
def line_br_bold(v: Values, labels: Labels) -> str:
    """The same with bold labels, ``<br />`` and the colon inside the bold: TinyMCE in SPIP."""
    pairs = each(facts(v, labels), "<strong>{0} :</strong> {1}", "<br />\n")
    return _page(v, labels, when(pairs, tag("p")))


@making()
def spans_no_colon(v: Values, labels: Labels) -> str:
    """Label and value in sibling spans, no colon and no space: components styled by CSS."""
    pairs = each(
        facts(v, labels),
        '<div class="meta"><span class="meta-k">{0}</span><span class="meta-v">{1}</span></div>',
    )
    return _page(v, labels, pairs)


@making()
def divs_pairs(v: Values, labels: Labels) -> str:
    """Label and value in two div of a grid: Bootstrap rows, Liferay."""
    pairs = each(
        facts(v, labels),
        '<div class="row"><div class="col-md-4">{0}</div><div class="col-md-8">{1}</div></div>',
    )
    return _page(v, labels, pairs)


@making()
def divs_flat(v: Values, labels: Labels) -> str:
    """Label and value in alternate paragraphs of a CSS grid without rows: hand-made 2020s."""
    pairs = each(facts(v, labels), '<p class="k">{0}</p>\n<p class="v">{1}</p>')
    return _page(v, labels, when(pairs, tag("div", 'class="grid"')))


@making()
def label_output(v: Values, labels: Labels) -> str:
    """label and output elements: a read-only form, Oracle APEX."""
    rows = []
    for label, value in facts(v, labels):
        name = anchor(label)
        rows.append(
            f'<div class="field"><label for="{name}">{label}</label> '
            f'<output id="{name}">{value}</output></div>'
        )
    return _page(v, labels, "\n".join(rows))


@making()
def values_in_links(v: Values, labels: Labels) -> str:
    """Values and trades are links to lists of the same: taxonomy terms of Drupal, WordPress."""
    linked = between('<a href="/recherche?filtre=1" rel="tag">', "</a>")
    pairs = "\n".join(f"<p>{label} : {linked(value)}</p>" for label, value in facts(v, labels))
    style = Style(
        trades=lambda items: PLAIN.trades(
            [f'<a href="/metiers/fiche-{n}">{item}</a>' for n, item in enumerate(items, 1)]
        )
    )
    return _page(v, labels, pairs, style)


@making()
def values_marked_up(v: Values, labels: Labels) -> str:
    """Values in bold, time, abbr and data, labels plain: microdata templates."""
    pairs = each(
        facts(v, labels),
        '<p itemprop="additionalProperty" itemscope>'
        '<span itemprop="name">{0}</span> : <b itemprop="value">{1}</b></p>',
    )
    return _page(v, labels, pairs)


@making()
def br_in_text(v: Values, labels: Labels) -> str:
    """br inside running text where only the line ended: text pasted from a PDF or an e-mail."""

    def broken(text: str) -> str:
        words = re.split(r"(?<=[a-zéèà]) (?=[a-zéèà])", text)
        out = words[0]
        for number, word in enumerate(words[1:], 1):
            out += ("<br>\n" if number % 9 == 0 else " ") + word
        return out

    style = Style(para=lambda html: f"<p>{broken(html)}</p>")
    pairs = each(facts(v, labels), "<p><b>{0} :</b> {1}</p>")
    return _page(v, labels, pairs, style)


@making()
def soft_hyphens(v: Values, labels: Labels) -> str:
    """Soft hyphens in long words: hyphenation plug-ins (Hyphenator, wp-Typography)."""

    def hyphenated(text: str) -> str:
        return re.sub(r"(?<=[a-zéèà]{4})(?=[bcdfglmnprstv][a-zéèà]{4})", "\u00ad", text)

    style = Style(text=lambda text: esc(hyphenated(text)))
    soft = {field: hyphenated(label) for field, label in labels.items()}
    pairs = "\n".join(f"<p>{label} : {hyphenated(value)}</p>" for label, value in facts(v, labels))
    text = body(v, soft, style, tag("h2"))
    return html5(v, f"<h1>{esc(hyphenated(v.title))}</h1>\n{pairs}\n{text}")


@making()
def loose_text(v: Values, labels: Labels) -> str:
    """Text straight inside div, no p; empty paragraphs between: a rich editor set to div."""
    style = Style(
        para=tag("div"),
        sub=between("<div><em>", "</em></div>"),
    )
    pairs = "\n".join(f"<div>{label} : {value}</div>" for label, value in facts(v, labels))
    text = body(v, labels, style, between("<div>&nbsp;</div>\n<h2>", "</h2>\n<div>&nbsp;</div>"))
    return html5(v, f"<div>\n<h1>{esc(v.title)}</h1>\n{pairs}\n<p>&nbsp;</p>\n{text}\n</div>")


@making()
def split_inline(v: Values, labels: Labels) -> str:
    """Words cut across inline elements and comments: pages edited many times, Google Docs."""

    def cut(text: str) -> str:
        middle = len(text) // 2
        first, second = esc(text[:middle]), esc(text[middle:])
        return f"<span>{first}</span><!-- --><span>{second}</span>"

    style = Style(text=cut)
    pairs = "\n".join(
        f"<p><b>{label[:2]}</b><b>{label[2:]}</b><b> :</b> <span>{value[:1]}</span>{value[1:]}</p>"
        for label, value in facts(v, labels)
        if "&" not in value[:8]
    )
    rest = "\n".join(f"<p>{a} : {b}</p>" for a, b in facts(v, labels) if "&" in b[:8])
    return _page(v, labels, f"{pairs}\n{rest}", style)
