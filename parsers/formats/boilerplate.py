"""Separate boilerplate (navigation, header, footer, banners, asides, hidden parts) from content.

Boilerplate never counts: it repeats our labels and names other diplomas. What looks like it is
content after all when its links are files of the diploma, or when it states a repeal, an order, a
session or a code (`is_content`).
"""

import itertools
import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from selectolax.lexbor import LexborNode

from parsers.formats.html_text import Attributes, scripted_address
from parsers.model.file_types import is_file, is_file_detail, is_page
from parsers.model.link_words import only_opens
from parsers.model.statement import SUCCESSION
from schema.dates import parse_date
from schema.lexicon import Lexicon
from schema.text import ascii_text, clean, fold, has_any, same_length
from schema.title import begins_with_type, read_title
from schema.vocabulary import lone_words, page_words, phrases

# Never read, wherever they stand.
_NO_TEXT = frozenset(
    "script style template noscript iframe object embed svg math option textarea input audio "
    "video canvas head dialog datalist link meta del s strike".split()
)
_FACTS = frozenset({"acronym", "code", "cpc", "duration", "sector"})
_STRUCK = frozenset("del s strike".split())
# "<h1><s>CAP X</s> (abrogé)</h1>": the title is that of a diploma that has ended.
_LONGEST_END = 100
_HAS_ENDED = re.compile(r"\W*(?:diplome )?(?:abroge|supprime)e?\b.{0,60}")
_AROUND = frozenset("nav aside search".split())
# Elements that are no boilerplate whatever their class is called, and those of which it does not
# tell, but what they hold or stand beside.
_NEVER_NAMED = frozenset("main article h1 h2 h3 h4 h5 h6 dt dd".split())
_BY_PLACE = frozenset("header footer form p font address".split())
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar "
    "tablist alert status".split()
)
# Words of a class or id that name boilerplate by themselves.
_WORDS = frozenset(phrases("boilerplate name").split("|"))
_PHRASES = page_words("boilerplate in a name")
_LINE = page_words("boilerplate line")
_SMALL_SIZES = frozenset({"1", "-1", "-2", "-3", "-4"})  # of `<font>`
_SMALL = ",".join(["small", *(f'font[size="{size}"]' for size in sorted(_SMALL_SIZES))])
_LONGEST_LAST_LINE = 200  # characters of a line that tells who made the page
_FOOTERS = frozenset(
    "pied footer pied-de-page pied_de_page pieddepage bas-de-page msofooter msoheader".split()
)
_WHOLE = frozenset("header entete banniere banner nav bandeau bas".split())
_ROWS = frozenset({"tr", "thead", "th"})
# A class that names a part of a card, tab or table is no boilerplate.
_EXEMPT = re.compile(r"card|panel|accordion|tab|pane|table|modal-body|item|field|entry|content")
_MAY_HIDE = frozenset({"hidden", "aria-hidden", "style", "class"})
_HIDDEN_CLASSES = frozenset("hidden d-none is-hidden display-none fr-hidden invisible".split())
# Bootstrap's `d-none d-md-block`, Tailwind's `hidden md:block`, the DSFR's `fr-unhidden-md`
_SHOWN_IF_WIDE = re.compile(
    r"\b(?:d-(?:sm|md|lg|xl|xxl)-|(?:sm|md|lg|xl):|fr-unhidden)(?!none|hidden)"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_OPENERS = "[aria-controls],[data-target],[data-bs-target],[data-toggle],[data-bs-toggle]"
# What opens a hidden element below it, and the names of scripts that do so.
_OPEN_BELOW = frozenset("h2 h3 h4 h5 h6 dt button".split())
_OPENS = re.compile(r"accord|toggle|collaps|depli|deroul|faq|spoiler|onglet|panel")
_SECTIONING = frozenset("article main section".split())
# Elements that may hold content although they are made like boilerplate; where they never do.
_MAY_HOLD = frozenset(
    "nav aside form div ul ol section td table fieldset p span header address font".split()
)
_COLUMNS = frozenset("aside div section td".split())
_VALUES_BESIDE = frozenset("dd td span div p".split())  # of a label in the element before
_BOXES = frozenset("section div".split())
_OF_FIELDS = frozenset({"text", "list", "value"})  # kinds of labels that no banner is called
_OF_SITES = frozenset({"legal", "links", "heading"})  # that some are
_LONGEST_LABEL = 60
_MOST_BETWEEN = 5  # rows or paragraphs from one label to the next
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_HEADING = ",".join(sorted(_HEADINGS))
_MOST_WRAPPERS = 8  # around the parts of a column
_MOST_PARTS = 40  # of a column; one with more elements is a list
_NEVER_CONTENT = page_words("never content")
_ADDRESSED = "a[href],area[href],option[value],iframe[src],embed[src],object[data],[onclick]"
OWN_FILE = lone_words("file in a notice")
_LISTS = re.compile(r"(?:(?:la )?liste|sommaire|index|tous|toutes) (?:les|des?|du|d)\b.{0,40}")
_NAME = re.compile(r"[^a-z0-9]+")  # between the words of a class or id
_STATES = page_words("notice")
_FACT = page_words("fact of a diploma")
_ORDER = re.compile(r"\b(?:arretes?|arr|decrets?) .{0,60}\b(?:19|20)\d\d\b")
_COLON_APART = re.compile(r"\s*\n\s*:\s*")  # of a label that is set off
_CELLS = ("td", "th")
_ALERTS = ("alert", "status", "notice", "bandeau")  # what a notice's class or role holds
_NOTICE = 600  # characters of a notice; what is longer is a column of its own
_LONGEST_BOX = 2000  # characters of a box that is all facts
_FEWEST_FACTS = 3  # of different fields
_MOST_IN_TURN = 6  # lines of a box of labels and values
_COMMAND = page_words("command of a panel")
_IN_COMMAND = frozenset({"button", "summary"})
_MOST_ORDERS = 6  # to whose pages a box of facts leads
_SHOWN_VALUE = "input[readonly][value],input[disabled][value]"
_FILLED_IN = "select,label,button,textarea"
_MOST_OF_PAGE = 2  # times the text around a form
_LINES = 40  # elements of a form among which a title is looked for


class Page:
    """Facts about the whole page that decide on its elements: panels, tabs, anchors.

    `root`: its body; None where nothing opens a panel.
    """

    def __init__(self, root: LexborNode | None) -> None:
        self._controlled = {
            name
            for node in (root.css(_OPENERS) if root is not None else ())
            for attribute in ("aria-controls", "data-target", "data-bs-target", "href")
            for name in (node.attributes.get(attribute) or "").replace("#", "").split()
        }

    def is_hidden(self, node: LexborNode, attributes: Attributes) -> bool:
        """Return whether the element is never shown: hidden, and no tab or button opens it."""
        if _MAY_HIDE.isdisjoint(attributes):
            return False
        classes = (attributes.get("class") or "").split()
        hidden = (
            "hidden" in attributes
            or attributes.get("aria-hidden") == "true"
            or bool(_HIDDEN_STYLE.search(attributes.get("style") or ""))
            or (
                bool(_HIDDEN_CLASSES.intersection(classes))
                and not _SHOWN_IF_WIDE.search(attributes.get("class") or "")
            )
        )
        return hidden and not self.is_panel(node)

    def is_panel(self, node: LexborNode) -> bool:
        """Return whether a tab or a button opens this element, or one right inside or around it."""
        for candidate in itertools.islice(_upwards(node), 3):
            attributes = candidate.attributes
            if attributes.get("role") == "tabpanel" or attributes.get("id") in self._controlled:
                return True
        opener = _beside(node, -1)  # "<button aria-expanded="false">Lire la suite</button>"
        if opener is not None and (
            "aria-expanded" in opener.attributes
            or _is_button(opener)
            or _is_button(_only_link(opener))
        ):
            return True
        return _is_below_its_heading(node)


def _is_button(node: LexborNode | None) -> bool:
    """Return whether an element is a link to nowhere, as scripts make buttons of them.

    No *Haut de page*, which leads to a place of the page or says so.
    """
    if node is None or node.tag != "a":
        return False
    href = node.attributes.get("href") or "#"
    return (href in {"#", "#!"} or href.startswith("javascr")) and not _is_line(clean(node.text()))


def _only_link(node: LexborNode) -> LexborNode | None:
    """Return the link that is all that a `div` or `p` holds."""
    return _only_child(node) if node.tag in {"div", "p"} else None


def _is_below_its_heading(node: LexborNode) -> bool:
    """Return whether an element is all that stands between a heading and the next one like it.

    A script opens it, whose name the heading, the element or the one around both bears, as
    `accordion`, or whose link the heading holds: `<h3><a href="#">Accès</a></h3>`.
    """
    heading, behind = _beside(node, -1), _beside(node, 1)
    if heading is None or heading.tag not in _OPEN_BELOW:
        return False
    if behind is not None and behind.tag != heading.tag:
        return False
    around = (node, heading, node.parent)
    names = " ".join(
        f"{each.attributes.get('class') or ''} {each.attributes.get('id') or ''}"
        for each in around
        if each is not None
    )
    link = heading.css_first("a")
    jumps = link is not None and (link.attributes.get("href") or "#").startswith(("#", "javascr"))
    return bool(jumps or _OPENS.search(names.lower()))


def _beside(node: LexborNode, step: int) -> LexborNode | None:
    """Return the element right before another (-1), or behind it (1), with no text between."""
    beside = node.prev if step < 0 else node.next
    while beside is not None and (beside.tag or "-").startswith(("-", "!", "#")):
        if beside.tag == "-text" and (beside.text_content or "").strip():
            return None
        beside = beside.prev if step < 0 else beside.next
    return beside


def _is_ended_title(node: LexborNode) -> bool:
    """Return whether a struck text is a title that the rest of its heading says to be repealed.

    Or, where it is all of the heading, what stands below it.
    """
    heading = node.parent
    if heading is None or heading.tag not in {"h1", "h2", "h3"}:
        return False
    struck = node.text()
    beside = clean(heading.text().replace(struck, "", 1))
    if not beside:
        below = _beside(heading, 1)
        beside = clean(below.text()[:_LONGEST_END]) if below is not None else ""
    return bool(_HAS_ENDED.fullmatch(same_length(beside))) and begins_with_type(clean(struck))


def is_boilerplate(
    node: LexborNode, tag: str, attributes: Attributes, *, inside_content: bool = False
) -> bool:
    """Return whether an element (never `html` or `body`) is made like boilerplate.

    Tag, role and class tell. `inside_content`: it stands in what `is_content`, and only what is
    never read counts.
    """
    if tag in _NO_TEXT or inside_content:
        return tag in _NO_TEXT and not (tag in _STRUCK and _is_ended_title(node))
    if tag in _AROUND:
        return True
    if attributes and attributes.get("role") in _ROLES:
        # An accordion may call itself a list of tabs: then its panels stand in it.
        return node.css_first("[role=tabpanel]") is None
    if (tag == "button" or (tag == "span" and _is_in_command(node))) and _is_command(node.text()):
        return True
    if tag in _NEVER_NAMED:
        return False
    if tag not in _BY_PLACE:
        return bool(attributes) and _named_boilerplate(node, attributes)
    if tag == "header":
        return all(parent.tag not in _SECTIONING for parent in _upwards(node.parent))
    if tag == "footer":
        return not _is_foot_of_card(node)
    if tag == "form":
        is_record = node.css_first(_SHOWN_VALUE) is not None
        return not (is_record or _holds_title(node) or _holds_diploma(node) or _holds_page(node))
    if tag == "p":  # "pied", as the class of the page's last line
        name = (attributes.get("class") or "").lower()
        return name in _FOOTERS or _is_in_small_print(node)
    if tag == "font":
        if attributes.get("size") not in _SMALL_SIZES:
            return False
        around = node.parent
        is_alone = around is not None and around.tag == "center" and _only_child(around) is not None
        return _is_below_last_rule(around if around is not None and is_alone else node)
    # an address: by its meaning whom to ask, at the end of the page, and no paragraph in italics
    before = _beside(node, -1)
    is_paragraph = before is not None and before.tag in {"address", *_HEADINGS}
    is_paragraph |= node.parent is not None and node.parent.tag in {"td", "li", "dd"}
    return _beside(node, 1) is None and node.css_first("a[href]") is None and not is_paragraph


def _is_in_command(node: LexborNode) -> bool:
    """Return whether an element stands in what opens a panel, or in its heading."""
    around = node.parent
    return around is not None and (around.tag in _IN_COMMAND or around.tag in _HEADINGS)


def _is_command(text: str) -> bool:
    """Return whether a text tells to open or close a panel: *Déplier*, *Afficher le contenu*."""
    return _COMMAND.fullmatch(same_length(text.strip())) is not None


def _is_foot_of_card(node: LexborNode) -> bool:
    """Return whether a footer is that of a part of the page, and all its links are to files.

    `<article><h2>Option A</h2><footer><a href="a.pdf">Annexe I</a></footer></article>`.
    """
    if all(parent.tag not in {"article", "section", "li"} for parent in _upwards(node.parent)):
        return False
    links = node.css("a[href]")
    return bool(links) and all(is_file(link.attributes.get("href")) for link in links)


def _is_in_small_print(node: LexborNode) -> bool:
    """Return whether a paragraph is the page's last line, in small print or below a rule.

    Below a rule, in italics too: `<hr><p><i>Page réalisée par le rectorat.</i></p>`. Where no rule
    stands above it, all other text of the page is larger.
    """
    small = node.child
    if small is None or small.next is not None:
        return False
    if small.tag in {"i", "em"}:
        return _is_below_last_rule(node) and len(small.text()) < _LONGEST_LAST_LINE
    if small.tag != "small" and (
        small.tag != "font" or small.attributes.get("size") not in _SMALL_SIZES
    ):
        return False
    return _is_below_last_rule(node, others=2) or _is_only_small_line(node, small)


def _is_only_small_line(node: LexborNode, small: LexborNode) -> bool:
    """Return whether a paragraph ends the page, below other ones, and no other text is so small."""
    if _beside(node, 1) is not None or _beside(node, -1) is None:
        return False
    if len(small.text()) >= _LONGEST_LAST_LINE:
        return False
    around = [each for each in _upwards(node.parent) if each.tag not in {"html", None}]
    if any(_beside(each, 1) is not None for each in around if each.tag != "body"):
        return False
    return bool(around) and len(around[-1].css(_SMALL)) == 1


def _is_below_last_rule(node: LexborNode, others: int = 0) -> bool:
    """Return whether an element stands right below a rule, and nothing behind it.

    `others`: so many elements may stand between, as a date and links: it is the last of a footer.
    """
    if _beside(node, 1) is not None:
        return False
    above = _beside(node, -1)
    for _ in range(others):
        if above is None or above.tag == "hr":
            break
        above = _beside(above, -1)
    return above is not None and above.tag == "hr"


def is_content(node: LexborNode, tag: str, lexicon: Lexicon) -> bool:
    """Return whether apparent boilerplate holds content: files of the diploma, or a statement.

    A menu, aside, form or alert counts when it has at least as many links to files as to pages,
    or none to pages of diplomas, or when it is a short notice of a repeal, an order or a session,
    or a box of facts (code, level, sessions, RNCP) that names no diploma but by its type; a band
    with a text or trades below their label, where others are made alike; a list that is made like
    a menu, when all its links are orders; a header, when its `h1`, or all that it says, is a
    diploma's title.
    """
    attributes = node.attributes
    names = " ".join(attributes.get(name) or "" for name in ("class", "id", "role")).lower()
    if tag in _BOXES and _is_named_by_heading(node, names, lexicon):
        return True
    if tag in _BOXES and "relat" in names and _is_box_of_files(node, lexicon):
        return True
    # "<nav aria-label='Annexes'>", whatever its links lead to
    called = (attributes.get("aria-label") or "") if tag == "nav" else ""
    if "nnexe" in called and (entry := lexicon.lookup(called)) and entry.kind == "links":
        return True
    if (tag not in _MAY_HOLD and "-" not in tag) or _NEVER_CONTENT.search(names):
        # a box of several facts below the texts
        return tag == "footer" and _holds_content([node], tag, names, lexicon)
    if _is_label(node, lexicon):
        return True
    if tag in _BOXES and _heading_is_label([node], lexicon) and _recurs(node):
        return True  # one of several bands, each with a section
    # a list of trades in a column beside the texts
    is_list = node.css_first("li") is not None and node.css_first("a[href]") is None
    if is_list and _heading_is_label([node], lexicon, {"list"}):
        return True
    if tag == "header" or _WHOLE.intersection(names.split()):
        # the type may stand above the `h1`
        head = node.css_first("h2,h3,h4")
        if tag == "header" and head and not names.strip() and head.text() == node.text().strip():
            return True  # a heading of the text: "<header><h2>Option A</h2></header>"
        titles = [node.css_first("h1"), node if node.css_first("a,img") is None else None]
        reads = [read_title(clean(each.text(separator=" "))) for each in titles if each is not None]
        if tag == "header" and (first := titles[0]):  # "<h1>Vannier <small>CAP</small></h1>"
            lines = [*filter(None, map(clean, first.text(separator="\n").splitlines()))]
            if len(lines) == 2 and read_title(lines[1]).is_type_alone:
                return True
            if _has_type_beside(first):
                return True
        if tag == "header" or any(read.types for read in reads):
            return any(read.types and not read.is_type_alone for read in reads)
    return _holds_content([node], tag, names, lexicon)


def _is_label(node: LexborNode, lexicon: Lexicon) -> bool:
    """Return whether all that an element says is the label of a field.

    `<td class="bandeau">Accès</td>`, above the text in a table of such rows; what a site's banner
    may be called too, *Textes officiels*, and words that no lexicon knows, only where others are
    made alike.
    """
    text = clean(node.text())
    if len(text) > _LONGEST_LABEL or node.css_first("a[href]") is not None:
        return False
    entry = lexicon.lookup(text)
    if entry is None:
        return bool(text) and node.tag in _CELLS and _recurs(node)
    return entry.kind in _OF_FIELDS or (entry.kind in _OF_SITES and _recurs(node))


def _recurs(node: LexborNode) -> bool:
    """Return whether an element near by, above or below it, is made like another one."""
    row = node.parent if node.tag in _CELLS else node
    # a table each, of a heading and a text
    table = next((each for each in itertools.islice(_upwards(row), 3) if each.tag == "table"), row)
    for step, around in itertools.product((1, -1), (row, table)):
        near = around
        for _ in range(_MOST_BETWEEN):
            near = _beside(near, step) if near is not None else None
            alike = (
                near.css_first(",".join(_CELLS)) if near is not None and row is not node else near
            )
            if alike is not None and alike.attributes.get("class") == node.attributes.get("class"):
                return True
    return False


def _has_type_beside(heading: LexborNode) -> bool:
    """Return whether the `h1` of a header and an element beside it are a diploma's type and name.

    `<p>CAP</p><h1>Vannier</h1>`, `<h1>CAP</h1><h2>Vannier</h2>`.
    """
    above, below = _beside(heading, -1), _beside(heading, 1)
    read = read_title(clean(heading.text(separator=" ")))
    if read.is_type_alone:
        return (
            below is not None
            and below.tag in _HEADINGS
            and not read_title(clean(below.text(separator=" "))).types
        )
    is_named = above is not None and above.css_first("a[href]") is None and not read.types
    return bool(is_named and above and read_title(clean(above.text())).is_type_alone)


def _is_named_by_heading(node: LexborNode, names: str, lexicon: Lexicon) -> bool:
    """Return whether an element is called as its heading, the label of a text or of trades.

    `<section id="profil_recherche"><h2>Profil recherché</h2>`: *recherche* alone is the search.
    """
    head = node.css_first(_HEADING)
    text = fold(head.text()) if head is not None else ""
    if " " not in text or not {*text.split()} <= {*_NAME.split(names)}:
        return False
    entry = lexicon.lookup(text)
    return entry is not None and entry.kind in {"text", "list"}


def _is_box_of_files(node: LexborNode, lexicon: Lexicon) -> bool:
    """Return whether a box headed *Fichiers joints* links to files alone, one of them an own one.

    `<div class="attribute-related">`, as eZ Publish calls the field of the files of a page.
    """
    if not _heading_is_label([node], lexicon, {"links"}):
        return False
    links = [(link.attributes.get("href") or "", link.text()) for link in node.css("a[href]")]
    are_files = bool(links) and all(is_file(address) for address, _ in links)
    return are_files and any(is_own_file(f"{address} {text}") for address, text in links)


def parts_left_out(node: LexborNode, tag: str, lexicon: Lexicon) -> frozenset[int] | None:
    """Return the `mem_id` of the parts to leave out of an element that is no content as a whole.

    A column beside the text may have parts, of which one is content: facts or files of the diploma
    above links to others. Then so are its texts and trades. None where no part is content.
    """
    if tag not in _COLUMNS:
        return None
    for _ in range(_MOST_WRAPPERS):
        if (inner := _only_child(node)) is None:
            break
        node = inner
    parts = _parts_of(node)
    kept = [_is_content_part(part, lexicon) for part in parts] if len(parts) > 1 else []
    if not any(kept):
        return None
    left_out = (
        part
        for part, is_kept in zip(parts, kept, strict=True)
        if not (is_kept or _is_headed_by_label(part, lexicon))
    )
    return frozenset(each.mem_id for part in left_out for each in part)


def _only_child(node: LexborNode) -> LexborNode | None:
    """Return the element that is all that another holds."""
    inner = list(itertools.islice(node.iter(), 2))
    return inner[0] if len(inner) == 1 else None


def _parts_of(node: LexborNode) -> list[list[LexborNode]]:
    """Divide the elements in another one at headings and at boxes; a heading goes with its box."""
    parts: list[list[LexborNode]] = []
    children = list(itertools.islice(node.iter(), _MOST_PARTS + 1))
    for child in children if len(children) <= _MOST_PARTS else ():
        begins = child.css_first(_HEADING) is not None  # also where the child is a heading
        if not parts or begins or (child.tag in _BOXES and parts[-1][-1].tag not in _HEADINGS):
            parts.append([])
        parts[-1].append(child)
    return parts


def _is_content_part(part: list[LexborNode], lexicon: Lexicon) -> bool:
    names = " ".join(
        (each.attributes.get(name) or "").lower() for each in part for name in ("class", "id")
    )
    return not _NEVER_CONTENT.search(names) and _holds_content(part, "aside", names, lexicon)


def _is_headed_by_label(part: list[LexborNode], lexicon: Lexicon) -> bool:
    """Return whether a part without links is a text, trades or a short fact below its label."""
    has_link = any(each.css_first("a[href]") is not None for each in part)
    return not has_link and _heading_is_label(part, lexicon, {"text", "list", "value"})


def _heading_is_label(
    part: list[LexborNode], lexicon: Lexicon, kinds: Set[str] = frozenset({"text", "list"})
) -> bool:
    """Return whether the first heading of a part is a label: of a text or of trades, as given.

    Where it has no heading, its first words in bold: `<div><b>Métiers visés</b></div><ul>…`.
    """
    heads = (each.css_first(_HEADING) for each in part)
    head = next(filter(None, heads), None) or part[0].css_first("b,strong")
    entry = lexicon.lookup(clean(head.text())) if head is not None else None
    return entry is not None and entry.kind in kinds


def _holds_content(nodes: list[LexborNode], tag: str, names: str, lexicon: Lexicon) -> bool:
    """Return whether elements hold files of the diploma, or a statement. See `is_content`."""
    files, pages = list[str](), list[LexborNode]()
    for link in (link for node in nodes for link in node.css(_ADDRESSED)):
        of_link = link.attributes
        address = scripted_address(of_link) or next(
            (of_link[name] for name in ("href", "value", "src", "data") if of_link.get(name)),
            "",
        )
        if is_file(address):
            files.append(f"{address} {_name_of_file(link)}")
        elif link.tag in {"a", "area"} and is_page(address) and not _is_value(address or "", link):
            pages.append(link)
    if files:
        if tag == "footer":
            return False
        if len(files) >= len(pages) or all(map(_names_order, pages)):
            return any(map(is_own_file, files))
        return all(map(_leads_back, pages)) and any(OWN_FILE.search(fold(file)) for file in files)
    # "Textes de référence", above orders in a column beside the text
    if pages and tag == "aside" and _heading_is_label(nodes, lexicon, {"legal"}):
        if all(map(_is_called_order, pages)):
            return True
    elif pages and tag not in _AROUND | {"footer"} and all(map(_names_order, pages)):
        return True
    is_alert = has_any(names, _ALERTS)
    whole = " ".join(node.text() for node in nodes)
    is_long = len(clean(whole)) > _NOTICE
    if len(pages) > _MOST_ORDERS:
        return False
    leading = [p for p in pages if not (_names_order(p) or _is_before_or_after(p, lexicon))]
    if len(leading) > is_alert or (is_long and (leading or len(whole) > _LONGEST_BOX)):
        return False
    apart = "\n".join(node.text(separator="\n") for node in nodes)
    # "<b>Niveau</b> : niveau 3 (CAP)"
    apart = _COLON_APART.sub(" : ", apart)
    lines = [line for each in apart.splitlines() if (line := clean(each).lstrip(": "))]
    text = fold(" ".join((*lines, whole)))  # word processors divide words by a `<span>`
    beside = zip(["", *lines], lines, strict=False)
    named = [line for above, line in beside if _names_diploma(above, line, lexicon)]
    names_diploma = bool(named) and not _are_titles(named, nodes[0])
    found = (lexicon.lookup(line.partition(":")[0]) for line in lines[:_LINES])
    entries = [entry for entry in found if entry and entry.kind in {"value", "legal"}]
    facts = {entry.field for entry in entries}
    if tag == "footer":
        return len(facts) >= _FEWEST_FACTS and not names_diploma
    # orders among facts; in a short box "Arrêté de création", and another one
    if is_long or len(pages) > is_alert:
        is_told = len(facts) >= _FEWEST_FACTS or (not is_long and len(entries) > 1)
        return is_told and not names_diploma
    # below "Sommaire" stand the names of sections
    has_value = tag != "nav" and any(entry.kind == "value" for entry in entries)
    head = lexicon.lookup(lines[0]) if has_value else None
    is_fact = (
        len(facts) >= _FEWEST_FACTS
        or (head is not None and head.kind == "heading")  # "Fiche d'identité", above one fact
        or _FACT.search(text)
        or any(_is_label_of_value(line, lexicon) for line in lines)
        # "<b>CPC</b><div>Commerce</div>": labels and their values in turn
        or (has_value and len(lines) <= _MOST_IN_TURN and _are_in_turn(lines, lexicon))
    )
    return bool(_STATES.search(text) or (is_fact and not names_diploma))


def _name_of_file(link: LexborNode) -> str:
    """Return the text of a link to a file; of one that says its format alone, its row's."""
    text = clean(link.text())
    row = link.parent and link.parent.parent
    is_mute = not text or is_file_detail(text) or only_opens(text)
    return row.text(separator=" ") if is_mute and row is not None and row.tag == "tr" else text


def _are_in_turn(lines: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether each second line is a label of a short fact, its value behind it."""
    labels = [lexicon.lookup(line) for line in lines[::2]]
    are_values = not any(map(lexicon.lookup, lines[1::2]))
    return len(lines) % 2 == 0 and are_values and all(e and e.kind == "value" for e in labels)


def _is_value(address: str, link: LexborNode) -> bool:
    """Return whether a link states a fact: a number of the register, or the page's own address."""
    return "/rncp/" in address or clean(link.text()) == address


def _names_diploma(above: str, line: str, lexicon: Lexicon) -> bool:
    """Test whether a line names a diploma, and no predecessor or successor below its label.

    The types that a level is that of (`Niveau 3 – CAP, BEP`), or that a label gives, name none.
    """
    if line.endswith(":") or line[:3].lower() == "niv":
        return False
    read = read_title(line)
    if not read.types or read.is_type_alone or lexicon.lookup(line):  # "Diplôme de remplacement"
        return False
    label = lexicon.lookup(above)
    if (label and label.field in SUCCESSION) or fold(above).startswith("remplac"):
        return False
    _, colon, value = line.partition(":")
    return not (colon and read_title(value).is_type_alone)


def _are_titles(lines: Sequence[str], node: LexborNode) -> bool:
    """Test whether all lines, or their values, are the heading of the page of an element."""
    *_, whole = _upwards(node)
    heading = whole.css_first("h1")
    if heading is None:
        return False
    title = fold(read_title(clean(heading.text(separator=" "))).name)
    values = ((line, line.partition(":")[2]) for line in lines)
    return bool(title) and all(
        any(fold(read_title(value).name) == title for value in pair) for pair in values
    )


def _is_label_of_value(line: str, lexicon: Lexicon) -> bool:
    """Test whether a line is, or begins with, the label of a short fact, and a colon."""
    before, colon, _ = line.partition(":")
    entry = lexicon.lookup(before) if colon else None
    return entry is not None and entry.field in _FACTS


def _leads_back(link: LexborNode) -> bool:
    """Test whether a link leads where all pages of a site do, and to no other diploma's."""
    text = clean(link.text())
    return _is_line(text) or bool(_LISTS.fullmatch(fold(text)))


def _names_order(link: LexborNode) -> bool:
    """Test whether a link, or the line that it stands in, is called as an order with its date.

    Or leads to Légifrance, whatever it is called, or to the Bulletin where it is called a day.
    """
    address = link.attributes.get("href") or ""
    is_day = "/bo/" in address and parse_date(clean(link.text())) is not None
    return "legifrance" in address or is_day or _is_called_order(link)


def _is_called_order(link: LexborNode) -> bool:
    """Test whether a link, or the line that it stands in, is called as an order with its date."""
    around = link.parent if link.parent is not None else link
    return bool(_ORDER.search(fold(link.text())) or _ORDER.match(fold(around.text())[:_NOTICE]))


def _is_before_or_after(link: LexborNode, lexicon: Lexicon) -> bool:
    """Test whether a link stands behind or below the label of a predecessor or successor.

    `Remplacé par : <a>`, `<b>Diplôme remplacé</b><br><a>`, `<dt>Remplace</dt><dd><a>`.
    """
    around = link.parent
    starts = (link, around) if around is not None and around.tag in _VALUES_BESIDE else (link,)
    for start in starts:
        before = start.prev
        while before is not None and not (label := clean(before.text())):
            before = before.prev
        if before is not None:
            entry = lexicon.lookup(label)
            return entry is not None and entry.field in SUCCESSION
    return False


def is_own_file(file: str) -> bool:
    """Test whether a file, given as address and words, is the page's own: relative, or named so."""
    is_relative = not re.match(r"[a-z]+:|/", file, re.IGNORECASE)
    return is_relative or "referentiels-pro" in file or bool(OWN_FILE.search(fold(file)))


def _holds_diploma(node: LexborNode) -> bool:
    """Test whether a line of a form is a diploma's title: then the form stands around the page."""
    lines = node.css("h2,h3,h4,b,strong,font,center,p,td,legend")[:_LINES]
    texts = (text for line in lines for text in (line.text(), line.text(separator=" ")))
    return any(len(text) < 200 and read_title(text).types for text in texts)


def _holds_page(form: LexborNode) -> bool:
    """Test whether most of a page's text stands in a form, outside of what is to be filled in."""
    body = next((each for each in _upwards(form) if each.tag == "body"), form)
    whole, inside, filled_in, unseen = (
        sum(len(each.text()) for each in nodes)
        for nodes in ([body], [form], form.css(_FILLED_IN), body.css("script,style"))
    )
    return inside - filled_in > _MOST_OF_PAGE * (whole - unseen - inside)


def _named_boilerplate(node: LexborNode, attributes: Attributes) -> bool:
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()
    if "mso-element" in (attributes.get("style") or ""):
        return True
    for name in names.split():
        plain = ascii_text(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)).lower()
        words = set(re.split(r"[^a-z0-9]+", plain))
        is_whole = plain in _WHOLE and not _names_columns(node)
        is_named = words & _WORDS or is_whole or _PHRASES.search(plain)
        if is_named and not _EXEMPT.search(plain):
            return not _holds_title(node)
    return False


def _names_columns(node: LexborNode) -> bool:
    """Test whether a row `<tr class="header">` names the columns of its table.

    It has several cells, and no link or image, as the banner of a page has.
    """
    is_row = node.tag in _ROWS and node.css_first("a,img") is None
    return is_row and (node.tag == "th" or len(node.css("th,td")) > 1)


def _holds_title(node: LexborNode) -> bool:
    return node.css_first("h1") is not None or node.css_first("main") is not None


def _upwards(node: LexborNode | None) -> Iterator[LexborNode]:
    """Yield an element and all those around it, innermost first."""
    while node is not None:
        yield node
        node = node.parent


def is_boilerplate_line(text: str) -> bool:
    """Return whether a line outside of lists is boilerplate by its words."""
    return len(text) < 160 and _is_line(text)


@lru_cache(maxsize=2048)  # the lines of a site's menus and lists recur on its pages
def _is_line(text: str) -> bool:
    if text.startswith("modifi"):  # "modifié le": the order that the line before names
        return False
    return bool(_LINE.fullmatch(same_length(text.replace("©", "(c)")))) or _is_command(text)
