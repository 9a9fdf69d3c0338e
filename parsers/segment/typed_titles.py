"""Find the title that begins with the words of a diploma type: which blocks are tried, and how."""

import itertools
import re
from collections.abc import Iterator

from parsers.model.blocks import Block, joined
from parsers.model.file_types import is_file, is_page
from parsers.segment.line_marks import without_bullet
from parsers.segment.pieces import Piece
from parsers.segment.tables import heads_diploma
from parsers.segment.title_completion import completed
from parsers.segment.title_page import MOST_BELOW_NAME, TitlePage
from parsers.segment.title_sources import (
    FoundTitle,
    is_file_name,
    is_menu,
    is_running_text,
    is_site,
    is_trail,
    stand_together,
    text_behind,
    title_in,
)
from parsers.segment.title_text import (
    behind_lead,
    is_of_several_lines,
    title_text,
    with_lead,
    words_of_type,
)
from parsers.segment.title_words import (
    LONG_WORD,
    fact_segments,
    is_acronym,
    is_name_line,
    is_neutral,
    joins_titles,
)
from schema.code import codes_in
from schema.text import clean, fold, same_length
from schema.title import Title, begins_with_type, is_acronym_of, read_title

_MOST_TRIED = 20  # words of a type that stand alone, to be completed by a name
_OF_CODE = re.compile(r"diplome de code \d")  # a fact, and no title


def typed_title(page: TitlePage) -> FoundTitle | None:
    """Return the title of the first block that begins with a type's words and names a diploma.

    Words of a type alone are completed by a name; where none is found they are the title, unless
    another step may find one.
    """
    alone: FoundTitle | None = None
    tried = 0
    others = _links_to_diplomas(page)
    for block in _candidates(page):
        text = title_text(block)
        read = read_title(text)
        is_code = text[:4].lower() == "dipl" and _OF_CODE.match(same_length(text))
        if is_code or block.number in others or joins_titles(text):
            continue
        if is_of_several_lines(block):
            continue
        if (read.name_first or not read.types) and (two := _name_above_type(block)):
            return two
        is_way = block.boilerplate or (is_trail(block.text) and not block.level)
        lead: tuple[Piece, ...] = ()
        if not is_way and (read.name_first or not read.types):
            behind, lead = behind_lead(block, text)
            if not (lead and read.types):  # "Métallurgie - CAP"
                text, read = behind, read_title(behind)
        if not read.types or page.lexicon.lookup(block.text) or is_file_name(text):
            continue
        if is_trail(text) or (read.is_type_alone and is_running_text(block.text)):
            continue
        if page.heads_links(block) or _is_listed(page, block):
            continue
        if spelled_out := _spelled_out(page, block, text, read):
            return spelled_out
        if not (read.is_type_alone or is_neutral(read.name) or fact_segments(read.name)):
            return with_lead(title_in(text, block), lead)
        tried += 1
        words = words_of_type(text, read)
        if tried <= _MOST_TRIED and (whole := completed(page, block, words)):
            return with_lead(whole, lead)
        alone = alone or title_in(words, block)
    return _type_alone(page, alone) if alone else None


def _candidates(page: TitlePage) -> Iterator[Block]:
    """Yield the blocks that may hold the title, the likeliest first: headings, then early ones."""
    yield from (b for b in page.headings if b.level == 1)
    typed = [b for b in page.headings if begins_with_type(b.text)]
    if len(typed) > 1:
        yield from _above_its_options(page, typed)
    yield from (b for b in page.headings if b.level != 1 and b in page.early)
    # "Première session : 2005", "Arrêté du …", and the title below
    if len(typed) == 1 and page.headings[0] is typed[0]:
        yield typed[0]
    strong = (b for b in page.early if b.strong and b.kind != "term")
    yield from (b for b in strong if not heads_diploma(b))
    yield from (b for b in page.blocks if b.boilerplate)
    paragraphs = (b for b in page.early if b.kind == "paragraph" and not b.only_link)
    lines = ((b, clean(joined(b.lines[0]))) for b in paragraphs if not is_menu(b))
    yield from (block for block, first in lines if not is_running_text(first))
    yield from (b for b in page.early if b.kind == "term")
    heading = page.plain_heading
    if heading is None:
        yield from (b for b in page.early if b.kind == "item" and not b.has_link)
    elif heading.level == 1:  # "Niveau 3" between name and type is a label already
        at = page.places[heading.number] + 1
        below = page.blocks[at : at + MOST_BELOW_NAME]
        alone = (b for b in below if b.kind in {"heading", "paragraph"} and not b.has_link)
        alone = (b for b in alone if read_title(b.text).is_type_alone)
        told = page.values | {p.block.number for p in page.pieces if p.entry}
        yield from (block for block in alone if block.number not in told)


