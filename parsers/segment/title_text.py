"""Take the title out of a block: without leading words, codes and further facts of its line."""

import itertools
import re

from parsers.model.blocks import Block, joined
from parsers.model.file_types import is_file
from parsers.model.link_words import OPENING, only_opens
from parsers.segment.page_diplomas import OPTION
from parsers.segment.pieces import Piece
from parsers.segment.title_sources import FoundTitle, is_file_name
from parsers.segment.title_words import (
    fact_segments,
    is_name_line,
    is_neutral,
    joins_titles,
    title_end,
    title_start,
)
from parsers.segment.wrapped_lines import is_open
from schema.code import codes_in, placed_codes
from schema.text import clean, fold, has_digit, same_length
from schema.title import Title, begins_with_type, is_fact, read_title, without_facts, without_label

_OF_LEVEL = re.compile(r" de niveau (?:[1-8]|[IV]+)", re.IGNORECASE)  # of a title in two lines
# "Diplôme : CAP" above "Spécialité : Cordonnier"; but "Diplôme d'État"
_DIPLOMA_LABEL = re.compile(r"dipl(?:[oô]me|\.)\s*(?::\s*|(?=[^\W_]))", re.IGNORECASE)
_CODE_LABEL = re.compile(r"(?:code|cfd|n°)\b", re.IGNORECASE)
_TOLD_LEAD = re.compile(
    r"(?:vous pouvez )?(?:telecharger |consulter )?(?:l[ea]s? |l')?(?:(?:referentiel|annexe)s? )?"
    r"(?:(?:de l')?arrete du \S+ [^.;]{0,40}?\b(?:cree|(?:porte|portant) (?:la )?creation|relatif"
    r"|definit|fixant les conditions [^.;,]{5,40}) )?"
    r"(?:(?:d[ue]|de la|aux?|a la|l[ea]) )?(?<=[a-z] )"
)
_TOLD_END = re.compile(
    r"[,;]? (?:est|sont|(?:a|ont|avait) (?:ete|eu|pour|son|sa)|remplace|porte|et (?:fixa|porta)nt"
    r"|(?:[–-] )?codes? |cree|defini|abroge|regi)\b"
    r"|\s?\((?:codes?|arr?ete|nor|j\.?o|b\.?o|annexe|\d)\b"
    r"|, (?:code|cree|qui|dont|abroge|modifie|defini|regi)|(?<=[\w)]{2})\.(?=\s|$)|$"
)
_LEAD_MARKS = " ;|,:/([–—-"
_OPENS = re.compile(rf"{OPENING}\b")
# behind a code in a line of facts
_NEXT_FACT = re.compile(
    r"\s?[)\]]?\s*[;|,:/–—-]\s*(?:arr?etes?\b|decrets?\b|\d{1,2}(?:er)?[ /.-]|(?:19|20)\d\d\b)"
)


def without_type_label(type_words: str) -> str:
    """Return the words of a type without the label *Diplôme* before them."""
    type_words = without_label(type_words)
    label = _DIPLOMA_LABEL.match(type_words)
    is_label = label and begins_with_type(type_words[label.end() :])
    return type_words[label.end() :] if label and is_label else type_words


def told_of(sentence: str) -> str:
    """Return the title of the diploma that a sentence begins with, or that its order makes."""
    plain = same_length(sentence)
    lead = _TOLD_LEAD.match(plain)
    end = _TOLD_END.search(plain, lead.end()) if lead else None
    title = sentence[lead.end() : end.start()].strip() if lead and end else ""
    return title if begins_with_type(title) else ""


def is_of_several_lines(block: Block) -> bool:
    """Return whether the first two lines of a block are the titles of two diplomas."""
    if len(block.lines) == 1:  # most blocks
        return False
    lines = (clean(joined(line)) for line in block.lines[:2])
    return joins_titles(" ; ".join(line[: title_end(line)] for line in lines))


