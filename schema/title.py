"""Split titles of diplomas into the words of their type and their name."""

import itertools
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from schema.dates import MONTHS
from schema.diploma_type import RENAMED_BY_LABEL, type_words
from schema.stems import stem
from schema.text import clean, fold, has_any, same_length
from schema.vocabulary import page_words, phrases, rows

_TYPES = r"cap\b|bac\b|bp\b|bts|bma\b|dma\b|mc\b|certificat|brevet|baccalaureat|mention"
# Labels of a type, or of a title that begins with one: "Examen : CAP", "Nature : CAP"
_DIPLOMAS = r"diplome (?:des|nat|de tech|d.etat|sup)"
_LABEL = r"(?:dipl(?:ome|\.)(?: (?:professionnel|prepare|concerne|vise))?|examen|nature|nom)\s*:\s*"
_DIPLOMA = rf"(?:diplome\s*(?:du |de )?(?={_TYPES}|diplome d)|{_LABEL})"
_OF = r"(?:du|de la|de l'|des|d'|:|-)\s*"
_ICON = re.compile(
    r"(?:nouveau(?:te)?\s?!)?[^a-z0-9]*"
    r"(?:\d{2}[0-9a-z][ -]?\d{3} ?\d{2}(?: ?[a-z](?![\w.]))?\s*\)?\s*[-:–]?\s*)?"
)
_PREFIX = re.compile(
    rf"^(?:le |la |les )?(?:(?<= )(?={_TYPES}|{_DIPLOMAS}|cs\b|[bcdm]\. ?[acemnpst]\.)|"
    rf"(?:(?:fiche(?: diplome)?|annexes?|reglement d.examen)\s*{_OF}|"
    rf"referentiels?(?: professionnels?| de certification)?\s*(?:{_OF})?|ref\.\s*{_OF}|"
    rf"(?:titre|intitule(?: du diplome)?)\s*:\s*){_DIPLOMA}?|"
    rf"{_DIPLOMA})"
)
_TYPE_WORD = re.compile(
    rf"\b(?:{_TYPES}|cs\b|bep\b|bt\b|dn made|dsaa\b|[bcdm]\. ?[acemnpst]\.|{_DIPLOMAS})"
)
_LONGEST_LEAD = 80
_LABELLED = re.compile(
    rf"(?:le )?(?:{_LABEL}|(?:(?:intitule|referentiel)(?: du diplome)?)\s*:\s*"
    r"|(?:fiche (?:du )?diplome|referentiels professionnels)\s*(?:[:–—-]\s*)?)"
)
_BRACKETS = re.compile(r"\s*\([^()]{1,20}\)$")
_AFTER_TYPE = re.compile(
    r"^\s*(?:\((?:(?:ex[ .-]*|anciennement )[^()]{1,60}|(?!spec|option|mention)[^()]{1,20})\)\s*)?"
    r"(?:[,–—-]?\s*(?:de )?niv(?:eau|\.) (?:[1-8]|[ivx]{1,4})\b\s*"
    r"(?:\([^()]{3,30} ou equivalent\)\s*)?"
    r"|\s*\((?:de )?niv(?:eau|\.) (?:[1-8]|[ivx]{1,4})\)\s*)?"
    r"(?:[(–—-]?\s*(?:n\W{1,3}|code )?"
    r"\d{2}[0-9a-z][ .-]?\d{3} ?\d{2}(?: ?[a-z])?(?![a-z0-9])\)?\s*)?"
    r"(?:[:,/·•|>\\–—-]\s*)?"
    r"(?:(?:de la |a la )?(?:specialite|mention|spec?(?:\.|(?= )))(?![a-z])\s*)?"
    r"(?:[:–—-]\s*)?"
)
# no acronym, nor what the type or its order is called: "CAP (ancien régime)"
_ONLY_BRACKETS = re.compile(r"\s*\(([A-ZÀÂÉÈÊÎÔ][a-zàâçéèêîôûï'’ ,-]{4,})\)")
# "CAP (spécialité osier)"
_IN_TYPE_BRACKETS = re.compile(r"^(?:sp[ée]cialit[ée]|sp[ée]c\.)\s+", re.IGNORECASE)
# "CAP et bac pro : ce qui change" is about diplomas and no diploma's title.
_SEVERAL = re.compile(
    r"\s*(?:(?:(?:et|ou)\s|&)\s*(?=\S)|,\s*(?:bep|cap|bp|bts|bma|dma|bac)\b|s\b(?=.))"
)
# "Cuisine (CAP)", "Cuisine - CAP", "Cuisine Type de diplôme : CAP": where the type that ends a
# title begins.
_BEFORE_LAST_TYPE = re.compile(r"\s*[(\[]\s*|\s+[-–—:|/]\s+|,\s*|\s+(?:type de )?diplome\s*:\s*")
_MARKS_OF_TYPE = "([,-|:/"  # the pattern is slow
# "Savoirs associés – CAP", as the files of a CAP are called, and no diploma
_FILE = re.compile(phrases("file beside a type"))
# "Référentiel de certification : Cuisine - CAP"
_BEFORE_NAME = re.compile(
    r"(?:le )?(?:fiche (?:du )?diplome|referentiel(?: professionnel| de certification)?)"
    r"(?:\s*[:–—-])?\s+(?:du |de la )?(?=\S)"
    r"|(?:diplome|titre|intitule(?: du diplome)?)\s*:\s*(?=\S)"
)
# "Boulanger Certificat d'aptitude professionnelle", but no name stands in "Après le Baccalauréat"
_TYPE_IN_FULL = re.compile(r"(?<=[\w)»])\s+(?=Certificat|Brevet|Baccalauréat|Mention|Diplôme)")
_NO_NAME_BEFORE = re.compile(
    r"\b(?:d[eu']|des|l[ea']|les|en|un|une|aux?|ce|cet|cette|et|ou|par|pour|dans|sur|apres|avant|du)\s*$"
)
# At the end of a title, or before its option
_END = r"\s*(?=$|\s[Oo]ption\b)"
_CODE = re.compile(
    r"\s*[(\[–—-]*\s*(?:(?i:codes?(?: dipl[oô]me| scolarité| formation)?)\s*:?\s*)?(?:[nN][°º]\s*)?"
    rf"\b\d{{2}}[0-9A-Z][ .–-]?\d{{3}} ?\d{{2}}(?: ?[A-Z])?\b\s*[)\]]?{_END}"
)
_DIGITS = re.compile(r"\d\d")
_CODE_FIRST = re.compile(r"^\d{2}[0-9A-Z][ .–-]?\d{3} ?\d{2}(?: ?[A-Z])?\b\s*[:–-]\s*")
# A level or year behind a name, and a fact in brackets or behind a dash: "(ex MC)".
_LEVEL = re.compile(
    r"(?:(?:^|\s)(?:(?:diplôme|certification|titre)(?: professionnelle?)? de )?"
    r"niveau (?:[1-8]|[ivx]{1,4})"
    r"|\s(?:(?:version|rentrée|édition|arrêté|référentiel)(?: de)? )?(?:19|20)\d\d)"
    rf"\b{_END}",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"\s*(?:[(\[](?P<bracket>[^()\[\]]+)[)\]]|\s[–-]\s*(?P<dash>[^–()\[\]-]+?)){_END}"
)
_MAY_BE_BESIDE = re.compile(r"[)\]]|\s[–-]")  # the pattern is slow
_FACT = page_words("fact beside a title")
_ENDS_TITLE = re.compile(
    r"\s*[,-]?\s*(?:\(?(?:de )?niveau (?:[1-8]|[ivx]{1,4})\)?)?\s*[)\]]?\s*\.?"
)
_CLOSES = re.compile(r"[^()]{0,20}\)")
_CLOSED = re.compile(
    r"(?:\s*[,–-]?\s*(?:de )?niveau (?:[1-8]|[ivx]{1,4}))?\s*\)"
)  # "(CAP) Cuisine"
_OPENS = re.compile(r"\s?\(")
_IS_OPTION = re.compile(r"$|[Oo]ption ")
# "Coiffure (bac pro Métiers de la -)": behind the type, the words that stand before the name
_TURNED = re.compile(
    r"\s+(?P<before>[^()]{0,80}?\b(?:(?:de|a) la|(?:de |d|a )?l'|du|des?|d'|en|aux?|et|sur|pour))"
    r"\s?[~–—-]?\s?[)\]]"
)
# "« Maintenance des matériels » option A"
_BEFORE_OPTION = re.compile(r"""^[«"“]\s?([^«»"“”]{1,200}?)\s?[»"”](?= option\b)""")
_QUOTES = '«»"“”'  # of which one stands where either of these matches
# "« Sommellerie » (SOM)"
_BEHIND_QUOTES = re.compile(r"(?<=[»”\"])\s*\((?P<acronym>[A-Z]{2,9})\)$")
_ACRONYM_AT_END = re.compile(r"\s\([A-Z][A-Z0-9]{1,8}\)$")
_ACRONYM = r"(?P<acronym>[A-ZÉÈ][a-zéè]?[A-ZÉÈ0-9][A-Za-zÉÈéè0-9]{0,6})"
# at the end, or before the option or the type
_IN_BRACKETS = re.compile(rf"[(\[]{_ACRONYM}[)\]](?=$|\s*[–—,-]|\s+[Oo]ption\b|\s\(\d)")
_CLOSING = re.compile(r"(?<=[)\]])\s*[»”\"]$")  # "« Métiers de la couture (MCC) »"
_IN_FRONT = re.compile(rf"{_ACRONYM}\s*[:|–—-]\s*(?P<name>.+)")
# "diplôme d'État d'éducateur spécialisé", but "de la jeunesse" is no name
_OF_STATE = re.compile(r"^d(?:e (?!la\b|l['’])|['’])", re.IGNORECASE)
# "Diplôme supérieur de comptabilité et de gestion": of no type with several specialities
_OTHER_DIPLOMA = r"(diplome(?: superieur)?)(?= d(?:e (?!niveau|l(?:a|es?)?\b)|['’]))"
_ONE_DIPLOMA = frozenset({"DN_MADE"})  # a type without specialities: one order, many mentions
_NUMERAL = re.compile(r"\d+|[ivx]{1,4}")
# of any line
_LITTLE_WORDS = frozenset(
    "a au aux ce ces cet d dans de des du en et l la le les n ou par pour s sa se ses son sur un "
    "une 1er".split()
)
_PREPOSITIONS = ("d ", "de ", "du ", "des ", "en ", "l ", "a ", "au ")


