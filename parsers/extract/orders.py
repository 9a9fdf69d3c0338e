"""Orders (arrêtés) that a page names, in lists, in sentences and in links."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.extract.nor import nor_in
from parsers.extract.order_kinds import DONE, KINDS, Kind, kind_of, own_words
from parsers.extract.succession_grammar import of_others
from parsers.model.blocks import Part, joined
from parsers.segment.labels import BULLET
from schema.dates import PlacedDate, dates_in, placed_dates
from schema.referential import LegalText
from schema.secrets import masked
from schema.text import clean, fold, same_length

# "arrêté", "décret", as the Bulletin officiel writes them: "A. du 21-2-2014", "Arr. du"
_WORD = re.compile(
    r"\b(?P<word>arr?etes?|decrets?|arr(?=\.? ))\b\.?|(?<![a-z0-9.])[ad]\.(?=\s?(?:du|n)\b)"
    r"|(?:^|(?<=(?:: |, |r |t )))a\.(?=\s?(?:\d|$))"
)
# Words between "arrêté" and a date that make it the date of another thing.
_NOT_ITS_DATE = re.compile(
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
    r"(?:[)\]\s]*|, (?:de |portant )?(?:creation|modification)| \((?:creation|modification)\))"
    r"(?P<lead>)(?:[,;/&]|\bet\b|\bpuis\b|\bainsi que\b)[\s,]*(?:et\s+)?"
    r"(?:(?:par |de )?(?:celui|ceux) )?(?P<du>du |des |d'|le )?\s*"
)
# "3 mai 2004 : arrêté de création", "créé le 4 mars 2006 par arrêté ministériel"
_WORD_BEHIND = re.compile(
    r"\s*(?:[:(,–-]\s*(?:(?:premier|deuxieme|second|troisieme|quatrieme|dernier) )?"
    r"|par (?:un |l')?|(?=\w+ (?:d[e'] ?(?:creation|abrogation)|modif)))"
    r"(?:arr?ete|decret)\b(?![^.;]{0,60}\b(?<!session )(?:19|20)\d\d\b)"
)
_LEADS_TO_DATE = re.compile(
    r"\b(?:cree|modifie|abroge|supprime|creation|modification)[\w :]{0,20}$"
)
# A value that begins with a date, and its additions: "12/04/2013 modifié le 3/3/2020"
_AT_START = re.compile(r"(?:arrete )?(?:du |le )?$")
_LONGEST_ADDED = 120
_ADDED = re.compile(
    rf"(?:[ ,;(-]|(?<= )(?:et|puis) )+(?:(?:a|ont) ete |{DONE}[ (]+)?"
    rf"(?:{DONE}|(?:derniere )?modificati(?:f|on)s?\b ?:?)(?: en dernier lieu)?(?: par)?"
    r"(?: l'arrete| arretes?| celui| ceux)?(?P<du> (?:(?:le|du|les|des) )?)$"
)
# The order that another one changes or cites is no order of this diploma.
_CITED = re.compile(
    r"(?:modifiant|abrogeant|remplacant|completant|modification (?:de )?|relatif a|vu"
    r"|application de"
    r"|abrogation de|annexes? (?:a|de)|conformement a|prevu(?:es?|s)? par"
    r"|defini(?:es?|s)? par|fixee?s? par)"
    r"\s*(?:de\s+)?(?:l'|l |la |les |le )?$"
    # "il abroge, à compter de 2015, l'arrêté du …": the predecessor's order
    r"|\b(?:il|elle|qui|et) (?:abroge|modifie|remplace|complete)(?:nt)?\b(?! par)[^.;]{0,60}$"
)
# "Modifié par l'", "Création : ", "1. " before the order that a line is about
_LEADS_IN = re.compile(
    r"^(?:\W|\d{1,2}[.)])*(?:(?:cree|modifie|abroge|complete|institue|defini)e?s? par (?:l'|les )?"
    r"|[\w' ]{0,40}:\s*(?:l'|les )?|l'|les |dernier |texte de reference\W*)?$"
)


_SPECIALITY = re.compile(r"spécialité [«“\"]\s*(?P<name>[^«»“”\"]{3,120}?)\s*[»”\"]")


class Mention(NamedTuple):
    """One order as a line names it; `full` when the line is about the order, not a sentence.

    `cited`: the order that another one changes, or by whose rules something is done.
    """

    text: LegalText
    full: bool
    cited: bool = False


class _Place(NamedTuple):
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


def orders_in(
    parts: tuple[Part, ...], listed: bool, label: str, diploma: DiplomaIdentity
) -> list[Mention]:
    """Find the orders that a line names, but for those that repeal or make another diploma.

    `listed`: the line stands in a section of legal texts, so that the whole line is the title.
    `label`: the section's label, which may state the order's kind (*Arrêté de création*).
    """
    text = BULLET.sub("", clean(joined(parts)))
    plain = same_length(text)
    hrefs = list(dict.fromkeys(p.href for p in parts if p.href and is_legal_address(p.href)))
    dates = placed_dates(plain)
    at_start = bool(dates) and bool(_AT_START.match(plain[: dates[0].start]))
    places = [] if is_date_label(label) and at_start else _places(text, plain, dates)
    if not places:
        if not (listed or is_date_label(label)) or not text or not (dates or hrefs):
            return []
        if dates and _NOT_ITS_DATE.search(plain, 0, dates[0].start):
            return []  # "Dernière mise à jour de la page : 14 septembre 2012"
        dated = _dated(plain, dates, label)
        return _mentions(text, plain, dated, True, label, hrefs if len(dated) == 1 else [])
    if listed and at_start and dates[0].start < places[0].start:
        places.insert(0, _Place(0, 0, dates[0].end, dates[0].date))
    others = of_others(text, diploma)
    its_own = [mention for mention in places if _outside(others, mention.start)]
    if (
        diploma.name
        and len(its_own) == 1
        and _is_of_another(text[its_own[0].start :], diploma.name)
    ):
        its_own = []
    # of an order that changes another one, the other is a part of the title
    of_itself = [mention for mention in its_own if not mention.cited] or its_own
    return _mentions(text, plain, of_itself, listed, label, hrefs)


def _is_of_another(order: str, name: str) -> bool:
    """Return whether an order quotes a speciality that shares no word with the diploma's name."""
    quoted = _SPECIALITY.search(order)
    words = {word[:5] for word in fold(quoted["name"]).split()} if quoted else set()
    return bool(words) and words.isdisjoint(word[:5] for word in fold(name).split())


