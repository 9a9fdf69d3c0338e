"""Decide whether the words of a text name the diploma of a record, or another diploma."""

import re
from functools import lru_cache
from typing import NamedTuple

from parsers.segment.title_words import is_acronym
from schema.diploma_type import family
from schema.name_words import without_option
from schema.text import fold
from schema.title import begins_with_type, is_acronym_of, read_title

# Words that begin the name of a diploma, folded, as a part of a pattern.
NOUNS = (
    r"diplome|mention|specialite|option|certificat|brevet|baccalaureat|bac(?! ?\+)|titre|formation"
    "|btm?|capa?|bp|bepa?|mc|cs|bn?ma|btsa?|dma|dn ?made|dtms|dnsp|dsaa|ds?cg|deust|dut|but|cqp"
    "|bpjeps|licence|master"
)
# "ce brevet", "le présent diplôme": the diploma of the page; *le brevet* may be
THIS_DIPLOMA = rf"(?:ce(?:t|tte)?|l[ea] (?:presente?|actuel(?:le)?)) (?:{NOUNS})"
THE_DIPLOMA = rf"(?:ce(?:t|tte)?|l[ea](?: presente?| actuel(?:le)?)?) (?:{NOUNS})"
# What a diploma had before, under another code and with other sessions: "l'ancien référentiel".
TEXTS = (
    "referentiels?|reglementations?|reglements?|regimes?|programmes?|versions?|intitules?|appellations?"
    "|denominations?|dispositifs?|arretes?"
)
FORMER = r"(?:ancien(?:ne)?|precedente?|anterieure?)s?"
# Verbs that tell of a diploma, and so end its name: "le BMA Horlogerie a connu sa session".
FINITE = (
    "aura|auront|est|sont|sera|seront|etait|fut|(?:a|ont) (?:ete|eu|sa|lieu|connu|vu|compte|fait)"
    "|connait|comporte|existe|porte l[ea]|(?:releve|concerne|demeure|figure|reste)(?:nt)?"
)
# "diplôme rénové", "formation délivrée jusqu'en 2025": what follows such a word is no name
_NO_NAME = re.compile(
    r"(?:diplome|formation|titre)(?! (?:de|du|des|d) (?!niveau |cett?e? ))"
    r"|(?:mention|specialite|option|certificat|brevet|baccalaureat|bac)(?: renovee?| de| du)?$"
    r"|(?:actuel(?:le)?|renovee?)$|niv(?:eau)?\b"
)

_MARK = re.compile(r"(?<=\w)\s*[(\[,;:]|\s[–—-]\s(?=[A-Z]{2,6}$)")  # an acronym ends a name
# Where the title ends that a line begins with.
_TITLE_END = re.compile(r"\s*[(,;:|]|\s[–—-]\s|[.!?](?:\s|$)|\s(?=arr[êe]t[ée]s?\b)", re.IGNORECASE)
# "certificat de spécialisation créé par", "BTS abrogé": words of a sentence, and no name
_SAYS = re.compile(
    r"(?:cree|institu|regi|defini|abrog|supprim|remplac|modifi|renov|delivr|prepar|fix|est|sont|a|qui|par|en)"
    r"(?:e?s?|ees?)?\b"
)
_DAY = re.compile(r"^\W{0,2}\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d)?\d\d\s?[:–—-]\s")
_LEAD = re.compile(
    r"(?:l[ea]s? )?(?:documents?|textes?|fichiers?|référentiels?|annexes?|arrêtés?) (?:du|de la) "
    r"|pour l[ea] ",
    re.IGNORECASE,
)
_STEM = 5  # by so many letters words are compared
_LONGEST_WORD_LINK = 3  # "de", "des", "sur": words of this length tell no name from another
_LINK = re.compile(r"^specialite |^(?:de la|de l|de|du|des|d|en) ")
_LETTERED = re.compile(r".* option [a-h]\b")


class DiplomaIdentity(NamedTuple):
    """The diploma of a record, as far as known, to distinguish it from others in a text.

    `name`: its title without the type's words; `diploma_type`: the controlled type.
    """

    code: str | None = None
    name: str | None = None
    diploma_type: str | None = None
    acronym: str | None = None

    def is_called(self, text: str) -> bool:
        """Return whether a text is its whole title, as a file of it may be called."""
        return read_title(text).is_whole and is_own(text, self, False)


def is_own(named: str, diploma: DiplomaIdentity, this: bool) -> bool:
    """Return whether `named` ("CAP boucher", "diplôme") means the record's own diploma.

    It is of that type, and has that name or none. `this`: "ce CAP" means it whatever follows.
    """
    title = read_title(named)
    families = {family(text) for text in title.types}
    if families and diploma.diploma_type and family(diploma.diploma_type) not in families:
        return False
    name = _LINK.sub("", fold(title.name))
    is_name = name and not title.is_type_alone and not _NO_NAME.match(name)
    if this or not is_name or abbreviates(title.name, diploma):
        return True
    return name in _own_names(diploma.name or "")


@lru_cache(maxsize=64)  # each mention on a page is compared with the same name
def _own_names(name: str) -> frozenset[str]:
    """Return what the diploma of a name is called, in folded text.

    A mention ends before the marks that a name may hold: *restaurations (rapide, collective)*. The
    record of one option is of the diploma as a whole too.
    """
    whole, start = (_LINK.sub("", fold(text)) for text in (name, _MARK.split(name)[0]))
    lettered = _LETTERED.match(whole)  # "Rentrayeur option B", behind which a mark may stand
    return frozenset({whole, start, without_option(whole), lettered[0] if lettered else whole})


def abbreviates(name: str, diploma: DiplomaIdentity) -> bool:
    """Return whether a name is the diploma's acronym, stated or made of the words of its name."""
    if diploma.acronym and fold(name) == fold(diploma.acronym):
        return True
    return is_acronym(name) and is_acronym_of(name, diploma.name or "")


def begins_with_another(text: str, diploma: DiplomaIdentity) -> bool:
    """Return whether a line begins with the title of a diploma that is certainly another one.

    As lists of other pages do (`BTS Bâtiment : arrêté du 23 juin 2011`): a mark ends the title, and
    the date of a news item, or `Pour le`, `Documents du` may stand before it.
    """
    text = _DAY.sub("", text)
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    end = _TITLE_END.search(text) if begins_with_type(text) else None
    title = text[: end.start()] if end else ""
    if not title or (lead and is_acronym(read_title(title).name)):
        return False
    return is_certainly_another(title, diploma)


def is_certainly_another(head: str, diploma: DiplomaIdentity) -> bool:
    """Return whether a title is of another type, or shares no word of the diploma's name."""
    title = read_title(head)
    if not title.types or not title.name or title.is_type_alone or _SAYS.match(fold(title.name)):
        return False
    if abbreviates(title.name, diploma):
        return False
    name, own_name = fold(title.name), fold(diploma.name or "")
    families = {family(of_title) for of_title in title.types}
    is_typed = diploma.diploma_type and family(diploma.diploma_type) not in families
    if is_typed and own_name and not (name in own_name or own_name in name):
        return True
    words, own_words = (
        # "Boulangerie" and "boulanger" are no different names
        {word[:_STEM] for word in fold(name).split() if len(word) > _LONGEST_WORD_LINK}
        for name in (title.name, diploma.name or "")
    )
    return bool(words and own_words) and not words & own_words
