"""Find the blocks that hold the diploma's title: type and name, on one line or on two.

It is one search, whose steps share what they have looked at.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from parsers.formats.boilerplate import is_boilerplate_line
from parsers.model.blocks import Block, joined
from parsers.model.file_types import is_file, is_page
from parsers.model.statement import SUCCESSION
from parsers.segment.breadcrumb import last_step, types_of_way, unlinked_ends
from parsers.segment.line_marks import without_bullet
from parsers.segment.page_diplomas import OF_OTHERS, OPTION
from parsers.segment.pieces import Piece, value_of
from parsers.segment.title_sources import (
    ONE_OPTION,
    FoundTitle,
    alike,
    is_file_name,
    is_label,
    is_menu,
    is_order,
    is_running_text,
    is_site,
    is_trail,
    labelled_titles,
    text_behind,
    title_in,
    titled_blocks,
    value_blocks,
    without_site,
)
from parsers.segment.title_text import (
    behind_lead,
    is_of_several_lines,
    title_text,
    told_of,
    with_lead,
    without_type_label,
    words_of_type,
)
from parsers.segment.title_words import (
    LONG_WORD,
    SPECIALITY,
    fact_segments,
    is_acronym,
    is_name_line,
    is_neutral,
    is_sentence,
    is_subject,
    joins_titles,
    title_end,
)
from schema.code import codes_in
from schema.lexicon import Lexicon
from schema.text import clean, fold, has_any, same_length
from schema.title import (
    Title,
    begins_with_type,
    is_acronym_of,
    read_title,
    titles_made_by,
    without_code,
    without_label,
)
from schema.vocabulary import page_words

_LONGEST = 400
_ANNEX = page_words("annex")
# How many lines (an order, a sector, a level) may stand between a type and its name.
_MOST_BETWEEN = 3
_MOST_BELOW_NAME = 8  # lines between a heading that is a name and its type
# How many blocks around a type's words are looked at, and how many such words are tried.
_NEAR, _MOST_TRIED = 40, 20
# "Spécialité « Cuisine »" below a type
_SPECIALITY = re.compile(r"^(?:specialite(?: du diplome)?|mention)(?![a-z])\s*:?\s*")
# a part of the title without a colon: "CAP" above "Spécialité Cuisine", "DN MADE mention objet"
_LABEL = re.compile(r"^(?:specialite(?: du diplome)?|mention)\s*:\s*")
_LONGEST_OPTION, _LONGEST_INTRODUCED = 120, 200
# "Le CAP : textes généraux", which may cite the orders of some diplomas
_OF_TYPE = re.compile(r"\W*l(?:e|a|es) ", re.IGNORECASE)
_MOST_INTRODUCED = 5
_OF_TITLE = {"title", "option", "diploma_type", "acronym", "status"}
# Icons, pilcrows and marks around a title, and its label where that is set off by a colon alone.
_LEADING = re.compile(r"[^\w«\"“(\[]*(?:titre\s*:\s*)?", re.IGNORECASE)
# "Diplôme : CAP" and "Spécialité : Cordonnier", or "Intitulé : …", in one paragraph
_LABELLED_PAIR = re.compile(
    r"(?:dipl(?:[oô]me|\.)|examen)\s*:\s*(?P<type>.+?)[\s,;–—-]+(?:(?:sp[ée]cialit|intitul)[ée]|sp[ée]c\.)"
    r"(?: de la sp[ée]cialit[ée])?\s*:\s*(?P<name>.+)",
    re.IGNORECASE,
)
_SITE_MARK = re.compile(r" (?:[|–—-]|::) ")  # before the site's name, in `<title>`
_PLURAL_OPTION = re.compile(r"option\W?s", re.IGNORECASE)
_OF_CODE = re.compile(r"diplome de code \d")  # a fact, and no title
_STOP = re.compile(r"[^\W\d_]{4}\.$")  # no abbreviation: "C.A.P.", "etc."
# The sentences of a page without a heading: before the title in the first one, and behind it
_MOST_TOLD, _LONGEST_TOLD = 3, 400
_SENTENCE = re.compile(r"(?<=[\w)]{2}\.)\s+")
_TRAILING_MARKS = " \u00a0\u202f¶#§*|:–—-=>→"


def find_title(
    blocks: tuple[Block, ...],
    pieces: list[Piece],
    page_title: str,
    lexicon: Lexicon,
    menus: Callable[[], tuple[Block, ...]] = tuple,
    *,
    row: bool,
) -> FoundTitle:
    """Return the title of a page; of a `row` of a list, whose column of titles holds all of it.

    `menus`: makes the blocks of menus, where the way to the page may stand.

    First a heading that begins with the words of a diploma type, then a paragraph that is set
    off, then any short one before the first label; words of a type alone are completed by a line
    that can be a name. Then the value of a title label; last a heading without such words, and
    `<title>`. A title of type words alone is given when there is nothing else.
    """
    # "Mis à jour le …", "Imprimer": content managers put them between type and name
    blocks = tuple(b for b in blocks if b.level or not is_boilerplate_line(b.text))
    search = _Search(blocks, pieces, page_title, lexicon, menus, row)
    title = (
        (search.labelled() if row else None)
        or search.typed()
        or search.labelled()
        or search.introduced()
        or search.ordered()
        or search.told()
        or search.untyped()
    )
    text = _LEADING.sub("", title.text, count=1).rstrip(_TRAILING_MARKS)
    text = text[:-1] if _STOP.search(text) else text
    pair = _LABELLED_PAIR.fullmatch(text)
    text = f"{pair['type']} {pair['name']}" if pair else without_label(text)
    return _with_option(title._replace(text=text), blocks, pieces)


def _with_option(title: FoundTitle, blocks: tuple[Block, ...], pieces: list[Piece]) -> FoundTitle:
    """Add the one option that a page names, right below its title or as a label's value."""
    if "option" in title.text.lower():
        return title
    named = [
        (above, block)
        for above, block in itertools.pairwise(blocks)
        if block.text[:6].lower() == "option" and ONE_OPTION.match(block.text)
    ]
    if len(named) != 1 or named[0][0] not in title.blocks[-1:]:
        value = _labelled_option(pieces) if read_title(title.text).is_whole else None
        is_new = value and fold(value) not in fold(title.text)
        return title._replace(text=f"{title.text} option {value}") if is_new else title
    option = named[0][1]
    is_bare = option.text.lower().count("option") == 1 and not codes_in(option.text)
    if not is_bare or len(option.text) > _LONGEST_OPTION:
        return title
    return FoundTitle(f"{title.text} {option.text}", (*title.blocks, option))


