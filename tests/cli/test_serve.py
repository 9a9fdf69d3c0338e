"""`eduscol serve`: Datasette over a sample version, asked over HTTP without a socket."""

import asyncio
import socket
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from output.dataset.rows import ChangeRow, DocumentPageRow
from output.formats.datasette import metadata, write_metadata
from output.formats.datasette_queries import QUESTIONS
from output.formats.table_files import write_tables
from output.tables.data_dictionary import ALL_TABLES
from output.tables.full_text import FULL_TEXT
from output.tables.table import History
from schema.errors import UnusableInput
from schema.referential import Referential
from tests.support.command import eduscol, invoke
from tests.support.samples import other, record, sample

Get = Callable[..., httpx.Response]
# pages of an annex, as --documents brings them
PAGES = tuple(
    DocumentPageRow(sha256="d" * 64, page=number, characters=len(text), text=text)
    for number, text in enumerate(("Épreuve EP2 du CAP", "Les soudures à l'arc"), 1)
)
HOSTILE = "<script>alert(1)</script>"


def publish(data: Path, name: str, *records: Referential) -> None:
    """A version under a name, and `latest` on it."""
    folder = data / name
    folder.mkdir(parents=True)
    dataset = sample(*records, document_pages=PAGES)
    write_tables(dataset, History(), folder)
    write_metadata(dataset, History(), folder)
    link = data / "next"
    link.symlink_to(name)
    link.replace(data / "latest")


def application(latest: Path) -> Any:
    """The application; Datasette is imported where it is tried, not by every worker."""
    from scraper.cli.serve.app import LatestVersion

    return LatestVersion(latest)


@pytest.fixture
def get(tmp_path: Path) -> Get:
    """Asks the application for a path, with parameters."""
    publish(tmp_path, "one", record(), other(1, name=HOSTILE))
    app = application(tmp_path / "latest")

    def asked(path: str, **parameters: Any) -> httpx.Response:
        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as web:
                return await web.get(path, params=parameters, timeout=30)

        return asyncio.run(answer())

    return asked


def test_the_start_shows_questions_then_tables_from_the_diplomas(get: Get) -> None:
    text = get("/referentials").text
    assert "Quels diplômes mènent à un métier ?" in text
    places = [text.index(f">{name}</a></h3>") for name in ("referentials", "trades", "levels")]
    assert text.index("Questions") < places[0] < places[1] < places[2]


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_an_answer(get: Get, name: str) -> None:
    examples = {
        "mots": "chaudières", "metier": "plombi", "diplome": "CAP", "niveau": "3",
        "date": "2026-01-01", "annee": "2020", "premier_code": "56122706",
        "second_code": "50000001", "code": "56122706", "identifiant": "mc3_meti-56122706",
    }  # fmt: skip
    answer = get(f"/referentials/{name}.json", _shape="objects", **examples)
    assert answer.status_code == 200, answer.text
    rows = answer.json()["rows"]
    empty = {"changements_depuis", "dernieres_sessions", "absents_du_site"}
    assert bool(rows) != (name in empty)


@pytest.mark.parametrize(
    ("name", "alike"),
    [
        ("recherche", [{"mots": "plombières"}, {"mots": "PLOMBIERE"}]),
        (
            "diplomes_pour_un_metier",
            [{"metier": text} for text in ("plombière", "plombiere", "PLOMBIÈRE", "plomb", " ")],
        ),
        ("apres_un_diplome", [{"diplome": "CAP"}, {"diplome": "cap "}]),
        ("textes_d_un_diplome", [{"code": "56122706"}, {"code": "561-22706 T"}]),
        ("avant_et_apres", [{"code": "01022706"}, {"code": "010.22706"}, {"code": "010 227 06"}]),
        (
            "metiers_communs",
            [
                {"premier_code": "56122706", "second_code": "50000001"},
                {"premier_code": "561-22706", "second_code": "500-00001 t"},
            ],
        ),
        (
            "provenance",
            [{"identifiant": "mc3_meti-56122706"}, {"identifiant": "MC3_METI-56122706 "}],
        ),
    ],
)
@pytest.mark.parametrize("is_plain", [False, True])
def test_what_is_typed_may_be_written_in_any_way(
    tmp_path: Path, name: str, alike: list[dict[str, str]], is_plain: bool
) -> None:
    """In ours, and in a Datasette without it, whose words are taken apart by its own function."""
    from datasette.utils import escape_fts

    from scraper.cli.serve.plugin import prepare_connection

    publish(tmp_path, "one", record(), other(1))
    database = sqlite3.connect(tmp_path / "one" / "referentials.db")
    if is_plain:
        database.create_function("escape_fts", 1, escape_fts)
    else:
        prepare_connection(database)
    answers = [database.execute(QUESTIONS[name].sql, typed).fetchall() for typed in alike]
    assert answers[0]
    assert answers == [answers[0]] * len(alike)
    nothing = dict.fromkeys(alike[0], '"')
    assert database.execute(QUESTIONS[name].sql, nothing).fetchall() == []


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("apres_un_diplome", {"diplome": "CAP"}),
        ("apres_un_niveau", {"niveau": "3"}),
        ("diplomes_pour_un_metier", {"metier": "plombière"}),
    ],
)
def test_what_can_be_prepared_tells_that_a_diploma_is_repealed(
    get: Get, tmp_path: Path, name: str, typed: dict[str, str]
) -> None:
    publish(tmp_path, "two", record(status="repealed", last_session=2023))
    (row,) = get(f"/referentials/{name}.json", _shape="array", **typed).json()
    assert (row["etat"], row["derniere_session"]) == ("abrogé", 2023)


