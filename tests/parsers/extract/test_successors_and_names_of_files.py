"""Successors with their sessions, first and last times, and files with marks around their names.

All pages are mock-ups.
"""

import pytest

from schema.referential import Referential
from schema.title import acronym_beside
from tests.parsers.extract.pages import ORDER, record_of, record_with_facts

OSIER = "500-23499"


def _issues(record: Referential) -> set[str | None]:
    return {told.field for told in record.issues if told.issue != "missing-field"}


@pytest.mark.parametrize("place", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<div class=note>{}</div>"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Successeur : CAP Osier - 500-23499 - première session 2025",
        "Remplacé par : CAP Osier (500-23499) – 1re session en 2025",
        "Le CAP Osier (500-23499) remplace le présent diplôme (première session 2025).",
        "Le CAP Osier (500-23499) remplace ce CAP, première session en 2025.",
        "Au présent diplôme succède le CAP Osier (code 500-23499, première session 2025).",
        "À ce diplôme succédera le CAP Osier (500-23499), dont la première session est en 2025.",
    ],
)
def test_the_first_session_of_a_successor_is_not_the_diplomas(sentence: str, place: str) -> None:
    record = record_with_facts(place.format(sentence))
    assert (record.replaced_by, record.replaces) == (("50023499",), ())
    assert record.first_session is None
    assert "first_session" in _issues(record)


@pytest.mark.parametrize("place", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<p><b>{}</b></p>"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Voir le nouveau diplôme qui remplace celui-ci : CAP Osier (500-23499).",
        "Nouveau diplôme qui remplace celui-ci : CAP Osier (500-23499)",
        "Le nouveau diplôme qui remplacera ce diplôme : CAP Osier, code 500-23499",
        "Au présent CAP succède le CAP Osier (500-23499).",
    ],
)
def test_what_replaces_this_one_is_its_successor(sentence: str, place: str) -> None:
    record = record_with_facts(place.format(sentence))
    assert (record.replaced_by, record.replaces) == (("50023499",), ())


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Ce diplôme remplace le CAP Osier (500-23499), première session 2025.", 2025, None),
        ("Remplace : CAP Osier - 500-23499 | Première session : 2025", 2025, None),
        ("Remplacé par : CAP Osier (500-23499) - dernière session 2025", None, 2025),
    ],
)
def test_a_session_that_is_set_apart_stays_the_diplomas(
    sentence: str, first: int | None, last: int | None
) -> None:
    record = record_with_facts(f"<p>{sentence}</p>")
    assert (record.first_session, record.last_session) == (first, last)


def test_the_last_session_of_a_predecessor_is_told() -> None:
    record = record_with_facts("<p>Remplace : CAP Osier - 500-23499 - dernière session 2012</p>")
    assert (record.replaces, record.last_session) == (("50023499",), None)
    assert "last_session" in _issues(record)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ce diplôme est organisé pour la première fois en 2009, pour la dernière fois en 2019.",
        "Organisé pour la première fois en 2009 et pour la dernière fois en 2019",
        "Délivré pour la première fois à la session 2009, pour la dernière fois à la session 2019",
        "Le CAP a été organisé en 2009 pour la première fois. Il est délivré en 2019, pour la "
        "dernière fois.",
    ],
)
def test_the_first_and_the_last_time_have_each_their_year(sentence: str) -> None:
    record = record_with_facts(f"<p>{sentence}</p>")
    assert (record.first_session, record.last_session) == (2009, 2019)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("[PDF] Annexes", "Annexes"),
        ("(pdf) Lexique", "Lexique"),
        ("[XLSX] Grilles d'évaluation en entreprise", "Grilles d'évaluation en entreprise"),
        ("Télécharger « Annexe II » (pdf, 1,4 Mo)", "Annexe II"),
        ("Télécharger « Sujet zéro »", "Sujet zéro"),
        ("Ouvrir le document « RAP »", "RAP"),
        # no more than a format, no word but of the name
        ("[PDF]", "van12.pdf"),
        ("[PDF] nouvelle fenêtre", "van12.pdf"),
        ("« Sujet zéro » de l'épreuve", "« Sujet zéro » de l'épreuve"),
    ],
)
def test_marks_before_and_around_the_name_of_a_file_are_none_of_it(words: str, title: str) -> None:
    for place in ("<h3>Documents</h3><ul><li>{}</li></ul>", "<h3>Documents</h3><p>{}</p>"):
        record = record_with_facts(place.format(f'<a href="v/van12.pdf">{words}</a>'))
        assert [document.title for document in record.documents] == [title]


@pytest.mark.parametrize(
    ("title", "acronym"),
    [
        ("CAP Taille de pierre [TP]", "TP"),
        ("CAP Taille de pierre (TP)", "TP"),
        ("CAP Taille de pierre [XY]", None),
        ("CAP Taille de pierre [en ligne]", None),
    ],
)
def test_an_acronym_may_stand_in_square_brackets(title: str, acronym: str | None) -> None:
    assert acronym_beside(title) == acronym


@pytest.mark.parametrize(
    "line",
    [
        "<p>Fiche au RNCP : 35699 Première session : 2006 Niveau : 4</p>",
        "<p><span>Fiche du RNCP :</span> <span>35699</span> <span>Niveau :</span> 4</p>",
        "<p>Fiche du RNCP : 35699 - Niveau au RNCP : 4</p>",
        "<ul><li>Fiche RNCP : 35699</li><li>Niveau au RNCP : niveau 4</li></ul>",
    ],
)
def test_a_label_in_other_words_may_begin_a_line_of_labels(line: str) -> None:
    record = record_of(ORDER + line, "<h1>MC Vannerie</h1>")
    assert (record.rncp_codes, record.level) == (("RNCP35699",), 4)
