"""Labelled fields of one value to statements: code, type, level, duration, acronym, sessions."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from parsers.extract.succession import codes_told_of, is_of_another, new_codes
from parsers.model.statement import Finding, Statement
from parsers.segment.passages import Section
from parsers.segment.title_words import is_acronym
from parsers.segment.value_shapes import NO_VALUE
from schema.code import IN_TEXT, CodeScolarite, codes_in
from schema.diploma_type import DiplomaType
from schema.duration import Duration
from schema.issues import Issue, IssueCode, issue, unlabelled
from schema.level import DiplomaLevel
from schema.parsed_value import Parsed
from schema.text import CAPITALS, clean, fold, same_length
from schema.title import is_fact

_LONGEST_ACRONYM = 40
_LONGEST_NAME = 120
_WORDS_OF_NAME = 7  # of a sector or commission whose name ends in a stop
_WORDS_BEHIND_ARTICLE = 4  # the same, where it begins as sentences do
AS_PUBLISHED = "as published"
_FIRST_SENTENCE = re.compile(rf"(?P<value>.{{1,40}}?)\.\s+(?=[{CAPITALS}])")


class Field(NamedTuple):
    """How the values under a label are read.

    `names`: the published fields of the value, of which issues name the first. `parse`: text to
    value, a model with these fields or the one value itself. `rule`: as evidence tells it.
    """

    names: tuple[str, ...]
    parse: Callable[[str], Parsed[Any]]
    rule: str


def labelled(field: Field, sections: Iterable[Section]) -> Iterator[Finding]:
    """Yield the statements of the sections of one field.

    Issues: texts that were not understood up to the first value, labels without a value.
    """
    understood = False
    for section in sections:
        label, heading = section.heading.label, section.heading.block
        piece = next((piece for piece in section.content if clean(piece.text)), None)
        text = clean(piece.text) if piece else ""
        if text[:1] == ":":  # `<abbr>CPC</abbr>: <span>…`
            text = text[1:].lstrip()
        if piece is None or fold(text) in NO_VALUE:
            yield issue(IssueCode.EMPTY_VALUE, field.names[0], label or None, None, heading.place)
            continue
        parsed = field.parse(text)
        if parsed.value is None and field.rule != AS_PUBLISHED:
            sentence = _FIRST_SENTENCE.match(text)
            first = sentence["value"] if sentence else piece.lines[0]
            # "2025. Ce diplôme est remplacé": the rest is read as any other text
            shorter = field.parse(first) if first != text else parsed
            parsed = parsed if shorter.value is None else shorter
        place = piece.block.place
        if not understood:
            yield from placed(parsed.issues, place)
        if parsed.value is None:
            yield Statement(field.names[0], None, text, place, label, field.rule)
            continue
        understood = True
        for name in field.names:
            value = parsed.value
            value = getattr(value, name) if isinstance(value, BaseModel) else value
            if value is None and name != field.names[0]:
                continue  # a commission without a sector
            yield Statement(name, value, text, place, label, field.rule)


def placed(issues: Iterable[Issue], place: str) -> list[Issue]:
    """Give the place of the text to the issues of its parsing."""
    return [remark.model_copy(update={"place": place}) for remark in issues]


def _read_code(text: str) -> Parsed[CodeScolarite]:
    """Parse a code alone, or the one code that stands in the text and is the diploma's own."""
    parsed = CodeScolarite.parse(text)
    if parsed.value is not None:
        return parsed
    if is_of_another(text):
        detail = "a former code, or another diploma's"
        return Parsed(None, (issue(IssueCode.INVALID_CODE, "code", text[:200], detail),))
    alone = CodeScolarite.parse(text.split("(")[0])
    if alone.value and not is_of_another(text.split(")")[0]):
        return alone  # "50023438 (ancien code : 50023436)", but "50023436 (ancien), 50023438"
    codes = codes_in(text)
    if (
        len(new := new_codes(text)) == 1 and len(codes) > 1
    ):  # "50023436 (ancien), 50023438 (nouveau)"
        return CodeScolarite.parse(new[0])
    # "50022143 T – RNCP37535 – remplace le 500-22135 T"
    others = codes_told_of(text) if len(codes) > 1 and IN_TEXT.match(text) else set()
    is_first = bool(others) and set(codes) - others == {codes[0]}
    # a definition that gives a code as an example is no value, but one that a sentence follows is
    if is_first or (len(codes) == 1 and (len(text) <= 60 or IN_TEXT.match(text))):
        return CodeScolarite.parse(codes[0])
    return parsed


CODE = Field(("code",), _read_code, "CodeScolarite.parse")


def type_field(prefix_type: str | None) -> Field:
    """Return the field of the type, for a code whose prefix means `prefix_type`."""
    return Field(
        ("diploma_type", "diploma_type_label"),
        lambda text: DiplomaType.parse(text, prefix_type),
        "DiplomaType.parse",
    )


