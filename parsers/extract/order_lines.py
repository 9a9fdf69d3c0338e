"""Decide which lines are read together: those that go on about the order that a line names."""

import re
from functools import lru_cache

from parsers.extract.diploma_mentions import NOUNS
from parsers.extract.nor import nor_in, order_number_in, year_of
from parsers.extract.order_tokens import effect_of, tokens_of
from schema.dates import parse_date
from schema.text import clean, has_any, has_digit, same_length

# A line that goes on: a number, a journal, what the order does, "(création)", "modifié par celui".
_GOES_ON = re.compile(r"[(),:-]{0,6}(?:[NJRG#]|&R|[Mc]a(?!n)|M:D|Mp?a?C|\(K[^OPD]*\)$)")
# "Cet arrêté crée", "Il porte création", "modifiant l'arrêté du 3 mai 2004"
_OF_IT = re.compile(r"(?:wO|q)w?[Kc](?!p)[^D]*$|[(),-]{0,3}Ga*O")
_AND_BY = re.compile(r"&[paC]")
_DATE_FIRST = re.compile(r"[(),:-]{0,6}a{0,2}D")
# "NOR : MENE0201150A ; arrêté du", "JO du 3 mai 2004 modif. arr. du": of the order above, and then
_THEN_ANOTHER = re.compile(
    r"[NJ](?:[^OPKM;]|;(?=J)){0,14}(?:(?:[KM]w?p?a?|;|[.]a?|&p?a?)[OP]|;a?D)"
)
# "Créé le 3 mai 2004 par arrêté", "Créé le : 3 mai 2004 (arrêté)" too, but "Lire l'arrêté" not
_ANOTHER = re.compile(r"[OP][^.;]{0,8}[Dn]|Dpa?[OP]|caD\(O|ca:D\(O")
# No more than what an order does: "Création (2016)", "Arrêtés de modification".
# But "portant création" goes on about the order above.
_SAYS_WHAT = re.compile(r"(?:[OP][aR]*|a*)?K(?:a?w)?(?:\(n\))?[:.,-]{0,6}")
# In other words first: "Actualisation (modification)"
_IN_OTHER_WORDS = re.compile(r"[^\W\d]+ \(([^()]+)\)(?=[ :]*$)")
_DATE_OF = re.compile(r"Date de (?:la )?")  # "Date de création"
_OF_ORDER = re.compile(
    r"\s*[(:]\s*(?:arr?êté|texte)(?:s|\(s\))?(?: des?| du)?\)?[ :]*$", re.IGNORECASE
)
# "Création et conditions de délivrance", between title and order in the Bulletin
_CONDITIONS = re.compile(
    r"(?<=ation) et (?:les |ses )?(?:conditions|modalites) (?:de (?:sa )?|d')"
    r"(?:delivrance|obtention|attribution)(?: du diplome)?(?=[ :.]{0,3}$)"
)
_NUMBER_BELOW = re.compile(r"(?:N|Jw{0,2})a?[:-]{0,6}$")
_JOURNAL_BELOW = re.compile(r"Jw{0,2}a[:-]{0,6}$")  # "JO du", and its date on the next line
# Names of columns: "Arrêté du   Nature   JO   B.O.", in a table set by spaces
_COLUMN_NAMES = re.compile(
    r"(?!dates? d)(?:(?:dates?|nature|objet|intitule|titre|textes?|arr?etes?|du|nor|jo|bo|jorf"
    r"|j\.o\.?|b\.o\.?|boe(?:n|sr)|journal officiel|bulletin officiel|publication"
    r"|reference)(?![a-z])[\s|:/-]*){3,12}"
)
_LIST_BELOW = re.compile(r"Mp?a?[OPw]{0,2}:$|Mp$")
_REPEALED = re.compile(r"w{0,3}e?M")  # "Diplôme abrogé", and below it "(arrêté du 3 mai 2004)"
_BY_ORDER = re.compile(r"[(p]{1,2}a?[OP]a?D")
# "Arrêtés modificatifs arrêté du 3 mai 2004", without a mark between
_LED_BY = re.compile(r"P?K:?(?=O?a?D)")
_CHANGE = re.compile(r"M[apOPC]{0,3}:?")
# of the diploma, not of the order above
_REPLACES = re.compile(
    r"\W{0,5}(?:abroge et )?remplace (?:l[ea]s? |l')?"
    rf"(?:(?:ancien|precedent)(?:ne|e)? )?(?:{NOUNS}|n\b|\d)"
)
_OF_WHAT = re.compile(
    r"\W*(?:creation|modification|abrogation|suppression) (?:d(?:u|es?) (?:l[a'] ?)?|d')"
    r"(?:[^.;:\d]|\.(?=[a-z«?])|(?<=\b[a-z]\.[a-z])\.){3,150}"
)
_BEGINS_WITH_ORDER = re.compile(r"Oa?D")
_ALONE = re.compile(r"a?(?:[OP]w?)?a?D[^OPRGKMcQ]*")
# "NOR : MENE1229120A RLR : 543-1b arrêté du 7 février 2012 - JO du 25-2-2012", as in the Bulletin
_ONE_ORDER = re.compile(r"[^OPDRGKMcQ]{0,30}[OP]w?a?D[^OPRGKMcQ]{0,40}")
# The office that an order comes from, below it in the Bulletin: "MEN - DGESCO MPE", "DESCO A6"
_OFFICE = re.compile(
    r"(?:MEN(?:JS?|JVA|ESR)?|M?ESR|DG?ESCO|DGESIP)(?:[ –-]{1,3}[A-Z]{1,6}(?:[ -]?\d){0,3}){0,4}"
)
_WITH_ANNEXES = re.compile(r"(?: et| avec|,| \+) (?:ses |les |l'ensemble des )?annexes\W*$")
# "portant création du CAP X", "et fixant ses conditions", and what a sheet of paper breaks off
_TITLE_ON = re.compile(r"(?:&?R|G)")
_BROKEN_OFF = re.compile(r"[^DOPKMGcNJ]*$")
_ASKS_FOR_MORE = re.compile(r"(?: (?:specialite|option|mention|d[eu]s?|[ld]es?|la|et)|[dl]')$")
_QUOTED = re.compile(r"[«“\"][^«»“”\"]{2,120}[»”\"]\W*")
# "NOR : MENE0401234A portant création du CAP X et abrogeant l'arrêté du …"
_TITLE_BEHIND_NUMBER = re.compile(r"\(?(?:#?N:?)?N\)?[,;-]?w{0,2}(?:&?R[KG]|G|\(K)")
# What a link says that opens the text of the order above: "Consulter sur Légifrance"
_OPENS_TEXT = re.compile(
    r"(?:\W{0,3}\b(?:voir|consulter|lire|telecharger|ouvrir|afficher|acceder|lien|vers|en ligne|ici"
    r"|au|a|l[ea]|du|de|sur|texte|(?:l')?arrete|version|integrale?|complete?|officiel|consolidee?"
    r"|html|pdf|site|legifrance(?:\.gouv\.fr)?)(?![a-z0-9])){1,8}\W{0,3}"
)
_MADE_ON = re.compile(r"[Cc]réée? le ?:?")
_LONGEST_DAY = 12
_LONGEST_LINE = 300
_LONGEST_ROW = 2000  # of lines about one order; what stands below more is read for itself
_LONGEST_HEADING = 60
# up to where a line goes on about what became of the order that its number is of
_NUMBER_UP_TO = re.compile(
    r"[^a-zà-ÿ]{0,3}(?:NOR|JO|J\.O|BO|B\.O|[A-Z]{4}\d).{0,80}?(?=,? ?\(?(?:modifi|abrog))"
)
_LONGEST_NOR = 32
_NUMBER_FIRST = re.compile(r"\(?(?:N:?)?N\)?")
# Behind a number, what goes on about the order above; "NOR : … – Modification par arrêté" does not
_JOURNAL_BEHIND = re.compile(r"[),:;.-]{0,3}J")
_GOES_ON_BEHIND = re.compile(r"[,:;.&(]|-?[,;(]?M|K")
# One of these stands in every text that names an order, or says what orders do.
_ORDER_WORDS = ("arr", "decret", "a.", "d.")
_REPEALS = ("abrog", "supprim")
_EFFECT_WORDS = ("creat", "modif", "rectificati", "abrog", "suppress")
_PLURAL = re.compile(
    r"\b(?:arr?ete|decret|texte|date|creation|modification|modificatif|modif)(?:s\b|\(s\))"
)
# Above rules of all diplomas of a type; "Textes communs" alone may be common to options.
_GENERAL_HEADING = re.compile(
    r"\b(?:textes?|reglementations?|reglement|cadre(?: reglementaire)?|dispositions)"
    r" gener(?:al|aux|ales?)\b|\bdocuments generaux\b|\bprogrammes d'enseignement general\b"
    rf"|\b(?:tou(?:s|tes) les|communs? aux) (?!options?\b)(?:{NOUNS})s?\b"
)


