"""The rank of sources for each field: the packaged table `ranks.csv`."""

from functools import cache
from typing import Literal, NamedTuple, cast

from schema.vocabulary import rows

Rule = Literal["first", "newest", "repeal", "all", "orders"]


class Rank(NamedTuple):
    """Fields whose values are taken from one source together: the source of the first of them.

    `sources`: in the order in which they are believed. `warns`: another value in another source
    is a warning.
    """

    fields: tuple[str, ...]
    rule: Rule
    warns: bool
    sources: tuple[str, ...]

    def place(self, source: str) -> int:
        """Return the rank of a source, from 0; a look-up table, without one, comes last."""
        return self.sources.index(source) if source in self.sources else len(self.sources)


@cache
def ranks() -> tuple[Rank, ...]:
    """Return the table, in its order."""
    return tuple(
        Rank(
            tuple(row["fields"].split(",")),
            cast(Rule, row["rule"]),
            row["compare"] == "warning",
            tuple(row["sources"].split(",")),
        )
        for row in rows("ranks.csv")
    )
