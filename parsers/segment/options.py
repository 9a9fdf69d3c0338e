"""Find the diplomas of one page, and the part of the page that belongs to each.

209 known diplomas stand on 182 addresses. A page may name its options in several places: a table,
lines, headings, groups of labels, its title. The first true set of options is taken, completed with
what other places say of the same options. What no option has for itself belongs to all of them.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from parsers.model.blocks import joined
from parsers.model.blocks import lines_of as lines_of_parts
from parsers.segment.labels import Piece, value_of
from parsers.segment.option_mentions import (
    Line,
    Mention,
    is_marked,
    lettered_names,
    lines_of,
    mentions_of,
)
from parsers.segment.option_parts import of_groups, of_headings, of_tables
from parsers.segment.page_diplomas import (
    OF_OTHERS,
    OPTION,
    Split,
    Variant,
    lettered,
    option,
    without_options,
)
from parsers.segment.tables import Grid
from schema.code import CodeScolarite, codes_in
from schema.issues import IssueCode, issue
from schema.text import clean, fold, same_length
from schema.title import read_title

_IN_TITLE = re.compile(r"\b[Oo]ptions?\s+(?=[A-Z]\b(?!['’]))")
_LIKE_CODE = re.compile(r"\d{3}\W?\d{2}")
# a line that only says that options follow, or the letter of one
_LEAD = re.compile(r"(?:\w+ )?options?\s*:?|option [A-H]", re.IGNORECASE)
_Lines = list[tuple[Line, list[Mention]]]


def variants(pieces: list[Piece], title: str, tables: list[Grid], level: int) -> Split:
    """Return the diplomas of a page with the title `title`, in a heading of that level or none."""
    lines = [(line, mentions_of(line, title)) for line in lines_of(pieces)]
    titled, named = of_title(title), _named(lines)
    sets = [
        of_tables(tables),
        *_coded(lines, title),
        of_headings(pieces, title, level),
        of_groups(pieces),
        titled,
    ]
    base = without_options(title) if titled else title
    if len(sets[0]) == 1:  # the present one of a table
        return split_among(pieces, sets[0], base)
    for found in sets:
        whole = _completed(found, [*sets, *named])
        if _are_options(whole):
            return split_among(pieces, whole, base)
    if "option" in title.lower():
        return Split(pieces, (Variant(()),))
    return _of_names(pieces, lines, named, title) or Split(pieces, (Variant(()),))


def of_title(title: str) -> list[Mention]:
    """Read `… option A signalétique, option B décor peint`: one diploma each."""
    start = _IN_TITLE.search(title)
    named = lettered_names(title[start.start() :]) if start else []
    return [Mention(name) for name in named] if len(named) > 1 else []


def _coded(lines: _Lines, title: str) -> Iterator[list[Mention]]:
    """Yield the options with a code each of each section.

    Nothing where an option's code is misspelt, which is not to be lost among the others.
    """
    for _, section in itertools.groupby(lines, lambda pair: pair[0].section):
        options: list[Mention] = []
        for is_coded, run in itertools.groupby(section, _is_coded):
            read = list(run)
            if is_coded and _name_options(read, title):
                options += [mention for _, mentions in read for mention in mentions]
            behind = (_behind_title(line.text, title) for line, _ in read if not is_coded)
            if any(is_marked(text) and _LIKE_CODE.search(text) for text in behind):
                return
        yield options


def _is_coded(read: tuple[Line, list[Mention]]) -> bool:
    return bool(read[1]) and read[1][0].code is not None


def _name_options(run: _Lines, title: str) -> bool:
    """Return whether lines of codes that follow each other are of options.

    They are announced, one of them says so, or all are items or rows of a name and a code of the
    page's type.
    """
    mentions = [mention for _, of_line in run for mention in of_line]
    told = {line.told for line, _ in run}
    if "option" in told or ("code" in told and len(mentions) > 1):
        return True
    if any(is_marked(m.name) or is_marked(_behind_title(m.name, title)) for m in mentions):
        return True
    prefixes = {mention.code[:3] for mention in mentions if mention.code}
    parsed = CodeScolarite.parse(mentions[0].code or "").value
    return (
        len(run) == len(mentions) > 1 == len(prefixes)
        and parsed is not None
        and parsed.diploma_type in read_title(title).types
        and not any(read_title(mention.name).types for mention in mentions)
        and all(line.pieces[0].kind == "item" or len(line.pieces) > 1 for line, _ in run)
    )


def _behind_title(name: str, title: str) -> str:
    """Return what stands behind the page's title in a name that begins with it."""
    start = same_length(title)
    return clean(name[len(start) :]) if start and same_length(name).startswith(start) else ""


def _named(lines: _Lines) -> list[list[Mention]]:
    """Return the options without codes: of a line that names several, else of all single lines."""
    uncoded = [mentions for line, mentions in lines if mentions and mentions[0].code is None]
    singles = [mentions[0] for mentions in uncoded if len(mentions) == 1]
    sets = [*(mentions for mentions in uncoded if len(mentions) > 1), singles]
    return [found for found in sets if _are_options(found)]


def _are_options(found: list[Mention]) -> bool:
    """Return whether mentions are several options: with names, none twice, letters in order."""
    letters = [mention.letter for mention in found if mention.letter]
    keys = {(mention.code, fold(mention.name)) for mention in found}
    return (
        1 < len(found) == len(keys)
        and all(mention.name or mention.own for mention in found)
        and letters == sorted(set(letters))
    )


