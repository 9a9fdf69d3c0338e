"""Divide a page without codes among the diplomas that other sources place at its address.

The page must be titled by what the titles of the diplomas have in common. Its option lines are
matched to the diplomas by their words and letters; lines of several options in one are understood
too. Nothing is divided by order or by elimination.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from parsers.model.blocks import Part
from parsers.model.expected_diploma import ExpectedDiploma
from parsers.segment.labels import Piece
from parsers.segment.page_diplomas import LONGEST, OPTION, Split, Variant, letter, option
from schema.code import codes_in
from schema.issues import Issue, IssueCode, issue
from schema.name_words import NameWords, name_words, option_part, without_option
from schema.text import fold, same_length
from schema.title import read_title

_FORMER = re.compile(r"\b(?:remplac|abrog|supprim|ancien|ex\b)")
# "Option C : couverture (abrogée par arrêté du …)": a statement behind the option's name.
_STATEMENT = re.compile(
    r"(?<![\s,;(:–-])[\s,;(:–-]+(?=(?:est |option )?(?:abrog|supprim|remplac|creee?s?\b|arret|"
    r"(?:premiere|derniere) session))"
)
# "A : cuir ; B : bois", "option A cuir, option B bois et option C papier"
_BETWEEN_OPTIONS = re.compile(
    r"\s*[;•|]\s*|(?:,|\bet\b|/)\s+(?=[Oo]ptions?\s|[A-Z]\s*[:–-]\s|[A-Z]\s+[a-zà-ÿ])"
)
_RENAMED = {"MC", "CS"}


class _Line(NamedTuple):
    """One line of the page that may name options.

    `piece`: the piece that it is, or is part of; `whole`: whether it is the whole piece.
    """

    text: str
    piece: Piece
    whole: bool

    @property
    def is_option(self) -> bool:
        return bool(OPTION.match(self.text)) and len(fold(self.text).split()) > 1


def divide(
    split: Split, body: list[Piece], title: str, expected: Sequence[ExpectedDiploma]
) -> Split:
    """Assign the expected diplomas to those in `split`, dividing a single one if need be.

    `split` comes back unchanged when the page names codes of its own, when fewer than two diplomas
    are expected, and when title and options contradict what is expected.
    """
    if len(expected) < 2 or any(variant.code for variant in split.variants) or _has_codes(body):
        return split
    if len(split.variants) > 1:
        return _recognised(split, expected)
    if not _is_common_title(title, expected):
        return split
    lines = list(_lines(body))
    named = _match(lines, expected)
    strays = [
        line.text
        for line in lines
        if line.is_option and not any(_fits(line.text, diploma) for diploma in expected)
    ]
    left_out = [diploma for diploma in expected if named and diploma.name not in named]
    used = [diploma for diploma in expected if diploma not in left_out]
    if (strays and not named) or len(used) < 2:
        return split
    parts = _parts(body, list(named.values()))
    # of several options in one line the words are no title of one
    counts = Counter(id(line) for line in named.values())
    own_lines = {name: line for name, line in named.items() if counts[id(line)] == 1}
    others = {id(line.piece) for line in lines if counts[id(line)] != 1}
    taken = {id(line.piece) for line in own_lines.values()} - others
    taken |= {id(piece) for part in parts.values() for piece in part}
    variants = [_variant(diploma, title, own_lines.get(diploma.name), parts) for diploma in used]
    shared = [piece for piece in split.shared if id(piece) not in taken]
    return Split(shared, tuple(variants), tuple(_differences(strays, left_out)))


def _variant(
    diploma: ExpectedDiploma, title: str, line: _Line | None, parts: dict[int, list[Piece]]
) -> Variant:
    if line is None:
        return Variant((), letter=_letter(diploma), expected=diploma)
    block, text = line.piece.block, line.text
    rest = parts.get(block.number, []) if line.whole else []
    if match := _STATEMENT.search(same_length(text)):
        statement = text[match.end() :].strip(" )")
        text = text[: match.start()]
        rest = [Piece("text", block, None, "", statement, (Part(statement),)), *rest]
    named = option(title, text, None, block.place, rest)
    return named._replace(letter=_letter(diploma), expected=diploma)


def _has_codes(body: list[Piece]) -> bool:
    """Return whether the page states a code of its own, not only one of a former diploma."""
    return any(codes_in(piece.text) and not _FORMER.search(fold(piece.text)) for piece in body)


def _is_common_title(title: str, expected: Sequence[ExpectedDiploma]) -> bool:
    """Return whether the title has the type and the words that all expected titles share."""
    read = read_title(title)
    words = name_words(read.name)
    types = {diploma.type for diploma in expected} - {None}
    if read.types and types and not (types & read.types):
        alike = {*read.types, *(kind for kind in types if kind)} & _RENAMED
        if alike != _RENAMED:
            return False
    stems = (name_words(without_option(diploma.titles[0])).words for diploma in expected)
    common = frozenset.intersection(*stems)
    if not common or not words.hold(NameWords(common, frozenset())):
        return False
    held = [any(words.hold(option) for option in _options(diploma)) for diploma in expected]
    return all(held) or not any(held)  # a title may name all options, and not one of them


def _options(diploma: ExpectedDiploma) -> list[NameWords]:
    """Return the words of the diploma's option, as each of its titles writes it."""
    parts = [name_words(option_part(title)) for title in diploma.titles]
    return [part for part in parts if part.words]


