"""Where a text names orders: by their word and date, or by a date at its beginning."""

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from parsers.extract.diploma_mentions import NOUNS
from parsers.extract.order_kinds import DONE
from schema.dates import PlacedDate
from schema.text import same_length

# "arrêté", "décret", as the Bulletin officiel writes them: "A. du 21-2-2014", "Arr. du"
_WORD = re.compile(
    r"\b(?P<word>arr?etes?|decrets?|arr(?=\.? ))\b\.?|(?<![a-z0-9.])[ad]\.(?=\s?(?:du|n)\b)"
    r"|(?:^|(?<=(?:: |, |r |t )))a\.(?=\s?(?:\d|$))"
)
# Words between "arrêté" and a date that make it the date of another thing.
NOT_ITS_DATE = re.compile(
    r"\bj\.?\s?o\b|\bjorf\b|journal|\bb\.?\s?o\b|\bboen\b|bulletin|publi|\bparu|compter|partir"
    r"|jusqu|en vigueur|applicable (?:a|le|des)|mise?s? a jour|en ligne|effet|consult|circulaire"
    r"|note de service|(?:session|rentree)s?(?: de| du)? ?$"
)
_SENTENCE_END = re.compile(r"[;?!]|\.\s+(?=[A-ZÀ-Ý])")
_MOST_WORDS = 160
_PLURAL = re.compile(
    r"\b(?:arr?ete|decret|texte|date|creation|modification|modificatif)(?:s\b|\(s\))"
)
# A further date of the same list: "et du", ", ", "; celui du"; a plural needs no "du".
_FURTHER = re.compile(
    r"(?:[)\]\s]*|, (?:de |portant )?(?:creation|modification)| \((?:creation|modification)\)\s?)"
    r"(?P<lead>)(?:[,;/&]|[–-](?= )|\bet\b|\bpuis\b|\bainsi que\b)[\s,]*(?:et\s+)?"
    r"(?:(?:par |de )?(?:celui|ceux) )?(?P<du>du |des |d'|le )?\s*"
)
# "3 mai 2004 : arrêté de création", "créé le 4 mars 2006 par arrêté ministériel"
_WORD_BEHIND = re.compile(
    r"\s*(?:[:(,–-]\s*(?:(?:premier|deuxieme|second|troisieme|quatrieme|dernier) )?"
    r"|par (?:un |l')?|(?=\w+ (?:(?:d[e']|portant) ?(?:creation|abrogation)|modif)))"
    r"(?:arr?ete|decret)\b(?![^.;]{0,60}\b(?<!session )(?:19|20)\d\d\b)"
)
_LEADS_TO_DATE = re.compile(
    r"\b(?:cree|modifie|abroge|supprime|creation|modification)[\w :]{0,20}$"
)
_LONGEST_ADDED = 120
_ADDED = re.compile(
    rf"(?:[ ,;(-]|(?<= )(?:et|puis) )+(?:(?:a|ont) ete |{DONE}[ (]+)?"
    rf"(?:{DONE}|(?:derniere )?modificati(?:f|on)s?\b ?:?)(?: en dernier lieu)?(?: par)?"
    r"(?: l'arrete| arretes?| celui| ceux)?(?P<du> (?:(?:le|du|les|des) )?)$"
)
_LIST_LEAD = re.compile(r"(?:,| et)(?: par)?\s*(?:l'|les )?$")
# The order that another one changes or cites is no order of this diploma.
_CITED = re.compile(
    r"(?:modifiant|abrogeant|remplacant|completant|modification (?:de |a )?(?=l)|relatif a|vu"
    r"|application de"
    r"|abrogation de|annexes? (?:a|de)|conformement a|prevu(?:es?|s)? par"
    r"|defini(?:es?|s)? par|fixee?s? par)"
    r"\s*(?:de\s+)?(?:l'|l |la |les |le )?$"
    # "il abroge, à compter de 2015, l'arrêté du …": the predecessor's order
    r"|\b(?:il|elle|qui|et) (?:abroge|modifie|remplace|complete)(?:nt)?\b(?! par)[^.;]{0,60}$"
)
# "Ce diplôme est défini par l'": that is no order of another thing
_DEFINES_IT = re.compile(
    rf"\b(?:ce|cet|cette|le|la|present|presente) (?:{NOUNS})\b[^.;,]{{0,60}}? (?:est|a ete) "
    r"(?:defini|fixe|regi)e?s? par (?:l'|les? )?$|(?:^|[.;] )(?:il|elle) est defini[^.;,]{0,20}$"
)
# "l'arrêté du 21 août 2002 qui l'avait créé": the predecessor's
_HAD_MADE = re.compile(r",? (?:qui|lequel) (?:l'|la |le |les )?avai(?:t|ent)\b")


