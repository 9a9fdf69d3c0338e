"""The checks of a dataset: each fails for one input, is accepted by name, has a bound."""

import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from output.checks import thresholds
from output.checks.acceptable import acceptable
from output.checks.against_past import scope_check
from output.checks.check_result import FAULTS, FailedChecks, at_most
from output.checks.run_checks import run_checks
from output.checks.suggest_bounds import suggested_bounds
from output.checks.thresholds import Bounds, bounds
from output.dataset.dataset import Dataset
from output.dataset.record_lines import RecordLines
from output.dataset.rows import PageIssue, Rejected, SourceRow
from output.diff.version_content import content_of
from output.formats.sqlite import BrokenDatabase
from output.publish.publish import check, publish
from output.publish.version_identity import content_sha256
from schema.errors import ProgramFault, RefusedToPublish, UnusableInput, UnusableTarget
from schema.issues import IssueCode, issue
from schema.referential import Referential
from tests.support.samples import EDUSCOL, build, other, page, record, sample


def many(count: int, **values: Any) -> list[Referential]:
    return [other(number, **values) for number in range(count)]


def build_of(records: list[Referential], **given: Any) -> Dataset:
    return sample(*records, pages=[page(row) for row in records], **given)


def official_list(rows: int) -> tuple[SourceRow, ...]:
    return (EDUSCOL.model_copy(update={"name": "list", "documents": rows, "refused": 0}),)


def suspect(number: int) -> list[PageIssue]:
    """The issues of the first pages of `many`, which are held back."""
    return [
        PageIssue(url=row.url or "", issue=issue(IssueCode.PAGE_SUSPECT)) for row in many(number)
    ]


FAULT = Rejected(
    input="https://example.org/a.html",
    page="a",
    reason="reader-fault",
    detail="IndexError: list index out of range (parsers/extract/orders.py, line 12)",
    record=None,
)


def unread(number: int) -> list[str]:
    """The addresses of the first pages of `many`, which failed in the last run."""
    return [row.url or "" for row in many(number)]


def results(
    new: Dataset, last: Dataset | None = None, limits: Bounds | None = None
) -> dict[str, bool]:
    before = content_of(last) if last else None
    return {c.name: c.passed for c in run_checks(content_of(new), before, limits or bounds())}


def test_a_good_harvest_passes_all_checks() -> None:
    assert all(results(build_of(many(20)), build_of(many(20))).values())


