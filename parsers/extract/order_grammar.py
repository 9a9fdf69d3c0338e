"""Find the orders that the tokens of a line name, and say what each of them does.

An order is its word with a date, and what says more of it; a list of orders goes on with further
dates. The rules are patterns over the letters of the tokens (see `order_tokens`).
"""

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parsers.extract.diploma_mentions import NOUNS, THE_DIPLOMA
from parsers.extract.nor import nor_in, year_of
from parsers.extract.order_sentences import effect_in_sentence
from parsers.extract.order_tokens import Effect, Tokens, is_of_either, undotted
from schema.text import clean

# "arrêté ministériel du 3 mai 2004"; "3 mai 2004 : arrêté de création", "créé le 4 mars 2006 par
# arrêté", "01/07/2023 : abrogation (arrêté)"; in a list of orders "12/04/2013", "Modifié le
# 12/04/2013", "Date du texte : 12/04/2013"
_ORDER = re.compile(
    # but "l'arrêté a été abrogé le 1er janvier 2018": when that was
    r"[OP](?:(?!MC|eMaD|(?<=K)MaD|(?<=O)(?:&|\)[,;-]))[^OPDJZ.;]){0,30}D"
    # "publié au Journal officiel du 12/04/2013 (arrêté au format pdf)": of a journal
    r"|(?<![Jn])(?<![Jn]a)(?<!Jw)(?<!Jwa)(?<!Jwawa)(?<!Jwawwa)(?:[MKc][aw:]{0,3})?D(?:[:(,-](?:w?Kp|[Mc]pa?|w?)|[:-]?K(?:aw)?\(|pa?w?|(?=[OP][aR]?[KG]))"
    r"[OP](?![^.;JOP]{0,12}D)"
    # "3 mai 2019 : arrêté modifiant l'arrêté du 5 juin 2014 portant …"
    r"|D[:-]?O(?=G[aQ]{0,3}OaD)"
    # "Le ministre a signé le 3 mai 2019 l'arrêté portant création du …"
    r"|(?<=wa)DaO(?=RK|G)(?![^.;J]{0,12}D)"
)
# behind an order: "est abrogé par celui du 14 août 2009"
_ORDER_OR_THAT = re.compile(rf"{_ORDER.pattern}|CaD")
# "31/2/2013 modifié le …" too, whose date is none; but "Diplôme modifié le … par arrêté"
_LISTED = re.compile(
    r"(?:[MKcaw]{0,4}:|[MKc])?a?D|[^OPDJZM]{0,30}D(?=[^OP]*$)|(?=[wa,]{0,7}n)[nwa,]{1,8}(?=M[paC]{0,3}D(?!pa?[OP]))"
)
_FROM = r",?w{0,2}Z{1,2}a?D"  # "applicable à compter du 1er septembre 2012"
# Behind an order's date: "et du 5 juin 2006", "; celui du …"; a list in the plural needs no "du",
# and goes on behind numbers and journals: "par les arrêtés du 3 mai 2004, JO du 5 mai, et du …",
# "3 mai 2004 - JO du 5 mai - BO n° 23 ; 5 juin 2006".
_FURTHER = re.compile(
    r"(?:\([^()]*\)|\)|,?[aR]K|[,:-]K|waO(?=[&,])|[,;.-]{0,2}w?N:?(?:N|[wn]{0,5})"
    rf"|{_FROM}(?=;)"
    r"|[,.-]{0,2}J[w#na]{1,4}(?=;)|,w{1,2}(?=;)|(?P<journal>[,;.&-]{0,2}J[Jw#na-]{0,6}D)){0,8}"
    # "du 3 mai 2004 (NOR : …)" and on the next line "du 5 juin 2006 (…)"
    r"(?P<lead>(?=[,;&-])|(?<=[DN]\))(?=aD(?:[(;]|$)))[,;-]{0,2}(?P<and>&)?(?:[pa]?C)?(?P<du>a)?D"
)
# "modifié le 5 juin 2006", "(dernière modification : 5 juin 2006)"
_CHANGED_ON = r"(?P<does>M(?!C)|w?K)p?(?:a?:|[,(-])?p?(?:a?C)?(?P<du>a)?D"
_ADDED = re.compile(rf"(?:,?qa?h[Mc])?[,;(&-]{{0,6}}(?P<lead>)e?(?:M\(?)?{_CHANGED_ON}")
# "… portant création du CAP X (JO du 5 mai 2004), modifié le 5 juin 2006", and without a mark
# behind a number, a journal or its title: "… : arrêté de création modifié le 5 juin 2006"
_ADDED_BEHIND = re.compile(
    rf"(?:(?:{_FROM}(?=;)|"
    r"\((?:OaK)?[^()OPCM]*\)|,?J[Jw#na-]{0,6}D|,?N:?|[aRGw&#n-]|:?(?:Oa)?K(?!a?D|Ma)"
    r"|,(?=[RG])){0,40}?"
    rf"(?:[,;.-]|(?<=[)ND])|(?=\())\(?"
    r"|(?:[:-]?(?:Oa)?K|,?[RG])[aRGKw&#n]{0,40}(?=Ma))"
    rf"(?P<lead>){_CHANGED_ON}"
)
_IN_LIST = re.compile(r"[,&]p?a*$")
# "modifié par : arrêté du … ; arrêté du …", "modifié depuis : …", "modifié (…",
# "(modifié par arrêté du … ; …"
_OPENS_LIST = re.compile(r"(?:(?:M|Kw?)w?p?a?[:(]|\([MK]p?a?)$")
_BEGINS_LIST = re.compile(r"Mpa*$")  # "Modifié par arrêté du … ; arrêté du …"
# "A. du … mod. par A. du … ; A. du …": behind the first order, all that follow change it
_CHANGED_BY = re.compile(r"[,;(-]?[MK]p?a*$")
_ASIDE = r"(?:[,(-]{0,2}[NJ][^OPKMcGRQ.;]{0,12})?"
_NUMBER_ASIDE = re.compile(r"(?:[,(-]{0,2}[NJ][^OPKMcGRQ.;]{0,12}){1,2}")
_ORDERS_ALONE = re.compile(rf"Oa?D{_ASIDE}(?:;p?a?Oa?D{_ASIDE})+[).]?$")
# "Modifications Arrêté du … Arrêté du …", in boxes beside or lines below one another
_RUN_OF_CHANGES = re.compile(rf"K:?Oa?D{_ASIDE}(?:[;,&]?Oa?D{_ASIDE})+[).]?")
# "arrêté du 3 mai 2004 (NOR : …) ; 5 juin 2006 ; 7 mai 2008"
_DATES_LISTED = re.compile(rf"O?a?D{_ASIDE}(?:;a?D{_ASIDE})+[).]?")
_CHANGES_LISTED = re.compile(r"(?P<does>K):?D(?:,D)+")
_DATES_ALONE = re.compile(r"D(?:,D)+")
_DATES_JOINED = re.compile(r"a?D(?:[,;]a?D)*(?:&a?D)+")  # "et" joins no journal to its order
_IN_OPENED = re.compile(r"(?:[^()]|\([^()]*\))*[,;&]p?a*$")
# Before the word of an order that is only cited, and behind its date.
# But "et modifié en 2007 (arrêté du …)".
_CITING = re.compile(
    # "Arrêté du 15 mai 2018 - modifie l'arrêté du 3 janvier 2017", in cells of a row
    r"(?:[QRG]a*|RKa+|(?:\(|D(?:[^.;OP]{0,4}[:,-])?)Ma+|[q&]M(?!p|(?:wn)?\()(?:(?!Mp)[^.;OP]){0,12})$"
)
# before "arrêté du": "modification de l'", and a line that begins with "abroge l'"
_ACTS_ON = re.compile(r"(?:(?:^|D(?:[^.;]{0,5}[^a.;])?)K|^(?P<verb>M))a+$")
_HAD_DONE = re.compile(r",?(?:qa?h|x)")
_MADE_ON = re.compile(r"D[:(,-]w?(?P<does>K|[Mc](?=pa?[OP](?![^.;J]{0,12}D)))(?:pa?|\()[OP]")
_DONE_ON = re.compile(r"(?P<does>M)aD")
# "Actualisation (modification) : arrêté du"
_IN_OTHER_WORDS = re.compile(r"[wZ]\((?P<does>K)\):a?")
_CALLED = re.compile(r"[OP]a?(?P<does>K)(?!:)")  # "arrêté modificatif du"
_CALLED_SO = re.compile(r"[OP]a?(?P<does>K):?")
_MAKES = re.compile(r"R?(?P<does>[KG])")
# "modifiant l'arrêté du … portant création": the second order is not the one that modifies
_CHANGES = re.compile(r"(?:G[aQ]*|Ka+)$")  # also "modifiant les annexes de", "modification de"
_CHANGES_IN_PART = re.compile(r"Mw{2,4}a$")  # "modifie sur ce point l'arrêté du"
_CHANGES_PART = re.compile(r"G[^),.;KGMc]*$")  # "modifiant l'annexe II de l'arrêté du"
# "modifiant le règlement fixé par l'arrêté du … portant", "portant modification des unités fixées
# par l'arrêté du", "modificatif du 3 mai 2010 de l'arrêté du": a part of the title before it
_IN_TITLE = re.compile(r"(?:G[aQ]*|Ka+|(?:G|RK)[^(),.;:KGMc]*[aQ])$|^a$")
# "portant création", "modifiant l'arrêté du … portant création"
_MAKES_IT = re.compile(rf"(?:G[aQ]*[OP]aD)?(?:M,?(?=RK))?{_MAKES.pattern}")
# "Ce diplôme, de code 400-22106, est défini par l'": that order is the diploma's
_DEFINES_IT = re.compile(
    rf"(?:\b(?:{THE_DIPLOMA}|delivrance du (?:{NOUNS}))\b[^.;]{{0,200}}?"
    r" (?:est|sont|a ete)(?: cree?e? et ses conditions de delivrance)? |^"
    r"|\bconditions de delivrance sont "
    rf"|\breglementation (?:du|de la|de ce(?:tte)?) (?:{NOUNS})\b[^.;]{{0,200}}? est "
    r"|\b(?:l[ea]|ce) referentiel(?: de certification| des activites professionnelles"
    rf"| (?:du|de la|de ce) (?:{NOUNS})\b[^.;]{{0,120}}?)? est )"
    r"(?:defini|fixe|regi)e?s? par (?:l'|les? )?$"
    r"|^(?:le )?referentiel (?:[a-z]+ ){0,3}annexe a l'$"
    r"|^(?:le )?(?:referentiel|diplome) (?:[a-z]+ ){0,3}(?:defini|fixe|regi) par (?:l'|les? )?$"
)
# "La dernière session du BP régi par l'": that order is a former diploma's
_RULED_FORMER = re.compile(
    r"\bderniere session [^.;]{0,200} (?:regie?s? par|dispositions de) (?:l'|les? )?$"
)
# Before the line's first order: "Modifié par l'", "Création : ", "1. ".
_LEADS_IN = re.compile(r"[(),-]{0,6}n?[)]?(?:[Mc]pa?|[^:.;,()]{0,8}:a?|a)?")
# What an order does, by its own words; not by what was done to it ("modifié par", "est abrogé"),
# but in "modifié portant création"; nor to a part on a day ("Référentiel modifié le 5 juin 2010").
_OWN_WORDS = re.compile(
    r"(?P<skip>(?<=D)[,;(-]?M[,)]?(?=R?[KG]))"
    r"|(?P<done>[MKc]p|[wZ]M(?=aD)|ew?M|qa?h|(?<=[DN)])[,;(-]?M(?!C|a(?:[^D]|$)|,[^,;.OPDJ]{1,12},a(?:[OP]|$))|(?:N[wn]{1,4}|(?<=\.))M$)"
    r"|(?P<does>[KGMc])"
)
_IN_BRACKET = re.compile(r"(?:[^()]|\([^()]*\))*")
# A sentence behind an order that says what it does, or where it was published.
_OF_THE_ORDER = re.compile(r"\.(?:[waR]{0,2}[KGNJ]|(?:qw?)?[Mc](?!p))")
# "…, dernière modification : arrêté du …", "… modif. arrêté du …"
_LABELS_NEXT = re.compile(r"[wR]{0,4}K:[aC]*$|(?<![aR])K(?:w?p[aC]*)?$")
_LEADS_ON = re.compile(r"[,;(&.:-]{0,6}(?:[MK]?p[aC]*|(?<![aC])[aC]*)$")
_CLAUSE = re.compile(r"(?:[^,.;()]|,(?![eqM])|\([^()]*\)|[()])*")
_OF_THE_LAST = re.compile(r"[,-][aR]?K")
# behind a further date: "16 février 2018 (création) ; 27 mai 2020 (modification)"
_SAID_BEHIND = re.compile(r"[(,:-]K(?:[),;.-]|$)")
_BEHIND = re.compile(r",?\(K(?!a?:?a?D)|:?K(?=[,;-]D|$)")
_VERB_BEFORE = {"O": "Ma", "P": "Ma", "C": "M"}  # "modifie l'arrêté du", "modifie celui du"
# "Par arrêté du 3 mai 2020, l'arrêté du 4 juin 2004 portant création est abrogé"
_REPEALS_NEXT = re.compile(r"Oa?D[,:]aOaD[^.;]*?eM")
# "Par arrêté du 3 mai 2020, ce diplôme est abrogé": what is done to it, the order does
_DONE_BY_IT = re.compile(
    r"(?:[^.;,OPD()]|\([^()OP]*\)|,(?=[NJ])|(?<=J[^.;,OP])D){0,20},"
    r"(?P<subject>[awq][a-zA-Z&-]{0,12}?)e(?P<does>[Mc])(?!p)"
)
_THE_DIPLOMA = re.compile(rf"(?:{THE_DIPLOMA}\b|il |elle )")
# What the order before does, "portant création", or changes: "modifiant l'arrêté de création"
_OF_ONE_BEFORE = re.compile(r"(?:R|[GK]a*Oa?)K$")
# "; son abrogation, de l'arrêté du …", as its creation in the sentence before
_NOUN_APART = re.compile(r"[;.]w?(?P<does>K),[pa]{1,2}$")
_EVENT = re.compile(
    # "2006 – Création. Arrêté du 7 juin 2006."
    r"n[-:]?(?P<does>K)\."
    # "Modification de l'intitulé (anciennement « X ») – Arrêté du"
    r"|(?:n[-:]?)?(?P<does_so>K)[aw]{0,8}\([^()OPDMKc]{1,30}\)[:-]?\(?"
    # "Naissance du diplôme (arrêté de création) : Arrêté du"
    r"|(?:n[-:]?)?[aw]{1,8}\((?:[OP]a)?(?P<does_aside>K)\)[:-]?\(?"
)
# What stands beside a day of which it makes no order's: "27 juin 2010 : Publication de l'arrêté"
OTHER_EVENT = (
    r"(?:publication|parution|avis (?:favorable |defavorable )?d(?:e|u)|passage (?:en|devant)"
    r"|reunion|consultation|rentree|ouverture)\b"
)
# but "- Publication : JO du 3 juillet 2003", the next column of a row
_OTHER_EVENT = re.compile(rf"\W{{1,4}}(?:l[ae] |l')?{OTHER_EVENT}(?![^:.;]{{0,30}}:)")
_NUMBERED = re.compile(r"[(,;:-]?N")
# "Arrêté du … (modifié par arrêtés du … et du …) portant création"
_BEHIND_CHANGES = re.compile(r"[(]M[^()]*[)],?R(?P<does>[KG])")
# "Arrêté - 28-6-1999 - MENE9901234A - 11-7-1999 - création", a row of a table as a line
# and "28-6-1999   création   11-7-1999   n° 33 du 5-8-1999", one set in columns by spaces
_WITH_JOURNAL = re.compile(
    r"(?:O[:-]?)?D-(?:N-)?(?P<journal>D)-K|D(?:Oa)?Ka?w{0,2}N?(?P<behind>D)N?(?:J?#?na?D)?N?"
)
_DAYS_TO_JOURNAL = 120
_LISTED_ON = re.compile(r"(?:,D){0,8}&a?D")
_PUBLISHED = re.compile(r"[(,;:-]{0,2}[NJ]")
# "À abroger après la dernière session (2024), arrêté du"
_TO_BE_REPEALED = re.compile(r"\ba abroger\b[^.;]{0,80}[,:(]\W{0,5}$")
# What an order ends without ending the diploma
_A_PART = re.compile(
    r"\w+(?: et remplace)? (?:l[ea]s? |l'|une? |des )(?:epreuve|annexe|unite|article"
    r"|coefficient|tableau|reglement)"
)
_LONGEST_LIST = 60  # tokens of days behind a change
_NEAR = 14  # tokens before an order in which its kind is looked for


