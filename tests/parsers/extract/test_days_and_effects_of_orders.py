"""Orders whose line says on which day, in other words or in an inserted clause what they do.

All pages are mock-ups.
"""

import pytest

from tests.parsers.extract.pages import record_of

PAIRS = (
    "<p>{} : {}</p>",
    "<p><b>{}</b><br>{}</p>",
    "<p>{}</p><p>{}</p>",
    "<div>{}</div><div>{}</div>",
    "<div><span class=label>{} :</span> <span>{}</span></div>",
    "<table><tr><td>{}</td><td>{}</td></tr></table>",
    "<ul><li><em>{}</em> : {}</li></ul>",
    "<dl><dt>{}</dt><dd>{}</dd></dl>",
)
CODE = "<p>Code diplôme : 50023438</p>"


def kinds(body: str) -> dict[str | None, str | None]:
    return {text.date: text.kind for text in record_of(CODE + body).legal_texts}


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("day", ["17 juin 2003", "17/06/2003"])
def test_the_day_of_an_order_stands_below_the_word_created(pair: str, day: str) -> None:
    assert kinds(pair.format("Créé le", f"{day} (arrêté)")) == {"2003-06-17": "creation"}


def test_the_day_below_the_word_created_is_of_no_change_above_it() -> None:
    row = "<div><span class=label>{}:</span> <span>{}</span></div>"
    changed = row.format("Modifié par", "arrêté du 9 mars 2011")
    made = row.format("Créé le", "17 juin 2003 (arrêté)")
    found = {"2011-03-09": "modification", "2003-06-17": "creation"}
    assert kinds(f"<div>{changed}{made}</div>") == found
    assert kinds(f"<div>{made}{changed}</div>") == found


@pytest.mark.parametrize("pair", PAIRS[1:4])
def test_a_bare_date_below_the_word_created_may_be_the_pages(pair: str) -> None:
    assert kinds(pair.format("Créé le", "17 juin 2003")) == {}


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Actualisation (modification)", "modification"),
        ("Rénovation (modification)", "modification"),
        ("Naissance (création)", "creation"),
    ],
)
def test_what_an_order_does_stands_in_brackets_behind_other_words(
    pair: str, label: str, kind: str
) -> None:
    assert kinds(pair.format(label, "arrêté du 17 juin 2003")) == {"2003-06-17": kind}


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Création (arrêté du)", "creation"),
        ("Création (arrêté)", "creation"),
        ("Modification : arrêté du", "modification"),
        ("Modification(s) (arrêté(s) du)", "modification"),
    ],
)
def test_a_label_says_what_an_order_does_and_that_it_is_one(label: str, kind: str) -> None:
    rows = (
        "<table><tr><th>{}</th><td>{}</td></tr><tr><th>Niveau</th><td>3</td></tr></table>",
        "<dl><dt>{}</dt><dd>{}</dd></dl>",
    )
    for row in rows:
        assert kinds(row.format(label, "Arrêté du 17 juin 2003")) == {"2003-06-17": kind}


@pytest.mark.parametrize(
    "beside", ["", "<td><table><tr><td>Niveau</td><td>3</td></tr></table></td>"]
)
def test_a_band_says_what_the_orders_below_it_do_in_a_table_inside_a_cell(beside: str) -> None:
    row = "<tr><td>Arrêté du {}</td><td>JO</td><td>{}</td></tr>"
    band = "<tr><th colspan=3>{}</th></tr>"
    rows = (
        band.format("Création") + row.format("17/06/2003", "MENE0301234A"),
        band.format("Modification") + row.format("09/03/2011", "MENE1101234A"),
    )
    table = f"<table><caption>Textes</caption>{''.join(rows)}</table>"
    found = kinds(f"<table><tr>{beside}<td>{table}</td></tr></table>")
    assert found == {"2003-06-17": "creation", "2011-03-09": "modification"}


