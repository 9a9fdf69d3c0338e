"""The checks between a harvest and its publication: name, what was seen, bound, level.

Success is derived from the results. A fatal check that fails is refused unless it was accepted
by name; faults of the program (`FAULTS`) cannot be accepted, since what they would let through
is no version.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import Any, Literal, NamedTuple

from pydantic import ValidationError

from output.checks.thresholds import Bounds
from output.diff.renamed_ids import pairs
from output.diff.snapshot import Snapshot
from output.tables.table_rows import json_text
from schema.errors import RefusedToPublish
from schema.issues import IssueCode
from schema.referential import Referential, content_hash

FAULTS = frozenset({"schema-validity", "integrity", "determinism"})


class Check(NamedTuple):
    """A result. `observed` is None where there was nothing to compare with."""

    name: str
    observed: float | str | None
    bound: float | str
    level: Literal["fatal", "warning"]
    passed: bool
    explanation: str


class FailedChecks(RefusedToPublish):
    """Raised with all results; its text names the failed ones and how to accept them."""

    def __init__(self, checks: tuple[Check, ...], accept: Collection[str] = ()) -> None:
        self.checks = checks
        self.failed = fatal(checks, accept)
        said = "; ".join(f"{check.name}: {check.explanation}" for check in self.failed)
        takeable = [check.name for check in self.failed if check.name not in FAULTS]
        how = " ".join(f"--accept {name}" for name in takeable)
        if len(takeable) < len(self.failed):
            advice = "a fault of the program, which cannot be accepted: please report it"
        else:
            advice = f"look at it, and publish it all the same with {how}"
        super().__init__(f"not published: {said}; {advice}")


def fatal(checks: Collection[Check], accept: Collection[str] = ()) -> tuple[Check, ...]:
    """The failed checks that stand in the way."""
    return tuple(
        check
        for check in checks
        if not check.passed
        and check.level == "fatal"
        and (check.name in FAULTS or check.name not in accept)
    )


def judge(new: Snapshot, last: Snapshot | None, bounds: Bounds) -> tuple[Check, ...]:
    """The checks on what was read. `last`: the last version of the same scope, if there is one."""
    return tuple(check for rule in _RULES for check in rule(new, last, bounds))


Rule = Callable[[Snapshot, Snapshot | None, Bounds], Iterator[Check]]


def _at_most(
    name: str, share: float | None, bound: float, level: Literal["fatal", "warning"], what: str
) -> Check:
    shown = None if share is None else round(share, 4)
    passed = share is None or share <= bound
    said = f"{what}: nothing to compare with"
    if share is not None:
        said = f"{what}: {share:.1%}, at most {bound:.1%} allowed"
    return Check(name, shown, bound, level, passed, said)


def _records(new: Snapshot, _: Snapshot | None, bounds: Bounds) -> Iterator[Check]:
    count = len(new.records)
    said = f"{count} records, at least {bounds.min_records} needed"
    yield Check("records", count, bounds.min_records, "fatal", count >= bounds.min_records, said)


def _gone(new: Snapshot, last: Snapshot | None, bounds: Bounds) -> Iterator[Check]:
    gone = renamed = None
    if last and last.records:
        before, after = set(last.records.keys()), set(new.records.keys())
        under_another_id = pairs(
            (record for record in last.records if record["id"] not in after),
            (record for record in new.records if record["id"] not in before),
        )
        renamed = len(under_another_id) / len(last.records)
        gone = (len(before - after) - len(under_another_id)) / len(last.records)
    what = "records of the last version that are gone"
    yield _at_most("records-gone", gone, bounds.max_gone_share, "fatal", what)
    yield _at_most("records-gone-some", gone, bounds.warn_gone_share, "warning", what)
    what = "records of the last version that have another id now"
    yield _at_most("ids-renamed", renamed, bounds.warn_gone_share, "warning", what)


def _values(new: Snapshot, last: Snapshot | None, bounds: Bounds) -> Iterator[Check]:
    """Fill of each field against the last version; one check a field, failed types alone."""
    if last is None:
        return
    filled_before, filled_after = _filled(last), _filled(new)
    for field in Referential.model_fields:
        if field in {"issues", "id"} or field not in filled_before:
            continue
        before, after = filled_before[field], filled_after.get(field, Counter[str]())
        lost = _lost(before.total(), after.total(), bounds)
        what = f"values of {field} that are gone"
        yield _at_most(f"values:{field}", lost, bounds.max_lost_values_share, "fatal", what)
        for kind in sorted(before):
            lost = _lost(before[kind], after[kind], bounds)
            bound = bounds.warn_lost_values_share_of_type
            check = _at_most(f"values:{field}:{kind}", lost, bound, "warning", f"{what} ({kind})")
            if not check.passed:
                yield check


def _filled(snapshot: Snapshot) -> dict[str, Counter[str]]:
    """For each field that there is: how many records of which type have a value in it."""
    filled: dict[str, Counter[str]] = {}
    for record in snapshot.records:
        for field, value in record.items():
            has_one = value not in (None, [], "")
            filled.setdefault(field, Counter())[str(record["diploma_type"])] += has_one
    return filled


def _lost(before: int, after: int, bounds: Bounds) -> float | None:
    return max(0.0, 1 - after / before) if before >= bounds.min_values else None


def _refused(new: Snapshot, _: Snapshot | None, bounds: Bounds) -> Iterator[Check]:
    outcomes = Counter(page["outcome"] for page in new.pages)
    seen = sum(outcomes[outcome] for outcome in ("record", "refused", "failed"))
    share = (seen - outcomes["record"]) / seen if seen else None
    what = "pages that gave no record"
    yield _at_most("pages-refused", share, bounds.warn_refused_share, "warning", what)


def scope_check(scope: str, before: str | None) -> Check:
    """Whether the version before had the same scope: with another one nothing is compared."""
    said = (
        f"the scope is '{scope}', that of the version before was '{before}': not compared with it"
    )
    same = before is None or before == scope
    return Check("scope", scope, before or scope, "warning", same, said)


def _sources_gone(new: Snapshot, last: Snapshot | None, _: Bounds) -> Iterator[Check]:
    """Sources that the last version had and this one has not."""
    gone = sorted(set(last.sources) - set(new.sources)) if last else []
    said = f"sources of the last version that are not in this one: {', '.join(gone) or 'none'}"
    yield Check("sources-gone", len(gone), 0, "warning", not gone, said)


def _sources(new: Snapshot, _: Snapshot | None, bounds: Bounds) -> Iterator[Check]:
    """Documents of the other sources that were refused; one check a source."""
    for name, source in sorted(new.sources.items()):
        if name != "eduscol":  # its pages have a check of their own
            share = source.refused / source.documents if source.documents else None
            bound = bounds.max_source_refused_share
            what = f"documents of the source {name} that were refused"
            yield _at_most(f"source-refused:{name}", share, bound, "fatal", what)


def _unknown(new: Snapshot, _: Snapshot | None, bounds: Bounds) -> Iterator[Check]:
    for name, codes, bound in (
        (
            "unknown-types",
            {IssueCode.UNKNOWN_TYPE, IssueCode.AMBIGUOUS_TYPE},
            bounds.warn_unknown_types_share,
        ),
        ("unknown-prefixes", {IssueCode.UNKNOWN_PREFIX}, bounds.warn_unknown_prefixes_share),
        ("unknown-headings", {IssueCode.UNKNOWN_HEADING}, bounds.warn_unknown_headings_share),
    ):
        hit = sum(any(found["issue"] in codes for found in one["issues"]) for one in new.records)
        share = hit / len(new.records) if new.records else None
        yield _at_most(name, share, bound, "warning", f"records with {name.replace('-', ' ')}")


def _layouts(new: Snapshot, last: Snapshot | None, bounds: Bounds) -> Iterator[Check]:
    """How many pages are made in a way that no page was made before; each new way by an example."""
    known = {page.get("layout") for page in last.pages} if last else set()
    read = {page["url"]: page["layout"] for page in new.pages if page.get("layout")}
    fresh = {url: layout for url, layout in read.items() if layout not in known}
    # a version from before layouts were kept has nothing to compare with
    share = len(fresh) / len(read) if read and known - {None} else None
    examples = {layout: url for url, layout in reversed(fresh.items())}
    named = ", ".join(f"{layout} ({url})" for layout, url in sorted(examples.items())[:5])
    what = "pages of a new layout" + (f", such as {named}" if share and named else "")
    yield _at_most("new-layouts", share, bounds.warn_new_layouts_share, "warning", what)


def _validity(new: Snapshot, _: Snapshot | None, __: Bounds) -> Iterator[Check]:
    wrong, first = 0, "every record fits the schema"
    for record in new.records:
        if said := _fault(record):
            first = first if wrong else said
            wrong += 1
    yield Check("schema-validity", wrong, 0, "fatal", not wrong, first)


def _fault(record: dict[str, Any]) -> str | None:
    """What is wrong with a record as it would be published."""
    text = json_text(record)
    if not unicodedata.is_normalized("NFC", text):
        return f"{record.get('id')}: a text that is not in Unicode NFC"
    try:
        read = Referential.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        return f"{record.get('id')}: {'.'.join(map(str, first['loc']))}: {first['msg']}"
    if read.content_sha256 != content_hash(read):
        return f"{read.id}: its hash is not that of its content"
    return None


_RULES: tuple[Rule, ...] = (
    _records,
    _gone,
    _values,
    _refused,
    _sources_gone,
    _sources,
    _unknown,
    _layouts,
    _validity,
)
