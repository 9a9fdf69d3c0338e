"""The list of changes over all versions: numbered, append-only, with withdrawals."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from output.formats.datasette_queries import QUESTIONS
from output.publish.publish import publish
from output.versions.store import Store
from output.versions.verify import faults
from schema.issues import IssueCode, issue
from scraper.cli.main import cli
from scraper.operations.withdraw import withdraw
from tests.support.follower import MOVED, steps
from tests.support.samples import other, record, sample, trade
from tests.support.static_server import served

CLIENT = Path(__file__).parents[3] / "examples" / "follow_changes.py"


def log(data: Path) -> list[dict[str, Any]]:
    lines = (data / "published" / "changes.ndjson").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_follower_has_the_ids_in_force_after_every_step(tmp_path: Path) -> None:
    (tmp_path / "published").mkdir()
    with served(tmp_path / "published") as server:
        for name, ids in steps(tmp_path):
            state = tmp_path / "state.json"
            subprocess.run([sys.executable, CLIENT, server.address, state], check=True, timeout=60)
            assert json.loads(state.read_text())["ids"] == ids, name


def follow(published: Path, copy: dict[str, Any], seen: int) -> int:
    """Bring a copy of the records up to date as docs/programs.md says; return the last number."""
    versions = json.loads((published / "versions.json").read_bytes())
    records = published / versions["latest"] / "referentials"
    lines = (published / "changes.ndjson").read_text("utf-8").splitlines()
    named: dict[str, None] = {}
    for change in map(json.loads, lines[seen:]):
        named |= dict.fromkeys(filter(None, [change["referential"], change["old_id"]]))
    for name in named:
        path = records / f"{name}.json"
        copy.pop(name, None)
        if path.exists():
            copy[name] = json.loads(path.read_bytes())
    return len(lines)


def told(records: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Records without what the documents say is no change."""
    plain = []
    for row in sorted(records, key=itemgetter("id")):
        facts = {name: row[name] for name in row if name not in {"issues", "content_sha256"}}
        facts["trades"] = sorted(row["trades"], key=itemgetter("id"))
        words = json.dumps(facts, ensure_ascii=False).replace("\\n", " ").split()
        plain.append(json.loads(" ".join(words)))
    return plain


def test_a_copy_kept_as_documented_holds_every_change(tmp_path: Path) -> None:
    published = tmp_path / "published"
    trades = (*record().trades, trade("couvreur", "couvreuse"))
    in_one_line = {"description": " ".join((record().description or "").split())}
    doubtful = {"issues": (issue(IssueCode.UNKNOWN_HEADING, None, "Voies"),)}
    steps = [
        sample(record(trades=trades), other(1), other(2), other(3)),
        # told: a number, a list, a renamed id that is changed too, one that goes, one that comes
        sample(
            record(id=MOVED.id, page=MOVED.page, trades=trades, level=4, replaces=()),
            other(1, status="repealed", last_session=2026), other(2), other(4),
        ),
        # not told: white space, the order of trades, issues
        sample(
            record(id=MOVED.id, page=MOVED.page, trades=trades[::-1], level=4, replaces=()),
            other(1, status="repealed", last_session=2026, **in_one_line), other(2, **doubtful),
            other(4),
        ),
        # and with them what is told
        sample(
            record(id=MOVED.id, page=MOVED.page, trades=trades[::-1], level=4, replaces=()),
            other(1, status="repealed", last_session=2027, **in_one_line),
            other(2, duration_months=None, **doubtful), other(4),
        ),
    ]  # fmt: skip
    copy: dict[str, Any] = {}
    seen, same = 0, []
    for dataset in steps:
        publish(dataset, published, accept={"records-gone"})
        before, seen = seen, follow(published, copy, seen)
        in_force = json.loads((published / "latest" / "referentials.json").read_bytes())
        assert told(copy.values()) == told(in_force)
        changed = {row["referential"] for row in log(tmp_path)[before:]}
        same.append({row["id"] for row in in_force if copy[row["id"]] != row})
        assert not changed & same[-1]
    assert same == [set(), set(), {MOVED.id, other(1).id, other(2).id}, {MOVED.id}]


def test_lines_are_appended_and_never_changed(tmp_path: Path) -> None:
    before = b""
    for name, _ in steps(tmp_path):
        now = (tmp_path / "published" / "changes.ndjson").read_bytes()
        assert now.startswith(before), name
        assert len(now) > len(before), name
        before = now
    numbers = [row["number"] for row in log(tmp_path)]
    assert numbers == list(range(1, len(numbers) + 1))
    latest = tmp_path / "published" / "latest"
    assert (latest / "changes.ndjson").read_bytes() == before
    assert faults(latest) == []


def test_a_withdrawal_says_what_it_takes_back(tmp_path: Path) -> None:
    changes = steps(tmp_path)
    for _ in range(2):
        next(changes)
    second = Store(tmp_path / "published").link.readlink().name
    seen = len(log(tmp_path))
    next(changes)
    first = Store(tmp_path / "published").link.readlink().name
    event, *rows = log(tmp_path)[seen:]
    assert (event["kind"], event["version"], event["before"], event["after"]) == (
        "withdrawn", second, second, first,
    )  # fmt: skip
    assert {(row["kind"], row["referential"]) for row in rows if row["kind"] != "changed"} == {
        ("withdrawn", other(2).id),
        ("id_renamed", record().id),
    }
    assert {row["cause"] for row in (event, *rows)} == {"withdrawal"}


