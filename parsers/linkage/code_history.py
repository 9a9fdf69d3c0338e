"""Which codes have taken the place of which, as all records together say."""

from collections.abc import Iterable

from schema.referential import Referential

# A code, and one whose place it has taken.
Succession = tuple[str, str]


def said(record: Referential) -> tuple[Succession, ...]:
    """What a record says of its own code."""
    code = record.code
    if code is None:
        return ()
    pairs = [(later, code) for later in record.replaced_by]
    pairs += [(code, former) for former in record.replaces]
    return tuple(pair for pair in pairs if pair[0] != pair[1])


class Successions:
    """All of `pairs` together."""

    def __init__(self, pairs: Iterable[Succession]) -> None:
        self._later: dict[str, set[str]] = {}
        for later, former in pairs:
            self._later.setdefault(former, set()).add(later)

    def of(self, code: str | None) -> list[str]:
        """The codes that have taken the place of `code`, whichever source says so."""
        return sorted(self._later.get(code or "", ()))

    def related(self, one: str, other: str) -> bool:
        """Whether one of two codes has taken the other's place."""
        return other in self._later.get(one, ()) or one in self._later.get(other, ())
