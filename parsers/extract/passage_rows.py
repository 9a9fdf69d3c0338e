"""Join passages to rows, which are read together: one table row, or a continued line."""

import itertools
import re
from collections.abc import Iterator, Sequence

from parsers.extract.row import Row
from parsers.extract.row_context import (
    effect_from_above,
    is_session_heading,
    lead_from_above,
    says_of_what,
)
from parsers.extract.row_continuation import is_number_before, is_read_with
from parsers.extract.table_columns import TableColumns
from parsers.model.blocks import Part, joined
from parsers.segment.passages import Passage
from schema.text import CAPITALS, clean, same_length

_NEXT_SENTENCE = re.compile(rf"\.\s+(?=[{CAPITALS}])")


def rows(passages: Sequence[Passage]) -> Iterator[Row]:
    """Group passages in reading order to rows."""
    group: list[Passage] = []
    columns = TableColumns()
    before: Row | None = None
    apart = [*itertools.chain.from_iterable(map(_apart, passages))]
    for number, passage in enumerate(apart):
        if group and not is_read_with(group, apart, number, columns):
            row = _row(group, columns, before)
            before = before if row.names else row
            yield row
            group = []
        group.append(passage)
        columns.add(passage.piece)
    if group:
        yield _row(group, columns, before)


def _apart(passage: Passage) -> tuple[Passage, ...]:
    """Divide the last link of a list of documents from the sentences behind it."""
    piece, section = passage.piece, passage.section
    is_listed = section and section.entry.kind == "links" and piece.block.has_link
    if not (is_listed and piece.text.endswith(".")):
        return (passage,)
    last = max((number for number, part in enumerate(piece.parts, 1) if part.href), default=0)
    parts, behind = piece.parts[:last], joined(piece.parts[last:])
    begins = _NEXT_SENTENCE.search(behind) if last else None
    if begins is None:
        return (passage,)
    texts = behind[: begins.start()], behind[begins.end() :]
    divided = ((*parts, Part(texts[0])), (Part(texts[1]),))
    pieces = (piece._replace(text=clean(joined(each)), parts=each) for each in divided)
    return tuple(passage._replace(piece=each) for each in pieces)


def _row(group: list[Passage], columns: TableColumns, before: Row | None) -> Row:
    """Make the row of passages that are read together; `before`: the row above it."""
    if len(group) > 1 and is_number_before(group[:1], group[1]):
        group = [group[1], group[0], *group[2:]]
    first = group[0]
    pieces = tuple([passage.piece for passage in group])
    texts = [same_length(piece.text) for piece in pieces]
    if first.unknown and first.unknown is not first.piece and says_of_what(first.unknown.text):
        texts.append(same_length(first.unknown.text))
    is_linked = True in [piece.block.has_link for piece in pieces]
    if is_linked:
        linked = [piece for piece in pieces if piece.block.has_link]
        texts += [part.href.lower() for piece in linked for part in piece.parts if part.href]
    cells = columns.cells(pieces)
    effect_above = effect_from_above(first, before, len(group) == 1)
    if cells or effect_above:
        texts.append("arrete")
    if lead := lead_from_above(first, before):
        texts += ["remplac", same_length(lead)]
    heads = tuple(map(columns.head, pieces))
    if any(heads):  # in a table, where a column has a name
        texts += [same_length(head) for head in {*heads} if head and is_session_heading(head)]
    goes_on = before and before.section is first.section and before.unknown is first.unknown
    if before and goes_on and "session" in before.plain and is_session_heading(before.text):
        texts.append(before.plain)
    return Row(
        pieces, first.section, first.unknown, first.names and not cells, first.above,
        " ".join(texts), cells, effect_above, lead, is_linked, heads,
        before if goes_on else None,
    )  # fmt: skip
