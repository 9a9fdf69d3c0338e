"""Find the orders (arrêtés) that a page names, in lists, in sentences and in links."""

import datetime
import itertools
import re
from bisect import bisect_left
from typing import NamedTuple

from parsers.extract.diploma_mentions import NOUNS, DiplomaIdentity, is_own
from parsers.extract.nor import nor_in
from parsers.extract.order_kinds import (
    BEHIND,
    KINDS,
    Kind,
    end_of_own_words,
    kind_of,
    own_words,
)
from parsers.extract.order_places import NOT_ITS_DATE, Place, dated, places_of
from parsers.extract.succession_grammar import of_others
from parsers.model.blocks import Part, joined
from parsers.model.file_types import is_file
from parsers.segment.labels import BULLET
from schema.dates import PlacedDate, dates_in, placed_dates
from schema.referential import LegalText
from schema.secrets import masked
from schema.text import clean, fold, same_length

# "Modifié par l'", "Création : ", "1. " before the order that a line is about
_LEADS_IN = re.compile(
    r"^(?:\W|\d{1,2}[.)])*(?:(?:cree|modifie|abroge|complete|institue|defini)e?s? par (?:l'|les )?"
    r"|[\w' ]{0,40}:\s*(?:l'|les )?|l'|les |dernier |texte de reference\W*)?$"
)


_SPECIALITY = re.compile(r"spécialité [«“\"]\s*(?P<name>[^«»“”\"]{3,120}?)\s*[»”\"]")
# "portant création du CAP Fleuriste est abrogé": the diploma that an order made, and its end
_MADE = re.compile(
    rf"(?:portant creation|creant|instituant) (?:du |de la |de l'|d'une? |l[ae] |l'|une? )"
    rf"(?P<name>(?:{NOUNS})\b[^.;,(]{{0,120}}?) (?:est|sera|a ete) abroge"
)


# A value that begins with a date.
_AT_START = re.compile(r"(?:arrete )?(?:du |le )?$")


_ABBREVIATION = re.compile(r"^(?:(?!maj|bo|jo|cir|n\.?s)[a-z]{1,4}\.?\s?:\s?)?(?:du |le )?$")
_JOURNAL = re.compile(r"\W{1,4}(?:publiee? au )?(?:j\.? ?o\b|jorf\b|journal officiel\b)")


_ORDER_FILE = re.compile(r"(?:texte de )?(?:l')?(?:arr?ete|decret)\b")


class Mention(NamedTuple):
    """One order as a line names it; `full` when the line is about the order, not a sentence.

    `cited`: the order that another one changes, or by whose rules something is done.
    """

    text: LegalText
    full: bool
    cited: bool = False


def orders_in(
    parts: tuple[Part, ...], listed: bool, label: str, diploma: DiplomaIdentity
) -> list[Mention]:
    """Find the orders that a line names, but for those that repeal or make another diploma.

    `listed`: the line stands in a section of legal texts, so that the whole line is the title.
    `label`: the section's label, which may state the order's kind (*Arrêté de création*).
    """
    text = BULLET.sub("", clean(joined(parts)))
    plain = same_length(text)
    dates = placed_dates(plain)
    at_start = bool(dates) and bool(_AT_START.match(plain[: dates[0].start]))
    places = [] if is_date_label(label) and at_start else places_of(text, plain, dates)
    if not places:
        asked_for = listed or is_date_label(label) or (not label and _is_published(plain, dates))
        in_order = dated(plain, dates, label)
        addresses = _addresses(parts, text, in_order)
        if not asked_for or not text or not (dates or addresses):
            return []
        if dates and NOT_ITS_DATE.search(plain, 0, dates[0].start):
            return []  # "Dernière mise à jour de la page : 14 septembre 2012"
        return _mentions(text, plain, in_order, True, label, addresses)
    if listed and at_start and dates[0].start < places[0].start:
        places.insert(0, Place(0, 0, dates[0].end, dates[0].date))
    addresses = _addresses(parts, text, places)
    others = of_others(text, diploma)
    its_own = [mention for mention in places if _outside(others, mention.start)]
    if diploma.name:
        stops = [*(place.start for place in its_own[1:]), len(text)]
        its_own = [
            place
            for place, stop in zip(its_own, stops, strict=False)
            if not _is_of_another(text[place.start : stop], diploma)
        ]
    # of an order that changes another one, the other is a part of the title
    of_itself = [mention for mention in its_own if not mention.cited] or its_own
    return _mentions(text, plain, of_itself, listed, label, addresses)


def _addresses(parts: tuple[Part, ...], text: str, places: list[Place]) -> dict[int, list[str]]:
    """Return the addresses of each order, by its beginning.

    A link is of the order that it names, else of the one before it; but as many links as orders,
    none of which names one, are of each in turn.
    """
    if not any(part.href for part in parts):
        return {}
    starts = [place.start for place in places]
    links: list[tuple[str, int, bool]] = []
    at = 0
    for (href, _), run in itertools.groupby(parts, lambda part: (part.href, part.link)):
        shown = clean(joined(tuple(run)))
        start = max(text.find(shown, at), at)
        at = start + len(shown)
        if href and (is_legal_address(href) or _is_order_file(href, shown)):
            number = bisect_left(starts, start)
            is_named = number < len(starts) and starts[number] < at
            links.append((href, number if is_named else max(number - 1, 0), is_named))
    in_turn = len(links) == len(starts) and not any(is_named for _, _, is_named in links)
    addresses: dict[int, list[str]] = {}
    for turn, (href, number, _) in enumerate(links):
        addresses.setdefault(starts[turn if in_turn else number], []).append(href)
    return addresses


