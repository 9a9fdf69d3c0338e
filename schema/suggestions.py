"""A name that is not known is refused together with the one that was probably meant."""

import difflib
from collections.abc import Collection

from schema.errors import UnusableInput


def not_known(table: str, name: str, known: Collection[str]) -> UnusableInput:
    """Return the error for the key `name` of a table of the configuration (`""`.

    The file itself).
    """
    near = difflib.get_close_matches(name, known, 1, 0.5)
    where = f"{table}.{name}" if table else name
    others = f"the nearest name is {near[0]}" if near else f"known are {', '.join(sorted(known))}"
    return UnusableInput(f"{where} is not known; {others}")
