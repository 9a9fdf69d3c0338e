"""Description, access, expectations, further study, trades to statements.

The diplomas that conditions of access name, and their levels, are derived values.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from parsers.extract.documents import documents_in
from parsers.extract.order_lines import is_order_alone
from parsers.extract.status import REPEALED
from parsers.extract.succession import is_claim_alone
from parsers.extract.trades import trades_in
from parsers.model.file_types import is_file_detail
from parsers.model.link_words import without_window
from parsers.model.statement import Finding, Statement, Values, conflict
from parsers.segment.order_paragraphs import is_of_orders
from parsers.segment.passages import Section
from parsers.segment.pieces import Piece
from parsers.segment.title_sources import is_menu
from parsers.segment.title_words import fact_segments, is_sentence
from parsers.segment.value_shapes import NO_VALUE
from schema.diploma_type import type_words
from schema.issues import Issue, IssueCode, issue, unlabelled
from schema.referential import paragraphs
from schema.text import clean, fold, has_digit, same_length
from schema.title import read_title
from schema.vocabulary import rows

_SHORT = 40  # longer than any text that means "none"
_PUBLIC = re.compile(r"publics?(?: (?:vise|concerne|cible|eligible)s?)?")  # a label, folded
_LONGEST_LABEL = 80
_LONGEST_FACT = 160
_BEGINS_CLAIM = frozenset("CIEcie")  # "Ce diplôme", "Il", "Elle"
# "Validation : diplôme national", "- Crédits ECTS : 120"
_FACT_LINE = re.compile(r"(?:- )?[^\W\da-zß-ÿ][^:.;]{1,40} : (?:[^\s:.;]+ ?){1,5}")
# "Fiche RNCP38762 | Première session en 2025 | Ce diplôme est en vigueur", "Création : arrêté du …"
_BEGINS_FACT = re.compile(
    r"(?:- )?(?:l[ae]s? |l'|ce(?:tte)? )?(?:(?:premiere|derniere|1(?:re|ere)) session"
    r"|sessions?:? (?:d'examens? )?:? ?(?:de |du )?(?:19|20)\d|codes?\b|(?:fiche )?(?:n\S? )?rncp"
    r"|(?:(?:diplome|specialite|mention|il|elle) )?(?:(?:est|a ete|toujours|actuellement) )*"
    r"(?:remplac|abrog|cree|en vigueur)|arr?ete|decret|creation|modifi|niveau|jorf|j\.?o"
    r"|examen (?:est|sera|a ete) organise|entree en (?:vigueur|application)"
    r"|mise en \S{4,11} (?:a la )?(?:rentree|session)"
    r"|(?:diplome|specialite|mention) (?:examine|suivi)e? par la (?:cpc|commission)"
    r"|applicable|\d{1,2}(?:er)? [a-z]+ (?:19|20)\d\d$|\d{1,2}[./-]\d)"
)
_DESCRIBES = re.compile(
    r"\b(?:form(?:e|er|ant|es)|prepar\w+|permet\w*|vise\w*|exerc\w+|realis\w+|capables?|assur\w+"
    r"|metiers?|titulaires?|atteste\w*)\b"
)
_LEVEL = re.compile(
    r"\bniveau\s+(?:de (?:qualification|certification)\s+)?([3-8])\b"
    r"(?!\s*(?:e\b|eme|ans|ou [a-z]+ du))"
)
# "Les documents suivants sont disponibles : ", and links with commas between them
_LEADS_TO_FILES = re.compile(r"[^.:]{3,80} ?:[\s,;.]*(?:\bet\b[\s,;.]*)?")
_PLURAL = re.compile(r"aux$")
_SHORTEST = 3  # of the words that have a plural: no "de", "d'"
_THIS_ONE = re.compile(r"\b(?:ce|ces|cet|cette|present|presente)\s+$")
_HOLDER = re.compile(
    r"\b(?:titulaires?|possesseurs?|obtention|apres)\b[^.]{0,60}$"
    r"|\b(?:un|une|tout|autre)\s+$"
)
# A further word for the noun of the diploma before: "bac général, technologique ou professionnel"
_FURTHER = re.compile(r"\s*(?:,?\s*\b(?:et/ou|et|ou)\b|[,/])\s*([a-z0-9]+)")
# what the line of links begins with that ends a page
_LEADS_AWAY = re.compile(
    r"\W*(?:accueil|sommaire|retour|liste|index|menu|plan du site|contact|haut de (?:la )?page)\b",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A diploma as the text names it, its level if the words state it, and its place.

    `value`: the text itself; of a plural, or of one of several words for one noun, the diploma's
    name in the singular.
    """

    text: str
    level: int | None
    start: int
    value: str


