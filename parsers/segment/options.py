"""Find the diplomas of one page, and the part of the page that belongs to each.

209 known diplomas stand on 182 addresses. A page may name its options in several places: a table,
lines, headings, groups of labels, its title. The first true set of options is taken, completed with
what other places say of the same options. What no option has for itself belongs to all of them.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set

from parsers.model.blocks import Part, joined
from parsers.model.blocks import lines_of as lines_of_parts
from parsers.model.file_types import is_file
from parsers.segment.labelled_options import of_groups, of_tables
from parsers.segment.option_headings import of_headings
from parsers.segment.option_line_breaks import lines_apart, options_with_values
from parsers.segment.option_lines import (
    RNCP_BEHIND,
    Line,
    is_lettered_name,
    lines_of,
    says_others,
)
from parsers.segment.option_mentions import (
    OPT,
    Mention,
    announces,
    around_codes,
    is_file_of_option,
    is_marked,
    lettered_names,
    may_list,
    mentions_of,
    names_of_sentence,
    options_of_orders,
)
from parsers.segment.option_parts import with_parts_below
from parsers.segment.option_values import names_below_labels, value_of_each, values_below_labels
from parsers.segment.page_diplomas import (
    OPTION,
    OPTIONS_IN_TITLE,
    Split,
    Variant,
    behind_title,
    has_option_word,
    letter,
    named_option,
    option,
    told_apart,
    without_options,
)
from parsers.segment.pieces import Piece
from parsers.segment.tables import Grid
from schema.code import IN_TEXT, CodeScolarite, codes_in, placed_codes
from schema.issues import Issue, unlabelled
from schema.text import clean, fold, has_any, has_digit, same_length
from schema.title import begins_with_type, read_title

_WORDS = ("option", "opt. ")
# "Option lumière", "Option : lumière", but neither "Option facultative : …" nor "Options : …"
_WORDED = re.compile(
    r"(?:[–—-] )?option(?: ?[:–—-])? (?!facultati|obligatoire|au choix)(?:[«“\"]\s?)?[^\W\d_]{3}",
    re.IGNORECASE,
)
_WORDED_FACT = re.compile(rf"(?<![^\s;(]){_WORDED.pattern}[^,;:()]{{0,60}}[,;:(]", re.IGNORECASE)
_TYPE_AND_GROUP = 6  # characters of a code
_LIKE_CODE = re.compile(r"\d{3}\W?\d{2}")
# a line that only says that options follow, or the letter of one
_LEAD = re.compile(r"(?:\w+ )?options?\s*:?|option [A-H]", re.IGNORECASE)
# "Option A : cuir, 320-22318N, 37464", whose code is "#"
_BARE_NUMBER = re.compile(r"#\s?[A-Z]?,?\s+(\d{3,6})(?=\W*$|\s?;|\.\s)")
_NAMED = re.compile(r"\b(?:[Oo]ption|OPTION) ([A-H]|[a-h](?= ?[:–—-]\s|\)))(?![\w'’])")
_NEXT_SENTENCE = re.compile(r"(?<!\b[JB]\.O)\. ")
_IN_BRACKETS = re.compile(r"\([^()]{0,60}\boption", re.IGNORECASE)
_SEVERAL = re.compile(r"\boptions\b", re.IGNORECASE)
# "A - cuir : 2012"
_LETTERED_FACT = re.compile(r"(?P<name>[A-H] ?[:–—-] [^:()–—]{3,80}?)(?:\s*[:(]|\s[–—-]\s)(?=.)")
_FIRST_LETTERS = frozenset({"A ", "A:", "B ", "B:"})
# The first letter of options where the word does not stand beside it
_LETTERED = re.compile("A(?: ?:| [-–—])")
# Where options are named on one page: more is a list of other things, and would take long.
_MOST_PLACES = 20
_MOST_OPTIONS = 100  # a page of more than 40 diplomas is refused
_Lines = list[tuple[Line, list[Mention]]]


def variants(pieces: list[Piece], title: str, tables: list[Grid], level: int) -> Split:
    """Return the diplomas of a page with the title `title`, in a heading of that level or none.

    Options that none of them is, by their letters or names, are an issue.
    """
    may_name_options = _may_name_options(pieces)
    split = _divided(pieces, title, tables, level, may_name_options)
    if len(split.variants) == 1 and not split.issues and _SEVERAL.search(title):
        return _undivided(split, title, None)
    if "option" in without_options(title).lower():
        return split
    letters = {variant.option for variant in split.variants}
    types = read_title(title).types
    holders = [
        piece
        for piece in (pieces if may_name_options else ())
        if has_option_word(piece.text)
        # "BTS X, option A ou option B" on the page of a bac pro
        and not (types and (others := read_title(piece.text).types) and not others & types)
    ]
    named = [(p, found[1].lower()) for p in holders for found in _NAMED.finditer(p.text)]
    untold = [(piece, each) for piece, each in named if each not in letters]
    is_told = any(told.field == "title" for told in split.issues)
    if not untold and len(split.variants) == 1:
        # "Option osier" and "Option rotin", the names of two files
        links = [(p, part.text) for p in holders for part in p.parts if part.href]
        named = [(p, fold(t)) for p, t in links if _WORDED.match(_behind(title, clean(t)))]
        # "option lumière, 2004 ; option son, 2005"
        facts = (p for p in holders if has_digit(p.text) and p.text.lower().count("option ") > 1)
        named += [(p, fold(found[0])) for p in facts for found in _WORDED_FACT.finditer(p.text)]
        untold = named = named or _lettered(pieces)
    if is_told or not untold or len({each for _, each in named}) < 2:
        return split
    piece = untold[0][0]
    return _undivided(split, piece.text[:200], piece.block.place)


def _lettered(pieces: list[Piece]) -> list[tuple[Piece, str]]:
    """Return the lines `A - cuir`, `B - textile` and so on, with a fact behind each name."""
    holders = [p for p in pieces if p.text[:2] in _FIRST_LETTERS and p.entry is None]
    lines = [(p, line) for p in holders for line in p.lines]
    found = [(p, mark["name"]) for p, line in lines if (mark := _LETTERED_FACT.match(line))]
    are_options = len(found) > 1 and [name[0] for _, name in found[:2]] == ["A", "B"]
    return found if are_options and all(is_lettered_name(name) for _, name in found) else []


def _undivided(split: Split, text: str, place: str | None) -> Split:
    """Return the diplomas of a page with an issue on options that are not told apart."""
    remark = unlabelled("title", text, "options that are not told apart", place)
    return split._replace(issues=(*split.issues, remark))


def _divided(
    pieces: list[Piece], title: str, tables: list[Grid], level: int, may_name_options: bool
) -> Split:
    pieces = lines_apart(options_with_values(pieces)) if may_name_options else pieces
    naming = lines_of(pieces) if may_name_options else ()
    lines = [(line, mentions_of(line, title)) for line in naming]
    named, coded = (
        [with_parts_below(found, pieces) for found in itertools.islice(sets, _MOST_PLACES)]
        for sets in (_named(lines), _coded(lines, title))
    )
    tabled, titled = of_tables(tables), of_title(title)
    base = without_options(title) if titled or _SEVERAL.search(title) else title
    if len(tabled) == 1 or _are_versions(tabled):  # the present diploma beside the former one
        return split_among(pieces, tabled, base)
    headed, grouped = of_headings(pieces, title, level), of_groups(pieces)
    valued = names_below_labels(pieces) if may_name_options else []
    of_values = [Mention(name, None, (Line(name, (piece,)),)) for name, piece in valued]
    sets = [tabled, *coded, headed, grouped, of_values, titled]
    for found in filter(None, sets):
        whole = _completed(found, [*sets, *named])
        if _are_options(whole) and not any(_letters(whole) < _letters(each) for each in named):
            split = split_among(pieces, whole, base)
            are_named = found is titled or any(map(_is_apart, whole)) or _are_worded(whole, lines)
            if _is_type_alone(title) or are_named:
                return split
            names = " | ".join(variant.title for variant in split.variants)
            detail = "options without a code or letter"
            return _told(pieces, names, detail, split.variants[0].place)
    one = Split(pieces, (Variant(()),))
    return one if "option" in title.lower() else _of_names(one, lines, named, title)


def _are_versions(found: list[Mention]) -> bool:
    """Return whether codes alone tell rows, all of one type and NSF group: no list of diplomas."""
    groups = {(mention.code or "")[:_TYPE_AND_GROUP] for mention in found}
    return len(groups) == 1 and "" not in groups and not any(mention.name for mention in found)


def _may_name_options(pieces: list[Piece]) -> bool:
    """Return whether lines may name options: by the word, by letters or by two codes.

    Most pages have no such line, and are not divided into lines then.
    """
    lines = [f"{piece.label} {piece.text}" for piece in pieces]
    whole = " | ".join(lines)
    # far cheaper than without capitals
    may_hold_word = has_any(whole, ("ption", "PTION", "pt. "))
    if (may_hold_word and has_any(same_length(whole), _WORDS)) or _LETTERED.search(whole):
        return True
    numbered = " | ".join(filter(has_digit, lines))
    return len({code for _, _, code in placed_codes(numbered)}) > 1


def of_title(title: str) -> list[Mention]:
    """Read `… option A signalétique, option B décor peint`: one diploma each."""
    if _IN_BRACKETS.search(title):
        title = title.removesuffix(")")
    start = OPTIONS_IN_TITLE.search(title)
    named = lettered_names(title[start.start() :]) if start else []
    codes = [codes_in(name) for name in named]
    if len(named) > 1 and all(len(own) == 1 for own in codes):
        return [Mention(name, own[0]) for name, own in zip(named, codes, strict=True)]
    if len(named) < 2:
        named = names_of_sentence(title, title)
    return [Mention(name) for name in named] if len(named) > 1 else []


def _coded(lines: _Lines, title: str) -> Iterator[list[Mention]]:
    """Yield the options with a code each of each section.

    Nothing where an option's code is misspelt, which is not to be lost among the others.
    """
    for _, section in itertools.groupby(lines, lambda read: read[0].place.section):
        coded: list[Mention] = []
        told: set[str] = set()
        for line, mentions in section:
            if mentions and mentions[0].code:
                coded += mentions
                told.add("option" if announces(line.text) else line.place.told)
            elif _LIKE_CODE.search(line.text) and OPTION.match(_behind(title, line.text)):
                return
        is_whole = "option" in told or ("code" in told and len(coded) > 1)
        if not is_whole and not _are_alike(coded, title, lines[0][0]):
            marked = [mention for mention in coded if is_marked(_behind(title, mention.name))]
            # "mention de l'option : A (500-22434), B (500-22435)", whose A is not read
            counts = [Counter(map(id, (m.lines[0] for m in each))) for each in (coded, marked)]
            is_part = any(counts[0][line] > count for line, count in counts[1].items())
            coded = [] if is_part else marked
        if len(coded) > 1:
            yield coded


def _are_alike(coded: list[Mention], title: str, first: Line) -> bool:
    """Return whether lines below the title hold a name and a code of its type each, all alike.

    `first`: the first line below the title; the codes from there on may be of different groups of
    specialities.
    """
    lines = [line for mention in coded for line in mention.lines]
    alike = 3 if lines[:1] == [first] else 6
    groups = {(mention.code or "")[:alike] for mention in coded}
    code = CodeScolarite.parse(coded[0].code or "").value if len(groups) == 1 else None
    whole = read_title(title)
    return (
        code is not None
        and code.diploma_type in whole.types
        and not whole.is_type_alone
        and not any(read_title(mention.name).types for mention in coded)
        and not any(line.place.is_apart for line in lines)
        and all(
            piece.kind == "item" or piece.block.cell is not None or len(piece.lines) > 1
            for line in lines
            for piece in line.pieces
        )
    )


def _behind(title: str, text: str) -> str:
    """Return a text without the page's title before it."""
    begins = bool(title) and same_length(text).startswith(same_length(title))
    return clean(text[len(title) :]) if begins else behind_title(title, text)


