"""Divide a page among its options: by their headings, groups of labels or rows of a table."""

import itertools
import re
from collections import Counter
from functools import partial

from parsers.model.blocks import Part, joined, lines_of
from parsers.model.file_types import file_name, is_file, is_page
from parsers.segment.grid_rows import row_pieces
from parsers.segment.option_lines import Line, is_lettered_name, is_of_others, says_others
from parsers.segment.option_mentions import (
    RNCP_BEHIND,
    Mention,
    coded,
    without_files,
    without_statement,
)
from parsers.segment.other_diplomas import heads_others, says_of_another
from parsers.segment.page_diplomas import (
    LONGEST,
    OPTION,
    OPTION_LETTER,
    behind_title,
    has_option_word,
    letter,
)
from parsers.segment.pieces import Piece, value_of
from parsers.segment.tables import Grid
from parsers.segment.title_words import is_name_line
from schema.code import IN_TEXT, CodeScolarite, codes_in, placed_codes
from schema.lexicon import Entry
from schema.text import clean, fold, has_digit, same_length
from schema.title import begins_with_type, read_title
from schema.vocabulary import page_words

_LONGEST_CODE = 120
_FIRST = 2  # pieces of a part that begins with a title: it and the one below it
_RUNNING = 60  # characters: longer texts describe an option, shorter ones name a code or a date
_NOUN = r"(?:diplome|code|referentiel|version|specialite|option|cap|bac|bts|bp|mc)\b"
# Columns or rows of a diploma and of the one that it replaced: no options
_FORMER = re.compile(rf"(?:l )?(?:ancien(?:ne)?|precedente?) {_NOUN}")
_ALL = re.compile(r"(?:(?:tronc|documents?) )?communs?|(?:(?:a )?toutes )?(?:les )?options")
_OF_ALL = re.compile(r"\bcommun(?:e?s?)\b|\boptions\b")
# An order, a session: what makes a diploma, with all its options
_MAKES = re.compile(
    r"\W{0,5}(?:(?:la )?(?:premiere|derniere|1 ?r?e) session|sessions?"
    r"|(?![^.;]{0,40}option)[^.;]{0,40}?\b(?:arrete|decret)s?(?: de creation)? d(?:u|es))\b"
)
_FILE = page_words("file above the title")
_OF_EXAMINATION = re.compile(
    r"(?:\W*options?\b\W*)?(?:facultati|obligatoire|au choix)|\W*options\b", re.IGNORECASE
)
_OF_DIPLOMA = {"legal_texts", "first_session", "last_session"}
_OF_PAGE = {"level", "rncp", "status"}  # as far as no option has its own
_NEXT_OPTION = re.compile(r"\)?\s?[;|,]\s(?:et )?(?=option )", re.IGNORECASE)
_BEHIND_FACTS = re.compile(r"(?<=\))\s?[;,]\s(?:et )?(?=option [A-H]\b)", re.IGNORECASE)
_SERIAL = re.compile(r"-\d{4,6}$")  # of a file as content managers number them
_MOST_COLUMNS = 6  # whose names stand above files that are common to all options
_FACTS = {"code", "file", "rncp", "rncp_codes", "documents", *_OF_DIPLOMA}
_MARKS = frozenset(" :–—-")  # behind a letter
_NUMBERS = {"code", "rncp"}  # that each option has for itself
_RNCP = re.compile(r"(?:fiche )?rncp ?(?:n )?\d")
_BEFORE_CODE = re.compile(r"(?:codes?\b|\d\d)|option d(?:u|e l[ae]?)\b")
_LETTER_ALONE = re.compile(r"(?:options? ?)?([A-Z])", re.IGNORECASE)
_NAMING = {"code", "option", "title"}
# "options A, B et C" behind the title, or above what is common to them
_LETTERS = re.compile(r"options? [A-H](?:(?:,|/| et| ou| -| à) ?[A-H])+", re.IGNORECASE)


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
    found = [_of_labels(part) for part in _parts(pieces, starts)]
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
    names = (piece for piece in plain if _may_name(piece))
    head = named.get("option") or next(names, next(iter(plain), None))
    holder = named.get("option") or named.get("title") or head
    name = _unlinked(holder) if holder else ""
    fiche = RNCP_BEHIND.search(name)
    name = name[: fiche.start()] if fiche else name
    if head and (letter := _LETTER_ALONE.fullmatch(head.text)):
        if len(plain) > 1 and is_name_line(_unlinked(plain[1])):
            named.setdefault("title", plain[1])
        if "title" in named:
            name, holder = f"option {letter[1]} {_unlinked(named['title'])}", head
    alone = [piece for piece in part if piece.entry is None and _code(piece.text)]
    if len(alone) == 1:
        named.setdefault("code", alone[0])
    text = named["code"].text if "code" in named else ""
    stated = text or ("" if _code(name) else name)  # a code alone is no name with its code
    code = _code(text) or next(iter(codes_in(stated)), None)
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


def _may_name(piece: Piece) -> bool:
    """Return whether a cell or line is a letter, or a name that is no link."""
    has_link = any(part.href for part in piece.parts)
    is_name = not (has_link or piece.entry) and is_name_line(OPTION.sub("", piece.text))
    return bool(_LETTER_ALONE.fullmatch(piece.text)) or is_name


