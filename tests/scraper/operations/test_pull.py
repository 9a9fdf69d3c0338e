"""`eduscol pull` against a static web server on the loopback interface."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from output.publish.publish import publish
from output.versions.catalogue import freshness
from output.versions.verify import faults
from schema.errors import RefusedToPublish, TryLater, UnusableInput, UnusableTarget
from scraper.cli.main import cli
from scraper.operations.pull import pull
from scraper.operations.status import status_of
from scraper.operations.status_model import Health
from tests.support.command import invoke
from tests.support.follower import steps
from tests.support.line_files import write_text
from tests.support.samples import other, record, sample, sum_up
from tests.support.static_server import StaticServer, served


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The data folder of the publication."""
    (tmp_path / "source" / "published").mkdir(parents=True)
    return tmp_path / "source"


@pytest.fixture
def server(source: Path) -> Iterator[StaticServer]:
    with served(source / "published") as server:
        yield server


def ids(data: Path) -> list[str]:
    records = json.loads((data / "published" / "latest" / "referentials.json").read_bytes())
    return sorted(row["id"] for row in records)


def test_every_version_in_force_is_followed(
    source: Path, server: StaticServer, tmp_path: Path
) -> None:
    for name, expected in steps(source):
        pulled = pull(server.address + "/", tmp_path / "copy")
        assert (ids(tmp_path / "copy"), pulled.new) == (expected, True), name
        assert faults(pulled.folder) == []
        for file in ("versions.json", "changes.ndjson"):
            copy = tmp_path / "copy" / "published" / file
            assert copy.read_bytes() == (source / "published" / file).read_bytes()


def test_the_status_of_a_follower_advises_to_pull(
    source: Path, server: StaticServer, tmp_path: Path
) -> None:
    asked = datetime(2026, 11, 1, 3, tzinfo=UTC)
    publish(sample(), source / "published", freshness=freshness(asked, 7, 3))
    copy = tmp_path / "copy"
    pull(server.address, copy)
    command = f"eduscol pull {server.address} --data {copy}"
    stale = status_of(copy, asked + timedelta(days=20))
    assert (stale.health, command in stale.advice[0].en) == (Health.STALE, True)
    (copy / "published" / "latest").unlink()
    failing = status_of(copy, asked + timedelta(days=1))
    assert failing.advice[0].en == f"{command} puts it right"
    assert invoke(*command.split()[1:]).exit_code == 0
    assert status_of(copy, asked + timedelta(days=1)).advice == ()


def test_asking_again_costs_one_request(source: Path, server: StaticServer, tmp_path: Path) -> None:
    publish(sample(), source / "published")
    os.utime(source / "published" / "versions.json", (1_700_000_000, 1_700_000_000))
    first = pull(server.address, tmp_path / "copy")
    server.requests.clear()
    again = pull(server.address, tmp_path / "copy")
    assert server.requests == [("/versions.json", None, 304)]
    assert (again.version, again.new) == (first.version, False)


def test_a_download_that_was_cut_goes_on_where_it_was(
    source: Path, server: StaticServer, tmp_path: Path
) -> None:
    version = publish(sample(), source / "published").version
    server.cut[f"/{version}/referentials.db"] = 5000
    with pytest.raises(TryLater, match="call again to go on"):
        pull(server.address, tmp_path / "copy")
    assert not (tmp_path / "copy" / "published" / "latest").exists()
    before = {path for path, _, status in server.requests if status == 200}
    server.requests.clear()
    assert faults(pull(server.address, tmp_path / "copy").folder) == []
    assert (f"/{version}/referentials.db", "bytes=5000-", 206) in server.requests
    fetched = {path for path, _, _ in server.requests}
    small = {"/versions.json", f"/{version}/SHA256SUMS", f"/{version}/referentials.db"}
    assert before & fetched <= small


def test_a_part_of_another_file_is_thrown_away(
    source: Path, server: StaticServer, tmp_path: Path
) -> None:
    version = publish(sample(), source / "published").version
    server.cut[f"/{version}/referentials.db"] = 5000
    with pytest.raises(TryLater):
        pull(server.address, tmp_path / "copy")
    part = tmp_path / "copy" / "published" / f".pull-{version}" / "referentials.db.part"
    part.write_bytes(b"x" * 6000)
    assert faults(pull(server.address, tmp_path / "copy").folder) == []


def test_what_does_not_fit_its_sum_replaces_nothing(
    source: Path, server: StaticServer, tmp_path: Path
) -> None:
    first = publish(sample(), source / "published").version
    pull(server.address, tmp_path / "copy")
    second = publish(sample(record(), other(1)), source / "published")
    (second.folder / "CHANGES.md").write_text("other bytes")
    with pytest.raises(RefusedToPublish, match=r"CHANGES\.md: its sum is not the one"):
        pull(server.address, tmp_path / "copy")
    assert (tmp_path / "copy" / "published" / "latest").readlink().name == first


def test_a_version_that_does_not_pass_its_own_check_is_refused(
    source: Path, server: StaticServer, tmp_path: Path
) -> None:
    folder = publish(sample(), source / "published").folder
    write_text(folder, "referentials", "")
    sum_up(folder)
    with pytest.raises(RefusedToPublish, match="0 rows, 1 expected"):
        pull(server.address, tmp_path / "copy")
    assert not (tmp_path / "copy" / "published" / "latest").exists()