Make = Callable[[], Dataset]
Case = tuple[str, Make, Make | None]
build_later = partial(partial, build_of)
WITH_LIST = (EDUSCOL, EDUSCOL.model_copy(update={"name": "list"}))
CASES: list[Case] = [
    ("records", partial(build, []), None),
    ("records-gone", build_later(many(17)), build_later(many(20))),
    ("records-gone-some", build_later(many(19)), build_later(many(20))),
    ("ids-renamed", build_later([*many(19), other(19, id="z-1")]), build_later(many(20))),
    (
        "values:access",
        build_later([*many(20, access=None)[:18], *many(20)[18:]]),
        build_later(many(20)),
    ),
    (
        "values:trades:BTS",
        build_later(many(4, diploma_type="BTS", trades=()) + many(20)[4:]),
        build_later(many(4, diploma_type="BTS") + many(20)[4:]),
    ),
    ("pages-refused", partial(sample, record()), None),
    (
        "sources-gone",
        build_later(many(20)),
        build_later(many(20), sources=WITH_LIST),
    ),
    (
        "joins-lost",
        build_later(many(20), sources=WITH_LIST),
        build_later(
            [*many(19), other(19, sources=("eduscol", "list"), expectations="Rigueur.")],
            sources=WITH_LIST,
        ),
    ),
    (
        "source-refused:list",
        build_later(
            many(20),
            sources=(EDUSCOL.model_copy(update={"name": "list", "documents": 9, "refused": 1}),),
        ),
        None,
    ),
    (
        "unknown-types",
        build_later(many(3, issues=(issue(IssueCode.UNKNOWN_TYPE),)) + many(20)[3:]),
        None,
    ),
    (
        "unknown-prefixes",
        build_later(many(3, issues=(issue(IssueCode.UNKNOWN_PREFIX),)) + many(20)[3:]),
        None,
    ),
    (
        "unknown-headings",
        build_later(many(8, issues=(issue(IssueCode.UNKNOWN_HEADING),)) + many(20)[8:]),
        None,
    ),
    ("records", build_later(many(20), scope="site"), None),
    ("filled:code", build_later(many(100, code=None), scope="site"), None),
    ("filled:code", build_later(many(11, code=None) + many(20)[11:], scope="mirror"), None),
    ("filled:code", build_later(many(11, code=None) + many(20)[11:], scope="part 20"), None),
    ("filled:level", build_later(many(100, level=None), scope="site"), None),
    ("filled:type", build_later(many(100, diploma_type=None), scope="site"), None),
    (
        "filled:substance",
        build_later(
            many(100, description=None, access=None, trades=(), legal_texts=(), documents=()),
            scope="site",
        ),
        None,
    ),
    (
        "filled:level:BTS",
        build_later(many(8, diploma_type="BTS", level=None) + many(100)[8:], scope="site"),
        None,
    ),
    ("records-grown", build_later(many(61)), build_later(many(20))),
    (
        "source-shrunk:list",
        build_later(many(20), sources=official_list(402)),
        build_later(many(20), sources=official_list(576)),
    ),
    ("source-small:list", build_later(many(20), sources=official_list(2)), None),
    ("page-suspect", build_later(many(20), issues=suspect(3)), None),
    ("pages-unread", build_later(many(20), unread=unread(6)), None),
    ("pages-unread-some", build_later(many(20), unread=unread(3)), None),
    ("reader-fault", build_later(many(20), rejected=[FAULT]), None),
    ("archive-damaged", build_later(many(20), damaged=unread(1)), None),
]


# Checks whose failing input has a test of its own, below, and what withdraws a version.
HAVE_OWN_TESTS = {
    "inputs-gone", "integrity", "new-layouts", "order", "records-fallen", "schema-validity",
    "scope", "withdrawn",
}  # fmt: skip


def names_of_checks(folder: Path) -> set[str]:
    """The names of all checks, up to their colon: those of a whole crawl after a first version."""
    whole = build_of(many(20), scope="site", sources=WITH_LIST)
    limits = bounds({"min_site_records": 1, "min_list_documents": 0})
    publish(whole, folder, limits=limits)
    return {row.name.partition(":")[0] for row in check(whole, folder, limits=limits)}


def test_every_fatal_check_is_accepted_by_name_or_a_fault_of_the_program(tmp_path: Path) -> None:
    """What a message or `status` advises to `--accept` has to be taken by it."""
    whole = build_of(many(20), scope="site", sources=WITH_LIST)
    limits = bounds({"min_site_records": 1, "min_list_documents": 0})
    publish(whole, tmp_path, limits=limits)
    found = [*check(whole, tmp_path, limits=limits), scope_check("mirror", "site", None)]
    for _, new, last in CASES:
        before = content_of(last()) if last else None
        found += run_checks(content_of(new()), before, bounds())
    fatal = {row.name for row in found if row.level == "fatal"}
    assert {"values:access", "filled:code", "scope", "withdrawn"} <= fatal
    assert fatal - FAULTS <= set(acceptable())


def test_every_check_has_an_input_that_makes_it_fail(tmp_path: Path) -> None:
    tried = {name.partition(":")[0] for name, _, _ in CASES}
    assert names_of_checks(tmp_path) == tried | HAVE_OWN_TESTS


@pytest.mark.parametrize(("name", "new", "last"), CASES, ids=[name for name, _, _ in CASES])
def test_each_check_can_fail(name: str, new: Make, last: Make | None) -> None:
    before = content_of(last()) if last else None
    checks = {check.name: check for check in run_checks(content_of(new()), before, bounds())}
    assert not checks[name].passed


