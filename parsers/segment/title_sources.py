"""Recognise texts that may be a page's title: values of labels, `<title>`, no site's name.

A title that was found goes with the blocks that it stands in, and what these say behind it.
"""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from parsers.model.blocks import Block, Part, joined
from parsers.model.file_types import is_file, is_file_detail, is_page
from parsers.segment.pieces import Piece, value_of
from parsers.segment.title_words import is_acronym, is_neutral, is_sentence
from schema.text import clean, fold
from schema.title import begins_with_type, is_acronym_of, read_title
from schema.vocabulary import page_words

# "Certification : RNCP38400", "Diplôme | n° 450-23407 S" name no diploma
NUMBER = re.compile(
    r"(?:inscrit (?:au |a ))?(?:fiche )?(?:rncp )?(?:n )?(?:rncp)?[\d ]+[a-z]?"
    r"(?:(?<= )(?:fiche )?(?:in)?active)?|inscrit .*rncp.*"
)
# Names of columns beside that of titles in a table of files, and what stands below it
FILE_COLUMNS = frozenset("poids taille lien liens format fichier telechargement".split())
_ANNEX = page_words("annex")
_SITE_WORDS = page_words("site")
_BRACKETED_SITE = re.compile(r"^\[[^\[\]]*\]\s+")
_TRAIL = re.compile(r"\w\s*[>›→]\s*\w")
# "Référentiels professionnels > BTS Tourisme"
_BELOW_ALL = re.compile(r"Référentiels?(?: professionnels?)?\s*[>›→]\s*[^>›→]{3,150}")
# "MC4_EMTB", "cap_patis": a page's file, and no title
_FILE_NAME = re.compile(r"[^\W_]*_\w+(?:\.\w{1,5})?")
# "option verrerie" right below the title, where the page names no other; "Option : néant" is none
ONE_OPTION = re.compile(
    r"^option (?!facultative|obligatoire|s\b"
    r"|:?\W*(?:(?:n[ée]ant|aucune?|sans (?:objet|option)|pas d['’]option)\b\W*)?$)\S",
    re.IGNORECASE,
)


def is_label(piece: Piece) -> bool:
    """Return whether a piece is the label of a field."""
    return piece.entry is not None and bool(piece.entry.field)


def is_order(piece: Piece) -> bool:
    """Return whether a piece is a label with an order behind it; a title may stand below."""
    return piece.kind == "pair" and bool(piece.entry and piece.entry.field == "legal_texts")


def value_blocks(pieces: list[Piece]) -> set[int]:
    """Return the numbers of the blocks that are values of labels other than the title's."""
    numbers = set()
    before = None
    for piece, follower in itertools.zip_longest(pieces, pieces[1:]):
        entry = piece.entry
        begins, before = piece.block is not before, piece.block
        if not entry or not is_label(piece) or entry.field == "title":
            continue
        if is_order(piece) or not entry.is_section:
            if piece.kind == "pair" and begins:
                numbers.add(piece.block.number)
            elif piece.kind == "pair":
                continue  # "CAP Vannerie<br>option : osier"
            elif follower is not None and not is_label(follower):
                numbers.add(follower.block.number)
    return numbers


def titled_blocks(pieces: list[Piece]) -> set[int]:
    """Return the numbers of the blocks that hold a title's label with a whole title behind it.

    Or labels of its type and its name, above others.
    """
    numbers = set()
    others = {p.block.number for p in pieces if not p.entry or p.entry.field != "title"}
    typed = {p.block.number for p in pieces if p.entry and p.entry.field == "diploma_type"}
    named = set()
    for piece in pieces:
        if piece.kind == "pair" and piece.entry is not None and piece.entry.field == "title":
            value, number = read_title(piece.text), piece.block.number
            if value.types and not value.is_type_alone:
                numbers.add(number)
            elif not value.types:
                named.add(number)
            elif number in others:  # "Diplôme : CAP", and "Spécialité : Vannerie", above others
                typed.add(number)
    return numbers | (typed & named)


def labelled_titles(pieces: list[Piece], field: str = "title") -> list[str]:
    """Return the values of title labels; a label that is no heading may head one.

    A link to a file is none: *Certification* above annexes.
    """
    titles = []
    for number, piece in enumerate(pieces):
        if piece.entry is None or piece.entry.field != field:
            continue
        value = value_of(pieces, number)
        if value is None and not piece.block.level:
            value = next((p for p in pieces[number + 1 : number + 2] if p.kind == "heading"), None)
        is_linked = value and any(is_file(part.href) for part in value.parts)
        plain = fold(value.text) if value else ""
        is_name = not (is_linked or NUMBER.fullmatch(plain) or plain in FILE_COLUMNS)
        is_head = value and not read_title(value.text).types and _are_heads(piece, value, pieces)
        is_part = piece.block.cell and _ANNEX.search(plain) and not begins_with_type(plain)
        is_part = is_part or plain.startswith("option ")  # below "Intitulé de l'option"
        if value and is_name and not (is_head or is_part):
            titles.append(_with_option(value.text, pieces, number))
    return titles


def _are_heads(label: Piece, value: Piece, pieces: list[Piece]) -> bool:
    """Return whether a label and what stands beside it both head columns of a table."""
    cell, beside = label.block.cell, value.block.cell
    if not (cell and beside and cell.header and beside.header and cell[:2] == beside[:2]):
        return False
    below = (cell.table, cell.row + 1, cell.column, False)
    return any(piece.block.cell and piece.block.cell[:4] == below for piece in pieces)


