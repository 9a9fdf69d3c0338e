"""The short vocabulary that every document is flattened to, in reading order.

HTML, Markdown and PDF text all become blocks; everything after that is written once.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from parsers.model.file_types import is_file
from schema.text import clean

BlockKind = Literal["heading", "term", "paragraph", "item"]


class Part(NamedTuple):
    """A run of text inside one inline element.

    `strong`: set off by weight, colour or size. `element`: number of the innermost element, so
    that two neighbours can be told apart. `making`: tag and class of that element.
    `href`: target of the link it stands in, `link`: number of that link's element.
    `after_break`: begins a new line (`<br>`). `title`: the link's name in its attributes.
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
    """Where in a table a block stands: table number, row and column from 0, whether in a `th`.

    `last`: the last of the rows that the cell spans, its own where it spans one; `right`: the last
    of the columns, likewise.
    """

    table: int
    row: int
    column: int
    header: bool
    last: int
    right: int


@dataclass(eq=False, slots=True)  # not frozen, which makes each block three times as dear
class Block:
    """One heading, term (`dt`, `th`), paragraph or list item.

    `level`: 1-6 for headings, 0 otherwise. `making`: how it is made (tag, class, inner tags):
    equal things on a page are made alike. `place`: CSS selector, whose first element is meant,
    Markdown line or PDF page. `boilerplate`: a heading inside a page header, good for a title at
    most. `containers`: numbers of the elements around it, innermost first: what shares a container
    belongs together.
    `number`: its place in the reading order. `frame`: tags and classes of the elements around it.
    `text_only`: what it says is never a label, since the source tells which field it belongs to.

    Of the parts: `text`: all on one line. `strong`: whether all of it is set off. `lines`: the
    parts by line, as `<br>` divides them. `has_link`: whether any is a link. `only_link`: the
    first target when all of it is links.
    """

    kind: BlockKind
    parts: tuple[Part, ...]
    place: str
    level: int = 0
    making: str = ""
    cell: Cell | None = None
    boilerplate: bool = False
    containers: tuple[int, ...] = ()
    number: int = 0
    frame: str = ""
    text_only: bool = False
    text: str = field(init=False)
    strong: bool = field(init=False)
    lines: list[tuple[Part, ...]] = field(init=False)
    has_link: bool = field(init=False)
    only_link: str | None = field(init=False)

    def __post_init__(self) -> None:
        if len(self.parts) == 1:  # nearly all blocks
            (part,) = self.parts
            self.text = clean(part.text)
            self.strong = part.strong or not part.text.strip()
            self.lines = [self.parts]
            self.has_link = bool(part.href)
            self.only_link = part.href if part.text.strip() else None
            return
        filled = [part for part in self.parts if part.text.strip()]
        targets = [part.href for part in filled]
        self.text = clean(joined(self.parts))
        self.strong = all(part.strong for part in filled)
        self.lines = lines_of(self.parts)
        self.has_link = any(part.href for part in self.parts)
        self.only_link = targets[0] if targets and all(targets) else None


def lines_of(parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
    """Divide parts at the breaks (`<br>`) between them, but for those inside a link to a file.

    `<a href="a.pdf">Référentiel<br>de certification</a>` has one name.
    """
    breaks = [
        number
        for number, part in enumerate(parts)
        if part.after_break and number and not _is_in_file_link(parts[number - 1], part)
    ]
    if not breaks:
        return [parts]
    edges = itertools.pairwise([0, *breaks, len(parts)])
    return [parts[start:stop] for start, stop in edges]


def _is_in_file_link(before: Part, part: Part) -> bool:
    """Return whether two parts are of one link to a file."""
    is_one = part.href is not None and (part.href, part.link) == (before.href, before.link)
    return is_one and is_file(part.href)


def joined(parts: Sequence[Part]) -> str:
    """Return the text of `parts`; a line break counts as white space."""
    # a slice costs less than a call of `len`: most lines have one part
    if parts and not parts[1:] and not parts[0].after_break:
        return parts[0].text
    return "".join([f" {part.text}" if part.after_break else part.text for part in parts])