def of_headings(pieces: list[Piece], title: str, level: int) -> list[Mention]:
    """Read options that a heading, a paragraph set off or one with a letter each begins.

    `level`: of the title's heading; in one style with other titles it begins the first part.
    """
    starts = [number for number, piece in enumerate(pieces) if _begins(piece, title)]
    starts = starts if len(starts) > 1 else _items_with_facts(pieces, title) or starts
    starts = starts or _titles_again(pieces, title, level)
    heads = _bare_heads(pieces)
    # "A - Chaudronnerie" above "Code de l'option A : 500-22434"
    is_above = [number + 1 for number in heads] == starts
    starts = heads if heads and (len(starts) < 2 or is_above) else starts
    starts = _without_columns(pieces, _without_heads_of_others(pieces, starts))
    pieces, starts = _said_once(pieces, starts)
    names = [_name_and_code(pieces[number])[0] for number in starts]
    pieces, starts = _heads_first(pieces, starts)
    keys = [letter(name) or fold(name) for name in names]
    half = len(starts) // 2
    if half > 1 and keys[:half] == keys[half:]:  # all named above, and the parts of each below
        named, below = _headed(pieces, starts[:half]), _headed(pieces, starts[half:])
        return [
            Mention(max(a[0], b[0], key=len), a.code or b.code, a.lines + b.lines, a.own + b.own)
            for a, b in zip(named, below, strict=True)
        ]
    if len(starts) < 2 and not (starts and _is_second(pieces, starts[0], title, level)):
        return []
    first, before = pieces[starts[0]].block, pieces[: starts[0]]
    # "Option A : cuir" is an option of the title, and not beside it
    are_worded = all(pieces[n].entry or OPTION.match(pieces[n].text) for n in starts)
    are_below = are_worded and "option" not in title.lower()
    # no section of the page's stands between the title and them
    is_below = bool(before) and not 0 < before[0].block.level <= level
    is_alike = first.level == level and is_below
    is_first = is_alike and not are_below and _states_code(before, title)
    found = _headed(pieces, starts, title if is_first or len(starts) == 1 else "")
    return [Mention("", own=tuple(before)), *found] if is_first else found


def _without_heads_of_others(pieces: list[Piece], starts: list[int]) -> list[int]:
    """Leave out the options right below a label of other diplomas: *Remplacé par*."""
    others: set[int] = set()
    for number in starts:
        label = pieces[number - 1] if number else None
        if label and (number - 1 in others or _heads_other(label, pieces[number])):
            others.add(number)
    return [number for number in starts if number not in others]


def _without_columns(pieces: list[Piece], starts: list[int]) -> list[int]:
    """Leave out titles that head columns beside each other: no part of the page begins there."""
    cells = {cell for number in starts if (cell := pieces[number].block.cell) and cell.header}
    rows = Counter(cell[:2] for cell in cells)
    return [
        number
        for number in starts
        if not (cell := pieces[number].block.cell)
        or rows[cell[:2]] < 2
        or not begins_with_type(pieces[number].text)
    ]


def _heads_other(label: Piece, option: Piece) -> bool:
    """Return whether an option stands below a label of other diplomas, and no name of a column."""
    if label.kind != "label" or not is_of_others(label):
        return False
    cell, place = label.block.cell, option.block.cell
    return not (cell and place) or cell[:2] == place[:2] or cell.column == place.column


def with_parts_below(found: list[Mention], pieces: list[Piece]) -> list[Mention]:
    """Give options what stands inside the items that name them, or the files in lines below."""
    at = {id(piece): number for number, piece in enumerate(pieces)}
    heads = [mention.lines[0].pieces[0] for mention in found if mention.lines and mention.name]
    starts = [at[id(head)] for head in heads if id(head) in at]
    if not len(set(starts)) == len(starts) == len(found):
        return found
    stops = [next((b for b in sorted(starts) if b > a), len(pieces)) for a in starts]
    parts = [
        [*itertools.takewhile(partial(_is_part_of_option, pieces[a]), pieces[a + 1 : b])]
        for a, b in zip(starts, stops, strict=True)
    ]
    if not all(parts) and any(head.block.kind != "item" for head in heads):
        return found  # files behind the last one alone are of all
    return [m._replace(own=(*m.own, *part)) for m, part in zip(found, parts, strict=True)]


def _is_part_of_option(head: Piece, piece: Piece) -> bool:
    """Return whether a piece stands in a list inside an item, or is a line of files behind it."""
    if piece.block.place == head.block.place:
        lines = lines_of(piece.parts)
        are_files = all(any(is_file(part.href) for part in line) for line in lines)
        return piece.entry is None and are_files and not _makes_diploma(piece)
    item = head.block.containers[:1] if head.block.kind == "item" else ()
    return not set(item).isdisjoint(piece.block.containers[1:])


def _said_once(pieces: list[Piece], starts: list[int]) -> tuple[list[Piece], list[int]]:
    """Leave out a head that the next one names in full: `Option A` of a tab, `Option A : cuir`."""
    names = {number: _name_and_code(pieces[number])[0] for number in starts}
    again = [
        number
        for number, name in names.items()
        if _LETTER_ALONE.fullmatch(name) and letter(name) == letter(names.get(number + 1, ""))
    ]
    if not again:
        return pieces, starts
    kept = [number for number in range(len(pieces)) if number not in again]
    return [pieces[n] for n in kept], [n for n, number in enumerate(kept) if number in names]


