"""The code that stands on a line of its own, between bars or marks, under no label."""

import re
from collections.abc import Iterator, Sequence

from parsers.extract.diploma_mentions import DiplomaIdentity, begins_with_another
from parsers.extract.succession_grammar import claims
from parsers.model.statement import Statement
from parsers.segment.labels import Piece
from parsers.segment.sections import Passage
from schema.code import IN_TEXT, CodeScolarite, codes_in
from schema.text import clean, same_length
from schema.title import read_title

_RULE = "the one code that stands alone on the page"
_BETWEEN = re.compile(
    r"\n|[|·•;]|\s[–—-]\s|\s/\s|[.,]\s|\s\((?=codes?\b)"
    r"|(?:(?<=\d\d)|(?<=\d [A-Z])|(?<=\d[A-Z]))(?:\s\(|\))"
)
# a word that says no more than that a code follows
_LABEL = re.compile(
    r"\W*(?:(?:codes?|cfd|n|no|numero|nomenclature|diplome|scolarite|ministere|national|nationale|de|du|la|le|son|est"
    r"|actuel|commun|aux|(?:deux|trois|quatre) options|options)\b\W*){0,6}"
)
# Below a heading it must say so in full.
_IN_FULL = re.compile(r"\b(?:son code|code (?:actuel|du diplome|diplome|scolarite))\b")
# "ex-mention complémentaire zingueur, code 01023202"
_FORMER = re.compile(r"(?:^|(?<=\())\s*(?:ex|anciens?|anciennes?|anciennement)\b[^()\n]*")
_OPEN = {None, "documents", "legal_texts", "rncp"}
# the same diploma was one and is the other
_RENAMED = {"MC", "CS", "CS_AGRI"}


def loose_code(passages: Sequence[Passage], title: str) -> Statement | None:
    """Return the statement of the only code that stands alone, if it fits `title`.

    A code that a sentence says to be replaced, or to replace it, is another diploma's.
    """
    reading = read_title(title)
    diploma = DiplomaIdentity(None, reading.name)
    titles = [passage.piece.block for passage in passages if passage.above][-1:]
    statements = [
        statement
        for passage in passages
        if _may_hold(passage)
        # a cell that holds the title too, or follows it, is one of the layout
        if (block := passage.piece.block).cell is None
        or any(t.cell == block.cell or t.number + 1 == block.number for t in titles)
        for statement in _codes(passage.piece, diploma)
        if passage.unknown is None
        or passage.unknown is passage.piece
        or _IN_FULL.search(same_length(statement.text))
    ]
    if len({statement.value for statement in statements}) != 1:
        return None
    types = set(reading.types)
    code = CodeScolarite.parse(statements[0].value).value
    if code is None or (types and not _fits(code.diploma_type, types)):
        return None
    return statements[0]


def _fits(diploma_type: str | None, types: set[str]) -> bool:
    return diploma_type in types or (diploma_type in _RENAMED and bool(types & _RENAMED))


def _may_hold(passage: Passage) -> bool:
    """Return whether a code in the passage may be the diploma's: in no section of another field."""
    field = passage.section.entry.field if passage.section else None
    return field in _OPEN and not passage.names


def _codes(piece: Piece, diploma: DiplomaIdentity) -> Iterator[Statement]:
    if any(part.href and codes_in(clean(part.text)) for part in piece.parts):
        return
    text = "".join(("\n" if part.after_break else "") + part.text for part in piece.parts)
    plain = clean(text or piece.text)
    if begins_with_another(plain, diploma):
        return
    of_others = {code for claim in claims(plain, diploma) for code in claim.codes}
    text = text or piece.text
    for former in _FORMER.finditer(same_length(text)):
        of_others.update(codes_in(text[slice(*former.span())]))
    for segment in _BETWEEN.split(text):
        line = clean(segment)
        match = IN_TEXT.search(line)
        if match is None or clean(line[match.end() :]).strip(" .:"):
            continue
        codes = codes_in(line)
        if (
            len(codes) == 1
            and codes[0] not in of_others
            and _LABEL.fullmatch(same_length(line[: match.start()]))
        ):
            yield Statement("code", codes[0], line, piece.block.place, "", _RULE)
