"""Find the headings and lines at which the parts of options begin."""

import itertools
import re
from collections import Counter

from parsers.model.blocks import lines_of
from parsers.model.file_types import is_file, is_page
from parsers.segment.option_lines import is_lettered_name, is_of_others, says_others
from parsers.segment.option_mentions import coded, without_files
from parsers.segment.page_diplomas import (
    LONGEST,
    OPTION,
    OPTION_LETTER,
    behind_title,
    has_option_word,
)
from parsers.segment.pieces import Piece, value_of
from parsers.segment.stated_facts import OF_DIPLOMA, is_bold, kind_of_fact, whole_code
from parsers.segment.tables import heads_diploma
from parsers.segment.title_words import is_name_line
from schema.code import IN_TEXT, placed_codes
from schema.text import clean, fold, has_digit
from schema.title import begins_with_type, read_title
from schema.vocabulary import page_words

_FILE = page_words("file above the title")
_OF_EXAMINATION = re.compile(
    r"(?:\W*options?\b\W*)?(?:facultati|obligatoire|au choix)|\W*options\b", re.IGNORECASE
)
_FACTS = {"code", "file", "rncp", "rncp_codes", "documents", *OF_DIPLOMA}
_BEFORE_CODE = re.compile(r"(?:codes?\b|\d\d)|option d(?:u|e l[ae]?)\b")
_MARKS = frozenset(" :–—-")  # behind a letter
# "options A, B et C" behind the title, or above what is common to them
_LETTERS = re.compile(r"options? [A-H](?:(?:,|/| et| ou| -| à) ?[A-H])+", re.IGNORECASE)


def option_starts(pieces: list[Piece], title: str, level: int) -> list[int]:
    """Return the numbers of the pieces that begin an option each.

    `level`: of the title's heading.
    """
    starts = [number for number, piece in enumerate(pieces) if _begins(piece, title)]
    starts = starts if len(starts) > 1 else _items_with_facts(pieces, title) or starts
    starts = starts or _titles_again(pieces, title, level)
    heads = _bare_heads(pieces)
    # "A - Chaudronnerie" above "Code de l'option A : 500-22434"
    is_above = [number + 1 for number in heads] == starts
    starts = heads if heads and (len(starts) < 2 or is_above) else starts
    return _without_columns(pieces, _without_heads_of_others(pieces, starts)) if starts else []


def _without_heads_of_others(pieces: list[Piece], starts: list[int]) -> list[int]:
    """Leave out the options right below a label of other diplomas: *Remplacé par*."""
    others: set[int] = set()
    for number in starts:
        label = pieces[number - 1] if number else None
        if label and (number - 1 in others or _heads_other(label, pieces[number])):
            others.add(number)
    return [number for number in starts if number not in others]


def _heads_other(label: Piece, option: Piece) -> bool:
    """Return whether an option stands below a label of other diplomas, and no name of a column."""
    if label.kind != "label" or not is_of_others(label):
        return False
    cell, place = label.block.cell, option.block.cell
    return not (cell and place) or cell[:2] == place[:2] or cell.column == place.column


def _without_columns(pieces: list[Piece], starts: list[int]) -> list[int]:
    """Leave out titles that head columns beside each other: no part of the page begins there."""
    blocks = [block for number in starts if (block := pieces[number].block).cell]
    cells = {b.cell for b in blocks if b.cell and (b.cell.header or heads_diploma(b))}
    rows = Counter(cell[:2] for cell in cells)
    return [
        number
        for number in starts
        if not (cell := pieces[number].block.cell)
        or rows[cell[:2]] < 2
        or not begins_with_type(pieces[number].text)
    ]


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
    boxes = boxes_of_heads(pieces, starts)
    if len(starts) > 1 and all(len(box) > 1 for box in boxes):
        return starts
    is_plain = all(_is_plain_name(pieces[number]) for number in named)
    below = [pieces[a + 1 : b] for a, b in itertools.pairwise([*named, len(pieces)])]
    have_facts = all(any(kind_of_fact(p) in _FACTS for p in part) for part in below)
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


def boxes_of_heads(pieces: list[Piece], starts: list[int]) -> list[range]:
    """Return for each head the places of the pieces in the largest element with no other head."""
    held = Counter(each for number in starts for each in {*_elements(pieces[number])})
    return [_box_of_head(pieces, number, held) for number in starts]


def _box_of_head(pieces: list[Piece], head: int, held: Counter[object]) -> range:
    """Return the places of the pieces in the largest element that holds one head.

    `held`: how many heads stand in each element.
    """
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
        if is_lettered and below and kind_of_fact(below) in _FACTS:
            above_facts[number] = piece.text[0]
        if piece.kind == "item":
            continue
        name = OPTION.sub("", piece.text).rstrip(" :")
        is_head = piece.block.strong or piece.block.level
        is_above_code = below and (
            (below.entry and below.entry.field == "code") or (is_head and code_below(below))
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


def code_below(piece: Piece) -> str | None:
    """Return the code that a line below an option's name begins with: `Code 500-22434, session …`.

    Or that it gives *Option du CAP X*.
    """
    is_lead = piece.entry is None and has_digit(piece.text) and _BEFORE_CODE.match(fold(piece.text))
    codes = placed_codes(piece.text) if is_lead else ()
    is_own = len(codes) == 1 and not says_others(piece.text[: codes[0][0]])
    return codes[0][2] if is_own else None


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
    return next((code for value in values if value and (code := whole_code(value.text))), None)


def has_name_of(text: str, title: str) -> bool:
    """Return whether a text has a type's words and the name of the page's title."""
    read, named = (read_title(clean(IN_TEXT.sub("", each))) for each in (text, title))
    return bool(read.types) and fold(read.name) == fold(named.name) != ""


def _begins(piece: Piece, title: str) -> bool:
    """Return whether a piece begins an option: by the word, a code, or a title of the page's type.

    It is set off; an option with a letter need not be.
    """
    is_set_off = piece.kind == "heading" or piece.block.strong or piece.block.level > 0
    is_set_off = is_set_off or (len(piece.block.lines) > 1 and is_bold(piece))
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
    text, code = head_and_code(piece)
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
    return not (is_again or is_document) and (is_titled or has_name_of(text, title))


def _is_above_files(piece: Piece) -> bool:
    """Return whether a piece is the first line of its paragraph, and the others link to files."""
    if not piece.block.has_link or piece.block.kind == "item":
        return False
    first, *others = piece.block.lines
    is_first = piece.block.text.startswith((piece.label or piece.text).partition(" ")[0])
    files = [any(is_file(part.href) for part in line) for line in (first, *others)]
    return is_first and not files[0] and bool(others) and all(files[1:])


def head_and_code(piece: Piece) -> tuple[str, str | None]:
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