class Place(NamedTuple):
    """Where an order is named, in tokens: its first one, its date's, and that behind the date.

    `date`: None where none can be read. `further`: it goes on a list. `cited`: it is only cited.
    `added`: its words tell of the order before ("modifié le …"). `ends`: by what stands before it,
    it repeals the record's diploma, and not only the words beside it.
    """

    start: int
    lead_end: int
    end: int
    date: datetime.date | None = None
    further: bool = False
    cited: bool = False
    added: bool = False
    ends: bool = False


class Order(NamedTuple):
    """An order as a line states it: its title, the words about it, and what it does."""

    place: Place
    title: str
    words: str
    kind: Effect | None


def places_of(tokens: Tokens, listed: bool, plural: bool) -> Iterator[Place]:
    """Yield where a line names orders.

    `listed`: it names them also without their word. `plural`: its label asks for several.
    """
    letters = tokens.letters
    place: Place | None = None
    end, has_word, opened = 0, False, False
    are_listed = listed and plural and lists_dates(tokens)
    if listed and (match := _WITH_JOURNAL.fullmatch(letters)):
        first = letters.index("D")
        date, journal = (
            tokens.dates[tokens.spans[at][0]].date
            for at in (first, max(match.start("journal"), match.start("behind")))
        )
        if date and journal and 0 <= (journal - date).days <= _DAYS_TO_JOURNAL:
            yield Place(0, 0, first + 1, date)
            return
    while True:
        match = _FURTHER.match(letters, end) if place else None
        goes_on = match and (
            (plural and (match["du"] or letters[match.start("lead")] == ";"))
            or (match["du"] and letters.startswith(",a", match.start("lead")))
            or _PUBLISHED.match(letters, match.end())
            if match["journal"]
            else plural
            or match["du"]
            or (match["and"] and has_word)
            or _SAID_BEHIND.match(letters, match.end())
            or _NUMBERED.match(letters, match.end())
            or _LISTED_ON.match(letters, match.end())
            or (place and _lists_changes(tokens, place, match.end()))
            # "3 mai 2004 (épreuves : fichier), 5 juin 2006 (…)"
            or (letters.startswith("(", end) and letters.startswith("(", match.end()))
        )
        if place and match and goes_on:
            lead = match.start("lead")
            place = Place(lead, lead, match.end(), None, True, place.cited)
        elif place and (match := _added(tokens, end)):
            stop = match.end() - 1
            place = Place(match.start("lead"), stop, match.end(), None, False, place.cited, True)
            is_list = bool(_OPENS_LIST.search(letters, match.start("lead"), stop))
            plural = is_list or (
                bool(match["du"]) and tokens.words(stop - 1, stop).strip().endswith("s")
            )
        elif listed and not place and (match := _listed(tokens)):
            place = Place(0, 0, match.end())
            words = tokens.words(0, match.end() - 1).split()
            plural = plural or words[-1:] == ["les"]  # "modifié les 6 juin 2005 et 7 mai 2006"
        elif match := (_ORDER_OR_THAT if place else _ORDER).search(letters, end):
            start = match.start()
            in_list = _IN_OPENED.match if opened else _IN_LIST.search
            further = place is not None and bool(in_list(letters, end, start))
            begins = place is None and _BEGINS_LIST.match(letters, 0, start)
            opened = (
                bool(_OPENS_LIST.search(letters, end, start))
                or _opens_changes(tokens, end, start)
                or (opened and further)
                or bool(begins and tokens.effect(0) == "modification")
            )
            place = Place(start, start, match.end(), None, further, _is_cited(tokens, match))
            plural, has_word = letters[start] == "P" or are_listed, True
        else:
            return
        end = match.end()
        date_at = letters.rfind("D", 0, end)
        if date_at >= 0:
            date = tokens.dates[tokens.spans[date_at][0]].date
            place = place._replace(date=date, end=date_at + 1)
        yield place


