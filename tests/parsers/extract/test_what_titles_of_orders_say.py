"""What an order does, by titles on several lines, nouns of creation, lists of changes, repeals."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential


def _read(body: str) -> Referential:
    page = f"<h1>CAP Vannerie</h1><p>Code : 50024240</p>{body}"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record


def _orders(body: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(text.date, text.kind, text.nor) for text in _read(body).legal_texts]


@pytest.mark.parametrize(
    "line",
    [
        "Institution du diplôme : arrêté du 3 mai 2004",
        "Institution de la spécialité : arrêté du 3 mai 2004",
        "Arrêté du 3 mai 2004 modifié relatif à la création et aux modalités du CAP Vannerie",
        "Arrêté du 3 mai 2004 relatif à la création du CAP Vannerie",
        "Arrêté du 3 mai 2004, BOESR n° 22 du 3 juin 2004 (création)",
    ],
)
def test_words_of_creation(line: str) -> None:
    assert _orders(f"<p>{line}</p>") == [("2004-05-03", "creation", None)]


def test_an_institution_of_something_else_says_nothing() -> None:
    assert _orders("<p>Institution responsable : arrêté du 3 mai 2004</p>") == [
        ("2004-05-03", None, None)
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<div>Arrêté du 3 mai 2004 modifié<br>portant création<br>et fixant les modalités<br>"
        "du certificat d'aptitude professionnelle<br>« Vannerie »<br>NOR MENE0401234A</div>",
        "<div>Arrêté<br>du 3 mai 2004<br>portant création de la spécialité<br>Vannerie<br>"
        "du CAP<br>et fixant ses modalités de délivrance<br>NOR : MENE0401234A</div>",
        "<p>Arrêté</p><p>du 3 mai 2004</p><p>portant création du CAP Vannerie</p>"
        "<p>et fixant ses modalités de délivrance</p><p>n° NOR : MENE0401234A</p>",
        "<p>Création de la spécialité</p><p>NOR : MENE0401234A</p>"
        "<p>A. du 3-5-2004. JO du 12-5-2004</p><p>DGESCO A2</p>",
        "<p>NOR : MENE0401234A</p><p>Arrêté du 3 mai 2004 portant création du CAP Vannerie et"
        " modifiant la liste des diplômes</p>",
    ],
)
def test_titles_on_several_lines(body: str) -> None:
    assert _orders(body) == [("2004-05-03", "creation", "MENE0401234A")]


@pytest.mark.parametrize(
    "line",
    [
        "A. du 3-5-2004 mod. par A. du 4-6-2007 ; A. du 5-6-2010",
        "A. du 3-5-2004 – mod. A. du 4-6-2007 ; A. du 5-6-2010",
        "Arrêté du 3 mai 2004 modifié par l'arrêté du 4 juin 2007 ; arrêté du 5 juin 2010",
    ],
)
def test_all_orders_behind_a_change_are_changes(line: str) -> None:
    kinds = [kind for _, kind, _ in _orders(f"<p>{line}</p>")]
    assert kinds == [None, "modification", "modification"]


def test_a_list_whose_next_order_says_what_it_does_is_none() -> None:
    line = "Arrêté du 3 mai 2004 modifié par l'arrêté du 4 juin 2007 ; arrêté du 5 juin 2010"
    kinds = [kind for _, kind, _ in _orders(f"<p>{line} portant abrogation</p>")]
    assert kinds == [None, "modification", "repeal"]


def test_changes_in_brackets_do_not_hide_what_the_order_does() -> None:
    body = (
        "<p>Arrêté du 3 mai 2004 (modifié par arrêtés du 4 juin 2007 ; du 5 juin 2010)"
        " portant création du CAP Vannerie</p>"
    )
    kinds = [kind for _, kind, _ in _orders(body)]
    assert kinds == ["creation", "modification", "modification"]


@pytest.mark.parametrize(
    "line",
    [
        "Ce diplôme est abrogé, à l'issue de la session 2025, par l'arrêté du 5 juin 2023 portant"
        " création du CAP « Rotin ».",
        "Diplôme abrogé (arrêté du 5 juin 2023 portant création du CAP Rotin)",
        "Le CAP Vannerie est abrogé, à compter de la session 2025, par l'arrêté du 5 juin 2023"
        " portant création du CAP Rotin.",
    ],
)
def test_the_order_that_makes_the_next_diploma_repeals_this_one(line: str) -> None:
    record = _read(f"<p>Arrêté du 3 mai 2004 portant création du CAP Vannerie</p><p>{line}</p>")
    found = [(text.date, text.kind) for text in record.legal_texts]
    assert found == [("2004-05-03", "creation"), ("2023-06-05", "repeal")]
    assert record.status == "repealed"


def test_the_order_of_a_diploma_repeals_the_one_before() -> None:
    body = (
        "<p>Le CAP Rotin est abrogé, à l'issue de la session 2005, par l'arrêté du 3 mai 2004"
        " portant création du CAP Vannerie.</p>"
    )
    record = _read(body)
    assert [(text.date, text.kind) for text in record.legal_texts] == [("2004-05-03", "creation")]
    assert record.status != "repealed"


def test_an_order_said_to_end_keeps_what_it_did() -> None:
    body = (
        "<p>L'arrêté du 3 mai 2004 portant création du CAP Vannerie est abrogé, à l'issue de la"
        " session 2025, par l'arrêté du 5 juin 2023.</p>"
    )
    found = [(date, kind) for date, kind, _ in _orders(body)]
    assert found == [("2004-05-03", "creation"), ("2023-06-05", "repeal")]


@pytest.mark.parametrize(
    "name",
    [
        "Version consolidée du 12/09/2020",
        "Texte consolidé (version au 1er juin 2020)",
        "Arrêté, version à jour au 12 septembre 2020",
    ],
)
def test_the_day_of_a_version_is_no_order(name: str) -> None:
    body = (
        "<ul><li>Arrêté de création : 3 mai 2004</li>"
        f"<li><a href='https://www.legifrance.gouv.fr/loda/id/JORFTEXT000042174985'>{name}</a></li></ul>"
    )
    assert _orders(body) == [("2004-05-03", "creation", None)]


def test_the_file_of_the_order_and_its_annexes_says_what_it_does() -> None:
    body = "<p>Arrêté du 3 mai 2004</p><p><a href='tout.pdf'>Arrêté de création et annexes</a></p>"
    assert _orders(body) == [("2004-05-03", "creation", None)]


def test_an_annex_of_the_first_order_below_a_change_is_no_change() -> None:
    body = (
        "<p>Création par arrêté du 3 mai 2004<br>Arrêté modificatif : 5 juin 2010</p>"
        "<ul><li><a href='a.pdf'>Annexe I (arrêté du 3 mai 2004)</a></li>"
        "<li><a href='b.pdf'>Annexe II (arrêté du 5 juin 2010)</a></li></ul>"
    )
    assert {(date, kind) for date, kind, _ in _orders(body)} == {
        ("2004-05-03", "creation"),
        ("2010-06-05", "modification"),
    }


def test_a_changed_order_is_known_by_the_title_of_the_change() -> None:
    body = (
        "<p>Arrêté du 3 mai 2004 relatif au diplôme</p><p>Arrêté du 5 juin 2010 modifiant"
        " l'arrêté du 3 mai 2004 modifié portant création du CAP Vannerie</p>"
    )
    found = [(date, kind) for date, kind, _ in _orders(body)]
    assert found == [("2004-05-03", "creation"), ("2010-06-05", "modification")]
