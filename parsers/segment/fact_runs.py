"""Divide a line that states facts in turn, set apart by one mark, into a line for each of them.

`Arrêté du 3 mai 2004 – Niveau 3 – C.P.C. : Industrie – En vigueur`: with or without labels. What
stands behind a predecessor, a successor or a change may be of that, and stays in its line.
"""

import itertools
import re
from collections.abc import Sequence

from parsers.model.blocks import Part, joined
from parsers.model.statement import SUCCESSION
from parsers.segment.line_slices import part_places, slice_of
from parsers.segment.tables import names_orders
from parsers.segment.value_ends import ORDER_LINE
from parsers.segment.value_shapes import OF_ANY_WORDS, reads_as
from schema.code import codes_in
from schema.lexicon import Lexicon, without_plurals
from schema.text import clean, same_length

# The mark stands twice at least.
_MARKED = re.compile(r"(?P<mark> [|•·–—/-] | ?; |, )[^\n]{2,100}?(?P=mark)")
_FEWEST, _MOST = 3, 16  # facts of a line
_LONGEST, _LONGEST_FACT = 600, 100
_TERM = r"(?:[1-9]|1[0-9]|2[0-4]|36|une?|deux|trois|quatre) (?:ans?|annees?|mois)"
_SESSION_IS = r"(?:la )?session (?:de )?(?:19|20)\d\d est la"
_OF_IT = r"(?: session)?(?: (?:de|du) [a-z ]{3,30})?"
# Facts in words, folded, by what they are about
_IN_WORDS = {
    "duration": re.compile(
        rf"(?:(?:formation|cycle|cursus|(?:diplome )?prepare)(?: d'une duree)? (?:en|de) ){_TERM}"
    ),
    "level": re.compile(r"(?:diplome )?(?:de |classe (?:au |en )?)?niveau (?:[1-8]|[iv]{1,3})"),
    "rncp": re.compile(
        r"(?:(?:diplome |fiche )?(?:inscrite?|enregistree?) au |fiche )?rncp"
        r"(?: sous le)?(?: (?:n\W{1,2}|numero))? ?\d{2,6}"
    ),
    "acronym": re.compile(r"(?:sigle|acronyme) [a-z]{2,10}"),
    "sector": re.compile(r"secteur (?:professionnel )?(?!d[eu'])[^:;|]{3,60}"),
    "in force": re.compile(r"(?:diplome )?(?:(?:toujours|actuellement) )?en vigueur"),
    "repealed": re.compile(r"(?:diplome )?(?:abroge|supprime)e?"),
    "change": re.compile(
        r"(?:modifiee? par |(?:arrete (?:de )?)?modif\w{1,9} ?: ?)"
        r"(?:l'|un )?(?:arrete )?[^;|]{6,60}"
        r"|arrete [^;|]{0,30}modif[^;|]{4,60}"
    ),
    "creation": re.compile(
        r"(?:diplome )?cree par (?:l'|un )?arrete du [^;|]{8,60}"
        r"|arrete (?:de creation )?du [^;|]{8,30}(?: portant|,)? creation[^;|]{0,60}"
    ),
    "order": re.compile(r"arrete (?:ministeriel )?du [^;|]{8,60}"),
    "first_session": re.compile(
        r"(?:(?:la )?(?:premiere|1(?:re|ere)) session(?: d'examen)?[a-z' ]{0,20}"
        r"|(?:entree en (?:vigueur|application)|ouverture|application)"
        r" ?:? (?:a la )?session(?: de)?"
        r"|(?:examen |diplome )?(?:organise|delivre) pour la premiere fois"
        r" (?:en|a la session(?: de)?)) (?:19|20)\d\d"
        rf"|{_SESSION_IS} premiere{_OF_IT}"
    ),
    "last_session": re.compile(
        r"(?:la )?derniere session(?: d'examen)?[a-z' ]{0,20} (?:19|20)\d\d"
        rf"|{_SESSION_IS} derniere{_OF_IT}"
    ),
}
_SECTOR = re.compile(r"^(secteur(?: professionnel)?)\s(?!\s?:|professionnel)", re.IGNORECASE)
_SUCCEEDS = {
    "replaces": re.compile(r"(?:il )?remplace (?:l[ea] )?(?:code )?[\d. -]{8,11}[a-z]?"),
    "replaced_by": re.compile(r"(?:est )?remplacee? par (?:l[ea] )?(?:code )?[\d. -]{8,11}[a-z]?"),
}
# The day of a journal or a number, which belongs to the order before it
_OF_ORDER = re.compile(r"(?:publiee? au )?(?:jo\b|j\.o|bo(?:en|esr)?\b|b\.o|journal|nor\b)")
_EFFECTS = {"modif": "change", "abrog": "order", "creation": "creation", "cree": "creation"}
# Of what stands behind these, the other fact may be: of a predecessor, a successor, a change
_ORDERS = {"order", "creation", "change"}
_MAY_BE_OF_OTHER = {
    "replaces": {"order", "repealed", "change"},
    "replaced_by": {"first_session", "order", "creation", "change", "in force"},
    "change": {"first_session", "repealed"},
    "order": {"repealed"},
    "creation": {"repealed"},
}


