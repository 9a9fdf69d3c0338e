"""Find the orders (arrêtés) that a line names, in lists, in sentences and in links."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Collection
from typing import NamedTuple

from parsers.extract.attribution import Attribution, attribution
from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.extract.named_diplomas import Owner
from parsers.extract.nor import nor_in
from parsers.extract.order_grammar import (
    Order,
    Place,
    is_in_title,
    is_led_in,
    lists_dates,
    orders_of,
    places_of,
)
from parsers.extract.order_lines import is_plural
from parsers.extract.order_subjects import end_of_general, is_of_other_matter, is_order_file
from parsers.extract.order_tokens import Tokens, effect_of, tokens_of
from parsers.model.blocks import Part, joined
from parsers.segment.line_marks import without_bullet
from schema.dates import placed_dates
from schema.diploma_type import family
from schema.referential import LegalText
from schema.secrets import masked
from schema.text import clean, fold, same_length
from schema.title import read_title

_SPECIALITY = re.compile(r"spécialité [«“\"]\s*(?P<name>[^«»“”\"]{3,120}?)\s*[»”\"]")
# "Modifications : 4 juin 1992", "4 juin 1992" below that, "3/5/2004 (JO du …", "AC : 27/07/1999 -
# JORF 06/08/1999": a date is an order's by what it does, or by its journal
_LED = re.compile(
    r"(?:(?P<does>K(?:aw)?:?a?D|D[,:(-]?K(?:[),;.-]|$)|caD(?:[,;-]?M?a?D)*$)"
    r"|(?:w:?)?a?D(?P<journal>[-,;(]?a?[pw]?[JN])?)"
)
_LONGEST_CLAUSE = 200
_LONGEST_ABBREVIATION = len("abcd : du ")
_CHANGES = re.compile(r"(?:arr?ete )?(?:modifi|abroge|complet|rectifi)(?:e?ant|e)\b(?! par\b)")
_CHANGED = re.compile(r"(?:modifi|abroge|complet|rectifi)e?ant (?:l.|les )?$")  # before an order
SITE = re.compile(r"https?://[^/?]{1,200}/?", re.IGNORECASE)  # of no text in particular
# "[Légifrance]", "(lien)", "voir le texte", "texte sur Légifrance"; brackets only in pairs
_OPENS_TEXT = re.compile(
    r"\s*(?P<open>[(\[])?(?:(?:voir|consulter|lire|télécharger) (?:l['’]arrêté|(?:le )?texte)"
    r"|(?:(?:le )?texte(?: de l['’]arrêté)?|lien)|légifrance|voir|consulter|lire|télécharger|pdf)"
    r"(?: (?:intégral|complet|officiel|sur légifrance))?"
    r"(?(open)[)\]])\s*",
    re.IGNORECASE,
)
_CLOSING = {"(": ")", "[": "]"}
# "Ce diplôme remplace celui créé par l'"
_OF_THE_FORMER = re.compile(
    r"\b(?:remplace(?:nt)?|succede(?:nt)? a|se substitue(?:nt)? a) (?:celui|celle|ceux|l'ancien)\b"
    r"[^.;]{0,60} (?:cree|defini|institue|regi|fixe|prevu)e?s? par (?:l'|les? )?$"
)
_NUMBER = re.compile(r"\(?(?:N:?)?N[),;:.-]{0,2}")  # before the order that it is of


class OrderMention(NamedTuple):
    """One order as a line names it; `full` when the line is about the order, not a sentence.

    `cited`: the order that another one changes, or by whose rules something is done. `general`: it
    rules all diplomas of a type. `another`: it names a diploma of no word in common.
    """

    text: LegalText
    full: bool
    cited: bool = False
    general: bool = False
    another: bool = False

    def of_kind(self, kind: str | None) -> "OrderMention":
        """Return the same order, of another kind."""
        return self._replace(text=self.text.model_copy(update={"kind": kind}))


def orders_in(
    parts: tuple[Part, ...],
    listed: bool,
    label: str,
    diploma: DiplomaIdentity,
    led: bool = False,
) -> list[OrderMention]:
    """Find the orders that a line names, but for those that repeal or make another diploma.

    `listed`: the line stands in a section of legal texts, so that the whole line is the title.
    `label`: the section's label, which may state the order's kind (*Arrêté de création*).
    `led`: it asks for orders, so that a date that begins the line is one's.
    """
    text = without_bullet(clean(joined(parts)))
    if not (listed or label or led or any(part.href for part in parts)) and not placed_dates(
        same_length(text)
    ):
        return []  # a sentence without a date: most texts, and none of them is divided into tokens
    if len(parts) > 1 and any(part.href for part in parts):
        named = without_opening_links(parts)
        if without := without_bullet(clean(joined(named))):  # not of a link *Légifrance* alone
            parts, text = named, without
    tokens = tokens_of(text)
    if not tokens.letters or _is_day_of_page(tokens):
        return []
    first_date = tokens.letters.find("D")
    asked = f"{label} {text[: tokens.begin(first_date)]}" if first_date >= 0 else label
    lead = _LED.match(tokens.letters)
    by_journal = lead and lead["journal"] and not label
    is_listed = (
        listed
        or is_date_label(label)
        or tokens.plain.startswith("texte : ")
        or bool(lead and (led or lead["does"]))
        or bool(by_journal and tokens.begin(first_date) <= _LONGEST_ABBREVIATION)
    )
    are_several = is_plural(asked) or (
        is_listed and lists_dates(tokens) and effect_of(label) == "modification"
    )
    places = [*places_of(tokens, is_listed, are_several)]
    names_file = first_date < 0 and is_listed and "annexe" not in tokens.plain
    if not places and names_file and _addresses(parts, text, [0]):
        places = [Place(0, 0, 0)]
    if not places:
        return []
    starts = [tokens.begin(place.start) for place in places]
    stops = [*starts[1:], len(text)]
    about_whom = attribution(text, diploma)
    its_own: list[Place] = []
    general: set[int] = set()
    of_others: set[int] = set()
    end_of_rules = end_of_general(tokens, starts[0])
    for before, place, start, stop in zip([None, *places], places, starts, stops, strict=False):
        owner = _owner(tokens, place, not its_own and not before, about_whom)
        is_end = "abroge" in tokens.plain and about_whom.is_end_of_own(start)
        if owner != "other" and (is_end or not _quotes_another(text[start:stop], diploma)):
            is_ruled = start < end_of_rules
            if is_ruled or is_of_other_matter(tokens, before, place, stop, diploma, parts, label):
                general.add(start)
            if about_whom.names_another(start, tokens.begin(place.end)):
                of_others.add(start)
            is_cited = place.cited or owner == "new" or start in general
            its_own.append(place._replace(cited=is_cited, ends=is_end))
    own = {tokens.begin(place.start): place.cited for place in its_own}
    cited = {at for at, is_cited in own.items() if is_cited or _CHANGED.search(tokens.plain[:at])}
    pairs = itertools.pairwise(places)
    cited |= {tokens.begin(b.start) for a, b in pairs if is_in_title(tokens, a.end, b)}
    addresses = _addresses(parts, text, starts, cited)
    # of an order that changes another one, the other is a part of the title
    its_own = [place for place in its_own if not place.cited] or its_own
    about = is_listed or (bool(its_own) and is_led_in(tokens, its_own[0]))
    mentions = []
    for order in orders_of(tokens, its_own, about, effect_of(label)):
        start = tokens.begin(order.place.start)
        found = _text(order, addresses.get(start, []))
        cites, rules = order.place.cited, start in general
        mentions.append(OrderMention(found, about, cites, rules, start in of_others))
    return mentions


def _is_day_of_page(tokens: Tokens) -> bool:
    """Return whether all dates of a line stand alone in square brackets, and it names no order.

    `[12/03/2019]` is the day on which a page was changed.
    """
    if tokens.has_order or not tokens.dates:
        return False
    around = (
        (tokens.plain[: d.start][-1:], tokens.plain[d.end :][:1]) for d in tokens.dates.values()
    )
    return all(signs == ("[", "]") for signs in around)


def without_opening_links(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return parts without the words of links that only open a text: *voir le texte*.

    Nor the brackets around such a link.
    """
    named: list[Part] = []
    is_bare = False  # the part before is such a link, in the bracket that `closing` ends
    closing = ""
    for part in parts:
        text = part.text
        if is_bare and closing and text.lstrip().startswith(closing):
            part = part._replace(text=f" {text.lstrip()[1:]}")
        is_bare = part.href is not None and _OPENS_TEXT.fullmatch(text) is not None
        if is_bare:
            before = named[-1].text.rstrip() if named else ""
            closing = _CLOSING.get(before[-1:], "")
            if closing:
                named[-1] = named[-1]._replace(text=f"{before[:-1]} ")
            part = part._replace(text=" ")
        named.append(part)
    return tuple(named)


