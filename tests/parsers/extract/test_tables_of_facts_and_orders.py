"""Tables of facts and orders, as offices draw them. All pages are mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, orders_of, record_of

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
    cards = (
        ("n° 38726", "Référence RNCP"),
        ("CPC Artisanat d'art", "Commission professionnelle consultative (CPC)"),
        ("50024324", "Code formation-diplôme"),
    )
    body = "".join(f"<div><p>{value}</p><p>{label}</p></div>" for value, label in cards)
    record = record_of(f"{ORDER}<div>{body}</div>")
    assert record.rncp_codes == ("RNCP38726",)
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