def _named(lines: _Lines) -> list[list[Mention]]:
    """Return the options without codes: of a line that names several, else of all single lines."""
    uncoded = [mentions for line, mentions in lines if mentions and mentions[0].code is None]
    # what files are called counts where nothing else names options
    uncoded = [m for m in uncoded if not is_file_of_option(m[0].lines[0].text)] or uncoded
    singles: list[Mention] = []
    again: list[Mention] = []  # below which their files may stand
    for mention in (mentions[0] for mentions in uncoded if len(mentions) == 1):
        if len(singles) > _MOST_OPTIONS:
            break
        known = next(
            (each for each in (singles, again) if not any(_is_again(mention, b) for b in each)),
            None,
        )
        if known is not None:
            known.append(mention)
    sets = [*(mentions for mentions in uncoded if len(mentions) > 1), singles]
    sets += [again] if again else []
    of_orders = options_of_orders(line for line, _ in lines)
    return [found for found in [*sets, of_orders] if _are_options(found)]


def _is_again(mention: Mention, before: Mention) -> bool:
    """Return whether an option is named once more, as above its files: by its letter or in full."""
    key, names = letter(mention.name), [fold(_own_name(each)) for each in (mention, before)]
    is_same = len(names[0]) == 1 or names[0] == names[1]
    return bool(key) and key == letter(before.name) and is_same