def _mentions(
    text: str, plain: str, places: list[_Place], listed: bool, label: str, hrefs: list[str]
) -> list[Mention]:
    first = places[0].start if places else 0
    at_start = first == 0 or (first < 90 and bool(_LEADS_IN.match(plain[:first])))
    mentions: list[Mention] = []
    for number, place in enumerate(places):
        before = plain[places[number - 1].end if number else 0 : place.lead_end]
        if place.further:
            before = _OF_THE_LAST.sub("", before)
        stop = places[number + 1].start if number + 1 < len(places) else len(text)
        whole = len(places) == 1 and (listed or at_start)
        title = text if whole else _clause(text[place.start : stop])
        if number == 0 and at_start and not whole:
            title = _clause(text[:stop])
        words = own_words(plain[place.start : stop], listed or at_start)
        # "modifié par arrêtés du … et du …"
        like = mentions[-1].text.kind if place.further and mentions else None
        kind = kind_of(before, words, "" if like or place.added else label) or like
        near = hrefs if len(places) == 1 else hrefs[number : number + 1]
        order = _order(title, text[place.start : stop], place.date, kind, near)
        mentions.append(Mention(order, listed or at_start, place.cited))
    return _numbered_before(mentions, text[: places[0].start] if len(places) == 1 else "")


def _numbered_before(mentions: list[Mention], before: str) -> list[Mention]:
    """Give the one order of a line the NOR that stands before it."""
    if before and (nor := nor_in(before)) and mentions[0].text.nor is None:
        text = mentions[0].text.model_copy(update={"nor": nor})
        return [mentions[0]._replace(text=text)]
    return mentions


def _dated(plain: str, dates: list[PlacedDate], label: str) -> list[_Place]:
    """Find the orders of a line without their word: it begins with a date, or has an address only.

    Of one order and of those that changed it (`12/04/2013 modifié 3/3/2020`), or of several orders
    (`12/04/2013, 3/3/2020`).
    """
    places: list[_Place] = []
    end, plural = 0, bool(_PLURAL.search(same_length(label)))
    for date in dates:
        if added := _ADDED.search(plain, max(end, date.start - _LONGEST_ADDED), date.start):
            # the date before "modifié" may be unreadable
            places = places or [_Place(0, 0, 0, None)]
            places.append(_Place(added.start(), *date, added=True))
            plural = plural or added["du"].endswith("s ")
        elif not places:
            places.append(_Place(0, 0, date.end, date.date))
        else:
            further = _further(plain, end, date, plural, places[-1])
            places += (place._replace(further=False) for place in further)
        end = date.end
    return places or [_Place(0, 0, 0, None)]