def lines_apart(pieces: list[Piece]) -> list[Piece]:
    """Divide texts of several lines of which some name an option, and others state a fact."""
    return [line for piece in pieces for line in _lines_of(_broken(piece))]


def _broken(piece: Piece) -> Piece:
    """Begin a line at each further option with links: `Option A : annexe ; option B : annexe`.

    Or with facts in brackets: `Option A cuir (RNCP836), option B bois (RNCP837)`.
    """
    if piece.entry or piece.text.lower().count("option ") < 2:
        return piece
    if not piece.block.has_link:
        return _broken_behind_facts(piece)
    parts: list[Part] = []
    for part in piece.parts:
        mark = _NEXT_OPTION.match(part.text) if parts and parts[-1].href else None
        text = part.text[mark.end() :] if mark else part.text
        if mark and part.text[0] == ")":
            parts.append(part._replace(text=")"))
        parts.append(part._replace(text=text, after_break=part.after_break or bool(mark)))
    return piece._replace(text=clean(joined(parts)), parts=tuple(parts))


def _broken_behind_facts(piece: Piece) -> Piece:
    """Begin a line at each option behind the bracket that ends the facts of the one before."""
    if len(piece.lines) > 1 or not OPTION_LETTER.match(piece.text):
        return piece
    texts = _BEHIND_FACTS.split(piece.text)
    if len(texts) != piece.text.lower().count("option "):
        return piece
    if not all(has_digit(text) and text.rstrip(" .").endswith(")") for text in texts):
        return piece
    parts = tuple(Part(text, after_break=bool(n)) for n, text in enumerate(texts))
    return piece._replace(parts=parts)


def options_with_values(pieces: list[Piece]) -> list[Piece]:
    """Join cells that say *Option* to the one behind each of them, where there are several."""
    pairs = {
        number: value._replace(kind="pair", entry=piece.entry, label=piece.label.rstrip(" :"))
        for number, (piece, value) in enumerate(itertools.pairwise(pieces))
        if piece.kind == "label" and piece.entry and piece.entry.field == "option"
        if value.kind == "text" and piece.block.cell and value.block.cell
        if piece.block.cell[:2] == value.block.cell[:2] and "options" not in piece.label.lower()
    }
    if len(pairs) < 2:
        return pieces
    return [pairs.get(n, p) for n, p in enumerate(pieces) if n - 1 not in pairs]


def _lines_of(piece: Piece) -> list[Piece]:
    if piece.entry or len(piece.lines) == 1 or not has_option_word(piece.text):
        return [piece]
    lines = [piece._replace(text=clean(joined(line)), parts=line) for line in lines_of(piece.parts)]
    are_names = [bool(OPTION.match(line.text)) for line in lines]
    kinds = {_kind(line) for line, is_name in zip(lines, are_names, strict=True) if not is_name}
    is_block = len(piece.parts) == len(piece.block.parts)
    heads_files = is_block and kinds == {"file"} and are_names[0] and sum(are_names) == 1
    # "<b>Option A : cuir</b>" below an order
    bold = {_is_bold(line) for line, is_name in zip(lines, are_names, strict=True) if is_name}
    is_apart = any(kinds) or (True in bold and not all(map(_is_bold, lines)))
    return lines if any(are_names) and is_apart and not heads_files else [piece]


def _is_bold(piece: Piece) -> bool:
    """Return whether all of a text is set off."""
    return all(part.strong for part in piece.parts if part.text.strip())


def _items_with_facts(pieces: list[Piece], title: str) -> list[int]:
    """Return the items of lists that name an option each, beside which more of it stands.

    Or lines in no list, below each of which stands a fact of it.
    """
    named = [
        number
        for number, piece in enumerate(pieces)
        if (piece.entry is None and _begins_with_option(piece.text, title))
        or (piece.kind == "pair" and piece.entry and piece.entry.field == "option")
    ]
    items = [n for n in named if "item" in {pieces[n].kind, pieces[n].block.kind}]
    starts = [n for n in items if pieces[n].entry is None]
    boxes = _boxes(pieces, starts)
    if len(starts) > 1 and all(len(box) > 1 for box in boxes):
        return starts
    is_plain = all(_is_plain_name(pieces[number]) for number in named)
    below = [pieces[a + 1 : b] for a, b in itertools.pairwise([*named, len(pieces)])]
    have_facts = all(any(_kind(p) in _FACTS for p in part) for part in below)
    return named if len(named) > 1 and is_plain and have_facts else []


def _begins_with_option(text: str, title: str) -> bool:
    """Return whether a line begins with the word *option*, or has it behind the page's title."""
    if "pt" in text[:9].lower() and OPTION.match(text):
        return True
    return has_option_word(text) and bool(OPTION.match(behind_title(title, text)))


def _is_plain_name(piece: Piece) -> bool:
    """Return whether a line is the name of one option, and of no examination: no file, no digit."""
    has_link = any(part.href for part in piece.parts)
    is_other = has_link or has_digit(piece.text) or _OF_EXAMINATION.match(piece.text)
    return not is_other and len(piece.text) < LONGEST and len(piece.lines) == 1


