"""Merge the records that several sources give of a diploma, each field by the rank of sources.

The first source that states a field gives it; what is only derived stands behind what any source
states. The others' values are kept as evidence, and another value is an issue. A newer session
and a repeal win whichever source states them, and what an order does is told by any source that
says it. The ranks: `schema/data/ranks.csv`.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from parsers.linkage.conflicts import differences
from parsers.linkage.source_record import NO_VALUES, SourceRecord
from parsers.model.statement import Statement
from schema.code import CodeScolarite
from schema.diploma_type import DiplomaType
from schema.issues import Issue, IssueCode
from schema.referential import LegalText, Referential, content_hash
from schema.source_ranks import Rank, ranks
from schema.title import read_title

# The rule of a type that was read again with the code of another source.
_BY_PREFIX = "prefix of the code of the whole record"
_SESSIONS = ("first_session", "last_session")


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
    """The record, all statements, and the disagreements that are warnings.

    A disagreement is a source, its document and the field. The source is always another one than
    that of the record's page, even where the other one was believed.
    """

    record: Referential
    evidence: tuple[Seen, ...]
    disagreements: tuple[tuple[str, str, str], ...]


class _Choice(NamedTuple):
    """The value of a field, its source and its rule.

    `added`: what others added to a list, by title.
    """

    value: Any
    givers: tuple[SourceRecord, ...]
    how: str
    added: tuple[tuple[SourceRecord, frozenset[str]], ...] = ()

    @property
    def sources(self) -> tuple[SourceRecord, ...]:
        """Return the documents that gave the value or a part of it."""
        return (*self.givers, *(source for source, _ in self.added))

    def used(self, source: SourceRecord, text: str) -> bool:
        """Return whether the value is made of that text of that source."""
        for other, texts in self.added:
            if other is source:
                return text in texts
        return source in self.givers


def merge(first: SourceRecord, others: Sequence[SourceRecord] = ()) -> Merged:
    """Return the record of `first` (whose id, page and address it keeps) completed by `others`."""
    alone = first.read.record
    sources = _typed_by_code([first, *others])
    first = sources[0]
    issues: list[Issue] = []
    disagreements: list[tuple[str, str, str]] = []
    choices = {} if others else _of_only(first)
    groups = [(rank, _choose(rank, sources)) for rank in ranks()] if others else []
    for rank, group in _with_possible_sessions(groups, sources):
        choices |= group
        chosen = group[rank.fields[0]]
        givers = chosen.givers
        for source, remark in differences(rank, chosen.value, givers, sources):
            issues.append(remark)
            if remark.issue == IssueCode.SOURCES_DISAGREE:
                other = givers[0] if source is first else source
                disagreements.append((other.source, other.document, rank.fields[0]))
    kept = _kept_issues(sources, choices)
    given = [source for choice in choices.values() for source in choice.sources]
    used = [source.source for source in sources if source is first or source in given]
    content = {field: choice.value for field, choice in choices.items()}
    content["sources"] = tuple(dict.fromkeys(used))
    remarks = tuple(dict.fromkeys([*kept, *issues]))
    if all(getattr(alone, field) == value for field, value in content.items()):
        record = alone.model_copy(update={"issues": remarks})  # validated and hashed already
    else:
        record = Referential(**{**dict(first.read.record), **content, "issues": remarks})
        record = record.model_copy(update={"content_sha256": content_hash(record)})
    evidence = tuple(
        Seen(
            observation,
            source.source,
            source.document,
            source.sha256,
            choice.used(source, observation.text) if choice else source is first,
            choice.how if choice else "",
        )
        for source in sources
        for observation in source.read.evidence
        for choice in [choices.get(observation.field)]
    )
    return Merged(record, evidence, tuple(disagreements))


def _typed_by_code(sources: list[SourceRecord]) -> list[SourceRecord]:
    """Read the published types again with the code of the whole record.

    Within a family of types (MC and CS, CS and agricultural CS) the prefix of the code decides,
    whichever source gave it. A type that another source's code decided is derived.
    """
    (rank,) = [rank for rank in ranks() if rank.fields[0] == "code"]
    code = _choose(rank, sources)["code"].value
    prefix_type = CodeScolarite.parse(code).value if code else None
    return [_typed(source, prefix_type.diploma_type if prefix_type else None) for source in sources]


def _typed(source: SourceRecord, prefix_type: str | None) -> SourceRecord:
    record = source.read.record
    label = record.diploma_type_label or read_title(record.title).type_label
    if prefix_type is None or not label or record.diploma_type == prefix_type:
        return source
    parsed = DiplomaType.parse(label, prefix_type)
    decided = [remark for remark in parsed.issues if remark.issue == IssueCode.TYPE_BY_PREFIX]
    if parsed.value is None or not decided:
        return source
    others = [remark for remark in record.issues if remark.issue != IssueCode.AMBIGUOUS_TYPE]
    diploma_type = parsed.value.diploma_type
    update = {"diploma_type": diploma_type, "issues": (*others, *decided)}
    evidence = tuple(
        seen._replace(value=diploma_type, rule=_BY_PREFIX, derived=True)
        if seen.field == "diploma_type"
        else seen
        for seen in source.read.evidence
    )
    read = source.read._replace(record=record.model_copy(update=update), evidence=evidence)
    return source._replace(read=read)


def _choose(rank: Rank, sources: list[SourceRecord]) -> dict[str, _Choice]:
    """Choose the values of a rank's fields: the main one by its rule, labels that go with it."""
    main, *labels = rank.fields
    ranked = sorted(sources, key=lambda source: rank.place(source.source))
    stated = [
        source
        for source in ranked
        if source.denies(main) or (source.value(main) is not None and not source.derives(main))
    ]
    derived = [s for s in ranked if s.value(main) is not None and s.derives(main)]
    labelled = [s for s in ranked if any(s.value(field) is not None for field in rank.fields)]
    # a label that was not understood is better than no label
    willing = stated or derived or labelled
    if not willing:
        return {f: _Choice(getattr(sources[0].read.record, f), (), "") for f in rank.fields}
    giver = willing[0]
    if len(labelled) == 1:
        how = "only source" if stated or not derived else "derived"
    elif stated and giver.source != labelled[0].source:
        how = "stated before derived or not understood"
    else:
        how = f"first in rank ({', '.join(rank.sources)})"
    chosen = _Choice(getattr(giver.read.record, main), (giver,), how)
    alike = [source for source in ranked if source.value(main) == giver.value(main)]
    return {main: _RULES[rank.rule](chosen, main, willing)} | {
        field: _label(field, giver, alike, how) for field in labels
    }


