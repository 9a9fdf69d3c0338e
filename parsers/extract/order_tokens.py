"""Turn a line into tokens of the kinds that the grammar of orders is written in.

The kind of a token is a letter: the rules of the grammar are patterns over the letters of a line.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from parsers.extract.diploma_mentions import THIS_DIPLOMA
from schema.dates import PlacedDate, placed_dates
from schema.text import CAPITALS, same_length

Effect = Literal["creation", "modification", "repeal"]

_DATE, _STOP = "\x01", "\x02"  # stand for each character of a date, and for the end of a sentence
# also behind the letter of a number: "NOR MEN E1514931 A. L'abrogation"
_SENTENCE_END = re.compile(
    rf"[?!]|(?:(?<=\w{{3}})|(?<=[)\d»”\"])|(?<=\d{{4}} [A-Z]))\."
    # "… portant création. 15/02/2001 : arrêté modificatif" too
    rf"(?=\s+(?:(?:[–—-]\s+)?[{CAPITALS}]|\d{{1,2}}(?:er)?[ ./-]\w{{1,9}}[ ./-]\d{{4}} : arr))"
)
# "(JO du 3 mai, rectificatif au JO du 5 juin)" says nothing of what an order does
_CORRECTION = (
    r"(?!\w{8,14}[ :,(]{0,3}(?:(?:au|du|publiee?|paru|dans le) ){0,2}"
    r"(?:[jb]\.? ?o|journal|bulletin))"
)
_DIPLOMA = "(?:diplome|mention|certificat|brevet|baccalaureat|bac|cap|bep|bp|bts|bma|dma|mc|cs)"
# of what an order makes
_PART = (
    r"(?:annexes?|reglement|definition|epreuves?|unites?|modalites|conditions|referentiels?"
    r"|intitule)\b"
)
# Kinds of tokens with their words in folded text; of two that match, the first.
_KINDS = {
    "D": rf"{_DATE}+",  # a date
    ".": _STOP,  # the end of a sentence
    # what says nothing
    "": r",? pages? \d{1,5}\b"
        rf"|(?:lun|mar|mercre|jeu|vendre|same)di(?= {_DATE})|dimanche(?= {_DATE})"
        r"|,? ?en dernier lieu,?(?= (?:par|le)\b)|(?<=modifie )en dernier lieu\b"
        rf"|(?<=arrete )et (?:ses |les )?annexes?(?= (?:en date )?du {_DATE})"
        r"|une (?:premiere|deuxieme|seconde|troisieme|derniere) fois\b|successivement\b"
        r"|a (?:deux|trois|plusieurs|\d) reprises\b"
        rf"|(?<!{_DATE} [:-] )textes?(?: de\b| d')?(?= ?(?:crea|modif|abrog))",
    # the word of several orders; of one, also as the Bulletin officiel writes it: "A. du 21-2-2014"
    "P": rf"(?<!_)(?:arr?ete|decret)(?:s\b|\(s\))|(?<![a-z0-9.])[ad][.{_STOP}](?= ?des\b)",
    "O": rf"(?<!_)(?:arr?ete|decret|arr(?=[.{_STOP}]? ))\b[.{_STOP}]?"
         rf"|(?<![a-z0-9.])[ad][.{_STOP}](?= ?(?:du|n|modif|modificatif)\b)"
         rf"|(?<=par )a(?= du {_DATE})"
         # "3 mai 2004 : acte de création", as a list of events has it
         rf"|(?<={_DATE} [:-] )(?:texte|acte)(?= (?:portant|initial|modifica\w+|modifiant"
         r"|creant|abrogeant|supprimant|d'abrogation|de (?:creation|modification))\b)"
         rf"|(?:^|(?<=[:,;rt{_STOP}] )|(?<=[ceg]ation )|(?<=mod\. )|(?<=modif\. )"
         r"|(?<=\bcree )|(?<=\babroge )|(?<=\bmodifie ))"  # "Créé A. 28.7.1999"
         rf"a[.{_STOP}](?= ?(?:[\d{_DATE}]|$))",
    # a NOR, and another number
    "N": r"nor[ /]?[a-z]{3} ?[a-z] ?\d{7} ?[a-z]\b"
         r"|(?:n[?o]? ?|numero |reference )?nor(?:/?men[a-z]?)?\b"
         r"|n\.o\.r\b\.?|[a-z]{4}\d{7}[a-z]\b",
    "#": r"n[?o] ?(?=\d)",
    # a journal or bulletin, and what else has a date that is no order's
    "J": r"j\.? ?o\b\.?|jorf\b|journal\w*|b\.? ?o\b\.?|boe(?:n|sr)\b|bulletin\w*|publi(?!c)\w*"
         r"|parue?s?\b",
    "Z": r"compter\b|partir\b|jusqu\w*|en vigueur|applicable (?:au?|le|des)\b|maj\b"
         r"|mise?s? a jour\b(?! ?: ?arr|(?<=d'une mise a jour) par (?:un |l'|les? )?arr)"
         r"|derniere revision\b|(?:verifi|actualis|redig|imprim)\w*|webmestre\b"
         r"|en ligne\b|effets?\b|consult\w*|circulaires?\b|note de service|avis\b"
         r"|(?:seminaire|reunion|journee|colloque|rencontre|conference)s?\b|archivee?s?\b"
         r"|(?:page|fiche)\b(?! \d)"
         rf"|(?:session|rentree|version)s?(?: (?:consolidee|a jour))?(?: de| du| au)? ?(?={_DATE})"
         r"|consolid(?:ee?s?|ation)\b(?= ?(?:au|a la date|par nos|le|:) )",
    # what an order does: as a verb of its title, as a noun
    "G": r"(?:modifiant|rectifiant|corrigeant|abrogeant|annulant|supprimant|remplacant)\b"
         r"|(?:completant|creant|instituant|ajoutant)\b"
         r"|definissant\b(?! les (?:modalites|epreuves|unites)\b)"
         rf"|modifie (?=(?:seulement |uniquement )?(?:certaines?|les|des|l[ea]|l'|une?) ?{_PART})"
         r"|abroge et remplace\b|portant reglement\b"
         r"|(?:est|sont) venue?s?"
         r" (?:modifi|complet|rectifi|retouch|corrig|amend|actualis|ajust)er\b"
        rf"|(?:abroge|supprime|modifie) (?={THIS_DIPLOMA}\b)"
         r"|fixant les conditions\b"
         r"(?! d'h| d'obtention de d| de l'epreuve| d'(?:acces|inscription) )"
         r"|(?:portant|fixant) (?:la )?definition\b"
         r"(?! d(?:es |u |e la |e l'|'une |')(?:epreuve|unite|examen))",
    "K": r"mis fin (?=(?:au|a la|a ce|a cette) )|abroger\b"
         r"|(?:creation|modification|abrogation|modificatif|modificative|modificateur"
         r"|abrogati(?:f|ve)|abrogatoire)(?:s\b|\(s\)|\b)"
         r"|(?<=arrete )(?:initial\b|d'origine\b|complementaire\b)"
         r"|(?<=texte )(?:initial\b|d'origine\b|complementaire\b)"
         rf"|{_CORRECTION}rectificati(?:f|on)s?\b|en dernier lieu\b,?"
         rf"|institution(?= ?: ?(?:arr|{_DATE})| (?:du|de la|de ce) (?:{_DIPLOMA}|specialite)\b)"
         r"|mise a jour(?= ?: ?arr|(?<=d'une mise a jour) par (?:un |l'|les? )?arr)"
         r"|suppression(?= ?[:,]|$| (?!d)|(?: par)? (?:l')?arr?ete"
         rf"| (?:du|de la|de ce) (?:{_DIPLOMA}|specialite)\b)"
         rf"|(?:mod|modif|crea?t?|abrog|abr)[.{_STOP}]|modifs\b|(?:fonda|crea)t(?:eur|rice)s?\b",
    # what cites an order
    "Q": r"vu\b|dont\b|au sens d(?:e|u)\b|re(?:lev|pos)ai(?:t|ent)\b|obei\w* a\b"
         # but "Se reporter à l'arrêté du …" alone names the diploma's
         r"|(?<=[\w,()] )se report\w* a\b"
         r"|(?:application|dispositions) d(?:u|es|e la|e)?\b|selon\b"
         r"|(?<!est )(?<!sont )annexes? (?:a|de?)\b|conformement a\b"
         r"|regles generales d\w*"
         r"|(?<!abrogation )(?:prevu|defini|fixe)(?:es?|s)? par\b",
    # what changes an order or is changed by it, what it brings about, what begins its subject
    "M": rf"{_CORRECTION}rectifi(?:ee?s?|ent)\b"
         r"|(?:modifi|abrog|(?<!liste )complet|remplac|supprim)(?:ee?s?|ent)\b"
         r"|(?:corrig|retouch|amend)ee?s?(?= par\b)"
         r"|consolidee?s? (?=(?:avec|par|suite a) (?:l'|les )?arr)",
    "c": r"(?:cre|institu|instaur|fix)(?:ee?s?|ent)\b|defini(?:e?s?|t)\b",
    "R": r"(?:portant|relatif(?: a (?:la |l')(?=creation|modification|abrogation))?|fixant)\b",
    # the words between: of a sentence, of a list of orders, articles
    "q": r"(?:qui|il|elle|lequel)\b",
    "h": r"avai(?:t|ent)\b",
    "x": r"(?:precite|susvise)e?s?\b",
    "e": r"(?:est|sont|sera|seront|(?:a|ont) ete)\b",
    "p": r"par\b",
    "C": r"(?:celui|ceux)\b",
    "&": r"(?:et|puis|ainsi que)\b",
    "a": r"(?:en date|du|des|de la|de l'|de|la|les?|une?)\b|[dl]'",
    # marks, numbers, all other words
    ",": r"[,/&]",
    ";": r";",
    "(": r"[(\[]",
    ")": r"[)\]]",
    ":": r":",
    "-": r"(?<= )[-|](?= )",
    "n": r"\d+\b",
    "w": r"[a-z0-9]+",
}  # fmt: skip
_LETTERS = ("", *_KINDS)
_SILENT = _LETTERS.index("", 1)
_TOKEN = re.compile("|".join(f"({words})" for words in _KINDS.values()))
_EFFECTS: tuple[tuple[re.Pattern[str], Effect], ...] = (
    (
        re.compile(r"cre|fond|institu|instaur|initial|d'origine|definissant|fixant|portant"),
        "creation",
    ),
    (
        re.compile(
            r"(?:(?:est|sont) venue?s? )?(?:mod|rectif|complet|corrig|retouch|amend|actualis|ajust)"
            r"|corrig|consolid|en dernier"
            r"|mise a jour|complem|ajoutant"
            rf"|(?:annulant (?:et remplacant )?|supprimant |remplacant )(?:l'|l[ea]s? ){_PART}"
        ),
        "modification",
    ),
    (
        re.compile(
            r"abr\b|abrog(?!e(?:ant)? (?:et remplacant )?celui|eant (?:et remplacant )?l'arr|e et)"
            r"|supprim|suppress|mis fin"
        ),
        "repeal",
    ),
)
# "Arrêté de création et modifications": of which of both each order is, it does not say
_OF_EITHER = re.compile(
    r"\bcrea\w{4,7}(?: ?[,/&]| et| puis) (?:(?:ses|les|des?|textes?|arr?etes?) ){0,3}modificati"
)
_LONG = 1000
_DOTTED_TYPE = re.compile(r"\b(?:[a-z]\.){2,4}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a line: a letter each, and where each begins and ends in its text.

    `plain`: the text, folded. `dates`: by where each begins.
    """

    text: str
    plain: str
    letters: str
    spans: tuple[tuple[int, int], ...]
    dates: dict[int, PlacedDate]

    @property
    def has_order(self) -> bool:
        """Return whether the word of an order is among them."""
        return "O" in self.letters or "P" in self.letters

    def words(self, start: int, stop: int) -> str:
        """Return the folded text of the tokens from `start` up to `stop`."""
        return self.plain[self.begin(start) : self.begin(stop)]

    def begin(self, number: int) -> int:
        """Return where a token begins in the text; behind the last one, the end of the text."""
        return self.spans[number][0] if number < len(self.spans) else len(self.text)

    def effect(self, number: int) -> Effect | None:
        """Return what a word says that an order does."""
        begin = self.spans[number][0]
        return next((e for words, e in _EFFECTS if words.match(self.plain, begin)), None)

    def effects(self) -> set[Effect]:
        """Return all that the line says that orders do."""
        stated = (self.effect(n) for n, letter in enumerate(self.letters) if letter in "GKMc")
        return {effect for effect in stated if effect}