def _labelled_option(pieces: list[Piece]) -> str | None:
    """Return the value of the label *Option*, where it and nothing else names an option."""
    labels = [n for n, piece in enumerate(pieces) if piece.entry and piece.entry.field == "option"]
    if len(labels) != 1:
        return None
    label = pieces[labels[0]]
    others = (piece.text for piece in pieces if piece is not label)
    if any("ption" in text or "PTION" in text for text in others):
        return None
    value = None if _PLURAL_OPTION.search(label.label) else value_of(pieces, labels[0])
    if value and (label.block.cell or ())[:2] != (value.block.cell or ())[:2]:
        return None  # below the name of a column
    text = value.text if value and not value.block.has_link else ""
    is_one = value is not None and len(value.lines) == 1 and not has_any(text, ";:/")
    is_name = is_one and ONE_OPTION.match(f"option {text}") and is_name_line(text)
    return text if is_name else None


class _Search:
    """One search for a title.

    What it needs beside the headings is made where it is asked for: most pages have their title in
    the first one. `_early`: the blocks before the first label of a field; where the page begins
    with labels and their values, also the one behind them.
    """

    def __init__(
        self,
        blocks: tuple[Block, ...],
        pieces: list[Piece],
        page_title: str,
        lexicon: Lexicon,
        menus: Callable[[], tuple[Block, ...]],
        row: bool,
    ) -> None:
        self._blocks, self._pieces, self._lexicon, self._row = blocks, pieces, lexicon, row
        self._menus = menus
        self._window_title = page_title
        self._headings = [
            b for b in blocks if b.kind == "heading" and b.level and not b.boilerplate
        ]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {block.number: place for place, block in enumerate(self._blocks)}

    @cached_property
    def _labelled(self) -> list[str]:
        texts = labelled_titles(self._pieces)
        return [
            text[: title_end(text)]
            for text in texts
            if read_title(text).types or not (is_running_text(text) or fact_segments(text))
        ]

    @cached_property
    def _types(self) -> list[str]:
        pieces = [] if self._row else self._pieces
        entries = (piece.entry for piece in pieces[1:])
        above = [p.text for p, e in zip(pieces, entries, strict=False) if e and e.field == "title"]
        typed = labelled_titles(pieces, "diploma_type")
        # of the types without a code of their own brevets alone have names that need them
        return [t for t in (*typed, *above)
                if "OTHER" not in read_title(t).types or fold(t).startswith("b")]  # fmt: skip

    @cached_property
    def _page_title(self) -> str:
        named = without_site(self._window_title)
        heading = self._plain_heading()
        top = {fold(b.text) for b in self._blocks[:_NEAR] if b is not heading}
        for mark in _SITE_MARK.finditer(named):
            before, behind = named[: mark.start()], named[mark.end() :]
            is_of_site = fold(behind) in top and not read_title(behind).is_type_alone
            if heading and (is_of_site or _spells_out(heading.text, read_title(before).name)):
                named = before
                break
        return "" if is_neutral(named) else named

    @cached_property
    def _labels(self) -> set[int]:
        """Return the blocks that begin with the label of a field that is not the title's."""
        firsts = (next(pieces) for _, pieces in itertools.groupby(self._pieces, lambda p: p.block))
        return {p.block.number for p in firsts if p.entry and p.entry.field not in _OF_TITLE}

    @cached_property
    def _others(self) -> set[int]:
        """Return the blocks that link to other diplomas' pages, beside a heading that is a name."""
        heads = [block.text for block in self._headings if block.level == 1]
        if len(heads) != 1 or is_site(heads[0]) or is_neutral(heads[0]):
            return set()
        if read_title(heads[0]).types:
            return set()
        links = [b for b in self._blocks if is_page(b.only_link) and begins_with_type(b.text)]
        titles = {block.text for block in links if not read_title(block.text).is_type_alone}
        return {block.number for block in links} if len(titles) > 1 else set()

    @cached_property
    def _values(self) -> set[int]:
        return value_blocks(self._pieces) | titled_blocks(self._pieces)

    @cached_property
    def _early(self) -> list[Block]:
        """Return the blocks above the first label that may hold the title."""
        pieces, values = self._pieces, self._values
        top = next((b.number for b in self._headings if b.level == 1), 0)
        top = top or next((b.number for b in self._blocks if _is_set_off_title(b)), 0)
        margins = _margins(self._blocks)
        labels = {
            piece.block.number
            for before, piece, below in zip(
                (None, *pieces), pieces, (*pieces[1:], None), strict=False
            )
            if is_label(piece)
            and not (is_order(piece) or _is_aside(piece.block) or _heads_diplomas(piece, below))
            and not (before and before.block is piece.block and begins_with_type(before.text))
            and not (piece.block.has_link and is_menu(piece.block))
            and not (before and OPTION.match(before.text))  # "Option A", and below it its code
            and not (
                piece.entry
                and piece.entry.kind == "links"
                and (piece.block.number < top or (piece.block.cell or ())[:3] in margins)
            )
            # "Diplôme rénové : voir le CAP Y", a note above the title
            and not (piece.entry and piece.entry.field in SUCCESSION and piece.block.number < top)
        }
        lead = _leading_facts(self._blocks, pieces, values)
        end = max(_first_label(self._blocks, labels), lead + 1)
        others = (b for b in self._blocks[:end] if b.number not in values)
        return [block for block in others if len(block.text) <= _LONGEST]

    def typed(self) -> FoundTitle | None:
        """Return the first block that begins with a type's words and names a diploma."""
        alone: FoundTitle | None = None
        tried = 0
        for block in self._candidates():
            text = title_text(block)
            read = read_title(text)
            is_code = text[:4].lower() == "dipl" and _OF_CODE.match(same_length(text))
            if is_code or block.number in self._others or joins_titles(text):
                continue
            if is_of_several_lines(block):
                continue
            if (read.name_first or not read.types) and (two := self._name_above_type(block)):
                return two
            is_way = block.boilerplate or (is_trail(block.text) and not block.level)
            lead: tuple[Piece, ...] = ()
            if not is_way and (read.name_first or not read.types):
                behind, lead = behind_lead(block, text)
                if not (lead and read.types):  # "Métallurgie - CAP"
                    text, read = behind, read_title(behind)
            if not read.types or self._lexicon.lookup(block.text) or is_file_name(text):
                continue
            if is_trail(text) or (read.is_type_alone and is_running_text(block.text)):
                continue
            if self._heads_links(block) or self._is_listed(block):
                continue
            if spelled_out := self._spelled_out(block, text, read):
                return spelled_out
            if not (read.is_type_alone or is_neutral(read.name) or fact_segments(read.name)):
                return with_lead(title_in(text, block), lead)
            tried += 1
            words = words_of_type(text, read)
            if tried <= _MOST_TRIED and (completed := self._completed(block, words)):
                return with_lead(completed, lead)
            alone = alone or title_in(words, block)
        heading = self._plain_heading()
        may_name = heading is not None and is_name_line(heading.text)
        if alone is not None and not self._labelled and not may_name:
            named = None if read_title(alone.text).is_whole else self._from_page_title()
            if named is None and (name := self._end_of_way()):
                return FoundTitle(f"{alone.text} {name}", alone.blocks, alone.rest)
            return named if named and not self._is_of_type(alone, named) else alone
        return None

    def _end_of_way(self) -> str | None:
        """Return the name that the way to the page ends in, without a link: `Accueil > Vannier`."""
        if self._row:
            return None
        names = self._ends_of_ways()
        name = names.pop() if len(names) == 1 else ""
        is_other = not name or self._lexicon.lookup(name) or is_site(name)
        return None if is_other or not is_name_line(name) else name

    def _ends_of_ways(self) -> set[str]:
        """Return the last steps of the ways to the page, but for links."""
        return unlinked_ends((*self._early, *self._menus()))

    def _is_of_type(self, alone: FoundTitle, named: FoundTitle) -> bool:
        """Return whether only `<title>` has more than a type, and no file or code is of a diploma.

        `BTS : textes généraux` above *Brevet de technicien supérieur*: a page about the type.
        """
        name = fold(read_title(named.text).name)
        return any(block.level == 1 for block in alone.blocks) and not any(
            name in fold(block.text)
            or codes_in(block.text)
            or any(is_file(part.href) for part in block.parts)
            for block in self._blocks
            if not block.boilerplate
        )

    def _candidates(self) -> Iterator[Block]:
        yield from (b for b in self._headings if b.level == 1)
        typed = [b for b in self._headings if begins_with_type(b.text)]
        if len(typed) > 1:
            yield from self._above_its_options(typed)
        yield from (b for b in self._headings if b.level != 1 and b in self._early)
        # "Première session : 2005", "Arrêté du …", and the title below
        if len(typed) == 1 and self._headings[0] is typed[0]:
            yield typed[0]
        yield from (b for b in self._early if b.strong and b.kind != "term")
        yield from (b for b in self._blocks if b.boilerplate)
        paragraphs = (b for b in self._early if b.kind == "paragraph" and not b.only_link)
        lines = ((b, clean(joined(b.lines[0]))) for b in paragraphs if not is_menu(b))
        yield from (block for block, first in lines if not is_running_text(first))
        yield from (b for b in self._early if b.kind == "term")
        heading = self._plain_heading()
        if heading is None:
            yield from (b for b in self._early if b.kind == "item" and not b.has_link)
        elif heading.level == 1:  # "Niveau 3" between name and type is a label already
            at = self._places[heading.number] + 1
            below = self._blocks[at : at + _MOST_BELOW_NAME]
            alone = (b for b in below if b.kind in {"heading", "paragraph"} and not b.has_link)
            alone = (b for b in alone if read_title(b.text).is_type_alone)
            told = self._values | {p.block.number for p in self._pieces if p.entry}
            yield from (block for block in alone if block.number not in told)

    def _above_its_options(self, typed: list[Block]) -> Iterator[Block]:
        """Yield the set-off line that each of `typed` headings repeats, with more behind it.

        `<p><b>CAP Vannerie</b></p>` above `<h2>CAP Vannerie option osier</h2>` and other options.
        """
        first = typed[0].number
        lines = (b for b in self._early if b.strong and not b.level and b.number < first)
        for line in lines:
            repeated = f"{fold(line.text)} "
            if all(fold(heading.text).startswith(repeated) for heading in typed):
                yield line

    def _spelled_out(self, block: Block, text: str, read: Title) -> FoundTitle | None:
        """Return the title with the name that a set-off line beside spells out: `Bac pro MELEC`."""
        if not is_acronym(read.name) or read.name_first:
            return None
        place = self._places[block.number]
        for other in self._blocks[max(place - 1, 0) : place + 2]:
            is_set_off = other is not block and (other.level or other.strong)
            if is_set_off and is_acronym_of(read.name, other.text):
                words = words_of_type(text, read)
                holders = sorted((block, other), key=lambda holder: holder.number)
                whole = f"{read.type_label} {other.text}"
                return FoundTitle(whole, tuple(holders), text_behind(block, words))
        return None

    def _name_above_type(self, block: Block) -> FoundTitle | None:
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

    def _type_beside(self, block: Block, title: str) -> FoundTitle | None:
        """Return the title of a heading that is a name, with the one type that goes with it.

        On a line beside it, as the last step of the way to the page, or in an order that makes it;
        else the last step of the way in the menus.
        """
        name = without_code(title)
        if not is_name_line(name):
            return None
        at = self._places[block.number]
        around = self._blocks[max(at - 2, 0) : at][::-1], self._blocks[at + 1 : at + 3]
        for lines in around:
            texts = [last_step(line.text, name) for line in lines]
            if [read_title(text).is_type_alone for text in texts] in ([True], [True, False]):
                return title_in(f"{texts[0]} {title}", block, title)
        if self._types:  # a label says it
            return None
        made = (t for b in self._blocks if not b.boilerplate for t in titles_made_by(b.text, False))
        of_it = (read for t in made if fold((read := read_title(t)).name) == fold(name))
        types = {read.type_label for read in of_it if not read.name_first}
        types = types or types_of_way(self._menus(), name)
        return title_in(f"{types.pop()} {title}", block, title) if len(types) == 1 else None

    def _completed(self, block: Block, type_words: str) -> FoundTitle | None:
        """Return the title of type's words that stand alone in `block`, completed by a name."""
        names = [text for text in self._labelled if not read_title(text).is_type_alone]
        place = self._places[block.number]
        if names:
            text = names[0]
            words = without_type_label(type_words)
            if any(line.text == SPECIALITY for line in self._blocks[place + 1 : place + 2]):
                words = f"{words} {SPECIALITY}"
            whole = text if read_title(text).types else f"{words} {text}"
            return title_in(whole, block, type_words)
        around = [b for b in self._blocks[max(place - _NEAR, 0) : place] if not b.boilerplate]
        before = around[-1] if around else None
        after = [b for b in self._blocks[place + 1 : place + _NEAR] if not b.boilerplate]
        below = after[0] if after and self._names(after[0], block, after[1:]) else None
        is_above = before and self._names(before, block) and not is_site(before.text)
        above = before if is_above and not self._is_named_else(before, type_words) else None
        is_called = below and (_SPECIALITY.match(same_length(below.text)) or below.text[0] in "«“")
        goes_on = below and (title_end(below.text) < len(below.text) or below.has_link)
        if above and goes_on and not is_called:
            below = None  # "Attention : diplôme abrogé", "Annexes (zip)", below name and type
        if above and above.level == 1 and not block.level and not is_called:
            # "<h1>Cuisine</h1><p>CAP</p>": a section follows, unless the page is called so
            is_name = below and (below.level == 1 or fold(below.text) in fold(self._page_title))
            below = below if is_name else None
        name = below or above
        if name is None or not (name.level or name.strong):
            name = self._heading_above(block) or name  # past the author, tags, the level
        if name is None:
            name = self._further_below(block, after[1 : _MOST_BETWEEN + 1])
            made = self.ordered(block, type_words)
            if name is None or (made and fold(name.text) not in fold(made.text)):
                return made  # "Divers", behind the order that names the speciality
        text = title_text(name)
        plain = _LABEL.match(same_length(text))
        words = without_type_label(type_words) if plain else type_words
        whole = f"{words} {text[plain.end() if plain else 0 :]}"
        holders = sorted((block, name), key=lambda holder: holder.number)
        return FoundTitle(
            whole, tuple(holders), (*text_behind(block, type_words), *text_behind(name, text))
        )

    def _is_named_else(self, above: Block | None, type_words: str) -> bool:
        """Return whether `<title>` has the same type and another name than a line above the type.

        *Documentation* above *CAP* is no name, where `<title>` is *CAP Cuisine*. A heading is one,
        and any name is better than the acronym in *CAP AEPE*.
        """
        if above is None or above.level:
            return False
        named = read_title(self._page_title[: title_end(self._page_title)])
        if not named.is_whole or not named.types & read_title(type_words).types:
            return False
        if is_acronym(named.name):
            return False
        return fold(above.text) not in fold(named.name) and fold(named.name) not in fold(above.text)

    def _heading_above(self, typed: Block) -> Block | None:
        """Return the `h1` a few lines above a type alone, if it can be the name."""
        heading = self._plain_heading()
        if heading is None or heading.level != 1 or not self._names(heading, typed):
            return None
        between = self._places[typed.number] - self._places[heading.number]
        return heading if 0 < between <= _MOST_BELOW_NAME else None

    def _further_below(self, typed: Block, blocks: list[Block]) -> Block | None:
        """Return a set-off name behind lines that are no names (an order, a sector)."""
        heads = (b for b in blocks if b.strong and not (b.cell and b.cell.header))
        return next((block for block in heads if self._names(block, typed)), None)

    def _names(self, block: Block, typed: Block, after: Sequence[Block] = ()) -> bool:
        """Test whether a block can name the type in another one, and is not one of a list."""
        text = title_text(block)
        if block.kind == "item" and not _stand_together(block, typed):
            return False
        if is_page(block.only_link) or block.number in self._labels:
            return False
        targets = {part.href for part in block.parts if part.href}
        if self._lexicon.lookup(text) or len(targets) > 1 or self._heads_links(block):
            return False
        if is_trail(text):
            return False
        plain = _SPECIALITY.match(same_length(text))
        if read_title(text).is_type_alone:  # "Mention complémentaire" is no *mention*
            return False
        if _ANNEX.search(fold(text)):  # "Référentiel des activités", beside its file
            return False
        if not is_name_line(without_code(text[plain.end() if plain else 0 :])):
            return False
        named = (is_name_line(b.text) and b.number not in self._labels for b in alike(block, after))
        return sum(named) < 2

    def _heads_links(self, block: Block) -> bool:
        """Return whether a link to a diploma's page stands right below: *Du même secteur*."""
        at = self._places[block.number] + 1
        below = self._blocks[at] if at < len(self._blocks) else block
        return is_page(below.only_link) and begins_with_type(below.text)

    def _is_listed(self, block: Block) -> bool:
        """Return whether a line that is not set off stands beside one of another diploma."""
        below = (clean(joined(line)) for line in block.lines[2:] if not block.level)
        if any(map(begins_with_type, below)):
            return True
        at = self._places[block.number]
        beside = self._blocks[max(at - 1, 0) : at + 2] if not (block.level or block.strong) else ()
        lines = (b for b in beside if _stand_together(b, block) and not is_menu(b))
        texts = [without_bullet(b.text) for b in lines]
        titles = map(read_title, itertools.filterfalse(is_running_text, texts))
        # options of one diploma begin alike
        begins = (LONG_WORD.search(fold(title.name)) for title in titles if title.types)
        return len({word[0] for word in begins if word}) > 1

    def labelled(self) -> FoundTitle | None:
        """Return the value of a title label; type and name may have a label each."""
        if not self._labelled:
            return None
        texts = self._labelled
        types = [text for text in (*texts, *self._types) if read_title(text).is_type_alone]
        names = [text for text in texts if text not in types]
        if types and names and not read_title(names[0]).types:
            return FoundTitle(f"{without_type_label(types[0])} {names[0]}")
        heading = None if names else self._plain_heading() or self._set_off_name()
        if heading is not None and is_name_line(heading.text):
            return title_in(f"{types[0]} {heading.text}", heading, heading.text)
        return FoundTitle((names or types)[0])

    def introduced(self) -> FoundTitle | None:
        """Return the title behind words that lead to it: `Vous consultez : CAP Coiffure`."""
        if self._plain_heading():
            return None  # "Parution : CAP Coiffure" stands among news
        for block in self._early[:_MOST_INTRODUCED]:
            lead, mark, text = block.text.partition(": ")
            is_long = len(block.text) > _LONGEST_INTRODUCED or len(block.lines) > 1
            if not mark or is_long or OF_OTHERS.search(fold(lead)):
                continue
            name = read_title(text).name
            if joins_titles(text) or is_file_name(text):
                continue  # "Champ de l'hôtellerie : bac pro cuisine, bac pro …"
            if begins_with_type(text) and name and not is_neutral(name) and not is_sentence(name):
                return FoundTitle(text, (block,))
        return None

    def ordered(self, typed: Block | None = None, type_words: str = "") -> FoundTitle | None:
        """Return the one diploma that early orders create, or those below or above a type alone.

        The text of the orders stays in the page.
        """
        if typed and (self._from_page_title() or _OF_TYPE.match(typed.text)):
            return None
        types = read_title(type_words).types
        at = self._places[typed.number] if typed else 0
        above = self._blocks[max(at - _MOST_BETWEEN, 0) : at]
        titles: dict[str, str] = {}
        for blocks in (self._blocks[at + 1 :], above) if typed else (self._early,):
            orders = (b for b in blocks if not b.boilerplate)
            made = (
                title
                for order in orders
                for title in titles_made_by(order.text, not (typed or order.level == 1))
            )
            titles = titles or {fold(r.name): t for t in made
                                if is_name_line((r := read_title(t)).name)
                                if r.types & types or not typed}  # fmt: skip
        heading = None if typed else self._plain_heading()
        is_named = heading is not None and fold(heading.text) in titles
        if len(titles) != 1 or (is_named and self._from_page_title()):
            return None
        is_other = heading is not None and not any(name in fold(heading.text) for name in titles)
        if heading is not None and heading.level == 1 and is_other:
            return None  # "Lettre n° 12", "Conseil d'État, 5e chambre" above the order
        title = titles.popitem()[1]
        whole = f"{type_words} {read_title(title).name}"
        return title_in(whole, typed, type_words) if typed else FoundTitle(title)

    def told(self) -> FoundTitle | None:
        """Return the diploma of a page that is no more than a few sentences about it.

        *L'arrêté du 3 mai 2004 porte création du CAP X*. The text stays in the page.
        """
        if self._row or self._page_title or any(block.level for block in self._blocks):
            return None
        lines = [
            b for b in self._blocks if not (b.boilerplate or is_trail(b.text) or is_site(b.text))
        ]
        if len(lines) > _MOST_TOLD or sum(len(line.text) for line in lines) > _LONGEST_TOLD:
            return None
        sentences = [text for line in lines for text in _SENTENCE.split(line.text)]
        title, *others = [*map(told_of, sentences), ""]
        read = read_title(title)
        is_one = read.is_whole and is_name_line(read.name) and not joins_titles(title)
        names = {fold(read_title(other).name) for other in others if other}
        return FoundTitle(title) if is_one and names <= {fold(read.name)} else None

    def untyped(self) -> FoundTitle:
        """Return `<title>` if it has a type's words, else a heading or paragraph without any.

        Below a heading that says no more than *Référentiel* the way to the page may end in one.
        """
        if typed := self._from_page_title():
            return typed
        heads = [heading for heading in self._headings if heading.level == 1]
        if heads and all(is_neutral(head.text) for head in heads):
            ends = [end for end in self._ends_of_ways() if read_title(end).is_whole]
            way = ends[0] if len(ends) == 1 else ""
            if way and is_name_line(read_title(way).name) and not joins_titles(way):
                return FoundTitle(way)
        untitled = None if self._page_title else self._set_off_name()
        if heading := self._plain_heading() or untitled:
            name = title_text(heading)  # "Cuisine - arrêté du 9 mars 1993"
            return self._type_beside(heading, name) or title_in(name, heading)
        return FoundTitle(self._page_title)

    def _from_page_title(self) -> FoundTitle | None:
        text = self._page_title[: title_end(self._page_title)]
        read = read_title(text)
        if not read.types or read.is_type_alone or is_subject(read.name) or is_neutral(read.name):
            return None
        heading = self._plain_heading() or self._set_off_name()
        if heading is not None and not read.name_first and _spells_out(heading.text, read.name):
            return title_in(f"{read.type_label} {heading.text}", heading, heading.text)
        return FoundTitle(text, (heading,) if heading and fold(heading.text) in fold(text) else ())

    def _plain_heading(self) -> Block | None:
        """Return the heading without a type's words that is the likeliest title.

        The only `h1`, else the last heading before the first label.
        """
        headings = [
            block
            for block in self._early
            if block.kind == "heading"
            and not (is_site(block.text) or self._heads_links(block) or block.boilerplate)
            and not (self._lexicon.lookup(block.text) or is_neutral(block.text))
            and not read_title(block.text).types
        ]
        first = [block for block in headings if block.level == 1]
        return first[0] if len(first) == 1 else next(reversed(headings), None)

    def _set_off_name(self) -> Block | None:
        """Return the one early paragraph that is set off and can be a name."""
        if self._row:
            return None
        lines = [
            block
            for block in self._early
            if block.strong and block.kind == "paragraph" and not block.has_link
            if is_name_line(without_code(block.text[: title_end(block.text)]))
            if not (self._lexicon.lookup(block.text) or is_site(block.text))
        ]
        return lines[0] if len(lines) == 1 else None