def test_records_without_a_code_are_counted_in_every_scope() -> None:
    """A part of the site only warns, and a few pages prove nothing."""
    half = build_of(many(10, code=None) + many(20)[10:], scope="mirror")
    few = build_of(many(7, code=None), scope="part 7")
    for new, message in (
        (half, "records with a code in the scope mirror (10 of 20 have none): 50.0%"),
        (few, "records with a code in the scope part 7 (7 of 7 have none): nothing to count"),
    ):
        checks = {each.name: each for each in run_checks(content_of(new), None, bounds())}
        assert (checks["filled:code"].level, checks["filled:code"].passed) == ("warning", True)
        assert checks["filled:code"].explanation.startswith(message)


def test_a_record_that_a_better_source_completes_has_lost_no_join() -> None:
    """The list gave what is expected, and now a fiche does."""
    both = (*WITH_LIST, EDUSCOL.model_copy(update={"name": "onisep"}))
    listed = other(19, sources=("eduscol", "list"), expectations="Rigueur.")
    better = other(19, sources=("eduscol", "onisep"), expectations="Rigueur.")
    less = other(19, sources=("eduscol", "onisep"))
    last = build_of([*many(19), listed], sources=both)
    assert results(build_of([*many(19), better], sources=both), last)["joins-lost"]
    assert not results(build_of([*many(19), less], sources=both), last)["joins-lost"]


def test_half_of_a_field_gone_is_fatal_and_less_is_not() -> None:
    last = build_of(many(10))
    lost = {n: build_of(many(n, access=None) + many(10)[n:]) for n in (5, 6)}
    assert results(lost[5], last)["values:access"]
    assert not results(lost[6], last)["values:access"]


def test_values_of_records_that_are_gone_are_not_told_once_more() -> None:
    last = build_of(many(20))
    failed = [name for name, passed in results(build_of(many(4)), last).items() if not passed]
    assert failed == ["records-gone", "records-gone-some"]
    # what those that are left have lost is told
    assert not results(build_of(many(10, access=None)), last)["values:access"]


def test_nobody_is_advised_to_publish_nothing(tmp_path: Path) -> None:
    with pytest.raises(FailedChecks, match="nothing was read") as caught:
        publish(build([]), tmp_path)
    assert "--accept" not in str(caught.value)


def test_small_steps_that_add_up_are_fatal(tmp_path: Path) -> None:
    """40 to 29 in four steps, each within the bound of one step."""
    for count in (40, 37, 34, 32):
        publish(build_of(many(count)), tmp_path)
    with pytest.raises(FailedChecks, match="records-fallen"):
        publish(build_of(many(29)), tmp_path)


def test_a_fall_that_was_accepted_is_the_new_measure(tmp_path: Path) -> None:
    publish(build_of(many(40)), tmp_path)
    publish(build_of(many(20)), tmp_path, accept={"records-gone"})
    publish(build_of(many(19)), tmp_path)
    checks = {row.name: row for row in publish(build_of(many(18)), tmp_path).checks}
    fallen = checks["records-fallen"]
    assert (fallen.passed, fallen.observed) == (True, 0.1)
    assert fallen.explanation.startswith("records gone since the best of the last 10 versions (20)")


def test_what_was_given_before_and_is_left_out_is_named(tmp_path: Path) -> None:
    given = (("lexicon", "a" * 64), ("fiches", "b" * 64), ("site", "3.1"))
    publish(build_of(many(20), inputs=dict(given)), tmp_path)
    checks = {row.name: row for row in check(build_of(many(20)), tmp_path)}
    assert not checks["inputs-gone"].passed
    # a format that is left out makes no record, and explains nothing
    assert "--fiches, --lexicon, this" in checks["inputs-gone"].explanation
    with pytest.raises(FailedChecks) as caught:
        publish(build_of(many(5)), tmp_path)
    cause, _, rest = str(caught.value).partition("; what fails without: ")
    assert cause.startswith("not published: inputs-gone: the last version was made with --fiches")
    assert "run the same command with --fiches --lexicon ..." in cause
    assert "--accept records-gone" in rest


def test_a_lexicon_in_use_is_named_before_what_to_accept(tmp_path: Path) -> None:
    publish(build_of(many(20)), tmp_path)
    with pytest.raises(FailedChecks, match=r"without --lexicon; else .* --accept records-gone"):
        publish(build_of(many(5), inputs={"lexicon": "a" * 64}), tmp_path)
    with pytest.raises(FailedChecks) as caught:
        publish(build_of(many(5)), tmp_path)
    assert "lexicon" not in str(caught.value)


