"""A diploma that another source places at the address of a document."""

from typing import NamedTuple


class ExpectedDiploma(NamedTuple):
    """`name`: unique among those of one address.

    `titles`: as sources write them, without the words of the type, the source's own first. `code`,
    `type`: None when unknown.
    """

    name: str
    code: str | None
    type: str | None
    titles: tuple[str, ...]
