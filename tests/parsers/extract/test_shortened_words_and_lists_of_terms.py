"""Shortened words of labels, types and options; terms with what orders do; a title in a caption."""

import pytest

from schema.issues import IssueCode
from schema.title import begins_with_type, read_title
from tests.parsers.extract.pages import ORDER, orders_of, record_of, records_of


@pytest.mark.parametrize("file", ["", "<p><a href=a.pdf>Annexe I</a></p>"])
@pytest.mark.parametrize(
    "line",
    [
        "Direction de l'enseignement scolaire - 12/04/2021",
        "DGESCO, le 12 avril 2021",
        "Ministère de l'éducation nationale - DESCO - 12 avril 2021",
    ],
)
@pytest.mark.parametrize(
    "order",
    [
        f"<h3>Texte de création</h3>{ORDER}",
        "<p>Arrêté de création : 3-5-2004 - JO du 8-6-2004</p>",
        "<table><tr><td><p>Arrêté de création : 3-5-2004</p>",
    ],
)
def test_a_day_behind_an_office_below_the_orders_is_none(line: str, file: str, order: str) -> None:
    page = f"{order}{file}<p>{line}</p>"
    assert orders_of(page) == [("2004-05-03", "creation")]
    told = [i.value for i in record_of(page).issues if i.issue == IssueCode.UNLABELLED_TEXT]
    assert told == [line]


def test_a_line_with_what_an_order_does_and_its_day_is_one() -> None:
    page = f"<h3>Arrêtés</h3>{ORDER}<p>Modification - 12/04/2021</p>"
    assert orders_of(page) == [("2004-05-03", None), ("2021-04-12", "modification")]


@pytest.mark.parametrize("change", ["Modification", "Modification du règlement d'examen"])
def test_a_definition_says_what_the_order_of_its_term_does(change: str) -> None:
    terms = "<dt>Arrêté du 3 mai 2004</dt><dd>Création</dd><dt>Arrêté du 5 juin 2007</dt>"
    assert orders_of(f"<dl>{terms}<dd>{change}</dd></dl>") == [
        ("2004-05-03", "creation"), ("2007-06-05", "modification"),
    ]  # fmt: skip


def test_another_order_in_a_sentence_does_not_do_what_the_label_above_says() -> None:
    label = "<p>Arrêté modificatif : <a href=a.pdf>5 juin 2007</a></p>"
    page = f"<p>Voir aussi l'arrêté du 17 juin 2009 fixant les épreuves du CAP</p>{ORDER}"
    found = dict(orders_of(label + page))
    assert (found["2007-06-05"], found["2009-06-17"]) == ("modification", None)


def test_several_orders_may_be_named_as_in_the_bulletin() -> None:
    assert orders_of("<p>A. des 22 avr. 2014 et 20 mai 2016.</p>") == [
        ("2014-04-22", None), ("2016-05-20", None),
    ]  # fmt: skip


@pytest.mark.parametrize("type_", ["Certificat de spécialisation", "CS"])
def test_the_new_code_of_what_was_a_mention_complementaire_is_its_own(type_: str) -> None:
    only = record_of(f"{ORDER}<p>Nouveau code : 461 33413 T</p>", f"<h1>{type_} Accueil</h1>")
    assert (only.code, only.replaced_by) == ("46133413", ())


def test_the_new_code_of_another_type_is_a_successor_s() -> None:
    only = record_of(f"{ORDER}<p>Nouveau code : 500 23413 T</p>")
    assert (only.code, only.replaced_by) == (None, ("50023413",))


def test_an_article_is_no_diploma_of_a_university() -> None:
    assert not read_title("du 16 février 2004").types
    assert not begins_with_type("du 16 février 2004")
    assert read_title("DU Vannerie").types == {"OTHER"}
    label = "<tr><td>Arrêté :</td><td>du 16 février 2004</td></tr>"
    table = f"<table><caption>CAP<br>VANNERIE</caption>{label}</table>"
    only = record_of(table, "")
    assert (only.diploma_type, only.name) == ("CAP", "VANNERIE")
    assert [text.date for text in only.legal_texts] == ["2004-02-16"]


