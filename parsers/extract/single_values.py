"""Sections of one value to values: code, type, level, duration, sessions, succession."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from parsers.extract.succession import codes_told_of, is_of_another
from parsers.model.observation import Observation
from parsers.segment.sections import Section
from schema.code import CodeScolarite, codes_in
from schema.diploma_type import DiplomaType
from schema.duration import Duration
from schema.issues import Issue, IssueCode, issue
from schema.level import DiplomaLevel
from schema.parsed import Parsed
from schema.text import clean, fold, same_length

_LONGEST_ACRONYM = 40
_LONGEST_NAME = 120
NO_VALUE = {"", "neant", "aucun", "aucune", "sans objet", "non renseigne", "non communique", "so"}


class Read(NamedTuple):
    """The value chosen for a field, the observation it came from, and what was not understood."""

    value: Any
    observation: Observation | None
    issues: tuple[Issue, ...]


def first_value(
    field: str, sections: list[Section], parse: Callable[[str], Parsed[Any]], rule: str
) -> Read:
    """The first value that the sections of `field` state.

    A second one that differs is `conflicting-values` with both; a label without a value is
    `empty-value`.
    """
    chosen: tuple[Any, Observation] | None = None
    issues: list[Issue] = []
    for section in sections:
        texts = [clean(piece.text) for piece in section.content if clean(piece.text)]
        if not texts or fold(texts[0]) in NO_VALUE:
            issues.append(issue(IssueCode.EMPTY_VALUE, field, section.heading.label or None))
            continue
        text = texts[0]
        parsed = parse(text)
        if chosen is None:
            issues += parsed.issues
            if parsed.value is not None:
                place = section.content[0].block.place
                label = section.heading.label
                chosen = (parsed.value, Observation(field, text, place, label, rule))
        elif parsed.value != chosen[0] and fold(text) != fold(chosen[1].text):
            both = f"{chosen[1].text} | {text}"
            issues.append(issue(IssueCode.CONFLICTING_VALUES, field, both))
    if chosen is None:
        return Read(None, None, tuple(issues))
    return Read(chosen[0], chosen[1], tuple(issues))


def read_code(text: str) -> Parsed[CodeScolarite]:
    """A code alone, or the one code that stands in the value's text and is the diploma's own."""
    parsed = CodeScolarite.parse(text)
    if parsed.value is not None:
        return parsed
    if is_of_another(text):
        detail = "a former code, or another diploma's"
        return Parsed(None, (issue(IssueCode.INVALID_CODE, "code", text[:200], detail),))
    if (alone := CodeScolarite.parse(text.split("(")[0])).value:
        return alone  # "50023438 (ancien code : 50023436)"
    # a definition that gives a code as an example is no value
    if len(text) <= 60 and len(codes := codes_in(text)) == 1:
        return CodeScolarite.parse(codes[0])
    return parsed


def read_type(prefix_type: str | None) -> Callable[[str], Parsed[DiplomaType]]:
    """A reader of types that knows the type by the code's prefix."""
    return lambda text: DiplomaType.parse(text, prefix_type)


def read_level(source: str) -> Callable[[str], Parsed[DiplomaLevel]]:
    """A reader of levels, in the scale that the source counts by."""
    return lambda text: DiplomaLevel.parse(text, former_digits=source == "onisep")


def read_duration(text: str) -> Parsed[Duration]:
    """A duration."""
    return Duration.parse(text)


def read_acronym(text: str) -> Parsed[str]:
    """An acronym: short, as published, without parentheses around it."""
    return _named("acronym", text.strip("()"), _LONGEST_ACRONYM)


def read_board(text: str) -> Parsed[str]:
    """An advisory board (CPC), as published."""
    return _named("cpc", text)


def read_sector(text: str) -> Parsed[str]:
    """A professional sector, as published; the bare word *Secteur* names none."""
    if fold(text) == "secteur":
        return Parsed(None, (issue(IssueCode.EMPTY_VALUE, "sector", text),))
    return _named("sector", text)


def _named(field: str, text: str, longest: int = _LONGEST_NAME) -> Parsed[str]:
    """A name, as published; a longer text is none and is told of."""
    if len(text) <= longest:
        return Parsed(text)
    return Parsed(None, (issue(IssueCode.UNLABELLED_TEXT, field, text[:200], "too long a name"),))


def read_session(field: str) -> Callable[[str], Parsed[int]]:
    """A reader of exam sessions: the one year in the text."""

    def read(text: str) -> Parsed[int]:
        years = re.findall(r"\b((?:19|20)\d\d)\b", text)
        if len(set(years)) == 1:
            return Parsed(int(years[0]))
        return Parsed(None, (issue(IssueCode.UNKNOWN_SESSION, field, text),))

    return read


_SESSION = r"(?P<which>premiere|derniere|1e?re)s? sessions?(?: d'examen)?"
_SESSION_AFTER = re.compile(
    rf"\b{_SESSION}(?:(?!session)[^.;\d]){{0,45}}?\b(?P<year>(?:19|20)\d\d)\b(?!\d)"
)
_SESSION_BEFORE = re.compile(
    rf"\bsession(?: d'examen)?(?: de)? (?P<year>(?:19|20)\d\d),? "
    rf"(?:est la |sera la |la )?{_SESSION}"
    # "première session 2016, dernière session en 2024": the year that follows is its own
    r"(?!(?:(?!session| et )[^.;\d]){0,45}?\b(?:19|20)\d\d\b)"
)
_STATEMENT = re.compile(r"(?:[^.;]|[.;](?!\s))+")
# "le BP X, dont la dernière session …": the predecessor's
_OF_ANOTHER = re.compile(r"\b(?:dont|leurs?|ces|cet ancien)\s+(?:la |les )?$")
_LONGEST_OF_ANOTHER = 20
_REPLACES = re.compile(r"\bremplace(?:nt)?\b(?! par)")


def sessions_in(text: str) -> list[tuple[str, int]]:
    """The first and last exam sessions that sentences name, with their field: `première session
    d'examen en 1997, dernière session en 2024`.
    """
    plain = same_length(clean(text))
    found: list[tuple[str, int]] = []
    for statement in _STATEMENT.finditer(plain):
        found += _sessions_of(statement[0])
    return list(dict.fromkeys(found))


def _sessions_of(statement: str) -> Iterator[tuple[str, int]]:
    replaces = _REPLACES.search(statement)
    stop = replaces.start() if replaces else len(statement)
    said: set[int] = set()
    for pattern in (_SESSION_BEFORE, _SESSION_AFTER):
        for match in pattern.finditer(statement):
            before = statement[max(0, match.start() - _LONGEST_OF_ANOTHER) : match.start()]
            if match.start("which") in said or match.start() > stop or _OF_ANOTHER.search(before):
                continue
            said.add(match.start("which"))
            name = "last_session" if match["which"].startswith("der") else "first_session"
            yield name, int(match["year"])


def labelled_codes(text: str) -> list[str]:
    """The codes under a label of succession (*Remplace*, *Remplacé par*), but for those that a
    sentence there calls former or later.
    """
    told = codes_told_of(text)
    return [code for code in codes_in(text) if code not in told]
