"""Orders with glued dates, in columns, and in sentences that say what they do; all mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, orders_of, record_of

FILE = "<p><a href='a.pdf'>Annexe I</a></p>"
CREATED = ("2010-05-03", "creation")


@pytest.mark.parametrize(
    ("line", "order"),
    [
        ("Arrêté de création du 3 mai2010", CREATED),
        ("Arrêté de création du3 mai 2010", CREATED),
        ("Arrêté de création du 3mai 2010", CREATED),
        ("Arrêté de création du3mai2010", CREATED),
        ("Arrêté de création du3/5/2010", CREATED),
        ("Arrêté de création du<a href='x.htm'>3 mai 2010</a>", CREATED),
        ("Arrêté de création du 1erjuin 2010", ("2010-06-01", "creation")),
    ],
)
def test_a_date_lacks_spaces(line: str, order: tuple[str, str]) -> None:
    assert orders_of(f"<p>{line}</p>{FILE}") == [order]


def test_a_session_lacks_a_space() -> None:
    assert record_of(f"{ORDER}<p>Première session en2012</p>").first_session == 2012


@pytest.mark.parametrize("name", ["annexe-mars2015.pdf", "mars2015.pdf", "du_12mars.pdf"])
def test_the_name_of_a_file_stays_as_it_is(name: str) -> None:
    record = record_of(f"{ORDER}<p>Annexe I : <a href='a.pdf'>{name}</a></p>")
    assert all(name.count(" ") == document.title.count(" ") for document in record.documents[1:])
    assert "mars 2015" not in record.documents[0].title


@pytest.mark.parametrize(
    ("sentence", "effect"),
    [
        ("Un arrêté du 3 mai 2010 est venu modifier le règlement d'examen.", "modification"),
        ("Le diplôme a fait l'objet d'une mise à jour par arrêté du 3 mai 2010.", "modification"),
        (
            "L'abrogation du CAP Vannerie a été prononcée par l'arrêté du 3 mai 2010.",
            "repeal",
        ),
        ("Le CAP Vannerie a vu le jour par un arrêté du 3 mai 2010.", "creation"),
        ("La réglementation du CAP Vannerie est fixée par l'arrêté du 3 mai 2010.", None),
    ],
)
def test_a_sentence_says_what_its_order_does(sentence: str, effect: str | None) -> None:
    assert orders_of(f"<p>{sentence}</p>{FILE}") == [("2010-05-03", effect)]


def test_a_text_says_which_order_rules_the_diploma() -> None:
    said = "Ce diplôme est régi par l'arrêté du 3 mai 2010 modifié par l'arrêté du 4 juin 2012."
    orders = orders_of(f"<h2>Présentation</h2><p>{said}</p>{FILE}")
    assert orders == [("2010-05-03", None), ("2012-06-04", "modification")]


@pytest.mark.parametrize(
    "reference",
    ["Voir aussi le décret n° 2016-772 du 10 juin 2016.", "Voir le décret du 10 juin 2016."],
)
def test_a_decree_that_is_only_referred_to_is_no_order(reference: str) -> None:
    record = record_of(f"<p>Arrêté de création du 3 mai 2010</p><p>{reference}</p>")
    assert [text.date for text in record.legal_texts] == ["2010-05-03"]
    assert any("10 juin 2016" in (issue.value or "") for issue in record.issues)


COLUMNS = [
    "<div><span class='l'>Modifications</span><span class='v'>{}</span>"
    "<span class='v'>{}</span></div>",
    "<pre>\nMODIFICATION       : {}\n                     {}\n</pre>",
    "<pre>\nMODIFICATION       : ARRETE DU 03.05.2010\n"
    "                     ARRETE DU 04.06.2012\n</pre>",
    "<pre>\nMODIFICATION       : <a href='x'>{}</a>\n"
    "                     <a href='y'>{}</a>\n</pre>",
    "<table><tr><td><b>Code</b><br>500-23438</td>"
    "<td><b>Modification</b><br>{}<br>{}</td></tr></table>",
    "<p>Modification : {}<br>{}</p>",
]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_label_says_of_all_orders_below_it_what_they_do(column: str) -> None:
    lines = ("Arrêté du 3 mai 2010 NOR MENE1012345A", "Arrêté du 4 juin 2012")
    changes = [("2010-05-03", "modification"), ("2012-06-04", "modification")]
    assert orders_of(column.format(*lines)) == changes


def test_an_earlier_order_below_a_change_is_none() -> None:
    lines = "Modification : Arrêté du 3 mai 2010<br>Arrêté du 4 juin 2002"
    assert ("2002-06-04", None) in orders_of(f"<p>{lines}</p>")


def test_each_cell_of_a_row_says_what_its_order_does() -> None:
    cells = "<td><b>Création</b><br>Arrêté du 3 mai 2010</td>"
    cells += "<td><b>Modification</b><br>Arrêté du 4 juin 2012</td>"
    orders = orders_of(f"<table><tr>{cells}</tr></table>")
    assert orders == [CREATED, ("2012-06-04", "modification")]


def test_a_cell_alone_above_a_day_says_what_its_order_does() -> None:
    rows = "<tr><td>Création</td></tr><tr><td><a href='x.htm'>3/5/2010</a></td></tr>"
    assert orders_of(f"<table>{rows}</table>") == [CREATED]


def test_days_behind_leaders_are_orders_of_their_own() -> None:
    lines = "Arrêté de création ..... 3/5/2010<br>Arrêté modificatif ..... 4/6/2012, 7/8/2014"
    changes = [("2012-06-04", "modification"), ("2014-08-07", "modification")]
    assert orders_of(f"<p>{lines}</p>") == [CREATED, *changes]


def test_a_day_soon_behind_another_is_the_journal_s() -> None:
    lines = "Arrêté de création ..... 3/5/2010<br>Arrêté modificatif ..... 4/6/2012, 20/6/2012"
    assert orders_of(f"<p>{lines}</p>") == [CREATED, ("2012-06-04", "modification")]


def test_the_end_of_a_diploma_with_a_long_name_is_said() -> None:
    name = "CAP Mise en œuvre des caoutchoucs et des élastomères thermoplastiques"
    said = f"L'abrogation du {name} a été prononcée par l'arrêté du 3 mai 2010."
    record = record_of(f"<p>{said}</p>{FILE}", f"<h1>{name}</h1>")
    assert [text.kind for text in record.legal_texts] == ["repeal"]


def test_an_order_behind_the_mere_code_of_a_predecessor_is_the_diploma_s() -> None:
    head = "<h3>Remplace</h3><p>le diplôme 50023407</p>"
    record = record_of(f"{head}<p><a href='x.htm'>Arrêté du 3 mai 2010</a> (création)</p>{FILE}")
    assert list(record.replaces) == ["50023407"]
    assert [(text.date, text.kind) for text in record.legal_texts] == [CREATED]
    assert [document.title for document in record.documents] == ["Annexe I"]


@pytest.mark.parametrize("head", ["Remplace", "Remplacé par"])
def test_beside_the_diploma_s_own_order_it_is_perhaps_the_other_s(head: str) -> None:
    below = f"<h3>{head}</h3><p>50023407</p><p>Arrêté du 4 juin 2012 (création)</p>{FILE}"
    record = record_of(f"<p>Arrêté de création du 3 mai 2010</p>{below}")
    assert [(text.date, text.kind) for text in record.legal_texts] == [CREATED]
    assert any("4 juin 2012" in (issue.value or "") for issue in record.issues)


def test_an_order_below_the_name_of_a_predecessor_is_none() -> None:
    head = "<h3>Remplace</h3><p>le CAP Osier, code 50023407</p>"
    assert ("2001-05-03", "creation") not in orders_of(
        f"{ORDER}{head}<p>Arrêté du 3 mai 2001 (création)</p>"
    )


@pytest.mark.parametrize("head", ["Attention : diplôme abrogé", "Ce référentiel est abrogé"])
def test_a_heading_on_the_state_says_nothing_of_the_order_below(head: str) -> None:
    record = record_of(f"<h3>{head}</h3><p>Arrêté du 3 mai 2010</p>{FILE}")
    assert record.status == "repealed"
    assert [text.kind for text in record.legal_texts] == [None]


def test_a_notice_says_that_the_diploma_is_awarded_no_more() -> None:
    notice = "<p>ATTENTION : diplôme qui n'est plus délivré</p>"
    assert record_of(f"{ORDER}{notice}").status == "repealed"