_OF_A_CATALOGUE = re.compile(r"\s*\[(?:en ligne|texte imprimé|ressource électronique)\]", re.I)
# "portant création de la spécialité « carreleur » de certificat …", "créant le CAP Carreleur"
_MADE = re.compile(
    r"\b(?:(?P<speciality>(?=spécialité .{3,150}? (?:de|du) ))"
    r"|(?:portant|fixant|créant|définissant)\b(?! règlement)(?:(?!spécialité)[^.;:]){0,80}?"
    r" (?:d[ue]|l[ae]) "
    r"(?=bac|b\.|b[mt]?[aps]\b|brev|c\.|cap\b|certif|cs\b|dma\b|d\.|dipl|m\.?c\b|mention))",
    re.IGNORECASE,
)
# where such a speciality ends behind its type, and such a type behind its name
_MADE_ENDS = (
    re.compile(r" et | fixant | NOR\b|[,;.(]|$"),
    re.compile(
        r"(?<=»)(?! option)|[.;](?:\s|$)|$|,? (?:et )?(?:port|fix)ant"
        r"|[\s,(–-]{1,3}(?:NOR|[JB]\.?O|modifi|publi(?!c)|est abrog)"
    ),
)
_PAPER = re.compile(r"\W*(?:NOR|[JB]\.?O)\b")
# "Le CAP « emballeur » est un diplôme national", "…, spécialité « emballeur », est délivré …"
_SUBJECT = re.compile(r"L[ea] (?P<title>[^.;]{5,250}?),? est (?:une? dipl|d[ée]livr|cré|d[ée]fini)")
_LONGEST = 400  # no title is longer, and the patterns are not for running text


