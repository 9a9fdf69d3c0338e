"""The static pages in a browser: what a counsellor does, at both widths, by keyboard, for axe."""

import csv
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from output.versions.search import search
from schema.stems import stem
from schema.text import fold

PAGES = [
    "index.html",
    "metiers.html",
    "reperes.html",
    "changements.html",
    "sources.html",
    "diplomes/mc3_meti-56122706.html",
    "diplomes/bp_gouvernante-45033404.html",
    "metiers/plombier.html",
]


@pytest.fixture
def start(page: Page, version: Path) -> Page:
    """The start page, opened from its folder."""
    page.goto((version / "site" / "index.html").resolve().as_uri())
    return page


@pytest.fixture(scope="module")
def count(version: Path) -> int:
    """The number of diplomas, by SQL."""
    database = sqlite3.connect(version / "referentials.db")
    return int(database.execute("SELECT count(*) FROM referentials").fetchone()[0])


def titles(page: Page) -> list[str]:
    return page.locator("#results li > a").all_inner_texts()


def sql(version: Path, query: str) -> list[tuple[Any, ...]]:
    return sqlite3.connect(version / "referentials.db").execute(query).fetchall()


def ids(page: Page) -> list[str]:
    rows = page.locator("#results li").all()
    return [row.get_attribute("data-id") or "" for row in rows]


@pytest.mark.parametrize("query", ["électricienne", "electriciens", "ÉLECTRICIENNES"])
def test_accents_plural_and_feminine_find_the_same(start: Page, query: str) -> None:
    start.fill("#q", query)
    assert titles(start)[0] == "Électricien"
    assert "Métiers de l'électricité et de ses environnements connectés" in titles(start)


@pytest.mark.parametrize(
    "query",
    ["plombières", "METI", "400-25303 M", "01022706", "RNCP37919", "boulangère", "aide à domicile",
     "cap cuisine", "coiffeuses", "mention complémentaire", "elec", "cap bou", "38880", "255",
     "Code RNCP : 38880", "bac pro cuisine", "C.A.P. cuisine", "bac", "option A",
     "métiers du son", "plombier/ère", "serrurier/ère", "technicien(ne)", "électricien/ne",
     "gardien·ne"],
)  # fmt: skip
def test_the_pages_find_what_the_command_finds(start: Page, version: Path, query: str) -> None:
    result = {hit.id for hit in search(version, query)}
    assert set(start.evaluate("query => rechercher(query)", query)) == result


def test_the_stems_are_those_of_the_database(start: Page, version: Path) -> None:
    rows = sqlite3.connect(version / "referentials.db").execute(
        "SELECT name || ' ' || coalesce(description, '') || ' ' || coalesce(access, '') "
        "FROM referentials UNION ALL SELECT masculine || ' ' || feminine FROM trades"
    )
    words = sorted({word for (text,) in rows for word in fold(text).split()})
    assert len(words) > 500
    stems = start.evaluate("words => words.map(radical)", words)
    assert dict(zip(words, stems, strict=True)) == {word: stem(word) for word in words}


def test_a_misspelt_word_leads_to_the_right_one(start: Page) -> None:
    start.fill("#q", "elcetricien")
    assert "Aucun diplôme" in start.inner_text("#status")
    start.get_by_role("button", name="électricien", exact=True).click()
    assert titles(start)[0] == "Électricien"


def test_a_word_of_the_same_family_is_suggested(start: Page) -> None:
    start.fill("#q", "cuisinothérapie")
    assert "Aucun diplôme" in start.inner_text("#status")
    assert "cuisine" in start.locator("#suggestions button").all_inner_texts()


def test_filters_narrow_and_reset(start: Page, version: Path, count: int) -> None:
    start.select_option("#f-type", "Bac pro")
    start.select_option("#f-board", "Industrie")
    expected = sql(
        version,
        "SELECT identifiant FROM v_referentiels WHERE type = 'Bac pro' "
        "AND commission_consultative = 'Industrie'",
    )
    assert set(ids(start)) == {name for (name,) in expected}
    start.fill("#q", "électricité")
    assert ids(start)[0] == "indexdbe3-40025520"
    start.get_by_role("button", name="Tout effacer").click()
    start.wait_for_function("!document.getElementById('all').hidden")
    assert start.locator("#all li[data-id]").count() == count


