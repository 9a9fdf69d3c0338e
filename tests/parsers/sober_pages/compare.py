"""Compare what a reader makes of a page with what the page states, field by field."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urljoin

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from schema.referential import Referential

from .page import Facts, Page

_KINDS = {"c": "creation", "m": "modification", "r": "repeal", "-": None}
# the issue says of a stated value that the page does not state it: that is no warning
_NO_WARNING = {IssueCode.MISSING_FIELD}


class Difference(NamedTuple):
    """A field that is not as the page states it; `silent`: no issue names the field."""

    field: str
    expected: Any
    actual: Any
    silent: bool


class Outcome(NamedTuple):
    """How a page was read: its refusal or its differences, and how many facts were compared."""

    refusal: str | None
    differences: tuple[Difference, ...]
    facts: int


def compare(page: Page) -> Outcome:
    """Read a page and compare each of its diplomas with what it states."""
    lexicon = Lexicon.packaged()
    try:
        reading = read(Document(page.body, page.url), lexicon)
    except Refused as refused:
        return Outcome(f"{refused.reason.value}: {refused}", (), 0)
    records = [read_record.record for read_record in reading.records]
    if len(records) != len(page.facts):
        titles = tuple(record.title for record in records)
        # options that are not told apart are told as titles, or as codes of no record
        silent = _is_silent("code", records) and _is_silent("title", records)
        missed = Difference("diplomas", len(page.facts), titles, silent)
        return Outcome(None, (missed,), sum(_stated(facts) for facts in page.facts))
    differences: list[Difference] = []
    count = 0
    for facts, record in zip(page.facts, records, strict=True):
        for field, expected, actual in _pairs(facts, record, page.url):
            count += bool(expected or actual)
            if not _agree(expected, actual):
                silent = _is_silent(field, [record])
                differences.append(Difference(field, expected, actual, silent))
    return Outcome(None, tuple(differences), count)


def _stated(facts: Facts) -> int:
    return sum(bool(value) for value in vars(facts).values())


def _is_silent(field: str, records: Sequence[Referential]) -> bool:
    groups = (
        {"orders", "legal_texts"},
        {"first_session", "last_session"},
        {"code", "replaces", "replaced_by"},
    )
    fields = next((group for group in groups if field in group), {field})
    return not any(
        issue.field in fields and issue.issue not in _NO_WARNING
        for record in records
        for issue in record.issues
    )


def _agree(expected: Any, actual: Any) -> bool:
    """Whether a value is the one expected, or one of those; `?`: the page leaves it open."""
    if expected == "?":
        return True
    if isinstance(expected, tuple) and expected and isinstance(actual, str):
        return actual in expected
    if isinstance(expected, tuple) and isinstance(actual, tuple):
        return len(expected) == len(actual) and all(map(_agree_one, expected, actual))
    return bool(expected == actual)


def _agree_one(expected: Any, actual: Any) -> bool:
    if not isinstance(expected, tuple):
        return bool(expected == actual)
    return all(e in ("?", a) for e, a in zip(expected, actual, strict=True))


def _pairs(facts: Facts, record: Referential, url: str) -> list[tuple[str, Any, Any]]:
    orders: Any = facts.orders
    if orders != "?":
        orders = tuple(
            (line[:10], "?" if line[11] == "?" else _KINDS[line[11]], line[13:] or None)
            for line in sorted(facts.orders.splitlines())
        )
    documents: Any = facts.documents
    if documents != "?":
        documents = tuple((urljoin(url, address), title or "?") for address, title in documents)
    order_files = {urljoin(url, address) for address in facts.order_files}
    read_documents = tuple((d.url, d.title) for d in record.documents if d.url not in order_files)
    return [
        ("title", facts.title, record.title),
        ("name", facts.name, record.name),
        ("diploma_type", facts.type, record.diploma_type),
        ("code", facts.code, record.code),
        (
            "orders",
            orders,
            tuple(
                (t.date, t.kind, t.nor)
                for t in sorted(
                    record.legal_texts, key=lambda t: (t.date or "", t.kind or "", t.nor or "")
                )
            ),
        ),
        ("documents", documents, read_documents),
        ("first_session", facts.first, record.first_session),
        ("last_session", facts.last, record.last_session),
        ("rncp_codes", facts.rncp, record.rncp_codes),
        ("status", facts.status, record.status),
        ("replaces", facts.replaces, record.replaces),
        ("replaced_by", facts.replaced_by, record.replaced_by),
    ]
