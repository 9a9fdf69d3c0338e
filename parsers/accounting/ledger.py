"""Find the signals of a page that neither its records nor its issues hold.

An issue counts when it carries the field, the words and the place. `missing-field` denies that the
page states anything, and `unaccounted` repeats the signal: neither counts.
"""

from collections.abc import Iterable, Iterator, Sequence, Set

from selectolax.lexbor import LexborNode

from parsers.accounting.addresses import path_steps
from parsers.accounting.signals import (
    Signal,
    SignalKind,
    code_keys,
    keys_in,
    keys_in_title,
    nor_keys,
)
from schema.issues import Issue, IssueCode, issue, unlabelled
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
IN_BOILERPLATE = "it stands in a menu, banner or footer"
_LONGEST_LINE = 200  # characters that an issue quotes


def unaccounted(
    signals: Iterable[Signal], records: Sequence[Referential], issues: Iterable[Issue] = ()
) -> tuple[Signal, ...]:
    """Return the signals that neither a record nor an issue (of a record or of the page) holds."""
    held = {key for record in records for key in _in_record(record)}
    left = tuple(signal for signal in signals if (signal.kind, signal.key) not in held)
    if any(signal.kind == "code" for signal in left):  # few pages; the texts are long
        of_others = {key for record in records for key in _codes_of_others(record)}
        left = tuple(s for s in left if s.kind != "code" or s.key not in of_others)
    return _untold(left, (*issues, *(each for record in records for each in record.issues)))


def _untold(signals: tuple[Signal, ...], issues: Iterable[Issue]) -> tuple[Signal, ...]:
    """Return the signals that none of the issues holds."""
    keys = {(signal.kind, signal.key) for signal in signals}
    fields = {field for kind, _ in keys for field in _FIELDS[kind]}
    held: set[Key] = set()
    for given in issues if keys else ():
        if given.field in fields and given.issue not in _NO_ACCOUNT and given.value and given.place:
            held |= keys.intersection(_in_issue(given))
    return tuple(signal for signal in signals if (signal.kind, signal.key) not in held)


def issues_of(signals: Iterable[Signal], left_out: Set[int]) -> tuple[Issue, ...]:
    """Return an issue with field, words and place for each signal.

    `left_out`: the `mem_id` of the elements that the reader takes for menus, banners and footers. A
    signal in one of these is an unlabelled text, and the line that holds it is told once a field.
    """
    made: dict[tuple[IssueCode, str, str], Issue] = {}
    known: dict[int, bool] = {}
    for signal in signals:
        if _is_inside(signal.line.node, left_out, known):
            is_file = signal.kind == "file"
            is_whole = not is_file and len(signal.line.text) <= _LONGEST_LINE
            text = signal.line.text if is_whole else signal.words
            of_signal = unlabelled(signal.field, text, IN_BOILERPLATE, signal.place)
            if not is_file:
                of_signal = of_signal.model_copy(update={"severity": "warning"})
        else:
            of_signal = issue(IssueCode.UNACCOUNTED, signal.field, signal.words, place=signal.place)
        made.setdefault((of_signal.issue, signal.field, of_signal.value or ""), of_signal)
    return tuple(made.values())


def _is_inside(node: LexborNode | None, elements: Set[int], known: dict[int, bool]) -> bool:
    """Return whether an element stands in, or is, one of `elements`.

    `known`: the answers so far: thousands of links may stand thousands of elements deep.
    """
    passed: list[int] = []
    inside = False
    while node is not None and not inside:
        number = node.mem_id
        if number in known:
            inside = known[number]
            break
        passed.append(number)
        inside = number in elements
        node = node.parent
    known.update(dict.fromkeys(passed, inside))
    return inside


def _in_record(record: Referential) -> Iterator[Key]:
    for session in (record.first_session, record.last_session):
        if session is not None:
            yield "session", str(session)
    for code in (record.code, *record.replaces, *record.replaced_by):
        if code:
            yield "code", code
    yield from _in_texts(record)
    for number in record.rncp_codes:
        yield "rncp", number.removeprefix("RNCP").lstrip("0")
    if record.status == "repealed":
        yield from (("repeal", stem) for stem in _REPEALS)
    if record.replaced_by or record.replaces:
        yield "repeal", "rempla"


def _codes_of_others(record: Referential) -> Iterator[str]:
    """Yield the codes that the texts on other diplomas hold."""
    for name in _TEXTS_ON_OTHERS:
        yield from (code for _, code in code_keys(getattr(record, name) or ""))


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
        yield from keys_in_title(text.title)
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
