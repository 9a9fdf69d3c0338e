"""Types alone whose name only the way to the page has, and names before `/` and their type.

All pages are mock-ups.
"""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.title import read_title
from tests.parsers.extract.pages import ORDER, record_of

WAYS = (
    '<div class="breadcrumb"><a href="/">Accueil</a> &gt; <a href="/d/">Diplômes</a> &gt; {}</div>',
    '<div id="chemin"><a href="/">Accueil</a> » {}</div>',
    '<p>Vous êtes ici : <a href="/">Accueil</a> / Diplômes / CAP / {}</p>',
    '<nav><ol class="breadcrumb"><li><a href="/">Accueil</a></li><li><a href="c.html">CAP</a></li>'
    "<li>{}</li></ol></nav>",
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("head", ["<h1>CAP</h1>", "<h2>Certificat d'aptitude professionnelle</h2>"])
def test_the_way_to_the_page_ends_in_the_name_of_a_type_alone(way: str, head: str) -> None:
    files = '<h3>Textes à télécharger</h3><ul><li><a href="a.pdf">Annexe I</a></li></ul>'
    for facts in ("<p>Code : 500-23438</p>", f"{ORDER}{files}", f"{files}{ORDER}"):
        record = record_of(facts, way.format("Vannerie d'osier") + head)
        assert (record.name, record.diploma_type) == ("Vannerie d'osier", "CAP")


@pytest.mark.parametrize(
    "end",
    ["Référentiels", "CAP", "Arrêté du 3 mai 2004", '<a href="v.html">Vannerie</a>', "Programmes",
     "Osier</div><div class=breadcrumb>Accueil &gt; Vannerie"],
)  # fmt: skip
def test_a_rubric_a_link_or_two_ways_name_no_diploma(end: str) -> None:
    page = f"<body>{WAYS[0].format(end)}<h1>CAP</h1>{ORDER}</body>"
    with pytest.raises(Refused, match="a type of diploma and no diploma"):
        read(Document(page.encode()), Lexicon.packaged())


def test_a_name_on_the_page_goes_before_the_end_of_the_way() -> None:
    record = record_of(f"<h2>Vannerie</h2>{ORDER}", WAYS[0].format("Osier") + "<h1>CAP</h1>")
    assert record.name == "Vannerie"


@pytest.mark.parametrize(
    ("title", "types", "name"),
    [
        ("Taille de haies / Certificat d'aptitude professionnelle", {"CAP"}, "Taille de haies"),
        ("Taille de haies / C.A.P.", {"CAP"}, "Taille de haies"),
        ("Taille de haies Type de diplôme : BP", {"BP"}, "Taille de haies"),
        ("Taille de haies Diplôme : BP", {"BP"}, "Taille de haies"),
        # a way, a file, a type before its name
        ("Accueil / Diplômes / CAP", set(), "Accueil / Diplômes / CAP"),
        ("CAP Taille de haies / buissons", {"CAP"}, "Taille de haies / buissons"),
    ],
)
def test_a_type_may_stand_behind_a_slash_or_its_label(
    title: str, types: set[str], name: str
) -> None:
    read_as = read_title(title)
    assert (set(read_as.types), read_as.name) == (types, name)


@pytest.mark.parametrize("title", ["Taille de haies / C.A.P.", "Taille de haies (C.A.P.)"])
def test_a_page_may_be_headed_so(title: str) -> None:
    record = record_of(ORDER, f"<h1>{title}</h1>")
    assert (record.name, record.diploma_type) == ("Taille de haies", "CAP")


@pytest.mark.parametrize("head", ["Référentiel", "Fiche du diplôme"])
@pytest.mark.parametrize(
    ("way", "title"),
    [
        ("<p class=ariane>Accueil &gt; Diplômes &gt; CAP Vannerie</p>", "CAP Vannerie"),
        ("<p>Accueil » CPC Artisanat » CAP Vannerie</p>", "CAP Vannerie"),
        ("<p>Accueil » BAC PRO « Vannerie »</p>", "BAC PRO « Vannerie »"),
        ("<ul><li><a href=/>Accueil</a><li><a href=/d>Diplômes</a><li>CAP Vannerie</ul>",
         "CAP Vannerie"),
    ],
)  # fmt: skip
def test_the_way_to_a_page_ends_in_the_title_that_no_heading_has(
    head: str, way: str, title: str
) -> None:
    order = "<p>Arrêté du 3 mai 2016</p><p><a href=r.pdf>Règlement d'examen</a></p>"
    assert record_of(order, f"{way}<h1>{head}</h1>").title == title
    # a heading that names the diploma counts before it
    assert record_of(order, f"{way}<h1>{head}</h1><h2>CAP Osier</h2>").title == "CAP Osier"


def test_a_type_behind_the_name_in_the_window_is_no_sites_name() -> None:
    """Its words stand on the page too, as the name of a site that heads each page does."""
    files = '<h2>Contenu du référentiel</h2><ul><li><a href="a.pdf">Annexe II</a></li></ul>'
    page = (
        "<title>Vannerie - Certificat d'aptitude professionnelle</title>"
        f"<h2>Certificat d'aptitude professionnelle</h2>{ORDER}{files}"
    )
    (found,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert (found.record.name, found.record.diploma_type) == ("Vannerie", "CAP")


def test_two_ways_to_a_page_that_end_in_two_diplomas_name_none() -> None:
    ways = "<p>Accueil &gt; CAP Vannerie</p><p>Accueil &gt; CAP Osier</p>"
    with pytest.raises(Refused, match="other-page"):
        record_of(ORDER, f"{ways}<h1>Référentiel</h1>")
