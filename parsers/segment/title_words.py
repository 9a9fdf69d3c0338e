"""Distinguish a diploma's name from other short lines: subjects, orders, sentences, sectors.

Everything here looks at one line of text. A *subject* is what a page about a whole type of diploma
is called (programmes, calendrier, règlement général). The words are data:
subjects, sectors and first words of other lines in `schema/data/title_words.csv`, all others in
`page_words.csv`. No name of the official list begins with a subject.
"""

import re
from functools import cache

from schema.code import codes_in
from schema.dates import MONTHS
from schema.diploma_type import RENAMED_BY_LABEL
from schema.text import CAPITALS, clean, fold, has_digit, same_length
from schema.title import Title, begins_with_type, is_fact, is_of_page, read_title, type_starts
from schema.vocabulary import lone_words, page_words, phrases, rows

_ARTICLE = r"(?:(?:le|la|les|l|un|une|des|du|de la|de l|de|d|nos|vos|tous les|toutes les) )?"
_SEGMENTS = re.compile(r"\s*[:|()\[\];]\s*|\s+[–—-]\s+")
_ORDER = page_words("order in a title")
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:er)?[ ./-](?:\d{{1,2}}|{'|'.join(MONTHS)})[ ./-](?:19|20)?\d\d\b"
    rf"|\b(?:19|20)\d\d\b|^\d{{1,2}}(?:er)? (?:{'|'.join(MONTHS)})$"
)
_STATE = page_words("state of a diploma")
_IN_SENTENCES = lone_words("sentence")
_FACTS = re.compile(rf"\s*[·•|;,()\[\]:/]\s*|\s+[–—-]\s+|\.\s+(?=[{CAPITALS}])")
# Words before a title: "Diplôme abrogé : CAP cuisine", "[Nouveau] CAP cuisine", "2. CAP cuisine"
_STATED = re.compile(r"(?:(?:le |ce )?diplome )?(?:abroge|supprime|en vigueur|renove)")
_NOTHING = re.compile(r"(?:le )?nouveau|(?:l )?ancien|\d{1,2}|[ivx]{1,4}|[a-z]")
_LINK = re.compile(r"\s+(?:(?:du|de la|des?|le)|(?:de )?l['’])$", re.IGNORECASE)
_OF_IT = {"du", "de la", "de l'", "de l’"}
_LED = re.compile(r"\s(?:dans|en|au|pour)$", re.IGNORECASE)  # "Économie-gestion dans le BMA"
_BETWEEN_TITLES = re.compile(r"(?:(?:\s*[,;/+&]| et| ou|\s[-–—])|(?<=\)))\s+", re.IGNORECASE)
SPECIALITY = "spécialité"  # on a line of its own between type and name, in small letters
LONG_WORD = re.compile(r"\w{4,}")
# "Remplacé par le CAP cuisine", "Nouveau diplôme : CAP cuisine"
_OF_ANOTHER = re.compile(r"\b(?:remplac|ancien|issu|nouve(?:au|lle) (?:diplome|specialite|titre))")
_PART_OF_LINE = re.compile(r"\s+[-–—|/>›]\s+|\s*[:,;]\s+")
_LEAD_MARKS = " :|-–—>›»/.)]"
_LAST_BRACKET = re.compile(r"\s?[(\[][^()\[\]]*[)\]]$")
_OPEN_BRACKET = re.compile(r"\s*([(\[])[^()\[\]]*$")
_SITE = page_words("site")
# "MELEC" beside other facts: an acronym; alone, such a word may be a name
_MAYBE_ACRONYM = re.compile(r"[A-ZÉÈ][A-Za-zÉÈéè&]{1,7}")
# "CAP Couvreur / Ministère de l'éducation nationale": as library records have it
_RESPONSIBLE = re.compile(r"\s/\s(?:ministere|direction|cndp|scere?n|crdp|inspection)\b")
_LETTERED_OPTION = re.compile(r" option [a-z]\b(?!')")
# "B027": the name of the page; "Certification : RNCP38400"; a NOR
_PAGE_NAME = re.compile(r"[a-f]\d{3}[a-z]{0,3}|(?:[a-z]+ ){0,3}rncp ?(?:n )?\d+|[a-z]{4}\d{7}[a-z]")
_LONGEST_NAME, _MOST_WORDS = 300, 40
_PLURAL = re.compile(r"(?<=\w{3})s\b|(?<=nation)(aux)\b", re.IGNORECASE)
_OF = re.compile(r" d(?:es?\b|['’])|$", re.IGNORECASE)
# Texts behind a title in its own line: a repeal, an order, a session, an acronym called so. Each
# has a word that is found faster.
_MAY_BE_BEHIND = page_words("word of a text behind a title")
_BEHIND = re.compile(
    # inside words, where most places are, the first signs show that it does not begin
    r"(?:(?<![a-z0-9'])|(?=[\s(\[–—:,;|/-]))"
    r"\s{0,3}[(\[–—:,;|/-]{0,3}\s{0,3}(?<![a-z0-9'])"
    rf"(?:{phrases('text behind a title')})|{phrases('mark behind a title')}"
)
# Words that need another behind them: a title does not end so
_UNFINISHED = re.compile(r"\s(?:la|le|les|l'|de|du|des|un|une|dont|quand|au|aux|par)\s{0,3}$")


