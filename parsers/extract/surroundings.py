"""Find the rows that are about all diplomas, about other diplomas or about news.

The texts before a row decide: its label, the heading or list above it, and the words before its
first link.
"""

import re
from typing import NamedTuple

from parsers.extract.diploma_mentions import NOUNS, DiplomaIdentity, begins_with_another
from parsers.extract.order_lines import is_above_general
from parsers.extract.row import Row
from parsers.model.blocks import Part, joined
from parsers.model.file_types import is_page
from schema.text import clean, has_digit, same_length
from schema.vocabulary import page_words

# "Lettre circulaire", "lettre aux recteurs": no newsletter
_OF_MINISTRY = r"[ -](?:circulaires?|aux?|de (?:cadrage|saisine|mission))\b"
# A calendar of examinations below "Actualités"
_NEWS = re.compile(
    r"actualites?\b|actu\b|a la une|en bref|(?:les )?nouveautes?\b|(?:flash )?infos?\b|breves?\b"
    rf"|(?:la )?(?:news)?lett(?:re|er)\b(?!{_OF_MINISTRY})|(?:l.)?agenda\b|evenements?\b"
    r"|vient de paraitre"
    r"|(?:les )?(?:derniere?s|nouveaux|nouvelles) (?:textes|arretes|parutions|publications)\b"
)
_OF_OTHERS = re.compile(
    r"(?:[a-z ]{1,30} )?(?:du|dans l[ea]|de la) meme (?:domaine|secteur|filiere|famille|champ)\b"
    r"|(?:les )?autres (?:diplomes|certifications)\b"
    rf"|(?:{NOUNS}) (?:precedent|suivant)e?\b"
)
_MATTER = page_words("matter of all diplomas")
_REFERS = re.compile(r"\W{0,3}voir (?:aussi|egalement) ")
# "Guides utiles à tous les candidats"; but "toutes les options"
_FOR_ALL = re.compile(r"\btou(?:s|tes) (?:les )?(?:diplomes|candidats|examens|certifications)\b")
# One of these stands wherever any of the patterns matches.
_HINT = re.compile(
    r"gener|tou[st]|commun|meme |autres |precedent|suivant|actu|a la une|en bref|nouve|info"
    rf"|breve|lett|agenda|evenement|paraitre|derniere?s|{_MATTER.pattern}"
)


class Surroundings(NamedTuple):
    """The subjects of the text around a row, taken from its label, heading and first words.

    `for_all`: rules or files for all diplomas. `matter`: a subject that one order rules for all
    diplomas (*VAE*, *EPS*). `news`: news of the site. `others`: other diplomas.
    """

    for_all: bool
    matter: bool
    news: bool
    others: bool


_NOWHERE = Surroundings(False, False, False, False)


def surroundings(row: Row) -> Surroundings:
    """Return the subjects that the label, the heading and the first words of a row name."""
    first = "" if row.in_linked else row.pieces[0].lines[0]
    leads = [row.label, row.lead, _before_link(row) if row.in_linked else ""]
    if row.unknown and row.unknown is not row.pieces[0]:
        leads.append(row.unknown.text)
    if first and not has_digit(first):  # "Cadre général", in the cell or on the line before
        leads.append(first)
    together = same_length("\n".join(leads))
    is_for_all = "tou" in row.plain and _is_for_all(row)
    if not _HINT.search(together):
        return _NOWHERE._replace(for_all=True) if is_for_all else _NOWHERE
    plain = [same_length(lead) for lead in leads]
    return Surroundings(
        is_for_all or any(map(is_above_general, plain)),
        any(map(_MATTER.search, plain)),
        any(map(_NEWS.match, plain)),
        any(map(_OF_OTHERS.match, plain)),
    )


def is_below_another(row: Row, diploma: DiplomaIdentity) -> bool:
    """Return whether a heading names another diploma, or the links to other pages above do."""
    head = row.unknown if row.unknown is not row.pieces[0] else None
    if head and begins_with_another(f"{head.text} :", diploma):
        return True  # "Documents du CAP Boucher"
    above = row.earlier if row.is_beside else None
    while above:
        if not above.in_linked and begins_with_another(f"{above.text} :", diploma):
            return True
        above = above.earlier
    return False


def refers_to_pages(row: Row) -> bool:
    """Return whether a row refers to other pages: *Voir aussi X (arrêté du …)*."""
    return _REFERS.match(row.plain) is not None and any(map(is_page, row.targets))


def _before_link(row: Row) -> str:
    """Return the words of a row before its first link."""
    parts: list[Part] = []
    for part in (part for piece in row.pieces for part in piece.parts):
        if part.href:
            return clean(joined(tuple(parts))) if parts else ""
        parts.append(part)
    return ""


def _is_for_all(row: Row) -> bool:
    """Return whether the words of a row that are no links say that it is for all diplomas."""
    if not _FOR_ALL.search(row.plain):
        return False
    parts = tuple(part for piece in row.pieces for part in piece.parts if not part.href)
    return bool(_FOR_ALL.search(same_length(joined(parts))))
