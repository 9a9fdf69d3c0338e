"""Tell the words of a link that say how its file opens from those that say which file it is."""

import re

from schema.text import fold
from schema.vocabulary import phrases

_GENERIC = re.compile(rf"^(?:{phrases('link that only opens')})\b.{{0,25}}$")
# "Consulter le référentiel" names it
_OPENS_IT = re.compile(
    r"[a-z]+ (?:l ensemble )?(?:le|la|les|l|du|des) "
    r"(?!(?:fichiers?|documents?|pdf|textes?|versions?|formats?|liens?|pages?|ici)\b)[a-z]{3}"
)
_DOCUMENT_OF = re.compile(r"document (?:de|d) [a-z]{4}")  # "Document de référence du diplôme"
# "Télécharger Règlement d'examen", "Ouvrir le document : Annexe I": a name behind the verb
OPENING = r"(?:t[ée]l[ée]charger|consulter|ouvrir|afficher|voir|lire)(?:\sle (?:document|fichier))?"
BEGINS_TO_OPEN = re.compile(OPENING, re.IGNORECASE)
_NAMED = re.compile(
    rf"(?i:{OPENING})(?:\s?:)?\s+(?:(?P<quote>[«“\"])\s?)?"
    r"(?P<name>(?:(?(quote)\w|(?:[A-ZÀ-Ý][^\W\d_]{3}|ann(?:exe|\.)))).*)"
)
# in small letters, what files of a référentiel are called: "Télécharger grille horaire"
_OPENING_WORDS = re.compile(rf"(?i:{OPENING})(?:\s?:)?\s+(?=[a-zà-ÿ])")
_FILE_WORDS = re.compile(rf"(?:{phrases('own file')}|{phrases('file beside a type')})\b")
_CLOSING_QUOTE = re.compile(r"\s?[»”\"](?=[^»”\"]*$)")
_OF_ORDER = re.compile(r"(?:textes?|arretes?|legifrance|journal|bulletin)\b")
# as the State's design system asks for it: "Annexe I (nouvelle fenêtre)"
NEW_WINDOW = (
    r"(?:(?:s['’])?ouv(?:r\w+|erture) (?:dans )?(?:une? )?nouvelle page"
    r"|(?:(?:s['’])?ouv(?:r\w+|erture) )?(?:dans )?(?:une? )?(?:nouvelle fenêtre|nouvel onglet))"
)
# in brackets of its own, or at the end; brackets that hold more stay closed
_OPENS_WINDOW = re.compile(
    rf"\s{{0,3}}[(\[]\s?{NEW_WINDOW}\s?[)\]]"
    rf"|[\s–—,;:-]{{0,5}}(?<!\w){NEW_WINDOW}\.?(?:(?P<inside>(?=\s?[)\]]\s?$))|(?=\s?$))",
    re.IGNORECASE,
)


def only_opens(title: str) -> bool:
    """Return whether a link says no more than that it opens a file, not which one."""
    plain = fold(title)
    if not _GENERIC.match(plain) or _OPENS_IT.match(plain) or _DOCUMENT_OF.match(plain):
        return False
    name = fold(_name_in(title))
    return not name or bool(_GENERIC.match(name) or _OF_ORDER.match(name))


def without_opening(title: str) -> str:
    """Return `Annexe II` of `Télécharger Annexe II`; other titles as they are.

    Without the quotation marks around it: `Télécharger « Annexe II »`.
    """
    name = _name_in(title)
    return title if not name or only_opens(title) else name


def _name_in(title: str) -> str:
    """Return the name of a file behind a verb that opens it; empty without any."""
    if named := _NAMED.match(title):
        return _CLOSING_QUOTE.sub("", named["name"]) if named["quote"] else named["name"]
    begins = _OPENING_WORDS.match(title)
    name = title[begins.end() :] if begins else ""
    return name if name and _FILE_WORDS.match(fold(name)) else ""


def without_window(text: str) -> str:
    """Return a text without `(nouvelle fenêtre)`, which says how a link opens; a space instead."""
    if "nouve" not in text.lower():
        return text
    return _OPENS_WINDOW.sub(lambda found: " " if found["inside"] is None else "", text)
