"""The title of a page: its type and its name, on one line or two, and what stands behind them.

All pages are mock-ups. The families vary the tags that hold the two lines.
"""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from schema.referential import Referential
from schema.title import read_title

ORDER = "<p>Arrêté du 21 février 2014</p>"
ANNEX = '<p><a href="b224/b224a.pdf">Annexe I : référentiel des activités</a></p>'
ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/b224.html"

TAGS = {
    "heading": "<h1>{}</h1>",
    "lower heading": "<h2>{}</h2>",
    "bold": "<p><b>{}</b></p>",
    "font": "<p align=center><font size=5>{}</font></p>",
    "centre": "<center>{}</center>",
    "row": "<table border=0><tr><td>{}</td></tr></table>",
    "division": "<div class=intitule>{}</div>",
}
TYPES = {
    "CAP": "CAP",
    "C.A.P.": "CAP",
    "CERTIFICAT D'APTITUDE PROFESSIONNELLE": "CAP",
    "Brevet professionnel": "BP",
    "BREVET DE TECHNICIEN SUPERIEUR": "BTS",
    "Baccalauréat professionnel": "BAC_PRO",
    "MENTION COMPLEMENTAIRE": "MC",
    "Mention complémentaire de niveau IV": "MC",
    "Certificat de spécialisation (ex MC)": "CS",
    "BREVET DES METIERS D'ART": "BMA",
    "Diplôme des métiers d'art": "DMA",
}
NAMES = [
    "Cuisine", "MENUISIER FABRICANT", "Accueil - relation clients et usagers",
    "Technicien d'études du bâtiment option A - études et économie",
    "Maintenance des matériels option C - matériels d'espaces verts",
    "Encadrement secteur sportif",
]  # fmt: skip


def record(body: str, page_title: str = "Référentiels") -> Referential:
    page = f"<html><head><title>{page_title}</title></head><body>{body}</body></html>".encode()
    (only,) = read(Document(page, ADDRESS, "text/html"), Lexicon.packaged()).records
    return only.record


def test_type_and_name_in_any_tags_and_either_order() -> None:
    kinds = list(itertools.product(TAGS.values(), repeat=2))
    types, wrong = list(TYPES.items()), []
    for number, (first, second) in enumerate(kinds):
        words, diploma_type = types[number % len(types)]
        name = NAMES[number % len(NAMES)]
        for lines in ((words, name), (name, words)):
            body = first.format(lines[0]) + second.format(lines[1]) + ORDER + ANNEX
            try:
                diploma = record(body)
            except Exception as error:  # noqa: BLE001 - collected, and shown below
                wrong.append((body, str(error)))
                continue
            if (diploma.diploma_type, diploma.name) != (diploma_type, name):
                wrong.append((body, f"{diploma.diploma_type} {diploma.name}"))
    assert wrong == []


