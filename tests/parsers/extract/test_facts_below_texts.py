"""Headings of texts above lines that only state facts; orders that sentences and lines state."""

import pytest

from tests.parsers.extract.pages import orders_of, record_of, record_with_facts

LINES = (
    "<p>Création : arrêté du 3 mai 2004 (JORF du 6 avril 2016)</p><p>Sessions 2006 à 2016</p>",
    "<p>Fiche RNCP38762 | Première session d’examen en 2006 | Ce diplôme est en vigueur</p>",
    "<p>Arrêté du 3 mai 2004</p><p>La première session aura lieu en 2006</p>"
    "<p>Ce diplôme est en vigueur</p>",
    "<h4>Arrêté de création du</h4><p>3 mai 2004</p>",
    "<ul><li><strong>Arrêté en date du</strong> : 3 mai 2004 - J.O. du 12 juillet 2004</li></ul>",
)
TEXTS = (
    "Niveau 3, ce diplôme forme des vanniers.",
    "Ce diplôme est en vigueur depuis 2006 et permet d'exercer le métier de vannier.",
    "Le vannier tresse l'osier et le rotin.",
)


@pytest.mark.parametrize("heading", ["Le diplôme", "Présentation", "Présentation synthétique"])
@pytest.mark.parametrize("lines", LINES)
def test_lines_of_facts_are_no_description(heading: str, lines: str) -> None:
    assert record_with_facts(f"<h2>{heading}</h2>{lines}").description is None


@pytest.mark.parametrize("heading", ["Le diplôme", "Présentation"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_sentence_beside_them_is_one(heading: str, text: str) -> None:
    record = record_with_facts(f"<h2>{heading}</h2><p>{text}</p>")
    assert record.description == text
    both = record_with_facts(f"<h2>{heading}</h2>{LINES[2]}<p>{text}</p>")
    assert (both.description or "").endswith(text)


def test_the_name_of_a_file_is_no_text_of_itself() -> None:
    files = (
        '<dl><dt><a href="a.pdf" title="PDF - 830 ko"><img src="pdf.png" alt="PDF - 626 ko">'
        "</a></dt><dt><strong>Présentation synthétique</strong></dt></dl>"
    )
    assert record_with_facts(f"<h3>Documents</h3>{files}").description is None


@pytest.mark.parametrize("set_by", ["fixées", "définies"])
@pytest.mark.parametrize("name", ["CAP Vannerie", "certificat d’aptitude professionnelle Vannerie"])
def test_an_order_that_sets_the_conditions_creates(set_by: str, name: str) -> None:
    sentence = f"Les conditions de délivrance du {name} sont {set_by} par l'arrêté du 9/4/2009"
    assert orders_of(f"<p>{sentence}.</p>") == [("2009-04-09", "creation")]
    changed = f"<p>{sentence} (JO du 15/4/2009). Ce texte a été modifié par l'arrêté du 6/7/2018."
    assert orders_of(changed) == [("2009-04-09", "creation"), ("2018-07-06", "modification")]


def test_an_order_that_sets_the_examination_does_not() -> None:
    sentence = "Le règlement d'examen du CAP Vannerie est fixé par l'arrêté du 9/4/2009."
    assert ("2009-04-09", "creation") not in orders_of(f"<p>{sentence}</p>")


@pytest.mark.parametrize("name", ["« Vannerie »", '"Vannerie"', "“Vannerie”", "(Vannerie)"])
def test_a_sentence_may_end_behind_a_quote(name: str) -> None:
    sentences = f"L'arrêté du 1er août 2002 a créé le CAP {name}. L'arrêté du 17 juin 2022 en "
    assert orders_of(f"<p>{sentences}modifie les annexes.</p>") == [
        ("2002-08-01", "creation"),
        ("2022-06-17", "modification"),
    ]


@pytest.mark.parametrize(
    "date", ["8/4/2008", "08.04.2008", "8-4-2008", '<a href="#a">8/4/2008</a>']
)
@pytest.mark.parametrize("mark", [" - ", " – ", ", "])
def test_a_date_before_a_label_is_no_numbering(date: str, mark: str) -> None:
    record = record_of(
        f"<h2>Date de l'arrêté de création</h2><p>{date}{mark}première session : 2010</p>"
    )
    assert [(text.date, text.kind) for text in record.legal_texts] == [("2008-04-08", "creation")]
    assert record.first_session == 2010