def test_bounds_are_proposed_from_a_healthy_version() -> None:
    healthy = content_of(build_of(many(200), sources=official_list(576), scope="site"))
    proposed = tomllib.loads(suggested_bounds(healthy, bounds()))["gates"]
    assert proposed["min_site_records"] == 180
    assert proposed["min_list_documents"] == 518
    assert proposed["min_filled_code_share"] == 0.9
    assert bounds(proposed).min_site_records == 180
    passed = run_checks(healthy, None, bounds(proposed))
    assert all(result.passed for result in passed)


def test_few_values_prove_nothing() -> None:
    last = build_of(many(3, acronym="A") + many(20, acronym=None)[3:])
    assert results(build_of(many(20, acronym=None)), last)["values:acronym"]


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.model_copy(update={"content_sha256": "0" * 64}),
        lambda row: row.model_copy(update={"id": "É"}),
        lambda row: row.model_copy(update={"level": 9}),
        lambda row: record(access="Apre\u0300s"),
    ],
    ids=["hash", "id", "level", "nfc"],
)
def test_a_record_that_does_not_fit_is_a_fault(
    change: Callable[[Referential], Referential], tmp_path: Path
) -> None:
    """It cannot be accepted, and the last good version stays."""
    good = publish(build_of(many(20)), tmp_path)
    broken = build_of([*many(20), change(record())])
    with pytest.raises(FailedChecks, match="cannot be accepted") as caught:
        publish(broken, tmp_path, accept=tuple(acceptable()))
    assert [check.name for check in caught.value.failed] == ["schema-validity"]
    assert {folder.name for folder in tmp_path.iterdir() if folder.is_dir()} == {
        good.version,
        "latest",
    }


def test_a_fatal_check_publishes_nothing_and_says_how_to_accept_it(tmp_path: Path) -> None:
    published = publish(build_of(many(20)), tmp_path)
    with pytest.raises(FailedChecks, match=r"--accept records-gone$") as caught:
        publish(build_of(many(10)), tmp_path)
    assert isinstance(caught.value, RefusedToPublish)
    assert "\n" not in str(caught.value)
    assert (tmp_path / "latest").readlink().name == published.version
    listed = json.loads((tmp_path / "versions.json").read_text())
    assert listed["last_run"] == "failed"
    assert listed["latest"] == published.version
    (failed,) = listed["failed"]
    assert failed["records"] == 10
    assert "records-gone" in failed["checks"][0]
    assert failed["reason"] == failed["checks"][0]
    assert datetime.fromisoformat(failed["at"]).tzinfo is not None
    assert not list(tmp_path.glob(".tmp-*"))


def test_a_refused_run_lists_as_many_issues_as_its_version_would_have(tmp_path: Path) -> None:
    remark = issue(IssueCode.FETCH_FAILED, None, "status 404")
    of_page = PageIssue(url="https://eduscol.education.fr/a", issue=remark)
    dataset = build_of(many(20), issues=[of_page])
    with pytest.raises(FailedChecks):
        publish(dataset, tmp_path, limits=bounds({"min_records": 100}))
    publish(dataset, tmp_path)
    listed = json.loads((tmp_path / "versions.json").read_text())
    assert listed["failed"][0]["issues"]["fetch-failed"] == 1
    assert sum(listed["failed"][0]["issues"].values()) == listed["versions"][0]["issues"]


def test_what_was_accepted_by_name_is_published(tmp_path: Path) -> None:
    publish(build_of(many(20)), tmp_path)
    done = publish(build_of(many(10)), tmp_path, accept={"records-gone"})
    assert done.new
    assert [c.name for c in done.checks if not c.passed] == ["records-gone", "records-gone-some"]


def test_records_under_another_id_are_not_gone() -> None:
    renamed = [other(number, id=f"z-{number}") for number in range(10)]
    result = results(build_of([*renamed, *many(20)[10:]]), build_of(many(20)))
    assert [name for name, passed in result.items() if not passed] == ["ids-renamed"]