def opens_text(before: str, link: str) -> bool:
    """Return whether a link only says that it opens the order that the text before names."""
    if len(link) > _LONGEST_HEADING or not _OPENS_TEXT.fullmatch(same_length(link)):
        return False
    return names_order(before) and "D" in tokens_of(before).letters


def names_order(text: str) -> bool:
    """Return whether a text has the word of an order."""
    plain = same_length(text)
    return has_any(plain, _ORDER_WORDS) and tokens_of(text).has_order


def says_what(text: str) -> bool:
    """Return whether a line is no more than what the order beside it does: `Création`."""
    return not text[_LONGEST_HEADING:] and _says_what(text)


@lru_cache(maxsize=1024)  # each line is asked about several times, and many stand on each page
def _says_what(text: str) -> bool:
    plain = same_length(text)
    if not has_any(plain, _EFFECT_WORDS):
        return False
    if " et " in plain and (more := _CONDITIONS.search(plain)):
        text = text[: more.start()]
    text = text[1:-1] if text.startswith("(") and text.endswith(")") else text  # "(création)"
    text = _OF_ORDER.sub("", _DATE_OF.sub("", text.strip()))  # "Création (arrêté du)"
    if " (" in text and (other := _IN_OTHER_WORDS.match(text)):
        text = other[1]
    return bool(_SAYS_WHAT.fullmatch(tokens_of(text).letters))