class Place(NamedTuple):
    """Where an order is named: the beginning of its words, and the end of what leads to its date.

    `end`: of the date; `date`: None where none can be read. `further`: it goes on a list ("… et du
    …"). `cited`: it is only cited. `added`: its label tells of the one before ("… modifié le …").
    """

    start: int
    lead_end: int
    end: int
    date: datetime.date | None
    further: bool = False
    cited: bool = False
    added: bool = False


def dated(plain: str, dates: list[PlacedDate], label: str) -> list[Place]:
    """Find the orders of a line without their word: it begins with a date, or has an address only.

    Of one order and of those that changed it (`12/04/2013 modifié 3/3/2020`), or of several orders
    (`12/04/2013, 3/3/2020`).
    """
    places: list[Place] = []
    end, plural, goes_on = 0, bool(_PLURAL.search(same_length(label))), True
    for date in dates:
        before = len(places)
        if added := _ADDED.search(plain, max(end, date.start - _LONGEST_ADDED), date.start):
            # the date before "modifié" may be unreadable
            places = places or [Place(0, 0, 0, None)]
            places.append(Place(added.start(), *date, added=True))
            plural = plural or added["du"].endswith("s ")
        elif not places:
            places.append(Place(0, 0, date.end, date.date))
        elif goes_on or plain.startswith(")", end):
            further = _further(plain, end, date, plural, places[-1])
            places += (place._replace(further=False) for place in further)
        # "JO du 3 mai 2004, 5 juin 2006": a list of dates that are no orders'
        end, goes_on = date.end, len(places) > before
    return places or [Place(0, 0, 0, None)]


def _further(plain: str, end: int, date: PlacedDate, plural: bool, last: Place) -> Iterator[Place]:
    """Yield the order of a date that continues the list of the order before, if it does."""
    match = _FURTHER.fullmatch(plain, end, date.start)
    if match and (plural or match["du"]):
        start = match.start("lead")
        yield Place(start, start, date.end, date.date, True, last.cited)


def places_of(text: str, plain: str, dates: list[PlacedDate]) -> list[Place]:
    """Find the orders of a text (`plain`: folded) by their dates.

    A date is an order's by the word before it, or where it continues a list of orders.
    """
    if not _WORD.search(plain):
        return []
    places: list[Place] = []
    before, plural, goes_on = 0, False, False
    for date in dates:
        count = len(places)
        word = next(reversed([*_WORD.finditer(plain, before, date.start)]), None)
        if word and _is_its_date(text, plain, word.end(), date.start):
            start = word.start()
            listed = bool(places) and bool(_LIST_LEAD.search(plain[max(0, start - 20) : start]))
            leads = plain[max(0, start - 120) : start]
            cited = bool(_CITED.search(leads)) and not _DEFINES_IT.search(leads)
            cited = cited or bool(_HAD_MADE.match(plain, date.end))
            places.append(Place(start, start, date.end, date.date, listed, cited))
            plural = (word["word"] or "").endswith("s") or plain.startswith("(s)", word.end())
        elif _WORD_BEHIND.match(plain, date.end):
            lead = _LEADS_TO_DATE.search(plain, max(before, date.start - 40), date.start)
            start = lead.start() if lead else date.start
            places.append(Place(start, start, date.end, date.date))
        elif not word and places and (goes_on or plain.startswith(")", before)):
            further = [*_further(plain, before, date, plural, places[-1])]
            places += further
            if not further and (added := _ADDED.fullmatch(plain, before, date.start)):
                places.append(Place(added.start(), *date, False, places[-1].cited))
                plural = added["du"].endswith("s ")
        # "JO du 3 mai 2004, 5 juin 2006": a list of dates that are no orders'
        before, goes_on = date.end, len(places) > count
    return places


def _is_its_date(text: str, plain: str, start: int, stop: int) -> bool:
    """Return whether the words between "arrêté" and a date leave the date to the order."""
    return (
        stop - start <= _MOST_WORDS
        and not NOT_ITS_DATE.search(plain, start, stop)
        and not _SENTENCE_END.search(text, start, stop)
    )
