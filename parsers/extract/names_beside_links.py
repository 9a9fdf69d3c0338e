"""Name links that say nothing (*Télécharger*) by the lines above or below them.

Such links and lines take turns: in cards, below headings, in lists inside lists.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from parsers.extract.documents import absolute
from parsers.extract.link_names import links_in, says_which, stem_of, title_of
from parsers.extract.orders import is_legal_address
from parsers.extract.row import Row
from parsers.extract.unread_texts import signal_field
from parsers.formats.boilerplate import OWN_FILE
from parsers.model.blocks import Cell
from parsers.model.file_types import is_file, is_file_detail
from parsers.model.link_words import only_opens
from schema.text import fold
from schema.vocabulary import page_words

_LONGEST = 150  # of a line that names a file
_ABOVE = page_words("file above the title")
_WORD = re.compile(r"[^\W\d_]{3}")
_COUNT = re.compile(r" \d$")  # at the end of the names of files that would be the same
_SHORTEST_NAME = 7


def names_beside_links(rows: Sequence[Row]) -> dict[int, int]:
    """Return by the number of a row with such a link the number of the row that names its file.

    A line that stands in one element with the link alone names it. Else all lines of a run name the
    links below them, or all those above them: where it begins with a line and ends with a link, or
    the other way round.
    """
    cells = _cells_of_lines(rows)
    links = {
        number for number, row in enumerate(rows) if row.in_linked and _is_nameless_link(row, cells)
    }
    if tips := {number: tip for number in links if (tip := _name_inside(rows[number]))}:
        lines = set(map(name_of, rows))  # the heading of a card stands in the attributes as well
        links -= {number for number, tip in tips.items() if tip not in lines}
    names: dict[int, int] = {}
    addresses: set[str] = set()
    for run in _runs(rows, links, cells) if links else ():
        held = [number for number in run if number in links]
        step = _step(rows, run, held)
        for at in held:
            own = [n for n in (at - 1, at + 1) if n in run and _share_element(rows, n, at)]
            named = own[0] if len(own) == 1 else at + step
            is_listed = len(held) > 1 or len(own) == 1
            # below the only link of a list the page goes on
            is_listed = is_listed or (named < at and rows[at].field == "documents")
            address = rows[at].targets[0]
            is_new = address not in addresses  # else the first name is kept, and this one told
            addresses.add(address)
            if is_new and named != at and named in run and _names_file(rows[named], is_listed):
                names[at] = named
    return names


def name_of(row: Row) -> str:
    """Return the text of a line, or the label that it is."""
    return row.text or row.pieces[0].label


def _cells_of_lines(rows: Sequence[Row]) -> dict[Cell, Cell]:
    """Return the cells that hold several rows, as the text of a page has them, each by itself.

    The table only lays the page out: `<th>Documents</th><td><p>Annexe I</p><p><a>PDF</a></p></td>`.
    So does a table of a picture with a link and its caption below, which are as of one cell.
    """
    cells = [row.pieces[0].block.cell for row in rows]
    lines = {cell: cell for cell, after in itertools.pairwise(cells) if cell and cell == after}
    for before, first, second, after in zip(
        [None, *cells], cells, cells[1:], [*cells[2:], None], strict=False
    ):
        if not (first and second and first.table == second.table):
            continue
        is_stack = first.column == second.column == first.row == 0 < second.row
        if is_stack and first.table not in {cell.table for cell in (before, after) if cell}:
            lines |= {first: first, second: first}
    return lines


def _is_nameless_link(row: Row, cells: Mapping[Cell, Cell]) -> bool:
    """Return whether a row is no more than a link that does not say which file it opens.

    In no table, but for a cell that has several rows.
    """
    first, *others = row.pieces
    if others and is_file_detail(first.text) and not any(p.href for p in first.parts):
        first, *others = others  # "PDF, 2 Mo" above the link
    if first.block.cell and first.block.cell not in cells:
        return False
    if not all(is_file_detail(piece.text) for piece in others):
        return False
    address = first.block.only_link
    if address and says_which(title_of(first.parts), address):  # most links
        return False
    links = links_in(first.parts)
    if len(links) != 1 or not is_file(links[0].href) or is_legal_address(links[0].href):
        return False  # of an order, and no document
    if absolute(links[0].href, None) is None:
        return False
    around = (text for text in (links[0].before, links[0].after) if not is_file_detail(text))
    return not says_which(title_of(links[0].parts), links[0].href) and not any(
        map(_WORD.search, around)
    )


def _name_inside(row: Row) -> str:
    """Return the name of the file in the attributes of a row's link, or empty.

    `<a title="Annexe I : lexique">Télécharger</a>`.
    """
    tip = next((part.title for piece in row.pieces for part in piece.parts if part.title), "")
    is_name = bool(tip) and not only_opens(tip) and OWN_FILE.search(fold(tip))
    return tip if is_name else ""


def _may_name_file(row: Row, cells: Mapping[Cell, Cell]) -> bool:
    """Return whether a row is a short line without a link, which may be the name of a file."""
    (first, *others) = row.pieces
    text = name_of(row)
    if first.block.cell and first.block.cell not in cells:
        return False
    return (
        not (others or row.has_link or text.endswith("."))
        and (first.entry is None or first.kind == "label")
        and len(text) <= _LONGEST
        and bool(_WORD.search(text))
        and not (row.above or is_file_detail(text) or signal_field(text, row.plain))
    )


def _names_file(row: Row, is_listed: bool) -> bool:
    """Return whether a line is no label of a list (*Documents*), and the name of a file.

    Any line is, where there are several links, or one below *Documents* or in an element with the
    line (`is_listed`).
    """
    text = name_of(row)
    is_label = row.pieces[0].kind == "label" and not _ABOVE.search(fold(text))
    return not (is_label or text.endswith(":")) and (
        is_listed or bool(OWN_FILE.search(fold(text)) or _ABOVE.search(fold(text)))
    )


def _runs(rows: Sequence[Row], links: set[int], cells: Mapping[Cell, Cell]) -> Iterator[range]:
    """Yield the stretches of rows in which links and lines that may name them take turns.

    Each inside one cell, or outside of tables.
    """
    around: Cell | None = None
    start = 0
    kind: bool | None = None  # of the row before: a link, a line that may name one, or neither
    for number in range(len(rows) + 1):
        before, kind = kind, None
        cell = rows[number].pieces[0].block.cell if number < len(rows) else None
        inside, around = around, cells.get(cell, cell) if cell else None
        if number in links:
            kind = True
        elif number < len(rows) and _may_name_file(rows[number], cells):
            kind = False
        if before is None or kind is None or kind == before or around != inside:
            if number - start > 1:
                yield range(start, number)
            start = number + (kind is None)


def _step(rows: Sequence[Row], run: range, held: list[int]) -> int:
    """Return -1 where the lines of a run name the links below them, 1 where those above, else 0."""
    begins, ends = run[0] not in held, run[-1] not in held
    if begins and ends:  # the first line, or the last, is another thing: the nearer ones are names
        step = _step_of_files(rows, run, held)
        if step := step or _heading(rows, [number for number in run if number not in held]):
            return step
        first, last = held[0], held[-1]
        below, above = _nearness(rows, run[-1], last), _nearness(rows, run[0], first)
        return 1 if below > above or not _names_file(rows[run[0]], True) else -1
    return -1 if begins else 1 if ends else 0


def _step_of_files(rows: Sequence[Row], run: range, held: list[int]) -> int:
    """Return the step to the lines that the files are called after, 0 where it is not clear.

    `Annexe_I_lexique-2.pdf` is *Annexe I - Lexique*; names of files are cut off.
    """
    alike = Counter(
        step
        for at in held
        for step in (-1, 1)
        if at + step in run and _is_called(rows[at].targets[0], name_of(rows[at + step]))
    )
    return (alike[1] > alike[-1]) - (alike[-1] > alike[1])


def _is_called(address: str, line: str) -> bool:
    """Return whether the name of a file is how a line begins, or all of it."""
    file, name = fold(stem_of(address)), fold(line).replace(" ", "")
    files = (each.replace(" ", "") for each in (file, _COUNT.sub("", file)))
    return any(len(each) >= _SHORTEST_NAME and name.startswith(each) for each in files)


def _heading(rows: Sequence[Row], lines: list[int]) -> int:
    """Return 1 where the first of some lines is made otherwise than all others, -1 the last one."""
    styles = [rows[number].pieces[0].style for number in lines]
    first, last = (len({*others}) == 1 for others in (styles[1:], styles[:-1]))
    return 0 if len(styles) < 3 or first == last else 1 if first else -1


def _nearness(rows: Sequence[Row], number: int, other: int) -> int:
    """Return how many elements two rows share."""
    around, others = (rows[n].pieces[0].block.containers for n in (number, other))
    return len({*around} & {*others})


def _share_element(rows: Sequence[Row], name: int, link: int) -> bool:
    """Return whether an element holds a line and a link, and nothing else."""
    around = rows[name].pieces[0].block.containers
    common = next((n for n in rows[link].pieces[0].block.containers if n in around), None)
    first, last = sorted((name, link))
    others = (*rows[max(first - 1, 0) : first], *rows[last + 1 : last + 2])
    return common is not None and not any(
        common in piece.block.containers for row in others for piece in row.pieces
    )