def texts(sections: list[Section]) -> Iterator[Finding]:
    """Yield the text of each section of a text field; an empty section is an issue.

    Lines of facts alone are no description: a code and an RNCP number below *Présentation*.
    """
    publics = [section for section in sections if _PUBLIC.fullmatch(fold(section.heading.label))]
    is_beside = 0 < len(publics) < len(sections)  # the conditions of access stand elsewhere
    for section in sections:
        name = section.entry.field
        label, place = section.heading.label, section.heading.block.place
        if is_beside and section in publics:
            public = " ".join([label, *(piece.text for piece in section.content)])
            yield unlabelled(name, public[:200], "the public, beside the access", place)
            continue
        content = section.content
        # most have no link: a call for each piece costs more than all below
        if menus := [p for p in content if p.block.has_link and _leads_away(p)]:
            content = [piece for piece in content if piece not in menus]
        for menu in menus:
            yield unlabelled(name, menu.text[:200], "links to other pages", menu.block.place)
        while len(content) > 1 and content[-1].kind == "label":
            *content, _ = content  # "Le diplôme en bref", above facts of other fields
        while content and _heads_other_table(content[-1], section):
            *content, head = content
            yield unlabelled(name, head.text[:200], "the name of a column", head.block.place)
        written = [*filter(None, (_written(piece, section) for piece in content))]
        while len(written) > 1 and is_of_orders(written[-1]):
            written.pop()  # the order of the diploma behind the text
        if written and _is_lead(section.heading):
            written.insert(0, clean(label))
        # "CAP (niveau 3)" below *Accès* is its text
        is_of_facts = name == "description" and all(
            _is_fact(each) or _FACT_LINE.fullmatch(each) or _is_type(each) for each in written
        )
        text = None if is_of_facts else paragraphs(written)
        if text is None or (len(text) < _SHORT and fold(text) in NO_VALUE):
            yield issue(IssueCode.EMPTY_SECTION, name, label or None, None, place)
        else:
            yield Statement(name, text, text, section.content[0].block.place, label)


def _heads_other_table(piece: Piece, section: Section) -> bool:
    """Return whether a piece names a column of a table behind the text."""
    cell, head = piece.block.cell, section.heading.block.cell
    is_head = cell is not None and cell.header and cell.row == 0
    return bool(cell and is_head and (head is None or head.table != cell.table))


def _leads_away(piece: Piece) -> bool:
    """Return whether a piece is the line of links that ends a page: *Accueil | CAP | BP*."""
    return bool(_LEADS_AWAY.match(piece.text)) and is_menu(piece.block)


def _is_lead(heading: Piece) -> bool:
    """Return whether a label is a sentence above a list: *Le titulaire est capable de :*."""
    if heading.kind != "label" or heading.label[-1:] != ":" or heading.block.level:
        return False
    return not heading.block.parts[0].strong and is_sentence(heading.label)


def _is_fact(paragraph: str) -> bool:
    """Return whether a paragraph only states facts of other fields, an order or the repeal."""
    text = paragraph.removeprefix("- ")
    if is_of_orders(text):
        return True  # "… portant définition du diplôme"
    may_be_claim = "place" in text or "relais" in text or "substitue" in text
    if may_be_claim and text[:1] in _BEGINS_CLAIM and is_claim_alone(text):
        return True  # "Ce diplôme prend la place de la MC X.", without a digit
    if len(text) > _LONGEST_FACT or not (has_digit(text) or len(text) < _SHORT):
        return False  # most paragraphs
    plain = same_length(text)
    if not _DESCRIBES.search(plain) and all(map(_BEGINS_FACT.match, plain.split(" | "))):
        return True
    is_repeal = len(text) < _SHORT and REPEALED.search(plain)
    may_be_order = "arr" in text.lower()
    return bool(is_repeal or fact_segments(text) or (may_be_order and is_order_alone(text)))


