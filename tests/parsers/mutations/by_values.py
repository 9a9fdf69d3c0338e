"""The example with a broken value or label, in a making's own hand."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from schema.issues import IssueCode
from tests.page_generator import Values
from tests.page_generator.example import EXAMPLE
from tests.page_generator.labels import label_variants
from tests.parsers.mutations.golden import CHOSEN, Page, Piece, piece_of, rendered
from tests.parsers.mutations.invariants import FOREIGN

TEXTS = ("description", "access", "expectations", "further_study")
SECTIONS = (*TEXTS, "trades", "documents", "legal")
FACTS = ("code", "acronym", "duration", "level", "type", "first_session", "last_session", "rncp")
# The record's fields of each value of the example.
FIELDS = {
    "duration": ("duration_label", "duration_months"),
    "level": ("level", "level_label"),
    "type": ("diploma_type", "diploma_type_label"),
    "legal": ("legal_texts",),
    "rncp": ("rncp_codes",),
    "code": ("code", "level", "diploma_type"),  # the last two may then be derived
}
UNKNOWN = "Vie scolaire"  # in no lexicon
BLANK = "\u00a0"
FOREIGN_TEXT = (
    f"La région {FOREIGN} prend à sa charge une partie des frais de la deuxième année, sur demande "
    "écrite de la famille avant la fin du mois de mai.",
)
FOREIGN_ITEMS = (f"rentrée de {FOREIGN}", f"stage de {FOREIGN} en janvier")
OTHER_TEXT = ("Sur dossier, après un entretien avec deux membres du jury de la ville.",)


class Mutation(NamedTuple):
    """One way to break a page.

    `make`: whole and broken page for a making, None where it cannot be done. `touches`: the
    fields that may differ, with an issue; none: the records must stay the same. `must`: issues
    one of which the records have to carry.
    """

    make: Callable[[str], tuple[Page, Page] | None]
    touches: frozenset[str] = frozenset()
    must: frozenset[IssueCode] = frozenset()


def fields_of(name: str) -> frozenset[str]:
    """The record's fields that show a value of the example."""
    return frozenset(FIELDS.get(name, (name,)))


def _value(
    field: str, value: Any, *must: IssueCode, base: Values = EXAMPLE, touches: str | None = None
) -> Mutation:
    broken = replace(base, **{field: value})

    def make(making: str) -> tuple[Page, Page]:
        return rendered(making, base), rendered(making, broken)

    return Mutation(make, fields_of(touches or field), frozenset(must))


def _renamed(field: str) -> Mutation:
    def make(making: str) -> tuple[Page, Page]:
        return rendered(making), rendered(making, EXAMPLE, **{field: UNKNOWN})

    return Mutation(make, fields_of(field))


def _rotated(fields: tuple[str, ...]) -> Mutation:
    """The same labels with the same values, each in the place of the one before it."""

    def make(making: str) -> tuple[Page, Page]:
        labels = label_variants(making)
        moved = dict(zip(fields, (*fields[1:], fields[0]), strict=True))
        values = replace(EXAMPLE, **{here: getattr(EXAMPLE, of) for here, of in moved.items()})
        return rendered(making), rendered(
            making, values, **{here: labels[of] for here, of in moved.items()}
        )

    return Mutation(make)


def _inserted(
    at: str, added: Callable[[str], Piece | None], *must: IssueCode, first: bool = False
) -> Mutation:
    """Something more behind the HTML of the value `at`, or before it."""

    def make(making: str) -> tuple[Page, Page] | None:
        here, more = piece_of(making, at), added(making)
        if here is None or more is None:
            return None
        if here.before != more.before and not (here.movable and more.movable):
            return None
        pieces = (more.piece, here.piece) if first else (here.piece, more.piece)
        page = rendered(making)
        return page, page.with_text(here.before + "".join(pieces) + here.after)

    return Mutation(make, frozenset(), frozenset(must))


def _again(field: str, value: Any = None) -> Callable[[str], Piece | None]:
    values = EXAMPLE if value is None else replace(EXAMPLE, **{field: value})
    return lambda making: piece_of(making, field, values)


def _foreign(field: str, label: str, value: Any) -> Callable[[str], Piece | None]:
    values = replace(EXAMPLE, **{field: value})
    return lambda making: piece_of(making, field, values, **{field: label})