def _heads_first(pieces: list[Piece], starts: list[int]) -> tuple[list[Piece], list[int]]:
    """Put what stands above the name of each option, and is its own, below it.

    `Code : 500-22434` above `Option A : osier`, and so on: else each would be the former one's.
    """
    above = _above_each(pieces, starts)
    if not above:
        return pieces, starts
    turned = list(pieces)
    for number in starts:
        turned[number - above : number + 1] = [pieces[number], *pieces[number - above : number]]
    return turned, [number - above for number in starts]


def _above_each(pieces: list[Piece], starts: list[int]) -> int:
    """Return how many pieces right above the head of each option belong to it: all say the same.

    They stand in one element with it, which holds no other head; or all groups are made alike, and
    nothing of their kind stands below the last head.
    """
    if len(starts) < 2 or not starts[0]:
        return 0
    keys = [_kind(piece) for piece in pieces]
    shared = 0
    while all(number > shared and keys[number - shared - 1] == keys[starts[0] - shared - 1] != ""
              for number in starts) and starts[1] - starts[0] > shared + 1:  # fmt: skip
        shared += 1
    if not shared:
        return 0
    boxes = _boxes(pieces, starts)
    inside = {number - min(box) for number, box in zip(starts, boxes, strict=True)}
    if inside != {0}:
        return inside.pop() if len(inside) == 1 and max(inside) <= shared else 0
    own = keys[starts[0] - shared : starts[0]]
    between = [keys[a + 1 : b - shared] for a, b in itertools.pairwise(starts)]
    behind, size = keys[starts[-1] + 1 :], len(between[0])
    # the last group is made as the others are, and no further fact of an option follows it
    is_alike = all(each == behind[:size] for each in between) and not any(behind[size : size + 1])
    # a heading heads what stands below it: a file above the first is of all
    is_numbered = not pieces[starts[0]].block.level or not _NUMBERS.isdisjoint(own)
    return shared if is_alike and is_numbered and own[0] not in behind else 0


def _boxes(pieces: list[Piece], starts: list[int]) -> list[range]:
    """Return for each head the places of the pieces in the largest element with no other head."""
    held = Counter(each for number in starts for each in {*_elements(pieces[number])})
    return [_box(pieces, number, held) for number in starts]


def _box(pieces: list[Piece], head: int, held: Counter[object]) -> range:
    """Return the places of the pieces in the largest element that holds one head: see `_boxes`."""
    box = next((each for each in reversed(_elements(pieces[head])) if held[each] == 1), None)
    first = last = head
    while first and box in _elements(pieces[first - 1]):
        first -= 1
    while last + 1 < len(pieces) and box in _elements(pieces[last + 1]):
        last += 1
    return range(first, last + 1)


def _elements(piece: Piece) -> tuple[object, ...]:
    """Return the block of a piece and the elements around it, the innermost first."""
    return (piece.block.place, *piece.block.containers)


def _kind(piece: Piece) -> str:
    """Return what kind of thing a piece states: a field, a file; empty for other texts."""
    if piece.entry:
        return piece.entry.field if piece.kind == "pair" else ""
    if _is_code(piece):
        return "code"
    if _has_file(piece):
        return "file"
    return "rncp" if _RNCP.match(fold(piece.text)) else ""


def _is_code(piece: Piece) -> bool:
    """Return whether a piece is a code and nothing else, with its label or without."""
    return (piece.entry is None or piece.entry.field == "code") and _code(piece.text) is not None


def _bare_heads(pieces: list[Piece]) -> list[int]:
    """Return the heads of several options without that word: above a code each, or by letters.

    `A - chaudronnerie`, `B - soudage`, where the first one stands right below the title or the
    label *Options*, or a fact right below each.
    """
    coded: list[int] = []
    lettered: dict[int, str] = {}
    above_facts: dict[int, str] = {}
    for number, (piece, below) in enumerate(itertools.zip_longest(pieces, pieces[1:])):
        if piece.entry is not None or len(piece.text) > LONGEST:
            continue
        is_lettered = piece.text[1:2] in _MARKS and is_lettered_name(piece.text.rstrip(" :"))
        if is_lettered and below and _kind(below) in _FACTS:
            above_facts[number] = piece.text[0]
        if piece.kind == "item":
            continue
        name = OPTION.sub("", piece.text).rstrip(" :")
        is_head = piece.block.strong or piece.block.level
        is_above_code = below and (
            (below.entry and below.entry.field == "code") or (is_head and _code_below(below))
        )
        is_set_off = piece.block.strong and is_lettered_name(name)
        if (is_above_code or is_set_off) and is_name_line(name) and not says_others(name):
            coded += [number] if is_above_code else []
            lettered |= {number: name[0]} if is_set_off else {}
    names = {fold(pieces[number].text) for number in coded}
    if len(coded) == len(names) > 1 and not any(map(is_of_others, pieces)):
        return coded
    letters = "".join(lettered.values())
    first = min(lettered, default=0)
    above = pieces[first - 1].entry if first else None
    is_headed = not first or (above is not None and above.field == "option")
    if len(letters) > 1 and is_headed and "ABCDEFGH".startswith(letters):
        return [*lettered]
    letters = "".join(above_facts.values())
    return [*above_facts] if len(letters) > 1 and "ABCDEFGH".startswith(letters) else []


def _code_below(piece: Piece) -> str | None:
    """Return the code that a line below an option's name begins with: `Code 500-22434, session …`.

    Or that it gives *Option du CAP X*.
    """
    is_lead = piece.entry is None and has_digit(piece.text) and _BEFORE_CODE.match(fold(piece.text))
    codes = placed_codes(piece.text) if is_lead else ()
    is_own = len(codes) == 1 and not says_others(piece.text[: codes[0][0]])
    return codes[0][2] if is_own else None


