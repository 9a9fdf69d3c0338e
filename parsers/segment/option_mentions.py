"""Read the names and codes of the options that a line of a page names.

One grammar reads all lines: codes with a text beside each, letters with a text behind each, names
as many as is said.
"""

import itertools
import re
from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from parsers.model.blocks import Part
from parsers.model.file_types import is_file, is_file_detail
from parsers.segment.option_lines import Line, is_lettered_name, says_others
from parsers.segment.page_diplomas import LONGEST, OPTION
from parsers.segment.pieces import Piece
from parsers.segment.title_words import is_name_line, is_sentence
from schema.code import IN_TEXT, codes_in
from schema.text import CAPITALS, clean, fold, has_digit, same_length
from schema.title import begins_with_type, read_title
from schema.vocabulary import page_words

_COUNTS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
_COUNT = rf"(?:{'|'.join(_COUNTS)})"
_SUBJECT = re.compile(
    r"\b(?:diplome|mention|specialite|certificat|brevet|baccalaureat|bac|cap|bp|bep|mc|cs|bn?ma|bts"
    r"|dma)\b.*"
)
_VERB = re.compile(
    r"\b(?:comp(?:ort|ren|t)|propos|offr|exist|declin|organis|chois|port|compos|divis|deliv)\w*"
)
_SEVERAL = rf"(?:\b(?P<count>{_COUNT}) )?\boptions\b(?! (?:facultati|obligatoire|langue|d'|de l))"
_OPTIONS = (
    # "Ce diplôme comporte deux options : cuir et textile", "options (cuir, textile)", "Les options
    # sont au nombre de deux : …", "se décline en options « cuir » et « textile »"
    re.compile(
        rf"{_SEVERAL}(?:,? [a-z']+){{0,8}}?(?: (?P<number>{_COUNT}))?"
        r"(?: \([^()\d]{3,40}\)(?= ?:))?"
        r"(?:\s?:\s?|\s?(?P<bracket>\()(?=[^()]{5,300}\)[\s.;]*$)|\s(?=option [a-z]|[\"?]))"
    ),
    # "comprend les options cuir et textile"
    re.compile(rf"{_SEVERAL} (?=[a-z])"),
    re.compile(r"(?<![a-z])(?=option [a-z]\b)"),
)
# options of an examination or a unit are none of the diploma
_EXAMINATION = re.compile(r"facultati|epreuve|\bunites?\b|enseignement")
# "Options (au choix du candidat)", "trois options : …": in whatever form the names follow
_ANNOUNCED = re.compile(r"\boptions\b(?! (?:facultati|obligatoire|langue|d'|de l))[^.;]{0,60}[:(]")
_CODES_END = re.compile(rf"\s?[A-Z]?\)?\.\s+(?=[{CAPITALS}])")
_ENDED = re.compile(r", (?:supprim|abrog|remplac)", re.IGNORECASE)
_STOP = re.compile(rf"(?<=[^\W\d_]{{3}})\.\s+(?=[{CAPITALS};,])(?!(?:[Oo]ption|OPTION) )")
# What divides names, which may hold the weaker marks themselves
_BETWEEN = (
    re.compile(r"\s*;\s*(?:et )?"),
    re.compile(r"\s+[/|•–—-]\s+"),
    re.compile(r"\s*;\s*(?:et )?|,\s+(?:(?:et|ou) )?|\s+(?:et|ou)\s+"),
)
# Where an option's letter stands
_LETTER = re.compile(
    r"(?:^|\s*[;,/–-]\s+(?:et\s+)?|\s+et\s+|\s+(?=[Oo]ption|OPTION|[A-Z] ?: ))(?:l['’])?"
    r"(?:(?:[Oo]ptions?|OPTIONS?)\s+(?P<named>[A-Z]|[a-h](?=\s*[:–—-]\s|\)))\b(?!['’])\s*[:)–—-]?\s*"
    r"|(?P<bare>[A-Z])(?:\s*[:–—-]\s*|[.)]?\s+(?=[^\W\d_]{3}|[«\"(])))"
)
_MARKED = re.compile(r"[A-Z](?:\s*[,:.–—-]\s*|\s+)(?=[«“\"]?\s?[^\W\d_]{2})|[A-H]$")
# "Trois options : option A : …"
_LEAD = re.compile(
    r"^(?:[^:()]{0,60}[ '’])?option(?:s(?: suivantes| au choix)?"
    r"(?:\s*:\s*|,?\s(?=option\s|A ?[:–-] ))|\s*:\s*(?=option [A-Z]\b|A ?[,:(–-]|[«“\"]))",
    re.IGNORECASE,
)
# "Option   Code   RNCP" above "Option A : cuir   50032220   39808", in a table made of spaces
OPT = re.compile(r"\bopt\.\s?(?=\w)", re.IGNORECASE)  # "Opt. A : biologie"
# "Option n° 1 - cuir", "1) option cuir", "1re option : cuir", "Cuir (option)"
_NUMBERED = re.compile(
    r"^(?:\d ?(?:[).°-]|r?e|[èe][rm]e)\s*(?P<word>option)\s(?:[:–—-]\s)?"
    r"|(?P<again>option)\s(?:n[°o]\s*)?\d\s*[:–—-]\s*"
    r"|(?P<name>\w[^:()]{2,80}) \((?P<behind>option)\))",
    re.IGNORECASE,
)
# "Référentiel de l'option cuir", "Annexes option B"
_FILE_OF_OPTION = re.compile(
    r"(?:r[ée]f[ée]rentiels?|annexes?)\b[^:;,.()]{0,40}?\s"
    r"(?:(?:de|pour) )?(?:l['’])?(?=option )",
    re.IGNORECASE,
)
_OF_DIPLOMA = re.compile(r"option d(?:u|e l[ae]?|e cet?(?:te)?)\b")  # "Option du CAP X, code …"
_LETTER_ALONE = re.compile(r"(?:option )?[A-H]", re.IGNORECASE)
_ORDER_OF_OPTION = re.compile(
    r"[^;]{8,120}?\d{4}\b[^;()]{0,40}?(?:[ ,(]|l['’])option (?P<name>(?![A-H]\b)[^;,()]{3,80})"
    r"(?:\)|$|(?= \(NOR))"
)
_COLUMNS = re.compile(r"\boptions? +codes?(?: diplomes?)? +(?:codes? |fiches? )?rncp\b")
_IN_COLUMN = re.compile(r"(?<=\d\d)(?:\s?[A-Z])?\s+(?:RNCP ?)?(\d{3,6})$")
_OPTION_LINE = re.compile(
    r"option(?: ?[:–—-])? (?!facultative|obligatoire|[A-H]\b)[«“\"]?\s?\w", re.IGNORECASE
)
# other sentences of a paragraph, or words that lead to options
_BEFORE_OPTIONS = re.compile(
    r"^(?:.{0,200}?\.\s+(?=Option\s)"
    r"|(?![^:]*(?:facultati|preuve|nseignement|nité))[^.:]{0,200}:\s+(?=option\s))"
)
# "Le CAP X a été créé par l'arrêté du …. Ce diplôme comporte deux options : l'option A …", "Le
# diplôme comprend deux options. L'option A cuir porte le code 500-22434"
_TO_OPTIONS = re.compile(
    r"^(?:[^;]{3,300}?(?:\w\w|[»)])\.\s+)?"
    rf"(?=(?:Ce|Le|La|Cette) [^.:;]{{3,80}} (?:{_COUNT} )?options\b)"
    rf"(?:[^.:;]{{3,80}} (?:{_COUNT} )?options\.\s+(?=L['’]option [A-H]\b))?"
)
_NEXT_OPTION = re.compile(
    r"\s*(?:[;,]\s*(?:(?:et|ou)\s+)?|\b(?:et|ou)\s+)(?=option\s)", re.IGNORECASE
)
_CODE_WORD = (
    r"codes?(?: (?:(?:du |de )?dipl[oô]mes?|(?:de l['’])?examen|formation|scolarit[ée]|CFD))?"
)
_AROUND_NAME = re.compile(
    rf"^(?:[\s,;:|()\[\]/•·.–—-]|\b(?:(?:et|ou|{_CODE_WORD})\b|(?:(?:pour|de) )?l['’](?=option)))+|"
    r"(?<![\s,;:|(\[/•·–—-])(?:[\s,;:|(\[/•·–—-]"
    rf"|\.(?=\s+code)|n°|\b(?:et|ou|a pour|(?:(?:a|porte|pour) )?le|{_CODE_WORD})\b)+$|"
    r"(?<=option [A-H])\.$",
    re.IGNORECASE,
)
# behind a name, in other words: "(code diplôme national : ", ", n° du diplôme (CFD) "
_LABEL_OF_CODE = re.compile(
    r"\s*[(\[,;:|–—-]\s*(?:codes?|codification|(?:dipl[ôo]me )?n°|num[ée]ro|CFD|portant le code"
    r"|dipl[ôo]me de code)"
    r"(?:\s[^\W\d_](?:[^\W\d_'’]|-(?=\w)){0,30}){0,6}"
    r"(?:\s?\([^()\d]{2,12}\))?\s*:?\s*$",
    re.IGNORECASE,
)
_FILE = page_words("file above the title")
# what an order does, where its own words are left out
_EFFECT = re.compile(
    r"\W*(?:portant|fixant|relatif|(?:modifi|cre|abroge)(?:ant|ation)|modificat(?:if|ion)|abrogation)\b"
)
_BEFORE_OF = re.compile(r"^[^:;]{0,80}\sl['’](?=option )")
_OPEN = re.compile(r"^([A-H] )\(([^()]+)$")  # "A (cuir, 500-22434)", before its code
_AROUND = ' ,;.–—-«»"'
# "Option C : couverture (abrogée par arrêté du …)": a statement behind the option's name.
_STATEMENT = re.compile(
    r"(?<![\s,;(:–-])[\s,;(:–-]+(?=(?:est |option )?"
    r"(?:abrog|supprim|remplac|modifi|en vigueur|nouvelle option|creee?s?\b|arret|rncp"
    r"|(?:(?:premiere|derniere|1 ?[er]{1,3}) )?sessions?\b))"
)
# "Option A : cuir - Fiche RNCP : 37919", and behind that the code of the option
RNCP_BEHIND = re.compile(
    r"[\s,;(|–-]{1,3}"
    r"(?:(?:fiche|n°|num[ée]ro|code|(?:enregistrement|inscription)(?: au)?)\s)?"
    r"(?:RNCP|France compétences)"
    r"\b[\s:]{0,4}(?:(?:fiche|n°|num[ée]ro)\s?){0,2}(?:RNCP\s?)?(\d{2}\s\d{3}|\d{3,6})\b\)?"
    r"(?=\W{1,5}\d|\W{0,5}$)",
    re.IGNORECASE,
)
# "Option A : cuir (code 500-22434, première session : 2010) – niveau 3", with the code's label
_FACT_BESIDE_CODE = re.compile(
    r"[\s,;(.-]{1,4}(?P<fact>"
    r"(?:(?:a compter de|depuis|(?:applicable |examen organise )?a partir de) la )?"
    r"(?:(?:la )?(?:premiere|derniere|1 ?e?re) )?sessions?\b[^,;()|-]{0,30}?\b(?:19|20)\d\d"
    r"|(?:(?:diplome|qualification|certification|specialite)(?: national)?(?: de)? |de )?"
    r"(?:(?:inscrite?|classee?) au )?niveau(?: de [a-z]{5,13})? ?:? ?(?:[1-8]|[ivx]{1,4}))"
    r"(?=\s*(?:[,;).|-]|$))"
)
_PARENTHESIS = re.compile(r"\s*\(([^()]+)\)")
_LONGEST_NAME = 80
_LONGEST_LEAD = 1000  # of a sentence up to its options: far above any page's

