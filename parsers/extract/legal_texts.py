"""Orders (arrêtés) that a page names, in lists, in sentences and in links."""

import re
from bisect import bisect_left
from typing import Literal, NamedTuple

from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.extract.succession_grammar import of_others
from parsers.model.blocks import Part, joined
from parsers.segment.labels import BULLET
from schema.dates import dates_in, parse_date
from schema.referential import LegalText
from schema.text import clean, fold, same_length

Kind = Literal["creation", "modification", "repeal"]
NOR = re.compile(r"\b([A-Z]{4}\d{7}[A-Z])\b")
# "arrêté du", "arrêtés interministériels du", "décret n° 2019-14 du"; or a further "et du".
_MENTION = re.compile(
    r"\b(?:arretes?|decrets?)(?: interministeriels?| ministeriels?| modificatifs?| modifie)?"
    r"(?:\s+n[°o.]*\s*[\d-]+)?,?\s+(?:en date )?du\s+(?=\d)"
)
_FURTHER = re.compile(r"(?:,| et)\s+(?:du |celui du )(?=\d{1,2}(?:er)?[\s/.])")
# "modifié par", or the participle right after the order's date: "du 12 avril 2013 (abrogé)"
_DONE = r"(?:modifie|abroge|complete|remplace)e?s?"
_DONE_TO_IT = re.compile(
    rf"\b{_DONE} par\b|(?<=\d)[ ,;(–-]{{1,3}}{_DONE}\b(?! (?:l'|l[ae]s? (?!\d)))"
)
# A value that is a date, and what it adds: "12/04/2013 modifié le 3/3/2020"
_AT_START = re.compile(r"(?:arrete )?(?:du |le )?$")
_ADDED = re.compile(rf"[ ,;(–-]+{_DONE}(?: par)?(?: l'arrete| arrete)?(?: le| du)? $")
# The order that another one changes or cites is no order of this diploma.
_CITED = re.compile(
    r"(?:modifiant|abrogeant|remplacant|completant|modification (?:de )?|relatif a|vu"
    r"|application de"
    r"|abrogation de|annexes? (?:a|de)|conformement a|prevu(?:es?|s)? par"
    r"|defini(?:es?|s)? par|fixee?s? par)"
    r"\s*(?:de\s+)?(?:l'|l |la |les |le )?$"
    # "il abroge, à compter de 2015, l'arrêté du …": the predecessor's order
    r"|\b(?:il|elle|qui|et) (?:abroge|modifie|remplace|complete)(?:nt)?\b[^.;]{0,60}$"
)
# "Modifié par l'", "Création : ", "1. " before the order that a line is about
_LEADS_IN = re.compile(
    r"^(?:\W|\d{1,2}[.)])*(?:(?:cree|modifie|abroge|complete|institue|defini)e?s? par (?:l'|les )?"
    r"|[\w' ]{0,40}:\s*(?:l'|les )?|l'|les |dernier |texte de reference\W*)?$"
)
_KINDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"abroge(?:e|s|es)?\b|abrogation|abrogeant"), "repeal"),
    (re.compile(r"modifi(?:e|es|ee|ees|ant|cation|catif|catifs)\b"), "modification"),
    (
        re.compile(
            r"\bcre(?:e|ee|ant|ation)\b|portant definition|portant reglement|instituant|"
            r"fixant les conditions|definissant"
        ),
        "creation",
    ),
)


class Mention(NamedTuple):
    """One order as a line names it; `full` when the line is about the order, not a sentence."""

    text: LegalText
    full: bool


