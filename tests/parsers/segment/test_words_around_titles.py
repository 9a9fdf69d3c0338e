"""Words of a page's own around the title of its diploma, on one line; mock-ups."""

import csv

import pytest

from parsers.model.document import Document
from parsers.parse import read
from parsers.segment.title_words import title_end, title_start
from schema.errors import Refused
from schema.lexicon import Lexicon
from schema.referential import Referential
from schema.title import is_of_page, read_title
from tests.parsers.extract.pages import ORDER, record_of
from tests.support.document_blocks import ROOT

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
NAME = "Vannerie fine"
FACTS = """<p>Code : 500-23438</p><p>Arrêté du 3 mai 2004 portant création du diplôme</p>
<ul><li><a href="b224.pdf">Référentiel</a></li></ul>"""
LEADS = (
    "Consultez le référentiel du",
    "Vous trouverez ci-dessous les textes officiels du",
    "Bienvenue sur la page du",
    "À propos du",
    "Référentiel de compétences du",
    "Conditions de délivrance du",
    "Annexe II -",
    "Tout savoir sur le",
)
TAILS = (
    " - Document complet",
    " : page du diplôme",
    " / Référentiel",
    ", nouvelle version, rentrée 2022",
    " | éduscol | Ministère de l'Éducation nationale et de la Jeunesse",
    " - eduscol.education.fr",
    " - Ouverture à la rentrée 2018",
    " et son référentiel",
    " en bref",
    " - toutes options",
    " (nouveau référentiel)",
    " (2009-2016)",
    " est régi par l'arrêté suivant",
)
PLACES = ("<h1>{}</h1>", "<p><b>{}</b></p>", "<title>{}</title><h2>{}</h2>")


def record(line: str, place: str = PLACES[0]) -> Referential:
    body = f"{place.replace('{}', line)}{FACTS}".encode()
    (read_record,) = read(Document(body, ADDRESS), Lexicon.packaged()).records
    return read_record.record


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("lead", LEADS)
def test_words_before_a_title_are_no_part_of_its_name(lead: str, place: str) -> None:
    found = record(f"{lead} CAP {NAME}", place)
    assert (found.name, found.diploma_type) == (NAME, "CAP")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("tail", TAILS)
def test_words_behind_a_title_are_no_part_of_its_name(tail: str, place: str) -> None:
    found = record(f"CAP {NAME}{tail}", place)
    assert (found.name, found.diploma_type) == (NAME, "CAP")


@pytest.mark.parametrize(
    "order",
    [
        "Arrêté du 3 mai 2004 portant création du CAP {}",
        "Arrêté du 3 mai 2004 portant création du CAP {} et fixant ses modalités de délivrance",
        "Arrêté du 3 mai 2004 portant définition et fixant les conditions de délivrance du CAP {}",
    ],
)
def test_a_heading_that_is_the_order_states_both(order: str) -> None:
    found = record(order.format(NAME))
    assert (found.title, [text.date for text in found.legal_texts]) == (
        f"CAP {NAME}",
        ["2004-05-03"],
    )


def test_a_fact_among_such_words_is_read() -> None:
    assert record(f"CAP {NAME} - nouvelle version, première session 2006").first_session == 2006
    assert record(f"CAP {NAME} : ce diplôme est abrogé").status == "repealed"


@pytest.mark.parametrize(
    "line",
    [
        "CAP Vannerie fine - rotin",
        "CAP Vannerie fine, osier et rotin",
        "CAP Documents et textes en osier",
        "CAP Accueil - réception",
    ],
)
def test_words_of_a_name_stay_in_it(line: str) -> None:
    assert record(line).title == line


@pytest.mark.parametrize(
    "line",
    [
        "Remplacé par le CAP Rotin fin 500-23439",
        "Ancien diplôme : CAP Rotin fin 500-23439",
        "Nouveau diplôme : CAP Rotin fin 500-23439",
        "Issu de la suppression du CAP Rotin fin 500-23439",
    ],
)
def test_words_before_another_diploma_lead_to_no_title(line: str) -> None:
    page = f"<p>{line}</p><p>Diplôme : CAP</p><p>Spécialité : {NAME}</p>{FACTS}"
    (read_record,) = read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records
    assert (read_record.record.name, read_record.record.code) == (NAME, "50023438")


def test_a_file_called_after_the_type_is_no_title() -> None:
    link = '<p><a href="an3.pdf">Annexe III CAP</a> - 402 Ko</p>'
    body = f"<title>CAP {NAME} - Référentiels professionnels</title>{link}{FACTS}"
    (read_record,) = read(Document(body.encode(), ADDRESS), Lexicon.packaged()).records
    assert read_record.record.name == NAME


