"""Make an issue of each line that seems to state a value of which no rule read it.

*La formation dure deux ans* below another diploma's name, *De la CPC « Industrie »* below a
question: the line may be of something else, but nothing is left out without a word.
"""

import re
from collections.abc import Sequence

from parsers.extract.diploma_mentions import NOUNS
from parsers.model.statement import Chosen
from parsers.segment.passages import Passage
from schema.issues import Issue, unlabelled
from schema.referential import TEXT_FIELDS
from schema.text import clean, has_any, same_length, words_in

_TERM = (
    r"(?:[1-9]|1[0-9]|2[0-4]|36|une?|deux|trois|quatre|cinq|douze|dix-huit|vingt-quatre|trente-six)"
    r" (?:ans?|annees?(?: scolaires)?|mois)\b"
)
_TRAINING = r"\b(?:formation|prepar\w+|scolarite|cursus|cycle|etudes|duree)\b"
_DIPLOMA = rf"\b(?:(?:ce|cet|cette|l[ea]) (?:{NOUNS})|il|elle)\b"
_YEAR = r"(?:19|20)\d\d"
_EXAMINED = r"sessions?|examens?|promotions?|candidat\w*|diplom\w*|laureat\w*|titulaires?"
# By field, what states a value of it, in folded text
_STATES = {
    "duration_months": re.compile(
        rf"{_TRAINING}[^.;]{{0,160}}?\b{_TERM}|\b{_TERM}[^.;]{{0,80}}?{_TRAINING}"
        rf"|^(?:en|pendant) {_TERM}\W*$"
        rf"|{_DIPLOMA}[^.;]{{0,120}}? (?:dure|demande|exige|s'obtient)\b[^.;]{{0,20}}? {_TERM}"
    ),
    "cpc": re.compile(
        r"\bc\.?p\.?c\b\W{0,3}[a-z]{5}|\bcommissions? (?:\w+ consultatives?\b|\? )|\w \(cpc\)"
        r"|\b(?:relev|depend|rattach)\w* (?:a|de) la commission\b"
    ),
    "sector": re.compile(
        r"\bsecteur(?: professionnel| d'activites?)? \W{0,2}[?\"]|\(secteur\)"
        r"|\b(?:relev|depend|rattach|fait partie|faisait partie|apparten|appartien|concern)\w*"
        r" (?:du|au|le) secteur\b"
        r"|\bsecteurs?\b[^.;:]{0,40}: \w"
    ),
    "acronym": re.compile(
        r"\b(?:sigle|acronyme|abreviation)\b[^.;]{0,60}?: \w|\b(?:son|le|pour) sigle\b"
    ),
    "level": re.compile(r"\bniveau (?:[1-8]|[iv]{1,3})\b"),
    "first_session": re.compile(rf"\bpremi(?:er|ere)s? (?:{_EXAMINED})\b[^.;]{{0,80}}?\b{_YEAR}\b"),
    "last_session": re.compile(
        rf"\bderni(?:er|ere)s? (?:{_EXAMINED})\b[^.;]{{0,80}}?\b{_YEAR}\b"
        rf"|\bpour la derniere(?: fois)?\b[^.;]{{0,40}}?\b{_YEAR}\b"
    ),
}
# One of these stands in each such text, in small letters; few lines have any, and are folded.
_MAY_STATE = {
    "duration_months": (" an ", " an.", " an,", " an)", " ans", " année", " annee", " mois"),
    "cpc": ("commission", "cpc", "c.pc", "cp.c", "c.p.c", "consultative"),
    "sector": ("secteur",),
    "acronym": ("sigle", "acronyme", "abréviation", "abreviation"),
    "level": ("niveau",),
    "first_session": ("premier", "première", "premiere"),
    "last_session": ("dernier", "dernière", "derniere"),
}
_LONGEST = 200  # of the text that an issue quotes


def unread_values(passages: Sequence[Passage], chosen: Chosen) -> list[Issue]:
    """Return the issues of lines in no text of the record that seem to state a field without value.

    `chosen`: the values of the record, and the issues that there are.
    """
    values = chosen.values
    fields = (*[field for field in _STATES if field in values and values[field] is None],)
    whole = "\n".join([passage.piece.text for passage in passages]).lower()
    words = words_in(whole, [word for field in fields for word in _MAY_STATE[field]])
    if not words:
        return []
    issues: list[Issue] = []
    told: set[tuple[str | None, str | None]] | None = None
    for piece, section, _, _, above in passages:
        if above or not has_any(piece.text.lower(), words):
            continue
        if section and (section.entry.field in TEXT_FIELDS or section.entry.is_beside):
            continue
        if told is None:
            told = {(each.field, each.place) for each in chosen.issues}
        text, place = clean(piece.text), piece.block.place
        for field in fields:
            if (field, place) not in told and (match := _STATES[field].search(same_length(text))):
                at = max(0, match.start() - _LONGEST // 2)
                issues.append(unlabelled(field, text[at : at + _LONGEST], None, place))
    return issues
