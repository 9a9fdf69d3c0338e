"""The first and last exam sessions that sentences name."""

import re
from collections.abc import Iterator

from schema.text import clean, same_length

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
