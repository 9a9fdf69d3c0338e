"""Divide pieces at the names of options, and find where the part of the last option ends."""

import itertools
import re
from functools import partial

from parsers.model.blocks import joined, lines_of
from parsers.model.file_types import file_name, is_file
from parsers.segment.option_mentions import Mention
from parsers.segment.page_diplomas import has_option_word, letter
from parsers.segment.pieces import Piece
from parsers.segment.stated_facts import (
    has_file,
    is_code,
    is_label_of_files,
    kind_of_fact,
    makes_diploma,
)
from schema.code import IN_TEXT, codes_in
from schema.text import clean, fold, same_length
from schema.title import read_title

_LONGEST_CODE = 120
_RUNNING = 60  # characters: longer texts describe an option, shorter ones name a code or a date
_OF_ALL = re.compile(r"\bcommun(?:e?s?)\b|\boptions\b")
_OF_PAGE = {"level", "rncp", "status"}  # as far as no option has its own
# "Ce diplôme est abrogé.": of all its options
_STATE = re.compile(
    r"\W*(?:(?:ce|le) )?diplome (?:(?:est|a ete|sera) )?"
    r"(?:abroge|supprime|(?:toujours )?en vigueur)\b"
)
_SERIAL = re.compile(r"-\d{4,6}$")  # of a file as content managers number them
_MOST_COLUMNS = 6  # whose names stand above files that are common to all options


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
        return piece.entry is None and are_files and not makes_diploma(piece)
    item = head.block.containers[:1] if head.block.kind == "item" else ()
    return not set(item).isdisjoint(piece.block.containers[1:])


def parts_at(pieces: list[Piece], starts: list[int], title: str = "") -> list[list[Piece]]:
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
    files = [number for number, piece in enumerate(last) if number and has_file(piece)]
    if not (files and within) or any(map(has_file, [*within, *(part[0] for part in parts)])):
        return len(last)
    first, own = files[0], last[files[0]]
    kinds = {kind_of_fact(piece) for piece in within} - {"", "legal_texts"}
    heads = {around for part in others for around in part[0].block.containers}
    is_boxed = any(
        around not in heads for around in own.block.containers if around in last[0].block.containers
    )
    mark = _file_mark(last[first:])
    is_named = has_option_word(own.text) or (mark and mark == letter(last[0].text))
    goes_on = any(kind_of_fact(piece) in kinds for piece in last[first:])
    if is_boxed or is_named or goes_on or own.block is last[0].block:
        return len(last)
    while first > 1 and _heads(last[first - 1]):
        first -= 1
    return first


def _heads(piece: Piece) -> bool:
    """Return whether a piece is set off, or ends in a colon, and is no fact and no order."""
    is_set_off = piece.kind in {"heading", "label"} or piece.block.strong or piece.text[-1:] == ":"
    return is_set_off and not (kind_of_fact(piece) or makes_diploma(piece) or piece.block.has_link)


def _own_fields(others: list[list[Piece]]) -> set[str]:
    """Return which of orders and documents the parts of diplomas state each for its own one."""
    pieces = [*itertools.chain.from_iterable(others)]
    found = {"legal_texts": map(makes_diploma, pieces), "documents": map(has_file, pieces)}
    return {field for field, each in found.items() if any(each)}


def _level_of_titles(parts: list[list[Piece]]) -> int:
    """Return the level of the last part's heading where other parts have headings below theirs.

    `<h2>CAP Vannier</h2><h3>Métiers</h3>`: then all headings below a title are its own. Else 0.
    """
    *others, last = parts
    level = last[0].block.level
    within = (piece.block.level for part in others for piece in part[1:])
    return level if level and any(below > level for below in within) else 0


def _end(parts: list[list[Piece]], own: set[str], level: int) -> int:
    """Return where the last option's part ends.

    `own`: fields that are each diploma's own. `level`: of titles whose further headings are.

    It is where its element or its sections end, and, of options, at orders or sessions that no
    other option has and no files of an option follow, and behind what others have in parts of one
    form.
    """
    *others, last = parts
    if all(len(part) == 1 and part[0].block is last[0].block for part in others):
        return 1  # options listed in one paragraph, and what follows them in it
    around, is_boxed = _element_of_last(parts)
    stop = _end_of_sections(parts, own, level, around)
    if own or level:
        return stop
    within = [piece for part in others for piece in part[1:]]
    if not any(map(_tells_state, within)):
        stop = next((n for n in range(1, stop) if _tells_state(last[n])), stop)
    if not (within or is_boxed or any(codes_in(part[0].text) for part in parts)):
        # options on lines of their own, and below these the code of all
        stop = next((n for n in range(1, stop) if is_code(last[n])), stop)
    # "Code : 500-22434<br>Première session : 2020" in one paragraph, below each head
    shared = {piece.block.number for piece in (last[0], *within)}
    coded = {piece.block.number for piece in last[1:] if is_code(piece)} - shared
    others_make = any(map(makes_diploma, itertools.chain.from_iterable(others)))
    orders_are_of_all = not (others_make or is_boxed)
    if orders_are_of_all:
        alone = _OF_PAGE - {piece.entry.field for piece in within if piece.entry}
        stop = _end_before_orders(last, stop, alone, coded)
    shapes = [[_shape(piece) for piece in part] for part in parts]
    if not all(shape[: len(shapes[0])] == shapes[0] for shape in shapes):
        return stop
    # the longest part that another option has alike
    alike = [shape for shape in shapes[:-1] if shapes[-1][: len(shape)] == shape]
    count = max(map(len, alike), default=len(shapes[0]))
    while count < stop and last[count].block.number in coded:
        count += 1
    if orders_are_of_all and count < len(last) and makes_diploma(last[count]):
        return min(count, stop)  # an order or session below parts of one form, and what follows it
    if is_boxed or _goes_on(within, last[count:stop]):
        return stop
    return min(_end_of_list(parts, count, stop), stop)


