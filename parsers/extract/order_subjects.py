"""Tell the orders that rule all diplomas, or something else, from those of the record's diploma."""

import re

from parsers.extract.diploma_mentions import NOUNS, DiplomaIdentity
from parsers.extract.order_grammar import Place
from parsers.extract.order_lines import is_above_general
from parsers.extract.order_tokens import Tokens, effect_of, tokens_of
from parsers.model.blocks import Part
from parsers.model.file_types import is_file
from schema.text import clean, same_length
from schema.title import read_title
from schema.vocabulary import page_words

# Rules of all diplomas of a type: "portant règlement général du BTS", "commun à tous les CAP",
# "décret n° 2002-463 du 4 avril 2002 relatif au CAP"
_GENERAL = re.compile(
    rf"\b(?:(?:reglement general\b(?: (?:du |de la |des? |de l'))?"
    rf"|decret\b[^.;]{{0,60}}? relatif (?:aux? |a la |a l')"
    r"|organisation et (?:aux |les )?horaires (?:d'enseignement |des enseignements )?"
    r"(?:du |de la |des? |d')"
    r"|enseignements? dispenses dans les formations"
    r" (?:[^.;]{0,40}\bprepar\w{2,5} (?:aux? |a la )|du |de la |des? )"
    r"|positionnement en vue de la preparation (?:du |de la |des? ))(?P<name>[^.;,:()]{1,80})?"
    r"|(?:tou(?:s|tes) les|l'ensemble des(?! options))"
    rf" (?:(?:sections|classes|formations|specialites) d(?:e|u|es) )?(?:{NOUNS})s?\b"
    r"|unites? facultatives? de mobilite\b"
    r"|les mentions complementaires (?:ont|sont|deviennent)\b"
    r"|textes? gener(?:al|aux)(?: d(?:u|es)\b|(?=,? (?:l'|les )?(?:arr?ete|decret)))"
    # the national frame of levels, and what else a word is defined by
    r"|\bvoir(?: aussi| egalement)? (?:le )?decret\b"
    r"|\bau sens (?:du decret|de l'arr?ete)\b|\bdecret (?:n\W{1,2}2019-14\b|du 8 janvier 2019\b)"
    rf"|(?:pas|non) propres? a (?:ce|cet|cette) (?:{NOUNS})\b"
    rf"|conditions d'habilitation (?:a|pour) (?:mettre|la mise) en .{{1,3}}vre\b"
    # of general education: "relatif à l'organisation de l'épreuve de langues vivantes"
    r"|relatif (?:a l'organisation (?:de |d')|a |aux )(?:l'|les |la )?epreuves?"
    r" (?:[a-z]{2,12} ){0,2}(?:de langues? vivantes?|d'education physique)\b"
    rf"(?! (?:et sportive )?(?:du|de la|au|a la) (?:{NOUNS})\b)"
    rf"|(?:fixant|relatif aux|definissant) (?:les )?unites generales\b)"
)
_VERB = re.compile(r" (?:a ete|est|sera|fut) ")
# behind what a sentence is about: "…, une dérogation est demandée (décret n° 2013-914 du …)."
_DECREE_ASIDE = re.compile(r"[a-z]{3} \(decret [^()]{8,60}\)\W*$")
_MATTER = page_words("matter of all diplomas")  # where no words say what the order does
_LONGEST_CLAUSE = 200
# but "articles D. 337-51 à …"
_CLAUSE_END = re.compile(r"(?:(?<!\b[a-z])(?<!\bart)\.|;)(?=\s|$)")
# What an order says that it is about. An order of the diploma names there a diploma, the name of
# this one, or a part of its rules, or says what it does: so did all in the pages of 15 authors.
_OBJECT = re.compile(
    r"\b(?:relati(?:f|ve)s?|fixant|portant|concernant|nommant|autorisant|organisant|reglementant"
    r"|approuvant|determinant|precisant|regit|reglemente|encadre)\b"
)
_OF_DIPLOMA = re.compile(
    rf"\b(?:(?!titre\b|formation\b)(?:{NOUNS})|specialites|delivrance|definition|referenti\w+"
    r"|reglements? d'examen|annexes?|epreuves?|unites?|programme(?! d(?:e|u)\b)"
    r"|modalites d'organisation|(?<=la )formation(?! (?:en|des|continue|professionnelle)\b))\b"
)
# of an authority that makes no diplomas: "arrêté rectoral du 4 mai 2018"
_LOCAL = re.compile(r"\b(?:arr?ete|decision)s? (?:rectora|prefectora|municipa)(?:le?s?|ux)\b")
# "La convention collective a été étendue par arrêté du 7 octobre 1997": its subject
_PASSIVE = re.compile(
    r"\W*(?P<subject>(?:l[ea]s? |l'|une? |des )[^.;:()]{3,120}?) (?:a ete|ont ete|est|sont|fut)"
    r" (?:[a-z]+ment )?[a-z]{3,14}(?:ee?s?|ies?|is|us?)\b[^.;:]{0,30}?"
    r"\bpar (?:l'|l[ea]s? |une? |des )?$"
)
_OF_ITS_RULES = re.compile(
    r"\b(?:arr?etes?|textes?|decrets?|versions?|reglement\w*|modalites?|contenus?|horaires?"
    r"|savoirs?|competences?|grilles?|listes?|intitules?|evaluations?|certification|examens?"
    r"|sessions?|durees?|conditions?|activites?|formations?|dispositions?(?! relatives)"
    # what is done to it, in other words than those of an order: "Une modification est intervenue"
    r"|modifications?|abrogations?|creations?|suppressions?|renovations?|revisions?|institution"
    r"|actualisations?|mises? a jour|changements?|rectifications?|corrections?|ensemble)\b"
)
_WORD = re.compile(r"[a-z]{4,}")
_STEM = 5  # "boucher", "boucherie"
_ORDER_FILE = re.compile(r"(?:texte de )?(?:l')?(?:arr?ete|decret)\b")


