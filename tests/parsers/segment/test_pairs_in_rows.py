"""Labels and values that take turns in the rows of a table, or that arrows and dashes join.

All pages are mock-ups.
"""

import pytest

from tests.parsers.extract.pages import record_of

ROWS = (
    ("Secteur", "Métallurgie", "Abréviation", "VAN"),
    ("Date de création", "arrêté du 18 février 2010", "Dernière session d'examen", "2025"),
    ("Référence", "NOR : MENE1001234A", "Niveau", "V"),
)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (0, 1), (1, 0)])
def test_pairs_of_a_row_are_no_names_of_columns(order: tuple[int, ...]) -> None:
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in ROWS[number]) + "</tr>" for number in order
    )
    record = record_of(f"<table>{rows}</table>")
    assert (record.sector, record.acronym, record.last_session) == ("Métallurgie", "VAN", 2025)
    assert [(text.date, text.kind) for text in record.legal_texts] == [("2010-02-18", "creation")]


def test_a_column_called_date_of_creation_holds_the_order_that_creates() -> None:
    body = (
        "<table><tr><th>Niveau</th><th>Date de création</th><th>Sigle</th></tr>"
        "<tr><td>3</td><td>arrêté du 18 février 2010</td><td>VAN</td></tr></table>"
    )
    (order,) = record_of(body).legal_texts
    assert (order.date, order.kind) == ("2010-02-18", "creation")


@pytest.mark.parametrize("mark", ["→", "–", "-", "="])
def test_a_mark_leads_from_a_label_to_its_value(mark: str) -> None:
    facts = {
        "Sigle": "VAN", "Secteur d'activité": "Métallurgie", "CPC": "Industrie",
        "Fiche RNCP": "38649", "Durée": "24 mois", "Dernière session": "session 2025",
    }  # fmt: skip
    lines = "".join(f"<p>{label} {mark} {value}</p>" for label, value in facts.items())
    record = record_of(f"<p>Arrêté du 3 mai 2004</p>{lines}")
    assert (record.acronym, record.sector, record.cpc) == ("VAN", "Métallurgie", "Industrie")
    assert (record.rncp_codes, record.duration_months) == (("RNCP38649",), 24)
    assert record.last_session == 2025
