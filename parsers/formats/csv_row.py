"""A row of the ministry's list of diplomas to blocks: a table of one row under its column names.

As a table, because table cells are values whatever they hold: a colon or a dash in a title makes no
label of it.
"""

import csv
import io
import re
from collections.abc import Sequence

from parsers.formats.html import Flat
from parsers.model.blocks import Block, BlockKind, Cell, Part
from schema.errors import Refused
from schema.issues import Refusal
from schema.text import clean, fold

CODE, TITLE, TYPE = "Code diplôme", "Intitulé de la spécialité (et options)", "Diplôme"
COLUMNS = (
    "Commission professionnelle consultative", "Secteur", "Niveau", CODE, TYPE, TITLE,
    "Code RNCP", "Date de l'arrêté de création", "Première session", "Dernière session",
    "Commentaire", "Famille de métiers", "Session supplémentaire",
)  # fmt: skip
# On pages "Diplôme" names the diploma; in the list it is the type.
_LABELS = {fold(TYPE): "Type de diplôme"}
# The code first, so that nothing before it is taken for a heading.
_PLACES = {fold(column): place for place, column in enumerate(COLUMNS)} | {fold(CODE): -1}
_OWN_TYPE = re.compile(r"text/csv; charset=utf-8; row=([0-9]+)")


def row_document(columns: Sequence[str], cells: Sequence[str], number: int) -> tuple[bytes, str]:
    """Return the bytes and the content type under which a row is read: it with its column names."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows((columns, cells))
    return text.getvalue().encode(), f"text/csv; charset=utf-8; row={number}"


def row_number(content_type: str | None) -> str | None:
    """Return the number of the row that a content type of `row_document` bears; None for others."""
    own = _OWN_TYPE.fullmatch(content_type or "")
    return own[1] if own else None


def flatten_row(row: str, number: str) -> Flat:
    """Return the blocks of a row. Refused `malformed-row` without code or title."""
    try:
        columns, cells = csv.reader(io.StringIO(row), delimiter=";", strict=True)
        pairs = [(clean(c), clean(v)) for c, v in zip(columns, cells, strict=True) if clean(v)]
    except (ValueError, csv.Error):
        raise Refused(Refusal.MALFORMED_ROW, f"row {number} has not a cell a column") from None
    # other columns come last, as lines of text: the lexicon knows some of their names (`Sigle`)
    known = sorted((p for p in pairs if fold(p[0]) in _PLACES), key=lambda p: _PLACES[fold(p[0])])
    further = [pair for pair in pairs if fold(pair[0]) not in _PLACES]
    filled = {fold(column) for column, _ in pairs}
    for needed in (CODE, TITLE):
        if fold(needed) not in filled:
            raise Refused(Refusal.MALFORMED_ROW, f'row {number} has nothing under "{needed}"')
    blocks: list[Block] = []
    for column, value in known:
        label = _LABELS.get(fold(column), column)
        start, place = len(blocks), f"row {number}, {column}"
        name = Cell(table=0, row=0, column=start, header=True, last=0, right=start)
        below = name._replace(row=1, header=False, last=1)
        blocks.append(_block("term", label, place, start, name, start))
        blocks.append(_block("paragraph", value, place, start, below, start + 1))
    for column, value in further:
        start, text = len(blocks), f"{column} : {value}"
        blocks.append(_block("paragraph", text, f"row {number}, {column}", start, None, start))
    return Flat(tuple(blocks), "", closed=True)


def _block(
    kind: BlockKind, text: str, place: str, container: int, cell: Cell | None, number: int
) -> Block:
    """Make a block; `container` is shared by a cell and its column's name, and nothing else."""
    return Block(
        kind, (Part(text),), place, making=kind, cell=cell, containers=(container,), number=number
    )