def _with_option(title: str, pieces: list[Piece], number: int) -> str:
    """Add the one option on the line right below a title in the block of its label."""
    block = pieces[number].block
    behind = itertools.takewhile(lambda piece: piece.block is block, pieces[number + 1 :])
    option, *others = [*(piece.text for piece in behind), ""]
    is_one = ONE_OPTION.match(option) and "option " not in "".join([option[1:], *others]).lower()
    mark = "," if f"{title}," in block.text else ""
    return f"{title}{mark} {option}" if is_one else title


def is_running_text(text: str) -> bool:
    """Return whether a line is a sentence; the stop of "C.A.P." does not end one."""
    title = read_title(text)
    # the stop of "C.A.P." ends no sentence
    ends = text.endswith(".") and not (title.is_type_alone or title.name_first)
    return ends or is_sentence(text)


def is_site(text: str) -> bool:
    """Return whether a text names the site or its publisher."""
    plain = fold(text)
    return bool(_SITE_WORDS.search(plain)) or plain in {"", "accueil"}


def is_file_name(text: str) -> bool:
    """Return whether a text is, or ends in, the name of a file (`MC3_METI`, `mc_annexes.pdf`)."""
    return bool(_FILE_NAME.fullmatch(text.strip().rpartition(" ")[2]))


def is_trail(text: str) -> bool:
    """Return whether a text is the way to a page (`CAP > Alimentation`).

    One step below all référentiels may be the page's only title.
    """
    return bool(_TRAIL.search(text)) and not _BELOW_ALL.fullmatch(text)


def is_menu(block: Block) -> bool:
    """Return whether a text is links to several pages and nothing else: `Accueil | CAP | BTS`.

    Of links that are named as diplomas a word before them may say what they are.
    """
    links = [part for part in block.parts if part.href]
    if len({part.href for part in links}) < 2:
        return False
    # the way to a page ends with its own name; a title may stand on the line below it
    end = len(block.parts) if len(block.lines) > 1 else block.parts.index(links[-1])
    others = "".join(part.text for part in block.parts[:end] if not part.href)
    named = [part for part in links if is_page(part.href) and begins_with_type(clean(part.text))]
    return len(named) > 1 or not re.search(r"\w", others)


def without_site(text: str) -> str:
    """Return `<title>` without the site's name; empty when it is the name of a file."""
    text = _BRACKETED_SITE.sub("", text)
    for mark in (" | ", " - ", " – ", " — ", " :: "):
        parts = [part for part in text.split(mark) if not (is_site(part) or is_file_name(part))]
        if mark in text and parts:
            return clean(mark.join(parts))
    return "" if is_site(text) or is_file_name(text) else clean(text)


def alike(block: Block, after: Sequence[Block]) -> list[Block]:
    """Return the next two blocks made like `block`: in its column, or right behind it."""
    if block.cell is not None and not any(other.cell == block.cell for other in after):
        place = (block.cell.table, block.cell.column)
        column = [b for b in after if b.cell and (b.cell.table, b.cell.column) == place]
        return column[:2]
    made = (block.kind, block.making, block.cell)
    same = itertools.takewhile(lambda b: (b.kind, b.making, b.cell) == made, after)
    return list(itertools.islice(same, 2))


def stand_together(block: Block, other: Block) -> bool:
    """Return whether two blocks are in one element, or in a row of one table below its first."""
    if block.cell and other.cell and block.cell.row:
        return block.cell[:2] == other.cell[:2]
    return block.containers[1:2] == other.containers[1:2]


def spells_out(heading: str, name: str) -> bool:
    """Return whether a heading is the `name` of `<title>`, in full and with an option behind it."""
    if is_acronym(name) and is_acronym_of(name, heading):
        return True
    plain, begin = fold(heading), fold(name)
    behind = plain[len(begin) :].lstrip(" ,;:.(–—-")
    return bool(begin) and plain.startswith(begin) and (not behind or behind.startswith("option"))


class FoundTitle(NamedTuple):
    """The title as published, empty when the page has no title.

    `blocks`: the blocks that hold it. `rest`: what these blocks say behind it (a repeal, an
    order), to be read like any other text.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    rest: tuple[Piece, ...] = ()


def title_in(text: str, block: Block, in_block: str | None = None) -> FoundTitle:
    """Return the title `text` in `block`, of whose own text it is `in_block`."""
    return FoundTitle(text, (block,), text_behind(block, in_block or text))


def text_behind(block: Block, title: str) -> tuple[Piece, ...]:
    """Return the text of a block behind the title that it holds."""
    wanted = "".join(title.split())
    whole = "".join("".join(part.text.split()) for part in block.parts)
    left = max(whole.find(wanted), 0) + len(wanted)
    parts: list[Part] = []
    for part in block.parts:
        if parts:
            parts.append(part)
            continue
        count = len("".join(part.text.split()))
        if count > left:
            at = next(
                n for n in range(len(part.text)) if len("".join(part.text[: n + 1].split())) > left
            )
            parts.append(part._replace(text=part.text[at:]))
        left -= min(count, left)
    text = clean(joined(parts)).strip(" ()[]–—-:,;|/.")
    is_nothing = is_neutral(text) and "option" not in text.lower()
    if is_nothing or is_file_detail(text) or not any(char.isalnum() for char in text):
        return ()
    return (Piece("text", block, None, "", text, tuple(parts)),)
