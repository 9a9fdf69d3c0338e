"""Checks of a dataset against the versions before it, of a scope that can be compared."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from output.checks.check_result import INPUTS_GONE, Check, Level, at_most
from output.checks.of_dataset import WHOLE
from output.checks.thresholds import Bounds
from output.dataset.optional_formats import OPTIONAL_FORMATS
from output.diff.renamed_ids import only_in, renamed_ids
from output.diff.version_content import VersionContent
from schema.referential import Referential

# The scope of a crawl of a part of the packaged list of addresses.
_PART = "part"
# Those of pages that did not come from the site itself.
_COPIES = frozenset({"mirror", "warc"})
_REMEMBERED = 10
# Records that an explanation names.
_NAMED = 5
_PAGES = "eduscol"
# The field of a record that says which sources completed it.
_JOINED = frozenset({"sources"})
# Inputs that a version always has, whose absence another check reports, or that make no record.
_NOT_COMPARED = frozenset({"pages", "scope", "only", "pypdf", *OPTIONAL_FORMATS})


def gone_records(new: VersionContent, last: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the shares of records of the last version that are gone or renamed."""
    gone = renamed = None
    if len(last.records):
        vanished = sum(1 for _ in only_in(last.records, new.records))
        under_another_id = len(renamed_ids(last.records, new.records))
        renamed = under_another_id / len(last.records)
        gone = (vanished - under_another_id) / len(last.records)
    subject = "records of the last version that are gone"
    yield at_most("records-gone", gone, bounds.max_gone_share, "fatal", subject)
    yield at_most("records-gone-some", gone, bounds.warn_gone_share, "warning", subject)
    subject = "records of the last version that have another id now"
    yield at_most("ids-renamed", renamed, bounds.warn_gone_share, "warning", subject)


