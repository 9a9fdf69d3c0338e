"""Pages of content-management systems."""

from collections.abc import Sequence

from .labels import Labels
from .parts import (
    PLAIN,
    SECTIONS,
    Style,
    attr,
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
def drupal_fields(v: Values, labels: Labels) -> str:
    """Drupal 8 to 11: field__label and field__item siblings for everything on the page."""

    def items(field: str, found: list[str]) -> str:
        inner = "\n".join(f'<div class="field__item">{item}</div>' for item in found)
        return f"""<div class="field field--name-field-{field} field--label-above">
<div class="field__label">{esc(labels[field])}</div>
<div class="field__items">
{inner}
</div>
</div>"""

    pairs = each(
        facts(v, labels),
        """<div class="field field--type-string field--label-inline clearfix">
<div class="field__label">{0}</div>
<div class="field__item">{1}</div>
</div>""",
    )
    rest = []
    for field in SECTIONS:
        if field == "trades":
            found = [esc(trade) for trade in v.trades]
        elif field == "legal":
            found = [esc(text) for text in v.legal]
        elif field == "documents":
            found = [
                f'<span class="file file--mime-application-pdf"><a href="{attr(href)}" '
                f'type="application/pdf">{esc(name)}</a></span>'
                for href, name in v.documents
            ]
        else:
            html = PLAIN.content(v, field)
            found = [f'<div class="text-formatted">{html}</div>'] if html else []
        if found:
            rest.append(items(field, found))
    content = f"""<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas>
<main role="main"><article role="article" class="node node--type-diplome">
<h1 class="page-header"><span class="field field--name-title">{esc(v.title)}</span></h1>
<div class="node__content">
{pairs}
{chr(10).join(rest)}
</div></article></main></div>"""
    return html5(v, content, site="Académie")


@making()
def drupal7_fields(v: Values, labels: Labels) -> str:
    """Drupal 7: field-label with ``:&nbsp;``, field-items and field-item, content in a section."""
    pairs = each(
        facts(v, labels),
        '<div class="field field-label-inline clearfix"><div class="field-label">{0}:&nbsp;</div>'
        '<div class="field-items"><div class="field-item even">{1}</div></div></div>',
    )
    style = Style(trades=listing(str, tag("div", 'class="field-item"')))
    rest = "\n".join(
        f'<div class="field field-label-above"><div class="field-label">{label}:&nbsp;</div>'
        f'<div class="field-items">\n{html}\n</div></div>'
        for _, label, html in sections(v, labels, style)
    )
    content = f"""<div id="page"><div id="main" class="clearfix">
<h1 class="title" id="page-title">{esc(v.title)}</h1>
<div id="node-1234" class="node node-diplome"><div class="content clearfix">
{pairs}
{rest}
</div></div></div></div>"""
    return html5(v, content, site="Éducation")


@making()
def spip(v: Values, labels: Labels) -> str:
    """SPIP 3 and 4: spip classes, "intertitres" in h2, ul.spip, documents in a portfolio."""
    style = Style(
        para=between("<p>", "</p>"),
        bullets=listing(tag("ul", 'class="spip" role="list"'), tag("li")),
        sub=tag("h3", 'class="spip"'),
        trades=listing(tag("ul", 'class="spip" role="list"'), tag("li")),
        document=lambda href, name: (
            f'<a href="{attr(href)}" class="spip_in" type="application/pdf">{name}</a>'
        ),
    )
    pairs = each(facts(v, labels), "<strong>{0}</strong>&nbsp;: {1}", "<br class='autobr' />\n")
    text = body(v, labels, style, tag("h2", 'class="spip"'))
    content = f"""<div class="page" id="conteneur"><div class="main" id="contenu">
<h1 class="surlignable">{esc(v.title)}</h1>
<div class="chapo surlignable">{when(pairs, tag("p"))}</div>
<div class="texte surlignable">
{text}
</div></div></div>"""
    return html5(v, content, head='<meta name="generator" content="SPIP 4.1.5">')


@making()
def spip_puces(v: Values, labels: Labels) -> str:
    """SPIP 1.9 and 2: bullets are small images followed by a no-break space, h3.spip."""
    puce = '<img src="local/cache-vignettes/L8xH11/puce.gif" class="puce" alt="-" />&nbsp;'

    def puces(items: Sequence[str]) -> str:
        return '<p class="spip">' + "<br />".join(puce + item for item in items) + "</p>"

    style = Style(
        para=tag("p", 'class="spip"'),
        bullets=puces,
        sub=between('<p class="spip"><i class="spip">', "</i></p>"),
        trades=puces,
        legal=puces,
    )
    pairs = each(
        facts(v, labels), puce + '<strong class="spip">{0}</strong>&nbsp;: {1}', "<br />\n"
    )
    text = body(v, labels, style, tag("h3", 'class="spip"'))
    content = f"""<div id="contenu"><div class="cartouche">
<h1 class="titre">{esc(v.title)}</h1></div>
<div class="texte">{when(pairs, tag("p", 'class="spip"'))}
{text}
</div></div>"""
    return html5(v, content, head='<meta name="generator" content="SPIP 2.1.12" />')


@making()
def wordpress_blocks(v: Values, labels: Labels) -> str:
    """WordPress with Gutenberg: wp:block comments kept, groups, columns, file blocks."""

    def document(href: str, name: str) -> str:
        return (
            f'<div class="wp-block-file"><a href="{attr(href)}">{name}</a>'
            f'<a href="{attr(href)}" class="wp-block-file__button" download>Télécharger</a></div>'
        )

    style = Style(
        para=between("<!-- wp:paragraph -->\n<p>", "</p>\n<!-- /wp:paragraph -->"),
        bullets=listing(tag("ul", 'class="wp-block-list"'), tag("li")),
        document=document,
        documents=listing(str, str),
    )
    pairs = each(facts(v, labels), "<li><strong>{0}</strong> : {1}</li>")
    head = between(
        '<!-- wp:heading -->\n<h2 class="wp-block-heading">', "</h2>\n<!-- /wp:heading -->"
    )
    content = f"""<div class="wp-site-blocks"><main class="wp-block-group">
<h1 class="wp-block-post-title">{esc(v.title)}</h1>
<div class="entry-content wp-block-post-content">
{when(pairs, tag("ul", 'class="wp-block-list"'))}
{body(v, labels, style, head)}
</div></main></div>"""
    return html5(v, content, site="Lycée des métiers")


@making()
def wordpress_elementor(v: Values, labels: Labels) -> str:
    """WordPress with Elementor: icon lists for facts, toggles (div role=button) for sections."""
    pairs = each(
        facts(v, labels),
        '<li class="elementor-icon-list-item"><span class="elementor-icon-list-icon">'
        '<i aria-hidden="true" class="fas fa-check"></i></span>'
        '<span class="elementor-icon-list-text">{0} : {1}</span></li>',
    )
    folds = "\n".join(
        f"""<div class="elementor-toggle-item">
<div id="elementor-tab-title-{n}" class="elementor-tab-title" data-tab="{n}" role="button"
 aria-controls="elementor-tab-content-{n}" aria-expanded="false">
<span class="elementor-toggle-icon" aria-hidden="true"><i class="fas fa-caret-right"></i></span>
<a class="elementor-toggle-title" tabindex="0">{label}</a></div>
<div id="elementor-tab-content-{n}" class="elementor-tab-content elementor-clearfix" data-tab="{n}"
 role="region" aria-labelledby="elementor-tab-title-{n}">
{html}
</div></div>"""
        for n, (_, label, html) in enumerate(sections(v, labels), 1)
    )
    widget = between('<div class="elementor-widget-container">', "</div>")
    title = widget(f'<h1 class="elementor-heading-title">{esc(v.title)}</h1>')
    icons = when(pairs, tag("ul", 'class="elementor-icon-list-items"'))
    return html5(v, f'<div class="elementor">{title}{widget(icons)}{widget(folds)}</div>')


@making()
def joomla(v: Values, labels: Labels) -> str:
    """Joomla 3: item-page, article-info, custom fields in li, attachments module."""
    pairs = each(
        facts(v, labels),
        '<li class="field-entry"><span class="field-label">{0}: </span>'
        '<span class="field-value">{1}</span></li>',
    )
    text = body(v, labels, PLAIN, tag("h3"))
    content = f"""<div class="item-page" itemscope itemtype="https://schema.org/Article">
<meta itemprop="inLanguage" content="fr-FR" />
<div class="page-header"><h2 itemprop="headline">{esc(v.title)}</h2></div>
{when(pairs, tag("ul", 'class="fields-container"'))}
<div itemprop="articleBody">
{text}
</div></div>"""
    return html5(v, content, head='<meta name="generator" content="Joomla!" />')


@making()
def typo3(v: Values, labels: Labels) -> str:
    """TYPO3: csc-default content elements, bodytext paragraphs, csc-header headings."""
    style = Style(para=tag("p", 'class="bodytext"'))
    parts = "\n".join(
        f"""<div id="c{n}" class="csc-default"><div class="csc-header csc-header-n{n}">
<h2>{label}</h2></div>
{html}
</div>"""
        for n, (_, label, html) in enumerate(sections(v, labels, style), 1)
    )
    pairs = each(facts(v, labels), '<p class="bodytext"><b>{0}:</b> {1}</p>')
    content = f"""<!--TYPO3SEARCH_begin-->
<div class="csc-header"><h1 class="csc-firstHeader">{esc(v.title)}</h1></div>
{pairs}
{parts}
<!--TYPO3SEARCH_end-->"""
    return html5(v, content, head='<meta name="generator" content="TYPO3 4.5 CMS">')


@making()
def ezpublish(v: Values, labels: Labels) -> str:
    """eZ Publish: attribute-short, attribute-long, ezxmltext with p inside a div of its own."""
    pairs = each(
        facts(v, labels), '<div class="attribute-short"><label>{0}:</label> <p>{1}</p></div>'
    )
    parts = "\n".join(
        f"""<div class="attribute-long">
<a name="eztoc{n}" id="eztoc{n}"></a><h2>{label}</h2>
<div class="ezxmltext-field">
{html}
</div></div>"""
        for n, (_, label, html) in enumerate(sections(v, labels))
    )
    content = f"""<div class="border-box"><div class="content-view-full"><div class="class-diplome">
<div class="attribute-header"><h1>{esc(v.title)}</h1></div>
{pairs}
{parts}
</div></div></div>"""
    return html5(v, content)


@making()
def mediawiki_infobox(v: Values, labels: Labels) -> str:
    """MediaWiki: facts in an infobox table whose first row repeats the title, table of contents."""
    rows = each(facts(v, labels), '<tr><th scope="row">{0}</th>\n<td>{1}\n</td></tr>')
    parts = sections(v, labels)
    toc = "\n".join(
        f'<li class="toclevel-1"><a href="#{field}"><span class="tocnumber">{n}</span> '
        f'<span class="toctext">{label}</span></a></li>'
        for n, (field, label, _) in enumerate(parts, 1)
    )
    toc_box = between(
        '<div id="toc" class="toc" role="navigation"><div class="toctitle"><h2>Sommaire</h2></div>'
        "<ul>\n",
        "\n</ul></div>",
    )
    text = "\n".join(
        f'<h2><span class="mw-headline" id="{field}">{label}</span></h2>\n{html}'
        for field, label, html in parts
    )
    title = f'<tr><th colspan="2" class="entete">{esc(v.title)}</th></tr>'
    content = f"""<div id="content" role="main">
<h1 id="firstHeading">{esc(v.title)}</h1>
<div class="mw-parser-output">
<table class="infobox_v2"><tbody>{title}
{rows}
</tbody></table>
{when(toc, toc_box)}
{text}
</div></div>"""
    return html5(v, content, site="Wiki")