def _own_name(mention: Mention) -> str:
    """Return the name of an option without that word: *A* of *Option A :*."""
    return OPTION.sub("", mention.name).strip(" :.–-")


def _are_options(found: list[Mention]) -> bool:
    """Return whether mentions are several options: named, none twice, by letters or with codes."""
    letters = [named for mention in found if (named := letter(mention.name))]
    codes = {mention.code for mention in found} - {None}
    are_coded = len(codes) == len(found)
    if len(codes) == 1 and any(has_digit(mention.name) for mention in found):
        return False  # versions of one diploma: "2003", "2008"
    return (
        1 < len(found) == len({(mention.code, fold(mention.name)) for mention in found})
        and bool(found[0].name or found[0].own)
        and all(mention.name for mention in found[1:])
        and (letters if not are_coded else sorted(letters)) == sorted(set(letters))
    )


def _is_apart(mention: Mention) -> bool:
    """Return whether an id can tell an option by what is published: a letter, a code or a type."""
    own = (piece.text for piece in mention.own)
    is_named = letter(mention.name) or mention.code or read_title(mention.name).types
    return bool(is_named) or any(map(codes_in, own))


def _are_worded(found: list[Mention], lines: _Lines) -> bool:
    """Return whether each option is named by that word: *Option lumière*, *Option son*.

    No other of the page's lines begins with it: `OPTIONS SERTISSAGE`, by a slip.
    """
    names = [fold(_own_name(mention)) for mention in found]
    others = (line for line, _ in lines if OPTION.match(line.text))
    return all(map(_is_worded, found)) and all(
        _LEAD.fullmatch(line.text)
        or any(part.href for piece in line.pieces for part in piece.parts)
        or any(name in fold(line.text) for name in names)
        for line in others
    )


