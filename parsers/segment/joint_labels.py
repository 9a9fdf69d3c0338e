"""Divide a value below a label of several fields: *Code et niveau : 500 23109 T - niveau 3*.

Each part of the value goes to the field whose label stands at its place; a code goes to the code.
"""

import re
from collections.abc import Iterator

from parsers.model.blocks import Part
from parsers.segment.pieces import Piece, value_of
from schema.code import codes_in
from schema.label_entry import Entry
from schema.lexicon import Lexicon
from schema.text import clean

_BETWEEN = re.compile(r"\s*[/;|·•\n]\s*|\s[–—-]\s|,\s|\s*\((?=[^()]*\)$)")
# "500 23109 T niveau 3": nothing stands between the two
_BEHIND_CODE = re.compile(r"\s+(?=niv)", re.IGNORECASE)


def with_joint_labels_divided(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Return `pieces`, in which a label of several fields and its value are a pair of each field.

    Where the value has another number of parts than the label, it stays as it is, and is a value of
    the code if the label names one, else of no field.
    """
    joint = [n for n, piece in enumerate(pieces) if piece.entry and piece.entry.kind == "joint"]
    for number in reversed(joint):
        entries = lexicon.joint(pieces[number].label)
        value = value_of(pieces, number)
        count = 1 if value is None or pieces[number].kind == "pair" else 2
        pieces[number : number + count] = _divided(pieces[number], value, entries)
    return pieces


def _divided(label: Piece, value: Piece | None, entries: tuple[Entry, ...]) -> Iterator[Piece]:
    """Yield a label and its value as pieces: a pair for each of its entries, where that fits."""
    texts = _parts(value, entries) if value else []
    if value and len(texts) == len(entries):
        for entry, text in zip(entries, texts, strict=True):
            yield Piece("pair", value.block, entry, entry.label, text, (Part(text),))
        return
    code = next((entry for entry in entries if entry.field == "code"), None)
    is_pair = label.kind == "pair"
    if code:
        yield label._replace(entry=code)
    elif is_pair:
        block = label.block
        yield Piece(
            "text", block, None, "", f"{label.label.rstrip(' :')} : {label.text}", label.parts
        )
    else:
        yield Piece("heading", label.block, None, label.label, label.label, label.block.parts)
    if value and not is_pair:
        yield value


def _parts(value: Piece, entries: tuple[Entry, ...]) -> list[str]:
    """Return the parts of a value in the order of the labels' entries; a code where it belongs."""
    texts = [text for line in value.lines for text in _BETWEEN.split(line)]
    texts = [clean(text).strip(" ()") for text in texts]
    texts = [text for text in texts if text]
    place = next((n for n, entry in enumerate(entries) if entry.field == "code"), None)
    if place is None:
        return texts
    if len(texts) == 1 and len(entries) == 2:
        texts = _BEHIND_CODE.split(texts[0], maxsplit=1)
    coded = [text for text in texts if codes_in(text)]
    if len(coded) != 1:
        return []
    rest = [text for text in texts if text is not coded[0]]
    return [*rest[:place], coded[0], *rest[place:]]
