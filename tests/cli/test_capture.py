"""`eduscol capture`: a page on loopback becomes a fixture; reviewed captures are tests."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from schema.lexicon import Lexicon
from scraper.cli.capture import as_read, load
from tests.cli.test_local_verbs import FIXTURES
from tests.faults.server import Exchange, FaultServer, serving
from tests.support.command import eduscol

METI = FIXTURES / "site/eduscol.education.fr/referentiels-professionnels/MC3_METI.html"
CAPTURED = FIXTURES / "captured"


@pytest.fixture
def server() -> Iterator[FaultServer]:
    def page(x: Exchange) -> None:
        x.answer(200, METI.read_bytes(), "Content-Type: text/html; charset=utf-8", "X-Made-By: us")

    with serving({"/MC3_METI.html": page}) as server:
        yield server


def test_a_page_becomes_a_fixture_to_be_reviewed(server: FaultServer, tmp_path: Path) -> None:
    arguments = (
        "capture", server.url("/MC3_METI.html"), "--folder", tmp_path, "--contact",
        "you@example.org", "--allow-host", server.host,
    )  # fmt: skip
    done = eduscol(*arguments)
    assert done.returncode == 0, done.stderr.decode()
    folder = tmp_path / "mc3_meti"
    document, expected, meta = load(folder)
    assert document.body == METI.read_bytes()
    assert expected["records"][0]["code"] == "56122706"
    assert expected == as_read(document, Lexicon.packaged())
    assert meta["url"] == server.url("/MC3_METI.html")
    assert (meta["reviewed_by"], meta["reviewed_on"]) == (None, None)
    assert ["x-made-by", "us"] in [[k.lower(), v] for k, v in json.loads(
        (folder / "headers.json").read_text("utf-8")
    )]  # fmt: skip
    again = eduscol(*arguments)
    assert again.returncode == 2
    assert "captured before" in again.stderr.decode()
    assert load(folder)[2] == meta


@pytest.mark.parametrize(
    ("url", "contact", "code", "message"),
    [
        ("https://example.org/page.html", "you@example.org", 2, "--allow-host"),
        ("{site}/MC3_METI.html", "", 2, "--contact"),
        ("{site}/missing.html", "you@example.org", 2, "404"),
    ],
)
def test_what_cannot_be_captured(
    server: FaultServer, tmp_path: Path, url: str, contact: str, code: int, message: str
) -> None:
    done = eduscol(
        "capture", url.replace("{site}", server.url("").rstrip("/")), "--folder", tmp_path,
        "--contact", contact, "--allow-host", server.host,
    )  # fmt: skip
    assert done.returncode == code, done.stderr.decode()
    assert message in done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


REVIEWED = [
    path.parent
    for path in sorted(CAPTURED.glob("*/meta.json"))
    if json.loads(path.read_bytes())["reviewed_by"]
]

if REVIEWED:

    @pytest.mark.parametrize("folder", REVIEWED, ids=lambda path: path.name)
    def test_a_reviewed_capture_reads_as_reviewed(folder: Path) -> None:
        document, expected, _ = load(folder)
        assert as_read(document, Lexicon.packaged()) == expected