def _listed(tokens: Tokens) -> re.Match[str] | None:
    """Return the match of a day that begins a line of a list of orders, unless it is an event's."""
    match = _LISTED.match(tokens.letters)
    if match and _OTHER_EVENT.match(tokens.plain, tokens.spans[match.end() - 1][1]):
        return None
    return match


def lists_dates(tokens: Tokens) -> bool:
    """Return whether a line is a list of days alone, of which the first may have an order's word.

    `arrêté du 3 mai 2004 (NOR : …) ; 5 juin 2006 ; 7 mai 2008`.
    """
    if _DATES_ALONE.fullmatch(tokens.letters):
        dates = [tokens.dates[start].date for start, _ in tokens.spans if start in tokens.dates]
        known = [date for date in dates if date]
        pairs = itertools.pairwise(known)
        # no day of a journal behind that of its order
        return len(known) == len(dates) and all(
            (other - one).days > _DAYS_TO_JOURNAL for one, other in pairs
        )
    listed = ";" in tokens.letters and _DATES_LISTED.fullmatch(tokens.letters)
    joined = "&" in tokens.letters and _DATES_JOINED.fullmatch(tokens.letters)
    return bool(listed or joined)


def _lists_changes(tokens: Tokens, place: Place, end: int) -> bool:
    """Return whether the days up to a token are those of changes: *Modif. 26.5.1988, 16.1.1994*.

    The day of a journal follows that of its order more closely.
    """
    letters = tokens.letters
    start = letters.rfind("K", max(0, end - _LONGEST_LIST), end)
    if start < 0 or not _CHANGES_LISTED.fullmatch(letters, start, end):
        return False
    before, date = place.date, tokens.dates[tokens.spans[end - 1][0]].date
    if not (before and date and abs((date - before).days) > _DAYS_TO_JOURNAL):
        return False
    return tokens.effect(start) == "modification"