def orders_in(
    parts: tuple[Part, ...], listed: bool, label: str, own: DiplomaIdentity
) -> list[Mention]:
    """The orders that a line names, but for those that repeal or make another diploma than `own`.

    `listed`: the line stands in a section of legal texts, so that the whole line is the title.
    `label`: the section's label, which may say what the order does (*Arrêté de création*).
    """
    text = BULLET.sub("", clean(joined(parts)))
    plain = same_length(text)
    hrefs = [part.href for part in parts if part.href and is_legal_address(part.href)]
    hrefs = list(dict.fromkeys(hrefs))
    if is_date_label(label) and (dates := dates_in(text)) and _AT_START.match(plain[: dates[0][0]]):
        return _dated(text, plain, label, hrefs)
    named = _places(plain)
    others = of_others(text, own)
    places = [one for one in named if _outside(others, one[0])]
    if named and not places:
        return []
    if not places:
        if not listed or not text or (not dates_in(text) and not hrefs):
            return []
        return _dated(text, plain, label, hrefs)
    at_start = places[0][0] == 0 or (
        places[0][0] < 90 and bool(_LEADS_IN.match(plain[: places[0][0]]))
    )
    mentions: list[Mention] = []
    for number, (place, further) in enumerate(places):
        before = plain[places[number - 1][0] if number else 0 : place]
        stop = places[number + 1][0] if number + 1 < len(places) else len(text)
        whole = len(places) == 1 and (listed or at_start)
        title = text if whole else _clause(text[place:stop])
        if number == 0 and at_start and not whole:
            title = _clause(text[:stop])
        kind = _kind(before, _own_words(plain[place:stop], listed or at_start), label)
        if further and mentions and kind is None:
            kind = mentions[-1].text.kind  # "modifié par arrêtés du … et du …"
        near = hrefs if len(places) == 1 else hrefs[number : number + 1]
        mentions.append(Mention(_order(title, text[place:stop], kind, near), listed or whole))
    return mentions


def _dated(text: str, plain: str, label: str, hrefs: list[str]) -> list[Mention]:
    """The order of a line that gives no more than its date or address, and those that changed it:
    `12/04/2013 modifié 3/3/2020`.
    """
    added = [
        (match.start(), place)
        for place, _ in dates_in(text)
        if (match := _ADDED.search(plain, max(0, place - 40), place))
    ]
    stops = [*(start for start, _ in added), len(text)]
    title = text[: stops[0]]
    own = _own_words(plain[: stops[0]], True)
    mentions = [Mention(_order(title, title, _kind("", own, label), hrefs), True)]
    for (start, place), stop in zip(added, stops[1:], strict=True):
        kind = _kind(plain[start:place], "", "")
        title = text[start:stop].strip(" ,;()–-")
        mentions.append(Mention(_order(title, text[place:stop], kind, []), True))
    return mentions


def is_date_label(label: str) -> bool:
    """Whether a label asks for the date of an order: *Date de l'arrêté de création*."""
    return fold(label).startswith("date ")


def is_told(text: str, mentions: list[Mention]) -> bool:
    """Whether `mentions` hold all dates of `text`, and all that it says was done by an order."""
    plain = same_length(clean(text))
    dates = {mention.text.date for mention in mentions}
    kinds = {mention.text.kind for mention in mentions}
    return {date.isoformat() for _, date in dates_in(text)} <= dates and all(
        kind in kinds for pattern, kind in _KINDS if pattern.search(plain)
    )


def _places(plain: str) -> list[tuple[int, bool]]:
    """Where each order is named, and whether it goes on a list ("… et du …")."""
    first = [(m.start(), False) for m in _MENTION.finditer(plain)]
    if not first:
        return []
    further = [(m.start(), True) for m in _FURTHER.finditer(plain) if m.start() > first[0][0]]
    connected = [
        (
            place,
            bool(
                re.search(r"(?:,| et)(?: par)?\s*(?:l'|les )?$", plain[max(0, place - 20) : place])
            )
            and n > 0,
        )
        for n, (place, _) in enumerate(first)
    ]
    cited = {place for place, _ in connected if _CITED.search(plain[max(0, place - 120) : place])}
    return [one for one in sorted(connected + further) if one[0] not in cited]


def _outside(parts: list[tuple[int, int]], place: int) -> bool:
    """Whether `place` is in none of `parts`, which are in order."""
    before = bisect_left(parts, (place, 0))
    return before == 0 or place >= parts[before - 1][1]


