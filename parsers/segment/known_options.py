"""Divide a page without codes among the diplomas that other sources place at its address.

The page must be titled by what the titles of the diplomas have in common. The options that its
lines and headings name are matched to the diplomas by their words and letters. Nothing is divided
by order or by elimination.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from parsers.model.document import ExpectedDiploma
from parsers.segment.option_headings import of_headings
from parsers.segment.option_lines import lines_of
from parsers.segment.option_mentions import Mention, without_statement
from parsers.segment.options import split_among
from parsers.segment.page_diplomas import LONGEST, OPTION, Split, letter
from parsers.segment.pieces import Piece
from schema.code import codes_in
from schema.diploma_type import RENAMED
from schema.issues import Issue, IssueCode, issue
from schema.name_words import NameWords, name_words, option_part, without_option
from schema.text import fold
from schema.title import read_title

_FORMER = re.compile(r"\b(?:remplac|abrog|supprim|ancien|ex\b)")
# "A : cuir ; B : bois", "option A cuir, option B bois et option C papier"
_BETWEEN_OPTIONS = re.compile(
    r"\s*[;•|]\s*|(?:,|\bet\b|/)\s+(?=[Oo]ptions?\s|[A-Z]\s*[:–-]\s|[A-Z]\s+[a-zà-ÿ])"
)


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
    mentions = [*of_headings(body, title, 0), *_mentions(body)]
    named = _match(mentions, expected)
    strays = [
        mention.name
        for mention in mentions
        if OPTION.match(mention.name)
        and len(fold(mention.name).split()) > 1
        and not any(_fits(mention.name, diploma) for diploma in expected)
    ]
    left_out = [diploma for diploma in expected if named and diploma.name not in named]
    used = [diploma for diploma in expected if diploma not in left_out]
    if (strays and not named) or len(used) < 2:
        return split
    # of several options in one line the words are no title of one
    counts = Counter(map(id, named.values()))
    of_each = (named.get(d.name) for d in used)
    found = [m if m and counts[id(m)] == 1 else Mention("") for m in of_each]
    parts = split_among(body, found, title)
    variants = tuple(
        variant._replace(option=_letter(diploma), expected=diploma)
        for variant, diploma in zip(parts.variants, used, strict=True)
    )
    return Split(parts.shared, variants, tuple(_differences(strays, left_out)))


def _mentions(body: list[Piece]) -> Iterator[Mention]:
    """Yield whatever may name an option: lines, or the parts that marks between options divide."""
    for line in lines_of(body):
        stated, own = without_statement(line)
        for text in _BETWEEN_OPTIONS.split(stated):
            if 0 < len(text.strip()) <= LONGEST:
                yield Mention(text.strip(), None, (line,), own)


def _has_codes(body: list[Piece]) -> bool:
    """Return whether the page states a code of its own, not only one of a former diploma."""
    return any(codes_in(piece.text) and not _FORMER.search(fold(piece.text)) for piece in body)


def _is_common_title(title: str, expected: Sequence[ExpectedDiploma]) -> bool:
    """Return whether the title has the type and the words that all expected titles share."""
    read = read_title(title)
    words = name_words(read.name)
    types = {diploma.type for diploma in expected} - {None}
    if read.types and types and not (types & read.types):
        alike = {*read.types, *(kind for kind in types if kind)} & RENAMED
        if alike != RENAMED:
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


def _match(mentions: list[Mention], expected: Sequence[ExpectedDiploma]) -> dict[str, Mention]:
    """Return the mention of fewest words that names each diploma, by the diploma's name.

    Of two diplomas in one, of which one is named by a part of the other's words, the mention names
    the fuller one.
    """
    named: dict[str, Mention] = {}
    for diploma in expected:
        fitting = [mention for mention in mentions if _fits(mention.name, diploma)]
        if fitting:
            named[diploma.name] = min(fitting, key=lambda m: len(name_words(m.name).words))
    for mention in {id(mention): mention for mention in named.values()}.values():
        words = {d.name: _fits(mention.name, d) for d in expected if named.get(d.name) is mention}
        fullest = max(words.values(), key=len)
        if all(part == fullest or part < fullest for part in words.values()):
            for name, part in words.items():
                if part != fullest:
                    del named[name]
    return named


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