def _opens_changes(tokens: Tokens, end: int, start: int) -> bool:
    """Return whether all orders from `start` on change the one that ends at `end`."""
    letters = tokens.letters
    if not end or not (changed := _CHANGED_BY.match(letters, end, start)):
        return False
    does = next(n for n in range(end, changed.end()) if letters[n] in "MK")
    return tokens.effect(does) == "modification" and bool(_ORDERS_ALONE.match(letters, start))


def _added(tokens: Tokens, end: int) -> re.Match[str] | None:
    """Return the match of what is said to have changed an order, or ended the diploma.

    `end`: where the date of the order ends.
    """
    if match := _ADDED.match(tokens.letters, end):
        return match
    match = _ADDED_BEHIND.match(tokens.letters, end)
    effect = tokens.effect(match.end("does") - 1) if match else None
    # "modifié le", but of a repeal the noun alone: "Créat. 5 mai 1997 - Abrog. 4 mars 2011"
    is_noun = match is not None and match["does"][-1] == "K"
    return match if effect == "modification" or (effect == "repeal" and is_noun) else None


def _is_cited(tokens: Tokens, match: re.Match[str]) -> bool:
    """Return whether an order is only cited, by the words before it or behind its date."""
    start = match.start()
    before = tokens.letters[max(0, start - _NEAR) : start]
    leads = tokens.words(max(0, start - 3 * _NEAR), start)
    if _HAD_DONE.match(tokens.letters, match.end()) or _RULED_FORMER.search(leads):
        return True
    if effect_in_sentence(tokens, start, match.end()):
        return False
    if tokens.letters[start] == "C" and before.endswith("M"):  # "abroge celui du 4 juin 1992"
        return tokens.effect(start - 1) != "modification"
    # "le référentiel annexé à l'arrêté du 3 mai 2004 (NOR : …) portant création"
    is_annexed = before.rstrip("a").endswith("Q")
    aside = _NUMBER_ASIDE.match(tokens.letters, match.end()) if is_annexed else None
    made = _MAKES_IT.match(tokens.letters, aside.end() if aside else match.end())
    if made and tokens.effect(made.start("does")) in {"creation", "repeal"}:
        return False
    acts = _ACTS_ON.search(before) if tokens.letters.startswith("aD", start + 1) else None
    if acts and (not acts["verb"] or tokens.effect(start - len(before))):
        return True
    # "Vu le code de l'éducation ; D. n° 2002-463 du 4-4-2002 ; avis de la commission"
    is_visa = tokens.plain.startswith("vu ") and "." not in tokens.letters[:start]
    return (is_visa or bool(_CITING.search(before))) and not _DEFINES_IT.search(undotted(leads))