def heads_order(text: str, after: str) -> bool:
    """Return whether a line says what the order makes or changes that the next one names.

    `Création du CAP Vannerie`, `Modification du règlement d'examen` above `A. du 21-2-2014. JO du
    8-3-2014`, as in the Bulletin.
    """
    if text[1:4] == "réé" and asks_for_day(text, after):
        return True
    return says_of_what(text) and bool(_BEGINS_WITH_ORDER.match(tokens_of(after).letters))


def is_office(text: str) -> bool:
    """Return whether a line is the office that an order comes from: `MEN - DGESCO A1-3`."""
    return len(text) <= _LONGEST_HEADING and bool(_OFFICE.fullmatch(text))


def says_of_what(text: str) -> bool:
    """Return whether a line says what an order makes or changes: `Création du CAP Vannerie`."""
    return len(text) <= _LONGEST_LINE and bool(_OF_WHAT.fullmatch(same_length(text)))


def asks_for_day(text: str, after: str) -> bool:
    """Return whether a line is `Créé le`, and the next one `3 mai 2004 (arrêté)`.

    A date alone may be the page's.
    """
    is_asked = len(text) <= _LONGEST_DAY and _MADE_ON.fullmatch(text)
    return bool(is_asked) and begins_with_date(after) and names_order(after)


def lead_of(text: str) -> str:
    """Return what a line says that its orders do, before the first: `Modifications` or empty."""
    if not has_any(same_length(text[:_LONGEST_HEADING]), _EFFECT_WORDS):
        return ""
    tokens = tokens_of(text)
    lead = _LED_BY.match(tokens.letters)
    return text[: tokens.begin(lead.end())] if lead else ""


def is_plural(label: str) -> bool:
    """Return whether a label asks for several orders: *Arrêtés*."""
    return bool(_PLURAL.search(same_length(label)))


def asks_for_one(label: str) -> bool:
    """Return whether a label asks for the order that creates or repeals, and for no other."""
    return effect_of(label) in {"creation", "repeal"} and not is_plural(label)


