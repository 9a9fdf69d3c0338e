"""Describe one open HTML element: the properties that the text inside inherits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from selectolax.lexbor import LexborNode

from parsers.formats.html_text import Attributes
from parsers.model.blocks import BlockKind, Cell
from parsers.model.file_types import is_file

BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p "
    "pre section summary table tbody td tfoot th thead tr ul".split()
)
_TOGGLES = frozenset({"data-toggle", "data-bs-toggle", "aria-controls", "aria-expanded"})
_TIPS = frozenset({"tooltip", "popover"})  # shown beside a link that leads somewhere
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
# The square of a page's depth in memory would be too much.
_MOST_STEPS = 64
# So many elements are looked at for a second panel like the first.
_MOST_PANELS = 20
_NOWHERE = ("#", "javascript:")
_PANELS = frozenset({"div", "section", "article"})
_MOST_BETWEEN = 5  # texts and comments between two elements
_TERMS = frozenset("dt th summary legend caption".split())
_STRONG = frozenset("b strong u h1 h2 h3 h4 h5 h6 dt th em i mark big".split())
_STRONG_STYLE = re.compile(
    r"(?<![-\w])(?:font-weight\s*:\s*(?:bold|[6-9]00)|text-transform\s*:\s*uppercase"
    r"|color\s*:(?!\s*(?:black|windowtext|inherit|#0{3,6}\b))"
    r"|text-decoration\s*:\s*underline|font-size\s*:\s*(?:x*-?large|1[4-9]|2\d))",
    re.IGNORECASE,
)
# the typeface and size of a line, in pages made of the sheets of a PDF
_FONT_CLASS = re.compile(r"f[fs][0-9a-f]+")
_HOLDS_BLOCKS = "p,div,ul,ol,dl,table,section,article,h1,h2,h3,h4,h5,h6"
_STRONG_CLASS = re.compile(r"bold|gras|titre|title|heading|label|libelle|strong", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """An open element and what it inherits. `inline`: its making, empty for block elements.

    `path`: the CSS selector of which it is the first element (a step without a number means the
    first of its tag). `containers`: numbers of the block elements around a text in it, innermost
    first. `frame`: tags and classes of these, outermost first. `children`: how many of each tag it
    has had so far. `link`: number of the link it stands in, `title`: what that link's attributes
    say. `texts`: how many texts the page had before it. `images`: how many images. `kept`: it
    stands in what looks like boilerplate and is content.
    """

    tag: str
    kind: BlockKind = "paragraph"
    level: int = 0
    making: str = ""
    strong: bool = False
    href: str | None = None
    element: int = 0
    inline: str = ""
    cell: Cell | None = None
    path: str = ""
    containers: tuple[int, ...] = (0,)
    frame: str = ""
    children: dict[str, int] = field(default_factory=dict)
    preformatted: bool = False
    boilerplate: bool = False
    link: int = 0
    texts: int = 0
    images: int = 0
    kept: bool = False
    title: str = ""


def making_of(tag: str, names: Sequence[str]) -> str:
    """Return how an element is made: its tag with the first of the names of its class.

    Of a line of a PDF (`t m0 x48 h2 y30c ff3 fs2`) these are its place; the names of its typeface
    and size follow.
    """
    if not names:
        return tag
    fonts = filter(_FONT_CLASS.fullmatch, names[3:]) if names[0] == "t" else ()
    return ".".join((tag, *names[:3], *fonts))


def below(path: str, step: str) -> str:
    """Return `path` with one more step; of more than 64 the outermost is left out."""
    whole = f"{path}>{step}"
    if len(whole) > 2 * _MOST_STEPS and whole.count(">") >= _MOST_STEPS:
        return whole.partition(">")[2]
    return whole


def contained(
    element: int, kind: BlockKind, begins_item: bool, spans_rows: bool, outer: Element
) -> tuple[int, ...]:
    """Return the containers of a text in a block element.

    A cell that spans rows belongs to the table, not to its own row. A paragraph inside a term, as
    `<th><p>`, is that term, and the first one of an item is the item.
    """
    if kind == outer.kind and (kind == "term" or (kind == "item" and begins_item)):
        return outer.containers
    around = outer.containers[1:] if spans_rows and outer.tag == "tr" else outer.containers
    return (element, *around[: _MOST_STEPS - 1])


def kind_and_level(tag: str, attributes: Attributes, outer: Element) -> tuple[BlockKind, int]:
    """Return kind and heading level of a block element, inherited where its tag means neither."""
    if tag in _HEADINGS:
        return "heading", _HEADINGS[tag]
    if attributes.get("role") == "heading":
        return "heading", _HEADINGS.get(f"h{attributes.get('aria-level')}", 2)
    if outer.level:  # whatever stands inside a heading belongs to it
        return outer.kind, outer.level
    if tag in _TERMS or tag == "button":
        return "term", 0
    if outer.kind == "term" and tag not in {"dd", "td", "table", "fieldset"}:
        return "term", 0
    if tag == "li":
        return "item", 0
    if outer.kind == "item" and tag in {"p", "div", "section", "article", "center"}:
        return "item", 0
    return "paragraph", 0


def is_strong(node: LexborNode, tag: str, attributes: dict[str, str | None]) -> bool:
    """Return whether an element sets its text off, by its tag, style or class."""
    if tag in _STRONG:
        return True
    if tag == "font":
        return "color" in attributes or (attributes.get("size") or "").strip("+") in "4567"
    if not attributes:
        return False
    style, names = attributes.get("style"), attributes.get("class")
    if style and _STRONG_STYLE.search(style):
        return True
    if not names or not _STRONG_CLASS.search(names):
        return False
    # a wrapper named so sets nothing off; the selector also finds the element itself
    return tag == "span" or (tag in {"div", "p"} and len(node.css(_HOLDS_BLOCKS)) <= 1)


def target(tag: str, attributes: dict[str, str | None]) -> str | None:
    """Return the target of a link; None for a link that only opens a panel."""
    if tag != "a" or any(
        attributes[name] not in _TIPS for name in _TOGGLES.intersection(attributes)
    ):
        return None
    href = attributes.get("href")
    return href if attributes.get("role") != "button" or is_file(href) else None


def is_bullet_image(attributes: dict[str, str | None]) -> bool:
    """Return whether an image stands for a bullet: by its alternative text or by its name."""
    alt = (attributes.get("alt") or "").strip()
    names = f"{attributes.get('class') or ''} {attributes.get('src') or ''}"
    return alt in {"-", "*", "•", "·"} or bool(re.search(r"puce|bullet", names, re.IGNORECASE))


def opener(node: LexborNode, tag: str, scripted: str | None, outer: Element) -> tuple[str, bool]:
    """Return what a button or a link is, and whether a button is a link.

    A link that heads a panel is a `button`. The tag of a button that is neither a link nor a
    panel's heading, and so is not shown, is empty.
    """
    attributes = node.attributes
    if tag == "a":
        is_heading = not (scripted or outer.level) and _is_heading_link(node, attributes)
        return ("button" if is_heading else tag), False
    is_link = bool(scripted or outer.href)
    return (tag if is_link or _is_heading_button(node, attributes, outer) else ""), is_link


def _is_heading_button(node: LexborNode, attributes: Attributes, outer: Element) -> bool:
    """Return whether a button is a panel's heading.

    It opens one, stands in a heading, or above the one panel of an element beside others made so,
    or takes turns with panels.
    """
    opens = {"aria-controls", "aria-expanded", "data-target", "data-bs-target"} & set(attributes)
    return outer.level > 0 or bool(opens) or _heads_panel(node)


def _is_heading_link(node: LexborNode, attributes: Attributes) -> bool:
    """Return whether a link that leads nowhere is a panel's heading: `<a href="#">Accès</a><div>`.

    Such links take turns with panels, or stand above the panel of an element beside others, or
    alone above the panel that they lead to: `<div><a href="#acces">Accès</a></div>`.
    """
    place = attributes.get("href") or ""
    if place[:1] == "#" and place[1:] and _stands_above(node, place[1:]):
        return True
    if not _leads_nowhere(attributes):
        return False
    around = node.parent
    head = around if around is not None and around.tag in {"div", "p"} else node
    head = head if head is node or [*islice(head.iter(), 2)][1:] == [] else node
    panel = _neighbour(head, 1)
    return panel is not None and panel.tag in _PANELS and _heads_panel(head)


def _stands_above(node: LexborNode, place: str) -> bool:
    """Return whether an element, or the one that it stands alone in, is right above a place."""
    around = node.parent
    if around is not None and around.tag == "div" and [*islice(around.iter(), 2)][1:] == []:
        node = around
    panel = _neighbour(node, 1)
    return panel is not None and panel.tag in _PANELS and panel.attributes.get("id") == place


def _leads_nowhere(attributes: Attributes) -> bool:
    return (attributes.get("href") or "#").startswith(_NOWHERE)


def _is_opener(node: LexborNode) -> bool:
    if node.tag in {"div", "p"} and len(inner := [*islice(node.iter(), 2)]) == 1:
        node = inner[0]
    return node.tag == "button" or (node.tag == "a" and _leads_nowhere(node.attributes))


def _heads_panel(button: LexborNode) -> bool:
    around = button.parent.parent if button.parent else None
    beside = islice(around.iter(), _MOST_PANELS) if around else ()
    return _takes_turns(button) or sum(map(_is_button_and_panel, beside)) > 1


def _takes_turns(button: LexborNode) -> bool:
    """Return whether the button and a panel stand beside another such pair: `button div button`."""
    panel = _neighbour(button, 1)
    if panel is None or panel.tag not in _PANELS:
        return False
    next_button = _neighbour(panel, 1)
    next_panel = _neighbour(next_button, 1) if next_button else None
    last_panel = _neighbour(button, -1)
    last_button = _neighbour(last_panel, -1) if last_panel else None
    pairs = ((next_button, next_panel), (last_button, last_panel))
    return any(b and p and _is_opener(b) and p.tag in _PANELS for b, p in pairs)


def _neighbour(node: LexborNode, step: int) -> LexborNode | None:
    """Return the element behind a node (`step` 1) or before it (-1), past texts and comments."""
    other = node
    for _ in range(_MOST_BETWEEN):
        beside = other.next if step > 0 else other.prev
        if beside is None or not (beside.tag or "-").startswith("-"):
            return beside
        other = beside
    return None


def _is_button_and_panel(node: LexborNode) -> bool:
    parts = [*islice(node.iter(), 3)]
    return len(parts) == 2 and _is_opener(parts[0]) and parts[1].tag in _PANELS


def columns_of(attributes: Attributes) -> int:
    """Return how many columns a cell spans; 1 unless it is a number up to 99."""
    width = (attributes.get("colspan") or "").strip()
    return int(width) if re.fullmatch("[1-9][0-9]?", width) else 1


def is_caption_row(node: LexborNode, tag: str, place: tuple[int, int]) -> bool:
    """Return whether a cell with `colspan` is the only one of its table's first row.

    Such a row is the table's title, and the columns are named below it. `place`: that of the cell
    before.
    """
    if tag not in {"td", "th"} or place != (0, -1) or "colspan" not in node.attributes:
        return False
    row = node.parent
    if row is None or len(row.css("td,th")) != 1:
        return False
    # rows of one cell below it are no columns: `<tr><th colspan=2>Durée<tr><td colspan=2>2 ans`
    below = row.next
    while below is not None and below.tag != "tr":
        below = below.next
    cells = [child for child in below.iter() if child.tag in {"td", "th"}] if below else []
    return len(cells) != 1 or "colspan" not in cells[0].attributes
