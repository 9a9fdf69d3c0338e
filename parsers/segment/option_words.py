"""Read pages that call their options *dominantes*, *parcours* or *mentions* as of options.

What divides a page knows the word *option* alone. A page that uses another word, and not this one,
is read with it in place of its own, and gets its own back when it is divided: in the texts of its
pieces, and in the titles that are made of them.
"""

import re
from dataclasses import replace

from parsers.model.blocks import Block, Part, joined
from parsers.segment.page_diplomas import Split
from parsers.segment.passages import Passage
from parsers.segment.pieces import Piece
from schema.code import placed_codes
from schema.text import clean, fold, has_any, same_length
from schema.vocabulary import phrases

_NONE = rf"(?!\W{{0,3}}(?:{phrases('word behind what is no option')}))"
# each word where it means an option, in a text without accents and capitals
_WORDS = {
    "dominante": r"(?<!\ba )\b(?P<noun>dominantes?\b|dom\.)",
    "parcours": rf"\b(?P<noun>parcours)\b{_NONE}",
    "mention": rf"\b(?P<noun>mentions?)\b{_NONE}",
}
# parts that each has in folded text: far cheaper than `_WORDS`
_MAY_HOLD = {
    "dominante": ("ominante", "om."),
    "parcours": ("arcours",),
    "mention": ("ention",),
}
_COUNTED = re.compile(r"\b(?:deux|trois|quatre|cinq|six|[2-6]|les|des|aux) $", re.IGNORECASE)
_DIVIDED = re.compile(r"[^/]{3,60} / ")  # "parcours a / b"
_LABEL = re.compile(r"\s*(?:$|:)")
_LETTER = re.compile(r"[\s:]*([A-H])\b(?!['’])")
_NAME = re.compile(r"[\s:]*[«“\"]?\s?([^\W\d].{2,40})")
# where a line names an option: at its beginning, behind a code or a mark
_BEFORE_NAME = re.compile(r"(?:^\W*|[:;,|/(•–—-] ?|\d ?[A-Z]? |[Cc]ode d(?:u|e la) )$")
_OPTION = re.compile(
    r"\boptions?\b(?! (?:facultati|obligatoire|langue|de |d['’]|au choix))", re.IGNORECASE
)
_ARTICLES = {
    "la": "l'", "de la": "de l'", "a la": "à l'", "le": "l'", "du": "de l'", "au": "à l'"
}  # fmt: skip
_OWN = re.compile(
    r"(?:\b(?P<article>(?:de |à )?l')\s?)?\b(?P<noun>options?\b|opt\.)", re.IGNORECASE
)


