"""Links to pages among documents: pages of orders, and those that a site offers everywhere."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

FILE = "<a href='ref.pdf'>Référentiel</a>"


def _titles(body: str) -> list[str]:
    return [document.title for document in record_of(ORDER + body).documents]


@pytest.mark.parametrize(
    "words",
    [
        "Rechercher un diplôme",
        "Valider ses acquis",
        "Glossaire",
        "Les nouveautés de la rentrée",
        "Les commissions professionnelles consultatives",
    ],
)
def test_what_a_site_offers_on_all_its_pages_is_no_document(words: str) -> None:
    list_ = f"<h4>Documents joints</h4><ul><li>{FILE}</li></ul><hr>"
    assert _titles(f"{list_}<a href='other.html'>{words}</a> - <a href='/'>Accueil</a>") == [
        "Référentiel"
    ]


def test_a_file_of_the_same_name_is_one() -> None:
    assert _titles("<h4>Documents</h4><p><a href='g.pdf'>Glossaire</a></p>") == ["Glossaire"]


@pytest.mark.parametrize("part", ["la définition des épreuves", "le règlement d'examen"])
def test_the_page_of_an_order_that_changes_an_annex_is_none(part: str) -> None:
    order = f"Arrêté du 6 juin 2011 modifiant {part}"
    body = f"<p><a href='texte1.htm'>{order}</a></p><p>{FILE}</p>"
    assert _titles(body) == ["Référentiel"]
    kinds = [text.kind for text in record_of(ORDER + body).legal_texts]
    assert kinds == [None, "modification"]
    # the file of an order may be one
    assert len(_titles(body.replace("texte1.htm", "texte1.pdf"))) == 2


def test_the_page_of_an_order_below_texts_and_annexes_is_none() -> None:
    order = "<p><a href='a04.html'>Cf. l'arrêté du 6 juin 2011</a></p>"
    body = f"<p>Textes et annexes</p>{order}<h3>Pièces jointes</h3><p>{FILE}</p>"
    assert _titles(body) == ["Référentiel"]
    assert "2011-06-06" in {text.date for text in record_of(body).legal_texts}


@pytest.mark.parametrize("name", ["Le référentiel du diplôme", "Le référentiel"])
@pytest.mark.parametrize("place", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
def test_the_article_of_a_name_before_its_link_is_kept(name: str, place: str) -> None:
    body = place.format(f"{name} : <a href='ref.pdf'>télécharger</a>")
    assert _titles(body) == [name]
    body = place.format("Référentiel : <a href='ref.pdf'>télécharger</a>")
    assert _titles(body) == ["Référentiel"]


@pytest.mark.parametrize("name", ["Annexes I, II et III", "Ann. I à VI", "Règlement"])
def test_words_before_a_link_name_it_and_not_the_heading_of_its_section(name: str) -> None:
    line = f"<ul><li>{name} : <a href='a.pdf'>Télécharger</a></li></ul>"
    assert _titles(f"<section><h3>Référentiel et annexes</h3><div>{line}</div></section>") == [name]
    # "Fichier :" names none
    line = "<p>Fichier : <a href='a.pdf'>Télécharger</a></p>"
    assert _titles(f"<section><h3>Annexe pédagogique</h3>{line}</section>") == [
        "Annexe pédagogique"
    ]


@pytest.mark.parametrize("name", ["Ann. I à VI", "Référentiel professionnel", "Document complet"])
def test_the_one_row_of_a_table_of_files_names_its_file(name: str) -> None:
    head = "<thead><tr><th>Titre</th><th>Fichier</th></tr></thead>"
    row = f"<tr><td>{name}</td><td><a href='a.pdf'>PDF</a></td></tr>"
    record = record_of(f"{ORDER}<table>{head}{row}</table>")
    assert [document.title for document in record.documents] == [name]
    assert record.title == "CAP Vannerie"
