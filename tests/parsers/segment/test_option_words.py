"""Options called *dominante*, *parcours* or *mention*: titles keep the page's word."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.name_words import name_words, option_part, without_option
from schema.referential import Referential

LIST = "<ul><li>{0} A : son (450-33615)</li><li>{0} B : lumière (450-33616)</li></ul>"
NAMES = "<h2>{0} son</h2><p>Code : 450-33615</p><h2>{0} lumière</h2><p>Code : 450-33616</p>"
COLUMN = (
    "<table><tr><th>{0}</th><th>Code</th></tr><tr><td>son</td><td>450-33615</td></tr>"
    "<tr><td>lumière</td><td>450-33616</td></tr></table>"
)


def records(body: str, title: str = "BP Spectacle") -> list[Referential]:
    html = f"<html><body><h1>{title}</h1><p>Arrêté du 4 mai 2001</p>{body}</body></html>"
    return [each.record for each in read(Document(html.encode()), Lexicon.packaged()).records]


@pytest.mark.parametrize("word", ["dominante", "parcours", "mention"])
@pytest.mark.parametrize("form", [LIST, NAMES, COLUMN])
def test_a_title_keeps_the_word_of_the_page(word: str, form: str) -> None:
    found = records(form.format(word.capitalize()))
    letters = ("A ", "B ") if form == LIST else ("", "")
    assert [(each.title, each.code) for each in found] == [
        (f"BP Spectacle {word} {letters[0]}son", "45033615"),
        (f"BP Spectacle {word} {letters[1]}lumière", "45033616"),
    ]


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("<p>Dominantes : son (450-33615) ; lumière (450-33616)</p>", "dominante"),
        ("<p>Parcours : son (450-33615) ; lumière (450-33616)</p>", "parcours"),
        ("<p>Deux parcours : « son » (450-33615) et « lumière » (450-33616).</p>", "parcours"),
        ("<p>450-33615 : parcours son ; 450-33616 : parcours lumière</p>", "parcours"),
        ("<p>Code du parcours son : 450-33615<br>Code du parcours lumière : 450-33616</p>",
         "parcours"),
    ],
)  # fmt: skip
def test_a_list_of_dominantes_or_parcours_is_one_of_options(body: str, word: str) -> None:
    titles = {each.code: each.title for each in records(body)}
    assert titles == {
        "45033615": f"BP Spectacle {word} son",
        "45033616": f"BP Spectacle {word} lumière",
    }


def test_texts_that_speak_of_it_stay_as_published() -> None:
    lead = "Le parcours est choisi au début. Au parcours A s'ajoute une option facultative."
    body = f"<h2>Description</h2><p>{lead}</p><p>Le parcours A ou B ouvre à tous.</p>"
    for each in records(LIST.format("Parcours") + body):
        assert each.description == f"{lead}\n\nLe parcours A ou B ouvre à tous."


def test_files_are_of_the_dominante_that_they_name_and_evidence_is_as_published() -> None:
    links = "".join(f"<p><a href={n}.pdf>Annexe dominante {n}</a></p>" for n in "AB")
    found = records(LIST.format("Dominante") + links)
    assert [[d.title for d in each.documents] for each in found] == [
        ["Annexe dominante A"],
        ["Annexe dominante B"],
    ]

    page = f"<html><body><h1>BP Spectacle</h1>{LIST.format('Dominante')}</body></html>"
    read_page = read(Document(page.encode()), Lexicon.packaged()).records
    texts = " ".join(each.text for record in read_page for each in record.evidence)
    assert "ominante A" in texts
    assert "option" not in texts.lower()


@pytest.mark.parametrize(
    "body",
    [
        "<p>Parcours d'accès : après la 3e</p><p>Parcours de formation : deux ans</p>",
        "<p>Parcours : voie scolaire, apprentissage</p>",
        "<p>Parcours scolaire : 2 ans</p><p>Parcours apprentissage : 3 ans</p>",
        "<p>Spécialité à dominante son</p><p>Formation à dominante lumière</p>",
        "<p>Mention très bien</p><p>Mention bien</p><p>Mentions légales</p>",
    ],
)
def test_other_paths_and_marks_are_no_options(body: str) -> None:
    (found,) = records(f"{body}<p>Code : 450-33615</p><p>Remplace le 450-33616</p>")
    assert (found.title, found.code) == ("BP Spectacle", "45033615")


@pytest.mark.parametrize(
    "body",
    [
        "<p>Dominantes : A (son), B (lumière)</p>",
        "<p>Dominantes :</p><ul><li>Dominante son</li><li>Dominante lumière</li></ul>",
        "<p>Deux parcours : parcours A son, parcours B lumière</p>",
    ],
)
def test_dominantes_and_parcours_with_nothing_of_their_own_are_one_diploma(body: str) -> None:
    (found,) = records(f"{body}<p>Code : 450-33615</p><p>Première session : 2004</p>")
    assert (found.title, found.code, found.first_session) == ("BP Spectacle", "45033615", 2004)


def test_the_mentions_of_a_type_alone_are_its_diplomas() -> None:
    body = "<ul><li>mention Espace (241-23001)</li><li>mention Objet (241-23003)</li></ul>"
    assert [each.title for each in records(body, "DN MADE")] == [
        "DN MADE mention Espace",
        "DN MADE mention Objet",
    ]


def test_sources_that_use_different_words_name_one_option() -> None:
    own, other = "Spectacle parcours A son", "Spectacle option A : son"
    assert option_part(own) == option_part(other) == "a son"
    assert without_option(own) == without_option(other) == "spectacle"
    assert name_words(own).words == name_words(other).words
    assert option_part("Art-thérapeute à dominante arts plastiques") == ""


@pytest.mark.parametrize(
    "options", [" options son et lumière", " : options A-B", ", options a / b"]
)
def test_the_plural_of_a_heading_stays_in_no_title(options: str) -> None:
    found = records(LIST.format("option"), f"BP Spectacle{options}")
    assert [each.title for each in found] == [
        "BP Spectacle option A son",
        "BP Spectacle option B lumière",
    ]


def test_the_ways_most_pupils_go_are_no_options() -> None:
    ways = "<p>Les parcours les plus fréquents sont :</p><ul><li>BTS Son</li></ul>"
    other = "<p>Code : 450-33615</p><p>Remplace le code : 450-33614</p>"
    (record,) = records(f"{other}<h2>Poursuite de parcours</h2>{ways}")
    assert (record.further_study or "").startswith("Les parcours les plus fréquents sont :")
