"""Makings: given values rendered into many kinds of HTML pages, and noise to put around them.

An adversary for a reader of pages: it shares no code with one. ``MAKINGS[name](values)`` is a whole
page as bytes, ``NOISE[name](page)`` the same page with something added that must not
count, ``shown(name, values)`` what the page shows (sober pages show less than they are given).
"""

from . import (
    apps,
    cms,
    decorated,
    encodings,
    headings,
    inline,
    lists,
    mirror,
    office,
    sober,
    standins,
    state,
    tables,
    trades,
    word,
)
from .labels import LABEL_VARIANTS, label_variants
from .noise import NOISE
from .registry import MAKINGS, SOBER, shown
from .values import Values, from_fiche

FAMILIES = (
    headings,
    decorated,
    standins,
    lists,
    tables,
    inline,
    trades,
    state,
    cms,
    office,
    word,
    mirror,
    apps,
    encodings,
    sober,
)

__all__ = [
    "FAMILIES",
    "LABEL_VARIANTS",
    "MAKINGS",
    "NOISE",
    "SOBER",
    "Values",
    "from_fiche",
    "label_variants",
    "shown",
]
