"""Orders below words that say what they do, orders that repeal, codes and sessions in rows."""

import pytest

from schema.issues import IssueCode
from tests.parsers.extract.pages import ORDER, orders_of, record_of

CREATED, REPEALED = ("2004-05-03", "creation"), ("2020-06-04", "repeal")


@pytest.mark.parametrize("order", ["A. du 3-5-2004. JO du 8-6-2004", "Arrêté du 3 mai 2004"])
@pytest.mark.parametrize(
    ("does", "kind"), [("Création", "creation"), ("Modification", "modification")]
)
@pytest.mark.parametrize(
    "name", ["vannerie", "vannerie - fabrication d'objets en osier, en rotin et en bois - option A"]
)
def test_a_line_above_an_order_says_what_it_does(
    order: str, does: str, kind: str, name: str
) -> None:
    body = f"<h2>Arrêté</h2><p>{does} du CAP {name}<br>{order}<br>NOR : MENE0401234A</p>"
    only = record_of(body, f"<h1>CAP {name}</h1>")
    assert [(t.date, t.kind, t.nor) for t in only.legal_texts] == [
        ("2004-05-03", kind, "MENE0401234A")
    ]


def test_a_line_above_an_order_that_names_another_diploma_is_no_lead() -> None:
    body = f"{ORDER}<p>Création du BTS Bâtiment<br>A. du 4-6-2008. JO du 8-7-2008</p>"
    assert ("2008-06-04", "creation") not in orders_of(body)


@pytest.mark.parametrize("lead", ["Par arrêté du 4 juin 2020, ", "Arrêté du 4 juin 2020 : "])
@pytest.mark.parametrize("made", ["", " portant création du diplôme"])
def test_an_order_repeals_the_one_that_is_repealed_behind_it(lead: str, made: str) -> None:
    only = record_of(f"<p>{lead}l'arrêté du 3 mai 2004{made} est abrogé.</p>")
    assert REPEALED in [(t.date, t.kind) for t in only.legal_texts]
    assert sorted(t.date or "" for t in only.legal_texts) == ["2004-05-03", "2020-06-04"]
    assert only.status == "repealed"


@pytest.mark.parametrize("own", ["Arrêté du 4 juin 2020", "Arrêté du 4 juin 2020 portant création"])
def test_the_repealed_order_of_a_former_version_is_told(own: str) -> None:
    body = f"<p>{own}</p><p>L'arrêté du 3 mai 2004 portant création du CAP Vannerie est abrogé.</p>"
    only = record_of(body)
    assert [text.date for text in only.legal_texts] == ["2020-06-04"]
    assert only.status == "unknown"
    told = {i.field for i in only.issues if i.issue is IssueCode.UNLABELLED_TEXT}
    assert told >= {"legal_texts", "status"}


def test_the_repealed_order_of_the_page_is_its_own() -> None:
    body = (
        "<p>Arrêté du 3 mai 2004 portant création</p><p>Arrêté modificatif du 4 juin 2008</p>"
        "<p>L'arrêté du 3 mai 2004 portant création du CAP Vannerie est abrogé.</p>"
    )
    only = record_of(body)
    assert [text.date for text in only.legal_texts] == ["2004-05-03", "2008-06-04"]


@pytest.mark.parametrize(
    "row", ["<tr><td>{}</td><td>{}</td></tr>", "<tr><th>{}</th><td>{}</td></tr>"]
)
@pytest.mark.parametrize("colon", ["", " :"])
def test_a_date_in_capitals_beside_its_label_is_no_heading(row: str, colon: str) -> None:
    facts = [("CODE", "500-22138 T"), ("NIVEAU", "3"), ("ARRETE", "12 JANVIER 1999"),
             ("ARRETE MODIFICATIF", "29 FEVRIER 2016"), ("PREMIERE SESSION", "2000")]  # fmt: skip
    rows = "".join(row.format(f"{label}{colon}", value) for label, value in facts)
    only = record_of(f"<table>{rows}</table>", "<h1>CAP VANNERIE</h1>")
    assert [text.date for text in only.legal_texts] == ["1999-01-12", "2016-02-29"]
    assert (only.code, only.first_session) == ("50022138", 2000)


@pytest.mark.parametrize("code", ["500-22138 T", "50022138T"])
@pytest.mark.parametrize("form", ["n° {}", "(code {})", "Diplôme n° {}", "Le code est le {}."])
@pytest.mark.parametrize("label", ["Diplôme", "Informations", "Codes et sessions"])
def test_a_code_beside_the_label_of_its_row_is_the_diplomas(
    code: str, form: str, label: str
) -> None:
    cell = f"<td><p>{form.format(code)}</p><p>Niveau 3</p></td>"
    assert record_of(f"{ORDER}<table><tr><th>{label}</th>{cell}</tr></table>").code == "50022138"


def test_the_code_of_a_row_that_another_diploma_heads_is_not_its() -> None:
    rows = "<tr><td>CAP Tonnellerie</td><td>500-23438 V</td></tr>"
    assert record_of(f"{ORDER}<table>{rows}</table>").code is None


@pytest.mark.parametrize("name", ["Lien", "Adresse", "Texte intégral", ""])
@pytest.mark.parametrize("words", ["Texte", "Légifrance", "lire"])
def test_a_column_of_links_is_of_the_orders_beside(name: str, words: str) -> None:
    address = "https://www.legifrance.gouv.fr/eli/arrete/2004/5/3/MENE0401234A/jo/texte"
    table = (
        f"<table><tr><th>Texte</th><th>Objet</th><th>{name}</th></tr><tr><td>Arrêté du 3 mai 2004"
        f"</td><td>Création</td><td><a href='{address}'>{words}</a></td></tr></table>"
    )
    (order,) = record_of(table).legal_texts
    assert (order.date, order.kind, order.nor, order.url) == (*CREATED, "MENE0401234A", address)


