"""Read options from labels: the rows of a table, and groups of labels that repeat."""

import re

from parsers.model.blocks import Part, joined
from parsers.model.file_types import is_file
from parsers.segment.grid_rows import row_pieces
from parsers.segment.option_lines import Line, is_of_others
from parsers.segment.option_mentions import RNCP_BEHIND, Mention
from parsers.segment.option_parts import parts_at
from parsers.segment.page_diplomas import OPTION
from parsers.segment.pieces import Piece, value_of
from parsers.segment.stated_facts import whole_code
from parsers.segment.tables import Grid
from parsers.segment.title_words import is_name_line
from schema.code import IN_TEXT, codes_in
from schema.label_entry import Entry
from schema.text import clean, fold, has_digit
from schema.title import read_title

_NOUN = r"(?:diplome|code|referentiel|version|specialite|option|cap|bac|bts|bp|mc)\b"
# Columns or rows of a diploma and of the one that it replaced: no options
_FORMER = re.compile(rf"(?:l )?(?:ancien(?:ne)?|precedente?) {_NOUN}")
_ALL = re.compile(r"(?:(?:tronc|documents?) )?communs?|(?:(?:a )?toutes )?(?:les )?options")
LETTER_ALONE = re.compile(r"(?:options? ?)?([A-Z])", re.IGNORECASE)
_NAMING = {"code", "option", "title"}


def of_tables(tables: list[Grid]) -> list[Mention]:
    """Read the first table with a code or letter in each row, two of them different or named.

    Of a former and a present diploma the present one is the page's, and replaces the former one.
    """
    for grid in tables:
        rows = [*map(_of_labels, _rows_of(grid))]
        coded = [n for n, entry in grid.columns.items() if entry and entry.field == "code"]
        cells = (block for row in grid.rows for n in coded for block in row.get(n, ()))
        is_coded = any(clean(block.text) for block in cells)  # the column may be empty
        common = [m for m in rows if not m.code and _ALL.fullmatch(fold(m.name))]
        of_all = [piece for mention in common for piece in mention.own]
        found = [
            mention._replace(own=(*of_all, *mention.own))
            for mention in rows
            if mention not in common and (mention.code or not is_coded)
        ]
        present = [mention for mention in found if not _FORMER.match(fold(mention.name))]
        if len(present) == 1 < len(found):
            former = [mention for mention in found if mention is not present[0]]
            return [present[0]._replace(name="", own=(*present[0].own, *map(_replaced, former)))]
        if len(present) == len({(m.code, m.name) for m in found}) > 1:
            return found
    return []


def _rows_of(grid: Grid) -> list[list[Piece]]:
    """Return the rows of a table as labels and values, each with one title.

    Options whose type has a column of its own have it before their name: *BTS* and *Vannerie
    option A*. Rows of other names are a list of diplomas.
    """
    rows = [row_pieces(grid, number) for number in range(len(grid.rows))]
    pairs = [[p for p in row if p.entry and p.entry.field == "title"] for row in rows]
    if not all(len(pair) == 2 and "option" in f"{pair[0].text}{pair[1].text}" for pair in pairs):
        return rows
    pairs = [sorted(pair, key=lambda p: not read_title(p.text).is_type_alone) for pair in pairs]
    if not all(read_title(kind.text).is_type_alone for kind, _ in pairs):
        return rows
    for row, (kind, name) in zip(rows, pairs, strict=True):
        parts = (Part(f"{kind.text} "), *name.parts)
        row[row.index(name)] = name._replace(text=f"{kind.text} {name.text}", parts=parts)
        row.remove(kind)
    return rows


def _replaced(former: Mention) -> Piece:
    """Return the code of a former diploma as a value of its name, *Ancien diplôme*."""
    holder, code = former.lines[0].pieces[0], former.code or ""
    entry = Entry("replaces", "value", former.name)
    return Piece("pair", holder.block, entry, former.name, code, (Part(code),))