def is_order_named(title: str) -> bool:
    """Return whether a link is called as an order is, by what it does: `Arrêté de création`."""
    plain = same_length(title)
    if "annexes" in plain and (more := _WITH_ANNEXES.search(plain)):
        title = title[: more.start()]  # "Arrêté de création et annexes"
    return says_what(title) and names_order(title)


def begins_with_date(text: str) -> bool:
    """Return whether a line begins with a date, as each line of a list of orders may."""
    return tokens_of(text[:_LONGEST_LINE]).letters.startswith("D")


def is_day(text: str) -> bool:
    """Return whether a text is a date and nothing else."""
    return len(text) <= _LONGEST_HEADING and tokens_of(text).letters == "D"


def begins_with_day(text: str) -> bool:
    """Return whether a text below the label *Arrêté* begins with its date: `du 5 mai 2004`."""
    return begins_with_date(text.removeprefix("du "))


def is_order_alone(text: str) -> bool:
    """Return whether a line is an order with its numbers, of which it does not say what it does."""
    return bool(_ALONE.fullmatch(tokens_of(clean(text)).letters))


def is_number(text: str) -> bool:
    """Return whether a line begins with the number, journal or bulletin of an order."""
    return bool(_GOES_ON.match(tokens_of(text[:_LONGEST_LINE]).letters))


def asks_for_number(before: str, after: str) -> bool:
    """Return whether a line ends in `NOR :` and the number stands on the next one."""
    if len(before) > _LONGEST_ROW or _names_columns(before):
        return False
    if not _NUMBER_BELOW.search(tokens_of(before).letters):
        return False
    return not (nor_in(before[-_LONGEST_NOR:]) or names_order(after))


def _names_columns(text: str) -> bool:
    """Return whether a line is nothing but the names of columns of orders."""
    return len(text) <= _LONGEST_HEADING and bool(_COLUMN_NAMES.fullmatch(same_length(text)))


def opens_list(text: str) -> bool:
    """Return whether a text ends in what the orders below it do: `…, modifié par`."""
    return text.endswith((":", " par")) and bool(_LIST_BELOW.search(tokens_of(text).letters))


def is_change(label: str) -> bool:
    """Return whether a label says that an order is changed: `Modifié le`."""
    return len(label) <= _LONGEST_HEADING and bool(_CHANGE.fullmatch(tokens_of(label).letters))


def joins(before: str, after: str) -> bool:
    """Return whether a line goes on about the order that the text before it names.

    Or names the order whose number is all that stands before it.
    """
    if len(after) > _LONGEST_LINE or len(before) > _LONGEST_ROW or _names_columns(before):
        return False
    if "?" in after:  # "Quel arrêté a créé le diplôme ?", of the order below it
        return False
    if _is_repeal(before):
        return bool(_BY_ORDER.match(tokens_of(after).letters))
    below = nor_in(after)
    if not below and len(before) <= _LONGEST_NOR and order_number_in(before):
        return names_order(after) and not tokens_of(before).dates
    if (
        after[:1].isdigit()
        and len(before) <= _LONGEST_HEADING
        and _JOURNAL_BELOW.search(tokens_of(before).letters)
        and begins_with_date(after)
    ):
        return True
    if not (names_order(before) or below) or _REPLACES.match(same_length(after)):
        return False
    leads, line = tokens_of(before).letters, tokens_of(after).letters
    if below and begins_with_number(after) and is_number_of_next(before, after):
        return False
    if _AND_BY.match(line) or (names_order(before) and _OF_IT.match(line)):
        return True
    if below and names_order(before) and _TITLE_BEHIND_NUMBER.match(line):
        return True
    if names_order(before) and _THEN_ANOTHER.match(line):
        return True
    # "NOR : …, modifié par l'arrêté du …", of which the number is that of the order above
    if below and names_order(before) and _numbers_above(before, after, below):
        return True
    if _ANOTHER.search(line) or not (names_order(before) or "D" in leads):
        return False
    if says_what(after):
        # "Abrogation" below an order that says to create: of the order that follows
        is_said = effect_of(before) not in {None, effect_of(after)}
        return not (after.endswith(":") or is_said or _SAYS_WHAT.match(leads))
    # "Création du CAP X", "Arrêté portant création du CAP X", below an order
    is_of_what = line.startswith("OR") or (line.startswith("K") and says_of_what(after))
    if is_of_what and "D" not in line and _ONE_ORDER.fullmatch(leads):
        return True
    return bool(_GOES_ON.match(line)) or bool(_DATE_FIRST.match(line) and "D" not in leads)