def _letter(diploma: ExpectedDiploma) -> str | None:
    letters = (letter(title) for title in diploma.titles)
    return next(filter(None, letters), None)


def _lines(body: list[Piece]) -> Iterator[_Line]:
    for piece in body:
        if piece.kind == "label":
            continue
        texts = [f"{piece.label} : {piece.text}"] if piece.kind == "pair" else piece.lines
        parts = [part.strip() for text in texts for part in _BETWEEN_OPTIONS.split(text)]
        parts = [part for part in parts if part]
        for part in parts:
            if len(part) <= LONGEST:
                yield _Line(part, piece, len(parts) == 1)


def _fits(text: str, diploma: ExpectedDiploma) -> frozenset[str]:
    """Return the words of the diploma's option in a text that may name it.

    Empty when it does not.
    """
    option_letter, known = letter(OPTION.sub("option ", text)), _letter(diploma)
    if option_letter and known and option_letter != known:
        return frozenset()
    words, options = name_words(text), _options(diploma)
    held = [option.words for option in options if words.hold(option)]
    if not held and option_letter and option_letter == known:
        # the letter, and at least one word: sources call one option by two names
        held = [option.words & words.words for option in options]
    return max(held, key=len, default=frozenset())


def _match(lines: list[_Line], expected: Sequence[ExpectedDiploma]) -> dict[str, _Line]:
    """Return the line of fewest words that names each diploma, by the diploma's name.

    Of two diplomas in one line, of which one is named by a part of the other's words, the line
    names the fuller one.
    """
    named: dict[str, _Line] = {}
    for diploma in expected:
        fitting = [line for line in lines if _fits(line.text, diploma)]
        if fitting:
            named[diploma.name] = min(fitting, key=lambda line: len(name_words(line.text).words))
    for line in {id(line): line for line in named.values()}.values():
        words = {d.name: _fits(line.text, d) for d in expected if named.get(d.name) is line}
        fullest = max(words.values(), key=len)
        if all(part == fullest or part < fullest for part in words.values()):
            for name, part in words.items():
                if part != fullest:
                    del named[name]
    return named


def _parts(body: list[Piece], lines: list[_Line]) -> dict[int, list[Piece]]:
    """Return the pieces below each option's heading, where headings divide the page.

    The key is the number of the heading's block. The last part ends at the next heading of the same
    level, else at the end of the page.
    """
    heads = sorted(body.index(line.piece) for line in lines if line.whole)
    set_off = all(body[n].kind == "heading" or body[n].block.strong for n in heads)
    if len(heads) < 2 or not set_off or any(b == a + 1 for a, b in pairwise(heads)):
        return {}
    level = body[heads[0]].block.level
    stops = [*heads[1:], len(body)]
    for number in range(heads[-1] + 1, len(body)):
        piece = body[number]
        if piece.kind in {"heading", "label"} and 0 < piece.block.level <= (level or 6):
            stops[-1] = number
            break
    return {
        body[start].block.number: body[start + 1 : stop]
        for start, stop in zip(heads, stops, strict=True)
    }


def _recognised(split: Split, expected: Sequence[ExpectedDiploma]) -> Split:
    """Give each variant that the page itself divides the one diploma that its title names."""
    titles = [variant.title for variant in split.variants]
    fitting = [(diploma, [t for t in titles if _fits(t, diploma)]) for diploma in expected]
    variants = []
    for variant in split.variants:
        candidates = [diploma for diploma, named in fitting if named == [variant.title]]
        variants.append(variant._replace(expected=candidates[0] if len(candidates) == 1 else None))
    taken = {variant.expected.name for variant in variants if variant.expected}
    if not taken:
        return split
    strays = [variant.title for variant in variants if variant.expected is None]
    left_out = [diploma for diploma in expected if diploma.name not in taken]
    issues = (*split.issues, *_differences(strays, left_out))
    return Split(split.shared, tuple(variants), issues)


def _differences(strays: list[str], left_out: list[ExpectedDiploma]) -> Iterator[Issue]:
    for text in dict.fromkeys(strays):
        yield issue(IssueCode.OPTIONS_DIFFER, "title", text, "no source knows this option")
    for diploma in left_out:
        named = f"{diploma.code or ''} {diploma.titles[0]}".strip()
        detail = "a source places it at this address, and the page's options leave it out"
        yield issue(IssueCode.OPTIONS_DIFFER, "title", named, detail)