def level_field(source: str) -> Field:
    """Return the field of the level, in the scale that the source counts by."""
    return Field(
        ("level", "level_label"),
        lambda text: DiplomaLevel.parse(text, former_digits=source == "onisep"),
        "DiplomaLevel.parse",
    )


_BEFORE_MARK = re.compile(r"(\S{2,10})\s([|•·;–—-])\s")
_BEFORE_STOP = re.compile(rf"([^\s.]{{2,10}})\. (?=[{CAPITALS}][a-z])")
# "Arts | Rythme : alternance", "Arts - Créé par arrêté du …"
_BAR = re.compile(
    r"\s[|•·]\s"
    r"|\s[–—-]\s(?=(?:Créée?|Modifiée?|Arrêté|Première session|1[èe]?re session|Code|RNCP)\b)"
)
_AROUND = {("(", ")"), ("«", "»"), ("“", "”"), ('"', '"')}
_SORTS = ("cpc", "sector")
# "Les fédérations mettent à disposition des supports.", below *Branche professionnelle*; no name
# begins as "Une part du travail consiste à …" does
_ARTICLE = re.compile(r"(?:L[ea]s?|(?P<subject>Une?|Des|C(?:e|et|ette|es)|Ils?|Elles?|On)) |L['’]")
# "Avis de la CPC : procès-verbal", "favorable"
_OPINION = re.compile(r"(?:proces[- ]verbal|compte[- ]rendu|(?:avis |vote )?(?:de)?favorable)\b")
# "CPC : les commissions", of a menu
_ALL_SORTS = re.compile(r"(?:toutes )?les (?:commissions|secteurs|cpc)\b", re.IGNORECASE)
# "CPC Industrie", "Secteur Métallurgie": no part of the name; but "Secteur des métiers d'art"
_LABEL_BEFORE = re.compile(
    r"(?:(?:de |à )?l[ae] )?(?:CPC|Commission professionnelle consultative|Secteur)\b"
    r"(?!\W{1,3}(?:de|du|des|d|n)\b|\W*\d)(?:\W{1,3}CPC\b)?\W*",
    re.IGNORECASE,
)


def _acronym(text: str) -> str:
    """Return an acronym without brackets or quotes around it and facts behind it.

    `R&T - ROM` is one acronym.
    """
    if (text[:1], text[-1:]) in _AROUND:
        text = text[1:-1].strip()
    if (ended := _BEFORE_STOP.match(text)) and is_acronym(ended[1]):
        return ended[1]  # "TP. Code diplôme 40023216S."
    first = _BEFORE_MARK.match(text)
    if first is None or not is_acronym(first[1]):
        return text
    is_apart = first[2] in "|•·;" or is_fact(text[first.end() :])
    return first[1] if is_apart else text


def _is_sentence(text: str) -> bool:
    """Return whether a text below the label of a sector or a commission is not its name."""
    article = _ARTICLE.match(text)
    is_long = text.count(" ") > (_WORDS_BEHIND_ARTICLE if article else _WORDS_OF_NAME)
    is_ended = text[-1:] in {".", ";"} or bool(article and article["subject"])
    return text[-1:] == ":" or (is_long and is_ended)


class Board(BaseModel):
    """A commission, and the sector that its label's value names behind it."""

    cpc: str
    sector: str | None


# "Industrie – secteur Métallurgie", "Industrie (secteur : métallurgie)"
_WITH_SECTOR = re.compile(
    r"(?P<cpc>[^()]{3,100}?)\s*[,;:(/–—-]\s*(?:[Ll]e )?[Ss]ecteur\b(?:\s[àa] [^:]{3,30}:)?"
    r"[\s:«\"“]{1,4}(?!d[eu]s?\b|d['’])(?P<sector>[^()«»]{3,100}?)[\s»”\")]*"
)


def _read_board(text: str) -> Parsed[Board]:
    """Parse the name of a commission, and of the sector behind it."""
    found = _WITH_SECTOR.fullmatch(text)
    cpc = _SORT["cpc"].parse(found["cpc"] if found else text)
    sector = _SORT["sector"].parse(found["sector"]) if found else Parsed[str](None)
    board = None if cpc.value is None else Board(cpc=cpc.value, sector=sector.value)
    return Parsed(board, (*cpc.issues, *sector.issues))