@pytest.mark.parametrize(
    ("head", "name", "diploma_type"),
    [
        ("<h1>Cuisine (CAP)</h1>", "Cuisine", "CAP"),
        ("<h1>(CAP) Cuisine</h1>", "Cuisine", "CAP"),
        ("<h1>(BP niveau 4) Cuisine</h1>", "Cuisine", "BP"),
        ("<h1>Référentiel DMA Gravure</h1>", "Gravure", "DMA"),
        ("<h1>Référentiel Diplôme des métiers d'art Gravure</h1>", "Gravure", "DMA"),
        ("<h1>Référentiel DSAA Gravure</h1>", "Gravure", "DSAA"),
        ("<h1>Cuisine (certificat d'aptitude professionnelle)</h1>", "Cuisine", "CAP"),
        ("<h1>Cuisine - CAP</h1>", "Cuisine", "CAP"),
        ("<h1>Référentiel du CAP cuisine</h1>", "cuisine", "CAP"),
        ("<center>CAP<br>CUISINE</center>", "CUISINE", "CAP"),
        ("<center>CAP<br><br>CUISINE</center>", "CUISINE", "CAP"),
        ("<table><tr><td>CAP</td><td>Cuisine</td></tr></table>", "Cuisine", "CAP"),
        ("<table><tr><td>Cuisine</td><td>CAP</td></tr></table>", "Cuisine", "CAP"),
        ("<table><caption>CAP Cuisine</caption><tr><td>niveau 3</td></tr></table>", "Cuisine",
         "CAP"),
        ("<dl><dt>CAP</dt><dd>Boulanger</dd></dl>", "Boulanger", "CAP"),
        ("<h1>CAP</h1><p>Secteur : alimentation</p><h2>Cuisine</h2>", "Cuisine", "CAP"),
        ("<h1>CAP</h1><p>Alimentation</p><h2>Boulanger</h2>", "Boulanger", "CAP"),
        ("<h1>CAP</h1><p>Arrêté du 3 mars 2015</p><h2>Cuisine</h2>", "Cuisine", "CAP"),
        ("<h1>BAC PRO</h1><h2>Spécialité « Cuisine »</h2>", "Cuisine", "BAC_PRO"),
        ("<p>BACCALAUREAT PROFESSIONNEL</p><p>SPECIALITE CUISINE</p>", "CUISINE", "BAC_PRO"),
        ("<h1>BACCALAUREAT PROFESSIONNEL</h1><p>Spécialité : Cuisine</p>", "Cuisine", "BAC_PRO"),
        ("<p>Diplôme : CAP</p><p>Spécialité : Boulanger</p>", "Boulanger", "CAP"),
        ("<p>Intitulé : CAP Boulanger</p>", "Boulanger", "CAP"),
        ("<pre>Titre      : CAP Boulanger\nNiv.       : 3</pre>", "Boulanger", "CAP"),
        ("<h1>Référentiels des diplômes professionnels</h1><h2>CAP</h2><h3>Cuisine</h3>",
         "Cuisine", "CAP"),
        ("<div class=header><h1>Eduscol</h1></div><h2>CAP Cuisine</h2>", "Cuisine", "CAP"),
        ("<h1>Technicien <br>plombier</h1><h2>MENTION COMPLÉMENTAIRE (niveau IV)</h2>",
         "Technicien plombier", "MC"),
        ("<h1>Brevet artistique des techniques du cirque</h1>",
         "Brevet artistique des techniques du cirque", "OTHER"),
        # a heading that is no name, a sentence that begins with a type
        ("<h1>Diplôme de technicien des métiers du spectacle option machiniste</h1><h2>Annexes "
         "communes</h2>", "option machiniste", "OTHER"),
        ("<table><tr><td>Mention complémentaire</td><td><b>Cuisine</b></td></tr></table><p><i>La "
         "mention complémentaire est remplacée par un autre diplôme.</i></p>", "Cuisine", "MC"),
        ("<p>Diplôme : CAP<br>Intitulé de la spécialité : Cuisine</p>", "Cuisine", "CAP"),
        ("<a href=i.html>Accueil</a> &gt; <a href=l.html>Diplômes</a> &gt; Cuisine<br><b>C.A.P.</b>"
         "<br><p class=titre>Cuisine</p>", "Cuisine", "CAP"),
        ("<h2>Cuisine</h2>CAP<br><b>Nouveau !</b><br>", "Cuisine", "CAP"),
        # lines of a table are no list that the name above them begins
        ("<p><b>CAP</b></p><p><b>Cuisine</b></p><p><b>Références réglementaires</b></p><table><tr>"
         "<td><p><b>Nature du texte</b><td><p><b>Date</b><tr><td><p>Décret<td><p>3 mai 2004"
         "</table>", "Cuisine", "CAP"),
        ("<p><b>Référentiel : CAP Cuisine</b></p>", "Cuisine", "CAP"),
        # an acronym behind the type
        ("<h1>Pilote de ligne de production (CAP) (PLP) – 50025120</h1>",
         "Pilote de ligne de production (PLP)", "CAP"),
        ("<h1>Pilote de ligne – CAP (PLP)</h1>", "Pilote de ligne (PLP)", "CAP"),
        ("<h1>Pilote de ligne, brevet professionnel (PL)</h1>", "Pilote de ligne (PL)", "BP"),
        ("<h1>CAP cuisine (abrogé)</h1>", "cuisine", "CAP"),
        ("<h1>CAP cuisine <span class=badge>Abrogé</span></h1>", "cuisine", "CAP"),
        ("<h1>CAP</h1><h2>Boulanger (diplôme abrogé)</h2>", "Boulanger", "CAP"),
        ("<h1>CAP cuisine - Arrêté du 3 mars 2015</h1>", "cuisine", "CAP"),
        ("<h1>CAP cuisine – Référentiel</h1>", "cuisine", "CAP"),
        ("<h1>BTS développement, animation des territoires ruraux et des espaces naturels, "
         "gestion des ressources et des milieux aquatiques, option aquaculture côtière</h1>",
         "développement, animation des territoires ruraux et des espaces naturels, gestion des "
         "ressources et des milieux aquatiques, option aquaculture côtière", "BTS"),
    ],
)  # fmt: skip
def test_name_and_type(head: str, name: str, diploma_type: str) -> None:
    diploma = record(head + ORDER + ANNEX)
    assert (diploma.name, diploma.diploma_type) == (name, diploma_type)