def _above_its_options(page: TitlePage, typed: list[Block]) -> Iterator[Block]:
    """Yield the set-off line that each of `typed` headings repeats, with more behind it.

    `<p><b>CAP Vannerie</b></p>` above `<h2>CAP Vannerie option osier</h2>` and other options.
    """
    first = typed[0].number
    lines = (b for b in page.early if b.strong and not b.level and b.number < first)
    for line in lines:
        repeated = f"{fold(line.text)} "
        if all(fold(heading.text).startswith(repeated) for heading in typed):
            yield line


def _links_to_diplomas(page: TitlePage) -> set[int]:
    """Return the blocks that link to other diplomas' pages, beside a heading that is a name."""
    heads = [block.text for block in page.headings if block.level == 1]
    if len(heads) != 1 or is_site(heads[0]) or is_neutral(heads[0]):
        return set()
    if read_title(heads[0]).types:
        return set()
    links = [b for b in page.blocks if is_page(b.only_link) and begins_with_type(b.text)]
    titles = {block.text for block in links if not read_title(block.text).is_type_alone}
    return {block.number for block in links} if len(titles) > 1 else set()


def _is_listed(page: TitlePage, block: Block) -> bool:
    """Return whether a line that is not set off stands beside one of another diploma."""
    below = (clean(joined(line)) for line in block.lines[2:] if not block.level)
    if any(map(begins_with_type, below)):
        return True
    at = page.places[block.number]
    beside = page.blocks[max(at - 1, 0) : at + 2] if not (block.level or block.strong) else ()
    lines = (b for b in beside if stand_together(b, block) and not is_menu(b))
    texts = [without_bullet(b.text) for b in lines]
    titles = map(read_title, itertools.filterfalse(is_running_text, texts))
    # options of one diploma begin alike
    begins = (LONG_WORD.search(fold(title.name)) for title in titles if title.types)
    return len({word[0] for word in begins if word}) > 1


def _name_above_type(block: Block) -> FoundTitle | None:
    """Return the title of a block of two lines: a name, and the words of a type below it.

    Or of a heading of two parts: `Vannier <small>C.A.P.</small>`.
    """
    is_of_parts = block.level and len(block.lines) == 1 and len(block.parts) == 2
    lines = [(part,) for part in block.parts] if is_of_parts else block.lines
    if len(lines) != 2:
        return None
    name, type_words = (clean(joined(line)) for line in lines)
    bare = type_words.strip("()")
    if not (read_title(bare).is_type_alone and is_name_line(name)):
        return None
    whole = f"{bare} {name}" if bare == type_words else f"{name} {type_words}"
    return FoundTitle(whole, (block,))


def _spelled_out(page: TitlePage, block: Block, text: str, read: Title) -> FoundTitle | None:
    """Return the title with the name that a set-off line beside spells out: `Bac pro MELEC`."""
    if not is_acronym(read.name) or read.name_first:
        return None
    place = page.places[block.number]
    for other in page.blocks[max(place - 1, 0) : place + 2]:
        is_set_off = other is not block and (other.level or other.strong)
        if is_set_off and is_acronym_of(read.name, other.text):
            words = words_of_type(text, read)
            holders = sorted((block, other), key=lambda holder: holder.number)
            whole = f"{read.type_label} {other.text}"
            return FoundTitle(whole, tuple(holders), text_behind(block, words))
    return None


def _type_alone(page: TitlePage, alone: FoundTitle) -> FoundTitle | None:
    """Return the title of a page whose blocks give no more than a type, `alone`.

    None where a label or a heading may name it. Else `<title>` gives the name, or the way to the
    page.
    """
    heading = page.plain_heading
    may_name = heading is not None and is_name_line(heading.text)
    if page.labelled or may_name:
        return None
    named = None if read_title(alone.text).is_whole else page.from_page_title
    if named is None and (name := _end_of_way(page)):
        return FoundTitle(f"{alone.text} {name}", alone.blocks, alone.rest)
    return named if named and not _is_of_type(page, alone, named) else alone


def _end_of_way(page: TitlePage) -> str | None:
    """Return the name that the way to the page ends in, without a link: `Accueil > Vannier`."""
    names = page.ends_of_ways()
    name = names.pop() if len(names) == 1 else ""
    is_other = not name or page.lexicon.lookup(name) or is_site(name)
    return None if is_other or not is_name_line(name) else name


def _is_of_type(page: TitlePage, alone: FoundTitle, named: FoundTitle) -> bool:
    """Return whether only `<title>` has more than a type, and no file or code is of a diploma.

    `BTS : textes généraux` above *Brevet de technicien supérieur*: a page about the type.
    """
    name = fold(read_title(named.text).name)
    return any(block.level == 1 for block in alone.blocks) and not any(
        name in fold(block.text)
        or codes_in(block.text)
        or any(is_file(part.href) for part in block.parts)
        for block in page.blocks
        if not block.boilerplate
    )
