"""A real browser on the pages of the sample version, opened from the folder and over HTTP.

Run with `make test-browser`; Chromium is the system's (`EDUSCOL_CHROMIUM`, else /usr/bin/chromium).
"""

import functools
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

FIXTURES = Path(__file__).parents[1] / "fixtures"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update"
).split()


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the sample site, as `make run` makes it."""
    folder = tmp_path_factory.mktemp("browser") / "data"
    command = [sys.executable, "-c", "from scraper.cli.main import main; main()"]
    run = ["run", "--mirror", FIXTURES / "site", "--fiches", FIXTURES / "fiches" / "onisep.xml"]
    subprocess.run([*command, *map(str, run), "--data", str(folder)], check=True, timeout=120)
    return folder


@pytest.fixture(scope="session")
def version(data: Path) -> Path:
    """The folder of the sample version."""
    return data / "published" / "latest"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        path = os.environ.get("EDUSCOL_CHROMIUM", "/usr/bin/chromium")
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def served(version: Path) -> Iterator[str]:
    """The address of the pages on a plain web server."""
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(version / "site"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test on any console error, and on any request but for its own files."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    faults: list[str] = []

    def error(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    def request(asked: Request) -> None:
        if not asked.url.startswith(("file:", "data:", "blob:", "http://127.0.0.1")):
            faults.append(f"loaded {asked.url}")

    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", error)
    page.on("request", request)
    yield page
    page.close()
    assert faults == []
