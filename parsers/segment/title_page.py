"""Hold what the steps of the search for a title look at: headings, early blocks, `<title>`."""

import itertools
import re
from collections.abc import Callable
from functools import cached_property

from parsers.model.blocks import Block
from parsers.model.file_types import is_page
from parsers.segment.breadcrumb import unlinked_ends
from parsers.segment.early_blocks import early_blocks
from parsers.segment.pieces import Piece
from parsers.segment.title_sources import (
    FoundTitle,
    is_running_text,
    is_site,
    labelled_titles,
    spells_out,
    title_in,
    titled_blocks,
    value_blocks,
    without_site,
)
from parsers.segment.title_words import (
    fact_segments,
    is_name_line,
    is_neutral,
    is_subject,
    title_end,
)
from schema.lexicon import Lexicon
from schema.text import fold
from schema.title import begins_with_type, read_title, without_code

# How many lines (an order, a sector, a level) may stand between a type and its name.
MOST_BETWEEN = 3
MOST_BELOW_NAME = 8  # lines between a heading that is a name and its type
_MOST_ON_TOP = 40  # blocks in which the site may name itself as `<title>` does
_OF_TITLE = {"title", "option", "diploma_type", "acronym", "status"}
_SITE_MARK = re.compile(r" (?:[|–—-]|::) ")  # before the site's name, in `<title>`
_BEHIND_TITLE = re.compile(r" (?:par )?(?:arr?ete|decret) (?:[a-z]{2,14} ){0,3}d[ue]")


class TitlePage:
    """A page as the steps of one search for its title see it.

    `window_title`: its `<title>`. `menus`: makes the blocks of menus. `is_row`: it is a row of a
    list, whose column of titles holds all of the title. What the steps need beside the headings is
    made where it is asked for: most pages have their title in the first one.
    """

    def __init__(
        self,
        blocks: tuple[Block, ...],
        pieces: list[Piece],
        window_title: str,
        lexicon: Lexicon,
        menus: Callable[[], tuple[Block, ...]],
        *,
        is_row: bool,
    ) -> None:
        self.blocks, self.pieces, self.lexicon, self.is_row = blocks, pieces, lexicon, is_row
        self.menus = menus
        self._window_title = window_title
        self.headings = [b for b in blocks if b.kind == "heading" and b.level and not b.boilerplate]

    @cached_property
    def places(self) -> dict[int, int]:
        """Return where each block stands among `blocks`, by its number."""
        return {block.number: place for place, block in enumerate(self.blocks)}

    @cached_property
    def early(self) -> list[Block]:
        """Return the blocks above the first label of a field that may hold the title.

        Where the page begins with labels and their values, also the one behind them.
        """
        return early_blocks(self.blocks, self.pieces, self.headings, self.values)

    @cached_property
    def values(self) -> set[int]:
        """Return the blocks that hold values of labels, or a title's label with a whole title."""
        return value_blocks(self.pieces) | titled_blocks(self.pieces)

    @cached_property
    def labels(self) -> set[int]:
        """Return the blocks that begin with the label of a field that is not the title's."""
        firsts = (next(pieces) for _, pieces in itertools.groupby(self.pieces, lambda p: p.block))
        return {p.block.number for p in firsts if p.entry and p.entry.field not in _OF_TITLE}

    @cached_property
    def labelled(self) -> list[str]:
        """Return the values of title labels, each to the end of its title."""
        texts = labelled_titles(self.pieces)
        return [
            text[: title_end(text)]
            for text in texts
            if read_title(text).types or not (is_running_text(text) or fact_segments(text))
        ]

    @cached_property
    def types(self) -> list[str]:
        """Return the types that a label states, or that stand above a title's label."""
        pieces = [] if self.is_row else self.pieces
        entries = (piece.entry for piece in pieces[1:])
        above = [p.text for p, e in zip(pieces, entries, strict=False) if e and e.field == "title"]
        typed = labelled_titles(pieces, "diploma_type")
        # of the types without a code of their own brevets alone have names that need them
        return [t for t in (*typed, *above)
                if "OTHER" not in read_title(t).types or fold(t).startswith("b")]  # fmt: skip

    @cached_property
    def plain_heading(self) -> Block | None:
        """Return the heading without a type's words that is the likeliest title.

        The only `h1`, else the last heading before the first label.
        """
        headings = [
            block
            for block in self.early
            if block.kind == "heading"
            and not (is_site(block.text) or self.heads_links(block) or block.boilerplate)
            and not (self.lexicon.lookup(block.text) or is_neutral(block.text))
            and not read_title(block.text).types
        ]
        first = [block for block in headings if block.level == 1]
        return first[0] if len(first) == 1 else next(reversed(headings), None)

    @cached_property
    def set_off_name(self) -> Block | None:
        """Return the one early paragraph that is set off and can be a name."""
        lines = [
            block
            for block in self.early
            if block.strong and block.kind == "paragraph" and not block.has_link
            if is_name_line(without_code(block.text[: title_end(block.text)]))
            if not (self.lexicon.lookup(block.text) or is_site(block.text))
        ]
        return lines[0] if len(lines) == 1 else None

    @cached_property
    def page_title(self) -> str:
        """Return `<title>` without the site's name; empty where it says no more than that."""
        named = without_site(self._window_title)
        heading = self.plain_heading
        top = {fold(b.text) for b in self.blocks[:_MOST_ON_TOP] if b is not heading}
        for mark in _SITE_MARK.finditer(named):
            before, behind = named[: mark.start()], named[mark.end() :]
            is_of_site = fold(behind) in top and not read_title(behind).is_type_alone
            if heading and (is_of_site or spells_out(heading.text, read_title(before).name)):
                named = before
                break
        return "" if is_neutral(named) else named

    @cached_property
    def from_page_title(self) -> FoundTitle | None:
        """Return the title that `<title>` gives, if it has type and name.

        The heading may spell it out.
        """
        text = self.page_title[: title_end(self.page_title)]
        read = read_title(text)
        is_named = read.types and not read.is_type_alone
        if not is_named or is_subject(read.name) or is_neutral(read.name):
            return None
        heading = self.plain_heading or self.set_off_name
        if heading is not None and not read.name_first and spells_out(heading.text, read.name):
            return title_in(f"{read.type_label} {heading.text}", heading, heading.text)
        return FoundTitle(text, (heading,) if heading and fold(heading.text) in fold(text) else ())

    def heads_links(self, block: Block) -> bool:
        """Return whether a link to a diploma's page stands right below: *Du même secteur*.

        But not one that names the block's own diploma and its order.
        """
        at = self.places[block.number] + 1
        below = self.blocks[at] if at < len(self.blocks) else block
        if not (is_page(below.only_link) and begins_with_type(below.text)):
            return False
        own, other = read_title(block.text), read_title(below.text)
        name, text = fold(own.name), fold(other.name)
        is_own = own.types == other.types and text.startswith(name)
        return not (is_own and _BEHIND_TITLE.match(text, len(name)))

    def ends_of_ways(self) -> set[str]:
        """Return the last steps of the ways to the page, but for links."""
        return unlinked_ends((*self.early, *self.menus()))
