"""Hold statements (a field's value, its text and place) and choose a record among them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, get_args

from schema.issues import Issue, IssueCode, issue
from schema.text import fold

# What another diploma is to the record's: the fields of succession.
Relation = Literal["replaces", "replaced_by"]
SUCCESSION: frozenset[str] = frozenset(get_args(Relation))
_LONGEST = 200


class Statement(NamedTuple):
    """One thing that a document says of a field, and where.

    `value`: as the record holds it; of a field of several values (documents, orders, codes) one
    of them; None where the text was not understood. `text`: as published. `place`: CSS path, line
    or page. `label`: the label or heading above it, empty without one. `rule`: how the value was
    made of the text. `derived`: the value follows from the text (a level from a code's prefix).
    """

    field: str
    value: Any
    text: str
    place: str
    label: str = ""
    rule: str = "as published"
    derived: bool = False


# An extractor yields statements, and issues of texts that were not understood.
Finding = Statement | Issue
# The values of some fields, and the conflicts among the statements about them.
Values = tuple[dict[str, Any], list[Issue]]
# How they are chosen: by the fields and the statements about them in order.
Rule = Callable[[Sequence[str], Sequence[Statement]], Values]


class Policy:
    """Hold which fields are chosen together, and by which rule.

    `nothing`: their values where no statement is about them, for which a rule has no issues.
    """

    def __init__(self, rules: Mapping[tuple[str, ...], Rule]) -> None:
        self.rules = rules
        self._ranked = [*rules.items()]
        self._rank = {name: rank for rank, fields in enumerate(rules) for name in fields}
        self.nothing: dict[str, Any] = {}
        for fields, rule in rules.items():
            self.nothing |= rule(fields, [])[0]

    def concerned(self, stated: Iterable[str]) -> Iterator[tuple[tuple[str, ...], Rule]]:
        """Yield the rules for any of the fields that are stated, with all fields of each."""
        for rank in sorted({self._rank[name] for name in stated if name in self._rank}):
            yield self._ranked[rank]


class Chosen(NamedTuple):
    """The values of a record by field, the statements they were chosen from, and all issues."""

    values: dict[str, Any]
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...]


def choose(findings: Iterable[Finding], policy: Policy) -> Chosen:
    """Choose the values of all fields of `policy` from statements; issues are handed on."""
    statements: list[Statement] = []
    issues: list[Issue] = []
    by_field: dict[str, list[Statement]] = {}
    for finding in findings:
        if isinstance(finding, Issue):
            issues.append(finding)
        else:
            statements.append(finding)
            by_field.setdefault(finding.field, []).append(finding)
    values = dict(policy.nothing)
    for fields, rule in policy.concerned(by_field):
        about = [statement for name in fields for statement in by_field.get(name, ())]
        chosen, conflicts = rule(fields, about)
        values |= chosen
        issues += conflicts
    return Chosen(values, tuple(statements), tuple(issues))


def first(fields: Sequence[str], statements: Sequence[Statement]) -> Values:
    """Choose the first statement of a field, one that is stated before one that is derived.

    Further `fields` are labels of the first (`level_label` of `level`): of several labels the one
    with the place of the chosen value is taken. A later statement of another value is a conflict.
    """
    if not statements:
        return dict.fromkeys(fields), []
    main, *labels = fields
    if not labels and len(statements) == 1:  # nearly all
        return {main: statements[0].value}, []
    about = [statement for statement in statements if statement.field == main]
    known = [statement for statement in about if statement.value is not None]
    chosen = next((s for s in known if not s.derived), next(iter(known), None))
    values: dict[str, Any] = {main: chosen.value if chosen else None}
    for label in labels:
        named = [statement for statement in statements if statement.field == label]
        beside = (statement for statement in named if chosen and statement[2:4] == chosen[2:4])
        best = next(beside, next(iter(named), None))
        values[label] = best.value if best else None
    base = chosen or next(iter(about), None)
    later = about[about.index(base) + 1 :] if base else []
    return values, [
        conflict(base, statement) for statement in later if base and _contradicts(statement, base)
    ]


def _contradicts(statement: Statement, base: Statement) -> bool:
    if statement.derived:
        return False
    if statement.value is None or base.value is None:
        return fold(statement.text) != fold(base.text)
    return fold(str(statement.value)) != fold(str(base.value))


def conflict(chosen: Statement, other: Statement) -> Issue:
    """Return the issue of a statement `other` that contradicts the chosen one."""
    text = str(chosen.value) if chosen.text == other.text else chosen.text
    both = f"{text[:_LONGEST]} | {other.text[:_LONGEST]}"
    return issue(IssueCode.CONFLICTING_VALUES, chosen.field, both, None, other.place)


def every(fields: Sequence[str], statements: Sequence[Statement]) -> Values:
    """Choose all values of a field of several values, each once, in order."""
    return {fields[0]: tuple(dict.fromkeys(statement.value for statement in statements))}, []
