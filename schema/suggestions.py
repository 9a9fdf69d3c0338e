"""Refuse an unknown name, and suggest the known name that was probably meant."""

import difflib
from collections.abc import Collection

from schema.errors import UnusableInput


def not_known(table: str, name: str, known: Collection[str]) -> UnusableInput:
    """Return the error for the unknown key `name` in `table` of the configuration.

    `table` is empty for the file itself. The error names the nearest of the `known` names, or all.
    """
    near = difflib.get_close_matches(name, known, 1, 0.5)
    where = f"{table}.{name}" if table else name
    others = f"the nearest name is {near[0]}" if near else f"known are {', '.join(sorted(known))}"
    return UnusableInput(f"{where} is not known; {others}")