@pytest.mark.parametrize("clause", ["à l'issue de la session 2012", "à compter de 2012"])
def test_a_clause_may_stand_behind_the_verb_of_an_order(clause: str) -> None:
    sentence = f"L'arrêté du 9 mars 2011 abroge, {clause}, l'arrêté du 17 juin 2003."
    assert kinds(f"<p>{sentence}</p>")["2011-03-09"] == "repeal"
    done = f"Arrêté du 17 juin 2003 abrogé, {clause}, par l'arrêté du 9 mars 2011."
    assert kinds(f"<p>{done}</p>") == {"2003-06-17": None, "2011-03-09": "repeal"}


@pytest.mark.parametrize("news", ["Nouveau diplôme.", "Précision : Nouveau diplôme."])
@pytest.mark.parametrize(
    "order", ["<p>Référence : arrêté du 17 juin 2003</p>", "<h2>Textes</h2><p>17 juin 2003</p>"]
)
def test_an_order_below_a_sentence_on_a_new_diploma_is_its_own(news: str, order: str) -> None:
    assert [*kinds(f"<p>{news}</p>{order}")] == ["2003-06-17"]


def test_a_label_of_a_successor_heads_it_without_a_stop() -> None:
    record = record_of(f"{CODE}<p>Nouveau diplôme</p><p>50023499, arrêté du 17 juin 2003</p>")
    assert (record.replaced_by, record.legal_texts) == (("50023499",), ())


@pytest.mark.parametrize(
    ("called", "kind"),
    [
        ("arrêté de création du", "creation"),
        ("arrêté de création :", "creation"),
        ("arrêté modificatif du", "modification"),
        ("arrêté du", "repeal"),
        ("arrêté d'abrogation du", "repeal"),
    ],
)
@pytest.mark.parametrize("lead", ["abrogé à l'issue de la session 2012", "abrogé"])
def test_an_order_in_brackets_behind_a_repeal_may_be_called_another(
    called: str, kind: str, lead: str
) -> None:
    assert kinds(f"<p>Diplôme {lead} ({called} 17 juin 2003)</p>") == {"2003-06-17": kind}


@pytest.mark.parametrize("order", ["{}", "<a href=x.htm>{}</a>"])
def test_lines_of_one_paragraph_go_on_with_what_changes_the_diploma(order: str) -> None:
    changes = [
        f"Arrêté du {day} (NOR : MENE{n}01234A)"
        for day, n in (("3/5/2004", "04"), ("9/3/2011", "11"))
    ]
    lines = "<br>".join(order.format(change) for change in changes)
    first = "<b>Texte :</b> Arrêté du 17/06/2003"
    found = {"2003-06-17": None, "2004-05-03": "modification", "2011-03-09": "modification"}
    assert kinds(f"<p>{first}<br><b>Modifié par :</b> {lines}<br><b>Niveau :</b> 3") == found
    assert kinds(f"<p><b>Créé par :</b> {lines}") == {"2004-05-03": "creation", "2011-03-09": None}


@pytest.mark.parametrize(
    "part", ["l'épreuve facultative", "les annexes II et III", "une unité", "le règlement d'examen"]
)
@pytest.mark.parametrize("verb", ["supprime", "abroge"])
@pytest.mark.parametrize("name", ["de ce diplôme", "du CAP Vannerie"])
def test_the_end_of_a_part_is_not_the_end_of_the_diploma(part: str, verb: str, name: str) -> None:
    record = record_of(f"{CODE}<p>L'arrêté du 9 mars 2011 {verb} {part} {name}.</p>")
    (order,) = record.legal_texts
    assert (order.kind, record.status) == ("modification", "unknown")


def test_the_end_of_the_diploma_is_a_repeal() -> None:
    record = record_of(f"{CODE}<p>L'arrêté du 9 mars 2011 supprime ce diplôme.</p>")
    assert (record.legal_texts[0].kind, record.status) == ("repeal", "repealed")