def _is_order_file(href: str, shown: str) -> bool:
    """Return whether a link leads to a file with the text of an order, not to its annexes."""
    return is_file(href) and bool(_ORDER_FILE.match(same_length(shown)))


def _is_published(plain: str, dates: list[PlacedDate]) -> bool:
    """Return whether a line begins with a date and the journal of its order: `3/5/2004 (JO du …`.

    Only an abbreviation may stand before it: `AC : 27/07/1999 - JORF 06/08/1999`.
    """
    return bool(
        dates
        and _ABBREVIATION.match(plain[: dates[0].start])
        and _JOURNAL.match(plain, dates[0].end)
    )


def _is_of_another(order: str, diploma: DiplomaIdentity) -> bool:
    """Return whether an order made another diploma.

    It quotes a speciality that shares no word with the diploma's name, or is repealed with it.
    """
    made = _MADE.search(same_length(order))
    if made and not is_own(order[made.start("name") : made.end("name")], diploma, False):
        return True
    quoted = _SPECIALITY.search(order)
    words = {word[:5] for word in fold(quoted["name"]).split()} if quoted else set()
    return bool(words) and words.isdisjoint(word[:5] for word in fold(diploma.name or "").split())


def _mentions(
    text: str,
    plain: str,
    places: list[Place],
    listed: bool,
    label: str,
    addresses: dict[int, list[str]],
) -> list[Mention]:
    first = places[0].start if places else 0
    at_start = first == 0 or (first < 90 and bool(_LEADS_IN.match(plain[:first])))
    mentions: list[Mention] = []
    behind: re.Match[str] | None = None
    for number, place in enumerate(places):
        before = plain[places[number - 1].end if number else 0 : place.lead_end]
        if place.further:
            before = _OF_THE_LAST.sub("", before)
        stop = places[number + 1].start if number + 1 < len(places) else len(text)
        leads_on = number + 1 < len(places)
        own_end = end_of_own_words(text, plain, max(place.end, place.start), stop, leads_on)
        whole = len(places) == 1 and (listed or at_start)
        title = text if whole else _clause(text[place.start : own_end])
        if number == 0 and at_start and not whole:
            title = _clause(text[:own_end])
        words = own_words(plain[place.start : own_end], listed or at_start)
        # "modifié par arrêtés du … et du …"
        follows = bool(place.further and mentions and not behind)
        kind = kind_of(before, words, "" if follows or place.added else label)
        kind = kind or (mentions[-1].text.kind if follows else None)
        if behind := BEHIND.match(plain, place.end):
            kind = kind_of(behind["kind"], "", "")
            if behind["plural"]:
                _give(kind, mentions, plain, places[: number + 1])
        near = addresses.get(place.start, [])
        # the NOR of the one order of a line may stand before it
        clause = text[place.start : stop] + (f" {text[: place.start]}" if len(places) == 1 else "")
        order = _order(title, clause, place.date, kind, near)
        mentions.append(Mention(order, listed or at_start, place.cited))
    return mentions


def _give(kind: Kind | None, mentions: list[Mention], plain: str, places: list[Place]) -> None:
    """Give the kind that stands behind a list of dates to those before without one."""
    for number in range(len(mentions) - 1, -1, -1):
        text = mentions[number].text
        between = plain[places[number].end : places[number + 1].start]
        if text.kind is not None or between.strip(" )"):
            return
        mentions[number] = mentions[number]._replace(text=text.model_copy(update={"kind": kind}))


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


def _outside(parts: list[tuple[int, int]], place: int) -> bool:
    """Return whether `place` is in none of `parts`, which are in order."""
    before = bisect_left(parts, (place, 0))
    return before == 0 or place >= parts[before - 1][1]


# "celui du 14 avril 2016, de création, et celui du"
_OF_THE_LAST = re.compile(r"^, (?:de |portant )?(?:creation|modification)\b")


def is_legal_address(href: str) -> bool:
    """Return whether a link leads to a legal text: Légifrance, ELI, JORF number, the Bulletin."""
    return bool(
        re.search(r"legifrance|/eli/|JORFTEXT|journal-officiel|/bo/|bulletin[-_]officiel", href)
        or re.search(r"/[a-z]{4}\d{7}[a-z]\.html?$", href.lower())  # named by its NOR
    )


def _order(
    title: str, clause: str, date: datetime.date | None, kind: Kind | None, hrefs: list[str]
) -> LegalText:
    sources = (clause, *(href.upper() for href in hrefs))
    nor = next((nor for source in sources if (nor := nor_in(source))), None)
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