_Asked = TypeVar("_Asked")
_Answer = TypeVar("_Answer")


class Mention(NamedTuple):
    """An option as a page names it: `name` as published, empty beside a code alone.

    `lines`: what names it. `own`: what else is its own.
    """

    name: str
    code: str | None = None
    lines: tuple[Line, ...] = ()
    own: tuple[Piece, ...] = ()


def mentions_of(line: Line, title: str) -> list[Mention]:
    """Read the options that a line names: each with its code, else by letters, else by number."""
    read = line._replace(text=OPT.sub("option ", line.text)) if "pt." in line.text else line
    if numbered := _NUMBERED.match(read.text):
        word = numbered["word"] or numbered["again"] or numbered["behind"]
        begins = f"{word} {numbered['name'] or ''}".rstrip()
        read = read._replace(text=f"{begins} {read.text[numbered.end() :].lstrip()}")
    if led := _FILE_OF_OPTION.match(read.text) if "ption" in read.text else None:
        read = read._replace(text=read.text[led.end() :])
    if not (line.place.told or has_digit(line.text) or "ption" in read.text.lower()):
        return []
    if "options" in read.text and (lead := _TO_OPTIONS.match(read.text)):
        read = read._replace(text=read.text[lead.end() :])
    stated, own = without_statement(read)
    if has_digit(stated) and (code_at := IN_TEXT.search(stated)):
        named = coded(without_files(stated, line.pieces))
        if len(named) > 1 and all(_LETTER_ALONE.fullmatch(name) for name, _ in named):
            # "Deux options : A - cuir ; B - bois. Codes : 500-22434 (option A), 500-22435 (…)"
            full = {name[0]: name for name in names_of_sentence(stated[: code_at.start()], title)}
            if len(full) == len(named):
                named = [(full.get(name[-1:].upper(), name), code) for name, code in named]
        if named or stated.lower().count("option ") < 2:
            return [Mention(name, code, (line,), own) for name, code in named]
    text = without_files(stated, line.pieces).rstrip(" ;,.")
    names: list[str] = []
    if (
        line.place.told == "option"
        or OPTION.match(text)
        or (line.place.told and is_lettered_name(text))
    ):
        names = lettered_names(text)
    if not names and "option" in text.lower():
        names = names_of_sentence(text, title)
    if not names:
        links = [part for piece in line.pieces for part in piece.parts if part.href]
        # "cuir : Télécharger" alone in its block, and of files of all options none
        is_left = any(clean(part.text) in text for part in links) or "option" in text.lower()
        is_left = is_left or any(part.after_break for part in line.pieces[0].parts[1:])
        is_told = line.place.told == "option" and not (links and is_left)
        cell = line.pieces[0].block.cell
        first = line.pieces[0]
        # not what is left of a block whose first line is the value of the label
        is_whole = first.kind == "text" and first.parts[:1] == first.block.parts[:1]
        is_listed = is_told and is_whole and _are_names_of_last(first)
        # below the names of columns, or beside a bullet in a column of its own
        is_entry = cell and (cell.row or (cell.column and len(line.pieces) == 1))
        is_row = line.pieces[0].kind == "item" or is_entry or is_listed
        worded = _BEFORE_OPTIONS.sub("", text, count=1)
        if _OPTION_LINE.match(worded) and not any(clean(part.text) in text for part in links):
            names = _NEXT_OPTION.split(worded)
        elif is_told and is_row:
            names = [text]
        elif is_told and ";" in text and read_title(title).is_type_alone:
            names = [*map(clean, text.split(";"))]
    return (
        [Mention(name, None, (line,), own) for name in names] if all(map(_is_name, names)) else []
    )


