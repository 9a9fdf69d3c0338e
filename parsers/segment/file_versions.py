"""Find the lines above the versions of a diploma's files, whose sessions are of the files alone."""

import re

from parsers.model.file_types import is_file
from parsers.segment.pieces import Piece
from schema.label_entry import Entry
from schema.text import same_length

# "Version consolidée, sessions 2016 et suivantes" and "Version initiale", each above its files
_VERSION_HINT = re.compile(r"[Vv]ersion|VERSION|nnexe|NNEXE|ocuments|OCUMENTS|usqu|USQU")
_FILES = r"(?:annexes?|documents?|fichiers?|reglement|version)"
_NEW_FILES = re.compile(
    rf"\W*(?:(?:nouve(?:aux?|lles?) )?{_FILES}\b(?!.*\ben vigueur\b)[^\d:]{{0,60}}"
    r"|(?P<bare>sessions?|(?:a partir|a compter|pour les candidats) de la session) )"
    r"(?P<year>(?:19|20)\d\d)\b[^\d:]{0,30}"
)
_OLD_FILES = re.compile(
    rf"\W*(?:(?:pour memoire|archives?) ?: ?)?(?:ancien(?:ne)?s? {_FILES}|premiere version"
    rf"|{_FILES}(?: [–-])? "
    r"(?:d'origine|anterieur|initia|precedent|premiere version|valables? jusqu)"
    r"|(?P<bare>jusqu'a la session (?=(?:19|20)\d\d\W*$)))(?!.*\bderniere session)"
    r"[^\d:]{0,60}(?P<year>(?:19|20)\d\d)?[^\d:]{0,30}"
)
_LONGEST_VERSION = 80
_TO_EXAMINATION = 3  # years
_NEAR = 6  # pieces below a heading: the first row of a table of files, and one of them


def of_versions_of_files(pieces: list[Piece]) -> list[Piece]:
    """Make mere headings of lines above the files of a new version and of the former one.

    *Annexes applicables à compter de la session 2016*, *Version initiale*: these sessions are of
    the files, and both versions of this diploma. Of *Sessions 2016 et suivantes* and *Jusqu'à la
    session 2015*, which may tell of it, the former one.
    """
    lines = [
        (number, same_length(piece.block.text))
        for number, piece in enumerate(pieces)
        if (piece.block.level > 1 or piece.block.strong)
        and (piece.block.kind == "heading" or not piece.block.cell)
        and len(piece.block.text) <= _LONGEST_VERSION
        and not piece.block.has_link
    ]
    if not any(_VERSION_HINT.search(pieces[number].block.text) for number, _ in lines):
        return pieces
    new = next(((n, m) for n, text in lines if (m := _NEW_FILES.fullmatch(text))), None)
    old = new and next(
        ((n, m) for n, text in lines if n > new[0] and (m := _OLD_FILES.fullmatch(text))), None
    )
    if not (new and old):
        return pieces
    # a training that begins in the autumn of a year leads to the session of a later one
    begins = int(new[1]["year"]) + (_TO_EXAMINATION if "rentree" in new[1][0] else 0)
    if int(old[1]["year"] or 0) >= begins or not (
        _is_above_files(pieces, new[0]) and _is_above_files(pieces, old[0])
    ):
        return pieces
    is_bare = bool(new[1]["bare"] and old[1]["bare"])
    if is_bare and pieces[new[0]].kind == "pair":
        return pieces
    heads = {old[0]} if is_bare else {new[0], old[0]}
    return [_as_heading(p) if number in heads else p for number, p in enumerate(pieces)]


def _is_above_files(pieces: list[Piece], number: int) -> bool:
    """Return whether a link to a file stands close below a piece."""
    below = pieces[number + 1 : number + 1 + _NEAR]
    return any(is_file(part.href) for piece in below for part in piece.parts)


def _as_heading(piece: Piece) -> Piece:
    """Return a line as a heading that groups labels."""
    text = piece.block.text
    return piece._replace(kind="label", entry=Entry("", "heading", text), label=text, text="")