def _spells_out(heading: str, name: str) -> bool:
    """Return whether a heading is the `name` of `<title>`, in full and with an option behind it."""
    if is_acronym(name) and is_acronym_of(name, heading):
        return True
    plain, begin = fold(heading), fold(name)
    behind = plain[len(begin) :].lstrip(" ,;:.(–—-")
    return bool(begin) and plain.startswith(begin) and (not behind or behind.startswith("option"))


def _stand_together(block: Block, other: Block) -> bool:
    """Return whether two blocks are in one element, or in a row of one table below its first."""
    if block.cell and other.cell and block.cell.row:
        return block.cell[:2] == other.cell[:2]
    return block.containers[1:2] == other.containers[1:2]


def _margins(blocks: tuple[Block, ...]) -> set[tuple[int, ...]]:
    """Return the cells (table, row, column) left of one with a title: columns of a layout."""
    titled = {
        b.cell[:3]
        for b in blocks
        if b.cell and b.cell.column and not b.has_link and read_title(b.text).types
    }
    return {(table, row, left) for table, row, column in titled for left in range(column)}


def _is_set_off_title(block: Block) -> bool:
    """Return whether a block without a link is set off and begins as a diploma's title does."""
    return block.strong and not block.has_link and begins_with_type(block.text)


def _is_aside(block: Block) -> bool:
    """Return whether a label is no beginning of a page's content.

    The site's name that leads to another page, or the name of a further column.
    """
    names_column = block.cell is not None and block.cell.header and not block.cell.row
    return is_page(block.only_link) or bool(names_column and block.cell and block.cell.column)