class _OfLast(Generic[_Asked, _Answer]):
    """Remembers what a function says of the last thing, of which each line of a block asks."""

    def __init__(self, function: Callable[[_Asked], _Answer]) -> None:
        self._function = function
        self._last: tuple[_Asked, _Answer] | None = None

    def __call__(self, asked: _Asked) -> _Answer:
        last = self._last
        if last is None or last[0] is not asked:
            last = self._last = (asked, self._function(asked))
        return last[1]


def _are_names(piece: Piece) -> bool:
    """Return whether a piece has several lines, and all are names."""
    lines = piece.lines
    return len(lines) > 1 and all(map(is_name_line, lines))


def _file_links(pieces: tuple[Piece, ...]) -> list[tuple[str, str, str]]:
    """Return what the links to files in some pieces are called, in two writings.

    And the format or size of the file that stands behind each.
    """
    parts = [part for piece in pieces if piece.block.has_link for part in piece.parts]
    links = []
    for part, behind in itertools.zip_longest(parts, parts[1:], fillvalue=Part("")):
        if part.href and is_file(part.href):
            label = OPT.sub("option ", part.text) if "pt." in part.text else part.text
            detail = clean(behind.text) if is_file_detail(behind.text) else ""
            links.append((clean(label), clean(part.text), detail))
    return sorted(links, key=lambda link: -len(link[0]))  # "annexe II" before "annexe I"