def _headed(pieces: list[Piece], starts: list[int], title: str = "") -> list[Mention]:
    """Return the options whose heads stand at `starts`, with the part of each below it.

    `title`: of a diploma that stands above them.
    """
    found = []
    parts = _parts(pieces, starts if len(starts) > 1 else [0, *starts], title)
    for head, *part in parts[-len(starts) :]:
        name, beside = _name_and_code(head)
        lead = "option " if head.entry else ""  # "Option : son – RNCP836"
        line, said = without_statement(Line(f"{lead}{name}", (head,)))
        name = line.removeprefix(lead)
        plain = (
            piece.text
            for above, piece in zip([head, *part], part[:2], strict=False)
            if piece.entry is None
            and not says_others(piece.text)
            and not (heads_others(above) or (above is not head and says_of_another(above.text)))
        )
        below = (_code(text.rpartition(":")[2]) for text in plain)  # "Cote : 321-32205 V"
        code = next(filter(None, (beside, *below, *map(_code_below, part[:1]))), None)
        found.append(Mention(name, code, (Line("", (head,)),), (*said, *part)))
    below_letters = [
        mention.own[0]
        for mention in found
        if mention.own and _LETTER_ALONE.fullmatch(mention.name) and _names_option(mention.own[0])
    ]
    if len({fold(piece.text) for piece in below_letters}) < len(found):
        return found
    return [
        Mention(f"{m.name} {name.text}", m.code, (*m.lines, Line("", (name,))), m.own[1:])
        for m, name in zip(found, below_letters, strict=True)
    ]


def _names_option(piece: Piece) -> bool:
    """Return whether a piece below an option's letter is its name, with a label or without."""
    is_title = piece.kind == "pair" and piece.entry is not None and piece.entry.field == "title"
    return is_title or _may_name(piece)


def _is_second(pieces: list[Piece], start: int, title: str, level: int) -> bool:
    """Return whether a title with a code below it stands there, as the page's title with its own.

    In a heading of the same level, below no other, or set off with the same name; nothing says that
    either replaced the other. Below *Accès* other diplomas are named, but not in a heading above
    the level of that.
    """
    head, before = pieces[start], pieces[:start]
    outside = (
        piece
        for piece in pieces
        if not (piece.entry and piece.entry.kind == "text" and piece.block.level > level > 0)
    )
    return (
        level == head.block.level
        and (level > 0 or _has_name_of(head.text, title))
        and bool(before)
        and (before[-1].kind not in {"heading", "label"} or _is_name_of_file(before))
        and bool(read_title(head.text).types)
        and not (says_others(head.text) or any(map(is_of_others, outside)))
        and _states_code(before, title)
        and _states_code(pieces[start:], head.text)
    )


def _titles_again(pieces: list[Piece], title: str, level: int) -> list[int]:
    """Return the headings like the title's that say it again above a code of its own each."""
    starts = [
        number
        for number, piece in enumerate(pieces)
        if piece.block.level == level > 0 and fold(piece.text) == fold(title)
    ]
    parts = (pieces[a:b] for a, b in itertools.pairwise([0, *starts, len(pieces)]))
    codes = [_labelled_code(part) for part in parts]
    return starts if all(codes) and len({*codes}) == len(codes) else []


def _labelled_code(part: list[Piece]) -> str | None:
    """Return the first code that a label names in a part of a page."""
    labels = (n for n, p in enumerate(part) if p.entry and p.entry.field == "code")
    values = (value_of(part, number) for number in labels)
    return next((code for value in values if value and (code := _code(value.text))), None)


def _is_name_of_file(before: list[Piece]) -> bool:
    """Return whether a line above a title is no heading of it, but a file's name in a list."""
    *_, link, last = [*before[:1], *before]
    return last.block.level == 0 and (_heads_files(last) or _has_file(link))


def _has_name_of(text: str, title: str) -> bool:
    """Return whether a text has a type's words and the name of the page's title."""
    read, named = (read_title(clean(IN_TEXT.sub("", each))) for each in (text, title))
    return bool(read.types) and fold(read.name) == fold(named.name) != ""


def _states_code(part: list[Piece], title: str) -> bool:
    """Return whether a title, or what stands below it, states a code: by a label, or first."""
    labels = (piece.entry.field for piece in part if piece.entry)
    below = (piece for piece in part[:_FIRST] if piece.entry is None)
    is_stated = bool(codes_in(title)) or "code" in labels
    return is_stated or any(IN_TEXT.match(piece.text) for piece in below)


