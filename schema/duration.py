"""The duration of a training: a number of months where the label gives one, else the label alone.

Measured on the 2 342 fiches of October 2025: `1 an`, `2 ans` … `10 ans`, once `22 semaines`.
"""

import re

from pydantic import BaseModel, ConfigDict

from schema.fields import described
from schema.issues import IssueCode, issue
from schema.parsed_value import Parsed, remembered
from schema.text import clean, fold

# Ten years is the longest duration published: more is a typing error, or another kind of time.
LONGEST = 120


def _spelled() -> dict[str, int]:
    """Return the numbers from 1 to 79 in words, as they are after `_plain`."""
    units = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze".split()
    units += ["quinze", "seize", "dix sept", "dix huit", "dix neuf"]
    words = {word: number for number, word in enumerate(units, 1)}
    for ten, word in enumerate("vingt trente quarante cinquante soixante".split(), 2):
        words[word] = 10 * ten
        for number, unit in enumerate(units[: 19 if ten == 6 else 9], 1):
            joint = " et " if number in {1, 11} else " "
            words[word + joint + unit] = 10 * ten + number
    return words | {f"{word}e": number for word, number in words.items() if word.endswith("un")}


_WORDS = _spelled()
_IN_MONTHS = {"a": 12, "m": 1, "s": 6}  # by the first letter of the unit
_HALF = r"(?:½|1/2)"
# the same words, those that begin alike together: a fifth of the time to compile
_UNIT = "deux|trois|quatre|cinq|six|sept|huit|neuf"
_TEEN = "dix (?:sept|huit|neuf)|dix|douze|treize|quatorze|quinze|seize"
_SPELLED = (
    rf"(?:vingt|trente|quarante|cinquante)(?: et une?| (?:{_UNIT}))?"
    rf"|soixante(?: et (?:une?|onze)| (?:{_TEEN}|{_UNIT}))?|{_TEEN}|onze|{_UNIT}|une?"
)
_NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?(?: ?½| 1/2)?|½|{_SPELLED})"
_TERM = rf"{_NUMBER} ?(?:ans?|annees?|mois|semestres?)\b"
_OTHER = rf"(?:\d[\d ]*|(?:{_SPELLED}) )(?:semaines?|heures?|h|jours?)\b"
_OR = r" ?(?:a|-|–|ou|/|et|voire) ?"
_AMOUNT = (
    rf"(?P<number>{_NUMBER}) ?(?P<unit>ans?|annees?|mois|semestres?)\b"
    rf"(?P<half>(?: et)? (?:demie?\b|{_HALF}))?(?: (?:et )?(?P<more>{_NUMBER}) ?mois\b)?"
)
# Words that change nothing about the amount that they stand beside.
_BESIDE = (
    r"(?:duree|totale|normale|de|d|du|des|la|l|en|a|au|sur|formations?|cours|etudes?|scolarite"
    r"|scolaires?|cycle|cursus|initiale|voie|sous|statut|ou|temps plein|temps complet|apprentissage"
    r"|par|alternance|rythme|choix|lycee|cfa|greta|centre|professionnel(?:le)?|continue|post bac"
    r"|stages?"
    r"|entreprises?|milieu|pfmp"
    r"|par semaine|dure|est|il faut|moyenne"
    r"|pour (?:l[ea]? )?(?:preparer|obtenir)"
    r"(?: (?:l[ea]|ce|cette) (?:diplome|certification|specialite))?"
    r"|(?:(?:(?:l[ea]|ce|cette|sa)"
    r" (?:diplome|certification|specialite|titre|preparation|cycle|parcours)"
    r"|elle|il) )?(?:se (?:deroule|prepare|fait)|dure))"
)
_AFTER = (
    r"(?: apres(?: (?:un|une|le|la|l|de|d|classe|troisieme|3e|3eme|seconde|2de|cap|bep|bac"
    r"|baccalaureat|pro|professionnel|premier|autre|diplome|admission|entree|formation|en"
    r"|sur|dossier|concours|du|meme|secteur|domaine|requise?|exigee?))+)?"
)
_STATED = re.compile(rf"(?:{_BESIDE} )*(?:: )?{_AMOUNT}(?:,? {_BESIDE})*{_AFTER}")
_ASIDE = re.compile(
    r"(?:,? (?:soit|dont)\b| =| ?;| \((?:soit\b|dont\b)?| ?[–/-] ?(?=\d[\d ]*(?:heures?|h)\b)) ?"
    r"(?P<text>[^()]+)\)?"
)
# "2 ans (1 an pour les titulaires d'un autre CAP)": the exception of some
_OF_SOME = re.compile(
    rf"(?:possible en |ou |en |reduite? a )?{_TERM} pour (?:les |des |ceux |une? )"
    r"(?:titulaires?|candidats?|eleves?|bacheliers?|diplomes?|qui)\b[^()]*"
)
_CLASS = r"(?:classes? de )?(?:seconde|2n?de|premiere|1(?:re|ere)|terminale|tle)"
# "2 ans (initial ou apprentissage)": both ways take as long
_WAY = (
    r"(?:en |par )?(?:formation |voie )?(?:(?:l')?(?:alternance|apprentissage)|initiale?|continue"
    r"|scolaire|contrat de professionnalisation)"
)
_ASIDE_BESIDE = re.compile(
    rf"(?:{_OTHER}|{_BESIDE})(?: (?:{_OTHER}|{_BESIDE}))*"
    rf"|{_CLASS}(?:(?:, ?| et | ?[/+-] ?){_CLASS})*"
    rf"|{_WAY}(?:(?:, ?| et | ou | ou en | / ?){_WAY})*"
)
_TERMS, _OTHERS = re.compile(rf"(?<![\w.]){_TERM}"), re.compile(rf"\b{_OTHER}")
_RANGE = re.compile(rf"(?<![\w.])(?:{_TERM}{_OR}{_NUMBER}|{_NUMBER}{_OR}{_TERM})")