_are_names_of_last = _OfLast(_are_names)
_file_links_of_last = _OfLast(_file_links)


def is_file_of_option(text: str) -> bool:
    """Return whether a line calls a file by its option: `Référentiel de l'option cuir`."""
    return "ption" in text and bool(_FILE_OF_OPTION.match(text))


def options_of_orders(lines: Iterable[Line]) -> list[Mention]:
    """Read the options that orders are of: `Arrêté du 3 mai 2004 (option cuir)`."""
    found: dict[str, Mention] = {}
    for line in lines:
        if "ption" not in line.text or not line.text[:3].lower().startswith("arr"):
            continue
        if match := _ORDER_OF_OPTION.match(line.text):
            part = Part(line.text)
            own = Piece("text", line.pieces[0].block, None, "", line.text, (part,))
            name = f"option {clean(match['name']).strip(_AROUND)}"
            before = found.get(fold(name), Mention(name))
            found[fold(name)] = Mention(name, None, (*before.lines, line), (*before.own, own))
    return [*found.values()]


def announces(text: str) -> bool:
    """Return whether a line says itself that it names options: `Les options suivantes : « … »`."""
    return bool(_LEAD.match(text))


def may_list(text: str) -> bool:
    """Return whether a line may name options in a form that is not read: `2 options : a, b`."""
    plain = same_length(text) if "options" in text.lower() else ""
    lead = _ANNOUNCED.search(plain)
    before = plain[: lead.start()] if lead else ""
    return bool(lead) and not (says_others(before) or _EXAMINATION.search(before))


