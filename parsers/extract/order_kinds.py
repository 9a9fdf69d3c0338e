"""Kind of an order by the words around it: creation, modification, repeal."""

import re
from typing import Literal

from schema.text import same_length

Kind = Literal["creation", "modification", "repeal"]
DONE = r"(?:(?:modifie|abroge|complete|remplace)e?s?|mod(?:if)?\.)"
_DONE_TO_IT = re.compile(
    rf"\b{DONE} par\b|\b(?:est|sont|sera|seront|a ete|ont ete) (?:\w+ )?{DONE}\b"
    rf"|\b{DONE} (?:a (?:l'issue|compter|partir)|depuis|apres)\b"
    r"|\bqui (?:l'|l[ae] )?avai(?:t|ent)\b"
    rf"|(?<=\d)[ ,;(–-]{{1,3}}{DONE}\b(?! (?:l'|l[ae]s? (?!\d)))"
)
KINDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (
        re.compile(
            # not "abroge et remplace l'arrêté", "abrogeant l'arrêté": the predecessor's
            r"abroge(?:e|s|es)?\b(?! et remplace)|abrogation|abrogeant(?! l'arr?ete)"
            r"|\babrog\.|\bsupprimee?s?\b"
        ),
        "repeal",
    ),
    (
        re.compile(r"modifi(?:e|es|ee|ees|ant|cation|cations|catif|catifs)\b|\bmod(?:if)?\."),
        "modification",
    ),
    (
        re.compile(
            r"\bcre(?:e|ee|ant|ation)\b|\bcreat\.|\bfondat(?:eur|rice)s?\b|"
            r"portant definition|portant reglement|instituant|"
            r"fixant les conditions|definissant"
        ),
        "creation",
    ),
)
# "Arrêté du … modifié portant création", "…, modifié, fixant": what it did is its kind
_MODIFIED = re.compile(
    rf"(?:^|(?<=\d))[ ,;(–-]{{1,3}}{DONE}[,)]? "
    r"(?=(?:portant|fixant|definissant|instituant|creant)\b)"
)
_DOES_TO_IT = re.compile(r"\b(?:modifie|abroge|complete)(?:nt)? l'$|\bsont abrogee?s les $")
# Characters before an order in which its kind is looked for:
# "abrogé à l'issue de la session 2027 par l'arrêté du"
_NEAR = 70
_WHICH_DOES = re.compile(
    r" (?:de |portant )(?:creation|modification)\b| (?:creation|modification|abrogation)\W*$"
    r"| qui l[ea] (?:modifie|cree)\b"
    r"| (?:il|elle|est) (?:est )?cree|institue"
)
_IN_BRACKET = re.compile(r"(?:[^()]|\([^()]*\)|\((?![^()]*\)))*")
_TO_COMMA = re.compile(r"(?:[^,()]|\([^()]*\)|[()])*")


# "26 avril 2005 et 4 mars 2008 (modifications)": said behind a date, of all before it if plural
BEHIND = re.compile(r"[ ,]{0,2}\((?P<kind>creation|modification|abrogation)(?P<plural>s?)\b")
# A sentence behind an order that says what it does, or where it was published.
_SENTENCE = re.compile(r"(?:(?<=\w{3})|(?<=[)\d]))\.\s+(?=[A-ZÀ-Ý])")
_SAYS_OF_THE_ORDER = re.compile(
    r"(?:portant |(?:la |une |texte (?:de )?)?(?:creation|modifica|abrogation)|"
    r"(?:cree|modifie|abroge|institue|complete|fixe|definit|remplace)(?:nt)?\b(?! par)|"
    r"(?:nor|jo|j\.|bo|b\.|boen|jorf|journal|bulletin|publie|paru)e?\b)"
)


def end_of_own_words(text: str, plain: str, start: int, stop: int, leads_on: bool) -> int:
    """Return where the words about an order end: before a sentence about something else.

    `plain`: the text, folded. `leads_on`: what stands before `stop` leads to the next order.
    """
    ends = [*_SENTENCE.finditer(text, start, stop + 1)]
    for end in ends:
        is_lead = leads_on and end is ends[-1] and bool(plain[end.end() : stop].strip())
        if is_lead or not _SAYS_OF_THE_ORDER.match(plain, end.end(), stop):
            return end.start()
    return stop


def own_words(clause: str, about_the_order: bool) -> str:
    """Return the words after a date that state the order's effect, not a change of the order.

    What follows the bracket that an order stands in is no word of it.
    """
    whole = _IN_BRACKET.match(clause)
    clause = whole[0] if whole else clause
    if not about_the_order:
        clause = clause.lstrip(" ,")
        end = match.end() if (match := _TO_COMMA.match(clause)) else len(clause)
        first, rest = clause[:end], clause[end + 1 :]
        clause = f"{first} {rest}" if _WHICH_DOES.match(rest) else first
    return _DONE_TO_IT.split(_MODIFIED.sub(" ", clause))[0]


def kind_of(before: str, after: str, label: str) -> Kind | None:
    """Return the kind of an order: by the words before it, its own title, the section's label."""
    leads = re.split(r"(?<!\bmod)(?<!\bmodif)(?<!\barr)[),.;](?= |$)", before)[-1]
    if _DOES_TO_IT.search(leads):
        leads = label = ""  # "Arrêté du … modifie l'arrêté du …": it is the other one that modifies
    for kind_text in (leads[-_NEAR:], _first_verb(after), same_length(label)):
        for pattern, kind in KINDS:
            if pattern.search(kind_text):
                return kind
    return None


def states_kind(text: str) -> bool:
    """Return whether a text holds a word of what an order does."""
    plain = same_length(text)
    return any(pattern.search(plain) for pattern, _ in KINDS)


def _first_verb(after: str) -> str:
    """Return the first word of the title that states the order's kind."""
    matches = [m for pattern, _ in KINDS if (m := pattern.search(after))]
    first = min(matches, key=lambda match: match.start(), default=None)
    return first[0] if first else ""
