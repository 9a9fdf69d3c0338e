"""Recognise words that say that what stands below or beside them is another diploma's."""

import re

from parsers.model.statement import SUCCESSION
from parsers.segment.pieces import Piece
from schema.text import has_any, same_length

# of the line above a code that no lexicon knows: "Se voit remplacé par", "Diplôme d'origine"
_OF_ANOTHER = re.compile(
    r"\b(?:rempl|succ(?:ed|ess)|predecess|ancien|anterieur|preceden|suite de\b"
    r"|nouve(?:au|l|lle)\b|renovee?\b|d'origine\b|version\b)"
)
_OF_OTHER = re.compile(r"\bremplacee? par l|\b(?:(?:le|du) nouveau|(?:l'|de l')ancien) diplome\b")


# above diplomas beside this one: "Autres diplômes de la même commission"
_OF_NEIGHBOURS = re.compile(
    r"\bautres? (?:diplome|specialite|formation|referentiel)s?\b"
    r"|\bdiplomes? (?:voisin|proche|associe|lie)s?\b"
    r"|\b(?:la|le|du|de la) meme (?:commission|secteur|domaine|filiere|cpc|famille)\b"
)


def heads_neighbours(piece: Piece) -> bool:
    """Return whether a piece is a heading below which other diplomas of the site stand.

    Or a label of what no field is read from: *Diplômes voisins*.
    """
    words = piece.text if piece.kind == "heading" else ""
    if piece.kind == "label" and piece.entry and not piece.entry.field:
        words = piece.label or piece.block.text
    return bool(_OF_NEIGHBOURS.search(same_length(words)))


def heads_others(piece: Piece) -> bool:
    """Return whether a piece is a label alone below which other diplomas stand."""
    return piece.kind == "label" and piece.entry is not None and piece.entry.field in SUCCESSION


def says_of_another(words: str) -> bool:
    """Return whether words above a code, which no lexicon knows, say that it is another diploma's.

    `Se voit remplacé par`, `Code prédécesseur`, `Diplôme d'origine`, `Nouvelle version`.
    """
    return bool(_OF_ANOTHER.search(same_length(words)))


def is_sentence_on_other(plain: str) -> bool:
    """Return whether a sentence, folded, is on another diploma, of which *il* goes on to speak.

    `Ce diplôme est remplacé par le CAP X. Il se prépare en trois ans.`
    """
    return has_any(plain, ("remplace", "nouveau", "ancien")) and bool(_OF_OTHER.search(plain))
