"""Which block of a page is the diploma's title."""

import re

from parsers.model.blocks import Block
from parsers.segment.labels import Piece
from schema.lexicon import Lexicon
from schema.text import clean, fold, same_length
from schema.title import read_title

_SITE_WORDS = (
    "eduscol", "ministere", "education nationale", "onisep", "republique francaise",
    "referentiels", "diplomes professionnels",
)  # fmt: skip
_LONGEST = 400
# "Arrêté du … portant création de la spécialité « carreleur » de certificat d'aptitude …"
_ORDERED = re.compile(r"\bspécialité (?=.{3,150}? (?:de|du) )", re.IGNORECASE)
_ENDS = re.compile(r" et | fixant |[,;.(]|$")
_DIPLOMA_WORDS = re.compile(
    r"^(?:diplomes?|certificats?|titres?|brevets?|licences?|bachelors?|masters?|msc|formation)\b"
)
# Icons, pilcrows and marks around a title.
_LEADING_ICON = re.compile(r"[^\w«\"“(\[]+")
_TRAILING_MARKS = " \u00a0\u202f¶#§*|:–—-"


def find_title(
    blocks: tuple[Block, ...], found: list[Piece], page_title: str, lexicon: Lexicon
) -> tuple[str, tuple[Block, ...]]:
    """The title as published and the blocks that hold it; an empty text when there is none.

    First a heading that begins with the words of a diploma type, then a paragraph that is set
    off, then any short one before the first label; then the value of a title label; last a
    heading without such words, and `<title>`.
    """
    text, holders = _find(blocks, found, page_title, lexicon)
    icon = _LEADING_ICON.match(text)
    return text[icon.end() if icon else 0 :].rstrip(_TRAILING_MARKS), holders


def _find(
    blocks: tuple[Block, ...], found: list[Piece], page_title: str, lexicon: Lexicon
) -> tuple[str, tuple[Block, ...]]:
    labels = {p.block.number for p in found if _is_label(p)}
    first_label = next((n for n, b in enumerate(blocks) if b.number in labels), len(blocks))
    early = [b for b in blocks[: max(first_label, 1)] if len(b.text) <= _LONGEST]
    headings = [b for b in blocks if b.kind == "heading" and b.level and not b.furniture]
    furniture = [b for b in blocks if b.furniture]
    for candidates in (
        [b for b in headings if b.level == 1 or b in early],
        [b for b in early if b.strong and b.kind != "term"],
        furniture,
        [b for b in early if b.kind == "paragraph" and not b.only_link and b.text[-1] != "."],
    ):
        for block in candidates:
            if read_title(block.text).types and not lexicon.lookup(block.text):
                return _completed(block, blocks, found, lexicon)
    if labelled := _labelled_title(found):
        return labelled
    for block in early:
        if ordered := _ORDERED.search(block.text):
            title = block.text[ordered.start() :]
            for end in [m.start() for m in _ENDS.finditer(title)] + [len(title)]:
                if read_title(title[:end]).types:
                    # the order itself stays in the page's text
                    return title[:end].strip(), ()
    plain = [b for b in early if b.kind == "heading" and b.level and not _is_site(b.text)]
    plain = [b for b in plain if not lexicon.lookup(b.text) and not b.furniture]
    if chosen := _untyped(plain, page_title):
        return chosen.text, (chosen,)
    for block in [b for b in early if b.strong and b.kind == "paragraph"][:1]:
        if not lexicon.lookup(block.text) and not _is_site(block.text):
            return block.text, (block,)
    return _without_site(page_title), ()


def _untyped(headings: list[Block], page_title: str) -> Block | None:
    """Of headings without a known type's words: one that speaks of a diploma, else the one that
    `<title>` begins with, else the only `h1`, else the last before the first label.
    """
    for block in headings:
        if _DIPLOMA_WORDS.match(same_length(block.text)):
            return block
    for block in headings:
        if page_title and fold(page_title).startswith(fold(block.text)):
            return block
    first = [block for block in headings if block.level == 1]
    if len(first) == 1:
        return first[0]
    return next(reversed(first or headings), None)


def _is_label(piece: Piece) -> bool:
    entry = piece.entry
    return (
        entry is not None
        and bool(entry.field)
        and piece.kind in {"label", "pair"}
        and entry.kind not in {"ignore", "ignored-value"}
    )


def _labelled_title(found: list[Piece]) -> tuple[str, tuple[Block, ...]] | None:
    for number, piece in enumerate(found):
        if piece.entry and piece.entry.field == "title":
            if piece.kind == "pair":
                return piece.text, ()
            follower = found[number + 1] if number + 1 < len(found) else None
            if follower and follower.kind in {"text", "item"}:
                return follower.text, ()
    return None


def _completed(
    block: Block, blocks: tuple[Block, ...], found: list[Piece], lexicon: Lexicon
) -> tuple[str, tuple[Block, ...]]:
    """The title; one that holds the type's words alone goes on in a label's value (*Spécialité*)
    or in the next block.
    """
    if read_title(block.text).name:
        return block.text, (block,)
    if (labelled := _labelled_title(found)) and labelled[0]:
        text = labelled[0]
        return (text if read_title(text).types else f"{block.text} {text}"), (block,)
    follower = next((b for b in blocks[blocks.index(block) + 1 :] if not b.furniture), None)
    if follower is None or len(follower.text) > _LONGEST or lexicon.lookup(follower.text):
        return block.text, (block,)
    if ":" in follower.text and lexicon.lookup(follower.text.split(":")[0]):
        return block.text, (block,)
    return f"{block.text} {follower.text}", (block, follower)


def _is_site(text: str) -> bool:
    plain = fold(text)
    return any(word in plain for word in _SITE_WORDS) or plain in {"", "accueil"}


def _without_site(text: str) -> str:
    """`<title>` without the site's name."""
    for mark in (" | ", " - ", " – ", " — ", " :: "):
        parts = [part for part in text.split(mark) if not _is_site(part)]
        if mark in text and parts:
            return clean(mark.join(parts))
    return "" if _is_site(text) else clean(text)