def without_files(text: str, pieces: tuple[Piece, ...]) -> str:
    """Return the text of a line without links that are called as files are, and their formats."""
    for worded, written, detail in _file_links_of_last(pieces):
        label = worded if worded in text else written
        if label not in text and not detail:
            continue  # of another line
        # "Option A cuir : Référentiel de l'option"
        is_behind = any(f"{mark} {label}" in text for mark in ":–—-")
        if is_behind or is_file_detail(label) or _FILE.search(fold(label)):
            text = text.replace(label, "").replace(detail, "")
            # "Arrêté du 3 mai 2010 modifiant les unités", of which the day is the link
            if fold(label).startswith(("arrete", "decret")) and _EFFECT.match(same_length(text)):
                return ""
    return re.sub(r" [:–—-][ ,;/|•–—-]*$", "", clean(text))


def without_statement(line: Line) -> tuple[str, tuple[Piece, ...]]:
    """Return the text of a line of one option up to a statement behind it, and what is its own."""
    is_one = is_marked(line.text) and not line.text.lower().startswith("options")
    is_named = is_one or begins_with_type(line.text)
    if is_named and has_digit(line.text) and IN_TEXT.search(line.text):
        line = _without_facts_beside_code(line)
    if is_one and (fiche := RNCP_BEHIND.search(line.text)):
        text = f"RNCP {fiche[1]}"
        own = Piece("text", line.pieces[0].block, None, "", text, (Part(text),))
        without = f"{line.text[: fiche.start()]}{line.text[fiche.end() :]}"
        line = line._replace(text=without, aside=(own, *line.aside))
    match = _STATEMENT.search(same_length(line.text)) if is_one else None
    number = _IN_COLUMN.search(line.text) if is_one and match is None else None
    if number and _COLUMNS.search(same_length(line.pieces[0].text)):
        text = f"RNCP {number[1]}"
        own = Piece("text", line.pieces[0].block, None, "", text, (Part(text),))
        return line.text[: number.start()], (own, *line.aside)
    if match is None:
        return line.text, line.aside
    text = line.text[match.end() :].strip(" )")
    own = Piece("text", line.pieces[0].block, None, "", text, (Part(text),))
    return line.text[: match.start()], (own, *line.aside)


