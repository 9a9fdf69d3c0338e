"""Other diplomas of the list: near the page's, or any."""

import re

from schema.text import ascii_text

from .diplomas import TYPES, Diploma, diplomas
from .draft import Draft


def others(draft: Draft, count: int) -> list[Diploma]:
    """Some diplomas that are not the page's."""
    pool = [each for each in diplomas().single if each.name.lower() != draft.name.lower()]
    return draft.random.sample([each for each in pool if each.code != draft.code], count)


def other_name(draft: Draft) -> str:
    """The name of a diploma of the same type in the same field, or the page's own, renewed."""
    kind, field = ("CS" if draft.type == "MC" else draft.type), draft.code[3:5]
    pool = [
        each.name
        for each in diplomas().single
        if (each.type, each.code[3:5]) == (kind, field)
        and _beginning(each.name) != _beginning(draft.name)
        and "option" not in each.name
    ]
    return draft.name if not pool or draft.random.random() < 0.35 else draft.random.choice(pool)


def _beginning(name: str) -> str:
    """What a name has in common with its other spellings."""
    return ascii_text(name).lower()[:8]


def short_title(diploma: Diploma) -> str:
    """The title of a diploma, with the short name of its type."""
    return f"{TYPES[diploma.type].short[0]} {diploma.name}"


def stem(diploma: Diploma) -> str:
    """The name of another diploma's page."""
    return f"{diploma.type.lower()}_{re.sub('[^A-Za-z]', '', ascii_text(diploma.name))[:8]}"