def _is_worded(mention: Mention) -> bool:
    """Return whether an option is named by that word, before its name or as a label."""
    piece = mention.lines[0].pieces[0]
    is_value = piece.entry is not None and "option" in (
        piece.entry.field,
        *fold(piece.label).split(),
    )
    return bool(_WORDED.match(mention.name)) or is_value


def _letters(found: list[Mention]) -> set[str | None]:
    return {letter(mention.name) for mention in found}


def _completed(found: list[Mention], sets: Iterable[list[Mention]]) -> list[Mention]:
    """Add to options the names, codes and parts that other places give the same options.

    They have the same letters or names; codes alone are in the order of the options.
    """
    for other in sets:
        keyed = {_key(mention): mention for mention in other}
        if not any(mention.name for mention in found):
            keyed = dict(zip(map(_key, found), other, strict=False))
        if other is found or len(other) != len(found) or set(keyed) != set(map(_key, found)):
            continue
        pairs = [(mention, keyed[_key(mention)]) for mention in found]
        own = {id(piece) for mention in found for piece in mention.own}
        found = [
            Mention(
                mention.name if len(_own_name(mention)) > 1 else further.name,
                mention.code or further.code,
                mention.lines + further.lines,
                (*mention.own, *(p for p in further.own if not (mention.own and id(p) in own))),
            )
            for mention, further in pairs
        ]
    return found


def _key(mention: Mention) -> str:
    """Return what tells options of a page apart: the letter, else the name, else the code."""
    return letter(mention.name) or fold(_own_name(mention)) or mention.code or ""


def _written(mention: Mention) -> set[str]:
    """Return what an option may be called: by its letter, its name or both, folded."""
    own = fold(_own_name(mention))
    key = letter(mention.name)
    return {own, *([key, own.removeprefix(f"{key} ")] if key else [])} - {""}