def _named(field: str, longest: int = _LONGEST_NAME) -> Field:
    """Return a field that holds a name as published; a longer text gives an issue.

    A sector and a commission lose the word for what they are, which some sources write before them.
    """

    def parse(text: str) -> Parsed[str]:
        if field == "acronym":
            text = _acronym(text)
        if field in _SORTS:
            text = _BAR.split(text)[0]  # "Arts | Rythme : alternance"
        if field in _SORTS and _is_sentence(text):
            return Parsed(None, (unlabelled(field, text[:200], "a sentence"),))
        if field in _SORTS and _YEAR.search(text):  # "Avis de la CPC : 1er avril 1994"
            return Parsed(None, (unlabelled(field, text[:200], "a date"),))
        if field == "cpc" and _OPINION.match(same_length(text)):
            return Parsed(None, (unlabelled(field, text[:200], "an opinion"),))
        if field in _SORTS and _ALL_SORTS.match(text):
            return Parsed(None, (issue(IssueCode.EMPTY_VALUE, field, text),))
        if field in _SORTS and (label := _LABEL_BEFORE.match(text)):
            if label.end() == len(text):
                return Parsed(None, (issue(IssueCode.EMPTY_VALUE, field, text),))
            text = text[label.end() :].rstrip(' .»”"')
        if field in _SORTS and (text[:1], text[-1:]) in _AROUND:
            text = text[1:-1].strip()
        if text.endswith(".") and text.count(".") == 1:
            text = text[:-1]
        if len(text) <= longest:
            return Parsed(text)
        return Parsed(None, (unlabelled(field, text[:200], "too long a name"),))

    return Field((field,), parse, AS_PUBLISHED)


# "(PDF, 2094 Ko)" names no year
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b(?! ?(?:[KkMm]o|octets)\b)")
# "2025 ; remplacé par le 320-22209 R à compter de la session 2026": the value, then a remark
# "2024, puis session de rattrapage en 2025", "2024 - session de rattrapage : 2025"
_ASIDE = re.compile(
    r"(?P<value>[^;(]{4,20}?)\s*"
    r"(?:[;(]\s*[^\W\d]|,? (?:puis|suivie?|avec une)\b|[,–-]\s*(?:session|rattrapage)\s[^\W\d])"
)
# "2024, entrée en formation à la rentrée 2022", "2024 - rentrée 2022"
_WITH_START = re.compile(
    r"(?P<value>[^;(]{4,20}?)\s*(?:[,:–-]\s*|\b)(?:pour |soit )?(?:(?:une?|la) )?"
    r"(?:(?:entree|mise|ouverture|debut) [^;]{0,40}?\b(?:formation|rentree|cursus)|rentree"
    r"|formation (?:ouvert|debut|commenc|engag)ee)\b"
)
# "L'examen, organisé selon l'arrêté du 3 mai 2019, a lieu pour la première fois en 2021"
_HELD = re.compile(
    r"(?!.*session)[^.;]{0,150}\b(?:a|aura) lieu\b[^.;\d]{0,60} (?P<value>(?:19|20)\d\d)(?!.*\d)"
)
# "3 heures", "1 h 30", "20 minutes"
_OF_AN_EXAMINATION = re.compile(r"\d{1,2}\s?h(?:eures?)?\b\s?(?:\d\d)?\b.*|\d{1,3}\s?min.*")


def _duration(text: str) -> Parsed[Duration]:
    """Parse a duration; a duration of some hours is an examination's, not the diploma's."""
    if _OF_AN_EXAMINATION.fullmatch(same_length(clean(text))):
        detail = "an examination's duration"
        return Parsed(None, (issue(IssueCode.UNKNOWN_DURATION, "duration_months", text, detail),))
    return Duration.parse(text)


# below a label without its value
_OF_ANOTHER_TEXT = re.compile(
    r"\b(?:arr?ete|decret) d|^page\b|\bmise a jour\b|^(?:[a-z]+ ){0,3}remplac"
)
SESSION_AFTER = "session after it"


def _session(field: str, rule: str = "the year in the text") -> Field:
    """Return the field of an exam session: the one year in the text."""
    other = "premiere session" if field == "last_session" else "derniere session"

    def parse(text: str) -> Parsed[int]:
        head = _HELD.match(text) or _ASIDE.match(text)  # "2021 (arrêté du 3 mai 2019)"
        head = head or _WITH_START.match(same_length(text))
        value = head["value"] if head and _YEAR.search(head["value"]) else text
        years = set(_YEAR.findall(value))
        plain = same_length(value)
        if len(years) == 1 and not (other in plain or _OF_ANOTHER_TEXT.search(plain)):
            return Parsed(int(years.pop()))
        return Parsed(None, (issue(IssueCode.UNKNOWN_SESSION, field, text),))

    return Field((field,), parse, rule)


_SORT = {field: _named(field) for field in _SORTS}

# Labels of the lexicon whose values need nothing but their text, in the order of the record.
SIMPLE = {
    "duration": Field(("duration_months", "duration_label"), _duration, "Duration.parse"),
    "acronym": _named("acronym", _LONGEST_ACRONYM),
    "cpc": Field(_SORTS, _read_board, AS_PUBLISHED),
    "sector": _SORT["sector"],
    "first_session": _session("first_session"),
    "last_session": _session("last_session"),
    "extra_session": _session("last_session", SESSION_AFTER),
}