def _addresses(
    parts: tuple[Part, ...], text: str, starts: list[int], cited: Collection[int] = ()
) -> dict[int, list[str]]:
    """Return the addresses of each order, by its beginning.

    A link is of the order that it names, else of the one before it that is not `cited`; but as
    many links as orders, none of which names one, are of each in turn.
    """
    if not any(part.href for part in parts):
        return {}
    links: list[tuple[str, int, bool]] = []
    whole, at = clean(joined(parts)), 0
    cut = len(whole) - len(text)  # a bullet
    for href, run in itertools.groupby(parts, lambda part: part.href):
        shown = clean(joined(tuple(run)))
        start = max(whole.find(shown, at), at)
        at = start + len(shown)
        if href and (is_legal_address(href) or is_order_file(href, shown)):
            number = bisect_left(starts, start - cut)
            is_named = number < len(starts) and starts[number] < at - cut
            # "Modifiant l'arrêté du …" is what the order before it does
            is_named &= not (number and _CHANGES.match(same_length(shown)))
            before = [n for n in range(number) if starts[n] not in cited]
            links.append((href, number if is_named else max(before, default=0), is_named))
    in_turn = len(links) == len(starts) and not any(is_named for _, _, is_named in links)
    addresses: dict[int, list[str]] = {}
    for turn, (href, number, _) in enumerate(links):
        addresses.setdefault(starts[turn if in_turn else number], []).append(href)
    return addresses


