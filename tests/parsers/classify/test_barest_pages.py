"""The barest true pages: a typed title and one thing that its page alone states. Mock-ups."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/b224.html"


def record(body: str, *, is_known: bool = False) -> Referential:
    page = f"<html><head><title>Eduscol</title></head><body>{body}</body></html>".encode()
    document = Document(page, ADDRESS, "text/html", is_known=is_known)
    (only,) = read(document, Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize(
    "evidence",
    [
        "<p>Arrêté du 21 février 2014</p>",
        "<p>Code : 500-22139</p>",
        "<p>Code diplôme 50022139</p>",
        "<p>Diplôme abrogé</p>",
        "<p>Première session : 2017</p>",
        "<p>Dernière session d'examen : 2017</p>",
        "<p>Session 2020 : dernière session</p>",
        "<p>Le diplôme est remplacé par le <a href=b3.html>CAP chef</a> à la session 2018.</p>",
        "<p><a href=b224/b224a.pdf>Référentiel</a></p>",
        "<p><a href=cuisine.pdf>Annexes</a></p>",
        "<p><a href=cuisine.doc>Règlement d'examen</a></p>",
        "<p><a href=cuisine.pdf>Brochure (pdf, 803 Ko)</a></p>",
        "<p><a href=cuisine.pdf>Texte intégral (pdf, 803 Ko)</a></p>",
        "<p><a href=cuisine.pdf>Contenu du diplôme</a></p>",
        "<p><a href=Annexes_cuisine.pdf>Télécharger</a></p>",
        "<p><a href=b224a.pdf>Télécharger</a></p>",
        "<p><a href=b224/1.pdf>ici</a></p>",
    ],
)
def test_a_title_and_one_thing_are_enough(evidence: str) -> None:
    for title in (
        "<h1>CAP cuisine</h1>",
        "<p><b>CAP cuisine</b></p>",
        "<h1>CAP</h1><h2>cuisine</h2>",
    ):
        diploma = record(title + evidence)
        assert (diploma.name, diploma.diploma_type) == ("cuisine", "CAP")


def test_a_known_address_is_evidence() -> None:
    assert record("<h1>CAP cuisine</h1>", is_known=True).name == "cuisine"
    with pytest.raises(Refused, match="nothing that its page states"):
        record("<h1>CAP cuisine</h1>")


def test_a_known_address_makes_no_diploma_of_a_type() -> None:
    for body in ("<h1>CAP</h1>", "<h1>CAP : programmes</h1>", "<h1>Bienvenue</h1>"):
        with pytest.raises(Refused):
            record(body, is_known=True)


@pytest.mark.parametrize(
    "around",
    [
        "<form method=post>{}</form>",
        "<form class=page><div>{}</div></form>",
        "<p>Maintenance du site : pas avant l'été.</p>{}",
        "{}<p>Au lycée, les élèves préparent ce diplôme en deux ans.</p>",
        "{}<p>Brochure en vente au CNDP, prix : 33 F.</p>",
    ],
)
def test_what_stands_around_a_true_page_does_not_refuse_it(around: str) -> None:
    body = "<h1>BTS maintenance des systèmes</h1><p>Arrêté du 21 février 2014</p>"
    assert record(around.format(body)).name == "maintenance des systèmes"


@pytest.mark.parametrize(
    "rubric", ["Diplômes relevant de la commission", "Diplômes de la 5e CPC : métiers d'art"]
)
def test_the_rubric_of_a_commission_above_a_title_is_no_subject(rubric: str) -> None:
    body = "</h1><h2>CAP cuisine</h2><p>Code : 500-22139</p><p>Arrêté du 18 mai 2018</p>"
    assert record(f"<h1>{rubric}{body}").name == "cuisine"
    with pytest.raises(Refused, match="a whole type"):
        record(f"<h1>Calendrier des diplômes{body}")


def test_lines_in_which_orders_go_on_are_no_names_of_a_list() -> None:
    change = "Arrêté du 8 avril {} modifiant l'arrêté<br>du 25 mai 2009 susvisé<br>"
    made = "Arrêté du 25 mai 2009<br>portant création du certificat d'aptitude professionnelle<br>"
    orders = f"<br>{made}<br>{change.format(2010)}{change.format(2011)}"
    title = "CERTIFICAT D'APTITUDE PROFESSIONNELLE<br>SOUFFLEUR DE VERRE<br>"
    dates = [text.date for text in record(f"{title}<br>Code : 500-22429 V<br>{orders}").legal_texts]
    assert dates == ["2009-05-25", "2010-04-08", "2011-04-08"]


@pytest.mark.parametrize("title", ["DN MADE mention Livre", "DN MADE - mention « Livre »"])
def test_what_a_title_calls_the_name_is_no_subject(title: str) -> None:
    assert record(f"<h1>{title}</h1><p>Arrêté du 18 mai 2018</p>").name == "Livre"
    with pytest.raises(Refused, match="a whole type"):
        record("<h1>CAP : programmes de la spécialité</h1><p>Arrêté du 18 mai 2018</p>")


@pytest.mark.parametrize(("name", "other"), [
    ("Équipements et installations électriques", "Équipements et matériels"),
    ("Assistance, conseil, vente à distance", "Équipement des ateliers"),
])  # fmt: skip
def test_a_name_that_begins_as_a_subject_does_is_a_name(name: str, other: str) -> None:
    body = "<p>Rentrée 2004</p><p>Arrêté du 18 mai 2004</p>"
    assert record(f"<h1>Bac pro {name}</h1>{body}").name == name
    with pytest.raises(Refused, match="a whole type"):
        record(f"<h1>Bac pro : {other.lower()}</h1>{body}")


@pytest.mark.parametrize(
    "evidence",
    [
        "<p>Il remplace le diplôme de code 50031114.</p>",
        "<p>Remplace le CAP restauration.</p>",
        "<p><a href=f.pdf>CAP cuisine</a></p>",
        "<h4>Actualités</h4><ul><li>En ligne : <a href=f.pdf>CAP Cuisine</a></li></ul>",
        "<p><a href=f.pdf>Tableau de correspondance entre épreuves</a></p>",
        "<p><a href=f.pdf>Grille horaire</a></p>",
        "<p><a href=f.pdf>Présentation du diplôme</a></p>",
        "<p><a href=f.pdf>Guide d'accompagnement pédagogique</a></p>",
        "<p><a href=f.pdf>Document d'accompagnement</a></p>",
        "<p><a href=f.pdf>Guide d'équipement</a></p>",
        "<p><a href=f.pdf>Liste des savoirs</a></p>",
        "<p>Ann. :</p><p><a href=f.pdf>Ann. I : Réf. de certif.</a></p>",
        "<p><a href=f.pdf>Règl. d'examen</a></p>",
        "<p>L'arrêté du 3 mai 2004 portant création du CAP restauration est abrogé.</p>",
    ],
)
def test_a_predecessor_or_a_file_of_its_name_is_enough(evidence: str) -> None:
    assert record("<h1>CAP cuisine</h1>" + evidence).name == "cuisine"


@pytest.mark.parametrize(
    "other",
    ["<p><a href=f.pdf>Brochure du lycée</a></p>", "<p><a href=f.pdf>Guide du lycéen</a></p>",
     "<p><a href=f.html>Grille horaire</a></p>",
     "<p><a href=f.pdf>Présentation du lycée</a></p>", "<p><a href=f.pdf>Réf. 4512</a></p>",
     "<p><a href=f.pdf>Liste des élèves</a></p>",
     "<p><a href=f.pdf>Grille d'évaluation de l'oral</a></p>", "<p><a href=f.html>Brochure</a></p>",
     "<p>Lycée hôtelier, tarifs et inscriptions</p><p><a href=f.pdf>Brochure</a></p>",
     "<p><a href=f.pdf>BP cuisine</a></p>", "<p><a href=f.pdf>CAP</a></p>",
     "<p><a href=f.html>CAP cuisine</a></p>", "<p>Elle remplace une machine.</p>",
     "<p>L'arrêté est affiché.</p>"],
)  # fmt: skip
def test_other_files_and_verbs_are_not(other: str) -> None:
    with pytest.raises(Refused):
        record("<h1>CAP cuisine</h1>" + other)


def test_rules_named_before_the_title_in_an_order_below_it_are_no_subject() -> None:
    """Lines without elements of their own stand at one place."""
    title, order = "<b>CAP cuisine</b><br><br>", "Arrêté du 12 janvier 1999 portant création du"
    page = f"{title}<b>Réglementation</b><br><a href=a.pdf>{order} CAP cuisine</a><br>"
    assert record(page).legal_texts[0].date == "1999-01-12"
    with pytest.raises(Refused, match="a whole type"):
        record(f"{title}<b>Sujets d'examen</b> CAP cuisine<br><br>{order} CAP cuisine<br>")


@pytest.mark.parametrize(
    "evidence",
    [
        "<p>Remplacé par : CAP Pâtisserie</p>",
        "<p>Ancien diplôme : <b>BEP « Restauration option A - cuisine »</b></p>",
        "<table><tr><th>Remplace</th><td>BEP Restauration</td></tr></table>",
        "<p>Fichiers ci-dessous.</p><div><a href=x/y.pdf><span>Cuisine (PDF)</span></a></div>",
    ],
)
def test_a_named_successor_or_a_file_called_by_the_name_is_enough(evidence: str) -> None:
    assert record(f"<h1>CAP Cuisine</h1>{evidence}").name == "Cuisine"


@pytest.mark.parametrize(
    "evidence",
    ["<p>Remplacé par : voir la liste</p>", "<div><a href=x/y.pdf>Plaquette (PDF)</a></div>"],
)
def test_what_names_no_diploma_is_not_enough(evidence: str) -> None:
    with pytest.raises(Refused, match="nothing that its page states"):
        record(f"<h1>CAP Cuisine</h1>{evidence}")


@pytest.mark.parametrize("level", ["Niveau 3", "Niveau : 3", "Niveau V", "Durée : 2 ans"])
def test_a_labelled_value_alone_below_a_title_is_enough(level: str) -> None:
    note = "<p>Page de maquette.</p>"
    for below in (f"<p>{level}</p>", f"<p>{level}</p>{note}"):
        assert record(f"<h1>CAP cuisine</h1>{below}").name == "cuisine"
    # among lines of something else it says nothing
    for other in (f"{note}<p>Les inscriptions sont closes.</p>", "<p><a href=b.html>Lire</a></p>"):
        with pytest.raises(Refused):
            record(f"<h1>CAP cuisine</h1><p>{level}</p>{other}")


@pytest.mark.parametrize(
    "below",
    [
        "<dl><dt>Diplôme</dt><dd>CAP</dd><dt>Niveau</dt><dd>V</dd></dl>",
        "<table><tr><th>Niveau</th><td>3</td></tr></table>",
    ],
)
def test_a_value_behind_its_label_alone_below_a_title_is_enough(below: str) -> None:
    assert record(f"<h1>CAP cuisine</h1>{below}").level == 3
    with pytest.raises(Refused):
        record(f"<h1>CAP cuisine</h1>{below}<p>Bienvenue.</p><p>Les inscriptions sont closes.</p>")


@pytest.mark.parametrize("head", ["Pour aller plus loin", "Aller plus loin"])
def test_a_heading_that_leads_on_is_no_subject_of_the_files_below_it(head: str) -> None:
    files = "<ul><li><a href=a/r.pdf>Recommandations pédagogiques</a></ul>"
    title, order = "<h1>CAP cuisine</h1><p>Code : 500-22139</p>", "<p>Arrêté du 3 mai 2016</p>"
    body = f"{title}<h2>{{}}</h2>{files}{order}"
    assert record(body.format(head)).code == "50022139"
    with pytest.raises(Refused, match="files of something else"):
        record(body.format("Formation des nouveaux tuteurs"))
