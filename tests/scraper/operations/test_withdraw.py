"""Withdrawing a version: the last good one is in force, and the bad data does not come back."""

import dataclasses
import itertools
import json
import os
import shlex
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from output.checks.check_result import FailedChecks
from output.publish.publish import publish
from schema.errors import UnusableInput
from scraper.operations.status import status_of
from scraper.operations.status_model import Health
from scraper.operations.withdraw import withdraw
from tests.output.publish.test_killed import DONE, KILLED, before_each_step, in_child
from tests.support.command import invoke
from tests.support.samples import other, page, record, sample

GOOD, BAD = (record(), other(1)), (record(description="Faux."), other(1))


def versions(data: Path) -> Any:
    return json.loads((data / "published" / "versions.json").read_bytes())


def latest(data: Path) -> str:
    return str((data / "published" / "latest").readlink())


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good version and a bad one behind it."""
    folder = tmp_path_factory.mktemp("two")
    publish(sample(*GOOD), folder / "published")
    publish(sample(*BAD), folder / "published")
    return folder


@pytest.fixture
def data(two: Path, tmp_path: Path) -> Path:
    """A copy of the two."""
    return Path(shutil.copytree(two, tmp_path / "data", symlinks=True))


def test_the_last_good_version_is_the_latest_and_the_list_says_why(data: Path) -> None:
    good, bad = (listed["version"] for listed in versions(data)["versions"])
    assert withdraw(data, "latest", "wrong description").latest == good
    assert (latest(data), versions(data)["latest"]) == (good, good)
    assert [v["withdrawn"] for v in versions(data)["versions"]] == [None, "wrong description"]
    assert (data / "published" / bad / "referentials.db").is_file()


def test_a_withdrawn_version_keeps_its_reason(data: Path) -> None:
    bad = withdraw(data, "latest", "wrong description").version
    before = (data / "published" / "withdrawn.json").read_bytes()
    with pytest.raises(UnusableInput, match=f"{bad} was already withdrawn .*wrong description"):
        withdraw(data, bad, "another reason")
    assert (data / "published" / "withdrawn.json").read_bytes() == before
    assert withdraw(data, bad, "wrong description").version == bad  # as a cut one is completed


def test_the_same_data_is_refused_until_it_is_accepted(data: Path) -> None:
    good, bad = (listed["version"] for listed in versions(data)["versions"])
    withdraw(data, bad, "wrong")
    with pytest.raises(FailedChecks, match="withdrawn as version"):
        publish(sample(*BAD), data / "published")
    assert latest(data) == good
    done = publish(sample(*BAD), data / "published", accept=["withdrawn"])
    assert (done.version, latest(data)) == (bad, bad)
    assert [v["withdrawn"] for v in versions(data)["versions"]] == [None, None]
    assert versions(data)["last_run"] == "published"
    assert not publish(sample(*BAD), data / "published").new


def test_other_data_or_another_program_publishes(data: Path) -> None:
    withdraw(data, "latest", "wrong")
    newer = dataclasses.replace(sample(*BAD), code="0.2.0")
    assert publish(newer, data / "published").new
    withdraw(data, "latest", "wrong again")
    assert publish(sample(record(description="Juste."), other(1)), data / "published").new


@pytest.mark.parametrize(
    "given",
    [
        {"issues": ()},
        {"pages": (page(BAD[0]), page(BAD[1], outcome="failed", reason="status"))},
        {"rejected": ()},
    ],
    ids=["an issue less", "a page failed", "a refusal less"],
)
def test_withdrawn_records_do_not_come_back_with_another_page(
    data: Path, given: dict[str, Any]
) -> None:
    good, bad = (listed["version"] for listed in versions(data)["versions"])
    withdraw(data, bad, "wrong")
    with pytest.raises(FailedChecks, match=f"withdrawn as version {bad}: wrong"):
        publish(sample(*BAD, **given), data / "published")
    assert latest(data) == good
    assert publish(sample(*BAD, **given), data / "published", accept=["withdrawn"]).new
    assert publish(sample(*BAD), data / "published").new  # accepted is accepted


def test_withdrawn_records_do_not_come_back_beside_a_change_of_another(data: Path) -> None:
    withdraw(data, "latest", "wrong")
    with pytest.raises(FailedChecks, match="withdrawn as version"):
        publish(sample(BAD[0], other(1, description="Neuf."), other(2)), data / "published")
    same_but_for_issues = record(description="Faux.", issues=())
    with pytest.raises(FailedChecks, match="withdrawn as version"):
        publish(sample(same_but_for_issues, other(1)), data / "published")


def test_a_record_that_a_withdrawn_version_lacked_is_not_taken_away_again(data: Path) -> None:
    less = publish(sample(other(1)), data / "published", accept=["records-gone"])
    withdraw(data, less.version, "a record is missing")
    with pytest.raises(FailedChecks, match=f"withdrawn as version {less.version}"):
        publish(sample(other(1), other(2)), data / "published", accept=["records-gone"])


def test_records_mended_in_part_are_published_and_told(data: Path) -> None:
    worse = (record(description="Faux."), other(1, description="Faux aussi."), other(2))
    withdraw(data, "latest", "wrong")
    bad = publish(sample(*worse), data / "published", accept=["withdrawn"])
    withdraw(data, bad.version, "worse")
    mended = sample(record(), *worse[1:])
    done = publish(mended, data / "published")
    (told,) = [check for check in done.checks if check.name == "withdrawn"]
    assert (told.level, told.passed, told.observed) == ("warning", False, 2)
    assert told.explanation == (
        f"2 of the 3 records that were changed in version {bad.version} (withdrawn: worse) are as "
        "they were there"
    )
    again = publish(sample(record(), *worse[1:], issues=()), data / "published")
    assert [check.passed for check in again.checks if check.name == "withdrawn"] == [True]


def test_without_the_folder_of_the_version_the_same_data_is_refused(data: Path) -> None:
    bad = latest(data)
    withdraw(data, bad, "wrong")
    shutil.rmtree(data / "published" / bad)
    with pytest.raises(FailedChecks, match="withdrawn as version"):
        publish(sample(*BAD), data / "published")
    assert publish(sample(*BAD, issues=()), data / "published").new


def test_a_withdrawal_outlives_versions_json(data: Path) -> None:
    good = versions(data)["versions"][0]["version"]
    withdraw(data, "latest", "wrong")
    (data / "published" / "versions.json").unlink()
    assert not publish(sample(*GOOD), data / "published").new
    assert latest(data) == good
    assert versions(data)["versions"][1]["withdrawn"] == "wrong"


def test_the_only_version_can_be_withdrawn(tmp_path: Path) -> None:
    publish(sample(), tmp_path / "published")
    assert withdraw(tmp_path, "latest", "wrong").latest is None
    assert not (tmp_path / "published" / "latest").is_symlink()
    assert versions(tmp_path)["latest"] is None
    with pytest.raises(FailedChecks):
        publish(sample(), tmp_path / "published")


def test_a_withdrawal_killed_at_any_step_is_told_until_it_is_complete(
    two: Path, tmp_path: Path
) -> None:
    data, told = tmp_path / "it's", []
    for step in itertools.count():
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(two, data, symlinks=True)
        good, bad = (listed["version"] for listed in versions(data)["versions"])
        if in_child(partial(_withdraw_until, step, data)) == DONE:
            break
        status, began = status_of(data), (data / "published" / "withdrawn.json").exists()
        is_bad = bad in {latest(data), versions(data)["latest"]}
        assert (status.health is Health.FAILING) == (began and is_bad), step
        if began and is_bad and versions(data)["latest"] == bad:
            told.append(step)
            (advice,) = status.advice
            command = shlex.split(advice.en.partition(": eduscol ")[2])
            assert invoke(*command).exit_code == 0
            assert (latest(data), versions(data)["latest"]) == (good, good)
            assert status_of(data).health is Health.HEALTHY
    assert told


def _withdraw_until(step: int, data: Path) -> None:
    """Withdraw the last version, ended before step `step` of those that touch the disk."""
    left = itertools.count(step, -1)
    before_each_step(data, lambda: os._exit(KILLED) if next(left) == 0 else None)
    withdraw(data, "latest", "it's wrong")


@pytest.mark.parametrize("name", ["20261103-00000000", "../published", "", "."])
def test_what_is_no_version_is_refused(data: Path, name: str) -> None:
    before = versions(data)
    with pytest.raises(UnusableInput, match="no version"):
        withdraw(data, name, "wrong")
    assert versions(data) == before
