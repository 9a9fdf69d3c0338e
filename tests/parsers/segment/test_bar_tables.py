"""Tables drawn with bars, and tables whose rows and cells say twice what they are; mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of, records_of, trades_of

ROWS = {
    "Code": "500-23438 S",
    "CPC": "Industrie",
    "Durée": "2 ans",
    "1re session": "2018",
    "Dernière session": "2025",
    "Remplacé par le": "500-23499 S",
}
FACTS = ("50023438", "Industrie", 24, 2018, 2025, ("50023499",))


def facts(table: str) -> tuple[object, ...]:
    record = record_of(f"{ORDER}{table}")
    sessions = (record.first_session, record.last_session)
    return (record.code, record.cpc, record.duration_months, *sessions, record.replaced_by)


@pytest.mark.parametrize("head", ["", "|  |  |\n|---|---|\n", "| Fiche | CAP |\n|:---|:---|\n"])
def test_a_table_of_markdown_in_the_text_of_a_page_is_read(head: str) -> None:
    rows = "\n".join(f"| {label} | {value} |" for label, value in ROWS.items())
    assert facts(f"<pre>{head}{rows}</pre>") == FACTS
    assert facts("<p>" + f"{head}{rows}".replace("\n", "<br>") + "</p>") == FACTS


@pytest.mark.parametrize("rule", ["+-----+-----+", "+=====+=====+", "|-----|-----|"])
def test_a_box_of_characters_is_read(rule: str) -> None:
    rows = [f"| {label:<20} | {value:<15} |" for label, value in ROWS.items()]
    assert facts(f"<pre>{rule}\n" + f"\n{rule}\n".join(rows) + f"\n{rule}</pre>") == FACTS


def test_links_in_a_drawn_table_stay_links() -> None:
    rows = "| Annexe I | <a href=a.pdf>PDF</a> |\n| Annexe II | <a href=b.pdf>PDF</a> |"
    record = record_of(f"{ORDER}<h2>Documents</h2><pre>{rows}</pre>")
    files = [(each.url.rpartition("/")[2], each.title) for each in record.documents]
    assert files == [("a.pdf", "Annexe I"), ("b.pdf", "Annexe II")]


@pytest.mark.parametrize("name", ["header", "entete", "bandeau"])
def test_a_row_of_names_is_no_header_of_the_page(name: str) -> None:
    rows = "<tr><td>50023438</td><td>3</td></tr>"
    table = f"<table><tr class={name}><th>Code</th><th>Niveau</th></tr>{rows}</table>"
    assert record_of(ORDER + table).code == "50023438"
    banner = f"<table><tr class={name}><td><a href=/>CAP</a></td><td>Accueil</td></tr></table>"
    assert "Accueil" not in str(record_of(ORDER + banner).issues)


def test_a_label_beside_rows_of_trades_heads_all_of_them() -> None:
    rows = "<tr><th rowspan=3>Métiers</th><td>étalagiste</td></tr>"
    rows += "<tr><td>vannier</td></tr><tr><td>rotinier</td></tr>"
    assert trades_of(f"{ORDER}<table>{rows}</table>") == ["étalagiste", "vannier", "rotinier"]


def test_formats_below_one_name_of_columns_name_no_file() -> None:
    row = "<tr><td>Règlement</td><td><a href=a.pdf>PDF</a></td><td><a href=a.odt>ODT</a></td></tr>"
    head = "<tr><th>Document</th><th colspan=2>Formats</th></tr>"
    record = record_of(f"{ORDER}<h2>Annexes</h2><table>{head}{row}</table>")
    assert {each.title for each in record.documents} == {"Règlement"}


@pytest.mark.parametrize("mark", ["", " :"])
def test_cells_may_begin_with_the_names_of_their_columns(mark: str) -> None:
    names = ("Option", "Code")
    head = "".join(f"<th>{name}</th>" for name in names)
    rows = "".join(
        "<tr>"
        + "".join(f"<td><span>{n}{mark}</span> {v}</td>" for n, v in zip(names, row, strict=True))
        + "</tr>"
        for row in (("Option A : osier", "50023438"), ("Option B : rotin", "50023439"))
    )
    records = records_of(f"{ORDER}<table><tr>{head}</tr>{rows}</table>")
    found = [(record.name, record.code) for record in records]
    assert found == [
        ("Vannerie option A osier", "50023438"), ("Vannerie option B rotin", "50023439")
    ]  # fmt: skip


@pytest.mark.parametrize("between", ["<br>", " ", "</p><p>"])
def test_a_name_and_a_code_in_a_cell_of_the_former_diploma_are_one_value(between: str) -> None:
    cells = "".join(f"<td><p>CAP Vannerie{between}{c}</p></td>" for c in ("50023437", "50023438"))
    table = "<table><tr><th>Ancien diplôme</th><th>Nouveau diplôme</th></tr>"
    record = record_of(f"{ORDER}<p>Code : 50023438</p>{table}<tr>{cells}</tr></table>")
    assert (record.code, record.replaces) == ("50023438", ("50023437",))
