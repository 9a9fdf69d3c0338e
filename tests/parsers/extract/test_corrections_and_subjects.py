"""Corrections of orders, and what an order does in the row below it. Mock-ups of ours."""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

HEAD = "<h1>CAP Vannerie</h1>"


def record(body: str) -> Referential:
    """The record of a page with a title above `body`."""
    page = f"<html><body>{HEAD}{body}</body></html>".encode()
    return read(Document(page), Lexicon.packaged()).records[0].record


def kinds(body: str) -> list[tuple[str | None, str | None]]:
    """The orders of a page with what each does, in order of their dates."""
    return sorted((text.date or "", text.kind) for text in record(body).legal_texts)


MADE = ("2004-05-03", "creation")
CORRECTED = [
    "arrêté du 6 juin 2005 (rectificatif au règlement d'examen)",
    "arrêté rectificatif du 6 juin 2005",
    "arrêté du 6 juin 2005 rectifiant l'arrêté précédent",
    "rectificatif du 6 juin 2005",
    "rectifié par l'arrêté du 6 juin 2005",
]
PLACES = [
    "<p>Arrêté de création du 3 mai 2004, {}</p>",
    "<p>Arrêté du 3 mai 2004 portant création<br>{}</p>",
    "<h2>Textes</h2><ul><li>Arrêté du 3 mai 2004 portant création</li><li>{}</li></ul>",
]


@pytest.mark.parametrize("place", PLACES)
def test_a_correction_is_a_modification(place: str) -> None:
    wrong = {
        text: found
        for text in CORRECTED
        if (found := kinds(place.format(text))) != [MADE, ("2005-06-06", "modification")]
    }
    assert wrong == {}


JOURNALS = ["JO", "J.O.", "BO", "B.O. n° 5", "Journal officiel"]
WORDS = ["rectificatif au", "rectificatif publié au", "rectificatif :", "rectifié au"]


@pytest.mark.parametrize(("word", "journal"), [*itertools.product(WORDS, JOURNALS)])
def test_a_correction_of_the_journal_says_nothing_of_the_order(word: str, journal: str) -> None:
    text = f"<p>Arrêté du 3 mai 2004 (JO du 20 mai 2004, {word} {journal} du 6 juin 2004)</p>"
    assert kinds(text) == [("2004-05-03", None)]


ROWS = ["Intitulé de l'arrêté", "Objet", "Titre du texte"]


@pytest.mark.parametrize("name", ROWS)
def test_the_row_below_an_order_says_what_it_does(name: str) -> None:
    table = (
        "<table><tr><td>Arrêté</td><td>3/05/2004</td></tr><tr><td>{}</td><td>{}</td></tr></table>"
    )
    made = table.format(name, "portant création du CAP « vannerie » et fixant ses modalités")
    assert kinds(made) == [MADE]
    changed = table.format(name, "modifiant la définition du CAP « vannerie »")
    assert kinds(changed) == [("2004-05-03", "modification")]
    for other in ("définition du CAP « vannerie »", "création d'entreprises artisanales"):
        assert kinds(table.format(name, other)) == [("2004-05-03", None)]


FIRST = [
    "Il remplace, à compter de la session 2006, le CAP Osier.",
    "Le CAP Vannerie remplace le CAP Osier à partir de la session 2006.",
    "À compter de la session 2006, ce diplôme remplace l'ancien CAP Osier.",
    "Session 2006 : première session",
]
OTHERS = [
    "Le CAP Osier remplace, à compter de la session 2006, le CAP Vannerie.",
    "Le CAP Osier le remplace à compter de la session 2006.",
    "Il est remplacé, à compter de la session 2006, par le CAP Osier.",
    "Diplôme remplacé à compter de la session 2006 : CAP Osier",
    "Le CAP Osier remplace ce diplôme à partir de la session 2006.",
]


def test_a_diploma_has_sessions_since_it_replaces_another_one() -> None:
    order = "Arrêté du 3 mai 2004 portant création du CAP Vannerie (JO du 20 mai 2004)"
    forms = ("<p>{}</p><p>{}</p>", "<p>{}<br>{}</p>", "<ul><li>{}</li><li>{}</li></ul>")
    first = {
        (form, text): record(form.format(order, text)).first_session
        for form, text in itertools.product(forms, FIRST + OTHERS)
    }
    assert {text for (_, text), year in first.items() if year not in {2006, None}} == set()
    assert {text for (_, text), year in first.items() if year} == set(FIRST)
    assert {key for key, year in first.items() if key[1] in FIRST and year is None} == set()


