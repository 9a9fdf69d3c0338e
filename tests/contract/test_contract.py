"""Other tools on a published version and on a later one that only adds to it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from tests.support.follower import steps
from tests.support.operator_documents import operator_documents
from tests.support.static_server import served
from tests.support.versions import FILES, objects, with_additions

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TOOLS = HERE / "node_modules"


def run(*command: str | Path, cwd: Path = HERE) -> str:
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The version of the sample site, with everything in it that a version has."""
    data = tmp_path_factory.mktemp("contract")
    fixtures = ROOT / "tests" / "fixtures"
    main = "from scraper.cli.main import main; main()"
    run(sys.executable, "-c", main, "run", "--mirror", fixtures / "site",
        "--fiches", fixtures / "fiches" / "onisep.xml", "--data", data, cwd=ROOT)  # fmt: skip
    return (data / "published" / "latest").resolve()


@pytest.fixture(scope="module")
def later(version: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_additions(version, tmp_path_factory.mktemp("later") / "version")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    return operator_documents(tmp_path_factory.mktemp("calls"))


def as_lines(version: Path, folder: Path) -> Path:
    """Every file as lines under the name of its schema."""
    folder.mkdir()
    for name in FILES:
        rows = "".join(f"{json.dumps(row)}\n" for row in objects(version, name))
        (folder / f"{name}.ndjson").write_text(rows, "utf-8")
    return folder


@pytest.mark.parametrize("which", ["version", "later"])
def test_ajv_in_strict_mode_reads_every_file(
    which: str, version: Path, documents: dict[str, list[Any]], tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    data = as_lines(request.getfixturevalue(which), tmp_path / "data")
    more = {"a_later_field": [1]} if which == "later" else {}
    for name, objects_of_it in documents.items():
        rows = "".join(f"{json.dumps({**document, **more})}\n" for document in objects_of_it)
        (data / f"{name}.ndjson").write_text(rows, "utf-8")
    count = run("node", "validate.mjs", version / "schema", data)
    assert int(count) > 2000


def test_ajv_refuses_what_does_not_fit(version: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (row, *_) = objects(version, "referential")
    text = json.dumps({**row, "level": 9})
    (tmp_path / "data" / "referential.ndjson").write_text(text)
    done = subprocess.run(
        ["node", "validate.mjs", version / "schema", tmp_path / "data"],
        cwd=HERE, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "level" in done.stderr


def test_typescript_compiles_a_consumer_in_strict_mode(version: Path, tmp_path: Path) -> None:
    shutil.copy(version / "types" / "eduscol.d.ts", tmp_path)
    shutil.copy(HERE / "consumer.ts", tmp_path)
    run(TOOLS / ".bin" / "tsc", "--strict", "--noEmit", "--noUncheckedIndexedAccess",
        tmp_path / "consumer.ts")  # fmt: skip


def test_datamodel_code_generator_makes_models_that_read_records(
    version: Path, later: Path, tmp_path: Path
) -> None:
    schema = version / "schema" / "referential.json"
    run(sys.executable, "-m", "datamodel_code_generator", "--input", schema,
        "--input-file-type", "jsonschema", "--output-model-type", "pydantic_v2.BaseModel",
        "--class-name", "Record", "--output", tmp_path / "made.py", cwd=tmp_path)  # fmt: skip
    code = (
        "import gzip, sys, made\n"
        "for line in gzip.open(sys.argv[1]): made.Record.model_validate_json(line)\n"
    )
    for folder in (version, later):
        run(sys.executable, "-c", code, folder / "referentials.ndjson.gz", cwd=tmp_path)


def test_frictionless_finds_the_tables_as_they_are_described(version: Path) -> None:
    code = (
        "import sys; from frictionless import Package\n"
        "report = Package(sys.argv[1]).validate()\n"
        "print(len(report.tasks)); assert report.valid, report.flatten(['name', 'type', 'message'])"
    )
    assert int(run(sys.executable, "-c", code, version / "datapackage.json", cwd=version)) > 20


def test_a_follower_in_javascript_has_the_ids_in_force(tmp_path: Path) -> None:
    (tmp_path / "published").mkdir()
    with served(tmp_path / "published") as server:
        for name, ids in steps(tmp_path):
            state = tmp_path / "state.json"
            run("node", ROOT / "examples" / "follow_changes.mjs", server.address, state)
            assert json.loads(state.read_text())["ids"] == ids, name


@contextmanager
def datasette(version: Path) -> Iterator[httpx.Client]:
    """A Datasette of the version on the loopback interface."""
    socket = version.parent / ".datasette.sock"
    process = subprocess.Popen(
        [sys.executable, "-m", "datasette", "serve", "--uds", socket, "--immutable",
         version / "referentials.db", "--metadata", version / "metadata.json"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        transport = httpx.HTTPTransport(uds=str(socket), retries=20)
        with httpx.Client(transport=transport, base_url="http://localhost", timeout=60) as client:
            yield client
    finally:
        process.terminate()
        process.wait(30)


def test_datasette_shows_the_row_and_follows_the_links_of_every_table(version: Path) -> None:
    tables = json.loads((version / "index.json").read_bytes())["rows"]
    names = [row["id"] for row in objects(version, "referential")][:10]
    with datasette(version) as client:
        for table, count in tables.items():
            page = client.get(f"/referentials/{table}.json?_shape=objects&_size=1&_labels=on")
            assert page.status_code == 200, table
            assert page.json()["filtered_table_rows_count"] == count
            keys = page.json()["primary_keys"]
            assert keys or table == "crosswalk"  # a view, whose rows have no page of their own
            for row in page.json()["rows"] if keys else ():
                key = ",".join(
                    quote(str(_plain(row[name])), safe="").replace("%", "~") for name in keys
                )
                assert client.get(f"/referentials/{table}/{key}.json").status_code == 200, table
        for name in names:
            path = quote(name, safe="-_").replace(".", "~2E")
            result = client.get(f"/referentials/referentials/{path}.json?_shape=objects")
            assert [row["id"] for row in result.json()["rows"]] == [name]
            links = client.get(f"/referentials/referentials/{path}.json?_extras=foreign_key_tables")
            counts = {link["other_table"]: link for link in links.json()["foreign_key_tables"]}
            assert counts["referential_sources"]["count"] > 0
            assert counts["evidence"]["count"] > 0
            for link in counts.values():
                rows = client.get(link["link"].replace("?", ".json?"))
                assert rows.json()["filtered_table_rows_count"] == link["count"], link


def _plain(value: object) -> object:
    """The value of a cell, which Datasette shows with a label where it refers to another row."""
    return value["value"] if isinstance(value, dict) else value
