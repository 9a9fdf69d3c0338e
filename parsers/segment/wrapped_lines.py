"""Join the lines that were broken at the width of a sheet: text copied from a PDF or a letter.

`Arrêté du 3 mai 2004 portant création du certificat d'aptitude` above `professionnelle vannerie`.
"""

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache

from parsers.model.blocks import Block, Part, joined
from parsers.segment.line_marks import behind_bullet, is_row
from parsers.segment.title_words import is_name_line, is_sentence
from schema.code import codes_in
from schema.dates import MONTHS
from schema.lexicon import Lexicon
from schema.text import clean, has_any, same_length
from schema.title import begins_with_type, read_title

_NARROWEST = 60  # characters of the longest line of a sheet
_SHORTEST_TITLE = 40  # that is broken, in large letters
_LONGEST = 400
_ORDERS = ("arrete", "decret")
_NEW = re.compile(r"arrete|decret|options?\b|annexe")
# what no line of its own ends in: "du", "17" of a date, "n°"; "A" may end a number
_OPEN = re.compile(
    r"(?:(?<![a-z0-9])(?:[dl]'|options?|d[eu]s?|l[ae]s?|et|ou|aux?|en|par|pour|sur|dans|avec|sous|sans|une?"
    r"|n.|j\.?o\.?|b\.?o\.?|l'arrete|du \d\d?(?:er)?"
    r"|\d\d?(?:er)? (?:" + "|".join(MONTHS) + r"))|[,(-]) ?$"
)  # fmt: skip

# of a line in a page made of the sheets of a PDF, in the making of a block
_TYPEFACE = re.compile(r"\.(?:ft\d+|ff[0-9a-f]+\.fs[0-9a-f]+)")
_MOST_LINES = 5  # of a title

_GOES_ON = re.compile(r"(?:d[eu]s?|aux?|et) |d'")


