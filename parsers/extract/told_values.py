"""Read duration and level from a sentence that says them in any of its usual ways.

*On prépare ce diplôme en deux ans*, *La scolarité du CAP X s'étend sur 24 mois, dont 12 semaines
en entreprise*, *Il faut trois ans pour préparer le CAP X*. A part of the training, such as a stage,
another kind of time, such as how long notes are kept, and another diploma's training are none.

*La mention complémentaire X est inscrite au niveau 3 de la nomenclature*, *Ce diplôme confère une
qualification de niveau IV*. The level that is asked of candidates, a former level and another
diploma's are none.
"""

import re
from collections.abc import Iterator, Sequence

from parsers.extract.attribution import attribution
from parsers.extract.diploma_mentions import NOUNS, THIS_DIPLOMA, DiplomaIdentity
from parsers.extract.unlabelled_facts import LEVEL, FactLine, duration_of, level_of
from parsers.model.statement import Finding, Statement
from schema.text import has_any

_TERM = (
    r"(?P<value>(?:[1-9]|1[0-9]|2[0-4]|36|une?|deux|trois|quatre|cinq|dix-huit|vingt-quatre"
    r"|trente-six) (?:ans?|annees?(?: scolaires)?|mois))(?![\w-])"
)
_TERMS = re.compile(_TERM.replace("?P<value>", "?:"))
# what stands between the training and its duration: "dure", "s'étend sur", "est de"
_LASTS = (
    r"(?P<verb>dure(?:nt)?|demande|exige|necessite|comprend|comporte"
    r"|s'(?:etend|effectue|organise|etale)(?:nt)? (?:sur|en)"
    r"|se (?:deroule|fait|prepare)(?:nt)? (?:sur|en)"
    r"|est(?: (?:organisee?|fixee?|prevue?))?(?: d'une duree)? (?:de|en|sur|a)"
    r"|, (?:de|d'une duree de))"
)
_TOLD = re.compile(
    rf"\bprepar(?:e(?:nt|r|-t-on)?|ait|aient)\b[^.;:]{{0,160}}? (?P<within>en|pendant|sur) {_TERM}"
    rf"|\b(?:formation|preparation|scolarite|cycle|cursus|etudes)\b[^.;:]{{0,160}}?{_LASTS} "
    rf"{_TERM.replace('value', 'lasting')}"
    rf"|\bil faut {_TERM.replace('value', 'needed')} pour (?:preparer|obtenir)\b"
    rf"|\bs'obtient (?:au terme|a l'issue) d(?:e |'){_TERM.replace('value', 'got')}"
    rf"|^(?:au terme|a l'issue) de {_TERM.replace('value', 'ended')} de (?:formation|preparation)\b"
    # "Ce BP, diplôme de niveau 4, demande deux années", "Comptez deux ans de formation pour"
    rf"|^{THIS_DIPLOMA}\b[^.;:]{{0,80}}? (?P<asks>dure|demande|exige|requiert|necessite)"
    rf" {_TERM.replace('value', 'asked')}"
    rf"|^(?:il faut )?compte[rz] {_TERM.replace('value', 'counted')} (?:de formation|d'etudes)\b"
    rf"|^{_TERM.replace('value', 'led')} (?:de formation|d'etudes|de preparation)"
    r" (?:conduisent|conduit|menent|mene|preparent) (?:a|au)\b"
    rf"|^d'une duree d(?:e |'){_TERM.replace('value', 'first')},? (?:ce|cet|cette|l[ea]) "
    rf"(?:{NOUNS}|formation|preparation)\b"
)
# of a part of the training, or of another kind of time, before the term or right behind it
_OF_PART = re.compile(
    r"\b(?:milieu professionnel|entreprise|stages?|pfmp|periodes?|modules?|epreuves?|conserve[sr]?"
    r"|notes?|validite|valables?|experience|complementaires?|initiative locale|mise a niveau"
    r"|apprentissage|depuis|age|moins|reduite?|peut|peuvent|autre|ancien(?:ne)?|nouve(?:au|lle))\b"
)
_BEHIND = re.compile(
    r" (?:de (?:stage|pfmp)|d'experience"
    r"|en (?:entreprise|milieu|apprentissage|alternance|lycee|cfa)|pour (?:les|ceux|des)|ou "
    r"|a (?!partir de la (?:classe|troisieme))"
    r"|au (?:plus|moins|minimum|maximum)|maximum|minimum|plus)"
)
_LEVELS = re.compile(rf"\b{LEVEL}")
_SAYS_LEVEL = re.compile(
    r"\b(?:est|sont|reste|demeure|classee?|inscrite?|positionnee?|enregistree?|reconnaitre"
    r"|confere|donne|delivre|sanctionne|atteste|correspond|releve|figure|se situe|appartient)\b"
    rf"|^\W*(?:un |une |ce |cet |cette )?(?:{NOUNS}|certification|titre)(?: \w{{1,15}}){{0,2}},?"
    r" de niveau "
)
# of the candidates, of what they learn next, or of another time
_OF_OTHERS = re.compile(
    r"\b(?:titulaires? d'|acce[sd]|ouverte?|admis|candidats|issus?|requis|justifi|poursui|prepare a"
    r"|suivi|exige|demande|souhaite|meme|ancien|precedent|naguere|autrefois|jadis|jusqu|etait|remplac|succed|superieur"
    r"|ou de)"
)
_VALUES = ("value", "lasting", "needed", "ended", "asked", "counted", "led", "first", "got")
_WORDS = (" an", " mois")
_REACH = 1000  # before a sentence
_SENTENCE = re.compile(r"[^.;]+(?:\.(?=[a-z0-9])[^.;]*)*")


