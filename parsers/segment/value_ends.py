"""Find where the value of a label ends and another fact of its line begins."""

import re

from parsers.model.blocks import Part
from parsers.model.statement import SUCCESSION
from parsers.segment.value_shapes import OF_ANY_WORDS, is_whole
from schema.code import codes_in
from schema.label_entry import Entry
from schema.text import CAPITALS, clean, same_length

# Between a value and the next label of a line.
NEXT_FIELD = re.compile(
    rf"(?:\s?[|•·;]\s?|\s[–—-]\s)(?=[{CAPITALS}\d][^:|•·;.]{{1,40}}"
    r"(?:\.(?=\s?[a-zé]))?[^:|•·;.]{0,40}\s?:\s)(?![^(]{0,40}\))"  # not inside of brackets
    r"(?![^:(]{0,80}\([^:)]{0,80}:)"  # "… - 400-25540 (première session : 2025)"
)
# A line that is no more than what the orders below or above it do.
_EFFECT_LINE = re.compile(
    r"\(?(?:(?:arr?ete|decret|texte)s? (?:de |d'|portant )?)?"
    r"(?:creation|modifications?|modificatifs?|abrogation)(?: ?:|\))?"
)
_LONGEST_EFFECT = 40
STRIP = " \t\r\n\u00a0|•·;–—-/,"
ORDER_LINE = re.compile(r"(?:arr?ete|decret|a\.|d\.)(?: \w{1,12}){0,4} (?:du |des )?\d|\d{1,2}\W")
# "Code : 500-22134 S | Arrêté du 3 mai 2010": what follows a value is another fact
_NEXT_FACT = re.compile(
    r"(?:\s[|•·;–-]|(?<=\d[.)])|(?<=\d[A-Z][.)])|(?<=\d [A-Z][.)]))\s+"
    r"(?=(?:arr[êe]t[ée]|décret|(?:diplôme |abrogée? et )?remplacée? par|nouvelle version(?= :)|"
    r"1(?:re|ère) session|(?:(?:la )?(?:première|dernière))? ?session)\b)"
    r"|(?<=\.)\s+(?=option [a-h]\s?[:–—-])"
    r"|,\s+(?=(?:(?:arrêté (?:de |d')?)?(?:création|modificatif|modifications?|abrogation)"
    r"|modifié par|abrogé par)\s?:)",
    re.IGNORECASE,
)
# "CPC : Industrie | Abrogé", "RNCP 570 — Référentiel en vigueur": at the end of the line
_NEXT_STATE = re.compile(
    r"\s[|•·;–—-]\s+(?=(?:(?:diplôme|référentiel|texte|réglementation) )?"
    r"(?:abrogée?|(?:(?:toujours|actuellement) )?en vigueur)\W*$)",
    re.IGNORECASE,
)
# "Durée : 2 ans – CPC Industrie – RNCP 38359": facts that need no colon
_NEXT_PLAIN = re.compile(
    r"\s[|•·;–—-]\s+(?=(?:CPC|Commission professionnelle consultative) [«A-ZÀÉ]"
    r"|(?:Fiche )?RNCP\s?\d{2,5}\b|Niveau (?:[1-8]|[IV]{1,3})\b|Secteur [«A-ZÀÉ])"
)
_NEXT_CODE = re.compile(
    r"\s?[|•·;,–—-]\s+"
    r"(?=(?:Code|CFD|N° de code)(?: (?:du )?(?:diplôme|scolarité))? ?:? ?\d{3}[ .-]?\d)"
)
# the same behind a whole number, where no mark divides: "Code : 500-22134 S Est remplacé par …"
_RUN_ON = re.compile(
    r"\s(?:(?<=\d\s)|(?<=\d[A-Z]\s)|(?<=\d [A-Z]\s))\s*"
    r"(?=(?:Est|A été) (?:abrogé|remplacé|modifié)"
    r"|(?:Diplôme |Titre )?(?:[Cc]réé|[Aa]brogé|[Rr]emplacé)e? par\b|Arrêtés? (?:du|de|modif)\b"
    r"|(?:L[ae]|Ce|Cette) [a-zéè]{4})"
)
_LEADS_TO_ORDER = re.compile(r"\w\.\s+(?P<lead>[A-ZÀÉ]\w+ [^.:]{3,80})$")
# of a successor its first session stands behind it, of a predecessor its last one
_ITS_SESSION = {
    "replaced_by": re.compile(r"(?:la )?(?:première|1(?:re|ère)) session\b", re.IGNORECASE),
    "replaces": re.compile(r"(?:la )?dernière session\b", re.IGNORECASE),
}
_OF_NUMBERS = {"code", "rncp", "first_session", "last_session", "level"}


