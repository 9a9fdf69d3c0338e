"""Facts about a whole dataset, gathered while its rows are put in order: no row is read twice.

Trades, types, NSF groups and the rules of the evidence are few. Names by code and the documents of
the evidence are as many as pages, and are kept on disk.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from output.dataset.distinct_texts import Distinct
from output.dataset.rows import (
    EvidenceDocument,
    EvidenceRow,
    EvidenceRule,
    PackedEvidence,
    ReconciliationRow,
)
from schema.issues import Issue, IssueCode, issue
from schema.referential import Referential
from schema.trade import Trade

# The ministry's list, in the reconciliation.
OFFICIAL_LIST = "list"
# Order of sources for the name of a code: the records, the list, Onisep.
_NAMES_BY = ("referentials", OFFICIAL_LIST, "onisep", "known")


class CodeName(NamedTuple):
    """The name of the diploma of a code, and where it stands: `referentials` or a source."""

    name: str
    named_by: str


class Aggregates:
    """Collects facts from rows as they pass; complete once every generator is exhausted."""

    def __init__(self) -> None:
        self.diploma_types: set[str] = set()
        self.nsf_labels: dict[str, str | None] = {}
        self._trade_forms: dict[str, Counter[tuple[str, str]]] = {}
        # code, source and name, a NUL between them
        self._names = Distinct()
        self._official_codes: set[str] = set()
        self._has_official_list = False
        self._documents = Distinct()
        self._rules: set[EvidenceRule] = set()

    def records(self, records: Iterable[Referential]) -> Iterator[Referential]:
        """Pass records on, noting trades, types, NSF groups and names."""
        for record in records:
            for trade in record.trades:
                forms = self._trade_forms.setdefault(trade.id, Counter())
                forms[trade.masculine, trade.feminine] += 1
            if record.diploma_type:
                self.diploma_types.add(record.diploma_type)
            if record.nsf_code:
                self.nsf_labels[record.nsf_code] = record.nsf_label
            if record.code:
                self._note_name(record.code, "referentials", record.name)
            yield record

    def reconciliation(self, rows: Iterable[ReconciliationRow]) -> Iterator[ReconciliationRow]:
        """Pass rows of the reconciliation on, noting the codes and names of each source."""
        for row in rows:
            if row.source == OFFICIAL_LIST:
                self._has_official_list = True
            if row.code and row.document is not None:
                self._note_name(row.code, row.source, row.title)
                if row.source == OFFICIAL_LIST:
                    self._official_codes.add(row.code)
            yield row

    def evidence(self, groups: Iterable[Sequence[EvidenceRow]]) -> Iterator[PackedEvidence]:
        """Pack the evidence of each record, noting documents and rules."""
        for rows in groups:
            packed = PackedEvidence.of(rows)
            for document in packed.documents:
                self._documents.add(_document_text(document))
            self._rules.update(packed.rules)
            yield packed

    @cached_property
    def trades(self) -> dict[str, Trade]:
        """Return the trades by id, in order of id.

        Where records give one id different forms (a producer's typing error), the forms published
        most often stand for all; of equally frequent ones the first in alphabetical order.
        """
        chosen = {}
        for name in sorted(self._trade_forms):
            forms = self._trade_forms[name].items()
            (masculine, feminine), _ = min(forms, key=lambda item: (-item[1], item[0]))
            chosen[name] = Trade(id=name, label=masculine, masculine=masculine, feminine=feminine)
        return chosen

    def evidence_documents(self) -> Iterator[EvidenceDocument]:
        """Yield the documents of the evidence by source and name, as they are numbered."""
        for text in self._documents:
            source, _, rest = text.partition("\0")
            document, _, sha256 = rest.rpartition("\0")
            yield EvidenceDocument(source, document, sha256 or None)

    def document_number(self, document: EvidenceDocument) -> int:
        """Return the number of a document of the evidence, from 1."""
        return self._documents.number(_document_text(document))

    @cached_property
    def evidence_rules(self) -> dict[EvidenceRule, int]:
        """Return the numbers of the evidence's rules, from 1, in alphabetical order."""
        return {rule: number for number, rule in enumerate(sorted(self._rules), 1)}

    def in_official_list(self, code: str | None) -> bool | None:
        """Return whether the ministry's list has `code`; None without a code or without a list."""
        return code in self._official_codes if code and self._has_official_list else None

    def name_of(self, code: str) -> CodeName | None:
        """Return the name of the diploma of `code`.

        None if no source names it, or if its names differ.
        """
        for source in _NAMES_BY:
            names = self._names_by(source, code)
            if len(names) == 1:
                return CodeName(names[0], source)
        return None

    def titles_of(self, code: str) -> tuple[str, ...]:
        """Return all names of the diplomas of `code`, the names of records first."""
        given = sorted({text.partition("\0")[0] for text in self._names.beginning(f"{code}\0")})
        sources = dict.fromkeys((*_NAMES_BY, *given))
        names = (name for source in sources for name in self._names_by(source, code))
        return tuple(dict.fromkeys(names))

    def trade_issues(self, trades: Iterable[Trade]) -> Iterator[Issue]:
        """Yield an issue for each trade of a record whose forms are not the shared ones."""
        for trade in trades:
            kept = self.trades[trade.id]
            if (trade.masculine, trade.feminine) != (kept.masculine, kept.feminine):
                forms = f"{trade.masculine} / {trade.feminine}"
                detail = f"{kept.masculine} / {kept.feminine} is kept for {trade.id}"
                yield issue(IssueCode.TRADE_FORMS_DIFFER, "trades", forms, detail)

    def _note_name(self, code: str, source: str, name: str) -> None:
        self._names.add(f"{code}\0{source}\0{name}")

    def _names_by(self, source: str, code: str) -> list[str]:
        """Return the names that a source gives to the diplomas of a code, in order."""
        return list(self._names.beginning(f"{code}\0{source}\0"))


def _document_text(document: EvidenceDocument) -> str:
    return f"{document.source}\0{document.document}\0{document.sha256 or ''}"