def is_led_in(tokens: Tokens, place: Place) -> bool:
    """Return whether nothing stands before the line's first order but words that lead to it."""
    return bool(_LEADS_IN.fullmatch(tokens.letters, 0, place.start))


def orders_of(
    tokens: Tokens, places: Sequence[Place], about: bool, label: Effect | None
) -> list[Order]:
    """Return the orders at `places`.

    `about`: the line is about them, and no sentence. `label`: what its label says that they do.
    """
    letters = tokens.letters
    orders: list[Order] = []
    behind: re.Match[str] | None = None
    led: Effect | None = None  # what words up to the date say, and say of further orders too
    if len(places) > 1 and _RUN_OF_CHANGES.fullmatch(letters):
        label = tokens.effect(0) if tokens.effect(0) == "modification" else label
    for number, place in enumerate(places):
        is_last = number + 1 == len(places)
        stop = len(letters) if is_last else places[number + 1].start
        own_end = _end_of_own_words(letters, place.end, stop, is_last)
        follows = bool(place.further and orders and not behind)  # "par arrêtés du … et du …"
        before = places[number - 1].end if number else 0
        # "Arrêté de création : …, modifié par arrêté du … - Arrêté du …" asks for the first alone
        asked = label if not number or label == "modification" else None
        default = led if follows else None if place.added else asked
        if not (is_last or places[number + 1].further or places[number + 1].added):
            lead_on = _LABELS_NEXT.search(letters, place.end, stop)
            own_end = min(own_end, lead_on.start() if lead_on else stop)
        kind = _kind(tokens, place, (before, own_end), default)
        if kind is None and (match := _BEHIND_CHANGES.match(letters, place.end)):
            kind = tokens.effect(match.start("does"))
        led = _kind(tokens, place, (before, place.end), default)
        behind = _BEHIND.match(letters, place.end)
        if behind and led != "repeal":  # "abrogé par l'arrêté du … (création du CAP Y)"
            kind = tokens.effect(behind.end() - 1)
        if kind and _is_of_all(tokens, place, behind):
            for earlier in range(number - 1, -1, -1):  # of all before it in the list
                if orders[earlier].kind or not places[earlier + 1].further:
                    break
                orders[earlier] = orders[earlier]._replace(kind=kind)
        whole = about and len(places) == 1
        start = 0 if about and not number else place.start
        if not is_last and is_in_title(tokens, place.end, places[number + 1]):
            # "modifiant l'arrêté du … portant création du CAP X": a part of the title
            changed, is_last = places[number + 1], number + 2 == len(places)
            end = len(letters) if is_last else places[number + 2].start
            own_end = _end_of_own_words(letters, changed.end, end, is_last)
        title = tokens.text if whole else _title(tokens, start, own_end, is_last)
        words = tokens.text[tokens.begin(place.start) : tokens.begin(stop)]
        pairs = itertools.pairwise(places)
        if not number and all(is_in_title(tokens, one.end, other) for one, other in pairs):
            # the NOR of the one order of a line may stand before it
            words = f"{words} {tokens.text[: tokens.begin(place.start)]}"
        elif (
            orders
            and is_in_title(tokens, before, place)
            and "N" not in letters[before : place.start]
            and not _is_number_of(words, place, orders[-1].place)
        ):  # "modifiant l'arrêté du … portant création du CAP X (NOR : …)": of the first one
            orders[-1] = orders[-1]._replace(words=f"{orders[-1].words} {words}")
            words = ""
        orders.append(Order(place, title, words, kind))
    return orders


