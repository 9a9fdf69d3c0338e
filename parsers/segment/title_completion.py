"""Complete a type that stands alone by a name: of a label, a line beside it, or an order."""

import re
from collections.abc import Sequence

from parsers.model.blocks import Block
from parsers.model.file_types import is_page
from parsers.segment.stated_titles import named_by_orders
from parsers.segment.title_page import MOST_BELOW_NAME, MOST_BETWEEN, TitlePage
from parsers.segment.title_sources import (
    FoundTitle,
    alike,
    is_site,
    is_trail,
    stand_together,
    text_behind,
    title_in,
)
from parsers.segment.title_text import title_text, without_type_label
from parsers.segment.title_words import SPECIALITY, is_acronym, is_name_line, title_end
from schema.text import fold, same_length
from schema.title import read_title, without_code
from schema.vocabulary import page_words

_NEAR = 40  # how many blocks above and below a type's words are looked at
_ANNEX = page_words("annex")
# "Spécialité « Cuisine »" below a type
_SPECIALITY = re.compile(r"^(?:specialite(?: du diplome)?|mention)(?![a-z])\s*:?\s*")
# a part of the title without a colon: "CAP" above "Spécialité Cuisine", "DN MADE mention objet"
_LABEL = re.compile(r"^(?:specialite(?: du diplome)?|mention)\s*:\s*")


def completed(page: TitlePage, block: Block, type_words: str) -> FoundTitle | None:
    """Return the title of type's words that stand alone in `block`, completed by a name."""
    names = [text for text in page.labelled if not read_title(text).is_type_alone]
    if names:
        return _with_labelled_name(page, block, type_words, names[0])
    place = page.places[block.number]
    around = [b for b in page.blocks[max(place - _NEAR, 0) : place] if not b.boilerplate]
    after = [b for b in page.blocks[place + 1 : place + _NEAR] if not b.boilerplate]
    name = _name_beside(page, block, type_words, around[-1] if around else None, after)
    if name is None or not (name.level or name.strong):
        name = _heading_above(page, block) or name  # past the author, tags, the level
    if name is None:
        name = _further_below(page, block, after[1 : MOST_BETWEEN + 1])
        made = named_by_orders(page, block, type_words)
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


def _with_labelled_name(page: TitlePage, block: Block, type_words: str, name: str) -> FoundTitle:
    """Return the title of type's words in `block` and the name that a title label gives."""
    place = page.places[block.number]
    words = without_type_label(type_words)
    if any(line.text == SPECIALITY for line in page.blocks[place + 1 : place + 2]):
        words = f"{words} {SPECIALITY}"
    whole = name if read_title(name).types else f"{words} {name}"
    return title_in(whole, block, type_words)


def _name_beside(
    page: TitlePage, block: Block, type_words: str, before: Block | None, after: Sequence[Block]
) -> Block | None:
    """Return the block right below or right above a type alone in `block` that is its name."""
    below = after[0] if after and _names(page, after[0], block, after[1:]) else None
    is_above = before and _names(page, before, block) and not is_site(before.text)
    above = before if is_above and not _is_named_else(page, before, type_words) else None
    is_called = below and (_SPECIALITY.match(same_length(below.text)) or below.text[0] in "«“")
    goes_on = below and (title_end(below.text) < len(below.text) or below.has_link)
    if above and goes_on and not is_called:
        below = None  # "Attention : diplôme abrogé", "Annexes (zip)", below name and type
    if above and above.level == 1 and not block.level and not is_called:
        # "<h1>Cuisine</h1><p>CAP</p>": a section follows, unless the page is called so
        is_name = below and (below.level == 1 or fold(below.text) in fold(page.page_title))
        below = below if is_name else None
    return below or above


def _is_named_else(page: TitlePage, above: Block | None, type_words: str) -> bool:
    """Return whether `<title>` has the same type and another name than a line above the type.

    *Documentation* above *CAP* is no name, where `<title>` is *CAP Cuisine*. A heading is one,
    and any name is better than the acronym in *CAP AEPE*.
    """
    if above is None or above.level:
        return False
    named = read_title(page.page_title[: title_end(page.page_title)])
    if not named.is_whole or not named.types & read_title(type_words).types:
        return False
    if is_acronym(named.name):
        return False
    return fold(above.text) not in fold(named.name) and fold(named.name) not in fold(above.text)


def _heading_above(page: TitlePage, typed: Block) -> Block | None:
    """Return the `h1` a few lines above a type alone, if it can be the name."""
    heading = page.plain_heading
    if heading is None or heading.level != 1 or not _names(page, heading, typed):
        return None
    between = page.places[typed.number] - page.places[heading.number]
    return heading if 0 < between <= MOST_BELOW_NAME else None


def _further_below(page: TitlePage, typed: Block, blocks: list[Block]) -> Block | None:
    """Return a set-off name behind lines that are no names (an order, a sector)."""
    heads = (b for b in blocks if b.strong and not (b.cell and b.cell.header))
    return next((block for block in heads if _names(page, block, typed)), None)


def _names(page: TitlePage, block: Block, typed: Block, after: Sequence[Block] = ()) -> bool:
    """Test whether a block can name the type in another one, and is not one of a list."""
    text = title_text(block)
    if block.kind == "item" and not stand_together(block, typed):
        return False
    if is_page(block.only_link) or block.number in page.labels:
        return False
    targets = {part.href for part in block.parts if part.href}
    if page.lexicon.lookup(text) or len(targets) > 1 or page.heads_links(block):
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
    named = (is_name_line(b.text) and b.number not in page.labels for b in alike(block, after))
    return sum(named) < 2