def split_among(pieces: list[Piece], found: list[Mention], title: str) -> Split:
    """Give each option its own pieces, and all of them the others that do not only name options."""
    pieces, below = values_below_labels(pieces, [_written(mention) for mention in found])
    naming: dict[int, list[str]] = defaultdict(list)
    named: dict[int, set[int]] = defaultdict(set)  # options of which lines stand in a piece
    for number, mention in enumerate(found):
        for line in mention.lines:
            for piece in line.pieces:
                naming[id(piece)].append(line.text)
                named[id(piece)] |= {number} if line.text else set()
    owned = {id(piece) for mention in found for piece in mention.own}
    codes = {mention.code for mention in found}
    shared: list[Piece] = []
    for piece, follower in itertools.zip_longest(pieces, pieces[1:]):
        is_lead = piece.entry is None or id(follower) in naming
        if id(piece) not in owned and not (is_lead and _only_leads(piece)):
            is_of_several = len(named[id(piece)]) > 1
            shared += _rest(piece, naming.get(id(piece), []), codes, is_of_several)
    keys = [_key(mention) for mention in found]
    each: list[tuple[Piece, dict[str, Piece]]] = []
    in_text = False  # which is kept as published
    for piece, follower in itertools.zip_longest(shared, shared[1:]):
        in_text = piece.entry.kind == "text" if piece.entry else in_text and piece.kind != "heading"
        is_whole = in_text or id(piece) in naming or _names_file_beside(piece, follower)
        each.append((piece, {} if is_whole else value_of_each(piece, keys)))
    shared = [piece for piece, values in each if not values]
    variants = []
    for mention, values_below in zip(found, below, strict=True):
        holders = [piece for line in mention.lines for piece in line.pieces]
        place = holders[0].block.place if holders else ""
        # a line that names one option alone has links of it
        linked = (
            piece for piece in dict.fromkeys(holders)
            if len(named[id(piece)]) < 2 and any(part.href for part in piece.parts)
        )  # fmt: skip
        told = (values[key] for _, values in each if (key := _key(mention)) in values)
        own = (
            *linked,
            *_numbers(mention),
            *(piece for piece in mention.own if id(piece) not in naming),
            *values_below,
            *told,
        )
        made = option(title, mention.name, mention.code, place, own)
        variants.append(made if mention.name or mention.code else Variant(own))
    shared, variants = _with_lines(shared, variants)
    return Split(shared, told_apart(variants), tuple(_bare_numbers(found)))


def _names_file_beside(piece: Piece, follower: Piece | None) -> bool:
    """Return whether the next cell of a cell's row is a link to a file, which the cell names."""
    if piece.block.cell is None or follower is None or follower.block.cell is None:
        return False
    in_row = piece.block.cell[:2] == follower.block.cell[:2] and not piece.block.has_link
    return in_row and is_file(follower.block.only_link)


def _with_lines(shared: list[Piece], variants: list[Variant]) -> tuple[list[Piece], list[Variant]]:
    """Give options the lines of links that their names lead: `Annexes option A : I, II`."""
    left: list[Piece] = []
    own: dict[int, list[Piece]] = defaultdict(list)
    for piece in shared:
        names = has_option_word(piece.text) or _LETTERED_FACT.match(piece.text)
        is_worded = names and any(part.href for part in piece.parts)
        lines = lines_of_parts(piece.parts) if is_worded and piece.entry is None else []
        leads = [_lead(line) for line in lines]
        owners = [named_option(lead, variants) if lead else None for lead in leads]
        if not any(owners) or not all(leads):
            left.append(piece)
            continue
        for owner, line in zip(owners, lines, strict=True):
            part = piece._replace(text=clean(joined(line)), parts=line)
            (own[id(owner)] if owner else left).append(part)
    return left, [v._replace(pieces=(*v.pieces, *own[id(v)])) for v in variants]


def _lead(line: tuple[Part, ...]) -> str:
    """Return the words before the first link of a line."""
    before = itertools.takewhile(lambda part: not part.href, line)
    return clean(joined([*before])).strip(" :-–•")


def _numbers(mention: Mention) -> Iterator[Piece]:
    """Yield what the lines of an option say of its number in the register, behind its code."""
    for line in mention.lines if mention.code else ():
        if number := RNCP_BEHIND.search(line.text or line.pieces[0].text):
            text = number[0].strip(" –-,")
            yield Piece("text", line.pieces[0].block, None, "", text, (Part(text),))


def _bare_numbers(found: list[Mention]) -> Iterator[Issue]:
    """Yield an issue for each line with numbers behind codes, which no word names."""
    stated = " ".join(own.text for mention in found for own in mention.own)
    lines = {line.text: line for mention in found for line in mention.lines}
    for text, line in lines.items():
        numbers = _BARE_NUMBER.findall(IN_TEXT.sub("#", text))
        if any(number not in stated for number in numbers):
            place, detail = line.pieces[0].block.place, "a number that no word names"
            yield unlabelled("rncp_codes", text[:200], detail, place)


