"""Orders whose effect a sentence, a question or a list of days says; all pages are mock-ups."""

import pytest

from tests.parsers.extract.pages import orders_of, record_of

FILE = "<p><a href='a.pdf'>Annexe I</a></p>"
MADE, CHANGED, ENDED = "creation", "modification", "repeal"


@pytest.mark.parametrize(
    ("sentence", "effects"),
    [
        ("Les conditions de délivrance du CAP Vannerie sont fixées par arrêté du {}.", [MADE]),
        ("Le CAP Vannerie est délivré dans les conditions que prévoit l'arrêté du {}.", [MADE]),
        ("Création du CAP Vannerie, osier (arrêté du {}).", [MADE]),
        ("La liste des titres a été modifiée, pour ce CAP, par l'arrêté du {}.", [CHANGED]),
        ("L'annexe II a été remplacée par celle que publie l'arrêté du {}.", [CHANGED]),
        ("L'arrêté du {} modifie à la fois le CAP Vannerie et le CAP Osier.", [CHANGED]),
        ("L'arrêté du {} abroge et remplace les annexes II b et II c.", [CHANGED]),
        ("Ce diplôme sera abrogé après 2027, comme le prévoit l'arrêté du {}.", [ENDED]),
        ("Le ministre a signé le {} l'arrêté portant création de ce diplôme.", [MADE]),
        ("Ce diplôme est défini par l'arrêté du {}.", [None]),
    ],
)
def test_a_sentence_says_what_its_order_does(sentence: str, effects: list[str | None]) -> None:
    orders = orders_of(f"<p>{sentence.format('3 mai 2010')}</p>{FILE}")
    assert orders == [("2010-05-03", effect) for effect in effects]


def test_an_order_that_changes_another_one_on_a_point_leaves_it_the_creation() -> None:
    text = "l'arrêté du 7 janvier 2015 modifie sur ce point l'arrêté du 3 mai 2010 portant création"
    orders = orders_of(f"<p>Les coefficients ont été revus : {text} du diplôme.</p>{FILE}")
    assert orders == [("2015-01-07", CHANGED), ("2010-05-03", MADE)]


def test_an_annex_of_another_order_replaces_that_of_the_first() -> None:
    text = "Dans l'arrêté du 3 mai 2010 portant création du CAP Vannerie, l'annexe III est"
    orders = orders_of(f"<p>{text} remplacée par l'annexe de l'arrêté du 4 juin 2012.</p>{FILE}")
    assert orders == [("2010-05-03", MADE), ("2012-06-04", CHANGED)]


def test_a_third_change_stands_in_brackets_of_its_own() -> None:
    text = (
        "Créé en 2010 (arrêté du 3 mai 2010), le CAP Vannerie a été modifié en 2012 (arrêté du "
        "4 juin 2012) puis en 2015 (arrêté du 5 juillet 2015)."
    )
    orders = [("2010-05-03", MADE), ("2012-06-04", CHANGED), ("2015-07-05", CHANGED)]
    assert orders_of(f"<p>{text}</p>{FILE}") == orders


@pytest.mark.parametrize(
    "page",
    [
        "<h3>{0}</h3><p>{1}</p><h3>{2}</h3><p>{3}</p>",
        "<p><b>{0}</b><br>{1}</p><p><b>{2}</b><br>{3}</p>",
    ],
)
def test_a_question_says_what_the_order_in_its_answer_does(page: str) -> None:
    answers = page.format(
        "Quel texte a créé le certificat d'aptitude professionnelle Vannerie ?",
        "L'arrêté du 3 mai 2010.",
        "A-t-il été modifié ?",
        "Oui, par l'arrêté du 4 juin 2012 puis par l'arrêté du 5 juillet 2015.",
    )
    orders = [("2010-05-03", MADE), ("2012-06-04", CHANGED), ("2015-07-05", CHANGED)]
    assert orders_of(f"{answers}{FILE}") == orders


def test_days_behind_a_change_are_changes_where_they_are_far_apart() -> None:
    line = "Créé A. 22.6.1987. Modif. 26.5.1988, 16.1.1994, 4.3.1997."
    days = ["1988-05-26", "1994-01-16", "1997-03-04"]
    orders = [("1987-06-22", MADE), *((day, CHANGED) for day in days)]
    assert orders_of(f"<p>{line}</p>{FILE}") == orders


def test_days_behind_a_creation_are_told_apart_by_nothing() -> None:
    assert orders_of(f"<p>Création : 22.6.1987, 26.5.1990</p>{FILE}") == [("1987-06-22", MADE)]


def test_a_day_close_behind_a_change_is_that_of_its_journal() -> None:
    assert orders_of(f"<p>Modif. 8.7.2019, 25.7.2019</p>{FILE}") == [("2019-07-08", CHANGED)]


def test_orders_of_one_value_are_all_changes() -> None:
    value = "arrêté du 4 juin 2012 - J.O. du 6 juin 2012 ; arrêté du 5 juillet 2015"
    line = f"<ul><li><span>Modification</span> <span>{value}</span></li></ul>"
    assert orders_of(f"{line}{FILE}") == [("2012-06-04", CHANGED), ("2015-07-05", CHANGED)]


@pytest.mark.parametrize(
    "text",
    [
        "Les candidats présentent l'unité facultative de mobilité créée par l'arrêté du 30 août "
        "2019 pour l'ensemble des diplômes professionnels.",
        "Une unité facultative de mobilité a été créée par l'arrêté du 30 août 2019.",
    ],
)
def test_a_rule_for_all_diplomas_is_no_order_of_this_one(text: str) -> None:
    created = "<p>Arrêté du 3 mai 2010 portant création du CAP Vannerie</p>"
    record = record_of(f"{created}<p>{text}</p>{FILE}")
    assert [order.date for order in record.legal_texts] == ["2010-05-03"]
    assert any(i.field == "legal_texts" and "2019" in (i.value or "") for i in record.issues)


def test_what_an_order_says_of_all_options_is_of_this_diploma() -> None:
    line = "<p>Pour l'ensemble des options : arrêté du 3 mai 2010</p>"
    assert [day for day, _ in orders_of(f"{line}{FILE}")] == ["2010-05-03"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CAP Transports par câbles (TPC)", "CAP Transports par câbles"),
        ("CAP Transports par câbles [TPC]", "CAP Transports par câbles"),
        ("CAP Rentrayeur option B tapisserie", "CAP Rentrayeur option B - tapisserie"),
    ],
)
def test_a_sentence_leaves_out_the_acronym_of_a_name(title: str, name: str) -> None:
    line = f"<p>Les conditions de délivrance du {name} sont fixées par l'arrêté du 3 mai 2010.</p>"
    assert orders_of(f"{line}{FILE}", f"<h1>{title}</h1>") == [("2010-05-03", MADE)]


def test_another_option_is_another_diploma() -> None:
    line = "<p>Le CAP Rentrayeur option A lainage est créé par l'arrêté du 3 mai 2010.</p>"
    page = f"<p>Arrêté du 4 juin 2012</p>{line}{FILE}"
    days = [day for day, _ in orders_of(page, "<h1>CAP Rentrayeur option B tapisserie</h1>")]
    assert days == ["2012-06-04"]