def _begins(piece: Piece, title: str) -> bool:
    """Return whether a piece begins an option: by the word, a code, or a title of the page's type.

    It is set off; an option with a letter need not be.
    """
    is_set_off = piece.kind == "heading" or piece.block.strong or piece.block.level > 0
    is_set_off = is_set_off or (len(piece.block.lines) > 1 and _is_bold(piece))
    if piece.entry:  # "Option : osier (500-22434)"
        is_strong = is_set_off or piece.block.parts[0].strong  # with its code in the next line
        is_option = piece.kind == "pair" and piece.entry.field == "option"
        return is_option and (is_strong or _is_above_files(piece))
    if piece.kind == "item" or not (is_set_off or has_option_word(piece.text)):
        return False
    worded = [part for part in piece.parts if part.text.strip()]
    is_card = bool(worded) and all(is_page(part.href) for part in worded)  # of another page
    if is_card or piece.text.lower().count("option ") > 1:
        return False
    text, code = _name_and_code(piece)
    is_document = all(is_file(part.href) for part in worded)
    if is_document and not code and _FILE.search(fold(text)):
        return False  # "Option A : référentiel de certification"
    if len(text) > LONGEST or text.endswith(".") or fold(text) == fold(title):
        return False
    if not is_set_off:  # "Option C : arrêté du 6 mai 1980" gives a value and names nothing
        form = OPTION if code or _is_above_files(piece) else OPTION_LETTER
        return bool(form.match(text)) and not has_digit(text)
    if OPTION.match(text) or (code and text):
        return not _LETTERS.fullmatch(text)
    read, own = read_title(text), read_title(title)
    is_again = fold(read.name) == fold(own.name) and read.types & own.types  # in other words
    is_titled = bool(
        not read.is_type_alone and read.name and read.types & (own.types or read.types)
    )
    return not (is_again or is_document) and (is_titled or _has_name_of(text, title))


def _is_above_files(piece: Piece) -> bool:
    """Return whether a piece is the first line of its paragraph, and the others link to files."""
    if not piece.block.has_link or piece.block.kind == "item":
        return False
    first, *others = piece.block.lines
    is_first = piece.block.text.startswith((piece.label or piece.text).partition(" ")[0])
    files = [any(is_file(part.href) for part in line) for line in (first, *others)]
    return is_first and not files[0] and bool(others) and all(files[1:])


def _name_and_code(piece: Piece) -> tuple[str, str | None]:
    """Return the text of a piece without the only code in it, and that code.

    Without lines at its end that have links: *Option A* above its files.
    """
    linked = [any(part.href for part in line) for line in lines_of(piece.parts)]
    count = linked.index(True) if True in linked else 0
    is_above_links = count and all(linked[count:])
    text = " ".join(piece.lines[:count]) if is_above_links else without_files(piece.text, (piece,))
    text = text.removesuffix(":").rstrip()  # "Option A :"
    beside = coded(text) if has_digit(text) else []
    return beside[0] if len(beside) == 1 else (text, None)


def _parts(pieces: list[Piece], starts: list[int], title: str = "") -> list[list[Piece]]:
    """Divide `pieces` at `starts`; what is not the last option's own is left out.

    `title`: of the diploma that stands above the first of `starts`, or at it, if one does.
    """
    stops = [*starts[1:], len(pieces)]
    parts = [pieces[start:stop] for start, stop in zip(starts, stops, strict=True)]
    above = [pieces[: starts[0]]] if title else []
    heads = [pieces[number].text for number in starts]
    heads = [title, *heads[starts[0] == 0 :]] if title else heads
    are_titles = _are_titles(heads)
    own = _own_fields([*above, *parts[:-1]]) if are_titles else set()
    whole = parts
    if title and starts[0] == 0:  # all of the first part stands below its title
        whole = [[parts[0][0], *parts[0]], *parts[1:]]
    end = _end(whole, own, _level_of_titles(whole) if are_titles else 0)
    first_words = {fold(read_title(head).name).partition(" ")[0] for head in heads}
    if not (title or (len(first_words) > 1 and are_titles)):
        end = min(end, _files_of_all(parts))
    parts[-1] = parts[-1][:end]
    return parts


def _files_of_all(parts: list[list[Piece]]) -> int:
    """Return where the files behind the last option begin, with their label, that are of all.

    No other option has any, and none of them stands in an element of the last one's own, is
    named as its own, or above a further fact as options have.
    """
    *others, last = parts
    within = [piece for part in others for piece in part[1:]]
    files = [number for number, piece in enumerate(last) if number and _has_file(piece)]
    if not (files and within) or any(map(_has_file, [*within, *(part[0] for part in parts)])):
        return len(last)
    first, own = files[0], last[files[0]]
    kinds = {_kind(piece) for piece in within} - {"", "legal_texts"}
    heads = {around for part in others for around in part[0].block.containers}
    is_boxed = any(
        around not in heads for around in own.block.containers if around in last[0].block.containers
    )
    mark = _file_mark(last[first:])
    is_named = has_option_word(own.text) or (mark and mark == letter(last[0].text))
    goes_on = any(_kind(piece) in kinds for piece in last[first:])
    if is_boxed or is_named or goes_on or own.block is last[0].block:
        return len(last)
    while first > 1 and _heads(last[first - 1]):
        first -= 1
    return first


def _heads(piece: Piece) -> bool:
    """Return whether a piece is set off, or ends in a colon, and is no fact and no order."""
    is_set_off = piece.kind in {"heading", "label"} or piece.block.strong or piece.text[-1:] == ":"
    return is_set_off and not (_kind(piece) or _makes_diploma(piece) or piece.block.has_link)


def _own_fields(others: list[list[Piece]]) -> set[str]:
    """Return which of orders and documents the parts of diplomas state each for its own one."""
    pieces = [*itertools.chain.from_iterable(others)]
    found = {"legal_texts": map(_makes_diploma, pieces), "documents": map(_has_file, pieces)}
    return {field for field, each in found.items() if any(each)}