def _owner(tokens: Tokens, place: Place, is_first: bool, about: Attribution) -> Owner:
    """Return whose an order is.

    One that begins its line is the record's, whatever name it gives the diploma, where no verb
    says otherwise.
    """
    start, end = tokens.begin(place.start), tokens.spans[max(place.end - 1, place.start)][1]
    if _OF_THE_FORMER.search(tokens.plain[max(0, start - _LONGEST_CLAUSE) : start]):
        return "other"
    begins = is_first and (
        is_led_in(tokens, place) or bool(_NUMBER.fullmatch(tokens.letters, 0, place.start))
    )
    return about.owner_of_order(start, end, begins)


def _quotes_another(order: str, diploma: DiplomaIdentity) -> bool:
    """Return whether an order quotes a speciality that shares no word with the diploma's name.

    Or one of another name and another type: *« Fleuriste de mode » de certificat d'aptitude …*.
    """
    quoted = _SPECIALITY.search(order) if diploma.name else None
    name, own = (fold(quoted["name"]), fold(diploma.name or "")) if quoted else ("", "")
    if quoted is None or not name or name == own:
        return False
    if {word[:5] for word in name.split()}.isdisjoint(word[:5] for word in own.split()):
        return True
    types = read_title(order[quoted.end() :].strip().removeprefix("de ")).types
    families = {family(each) for each in types}
    return bool(families and (kind := diploma.diploma_type) and family(kind) not in families)


def is_date_label(label: str) -> bool:
    """Return whether a label asks for the date of an order: *Date de l'arrêté de création*."""
    return fold(label).startswith("date ")


def is_told(text: str, mentions: list[OrderMention]) -> bool:
    """Return whether `mentions` hold all dates of `text` and all acts (creation, …) in it."""
    tokens = tokens_of(clean(text))
    dates = {mention.text.date for mention in mentions}
    kinds = {mention.text.kind for mention in mentions}
    stated = {date.date.isoformat() for date in tokens.dates.values()}
    return stated <= dates and tokens.effects() <= kinds


def is_legal_address(href: str) -> bool:
    """Return whether a link leads to a legal text: Légifrance, ELI, JORF number, the Bulletin."""
    return not SITE.fullmatch(href) and bool(
        re.search(r"legifrance|/eli/|JORFTEXT|journal-officiel|/[bj]o/|bulletin[-_]officiel", href)
        or re.search(r"/[a-z]{4}\d{7}[a-z]\.(?:html?|pdf)$", href.lower())  # named by its NOR
    )


# "modifiant l'arrêté du 5 mai 2004 (NOR MENE0400123A) portant création"
_NUMBER_OF_CHANGED = re.compile(
    r"(\bmodifi\w+ (?:l['’]|les )arrêtés? [^()]{5,40})\([^()]*\)"
    r"(?=,? (?:portant|relatif|créant|fixant|définissant))",
    re.IGNORECASE,
)


def _text(order: Order, hrefs: list[str]) -> LegalText:
    words = order.words
    if "(" in words:
        words = _NUMBER_OF_CHANGED.sub(r"\1", words)
    sources = (words, *(href.upper() for href in hrefs))
    nor = next((nor for source in sources if (nor := nor_in(source))), None)
    date = order.place.date
    return LegalText(
        title=order.title,
        date=date.isoformat() if date else None,
        kind=order.kind,
        nor=nor,
        url=masked(hrefs[0]) if hrefs else None,
    )