def _is_type(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and read_title(text).is_type_alone


def sections_joined(fields: Sequence[str], statements: Sequence[Statement]) -> Values:
    """Join the different texts of a field.

    Sections of different names follow each other; of the same name the first stays and a different
    second is a conflict.
    """
    by_label: dict[str, Statement] = {}
    issues: list[Issue] = []
    values: list[str] = []
    for statement in statements:
        if statement.value in values:
            continue
        label = fold(statement.label)
        if label in by_label:
            issues.append(conflict(by_label[label], statement))
            continue
        if values:
            issues.append(
                issue(IssueCode.MERGED_SECTIONS, fields[0], statement.label, None, statement.place)
            )
        by_label[label] = statement
        values.append(statement.value)
    return {fields[0]: paragraphs(values)}, issues


def _written(piece: Piece, section: Section) -> str:
    """Return a piece as a paragraph: items with a dash; a repeated label is left out."""
    if piece.kind == "label":
        return clean(piece.label).rstrip(" :")
    text = clean(piece.text)
    is_file_alone = piece.block.has_link and not piece.entry and _is_link_alone(piece)
    if is_file_alone and documents_in(piece, None, False, ()):
        return ""  # "Télécharger le référentiel": a document, not a sentence
    entry = piece.entry if piece.kind == "heading" else None
    label = section.heading.label
    is_again = entry is not None and entry.field == section.entry.field
    is_short = text[:1] == label[:1] and not text[_LONGEST_LABEL:]  # most texts are not folded
    if is_again or (is_short and fold(text) == fold(label)):
        return ""
    return as_paragraph(piece)


def _is_link_alone(piece: Piece) -> bool:
    """Return whether a piece is no more than a link, and what is said of its file or window."""
    if piece.block.only_link:
        return True
    beside = clean(without_window("".join(part.text for part in piece.parts if not part.href)))
    segments = (segment.strip("-–·• ") for segment in beside.split("|"))
    if all(is_file_detail(each) or not any(map(str.isalnum, each)) for each in segments):
        return True
    return ":" in beside and bool(_LEADS_TO_FILES.fullmatch(beside))


def as_paragraph(piece: Piece) -> str:
    """Return a piece as records hold it: an item with a dash."""
    text = clean(piece.text)
    return f"- {text}" if piece.kind == "item" and text else text


def access_words(access: str | None, place: str, diploma_type: str | None) -> Iterator[Statement]:
    """Yield the diplomas and levels that the text `access` names: derived."""
    if access is None:
        return
    named = diplomas_in(access, _own_words(diploma_type))
    for diploma in named:
        rule = "named in the access text"
        yield Statement("access_diplomas", diploma.value, diploma.text, place, "", rule, True)
    for level in levels_in(access, named):
        texts_of = ", ".join(diploma.text for diploma in named if diploma.level == level)
        because = texts_of or f"niveau {level}"
        rule = "level of the diplomas named in the access text"
        yield Statement("access_levels", level, because, place, "", rule, True)


def trades(sections: list[Section], given: Mapping[str, tuple[str, str]]) -> Iterator[Finding]:
    """Yield the trades of all sections that list them; `given`: see `Flat.trade_forms`."""
    known: set[str] = set()
    for section in sections:
        label, place = section.heading.label, section.heading.block.place
        if not section.content:
            yield issue(IssueCode.EMPTY_SECTION, "trades", label, None, place)
        named, issues = trades_in(section.content, given)
        yield from issues
        for trade, piece in named:
            if trade.id not in known:
                yield Statement("trades", trade, trade.label, piece.block.place, label)
        known |= {trade.id for trade, _ in named}


def diplomas_in(access: str, own_words: frozenset[str] = frozenset()) -> list[Named]:
    """Return the diplomas named in a text on access, in order, each once.

    Not the diploma itself: "ce bac pro", and its own type (`own_words`, as `_singular` gives them)
    unless the text is about its holders.
    """
    plain = same_length(access)
    diplomas: dict[str, Named] = {}
    for match in _pattern().finditer(plain):
        start = match.start()
        before = plain[max(0, start - 90) : start]
        if access[start : match.end()] == "but" or _THIS_ONE.search(before):
            continue  # "dans le but de", and no BUT
        for key, end in _named_from(plain, match):
            if key in own_words and not _HOLDER.search(before):
                continue
            text = " ".join(access[start:end].split())
            words, level = _words()[key]
            is_singular = end == match.end() and _folded(text) == _folded(words)
            diplomas.setdefault(key, Named(text, level, start, text if is_singular else words))
    return list(diplomas.values())


def _named_from(plain: str, match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """Yield the diploma that was found, and those of further words behind it, each with its end."""
    key, end = _singular(match[1]), match.end()
    yield key, end
    noun = key.rpartition(" ")[0]
    while further := _FURTHER.match(plain, end):
        key, end = f"{noun} {_singular(further[1])}", further.end()
        if key not in _words():
            return
        yield key, end


def levels_in(access: str, named: list[Named]) -> list[int]:
    """Return the levels that a text on access names, by its diplomas and by number, in order."""
    levels = {diploma.level for diploma in named if diploma.level}
    levels |= {int(match[1]) for match in _LEVEL.finditer(same_length(access))}
    return sorted(levels)


@cache
def _own_words(diploma_type: str | None) -> frozenset[str]:
    return frozenset(_singular(words) for words, types in type_words() if diploma_type in types)


def _folded(words: str) -> str:
    return " ".join(fold(words).replace("+", " + ").split())


def _singular(words: str) -> str:
    """Fold words, each without the mark of a plural: a key of `_words`."""
    return " ".join(_PLURAL.sub("al", word).removesuffix("s") for word in _folded(words).split())


@cache
def _words() -> dict[str, tuple[str, int | None]]:
    """Return the names of diplomas and their levels by their key."""
    return {
        _singular(row["words"]): (row["words"], int(row["level"]) if row["level"] else None)
        for row in rows("access_words.csv")
    }


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((row["words"] for row in rows("access_words.csv")), key=len, reverse=True)
    between = "[^a-z0-9+]{1,3}"
    joined = "|".join(between.join(map(_in_any_number, name.split())) for name in names)
    joined = joined.replace(rf"{between}\+{between}", r"\s*\+\s*")
    return re.compile(rf"(?<![a-z0-9])({joined})(?![a-z0-9])(?!\s*\+)")


def _in_any_number(word: str) -> str:
    """Return the pattern of a word in the singular and in the plural, which acronyms have not."""
    plain = same_length(word)
    if not word.islower() or len(word) < _SHORTEST or word.endswith("s"):
        return re.escape(plain)
    return f"{re.escape(plain[:-2])}(?:al|aux)" if plain.endswith("al") else f"{re.escape(plain)}s?"
