"""Tell pages whose headings name the diploma among words that no référentiel uses.

*Erasmus+ : partir en stage en CAP Cuisine*, *Petite histoire du CAP Cuisine*: a page about
something else names the diploma too, and may cite its order, its code and its files. No list of
the words of such pages ends. Those of a référentiel's headings do: they are labels, types, sectors,
and the kind `beside` of `title_words.csv`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from parsers.extract.diploma_mentions import THIS_DIPLOMA
from parsers.model.blocks import Block
from parsers.model.statement import Chosen
from parsers.segment.pieces import Piece
from parsers.segment.title_words import is_sentence, states_order, title_end, title_start
from schema.code import codes_in
from schema.dates import MONTHS
from schema.stems import stem
from schema.text import fold, has_digit
from schema.title import Title, begins_with_type, is_acronym_of, read_title, type_starts
from schema.vocabulary import rows

_SHORTEST_NAME = 4
_SHORTEST_WORD = 3
_LONGEST = 150
_HEADINGS_BELOW, _LINES_BELOW = 5, 3  # the title: lines that are set off, and others
# "CAP Cuisine : option A", "Secteur de la cuisine", "CAP Cuisine (ex CAP Cuisinier)"
_OF_DIPLOMA = re.compile(rf"{THIS_DIPLOMA}\b")
_OTHER_LINE = re.compile(
    r"\b(?:options?|dominantes?|parcours|secteur|filiere|domaine|cpc"
    r"|ex|ancien\w*|succede|substitue|remplace\w*|issue?s?|voir)\b"
)
_SHORT_FOR = re.compile(r"\(([A-Z&]{2,10})\)")  # "Accompagnement, soins et services (ASSP)"
_KINDS = {"around", "beside", "neutral", "sector"}  # of `title_words.csv`
_NUMBER = re.compile(r"[ivx]+|.*\d.*")


def foreign_heading(
    pieces: Sequence[Piece], places: set[str], title: str, drafts: Sequence[Chosen]
) -> str | None:
    """Return the first line that names the diploma among words of something else, or None.

    Looked at are lines above the title, itself, and the first below. `places`: of the title.
    """
    reading = _diploma_in(title)
    name = fold(reading.name)
    if len(name) < _SHORTEST_NAME:
        return None
    named = re.compile(rf"\b{re.escape(name)}\b")
    own = {fold(draft.values.get("acronym") or "") for draft in drafts}
    names = (_diploma_in(draft.values.get("title") or "").name for draft in drafts)
    own.update(word for text in names for word in fold(text).split())
    stating = {statement.place for draft in drafts for statement in draft.statements} - places
    of_options = _with_own_codes(pieces, title)
    for text in _headings(pieces, places, stating):
        if text in of_options:
            continue
        plain = fold(text[title_start(text)[0] : title_end(text)])
        # a name of one word, "Cuisine", stands in other lines too
        if not named.search(plain) or not (" " in name or _has_type(text)):
            continue
        rest = named.sub(" ", plain)
        if _OTHER_LINE.search(rest) or states_order(text):
            continue
        short = fold(found[1]) if (found := _SHORT_FOR.search(text)) else ""
        known = own | {short} if short and is_acronym_of(short, reading.name) else own
        if any(_is_foreign(word) for word in rest.split() if word not in known):
            return text
    return None


def _diploma_in(title: str) -> Title:
    """Return the title of a diploma that a title is or holds: `Petite histoire du CAP Cuisine`."""
    reading = read_title(title)
    start = None if reading.types else next(type_starts(title), None)
    return reading if start is None else read_title(title[start:])


def _has_type(text: str) -> bool:
    return begins_with_type(text) or any(type_starts(text))


def _headings(pieces: Sequence[Piece], places: set[str], stating: set[str]) -> Iterator[str]:
    """Yield the lines that may say what a page is about: no known labels, facts and sentences.

    `stating`: the places at which facts were read.
    """
    behind = -1  # lines below the title
    for piece in pieces:
        block = piece.block
        if block.boilerplate:
            continue
        if block.place in places:
            behind = 0
        elif behind >= 0:
            behind += 1
        if behind > _HEADINGS_BELOW:
            return
        is_set_off = block.level or block.strong or (behind <= _LINES_BELOW and _is_short(block))
        # "Cette spécialité appartient à la famille … :", above a list
        is_told = is_sentence(block.text) or _OF_DIPLOMA.match(fold(block.text))
        if is_set_off and not (piece.entry or block.place in stating or is_told):
            yield from piece.lines


def _with_own_codes(pieces: Sequence[Piece], title: str) -> set[str]:
    """Return the lines that begin with the title, each above a code of its own: options' names.

    *CAP Vannerie - osier*, *CAP Vannerie - rotin*; of one such line it may be the page's code.
    """
    codes = {
        piece.text: {
            code for each in pieces[number + 1 : number + 3] for code in codes_in(each.text)
        }
        for number, piece in enumerate(pieces)
        if piece.text.startswith(title) and piece.text != title
    }
    several = len({code for own in codes.values() for code in own}) > 1
    return {text for text, own in codes.items() if own} if several else set()


def _is_short(block: Block) -> bool:
    """Return whether a line that nothing sets off may be a heading: no fact, sentence or link."""
    text = block.text
    is_short = len(text) <= _LONGEST and text[-1:] != "."
    return is_short and not (block.has_link or has_digit(text))


def _is_foreign(word: str) -> bool:
    is_word = len(word) >= _SHORTEST_WORD and not _NUMBER.fullmatch(word)
    return is_word and stem(word) not in _stems()


@cache
def _stems() -> frozenset[str]:
    """Return the stems of the words of a référentiel's headings."""
    # "Avis de la CPC" is a fact's label, and readers' *avis* are none of a référentiel
    labels = (row for row in rows("lexicon.csv") if row["field"] != "cpc")
    in_labels = _stems_of(row["label"] for row in labels if not row["kind"].startswith("ignore"))
    words = [(row["kind"], row["words"]) for row in rows("title_words.csv")]
    in_labels -= _stems_of(text for kind, text in words if kind == "elsewhere")
    texts = [row["written"] for row in rows("diploma_type_labels.csv")]
    texts += [text for kind, text in words if kind in _KINDS]
    return frozenset(in_labels | _stems_of([*texts, *MONTHS]))


def _stems_of(texts: Iterable[str]) -> set[str]:
    return {stem(word) for text in texts for word in fold(text).split()}
