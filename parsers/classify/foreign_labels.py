"""Find the labels that only pages of something else have: *Salaire*, *Diplôme concerné*."""

import re
from collections.abc import Iterator

from parsers.model.blocks import Block, joined, lines_of
from parsers.segment.heading_styles import is_of_no_field, is_one_of_sections
from parsers.segment.pieces import Piece
from parsers.segment.title_sources import is_site
from parsers.segment.title_words import is_neutral
from schema.text import clean, fold
from schema.vocabulary import lone_words, rows

# "Salaire" says by itself that a page is of something else; of "Commune", "Places", two do
_OTHER_LABEL = lone_words("label of something else")
_BESIDE_LABEL = lone_words("label beside such ones")
_LABELS_BEGIN = {
    begin
    for row in rows("page_words.csv")
    if row["kind"] in {"label of something else", "label beside such ones"}
    for begin in (row["words"][:2], row["words"][:2].replace("e", "é"))
}  # a label is looked at only behind two letters of one: most lines are none
_LABEL_LENGTH = 30
# what else is about a diploma names it so, below its own title (93 pages by eight authors)
_CONCERNED = re.compile(r"(?:diplome|certification)s? concernee?s?")
# but a fiche may do so too, below the rubric of the site that holds them all
_RUBRIC = re.compile(
    r"(?:enseignement (?:professionnel|technique) |voie professionnelle |brochures et "
    r"|(?:acces|consultation|recherche)(?: (?:aux|des|d un|du))? |(?:consulter|rechercher) [a-z]+ )"
    r"referentiels?(?: professionnels?| de(?:s| la| l)?(?: [a-z]+){1,3})?"
)
_FIGURES = 12  # lines of a section of figures
_SECTIONS = 2  # of different fields, beside one of figures


def foreign_label(pieces: list[Piece], places: set[str], states: bool) -> str | None:
    """Return the labels of a page that only pages of something else have, or None.

    *Diplôme concerné* is one where the page does not begin with its title (`places`), nor with the
    rubric of référentiels.
    `states`: the page states a code, or dates an order, and one of its sections may be called so.
    """
    if concerned := _concerned(pieces, places):
        return concerned
    beside: dict[str, str] = {}
    sections = {p.entry.field for p in pieces if p.entry and p.entry.is_section}
    for number, piece, text in _lines(pieces):
        block = piece.block
        end = text.find(":", 0, _LABEL_LENGTH)
        if end > 0 or (len(text) < _LABEL_LENGTH and (block.strong or block.cell)):
            label = fold(text[:end] if end > 0 else text)
            if _OTHER_LABEL.fullmatch(label):
                return text
            is_section = states and block.level > 0 and is_one_of_sections(piece, pieces)
            if _BESIDE_LABEL.fullmatch(label) and not (
                is_section or (states and _is_among_others(number, pieces, len(sections)))
            ):
                beside.setdefault(label, text)
    return ", ".join(beside.values()) if len(beside) > 1 else None


def _lines(pieces: list[Piece]) -> Iterator[tuple[int, Piece, str]]:
    """Yield the lines of no known label that may be such a one, with their pieces' numbers."""
    for number, piece in enumerate(pieces):
        block = piece.block
        if piece.entry or block.boilerplate:
            continue
        texts = [block.text]
        if piece.kind == "text" and len(block.lines) > 1:
            texts = [clean(joined(parts)) for parts in lines_of(piece.parts)]
        for text in texts:
            if text[:2].lower() in _LABELS_BEGIN:
                yield number, piece, text


def _concerned(pieces: list[Piece], places: set[str]) -> str | None:
    """Return the line *Diplôme concerné* of a page that begins with another title, or None."""
    labelled = (n for n, piece in enumerate(pieces) if piece.entry and "oncern" in piece.label)
    # the first one: what stands above it stands above the others too
    number = next((n for n in labelled if _CONCERNED.match(fold(pieces[n].label))), None)
    if number is None:
        return None
    above = [piece.block for piece in pieces[:number]]
    first = next((block for block in above if not _says_nothing(block)), pieces[number].block)
    is_own = first is pieces[number].block or first.place in places
    if is_own or any(_RUBRIC.fullmatch(fold(block.text)) for block in above):
        return None
    return pieces[number].block.text


def _says_nothing(block: Block) -> bool:
    """Return whether a line says no more than where a page stands: a menu, the site, a rubric."""
    return block.boilerplate or is_site(block.text) or is_neutral(block.text)


def _is_among_others(number: int, pieces: list[Piece], sections: int) -> bool:
    """Return whether a line stands in a section that is of no field, among others of the page.

    Below *Chiffres clés*: `Candidats présents : 120`, `Établissements : 14`; or it names a column
    of a table there. `sections`: of how many fields the page has sections.
    """
    cell = pieces[number].block.cell
    before = pieces[max(number - _FIGURES, 0) : number]
    if cell and cell.header:  # the name of a column
        outside = (p for p in reversed(before) if (p.block.cell or ())[:1] != cell[:1])
        above = next(outside, None)
        is_apart = above is not None and is_of_no_field(above.text.rstrip(" :."))
        return is_apart and sections >= _SECTIONS
    heads = (p for p in reversed(before) if p.kind in {"heading", "label"} or p.block.strong)
    head = next(heads, None)
    return (
        head is not None
        and is_of_no_field((head.label or head.text).rstrip(" :"))
        and is_one_of_sections(head, pieces)
    )
