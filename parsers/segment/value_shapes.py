"""Tell whether a text is made as the values of a field are."""

import re

from parsers.model.statement import SUCCESSION
from schema.code import CodeScolarite
from schema.duration import Duration
from schema.text import fold, same_length
from schema.title import read_title

# Fields that any words may name, but those of a diploma, of the ministry or its site
OF_ANY_WORDS = {"cpc", "sector"}
# Folded: "N/A", "n.c.", "(vide)", "-", as forms and databases fill a field without a value
NO_VALUE = frozenset(
    {"", "n a", "n c", "nc", "so", "s o"}
    | set("neant aucun aucune vide inconnu inconnue null".split())
    | {"sans objet", "non communique", "aucune donnee", "pas de donnee", "donnee non disponible"}
    | {
        f"non {word}{ending}"
        for word in ("renseigne", "precise", "defini", "indique", "connu")
        for ending in ("", "e")
    }
    | {"non disponible", "non applicable", "a preciser", "a completer", "a definir", "a venir"}
)
_LONGEST_SORT = 80  # of a commission or a sector
_ACRONYM = re.compile(r"[A-Z][A-Z&\d-]{1,11}")
_STATE = re.compile(
    r"(?:(?:actuellement|toujours) )?en vigueur|abroge|supprime"
    r"|(?:diplome )?(?:actif|ouvert|valide|en cours de validite)\W{0,3}$"
)
_DAY = re.compile(r"(?:du )?\d{1,2}(?:er)? [a-zéû]{3,9} (?:19|20)\d\d")
# "session de juin 2012", "06/2012", "2012 (juin)"
_SESSION = re.compile(
    r"(?:(?:session|année) )?(?:de )?(?:[a-zéû]{3,9} |\d\d/)?(?:19|20)\d\d(?: \([a-zéû]{3,9}\))?",
    re.IGNORECASE,
)
_SORT = re.compile(r"[^\W\d_a-zß-ÿ][^.:;|()\d]*")
_SHAPES = {  # of whole values
    "cpc": _SORT,
    # "IV (ancienne nomenclature)", whose last bracket is cut off
    "level": re.compile(
        r"(?:[Nn]iveau )?(?:[1-8]|[IV]{1,3})"
        r"(?: \((?:(?:ancien|nouvel)\w* (?:nomenclature|échelle)"
        r"|(?:ex|ancien)[ -](?:niveau )?[IV]{1,3})\)?)?"
    ),
    "first_session": _SESSION,
    "last_session": _SESSION,
    "rncp": re.compile(r"(?:n[°o]\s?)?(?:RNCP\s*)?\d{3,6}"),
}


# The longest text that can say nothing, with its punctuation; most values end in a digit.
LONGEST_NOTHING = 30
DIGITS = "0123456789"


def says_nothing(text: str) -> bool:
    """Return whether a text stands for a value that is not known: *N/A*, *non renseigné*."""
    return bool(words := fold(text)) and words in NO_VALUE


def tells(field: str, text: str) -> bool | None:
    """Return whether a text reads as the value of a field; None where its field cannot tell.

    As for a commission, which any words may name.
    """
    if not field or (field == "acronym" and _ACRONYM.fullmatch(text)):
        return None
    if field in OF_ANY_WORDS:
        return None if any(map(str.isalpha, text)) and len(text) < _LONGEST_SORT else False
    return reads_as(field, text)


def is_whole(field: str, value: str) -> bool:
    """Return whether a value is one behind which another fact begins: `Remplace : 500-32305.`."""
    if field == "title":
        return bool(read_title(value).types)
    if field == "legal_texts":
        return bool(_DAY.fullmatch(value))
    if field in OF_ANY_WORDS:
        return bool(_SORT.fullmatch(value))
    return field == "status" or reads_as("code" if field in SUCCESSION else field, value)


def reads_as(field: str, value: str) -> bool:
    """Return whether a whole value is one of a field: a code, a level, a session, a duration."""
    if field in _SHAPES:
        return bool(_SHAPES[field].fullmatch(value))
    if field == "duration":
        parsed = Duration.parse(value).value
        return parsed is not None and parsed.duration_months is not None and len(value) < 20
    is_state = field == "status" and _STATE.match(same_length(value))
    return bool(is_state or (field == "code" and CodeScolarite.parse(value).value))