class Title(NamedTuple):
    """A title in its parts: types it may mean, its type words and its name, as published.

    `name_first`: the type stands behind the name (`Cuisine (CAP)`).
    """

    types: frozenset[str]
    type_label: str | None
    name: str
    name_first: bool = False

    @property
    def is_type_alone(self) -> bool:
        """Return whether the title is made of a type's words and nothing else."""
        name = _BRACKETS.sub("", self.name) if "(" in self.name else self.name
        return bool(self.types) and fold(name) in {"", fold(self.type_label or "")}

    @property
    def is_whole(self) -> bool:
        """Return whether the title has a name beside its type, or a type that needs none."""
        is_named = bool(self.types and self.name) and not self.is_type_alone
        return is_named or self.types == _ONE_DIPLOMA


def read_title(text: str) -> Title:
    """Return the type words that a title begins with, and the name without them.

    `Certificat d'aptitude professionnelle « boulanger »` → CAP, `boulanger`. The words of a type
    outside the controlled ones stay where the name would begin with a preposition
    (`diplôme d'ingénieur de l'école …`).
    """
    title = _OF_A_CATALOGUE.sub("", clean(text)) if "[" in text else clean(text)
    return _parts_of(title) if len(title) <= _LONGEST else Title(frozenset(), None, title)