def end_of_general(tokens: Tokens, start: int) -> int:
    """Return where the orders end that follow *Textes généraux :*; `start`: of the first order."""
    head, colon, _ = tokens.plain[:start].partition(":")
    if not (colon and is_above_general(head)):
        return 0
    end = _CLAUSE_END.search(tokens.plain, start)
    return end.start() if end else len(tokens.plain)


def is_of_other_matter(
    tokens: Tokens,
    before: Place | None,
    place: Place,
    stop: int,
    diploma: DiplomaIdentity,
    parts: tuple[Part, ...],
    label: str,
) -> bool:
    """Return whether the clause of an order says that it rules all diplomas, or something else.

    `before`: the order before it, of which the words up to this one tell. `stop`: the next one's.
    `parts`: of the line; what files beside the order are called says nothing of it. `label`: of
    its list, which may say what the order does.
    """
    plain, begin = tokens.plain, tokens.begin(place.start)
    near = max(0, begin - _LONGEST_CLAUSE)
    start = max((end.end() for end in _CLAUSE_END.finditer(plain, near, begin)), default=near)
    if before and start < tokens.begin(before.end):
        start = begin
    behind = tokens.begin(place.end)
    stop = min(stop, behind + _LONGEST_CLAUSE)
    end = _CLAUSE_END.search(plain, behind, stop)
    stop = end.start() if end else stop
    match = _GENERAL.search(plain, start, stop)
    if match is None and not before and _DECREE_ASIDE.search(plain, start, stop):
        return True
    if match is None:
        matters = _MATTER.finditer(plain, start, stop)
        is_other = any(not _is_of_file(found[0], parts) for found in matters)
        is_other = is_other and not (
            diploma.name and same_length(diploma.name) in plain[start:stop]
        )
        is_local = "ctora" in plain or "nicipal" in plain
        is_other = is_other or (is_local and _LOCAL.search(plain, start, stop) is not None)
        if " par " in plain and (passive := _PASSIVE.fullmatch(plain, start, begin)):
            subject = passive["subject"]
            if _MATTER.search(subject) and not _OF_DIPLOMA.search(subject):
                return True
            return _is_apart(subject, diploma) and not _OF_ITS_RULES.search(subject)
        if not is_other and (about := _OBJECT.search(plain, behind, stop)):
            is_other = _is_apart(plain[about.end() : stop], diploma)
        return is_other and not (effect_of(label) or _says_effect(tokens, start, begin, stop))
    if not match["name"]:
        return True
    first, last = match.span("name")
    verb = _VERB.search(plain, first, last)  # "portant règlement général du BP a été abrogé"
    title = read_title(tokens.text[first : verb.start() if verb else last].strip())
    return title.is_type_alone or not title.types


def _is_apart(words: str, diploma: DiplomaIdentity) -> bool:
    """Return whether folded words name no diploma, no part of its rules and no word of its name."""
    if _OF_DIPLOMA.search(words):
        return False
    stems = {word[:_STEM] for word in _WORD.findall(same_length(diploma.name or ""))}
    return stems.isdisjoint(word[:_STEM] for word in _WORD.findall(words))


def _says_effect(tokens: Tokens, start: int, begin: int, stop: int) -> bool:
    """Return whether a clause says what its order, which begins at `begin`, does to another."""
    placed = zip(tokens.letters, tokens.spans, strict=True)
    said = [(letter, at) for letter, (at, _) in placed if start <= at < stop]
    return any(each in "KGc" or (each == "M" and at < begin) for each, at in said)


def _is_of_file(words: str, parts: tuple[Part, ...]) -> bool:
    """Return whether some words stand in the name of a file that is no order's."""
    named = ((part.href, clean(part.text)) for part in parts if part.href and is_file(part.href))
    return any(words in same_length(text) and not is_order_file(h, text) for h, text in named)


def is_order_file(href: str, shown: str) -> bool:
    """Return whether a link leads to a file with the text of an order, not to its annexes.

    It is called so, or by the order's day alone: `Arrêté de création : <a>20/08/1992</a>`.
    """
    return is_file(href) and bool(
        _ORDER_FILE.match(same_length(shown)) or tokens_of(shown).letters in {"D", "aD"}
    )