def is_subject(text: str) -> bool:
    """Return whether a segment of `text` names a subject of a whole type, not a diploma."""
    folded = [fold(segment) for segment in _SEGMENTS.split(text)]
    return any(_starts("subject").match(s) or _whole("subject-whole").match(s) for s in folded)


def names_subject(text: str) -> bool:
    """Return whether a segment of `text` names a subject that is no rubric of the site or sector.

    *Grilles d'évaluation*, but not *Secteur bâtiment*, *Enseignement professionnel : diplômes*.
    """
    if _whole("sector").match(fold(text)):
        return False
    return any(
        is_subject(segment) and not (is_neutral(segment) or _starts("line").match(fold(segment)))
        for segment in _SEGMENTS.split(text)
    )


def is_neutral(text: str) -> bool:
    """Return whether `text` only says that a page is a diploma's (*Référentiel*)."""
    return all(_whole("neutral").match(fold(segment)) for segment in text.split(" : "))


def is_lead(text: str) -> bool:
    """Return whether `text` leads to a diploma's title and says no more: *Page du*."""
    words, _, link = text.strip().partition(" ")
    return link in _OF_IT and bool(_whole("lead").match(fold(words))) and words.isalpha()


def states_order(text: str) -> bool:
    """Return whether a line has the words of an order or of its publication."""
    return bool(_ORDER.search(same_length(text)))


def fact_segments(text: str) -> list[str]:
    """Return the segments of a line that states nothing but facts (level, code, session, ...).

    `Niveau 3 · Code 500-33615 · RNCP 38655`; any other line gives an empty list.
    """
    line = clean(text).strip(" ()[].")
    if is_fact(line):  # "Niveau : 4"
        return [line]
    segments = [segment for segment in _FACTS.split(line) if segment]
    facts = [s for s in segments if codes_in(s) or is_fact(s)]
    others = [s for s in segments if s not in facts]
    if others and not (facts and len(others) == 1 and is_acronym(others[0])):
        return []
    return segments


def is_acronym(word: str) -> bool:
    """Return whether a word looks like an acronym: short, and with two capitals at least."""
    return bool(_MAYBE_ACRONYM.fullmatch(word)) and sum(c.isupper() for c in word) > 1


def is_sentence(text: str) -> bool:
    """Return whether a line has a verb as sentences have."""
    return bool(_IN_SENTENCES.search(fold(text)))


def title_end(text: str) -> int:
    """Return where the title that `text` begins with ends.

    What follows is a repeal, an order, a session, neutral words (`CAP cuisine - Référentiel`), or a
    fact (`CAP cuisine - niveau 3`).
    """
    plain = same_length(text)
    by = _RESPONSIBLE.search(plain) if " / " in plain else None
    if by and by.start() > 2:
        text, plain = text[: by.start()], plain[: by.start()]
    behind = _BEHIND.search(plain, 3) if _MAY_BE_BEHIND.search(plain) else None
    if behind and _LETTERED_OPTION.search(plain, behind.end()) and len(codes_in(text)) > 1:
        behind = None  # "option A osier, code 500-22434, option B rotin, code 500-22435"
    if behind and _UNFINISHED.search(plain, 0, behind.start()):
        behind = None  # "BTS dont la dernière session est 2026": words of a sentence
    end = behind.start() if behind else len(text)
    if plain.count(" option ") > 1 and not _LETTERED_OPTION.search(plain):
        end = min(end, plain.index(" option "))  # several options, of which none is the title's
    for separator in (" - ", " – ", " — ", " : ", " | "):
        head, mark, tail = text[:end].rpartition(separator)
        if mark and len(head) > 2 and (is_neutral(tail.rstrip(")]")) or is_fact(tail)):
            end = len(head)
    for part in reversed([*_PART_OF_LINE.finditer(text, 3, end)]):
        if not is_of_page(text[part.end() : end]):
            break
        end = part.start()
    # "CAP cuisine (code 500-22138, niveau 3)"; a fact alone may belong to the title
    if text[end - 1 : end] in {")", "]"} and len(fact_segments(_last_bracket(text[:end]))) > 1:
        end -= len(_last_bracket(text[:end]))
    return _outside_brackets(text, end)


def _last_bracket(text: str) -> str:
    """Return the bracket that ends a text, with its marks and the space before it."""
    found = _LAST_BRACKET.search(text)
    return found[0] if found else ""


