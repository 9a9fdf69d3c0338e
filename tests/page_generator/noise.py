"""What surrounds a page's content and must not count: menus, banners, hidden look-alikes."""

import re
from collections.abc import Callable
from functools import wraps

Noise = Callable[[bytes], bytes]
NOISE: dict[str, Noise] = {}

TOP, TITLE, END, HEAD = "top", "after the title", "end", "head"


def encoding_of(page: bytes) -> str:
    """The encoding in which a making wrote a page."""
    if page.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if match := re.search(rb"charset=\s*[\"']?([\w-]+)", page, re.IGNORECASE):
        name = match[1].decode("ascii").lower()
        return "windows-1252" if name == "iso-8859-1" else name
    try:
        page.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _masked(text: str) -> str:
    """Text of the same length in which comments, scripts and styles are blank."""
    pattern = r"<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>"
    return re.sub(pattern, lambda m: " " * len(m[0]), text, flags=re.DOTALL | re.IGNORECASE)


def _position(text: str, place: str) -> int:
    """Where to insert: after ``<body>``, after the first h1, before ``</body>`` or ``</head>``."""
    masked = _masked(text).lower()
    if place == END:
        result = masked.rfind("</body")
        return result if result >= 0 else len(text)
    if place == HEAD and (result := masked.find("</head")) >= 0:
        return result
    if place == TITLE and (h1 := re.search(r"</h1\s*>(?:</center>|</header>)?", masked)):
        return h1.end()
    if start := re.search(r"<body\b[^>]*>", masked):
        return start.end()
    title = re.search(r"</title\s*>", masked)
    return title.end() if title else 0


def insert(page: bytes, place: str, html: str) -> bytes:
    """A page, a place and HTML -> the page with the HTML put there, in the page's encoding."""
    encoding = encoding_of(page)
    text = page.decode(encoding)
    at = _position(text, place)
    return f"{text[:at]}\n{html}\n{text[at:]}".encode(encoding, "xmlcharrefreplace")


def noise(place: str) -> Callable[[Callable[[], str]], Noise]:
    """Register a function that returns HTML as a noise that puts it at a place of the page."""

    def register(function: Callable[[], str]) -> Noise:
        @wraps(function)
        def add(page: bytes) -> bytes:
            return insert(page, place, function())

        NOISE[function.__name__] = add
        return add

    return register


@noise(TOP)
def cookie_banner() -> str:
    """Consent banner of tarteaucitron, first in the body."""
    return """<div id="tarteaucitronRoot"><div id="tarteaucitronAlertBig" role="dialog"
 aria-label="Gestion des cookies"><p>En poursuivant votre navigation, vous acceptez le dépôt de
cookies destinés à mesurer l’audience.</p>
<p><strong>Durée :</strong> 13 mois</p>
<button type="button">Tout accepter</button> <button type="button">Tout refuser</button>
<a href="/cookies">Personnaliser</a></div></div>"""


@noise(TOP)
def site_header() -> str:
    """header with a nav of diplomas and a breadcrumb in ARIA markup."""
    return """<header role="banner">
<a href="/"><img src="/logo.png" alt="Accueil du site" /></a>
<nav role="navigation" aria-label="Menu principal"><ul>
<li><a href="/niveau-3">Niveau 3</a></li>
<li><a href="/cap">CAP</a><ul><li><a href="/cap/patissier">CAP pâtissier</a></li>
<li><a href="/cap/fleuriste">CAP fleuriste</a></li></ul></li>
<li><a href="/metiers">Métiers</a></li>
<li><a href="/textes">Textes officiels</a></li>
</ul></nav>
<nav aria-label="Fil d’Ariane" class="breadcrumb"><ol>
<li><a href="/">Accueil</a></li><li><a href="/diplomes">Diplômes</a></li>
<li>Référentiel</li></ol></nav>
</header>"""


