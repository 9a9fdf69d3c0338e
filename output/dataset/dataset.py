"""What a version is made of. The same `Build` after the same version gives the same bytes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from output.dataset.rows import (
    EvidenceRow,
    PageIssue,
    PageRow,
    ReconciliationRow,
    Rejected,
    SourceRow,
)
from output.dataset.spool import Spool
from schema.issues import Issue, IssueCode, issue
from schema.referential import Referential
from schema.trade import Trade

# The input that asks for Parquet: the version of pyarrow, which decides on the bytes.
PARQUET = "parquet"


@dataclass(frozen=True)
class Build:
    """Everything that a version shows, in one order whatever the order it was found in, on disk.

    `records`: sorted by id, ids differ. `pages`: one for each known address and each page found,
    sorted by address. `issues`: those about pages; a record's own stand in it. `day`: of the
    newest response; None for a copy of the site, from whose file times nothing is taken. `scope`:
    what was looked at (`site`, `mirror`, a limited run by its limits): only versions of the same
    scope are compared by the checks. `code`: version of the program. `inputs`: what else made
    it, by name (the archive's run, hashes of configuration), for who makes the version again.
    Make one with `build`.
    """

    records: Spool[Referential]
    rejected: Spool[Rejected]
    pages: Spool[PageRow]
    issues: Spool[PageIssue]
    evidence: Spool[EvidenceRow]
    sources: tuple[SourceRow, ...]
    reconciliation: Spool[ReconciliationRow]
    day: date | None
    scope: str
    code: str
    inputs: tuple[tuple[str, str], ...]

    @property
    def with_parquet(self) -> bool:
        """Whether the version has its tables as Parquet too: one of its inputs asks for it."""
        return PARQUET in dict(self.inputs)


def build(
    records: Iterable[Referential],
    *,
    rejected: Iterable[Rejected] = (),
    pages: Iterable[PageRow] = (),
    issues: Iterable[PageIssue] = (),
    evidence: Iterable[EvidenceRow] = (),
    sources: Iterable[SourceRow] = (),
    reconciliation: Iterable[ReconciliationRow] = (),
    day: date | None = None,
    scope: str = "site",
    code: str = "",
    inputs: Mapping[str, str] | None = None,
) -> Build:
    """A `Build` in its one order. Two records of one id or two rows of one address are a
    mistake of the caller's: ValueError.
    """
    made = Build(
        records=Spool(records, lambda record: record.id),
        rejected=Spool(rejected, lambda row: f"{row.input}\0{row.reason}\0{row.detail}"),
        pages=Spool(pages, lambda row: row.url),
        issues=Spool(issues, lambda row: row.url),
        evidence=Spool(evidence, lambda row: row.referential),
        sources=tuple(sorted(sources, key=lambda row: row.name)),
        reconciliation=Spool(
            reconciliation,
            lambda row: "\0".join((row.source, row.document or "", row.referential or "")),
        ),
        day=day,
        scope=scope,
        code=code,
        inputs=tuple(sorted((inputs or {}).items())),
    )
    _differ("id", made.records.keys())
    _differ("address", made.pages.keys())
    _differ("source", (row.name for row in made.sources))
    if strangers := sorted(set(made.evidence.keys()) - set(made.records.keys())):
        raise ValueError(f"evidence of a record that is not there: {strangers[0]}")
    return made


def _differ(what: str, values: Iterable[str]) -> None:
    """Raise ValueError for the first of the sorted `values` that is there twice."""
    for one, next_one in pairwise(values):
        if one == next_one:
            raise ValueError(f"{what} given twice: {one}")


def shared_trades(records: Iterable[Referential]) -> dict[str, Trade]:
    """The trades by id, in order of id.

    Where records give one id different forms (a producer's typing error), the forms published
    most often stand for all; of equally frequent ones the first in alphabetical order.
    """
    forms: dict[str, Counter[tuple[str, str]]] = {}
    for record in records:
        for trade in record.trades:
            forms.setdefault(trade.id, Counter())[trade.masculine, trade.feminine] += 1
    chosen = {}
    for name in sorted(forms):
        (masculine, feminine), _ = min(forms[name].items(), key=lambda item: (-item[1], item[0]))
        chosen[name] = Trade(id=name, label=masculine, masculine=masculine, feminine=feminine)
    return chosen


def trade_issues(records: Spool[Referential]) -> Iterator[tuple[Referential, Issue]]:
    """Each record whose form of a trade is not the shared one, with an issue."""
    shared = shared_trades(records)
    for record in records:
        for trade in record.trades:
            kept = shared[trade.id]
            if (trade.masculine, trade.feminine) != (kept.masculine, kept.feminine):
                said = f"{trade.masculine} / {trade.feminine}"
                detail = f"{kept.masculine} / {kept.feminine} is kept for {trade.id}"
                yield record, issue(IssueCode.TRADE_FORMS_DIFFER, "trades", said, detail)