def _without_facts_beside_code(line: Line) -> Line:
    """Return a line of an option and its code without the sessions and level beside the code."""
    text = line.text.replace(". – ", " – ").replace(". - ", " - ")
    found = [*_FACT_BESIDE_CODE.finditer(same_length(text))]
    stated = [text[slice(*match.span("fact"))] for match in found]
    for match in reversed(found):
        text = text[: match.start()] + text[match.end() :]
    block = line.pieces[0].block
    own = [Piece("text", block, None, "", fact, (Part(fact),)) for fact in stated]
    return line._replace(text=text, aside=(*own, *line.aside))


def coded(text: str) -> list[tuple[str, str]]:
    """Read names and codes: all names in parentheses behind the codes, all before, or all behind.

    The names are empty where nothing but codes stands. Empty where codes and names do not match.
    """
    lead = _LEAD.match(text)
    if lead and says_others(lead[0]):  # "Il remplace les options suivantes"
        return []
    text = text[lead.end() if lead else 0 :].rstrip(" .;")
    matches = list(IN_TEXT.finditer(text))
    if behind := behind_codes(text):
        text = text.removesuffix(behind).rstrip(" .")
    if len(text) > LONGEST * 4 or len(codes_in(text)) != len(matches):
        return []
    if says_others(text):
        return []
    before = _BEFORE_OPTIONS.match(text)
    if before and not has_digit(before[0]):  # "Bronzier : option A monteur (…)"
        return coded(text[before.end() :])
    inside = [_PARENTHESIS.match(text, match.end()) for match in matches]
    if all(inside):
        names = [clean(match[1]) for match in inside if match]
    else:
        stops = [*(match.start() for match in matches), len(text)]
        starts = [0, *(match.end() for match in matches)]
        gaps = [
            clean(_AROUND_NAME.sub("", _LABEL_OF_CODE.sub("", text[a:b], count=1)))
            for a, b in zip(starts, stops, strict=True)
        ]
        # behind a single code stand links
        is_before = gaps[0] and (not gaps[-1] or (len(gaps) == 2 and is_marked(gaps[0])))
        names = gaps[:-1] if is_before else [_STOP.split(gap, maxsplit=1)[0] for gap in gaps[1:]]
        if gaps[0] and not is_before:
            return []
    if any(len(name) > LONGEST or name.endswith(".") for name in names):
        return []
    if any(names) and all(map(OPTION.match, names[1:])):
        # "La spécialité comprend l'option cuir, code 500-22434 ; l'option bois, code 500-22435"
        names[0] = _BEFORE_OF.sub("", names[0], count=1)
    names = [_OPEN.sub(r"\1\2", name) for name in names]
    names = ["" if _OF_DIPLOMA.match(fold(name)) else name for name in names]
    if any(names) and not all(names):
        return []
    codes = ((match[1] + match[2] + match[3]).upper() for match in matches)
    return list(zip(names, codes, strict=True))


