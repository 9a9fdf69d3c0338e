"""Pages whose sections are told apart by h1 to h6."""

from .labels import Labels
from .parts import (
    PLAIN,
    Style,
    between,
    body,
    bold_facts,
    each,
    esc,
    facts,
    html4,
    html5,
    sections,
    tag,
    when,
)
from .registry import making
from .values import Values


@making()
def headings_h2(v: Values, labels: Labels) -> str:
    """h1, h2, p and ul, facts in bold: a page written by hand or by a Markdown generator."""
    content = f"<h1>{esc(v.title)}</h1>\n"
    content += when(bold_facts(v, labels), between("<h2>Informations générales</h2>\n", "\n"))
    return html5(v, content + body(v, labels, PLAIN, tag("h2")))


@making()
def headings_deep(v: Values, labels: Labels) -> str:
    """Title in h3, sections in h5, the site's own headings above: a page of a deep CMS tree."""
    content = f"""<h1>Ressources pédagogiques</h1>
<h2>Voie professionnelle</h2>
<h3>{esc(v.title)}</h3>
{when(bold_facts(v, labels), between("<h4>En bref</h4>", ""))}
{body(v, labels, Style(sub=tag("h6")), tag("h5"))}"""
    return html5(v, content, site="Espace pédagogique")


@making()
def headings_skip(v: Values, labels: Labels) -> str:
    """h1, then h4, then h6: levels chosen for their size in a visual editor (TinyMCE)."""
    content = f"<h1>{esc(v.title)}</h1>\n{bold_facts(v, labels)}\n"
    return html5(v, content + body(v, labels, Style(sub=tag("h6")), tag("h4")))


@making()
def headings_h1_everywhere(v: Values, labels: Labels) -> str:
    """An h1 in every section: HTML5 templates of the years of the "document outline"."""
    style = Style(sub=tag("h2"))
    parts = "\n".join(
        f"<section>\n<h1>{label}</h1>\n{html}\n</section>"
        for _, label, html in sections(v, labels, style)
    )
    content = f"""<article>
<h1>{esc(v.title)}</h1>
{bold_facts(v, labels)}
{parts}
</article>"""
    return html5(v, content)


@making()
def headings_section(v: Values, labels: Labels) -> str:
    """main, article, header and section with aria-labelledby: a hand-made static site (Hugo)."""
    parts = "\n".join(
        f"""<section aria-labelledby="{field}">
<header><h2 id="{field}">{label}</h2></header>
<div class="section-body">
{html}
</div>
</section>"""
        for field, label, html in sections(v, labels)
    )
    content = f"""<main>
<article>
<header>
<h1>{esc(v.title)}</h1>
{each(facts(v, labels), "<p>{0} : <b>{1}</b></p>")}
</header>
{parts}
</article>
</main>"""
    return html5(v, content, site="Formations professionnelles")


@making()
def headings_colon(v: Values, labels: Labels) -> str:
    """Headings that end with a colon, the value alone in the next paragraph: a hand-made page."""
    pairs = each(facts(v, labels), "<h3>{0} :</h3>\n<p>{1}</p>")
    text = body(v, labels, Style(sub=tag("h4")), between("<h3>", "&nbsp;:</h3>"))
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{pairs}\n{text}")


@making()
def headings_logo(v: Values, labels: Labels) -> str:
    """The h1 is the site's logo and the diploma is in h2: themes of SPIP 2 and Drupal 6."""
    content = f"""<div id="header"><h1 id="logo"><a href="/" title="Accueil">
<img src="/logo.png" alt="">Portail de la voie professionnelle</a></h1></div>
<div id="content">
<h2 class="title">{esc(v.title)}</h2>
{bold_facts(v, labels)}
{body(v, labels, Style(sub=tag("h4")), tag("h3"))}
</div>"""
    return html5(v, content, site="Portail de la voie professionnelle")


@making("windows-1252")
def headings_named_anchor(v: Values, labels: Labels) -> str:
    """Headings wholly inside ``<a name>``, rules between them: Claris, HoTMetaL."""
    text = "\n".join(
        f'<HR><H3><A NAME="{field}">{label}</A></H3>\n{html}'
        for field, label, html in sections(v, labels, Style(sub=tag("H4")))
    )
    pairs = each(facts(v, labels), "<B>{0}</B> : {1}<BR>")
    title = f"<CENTER><H1>{esc(v.title)}</H1></CENTER>"
    return html4("Sans titre", f"{title}\n{pairs}\n{text}")
