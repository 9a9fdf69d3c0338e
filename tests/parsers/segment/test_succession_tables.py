"""Rows of a table on a former or a later diploma, with its name and code apart; mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of, records_of

OWN = "<dl><dt>Intitulé</dt><dd>Vannerie</dd><dt>Code</dt><dd>50023438</dd></dl>"
HEADS = (
    "<tr><th></th><th>Intitulé</th><th>Code</th></tr>",
    "<tr><th>Lien<th>Diplôme<th>Code</tr>",
    "",
)


def row(label: str, *cells: str) -> str:
    return f"<tr><td>{label}</td>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("name", ["CAP Vannerie", "CAP Rotinier"])
def test_name_and_code_of_another_diploma_in_cells_of_their_own(head: str, name: str) -> None:
    rows = row("Diplôme remplacé", name, "50023437") + row("Remplacé par", name, "500-23499 S")
    (record,) = records_of(f"{ORDER}{OWN}<table>{head}{rows}</table>")
    assert record.code == "50023438"
    assert (record.replaces, record.replaced_by) == (("50023437",), ("50023499",))


@pytest.mark.parametrize("head", HEADS)
def test_one_row_alone_makes_no_option_of_the_diploma(head: str) -> None:
    table = f"<table>{head}{row('Diplôme remplacé', 'CAP Vannerie', '50023437')}</table>"
    (record,) = records_of(f"{ORDER}{OWN}<h3>Filiation</h3>{table}")
    assert (record.name, record.code, record.replaces) == ("Vannerie", "50023438", ("50023437",))


def test_a_further_label_in_the_row_keeps_its_value() -> None:
    pairs = row("Diplôme remplacé", "CAP Rotinier", "Code", "50023438")
    record = record_of(f"{ORDER}<table>{pairs}{row('Niveau', '3', 'CPC', 'Industrie')}</table>")
    assert (record.code, record.replaces) == ("50023438", ())
