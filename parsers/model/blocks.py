"""The short vocabulary that every document is flattened to, in reading order.

HTML, Markdown and PDF text all become blocks; everything after that is written once.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from schema.text import clean

BlockKind = Literal["heading", "term", "paragraph", "item"]


class Part(NamedTuple):
    """A run of text inside one inline element.

    `strong`: set off by weight, colour or size. `element`: number of the innermost element, so
    that two neighbours can be told apart. `making`: tag and class of that element.
    `href`: target of the link it stands in, `link`: number of that link's element.
    `after_break`: begins a new line (`<br>`). `title`: what the link's attributes call its target.
    """

    text: str
    strong: bool = False
    element: int = 0
    making: str = ""
    href: str | None = None
    after_break: bool = False
    link: int = 0
    title: str = ""


class Cell(NamedTuple):
    """Where in a table a block stands: table number, row and column from 0, whether in a `th`."""

    table: int
    row: int
    column: int
    header: bool


@dataclass(eq=False)  # not frozen, which makes each of a page's blocks three times as dear
class Block:
    """One heading, term (`dt`, `th`), paragraph or list item.

    `level`: 1-6 for headings, 0 otherwise. `making`: how it is made (tag, class, inner tags):
    equal things on a page are made alike. `place`: CSS path, Markdown line or PDF page.
    `furniture`: a heading inside a page header, good for a title at most. `containers`: numbers of
    the elements around it, innermost first: what shares a container belongs together.
    `number`: its place in the reading order. `frame`: tags and classes of the elements around it.
    `text_only`: what it says is never a label, since the source tells which field it belongs to.
    """

    kind: BlockKind
    parts: tuple[Part, ...]
    place: str
    level: int = 0
    making: str = ""
    cell: Cell | None = None
    furniture: bool = False
    containers: tuple[int, ...] = ()
    number: int = 0
    frame: str = ""
    text_only: bool = False

    @cached_property
    def text(self) -> str:
        """The whole text on one line."""
        return clean(joined(self.parts))

    @cached_property
    def strong(self) -> bool:
        """Whether all of its text is set off."""
        return all(part.strong for part in self.parts if part.text.strip())

    @cached_property
    def lines(self) -> tuple[tuple[Part, ...], ...]:
        """The parts by line, as `<br>` divides them."""
        if len(self.parts) == 1:
            return (self.parts,)
        lines: list[list[Part]] = [[]]
        for part in self.parts:
            if part.after_break and lines[-1]:
                lines.append([])
            lines[-1].append(part)
        return tuple(tuple(line) for line in lines)

    @cached_property
    def only_link(self) -> str | None:
        """The target when all of its text is one link."""
        targets = {part.href for part in self.parts if part.text.strip()}
        return next(iter(targets)) if len(targets) == 1 else None


def joined(parts: tuple[Part, ...] | list[Part]) -> str:
    """Return the text of `parts`; a line break counts as white space."""
    if len(parts) == 1 and not parts[0].after_break:
        return parts[0].text
    return "".join([f" {part.text}" if part.after_break else part.text for part in parts])
