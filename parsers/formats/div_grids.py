"""Find grids of `<div>` that are tables: a row of names, and rows of as many cells below it."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

# by its class the first row says that it holds names
_HEADS = ",".join(
    f'div[class*="{word}"]' for word in ("head", "entete", "en-tete", "titres", "labels")
)
_FEWEST_CELLS = 3  # two may be a label and its value
_CELLS = frozenset({"div", "span"})
_BLOCKS = "div,p,ul,ol,dl,table,h1,h2,h3,h4,h5,h6"


def grid_tags(root: LexborNode) -> dict[int, str]:
    """Return the tags of tables by the `mem_id` of the elements that play their part.

    `<div><div class="row head"><div>Date</div><div>NOR</div>…</div><div class="row">…</div></div>`
    """
    tags: dict[int, str] = {}
    for head in root.css(_HEADS):
        table = head.parent
        if table is None or head.mem_id != next(_elements(table)).mem_id:
            continue
        rows = [[*_elements(row)] for row in _elements(table)]
        if not _is_grid(rows):
            continue
        tags[table.mem_id] = "table"
        for number, (row, cells) in enumerate(zip(_elements(table), rows, strict=True)):
            tags[row.mem_id] = "tr"
            tags.update((cell.mem_id, "td" if number else "th") for cell in cells)
    return tags


def _is_grid(rows: list[list[LexborNode]]) -> bool:
    """Return whether all rows have as many cells, and the names are no more than words."""
    if len(rows) < 2 or len(rows[0]) < _FEWEST_CELLS or len({*map(len, rows)}) > 1:
        return False
    names = (cell.css_first(_BLOCKS) for cell in rows[0])
    are_cells = all(cell.tag in _CELLS for row in rows for cell in row)
    # the selector finds the cell itself too
    return are_cells and all(
        name is None or name.mem_id == cell.mem_id
        for name, cell in zip(names, rows[0], strict=True)
    )


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements right inside another one."""
    return (child for child in node.iter() if (child.tag or "-")[0] not in "-!#")