def _numbers_above(before: str, after: str, nor: str) -> bool:
    """Return whether a line begins with the number of the order above, before what became of it.

    Its year is that of the order, and the line names others only behind it.
    """
    number = _NUMBER_UP_TO.match(after)
    if number is None or nor_in(number[0]) != nor:
        return False
    return year_of(nor) in _years(before) and not order_number_in(before)


def begins_with_order(text: str) -> bool:
    """Return whether a line begins with an order and its date: `Arrêté du 3 mai 2004 …`."""
    return bool(_BEGINS_WITH_ORDER.match(tokens_of(text[:_LONGEST_LINE]).letters))


def begins_with_number(text: str) -> bool:
    """Return whether a NOR begins a line: `NOR : MENE0401234A`."""
    head = text[:_LONGEST_NOR]
    return (
        has_digit(head)
        and bool(nor_in(head))
        and bool(_NUMBER_FIRST.match(tokens_of(text[:_LONGEST_LINE]).letters))
    )


def is_number_alone(text: str) -> bool:
    """Return whether a line is a NOR and nothing else."""
    return len(text) <= _LONGEST_NOR and begins_with_number(text)


def is_earlier(line: str, above: str) -> bool:
    """Return whether the first date of a line lies before that of the line above."""
    day, day_above = parse_date(line), parse_date(above)
    return day is not None and day_above is not None and day < day_above


def is_number_of_next(above: str, line: str, below: str = "", together: bool = False) -> bool:
    """Return whether the NOR that begins a line is that of the order behind it, not of that above.

    `below`: what the next line says. `together`: a block begins with the two. The years
    tell it, where they fit one order alone; else whether the order above has its number already,
    as in a list whose numbers stand before their orders.
    """
    number = line[:_LONGEST_NOR]
    nor, tokens = nor_in(number), tokens_of(line)
    first = _NUMBER_FIRST.match(tokens.letters)
    if nor is None or first is None:
        return False
    behind = tokens.letters[first.end() :]
    if _JOURNAL_BEHIND.match(behind):
        return False
    own = f"{line[tokens.begin(first.end()) :]} {below}"
    if not (names_order(own) and tokens_of(own).dates):
        return False
    has_above, has_own = (year_of(nor) in _years(text) for text in (above, own))
    if has_above != has_own:
        return has_own
    if nor_in(above):
        return True
    if behind and _GOES_ON_BEHIND.match(behind):
        return False
    return bool(behind) or together


def _years(text: str) -> set[int]:
    """Return the years of the dates in a text."""
    return {day.date.year for day in tokens_of(text).dates.values() if day.date}


def goes_on_title(text: str) -> bool:
    """Return whether a line goes on with the title of an order: `portant création du CAP X`."""
    return bool(_TITLE_ON.match(tokens_of(text[:_LONGEST_LINE]).letters))


def breaks_title(before: str, after: str) -> bool:
    """Return whether the title of an order goes on in the next line of its block.

    So do lines in small letters and names in quotes, where the title has begun to say what the
    order does: *portant création*, *du brevet professionnel*, *« Vannier »*.
    """
    if len(after) > _LONGEST_LINE or len(before) > _LONGEST_ROW:
        return False
    is_asked_for = _ASKS_FOR_MORE.search(same_length(before[-_LONGEST_NOR:]))
    if not (after[:1].islower() or _QUOTED.fullmatch(after) or is_asked_for):
        return False
    leads = tokens_of(before).letters
    return "D" in leads and "R" in leads and bool(_BROKEN_OFF.match(tokens_of(after).letters))


def _is_repeal(text: str) -> bool:
    """Return whether a line says no more than that a diploma is repealed."""
    if len(text) > _LONGEST_HEADING or not has_any(same_length(text), _REPEALS):
        return False
    return bool(_REPEALED.fullmatch(tokens_of(text).letters))


def is_above_general(text: str) -> bool:
    """Return whether a heading stands above rules of all diplomas: *Textes généraux*."""
    return bool(_GENERAL_HEADING.search(same_length(text)))
