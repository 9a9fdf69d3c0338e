"""Turn tables of orders or files whose names of columns stand in their first column.

`Date | 3 mai 2014 | 5 juin 2018` above `NOR | MENE1400123A | MENE1800456A`: each column is an
order, which every rule for tables reads as a row.
"""

from collections.abc import Sequence
from dataclasses import replace

from parsers.model.blocks import Block, Cell
from schema.text import fold

_Placed = tuple[Cell, Block]
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
_OF_ONE_ORDER = frozenset({"arrete du", "objet", "nature", "type de texte", "nor", "n nor"})
# below an empty corner, beside "Arrêté de création"
_OF_MATRIX = frozenset({"date", "nor", "n nor"})
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
    if not tables:
        return blocks
    places: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        if block.cell and block.cell.table in tables:
            places.setdefault(block.cell.table, []).append(number)
    result = [*blocks]
    for of_table in places.values():
        cells = [(cell, block) for n in of_table if (cell := (block := blocks[n]).cell)]
        for number, turned in zip(of_table, _turned(cells), strict=True):
            result[number] = replace(turned, number=blocks[number].number)
    return tuple(result)


def _are_names(names: set[str]) -> bool:
    return {*names} <= _OF_MATRIX or any(
        all(not kind.isdisjoint(names) for kind in kinds) for kinds in (_OF_ORDERS, _OF_FILES)
    )


def _turned(cells: list[_Placed]) -> list[Block]:
    """Return the blocks of a table with its rows as columns, if it may be turned; else as it is."""
    if not _may_turn(cells):
        return [block for _, block in cells]
    ordered = sorted(cells, key=lambda placed: (placed[0].column, placed[0].row))
    return [
        replace(
            block,
            cell=cell._replace(
                row=cell.column, column=cell.row, last=cell.column, right=cell.row,
                header=not cell.column,
            ),
        )
        for cell, block in ordered
    ]  # fmt: skip


def _may_turn(cells: Sequence[_Placed]) -> bool:
    """Return whether only the first column of a table has names, which begin all rows."""
    rows, columns = ({cell[axis] for cell, _ in cells} for axis in (1, 2))
    if any(cell.last > cell.row or cell.right > cell.column for cell, _ in cells):
        return False
    names = {fold(block.text) for cell, block in cells if not cell.column and block.text}
    if names <= _OF_MATRIX:
        # "Arrêté de création" beside an empty corner
        top = [fold(block.text) for cell, block in cells if cell.row == min(rows) and block.text]
        if top and all(text.startswith("arrete ") for text in top):
            return True
        if len(names) == 1:
            return False
    # of one order, where each row says only whose column it is: "Arrêté du", "Objet"
    is_one = names <= _OF_ONE_ORDER
    if len(rows) < _FEWEST_ROWS or len(columns) < (2 if is_one else _FEWEST_COLUMNS):
        return False
    heads = [(cell, block) for cell, block in cells if not cell.column]
    others = [(cell, block) for cell, block in cells if cell.column]
    are_set_off = all(block.strong or cell.header for cell, block in heads)
    is_plain = not any(block.strong for _, block in others)
    are_known = is_plain and all(fold(block.text) in _NAMES for _, block in heads)
    is_named = {cell.row for cell, _ in heads} == rows and (are_set_off or are_known)
    # names of columns, as most tables have them
    on_top = (fold(block.text) in _NAMES for cell, block in others if cell.row == min(rows))
    return is_named and not any(on_top)
