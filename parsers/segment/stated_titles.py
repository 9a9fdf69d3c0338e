"""Find titles that a page states: by labels, words that lead to one, orders, or a sentence."""

import re
from collections.abc import Iterable, Set

from parsers.model.blocks import Block
from parsers.segment.page_diplomas import OF_OTHERS
from parsers.segment.title_page import MOST_BETWEEN, TitlePage
from parsers.segment.title_sources import FoundTitle, is_file_name, is_site, is_trail, title_in
from parsers.segment.title_text import told_of, without_type_label
from parsers.segment.title_words import is_name_line, is_neutral, is_sentence, joins_titles
from schema.dates import dates_in
from schema.text import fold
from schema.title import begins_with_type, read_title, titles_made_by

_MOST_INTRODUCED, _LONGEST_INTRODUCED = 5, 200
# "Le CAP : textes généraux", which may cite the orders of some diplomas
_OF_TYPE = re.compile(r"\W*l(?:e|a|es) ", re.IGNORECASE)
# The sentences of a page without a heading: before the title in the first one, and behind it
_MOST_TOLD, _LONGEST_TOLD = 3, 400
_SENTENCE = re.compile(r"(?<=[\w)]{2}\.)\s+")


def labelled_title(page: TitlePage) -> FoundTitle | None:
    """Return the value of a title label; type and name may have a label each."""
    if not page.labelled:
        return None
    texts = page.labelled
    types = [text for text in (*texts, *page.types) if read_title(text).is_type_alone]
    names = [text for text in texts if text not in types]
    if types and names and not read_title(names[0]).types:
        return FoundTitle(f"{without_type_label(types[0])} {names[0]}")
    heading = None if names else page.plain_heading or page.set_off_name
    if heading is not None and is_name_line(heading.text):
        return title_in(f"{types[0]} {heading.text}", heading, heading.text)
    return FoundTitle((names or types)[0])


def introduced_title(page: TitlePage) -> FoundTitle | None:
    """Return the title behind words that lead to it: `Vous consultez : CAP Coiffure`."""
    if page.plain_heading:
        return None  # "Parution : CAP Coiffure" stands among news
    for block in page.early[:_MOST_INTRODUCED]:
        lead, mark, text = block.text.partition(": ")
        is_long = len(block.text) > _LONGEST_INTRODUCED or len(block.lines) > 1
        if not mark or is_long or OF_OTHERS.search(fold(lead)) or dates_in(lead):
            continue  # "14 août 2017 : CAP Coiffure en ligne"
        name = read_title(text).name
        if joins_titles(text) or is_file_name(text):
            continue  # "Champ de l'hôtellerie : bac pro cuisine, bac pro …"
        if begins_with_type(text) and name and not is_neutral(name) and not is_sentence(name):
            return FoundTitle(text, (block,))
    return None


def ordered_title(page: TitlePage) -> FoundTitle | None:
    """Return the one diploma that early orders create; their text stays in the page."""
    orders = ((block.text, block.level != 1) for block in page.early if not block.boilerplate)
    titles = _titles_made(orders)
    heading = page.plain_heading
    is_named = heading is not None and fold(heading.text) in titles
    if len(titles) != 1 or (is_named and page.from_page_title):
        return None
    is_other = heading is not None and not any(name in fold(heading.text) for name in titles)
    if heading is not None and heading.level == 1 and is_other:
        return None  # "Lettre n° 12", "Conseil d'État, 5e chambre" above the order
    return FoundTitle(titles.popitem()[1])


def named_by_orders(page: TitlePage, typed: Block, type_words: str) -> FoundTitle | None:
    """Return the one diploma of a type alone that orders below it create, or those right above.

    `type_words`: the words of the type, which stand in the block `typed`.
    """
    if page.from_page_title or _OF_TYPE.match(typed.text):
        return None
    types = read_title(type_words).types
    at = page.places[typed.number]
    titles: dict[str, str] = {}
    for blocks in (page.blocks[at + 1 :], page.blocks[max(at - MOST_BETWEEN, 0) : at]):
        orders = ((block.text, False) for block in blocks if not block.boilerplate)
        titles = titles or _titles_made(orders, types)
    if len(titles) != 1:
        return None
    whole = f"{type_words} {read_title(titles.popitem()[1]).name}"
    return title_in(whole, typed, type_words)


def _titles_made(
    orders: Iterable[tuple[str, bool]], types: Set[str] | None = None
) -> dict[str, str]:
    """Return the titles of the diplomas that orders create, by their names.

    `orders`: the text of each, and whether only the specialities that it creates count. `types`:
    those that count, None for all.
    """
    made = (
        title
        for text, only_specialities in orders
        for title in titles_made_by(text, only_specialities)
    )
    return {
        fold(read.name): title
        for title in made
        if is_name_line((read := read_title(title)).name) and (types is None or read.types & types)
    }


def told_title(page: TitlePage) -> FoundTitle | None:
    """Return the diploma of a page that is no more than a few sentences about it.

    *L'arrêté du 3 mai 2004 porte création du CAP X*. The text stays in the page.
    """
    if page.is_row or page.page_title or any(block.level for block in page.blocks):
        return None
    lines = [b for b in page.blocks if not (b.boilerplate or is_trail(b.text) or is_site(b.text))]
    if len(lines) > _MOST_TOLD or sum(len(line.text) for line in lines) > _LONGEST_TOLD:
        return None
    sentences = [text for line in lines for text in _SENTENCE.split(line.text)]
    title, *others = [*map(told_of, sentences), ""]
    read = read_title(title)
    is_one = read.is_whole and is_name_line(read.name) and not joins_titles(title)
    names = {fold(read_title(other).name) for other in others if other}
    return FoundTitle(title) if is_one and names <= {fold(read.name)} else None