@pytest.mark.parametrize(
    "form", ["<p>{} : {}</p>", "<dl><dt>{}</dt><dd>{}</dd></dl>", "<p><b>{} :</b> {}</p>"]
)
def test_a_date_of_effect_is_a_first_session_where_it_names_one(form: str) -> None:
    assert record_of(ORDER + form.format("Date d'effet", "session 2016")).first_session == 2016
    assert (
        record_of(ORDER + form.format("Date d'effet", "1er septembre 2016")).first_session is None
    )


@pytest.mark.parametrize("code", ["500-23438", "50023438"])
def test_the_code_behind_the_former_diploma_is_what_it_replaces(code: str) -> None:
    line = f"Première session : 2019. Dernière session du diplôme précédent ({code}) : 2018."
    only = record_of(f"{ORDER}<p>{line}</p>")
    assert (only.first_session, only.last_session) == (2019, None)
    assert only.replaces == ("50023438",)


@pytest.mark.parametrize("level", [" de niveau 4", ", niveau 3", ""])
def test_the_former_type_in_brackets_is_no_part_of_a_name(level: str) -> None:
    title = f"Certificat de spécialisation (ex mention complémentaire{level}) Vannerie"
    only = record_of(ORDER, f"<h1>{title}</h1>")
    assert (only.title, only.name, only.diploma_type) == (title, "Vannerie", "CS")


def test_a_speciality_of_public_works_is_whole() -> None:
    order = "Arrêté du 3 mai 2004 portant création du CAP conducteur d'engins de travaux publics"
    assert record_of(f"<p>{order}</p>", "<h1>CAP</h1>").name.endswith("travaux publics")


@pytest.mark.parametrize("number", ["BO n° 13 du 23 septembre 2015", "JO du 8 juin 2004"])
def test_a_list_of_changes_goes_on_behind_journals_on_lines_of_their_own(number: str) -> None:
    lines = (
        f"Arrêté du 3 mai 2004<br>{number} modifié par arrêté du 28 août 2015<br>"
        f"{number} et par l'arrêté du 27 décembre 2017<br>{number} et par l'arrêté du 26 mars 2020"
    )
    assert orders_of(f"<p>{lines}</p>") == [
        ("2004-05-03", None),
        ("2015-08-28", "modification"),
        ("2017-12-27", "modification"),
        ("2020-03-26", "modification"),
    ]


def test_a_number_below_an_order_is_its_own_where_a_sentence_names_another_behind_it() -> None:
    only = record_of(
        "<p>Le diplôme est créé par l'arrêté du 3 mai 2004<br>NOR : MENE0401234A. "
        "L'arrêté a été modifié par l'arrêté du 7 octobre 2017.</p>"
    )
    assert [(text.date, text.nor) for text in only.legal_texts] == [
        ("2004-05-03", "MENE0401234A"),
        ("2017-10-07", None),
    ]


@pytest.mark.parametrize("code", ["(500-31218)", "(code 500-31218)", ", 500-31218,"])
def test_the_code_behind_the_diploma_that_it_replaces_is_that_ones(code: str) -> None:
    line = f"La dernière session du diplôme qu'il remplace {code} a eu lieu en 2019."
    only = record_of(f"{ORDER}<p>{line.replace(' ,', ',')}</p>")
    assert (only.replaces, only.code, only.last_session) == (("50031218",), None, None)


@pytest.mark.parametrize("name", ["BIO ANALYSES - BAC", "Bio analyses – BAC", "Bio analyses (BAC)"])
def test_the_change_of_an_order_that_names_the_diploma_without_its_acronym(name: str) -> None:
    order = "Arrêté du 3 mai 2004 portant création du BTS Bio analyses, modifié par l'arrêté du "
    only = record_of(f"<p>{order}4 juin 2008</p>", f"<h1>BTS {name}</h1>")
    assert [(text.date, text.kind) for text in only.legal_texts] == [
        ("2004-05-03", "creation"),
        ("2008-06-04", "modification"),
    ]


@pytest.mark.parametrize("does", ["CREATION", "Création"])
def test_what_an_order_does_in_the_cell_beside_it_is_no_heading(does: str) -> None:
    rows = (
        f"<tr><td>ARRETE DU 12 MARS 2014</td><td>{does}</td></tr>"
        "<tr><td>ARRETE DU 28 AVRIL 2016</td><td>MODIFICATION</td></tr>"
    )
    facts = "<tr><td>NIVEAU</td><td>4</td></tr><tr><td>PREMIERE SESSION</td><td>2016</td></tr>"
    page = f"<h2>TEXTES OFFICIELS</h2><table>{rows}</table><h2>FICHE</h2><table>{facts}</table>"
    assert orders_of(page) == [("2014-03-12", "creation"), ("2016-04-28", "modification")]


def test_the_date_of_effect_of_a_change_is_no_first_session() -> None:
    change = "Arrêté modificatif du 4 juin 2018, date d'effet : session 2020"
    assert record_of(f"{ORDER}<p>{change}</p>").first_session is None


@pytest.mark.parametrize(
    ("heading", "dates"),
    [("Sommaire", ["2004-05-03"]), ("Voir aussi", ["2004-05-03"]), ("Dans la même rubrique", [])],
)
def test_a_table_of_contents_heads_what_the_page_states(heading: str, dates: list[str]) -> None:
    body = f"<p>Code : 500-23437</p><h3>{heading}</h3>{ORDER}<p><a href=a.pdf>Annexe I</a></p>"
    assert [date for date, _ in orders_of(body)] == dates
