"""Text and addresses that an element has in its attributes: alt, title, aria-label, scripts."""

import itertools
import re
from collections.abc import Mapping, Sequence
from itertools import islice

from selectolax.lexbor import LexborNode

from parsers.model.blocks import Part, joined
from parsers.model.file_types import FILE_TYPES, file_name, is_file, is_file_detail
from parsers.model.link_words import only_opens, without_window
from schema.code import codes_in
from schema.text import clean, fold, same_length
from schema.title import is_fact, read_title
from schema.vocabulary import lone_words, page_words, phrases

Attributes = Mapping[str, str | None]
# Levels above a link that are searched for its card or figure.
_MOST_LEVELS = 4
# Elements of the largest card; so the search costs the same for each of a page's links.
_LARGEST_CARD = 40
# Characters of the longest text of a mere button, such as "Télécharger le document".
_LONGEST_BUTTON = 40
# Elements that title a card, figure or list.
_CONTAINER_TITLES = "figcaption,h3,h4,h5,h6,dt,[class*=title],[class*=titre]"
# "PDF - 2,9 Mo" as a link's title
_FORMAT = re.compile(
    r"(?:pdf|docx?|od[tsp]|rtf|xlsx?|pptx?|zip|\d+(?:,\d+)? [km]o)\b.{0,30}", re.IGNORECASE
)
# Elements that are headings, links or labels: where they hold no text, attributes do.
SPEAKING = frozenset(
    "a area h1 h2 h3 h4 h5 h6 dt th td label legend summary button b strong span i".split()
)
# Elements that often hold decoration: their attribute text counts only up to `_FEW` words.
_OFTEN_EMPTY = frozenset("td b strong span i button".split())
_FEW = 4
_NAMES = ("aria-label", "title", "alt", "value")
# Texts of icons, logos and rules: one of their words is enough.
_DECORATION = re.compile(rf"(?:{phrases('decoration')})\b.*|.?")
# Words of an image that state a fact of a diploma: title, repeal, order, session, code.
_STATES = page_words("image that states")
_STATE = page_words("state of a diploma")
_BADGE = re.compile(r"\.(?:\S{0,60}-)?(?:badge|tag|etiquette|label|statut|etat)\b", re.IGNORECASE)
# "titre_cap.gif": a picture of the title's words
_PICTURED_TITLE = re.compile(r"(?:^|[/_-])(?:titre|title|intitule)(?:[_.\d-]|$)", re.IGNORECASE)
# words that name no file: "Fichier :", before a link
_BROCHURE = re.compile(r"(?:la )?brochure", re.IGNORECASE)  # the printed référentiel
_OPENS = re.compile(rf"(?:{phrases('link that only opens')})\b")
_WORD = re.compile(r"[^\W\d_]{3}")
_FILE = page_words("file above the title")
_EXTENSIONS = "|".join(FILE_TYPES)
_IN_SCRIPT = re.compile(
    rf"""['"]([^'"\s<>]{{1,500}}\.(?:{_EXTENSIONS})(?:[?#][^'"\s<>]{{0,200}})?)['"]""",
    re.IGNORECASE,
)
# Where a large first letter stands apart from the rest of its word.
_LARGE = re.compile(r"font|big|[^.\s]*\.\S*(?:lettrine|drop|initial|cap)\S*", re.IGNORECASE)
_SPLIT_WORD = lone_words("split word")
_MARKS = frozenset("|•·–—")  # between facts of a line
_DRAWN_RULE = re.compile(r"\s*(?:={2,}|_{3,}|-{3,}|\*{3,}|~{3,})\s*")
_LONGER_RULE = 2
_COLUMN = 12  # no such indent is a paragraph's
_EMBEDDED = {"iframe": "src", "embed": "src", "object": "data", "option": "value", "area": "href"}
_SCRIPTED = ("onclick", "onchange", "data-href", "data-url", "data-file")
_MAY_LEAD = frozenset({"href", *_SCRIPTED})