def _level_of_titles(parts: list[list[Piece]]) -> int:
    """Return the level of the last part's heading where other parts have headings below theirs.

    `<h2>CAP Vannier</h2><h3>Métiers</h3>`: then all headings below a title are its own. Else 0.
    """
    *others, last = parts
    level = last[0].block.level
    within = (piece.block.level for part in others for piece in part[1:])
    return level if level and any(below > level for below in within) else 0


def _end(parts: list[list[Piece]], own: set[str], level: int = 0) -> int:
    """Return where the last option's part ends.

    `own`: fields that are each diploma's own. `level`: of titles whose further headings are.

    It is where the container (a `dl`) of all heads ends, at a heading that is not below the
    option's or at a section, such as no other option has at that level, or, in parts of one form,
    in other words; and at orders or sessions that no other option has and no files of an option
    follow.
    """
    *others, last = parts
    if all(len(part) == 1 and part[0].block is last[0].block for part in others):
        return 1  # options listed in one paragraph, and what follows them in it
    common = set.intersection(*(set(part[0].block.containers) for part in parts))
    around = next((n for n in last[0].block.containers if n in common), 0)
    # a part of the page of its own for each option
    boxes = [
        next((n for n in reversed(p[0].block.containers) if n not in common), 0) for p in parts
    ]
    is_boxed = (
        all(boxes)
        and all(
            len(part) > 1 and all(box in piece.block.containers for piece in part)
            for box, part in zip(boxes, others, strict=False)
        )
        and any(boxes[-1] in piece.block.containers for piece in last[1:])
    )
    around = boxes[-1] if is_boxed else around
    within = [piece for part in others for piece in part[1:]]
    fields = {piece.entry.field for piece in within if piece.kind == "pair" and piece.entry}
    sections = ({_section(piece) for piece in within} | fields) - {""}
    styles = {piece.style for piece in within}
    made = [(piece.block.kind, piece.block.has_link) for piece in last]
    kinds = {(piece.block.kind, piece.block.has_link) for piece in within}
    is_of_files = len(kinds) == 1 and all(has_link for _, has_link in kinds)
    # the others say more than an order, under headings that nobody knows
    is_unknown = not sections and any(
        len(piece.text) > _RUNNING and not (_has_file(piece) or _makes_diploma(piece))
        for piece in within
    )
    have_files = any(map(_has_file, within))
    others_make = any(map(_makes_diploma, itertools.chain.from_iterable(others)))
    stop = len(last)
    for number, piece in enumerate(last[1:], start=1):
        is_linked = any(is_file(part.href) for part in piece.block.parts)
        # "Annexes", and in the same paragraph files: of the option, where no other one has files
        ends = piece.entry and piece.entry.is_section and (have_files or not is_linked)
        is_level = 0 < piece.block.level <= (last[0].block.level or 6)
        is_new = _section(piece) not in {"", *sections, *own}
        is_new = is_new or (is_level and piece.style not in styles)
        if (piece.style in styles and _has_file(piece)) or piece.block.level > level > 0:
            is_new = False  # the title of a card, which names another file
        is_set_off = piece.kind in {"heading", "label"} or piece.block.strong
        near = last[number + 1 :][:_MOST_COLUMNS]
        near = near[: 2 + sum(map(_names_column, near)) if "commun" in piece.text.lower() else 1]
        heads_files = len(piece.text) < _RUNNING and any(map(_has_file, near))
        has_link = any(part.href for part in piece.parts or piece.block.parts)
        # "Documents communs", alone or on the line above its files
        lead = clean(joined(lines_of(piece.parts)[0])) if has_link and piece.parts else piece.text
        is_head = (is_set_off or heads_files) and not has_link
        is_head = is_head or (len(lead) < len(piece.text) and not piece.parts[0].href)
        if is_head and _OF_ALL.search(fold(lead)):
            stop = number  # "Documents communs"
            break
        if (
            (around and around not in piece.block.containers)
            or ((ends or is_level) and is_new and not is_unknown)
            or (is_of_files and made[number - 1] in kinds and made[number] not in kinds)
        ):
            stop = number
            break
    if own or level:
        return stop
    # "Code : 500-22434<br>Première session : 2020" in one paragraph, below each head
    shared = {piece.block.number for piece in (last[0], *within)}
    coded = {piece.block.number for piece in last[1:] if _is_code(piece)} - shared
    if not (others_make or is_boxed):
        alone = _OF_PAGE - {piece.entry.field for piece in within if piece.entry}
        makes = [_makes_diploma(p) or bool(p.entry and p.entry.field in alone) for p in last]
        makes = [m and p.block.number not in coded for m, p in zip(makes, last, strict=True)]
        with_file = [_has_file(piece) for piece in last]
        first = next((n for n in range(1, stop) if makes[n]), stop)
        of_orders = _below_orders(last, first)
        files = [n for n in range(1, stop) if with_file[n] and not (makes[n] or n in of_orders)]
        from_here = range(max(files, default=0) + 1, stop)
        stop = next((number for number in from_here if makes[number]), stop)
        while stop > 1 and last[stop - 1].kind == "label" and not last[stop - 1].block.has_link:
            stop -= 1
    shapes = [[_shape(piece) for piece in part] for part in parts]
    is_alike = all(shape[: len(shapes[0])] == shapes[0] for shape in shapes)
    # the longest part that another option has alike
    alike = [shape for shape in shapes[:-1] if shapes[-1][: len(shape)] == shape]
    count = max(map(len, alike), default=len(shapes[0]))
    while is_alike and count < stop and last[count].block.number in coded:
        count += 1
    is_below = is_alike and count < len(last) and not (others_make or is_boxed)
    if is_below and _makes_diploma(last[count]):
        return min(count, stop)  # an order or session below parts of one form, and what follows it
    words = {_first_word(piece) for piece in within} - {""}  # a number tells nothing
    names = ["option" in piece.text.lower() for piece in within if _has_file(piece)]
    are_named = bool(names) and all(names)
    again = (piece for piece in last[count:stop] if _first_word(piece) in words)
    goes_on = any(
        not _OF_ALL.search(fold(piece.text))
        # "Annexes", where each of the others' files names its option
        and not (are_named and _has_file(piece) and "option" not in piece.text.lower())
        for piece in again
    )
    blocks = [piece.block for piece in last]
    links = [b is not blocks[0] and b.has_link and b.number for b in blocks]
    lists = [
        b.containers[1:] if b.kind == "item" else n for b, n in zip(blocks, links, strict=True)
    ]
    # further items of the last list, lines of its paragraph, files made alike below a label that
    # each option has, and files that are named as its own are, not said to be common to all
    has_labels = all(any(map(_heads_files, part)) for part in parts)
    mark = _file_mark(last[1:count])
    is_told = mark and mark not in {_file_mark(part[1:]) for part in others}
    while count < stop and not _OF_ALL.search(fold(last[count].text)):
        goes_on_list = lists[count] and lists[count - 1] == lists[count]
        pair = last[count - 1 : count + 1]
        is_below_label = has_labels and all(map(_has_file, pair)) and pair[0].style == pair[1].style
        is_named = is_told and _file_mark(pair[1:]) == mark
        if not (goes_on_list or is_below_label or is_named):
            break
        count += 1
    return min(count, stop) if is_alike and not (goes_on or is_boxed) else stop