_REPEALED = re.compile(
    r"\W*(?:(?:les )?(?:anciens? )?(?:textes?|arr?etes?|decrets?)|references?) abroge?e?s?\W*"
)


def names_repealed(label: str) -> bool:
    """Return whether a folded label is of orders that were repealed: *Textes abrogés*."""
    return bool(_REPEALED.fullmatch(label))


def effect_of(text: str) -> Effect | None:
    """Return what a label says that an order does: of several, the last thing in its life.

    None of a label of orders that create or modify, or that were repealed: *Textes abrogés*.
    """
    tokens = tokens_of(text)
    if "broge" in tokens.plain and names_repealed(tokens.plain):
        return None
    stated = tokens.effects()
    if len(stated) > 1 and is_of_either(tokens.plain):
        return None
    effects: tuple[Effect, ...] = ("repeal", "modification", "creation")
    return next((effect for effect in effects if effect in stated), None)


def is_of_either(plain: str) -> bool:
    """Return whether a folded text speaks of creation and modification, one beside the other."""
    return bool(_OF_EITHER.search(plain))


def undotted(words: str) -> str:
    """Return folded words without the stops of types, which end no sentence: *cap* of *c.a.p.*."""
    return _DOTTED_TYPE.sub(lambda match: match[0].replace(".", ""), words)


def tokens_of(text: str) -> Tokens:
    """Return the tokens of a clean text, which is looked at more than once."""
    return _remembered(text) if len(text) < _LONG else _remembered_long(text)


def _tokens(text: str) -> Tokens:
    plain = same_length(text)
    dates = {date.start: date for date in placed_dates(plain)}
    marked = list(plain)
    if "•" in text:
        marked = [";" if sign == "•" else letter for sign, letter in zip(text, plain, strict=True)]
    for stop in _SENTENCE_END.finditer(text):
        marked[stop.start()] = _STOP
    for start, end, _ in dates.values():
        marked[start:end] = _DATE * (end - start)
    line = "".join(marked)
    matches = [match for match in _TOKEN.finditer(line) if match.lastindex != _SILENT]
    letters = "".join([_LETTERS[match.lastindex or 0] for match in matches])
    return Tokens(text, plain, letters, tuple([match.span() for match in matches]), dates)


_remembered = lru_cache(maxsize=512)(_tokens)
# the text of a row is asked for several things in turn
_remembered_long = lru_cache(maxsize=4)(_tokens)
