"""Links to the register below documents, labels on lines of one block, names below letters.

All pages are mock-ups.
"""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

PAGE = "<html><body>{}</body></html>"
TITLE = "<h1>CAP Vannerie</h1><p>Arrêté du 17 juin 2003</p>"
REGISTER = "https://www.francecompetences.fr/recherche/rncp/37919/"
ANNEX = '<a href="b1/annexe1.pdf">Annexe I</a>'


def records(body: str) -> list[Referential]:
    document = Document(PAGE.format(body).encode(), "https://x.invalid/b1.html", "text/html")
    return [each.record for each in read(document, Lexicon.packaged()).records]


@pytest.mark.parametrize("heading", ["Documents à télécharger", "Annexes", "Pièces jointes"])
@pytest.mark.parametrize(
    "link",
    [
        f'<a href="{REGISTER}">RNCP37919</a>',
        f'Voir la <a href="{REGISTER}">fiche RNCP 37919</a>.',
        f'<a href="{REGISTER}">Fiche sur le site de France compétences</a>',
        '<a href="fiche.html">Fiche RNCP 37919</a>',
    ],
)
def test_the_page_of_the_register_is_no_document(heading: str, link: str) -> None:
    wrong = []
    forms = ("<p>{}</p><p>{}</p>", "<ul><li>{}</li><li>{}</li></ul>", "<p>{}<br>{}</p>")
    for form, order in itertools.product(forms, (1, -1)):
        (found,) = records(TITLE + f"<h2>{heading}</h2>" + form.format(*(ANNEX, link)[::order]))
        titles = [document.title for document in found.documents]
        if (found.rncp_codes, titles) != (("RNCP37919",), ["Annexe I"]):
            wrong.append((form, order, found.rncp_codes, titles))
    assert wrong == []


def test_a_file_that_is_called_after_its_number_is_a_document() -> None:
    link = '<a href="rncp37919.pdf">Référentiel du RNCP 37919</a>'
    (found,) = records(f"{TITLE}<h2>Documents</h2><p>{link}</p>")
    assert [document.title for document in found.documents] == ["Référentiel du RNCP 37919"]


TYPES = ("Certificat d'aptitude professionnelle", "CAP", "Diplôme des métiers d'art")


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("name", ["Spécialité", "Intitulé"])
def test_type_and_name_may_be_labelled_above_others(kind: str, name: str) -> None:
    wrong = []
    rest = ("Niveau : 3", "Durée de la formation : 2 ans", "Code : 500-22413")
    rest = (*rest[:2], "Code : 321-22413") if "art" in kind else rest
    for between, lead in itertools.product(("<br>", " <br>\n"), ("", "<b>Fiche</b><br>")):
        lines = between.join((f"Diplôme : {kind}", f"{name} : Vannerie d'osier", *rest))
        (found,) = records(f"<p>{lead}{lines}</p><p>Arrêté du 17 juin 2003</p>")
        if found.name != "Vannerie d'osier":
            wrong.append((between, lead, found.name))
    assert wrong == []


@pytest.mark.parametrize("first", ["Mise en application", "Entrée en application"])
@pytest.mark.parametrize("last", ["Dernière session du diplôme", "Dernière session de ce CAP"])
def test_lines_of_a_label_and_a_year_are_read_apart(first: str, last: str) -> None:
    lines = f"{first} : session 2009<br>{last} : session 2025<br>Secteur : Services"
    (found,) = records(f"{TITLE}<p>{lines}</p>")
    assert (found.first_session, found.last_session) == (2009, 2025)


LETTERED = (
    "<div class=f><div class=l>Option {}</div><div class=i>{}</div></div>",
    "<h3>Option {}</h3><p>{}</p>",
    "<p><b>Option {}</b></p><p>{}</p>",
    "<div>OPTION {}</div><div>{}</div>",
)


@pytest.mark.parametrize("form", LETTERED)
def test_the_name_of_an_option_stands_below_its_letter(form: str) -> None:
    options = form.format("A", "osier") + form.format("B", "rotin")
    found = records(f"{TITLE}{options}<h2>Annexes</h2><p>{ANNEX}</p>")
    assert [each.name for each in found] == ["Vannerie option A osier", "Vannerie option B rotin"]


def test_letters_alone_make_options_without_names() -> None:
    found = records(f"{TITLE}<p>Option A</p><p>Option B</p><p>Arrêté du 3 mai 2004</p>")
    assert len(found) < 3
