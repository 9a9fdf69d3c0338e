"""Boxes, buttons, invisible spaces and headings that are sentences; all pages are mock-ups."""

import pytest

from parsers.model.file_types import is_file
from tests.parsers.extract.pages import ORDER, record_of

FILE = "<p><a href='a.pdf'>Annexe I</a></p>"
TEXT = "L'admission se fait sur dossier, après un entretien."


@pytest.mark.parametrize("space", ["&#8203;", "\u200b", "&#8203;&#8203;"])
def test_a_cell_of_an_invisible_space_is_empty(space: str) -> None:
    cells = f"<tr><td><strong>Code</strong>{space}</td><td>{space}500-23438{space}</td></tr>"
    assert record_of(f"{ORDER}<table>{cells}</table>{FILE}").code == "50023438"


@pytest.mark.parametrize("name", ["CAP Vannerie", "Certificat d'aptitude professionnelle Vannerie"])
def test_a_box_of_facts_repeats_the_title(name: str) -> None:
    rows = "".join(
        f"<tr><th>{label}</th><td>{value}</td></tr>"
        for label, value in (("CPC", "Industrie"), ("Code", "50023438"), ("Intitulé", name))
    )
    page = f"<aside class='infobox'><table>{rows}</table></aside><h2>Textes</h2>{ORDER}{FILE}"
    assert (record := record_of(page)).code == "50023438"
    assert record.cpc == "Industrie"


def test_a_box_of_another_diploma_is_left_out() -> None:
    rows = "<tr><th>Code</th><td>50023439</td></tr><tr><th>Diplôme</th><td>CAP Osier</td></tr>"
    page = f"<aside class='infobox'><table>{rows}</table></aside><h2>Textes</h2>{ORDER}{FILE}"
    assert record_of(page).code is None


def test_a_button_shows_the_rest_of_a_text() -> None:
    button = "<button type='button' aria-expanded='false'>Lire la suite</button>"
    rest = f"<div class='suite' hidden><p>{TEXT}</p></div>"
    page = f"<h2>Accès</h2><p>Après la troisième.</p>{button}{rest}<h2>Textes</h2>{ORDER}{FILE}"
    assert record_of(page).access == f"Après la troisième.\n\n{TEXT}"


def test_what_no_button_opens_stays_hidden() -> None:
    page = f"<h2>Accès</h2><p>Après la troisième.</p><div hidden><p>{TEXT}</p></div>{ORDER}{FILE}"
    assert record_of(page).access == "Après la troisième."


@pytest.mark.parametrize("tag", ["h5", "address", "p"])
def test_a_sentence_is_a_text_whatever_it_is_made_as(tag: str) -> None:
    page = f"<ol><li><b>Accès</b><br><{tag}>{TEXT}</{tag}></li></ol>"
    assert record_of(f"{ORDER}{page}{FILE}").access == TEXT


def test_names_of_sections_of_one_class_differ_by_a_span() -> None:
    heads = ("<div class='titre'><span>Accès</span></div>", "<div class='titre'>Attendus</div>")
    page = f"{heads[0]}<p>{TEXT}</p>{heads[1]}<p>Être soigneux et patient.</p>"
    further = "<div class='titre'><span>Métiers</span></div><ul><li>vannier</li></ul>"
    record = record_of(f"{ORDER}{page}{further}{FILE}")
    assert (record.access, record.expectations) == (TEXT, "Être soigneux et patient.")


def test_an_emphasised_first_word_is_no_heading() -> None:
    text = "Pouvoir s'adapter à des horaires variables."
    page = f"<h2>Attendus</h2><p><em>Pouvoir</em> {text[8:]}</p>"
    orders = (
        "<p><b>Arrêté de création :</b> 3 mai 2010</p><p><b>Modifié par :</b> arrêté du 4 juin 2012"
    )
    assert record_of(f"{page}<h2>Textes</h2>{orders}{FILE}").expectations == text


@pytest.mark.parametrize("word", ["<span>Arr</span><span style='x'>êté</span>", "Arrêté"])
def test_a_word_is_divided_by_spans(word: str) -> None:
    page = f"<dl><dt>Création</dt><dd>{word} du 3 mai 2010</dd></dl>"
    (order,) = record_of(page + FILE).legal_texts
    assert (order.date, order.kind) == ("2010-05-03", "creation")


@pytest.mark.parametrize(("label", "value"), [("Statut", "en vigueur"), ("Situation", "abrogé")])
def test_a_label_and_a_value_without_a_space_are_no_word(label: str, value: str) -> None:
    page = f"<div><span>{label}</span><span>{value}</span></div>"
    status = {"en vigueur": "in_force", "abrogé": "repealed"}[value]
    assert record_of(f"{ORDER}{page}{FILE}").status == status


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("<b>Annexe</b> III : stages <a href='a.pdf'>pdf</a>", "Annexe III : stages"),
        ("<b>Annexe</b> <a href='a.pdf'>III : stages</a>", "Annexe III : stages"),
        ("Annexe <a href='a.pdf'>III</a> : stages", "Annexe III : stages"),
        ("Annexe <a href='a.pdf'>Règlement</a>", "Règlement"),
    ],
)
def test_the_word_annexe_stays_before_its_number(line: str, title: str) -> None:
    (document,) = record_of(f"{ORDER}<ul><li>{line}</li></ul>").documents
    assert document.title == title


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("index.php?module=telechargement&fichier=1888", True),
        ("index.php?action=download&id=12", True),
        ("page.php?file=12", True),
        ("index.php?rubrique=fichier&page=12", False),
        ("index.php?id=12", False),
    ],
)
def test_a_query_names_a_file(address: str, is_one: bool) -> None:
    assert is_file(address) is is_one


def test_the_title_stands_in_two_pictures() -> None:
    pictures = "<h1><img src='t.gif' alt='CAP'> <img src='n.gif' alt='Vannerie'></h1>"
    assert record_of(f"{ORDER}{FILE}", pictures).title == "CAP Vannerie"


def test_a_picture_beside_a_picture_of_no_type_is_no_name() -> None:
    pictures = "<h1><img src='l.gif' alt='CAP Vannerie'> <img src='n.gif' alt='Osier'></h1>"
    assert record_of(f"{ORDER}{FILE}", pictures).title == "CAP Vannerie"
