"""Questions, labels and sentences about successors, states and sessions; all are mock-ups."""

import pytest

from schema.errors import Refused
from tests.parsers.extract.pages import record_of

FILE = "<p>Arrêté du 3 mai 2004 portant création</p><p><a href='a.pdf'>Annexe I</a></p>"
CODE = "<p>Code : 500-23437</p>"
ASKED = ("<h3>{}</h3><p>{}</p>", "<dl><dt>{}</dt><dd>{}</dd></dl>")


@pytest.mark.parametrize("form", ASKED)
@pytest.mark.parametrize(
    ("question", "answer", "replaces"),
    [
        ("Par quel diplôme est-il remplacé ?", "Par le 500-23438.", False),
        ("Quel diplôme le remplace ?", "Le CAP Osier, code 500-23438.", False),
        ("Quel diplôme remplace-t-il ?", "Le CAP Osier, code 500-23438.", True),
        ("Quel diplôme le CAP Vannerie remplace-t-il ?", "Il remplace le 500-23438.", True),
    ],
)
def test_which_diploma_comes_before_or_after(
    form: str, question: str, answer: str, replaces: bool
) -> None:
    record = record_of(CODE + form.format(question, answer) + FILE)
    assert record.code == "50023437"
    assert record.replaces == (("50023438",) if replaces else ())
    assert record.replaced_by == (() if replaces else ("50023438",))


@pytest.mark.parametrize(
    "label", ["Code du diplôme qui le remplace", "Nouveau diplôme (remplace celui-ci)"]
)
def test_labels_of_the_successor(label: str) -> None:
    record = record_of(f"{CODE}<p>{label} : CAP Osier, code 500-23438</p>{FILE}")
    assert record.replaced_by == ("50023438",)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("<h3>Ce diplôme est-il en vigueur ?</h3><p>Oui, il est en vigueur.</p>", "in_force"),
        ("<p>Le CAP Vannerie est toujours en vigueur.</p>", "in_force"),
        ("<p>Le certificat d'aptitude professionnelle Vannerie est en vigueur.</p>", "in_force"),
        ("<p>Le CAP Broderie est toujours en vigueur.</p>", "unknown"),
        ("<p>Le CAP Vannerie est en vigueur jusqu'à la session 2019.</p>", "unknown"),
    ],
)
def test_a_state_in_a_sentence(text: str, status: str) -> None:
    assert record_of(CODE + text + FILE).status == status


@pytest.mark.parametrize("form", ASKED)
@pytest.mark.parametrize("asked", ["Le CAP Vannerie", "L'arrêté de création", "Ce diplôme"])
def test_whether_it_was_changed(form: str, asked: str) -> None:
    question = form.format(f"{asked} a-t-il été modifié ?", "Oui, par l'arrêté du 2 mai 2014.")
    kinds = {order.date: order.kind for order in record_of(FILE + question).legal_texts}
    assert kinds == {"2004-05-03": "creation", "2014-05-02": "modification"}


def test_an_order_that_sets_the_first_session() -> None:
    record = record_of(f"{FILE}<p>L'arrêté fixe à 2006 la première session de l'examen.</p>")
    assert record.first_session == 2006


@pytest.mark.parametrize(
    "text",
    [
        "La création du CAP Vannerie remonte à l'arrêté du 3 mai 2004.",
        "La création de ce diplôme résulte de l'arrêté du 3 mai 2004.",
    ],
)
def test_what_an_order_goes_back_to(text: str) -> None:
    record = record_of(f"<p>{text}</p><p><a href='a.pdf'>Annexe I</a></p>")
    assert [(o.date, o.kind) for o in record.legal_texts] == [("2004-05-03", "creation")]


@pytest.mark.parametrize("value", ["à partir de 1992", "depuis 1992", "1992 à 2010"])
@pytest.mark.parametrize("head", ["Sessions d'examen du diplôme", "b) Sessions d'examen"])
def test_sessions_below_their_heading(head: str, value: str) -> None:
    record = record_of(f"{FILE}<h3>{head}</h3><p>{value}</p>")
    assert record.first_session == 1992


@pytest.mark.parametrize("mark", [", avec une ", " - ", " ; "])
def test_a_further_session_behind_the_last(mark: str) -> None:
    record = record_of(f"{FILE}<p>Dernière session : 2024{mark}session supplémentaire en 2025</p>")
    assert record.last_session == 2024


def test_questions_about_a_diploma_that_has_orders_and_files() -> None:
    answers = "<h3>Quel est le code ?</h3><p>500-23437</p><h3>Est-il abrogé ?</h3><p>Non.</p>"
    record = record_of(f"<h2>Questions fréquentes</h2>{answers}{FILE}")
    assert record.code == "50023437"
    with pytest.raises(Refused):  # questions of any kind
        record_of("<h2>Questions fréquentes</h2><p>Comment s'inscrire ?</p>")


@pytest.mark.parametrize("form", ["<p><b>{}</b><br>{}</p>", "<p><b>{}</b> {}</p>", "<p>{} {}</p>"])
def test_an_order_does_what_the_question_before_it_asks(form: str) -> None:
    answers = (("Quel arrêté l'a modifié ?", "Arrêté du 21 juin 2012"),
               ("Quel arrêté a créé le diplôme ?", "arrêté du 1er août 1997"),
               ("Par quel texte a-t-il été modifié ?", "Arrêté du 2 mai 2014"))  # fmt: skip
    text = "".join(form.format(*each) for each in answers)
    orders = record_of(text + "<p><a href='a.pdf'>Annexe I</a></p>").legal_texts
    assert {order.date: order.kind for order in orders} == {
        "2012-06-21": "modification", "1997-08-01": "creation", "2014-05-02": "modification",
    }  # fmt: skip
