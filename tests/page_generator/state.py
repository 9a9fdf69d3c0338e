"""Pages of the French State's design system (DSFR)."""

from .labels import Labels
from .parts import PLAIN, Style, attr, between, body, each, esc, facts, html5, sections, tag, when
from .registry import making
from .values import Values

HEAD = '<link rel="stylesheet" href="/dsfr/dsfr.min.css">'
SITE = "Voie professionnelle"


def _header() -> str:
    return """<header role="banner" class="fr-header"><div class="fr-header__body">
<div class="fr-container"><div class="fr-header__brand"><div class="fr-header__logo">
<p class="fr-logo">République<br>Française</p></div>
<div class="fr-header__service"><a href="/" title="Accueil">
<p class="fr-header__service-title">Voie professionnelle</p></a></div></div></div></div></header>"""


def _page(v: Values, content: str) -> str:
    inner = f"""{_header()}
<main role="main" id="content"><div class="fr-container">
<h1 class="fr-h2">{esc(v.title)}</h1>
{content}
</div></main>"""
    return html5(v, inner, site=SITE, head=HEAD, attrs='data-fr-scheme="system"')


def _tags(v: Values, labels: Labels) -> str:
    items = each(facts(v, labels), '<li><p class="fr-tag">{0} : {1}</p></li>')
    return when(items, tag("ul", 'class="fr-tags-group"'))


@making()
def dsfr_accordion(v: Values, labels: Labels) -> str:
    """DSFR accordions: h3 with a button aria-controls, fr-collapse; facts in fr-tag."""
    folds = "\n".join(
        f"""<section class="fr-accordion">
<h3 class="fr-accordion__title">
<button class="fr-accordion__btn" aria-expanded="false" aria-controls="acc-{n}">{label}</button>
</h3>
<div class="fr-collapse" id="acc-{n}">
{html}
</div>
</section>"""
        for n, (_, label, html) in enumerate(sections(v, labels, Style(sub=tag("h4"))))
    )
    group = tag("div", 'class="fr-accordions-group"')
    return _page(v, f"{_tags(v, labels)}\n{group(folds)}")


@making()
def dsfr_tabs(v: Values, labels: Labels) -> str:
    """DSFR tabs: ul role=tablist, button role=tab, panels hidden by the style sheet but one."""
    parts = sections(v, labels)
    tabs = "\n".join(
        f"""<li role="presentation"><button id="tab-{n}" class="fr-tabs__tab" role="tab"
 tabindex="{-1 if n else 0}" aria-selected="{"false" if n else "true"}"
 aria-controls="panel-{n}">{label}</button></li>"""
        for n, (_, label, _) in enumerate(parts)
    )
    panels = "\n".join(
        f"""<div id="panel-{n}" class="fr-tabs__panel{"" if n else " fr-tabs__panel--selected"}"
 role="tabpanel" aria-labelledby="tab-{n}" tabindex="0">
{html}
</div>"""
        for n, (_, _, html) in enumerate(parts)
    )
    pairs = each(facts(v, labels), '<p class="fr-text--sm"><strong>{0} :</strong> {1}</p>')
    return _page(
        v,
        f"""{pairs}
<div class="fr-tabs">
<ul class="fr-tabs__list" role="tablist" aria-label="Rubriques de la fiche">
{tabs}
</ul>
{panels}
</div>""",
    )


@making()
def dsfr_cards(v: Values, labels: Labels) -> str:
    """DSFR cards for sections, a call-out for facts."""
    cards = "\n".join(
        f"""<div class="fr-col-12 fr-col-md-6"><div class="fr-card fr-card--no-arrow">
<div class="fr-card__body"><div class="fr-card__content">
<h3 class="fr-card__title">{label}</h3>
<div class="fr-card__desc">
{html}
</div></div></div></div></div>"""
        for _, label, html in sections(v, labels, Style(sub=tag("h4")))
    )
    pairs = each(facts(v, labels), '<p class="fr-callout__text">{0}&nbsp;: {1}</p>')
    note = between(
        '<div class="fr-callout"><h3 class="fr-callout__title">L’essentiel</h3>', "</div>"
    )
    return _page(v, f'{when(pairs, note)}\n<div class="fr-grid-row">\n{cards}\n</div>')


@making()
def dsfr_table(v: Values, labels: Labels) -> str:
    """DSFR table with nested wrappers for facts, h2 for sections, a side menu before them."""
    rows = each(facts(v, labels), '<tr><th scope="row">{0}</th><td>{1}</td></tr>')
    table = when(
        rows,
        between(
            '<div class="fr-table"><div class="fr-table__wrapper"><div class="fr-table__container">'
            '<div class="fr-table__content"><table><caption>Caractéristiques</caption><tbody>',
            "</tbody></table></div></div></div></div>",
        ),
    )
    menu = """<nav class="fr-sidemenu" aria-labelledby="sm"><div class="fr-sidemenu__inner">
<p class="fr-sidemenu__title" id="sm">Dans cette rubrique</p><ul class="fr-sidemenu__list">
<li class="fr-sidemenu__item"><a class="fr-sidemenu__link" href="/cap">Les CAP</a></li>
<li class="fr-sidemenu__item"><a class="fr-sidemenu__link" href="/bp">Les BP</a></li>
</ul></div></nav>"""
    return _page(v, f"{menu}\n{table}\n{body(v, labels, PLAIN, tag('h2'))}")


@making()
def dsfr_download(v: Values, labels: Labels) -> str:
    """DSFR download links: kind and weight of the file in a span inside the link."""

    def document(href: str, name: str) -> str:
        return (
            f'<a class="fr-link fr-link--download" download href="{attr(href)}">{name} '
            '<span class="fr-link__detail">PDF – 245 Ko</span></a>'
        )

    style = Style(document=document)
    summary = "\n".join(
        f'<li><a class="fr-summary__link" href="#{field}">{label}</a></li>'
        for field, label, _ in sections(v, labels)
    )
    nav = between(
        '<nav class="fr-summary" aria-labelledby="su"><p class="fr-summary__title" id="su">'
        "Sommaire</p><ol>\n",
        "\n</ol></nav>",
    )
    pairs = each(facts(v, labels), '<li><span class="fr-text--bold">{0}</span> : {1}</li>')
    text = body(v, labels, style, tag("h2"))
    return _page(v, f"{when(summary, nav)}\n{when(pairs, tag('ul'))}\n{text}")