def _outside_brackets(text: str, end: int) -> int:
    """Return the end of a title, before brackets that it is in: `CAP cuisine (diplôme : abrogé)`.

    Behind brackets that hold a fact, which belong to the title: `CAP cuisine (durée : 2 ans)`.
    """
    brackets = _OPEN_BRACKET.search(text, 0, end) if "(" in text or "[" in text else None
    if brackets is None:
        return end
    closes = min((p for mark in ")]" if (p := text.find(mark, end)) > 0), default=len(text))
    is_whole = not text[closes + 1 :] and is_fact(text[brackets.end(1) : closes])
    return len(text) if is_whole else brackets.start()


def joins_titles(text: str) -> bool:
    """Return whether a line is the titles of several diplomas: `CAP cuisine et CAP pâtisserie`.

    Options of one diploma begin alike, and an acronym stands beside the name that it is of.
    """
    for mark in _BETWEEN_TITLES.finditer(text):
        if begins_with_type(text[mark.end() :]):
            titles = read_title(text[: mark.start()]), read_title(text[mark.end() :])
            begins = {_begin(title) for title in titles if fold(title.type_label or "") != "du"}
            if len(begins - {None}) > 1:
                return True
    return False


def _begin(title: Title) -> tuple[frozenset[str], str] | None:
    """Return the type of a title and the first long word of its name; None without any."""
    is_name = title.types and not is_acronym(title.name)
    word = LONG_WORD.search(fold(title.name)) if is_name else None
    return (title.types - RENAMED_BY_LABEL, word[0]) if word else None


def words_before_type(text: str) -> str:
    """Return the words that lead to a title further on in a line: `Unité du BP Barman`."""
    start = 0 if begins_with_type(text) else next(type_starts(text), 0)
    return _LED.sub("", _LINK.sub("", text[:start].rstrip(_LEAD_MARKS)))


def title_start(text: str) -> tuple[int, str]:
    """Return where the title begins behind words before it, and those that state anything.

    They say what page or site it is, a state, a level or sector (`Diplôme abrogé : CAP cuisine`).
    """
    for start in type_starts(text):
        lead = _LINK.sub("", text[:start].rstrip(_LEAD_MARKS).lstrip("[( "))
        plain = fold(lead)
        is_marked = text[:start].rstrip()[-1:] in _LEAD_MARKS
        is_site = is_marked and _SITE.search(plain)
        if _NOTHING.fullmatch(plain) or is_neutral(lead) or is_lead(text[:start]) or is_site:
            return start, ""
        is_own = not (states_order(lead) or _OF_ANOTHER.search(plain))
        if " " in lead and is_own and is_of_page(lead):
            return start, lead if has_digit(lead) or _STATE.match(plain) else ""
        is_sector = is_marked and _whole("sector").match(plain)
        if is_sector or _STATED.fullmatch(plain) or is_fact(lead):
            return start, lead
    return 0, ""


def is_name_line(text: str) -> bool:
    """Return whether a line can be the name of a diploma.

    An order, date, sentence, subject, site, sector, code or other diploma cannot.
    """
    plain = same_length(text).strip(" «»\"'?()")
    folded = fold(text)
    if not 3 <= len(folded) <= _LONGEST_NAME or len(folded.split()) > _MOST_WORDS:
        return False
    if text[-1] in ".;!?:" or not any(char.isalpha() for char in text):
        return False
    if _PAGE_NAME.fullmatch(folded):
        return False
    if states_order(text) or _DATE.search(plain) or _STATE.match(plain) or codes_in(text):
        return False
    if _whole("sector").match(folded) or _starts("line").match(folded) or is_sentence(text):
        return False
    typed = begins_with_type(text) or bool(read_title(text).types)
    # "Nouveau : CAP Cuisine", among news
    typed = typed or (": " in text and begins_with_type(text.rpartition(": ")[2]))
    return not (is_subject(text) or is_neutral(text) or typed)


def in_singular(words: str) -> str:
    """Return a type's words in the singular: *Diplômes nationaux des métiers d'art*."""
    end = found.start() if (found := _OF.search(words)) else len(words)
    return _PLURAL.sub(lambda plural: "al" if plural[1] else "", words[:end]) + words[end:]


def _starts(kind: str) -> re.Pattern[str]:
    """Match folded texts that begin with the words of `kind`."""
    return _pattern(kind, r"\b")


def _whole(kind: str) -> re.Pattern[str]:
    """Match folded texts that are the words of `kind` and nothing else."""
    return _pattern(kind, "$")


@cache
def _pattern(kind: str, end: str) -> re.Pattern[str]:
    article = "" if kind == "line" else _ARTICLE
    phrases = [fold(row["words"]) for row in rows("title_words.csv") if row["kind"] == kind]
    words = (" ".join(f"{word}s?" for word in phrase.split()) for phrase in phrases)
    one = f"{article}(?:{'|'.join(words)})"
    return re.compile(f"(?:(?:^| et ){one}){{1,2}}{end}")