def around_codes(text: str) -> str:
    """Return the sentences before the one with the first code of a text, and behind the last."""
    text = text.replace(". – ", " – ").replace(". - ", " - ")  # a line of facts, no sentences
    first = IN_TEXT.search(text)
    before, stop, _ = text[: first.start() if first else 0].rpartition(". ")
    return clean(f"{before}{stop}{behind_codes(text)}")


def behind_codes(text: str) -> str:
    """Return the sentences behind the last code of a text."""
    codes = list(IN_TEXT.finditer(text))
    stop = _CODES_END.match(text, codes[-1].end()) if codes else None
    return text[stop.end() :] if stop else ""


def is_marked(name: str) -> bool:
    """Return whether a name begins with the word *option* or a letter, or is one."""
    return bool(OPTION.match(name) or _MARKED.match(name))


# before the next option: "option A : cuir ou option B : textile"
_AND = re.compile(r"(?<=\w)\s+(?:et|ou)\s*$")


def lettered_names(text: str) -> list[str]:
    """Read `A – fleurs ; B – poissons`, `option A carrières et option B travaux publics`."""
    marks = list(_LETTER.finditer(text))
    if not marks or marks[0].start() > 0:
        return []
    stops = [*(mark.start() for mark in marks[1:]), len(text)]
    names = [
        _bare(_AND.sub("", _STOP.split(text[mark.end() : stop], maxsplit=1)[0]))
        for mark, stop in zip(marks, stops, strict=True)
    ]
    if not all(names) or not {"et", "ou", "à"}.isdisjoint(names):  # "Options A et B : textes"
        return []
    if any(map(_ENDED.search, names)):  # "A « à domicile » et B « en structure », supprimées."
        return []
    letters = [mark["named"] or mark["bare"] for mark in marks]
    # a small letter shows as one behind the word alone
    marked = (f"option {a}" if a.islower() else a for a in letters)
    return [f"{mark} {name}" for mark, name in zip(marked, names, strict=True)]


def _bare(name: str) -> str:
    """Return a name without the marks, quotes and brackets around it: `« Cuir » (C)`, `(Cuir)`."""
    text = clean(name).strip(_AROUND)
    if bracketed := _PARENTHESIS.fullmatch(text):
        text = bracketed[1]
    return text if "«" in text else text.replace(" »", "")


def names_of_sentence(text: str, title: str) -> list[str]:
    """Read the options of a sentence: *Ce diplôme comporte deux options : …*."""
    plain = same_length(text)
    for pattern in _OPTIONS:
        for match in pattern.finditer(plain):
            begin = plain.rfind(". ", 0, match.start()) + 1
            lead = plain[max(begin, match.start() - _LONGEST_LEAD) : match.start()]
            subject = _SUBJECT.search(lead)
            types = read_title(subject[0]).types if subject else frozenset()
            is_led = _VERB.search(lead) or not lead.strip(" l'es") or text == title
            leads = pattern is _OPTIONS[0] or is_led
            is_other = bool(types and not types & read_title(title).types) or says_others(lead)
            if is_other or not leads or _EXAMINATION.search(lead):
                continue
            stated, names = match.groupdict(), text[match.end() :]
            names = names.rstrip(" .;)") if stated.get("bracket") else _STOP.split(names, 1)[0]
            count = _COUNTS.get(stated.get("count") or stated.get("number") or "", 0)
            if found := lettered_names(names) or _counted(names, count):
                return found
    return []


def _counted(text: str, count: int) -> list[str]:
    """Read names that marks divide, where they are as many as `count`: `cuir, textile et bois`."""
    text = text.strip(_AROUND)
    if text.count(")") > text.count("("):
        text = text.removesuffix(")")
    for marks in _BETWEEN:
        names = [_bare(name) for name in marks.split(text)]
        if len(names) == count and all(map(is_name_line, names)):
            return names
    return []


def _is_name(text: str) -> bool:
    # "[RTF]", behind a link; "A (pdf)", behind that of option A
    is_detail = is_file_detail(text) or is_file_detail(text[2:])
    is_text = is_detail or is_sentence(text) or has_digit(text)
    return 2 < len(text) <= _LONGEST_NAME and not is_text