def test_changes_of_a_copy_of_the_site_are_shown_though_they_have_no_day(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    common = dict.fromkeys(("previous", "field", "before", "after", "old_id"))
    changes = [
        ChangeRow(number=number, version="v", day=day, referential="b001", kind="created",
                  cause="source", **common)
        for number, day in enumerate(("2026-01-01", None, "2026-03-01"), 1)
    ]  # fmt: skip
    write_tables(sample(), History((), changes), folder)
    database = sqlite3.connect(folder / "referentials.db")
    rows = database.execute(QUESTIONS["changements_depuis"].sql, {"date": "2026-02-01"}).fetchall()
    assert [row[0] for row in rows] == [None, "2026-03-01"]


def test_the_search_box_knows_french(get: Get) -> None:
    result = get(
        "/referentials/referentials.json", _search="thermique individuelle", _shape="array"
    )
    assert [row["id"] for row in result.json()] == ["mc3_meti-56122706"]
    assert get("/referentials/referentials.json", _search='"(', _shape="array").status_code == 200


def searchable() -> list[str]:
    """The tables for which Datasette shows a search box: those of an index, and the indexes."""
    (shown,) = metadata(sample())["databases"].values()
    named = [name for name, table in shown["tables"].items() if "fts_table" in table]
    return ["referentials", *named, *(index.name for index in FULL_TEXT)]


@pytest.mark.parametrize("table", searchable())
def test_every_search_box_answers_what_is_typed(get: Get, table: str) -> None:
    for typed in ("chaudière", "CAP", "métier", "561-22706", 'arc "', "l'arc AND (", '"', "*", ""):
        answer = get(f"/referentials/{table}.json", _search=typed, _shape="array")
        assert answer.status_code == 200, (typed, answer.text)


def test_pages_of_documents_are_searched_in_any_form_of_a_word(get: Get) -> None:
    def pages(typed: str) -> list[int]:
        found = get("/referentials/document_pages.json", _search=typed, _shape="array").json()
        return [row["page"] for row in found]

    assert (pages("soudure"), pages("soudure EPREUVE"), pages("cap épreuves")) == ([2], [], [1])
    shown = get("/referentials/document_pages", _search="soudure")
    assert "soudures à l&#39;arc" in shown.text
    (trade,) = get("/referentials/trades_fts.json", _search="plombière", _shape="array").json()
    assert trade["masculine"] == "plombier"


def test_facets_and_row_pages(get: Get) -> None:
    facets = get("/referentials/referentials.json").json()["facet_results"]
    assert {"level", "diploma_type", "nsf_code", "cpc", "status"} <= set(facets)
    described = get("/referentials/v_referentiels").text
    assert 'data-column-description="Niveau du cadre national, ' in described
    facets = get("/referentials/v_referentiels.json").json()["facet_results"]
    assert {"type", "niveau", "secteur", "etat"} <= set(facets)
    for table in ALL_TABLES:
        assert get(f"/referentials/{table.name}").status_code == 200
    page = get("/referentials/referentials/mc3_meti-56122706")
    assert page.status_code == 200
    assert "maintenance des équipements" in page.text


def test_texts_are_never_html(get: Get) -> None:
    for path in ("/referentials/referentials", "/referentials/v_metiers",
                 "/referentials/referentials/b001-50000001"):  # fmt: skip
        assert HOSTILE not in get(path).text
        assert "&lt;script&gt;alert(1)" in get(path).text


def test_hostile_queries_end_and_nothing_can_be_written(get: Get) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    assert get("/referentials.json", sql=endless).json()["title"] == "SQL Interrupted"
    for sql in ("DELETE FROM referentials", "ATTACH 'x' AS x", "PRAGMA writable_schema=1"):
        assert get("/referentials.json", sql=sql).status_code == 400


def test_a_new_version_is_served_without_a_restart(get: Get, tmp_path: Path) -> None:
    def names() -> set[str]:
        rows = get("/referentials/referentials.json", _shape="array").json()
        return {row["id"] for row in rows}

    assert "b007-50000007" not in names()
    publish(tmp_path, "two", other(7))
    assert names() == {"b007-50000007"}
    (tmp_path / "latest").unlink()
    assert names() == {"b007-50000007"}


def test_without_a_version_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="--data"):
        application(tmp_path / "latest")


def test_a_port_in_use_is_wrong_usage(tmp_path: Path) -> None:
    publish(tmp_path / "published", "one", record())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = eduscol("serve", "--data", tmp_path, "--port", port)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"port with --port" in done.stderr


def test_without_datasette_the_message_is_the_command_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    done = invoke("serve", "--data", tmp_path)
    assert done.exit_code == 2
    assert f"{sys.executable} -m pip install 'datasette<1'" in done.output