def test_the_allowed_share_itself_is_allowed() -> None:
    """One of ten gone beside three renamed: 4/10 - 3/10 is more than 1/10 in floating point."""
    renamed = [other(number, id=f"z-{number}") for number in range(3)]
    result = results(build_of([*renamed, *many(9)[3:]]), build_of(many(10)))
    assert result["records-gone"]


def test_data_that_is_not_new_must_pass_too(tmp_path: Path) -> None:
    published = publish(build_of(many(20)), tmp_path)
    needs_more = bounds({"min_records": 100})
    with pytest.raises(FailedChecks, match="--accept records"):
        publish(build_of(many(20)), tmp_path, limits=needs_more)
    assert json.loads((tmp_path / "versions.json").read_text())["last_run"] == "failed"
    done = publish(build_of(many(20)), tmp_path, limits=needs_more, accept={"records"})
    assert (done.new, done.version) == (False, published.version)
    with pytest.raises(UnusableInput, match="record is not known"):
        publish(build_of(many(20)), tmp_path, accept={"record"})


@pytest.mark.parametrize("size", [0, 100])
def test_a_damaged_version_is_no_measure_for_one_of_its_scope(tmp_path: Path, size: int) -> None:
    published = publish(build_of(many(20)), tmp_path)
    publish(build_of(many(3), scope="all"), tmp_path)
    with (published.folder / "referentials.ndjson.gz").open("rb+") as file:
        file.truncate(size)
    with pytest.raises(
        UnusableTarget, match=rf"{published.version}, the last of this scope, is damaged"
    ):
        publish(build_of(many(10)), tmp_path)


def test_a_name_that_is_no_check_s_is_refused_with_the_nearest(tmp_path: Path) -> None:
    publish(build_of(many(20)), tmp_path)
    with pytest.raises(UnusableInput, match=r"record-gone is not known; .* --accept records-gone"):
        publish(build_of(many(10)), tmp_path, accept={"record-gone"})


def test_another_scope_is_told(tmp_path: Path) -> None:
    publish(build_of(many(20)), tmp_path)
    done = publish(build_of(many(3), scope="all"), tmp_path)
    assert [c.name for c in done.checks if not c.passed] == ["scope"]


def test_another_name_accepts_nothing(tmp_path: Path) -> None:
    publish(build_of(many(20)), tmp_path)
    with pytest.raises(FailedChecks):
        publish(build_of(many(10)), tmp_path, accept={"records"})


def test_a_part_after_a_whole_crawl_is_compared_with_it(tmp_path: Path) -> None:
    """Else a run that asked for few pages, or a damaged journal, would turn every check off."""
    whole = publish(build_of(many(120), scope="site"), tmp_path)
    with pytest.raises(FailedChecks, match="records-gone") as refused:
        publish(build_of(many(60), scope="part"), tmp_path)
    (scope,) = (check for check in refused.value.checks if check.name == "scope")
    assert f"compared with {whole.version}, of scope 'site'" in scope.explanation
    assert publish(build_of(many(119), scope="part"), tmp_path).new
    with pytest.raises(FailedChecks, match="records-gone"):  # and the next with both
        publish(build_of(many(100), scope="part"), tmp_path)
    with pytest.raises(FailedChecks, match="records-gone"):
        publish(build_of(many(100), scope="site"), tmp_path)
    assert publish(build_of(many(200), scope="site"), tmp_path).new


def test_a_copy_replaces_the_site_only_when_it_is_accepted(tmp_path: Path) -> None:
    publish(build_of(many(20), scope="part"), tmp_path)
    with pytest.raises(FailedChecks, match=r"scope: .* folder of its own .* --accept scope"):
        publish(build_of(many(20), scope="mirror"), tmp_path)
    assert publish(build_of(many(20), scope="mirror"), tmp_path, accept={"scope"}).new
    assert publish(build_of(many(21), scope="mirror"), tmp_path).new
    assert publish(build_of(many(21), scope="part"), tmp_path).new  # the site is back