def _with_possible_sessions(
    groups: list[tuple[Rank, dict[str, _Choice]]], sources: list[SourceRecord]
) -> list[tuple[Rank, dict[str, _Choice]]]:
    """Return the choices with the sessions of the first in rank where no others go together.

    The newest first session of one source may come behind the last session of another one.
    """
    years = {
        field: choice.value
        for _, group in groups
        for field, choice in group.items()
        if field in _SESSIONS and choice.value
    }
    if len(years) < len(_SESSIONS) or years[_SESSIONS[0]] <= years[_SESSIONS[1]]:
        return groups
    return [
        (
            rank,
            _choose(rank._replace(rule="first"), sources) if set(group) & set(_SESSIONS) else group,
        )
        for rank, group in groups
    ]


def _of_only(source: SourceRecord) -> dict[str, _Choice]:
    """Return the values of all fields of the only source: what `_choose` chooses, in one pass."""
    values = source.read.record.__dict__
    evidence = source.read.evidence
    derived = {seen.field for seen in evidence if seen.derived}
    derived -= {seen.field for seen in evidence if not seen.derived}
    denied = source.denied()
    choices: dict[str, _Choice] = {}
    for rank in ranks():
        main = rank.fields[0]
        how = ""
        if main in denied or any(values[field] not in NO_VALUES for field in rank.fields):
            is_derived = main in derived - denied and values[main] not in NO_VALUES
            how = "derived" if is_derived else "only source"
        for field in rank.fields:
            choices[field] = _Choice(values[field], (source,) if how else (), how)
    return choices