@lru_cache(maxsize=2048)  # a page's headings are asked for again and again, and pages share some
def _parts_of(title: str) -> Title:
    """Return type and name of a title; without types where it has none, or several."""
    plain = same_length(title)
    icon = _ICON.match(plain)
    start = icon.end() if icon else 0
    prefix = _PREFIX.match(plain[start:])
    start += prefix.end() if prefix else 0
    start = _behind_acronym(title, plain) or start
    match = _type_at(plain, start)
    if match is None or title[start : match[1]] == "du":  # no diplôme universitaire
        return (
            _speciality_first(title, plain)
            or _name_first(title, plain)
            or _without_facts_first(title)
            or Title(frozenset(), None, _unquoted(title))
        )
    types, end = match
    is_open = plain.count("(", start, end) > plain.count(")", start, end)
    if is_open and (closes := _CLOSES.match(plain, end)):
        end = closes.end()  # "(ex mention complémentaire de niveau 4)"
    if _SEVERAL.match(plain, end):
        return Title(frozenset(), None, _unquoted(title))
    opened = plain[start - 1 : start] == "("
    closed = _CLOSED.match(plain, end) if opened else None
    behind = closed.end() if closed else end
    behind += _after_type(plain, behind)
    # "Licence, DN MADE"
    is_listed = plain.startswith(",", end)
    again = _type_again(plain, behind) if types != {"OTHER"} or is_listed else None
    if again and again[0] == types:  # "CAP - Certificat d'aptitude professionnelle"
        start, end = _marks_end(plain, behind), again[1]
        behind = end + _after_type(plain, end)
    elif again and again[0] != {"OTHER"} and not types | again[0] <= RENAMED_BY_LABEL:
        return Title(frozenset(), None, _unquoted(title))  # "CAP / Bac pro", "Bac pro CAP BP"
    type_label = title[start:end].strip()
    name = _LEVEL.sub("", _without_code_at_end(without_facts(title[behind:])))
    name = _IN_TYPE_BRACKETS.sub("", _unquoted(without_facts(name)))
    name = name or _named_in_brackets(title[end:behind])
    if fold(type_label) == "diplome d etat":
        name = _OF_STATE.sub("", name)
    if types == {"OTHER"} and (not name or fold(name).startswith(_PREPOSITIONS)):
        name = _unquoted(title[start : end if behind == len(title) else None])
    if name[-1:] == "»" and "«" not in name:  # "« Diplôme de comptabilité et de gestion »"
        name = name.rstrip(" »")
    return Title(types, type_label, name)