def test_a_heading_of_a_speciality_has_that_word_on_its_first_line() -> None:
    head = "<p class=surtitre>Brevet professionnel</p><h1>Spécialité<br>Métiers de la pierre</h1>"
    body = (
        "<p><strong>Création et modifications</strong></p><p><a href=https://www.legifrance.gouv."
    )
    body += "fr/x>Arrêté du 24 juin 2015 - J.O. du 10 juillet 2015</a></p>"
    diploma = record(head + body, "")
    assert (diploma.name, diploma.diploma_type) == ("Métiers de la pierre", "BP")
    assert [text.date for text in diploma.legal_texts] == ["2015-06-24"]


def test_what_stands_behind_a_title_is_read() -> None:
    diploma = record(f"<h1>CAP cuisine (abrogé par arrêté du 3 mars 2016)</h1>{ORDER}")
    assert (diploma.title, diploma.status) == ("CAP cuisine", "repealed")
    assert {str(text.date) for text in diploma.legal_texts} == {"2014-02-21", "2016-03-03"}


def test_the_page_title_names_a_type_that_the_heading_leaves_out() -> None:
    diploma = record(f"<h1>Cuisine</h1>{ORDER}{ANNEX}", "CAP Cuisine - éduscol")
    assert (diploma.title, diploma.diploma_type) == ("CAP Cuisine", "CAP")


def test_the_value_of_a_label_is_no_title() -> None:
    diploma = record(
        "<h1>Danseur interprète</h1><table><tr><td>Sigle</td><td><b>DNSP</b></td></tr><tr><td>Code"
        f"</td><td>50022139</td></tr><tr><td>Durée</td><td>2 ans</td></tr></table>{ORDER}"
    )
    assert (diploma.title, diploma.acronym) == ("Danseur interprète", "DNSP")


def test_a_type_without_a_name_is_an_issue() -> None:
    diploma = record(
        "<h1>CAP</h1><p>Arrêté du 3 mars 2015</p><p>Code : 50022139</p><p>Durée : 2 ans</p>"
        "<p>Sigle : CUI</p>"
    )
    assert diploma.title == "CAP"
    told = [issue for issue in diploma.issues if issue.issue == IssueCode.UNKNOWN_TITLE]
    assert [(item.field, item.value) for item in told] == [("title", "CAP")]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Référentiel CAP Cuisine", "Cuisine"),
        ("Référentiels CAP : Cuisine", "Cuisine"),
        ("Diplôme CAP Cuisine", "Cuisine"),
        ("Titre : CAP Cuisine", "Cuisine"),
        ("CAP Cuisine (niveau 3)", "Cuisine"),
        ("CAP Cuisine - Niveau V", "Cuisine"),
        ("Certificat d'aptitude professionnelle (CAP) Cuisine", "Cuisine"),
        ("BUT R&T (IOM)", "R&T (IOM)"),
        ("CAP Accordeur de pianos", "Accordeur de pianos"),
        ("Bac pro Étude et définition de produits industriels",
         "Étude et définition de produits industriels"),
        ("CAP Conducteur d'engins : travaux publics et carrières",
         "Conducteur d'engins : travaux publics et carrières"),
    ],
)  # fmt: skip
def test_name_without_the_words_around_it(title: str, name: str) -> None:
    diploma = record(f"<h1>{title}</h1>{ORDER}")
    assert diploma.name == name