def _label(field: str, giver: SourceRecord, alike: list[SourceRecord], how: str) -> _Choice:
    """Choose the label of a value: its giver's, else that of another source of the same value."""
    if giver.value(field) is None:
        for source in alike:
            if source.value(field) is not None:
                return _Choice(source.value(field), (source,), "label of the same value")
    return _Choice(getattr(giver.read.record, field), (giver,), how)


def _first(choice: _Choice, _: str, __: list[SourceRecord]) -> _Choice:
    return choice


def _newest(choice: _Choice, main: str, willing: list[SourceRecord]) -> _Choice:
    newest = max(willing, key=lambda source: source.value(main))
    if newest.value(main) == choice.value:
        return choice
    return _Choice(newest.value(main), (newest,), "the newest year")


def _repeal(choice: _Choice, main: str, willing: list[SourceRecord]) -> _Choice:
    repealing = [source for source in willing if source.value(main) == "repealed"]
    if not repealing or choice.value == "repealed":
        return choice
    return _Choice("repealed", (repealing[0],), "a repeal counts whoever says so")


def _all(choice: _Choice, main: str, willing: list[SourceRecord]) -> _Choice:
    together = tuple(dict.fromkeys(value for source in willing for value in source.value(main)))
    if together == choice.value:
        return choice
    return _Choice(together, tuple(willing), "all sources together")


def _orders(choice: _Choice, main: str, willing: list[SourceRecord]) -> _Choice:
    """Choose the orders of the first source, completed by what the others say of orders.

    An order that it only names does what another source says of its date; the order of creation, or
    of repeal, is another's where it names none.
    """
    texts: list[LegalText] = list(choice.value)
    added: list[tuple[SourceRecord, frozenset[str]]] = []
    rules: dict[str, None] = {}
    for source in willing:
        used = set()
        for order in source.value(main):
            rule = _take(order, texts)
            if rule:
                used.add(order.title)
                rules.setdefault(rule)
        if used:
            added.append((source, frozenset(used)))
    if not added:
        return choice
    return _Choice(tuple(texts), choice.givers, "; ".join(rules), tuple(added))


def _take(order: LegalText, texts: list[LegalText]) -> str | None:
    """Put what an order says into `texts`, and return the rule; None where that adds nothing."""
    if order.kind is None or any((t.date, t.kind) == (order.date, order.kind) for t in texts):
        return None
    is_creation = order.kind == "creation"
    if is_creation and order.date is None:
        return None
    if order.kind != "modification" and any(text.kind == order.kind for text in texts):
        return None
    same = [place for place, t in enumerate(texts) if t.date == order.date and order.date]
    bare = [place for place in same if texts[place].kind is None]
    if len(bare) == 1:
        texts[bare[0]] = texts[bare[0]].model_copy(update={"kind": order.kind})
        return "another source says what an order does"
    if order.kind == "repeal":
        texts.append(order)
        return "a repeal counts whoever says so"
    if is_creation and not same:
        texts.append(order)
        return "another source names the order of creation"
    return None


_RULES: dict[str, Callable[[_Choice, str, list[SourceRecord]], _Choice]] = {
    "first": _first,
    "newest": _newest,
    "repeal": _repeal,
    "all": _all,
    "orders": _orders,
}


def _kept_issues(sources: list[SourceRecord], choices: dict[str, _Choice]) -> Iterable[Issue]:
    """Select the issues that are still true of the merged record.

    Nothing is missing that another source gave, nothing derived that was not chosen. Each says
    whose it is; of sources beside the first the message does too.
    """
    for number, source in enumerate(sources):
        for remark in source.read.record.issues:
            choice = choices.get(remark.field or "")
            if remark.issue == IssueCode.MISSING_FIELD:
                if number == 0 and (choice is None or choice.value in (None, ())):
                    yield remark.model_copy(update={"source": source.source})
            elif remark.issue == IssueCode.DERIVED_VALUE and (
                choice is None or source not in choice.sources
            ):
                continue
            else:
                update: dict[str, Any] = {"source": source.source}
                if choice is not None and choice.givers:
                    update["chosen"] = source in choice.sources
                if number:
                    document = f"{source.source}, {source.document}"
                    update["message"] = f"{remark.message} ({document})"
                yield remark.model_copy(update=update)