def test_another_first_number_of_the_schema_is_refused(
    source: Path, server: StaticServer, tmp_path: Path
) -> None:
    publish(sample(), source / "published")
    path = source / "published" / "versions.json"
    path.write_text(path.read_text().replace('"2.0.0"', '"3.0.0"'))
    with pytest.raises(RefusedToPublish, match=r"has schema 3\.0\.0"):
        pull(server.address, tmp_path / "copy")
    path.write_text(path.read_text().replace('"3.0.0"', '"2.7.0"'))
    assert pull(server.address, tmp_path / "copy").new


@pytest.mark.parametrize("versions", [[1], {"version": "x"}, [], None])
def test_a_list_of_versions_that_is_none_is_refused(
    source: Path, server: StaticServer, tmp_path: Path, versions: object
) -> None:
    publish(sample(), source / "published")
    path = source / "published" / "versions.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "versions": versions}))
    with pytest.raises(UnusableInput, match=r"versions\.json: does not list its latest version"):
        pull(server.address, tmp_path / "copy")
    path.write_text('{"a":' + "[" * 200_000)
    with pytest.raises(UnusableInput, match="not a list of versions"):
        pull(server.address, tmp_path / "copy")


def test_a_redirect_into_a_private_network_is_refused(
    source: Path, server: StaticServer, tmp_path: Path
) -> None:
    version = publish(sample(), source / "published").version
    name = f"/{version}/index.json"
    server.moved[name] = f"http://localhost:{server.server_port}{name}"
    server.requests.clear()
    with pytest.raises(UnusableInput, match="redirects to localhost, inside a private network"):
        pull(server.address, tmp_path / "copy")
    assert [status for path, _, status in server.requests if path == name] == [302]
    server.moved[name] = f"{server.address}{name}?same-host"
    assert pull(server.address, tmp_path / "copy").new


def test_a_file_that_is_longer_than_listed_is_not_written_to_its_end(
    source: Path, server: StaticServer, tmp_path: Path
) -> None:
    version = publish(sample(), source / "published").version
    server.long.add(f"/{version}/CHANGES.md")
    with pytest.raises(RefusedToPublish, match=r"CHANGES\.md: its sum is not the one"):
        pull(server.address, tmp_path / "copy")
    assert server.sent == set()


@pytest.mark.parametrize("listed", [[], [{"path": "CHANGES.md", "bytes": 2**60, "rows": None}], 1])
def test_an_index_that_bounds_nothing_is_refused(
    source: Path, server: StaticServer, tmp_path: Path, listed: object
) -> None:
    folder = publish(sample(), source / "published").folder
    index = folder / "index.json"
    index.write_text(json.dumps({**json.loads(index.read_bytes()), "files": listed}))
    sum_up(folder)
    refused = (RefusedToPublish, UnusableTarget)
    with pytest.raises(refused, match=r"not listed in|make room there|not the index"):
        pull(server.address, tmp_path / "copy")
    assert not [path for path, _, _ in server.requests if path.endswith("/CHANGES.md")]


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "a/../../outside"])
def test_a_name_that_leaves_the_folder_is_refused(
    source: Path, server: StaticServer, tmp_path: Path, name: str
) -> None:
    folder = publish(sample(), source / "published").folder
    (folder / "SHA256SUMS").write_text(f"{'0' * 64}  {name}\n")
    with pytest.raises(RefusedToPublish, match="is not a checksum of a file"):
        pull(server.address, tmp_path / "copy")
    assert not list(tmp_path.rglob("outside*"))


def test_folders_with_versions_from_elsewhere_are_left_alone(
    source: Path, server: StaticServer, tmp_path: Path
) -> None:
    publish(sample(), source / "published")
    with pytest.raises(UnusableTarget, match="versions of its own"):
        pull(server.address, source)
    pull(server.address, tmp_path / "copy")
    with pytest.raises(UnusableTarget, match="holds versions of"):
        pull("http://127.0.0.1:1", tmp_path / "copy")


def test_a_pulled_folder_takes_no_version_of_its_own(
    source: Path, server: StaticServer, tmp_path: Path
) -> None:
    version = publish(sample(), source / "published").version
    copy = tmp_path / "copy"
    pull(server.address, copy)
    before = sorted((copy / "published").rglob("*"))
    site = tmp_path / "site"
    site.mkdir()
    for command in (
        ["run", "--mirror", site],
        ["fetch", "--mirror", site],
        ["publish"],
        ["withdraw", version, "--reason", "x"],
    ):
        refused = invoke(*command, "--data", copy)
        assert refused.exit_code == 2
        assert f"holds versions of {server.address}: name another folder" in refused.stderr
    assert sorted((copy / "published").rglob("*")) == before
    assert not (copy / "reports").exists()
    (copy / "published" / ".pull.json").unlink()  # as the message says
    assert publish(sample(record(), other(1)), copy / "published").previous == version
    with pytest.raises(UnusableTarget, match="versions of its own"):
        pull(server.address, copy)


def test_an_address_that_is_no_publication_says_what_to_give(
    server: StaticServer, tmp_path: Path
) -> None:
    with pytest.raises(UnusableInput, match="give the address of a folder published"):
        pull(server.address, tmp_path / "copy")
    with pytest.raises(UnusableInput, match="begins with http"):
        pull("ftp://example.org", tmp_path / "copy")
    with pytest.raises(TryLater):
        pull("http://127.0.0.1:1", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_the_command_says_what_it_got(source: Path, server: StaticServer, tmp_path: Path) -> None:
    publish(sample(), source / "published")
    command = ["pull", server.address, "--data", str(tmp_path / "copy")]
    first, second = (CliRunner().invoke(cli, command) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.output.startswith("new version 20261103-")
    assert second.output.startswith("nothing new, still version 20261103-")