@pytest.mark.parametrize(
    ("head", "name", "diploma_type"),
    [
        ("<h1>Métiers de la coiffure</h1><div>CAP · Niveau 3 · Code 500-33615 · RNCP 38655</div>",
         "Métiers de la coiffure", "CAP"),
        ("<h1>Cuisinier en desserts</h1><h2>Mention complémentaire de niveau 3, devenue certificat "
         "de spécialisation</h2>", "Cuisinier en desserts", "MC"),
        ("<p>Sigle : VAN</p><h1>Vannerie</h1><p>Diplôme : BTS</p>", "Vannerie", "BTS"),
        ("<p><b>Diplôme des métiers d'art<br><big>Vannerie</big><br>option : osier</b></p>",
         "Vannerie option : osier", "DMA"),
        ("<h1>Vannerie</h1><p>mention complémentaire, niveau V</p>", "Vannerie", "MC"),
        ("<h1>Vannerie</h1><p>CAP · 500-23438 V</p>", "Vannerie", "CAP"),
        ("<h1>BMA – Brevet des métiers d'art</h1><h2>Ébéniste</h2>", "Ébéniste", "BMA"),
        ("<h1>CAP - Certificat d'aptitude professionnelle Vannerie</h1>", "Vannerie", "CAP"),
        ("<h1>MC4_EMTB</h1><p>Encadrement secteur sportif</p><p>Mention complémentaire niveau 4 "
         "(ex-niveau IV)</p>", "Encadrement secteur sportif", "MC"),
        ("<title>cap_vann</title><h1>Vannerie</h1><p>CAP</p>", "Vannerie", "CAP"),
        ("<p>CAP &gt; Bois</p><h1>CAP Vannerie</h1>", "Vannerie", "CAP"),
        # news above the page's own heading
        ("<h2>Actualités</h2><h3>CAP Boucher</h3><p>Texte à venir</p><h1>CAP Vannerie</h1>",
         "Vannerie", "CAP"),
    ],
)  # fmt: skip
def test_what_is_no_name(head: str, name: str, diploma_type: str) -> None:
    page = record(head + ORDER + ANNEX)
    assert (page.name, page.diploma_type) == (name, diploma_type)


def test_orders_of_news_above_the_title_are_told_and_not_taken() -> None:
    news = "<h3>CAP Boucher</h3><p>Arrêté du 28 février 2023 publié au JO</p>"
    page = record(f"{news}<h1>CAP Vannerie</h1>{ORDER}")
    assert [str(text.date) for text in page.legal_texts] == ["2014-02-21"]
    assert ("legal_texts", "Arrêté du 28 février 2023 publié au JO") in {
        (remark.field, remark.value) for remark in page.issues
    }


def test_of_a_former_and_a_present_diploma_only_the_present_one_is_the_pages() -> None:
    page = record(
        "<h1>Bac pro Transport fluvial</h1><table><tr><th></th><th>Ancien diplôme</th><th>Nouveau "
        "diplôme</th></tr><tr><th>Code</th><td>40031109</td><td>40031115</td></tr><tr><th>Arrêté"
        "</th><td>11 avril 2013</td><td>25 juin 2024</td></tr></table>"
    )
    assert (page.code, page.title) == ("40031115", "Bac pro Transport fluvial")
    assert [str(text.date) for text in page.legal_texts] == ["2024-06-25"]
    assert page.replaces == ("40031109",)
    assert "11 avril 2013" in {remark.value for remark in page.issues}


MENU = "{0}".join(f"<a href={kind[0]}.html>{kind}</a>" for kind in ("Bac Pro", "CAP", "MC", "BP"))