def _named_in_brackets(text: str) -> str:
    """Return the name that stands in brackets right behind a type: `CAP (Vannerie)`; else ""."""
    named = _ONLY_BRACKETS.match(text)
    if named is None or is_fact(named[1]) or begins_with_type(named[1]):
        return ""
    return named[1]


def is_fact(text: str) -> bool:
    """Return whether a text beside a title is a fact by itself: `niveau 3`, `ex BEP hôtellerie`."""
    plain = fold(text)
    return bool(_FACT.fullmatch(plain)) and _type_at(plain, 0) is None


def is_of_page(text: str) -> bool:
    """Return whether a text beside a title has no words but those that pages say of themselves.

    `Consultez le référentiel`, `nouvelle version, rentrée 2022`: words of kind `around` in
    `title_words.csv`, dates and numbers. No name of the official list ends or begins so.
    """
    words = [word for word in fold(text).split() if word not in _LITTLE_WORDS]
    # of most names the first word is none of them: no other is stemmed
    return all(
        _NUMERAL.fullmatch(word) or word in MONTHS or _is_around(word) for word in words
    ) and any(map(_is_around, words))


def _is_around(word: str) -> bool:
    # a stem begins as its word does: of most words it need not be made
    return word[:2] in _beginnings_around() and stem(word) in _around()


@cache
def _around() -> frozenset[str]:
    words = (row["words"] for row in rows("title_words.csv") if row["kind"] == "around")
    return frozenset(stem(word) for text in words for word in fold(text).split())


@cache
def _beginnings_around() -> frozenset[str]:
    return frozenset(word[:2] for word in _around())


def without_facts(name: str) -> str:
    """Return a name without facts in brackets or behind a dash at its end: `Boulanger (2 ans)`.

    Nor brackets that name another diploma.
    """
    return _BESIDE.sub(_unless_fact, name) if _MAY_BE_BESIDE.search(name) else name


def _unless_fact(beside: re.Match[str]) -> str:
    inside, text = beside["bracket"], beside["bracket"] or beside["dash"]
    names_other = inside and any(read_title(inside[at:]).is_whole for at in type_starts(inside))
    if names_other or is_fact(text):
        return ""
    # "Commerce international (CI)", and not *ci-dessous*
    name = beside.string[: beside.start()]
    is_acronym = inside and inside.isupper() and is_acronym_of(inside, name)
    return "" if is_of_page(text) and not is_acronym else beside[0]


def titles_made_by(order: str, only_specialities: bool) -> Iterator[str]:
    """Yield the titles that an order gives what it creates: a speciality of a type, or a type.

    Or the one that a sentence about the diploma begins with, where types count.
    """
    subject = None if only_specialities else _SUBJECT.match(order)
    if subject and read_title(subject["title"]).is_whole:
        yield subject["title"]
    for match in _MADE.finditer(order):
        title, is_typed = order[match.end() :], match["speciality"] is None
        ends = () if is_typed and only_specialities else _MADE_ENDS[is_typed].finditer(title)
        texts = (title[: end.start()].strip() for end in ends)
        # "création du baccalauréat professionnel, NOR MENE0608745A": no name
        whole = (
            t for t in texts if (read := read_title(t)).is_whole and not _PAPER.match(read.name)
        )
        yield from itertools.islice(whole, 1)


def without_code(text: str) -> str:
    """Return a title or name without the code before it or at its end: `Barman (010-33411 T)`."""
    return _without_code_at_end(_CODE_FIRST.sub("", text)) if len(text) <= _LONGEST else text