_C = IssueCode
_LOW = replace(EXAMPLE, code="500-25309 Z")
_ORDERS = EXAMPLE.legal
_NO_SUCH_DAY = (_C.UNKNOWN_DATE, _C.UNACCOUNTED, _C.UNLABELLED_TEXT)
MUTATIONS: dict[str, Mutation] = {
    **{f"renamed_{field}": _renamed(field) for field in (*SECTIONS, *FACTS)},
    **{f"empty_{field}": _value(field, (BLANK,)) for field in (*TEXTS, "trades", "legal")},
    **{f"empty_{field}": _value(field, BLANK) for field in FACTS},
    "texts_in_another_order": _rotated(TEXTS),
    "facts_in_another_order": _rotated(FACTS),
    # codes
    "code_letter_too_many": _value("code", "500-25399 ZQ"),
    "code_letter_inside": _value("code", "5002Q5399", _C.INVALID_CODE),
    "code_digit_too_many": _value("code", "500253990", _C.INVALID_CODE),
    "code_digit_missing": _value("code", "500-2539 Z", _C.INVALID_CODE),
    "code_seven_digits": _value("code", "5002539", _C.INVALID_CODE),
    "code_o_in_prefix": _value(
        "code", "50O-25399 Z", _C.INVALID_CODE, _C.UNKNOWN_PREFIX, _C.DOUBTFUL_CODE
    ),
    "code_o_in_group": _value("code", "500-25O99 Z", _C.INVALID_CODE),
    "code_o_in_order": _value("code", "500-253O9 Z", _C.INVALID_CODE, _C.DOUBTFUL_CODE, base=_LOW),
    "code_of_no_prefix": _value("code", "99125399", _C.UNKNOWN_PREFIX),
    "code_in_words": _value("code", "en attente", _C.INVALID_CODE),
    # level, type, duration
    "level_contradicts_code": _value("level", "niveau 5", _C.LEVEL_CONTRADICTS_CODE),
    "level_former_contradicts": _value("level", "Niveau IV", _C.LEVEL_CONTRADICTS_CODE),
    "level_of_two_scales": _value("level", "niveau 3 (bac + 2)", _C.AMBIGUOUS_LEVEL),
    "level_out_of_scale": _value("level", "niveau 12", _C.UNKNOWN_LEVEL),
    "level_in_words": _value("level", "niveau élevé", _C.UNKNOWN_LEVEL),
    "type_unknown": _value("type", "diplôme lunaire (DL)", _C.UNKNOWN_TYPE),
    "type_contradicts_code": _value("type", "brevet professionnel (BP)", _C.TYPE_CONTRADICTS_CODE),
    "duration_in_moons": _value("duration", "douze lunes", _C.UNKNOWN_DURATION),
    "duration_zero": _value("duration", "0 an", _C.UNKNOWN_DURATION, _C.DURATION_NOT_IN_MONTHS),
    "duration_of_two": _value("duration", "2 ou 3 ans", _C.DURATION_NOT_IN_MONTHS),
    "duration_without_number": _value("duration", "variable", _C.UNKNOWN_DURATION),
    "session_nonsense": _value("first_session", "20223", _C.UNKNOWN_SESSION),
    "session_of_two": _value("last_session", "2028 ou 2029", _C.UNKNOWN_SESSION),
    "rncp_nonsense": _value("rncp", "sans numéro", _C.UNKNOWN_RNCP),
    # trades and orders
    "trade_of_unknown_mark": _value(
        "trades", ("allumeur/xqz de réverbères", *EXAMPLE.trades[1:]), _C.UNKNOWN_TRADE_FORM
    ),
    "trades_in_a_sentence": _value(
        "trades", ("Ce diplôme permet de travailler dans le gaz.",), _C.UNREADABLE_TRADES
    ),
    "first_date_impossible": _value(
        "legal", (_ORDERS[0].replace("3 février", "31 février"), _ORDERS[1]), *_NO_SUCH_DAY
    ),
    "second_date_impossible": _value(
        "legal", (_ORDERS[0], _ORDERS[1].replace("9 juin", "31 juin")), *_NO_SUCH_DAY
    ),
    # once more
    "access_twice": _inserted("access", _again("access")),
    "trades_twice": _inserted("trades", _again("trades")),
    "legal_twice": _inserted("legal", _again("legal")),
    "level_twice": _inserted("level", _again("level")),
    "code_twice": _inserted("code", _again("code")),
    "access_other_text": _inserted("access", _again("access", OTHER_TEXT), _C.CONFLICTING_VALUES),
    "description_other_text_last": _inserted(
        "legal", _again("description", OTHER_TEXT), _C.CONFLICTING_VALUES
    ),
    "code_other_value": _inserted("code", _again("code", "50025401"), _C.CONFLICTING_VALUES),
    "level_other_value": _inserted("level", _again("level", "niveau 4"), _C.CONFLICTING_VALUES),
    "duration_other_value": _inserted(
        "duration", _again("duration", "3 ans"), _C.CONFLICTING_VALUES
    ),
    "acronym_other_value": _inserted("acronym", _again("acronym", "XYZ"), _C.CONFLICTING_VALUES),
    "type_other_value": _inserted(
        "type", _again("type", "brevet professionnel (BP)"), _C.CONFLICTING_VALUES
    ),
    "session_other_value": _inserted(
        "first_session", _again("first_session", "2024"), _C.CONFLICTING_VALUES
    ),
    # a section of something else
    "foreign_after_access": _inserted("access", _foreign("access", "Financement", FOREIGN_TEXT)),
    "foreign_before_access": _inserted(
        "access", _foreign("access", "Calendrier", FOREIGN_TEXT), first=True
    ),
    "foreign_after_expectations": _inserted(
        "expectations", _foreign("access", "Financement", FOREIGN_TEXT)
    ),
    "foreign_list_after_trades": _inserted(
        "trades", _foreign("trades", "Calendrier", FOREIGN_ITEMS)
    ),
    "foreign_text_after_trades": _inserted(
        "trades", _foreign("access", "Financement", FOREIGN_TEXT)
    ),
    "foreign_text_after_documents": _inserted(
        "documents", _foreign("access", "Financement", FOREIGN_TEXT)
    ),
    "foreign_text_after_legal": _inserted("legal", _foreign("access", "Calendrier", FOREIGN_TEXT)),
    "foreign_fact_after_duration": _inserted(
        "duration", _foreign("duration", "Effectif", f"{FOREIGN} élèves")
    ),
}


def styles_of(name: str) -> list[str]:
    """The page styles that a mutation can break."""
    return [style for style in CHOSEN if MUTATIONS[name].make(style) is not None]
