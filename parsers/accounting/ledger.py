"""Find the signals of a page that neither its records nor its issues hold.

An issue counts when it carries the field, the words and the place. `missing-field` denies that the
page states anything, and `unaccounted` repeats the signal: neither counts.
"""

from collections.abc import Iterable, Iterator, Sequence

from parsers.accounting.addresses import path_steps
from parsers.accounting.signals import Signal, SignalKind, code_keys, keys_in, nor_keys
from schema.issues import Issue, IssueCode, issue
from schema.referential import TEXT_FIELDS, Referential

# fields whose issues may account for a signal of a kind
_FIELDS: dict[SignalKind, frozenset[str]] = {
    "file": frozenset({"documents", "legal_texts"}),
    "order-date": frozenset({"legal_texts"}),
    "session": frozenset({"first_session", "last_session"}),
    "code": frozenset({"code", "replaces", "replaced_by"}),
    "rncp": frozenset({"rncp_codes"}),
    "nor": frozenset({"legal_texts"}),
    "repeal": frozenset({"status", "replaces", "replaced_by", "legal_texts"}),
}
# These hold the codes of other diplomas in full; in a description a code may be one's own.
_TEXTS_ON_OTHERS = tuple(name for name in TEXT_FIELDS if name != "description")
_NO_ACCOUNT = frozenset({IssueCode.MISSING_FIELD, IssueCode.UNACCOUNTED})
_REPEALS = ("abroge", "suppri", "n'est ", "n'sont", "rempla")

Key = tuple[SignalKind, str]


def unaccounted(
    signals: Iterable[Signal], records: Sequence[Referential], issues: Iterable[Issue] = ()
) -> tuple[Signal, ...]:
    """Return the signals that neither a record nor an issue (of a record or of the page) holds."""
    held = {key for record in records for key in _in_record(record)}
    left = tuple(signal for signal in signals if (signal.kind, signal.key) not in held)
    return told(left, (*issues, *(each for record in records for each in record.issues)))[1]


def told(
    signals: tuple[Signal, ...], issues: Iterable[Issue]
) -> tuple[list[Issue], tuple[Signal, ...]]:
    """Return the issues that hold any of the signals, and the signals that none of them holds."""
    keys = {(signal.kind, signal.key) for signal in signals}
    fields = {field for kind, _ in keys for field in _FIELDS[kind]}
    held: set[Key] = set()
    telling = []
    for given in issues if keys else ():
        if given.field in fields and given.issue not in _NO_ACCOUNT and given.value and given.place:
            of_issue = keys.intersection(_in_issue(given))
            if of_issue:
                telling.append(given)
                held |= of_issue
    return telling, tuple(signal for signal in signals if (signal.kind, signal.key) not in held)


def unaccounted_issues(signals: Iterable[Signal]) -> tuple[Issue, ...]:
    """Return an issue with field, words and place for each signal."""
    return tuple(issue(IssueCode.UNACCOUNTED, s.field, s.words, place=s.place) for s in signals)


def _in_record(record: Referential) -> Iterator[Key]:
    for session in (record.first_session, record.last_session):
        if session is not None:
            yield "session", str(session)
    for code in (record.code, *record.replaces, *record.replaced_by):
        if code:
            yield "code", code
    yield from _in_texts(record)
    for name in _TEXTS_ON_OTHERS:
        yield from (("code", code) for _, code in code_keys(getattr(record, name) or ""))
    for number in record.rncp_codes:
        yield "rncp", number.removeprefix("RNCP").lstrip("0")
    if record.status == "repealed":
        yield from (("repeal", stem) for stem in _REPEALS)
    if record.replaced_by or record.replaces:
        yield "repeal", "rempla"


def _in_texts(record: Referential) -> Iterator[Key]:
    """Yield the keys of orders, documents and of all their addresses."""
    addresses = [document.url for document in record.documents]
    for text in record.legal_texts:
        if text.date:
            yield "order-date", text.date
        if text.nor:
            yield "nor", text.nor
        if text.kind == "repeal":
            yield "repeal", "abroge"
        addresses += [text.url] if text.url else []
        for kind, key in keys_in(text.title):
            if kind in ("order-date", "nor", "repeal"):
                yield kind, key
    for address in (*addresses, record.url or ""):
        yield from _ends(address)
        yield from nor_keys(address.upper().replace("/", " "))


def _ends(address: str) -> Iterator[Key]:
    """Yield all ends of an address: the page may have written any of them."""
    steps = path_steps(address)
    for start in range(len(steps)):
        yield "file", "/".join(steps[start:])


def _in_issue(given: Issue) -> Iterator[Key]:
    value = given.value or ""
    kinds = {kind for kind, fields in _FIELDS.items() if given.field in fields}
    yield from (key for key in keys_in(value) if key[0] in kinds)
    if "file" in kinds:
        for address in (value, *value.split()):
            yield from _ends(address)
