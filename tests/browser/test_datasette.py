"""Datasette as a user meets it: the server of the command, a question, a facet, a row."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page

PORT = 18765


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[str]:
    """`eduscol serve` on the sample version."""
    command = [sys.executable, "-c", "from scraper.cli.main import main; main()"]
    process = subprocess.Popen([*command, "serve", "--data", str(data), "--port", str(PORT)])
    address = f"http://127.0.0.1:{PORT}/"
    for _ in range(150):
        try:
            httpx.get(address, timeout=5)
            break
        except httpx.TransportError:
            assert process.poll() is None, "the server ended"
            time.sleep(0.2)
    yield address
    process.terminate()
    process.wait(timeout=30)


def test_a_question_a_facet_and_a_row(page: Page, server: str) -> None:
    page.goto(f"{server}referentials")
    page.get_by_role("link", name="Quels diplômes mènent à un métier ?").click()
    page.get_by_label("metier").fill("plombière")
    page.locator("input[type=submit]").first.click()
    assert (
        "maintenance des équipements thermiques individuels" in page.locator("table").inner_text()
    )
    page.goto(f"{server}referentials/referentials?_search=%C3%A9lectriciennes")
    assert "bp_elec-45025517" in page.locator("table").first.inner_text()
    page.goto(f"{server}referentials/referentials")
    page.locator(".facet-info-name", has_text="diploma_type").wait_for()
    page.goto(f"{server}referentials/referentials/bp_elec-45025517")
    assert "électricien" in page.locator("table").first.inner_text()