def _tells_state(piece: Piece) -> bool:
    """Return whether a sentence says that the diploma, and so each option, is repealed or not."""
    return piece.entry is None and bool(_STATE.match(same_length(piece.text[:_RUNNING])))


def _element_of_last(parts: list[list[Piece]]) -> tuple[int, bool]:
    """Return the element that the last option's part does not leave, and whether it is its own.

    Else it is one, such as a `dl`, that holds all heads; 0 for none.
    """
    *others, last = parts
    common = set.intersection(*(set(part[0].block.containers) for part in parts))
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
    around = next((n for n in last[0].block.containers if n in common), 0)
    return (boxes[-1], True) if is_boxed else (around, False)


def _end_of_sections(parts: list[list[Piece]], own: set[str], level: int, around: int) -> int:
    """Return where the last option's element ends, or its sections and files.

    These end at what is said to be common, at a heading that is not below the option's or at a
    section, such as no other option has at that level, and behind files, where others have no more.
    """
    *others, last = parts
    within = [piece for part in others for piece in part[1:]]
    fields = {piece.entry.field for piece in within if piece.kind == "pair" and piece.entry}
    sections = ({_section(piece) for piece in within} | fields) - {""}
    styles = {piece.style for piece in within}
    made = [(piece.block.kind, piece.block.has_link) for piece in last]
    kinds = {(piece.block.kind, piece.block.has_link) for piece in within}
    is_of_files = len(kinds) == 1 and all(has_link for _, has_link in kinds)
    # the others say more than an order, under headings that nobody knows
    is_unknown = not sections and any(
        len(piece.text) > _RUNNING and not (has_file(piece) or makes_diploma(piece))
        for piece in within
    )
    have_files = any(map(has_file, within))
    for number, piece in enumerate(last[1:], start=1):
        is_linked = any(is_file(part.href) for part in piece.block.parts)
        # "Annexes", and in the same paragraph files: of the option, where no other one has files
        ends = piece.entry and piece.entry.is_section and (have_files or not is_linked)
        is_level = 0 < piece.block.level <= (last[0].block.level or 6)
        is_new = _section(piece) not in {"", *sections, *own}
        is_new = is_new or (is_level and piece.style not in styles)
        if (piece.style in styles and has_file(piece)) or piece.block.level > level > 0:
            is_new = False  # the title of a card, which names another file
        if (
            _heads_common(piece, last[number + 1 :])
            or (around and around not in piece.block.containers)
            or ((ends or is_level) and is_new and not is_unknown)
            or (is_of_files and made[number - 1] in kinds and made[number] not in kinds)
        ):
            return number
    return len(last)


def _heads_common(piece: Piece, below: list[Piece]) -> bool:
    """Return whether a piece is *Documents communs*, alone or on the line above its files."""
    is_set_off = piece.kind in {"heading", "label"} or piece.block.strong
    near = below[:_MOST_COLUMNS]
    near = near[: 2 + sum(map(_names_column, near)) if "commun" in piece.text.lower() else 1]
    heads_files = len(piece.text) < _RUNNING and any(map(has_file, near))
    has_link = any(part.href for part in piece.parts or piece.block.parts)
    lead = clean(joined(lines_of(piece.parts)[0])) if has_link and piece.parts else piece.text
    is_head = (is_set_off or heads_files) and not has_link
    is_head = is_head or (len(lead) < len(piece.text) and not piece.parts[0].href)
    return is_head and bool(_OF_ALL.search(fold(lead)))


