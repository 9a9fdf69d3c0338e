"""Mirrored, archived and XHTML pages."""

from .labels import Labels
from .parts import PLAIN, Style, between, body, each, esc, facts, html4, sections, tag, when
from .registry import making
from .values import Values

LOOK_ALIKE = "<h2>Niveau</h2><p>niveau 8 (doctorat)</p><b>Sigle :</b> FAUX"
MIRRORED = (
    "<!-- Mirrored from exemple.education.test/index.php?rub=referentiels&id=17 by HTTrack Website "
    "Copier/3.x [XR&CO'2014], Mon, 03 Feb 2014 10:12:13 GMT -->"
)
ADDED = (
    '<!-- Added by HTTrack --><meta http-equiv="content-type" content="text/html;charset=UTF-8" />'
    "<!-- /Added by HTTrack -->"
)


@making()
def xhtml_strict(v: Values, labels: Labels) -> str:
    """XHTML 1.0 Strict with XML prolog, CDATA scripts that hold look-alike markup: 2004 to 2010."""
    pairs = each(facts(v, labels), "<li><strong>{0}&#160;:</strong> {1}</li>")
    text = body(v, labels, PLAIN, tag("h2"))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="fr" lang="fr">
<head>
<meta http-equiv="Content-Type" content="application/xhtml+xml; charset=UTF-8" />
<title>{esc(v.title)}</title>
<link rel="stylesheet" type="text/css" href="style.css" />
<script type="text/javascript">
//<![CDATA[
var modele = "{LOOK_ALIKE}<p>Code diplôme : 17000000<\\/p>";
if (1 < 2 && document.getElementById) {{ /* rien */ }}
//]]>
</script>
</head>
<body>
<div id="page">
<h1>{esc(v.title)}</h1>
{when(pairs, tag("ul"))}
{text}
<script type="text/javascript">
/* <![CDATA[ */
document.title = "<h1>Autre diplôme</h1>{LOOK_ALIKE}".length ? document.title : "";
/* ]]> */
</script>
</div>
</body>
</html>
"""


@making()
def httrack(v: Values, labels: Labels) -> str:
    """HTTrack mirror: its comments, its own UTF-8 meta (from HTTP) before the page's stale one."""
    pairs = each(facts(v, labels), "<b>{0}</b> : {1}<br/>")
    style = Style(sub=between("<p><i>", "</i></p>"))
    text = body(v, labels, style, between('<div class="titre2">', "</div>"))
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "xhtml1-transitional.dtd">
<html>

{MIRRORED}
{ADDED}
<head>
<title>{esc(v.title)}</title>
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<base target="_self">
</head>
<body>
<div id="contenu">
<div class="titre1"><h1>{esc(v.title)}</h1></div>
<p>
{pairs}
</p>
{text}
</div>
</body>

{MIRRORED}
</html>
"""


@making()
def wayback(v: Values, labels: Labels) -> str:
    """A page kept by the Wayback Machine: toolbar between comments, comment of the capture last."""
    pairs = each(facts(v, labels), "<p><strong>{0} :</strong> {1}</p>")
    text = body(v, labels, PLAIN, tag("h2"))
    bar = """<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<div id="wm-ipp-base" lang="en" style="display:none;direction:ltr;" toolbar="1">
<div id="wm-ipp">12 captures <table><tr><td>2012</td><td>2013</td></tr></table></div>
</div>
<!-- END WAYBACK TOOLBAR INSERT -->"""
    content = f"{bar}\n<h1>{esc(v.title)}</h1>\n{pairs}\n{text}"
    page = html4(esc(v.title), content, charset="utf-8")
    return page + "<!--\n     FILE ARCHIVED ON 10:12:13 Feb 03, 2014\n-->\n"


@making("windows-1252")
def tag_soup(v: Values, labels: Labels) -> str:
    """Crossed and missing tags, h2 inside a link, p inside a span: pages made by many hands."""
    pairs = each(facts(v, labels), "<p><b>{0} : <font color=red></b>{1}</font>")
    style = Style(
        para=between("<p align=justify>", ""),
        sub=between("<p><i>", "</i>"),
        trades=lambda items: "<ul>" + "".join(f"<li>{item}" for item in items) + "</ul>",
    )
    text = "\n".join(
        f'<span class=bloc><a name="{field}"><h2>{label}</h2></a>\n{html}\n</span>'
        for field, label, html in sections(v, labels, style)
    )
    return f"""<html><head><title>{esc(v.title)}</title>
<meta http-equiv=content-type content="text/html; charset=windows-1252">
<body>
<center><h1>{esc(v.title)}</center></h1>
{pairs}
{text}
</body></html>
"""


@making("windows-1252")
def no_structure_tags(v: Values, labels: Labels) -> str:
    """No html, head or body tags at all, all optional end tags left out: hand-written HTML 3.2."""
    pairs = each(facts(v, labels), "<dt>{0}<dd>{1}")
    style = Style(
        para=between("<p>", ""),
        sub=between("<h4>", "</h4>"),
        trades=lambda items: "<ul>\n" + "\n".join(f"<li>{item}" for item in items) + "\n</ul>",
    )
    text = body(v, labels, style, tag("h3"))
    return f"""<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<title>{esc(v.title)}</title>
<h1>{esc(v.title)}</h1>
{when(pairs, tag("dl"))}
{text}
"""