def test_no_name_of_the_official_list_loses_a_word() -> None:
    path = ROOT / "scraper" / "data" / "official_list_2025-06.csv"
    with path.open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader((line for line in file if line[0] != "#"), delimiter=";"))
    names = {row["Intitulé de la spécialité (et options)"] for row in rows}
    assert len(names) > 400
    for name in names:
        for title in (f"CAP {name}", f"Baccalauréat professionnel {name}"):
            cut = title[: title_end(title)]
            assert not is_of_page(title[len(cut) :]), title
            assert not is_of_page(name), name
            assert title_start(title)[0] == 0, title
            assert read_title(title).name.split()[:1] == name.split()[:1], title


@pytest.mark.parametrize("label", ["Référentiel : ", "RÉFÉRENTIEL : ", "Référentiel du diplôme : "])
def test_a_label_that_says_what_the_page_is_is_no_part_of_the_title(label: str) -> None:
    assert record_of(ORDER, f"<h1>{label}CAP Vannerie</h1>").title == "CAP Vannerie"


def test_a_sentence_s_words_before_the_type_stay_in_the_title() -> None:
    title = "Référentiel du CAP Vannerie"
    assert record_of(ORDER, f"<h1>{title}</h1>").title == title


@pytest.mark.parametrize("lead", ["Page", "Dossier", "Réglementation", "Présentation", "Textes"])
@pytest.mark.parametrize(
    "title", ["CAP Vannerie", "certificat d'aptitude professionnelle, spécialité Vannerie"]
)
@pytest.mark.parametrize("head", ["<h1>{}</h1>", "<p><b>{}</b></p>", "<h2>{}</h2>"])
def test_what_a_page_is_called_leads_to_its_title(lead: str, title: str, head: str) -> None:
    link = "<ul><li><a href=a.pdf>Savoirs associés</a></li></ul>"
    record = record_of(ORDER + link, head.format(f"{lead} du {title}"))
    assert (record.diploma_type, record.name) == ("CAP", "Vannerie")


@pytest.mark.parametrize(
    "title",
    ["Réglementation du CAP", "Dossier de presse du CAP Vannerie", "Dossier : le CAP Vannerie"],
)
def test_a_page_about_a_type_or_with_further_words_is_of_something_else(title: str) -> None:
    link = "<p><a href=a.pdf>Communiqué</a></p>"
    with pytest.raises(Refused):
        record_of(ORDER + link, f"<h1>{title}</h1>")


@pytest.mark.parametrize("name", ["Lexique", "Sujet zéro", "Guide d'accompagnement – CAP"])
@pytest.mark.parametrize("verb", ["Télécharger (PDF)", "Voir", "Lien", "Afficher"])
def test_the_name_of_a_file_below_the_title_is_no_subject(name: str, verb: str) -> None:
    box = f"<article><div>{name}</div><a href=l.pdf>{verb}</a></article>"
    (document,) = record_of(box + ORDER).documents
    assert document.title == name


def test_a_subject_below_the_title_is_one_where_no_order_is_dated() -> None:
    with pytest.raises(Refused):
        record_of("<div>Sujet zéro</div><p><a href=l.pdf>Télécharger</a></p>")


@pytest.mark.parametrize(
    "line", ["inscrit au niveau 3", "Qualification de niveau V", "Art. 1 – Code national 50023438."]
)
def test_a_fact_above_the_files_is_not_what_they_are_about(line: str) -> None:
    links = "<p>Fichiers : <a href=x/1.xls title=Grille>[1]</a></p>"
    record = record_of(f"{ORDER}<p>{line}</p><p>Suivi</p>{links}")
    assert record.name == "Vannerie"


def test_a_diploma_of_a_code_is_no_title() -> None:
    body = "<fieldset><legend>CAP Vannerie</legend><p>Diplôme de code 50023438M</p></fieldset>"
    record = record_of(f"{body}{ORDER}", "")
    assert (record.title, record.code) == ("CAP Vannerie", "50023438")


@pytest.mark.parametrize(
    "line",
    [
        "Liste des spécialités de CAP dont la dernière session est 2026",
        "CAP : quand la première session a-t-elle lieu ?",
    ],
)
def test_words_of_a_sentence_before_a_fact_are_no_name(line: str) -> None:
    for place in PLACES[:2]:
        page = f"{place.format(line)}{FACTS}".encode()
        with pytest.raises(Refused):
            read(Document(page, ADDRESS), Lexicon.packaged())


def test_a_title_ends_before_its_first_year_of_teaching() -> None:
    for behind in (" à la rentrée 2024", " - à la rentrée scolaire 2019"):
        line = f"CAP {NAME}{behind}"
        assert line[: title_end(line)] == f"CAP {NAME}"
    # a letter is no word that waits for another
    line = f"CAP {NAME} option A, arrêté du 3 mai 2004"
    assert line[: title_end(line)] == f"CAP {NAME} option A"