def _completed(found: list[Mention], sets: Iterable[list[Mention]]) -> list[Mention]:
    """Add to options the names, codes and parts that other places give the same options."""
    for other in sets:
        if other is not found and len(other) == len(found) and (same := _same(found, other)):
            found = [
                mention._replace(
                    name=mention.name if len(OPTION.sub("", mention.name)) > 1 else further.name,
                    code=mention.code or further.code,
                    lines=mention.lines + further.lines,
                    own=mention.own or further.own,
                )
                for mention, further in zip(found, same, strict=True)
            ]
    return found


def _same(found: list[Mention], other: list[Mention]) -> list[Mention]:
    """Return the mentions of `other` in the order of `found`, if they are of the same options.

    By their letters, else by their names; codes alone are in the order of the options.
    """
    if not any(mention.name for mention in found):
        return other
    for key in (_letter, _name):
        keyed = {key(mention): mention for mention in other}
        if set(keyed) == {key(mention) for mention in found} and None not in keyed:
            return [keyed[key(mention)] for mention in found]
    return []


def _letter(mention: Mention) -> str | None:
    return mention.letter


def _name(mention: Mention) -> str | None:
    return fold(OPTION.sub("", mention.name)) or None


def split_among(pieces: list[Piece], found: list[Mention], title: str) -> Split:
    """Give each option its own pieces, and all of them the others that do not only name options."""
    lines = [line for mention in found for line in mention.lines]
    holders = Counter(id(piece) for line in lines for piece in line.pieces)
    owned = {id(piece) for mention in found for piece in mention.own}
    shared: list[Piece] = []
    for piece, follower in itertools.zip_longest(pieces, pieces[1:]):
        if id(piece) in owned or (id(follower) in holders and _only_leads(piece)):
            continue
        has_link = any(part.href for part in piece.parts)
        if id(piece) not in holders or (has_link and holders[id(piece)] > 1):
            shared.append(piece)
        else:
            shared += _rest(piece, {line.text for line in lines if piece in line.pieces})
    variants = []
    for mention in found:
        linked = (
            piece for line in mention.lines for piece in line.pieces
            if line.text and holders[id(piece)] == 1 and any(part.href for part in piece.parts)
        )  # fmt: skip
        place = mention.lines[0].pieces[0].block.place if mention.lines else ""
        own = (*linked, *(piece for piece in mention.own if id(piece) not in holders))
        named = option(title, mention.name, mention.code, place, own)
        variants.append(named if mention.name or mention.code else Variant(own))
    return Split(shared, lettered(variants))


def _rest(piece: Piece, named: set[str]) -> list[Piece]:
    """Return what a piece says beside the lines that name options; all for the value of a label."""
    lines = lines_of_parts(piece.parts)
    if piece.entry is not None:
        return [piece] if piece.entry.field == "code" else []
    if len(lines) == 1 or "" in named:
        return [piece] if ". " in piece.text and not codes_in(piece.text) else []
    left = [
        line for line, text in zip(lines, piece.lines, strict=True)
        if not text.startswith(tuple(named)) and not _LEAD.fullmatch(text)
    ]  # fmt: skip
    parts = tuple(part for line in left for part in line)
    return [piece._replace(text=clean(joined(parts)), parts=parts)] if left else []


def _only_leads(piece: Piece) -> bool:
    """Return whether a piece only says that options follow: *Deux options :*, a label alone."""
    if piece.entry is None:
        return bool(_LEAD.fullmatch(piece.text))
    return piece.kind == "label" and piece.entry.field in {"code", "option"}


def _of_names(
    pieces: list[Piece], lines: _Lines, named: list[list[Mention]], title: str
) -> Split | None:
    """Return the options that a page of one code names, each for itself; None without any.

    Without a code, or where it is not clear how many there are, the page stays one diploma's, and
    an issue tells of the options.
    """
    codes = {
        code for line, _ in lines if not OF_OTHERS.search(fold(line.text))
        for code in codes_in(line.text)
    }  # fmt: skip
    if len(codes) > 1:
        return None
    for found in named:
        is_one = found[0].lines == found[1].lines
        told = is_one or all(m.letter or m.lines[0].told == "option" for m in found)
        split = split_among(pieces, found, title)
        if _is_type_alone(title) or (codes and told):
            return split
        titles = [variant.title for variant in split.variants]
        detail = "options without a code" if told else "options without a code or letter"
        return _told(split.shared, titles, detail, split.variants[0].place)
    for number, piece in enumerate(pieces):
        if piece.entry is not None and piece.entry.field == "option":
            value = value_of(pieces, number)
            if (
                value
                and clean(value.text)
                and fold(piece.label or piece.text).startswith("options")
            ):
                detail = "options, in no form that tells where each ends"
                return _told(pieces, [value.text[:200]], detail, value.block.place)
    return None


def _told(pieces: list[Piece], names: list[str], detail: str, place: str) -> Split:
    """Return one diploma, and an issue with the options that it does not tell apart."""
    remark = issue(IssueCode.UNLABELLED_TEXT, "title", " | ".join(names), detail, place)
    return Split(pieces, (Variant(()),), (remark,))


def _is_type_alone(title: str) -> bool:
    """Return whether a title is that of a type without specialities: `DTMS`."""
    read = read_title(re.sub(r"\s*\([A-Z]+\)$", "", title))
    return read.is_type_alone and read.types == {"OTHER"}