def _own_words(clause: str, about_the_order: bool) -> str:
    """The words after a date that say what the order itself does: not what was done to it."""
    if not about_the_order:
        clause = clause.split(",")[0]
    return _DONE_TO_IT.split(clause)[0]


def row_orders(cells: list[tuple[Part, ...]], label: str, own: DiplomaIdentity) -> list[Mention]:
    """The order that a table row tells of (text, NOR, subject in cells of their own): the cell
    that names it is the title, the row says its kind and number.
    """
    spaced = tuple(p for cell in cells for p in (*cell, Part(" ")))
    whole = orders_in(spaced, True, label, own)
    if len(whole) != 1:
        return [mention for cell in cells for mention in orders_in(cell, True, label, own)]
    named = next((clean(joined(c)) for c in cells if dates_in(clean(joined(c)))), "")
    (only,) = whole
    return [only._replace(text=only.text.model_copy(update={"title": named or only.text.title}))]


def merged(mentions: list[Mention]) -> tuple[LegalText, ...]:
    """One text for each order: mentions of the same date (and NOR) complete one another."""
    result: list[Mention] = []
    for mention in mentions:
        for number, other in enumerate(result):
            if _same(mention.text, other.text):
                result[number] = _joined(other, mention)
                break
        else:
            result.append(mention)
    return tuple(mention.text for mention in result)


def is_legal_address(href: str) -> bool:
    """Whether a link leads to a legal text: Légifrance, an ELI, a JORF number, the Bulletin."""
    return bool(
        re.search(r"legifrance|/eli/|JORFTEXT|journal-officiel|/bo/|bulletin-officiel", href)
    )


def _order(title: str, clause: str, kind: Kind | None, hrefs: list[str]) -> LegalText:
    # the order's own date, and not that of another one its title cites
    own = re.split(r"(?<=\w)\s(?:modifiant|abrogeant|portant|relatif|fixant|l['’]arr)", clause)[0]
    date = parse_date(own)
    nor = NOR.search(clause) or next((m for h in hrefs if (m := NOR.search(h))), None)
    return LegalText(
        title=title,
        date=date.isoformat() if date else None,
        kind=kind,
        nor=nor[1] if nor else None,
        url=hrefs[0] if hrefs else None,
    )


def _kind(before: str, after: str, label: str) -> Kind | None:
    """What the order does: by the words before it, by its own title, by the section's label."""
    for kind_text in (before[-40:], _first_verb(after), same_length(label)):
        for pattern, kind in _KINDS:
            if pattern.search(kind_text):
                return kind
    return None


def _first_verb(after: str) -> str:
    """The first word of the title that says what the order does."""
    found = [m for pattern, _ in _KINDS if (m := pattern.search(after))]
    first = min(found, key=lambda match: match.start(), default=None)
    return first[0] if first else ""


def _clause(text: str) -> str:
    """The part of a line about one order, without the words that lead to the next."""
    text = re.sub(
        r"[\s,;(–-]*(?:et\s+)?(?:(?:modifiée?s?|abrogée?s?|complétée?s?|remplacée?s?)\s+)?"
        r"(?:par\s*)?(?:l['’]|les?\s|celui\s)?\s*$",
        "",
        text,
    )
    first = re.split(
        r"(?<=[a-zé\d])[.;](?:\s|$)|,\s+(?:est|sont|qui|il|elle|a|dont|ce|cette|le|la|remplacée?s?|abrogée?s?|modifiée?s?)\s",
        text,
    )[0]
    return clean(first).strip(" ,;(–-").removeprefix("et ").strip()


def _same(one: LegalText, other: LegalText) -> bool:
    if one.nor and other.nor:
        return one.nor == other.nor
    if one.date is None or other.date is None:
        return one.title == other.title
    return one.date == other.date


def _joined(first: Mention, second: Mention) -> Mention:
    best = second if second.full and not first.full else first
    a, b = first.text, second.text
    return Mention(
        LegalText(
            title=best.text.title,
            date=a.date or b.date,
            kind=a.kind or b.kind,
            nor=a.nor or b.nor,
            url=a.url or b.url,
        ),
        first.full or second.full,
    )
