"""The ten questions of docs/fr/dix-questions.md: pages and spreadsheet answer as SQL does."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page

Sql = Callable[[str], list[tuple[Any, ...]]]
Rows = Callable[[str], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def sql(version: Path) -> Sql:
    """Runs a query on the version's database."""
    database = sqlite3.connect(version / "referentials.db")
    return lambda query: database.execute(query).fetchall()


@pytest.fixture(scope="session")
def rows(version: Path) -> Rows:
    """Reads a sheet of the spreadsheet as rows by heading."""
    book = load_workbook(version / "referentiels.xlsx")

    def read(name: str) -> list[dict[str, Any]]:
        head, *lines = book[name].values
        return [dict(zip(map(str, head), line, strict=True)) for line in lines]

    return read


@pytest.fixture
def start(page: Page, version: Path) -> Page:
    """The start page, opened from its folder."""
    page.goto((version / "site" / "index.html").resolve().as_uri())
    return page


def shown(page: Page) -> set[str]:
    names = [row.get_attribute("data-id") for row in page.locator("#results li").all()]
    return {name for name in names if name}


def test_1_which_diplomas_lead_to_a_trade(start: Page, sql: Sql, rows: Rows) -> None:
    expected = {
        name
        for (name,) in sql("SELECT identifiant FROM v_metiers WHERE metier_feminin = 'plombière'")
    }
    assert len(expected) >= 2
    start.get_by_role("link", name="Métiers", exact=True).click()
    start.get_by_role("link", name="Plombier / plombière").click()
    links = [link.get_attribute("href") or "" for link in start.locator("ul.diplomas a").all()]
    assert {Path(link).stem for link in links} == expected
    sheet = rows("Métiers")
    assert {
        row["Identifiant"] for row in sheet if row["Métier (féminin)"] == "plombière"
    } == expected


def test_2_what_can_be_prepared_after_a_cap(start: Page, sql: Sql, rows: Rows) -> None:
    query = "SELECT identifiant FROM v_acces WHERE {} IN (apres_diplome, apres_type)"
    for name in ("Bac pro", "bac"):
        start.select_option("#f-after", name)
        assert shown(start) == {found for (found,) in sql(query.format(f"'{name}'"))}
    expected = {name for (name,) in sql(query.format("'CAP'"))}
    start.select_option("#f-after", "CAP")
    assert shown(start) == expected
    assert {
        row["Identifiant"]
        for row in rows("Diplômes")
        if "CAP" in (row["Accès : diplômes"] or "").split(" ; ")
    } == expected


def test_3_level_and_duration(start: Page, sql: Sql, rows: Rows) -> None:
    query = "SELECT niveau, duree_mois FROM v_referentiels WHERE sigle = 'METI' AND type = 'CS'"
    assert sql(query) == [(3, 12)]
    start.fill("#q", "METI")
    facts = start.locator("#results li").first.inner_text()
    assert "Niveau 3" in facts
    assert "1 an" in facts
    assert [
        (row["Niveau"], row["Durée (mois)"])
        for row in rows("Diplômes")
        if (row["Sigle"], row["Type"]) == ("METI", "CS")
    ] == [(3, 12)]


def test_4_codes(start: Page, sql: Sql, rows: Rows) -> None:
    query = (
        "SELECT code_scolarite, rncp FROM v_referentiels "
        "WHERE type = 'BP' AND intitule = 'électricien'"
    )
    ((code, rncp),) = sql(query)
    start.fill("#q", "électriciens")
    start.locator("#results a").first.click()
    card = start.locator("aside").inner_text()
    assert code in card
    assert rncp in card
    assert [
        (row["Code scolarité"], row["RNCP"])
        for row in rows("Diplômes")
        if (row["Intitulé"], row["Type"]) == ("électricien", "BP")
    ] == [(code, rncp)]


def test_5_last_sessions(start: Page, sql: Sql, rows: Rows) -> None:
    query = "SELECT identifiant, derniere_session FROM v_dernieres_sessions"
    expected: dict[str, int] = dict(sql(query))
    for name, year in expected.items():
        row = start.locator(f"li[data-id='{name}']").first
        assert f"Dernière session {year}" in row.inner_text()
    assert {
        row["Identifiant"]: row["Dernière session"]
        for row in rows("Diplômes")
        if row["Dernière session"]
    } == expected


def test_6_before_and_after(start: Page, sql: Sql, rows: Rows) -> None:
    query = "SELECT autre_code, etape FROM v_successions WHERE code_scolarite = '01022701'"
    expected = [code for code, _ in sql(query)]
    assert expected == ["01022706", "56122706"]
    start.fill("#q", "01022701")
    start.locator("#results a").first.click()
    line = start.locator("ol.line").inner_text()
    assert all(code in line for code in expected)
    (row,) = [row for row in rows("Diplômes") if row["Code scolarité"] == "01022701"]
    assert row["Remplacé par"].split(" ; ") == [code for code, step in sql(query) if step == 1]


def test_7_type_and_board(start: Page, sql: Sql, rows: Rows) -> None:
    query = (
        "SELECT identifiant FROM v_referentiels "
        "WHERE type = 'Bac pro' AND commission_consultative = 'Industrie'"
    )
    expected = {name for (name,) in sql(query)}
    start.select_option("#f-type", "Bac pro")
    start.select_option("#f-board", "Industrie")
    assert shown(start) == expected
    assert {
        row["Identifiant"]
        for row in rows("Diplômes")
        if (row["Type"], row["Commission (CPC)"]) == ("Bac pro", "Industrie")
    } == expected


def test_8_the_order_that_created_a_diploma(start: Page, sql: Sql, rows: Rows) -> None:
    query = "SELECT texte FROM v_textes WHERE intitule = 'boucher' AND effet = 'création'"
    ((text,),) = sql(query)
    start.fill("#q", "cap boucher")
    start.locator("#results a").first.click()
    assert text in start.locator("section:has(#textes)").inner_text()
    assert [
        row["Texte"]
        for row in rows("Textes")
        if (row["Intitulé"], row["Effet"]) == ("boucher", "création")
    ] == [text]


def test_9_shared_trades(start: Page, sql: Sql, rows: Rows) -> None:
    query = (
        "SELECT DISTINCT b.identifiant FROM v_metiers AS a JOIN v_metiers AS b "
        "ON b.metier_masculin = a.metier_masculin AND b.identifiant <> a.identifiant "
        "WHERE a.code_scolarite = '45025517'"
    )
    expected = {name for (name,) in sql(query)}
    assert expected
    start.fill("#q", "45025517")
    start.locator("#results a").first.click()
    links = [link.get_attribute("href") or "" for link in start.locator(".also a").all()]
    assert {Path(link).stem for link in links} == expected
    sheet = rows("Métiers")
    trades = {row["Métier (masculin)"] for row in sheet if row["Code scolarité"] == "45025517"}
    assert {
        row["Identifiant"]
        for row in sheet
        if row["Métier (masculin)"] in trades and row["Code scolarité"] != "45025517"
    } == expected


def test_10_what_changed(start: Page, sql: Sql, rows: Rows) -> None:
    ((count,),) = sql("SELECT count(DISTINCT identifiant) FROM v_changements")
    start.get_by_role("link", name="Changements").click()
    assert f"{count}\u00a0diplômes" in start.locator("main").inner_text()
    assert len({row["Identifiant"] for row in rows("Changements")}) == count