def _end_before_orders(last: list[Piece], stop: int, alone: set[str], coded: set[int]) -> int:
    """Return where orders and sessions begin that no files of an option follow, with their labels.

    `alone`: fields that are of all, since no other option has them. `coded`: the numbers of blocks
    with a code, in which a session is the option's.
    """
    makes = [makes_diploma(p) or bool(p.entry and p.entry.field in alone) for p in last]
    makes = [m and p.block.number not in coded for m, p in zip(makes, last, strict=True)]
    first = next((n for n in range(1, stop) if makes[n]), stop)
    of_orders = _below_orders(last, first)
    own = (n for n in range(1, stop) if has_file(last[n]) and not (makes[n] or n in of_orders))
    from_here = range(max(own, default=0) + 1, stop)
    stop = next((number for number in from_here if makes[number]), stop)
    while stop > 1 and last[stop - 1].kind == "label" and not last[stop - 1].block.has_link:
        stop -= 1
    return stop


def _goes_on(within: list[Piece], behind: list[Piece]) -> bool:
    """Return whether a piece behind parts of one form begins as one within these does.

    It says nothing of all options, and is no file without a name of one, where `within` each has.
    """
    words = {_first_word(piece) for piece in within} - {""}  # a number tells nothing
    names = ["option" in piece.text.lower() for piece in within if has_file(piece)]
    are_named = bool(names) and all(names)
    return any(
        _first_word(piece) in words
        and not _OF_ALL.search(fold(piece.text))
        # "Annexes", where each of the others' files names its option
        and not (are_named and has_file(piece) and "option" not in piece.text.lower())
        for piece in behind
    )


def _end_of_list(parts: list[list[Piece]], count: int, stop: int) -> int:
    """Return where the last option's list ends that goes on behind `count` pieces, as others have.

    That is further items of the last list, lines of its paragraph, files made alike below a label
    that each option has, and files that are named or numbered as its own are (`C_annexe1.pdf`,
    `C_annexe2.pdf`), not said to be common to all.
    """
    *others, last = parts
    blocks = [piece.block for piece in last]
    links = [b is not blocks[0] and b.has_link and b.number for b in blocks]
    lists = [
        b.containers[1:] if b.kind == "item" else n for b, n in zip(blocks, links, strict=True)
    ]
    has_labels = all(any(map(is_label_of_files, part)) for part in parts)
    mark = _file_mark(last[1:count])
    is_told = mark and mark not in {_file_mark(part[1:]) for part in others}
    of_others = {series for part in others for piece in part for series in _series(piece)}
    while count < stop and not _OF_ALL.search(fold(last[count].text)):
        goes_on_list = lists[count] and lists[count - 1] == lists[count]
        pair = last[count - 1 : count + 1]
        is_below_label = has_labels and all(map(has_file, pair)) and pair[0].style == pair[1].style
        is_named = is_told and _file_mark(pair[1:]) == mark
        is_numbered = bool(_series(pair[1]) & _series(pair[0]) - of_others)
        if not (goes_on_list or is_below_label or is_named or is_numbered):
            break
        count += 1
    return count


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


def _names_column(piece: Piece) -> bool:
    """Return whether a piece is a cell of a table's first row, without a link."""
    return piece.block.cell is not None and not (piece.block.cell.row or piece.block.has_link)


def _file_mark(part: list[Piece]) -> str:
    """Return what the names of all files of a part end in: *b* of `annexe_b-97287.pdf`."""
    links = (each.href or "" for piece in part for each in piece.parts if is_file(each.href))
    stems = (_SERIAL.sub("", file_name(link).rpartition(".")[0]) for link in links)
    marks = {re.split("[_-]", stem)[-1].lower() for stem in stems}
    return marks.pop() if len(marks) == 1 else ""


def _series(piece: Piece) -> set[str]:
    """Return how the names of the files of a piece begin, without the numbers that they end in."""
    links = (part.href for part in piece.parts if part.href and is_file(part.href))
    stems = (link.rpartition(".")[0] for link in links)
    return {stem.rstrip("0123456789") for stem in stems if stem[-1:].isdigit()}


def _section(piece: Piece) -> str:
    """Return the field or the words of a label or heading; empty for other pieces."""
    if piece.kind not in {"label", "heading"}:
        return ""
    return piece.entry.field or piece.entry.label if piece.entry else fold(piece.text)


def _shape(piece: Piece) -> tuple[str, str | None, bool]:
    if piece.kind == "item" and has_file(piece):  # one file is no list, two are
        return ("text", None, True)
    has_link = any(part.href for part in piece.parts)
    if not has_link and len(piece.text) < _LONGEST_CODE and codes_in(piece.text):
        return ("code", None, False)  # "Diplôme n° 500-22434", as "Code : 500-22434" is
    return (piece.kind, piece.entry.field if piece.entry else None, has_link)


def _first_word(piece: Piece) -> str:
    if piece.entry and piece.entry.field:  # "Code diplôme" and "Code RNCP"
        return piece.entry.field
    return fold(piece.label or piece.text).partition(" ")[0].rstrip("0123456789s")