@noise(TOP)
def old_breadcrumb() -> str:
    """ "Vous êtes ici :" in a paragraph, as SPIP and Joomla write it."""
    return """<p class="arborescence" id="fil-ariane">Vous êtes ici : <a href="/">Accueil</a> &gt;
<a href="/diplomes">Diplômes</a> &gt; <a href="/diplomes/cap">CAP</a></p>"""


@noise(TOP)
def skip_links() -> str:
    """Skip links before everything, some named like sections."""
    return """<div class="skiplinks"><ul>
<li><a href="#contenu">Aller au contenu</a></li><li><a href="#menu">Aller au menu</a></li>
<li><a href="#recherche">Accès à la recherche</a></li></ul></div>"""


@noise(TOP)
def search_form() -> str:
    """Search form whose labels and options name fields, types and levels."""
    return """<form role="search" action="/recherche" method="get" class="recherche">
<p><label for="r-niveau">Niveau :</label> <select id="r-niveau" name="niveau">
<option value="">Tous</option><option value="3">niveau 3</option>
<option value="8" selected="selected">niveau 8 (doctorat)</option></select></p>
<p><label for="r-type">Type de diplôme :</label> <select id="r-type" name="type">
<optgroup label="Voie professionnelle"><option>CAP (CAP)</option>
<option>brevet professionnel (BP)</option></optgroup></select></p>
<p><label for="r-code">Code diplôme :</label>
<input type="text" id="r-code" name="code" value="" placeholder="ex. 50022143" /></p>
<p><button type="submit">Rechercher</button></p></form>"""


@noise(END)
def footer() -> str:
    """HTML5 footer that repeats labels above texts of its own, and links a PDF."""
    return """<footer role="contentinfo"><div>
<h2>Accès</h2><p>12 rue des Moulins, métro Gare centrale</p>
<h2>Niveau</h2><p>Site conforme au niveau AA</p>
<h2>Métiers associés</h2><ul><li>webmestre</li><li>documentaliste</li></ul>
<h2>Documents</h2><ul><li><a href="/plan/charte.pdf">Charte graphique (PDF)</a></li></ul>
<p>Code : 17000000 – Tous droits réservés</p></div></footer>"""


@noise(END)
def footer_div() -> str:
    """The same kind of footer in ``div id="footer"``, links separated by bars."""
    return """<div id="footer" class="footer"><p><a href="/acces">Accès</a> |
<a href="/mentions">Mentions légales</a> | <a href="/plan">Plan du site</a> |
<a href="/contact">Contact</a></p>
<p>© Ministère – Niveau d’accessibilité : partiellement conforme</p></div>"""


@noise(END)
def see_also() -> str:
    """aside "Voir aussi": other diplomas with their codes in links."""
    return """<aside class="voir-aussi"><h2>Voir aussi</h2><ul>
<li><a href="/referentiels-professionnels/cap_patis">CAP pâtissier (50022143)</a></li>
<li><a href="/referentiels-professionnels/cap_fleur">CAP fleuriste – code 500-21320 R</a></li>
<li><a href="/referentiels-professionnels/bp_x.pdf">BP arts de la cuisine, référentiel</a></li>
</ul></aside>"""


@noise(END)
def see_also_div() -> str:
    """The same in a div without any HTML5 element, as side-bars were before 2010."""
    return """<div id="sidebar" class="sidebar"><h3>À lire aussi</h3><ul>
<li><a href="article12.html">MC maintenance des moulins (01025399)</a></li>
<li><a href="article13.html">BP horloger : 2 ans, niveau 4</a></li></ul></div>"""


@noise(END)
def trades_aside() -> str:
    """aside about the other diplomas of the sector, with a list headed "Métiers associés"."""
    return """<aside aria-label="Autres diplômes du secteur">
<h2>Dans le même secteur : CAP fleuriste</h2>
<h3>Métiers associés</h3><ul><li><a href="/metiers/fleuriste">fleuriste</a></li>
<li><a href="/metiers/jardinier">jardinier/ère</a></li></ul></aside>"""


