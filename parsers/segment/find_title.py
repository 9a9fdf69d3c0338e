"""Find the title of a page: type and name, on one line or on two. The order of the searches."""

import re
from collections.abc import Callable

from parsers.formats.boilerplate import is_boilerplate_line
from parsers.model.blocks import Block
from parsers.segment.pieces import Piece
from parsers.segment.stated_titles import (
    introduced_title,
    labelled_title,
    ordered_title,
    told_title,
)
from parsers.segment.title_option import with_option
from parsers.segment.title_page import TitlePage
from parsers.segment.title_sources import FoundTitle
from parsers.segment.typed_titles import typed_title
from parsers.segment.untyped_titles import untyped_title
from schema.lexicon import Lexicon
from schema.title import without_label

# Icons, pilcrows and marks around a title, and its label where that is set off by a colon alone.
_LEADING = re.compile(r"[^\w«\"“(\[]*(?:titre\s*:\s*)?", re.IGNORECASE)
_TRAILING_MARKS = " \u00a0\u202f¶#§*|:–—-=>→"
_STOP = re.compile(r"[^\W\d_]{4}\.$")  # no abbreviation: "C.A.P.", "etc."
# "Diplôme : CAP" and "Spécialité : Cordonnier", or "Intitulé : …", in one paragraph
_LABELLED_PAIR = re.compile(
    r"(?:dipl(?:[oô]me|\.)|examen)\s*:\s*(?P<type>.+?)[\s,;–—-]+(?:(?:sp[ée]cialit|intitul)[ée]|sp[ée]c\.)"
    r"(?: de la sp[ée]cialit[ée])?\s*:\s*(?P<name>.+)",
    re.IGNORECASE,
)


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

    `page_title`: its `<title>`. `menus`: makes the blocks of menus, where the way to the page may
    stand.

    First a heading that begins with the words of a diploma type, then a paragraph that is set
    off, then any short one before the first label; words of a type alone are completed by a line
    that can be a name. Then the value of a title label; last a heading without such words, and
    `<title>`. A title of type words alone is given when there is nothing else.
    """
    # "Mis à jour le …", "Imprimer": content managers put them between type and name
    blocks = tuple(b for b in blocks if b.level or not is_boilerplate_line(b.text))
    page = TitlePage(blocks, pieces, page_title, lexicon, menus, is_row=row)
    title = (
        (labelled_title(page) if row else None)
        or typed_title(page)
        or labelled_title(page)
        or introduced_title(page)
        or ordered_title(page)
        or told_title(page)
        or untyped_title(page)
    )
    return with_option(title._replace(text=_bare(title.text)), blocks, pieces)


def _bare(title: str) -> str:
    """Return a title without the marks around it and the labels before it and its name."""
    text = _LEADING.sub("", title, count=1).rstrip(_TRAILING_MARKS)
    text = text[:-1] if _STOP.search(text) else text
    pair = _LABELLED_PAIR.fullmatch(text)
    return f"{pair['type']} {pair['name']}" if pair else without_label(text)