def test_versions_of_another_scope_are_not_compared(tmp_path: Path) -> None:
    publish(build_of(many(20)), tmp_path)
    publish(build_of(many(2), scope="limited"), tmp_path)
    with pytest.raises(FailedChecks, match="records-gone"):
        publish(build_of(many(3)), tmp_path)
    assert publish(build_of(many(21)), tmp_path).new


def test_a_broken_database_is_refused_and_cannot_be_accepted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise BrokenDatabase("foreign keys: trades")

    monkeypatch.setattr("output.publish.write_version.WRITERS", (broken,))
    with pytest.raises(FailedChecks, match="cannot be accepted"):
        publish(sample(), tmp_path)
    assert not (tmp_path / "latest").exists()


def test_rows_that_do_not_ascend_are_refused_and_cannot_be_accepted(tmp_path: Path) -> None:
    class Unordered(RecordLines):
        def lines(self) -> Iterator[bytes]:
            return reversed([*super().lines()])

    lines = Unordered()
    assert [*lines.dump(many(2))]
    unordered = replace(sample(*many(2)), lines=lines)
    with pytest.raises(FailedChecks, match=r"order: referentials: .*; a fault of the program"):
        publish(unordered, tmp_path)
    assert not (tmp_path / "latest").exists()


def test_checking_publishes_nothing(tmp_path: Path) -> None:
    checks = check(build_of(many(20)), tmp_path)
    assert all(result.passed for result in checks)
    assert {"integrity", "order"} <= {result.name for result in checks}
    assert [path.name for path in tmp_path.iterdir() if path.name != ".lock"] == []


def test_a_bound_may_be_set() -> None:
    limits = bounds({"max_gone_share": 0.5})
    assert results(build_of(many(12)), build_of(many(20)), limits)["records-gone"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"max_gone": 0.5}, "gates.max_gone is not known; the nearest name is max_gone_share"),
        ({"max_gone_share": 10}, "gates.max_gone_share = 10"),
        ({"min_records": "1"}, "gates.min_records = '1'"),
    ],
)
def test_a_bound_that_is_none_is_refused_by_name(given: dict[str, Any], message: str) -> None:
    with pytest.raises(UnusableInput, match=message):
        bounds(given)


def test_a_bound_that_the_packaged_file_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = bounds().model_dump()
    packaged.pop("min_values")
    monkeypatch.setattr(thresholds, "_defaults", lambda: packaged)
    with pytest.raises(ProgramFault, match=r"output/data/gates\.toml lacks min_values$"):
        bounds()


@pytest.mark.parametrize(
    ("share", "bound", "words"),
    [
        (0.5, 0.1, "50.0%, at most 10.0% allowed"),
        (0.0, 0.0001, "0.00%, at most 0.01% allowed"),
        (0.1004, 0.1, "10.04%, at most 10.00% allowed"),
        (0.1, 0.1, "10.0%, at most 10.0% allowed"),
    ],
)
def test_a_share_and_its_bound_are_told_apart(share: float, bound: float, words: str) -> None:
    assert at_most("name", share, bound, "fatal", "lost").explanation == f"lost: {words}"


def test_new_layouts_are_named_before_a_field_goes_missing() -> None:
    records = many(20)
    old = sample(*records, pages=[page(row, layout="a" * 12) for row in records])
    new = sample(
        *records,
        pages=[page(row, layout=("b" if n < 5 else "a") * 12) for n, row in enumerate(records)],
    )
    assert results(old)["new-layouts"], "the first run only informs"
    assert results(old, old)["new-layouts"]
    assert not results(new, old)["new-layouts"]
    (failed,) = [c for c in run_checks(content_of(new), content_of(old), bounds()) if not c.passed]
    assert failed.level == "warning"
    assert "b" * 12 in failed.explanation
    assert str(page(records[0]).url) in failed.explanation


def test_layouts_are_part_of_no_versions_data() -> None:
    """A template that changes and reads the same makes no new version of the data."""
    (row,) = many(1)
    assert content_sha256(sample(row, pages=[page(row, layout="a" * 12)])) == content_sha256(
        sample(row, pages=[page(row, layout="b" * 12)])
    )