def _rest(
    piece: Piece, texts: list[str], codes: Set[str | None], is_of_several: bool
) -> list[Piece]:
    """Return what a piece says beside the lines `texts`, which name options with these `codes`.

    All that is a code's value or holds links of several options; nothing that an option owns.
    """
    names = set(texts)
    has_link = any(part.href for part in piece.parts)
    if not names or (has_link and is_of_several):
        return [piece]
    lines = list(zip(lines_of_parts(piece.parts), piece.lines, strict=True))
    if len(lines) == 1 or "" in names:
        if codes.isdisjoint(codes_in(piece.text)):
            unlinked = joined(tuple(part for part in piece.parts if not part.href))
            return [piece] if _NEXT_SENTENCE.search(OPT.sub("", OPTION.sub("", unlinked))) else []
        text = "" if has_link else around_codes(piece.text)
        return [Piece("text", piece.block, None, "", text, (Part(text),))] if text else []
    left = [line for line, text in lines if text not in names and not _LEAD.fullmatch(text)]
    if left and all(any(part.href for part in line) for line in left):
        return []  # the files of the option above them
    parts = tuple(part for line in left for part in line)
    return [piece._replace(text=clean(joined(parts)), parts=parts)] if left else []


def _only_leads(piece: Piece) -> bool:
    """Return whether a piece only says that options follow: *Deux options :*, a label alone."""
    if piece.entry is None:
        return not piece.block.has_link and bool(_LEAD.fullmatch(piece.text))
    return piece.kind == "label" and piece.entry.field in {"code", "option"}


def _of_names(one: Split, lines: _Lines, named: list[list[Mention]], title: str) -> Split:
    """Divide a page of one code, or without any, among the options that it names.

    Of several sets of options (`named`) the first on the page counts. Without a code or letters, or
    where it is not clear how many there are, the page stays one diploma's, and an issue tells of
    the options.
    """
    announced = [
        line
        for line, _ in lines
        if (line.text and line.place.told == "option")
        or announces(line.text)
        or may_list(line.text)
    ]
    if not named and not announced:
        return one
    texts = (line.text for line, _ in lines)
    own = (text for text in texts if not (says_others(text) or _is_of_another(text, title)))
    codes = {code for text in own for code in codes_in(text)}
    if len(codes) > 1:
        return one
    if not named:
        first = announced[0]
        detail = "options, in no form that tells where each ends"
        return _told(one.shared, first.text[:200], detail, first.pieces[0].block.place)
    found = _completed(named[0], named)
    split = split_among(one.shared, found, title)
    is_clear = (
        found[0].lines == found[1].lines
        or all(letter(mention.name) or mention.lines[0].place.told == "option" for mention in found)
        or (_are_worded(found, lines) and _stand_together(found, one.shared))
    )
    if _is_type_alone(title) or is_clear:
        return split
    names = " | ".join(variant.title for variant in split.variants)
    detail = "options without a code or letter"
    parts = dict.fromkeys(piece for variant in split.variants for piece in variant.pieces)
    return _told([*split.shared, *parts], names, detail, split.variants[0].place)


def _stand_together(found: list[Mention], pieces: list[Piece]) -> bool:
    """Return whether options are the lines of a paragraph, or paragraphs or items in a row."""
    numbers = {id(piece): number for number, piece in enumerate(pieces)}
    lines = (line for mention in found for line in mention.lines)
    at = sorted({numbers.get(id(line.pieces[0]), -1) for line in lines})
    return at[0] >= 0 and at == [*range(at[0], at[0] + len(at))]


def _is_of_another(text: str, title: str) -> bool:
    """Return whether a line begins with the title of another diploma: a link beside the page."""
    return begins_with_type(text) and fold(read_title(title).name) not in fold(text)


def _told(pieces: list[Piece], names: str, detail: str, place: str) -> Split:
    """Return one diploma, and an issue with the options that it does not tell apart."""
    return Split(pieces, (Variant(()),), (unlabelled("title", names, detail, place),))


def _is_type_alone(title: str) -> bool:
    """Return whether a title is that of a type without specialities: `DTMS`."""
    read = read_title(re.sub(r"\s*\([A-Z]+\)$", "", title))
    return read.is_type_alone and read.types == {"OTHER"}
