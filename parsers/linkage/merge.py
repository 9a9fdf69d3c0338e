"""Merge the records that several sources give of a diploma, each field by the rank of sources.

The first source that states a field gives it; what is only derived stands behind what any source
states. The others' values are kept as evidence, and another value is an issue. A newer session
and a repeal win whoever says so. The ranks: `schema/data/ranks.csv`.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from parsers.linkage.conflicts import differences
from parsers.linkage.sourced import Sourced
from parsers.model.statement import Statement
from schema.code import CodeScolarite
from schema.diploma_type import DiplomaType
from schema.issues import Issue, IssueCode
from schema.referential import LegalText, Referential, content_hash
from schema.source_ranks import Rank, ranks
from schema.title import read_title


class Seen(NamedTuple):
    """A statement, its source and document, and whether the published value is made of it.

    `choice`: the rule by which this source, or another one, gave the value.
    """

    observation: Statement
    source: str
    document: str
    sha256: str | None
    chosen: bool
    choice: str


class Merged(NamedTuple):
    """The record, all statements, and loud disagreements: source, document and field.

    A disagreement names the source beside the first, also where the first was not believed.
    """

    record: Referential
    evidence: tuple[Seen, ...]
    disagreements: tuple[tuple[str, str, str], ...]


class _Choice(NamedTuple):
    """A group's values, who gave them, by which rule.

    `labels`: who gave the label of a value that the giver only has by its own means; `added`: what
    others added to a list, by title.
    """

    values: dict[str, Any]
    givers: tuple[Sourced, ...]
    how: str
    labels: dict[str, Sourced]
    added: tuple[tuple[Sourced, frozenset[str]], ...] = ()

    def gave(self, field: str) -> tuple[Sourced, ...]:
        """Return the documents that gave the value of a field."""
        if labelled := self.labels.get(field):
            return (labelled,)
        return (*self.givers, *(one for one, _ in self.added))

    def used(self, one: Sourced, field: str, text: str) -> bool:
        """Tell whether the published value of `field` is made of that text of that source."""
        if any(one is other for other, _ in self.added):
            return any(one is other and text in texts for other, texts in self.added)
        return one in self.gave(field)

    def rule(self, field: str) -> str:
        """By which rule one field got its value."""
        return "label of the same value" if field in self.labels else self.how


def merge(first: Sourced, others: Sequence[Sourced] = ()) -> Merged:
    """Return the record of `first` (whose id, page and address it keeps) completed by `others`."""
    everyone = _typed_by_code([first, *others])
    first = everyone[0]
    values: dict[str, Any] = {}
    issues: list[Issue] = []
    loud: list[tuple[str, str, str]] = []
    choices: dict[str, _Choice] = {}
    for rank in ranks():
        choice = _choose(rank, everyone)
        values |= choice.values
        choices |= dict.fromkeys(rank.fields, choice)
        for one, said in differences(rank, choice.givers, everyone):
            issues.append(said)
            if rank.loud:
                other = choice.givers[0] if one is first else one
                loud.append((other.source, other.document, rank.fields[0]))
    kept = _kept_issues(everyone, values, choices)
    given = [one for field, choice in choices.items() for one in choice.gave(field)]
    used = [one.source for one in everyone if one is first or one in given]
    record = Referential(
        **{
            **dict(first.read.record),
            **values,
            "sources": tuple(dict.fromkeys(used)),
            "issues": tuple(dict.fromkeys([*kept, *issues])),
        }
    )
    record = record.model_copy(update={"content_sha256": content_hash(record)})
    evidence = tuple(
        Seen(
            observation,
            one.source,
            one.document,
            one.sha256,
            choice.used(one, observation.field, observation.text) if choice else one is first,
            choice.rule(observation.field) if choice else "",
        )
        for one in everyone
        for observation in one.read.evidence
        for choice in [choices.get(observation.field)]
    )
    return Merged(record, evidence, tuple(loud))


def _typed_by_code(everyone: list[Sourced]) -> list[Sourced]:
    """Read the published types again with the code of the whole record.

    Within a family of types (MC and CS, CS and agricultural CS) the prefix of the code decides,
    whoever gave it.
    """
    (rank,) = [rank for rank in ranks() if rank.fields[0] == "code"]
    code = _choose(rank, everyone).values["code"]
    prefix_type = CodeScolarite.parse(code).value if code else None
    return [_typed(one, prefix_type.diploma_type if prefix_type else None) for one in everyone]


def _typed(one: Sourced, prefix_type: str | None) -> Sourced:
    record = one.read.record
    label = record.diploma_type_label or read_title(record.title).type_label
    if prefix_type is None or not label or record.diploma_type == prefix_type:
        return one
    parsed = DiplomaType.parse(label, prefix_type)
    decided = [told for told in parsed.issues if told.code == IssueCode.TYPE_BY_PREFIX]
    if parsed.value is None or not decided:
        return one
    others = [told for told in record.issues if told.code != IssueCode.AMBIGUOUS_TYPE]
    update = {"diploma_type": parsed.value.diploma_type, "issues": (*others, *decided)}
    return one._replace(read=one.read._replace(record=record.model_copy(update=update)))


def _choose(rank: Rank, everyone: list[Sourced]) -> _Choice:
    main = rank.fields[0]
    ranked = sorted(everyone, key=lambda one: rank.place(one.source))
    stated = [
        o for o in ranked if o.denies(main) or (o.value(main) is not None and not o.derives(main))
    ]
    derived = [o for o in ranked if o.value(main) is not None and o.derives(main)]
    labelled = [o for o in ranked if any(o.value(field) is not None for field in rank.fields)]
    # a label that nobody understood is better than none
    willing = stated or derived or labelled
    if not willing:
        empty = {field: getattr(everyone[0].read.record, field) for field in rank.fields}
        return _Choice(empty, (), "", {})
    giver = willing[0]
    values = {field: giver.value(field) for field in rank.fields}
    labels = {
        field: one
        for field in rank.fields[1:]
        if values[field] is None
        for one in reversed(ranked)
        if one.value(main) == values[main] and one.value(field) is not None
    }
    values = {f: getattr(labels.get(f, giver).read.record, f) for f in rank.fields}
    if len(labelled) == 1:
        how = "only source" if stated or not derived else "derived"
    elif stated and giver.source != labelled[0].source:
        how = "stated before derived or not understood"
    else:
        how = f"first in rank ({', '.join(rank.sources)})"
    return _RULES[rank.rule](_Choice(values, (giver,), how, labels), main, willing)


def _first(choice: _Choice, _: str, __: list[Sourced]) -> _Choice:
    return choice


def _newest(choice: _Choice, main: str, willing: list[Sourced]) -> _Choice:
    newest = max(willing, key=lambda one: one.value(main))
    if newest.value(main) == choice.values[main]:
        return choice
    return _Choice({main: newest.value(main)}, (newest,), "the newest year", {})


def _repeal(choice: _Choice, main: str, willing: list[Sourced]) -> _Choice:
    repealing = [one for one in willing if one.value(main) == "repealed"]
    if not repealing or choice.values[main] == "repealed":
        return choice
    return _Choice({main: "repealed"}, (repealing[0],), "a repeal counts whoever says so", {})


def _all(choice: _Choice, main: str, willing: list[Sourced]) -> _Choice:
    together = tuple(dict.fromkeys(value for one in willing for value in one.value(main)))
    if together == choice.values[main]:
        return choice
    return _Choice({main: together}, tuple(willing), "all sources together", {})


def _first_and_repeals(choice: _Choice, main: str, willing: list[Sourced]) -> _Choice:
    texts: list[LegalText] = list(choice.values[main])
    known = {(text.date, text.kind) for text in texts}
    added = []
    for one in willing:
        repeals = [
            t for t in one.value(main) if t.kind == "repeal" and (t.date, t.kind) not in known
        ]
        if repeals:
            texts += repeals
            known |= {(text.date, text.kind) for text in repeals}
            added.append((one, frozenset(text.title for text in repeals)))
    if not added:
        return choice
    how = "a repeal counts whoever says so"
    return _Choice({main: tuple(texts)}, choice.givers, how, {}, tuple(added))


_RULES: dict[str, Callable[[_Choice, str, list[Sourced]], _Choice]] = {
    "first": _first,
    "newest": _newest,
    "repeal": _repeal,
    "all": _all,
    "first-and-repeals": _first_and_repeals,
}


def _kept_issues(
    everyone: list[Sourced], values: dict[str, Any], choices: dict[str, _Choice]
) -> Iterable[Issue]:
    """Select the issues that are still true of the merged record.

    Nothing is missing that another source gave, nothing derived that was not chosen. Of sources
    beside the first the message says which.
    """
    for number, one in enumerate(everyone):
        for said in one.read.record.issues:
            choice = choices.get(said.field or "")
            if said.code == IssueCode.MISSING_FIELD:
                if number == 0 and values.get(said.field or "") in (None, ()):
                    yield said
            elif said.code == IssueCode.DERIVED_VALUE and (
                choice is None or one not in choice.gave(said.field or "")
            ):
                continue
            elif number == 0:
                yield said
            else:
                where = f"{said.message} ({one.source}, {one.document})"
                yield said.model_copy(update={"message": where})
