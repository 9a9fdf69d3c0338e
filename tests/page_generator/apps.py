"""Pages with fold-outs, cards and components, as scripts leave them in the document."""

from .labels import Labels
from .parts import (
    PLAIN,
    Style,
    between,
    body,
    each,
    esc,
    facts,
    html5,
    listing,
    sections,
    tag,
    when,
)
from .registry import making
from .values import Values


@making()
def details_summary(v: Values, labels: Labels) -> str:
    """details and summary, closed: static sites and recent editors."""
    pairs = each(facts(v, labels), "<p>{0} : <strong>{1}</strong></p>")
    folds = "\n".join(
        f"<details>\n<summary>{label}</summary>\n{html}\n</details>"
        for _, label, html in sections(v, labels)
    )
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{pairs}\n{folds}")


@making()
def details_facts(v: Values, labels: Labels) -> str:
    """Each fact in a small details element too, heading inside summary: an over-keen template."""
    pairs = each(
        facts(v, labels), "<details open><summary><b>{0}</b></summary><p>{1}</p></details>"
    )
    folds = "\n".join(
        f"<details>\n<summary><h2>{label}</h2></summary>\n<div>{html}</div>\n</details>"
        for _, label, html in sections(v, labels)
    )
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{pairs}\n{folds}")


@making()
def bootstrap_cards(v: Values, labels: Labels) -> str:
    """Bootstrap 4 cards: card-header and card-body, facts in a list-group with badges."""
    pairs = each(
        facts(v, labels),
        '<li class="list-group-item d-flex justify-content-between">{0}'
        '<span class="badge badge-primary badge-pill">{1}</span></li>',
    )
    cards = "\n".join(
        f'<div class="card mb-3"><div class="card-header">{label}</div>\n'
        f'<div class="card-body">\n{html}\n</div></div>'
        for _, label, html in sections(v, labels, Style(sub=tag("h6")))
    )
    content = f"""<div class="container"><div class="jumbotron">
<h1 class="display-4">{esc(v.title)}</h1></div>
{when(pairs, tag("ul", 'class="list-group list-group-flush"'))}
{cards}
</div>"""
    return html5(v, content)


@making()
def bootstrap_accordion(v: Values, labels: Labels) -> str:
    """Bootstrap 3 panels: h4 with a link data-toggle=collapse, panel-collapse collapse."""
    folds = "\n".join(
        f"""<div class="panel panel-default">
<div class="panel-heading" role="tab" id="h{n}"><h4 class="panel-title">
<a role="button" data-toggle="collapse" data-parent="#acc" href="#c{n}" aria-expanded="false"
 aria-controls="c{n}" class="collapsed">{label}</a></h4></div>
<div id="c{n}" class="panel-collapse collapse" role="tabpanel" aria-labelledby="h{n}">
<div class="panel-body">
{html}
</div></div></div>"""
        for n, (_, label, html) in enumerate(sections(v, labels, Style(sub=tag("h5"))))
    )
    pairs = each(
        facts(v, labels),
        '<div class="row"><div class="col-sm-3"><strong>{0}</strong>'
        '</div><div class="col-sm-9">{1}</div></div>',
    )
    group = tag("div", 'class="panel-group" id="acc" role="tablist"')
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{pairs}\n{group(folds)}")


@making()
def jquery_ui_accordion(v: Values, labels: Labels) -> str:
    """jQuery UI accordion saved after the script ran: closed panels display:none, aria-hidden."""
    folds = "\n".join(
        f"""<h3 class="ui-accordion-header" role="tab" id="ui-id-{n}" aria-controls="ui-p-{n}"
 aria-selected="{"false" if n else "true"}" tabindex="{-1 if n else 0}">
<span class="ui-accordion-header-icon ui-icon ui-icon-triangle-1-e"></span>{label}</h3>
<div class="ui-accordion-content" id="ui-p-{n}" aria-labelledby="ui-id-{n}" role="tabpanel"
 aria-hidden="{"true" if n else "false"}" style="display: {"none" if n else "block"};">
{html}
</div>"""
        for n, (_, label, html) in enumerate(sections(v, labels, Style(sub=tag("h4"))))
    )
    pairs = each(facts(v, labels), "<tr><td>{0}</td><td>{1}</td></tr>")
    accordion = tag("div", 'class="ui-accordion" role="tablist"')
    content = f"<h1>{esc(v.title)}</h1>\n{when(pairs, tag('table'))}\n{accordion(folds)}"
    return html5(v, content)


@making()
def aria_tabs_hidden(v: Values, labels: Labels) -> str:
    """WAI-ARIA tabs: inactive panels carry the hidden attribute; facts in the first panel."""
    parts = sections(v, labels)
    pairs = each(facts(v, labels), "<dt>{0}</dt><dd>{1}</dd>")
    if pairs:
        parts.insert(0, ("facts", "En bref", f"<dl>{pairs}</dl>"))
    tabs = "\n".join(
        f'<button role="tab" id="t-{field}" aria-controls="p-{field}" '
        f'aria-selected="{"false" if n else "true"}">{label}</button>'
        for n, (field, label, _) in enumerate(parts)
    )
    panels = "\n".join(
        f'<div role="tabpanel" id="p-{field}" aria-labelledby="t-{field}"'
        f"{' hidden' if n else ''}>\n{html}\n</div>"
        for n, (field, _, html) in enumerate(parts)
    )
    content = f"""<h1>{esc(v.title)}</h1>
<div class="tabs">
<div role="tablist" aria-label="Fiche">
{tabs}
</div>
{panels}
</div>"""
    return html5(v, content)


