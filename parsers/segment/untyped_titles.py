"""Find the title of a page whose blocks have no words of a type: by `<title>`, else by a name."""

from parsers.model.blocks import Block
from parsers.segment.breadcrumb import last_step, types_of_way
from parsers.segment.title_page import TitlePage
from parsers.segment.title_sources import FoundTitle, title_in
from parsers.segment.title_text import title_text
from parsers.segment.title_words import is_name_line, is_neutral, joins_titles
from schema.text import fold
from schema.title import read_title, titles_made_by, without_code


def untyped_title(page: TitlePage) -> FoundTitle:
    """Return `<title>` if it has a type's words, else a heading or paragraph without any.

    Below a heading that says no more than *Référentiel* the way to the page may end in one.
    """
    if typed := page.from_page_title:
        return typed
    heads = [heading for heading in page.headings if heading.level == 1]
    if heads and all(is_neutral(head.text) for head in heads):
        ends = [end for end in page.ends_of_ways() if read_title(end).is_whole]
        way = ends[0] if len(ends) == 1 else ""
        if way and is_name_line(read_title(way).name) and not joins_titles(way):
            return FoundTitle(way)
    untitled = None if page.page_title else page.set_off_name
    if heading := page.plain_heading or untitled:
        name = title_text(heading)  # "Cuisine - arrêté du 9 mars 1993"
        return _type_beside(page, heading, name) or title_in(name, heading)
    return FoundTitle(page.page_title)


def _type_beside(page: TitlePage, block: Block, title: str) -> FoundTitle | None:
    """Return the title of a heading that is a name, with the one type that goes with it.

    On a line beside it, as the last step of the way to the page, or in an order that makes it;
    else the last step of the way in the menus.
    """
    name = without_code(title)
    if not is_name_line(name):
        return None
    at = page.places[block.number]
    around = page.blocks[max(at - 2, 0) : at][::-1], page.blocks[at + 1 : at + 3]
    for lines in around:
        texts = [last_step(line.text, name) for line in lines]
        if [read_title(text).is_type_alone for text in texts] in ([True], [True, False]):
            return title_in(f"{texts[0]} {title}", block, title)
    if page.types:  # a label says it
        return None
    made = (t for b in page.blocks if not b.boilerplate for t in titles_made_by(b.text, False))
    of_it = (read for t in made if fold((read := read_title(t)).name) == fold(name))
    types = {read.type_label for read in of_it if not read.name_first}
    types = types or types_of_way(page.menus(), name)
    return title_in(f"{types.pop()} {title}", block, title) if len(types) == 1 else None