def durations_told(lines: Sequence[FactLine], diploma: DiplomaIdentity) -> Iterator[Statement]:
    """Yield duration and label that a sentence of some lines states of the page's diploma.

    A sentence with two durations states none, since nothing tells which of them holds.
    """
    for line in lines:
        if not has_any(line.plain, _WORDS):
            continue
        for sentence in _SENTENCE.finditer(line.plain):
            start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
            told = _TOLD.search(line.plain, start, sentence.end())
            if told is None or _is_question(line, sentence):
                continue
            if len(_TERMS.findall(line.plain, start, sentence.end())) > 1:
                continue
            begin, end = told.span(next(g for g in _VALUES if told[g]))
            if _OF_PART.search(line.plain, start, begin) or _BEHIND.match(line.plain, end):
                continue
            # "La préparation du CAP X demande deux ans": no verb is a part of the name
            cut = next((name for name in ("verb", "within", "asks") if told[name]), None)
            at = told.start(cut) if cut else begin
            if not _is_own(line, sentence.start(), at, diploma, is_cut=cut is not None):
                continue
            yield from duration_of(line.text[begin:end], line.text, line.place)


def levels_told(lines: Sequence[FactLine], diploma: DiplomaIdentity) -> Iterator[Finding]:
    """Yield level and label that a sentence of some lines states of the page's diploma.

    A sentence with two different levels states none.
    """
    for line in lines:
        if "niveau " not in line.plain:
            continue
        for sentence in _SENTENCE.finditer(line.plain):
            start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
            found = [*_LEVELS.finditer(line.plain, start, sentence.end())]
            if len(found) != 1 or _is_question(line, sentence):
                continue
            begin, end = found[0].span()
            verb = _SAYS_LEVEL.search(line.plain, start, end)
            if verb is None or _OF_OTHERS.search(line.plain, start, sentence.end()):
                continue
            # its subject goes before the verb, or behind "Diplôme de niveau 3, le CAP X relève de"
            at = verb.start() if verb.start() > start else sentence.end()
            if _is_own(line, sentence.start(), at, diploma, is_cut=True):
                yield from level_of(line.text[begin:end], line.text, line.place)


def _is_own(line: FactLine, start: int, at: int, diploma: DiplomaIdentity, *, is_cut: bool) -> bool:
    """Return whether what stands at a place of a sentence is said of the page's diploma.

    `start`: of the sentence. `is_cut`: what stands behind the place is no part of a name.
    """
    text = line.text if not is_cut else line.text[:at]
    # of a long text no more than may tell of what the sentence goes on about
    begin = max(0, start - _REACH) if len(text) > 2 * _REACH else 0
    place = at - begin
    about = attribution(text[begin : at + _REACH], diploma)
    return about.owner(place, place) == "own" and not about.is_denied(place)


def _is_question(line: FactLine, sentence: re.Match[str]) -> bool:
    """Return whether a sentence of a line asks: *Puis-je préparer ce CAP en un an ?*."""
    return line.text[: sentence.end()].rstrip().endswith("?")