def replacement_text(
    tag: str, attributes: Attributes, images: Sequence[str], href: str | None
) -> str:
    """Return the text to show for an element without text: from its attributes or images.

    `images`: the words of the images inside it. `href`: the address of a link; a
    link to a file without any words gives the file's name.
    """
    words = [clean(attributes.get(name) or "") for name in _NAMES] + list(images)
    words = [text for text in map(clean, map(without_window, words)) if text]
    spoken = [text for text in words if not _DECORATION.fullmatch(fold(text))]
    chosen = next(itertools.chain(itertools.filterfalse(only_opens, spoken), spoken), "")
    if href and is_file(href):
        return chosen or next(iter(words), "") or file_name(href)
    return "" if tag in _OFTEN_EMPTY and len(chosen.split()) > _FEW else chosen


def is_remnant(link: LexborNode) -> bool:
    """Return whether a link without text stands right beside one with the same address."""
    address, before, after = link.attributes.get("href"), link.prev, link.next
    if before is not None and not before.text().strip():
        before = before.prev
    if after is not None and not after.text().strip():
        after = after.next
    beside = [other for other in (before, after) if other is not None and other.text().strip()]
    return any(other.attributes.get("href") == address for other in beside)


def link_title(node: LexborNode, attributes: Attributes) -> str:
    """Return the name of a link whose text may be *Télécharger*: its title, or its card's."""
    stated = clean(attributes.get("aria-label") or attributes.get("title") or "")
    title = clean(without_window(stated))
    word, _, name = title.partition(" ")
    if name and _FORMAT.fullmatch(word) and clean(node.text()) == word:
        title = name.lstrip(" :–-")  # "PDF", titled "PDF Annexe I"
    is_button = title != stated and only_opens(title)
    if title and not (is_button or _FORMAT.fullmatch(title)):
        return title
    is_short = is_file(attributes.get("href")) and len(node.text()) <= _LONGEST_BUTTON
    return container_title(node) if is_short else ""


def container_title(link: LexborNode) -> str:
    """Return the heading, caption or term of the card, figure or list that holds `link` alone.

    Empty without a title: cards name a file above a button that only says *Télécharger*.
    """
    if _is_led(link):
        return ""
    container, address = link, link.attributes.get("href")
    for _ in range(_MOST_LEVELS):
        if container.tag == "dt" and (named := _term_behind(container)):
            return named
        head = container.css_first(_CONTAINER_TITLES) if container.tag != "a" else None
        outer = None if head and clean(head.text()) != clean(link.text()) else container.parent
        if outer is None or outer.tag in {"body", "main", "article", "table", "tr", "td"}:
            break
        elements = list(islice(outer.traverse(), _LARGEST_CARD + 1))
        if len(elements) > _LARGEST_CARD or any(
            other.tag == "h1"
            or (
                other.tag == "a"
                and (
                    other.attributes.get("href", address) != address
                    or (other.mem_id != link.mem_id and clean(other.text()))
                )
            )
            for other in elements
        ):
            break
        container = outer
    titles = [node for node in container.css(_CONTAINER_TITLES) if clean(node.text())]
    if len(titles) > 1 and container.tag == "dl":  # the term above the link
        order = {node.mem_id: number for number, node in enumerate(container.traverse())}
        place = order[link.mem_id]
        titles = [node for node in titles if order[node.mem_id] < place][-1:] or titles
    heads = {clean(node.text()) for node in titles if node.tag in {"h3", "h4"}}
    if len(heads) > 1:  # a part of the page, of which the terms of the link's list are left
        around = link.parent.parent if link.parent else None
        titles = [n for n in titles if n.tag == "dt" and around and n.parent == around]
    texts = list(dict.fromkeys(clean(node.text()) for node in titles))
    return next((text for text in texts if text != clean(link.text())), "")