def may_be_run(text: str) -> bool:
    """Return whether one mark divides a text into three parts or more, as it does few texts."""
    return not text[_LONGEST:] and _MARKED.search(text) is not None


def facts_apart(line: tuple[Part, ...], lexicon: Lexicon) -> list[tuple[Part, ...]]:
    """Return a line for each fact of a line that states nothing but facts, else the line alone."""
    raw = joined(line)
    if raw[_LONGEST:] or (marked := _MARKED.search(raw)) is None:
        return [line]
    mark = marked["mark"]
    starts = _starts(raw, mark)
    if not _FEWEST <= len(starts) <= _MOST:
        return [line]
    stops = [start - len(mark) for start in starts[1:]] + [len(raw)]
    spans: list[tuple[int, int]] = []
    kinds: list[str] = []
    above: str | None = None  # the kind of the part before
    for start, stop in zip(starts, stops, strict=True):
        text = clean(raw[start:stop]).rstrip(" .")
        kind = _kind_of(text, lexicon)
        is_journal = above in _ORDERS and _OF_ORDER.match(same_length(text)) is not None
        if kind is None and not is_journal:
            return [line]
        # one after another, orders are read by what is said of all of them
        goes_on = is_journal or (above in _ORDERS and kind in _ORDERS)
        if goes_on or (kinds and kind in _MAY_BE_OF_OTHER.get(kinds[-1], ())):
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.append((start, stop))
            kinds.append(kind or "")
        above = above if is_journal else kind
    if len(spans) == 1 or len({*kinds}) == 1:
        return [line]
    places = part_places(line)
    return [
        _line_of(slice_of(line, places, *span), kind)
        for span, kind in zip(spans, kinds, strict=True)
    ]


def _starts(raw: str, mark: str) -> list[int]:
    """Return where the parts of a text that a mark divides begin."""
    lengths = [len(part) + len(mark) for part in raw.split(mark)]
    return [0, *itertools.accumulate(lengths[:-1])]


def _kind_of(text: str, lexicon: Lexicon) -> str | None:
    """Return what a part of a line states: a field, or a kind of `_IN_WORDS`; None if no fact."""
    if not text or len(text) > _LONGEST_FACT:
        return None
    plain = same_length(text)
    before, colon, value = text.partition(":")
    entry = lexicon.by_values.lookup(before) if colon else None
    if entry and entry.kind != "legal":
        return _labelled(entry.field, entry.kind, value.strip())
    if colon and ORDER_LINE.match(same_length(value.strip())) and (entry or names_orders(before)):
        return next((kind for word, kind in _EFFECTS.items() if word in plain), "order")
    kinds = itertools.chain(_SUCCEEDS.items(), _IN_WORDS.items())
    if kind := next((kind for kind, pattern in kinds if pattern.fullmatch(plain)), None):
        return kind
    if found := lexicon.value_at_start(without_plurals(plain)):
        entry, end = found
        value = text[end:].strip(' :.=«»“”"')
        return entry.field if reads_as(entry.field, value) else None
    return None


def _labelled(field: str, kind: str, value: str) -> str | None:
    """Return what a known label and its value state, or None where no such value stands there."""
    if kind != "value" or not value:
        return None
    if field in SUCCESSION:
        return field if len(codes_in(value)) == 1 else None
    if field == "status":
        return next(
            (k for k in ("in force", "repealed") if _IN_WORDS[k].fullmatch(same_length(value))),
            None,
        )
    is_value = field in OF_ANY_WORDS or field == "acronym" or reads_as(field, value)
    return field if is_value or field == "duration" else None


def _line_of(parts: Sequence[Part], kind: str) -> tuple[Part, ...]:
    """Return the parts of a fact as a line of its own; a sector's with a colon behind its label."""
    first, *others = parts
    text = first.text.lstrip()
    text = _SECTOR.sub(r"\1 : ", text) if kind == "sector" else text
    # not below a break, behind which a small letter goes on with a sentence
    return (first._replace(text=text, after_break=False), *others)
