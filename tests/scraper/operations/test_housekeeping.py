"""init, config, prune and push as an operator uses them."""

import json
import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from fsspec.implementations.memory import MemoryFileSystem

from output.checks.thresholds import bounds
from output.publish.publish import publish
from output.versions.verify import faults
from schema.errors import RefusedToPublish, UnusableTarget
from scraper.cli.config import Config, read_config
from scraper.cli.main import cli
from scraper.operations import push as pushing
from scraper.operations.init import configuration
from scraper.operations.prune import prune
from scraper.operations.pull import pull
from scraper.operations.push import push
from tests.support.samples import other, record, sample
from tests.support.static_server import served


def eduscol(*arguments: object, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of four versions."""
    folder = tmp_path_factory.mktemp("four")
    for number in range(4):
        publish(sample(record(), *(other(n) for n in range(number))), folder / "published")
    return folder


@pytest.fixture
def data(four: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(four, tmp_path / "data", symlinks=True))


def versions(data: Path) -> list[str]:
    listed = json.loads((data / "published" / "versions.json").read_bytes())["versions"]
    return [entry["version"] for entry in listed]


def folders(data: Path) -> set[str]:
    return {p.name for p in (data / "published").iterdir() if re.match(r"\d{8}-", p.name)}


def test_init_writes_a_configuration_whose_every_key_is_the_default(tmp_path: Path) -> None:
    done = eduscol("init", tmp_path / "new", "--contact", "you@example.org")
    assert done.exit_code == 0
    path = tmp_path / "new" / "eduscol.toml"
    assert read_config(path).crawl.contact == "you@example.org"
    assert str(path) in done.stdout
    assert "crontab" in done.stdout
    again = eduscol("init", tmp_path / "new")
    assert (again.exit_code, "there already" in again.stderr) == (2, True)
    assert eduscol("init", tmp_path / "other", "--contact", "nobody").exit_code == 2
    assert not (tmp_path / "other").exists()


def test_the_commented_keys_of_the_configuration_are_all_there_are() -> None:
    keys = re.sub(r"^# (?=\w+ = )", "", configuration(), flags=re.MULTILINE)
    tables: dict[str, dict[str, Any]] = tomllib.loads(keys)
    assert tables.keys() == Config.model_fields.keys()
    for table, values in tables.items():
        model = Config.model_fields[table].annotation
        assert model is not None
        assert values.keys() == model.model_fields.keys(), table
    assert tables["gates"] == bounds().model_dump()
    assert tables["schedule"] == {"every_days": 7, "grace_days": 3}


def test_config_names_the_origin_of_each_value(tmp_path: Path) -> None:
    path = tmp_path / "eduscol.toml"
    secret = "mailto://me:s3cr3t@example.org"
    path.write_text(f'[crawl]\nrate = 2\nfull = true\n[notify]\naddresses = ["{secret}"]\n')
    done = eduscol("config", "--config", path, "--no-full", "--json", EDUSCOL_MAX_PAGES="7")
    settings = {
        entry["name"]: (entry["value"], entry["origin"]) for entry in json.loads(done.stdout)
    }
    assert settings["--rate"] == (2.0, f"file {path}")
    assert settings["--max-pages"] == (7, "environment EDUSCOL_MAX_PAGES")
    assert settings["--full"] == (False, "option")
    assert settings["--sample"] == (0.05, "default")
    assert settings["[notify] addresses"] == (["mailto://***@example.org"], f"file {path}")


def test_prune_keeps_the_last_ones_and_the_base_of_their_replay(data: Path) -> None:
    names = versions(data)
    assert any("would go" in line for line in prune(data, 2, None, True))
    assert folders(data) == set(names)
    lines = list(prune(data, 2, None, False))
    assert folders(data) == set(names[1:])
    assert lines[1].startswith(f"base       {names[1]}")
    assert versions(data) == names
    assert not publish(sample(record(), *map(other, range(3))), data / "published").new


def test_prune_never_takes_the_latest_nor_the_young(data: Path) -> None:
    names = versions(data)
    link = data / "published" / "latest"
    link.unlink()
    link.symlink_to(names[0])
    list(prune(data, 1, None, False))
    assert names[0] in folders(data)
    told = list(prune(data, 1, None, True))
    assert told[0].startswith(f"latest     {names[0]}: the version in force stays")
    last = list(prune(data, 1, 100_000, False))[-1]
    assert last.startswith("kept       3 versions, 1 of them for their age (--older-than 100000)")


def test_push_puts_the_version_first_and_the_pointer_last(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *_, last = versions(data)
    target = data / "www"
    lines = list(push(data, first, str(target)))
    assert lines[0].startswith("licence    eduscol: ")
    assert faults(target / "latest") == []

    real, calls = pushing._write, []

    def dying(storage: Any, path: str, content: bytes) -> None:
        calls.append(path)
        if len(calls) == 5:
            raise OSError(28, "No space left on device")
        real(storage, path, content)

    monkeypatch.setattr(pushing, "_write", dying)
    with pytest.raises(UnusableTarget, match="still is"):
        list(push(data, "latest", str(target)))
    monkeypatch.undo()
    assert (target / "latest").readlink().name == first
    assert json.loads((target / "versions.json").read_bytes())["latest"] == first
    list(push(data, "latest", str(target)))
    assert (target / "latest").readlink().name == last
    assert faults(target / "latest") == []
    pointer = json.loads((target / "versions.json").read_bytes())
    assert (pointer["latest"], [v["version"] for v in pointer["versions"]]) == (last, [first, last])
    assert "0 files copied" in list(push(data, "latest", str(target)))[-1]


def test_what_was_pushed_can_be_pulled_and_followed(data: Path, tmp_path: Path) -> None:
    first, *_, last = versions(data)
    target, copy = data / "www", tmp_path / "copy"
    with served(target) as server:
        for version, lines in ((first, 1), (last, 4)):
            list(push(data, version, str(target)))
            assert pull(server.address, copy).version == version
            changes = (copy / "published" / "changes.ndjson").read_text("utf-8").splitlines()
            assert len(changes) == lines
    own = (data / "published" / "changes.ndjson").read_bytes()
    assert (copy / "published" / "changes.ndjson").read_bytes() == own


def test_push_to_object_storage(data: Path) -> None:
    list(push(data, "latest", "memory://bucket/eduscol"))
    storage = MemoryFileSystem()
    pointer = json.loads(storage.cat_file("/bucket/eduscol/versions.json"))
    sums = storage.cat_file(f"/bucket/eduscol/{pointer['latest']}/SHA256SUMS")
    assert sums == (data / "published" / "latest" / "SHA256SUMS").read_bytes()


def test_a_damaged_or_withdrawn_version_is_not_pushed(data: Path) -> None:
    first, second, *_ = versions(data)
    (data / "published" / first / "CHANGES.md").write_text("changed")
    with pytest.raises(RefusedToPublish, match="damaged"):
        list(push(data, first, str(data / "www")))
    eduscol("withdraw", second, "--reason", "wrong", "--data", data)
    with pytest.raises(RefusedToPublish, match="withdrawn"):
        list(push(data, second, str(data / "www")))
    assert not (data / "www").exists()
