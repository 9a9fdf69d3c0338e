"""The same page with the trades written in every common way."""

from .labels import Labels
from .parts import (
    OL,
    Join,
    Style,
    between,
    body,
    each,
    esc,
    facts,
    html5,
    joined,
    listing,
    marked,
    sentence,
    tag,
    when,
)
from .registry import making
from .values import Values


def _page(v: Values, labels: Labels, trades: Join) -> str:
    style = Style(trades=trades)
    pairs = when(each(facts(v, labels), "<li>{0} : {1}</li>"), tag("ul"))
    text = body(v, labels, style, tag("h2"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{pairs}\n{text}")


@making()
def trades_ol(v: Values, labels: Labels) -> str:
    """A numbered list: an editor's other list button."""
    return _page(v, labels, OL)


@making()
def trades_nested_ul(v: Values, labels: Labels) -> str:
    """li that hold p: Markdown's loose lists, Word pasted into CKEditor."""
    return _page(v, labels, listing(tag("ul"), between("<li><p>", "</p></li>")))


@making()
def trades_br(v: Values, labels: Labels) -> str:
    """One paragraph, a br between trades: Shift+Enter in an editor."""
    return _page(v, labels, joined("<br>\n", tag("p")))


@making()
def trades_paragraphs(v: Values, labels: Labels) -> str:
    """A paragraph for each trade: Enter in an editor."""
    return _page(v, labels, listing(str, tag("p")))


@making()
def trades_dash(v: Values, labels: Labels) -> str:
    """A hyphen before each trade, br between: a list typed by hand."""
    return _page(v, labels, marked("- ", outer=tag("p")))


@making()
def trades_en_dash(v: Values, labels: Labels) -> str:
    """An en dash and a no-break space before each trade, a paragraph for each: French typists."""
    return _page(v, labels, listing(str, between("<p>–\u00a0", "</p>")))


@making()
def trades_bullet(v: Values, labels: Labels) -> str:
    """``•`` before each trade, semicolons at the ends and a period at last: official bulletins."""

    def bullets(items: list[str]) -> str:
        ends = [" ;"] * (len(items) - 1) + ["."]
        lines = (f"• {item}{end}" for item, end in zip(items, ends, strict=True))
        return "<p>" + "<br>\n".join(lines) + "</p>"

    return _page(v, labels, lambda items: bullets(list(items)))


@making()
def trades_middot(v: Values, labels: Labels) -> str:
    """``·`` and no-break spaces before each trade, a paragraph for each: Word's Symbol bullets."""
    return _page(v, labels, listing(str, between("<p>·&nbsp;&nbsp;&nbsp;&nbsp; ", "</p>")))


@making()
def trades_sentence(v: Values, labels: Labels) -> str:
    """One sentence with commas and a period, semicolons where a trade holds a comma: leaflets."""
    return _page(v, labels, lambda items: f"<p>{sentence(items)}</p>")


@making()
def trades_semicolons(v: Values, labels: Labels) -> str:
    """One line with semicolons, no period: a multi-valued field printed by a database."""
    return _page(v, labels, joined(" ; ", tag("p")))


@making()
def trades_tags(v: Values, labels: Labels) -> str:
    """A span for each trade with nothing between but white space: tag clouds, "chips"."""
    return _page(v, labels, listing(tag("div"), tag("span", 'class="chip"')))


@making()
def trades_cards(v: Values, labels: Labels) -> str:
    """A card with a heading and a link for each trade: Bootstrap, portal templates."""
    inner = between(
        '<div class="card"><div class="card-body"><h5 class="card-title">',
        "</h5></div></div>",
    )
    return _page(v, labels, listing(tag("div", 'class="row"'), inner))


@making()
def trades_pair(v: Values, labels: Labels) -> str:
    """Trades on one ``Label : a, b.`` line without a heading of their own: short notices."""
    pairs = each(facts(v, labels), "<p><b>{0} :</b> {1}</p>")
    line = f"<p><b>{esc(labels['trades'])} :</b> {sentence([esc(t) for t in v.trades])}</p>"
    order = ("description", "access", "expectations", "further_study", "documents", "legal")
    text = body(v, labels, Style(), tag("h2"), order)
    trades = line if v.trades else ""
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{pairs}\n{trades}\n{text}")