@making()
def bootstrap_tabs(v: Values, labels: Labels) -> str:
    """Bootstrap 5 tabs: nav-tabs of links data-bs-toggle, tab-pane fade, no aria-labelledby."""
    parts = sections(v, labels)
    tabs = "\n".join(
        f'<li class="nav-item"><a class="nav-link{"" if n else " active"}" data-bs-toggle="tab" '
        f'href="#{field}">{label}</a></li>'
        for n, (field, label, _) in enumerate(parts)
    )
    panes = "\n".join(
        f'<div class="tab-pane fade{"" if n else " show active"}" id="{field}">\n{html}\n</div>'
        for n, (field, _, html) in enumerate(parts)
    )
    pairs = each(facts(v, labels), "<p><b>{0}</b> : {1}</p>")
    content = f"""<h1>{esc(v.title)}</h1>
{pairs}
<ul class="nav nav-tabs">
{tabs}
</ul>
<div class="tab-content">
{panes}
</div>"""
    return html5(v, content)


@making()
def react_hashed(v: Values, labels: Labels) -> str:
    """React with CSS modules, rendered on the server: only div and span, hashed class names."""
    rows = each(
        facts(v, labels),
        '<div class="Fact_root__x7Hq2"><div class="Fact_k__9sKdE">{0}</div>'
        '<div class="Fact_v__Zb31p">{1}</div></div>',
        "",
    )
    items = listing(tag("div", 'class="List_l__q1"'), tag("div", 'class="List_i__w2"'))
    style = Style(
        para=tag("div", 'class="Txt_p__a1B2c"'),
        bullets=listing(tag("ul", 'class="List_u__z9"'), tag("li")),
        sub=between('<div class="Txt_s__k8"><strong>', "</strong></div>"),
        trades=items,
        legal=items,
        documents=items,
        gap="",
    )
    blocks = "".join(
        f'<div class="Block_root__e5F6g"><div class="Block_t__H7i8J">{label}</div>'
        f'<div class="Block_c__k9L0m">{html}</div></div>'
        for _, label, html in sections(v, labels, style)
    )
    title = (
        f'<div class="Hero_root__n1"><div class="Hero_t__o2"><h1>{esc(v.title)}</h1></div></div>'
    )
    content = (
        f'<div id="__next"><div class="App_app__p3">{title}{rows}{blocks}</div></div>'
        '<script id="__NEXT_DATA__" type="application/json">'
        '{"props":{"niveau":"niveau 8"}}</script>'
    )
    return html5(v, content, head='<meta name="next-head-count" content="3">')


@making()
def vue_comments(v: Values, labels: Labels) -> str:
    """Vue or Nuxt: empty comments between everything, data-v attributes, p for labels."""
    rows = each(
        facts(v, labels),
        '<!--[--><div data-v-7a1b class="info"><p data-v-7a1b class="info-label">{0}</p><!---->'
        '<p data-v-7a1b class="info-value">{1}</p></div><!--]-->',
    )
    blocks = "\n".join(
        f"<!--[--><section data-v-7a1b><!----><h2 data-v-7a1b>{label}</h2>"
        f'<div data-v-7a1b class="rich-text">{html}</div></section><!--]-->'
        for _, label, html in sections(v, labels)
    )
    title = f"<h1 data-v-7a1b>{esc(v.title)}</h1>"
    return html5(v, f'<div id="__nuxt"><!--[-->{title}{rows}{blocks}<!--]--></div>')


@making()
def angular_material(v: Values, labels: Labels) -> str:
    """Angular Material: custom elements mat-card, mat-expansion-panel, mat-list-item."""
    rows = each(
        facts(v, labels),
        '<mat-list-item class="mat-list-item"><span matline class="mat-line k">{0}</span>'
        '<span matline class="mat-line v">{1}</span></mat-list-item>',
    )
    panels = "\n".join(
        f"""<mat-expansion-panel class="mat-expansion-panel">
<mat-expansion-panel-header role="button" id="mh-{n}" aria-controls="mc-{n}" aria-expanded="false">
<mat-panel-title>{label}</mat-panel-title></mat-expansion-panel-header>
<div role="region" class="mat-expansion-panel-content" id="mc-{n}" aria-labelledby="mh-{n}"
 style="height: 0px; visibility: hidden;">
<div class="mat-expansion-panel-body">
{html}
</div></div></mat-expansion-panel>"""
        for n, (_, label, html) in enumerate(sections(v, labels))
    )
    content = f"""<app-root ng-version="13.1.0"><app-fiche><h1>{esc(v.title)}</h1>
{when(rows, tag("mat-list"))}
<mat-accordion>
{panels}
</mat-accordion></app-fiche></app-root>"""
    return html5(v, content)


@making()
def tailwind(v: Values, labels: Labels) -> str:
    """Tailwind CSS: utility classes, upper case by style sheet only, dl in a grid of div."""
    rows = each(
        facts(v, labels),
        '<div class="py-4 sm:grid sm:grid-cols-3"><dt class="text-sm uppercase">{0}</dt>'
        '<dd class="mt-1 sm:col-span-2">{1}</dd></div>',
    )
    text = body(v, labels, PLAIN, tag("h2", 'class="text-lg font-medium uppercase"'))
    content = f"""<main class="max-w-7xl mx-auto"><h1 class="text-3xl">{esc(v.title)}</h1>
{when(rows, tag("dl", 'class="divide-y"'))}
<div class="prose">
{text}
</div></main>"""
    return html5(v, content)
