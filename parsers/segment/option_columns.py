"""Spell out the options that the cells of tables name in short.

`Document | Option(s)` above `Annexe I | A` and `Annexe II | Toutes`: the letter says the option of
a file, as *option A* does on a line, and the table is no list of options. `Code (option A)` is
the label *Code option A*.
"""

import re
from dataclasses import replace

from parsers.model.blocks import Block, Part
from parsers.model.file_types import is_file
from schema.text import fold

_HEAD = re.compile(r"(?:pour )?(?:l |les )?options? ?s?(?: (?:concernees?|visees?) ?s?)?")
_OF_WHICH = "Concerne"
_FEWEST = 2  # files
_LONGEST = 80  # of an option's name
_CODE_OF = re.compile(r"^(\s*Codes?\b[\w ]{0,30}?) \(([Oo]ption [A-H])\)")
_LETTERS = re.compile(r"(?:options? )?[a-h](?:(?: et | ou | )[a-h])*")
_ALL = re.compile(r"tou(?:te)?s(?: (?:les )?options)?|(?:tronc )?communs?|communes?(?: a toutes)?")


def with_options_in_full(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks in which such cells read *option A*, *toutes les options*, *Code option A*."""
    # tested here, since a call for each block costs more
    bracketed = [n for n, each in enumerate(blocks) if "ption" in each.text and "(" in each.text]
    if bracketed:
        result = [*blocks]
        for number in bracketed:
            result[number] = _without_brackets(blocks[number])
        blocks = tuple(result)
    return _with_options_of_files(blocks)


def _without_brackets(block: Block) -> Block:
    """Return the label of an option's code, in a cell or before a colon, without its brackets."""
    first, *others = block.parts
    text = _CODE_OF.sub(r"\1 \2", first.text, count=1)
    return replace(block, parts=(first._replace(text=text), *others))


def _with_options_of_files(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    heads = {
        (cell.table, cell.column)
        for block in blocks
        if (cell := block.cell) and not cell.row and "ption" in block.text
        and _HEAD.fullmatch(fold(block.text))
    }  # fmt: skip
    if not heads:  # most pages
        return blocks
    linked = {
        block.cell[:2] for block in blocks
        if block.cell and block.has_link and any(is_file(part.href) for part in block.parts)
    }  # fmt: skip
    named = {
        number: name
        for number, block in enumerate(blocks)
        if (cell := block.cell)
        and cell.row
        and not cell.header
        and (cell.table, cell.column) in heads
        and cell[:2] in linked
        # in a first column any text may be a label: "Options | …" above "Annexes | …"
        and (name := _in_full(block.text, may_be_name=cell.column > 0))
    }
    if len(named) < _FEWEST:
        return blocks
    cells = [cell for number in named if (cell := blocks[number].cell)]
    of_files = {(cell.table, cell.column) for cell in cells}
    for number, block in enumerate(blocks):
        cell = block.cell
        if cell and not cell.row and (cell.table, cell.column) in of_files:
            named[number] = _OF_WHICH  # else the table is a list of options
    return tuple(
        replace(block, parts=(_renamed(block, named[number]),)) if number in named else block
        for number, block in enumerate(blocks)
    )


def _renamed(block: Block, name: str) -> Part:
    """Return a part of a block with other words, its link if it has one."""
    return next((part for part in block.parts if part.href), Part(""))._replace(text=name)


def _in_full(text: str, *, may_be_name: bool) -> str:
    plain = fold(text)
    if _ALL.fullmatch(plain):
        return "toutes les options"
    if not _LETTERS.fullmatch(plain):
        is_name = plain and not plain.startswith("option") and len(text) <= _LONGEST
        return f"option {text}" if is_name and may_be_name else ""
    letters = [letter.upper() for letter in re.findall(r"\b[a-h]\b", plain)]
    return f"option {letters[0]}" if len(letters) == 1 else f"options {' et '.join(letters)}"