def test_the_list_is_exported_for_a_french_spreadsheet(start: Page, tmp_path: Path) -> None:
    start.fill("#q", "plombière")
    with start.expect_download() as download:
        start.get_by_role("button", name="Exporter").click()
    download.value.save_as(tmp_path / "diplomes.csv")
    with (tmp_path / "diplomes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    by_code = {row["Code scolarité"]: row for row in rows}
    assert by_code.keys() == {'="01022701"', '="56122706"'}
    former = by_code['="01022701"']
    assert [former[name] for name in ("État", "Remplacé par", "Identifiant")] == [
        "abrogé", '="01022706"', "mc_meti-01022701",
    ]  # fmt: skip


def test_repealed_diplomas_can_be_asked_for(start: Page, version: Path) -> None:
    start.select_option("#f-state", "abrogé")
    expected = sql(version, "SELECT identifiant FROM v_referentiels WHERE etat = 'abrogé'")
    assert set(ids(start)) == {name for (name,) in expected} != set()


def test_one_goes_from_a_diploma_to_a_trade_and_on_to_another_diploma(start: Page) -> None:
    start.fill("#q", "METI 56122706")
    start.get_by_role("link", name="Maintenance des équipements thermiques").first.click()
    assert start.locator("h1").inner_text() == "Maintenance des équipements thermiques individuels"
    assert "56122706" in start.locator("dl").inner_text()
    start.get_by_role("link", name="Plombier / plombière").click()
    assert start.locator("h1").inner_text() == "Plombier / plombière"
    start.locator("ul.diplomas a").nth(1).click()
    assert start.locator("h1").inner_text() == "Maintenance des équipements thermiques individuels"


def test_the_source_of_a_value_is_shown_on_demand(page: Page, served: str) -> None:
    page.goto(f"{served}diplomes/mc3_meti-56122706.html")
    page.get_by_text("La source de chaque valeur").click()
    assert "Code scolarité" in page.locator("details table").inner_text()


def test_a_plot_has_the_numbers_of_its_table(page: Page, served: str, count: int) -> None:
    page.goto(f"{served}reperes.html")
    totals = page.locator("section:has(#types) .total").all_text_contents()
    page.locator("section:has(#types) summary").click()
    rows = page.locator("section:has(#types) tbody tr").all()
    sums = [sum(map(int, row.locator("td").all_inner_texts())) for row in rows]
    assert list(map(int, totals)) == sums
    assert sum(sums) == count


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, served: str, path: str) -> None:
    page.goto(served + path)
    for details in page.locator("details").all():
        details.evaluate("one => { one.open = true; }")
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_screen(page: Page, version: Path, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((version / "site" / path).resolve().as_uri())
    for details in page.locator("details").all():
        details.evaluate("one => { one.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_search_results_and_content(start: Page) -> None:
    start.keyboard.press("Tab")
    assert start.evaluate("document.activeElement.className") == "skip"
    start.keyboard.press("Enter")
    assert start.evaluate("document.activeElement.id") == "contenu"
    start.keyboard.press("Tab")
    assert start.evaluate("document.activeElement.id") == "q"
    start.keyboard.type("boulanger")
    for _ in range(30):
        start.keyboard.press("Tab")
        if start.evaluate("document.activeElement.closest('#results') !== null"):
            break
    start.keyboard.press("Enter")
    start.wait_for_load_state()
    assert start.locator("h1").inner_text() == "Boulanger"


@pytest.mark.parametrize("path", PAGES)
def test_pages_have_landmarks_and_work_without_scripts(
    browser: Browser, version: Path, path: str, count: int
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((version / "site" / path).resolve().as_uri())
    for role in ("banner", "navigation", "main", "contentinfo"):
        assert page.get_by_role(role).first.is_visible()
    assert page.locator("h1").count() == 1
    if path == "index.html":
        assert page.locator("#all li[data-id]").count() == count
        assert not page.locator("#search").is_visible()
        assert page.get_by_text("demandent JavaScript").is_visible()
    context.close()