@pytest.mark.parametrize("heading", ["<h3>{}</h3>", "<p><b>{}</b></p>"])
def test_letters_that_begin_headings_below_their_label_are_options(heading: str) -> None:
    heads = "".join(heading.format(name) for name in ("A : osier", "B : rotin"))
    files = "<p><a href=a.pdf>Référentiel</a></p>"
    found = records_of(f"{ORDER}<p>Options :</p>{heads}{files}")
    assert [each.title for each in found] == [
        "CAP Vannerie option A osier",
        "CAP Vannerie option B rotin",
    ]
    assert len(records_of(f"{ORDER}<p>Matériaux :</p>{heads}{files}")) == 1


@pytest.mark.parametrize("mark", [" : ", " - ", " – ", " "])
def test_the_word_option_may_be_shortened(mark: str) -> None:
    lines = f"opt. A{mark}osier<br>opt. B{mark}rotin"
    found = records_of(f"{ORDER}<p>{lines}</p>")
    assert [each.title for each in found] == [
        "CAP Vannerie option A osier",
        "CAP Vannerie option B rotin",
    ]


@pytest.mark.parametrize(
    "labels", [("Dipl.", "Spéc."), ("Diplôme", "Spécialité"), ("Dipl.", "spécialité")]
)
@pytest.mark.parametrize("colon", [" : ", " :", ":"])
def test_type_and_speciality_may_have_shortened_labels(labels: tuple[str, str], colon: str) -> None:
    pair = f"<p>{labels[0]}{colon}<b>CAP</b><br>\n{labels[1]}{colon}<b>Vannerie</b></p>"
    assert record_of(pair + ORDER, "").title == "CAP Vannerie"


@pytest.mark.parametrize(
    ("label", "field", "value"),
    [
        ("Réf. dipl.", "code", "50022139"),
        ("N° dipl.", "code", "50022139"),
        ("Code dipl.", "code", "50022139"),
        ("Code (pour les inscriptions)", "code", "50022139"),
        ("Dipl. précédent", "replaces", ("50022139",)),
        ("Nouveau dipl.", "replaced_by", ("50022139",)),
        ("Diplôme postérieur", "replaced_by", ("50022139",)),
    ],
)
def test_words_of_labels_may_be_shortened(label: str, field: str, value: object) -> None:
    for pair in (f"<p>{label} : 500-22139 T</p>", f"<p><b>{label}</b>: 500-22139 T</p>"):
        assert getattr(record_of(ORDER + pair), field) == value
    assert record_of("<p>Réf. régl. : arrêté du 3 mai 2004</p>").legal_texts[0].date == "2004-05-03"


@pytest.mark.parametrize("space", ["\t", "          "])
def test_a_state_stands_behind_its_label_without_a_mark(space: str) -> None:
    page = f"<pre>\nCode{space}500-22139 T\nÉtat{space}en vigueur\nNiveau{space}3\n</pre>"
    assert record_of(ORDER + page).status == "in_force"
    assert record_of(f"{ORDER}<p>État des lieux</p>").status == "unknown"


@pytest.mark.parametrize(
    "type_",
    [
        "Bac. prof.",
        "Bac prof.",
        "Bac pro.",
        "Bac. pro.",
        "bac. pro",
        "B.P.",
        "C.S.",
        "M.C.",
        "Bac pro",
        "C.A.P.",
    ],
)
def test_the_points_of_a_type_end_no_sentence(type_: str) -> None:
    only = record_of(f"{ORDER}<p>Il remplace le {type_} Travaux publics (400-23102 S).</p>")
    assert only.replaces == ("40023102",)


@pytest.mark.parametrize(
    "title",
    [
        "Réf. du C.A.P. Vannerie",
        "Référentiel du CAP Vannerie",
        "(500-22139 T) CAP Vannerie",
        "500 221 39 T - CAP Vannerie",
    ],
)
def test_what_stands_before_a_type_is_no_part_of_the_name(title: str) -> None:
    only = record_of(ORDER, f"<h1>{title}</h1>")
    assert (only.name, only.diploma_type) == ("Vannerie", "CAP")


def test_the_last_session_may_be_that_of_a_year() -> None:
    line = "La première session est celle de 2009, la dernière celle de 2025."
    only = record_of(f"{ORDER}<p>{line}</p>")
    assert (only.first_session, only.last_session) == (2009, 2025)