_OF = re.compile(r"^d(?:e |['’])")


class Duration(BaseModel):
    """A duration in whole months and as published."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    duration_months: int | None = described(
        "Durée en mois.", "Duration in months.", ge=1, le=LONGEST
    )
    duration_label: str = described("Durée telle que publiée.", "Duration as published.")

    @classmethod
    @remembered
    def parse(cls, text: str) -> "Parsed[Duration]":
        """Read `1 an`, `deux ans`, `18 mois`, `1 an et demi`, `2 ans et 6 mois`, `2 ½ ans`.

        The number is given only if every word of the text is understood. Weeks, hours, ranges and
        alternatives are not a number of months: None with `duration-not-in-months`. Any other
        text, and more than `LONGEST`, gives `unknown-duration`. The label is always kept, without
        *de* before a number of months.
        """
        label = clean(text)
        if not label or len(label) > 200:  # a text, and no value
            return Parsed(None, (issue(IssueCode.UNKNOWN_DURATION, "duration_months", None),))
        months, code = _months(_plain(label))
        issues = (issue(code, "duration_months", label),) if code else ()
        if months is not None:  # "Cycle de 3 ans", but "de 2 à 3 ans"
            label = _OF.sub("", label)
        return Parsed(cls(duration_months=months, duration_label=label), issues)


def _months(plain: str) -> tuple[int | None, IssueCode | None]:
    total = _total(plain)
    if total is None:
        several = len(_TERMS.findall(plain)) > 1  # nothing tells which of them holds
        if several or _RANGE.search(plain) or _OTHERS.search(plain):
            return None, IssueCode.DURATION_NOT_IN_MONTHS
        return None, IssueCode.UNKNOWN_DURATION
    if total != int(total):
        return None, IssueCode.DURATION_NOT_IN_MONTHS
    return (int(total), None) if 1 <= total <= LONGEST else (None, IssueCode.UNKNOWN_DURATION)


def _total(plain: str) -> float | None:
    """Return the months that the whole text states; None if it states anything else."""
    stated, aside = plain, None
    if mark := _ASIDE.search(plain):  # "2 ans (24 mois)", "2 ans dont 12 semaines de stage"
        if mark.end() < len(plain):
            return None
        stated, aside = plain[: mark.start()], mark["text"]
    total = _amount(stated)
    if aside is None or _ASIDE_BESIDE.fullmatch(aside) or _amount(aside) == total:
        return total
    if _OF_SOME.fullmatch(aside) or (aside.startswith("apres ") and not _TERMS.search(aside)):
        return total  # "1 an (après un autre CAP ou un bac)"
    return None


def _amount(plain: str) -> float | None:
    match = _STATED.fullmatch(plain)
    if match is None or (match["more"] and match["unit"][0] != "a"):
        return None
    unit = _IN_MONTHS[match["unit"][0]]
    total = _number(match["number"]) * unit + (unit / 2 if match["half"] else 0)
    return total + (_number(match["more"]) if match["more"] else 0)


def _plain(text: str) -> str:
    """Return small letters without accents, apostrophes and hyphens; a decimal point."""
    text = "".join(fold(c) if c.isalpha() else c for c in re.sub("['’]", " ", text))
    text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    text = re.sub(r"(?<=[a-z])[-‐‑](?=[a-z])", " ", text)
    return " ".join(text.replace("(s)", "s").replace("(", " (").split()).rstrip(" .")


def _number(text: str) -> float:
    if text in _WORDS:
        return _WORDS[text]
    whole = re.sub(rf" ?{_HALF}", "", text)
    return float(whole or 0) + (0.5 if whole != text else 0)
