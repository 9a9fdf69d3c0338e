"""Decide by its title and drafts whether a page lists diplomas or is about all of a type."""

import itertools
import re

from parsers.classify.listed_diplomas import WHOLE_FIELD
from parsers.classify.page_evidence import TEXTS, Evidence
from parsers.formats.html import Flat
from parsers.model.file_types import is_page
from parsers.model.statement import Chosen
from parsers.segment.pieces import Piece
from parsers.segment.title_words import in_singular, is_subject
from schema.diploma_type import family
from schema.name_words import option_part
from schema.text import fold, same_length
from schema.title import Title, read_title, titles_made_by

_INDEX = 5  # links to diplomas, or diplomas of different names, that make a list
# "Tous les CAP", "Spécialités de CAP", "Diplômes de niveau 3 : CAP"
_ALL_OF = re.compile(
    r"(?:tou(?:s|tes) les|(?:les )?(?:liste|referentiels|specialites) d(?:es?|u)|les"
    r"|diplomes(?: \w{1,15}){0,3} ?[:–—-]) "
)
# "Diplômes abrogés", "Archives : spécialités fermées"
_IN_PLURAL = re.compile(
    r"(?:archives? )?(?:les )?(?:diplomes|specialites) (?:\w+ )?(?:abroge|supprime|ferme)e?s\b"
)
_MAKES = re.compile(r"\W{0,3}arr?ete du .{6,60}? portant creation\b")
_FEWEST_MADE = 3  # a page may name the order of a predecessor, and of a second one
_FAMILY = 4  # the most diplomas without a common name that are known of one page


def is_about_type(flat: Flat, drafts: list[Chosen], title: str) -> bool:
    """Return whether the title names a type in the plural, or alone above a table of names.

    Described all the same are diplomas with titles and files of their own below it.
    """
    lead = _ALL_OF.match(same_length(title))
    words = title[lead.end() :] if lead else title
    singular = in_singular(words)
    whole = next(filter(lambda read: read.types, map(read_title, (singular, words))), None)
    if whole is None or "OTHER" in whole.types:
        return False
    titles = [draft.values.get("title") or "" for draft in drafts]
    are_options = len(drafts) > 1 and all(map(option_part, titles))
    have_files = all(draft.values.get("documents") for draft in drafts)
    is_alone = whole.is_type_alone or read_title(whole.name).is_type_alone
    is_plural = lead or fold((singular if is_alone else whole.type_label) or "") not in fold(title)
    if is_plural and (is_alone or WHOLE_FIELD.match(fold(whole.name))):
        have_texts = all(any(draft.values.get(name) for name in TEXTS) for draft in drafts)
        are_own = title not in titles and all(read_title(text).types for text in titles)
        return not (are_own and (have_files or have_texts)) or bool(linked_diplomas(flat))
    # "Référentiels du CAP Métiers de la gravure", but "Référentiels des CAP"
    is_of_one = lead is not None and lead[0].endswith("referentiels du ")
    return are_options and (is_alone or (bool(is_plural) and not (have_files or is_of_one)))


def lists_diplomas(
    flat: Flat, pieces: list[Piece], drafts: list[Chosen], evidence: list[Evidence], title: Title
) -> bool:
    """Return whether the page lists diplomas instead of describing one."""
    types = {family(kind) for draft in drafts if (kind := draft.values["diploma_type"])}
    names = [option_part(draft.values.get("title") or "") for draft in drafts]
    if len(drafts) > 1 and all(read_title(name).types for name in names):  # "option CAP"
        return True
    if len(drafts) > 1 and not _share_a_name(drafts):
        heads = (b for b in flat.blocks if (b.level or b.strong) and not b.boilerplate)
        is_headed = any(_IN_PLURAL.match(fold(head.text)) for head in itertools.islice(heads, 1))
        if is_headed or len(drafts) > _FAMILY or len(types) > 1:
            return True
    # a table with a diploma a row, whose names were not found: they differ by their codes alone
    if len(drafts) > _FAMILY and len({draft.values.get("title") for draft in drafts}) == 1:
        return True
    if not is_subject(title.name) and any(diploma.enough for diploma in evidence):
        return False
    described = len(evidence) == 1 and (evidence[0].known_type or evidence[0].code)
    return is_index(flat, pieces) and not described


def makes_several(pieces: list[Piece], title: str) -> bool:
    """Return whether a page lists orders each of which makes another diploma than the page's.

    *Viennent de paraître*: `Arrêté du … portant création du CAP « Boucher »`, and so on.
    """
    own, own_name = fold(title), fold(read_title(title).name)
    made: set[str] = set()
    for piece in pieces:
        if "portant création" in piece.text and _MAKES.match(same_length(piece.text)):
            names = (fold(read_title(each).name) for each in titles_made_by(piece.text, False))
            # "CAP Boucher - Journal officiel du 5 mai 2011" is the page's own
            others = (
                n for n in names if n and not (own_name and f"{n} ".startswith(own_name + " "))
            )
            made.update(name for name in others if name not in own and own not in name)
    return len(made) >= _FEWEST_MADE


def _share_a_name(drafts: list[Chosen]) -> bool:
    """Return whether the titles of a page's diplomas have a word of their names in common."""
    names = [fold(read_title(draft.values.get("title") or "").name) for draft in drafts]
    words = [{word for word in name.split() if len(word) > 3} for name in names]
    return bool(set.intersection(*words))


def linked_diplomas(flat: Flat) -> set[str]:
    """Return the addresses of pages that are linked by a diploma's title."""
    return {
        part.href
        for block in flat.blocks
        for part in block.parts
        if part.href and not block.boilerplate and is_page(part.href)
        and read_title(part.text).types
    }  # fmt: skip


def is_index(flat: Flat, pieces: list[Piece]) -> bool:
    """Return whether the page is a list of links: five or more to diplomas, or most lines."""
    if len(linked_diplomas(flat)) >= _INDEX:
        return True
    lines = [p for p in pieces if p.kind in {"text", "item"}]
    pages = [p for p in lines if any(is_page(part.href) for part in p.parts)]
    return len(pages) > _INDEX and len(pages) > 0.6 * len(lines)