def _heads_diplomas(label: Piece, below: Piece | None) -> bool:
    """Return whether a label heads a box of links to pages of diplomas, or the title itself.

    *Référentiels* in a margin, *Référentiel* right above the words of a type, or before them.
    """
    if label.kind == "pair" and label.entry and label.entry.field == "documents":
        return begins_with_type(label.text) and not label.block.has_link
    if below is None or label.kind != "label":
        return False
    links = [part for part in below.parts if part.text.strip()]
    if any(part.href for part in links):
        return all(is_page(p.href) and begins_with_type(clean(p.text)) for p in links)
    return is_neutral(label.label) and begins_with_type(below.text)


def _first_label(blocks: tuple[Block, ...], labels: set[int]) -> int:
    """Return the place of the first label, behind those that only say *Référentiel* above all."""
    is_headed = False
    for place, block in enumerate(blocks):
        is_told = is_headed or not is_neutral(block.text)
        if is_told and block.number in labels:
            return place
        is_head = (block.kind == "heading" and not block.boilerplate) or (
            block.strong and is_name_line(block.text)
        )
        is_headed = is_told and (is_headed or is_head)
    return len(blocks)


def _leading_facts(blocks: tuple[Block, ...], pieces: list[Piece], values: set[int]) -> int:
    """Return how many blocks of labels and values a page begins with; 0 for a list of diplomas."""
    labels = {
        piece.block.number
        for piece in pieces
        if (entry := piece.entry)
        and (entry.kind == "heading" if entry.is_section else entry.field)  # "En bref", "Niveau"
    }
    labels |= values
    lead = len(
        [
            *itertools.takewhile(
                lambda b: b.number in labels or is_menu(b) or is_trail(b.text) or is_site(b.text),
                blocks,
            )
        ]
    )
    lines = (block for block in blocks[lead:] if lead and block.kind == "paragraph")
    titles = {b.text for b in lines if begins_with_type(b.text) and not is_running_text(b.text)}
    return lead if len(titles) < 2 else 0