def _without_code_at_end(text: str) -> str:
    """Return a text without the codes that end it, or stand before its option."""
    return _CODE.sub("", text) if _DIGITS.search(text) else text  # which most names lack


def without_label(text: str) -> str:
    """Return a title without a label before it that says no more: `Diplôme : CAP Cuisine`."""
    label = _LABELLED.match(same_length(text))
    return text[label.end() :] if label and begins_with_type(text[label.end() :]) else text


def begins_with_type(text: str) -> bool:
    """Return whether a text begins with the words of a diploma type; much cheaper than a title."""
    plain = same_length(text)
    prefix = _PREFIX.match(plain)
    start = prefix.end() if prefix else 0
    match = _type_at(plain, start)
    return match is not None and text[start : match[1]] != "du"


def type_starts(text: str) -> Iterator[int]:
    """Yield the places near the beginning of a text, but the first, where a type's words begin."""
    for match in _TYPE_WORD.finditer(same_length(text[:_LONGEST_LEAD])):
        if match.start() and begins_with_type(text[match.start() :]):
            yield match.start()


def acronym_beside(title: str) -> str | None:
    """Return the acronym in a title, or None: in brackets behind the name, or in front of it.

    It stands behind a quoted name, or its letters are the first ones of words of the name, in
    order (`Cybersécurité, informatique et réseaux, électronique (CIEL)`, `MTE – Motorisation toutes
    énergies`), or begin one of them (`Pâtissier (PAT)`), or are letters of the only one
    (`Électrotechnique (ELT)`): other brackets belong to the name (`Réseaux et télécommunications
    (IOM)`).
    """
    text = clean(title)
    if match := _BEHIND_QUOTES.search(text):
        return match["acronym"]
    for match in _IN_BRACKETS.finditer(_CLOSING.sub("", text)):
        before = read_title(text[: match.start()])
        name = text[: match.start()] if before.types == {"OTHER"} else before.name
        is_made = is_acronym_of(match["acronym"], name) or _shortens(match["acronym"], name)
        # "Traitements de surfaces (BTS)": the type, whose letters may begin words too
        is_type = not before.types - {"OTHER"} and read_title(match["acronym"]).types - {"OTHER"}
        # "Brevet d'études professionnelles (BEP), spécialité Bois": of a type that has no name
        is_of_type = name == text[: match.start()] and text[match.end() + 1 :]
        if is_made and not (is_type or is_of_type):
            return match["acronym"]
    front = _IN_FRONT.match(
        text if _behind_acronym(text, same_length(text)) else read_title(text).name
    )
    return front["acronym"] if front and is_acronym_of(front["acronym"], front["name"]) else None


def is_acronym_of(letters: str, name: str) -> bool:
    """Return whether the letters are the first ones of at least two words of a name, in order."""
    plain = fold("".join(letter for letter in letters if letter.isalpha()))
    return bool(plain) and _begin_words(plain, fold(name).split())


def _shortens(letters: str, name: str) -> bool:
    """Return whether three capitals or more are the beginning of a word of a name, and not all.

    Or the first and further letters of its only word, in order.
    """
    plain = fold(letters)
    words = [word for word in fold(name).split() if len(word) > len(plain) + 1]
    if len(plain) < 3 or not letters.isupper() or not words:
        return False
    if any(word.startswith(plain) for word in words):
        return True
    is_one = fold(name) == words[0] and words[0][0] == plain[0]
    rest = iter(words[0])
    return is_one and all(letter in rest for letter in plain)


def _begin_words(letters: str, words: list[str]) -> bool:
    """Return whether `letters` are beginnings of at least two of `words`, in order."""
    ends = {(0, 0)}  # letters accounted for, and words that they begin
    for word in words:
        ends |= {
            (done + length, begun + 1)
            for done, begun in ends
            for length in range(1, min(len(word), len(letters) - done) + 1)
            if word.startswith(letters[done : done + length])
        }
    return any(done == len(letters) and begun > 1 for done, begun in ends)


