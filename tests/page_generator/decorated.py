"""Pages whose headings carry more than their text: numbers, icons, links."""

from itertools import count

from .labels import Labels
from .parts import (
    ITALIC,
    PLAIN,
    anchor,
    attr,
    body,
    bold_facts,
    each,
    esc,
    facts,
    html5,
    link,
    sections,
    tag,
    when,
)
from .registry import making
from .values import Values


@making()
def headings_numbered(v: Values, labels: Labels) -> str:
    """Numbered headings ("1. Présentation"), written by hand or by LaTeX2HTML."""
    numbers = count(1)
    text = body(v, labels, PLAIN, lambda label: f"<h2>{next(numbers)}. {label}</h2>")
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{bold_facts(v, labels)}\n{text}")


@making()
def headings_roman(v: Values, labels: Labels) -> str:
    """Headings numbered "I - Présentation", as in an official bulletin put on line."""
    numbers = iter(("I", "II", "III", "IV", "V", "VI", "VII"))
    text = body(v, labels, ITALIC, lambda label: f"<h2>{next(numbers)} - {label}</h2>")
    pairs = each(facts(v, labels), "<p>{0} : {1}</p>")
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{pairs}\n{text}")


@making()
def headings_lettered(v: Values, labels: Labels) -> str:
    """Numbers in an element of their own before the heading: a Sphinx or Asciidoctor book."""
    numbers = count(1)
    text = body(
        v,
        labels,
        PLAIN,
        lambda label: f'<h2><span class="section-number">{next(numbers)}. </span>{label}</h2>',
    )
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{bold_facts(v, labels)}\n{text}")


ICONS = {
    "description": '<i class="fa fa-info-circle" aria-hidden="true"></i> ',
    "access": '<i class="icon icon-key"></i>',
    "expectations": "✅ ",
    "further_study": "🎓 ",
    "trades": '<span class="material-icons" aria-hidden="true">work</span> ',
    "documents": '<svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16">'
    '<path d="M2 1h8l4 4v10H2z"/></svg> ',
    "legal": '<img src="/img/balance.svg" alt=""> ',
}


@making()
def headings_icons(v: Values, labels: Labels) -> str:
    """Icons, emoji and svg before headings and labels: Bootstrap with Font Awesome."""
    text = "\n".join(
        f"<h2>{ICONS[field]}{label}</h2>\n{html}" for field, label, html in sections(v, labels)
    )
    pairs = each(
        facts(v, labels),
        '<li><i class="fas fa-check fa-fw" aria-hidden="true"></i>&nbsp;<b>{0}</b> : {1}</li>',
    )
    return html5(v, f"<h1>📘 {esc(v.title)}</h1>\n{when(pairs, tag('ul'))}\n{text}")


@making()
def headings_pilcrow(v: Values, labels: Labels) -> str:
    """A "¶" link after each heading: Sphinx, MkDocs, Python-Markdown's toc extension."""
    text = body(
        v,
        labels,
        PLAIN,
        lambda label: (
            f'<h2 id="{anchor(label)}">{label}'
            f'<a class="headerlink" href="#{anchor(label)}" title="Lien permanent">¶</a></h2>'
        ),
    )
    title = f'<h1>{esc(v.title)}<a class="headerlink" href="#t" title="Lien permanent">¶</a></h1>'
    return html5(v, f"{title}\n{bold_facts(v, labels)}\n{text}")


@making()
def headings_back_to_top(v: Values, labels: Labels) -> str:
    """A summary of links above, "Retour en haut" below each section: long pages of the 2000s."""
    parts = sections(v, labels)
    summary = "\n".join(f'<li><a href="#{field}">{label}</a></li>' for field, label, _ in parts)
    text = "\n".join(
        f"""<h2><a name="{field}" id="{field}"></a>{label}</h2>
{html}
<p class="haut" align="right"><a href="#top">Retour en haut</a></p>"""
        for field, label, html in parts
    )
    content = f"""<a name="top" id="top"></a>
<h1>{esc(v.title)}</h1>
<div class="sommaire">
<p><b>Sommaire</b></p>
<ul>
{summary}
</ul>
</div>
{bold_facts(v, labels)}
{text}"""
    return html5(v, content)


@making()
def headings_edit_links(v: Values, labels: Labels) -> str:
    """Headings followed by "[modifier]" links: MediaWiki and DokuWiki."""
    text = body(
        v,
        labels,
        PLAIN,
        lambda label: (
            f'<h2><span class="mw-headline" id="{anchor(label)}">{label}</span>'
            '<span class="mw-editsection"><span class="mw-editsection-bracket">[</span>'
            '<a href="/w/index.php?action=edit">modifier</a>'
            '<span class="mw-editsection-bracket">]</span></span></h2>'
        ),
    )
    pairs = each(facts(v, labels), "<li><b>{0}</b>&nbsp;: {1}</li>")
    content = f"""<h1 id="firstHeading" class="firstHeading">{esc(v.title)}</h1>
<div id="mw-content-text"><div class="mw-parser-output">
{when(pairs, tag("ul"))}
{text}
</div></div>"""
    return html5(v, content, site="Wiki des formations")


@making()
def headings_in_links(v: Values, labels: Labels) -> str:
    """Headings that link to a page of their own, a button below: portal templates (Jahia)."""
    text = body(
        v,
        labels,
        PLAIN,
        lambda label: f"<h2>{link('#' + attr(anchor(label)), label)}</h2>",
    )
    return html5(v, f"<h1>{esc(v.title)}</h1>\n{bold_facts(v, labels)}\n{text}")
