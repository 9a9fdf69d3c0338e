"""Successions of codes, from the statements of all records."""

from collections.abc import Iterable

from schema.referential import Referential

# A code, and a code that it replaces.
Succession = tuple[str, str]


def successions_of(record: Referential) -> tuple[Succession, ...]:
    """Return the successions that a record states of its own code."""
    code = record.code
    if code is None:
        return ()
    pairs = [(later, code) for later in record.replaced_by]
    pairs += [(code, former) for former in record.replaces]
    return tuple(pair for pair in pairs if pair[0] != pair[1])


class Successions:
    """Look-up of the successions `pairs`."""

    def __init__(self, pairs: Iterable[Succession]) -> None:
        self._later: dict[str, set[str]] = {}
        for later, former in pairs:
            self._later.setdefault(former, set()).add(later)

    def of(self, code: str | None) -> list[str]:
        """Return the codes that replaced `code`, in order."""
        return sorted(self._later.get(code or "", ()))

    def related(self, first: str, second: str) -> bool:
        """Return whether one of two codes replaced the other."""
        return second in self._later.get(first, ()) or first in self._later.get(second, ())