def _after_type(plain: str, end: int) -> int:
    """Return the length of what stands between a type's words, which end at `end`, and a name."""
    after = _AFTER_TYPE.match(plain[end:])
    return after.end() if after else 0


def _behind_acronym(title: str, plain: str) -> int:
    """Return where a type stands behind the acronym of what follows (`AEPE – CAP …`); 0 without."""
    front = _IN_FRONT.match(title)
    if front and _type_at(plain, front.start("name")) and not _type_at(plain, 0):
        return front.start("name") if is_acronym_of(front["acronym"], front["name"]) else 0
    return 0


def _type_again(plain: str, start: int) -> tuple[frozenset[str], int] | None:
    """Read a type behind the words of a type, also in brackets that hold nothing else."""
    at = _marks_end(plain, start)
    again = _type_at(plain, at)
    if again is None and plain[at : at + 1] == "(":
        again = _type_at(plain, at + 1)
        if again and plain.count("(", at, again[1]) == plain.count(")", at, again[1]):
            return again  # "(CS (ex MC))"
        return (again[0], again[1] + 1) if again and plain[again[1] : again[1] + 1] == ")" else None
    return again


def _marks_end(plain: str, start: int) -> int:
    """Return where the marks end that stand at a place."""
    while start < len(plain) and not (plain[start].isalnum() or plain[start] in "(["):
        start += 1
    return start


def _speciality_first(title: str, plain: str) -> Title | None:
    """Read `Spécialité « cuisine » de baccalauréat professionnel`, as orders put it."""
    speciality = re.match(r"(?:la )?specialite\b(?:\s*:)?", plain)
    if speciality is None:
        return None
    for link in re.finditer(r"\s(?:de la|du|de|d')\s*", plain[speciality.end() :]):
        start = speciality.end() + link.end()
        if writing := _type_at(plain, start):
            name = _unquoted(title[speciality.end() : speciality.end() + link.start()])
            rest = title[writing[1] :].strip(" .")
            if not rest or rest.lower().startswith("option "):
                return Title(
                    writing[0], title[start : writing[1]].strip(), f"{name} {rest}".strip()
                )
    return None


# "Spécialité travaux publics (TP)", below "Baccalauréat professionnel": no titre professionnel
_INITIALS = re.compile(r"\bt\w+ p\w+ \(tp\)$")


def _name_first(title: str, plain: str) -> Title | None:
    """Read `Cuisine (CAP)`, `Cuisine - certificat …`, `Coiffure (bac pro Métiers de la)`."""
    if not has_any(plain, _MARKS_OF_TYPE):
        return _type_last(title, plain)
    if lead := _BEFORE_NAME.match(plain):
        title, plain = title[lead.end() :], plain[lead.end() :]
    if _FILE.match(plain) or _INITIALS.search(plain):
        return None
    is_way = plain.count(" / ") > 1  # "Accueil / Diplômes / CAP"
    for mark in _BEFORE_LAST_TYPE.finditer(plain):
        if is_way and "/" in mark[0]:
            continue
        writing = _type_at(plain, mark.end()) if mark.start() > 2 else None
        inner = _OPENS.match(plain, writing[1]) if writing else None
        short = _type_at(plain, inner.end()) if inner else None
        if writing and short and short[0] == writing[0]:  # "(Baccalauréat professionnel (Bac pro))"
            writing = (writing[0], plain.find(")", short[1]) + 1 or short[1])
        ends = writing and _ENDS_TITLE.match(plain, writing[1])
        behind = title[ends.end() :] if ends else ""
        is_named = writing and ("OTHER" not in writing[0] or plain[mark.end()] == "b")  # brevets
        if writing and ends and is_named and _IS_OPTION.match(behind):
            label = title[mark.end() : writing[1]].strip()
            before = title[: mark.start()]
            # "Fleuriste Brevet professionnel (BP)"
            again = _type_last(before, plain[: mark.start()])
            if mark[0].startswith(",") and _parts_of(before).types - writing[0]:
                return None  # "Poursuite : CAP, bac pro"
            before = again.name if again and again.types == writing[0] else before
            name = f"{_unquoted(before)} {behind}".strip()
            is_one = name.count("(") == name.count(")")  # "Épreuves communes (CAP, BP)"
            return Title(writing[0], label, name, name_first=True) if is_one else None
        turned = _TURNED.fullmatch(plain, writing[1]) if writing else None
        if writing and turned:
            before = title[turned.start("before") : turned.end("before")]
            name = f"{before} {title[: mark.start()]}".replace("' ", "'")
            label = title[mark.end() : writing[1]].strip()
            return Title(writing[0], label, _unquoted(name), name_first=True)
    return _type_last(title, plain)