LISTS = {
    "lines of items": "<ul><li>{}<br>{}</li><li>{}<br>{}</li></ul>",
    "paragraphs": "<p>{}</p><p>{}</p><p>{}</p><p>{}</p>",
    "rows of one cell": "<table><tr><td>{}</td></tr><tr><td>{}</td></tr>"
    "<tr><td>{}</td></tr><tr><td>{}</td></tr></table>",
}


@pytest.mark.parametrize("form", LISTS)
@pytest.mark.parametrize(
    "of", ["", " du CAP Vannerie", " du certificat d’aptitude professionnelle"]
)
def test_what_an_order_does_stands_on_the_line_below_it(form: str, of: str) -> None:
    lines = ("Arrêté du 17 juin 2003", f"Création{of}", "Arrêté du 5 mai 2010", f"Modification{of}")
    assert kinds(LISTS[form].format(*lines)) == {
        "2003-06-17": "creation",
        "2010-05-05": "modification",
    }


def test_lines_above_orders_say_what_the_orders_below_them_do() -> None:
    lines = (
        "Création du CAP Vannerie",
        "Arrêté du 17 juin 2003",
        "Modification du CAP Vannerie",
        "Arrêté du 5 mai 2010",
    )
    assert kinds(LISTS["paragraphs"].format(*lines)) == {
        "2003-06-17": "creation",
        "2010-05-05": "modification",
    }


def test_an_order_that_changed_another_one_creates_nothing() -> None:
    sentence = "L'arrêté instituant ce CAP a été modifié le 12 mai 2014 par un autre arrêté."
    assert kinds(f"<p>{sentence}</p>") == {"2014-05-12": "modification"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Ce CAP doit son existence à l'arrêté du 9 mai 2005.", "creation"),
        ("La spécialité est née d'un arrêté en date du 9 mai 2005.", "creation"),
        ("Le CAP a été instauré par l'arrêté du 9 mai 2005.", "creation"),
        ("Depuis son abrogation, prononcée par l'arrêté du 9 mai 2005, ce CAP a fermé.", "repeal"),
    ],
)
def test_sentences_say_what_an_order_does(sentence: str, kind: str) -> None:
    assert kinds(f"<p>{sentence}</p>") == {"2005-05-09": kind}


def test_all_orders_of_a_list_have_modified_another() -> None:
    sentence = (
        "Les arrêtés des 14 mars et 9 juin 2021 ont modifié l'arrêté du 3 juillet 2018 qui a créé "
        "ce diplôme."
    )
    assert kinds(f"<p>{sentence}</p>") == {
        "2018-07-03": "creation",
        "2021-03-14": "modification",
        "2021-06-09": "modification",
    }


@pytest.mark.parametrize("line", ["Création du CAP « vannerie »", "Création du C.A.P. vannerie",
                                  "Arrêté portant création du CAP Vannerie"])  # fmt: skip
def test_a_notice_of_the_bulletin_says_below_the_office_what_its_order_does(line: str) -> None:
    notice = (
        "<p>NOR : MENE0320679A<br>RLR : 543-1b<br>arrêté du 6 juin 2003 - J.O. du 20-6-2003<br>"
        f"MEN - DGESCO A2-3</p><p>{line}</p>"
    )
    (order,) = record_of(CODE + notice).legal_texts
    assert (order.date, order.kind, order.nor) == ("2003-06-06", "creation", "MENE0320679A")


@pytest.mark.parametrize("sentence", ["L'arrêté du 9 mai 2005 n'a rien changé pour ce diplôme."])
def test_an_order_that_is_said_to_change_nothing_is_none_of_the_diploma(sentence: str) -> None:
    assert kinds(f"<p>{sentence}</p>") == {}


def test_a_sentence_of_a_list_begins_with_the_day_of_its_order() -> None:
    text = (
        "Arrêté du 14/11/1994 : création. 23/08/1998 : arrêté modificatif - JO du 28/08/1998. "
        "Abrogé par arrêté du 08/06/2002."
    )
    assert kinds(f"<p>{text}</p>") == {
        "1994-11-14": "creation",
        "1998-08-23": "modification",
        "2002-06-08": "repeal",
    }