class OptionWord:
    """The word by which a page calls its options: `option_word` finds it."""

    def __init__(self, word: str, is_list: bool) -> None:
        """`is_list`: one line of the page is the word alone or before a colon, and heads a list."""
        self._form = re.compile(rf"(?:\b(?P<article>de la|a la|du|au|l[ea])\s+)?{_WORDS[word]}")
        self._word, self._is_list = word, is_list
        self._articles = {
            said: article for article, said in _ARTICLES.items()
            if article.endswith("la") != (word == "parcours")
        }  # fmt: skip
        self._changed: set[int] = set()  # the numbers of blocks
        # by their ids, with what each was, which keeps its id
        self._blocks: dict[int, tuple[Block, Block]] = {}
        self._pieces: dict[int, tuple[Piece, Piece]] = {}

    def as_option(self, block: Block) -> Block:
        """Return a block with the word *option* in place of the page's own."""
        may_hold = has_any(same_length(block.text), _MAY_HOLD[self._word])
        if not may_hold or _OWN.search(block.text):
            return block
        self._changed.add(block.number)
        parts = (part._replace(text=self.in_options(part.text)) for part in block.parts)
        return replace(block, parts=tuple(parts))

    def in_options(self, text: str) -> str:
        """Return a text with the word *option* in place of the page's own."""
        result, end = "", 0
        for match in self._form.finditer(same_length(text)):
            result += text[end : match.start()] + self._option(text, match)
            end = match.end()
        return result + text[end:]

    def of_text(self, text: str) -> str:
        """Return a text with the page's own word in place of *option*."""
        return _OWN.sub(self._noun, text) if "opt" in text.lower() else text

    def of_block(self, block: Block) -> Block:
        """Return a block with the page's own word again."""
        if block.number not in self._changed:
            return block
        if id(block) not in self._blocks:  # which each piece of it holds
            own = replace(block, parts=self._of_parts(block.parts))
            self._blocks[id(block)] = (block, own)
        return self._blocks[id(block)][1]

    def of_piece(self, piece: Piece) -> Piece:
        """Return a piece and its block with the page's own word again."""
        if piece.block.number not in self._changed:
            return piece
        if id(piece) not in self._pieces:
            text, label = self.of_text(piece.text), self.of_text(piece.label)
            block, parts = self.of_block(piece.block), self._of_parts(piece.parts)
            own = piece._replace(block=block, text=text, label=label, parts=parts)
            self._pieces[id(piece)] = (piece, own)
        return self._pieces[id(piece)][1]

    def of_passage(self, passage: Passage) -> Passage:
        """Return a passage with the page's own word again."""
        section, unknown = passage.section, passage.unknown
        return passage._replace(
            piece=self.of_piece(passage.piece),
            section=section and replace(section, heading=self.of_piece(section.heading)),
            unknown=unknown and self.of_piece(unknown),
        )

    def of_split(self, split: Split) -> Split:
        """Return the parts of the page, and the titles of its diplomas, with its own word again."""
        variants = (
            each._replace(
                pieces=tuple(map(self.of_piece, each.pieces)), title=self.of_text(each.title)
            )
            for each in split.variants
        )
        issues = (
            each.model_copy(update={"value": each.value and self.of_text(each.value)})
            for each in split.issues
        )
        return Split([*map(self.of_piece, split.shared)], tuple(variants), tuple(issues))

    def _of_parts(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(part._replace(text=self.of_text(part.text)) for part in parts)

    def _option(self, text: str, match: re.Match[str]) -> str:
        before, behind = text[: match.start()], text[match.end() :]
        is_alone = self._is_list and not before.strip() and _LABEL.match(behind)
        is_several = match["noun"].endswith("s") if self._word != "parcours" else is_alone
        is_several = is_several or _is_counted(before, behind)
        option = "opt." if match["noun"].endswith(".") else "options" if is_several else "option"
        lead = _like(_ARTICLES.get(match["article"], ""), text[match.start() : match.end()])
        noun = text[match.start("noun") : match.end("noun")]
        return lead + _like(option, noun)

    def _noun(self, match: re.Match[str]) -> str:
        noun, article = match["noun"], match["article"]
        ends = noun[-1:] in "sS" and self._word != "parcours"
        own = "dom." if noun.endswith(".") else self._word + ("s" if ends else "")
        written = f"{(article or '')[:1]}{noun[1]}"
        lead = f"{_like(self._articles[article.lower()], written)} " if article else ""
        return lead + _like(own, noun)


def _is_counted(before: str, behind: str) -> bool:
    """Return whether a word is the plural by what stands around it: *deux parcours*."""
    return bool(_COUNTED.search(before) or _DIVIDED.match(behind))


def _like(word: str, other: str) -> str:
    """Return a word with the capitals of another."""
    if other[:2].isupper():
        return word.upper()
    return word.capitalize() if other[:1].isupper() else word


def option_word(blocks: tuple[Block, ...]) -> OptionWord | None:
    """Return the word other than *option* by which a page names several options, if there is one.

    Two of them stand behind it with letters, or with names (dominantes apart, only where the page
    has codes too), or it is a plural.
    """
    plain = " | ".join([same_length(block.text) for block in blocks])
    words = [word for word, parts in _MAY_HOLD.items() if has_any(plain, parts)]
    if not words:
        return None
    whole = " | ".join([block.text for block in blocks])
    if _OPTION.search(whole):
        return None
    lines = [clean(joined(line)) for block in blocks for line in block.lines]
    are_coded = len({code for _, _, code in placed_codes(whole)}) > 1
    for word in words:
        form = re.compile(_WORDS[word])
        letters, names, lists, is_told = set(), set(), 0, False
        for line in lines:
            plain = same_length(line)
            for match in form.finditer(plain) if has_any(plain, _MAY_HOLD[word]) else ():
                before, behind = line[: match.start()], line[match.end() :]
                if letter := _LETTER.match(behind):
                    letters.add(letter[1])
                elif (name := _NAME.match(behind)) and _BEFORE_NAME.search(before):
                    names.add(fold(name[1]))
                lists += not before.strip() and bool(_LABEL.match(behind))
                is_several = match["noun"] == "dominantes"
                is_several = is_several or _is_counted(before, behind)
                is_told = is_told or (is_several and (are_coded or word == "dominante"))
        is_named = len(names) > 1 and (are_coded or word == "dominante")
        if len(letters) > 1 or is_told or is_named or (lists and are_coded):
            return OptionWord(word, lists == 1)
    return None