@pytest.mark.parametrize("leader", [" .... ", " ........... ", ".... : "])
def test_labels_in_small_letters_lead_to_values_by_dots(leader: str) -> None:
    lines = ["code{}500-23438 V", "arrêté{}3 mai 2004 (création)", "sessions{}2006 ->"]
    found = record(f"<pre>\n{chr(10).join(line.format(leader) for line in lines)}\n</pre>")
    assert (found.code, found.first_session) == ("50023438", 2006)
    assert [(text.date, text.kind) for text in found.legal_texts] == [MADE]


@pytest.mark.parametrize("between", [" | ", " – ", ", ", " et "])
def test_links_that_name_versions_are_told_apart(between: str) -> None:
    links = [
        f"<a href=x/mc.{kind}>{{}} {word}</a>" for kind, word in (("doc", "Word"), ("pdf", "PDF"))
    ]
    named = between.join(links).replace("{}", "version")
    bare = between.join(links).replace("{} ", "")
    label = "<p>Arrêté du 3 mai 2004</p><p>Textes et annexes : {}</p>"
    assert [d.title for d in record(label.format(named)).documents] == [
        "version Word",
        "version PDF",
    ]
    assert {d.title for d in record(label.format(bare)).documents} == {"Textes et annexes"}


MAKING = ["", " portant création du CAP Vannerie", " portant création et fixant ses modalités"]
BETWEEN = [
    " ({})", " ; {}", " - {}", ", JO du 20 mai 2004, {}", " (JO n° 5) {}",
    " (JO du 20 mai 2004) - {}", " paru au JO du 20 mai 2004 et au BO n° 22 du 3 juin 2004, {}",
    " NOR MENE0400789A, {}",
]  # fmt: skip
CHANGED = [
    "modifié le 6 juin 2005", "rectificatif du 6 juin 2005", "modificatif : 6 juin 2005",
    "dernière modification le 6 juin 2005", "dernière modification : arrêté du 6 juin 2005",
    "arrêté modificatif du 6 juin 2005", "modifié par celui du 6 juin 2005",
]  # fmt: skip
UNCHANGED = [
    "page modifiée le 6 juin 2005",
    "référentiel modifié le 6 juin 2005",
    "mise en ligne le 6 juin 2005",
    "supprimé le 6 juin 2005",
]


@pytest.mark.parametrize("making", MAKING)
def test_a_change_follows_what_the_order_does_and_its_journal(making: str) -> None:
    made = "creation" if making else None
    texts = [between.format(text) for between, text in itertools.product(BETWEEN, CHANGED)]
    found = {text: kinds(f"<p>Arrêté du 3 mai 2004{making}{text}</p>") for text in texts}
    expected = [("2004-05-03", made), ("2005-06-06", "modification")]
    assert {text: orders for text, orders in found.items() if orders != expected} == {}
    if not making:
        return
    texts = [between.format(text) for between, text in itertools.product(BETWEEN, UNCHANGED)]
    found = {text: kinds(f"<p>Arrêté du 3 mai 2004{making}{text}</p>") for text in texts}
    wrong = {text for text, orders in found.items() if ("2005-06-06", "modification") in orders}
    assert wrong == set()


@pytest.mark.parametrize("made", ["Page générée le 14/10/2014", "<p>Mis en page : 14/10/2014</p>"])
@pytest.mark.parametrize("word", ["arrêté", "textes", "arrêtés"])
def test_the_last_cell_of_a_list_of_files_heads_nothing(word: str, made: str) -> None:
    rows = f"<tr><td><a href=x/van.pdf>van.pdf</a></td><td>41 Ko</td><td>{word}</td></tr>"
    head = "<tr><td>fichier</td><td>taille</td><td>contenu</td></tr>"
    found = kinds(f"<p>Créé par arrêté du 3 mai 2004.</p><table>{head}{rows}</table>{made}")
    assert found == [MADE]


def test_a_cell_of_its_own_heads_the_text_below_its_table() -> None:
    body = "<table><tr><td>Arrêtés</td></tr></table><p>3 mai 2004 (création)</p>"
    assert kinds(body) == [MADE]