def _is_led(link: LexborNode) -> bool:
    """Return whether words before a link on its line name it: `Annexes I et II : <a>PDF</a>`.

    Or before a dash; without a mark where they are what files are called: `Référentiel <a>PDF</a>`.
    Or the words behind an icon.
    """
    behind = link.next
    if behind is not None and behind.tag == "-text" and not clean(link.text()):
        text = clean(behind.text())
        if _WORD.search(text) and not is_file_detail(text):
            return True
    before = link.prev
    text = clean(before.text()) if before is not None and before.tag == "-text" else ""
    is_name = bool(_WORD.search(text)) and not _OPENS.match(fold(text))
    is_ended = text.endswith((":", "-", "–", "—"))
    return is_name and (is_ended or bool(_FILE.search(fold(text)) or _BROCHURE.fullmatch(text)))


def _term_behind(term: LexborNode) -> str:
    """Return the term without a link behind `term`, in a list that begins with one that links.

    `<dl><dt><a>PDF</a></dt><dt>Annexe I</dt><dt><a>PDF</a></dt><dt>Annexe II</dt></dl>`
    """
    first, behind = term.parent.child if term.parent else None, term.next
    while first and first.tag == "-text":
        first = first.next
    while behind and behind.tag == "-text":
        behind = behind.next
    leads = first and first.tag == "dt" and first.css_first("a[href]")
    is_name = behind and behind.tag == "dt" and not behind.css_first("a[href]")
    return clean(behind.text()) if behind and leads and is_name else ""


def image_words(attributes: Attributes) -> list[str]:
    """Return the name of an image: its alternative text, else its title."""
    return list(filter(None, [clean(attributes.get("alt") or attributes.get("title") or "")]))


def image_text(attributes: Attributes) -> str:
    """Return an image's alternative text when it states something of a diploma, or is a title."""
    text = clean(attributes.get("alt") or attributes.get("title") or "")
    states = text and (
        read_title(text).types
        or _STATES.search(fold(text))
        or _PICTURED_TITLE.search(attributes.get("src") or "")
    )
    return text if states else ""


def is_name_in_picture(parts: Sequence[Part], image: LexborNode) -> bool:
    """Return whether an image in a heading of images is the name behind the type in another one.

    `<h1><img alt="CAP"> <img alt="Vannerie"></h1>`. `parts`: what stands before it.
    """
    heading = image.parent
    if heading is None or heading.text().strip() or not image_words(image.attributes):
        return False
    return read_title(clean(joined(tuple(parts)))).is_type_alone


def shown_value(attributes: Attributes) -> str:
    """Return the value of a text field that nobody can fill in, as forms show a record."""
    is_shown = "readonly" in attributes or "disabled" in attributes
    is_text = (attributes.get("type") or "text") in {"text", "number", "date", "url"}
    value = attributes.get("value") or "" if is_shown and is_text else ""
    return "" if value.startswith("(") else value  # "(voir ci-dessous)"


def is_stamp(text: str) -> bool:
    """Return whether an image's text is a state, which says nothing of the words beside it.

    *Abrogé* in front of the order that creates the diploma is no order that repeals it.
    """
    return bool(_STATE.match(same_length(text)))


def stamps_apart(parts: list[Part]) -> list[Part]:
    """Return the parts with a badge that states a repeal, or a fact, on a line of its own.

    So is a label with the value behind it.
    """
    for number, part in enumerate(parts):
        if "." not in part.making or part.href or not _BADGE.search(part.making):  # most parts
            continue
        text = clean(part.text)
        if text.endswith(":"):
            # but "1<sup>re</sup> session :" goes on
            begins = number > 0 and not text[0].islower()
            parts[number] = part._replace(after_break=part.after_break or begins)
        # a code goes with the name before it
        elif is_stamp(text) or (is_fact(text) and not codes_in(text)):
            filled = (n for n in range(number + 1, len(parts)) if parts[n].text.strip())
            behind = next(filled, None)
            if behind is not None and parts[behind].text.lstrip()[0] == ":":
                continue  # "<span class=label>CPC</span> : Industrie"
            for apart in (number if number else None, behind):
                if apart is not None:
                    parts[apart] = parts[apart]._replace(after_break=True)
    return parts