@pytest.mark.parametrize("mark", [" ", "<br>", " | ", " - ", ", ", " / ", "&nbsp;·&nbsp;"])
@pytest.mark.parametrize("place", ["<p>{}</p>", "<p><b>{}</b></p>", "<h3>{}</h3>", "<div>{}</div>"])
def test_a_menu_of_types_is_no_title(mark: str, place: str) -> None:
    title = "<p>Certificat d'aptitude professionnelle</p><p><b>Mareyage</b></p>"
    page = record(place.format(MENU.format(mark)) + title + ORDER)
    assert (page.name, page.diploma_type) == ("Mareyage", "CAP")


@pytest.mark.parametrize("mark", [" - ", " : ", " – ", " | "])
def test_the_acronym_may_stand_before_the_type(mark: str) -> None:
    for acronym, title, name, diploma_type in (
        ("AEPE", "CAP Accompagnant éducatif petite enfance",
         "Accompagnant éducatif petite enfance", "CAP"),
        ("DEASS", "Diplôme d'État d'assistant de service social",
         "assistant de service social", "OTHER"),
    ):  # fmt: skip
        page = record(f"<h1>{acronym}{mark}{title}</h1>" + ORDER)
        assert (page.acronym, page.name, page.diploma_type) == (acronym, name, diploma_type)


NEUTRAL = ["Référentiel", "Référentiel du diplôme", "Fiche diplôme", "Présentation", "Textes"]


@pytest.mark.parametrize("first", NEUTRAL)
@pytest.mark.parametrize("tag", ["h1", "h2", "p", "b"])
def test_a_heading_that_names_no_diploma_stands_above_the_title(first: str, tag: str) -> None:
    wrong = []
    for kind, lead, own in itertools.product(
        ("heading", "lower heading", "bold"),
        ("", "<p>Bac pro MRC ? Voir <a href=melec.html>Melec</a>, <a href=mfer.html>MFER</a>.</p>"),
        ("h1", ""),
    ):
        title = TAGS[kind].format("Bac pro « Vannerie »")
        again = f"<{own}>Référentiel</{own}>" if own else ""
        page = record(f"<{tag}>{first}</{tag}>{lead}{again}{title}{ORDER}{ANNEX}", first)
        if page.name != "Vannerie" or len(page.documents) != 1:
            wrong.append((kind, lead, own, page.name, page.documents))
    assert wrong == []


@pytest.mark.parametrize("mark", ["", " -", " –", " ~", "-"])
@pytest.mark.parametrize(
    ("name", "before", "whole"),
    [
        ("Coiffure", "Métiers de la", "Métiers de la Coiffure"),
        ("Agencement", "Étude et réalisation d'", "Étude et réalisation d'Agencement"),
        ("Cuir", "Métiers du", "Métiers du Cuir"),
    ],
)
def test_a_title_is_turned_for_the_order_of_a_list(
    name: str, before: str, whole: str, mark: str
) -> None:
    page = record(f"<h1>{name} (bac pro {before}{mark})</h1>{ORDER}{ANNEX}")
    assert (page.title, page.name) == (f"{name} (bac pro {before}{mark})", whole)
    near = read_title(f"{name} (bac pro Coiffure et cuir)")
    assert near.types == frozenset()


@pytest.mark.parametrize("type_words", ["DMA", "Diplôme des métiers d'art", "DSAA", "DEUST", "CAP"])
def test_the_word_before_a_type_stays_in_the_title(type_words: str) -> None:
    title = f"Référentiel {type_words} Gravure"
    assert record(f"<h1>{title}</h1>{ORDER}{ANNEX}").title == title


@pytest.mark.parametrize(
    "behind",
    [
        " à la rentrée", " pour la rentrée 2019", " - rentrée scolaire 2015", " dès la rentrée",
        " à la prochaine rentrée", " pour la rentrée de septembre 2019",
    ],
)  # fmt: skip
def test_the_start_of_a_school_year_is_no_part_of_a_name(behind: str) -> None:
    page = record(f"<h1>CAP Coiffure{behind}</h1>{ORDER}{ANNEX}")
    assert (page.title, page.name) == ("CAP Coiffure", "Coiffure")