def is_set_off_label(part: Part) -> bool:
    """Return whether a part of a line is set off and ends in a colon: `<b>Formacode :</b>`."""
    return part.strong and part.text.rstrip().endswith(":")


def is_effect(text: str) -> bool:
    """Return whether a line only says what orders do: *Création*, *Arrêtés modificatifs*."""
    return len(text) <= _LONGEST_EFFECT and bool(_EFFECT_LINE.fullmatch(same_length(text)))


def end_of_value(
    raw: str, line: tuple[Part, ...], places: list[int], inside: tuple[int, int], field: str
) -> int:
    """Return where a value ends and another fact begins: `Code : 500-22134 S | Arrêté du …`.

    Or a link that names an order, or an unknown label that is set off. `inside`: where the value
    begins, and where the next label does.
    """
    start, stop = inside
    fact = _next_fact(raw, start, stop, field)
    if fact or field in SUCCESSION:
        return fact.start() if fact else stop
    facts = (
        at
        for number, (at, part) in enumerate(zip(places, line, strict=True))
        if (part.href or part.strong) and start < at < stop and raw[start:at].strip()
        # "<b>Durée :</b> 2 ans <b>Formacode :</b> 22435"
        if is_set_off_label(part)
        # not the date of "<a>Dernière modification : arrêté du <time>3 mai 2004</time></a>"
        or (
            part.href
            and ORDER_LINE.match(same_length(part.text.strip()))
            and (number == 0 or line[number - 1].href != part.href)
        )
    )
    end = next(facts, stop)
    # "Dernière session : 2026. Diplôme abrogé par <a>arrêté du …": what leads to the order
    leads = _LEADS_TO_ORDER.search(raw, start, end) if end < stop else None
    return leads.start("lead") if leads else end


def _next_fact(raw: str, start: int, stop: int, field: str) -> re.Match[str] | None:
    """Return what divides a value from another fact behind it, if there is one."""
    if len(raw[start:stop].split()) < 2:  # one word, as most codes and levels
        return None
    fact = _NEXT_FACT.search(raw, start, stop)
    if fact is None and field in _OF_NUMBERS:
        fact = _RUN_ON.search(raw, start, stop)
    if fact and field in SUCCESSION and fact[0].strip() == "-":
        # "Diplôme remplacé : CAP X - 500-22134 - arrêté du 3 mai 2010": of the other one
        is_order = raw[fact.end() : fact.end() + 3].lower() in {"arr", "déc"}
        fact = None if is_order and " - " in raw[start : fact.start()] else fact
    if (
        fact
        and field in SUCCESSION
        and fact[0].strip() in {"-", "–"}
        and ":" not in raw[fact.end() :]
    ):
        # "Successeur : CAP Y - 500-22134 - première session 2025": of the other one too
        is_its = _ITS_SESSION[field].match(raw, fact.end()) and raw.count(":", 0, start) < 2
        fact = None if is_its else fact
    if fact is None and field in SUCCESSION:
        # "Ancien code : 500-23411 - Code 500-23438 R", of which the second is the diploma's
        own = _NEXT_CODE.search(raw, start, stop)
        fact = own if own and codes_in(raw[start : own.start()]) else None
    if fact is None and (field in OF_ANY_WORDS or field in _OF_NUMBERS):
        fact = _NEXT_STATE.search(raw, start, stop)
    if fact is None and (field in OF_ANY_WORDS or field == "duration"):
        fact = _NEXT_PLAIN.search(raw, start, stop)
    if fact is None and field in OF_ANY_WORDS:  # "Domaine : Commerce ; Sessions : depuis 2012"
        fact = NEXT_FIELD.search(raw, start, stop)
    return fact


def is_behind_value(raw: str, labels: list[tuple[int, int, Entry]], start: int) -> bool:
    """Return whether a whole value ends there: `1re session : 1996, dernière session : 2024`."""
    value = clean(raw[labels[-1][1] : start]).strip(STRIP) if labels else ""
    return bool(value) and is_whole(labels[-1][2].field, value)


def stripped(text: str, longest: int) -> str:
    """Strip a value of doubled colons, separators and, up to some length, the sentence's stop."""
    text = text.lstrip(STRIP + ":=→.…").strip(STRIP)
    ends = text.endswith(".") and text.count(".") == 1 and len(text) < longest
    return text[:-1] if ends else text