def _is_number_of(words: str, place: Place, other: Place) -> bool:
    """Return whether the year of a NOR is that of one order, and not of the other.

    `L'arrêté du 17 mars 2006 est remplacé par l'arrêté du 10 avril 2020, NOR MENE2002398A`.
    """
    nor = nor_in(words)
    if nor is None or not (place.date and other.date):
        return False
    return year_of(nor) == place.date.year != other.date.year


def _is_of_all(tokens: Tokens, place: Place, behind: re.Match[str] | None) -> bool:
    """Return whether words behind the last order of a list say what all of them do.

    *(modifications)*; *arrêtés du … et du … portant modification*.
    """
    if behind:
        return tokens.words(behind.end() - 1, behind.end()).endswith("s")
    said = _MAKES.match(tokens.letters, place.end)
    lists = tokens.letters.startswith("P") and bool(place.further and said)
    return lists and tokens.effect(said.start("does") if said else 0) == "modification"


def is_in_title(tokens: Tokens, before: int, place: Place) -> bool:
    """Return whether an order is a part of the title of the one that ends at `before`."""
    is_changed = _IN_TITLE.search(tokens.letters[before : place.start])
    return bool(is_changed) and not (place.further or place.added)


def _end_of_own_words(letters: str, start: int, stop: int, is_last: bool) -> int:
    """Return where the words about an order end: before a sentence about something else."""
    end = letters.find(".", start, stop)
    while end >= 0:
        after = letters.find(".", end + 1, stop)
        leads_to_next = not is_last and after < 0 and end + 1 < stop
        if leads_to_next or not _OF_THE_ORDER.match(letters, end, stop):
            return end
        end = after
    return stop


