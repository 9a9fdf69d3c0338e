"""eduscol.toml: which names it has, what wins over it, and what it changes."""

import json
from pathlib import Path
from typing import Any

import pytest

from schema.errors import UnusableInput
from scraper.cli.config import Config, read_config
from scraper.cli.main import cli
from tests.cli.test_local_verbs import FIXTURES, METI
from tests.support.command import invoke
from tests.support.small_site import small_site

EXAMPLE = FIXTURES / "eduscol.toml"


def written(folder: Path, text: str) -> Path:
    path = folder / "eduscol.toml"
    path.write_text(text, "utf-8")
    return path


def values(*arguments: str | Path, **environment: str) -> dict[str, Any]:
    """The values that `run` would work with."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        return (
            cli.commands["run"]
            .make_context("run", [str(argument) for argument in arguments])
            .params
        )


def test_the_example_has_every_key_but_gates_and_is_read_whole() -> None:
    config = read_config(EXAMPLE)
    for table in ("crawl", "sources", "lexicon", "output", "read"):
        part = getattr(config, table)
        assert part.model_fields_set == set(type(part).model_fields), table
    assert config.gates.max_gone_share == 0.1
    assert config.content == EXAMPLE.read_bytes()


def test_what_the_file_leaves_out_is_the_options_own_default(tmp_path: Path) -> None:
    assert Config().defaults() == {}
    seen = values("--config", written(tmp_path, "[crawl]\nmax_pages = 7\n"))
    assert (seen["max_pages"], seen["rate"], seen["full"]) == (7, 1.0, False)


def test_every_key_reaches_its_option(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '[crawl]\ncontact = "a@b.fr"\nseeds = ["known"]\nallow_host = ["x.fr"]\nrate = 2\n'
        "max_pages = 3\nmax_known = 9\nmax_time = 4\nsample = 0.5\nfull = true\n"
        "documents = true\nmax_documents = 5\nmax_document_mb = 6\n"
        '[sources]\nfiches = ["a.md"]\nofficial_list = "b.csv"\nonly = ["list"]\nscope = "all"\n'
        "[output]\nparquet = true\n",
    )
    seen = values("--config", path)
    assert {name: seen[name] for name in ("contact", "seeds", "allow_hosts", "rate")} == {
        "contact": "a@b.fr", "seeds": ("known",), "allow_hosts": ("x.fr",), "rate": 2.0,
    }  # fmt: skip
    assert [seen[name] for name in ("max_pages", "max_known", "max_time", "sample", "full")] == [
        3, 9, 4, 0.5, True,
    ]  # fmt: skip
    names = ("documents", "max_documents", "max_document_mb")
    assert [seen[name] for name in names] == [True, 5, 6]
    assert [seen[name] for name in ("fiches", "official_list", "only", "scope")] == [
        (tmp_path / "a.md",), tmp_path / "b.csv", ("list",), "all",
    ]  # fmt: skip
    assert seen["parquet"] is True


def test_config_shows_every_option_of_run() -> None:
    shown = {setting["name"] for setting in json.loads(invoke("config", "--json").stdout)}
    of_this_call = {"--accept", "--dry-run", "--json", "--log-file", "--log-level", "--config"}
    options = {
        name
        for parameter in cli.commands["run"].params
        for name in parameter.opts
        if name.startswith("--")
    }
    assert options - of_this_call <= shown


def test_the_environment_wins_over_the_file_and_options_over_both(tmp_path: Path) -> None:
    path = written(tmp_path, "[crawl]\nmax_pages = 1\nrate = 1\nfull = true\n")
    seen = values("--rate", "3", "--no-full", EDUSCOL_CONFIG=str(path), EDUSCOL_MAX_PAGES="2",
                  EDUSCOL_RATE="2")  # fmt: skip
    assert (seen["max_pages"], seen["rate"], seen["full"]) == (2, 3.0, False)


def test_paths_are_meant_from_the_folder_of_the_file(tmp_path: Path) -> None:
    path = written(
        tmp_path, '[crawl]\nseeds = ["five.txt", "-", "known"]\n[lexicon]\nfile = "my.csv"\n'
    )
    seen = values("--config", path)
    assert seen["seeds"] == (str(tmp_path / "five.txt"), "-", "known")
    assert seen["lexicon"] == tmp_path / "my.csv"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[crawll]\n", "crawll is not known; the nearest name is crawl"),
        ("[crawl]\nmax-pages = 3\n", "crawl.max-pages is not known; the nearest name is max_pages"),
        ("[gates]\nmin_record = 1\n", "gates.min_record is not known; the nearest name is min_rec"),
        ("[gates]\nmin_records = -1\n", "gates.min_records = -1: Input should be greater"),
        ("[schedule]\nevery_days = 99999999\n", "schedule.every_days = 99999999: Input should be"),
        ("[schedule]\ngrace_days = 99999999\n", "schedule.grace_days = 99999999: Input should be"),
        ("gates = 3\n", "gates = 3: Input should be"),
        ("[crawl]\nrate = 'fast'\n", "crawl.rate = 'fast': Input should be a valid number"),
        ("[sources]\nscope = 'both'\n", "sources.scope = 'both': Input should be 'site' or 'all'"),
        ("[crawl\n", "is no TOML"),
        ("# \udcff", "is no TOML"),
        ("a = " + "[" * 10_000, "nested too deep"),
        ('[sources]\nfiches = ["a\\u0000b"]\n', "a NUL in it"),
    ],
)
def test_what_is_wrong_is_named_with_the_file(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "eduscol.toml"
    path.write_text(text, "utf-8", errors="surrogateescape")
    with pytest.raises(UnusableInput, match=r"^.*eduscol\.toml: ") as error:
        read_config(path)
    assert message in str(error.value)


def test_a_file_that_is_not_there_is_one_line_and_exit_2(tmp_path: Path) -> None:
    done = invoke("parse", str(METI), "--config", str(tmp_path / "none.toml"))
    assert done.exit_code == 2
    assert "none.toml: cannot be read" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_no_file_is_read_that_was_not_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "[nonsense]\n")
    monkeypatch.chdir(tmp_path)
    assert invoke("parse", str(METI)).exit_code == 0


def test_the_lexicon_of_the_file_is_used(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(METI.read_text("utf-8").replace("## Accès", "## Comment on y entre"), "utf-8")
    (tmp_path / "labels.csv").write_text("access;text;Comment on y entre\n", "utf-8")
    path = written(tmp_path, '[lexicon]\nfile = "labels.csv"\n')
    done = invoke("parse", str(page), "--config", str(path))
    assert json.loads(done.stdout)["access"].startswith("L'accès en formation")


def test_the_bounds_of_the_file_are_those_of_the_checks(tmp_path: Path) -> None:
    path = written(tmp_path, "[gates]\nmin_records = 1000\n")
    data = ["--config", path, "--data", tmp_path / "data", "--only", "eduscol"]
    done = invoke("run", "--mirror", small_site(tmp_path / "site"), *data)
    assert (done.exit_code, "at least 1000 needed" in done.stderr) == (4, True), done.stderr
    for verb in ("publish", "check"):
        assert invoke(verb, *data).exit_code == 4, verb
    taken = invoke("publish", *data, "--accept", "records")
    assert (taken.exit_code, "fatal" in taken.stderr) == (0, False)
    assert "accepted   records: " in taken.stderr
    proposed = invoke("check", *data, "--suggest").stdout
    assert "min_site_records = 3  # observed: 4" in proposed
    written(tmp_path, proposed)
    assert invoke("check", *data).exit_code == 0


def test_a_source_has_a_name_for_its_producer_s_own_address(tmp_path: Path) -> None:
    path = written(tmp_path, '[sources]\nfiches = ["onisep"]\nofficial_list = "ministere"\n')
    seen = values("--config", path)
    assert seen["fiches"][0].startswith("https://api.opendata.onisep.fr/")
    assert seen["official_list"].startswith("https://data.education.gouv.fr/")
    given = values("--fiches", "onisep", "--official-list", "ministere")
    assert (given["fiches"], given["official_list"]) == (seen["fiches"], seen["official_list"])
    # a file of that name, and the name of another source
    other = values("--fiches", "./onisep", "--fiches", "ministere")
    assert other["fiches"] == (Path("onisep"), Path("ministere"))