def test_withdrawals_and_restorations_bear_their_own_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = "2027-02-03T04:05:06Z"
    monkeypatch.setattr("scraper.operations.withdraw.utc_now", lambda: at)
    today = datetime.now(UTC).date()
    *_, _ = steps(tmp_path)
    days: dict[str, set[str]] = {}
    event = ""
    for row in log(tmp_path):
        event = row["kind"] if row["referential"] is None else event
        days.setdefault(event if row["cause"] == "withdrawal" else "", set()).add(row["day"])
    (restored,) = days.pop("restored")
    assert days == {"": {"2026-11-03"}, "withdrawn": {at[:10]}}
    assert date.fromisoformat(restored) - today <= timedelta(days=1)
    with closing(sqlite3.connect(tmp_path / "published/latest/referentials.db")) as database:
        sql = QUESTIONS["changements_depuis"].sql
        shown = {row[4] for row in database.execute(sql, {"date": at[:10]})}
    assert "retiré" in shown


def test_the_only_version_comes_back_after_its_withdrawal(tmp_path: Path) -> None:
    published, state = tmp_path / "published", tmp_path / "state.json"
    dataset = sample(record(), other(1))
    publish(dataset, published)
    in_force = sorted([record().id, other(1).id])
    with served(published) as server:

        def followed() -> list[str]:
            subprocess.run([sys.executable, CLIENT, server.address, state], check=True, timeout=60)
            ids: list[str] = json.loads(state.read_text())["ids"]
            return ids

        assert followed() == in_force
        withdraw(tmp_path, "latest", "wrong titles")
        assert followed() == []
        publish(dataset, published, accept={"withdrawn"})
        assert followed() == in_force
    assert [row["before"] for row in log(tmp_path) if row["kind"] == "restored"] == [None]


def test_a_withdrawal_that_was_killed_is_completed_by_the_next_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = steps(tmp_path)
    for _ in range(2):
        next(changes)
    with monkeypatch.context() as patch:
        patch.setattr("scraper.operations.withdraw.record_withdrawals", lambda *_: None)
        withdraw(tmp_path, "latest", "killed before the list was written")
    assert "withdrawn" not in {row["kind"] for row in log(tmp_path)}
    publish(sample(record(), other(1), other(9)), tmp_path / "published")
    kinds = [row["kind"] for row in log(tmp_path)]
    assert kinds.index("withdrawn") < len(kinds) - 1
    assert log(tmp_path)[-1]["referential"] == other(9).id


def test_a_list_that_was_lost_is_made_again(tmp_path: Path) -> None:
    *_, (_, ids) = steps(tmp_path)
    path = tmp_path / "published" / "changes.ndjson"
    before = path.read_bytes()
    path.unlink()
    publish(sample(MOVED, other(3)), tmp_path / "published", accept={"records-gone"})
    assert path.read_bytes() == before
    assert ids == [other(3).id, MOVED.id]


def test_a_copy_of_the_site_has_no_day(tmp_path: Path) -> None:
    publish(sample(record(), scope="mirror", day=None), tmp_path / "published")
    assert [row["day"] for row in log(tmp_path)] == [None]
    publish(sample(record(), other(1)), tmp_path / "published")
    assert [row["day"] for row in log(tmp_path)] == [None, "2026-11-03"]


def test_the_command_gives_what_came_behind_a_number(tmp_path: Path) -> None:
    *_, _ = steps(tmp_path)
    every = log(tmp_path)
    done = CliRunner().invoke(
        cli, ["diff", "--since", "3", "--json", "--data", str(tmp_path)], catch_exceptions=False
    )
    assert [json.loads(line) for line in done.stdout.splitlines()] == every[3:]
    text = CliRunner().invoke(cli, ["diff", "--since", "0", "--data", str(tmp_path)]).stdout
    assert "retiré, une version a été retirée ou rétablie" in text
    beyond = CliRunner().invoke(
        cli, ["diff", "--since", "9999", "--data", str(tmp_path)], catch_exceptions=False
    )
    assert beyond.exit_code == 0
    assert f"beyond the last change, which has number {len(every)}" in beyond.stderr
    last = ["diff", "--since", str(len(every)), "--data", str(tmp_path)]
    assert CliRunner().invoke(cli, last).stderr == ""
    for wrong in (["diff", "--data", str(tmp_path)], ["diff", "latest", "--since", "1"]):
        assert CliRunner().invoke(cli, wrong).exit_code == 2


def test_lines_that_lack_a_later_field_stay_as_they_are(tmp_path: Path) -> None:
    """A follower may remember its place in bytes: an upgrade of the program moves no line."""
    published = tmp_path / "published"
    publish(sample(record()), published)
    path = published / "changes.ndjson"
    later = {"code", "diploma_type", "name"}
    older = [{key: row[key] for key in row if key not in later} for row in log(tmp_path)]
    path.write_text("".join(f"{json.dumps(row, separators=(',', ':'))}\n" for row in older))
    before = path.read_bytes()
    publish(sample(record(), other(1)), published)
    assert path.read_bytes().startswith(before)
    assert [row.get("name") for row in log(tmp_path)] == [None, other(1).name]
