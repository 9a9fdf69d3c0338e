"""Find the way to a page (its breadcrumb) and the diploma or type that its last step names."""

import itertools
import re
from collections.abc import Iterable, Iterator

from parsers.model.blocks import Block, Part, joined
from parsers.segment.title_words import in_singular
from schema.text import clean, fold
from schema.title import read_title

_STEP = re.compile(r"\s*[>›→]\s*|\s»\s+(?=\S)|\s/\s")  # no end of a name in quotation marks
_HOME = re.compile(r"(?:vous êtes ici\s*:?\s*)?accueil\b", re.IGNORECASE)


def last_step(text: str, name: str) -> str:
    """Return the last step of the way to a page that is not its own `name`; else the text.

    A type in the singular, also where the way ends in type and name.
    """
    steps = [step for step in _STEP.split(text) if step and fold(step) != fold(name)]
    if steps and fold((own := read_title(steps[-1])).name) == fold(name):
        return own.type_label or text
    is_page_about = " : " in name and "option" not in fold(name)  # "PSE : définition des épreuves"
    step = text if len(steps) < 2 or is_page_about else steps[-1]
    singular = in_singular(step)
    return singular if read_title(singular).is_type_alone else step


def _ways(blocks: Iterable[Block]) -> Iterator[tuple[Part, ...]]:
    """Yield the ways to a page: lines such as `Accueil > CAP`, or the items of a list."""
    for block in blocks:
        if _STEP.search(block.text) and _HOME.match(block.text):
            yield block.parts
    items = (block for block in blocks if block.kind == "item")
    for _, group in itertools.groupby(items, lambda block: block.containers[1:2]):
        listed = [*group]
        types = (read_title(in_singular(block.text)).is_type_alone for block in listed)
        if sum(types) < 2 and _HOME.match(listed[0].text):  # no menu of all types
            step = listed[0].parts[0]._replace(text=" > ", href=None)
            yield tuple(part for block in listed for part in (*block.parts, step))[:-1]


def types_of_way(menus: tuple[Block, ...], name: str) -> set[str | None]:
    """Return the type that the way to a page ends in."""
    ends = (last_step(clean(joined(way)), name) for way in _ways(menus))
    return {text for text in ends if read_title(text).is_type_alone}


def unlinked_ends(blocks: Iterable[Block]) -> set[str]:
    """Return the last steps of the ways to the page in `blocks`, but for links."""
    unlinked = (way for way in _ways(blocks) if way[-1].href is None)
    return {_STEP.split(clean(joined(way)))[-1] for way in unlinked}
