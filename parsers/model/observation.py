"""Observations: what was seen for a field, and where. Every published value can show its own."""

from typing import NamedTuple


class Observation(NamedTuple):
    """`field`, the text as published, where it stood, and how the value was made of it.

    `label`: the label or heading it stood under; empty when none. `derived`: the value is not
    what the text says but follows from it (a level from a code's prefix).
    """

    field: str
    text: str
    place: str
    label: str = ""
    rule: str = "as published"
    derived: bool = False
