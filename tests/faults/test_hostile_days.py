"""Situations taken from README and `docs/` alone: what they promise, tried against real servers.

Each is run through the command, as an operator would, and judged by exit code, messages and files.
"""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from scraper.cli.main import cli
from tests.faults.server import Exchange, FaultServer, serving
from tests.support.effort import SOAK

PATHS = [f"/cap{number:02}.html" for number in range(12)]


def page(x: Exchange, text: str = "Le titulaire travaille.") -> bytes:
    """A mock-up of a référentiel, another one for each path."""
    number = int(x.path[4:6])
    return (
        f"<!DOCTYPE html><html><head><title>CAP essai {number}</title></head><body>"
        f"<h1>CAP essai {number}</h1><p>Code scolarité : 500221{number + 10}</p>"
        f"<p>Durée : 2 ans</p><h2>Description</h2><p>{text}</p>"
        "<h2>Conditions d'accès</h2><p>Après la classe de troisième.</p></body></html>"
    ).encode()


def good(x: Exchange) -> None:
    x.answer(200, page(x))


class Operator:
    """Calls the command with one data folder."""

    def __init__(self, server: FaultServer, folder: Path) -> None:
        self.server, self.data, self.seeds = server, folder / "data", folder / "seeds.txt"
        self.seeds.write_text("\n".join(server.url(path) for path in PATHS))

    def __call__(self, verb: str = "run", *more: object) -> tuple[int, str]:
        given: list[object] = [verb, "--data", self.data]
        if verb in ("run", "fetch"):
            given += ["--seeds", self.seeds, "--allow-host", self.server.host, "--rate", 0,
                      "--contact", "you@example.org"]  # fmt: skip
        done = CliRunner().invoke(cli, [str(argument) for argument in (*given, *more)])
        assert done.exit_code != 1, done.output  # a fault of the program
        return done.exit_code, done.output

    def records(self) -> dict[str, str | None]:
        """Page and description of each record in force."""
        path = self.data / "published" / "latest" / "referentials.ndjson"
        rows = [json.loads(line) for line in path.open()]
        return {row["page"]: row["description"] for row in rows}

    def issues(self) -> set[str]:
        database = self.data / "published" / "latest" / "referentials.db"
        with sqlite3.connect(database) as db:
            return {name for (name,) in db.execute("SELECT DISTINCT issue FROM issues")}


@pytest.fixture
def operator(tmp_path: Path) -> Iterator[Operator]:
    with serving(dict.fromkeys(PATHS, good)) as server:
        yield Operator(server, tmp_path)


WALLS = {
    "access denied": b"<html><title>Access Denied</title><h1>Access Denied</h1></html>",
    "unknown wall": b"<html><title>Bonjour</title><p>Merci de patienter. 4711</p></html>",
    "empty": b"",
    "json": b'{"error": "busy"}',
    "login": b"<html><title>Connexion</title><form><input type=password></form></html>",
    "maintenance": b"<html><title>Site en maintenance</title>Revenez plus tard</html>",
    "text": b"OK",
}


# A few in `make test`, all of them in `make soak`.
@pytest.mark.parametrize("wall", list(WALLS)[: None if SOAK else 2])
def test_a_night_of_walls_changes_nothing(wall: str, operator: Operator) -> None:
    assert operator()[0] == 0
    before = operator.records()
    operator.server.routes.update(dict.fromkeys(PATHS, lambda x: x.answer(200, WALLS[wall])))
    code, said = operator()
    assert code in (0, 75), said
    assert operator.records() == before
    operator.server.routes.update(dict.fromkeys(PATHS, good))
    while (code := operator()[0]) == 75:
        pass
    assert code == 0
    assert operator.records() == before


@pytest.mark.parametrize(
    "status", [403, 503, 400, 401, 429, 451, 500, 502, 504][: None if SOAK else 2]
)
def test_a_night_of_refusals_changes_nothing(status: int, operator: Operator) -> None:
    assert operator()[0] == 0
    before = operator.records()
    operator.server.routes.update(dict.fromkeys(PATHS, lambda x: x.answer(
        status, b"no", "Retry-After: 999999")))  # fmt: skip
    code, said = operator()
    assert code == 75, said
    assert operator.records() == before
    assert len(operator.server.asked) < 100  # no hammering


def test_a_site_whose_pages_are_all_404_is_not_published_as_empty(operator: Operator) -> None:
    assert operator()[0] == 0
    before = operator.records()
    operator.server.routes.update(dict.fromkeys(PATHS, lambda x: x.answer(404, b"no")))
    codes = [operator()[0] for _ in range(3)]
    assert 4 in codes
    assert operator.records() == before


def test_a_single_page_that_is_gone_leaves_with_the_second_run(operator: Operator) -> None:
    assert operator()[0] == 0
    operator.server.routes[PATHS[3]] = lambda x: x.answer(410, b"no")
    assert operator()[0] == 0
    assert len(operator.records()) == 12
    operator("run", "--accept", "records-gone")
    assert len(operator.records()) == 11
    assert "page-gone" in operator.issues()


def test_a_page_that_is_held_back_is_an_issue_and_keeps_its_record(operator: Operator) -> None:
    assert operator()[0] == 0
    before = operator.records()
    operator.server.routes[PATHS[3]] = lambda x: x.answer(200, WALLS["unknown wall"])
    code, said = operator()
    assert code == 0, said
    assert operator.records() == before
    assert "page-suspect" in operator.issues()


def test_a_new_layout_that_loses_most_fields_is_not_published(operator: Operator) -> None:
    assert operator()[0] == 0
    before = operator.records()

    def sober(x: Exchange) -> None:
        title = f"CAP essai {int(x.path[4:6])}".encode()
        x.answer(
            200,
            b"<html><title>" + title + b"</title><h1>" + title + b"</h1>"
            b"<p>Code : 500221" + str(int(x.path[4:6]) + 10).encode() + b"</p></html>",
        )

    operator.server.routes.update(dict.fromkeys(PATHS[:4], sober))
    code, said = operator()
    assert code == 4, said
    assert "page-suspect" in said
    assert operator.records() == before
    # looked at, and right: it is taken
    assert operator("run", "--accept", "page-suspect", "--accept", "values:description")[0] == 0
    assert sum(text is None for text in operator.records().values()) == 4


def test_a_change_of_one_text_is_published_the_same_day(operator: Operator) -> None:
    assert operator()[0] == 0
    operator.server.routes[PATHS[5]] = lambda x: x.answer(200, page(x, "Un autre texte."))
    assert operator()[0] == 0
    assert "Un autre texte." in operator.records().values()


def test_publish_without_a_crawl_says_what_to_do(operator: Operator) -> None:
    code, said = operator("publish")
    assert code == 2
    assert "eduscol run" in said


def test_the_published_folder_is_lost(operator: Operator, tmp_path: Path) -> None:
    assert operator()[0] == 0
    version = (operator.data / "published" / "latest").readlink().name
    (operator.data / "published").rename(tmp_path / "lost")
    assert operator("publish")[0] == 0
    assert (operator.data / "published" / "latest").readlink().name == version


def test_everything_but_the_archive_is_lost(operator: Operator) -> None:
    assert operator()[0] == 0
    before = operator.records()
    for path in operator.data.glob("state.db*"):
        path.unlink()
    assert operator()[0] == 0
    assert operator.records() == before
