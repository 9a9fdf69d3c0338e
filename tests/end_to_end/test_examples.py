"""The files of examples/: every command in them exists, and units and jobs do what they say."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scraper.cli.main import cli

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(path for path in EXAMPLES.rglob("*") if path.is_file() and path.suffix != ".md")
SCHEDULES = [p for p in FILES if p.parent.name in {"systemd", "cron", "container", "github"}]
_CALL = re.compile(
    r"(?:bin/|^\s*|\brun: |; |then )eduscol (?P<verb>[a-z-]+)(?P<rest>[^\n>|&;]*)", re.MULTILINE
)


@pytest.mark.parametrize("path", SCHEDULES, ids=lambda path: path.name)
def test_every_command_and_option_exists(path: Path) -> None:
    text = path.read_text("utf-8")
    calls = list(_CALL.finditer(text))
    if path.suffix in {".service", ".cron", ".yml"}:
        assert calls
    for call in calls:
        verb = cli.commands[call["verb"]]
        known = {option for parameter in verb.params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", call["rest"])) <= known, call[0]
    settings = {p.envvar for verb in cli.commands.values() for p in verb.params if p.envvar}
    assert set(re.findall(r"EDUSCOL_[A-Z_]+", text)) <= settings


@pytest.mark.parametrize(("code", "mails"), [(0, False), (75, False), (4, True), (1, True)])
def test_a_cron_job_fails_on_bad_nights_only(tmp_path: Path, code: int, mails: bool) -> None:
    program = tmp_path / "eduscol"
    program.write_text(f"#!/bin/sh\nexit {code}\n")
    program.chmod(0o755)
    jobs = re.findall(r"^[\d* ]+  (/srv.*run.*)$", (EXAMPLES / "cron" / "eduscol.cron").read_text(),
                      re.MULTILINE)  # fmt: skip
    (job,) = (job.replace("/srv/eduscol/.venv/bin/eduscol", str(program)) for job in jobs)
    done = subprocess.run(["sh", "-c", job], check=False, env=dict(os.environ))
    assert (done.returncode != 0) == mails


@pytest.mark.parametrize("name", ["read_version.py", "read_pages.py", "follow_changes.py"])
def test_an_example_without_arguments_says_how_it_is_called(name: str) -> None:
    call = [sys.executable, str(EXAMPLES / name)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"python3 {name} " in done.stderr
    assert "Traceback" not in done.stderr


def test_the_example_of_a_version_tells_of_a_wrong_folder_in_a_line(tmp_path: Path) -> None:
    call = [sys.executable, str(EXAMPLES / "read_version.py"), str(tmp_path), "boucher"]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert str(tmp_path) in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_units_are_accepted_where_systemd_is(tmp_path: Path) -> None:
    units = sorted((EXAMPLES / "systemd").iterdir())
    assert {unit.suffix for unit in units} == {".service", ".timer"}
    for unit in units:
        text = unit.read_text().replace("/srv/eduscol/.venv/bin/eduscol", "/bin/true")
        assert "[Install]" in text or unit.suffix == ".service"
        (tmp_path / unit.name).write_text(re.sub(r"^(User|Group)=.*\n", "", text, flags=re.M))
    if verifier := shutil.which("systemd-analyze"):
        paths = [str(tmp_path / unit.name) for unit in units]
        done = subprocess.run([verifier, "verify", *paths], capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


def test_the_container_is_not_root_and_has_a_health_check() -> None:
    lines = (EXAMPLES / "container" / "Containerfile").read_text().splitlines()
    instructions = [line.split()[0] for line in lines if re.match(r"[A-Z]+ ", line)]
    assert {"USER", "VOLUME", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT"} <= set(instructions)
    last_stage = lines[max(n for n, line in enumerate(lines) if line.startswith("FROM ")) :]
    assert "USER 10001" in last_stage
    assert all("-slim" in line for line in lines if line.startswith("FROM "))