def _are_titles(heads: list[str]) -> bool:
    """Return whether the heads are titles of diplomas with a name each, and not of options."""
    read = [read_title(clean(IN_TEXT.sub("", head))) for head in heads]
    names = {fold(title.name) for title in read}
    return (
        not any(map(has_option_word, heads))
        and all(title.types and not title.is_type_alone for title in read)
        and len(names) == len(heads)
    )


def _below_orders(pieces: list[Piece], first: int) -> set[int]:
    """Return which pieces stand below items of the list of orders that begins at `first`."""
    if first == len(pieces) or pieces[first].kind != "item":
        return set()
    above, around = (pieces[number].block.containers for number in (first - 1, first))
    new = [each for each in around if each not in above]  # the item's and the list's
    held = ((number, piece.block.containers) for number, piece in enumerate(pieces))
    return {n for n, its in held if len(new) > 1 and new[-1] in its and len(its) > len(around)}


def _heads_files(piece: Piece) -> bool:
    """Return whether a piece is a label of files: *Annexes*."""
    return piece.kind == "label" and piece.entry is not None and piece.entry.kind == "links"


def _has_file(piece: Piece) -> bool:
    """Return whether a piece links to a file."""
    return piece.block.has_link and any(is_file(part.href) for part in piece.parts)


def _names_column(piece: Piece) -> bool:
    """Return whether a piece is a cell of a table's first row, without a link."""
    return piece.block.cell is not None and not (piece.block.cell.row or piece.block.has_link)


def _file_mark(part: list[Piece]) -> str:
    """Return what the names of all files of a part end in: *b* of `annexe_b-97287.pdf`."""
    links = (each.href or "" for piece in part for each in piece.parts if is_file(each.href))
    stems = (_SERIAL.sub("", file_name(link).rpartition(".")[0]) for link in links)
    marks = {re.split("[_-]", stem)[-1].lower() for stem in stems}
    return marks.pop() if len(marks) == 1 else ""


def _makes_diploma(piece: Piece) -> bool:
    """Return whether a piece begins with an order or session, or is such a label or its value."""
    is_labelled = piece.entry is not None and piece.entry.field in _OF_DIPLOMA
    return is_labelled or bool(_MAKES.match(same_length(piece.text)))


def _section(piece: Piece) -> str:
    """Return the field or the words of a label or heading; empty for other pieces."""
    if piece.kind not in {"label", "heading"}:
        return ""
    return piece.entry.field or piece.entry.label if piece.entry else fold(piece.text)


def _shape(piece: Piece) -> tuple[str, str | None, bool]:
    if piece.kind == "item" and _has_file(piece):  # one file is no list, two are
        return ("text", None, True)
    has_link = any(part.href for part in piece.parts)
    if not has_link and len(piece.text) < _LONGEST_CODE and codes_in(piece.text):
        return ("code", None, False)  # "Diplôme n° 500-22434", as "Code : 500-22434" is
    return (piece.kind, piece.entry.field if piece.entry else None, has_link)


def _first_word(piece: Piece) -> str:
    if piece.entry and piece.entry.field:  # "Code diplôme" and "Code RNCP"
        return piece.entry.field
    return fold(piece.label or piece.text).partition(" ")[0].rstrip("0123456789s")


def _code(text: str) -> str | None:
    """Return the code that a text is, in any of its writings."""
    parsed = CodeScolarite.parse(text).value
    return parsed.code if parsed else None
