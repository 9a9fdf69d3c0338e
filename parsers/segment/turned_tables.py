"""Turn tables of orders or files whose names of columns stand in their first column.

`Date | 3 mai 2014 | 5 juin 2018` above `NOR | MENE1400123A | MENE1800456A`: each column is an
order, which every rule for tables reads as a row.
"""

from collections.abc import Sequence
from dataclasses import replace

from parsers.model.blocks import Block
from schema.text import fold

_LONGEST = 40  # of a name
# Names of which a table of orders, or of files, has two, and no table of facts has
_OF_ORDERS = (
    frozenset({"date", "date du texte", "date de l arrete", "arrete", "arrete du", "texte"}),
    frozenset({"nature", "nor", "n nor", "numero nor", "objet", "type", "type de texte", "effet"}),
)
_OF_FILES = (
    frozenset({"lien", "liens", "fichier", "telechargement", "telecharger", "acces"}),
    frozenset({"intitule", "titre", "annexe", "document", "numero", "n", "contenu", "libelle"}),
)
_NAMES = frozenset().union(
    *_OF_ORDERS, *_OF_FILES, {"format", "taille", "poids", "pages", "j o", "jo", "b o", "bo"}
)
_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 3


def with_tables_turned(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks in which such tables have a row for each order or file."""
    heads: dict[int, list[str]] = {}
    for block in blocks:
        if block.cell and not block.cell.column and not block.text[_LONGEST:]:
            heads.setdefault(block.cell.table, []).append(block.text)
    if not heads:  # most pages
        return blocks
    tables = {table for table, texts in heads.items() if _are_names({*map(fold, texts)})}
    for table in tables:
        blocks = _turned(blocks, table)
    return blocks


def _are_names(names: set[str]) -> bool:
    return any(
        all(not kind.isdisjoint(names) for kind in kinds) for kinds in (_OF_ORDERS, _OF_FILES)
    )


def _turned(blocks: tuple[Block, ...], table: int) -> tuple[Block, ...]:
    """Return blocks with rows of a table as columns, if all its rows are named and none spans."""
    places = [n for n, block in enumerate(blocks) if block.cell and block.cell.table == table]
    cells = [blocks[n] for n in places]
    if not _may_turn(cells):
        return blocks
    ordered = sorted(cells, key=lambda block: (block.cell.column, block.cell.row))  # type: ignore[union-attr]
    result = [*blocks]
    for place, block in zip(places, ordered, strict=True):
        cell = block.cell
        assert cell is not None
        turned = cell._replace(
            row=cell.column, column=cell.row, last=cell.column, right=cell.row,
            header=not cell.column,
        )  # fmt: skip
        result[place] = replace(block, cell=turned, number=blocks[place].number)
    return tuple(result)


def _may_turn(cells: Sequence[Block]) -> bool:
    """Return whether only the first column of a table has names, which begin all rows."""
    placed = [block.cell for block in cells if block.cell]
    rows, columns = {cell.row for cell in placed}, {cell.column for cell in placed}
    if len(rows) < _FEWEST_ROWS or len(columns) < _FEWEST_COLUMNS:
        return False
    if any(cell.last > cell.row or cell.right > cell.column for cell in placed):
        return False
    heads = [block for block in cells if block.cell and not block.cell.column]
    others = [block for block in cells if block.cell and block.cell.column]
    # rows in which another cell than the first is set off as names are
    tops = {block.cell.row for block in others if block.cell and block.strong}
    are_set_off = all(block.strong or (block.cell and block.cell.header) for block in heads)
    are_known = not tops and all(fold(block.text) in _NAMES for block in heads)
    named = {block.cell.row for block in heads if block.cell}
    # names of columns, as most tables have them
    on_top = [b for b in others if b.cell and b.cell.row == min(rows) and fold(b.text) in _NAMES]
    is_named = named == rows and (are_set_off or are_known)
    return is_named and tops <= {min(rows)} and not on_top