LOOK_ALIKE = """<h1>CAP fantôme</h1>
<p><strong>Code scolarité :</strong> 50099999</p>
<p><strong>Niveau :</strong> niveau 8</p>
<dl><dt>Durée</dt><dd>99 ans</dd><dt>Sigle</dt><dd>FANT</dd></dl>
<h2>Description</h2><p>Ce texte ne se voit pas.</p>
<h2>Métiers associés</h2><ul><li>fantôme/sse</li></ul>
<h2>Annexes</h2><p><a href="fantome.pdf">Annexe cachée</a></p>"""


@noise(TITLE)
def hidden_attribute() -> str:
    """Look-alike in a div with the hidden attribute that nothing controls."""
    return f'<div hidden="hidden">{LOOK_ALIKE}</div>'


@noise(TITLE)
def display_none() -> str:
    """Look-alike in a div with style display:none that nothing controls."""
    return f'<div style="color: red; display : none">{LOOK_ALIKE}</div>'


@noise(END)
def aria_hidden() -> str:
    """Look-alike in a modal window with aria-hidden=true, as Bootstrap leaves it in the page."""
    return f'<div class="modal fade" tabindex="-1" aria-hidden="true">{LOOK_ALIKE}</div>'


@noise(TITLE)
def template_element() -> str:
    """Look-alike in a template element."""
    return f'<template id="modele-fiche">{LOOK_ALIKE}</template>'


@noise(TITLE)
def script_markup() -> str:
    """Look-alike in a script of type text/html, as Knockout and Handlebars keep templates."""
    return f'<script type="text/x-template" id="tpl">{LOOK_ALIKE}</script>'


@noise(TITLE)
def json_ld() -> str:
    """Structured data about another diploma in JSON-LD."""
    return """<script type="application/ld+json">{"@context": "https://schema.org",
"@type": "Course", "name": "CAP fantôme", "courseCode": "50099999"}</script>"""


@noise(TITLE)
def comment_markup() -> str:
    """Look-alike in a comment: an old version of the page that its author kept."""
    return f"<!--\n{LOOK_ALIKE}\n-->"


@noise(END)
def noscript_markup() -> str:
    """noscript with a text and a counter's image."""
    return """<noscript><p>Niveau : activez JavaScript pour voir le niveau de la formation.</p>
<p><img src="https://stats.exemple.test/piwik.php?idsite=1" alt="" /></p></noscript>"""


@noise(TITLE)
def share_buttons() -> str:
    """Share buttons right below the title."""
    return """<div class="partage"><p>Partager la page</p><ul>
<li><a href="https://www.facebook.com/sharer.php?u=x">Partager sur Facebook</a></li>
<li><a href="https://twitter.com/intent/tweet?url=x">Partager sur X</a></li>
<li><a href="mailto:?subject=CAP">Envoyer par courriel</a></li>
<li><button type="button" onclick="window.print()">Imprimer</button></li></ul></div>"""


@noise(TITLE)
def updated_line() -> str:
    """ "Dernière mise à jour" below the title."""
    return '<p class="maj">Dernière mise à jour : 12/03/2021</p>'


@noise(END)
def updated_at_end() -> str:
    """ "Dernière mise à jour" as the page's last line, without a class."""
    return "<p>Dernière mise à jour : 12/03/2021</p>"


@noise(HEAD)
def head_metadata() -> str:
    """Open Graph and Dublin Core metadata of the site, not of the diploma."""
    return """<meta name="description" content="Niveau : tous les niveaux. Code : voir la fiche." />
<meta property="og:title" content="Portail des diplômes" />
<meta name="DC.title" content="Portail des diplômes" />"""


@noise(END)
def pager() -> str:
    """Links to the pages before and after, named by other diplomas."""
    return """<nav class="pager" role="navigation"><ul>
<li class="previous"><a href="b026.html" rel="prev">« CAP fleuriste</a></li>
<li class="next"><a href="b028.html" rel="next">CAP pâtissier »</a></li></ul></nav>"""


def everything(page: bytes) -> bytes:
    """All noises at once."""
    for name, add in list(NOISE.items()):
        if name != "everything":
            page = add(page)
    return page


NOISE["everything"] = everything