def title_text(block: Block) -> str:
    """Return the title that a block begins with, on one line or on several."""
    text = _title_lines(block)
    if text == block.text and has_digit(text) and (end := _before_code(block)):
        return text[:end]
    if (opening := _link_that_opens(block)) and text.endswith(opening):
        text = text.removesuffix(opening).rstrip(_LEAD_MARKS)
    head, mark, file = text.rpartition(" : ")  # "Référentiel du CAP X : cap_x.pdf"
    if mark and " " not in file and block.has_link and is_file_name(file):
        return head
    return text[: title_end(text)]


def _link_that_opens(block: Block) -> str:
    """Return the words of a link to a file that ends a block and calls for it: *télécharger*."""
    *before, last = block.parts
    is_file_link = bool(before) and is_file(last.href)
    opens = is_file_link and (only_opens(last.text) or _OPENS.match(fold(last.text)))
    return clean(last.text) if opens else ""


def _before_code(block: Block) -> int:
    """Return where the title ends in a line of facts: `CAP X - 500-22139 - arrêté du …`; else 0.

    A code alone stays in it. A title may also be told by its bold type: `<b>CAP X</b> 500-22139
    <a>Annexes</a>`.
    """
    text = block.text
    start, end, _ = next(iter(placed_codes(text)), (0, 0, ""))
    head = text[:start].rstrip()
    title = head.rstrip(_LEAD_MARKS)
    bold = () if block.strong else itertools.takewhile(lambda part: part.strong, block.parts)
    is_bold = text[end:].strip(" )]") and clean(joined(tuple(bold))).rstrip(_LEAD_MARKS) == title
    is_listed = title != head and _NEXT_FACT.match(same_length(text), end)
    return len(title) if (is_bold or is_listed) and read_title(title).is_whole else 0


def _title_lines(block: Block) -> str:
    """Return the text of a block up to the line on which a title does not go on."""
    if len(block.lines) == 1:  # most blocks
        return block.text
    text, *others = (clean(joined(line)) for line in block.lines)
    for line in others:
        if not _goes_on(text, line):
            break
        text = f"{text} {line}"
    return text


def _goes_on(title: str, line: str) -> bool:
    """Return whether a title goes on in the next line: *CAP* above *Boucher*, *et traiteur*."""
    start, _ = title_start(title)  # "éduscol | CAP"
    if read_title(title[start:]).is_type_alone or is_neutral(title) or is_open(title):
        return True
    is_code = codes_in(line) and not _CODE_LABEL.match(line)
    is_part = begins_with_type(line) or line.startswith("(") or OPTION.match(line) or is_code
    return bool(is_part) or (is_name_line(without_facts(line)) and not is_fact(line))


def behind_lead(block: Block, text: str) -> tuple[str, tuple[Piece, ...]]:
    """Return the title behind words that lead to it, and these to be read; else `text`."""
    lines = _title_lines(block)
    start, lead = title_start(lines)
    title = lines[start:]
    title = title[: title_end(title)]
    is_file = block.has_link and not block.level  # "Annexe III du BTS - 402 Ko"
    if not start or is_file or joins_titles(title):
        return text, ()
    parts = (block.parts[0]._replace(text=lead),)
    return title, (Piece("text", block, None, "", lead, parts),) if lead else ()


def with_lead(title: FoundTitle, lead: tuple[Piece, ...]) -> FoundTitle:
    """Return a title with the pieces of words that lead to it before the rest of its block."""
    return title._replace(rest=(*lead, *title.rest)) if lead else title


def words_of_type(text: str, read: Title) -> str:
    """Return the beginning of a title that holds its type's words, without what is behind them."""
    text = text[1:-1] if (text[:1], text[-1:]) == ("(", ")") else text  # below a name: "(CAP)"
    if not read.type_label or read.name_first:
        return text
    end = text.index(read.type_label) + len(read.type_label)
    is_again = read_title(text[end:].strip(" ()")).is_type_alone  # "(Bac pro)" is no level there
    is_level = _OF_LEVEL.fullmatch(text, end)
    is_named = read.name and not read.is_type_alone
    is_cut = not (is_again or is_level) and (is_named or fact_segments(text[end:]))
    return text[:end] if is_cut else text
