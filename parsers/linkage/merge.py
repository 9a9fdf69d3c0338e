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
    """The value of a field, who gave it, by which rule.

    `added`: what others added to a list, by title.
    """

    value: Any
    givers: tuple[Sourced, ...]
    how: str
    added: tuple[tuple[Sourced, frozenset[str]], ...] = ()

    @property
    def sources(self) -> tuple[Sourced, ...]:
        """The documents that gave the value or a part of it."""
        return (*self.givers, *(one for one, _ in self.added))

    def used(self, one: Sourced, text: str) -> bool:
        """Tell whether the value is made of that text of that source."""
        added = [texts for other, texts in self.added if other is one]
        return text in added[0] if added else one in self.givers


def merge(first: Sourced, others: Sequence[Sourced] = ()) -> Merged:
    """Return the record of `first` (whose id, page and address it keeps) completed by `others`."""
    everyone = _typed_by_code([first, *others])
    first = everyone[0]
    issues: list[Issue] = []
    loud: list[tuple[str, str, str]] = []
    choices: dict[str, _Choice] = {}
    for rank in ranks():
        group = _choose(rank, everyone)
        choices |= group
        givers = group[rank.fields[0]].givers
        for one, said in differences(rank, givers, everyone):
            issues.append(said)
            if rank.loud:
                other = givers[0] if one is first else one
                loud.append((other.source, other.document, rank.fields[0]))
    kept = _kept_issues(everyone, choices)
    given = [one for choice in choices.values() for one in choice.sources]
    used = [one.source for one in everyone if one is first or one in given]
    record = Referential(
        **{
            **dict(first.read.record),
            **{field: choice.value for field, choice in choices.items()},
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
            choice.used(one, observation.text) if choice else one is first,
            choice.how if choice else "",
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
    code = _choose(rank, everyone)["code"].value
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


def _choose(rank: Rank, everyone: list[Sourced]) -> dict[str, _Choice]:
    """Choose the values of a rank's fields: the main one by its rule, labels that go with it."""
    main, *labels = rank.fields
    ranked = sorted(everyone, key=lambda one: rank.place(one.source))
    stated = [
        o for o in ranked if o.denies(main) or (o.value(main) is not None and not o.derives(main))
    ]
    derived = [o for o in ranked if o.value(main) is not None and o.derives(main)]
    labelled = [o for o in ranked if any(o.value(field) is not None for field in rank.fields)]
    # a label that nobody understood is better than none
    willing = stated or derived or labelled
    if not willing:
        return {f: _Choice(getattr(everyone[0].read.record, f), (), "") for f in rank.fields}
    giver = willing[0]
    if len(labelled) == 1:
        how = "only source" if stated or not derived else "derived"
    elif stated and giver.source != labelled[0].source:
        how = "stated before derived or not understood"
    else:
        how = f"first in rank ({', '.join(rank.sources)})"
    chosen = _Choice(getattr(giver.read.record, main), (giver,), how)
    alike = [one for one in ranked if one.value(main) == giver.value(main)]
    return {main: _RULES[rank.rule](chosen, main, willing)} | {
        field: _label(field, giver, alike, how) for field in labels
    }


def _label(field: str, giver: Sourced, alike: list[Sourced], how: str) -> _Choice:
    """Choose the label of a value: its giver's, else that of another source of the same value."""
    if giver.value(field) is None:
        for one in alike:
            if one.value(field) is not None:
                return _Choice(one.value(field), (one,), "label of the same value")
    return _Choice(getattr(giver.read.record, field), (giver,), how)


def _first(choice: _Choice, _: str, __: list[Sourced]) -> _Choice:
    return choice


def _newest(choice: _Choice, main: str, willing: list[Sourced]) -> _Choice:
    newest = max(willing, key=lambda one: one.value(main))
    if newest.value(main) == choice.value:
        return choice
    return _Choice(newest.value(main), (newest,), "the newest year")


def _repeal(choice: _Choice, main: str, willing: list[Sourced]) -> _Choice:
    repealing = [one for one in willing if one.value(main) == "repealed"]
    if not repealing or choice.value == "repealed":
        return choice
    return _Choice("repealed", (repealing[0],), "a repeal counts whoever says so")


def _all(choice: _Choice, main: str, willing: list[Sourced]) -> _Choice:
    together = tuple(dict.fromkeys(value for one in willing for value in one.value(main)))
    if together == choice.value:
        return choice
    return _Choice(together, tuple(willing), "all sources together")


def _first_and_repeals(choice: _Choice, main: str, willing: list[Sourced]) -> _Choice:
    texts: list[LegalText] = list(choice.value)
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
    return _Choice(tuple(texts), choice.givers, how, tuple(added))


_RULES: dict[str, Callable[[_Choice, str, list[Sourced]], _Choice]] = {
    "first": _first,
    "newest": _newest,
    "repeal": _repeal,
    "all": _all,
    "first-and-repeals": _first_and_repeals,
}


def _kept_issues(everyone: list[Sourced], choices: dict[str, _Choice]) -> Iterable[Issue]:
    """Select the issues that are still true of the merged record.

    Nothing is missing that another source gave, nothing derived that was not chosen. Of sources
    beside the first the message says which.
    """
    for number, one in enumerate(everyone):
        for said in one.read.record.issues:
            choice = choices.get(said.field or "")
            if said.code == IssueCode.MISSING_FIELD:
                if number == 0 and (choice is None or choice.value in (None, ())):
                    yield said
            elif said.code == IssueCode.DERIVED_VALUE and (
                choice is None or one not in choice.sources
            ):
                continue
            elif number == 0:
                yield said
            else:
                where = f"{said.message} ({one.source}, {one.document})"
                yield said.model_copy(update={"message": where})