def _kind(
    tokens: Tokens, place: Place, around: tuple[int, int], default: Effect | None
) -> Effect | None:
    """Return what an order does, by the words that lead to it, its own, and else the label's."""
    start, end = around
    if said := effect_in_sentence(tokens, place.start, place.end):
        return said
    lead = (
        tokens.words(0, place.start) if not start and "K" in tokens.letters[: place.start] else ""
    )
    if lead and is_of_either(lead):
        return _by_own_words(tokens, place.start, end, default)
    return _kind_behind(lead, tokens, place, around, default)


def _kind_behind(
    lead: str, tokens: Tokens, place: Place, around: tuple[int, int], default: Effect | None
) -> Effect | None:
    """Return what an order does; `lead`: the words of a line before its first order, if a noun."""
    letters, (start, end) = tokens.letters, around
    # "18 avril 2008 : création par arrêté", "modifié le 12 mai 2014 par arrêté"
    if made := _MADE_ON.match(letters, place.start) or _DONE_ON.match(letters, place.start):
        return tokens.effect(made.start("does"))
    if not start and letters[0] in "KZnw" and (kind := _by_label(tokens, place)):
        return kind
    if place.ends or (lead and _TO_BE_REPEALED.search(lead)):
        # "Diplôme abrogé en 2011 (arrêté du …)", but "… (arrêté de création : …)"
        called = _CALLED_SO.match(letters, place.lead_end)
        return tokens.effect(called.start("does")) if called else "repeal"
    if apart := _NOUN_APART.search(letters, start, place.lead_end):
        return tokens.effect(apart.start("does"))
    repealed = _REPEALS_NEXT.match(letters, place.start)
    if repealed and tokens.effect(repealed.end() - 1) == "repeal":
        return "repeal"
    done = _DONE_BY_IT.match(letters, place.end) if letters.endswith("p", 0, place.start) else None
    effect = tokens.effect(done.start("does")) if done else None
    # "Par arrêté du 3 mai 2020, le règlement d'examen est modifié"
    if done and (
        effect == "modification" or _THE_DIPLOMA.match(tokens.words(*done.span("subject")))
    ):
        return effect
    if called := _CALLED.match(letters, place.lead_end):
        return tokens.effect(called.start("does"))
    made = _MAKES.match(letters, place.end)
    if made and _CHANGES.search(letters, start, place.lead_end):
        return tokens.effect(made.start("does"))
    if place.further and (match := _OF_THE_LAST.match(letters, start, place.lead_end)):
        start = match.end()
    verb = _VERB_BEFORE.get(letters[place.lead_end : place.lead_end + 1])
    changed = bool(start) and _changes_part(tokens, start, place.lead_end)
    if changed or (verb and letters.endswith(verb, 0, place.lead_end)):
        start, default = place.lead_end, None  # "modifie l'arrêté du": the other one modifies
    is_apart = _stands_behind(letters, place, start) or (start and _begins_anew(tokens, place))
    leads = place.lead_end if is_apart else start
    for number in range(place.lead_end - 1, max(leads, place.lead_end - _NEAR) - 1, -1):
        # "Depuis son abrogation, prononcée par l'arrêté du"
        if letters[number] in "),.;" and not letters.startswith(("p", "wp"), number + 1):
            break
        if start and _OF_ONE_BEFORE.search(letters, start, number + 1):
            break
        if letters[number] in "KGMc" and (kind := tokens.effect(number)):
            return kind
    own = _IN_BRACKET.match(letters, place.start, end)
    return _by_own_words(tokens, place.start, own.end() if own else end, default)