def join_wrapped(blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return `blocks` with the lines joined on which a title or a text about an order goes on.

    A title may go on in the next block too: `CAP CONDUCTEUR DES`, `MACHINES A BOIS`; one that is
    made otherwise only where the line above is open at its end, or where they are the lines of a
    typeface that only titles have.
    """
    rests = _rests_by_typeface(blocks, lexicon)
    whole: list[Block] = []
    for block in blocks:
        if block.number in rests or (whole and _is_rest_of_title(whole, block, lexicon)):
            first, *others = block.parts
            parts = (*whole[-1].parts, first._replace(text=f" {first.text}"), *others)
            whole[-1] = replace(whole[-1], parts=parts)
        else:
            whole.append(block)
    return _unwrapped_lines(tuple(whole), lexicon)


def _rests_by_typeface(blocks: tuple[Block, ...], lexicon: Lexicon) -> frozenset[int]:
    """Return the numbers of the blocks on which the titles in the sheets of a PDF go on.

    These are the lines of a typeface all lines of which are titles, one or several.
    """
    runs = [
        (face, list(run))
        for face, run in itertools.groupby(blocks, lambda block: _typeface(block.making))
        if face
    ]
    others = {face for face, run in runs if not _is_title_in_lines(run, lexicon)}
    titles = (run for face, run in runs if face not in others)
    return frozenset(
        block.number for run in titles for block in run[1 + read_title(run[0].text).is_type_alone :]
    )


@lru_cache(maxsize=1024)
def _typeface(making: str) -> str:
    face = _TYPEFACE.search(making)
    return face[0] if face else ""


def _is_title_in_lines(run: list[Block], lexicon: Lexicon) -> bool:
    """Return whether the lines are those of one title, each of which but the last is full."""
    texts = [block.text for block in run]
    is_led = begins_with_type(texts[0])
    title = read_title(" ".join(texts)) if is_led or 1 < len(texts) <= _MOST_LINES else None
    if not (title and title.types) or len(texts) > _MOST_LINES:
        return False
    if any(block.level or block.cell or block.has_link for block in run):
        return False
    behind = texts[1 + read_title(texts[0]).is_type_alone :]
    above = texts[-len(behind) - 1 :]
    return all(
        (_fills_line(line, text) or is_open(line) or text[0].islower())
        and (is_name_line(f"et {text}") or not is_led)
        and not lexicon.lookup(text)
        for line, text in zip(above, behind, strict=False)
    )


def _fills_line(before: str, text: str) -> bool:
    """Return whether no word of the next line had room in a line of large letters."""
    return len(before) + 1 + len(text.partition(" ")[0]) > _SHORTEST_TITLE


def _is_rest_of_title(whole: list[Block], block: Block, lexicon: Lexicon) -> bool:
    """Return whether a title that ends in a preposition, or above one, goes on in a block.

    The title is the last block of `whole`; the one above it may be the type of its name.
    """
    before = whole[-1]
    is_set_off = before.level or before.strong
    if not (is_set_off or block.text[0].islower()):  # most blocks
        return False
    if before.cell != block.cell or before.has_link or block.has_link:
        return False
    is_made_alike = (before.making, before.level, before.strong) == (
        block.making, block.level, block.strong
    )  # fmt: skip
    # a document of pages, each line of which is a paragraph
    is_line = is_made_alike and block.text[0].islower() and begins_with_type(before.text)
    if not (is_set_off or is_line):
        return False
    if not is_made_alike and block.kind not in ("heading", "paragraph"):
        return False
    is_alike = block.text[0].islower() or (block.text.isupper() and before.text.isupper())
    leads_on = is_made_alike and is_alike and _GOES_ON.match(same_length(block.text))
    is_printed_on = is_line and _typeface(block.making) and _fills_line(before.text, block.text)
    if not (leads_on or is_printed_on or is_open(before.text)):
        return False
    above = whole[-2].text if len(whole) > 1 else ""
    typed = before.text if begins_with_type(before.text) else above
    is_below_type = typed is above and begins_with_type(above)
    if not (is_below_type or typed is before.text):
        return False
    name = f"et {block.text}" if leads_on else block.text
    return bool(
        read_title(typed).is_type_alone == is_below_type
        and is_name_line(name)
        and not lexicon.lookup(block.text)
    )


def _unwrapped_lines(blocks: tuple[Block, ...], lexicon: Lexicon) -> tuple[Block, ...]:

    @cache
    def names_option() -> bool:
        return sum(same_length(block.text).count("option ") for block in blocks) == 1

    return tuple(
        _unwrapped(block, names_option, lexicon)
        if len(block.parts) > len(block.lines[0])
        else block
        for block in blocks
    )


def _unwrapped(block: Block, names_option: Callable[[], bool], lexicon: Lexicon) -> Block:
    plain = same_length(block.text)
    is_titled = block.parts[0].strong and not block.strong
    if not (is_titled or has_any(plain, _ORDERS)):
        return block
    texts = [clean(joined(line)) for line in block.lines]
    rows = [text for text, line in zip(texts, block.lines, strict=True) if is_row(joined(line))]
    width = max(_NARROWEST, *map(len, texts))
    parts, before = list(block.lines[0]), texts[0]
    for above, text, line in zip(texts, texts[1:], block.lines[1:], strict=False):
        is_full = len(above) + 1 + len(text.partition(" ")[0]) > width
        goes_on = bool(
            text
            and not (behind_bullet(text) or any(row in rows for row in (above, text)))
            and line[0].link == parts[-1].link
            and len(before) + len(text) < _LONGEST
            and (
                _goes_on(before, text, is_full)
                or (
                    is_titled
                    and _is_strong(parts[-1], *line)
                    and _goes_on_as_title(before, text, names_option)
                )
            )
            and (text[0] == "(" or not lexicon.lookup(text.split(":")[0]))
        )
        mark = " " if goes_on else ""
        parts += line[0]._replace(text=mark + line[0].text, after_break=not goes_on), *line[1:]
        before = f"{before} {text}" if goes_on else text
    return replace(block, parts=tuple(parts))


def _is_strong(*parts: Part) -> bool:
    return all(part.strong or not part.text.strip() for part in parts)


def is_open(text: str) -> bool:
    """Return whether a line ends as no line of its own does: `Conducteur de`, `Arrêté du 3 mai`."""
    return bool(_OPEN.search(same_length(text))) or text.endswith((" à", " À"))


def _goes_on(before: str, text: str, is_full: bool) -> bool:
    """Return whether a line goes on with a text about an order: that is open or fills its line."""
    plain = same_length(before)
    if not has_any(plain, _ORDERS):
        return False
    is_inside = plain.count("(") > plain.count(")") or before.count("«") > before.count("»")
    line = same_length(text)
    is_aside = text[0] == "(" and has_any(line, _ORDERS)  # "(arrêté de création)"
    is_new = bool(_NEW.match(line))
    if is_aside or (is_open(before) and not (is_new and text[0].isupper())):
        return True
    if is_new:
        return False
    is_begun = text[0].islower() or text[0] in "(«"
    is_fact = before[-1] in ".:;" or codes_in(text)
    return is_inside or (is_full and is_begun and not is_fact)


def _goes_on_as_title(before: str, text: str, names_option: Callable[[], bool]) -> bool:
    """Return whether a line goes on with a title: in small letters, or both are in capitals.

    Or behind a preposition, or it names the only option of the page.
    """
    plain = same_length(text)
    leads, is_option = is_open(before), plain.startswith("option ")
    is_alike = text[0].islower() or (
        _fills_line(before, text) and text.isupper() and before.isupper()
    )
    name = text[len("option ") :] if is_option else text
    name = f"et {name}" if leads else name  # "MÉTIERS DE" above "LA VANNERIE"
    if not ((leads or is_option or is_alike) and begins_with_type(before) and is_name_line(name)):
        return False
    title = read_title(before)
    is_new = not names_option() if is_option else _NEW.match(plain)
    return not (is_new or title.is_type_alone or is_sentence(title.name))