def grown_records(new: VersionContent, last: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the number of records with that of the last version: growth may be duplication."""
    before, after = len(last.records), len(new.records)
    factor = after / before if before else None
    bound = bounds.warn_growth_factor
    passed = factor is None or factor <= bound
    explanation = f"{after} records after {before}, at most {bound:g} times as many expected"
    shown = None if factor is None else round(factor, 2)
    yield Check("records-grown", shown, bound, "warning", passed, explanation)


def fallen_records(new: VersionContent, earlier: Sequence[int], bounds: Bounds) -> Check:
    """Compare the number of records with the best of the last ten versions of the scope.

    Small steps, each within the bound of `records-gone`, may add up; a greater step is left to
    that check. `earlier`: the numbers of records of the earlier versions, in order. If the numbers
    fell beyond the bounds once, someone accepted it; earlier versions then no longer count.
    """
    window: list[int] = []
    for count in earlier:
        if _step(window, count) > bounds.max_gone_share or (
            _fall(window, count) > bounds.max_fallen_share
        ):
            window = []
        window.append(count)
    number = len(new.records)
    is_step = _step(window, number) > bounds.max_gone_share
    share = None if is_step or not window else _fall(window, number)
    best = max(window[-_REMEMBERED:], default=0)
    subject = f"records gone since the best of the last {_REMEMBERED} versions ({best})"
    return at_most("records-fallen", share, bounds.max_fallen_share, "fatal", subject)


def _step(window: Sequence[int], count: int) -> float:
    return 1 - count / window[-1] if window and window[-1] else 0.0


def _fall(window: Sequence[int], count: int) -> float:
    best = max(window[-_REMEMBERED:], default=0)
    return max(0.0, 1 - count / best) if best else 0.0


def lost_values(new: VersionContent, last: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the filled values of each field; one check a field, failed types alone.

    Where so many records are gone that `records-gone` says it, only the values of as many records
    of each type are expected as are left.
    """
    filled_before, filled_after = last.records.sums.filled, new.records.sums.filled
    left = _left_of_types(new, last, bounds)
    for field in Referential.model_fields:
        if field in {"issues", "id"} or field not in filled_before:
            continue
        before, after = filled_before[field], filled_after.get(field, Counter[str]())
        expected = {kind: number * left.get(kind, 1.0) for kind, number in before.items()}
        lost = _lost(sum(expected.values()), after.total(), bounds)
        subject = f"values of {field} that are gone"
        yield at_most(f"values:{field}", lost, bounds.max_lost_values_share, "fatal", subject)
        for kind in sorted(before):
            lost = _lost(expected[kind], after[kind], bounds)
            bound = bounds.warn_lost_values_share_of_type
            name = f"values:{field}:{kind}"
            check = at_most(name, lost, bound, "warning", f"{subject} ({kind})")
            if not check.passed:
                yield check


def _left_of_types(new: VersionContent, last: VersionContent, bounds: Bounds) -> dict[str, float]:
    """Return the share of the records of each type that is left; empty where few are missing."""
    before, after = last.records.sums.families, new.records.sums.families
    if not before or 1 - after.total() / before.total() <= bounds.max_gone_share:
        return {}
    return {kind: min(1.0, after[kind] / number) for kind, number in before.items()}


def _lost(before: float, after: int, bounds: Bounds) -> float | None:
    return max(0.0, 1 - after / before) if before >= bounds.min_values else None


def gone_sources(new: VersionContent, last: VersionContent, _: Bounds) -> Iterator[Check]:
    """Name the sources of the last version that this one lacks."""
    gone = sorted(set(last.sources) - set(new.sources))
    explanation = f"sources of the last version that are not in this one: {', '.join(gone)}"
    if not gone:
        explanation = "every source of the last version is in this one"
    yield Check("sources-gone", len(gone), 0, "warning", not gone, explanation)


def lost_joins(new: VersionContent, last: VersionContent, _: Bounds) -> Iterator[Check]:
    """Name the records that a source completed in the last version, and that lost values with it.

    A source that is gone has a check of its own. A page that changes its title or loses its code
    may lose all that other sources gave, while each value it states itself is there. Where a source
    of higher rank gives the same fields now, nothing is lost.
    """
    kept = (set(last.sources) & set(new.sources)) - {_PAGES}
    former = {after: before for before, after in renamed_ids(last.records, new.records).items()}
    lost: list[str] = []
    for name in new.records.ids() if len(last.records) else ():
        before = former.get(name, name)
        if last.records.line(before) in (None, new.records.line(name)):
            continue
        was, now = last.records.get(before) or {}, new.records.get(name) or {}
        gone = sorted(kept & set(was.get("sources", ())) - set(now.get("sources", ())))
        if gone and any(
            _amount(now.get(field)) < _amount(was[field]) for field in was.keys() - _JOINED
        ):
            lost.append(f"{name} ({', '.join(gone)})")
    explanation = "every record is completed by the sources that completed it in the last version"
    if lost:
        more = f" and {len(lost) - _NAMED} more" if len(lost) > _NAMED else ""
        explanation = (
            "records that a source completed in the last version and now does not, though it is "
            f"there: {', '.join(lost[:_NAMED])}{more}; CHANGES.md of the new version shows what "
            "they lost"
        )
    yield Check("joins-lost", len(lost), 0, "warning", not lost, explanation)


def _amount(value: object) -> int:
    """Return how many values a field has."""
    return len(value) if isinstance(value, list) else int(value not in (None, ""))


def shrunk_sources(new: VersionContent, last: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the documents of each other source with those in the last version."""
    for name, source in sorted(new.sources.items()):
        if name == _PAGES:  # their records have checks of their own
            continue
        before = last.sources.get(name)
        share = None
        if before is not None and before.documents >= bounds.min_values:
            share = max(0.0, 1 - source.documents / before.documents)
        subject = f"documents of the source {name} that the last version had"
        if before is not None:
            subject += f" ({source.documents} after {before.documents})"
        bound = bounds.max_source_shrunk_share
        yield at_most(f"source-shrunk:{name}", share, bound, "fatal", f"lost {subject}")


def new_layouts(new: VersionContent, last: VersionContent, bounds: Bounds) -> Iterator[Check]:
    """Compare the share of pages of a layout that the last version lacks; with examples."""
    known = {page.get("layout") for page in last.pages}
    read = fresh = 0
    examples: dict[str, str] = {}
    for page in new.pages:
        if layout := page.get("layout"):
            read += 1
            if layout not in known:
                fresh += 1
                examples.setdefault(layout, page["url"])
    # a version from before layouts were kept has nothing to compare with
    share = fresh / read if read and known - {None} else None
    named = ", ".join(f"{layout} ({url})" for layout, url in sorted(examples.items())[:5])
    subject = "pages of a new layout" + (f", such as {named}" if share and named else "")
    yield at_most("new-layouts", share, bounds.warn_new_layouts_share, "warning", subject)


def is_comparable(scope: str, earlier: str | None) -> bool:
    """Return whether a version of `scope` is compared with one of the scope `earlier`.

    A run that did not ask for every page keeps what earlier runs have read of the others: after a
    whole crawl, a part has as many records. A whole crawl after a part has more.
    """
    words = (earlier or "").split(" ")
    return earlier == scope or (words[0] == WHOLE and " ".join([_PART, *words[1:]]) == scope)


def scope_check(scope: str, before: str | None, compared: VersionContent | None) -> Check:
    """Check that the version before had the same scope; `compared`: the version compared with.

    Fatal where a copy of the site would replace the site itself: it may be a mock-up, and it is
    compared with nothing.
    """
    if before is None:
        explanation = "first version: no scope to compare"
    elif before == scope:
        explanation = f"same scope as the version before: '{scope}'"
    else:
        measure = f"with {compared.version}, of scope '{compared.scope}'" if compared else ""
        explanation = (
            f"the scope is '{scope}', that of the version before was '{before}': compared "
            f"{measure or 'with no version'}"
        )
    passed = before in {None, scope}
    is_copy = _origin(scope) in _COPIES and _origin(before) in {WHOLE, _PART}
    if is_copy:
        explanation += "; give a copy of the site a folder of its own (--data)"
    level: Level = "fatal" if is_copy else "warning"
    return Check("scope", scope, before or scope, level, passed, explanation)


def _origin(scope: str | None) -> str:
    return (scope or "").split(" ")[0]


def inputs_check(inputs: Mapping[str, str], before: Mapping[str, str]) -> Check:
    """Name the inputs of the version before that this one lacks (lexicon, fiches, ...)."""
    gone = sorted(before.keys() - inputs.keys() - _NOT_COMPARED)
    named = ", ".join(f"--{name}" for name in gone)
    explanation = f"the last version was made with {named}, this one without"
    if not gone:
        explanation = "everything that the last version was made with was given again"
    return Check(INPUTS_GONE, len(gone), 0, "warning", not gone, explanation)


AGAINST_LAST = (
    gone_records,
    grown_records,
    lost_values,
    gone_sources,
    lost_joins,
    shrunk_sources,
    new_layouts,
)