def _changes_part(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether the order before one modifies a part of it.

    *Modifiant l'annexe II de l'arrêté du*, *modifie sur ce point l'arrêté du*.
    """
    if _CHANGES_PART.search(tokens.letters, start, end):
        return True
    match = _CHANGES_IN_PART.search(tokens.letters, start, end)
    return bool(match and tokens.words(match.start(), match.end()).startswith("modifi"))


def _by_label(tokens: Tokens, place: Place) -> Effect | None:
    """Return what a line says at its beginning, as a label does, that its first order does."""
    letters = tokens.letters
    if letters[0] == "K" and letters.endswith((":", "K,"), 0, place.start):
        return tokens.effect(0)  # "Création du CAP X : A. du …", "Création, arrêté du …"
    if (event := _EVENT.fullmatch(letters, 0, place.start)) and event.lastgroup:
        return tokens.effect(event.start(event.lastgroup))
    words = _IN_OTHER_WORDS.fullmatch(letters, 0, place.start)
    return tokens.effect(words.start("does")) if words else None


def _stands_behind(letters: str, place: Place, before: int) -> bool:
    """Return whether what orders do stands behind each, where dashes divide a line.

    *Arrêté du … modificatif – arrêté du …*, *arrêté du … - création – arrêté du … - modification*;
    but *arrêté du … – modification – arrêté du …*. `before`: where the order before it ends.
    """
    if not before or letters[0] not in "OP" or not letters.endswith("-", 0, place.lead_end):
        return False
    return letters.startswith("K", before) or letters.startswith(("K", "-K"), place.end)


def _begins_anew(tokens: Tokens, place: Place) -> bool:
    """Return whether an order begins a line of its own, which only a capital shows.

    *Arrêté du … - création de la spécialité Arrêté du … portant modification*.
    """
    at = place.lead_end
    return tokens.text[tokens.begin(at)].isupper() and tokens.letters[at - 1] in "wn#"


def _by_own_words(tokens: Tokens, start: int, end: int, default: Effect | None) -> Effect | None:
    for match in _OWN_WORDS.finditer(tokens.letters, start, end):
        if match["done"]:
            break
        kind = tokens.effect(match.start()) if match["does"] else None
        if kind == "repeal" and _A_PART.match(tokens.words(match.start(), end)):
            return "modification"  # "supprime l'épreuve facultative"
        # "abrogeant l'arrêté du …" below "Modifications": no label says what it does
        if kind or (match["does"] and tokens.letters[match.start()] == "G"):
            return kind
    return default


def _title(tokens: Tokens, start: int, stop: int, is_last: bool) -> str:
    """Return the words about an order, without those that lead to the next one."""
    letters = tokens.letters
    if not is_last and (lead := _LEADS_ON.search(letters, start, stop)):
        stop = lead.start()
    clause = _CLAUSE.match(letters, start + 1, stop)
    stop = clause.end() if clause else stop
    text = tokens.text[tokens.begin(start) : tokens.begin(stop)]
    before, closing, _ = text.partition(")")  # of a bracket around the order
    text = before if closing and "(" not in before else text
    return clean(text).strip(" .,;(–-").removeprefix("et ").removeprefix("du ").strip()
