"""Tables of facts and orders, as offices draw them. All pages are mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, orders_of, record_of, records_of

FIRST, SECOND = ("2004-05-03", "creation"), ("2008-06-05", "modification")
ROWS = (("3 mai 2004", "MENE0401234A", "Création"), ("5 juin 2008", "MENE0801234A", "Modification"))


def _cells(words: tuple[str, ...], names: str = "") -> str:
    return f'<div class="{names}">' + "".join(f"<div>{each}</div>" for each in words) + "</div>"


@pytest.mark.parametrize("names", ["row entete", "ligne-titres", "thead"])
def test_rows_of_elements_below_names_are_a_table(names: str) -> None:
    head = _cells(("Date", "NOR", "Objet"), names)
    assert orders_of(f"<div>{head}{''.join(map(_cells, ROWS))}</div>") == [FIRST, SECOND]


def test_rows_of_unequal_length_are_no_table() -> None:
    head, rows = _cells(("Date", "NOR", "Objet"), "entete"), [_cells(ROWS[0]), _cells(("Fin",))]
    body = f"<h2>Arrêtés</h2><div>{head}{''.join(rows)}</div>"
    assert orders_of(body) == [("2004-05-03", None)]


def test_values_in_cells_of_headers() -> None:
    rows = "<tr><th>Code</th><th>500-24324</th></tr><tr><th>CPC</th><th>Artisanat d'art</th></tr>"
    record = record_of(f"{ORDER}<table>{rows}</table>")
    assert (record.code, record.cpc) == ("50024324", "Artisanat d'art")


def test_names_of_columns_without_rows_have_no_values() -> None:
    record = record_of(f"{ORDER}<table><tr><th>CPC</th><th>Secteur</th></tr></table>")
    assert (record.cpc, record.sector) == (None, None)


@pytest.mark.parametrize("mark", [":", "|", "»", "›", "→", "►"])
def test_a_mark_in_a_cell_between_label_and_value(mark: str) -> None:
    rows = (("Code", "500-24324"), ("CPC", "Artisanat d'art"))
    cells = (f"<tr><td>{a}</td><td>{mark}</td><td>{b}</td></tr>" for a, b in rows)
    record = record_of(f"{ORDER}<table>{''.join(cells)}</table>")
    assert (record.code, record.cpc) == ("50024324", "Artisanat d'art")


@pytest.mark.parametrize("date", ["Date", "Date de l'arrêté"])
@pytest.mark.parametrize("other", ["NOR", "JO"])
def test_a_column_of_links_beside_those_of_orders(date: str, other: str) -> None:
    value = "MENE0401234A" if other == "NOR" else "9 mai 2004"
    link = '<a href="https://www.legifrance.gouv.fr/x">Texte</a>'
    head = f"<tr><th>{date}</th><th>{other}</th><th>Accès</th></tr>"
    row = f"<tr><td>3 mai 2004</td><td>{value}</td><td>{link}</td></tr>"
    record = record_of(f"<h2>Arrêtés</h2><table>{head}{row}</table>")
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]
    assert (record.access, [each.field for each in record.issues if each.field == "access"]) == (
        None,
        ["access"],  # missing
    )


def test_a_column_of_a_text_beside_those_of_orders() -> None:
    head = "<tr><th>Date</th><th>NOR</th><th>Accès</th></tr>"
    row = "<tr><td>3 mai 2004</td><td>MENE0401234A</td><td>Après la troisième.</td></tr>"
    assert record_of(f"{ORDER}<table>{head}{row}</table>").access == "Après la troisième."


def test_bands_say_what_the_orders_below_them_do() -> None:
    bands = ("Création", ROWS[0]), ("Modification", ROWS[1])
    rows = (
        f"<tr><th colspan=3>{band}</th></tr><tr><td>Arrêté du {row[0]}</td><td>JO</td>"
        f"<td>{row[1]}</td></tr>"
        for band, row in bands
    )
    head = "<tr><th>Texte</th><th>Publication</th><th>NOR</th></tr>"
    assert orders_of(f"<table>{head}{''.join(rows)}</table>") == [FIRST, SECOND]


def test_labels_above_their_values_in_one_column() -> None:
    rows = (("Niveau", "niveau V"), ("CPC", "Artisanat d'art"), ("Code", "500-24324"))
    table = "".join(f"<tr><th>{a}</th></tr><tr><td>{b}</td></tr>" for a, b in rows)
    record = record_of(f"{ORDER}<table>{table}</table>")
    assert (record.level, record.cpc, record.code) == (3, "Artisanat d'art", "50024324")


def test_cards_of_a_value_and_its_label_below() -> None:
    cards: tuple[tuple[str, str], ...] = (
        ("n° 38726", "Référence RNCP"),
        ("CPC Artisanat d'art", "Commission professionnelle consultative (CPC)"),
        ("50024324", "Code formation-diplôme"),
    )
    cards = (*cards, ("néant", "Sigle"), ("MF", "Observations"))
    cards = (*cards, ("Vannerie", "Spécialité"), ("juin 2006", "1re session"))
    body = "".join(f"<div><p>{value}</p><p>{label}</p></div>" for value, label in cards)
    record = record_of(f"{ORDER}<div>{body}</div>")
    assert record.rncp_codes == ("RNCP38726",)
    assert (record.cpc, record.code) == ("Artisanat d'art", "50024324")
    assert (record.acronym, record.first_session) == (None, 2006)


def test_cards_of_a_label_and_its_value_below() -> None:
    cards = (("Code", "50024324"), ("CPC", "Artisanat d'art"), ("Sigle", "néant"))
    body = "".join(f"<div><p>{label}</p><p>{value}</p></div>" for label, value in cards)
    record = record_of(f"{ORDER}<div>{body}</div>")
    assert (record.cpc, record.code) == ("Artisanat d'art", "50024324")


@pytest.mark.parametrize(
    "head",
    [
        "Autres diplômes de la même commission",
        "Diplômes voisins",
        "Autres spécialités du secteur",
        "Dans la même filière",
    ],
)
def test_a_table_of_neighbours_is_no_list_of_diplomas(head: str) -> None:
    names = (("CAP Boucher", "500-22102"), ("CAP Charpentier", "500-23401"))
    rows = "".join(f'<tr><td><a href="x">{a}</a></td><td>{b}</td></tr>' for a, b in names)
    table = f"<h2>{head}</h2><table><tr><th>Diplôme</th><th>Code</th></tr>{rows}</table>"
    record = record_of(ORDER + table)
    assert (record.name, record.code) == ("Vannerie", None)
    told = [each.value for each in record.issues if each.field == "code" and each.value]
    assert [value[-9:] for value in told] == ["500-22102", "500-23401"]


COLUMNS = (
    ("", "Création", "Modification"),
    ("Arrêté du", "3 mai 2004", "5 juin 2008"),
    ("NOR", "MENE0401234A", "MENE0801234A"),
    ("JO du", "9 mai 2004", "12 juin 2008"),
)


@pytest.mark.parametrize("lead", ["", "Arrêté du "])
@pytest.mark.parametrize("count", [1, 2])
def test_columns_that_are_orders(count: int, lead: str) -> None:
    rows = (
        f"<th>{row[0]}</th>" + "".join(f"<td>{c}</td>" for c in row[1:][:count]) for row in COLUMNS
    )
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    table = table.replace("<td>3 mai", f"<td>{lead}3 mai").replace(
        "<td>5 juin", f"<td>{lead}5 juin"
    )
    record = record_of(f"<h2>Textes</h2><table>{table}</table>")
    assert "arrêté du Arrêté" not in record.legal_texts[0].title
    found = [(text.date, text.kind, text.nor) for text in record.legal_texts]
    assert found == [(*FIRST, "MENE0401234A"), (*SECOND, "MENE0801234A")][:count]
    assert not [each for each in record.issues if each.field == "legal_texts"]


def test_a_table_with_a_further_row_has_no_columns_of_orders() -> None:
    rows = (*COLUMNS[:2], ("Épreuves", "EP1", "EP2"))
    table = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    record = record_of(f"<h2>Textes</h2><table>{table}</table>")
    assert not any(text.title.startswith("Création : ") for text in record.legal_texts)


def test_rows_of_names_and_of_values_take_turns() -> None:
    rows = (
        ("Code", "CPC"),
        ("500-24324", "Artisanat d'art"),
        ("Version", "Durée"),
        ("1.4", "2 ans"),
    )
    table = "".join(
        "<tr>" + "".join(f"<{tag}>{c}</{tag}>" for c in row) + "</tr>"
        for row, tag in zip(rows, ("th", "td") * 2, strict=True)
    )
    record = record_of(f"{ORDER}<table>{table}</table>")
    assert (record.code, record.cpc, record.duration_months) == ("50024324", "Artisanat d'art", 24)


def test_groups_of_columns_above_their_names() -> None:
    groups = '<tr><th colspan="2">Diplôme</th><th colspan="2">Références</th></tr>'
    names = "<tr><th>Code du diplôme</th><th>Durée</th><th>Code RNCP</th><th>Observations</th></tr>"
    values = "<tr><td>50024324</td><td>2 ans</td><td>38000</td><td>--</td></tr>"
    record = record_of(f"{ORDER}<table>{groups}{names}{values}</table>")
    assert (record.code, record.duration_months) == ("50024324", 24)
    assert record.rncp_codes == ("RNCP38000",)


def test_a_group_of_one_column_is_no_value() -> None:
    groups = "<tr><th>Diplôme</th><th>Références</th></tr>"
    names = "<tr><th>Remplace le</th><th>Observations</th></tr>"
    table = f"<table>{groups}{names}<tr><td>50024323</td><td></td></tr></table>"
    record = record_of(ORDER + table, "<h1>CAP</h1><h2>Vannerie</h2>")
    assert (record.name, record.replaces, record.code) == ("Vannerie", ("50024323",), None)


@pytest.mark.parametrize("head", ["Textes", "Historique des textes"])
def test_a_band_in_the_first_row_says_what_the_order_below_it_does(head: str) -> None:
    rows = (
        f"<tr><th colspan=3>{kind}</th></tr><tr><td>Arrêté du {date}</td><td>JO</td>"
        f"<td>{nor}</td></tr>"
        for date, nor, kind in ROWS
    )
    table = f"<table><caption>{head}</caption>{''.join(rows)}</table>"
    assert orders_of(table) == [FIRST, SECOND]


@pytest.mark.parametrize("verb", ["modifie", "complète"])
@pytest.mark.parametrize(
    "text", ["{} - {} - {}", "<table><tr><td>{}</td><td>{}</td><td>{}</td></tr></table>"]
)
def test_an_order_that_another_one_acts_on_has_not_its_number(verb: str, text: str) -> None:
    line = text.format("Arrêté du 5 juin 2008", f"{verb} l'arrêté du 3 mai 2004", "MENE0801234A")
    record = record_of(f"{ORDER}<p>{line}</p>" if "<" not in line else ORDER + line)
    assert [(each.date, each.nor) for each in record.legal_texts] == [
        ("2004-05-03", None),
        ("2008-06-05", "MENE0801234A"),
    ]


def test_a_column_of_links_beside_names_of_files() -> None:
    head = "<tr><th>Texte ou document</th><th>Accès</th></tr>"
    row = '<tr><td>Annexe I</td><td><a href="x/a1.pdf">Fichier</a></td></tr>'
    record = record_of(
        f"{ORDER}<table>{head}{row}{row.replace('I<', 'II<').replace('a1', 'a2')}</table>"
    )
    assert (record.access, len(record.documents)) == (None, 2)


@pytest.mark.parametrize(
    "lead", ["Il y a lieu de tenir compte des modifications apportées par", "Modifié depuis"]
)
def test_all_orders_of_a_list_behind_a_colon_change_the_diploma(lead: str) -> None:
    third = ("2010-05-07", "modification")
    line = f"{lead} : arrêté du 5 juin 2008 (JO du 9 juin 2008) ; arrêté du 7 mai 2010."
    created = "<p>Arrêté du 3 mai 2004 portant création</p>"
    assert orders_of(f"{created}<p>{line}</p>") == [FIRST, SECOND, third]


def test_shortened_words_of_orders_behind_what_they_did() -> None:
    lines = "Créé A. <a href='a.htm'>3.5.2004</a>.<br>Modifié A. 5-6-2008.<br>1re session 2006."
    assert orders_of(f"<p>{lines}</p>") == [FIRST, SECOND]


@pytest.mark.parametrize("empty", ["", "<b> </b>", "&nbsp;"])
def test_a_row_without_a_label_goes_on_with_the_row_above(empty: str) -> None:
    first = (("Dernière session", "2019"), ("Prédécesseurs", "500-25918"))
    rows = (*first, (empty, "500-26211"), ("RNCP", "37244"))
    table = "".join(f"<tr><td><b>{a}</b></td><td>{b}</td></tr>" for a, b in rows)
    record = record_of(f"{ORDER}<table>{table}</table>")
    assert (record.code, record.replaces) == (None, ("50025918", "50026211"))
    assert record.rncp_codes == ("RNCP37244",)


def test_cards_of_which_a_value_says_more() -> None:
    cards = (
        ("50024324", "Code"),
        ("2019", "Première session d'examen"),
        ("2025", "Dernière session"),
        ("450-23209 M (dernière session 2018)", "Se substitue à"),
    )
    body = "".join(f"<div><p>{value}</p><p>{label}</p></div>" for value, label in cards)
    record = record_of(f"{ORDER}<div>{body}</div>")
    assert (record.code, record.first_session, record.last_session) == ("50024324", 2019, 2025)


def test_a_list_of_neighbours_is_no_list_of_diplomas() -> None:
    names = ("Boucher", "Fleuriste", "Charpentier bois", "Vitrier")
    items = "".join(
        f"<li><a href='{n}.html'>CAP {n}</a> (500-2210{i})</li>" for i, n in enumerate(names)
    )
    body = f"{ORDER}<h2>Autres diplômes de la même commission</h2><ul>{items}</ul>"
    record = record_of(body)
    assert (record.name, record.code) == ("Vannerie", None)


def test_an_annexed_text_names_the_order_that_makes_the_diploma() -> None:
    line = (
        "Les candidats sont évalués selon le référentiel annexé à l'arrêté du 3 mai 2004 "
        "(NOR MENE0401234A) portant création de ce diplôme, modifié par l'arrêté du 5 juin 2008."
    )
    assert orders_of(f"<p>{line}</p>") == [FIRST, SECOND]


def test_cards_of_which_no_value_tells_its_label() -> None:
    cards = (("Artisanat d'art", "CPC"), ("Bois", "Secteur"), ("VAN", "Sigle"))
    body = "".join(f"<div><p>{value}</p><p>{label}</p></div>" for value, label in cards)
    record = record_of(f"{ORDER}<div>{body}</div>")
    assert (record.cpc, record.sector) == ("Artisanat d'art", "Bois")


def test_labels_and_values_in_one_element_are_no_cards() -> None:
    lines = ("Sigle", "VAN", "CPC", "Artisanat d'art", "Secteur", "Bois", "Intitulé", "Vannerie")
    record = record_of(f"{ORDER}<div>{''.join(f'<p>{line}</p>' for line in lines)}</div>")
    assert (record.cpc, record.sector) == ("Artisanat d'art", "Bois")


def test_columns_without_days_are_no_orders() -> None:
    table = "".join(
        "<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>"
        for row in (COLUMNS[0], *COLUMNS[2:])
    )
    record = record_of(f"{ORDER}<table>{table}</table>")
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]


def test_labels_above_their_values_where_one_is_empty() -> None:
    first = (("Durée", "deux ans"), ("Code", "500-24324"))
    rows = (*first, ("Dernière session", "&nbsp;"), ("Numéro RNCP", "36338"))
    table = "".join(f"<tr><th>{a}</th></tr><tr><td>{b}</td></tr>" for a, b in rows)
    record = record_of(f"{ORDER}<table><caption>Le diplôme</caption>{table}</table>")
    assert (record.duration_months, record.code) == (24, "50024324")
    assert (record.last_session, record.rncp_codes) == (None, ("RNCP36338",))


@pytest.mark.parametrize("last", ["", '<tr><td>Texte</td><td><a href="x">Voir</a></td></tr>'])
def test_a_table_of_the_fields_of_one_order(last: str) -> None:
    rows = (("Date", "3 mai 2004"), ("NOR", "MENE0401234A"), ("JO", "9 mai 2004"))
    cells = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    head = '<tr><th colspan="2">Arrêté de création</th></tr>'
    record = record_of(f"<table>{head}{cells}{last}</table>")
    found = [(text.date, text.kind, text.nor) for text in record.legal_texts]
    assert found == [(*FIRST, "MENE0401234A")]


def test_a_table_of_sections_below_bands() -> None:
    sections = (
        ("Options", "<ul><li>Option A - Osier</li><li>Option B - Rotin</li></ul>"),
        ("Le diplôme", "<p>Remplace le n° 500-31214.</p><p><b>Code</b></p><p>50024324</p>"),
        ("Textes", "<p>Arrêté du 3 mai 2004</p>"),
    )
    rows = (
        f"<tr><th colspan=2>{head}</th></tr><tr><td colspan=2>{text}</td></tr>"
        for head, text in sections
    )
    records = records_of(f"<table>{''.join(rows)}</table>", "<h1>CAP Vannerie</h1>")
    assert [record.title for record in records] == [
        "CAP Vannerie option A Osier",
        "CAP Vannerie option B Rotin",
    ]
    assert {record.replaces for record in records} == {("50031214",)}


@pytest.mark.parametrize("nature", ["Circulaire", "Note de service", "Code de l'éducation", "Loi"])
def test_a_text_of_another_kind_in_a_table_is_no_order(nature: str) -> None:
    head = "<tr><th>Nature</th><th>Référence</th><th>Objet</th></tr>"
    rows = "<tr><td>Arrêté</td><td>3 mai 2004</td><td>Création du diplôme</td></tr>"
    rows += f"<tr><td>{nature}</td><td>n° 2000-95 du 26 juin 2000</td><td>Stages</td></tr>"
    record = record_of(f"<h2>Textes</h2><table>{head}{rows}</table><p>Code : 50023438</p>")
    assert [(text.date, text.kind) for text in record.legal_texts] == [("2004-05-03", "creation")]
    assert any("26 juin 2000" in (issue.value or "") for issue in record.issues)


@pytest.mark.parametrize("heading", ["Sessions", "Sessions d'examen"])
@pytest.mark.parametrize("year", ["{}", "session {}", "session de {}", "juin {}", "depuis {}"])
def test_the_years_of_sessions_stand_below_the_first_and_the_last(heading: str, year: str) -> None:
    head = "<tr><th>Première</th><th>Dernière</th></tr>"
    row = f"<tr><td>{year.format(2016)}</td><td>2025</td></tr>"
    record = record_of(f"{ORDER}<h3>{heading}</h3><table>{head}{row}</table>")
    assert (record.first_session, record.last_session) == (2016, 2025)
