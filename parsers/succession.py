"""The life of a diploma as its page tells it: what it replaces, what replaces it, repeal."""

import re

from schema.code import codes_in
from schema.text import clean, same_length

_REPLACED_BY = re.compile(r"\bremplacee?s? par\b|\bsuccesseur\b")
_REPLACES = re.compile(
    r"\bremplace(?:nt)?\b(?! par)|\bse substitue(?:nt)? (?:a|aux?)\b|\bremplacant\b"
    r"|\banciens? codes?\b"
)
# "le CAP X (500-23435 S), qu'il remplace"
_WHICH_IT_REPLACES = re.compile(r"\bqu'(?:il|elle)s? remplace(?:nt)?\b(?! par)")
_REPEALED = re.compile(
    r"^abrogee?\b|\b(?:diplome|mention|specialite|certificat|brevet|baccalaureat|option|cap|bp|mc)"
    r"\b[^.]{0,120}\babrogee?\b|\babrogee? (?:par|le|depuis|a compter)\b"
)
_ORDER_REPEALED = re.compile(r"\barretes?\b[^.]{0,80}\b(?:est|sont) abroges?\b")
_IN_FORCE = re.compile(r"^en vigueur\b|\bdiplome (?:est )?(?:toujours )?en vigueur\b")


def succession_in(text: str) -> tuple[list[str], list[str]]:
    """The codes that a text says this diploma replaces, and those that replace it."""
    text = clean(text)
    plain = same_length(text)
    replaces: list[str] = []
    replaced_by: list[str] = []
    marks = [(m.end(), replaced_by) for m in _REPLACED_BY.finditer(plain)]
    marks += [(m.end(), replaces) for m in _REPLACES.finditer(plain)]
    marks.sort(key=lambda mark: mark[0])
    for number, (start, into) in enumerate(marks):
        stop = marks[number + 1][0] if number + 1 < len(marks) else len(text)
        clause = re.split(r"\.\s+(?=[A-ZÀ-Ý])", text[start:stop])[0]
        into += [code for code in codes_in(clause) if code not in into]
    for match in _WHICH_IT_REPLACES.finditer(plain):
        clause = re.split(r"[.;]\s", text[max(0, match.start() - 160) : match.start()])[-1]
        replaces += [code for code in codes_in(clause)[-1:] if code not in replaces]
    return replaces, replaced_by


_FORMER = r"\b(?:ex|ancien(?:s|nes?|nement)?|precedent(?:e|s)?|precedemment|autrefois|jadis)\b"
_A_CODE = r"\b[0-9]{2}[0-9a-z][\s-]?[0-9]{3}[0-9][0-9a-z](?:\s?[a-z])?\b"
_FORMER_CODE = re.compile(
    rf"{_FORMER}\W*(?:(?:codes?|cfd|numeros?|n|diplome|scolarite|formation)\b\W*)*{_A_CODE}"
    rf"|{_A_CODE}\W*{_FORMER}(?:\W*(?:codes?|cfd|numeros?)\b)?\W*$"
)


def is_of_another(text: str) -> bool:
    """Whether the one code in `text` is said to be a former one, or another diploma's:
    `ex 50022143`, `50022143 (ancien code)`, `remplacé par le 50022143`.
    """
    codes = codes_in(text)
    if len(codes) != 1:
        return False
    before, after = succession_in(text)
    return codes[0] in before + after or bool(_FORMER_CODE.search(same_length(clean(text))))


_LIKE_A_CODE = re.compile(
    r"(?<![\w/.-])\d{2}[0-9A-Z](?:-\d[0-9A-Z]{2,8}|[0-9A-Z]{3,9})\b(?![/.]\d)"
)


def unreadable_codes(text: str, whole: bool) -> list[str]:
    """What looks like a code of succession in `text` and is none, such as a code that lacks a
    digit. `whole`: all of the text is about succession; else only what follows *remplace*.
    """
    text = clean(text)
    plain = same_length(text)
    clauses = (
        [text]
        if whole
        else [
            re.split(r"\.\s+(?=[A-ZÀ-Ý])", text[m.end() :])[0]
            for pattern in (_REPLACED_BY, _REPLACES)
            for m in pattern.finditer(plain)
        ]
    )
    return list(
        dict.fromkeys(
            match[0]
            for clause in clauses
            for match in _LIKE_A_CODE.finditer(clause)
            if not codes_in(match[0])
        )
    )


def status_in(text: str) -> str | None:
    """`repealed` or `in_force` when the text says so of the diploma; None otherwise."""
    plain = same_length(clean(text))
    if _REPEALED.search(plain) and not _ORDER_REPEALED.search(plain):
        return "repealed"
    return "in_force" if _IN_FORCE.search(plain) else None