def of_groups(pieces: list[Piece]) -> list[Mention]:
    """Read groups of labels that hold a code and an option's name each.

    A name alone may begin none of them: `Code`, `Option`, `Code`, `Option`. Empty for codes that
    are misspelt or alike, and where a label or heading speaks of other diplomas.
    """
    places: dict[str, list[int]] = {}
    before = ""
    for number, piece in enumerate(pieces):
        if piece.entry and piece.entry.kind == "value" and piece.kind in {"label", "pair"}:
            if piece.entry.field != before:  # "Niveau", then "niveau 3": one label
                places.setdefault(piece.entry.field, []).append(number)
            before = piece.entry.field
    count = len(places.get("code", ()))
    repeated = [field for field, numbers in places.items() if len(numbers) == count]
    if count < 2 or not {"option", "title"}.intersection(repeated):
        return []
    starts = places[repeated[0]]
    if any(map(is_of_others, pieces[starts[0] : starts[-1]])):
        return []
    found = [_of_labels(part) for part in parts_at(pieces, starts)]
    is_whole = all(mention.code and mention.name for mention in found)
    return found if is_whole and len({mention.code for mention in found}) > 1 else []


def _unlinked(piece: Piece) -> str:
    """Return the text of a cell without the link to a file behind its name."""
    if not piece.block.has_link:
        return piece.text
    words = clean(joined(tuple(part for part in piece.parts if not is_file(part.href))))
    return words or piece.text


def _of_labels(part: list[Piece]) -> Mention:
    """Read name and code of an option from the labelled values of its part."""
    named: dict[str, Piece] = {}
    labels = [(n, p) for n, p in enumerate(part) if p.entry and p.entry.field in _NAMING]
    for number, piece in labels:
        if piece.entry and (value := value_of(part, number)):
            named.setdefault(piece.entry.field, value)
    plain = [p for p in part if p.entry is None and p.block.cell and p.kind == "text"]
    names = (piece for piece in plain if may_name(piece))
    head = named.get("option") or next(names, next(iter(plain), None))
    holder = named.get("option") or named.get("title") or head
    name = _unlinked(holder) if holder else ""
    fiche = RNCP_BEHIND.search(name)
    name = name[: fiche.start()] if fiche else name
    if head and (letter := LETTER_ALONE.fullmatch(head.text)):
        if len(plain) > 1 and is_name_line(_unlinked(plain[1])):
            named.setdefault("title", plain[1])
        if "title" in named:
            name, holder = f"option {letter[1]} {_unlinked(named['title'])}", head
    alone = [piece for piece in part if piece.entry is None and whole_code(piece.text)]
    if len(alone) == 1:
        named.setdefault("code", alone[0])
    text = named["code"].text if "code" in named else ""
    stated = text or ("" if whole_code(name) else name)  # a code alone is no name with its code
    code = whole_code(text) or next(iter(codes_in(stated)), None)
    naming = (*named.values(), *(piece for _, piece in labels), *([holder] if holder else []))
    used = set(map(id, naming))
    own = [piece for piece in part if id(piece) not in used]
    if fiche and holder:
        entry = Entry("rncp", "value", "RNCP")
        own.append(Piece("pair", holder.block, entry, "RNCP", fiche[1], (Part(fiche[1]),)))
    match = IN_TEXT.search(text)
    rest = text[match.end() :].strip(" ,;:()–-") if match else ""
    if has_digit(rest) and not codes_in(rest):  # "Code : 321-22401 – RNCP841"
        own.append(Piece("text", named["code"].block, None, "", rest, (Part(rest),)))
    return Mention(name, code, (Line("", naming),), tuple(own))


def may_name(piece: Piece) -> bool:
    """Return whether a cell or line is a letter, or a name that is no link."""
    has_link = any(part.href for part in piece.parts)
    is_name = not (has_link or piece.entry) and is_name_line(OPTION.sub("", piece.text))
    return bool(LETTER_ALONE.fullmatch(piece.text)) or is_name