def _further(
    plain: str, end: int, date: PlacedDate, plural: bool, last: _Place
) -> Iterator[_Place]:
    """Yield the order of a date that continues the list of the order before, if it does."""
    match = _FURTHER.fullmatch(plain, end, date.start)
    if match and (plural or match["du"]):
        start = match.start("lead")
        yield _Place(start, start, date.end, date.date, True, last.cited)


def is_date_label(label: str) -> bool:
    """Return whether a label asks for the date of an order: *Date de l'arrêté de création*."""
    return fold(label).startswith("date ")


def is_told(text: str, mentions: list[Mention]) -> bool:
    """Return whether `mentions` hold all dates of `text` and all acts (creation, …) in it."""
    plain = same_length(clean(text))
    dates = {mention.text.date for mention in mentions}
    kinds = {mention.text.kind for mention in mentions}
    return {date.isoformat() for _, date in dates_in(text)} <= dates and all(
        kind in kinds for pattern, kind in KINDS if pattern.search(plain)
    )


def _places(text: str, plain: str, dates: list[PlacedDate]) -> list[_Place]:
    """Find the orders of a text (`plain`: folded) by their dates.

    A date is an order's by the word before it, or where it continues a list of orders.
    """
    if not _WORD.search(plain):
        return []
    places: list[_Place] = []
    before, plural = 0, False
    for date in dates:
        word = next(reversed([*_WORD.finditer(plain, before, date.start)]), None)
        if word and _is_its_date(text, plain, word.end(), date.start):
            start = word.start()
            goes_on = bool(places) and bool(_LIST_LEAD.search(plain[max(0, start - 20) : start]))
            cited = bool(_CITED.search(plain[max(0, start - 120) : start]))
            places.append(_Place(start, start, date.end, date.date, goes_on, cited))
            plural = (word["word"] or "").endswith("s")
        elif _WORD_BEHIND.match(plain, date.end):
            lead = _LEADS_TO_DATE.search(plain, max(before, date.start - 40), date.start)
            start = lead.start() if lead else date.start
            places.append(_Place(start, start, date.end, date.date))
        elif not word and places:
            further = [*_further(plain, before, date, plural, places[-1])]
            places += further
            if not further and (added := _ADDED.fullmatch(plain, before, date.start)):
                places.append(_Place(added.start(), *date, False, places[-1].cited))
                plural = added["du"].endswith("s ")
        before = date.end
    return places


def _is_its_date(text: str, plain: str, start: int, stop: int) -> bool:
    """Return whether the words between "arrêté" and a date leave the date to the order."""
    return (
        stop - start <= _MOST_WORDS
        and not _NOT_ITS_DATE.search(plain, start, stop)
        and not _SENTENCE_END.search(text, start, stop)
    )


_LIST_LEAD = re.compile(r"(?:,| et)(?: par)?\s*(?:l'|les )?$")


def _outside(parts: list[tuple[int, int]], place: int) -> bool:
    """Return whether `place` is in none of `parts`, which are in order."""
    before = bisect_left(parts, (place, 0))
    return before == 0 or place >= parts[before - 1][1]


# "celui du 14 avril 2016, de création, et celui du"
_OF_THE_LAST = re.compile(r"^, (?:de |portant )?(?:creation|modification)\b")


def is_legal_address(href: str) -> bool:
    """Return whether a link leads to a legal text: Légifrance, ELI, JORF number, the Bulletin."""
    return bool(
        re.search(r"legifrance|/eli/|JORFTEXT|journal-officiel|/bo/|bulletin-officiel", href)
    )


def _order(
    title: str, clause: str, date: datetime.date | None, kind: Kind | None, hrefs: list[str]
) -> LegalText:
    nor = next((nor for source in (clause, *hrefs) if (nor := nor_in(source))), None)
    return LegalText(
        title=title,
        date=date.isoformat() if date else None,
        kind=kind,
        nor=nor,
        url=masked(hrefs[0]) if hrefs else None,
    )


def _clause(text: str) -> str:
    """Return the part of a line about one order, without the words that lead to the next."""
    text = re.sub(
        r"[\s,;(–-]*(?:et\s+)?(?:(?:modifiée?s?|abrogée?s?|complétée?s?|remplacée?s?)\s+)?"
        r"(?:par\s*)?(?:l['’]|les?\s|celui\s)?\s*$|\s[|;–—-]\s+\w[\w ]{0,30}?\s?:\s*$",
        "",
        text,
    )
    first = re.split(
        r"(?<=[a-zé\d])[.;](?:\s|$)|,\s+(?:est|sont|qui|il|elle|a|dont|ce|cette|le|la|remplacée?s?|abrogée?s?|modifiée?s?)\s",
        text,
    )[0]
    return clean(first).strip(" ,;(–-").removeprefix("et ").strip()