def is_drawn_rule(line: str) -> bool:
    """Return whether a preformatted line is a rule of signs (`=====`)."""
    return bool(_DRAWN_RULE.fullmatch(line))


def underlines(rule: str, line: str) -> bool:
    """Return whether a drawn rule is as long as the line above it, which it sets off."""
    return abs(len(rule.strip()) - len(line.strip())) <= _LONGER_RULE


def goes_on_below(line: str, above: str, *, is_open: bool) -> bool:
    """Return whether a preformatted line goes on with the value of the line above it.

    It begins in the column where the value begins, behind a label and a colon, both set in columns.
    `is_open`: more of the line stands in another element.
    """
    if not (is_open or line.strip()):
        return False
    label, colon, value = above.partition(":")
    begin = len(label) + 1 + len(value) - len(value.lstrip())
    indent = len(line) - len(line.lstrip())
    return bool(colon and label.strip() and value.strip()) and indent == begin >= _COLUMN


def drawn_mark(node: LexborNode, attributes: Attributes) -> str:
    """Return the mark between facts that an element shows to the eye alone, if it does.

    `<span aria-hidden="true">|</span>`, with white space where there is none around it.
    """
    if attributes.get("aria-hidden") != "true" or {"hidden", "style"} & attributes.keys():
        return ""
    text = (node.text() or "").strip() if node.child is not None else ""
    if text not in _MARKS or not text:
        return ""
    before, behind = ((each and each.text_content) or "x" for each in (node.prev, node.next))
    return f"{'' if before[-1:].isspace() else ' '}{text}{'' if behind[:1].isspace() else ' '}"


def drop_cap(node: LexborNode, attributes: Attributes) -> str:
    """Return the letter that an image stands for at the beginning of a word, if it does."""
    letter = (attributes.get("alt") or "").strip()
    follower = node.next
    goes_on = follower is not None and follower.is_text_node and (follower.text_content or "")
    if len(letter) != 1 or not goes_on:
        return ""
    # "<img alt="C">AP Vannerie": the further letters of an acronym are capitals
    is_acronym = letter.isupper() and goes_on[:2].isalpha() and goes_on[:2].isupper()
    return letter if goes_on[:1].islower() or is_acronym else ""


def scripted_address(attributes: Attributes) -> str | None:
    """Return the address of a file that a script opens (`javascript:`, `onclick`, `data-href`)."""
    if _MAY_LEAD.isdisjoint(attributes):
        return None
    href = attributes.get("href") or ""
    if href.lower().startswith("javascript:") and (match := _IN_SCRIPT.search(href)):
        return match[1]
    for name in _SCRIPTED:
        value = attributes.get(name)
        if not value:
            continue
        if is_file(value) and "(" not in value:
            return value
        if match := _IN_SCRIPT.search(value):
            return match[1]
    return None


def embedded_address(tag: str, attributes: Attributes) -> str | None:
    """Return the address of a file shown in a frame or object, or chosen from a list."""
    address = attributes.get(_EMBEDDED.get(tag, ""))
    return address if is_file(address) else None


def whole_words(parts: list[Part]) -> list[Part]:
    """Return the parts with a large first letter joined to the rest of its word."""
    if len(parts) < 2:  # most texts
        return parts
    filled = [number for number, part in enumerate(parts[:4]) if part.text.strip()]
    if len(filled) < 2:
        return parts
    letter, rest = parts[filled[0]], parts[filled[1]]
    text, follower = letter.text.strip(), rest.text.lstrip()
    if len(text) != 1 or not text.isupper() or rest.after_break:
        return parts
    is_large = follower[:1].islower() and _LARGE.fullmatch(letter.making)
    if not (is_large or is_split_word(text, follower)):
        return parts
    return [rest._replace(text=text + follower), *parts[filled[1] + 1 :]]


def is_split_word(letter: str, rest: str) -> bool:
    """Return whether a letter that stands apart begins a word of référentiels with what follows."""
    is_letter = len(letter) == 1 and letter.isupper()
    return is_letter and bool(_SPLIT_WORD.match(fold(f"{letter} {rest[:20]}")))
