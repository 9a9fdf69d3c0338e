"""Read the description of a page whose paragraphs below its title have no label.

Such a lead (*chapeau*) is the first thing on pages of content managers: *Le CAP Boulanger forme des
professionnels capables de ...*. It is a description only where a sentence says what the diploma or
its holder does; other texts without a label stay issues, whoever they speak of: *Le titulaire
reçoit son diplôme au rectorat*.
"""

from collections.abc import Iterable, Iterator, Sequence

from parsers.extract.texts import as_paragraph
from parsers.extract.unread_texts import signal_field
from parsers.model.statement import Statement
from parsers.segment.heading_styles import lead
from parsers.segment.passages import Passage
from parsers.segment.pieces import Piece
from parsers.segment.title_words import is_sentence
from schema.referential import TEXT_FIELDS, paragraphs
from schema.text import same_length
from schema.vocabulary import page_words

_CLAIM = page_words("claim of a description")
_OTHER = page_words("no part of a description")
_SHORTEST = 40  # a shorter line is a name, or a fact
_SHORTEST_LEAD = 25  # of what announces a list: a shorter line is a label
_TEXTS = {*TEXT_FIELDS, "trades"}
_ENDS = (".", "!", "?", "…", "»", ":")
_PRONOUNS = ("Il ", "Elle ", "Ils ", "Elles ")
_QUOTES = str.maketrans("«»“”", '""""')  # which `same_length` makes question marks


def lead_description(passages: Iterable[Passage]) -> Iterator[tuple[Statement, list[Piece]]]:
    """Yield the description that the first paragraphs outside all sections make, and its pieces.

    They stand beside each other, and one of them says what the diploma is for. Paragraphs that
    state facts or speak of something else, such as admission, are no part of it, nor are the lists
    that such ones announce.
    """
    for run in _runs(passages):
        texts = [piece for part in _parts(run) if _may_describe(part) for piece in part]
        if any(map(_claims, texts)):
            text = paragraphs([as_paragraph(piece) for piece in texts])
            place = texts[0].block.place
            yield Statement("description", text, text or "", place, "", "lead paragraphs"), texts
            return


def _runs(passages: Iterable[Passage]) -> Iterator[list[Piece]]:
    """Yield the runs of text outside sections: sibling paragraphs, and lists that they announce.

    Below a text's section only such that stand below a heading that says nothing of what it holds:
    *L'essentiel*.
    """
    run: list[Piece] = []
    may_begin = True
    for passage in passages:
        piece, section = passage.piece, passage.section
        if section and section.entry.field in _TEXTS:
            may_begin = False  # what stands below it may go on with its text
        elif piece.entry and piece.entry.kind == "heading":
            may_begin = True
        if run and not (_is_loose(passage) and _goes_on(run, piece)):
            yield run
            run = []
        if may_begin and _is_loose(passage) and (run or _is_paragraph(piece)):
            run.append(piece)
    if run:
        yield run


def _goes_on(run: Sequence[Piece], piece: Piece) -> bool:
    """Return whether a piece is a sibling of a run's paragraphs, or of the list that ends it."""
    first, last = run[0], run[-1]
    parent = first.block.containers[1:]
    if piece.kind == "item":
        # "…, il est chargé de surveiller un site.", and what else he does in a list
        goes_on = last.kind == "text" and piece.text[:1].islower()
        is_listed = last.kind == "item" or last.text.endswith(":") or goes_on
        return is_listed and piece.block.containers[2:] == parent
    is_text = _is_paragraph(piece) or _goes_on_about(piece)
    return is_text and piece.block.containers[1:] == parent


def _goes_on_about(piece: Piece) -> bool:
    """Return whether a short sentence goes on about the holder: *Il sait également :*."""
    is_about = piece.kind == "text" and piece.text.startswith(_PRONOUNS)
    return is_about and piece.text.endswith(_ENDS) and not _has_label(piece)


def _is_loose(passage: Passage) -> bool:
    """Return whether a passage stands below no label or heading, and is not a label or heading."""
    piece, section, unknown, names, above = passage
    block = piece.block
    is_set_off = block.level or block.cell or block.has_link
    return section is None and unknown is None and not (names or above or is_set_off)


def _is_paragraph(piece: Piece) -> bool:
    """Return whether a piece is whole sentences without a label that is set off in front."""
    leads = piece.text.endswith(":")
    is_long = piece.kind == "text" and (
        len(piece.text) >= (_SHORTEST_LEAD if leads else _SHORTEST)
        or (leads and _claims(piece))  # "Ce CAP prépare à :"
    )
    return is_long and piece.text.endswith(_ENDS) and not _has_label(piece)


def _claims(piece: Piece) -> bool:
    """Return whether a sentence of a paragraph says what the diploma or its holder does."""
    plain = same_length(piece.text.translate(_QUOTES))
    return piece.kind == "text" and bool(_CLAIM.search(plain))


def _has_label(piece: Piece) -> bool:
    """Return whether words are set off in front as a label, not only as words of the sentence."""
    words = lead(piece)
    if not words:
        return False
    rest = next(part for part in piece.parts if part.text.strip() and not part.strong)
    goes_on = rest.text.lstrip()[0]
    if piece.text.rstrip(": ") == words or is_sentence(words):
        return False  # "<b>Il est capable</b> :", above a list
    return words[-1] in ":.?!" or rest.after_break or not (goes_on.islower() or goes_on in ",;«")


def _parts(run: Sequence[Piece]) -> list[list[Piece]]:
    """Return each paragraph of a run with the items of the list that it announces."""
    parts: list[list[Piece]] = []
    for piece in run:
        if piece.kind == "item":
            parts[-1].append(piece)
        else:
            parts.append([piece])
    return parts


def _may_describe(part: Sequence[Piece]) -> bool:
    """Return whether a part is whole, states no fact and has no word of something else."""
    if part[-1].text.endswith(":"):
        return False  # what it announces is no list of plain text
    plain = [(piece.text, same_length(piece.text)) for piece in part]
    return not any(_OTHER.search(folded) or signal_field(text, folded) for text, folded in plain)