def _without_facts_first(title: str) -> Title | None:
    """Read `Boulanger (CAP) (500-22128)`, `Boulanger - CAP - niveau 3`: facts behind the type.

    And an acronym, as part of the name: `Menuisier aluminium-verre - CAP (MAV)`.
    """
    bare = _LEVEL.sub("", _without_code_at_end(without_facts(title)))
    reading = _parts_of(bare) if bare != title else None
    acronym = None if reading and reading.types else _ACRONYM_AT_END.search(bare)
    if acronym:
        reading = _parts_of(bare[: acronym.start()])
        reading = reading._replace(name=f"{reading.name}{acronym[0]}")
    return reading if reading and reading.name_first else None


def _type_last(title: str, plain: str) -> Title | None:
    """Read `Boulanger Certificat d'aptitude professionnelle`: a type in full ends the title.

    Or stands before its option.
    """
    for start in _TYPE_IN_FULL.finditer(title):
        writing = _type_at(plain, start.end())
        if (
            writing
            and (writing[1] == len(plain) or plain.startswith(" option ", writing[1]))
            and not _NO_NAME_BEFORE.search(plain, 0, start.end())
        ):
            label, option = title[start.end() : writing[1]].strip(), title[writing[1] :]
            name = _unquoted(title[: start.start()]) + option
            return Title(writing[0], label, name, name_first=True)
    return None


def _type_at(plain: str, start: int) -> tuple[frozenset[str], int] | None:
    writings = _patterns().get(plain[start : start + 1])
    match = writings[0].match(plain, start) if writings else None
    if not writings or not match or not match.lastindex:
        return None
    end = match.end()
    # "CS (ex MC)" closes its parenthesis; "C.A.P." its last point
    while end < len(plain) and plain[end] == ")" and "(" in plain[start:end]:
        end += 1
    return writings[1][match.lastindex - 1], end


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], list[frozenset[str]]]]:
    """Return by first letter the writings of types, longest first, with the types of each group."""
    writings_by_letter: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for words, types in type_words():
        joined = r"[^a-z0-9]{1,3}".join(map(re.escape, words.split()))
        writings_by_letter.setdefault(words[0], []).append((rf"({joined})(?![a-z0-9])\.?", types))
    writings_by_letter["d"].append((_OTHER_DIPLOMA, frozenset({"OTHER"})))
    return {
        letter: (
            re.compile("|".join(pattern for pattern, _ in writings)),
            [types for _, types in writings],
        )
        for letter, writings in writings_by_letter.items()
    }


def _unquoted(text: str) -> str:
    """Return `text` without the quotation marks that enclose all of it, or all but its option."""
    text = clean(text).strip(" :–—-,;·•|>›\\").removeprefix("» ")
    if has_any(text, _QUOTES):
        text = _BEFORE_OPTION.sub(r"\1", _BEHIND_QUOTES.sub("", text))
    pairs = {"«": "»", '"': '"', "“": "”", "'": "'", "(": ")"}
    if len(text) > 2 and pairs.get(text[0]) == text[-1] and text[0] not in text[1:-1]:
        return text[1:-1].strip()
    return text
