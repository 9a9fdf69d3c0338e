"""Read labels and values of one line: before colons, set off by an element, bare, or behind.

The forms are tried in one order, and each depends on the ones before it.
"""

import itertools
import re
from collections.abc import Iterator

from parsers.model.blocks import Block, Part, joined
from parsers.model.file_types import is_file, is_file_detail
from parsers.model.link_words import only_opens
from parsers.model.statement import SUCCESSION
from parsers.segment.colon_labels import before_colons, label_in_other_words, with_colon_inside
from parsers.segment.figures import LONGEST_LABELLED
from parsers.segment.line_marks import behind_bullet, without_bullet
from parsers.segment.line_slices import part_places, slice_of
from parsers.segment.pieces import LONGEST_LABEL, Piece, PieceKind
from parsers.segment.tables import names_orders
from parsers.segment.title_words import is_sentence
from parsers.segment.value_ends import (
    ORDER_LINE,
    STRIP,
    end_of_value,
    is_behind_value,
    stripped,
)
from parsers.segment.value_shapes import OF_ANY_WORDS, is_whole, reads_as, tells
from schema.code import CodeScolarite, codes_in, placed_codes
from schema.dates import dates_in
from schema.heading_words import of_statement
from schema.label_entry import Entry
from schema.lexicon import NUMBER_OF_OPTIONS, Lexicon, without_plurals
from schema.text import CAPITALS, clean, has_any, has_digit, same_length
from schema.title import read_title

_LONGEST_VALUE, _LONGEST_NAME = 60, 200
_LONGEST_COMMISSION = 140
_LEADS = re.compile(r"\s?[=→–—-]\s")  # from a label to its value
_LONGEST_FACTS = 600
_SHORTEST_DATE = len("8/4/2008")
# "2024 ; session supplémentaire : 2025"
_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d\s*[;,]\s*$")
_FACT_END = re.compile(
    # the stop first, for which texts are searched quickly, and then what stands before it
    r"\.(?:(?<=\w{3}\.)(?<!\b[Pp]ro\.)(?<!\b[Pp]rof\.)(?<!\b[Rr]éf\.)"
    # in a line of capitals, where one follows any abbreviation
    r"(?<!\bPRO\.)(?<!\bPROF\.)(?<!\bREMPL\.)(?<!\bMODIF\.)(?<!\bABROG\.)(?<!\bDERN\.)"
    r"(?<!\bARR\.)(?<!\bDIPL\.)|(?<=[\w:] \d\.)|(?<=\d [A-Z]\.)|(?<=\w\)\.))"
    rf"\s+(?=[{CAPITALS}\d(\[])"
    r"(?!(?:19|20)\d\d\b)|\s?;\s(?![^()]{0,200}\))"  # but "14 oct. 2008", and in brackets
    r"(?!(?:RNCP ?|n° ?)?\d{3,6}\s?(?:;|$))"  # "N° RNCP : 33870 ; 36050"
    # "(niveau 3) Secteur : Bois."
    rf"|(?:^|(?<=[.)\]] ))[(\[][^()\[\]]{{3,60}}[)\]]\s+(?=[{CAPITALS}])"
)
_HAS_VERB = re.compile(
    r"\b(?:est|sont|a|ont|sera|seront|avait|fut|prend|porte|entre|succède|(?:remplac|modifi)\w*)\s"
)
_FIRST_SESSION = re.compile(r"(?:la )?(?:première|1(?:re|ère)) session\b(?! ?:)", re.IGNORECASE)
_REPLACED_BY = re.compile(r"\bremplacée? par (?! ?:)[^;:]*$", re.IGNORECASE)
_BAR = re.compile(r"\s[|•·–—-]\s")
_NEXT_SENTENCE = re.compile(rf"\s[|•·–—-]\s(?=[{CAPITALS}])")
_STRONG_BARS = {"|", "•", "·"}  # what a dash may be inside a name
_OF_FACTS = frozenset(
    "code level duration cpc sector rncp acronym first_session last_session".split()
)
_FACT_IN_WORDS = re.compile(r"\b(?:code|niveau|cpc|rncp|commission|session|cfd)\b|rncp ?\d")
_FACT_MARKS = ".;|•·–—-"  # one of them stands wherever `_FACT_END` or `_BAR` matches
_GOES_ON = re.compile(r"d['’]|d(?:e|u|es) ")  # "<b>Diplôme</b> d'université"
# "Niveau IV (bac)", "Niveau 5 (bac + 2)"
_LEVEL = re.compile(r"(?:[1-8]|[IV]{1,3})(?: \((?:bac ?\+ ?[1-8]|[^()\dIV]{2,30}))?")
_CODE_LABEL = 20  # characters of the label of a code
_FORMER = re.compile(r"(?: ?[A-Z])?\b[\s,;(]{1,3}(?=(?:qui )?rempla[cç]|ex )")  # behind a code
_LONGEST_QUESTION = 60
# "Ce diplôme comporte deux options : …", a sentence that `option_mentions` reads
_COUNTS_OPTIONS = re.compile(rf"{NUMBER_OF_OPTIONS.pattern}options\s*:", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:l[ea]s?$|l['’]$)", re.IGNORECASE)  # "La spécialité : Édition"
_SEPARATORS = "|•·;–—/"
_LONGEST_BEFORE = 30  # of a value with its label behind it
_ORDER = re.compile(r"(?:l')?(?:arr?ete|decret|arr\.|a\.) ?(?:\w{1,12} ){0,3}(?:du|n)\b")
# "Dipl. précédent   BTS Banque, code 320-31310 T"
# "Diplôme remplaçant le 500-22434", which this diploma replaces; with a colon it is a label
_REPLACING = re.compile(r"\w+ remplacante? (?:l[ae]s? |l')")
_DIPLOMA = re.compile(r"ancien|nouveau|dipl|predecesseur|successeur")
# "CPC : Industrie 1re session : 2018"
_BEGINS_LABEL = re.compile(rf"[{CAPITALS}]|1 ?(?:re|ère|ere)\b")
# "[Code : 500-22434] [Niveau : V]", "(Code : 500-22434) (Niveau : V)"
_IN_BRACKETS = re.compile(r"\[(?P<square>[^\[\]]{3,120})\]|\((?P<round>[^()]{3,120})\)")
_LONGEST_EFFECT = 40
_ALL_BRACKETS = re.compile(
    r"\W{0,3}(?:\[[^\[\]:]{2,60}:[^\[\]]{1,80}\][\s,;|·–-]{0,4}){1,12}"
    r"|\W{0,3}(?:\([^():]{2,60}:[^()]{1,80}\)[\s,;|·–-]{0,4}){2,12}"
)
_NUMBER_OF_ANNEX = re.compile(r"(?:n[°o]\s?)?(?:[IVX]{1,5}|\d{1,2}|[A-H])\b(?![’'])")


def labels_of_line(
    block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon, in_text: bool
) -> Iterator[Piece]:
    """Yield the label or the label-value pairs that the line consists of, if any.

    `text`: the line's text, clean. `in_text`: it stands below a label of running text.
    """
    is_broken_off = line[0].after_break and text[:1].islower() and not line[0].strong
    if is_broken_off and not _is_whole_fact(text, lexicon):
        # a line break inside a sentence: "un double<br>objectif : …"
        yield from _pair_behind(block, line, text, lexicon) if text[-1] == ")" else ()
        return
    if ":" in text and is_file_detail(text):
        return  # "Type : PDF"
    entry = lexicon.lookup(without_bullet(text))
    if entry is None and block.cell:
        entry = _of_order_below(block, line, text)
    if entry:
        # the number of an item is no word, nor is the format of a file: "1. Référentiel (pdf)"
        worded = (p for p in line if p.href or not is_file_detail(clean(p.text)))
        target = {part.href for part in worded if any(map(str.isalpha, part.text))}
        if None in target or len(target) > 1 or text.endswith(":"):
            yield Piece("label", block, entry, text, "", ())
        return  # a link named "Référentiel" is a document, not a label
    if len(block.lines) > 1 and ":" in text[:_LONGEST_EFFECT] and not in_text:
        pair = _effect_and_order(block, line, text)
        if pair is not None:
            yield pair
            return
    facts = _in_brackets(block, line, text, lexicon) if text[0] in "[(" else []
    facts = facts or (_pair_behind(block, line, text, lexicon) if text[-1] == ")" else [])
    facts = facts or ([] if in_text else _facts(block, line, text, lexicon))
    pieces = facts or _pairs(block, line, text, lexicon)
    is_link = line[0].href and len({part.href for part in line if part.text.strip()}) == 1
    if is_link and all(piece.entry and piece.entry.kind == "links" for piece in pieces):
        return  # "Annexe : définition des épreuves"
    is_fact = len(block.lines) > 1 and has_digit(text)  # "Remarques : ancien code 500-23437 S"
    if in_text and not is_fact and not any(piece.entry for piece in pieces):
        return  # "À savoir : une visite médicale …", which the text says
    is_one = bool(pieces) and not any(piece.entry for piece in pieces[1:])
    if is_one and _is_no_value(pieces[0], line, in_text):
        return
    yield from pieces


def _is_whole_fact(text: str, lexicon: Lexicon) -> bool:
    """Return whether a line is a label and its value, whatever is above: `durée : 3 ans`."""
    label, colon, value = text.partition(":")
    entry = lexicon.lookup(label.rstrip()) if colon and len(text) <= _LONGEST_VALUE else None
    is_value = entry is not None and entry.kind == "value" and entry.field not in OF_ANY_WORDS
    return entry is not None and is_value and is_whole(entry.field, value.strip())


def _of_order_below(block: Block, line: tuple[Part, ...], text: str) -> Entry | None:
    """Return the meaning of *Création* that is set off in its cell above an order or its day.

    Elsewhere such a word is a heading, and in a cell of its own the name of a column or row.
    """
    if len(text) > _LONGEST_EFFECT or line[0].after_break:
        return None
    lines = block.lines
    if len(lines) == 1 or not all(part.strong for part in line if part.text.strip()):
        return None
    below = clean(joined(lines[1]))
    is_order = has_digit(below) and bool(ORDER_LINE.match(same_length(below)))
    return Entry("legal_texts", "legal", text) if is_order and names_orders(text) else None


def _effect_and_order(block: Block, line: tuple[Part, ...], text: str) -> Piece | None:
    """Read `Modifications : arrêté du …` above a further order in the same block."""
    label, _, order = text.partition(":")
    label = label.rstrip()
    if not (names_orders(label) and _ORDER.match(same_length(order.lstrip()))):
        return None
    below = (same_length(clean(joined(each))) for each in block.lines[1:])
    if block.lines[0] is not line or not all(map(ORDER_LINE.match, below)):
        return None
    raw = joined(line)
    parts = slice_of(line, part_places(line), raw.index(":") + 1, len(raw))
    entry = Entry("legal_texts", "legal", label)
    return Piece("pair", block, entry, label, clean(joined(parts)), parts)


def _in_brackets(block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon) -> list[Piece]:
    """Read a line of brackets that each hold a label and its value."""
    if not _ALL_BRACKETS.fullmatch(text):
        return []
    places = part_places(line)
    pieces: list[Piece] = []
    for bracket in _IN_BRACKETS.finditer(joined(line)):
        parts = slice_of(line, places, *bracket.span(bracket.lastgroup or 0))
        pieces += _colon_pairs(block, parts, lexicon) or [_plain(block, parts)]
    return pieces if any(piece.entry for piece in pieces) else []


def _is_no_value(piece: Piece, line: tuple[Part, ...], in_text: bool) -> bool:
    """Return whether a line with one label states nothing of the diploma.

    In a text *niveau 4 (baccalauréat)*, below *Niveau d'entrée*; elsewhere see `_dates_order`.
    """
    if not in_text:
        return _dates_order(piece)
    is_level = piece.entry is not None and piece.entry.field == "level"
    # a label apart from its value would leave less than the whole line
    return is_level and piece.parts is line and "(" in piece.text


def _dates_order(piece: Piece) -> bool:
    """Return whether an order follows what may be a page's date: *Dernière modification : arrêté*.

    The line is one of orders, which goes on with the number below it.
    """
    is_of_page = piece.entry is not None and piece.entry.kind == "ignored-value"
    return is_of_page and piece.kind == "pair" and bool(_ORDER.match(same_length(piece.text)))


def _pairs(block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon) -> list[Piece]:
    """Return the label-value pairs that a line begins with."""
    if pairs := ":" in text and _colon_pairs(block, line, lexicon):
        return pairs
    pair = _element_pair(block, line, lexicon) or _bare_pair(block, line, text, lexicon)
    pair = pair or ("?" in text and _answered(block, line, text, lexicon)) or None
    if pair is None and "ode" in text[:_CODE_LABEL] and ("rempl" in text or "ex " in text):
        return _code_and_former(block, line, lexicon)
    return [pair] if pair else []


def _code_and_former(block: Block, line: tuple[Part, ...], lexicon: Lexicon) -> list[Piece]:
    """Read `Code 400-31212 M, remplace le 400-31210`: the code apart from the former one."""
    raw = joined(line)
    before, codes = raw[behind_bullet(raw) :], placed_codes(raw)
    former = _FORMER.match(raw, codes[0][1]) if len(codes) == 2 else None
    label = raw[len(raw) - len(before) : codes[0][0]] if former else ""
    entry = lexicon.lookup(clean(label)) if label else None
    if former is None or entry is None or entry.field != "code":
        return []
    places = part_places(line)
    end, begin = former.start(), former.end()
    parts = slice_of(line, places, codes[0][0], end)
    code = Piece("pair", block, entry, clean(label), clean(joined(parts)), parts)
    return [code, _plain(block, slice_of(line, places, begin, len(raw)))]


def _answered(block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon) -> Piece | None:
    """Read a question that is a label, with its answer: `Combien de temps ? Deux ans`."""
    question, mark, answer = text.partition("?")
    answer = answer.strip()
    if len(question) > _LONGEST_QUESTION or not answer or block.has_link:
        return None
    entry = lexicon.lookup(question + mark)
    if entry is None or entry.kind not in {"value", "text", "list"}:
        return None
    raw = joined(line)
    parts = slice_of(line, part_places(line), raw.index("?") + 1, len(raw))
    return Piece("pair", block, entry, question + mark, answer, parts)


def _facts(block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon) -> list[Piece]:
    """Return the sentences and elements of a line apart, where a value among them has no colon.

    `Code 400-22106 T. Arrêté du 8 avril 2015. Niveau 4.`, `<b>Code</b> 51032201 <b>CPC</b> Arts`.
    """
    raw = joined(line)
    is_one = len(line) == 1 and not has_any(raw, _FACT_MARKS)
    if is_one or len(text) > _LONGEST_FACTS:
        return []
    starts = [0, *_fact_starts(block, line, raw, lexicon), len(raw)]
    if len(starts) == 2:
        return []
    places = part_places(line)
    pieces: list[Piece] = []
    is_read = False
    later = list(itertools.pairwise(starts))
    for start, stop in later:
        parts = slice_of(line, places, start, stop)
        fact = clean(joined(parts)).strip(STRIP + ".")
        if not fact:
            continue
        pairs = _pairs(block, parts, fact, lexicon)
        sections = {pair.entry.kind for pair in pairs if pair.entry and pair.entry.is_section}
        is_apart = sections == {"legal"} and _heads_facts(
            block, [slice_of(line, places, *each) for each in later if each[0] >= stop], lexicon
        )
        if sections and not is_apart:
            parts = slice_of(line, places, start, len(raw))  # all that follows is of the section
            return (
                [*pieces, *_pairs(block, parts, clean(joined(parts)), lexicon)] if is_read else []
            )
        # "Code : 500-22133 S. Arrêté du …": a whole value ends where its sentence does
        is_read |= bool(pairs) and (
            is_apart
            or ":" not in fact
            or all(p.entry and is_whole(p.entry.field, p.text) for p in pairs)
        )
        pieces += pairs or [_plain(block, parts)]
    return pieces if is_read else []


def _heads_facts(block: Block, parts: list[tuple[Part, ...]], lexicon: Lexicon) -> bool:
    """Return whether facts follow orders in their line, and are no part of the orders' section.

    `Arrêté : 18 février 2010, NOR : MENE1022198A. Niveau : 4. Cycle de deux ans.`
    """
    for part in parts:
        pairs = _pairs(block, part, clean(joined(part)).strip(STRIP + "."), lexicon)
        kinds = {pair.entry.kind if pair.entry else "" for pair in pairs}
        if kinds and kinds != {"legal"}:
            return kinds == {"value"}
    return False


def _fact_starts(block: Block, line: tuple[Part, ...], raw: str, lexicon: Lexicon) -> list[int]:
    """Return where further sentences, labels set off and elements of their own begin.

    Behind a code, or a label with its value and no colon, also where bars or dashes divide a line.
    """
    stops = _FACT_END.finditer(raw) if "." in raw or ";" in raw else ()
    starts = {stop.end() for stop in stops if not _goes_on(raw, stop)}
    bars = list(_BAR.finditer(raw))
    first = clean(raw[: bars[0].start()]) if bars else ""
    is_pair = first and ":" not in first and _bare_pair(block, line, first, lexicon)
    if first and (is_pair or CodeScolarite.parse(first).value):
        starts |= {bar.end() for bar in bars}
    strong = [bar for bar in bars if bar[0].strip() in _STRONG_BARS]
    if strong and _is_fact(first, raw[strong[0].end() :], lexicon):
        starts |= {bar.end() for bar in strong}
    if not starts and ":" not in first and bars and _is_beside_facts(first, raw, bars[0], lexicon):
        starts |= {bar.end() for bar in bars}
    filled = [part for part in line if part.text.strip()]
    apart = (
        len({part.element for part in filled}) == len(filled)
        and all(part.making for part in filled)
        and not lexicon.lookup(filled[0].text.strip())
    )
    at = 0
    for part in line:
        at += 1 if part.after_break else 0
        word = part.text.strip()
        # "<a>Arrêté du …</a> <span>applicable à compter de la session 2018</span>" is one fact
        is_apart = apart and not word[:1].islower()
        entry = lexicon.lookup(word) if part.strong and word else None
        # "Arrêté du … <a><img alt="lien"></a> portant création", in a heading
        if word and (is_apart or (entry and not (part.href and entry.field == "url"))):
            starts.add(at)
        at += len(part.text)
    return sorted(starts - {0, len(raw)})


def _is_fact(first: str, rest: str, lexicon: Lexicon) -> bool:
    """Return whether the text before the first bar of a line is a fact of its own.

    `Code : 500-22134 S | CPC Arts`, or before facts with labels: `Remplace le CAP X | CPC : Arts`.
    """
    _, is_pair, value = first.rpartition(":")
    if is_pair:
        return CodeScolarite.parse(value.strip(" ()")).value is not None
    if read_title(first).types:  # "Bac pro | ICCER | CFD : 400-22707"
        return False
    facts = (fact.partition(":") for fact in _BAR.split(rest))
    return any(colon and lexicon.lookup(clean(label)) for label, colon, _ in facts)


def _is_beside_facts(first: str, raw: str, bar: re.Match[str], lexicon: Lexicon) -> bool:
    """Return whether a fact in words stands before dashes and facts with labels behind them.

    `Diplôme enregistré sous le code 500-23438 - Niveau : 3 - Durée : 2 ans`, but no name, order or
    event.
    """
    if read_title(first).types or dates_in(first):
        return False
    facts = (fact.partition(":") for fact in _BAR.split(raw[bar.end() :]))
    entries = [lexicon.lookup(clean(label)) for label, colon, _ in facts if colon]
    is_known = bool(entries) and all(entry and entry.field in _OF_FACTS for entry in entries)
    return is_known and bool(_FACT_IN_WORDS.search(same_length(first)))


def _goes_on(raw: str, semicolon: re.Match[str]) -> bool:
    """Return whether a sentence goes on behind its semicolon: `L'ancien CAP est abrogé ; session`.

    Whose session it is, only the whole of it says.
    """
    at, end = semicolon.span()
    if raw[at:end].strip() != ";":
        return False
    if _FIRST_SESSION.match(raw, end) and _REPLACED_BY.search(raw, max(0, at - _LONGEST_NAME), at):
        return True  # "Remplacé par le 500-23499 ; première session 2026"
    is_inside = raw[end : end + 1].islower()
    return is_inside and bool(_HAS_VERB.search(raw, max(0, at - LONGEST_LABEL), at))


def _colon_pairs(block: Block, line: tuple[Part, ...], lexicon: Lexicon) -> list[Piece]:
    """Read `Label : value`, once or several times on the line."""
    raw = joined(line)
    plain = same_length(raw)
    matches = list(before_colons(without_plurals(plain), lexicon))
    counted = _COUNTS_OPTIONS.search(raw) if "options" in plain else None
    # most colons stand in sentences; of options where no other label is before it
    if not matches or (counted and counted.start() < matches[0].start()):
        return []
    places = part_places(line)
    starts = {
        at + len(part.text) - len(part.text.lstrip()) for at, part in zip(places, line, strict=True)
    }
    begin = behind_bullet(raw)
    labels = label_in_other_words(raw, begin, matches[0], lexicon)
    for match in matches[1:] if labels and matches[0].start() < labels[0][1] else matches:
        entry = lexicon.lookup(clean(raw[match.start(1) : match.end(1)]))
        before = raw[max(begin, match.start() - 12) : match.start()].rstrip()
        before = "" if len(before) < 6 and _ARTICLE.fullmatch(before.lstrip()) else before
        at_start = match.start() <= 12 and not before.strip(STRIP + "0123456789.)*")
        apart = bool(before) and (
            before[-1] in _SEPARATORS or before.endswith(" -") or match.start() in starts
        )
        follows = bool(labels) and bool(_BEGINS_LABEL.match(raw, match.start()))
        if follows and entry and entry.field == "option" and labels[-1][2].field == "title":
            follows = False  # "Intitulé : DMA HABITAT OPTION : MOBILIERS"
        if labels and entry and entry.field == "code" and labels[-1][2].field == "option":
            # "Options : option osier - code : 500-22434", and below it the others with their codes
            apart = apart and "options" not in raw[labels[-1][0] : labels[-1][1]].lower()
        apart = apart or (before.endswith(",") and is_behind_value(raw, labels, match.start()))
        end = match.end()
        if entry and at_start and not labels:
            end, entry = with_colon_inside(raw, line, match, entry, lexicon)
        if entry and (at_start or (not entry.is_section and (apart or follows))):
            labels.append((match.start(), end, entry))
    if not labels:
        return []
    above = raw[begin : labels[0][0]]
    if above and _is_value(above):
        return []  # "500-22436 - Option : osier": a code is no numbering, nor is a date
    if _ARTICLE.sub("", above.strip(STRIP + "0123456789.)*")):
        return []  # text before the first label: a sentence that holds a colon
    result: list[Piece] = []
    for number, (start, end, entry) in enumerate(labels):
        stop = labels[number + 1][0] if number + 1 < len(labels) else len(raw)
        value_end = stop
        if not entry.is_section and entry.field != "option":
            value_end = end_of_value(raw, line, places, (end, stop), entry.field)
        parts = slice_of(line, places, end, value_end)
        label = clean(raw[start:end]).rstrip(": ")
        value = clean(joined(parts))
        if not entry.is_section or len(labels) > 1:
            value = stripped(value, _LONGEST_NAME if entry.field == "title" else _LONGEST_VALUE)
        kind: PieceKind = "pair" if value else "label"
        if value and entry.kind == "heading":  # "Identification : code 461-25409 S"
            # but "Sommaire : télécharger" names a file
            names = only_opens(value) and block.has_link
            result.append(_plain(block, slice_of(line, places, start, stop) if names else parts))
        else:
            result.append(Piece(kind, block, entry, label, value, parts))
        if value_end < stop:
            result.append(_plain(block, slice_of(line, places, value_end, stop)))
    return result


def _is_value(above: str) -> bool:
    """Return whether what stands before a label is a code or date, or a year that it follows."""
    if _YEAR_BEFORE.search(above):
        return True
    return len(above) >= _SHORTEST_DATE and bool(codes_in(above) or dates_in(above))


def _plain(block: Block, parts: tuple[Part, ...]) -> Piece:
    """Return parts of a line that are no label and no value as a text."""
    return Piece("text", block, None, "", clean(joined(parts)).strip(STRIP), parts)


def _element_pair(block: Block, line: tuple[Part, ...], lexicon: Lexicon) -> Piece | None:
    """Read `<b>Label</b> value` or `<span>Label</span><span>value</span>`, without a colon."""
    for count in range(1, min(len(line), 6)):
        before, after = line[:count], line[count:]
        label = clean(joined(before))
        entry = lexicon.lookup(label)
        if entry is None and count == 1 and before[0].strong and label[-1:] == ":":
            entry = of_statement(label)  # "<b>Ce diplôme est ouvert à tous :</b> On y entre …"
        if entry is None:
            continue
        if joined(after)[:1].islower() and lexicon.lookup(f"{label}{joined(after).split()[0]}"):
            continue  # "<span>Arr</span><span>êté</span> du …": a word that is divided
        value = clean(joined(after)).lstrip(":–—- ").rstrip(STRIP)
        label_elements = {part.element for part in before if part.text.strip()}
        value_elements = {part.element for part in after if part.text.strip()}
        if label_elements & value_elements or not value:
            continue
        if entry.field == "title" and _GOES_ON.match(value) and label[-1] != ":":
            continue
        if entry.kind == "links" and _NUMBER_OF_ANNEX.match(value):
            continue  # "<b>Annexe</b> III : règlement d'examen"
        # "<b>Accès</b> au métier": a sentence goes on in small letters
        # "<b>A - Métiers :</b> vannier, rempailleur", "<b>Métiers</b> – vannier"
        is_ended = label[-1] in ":.–-" or joined(after).lstrip()[:1] in {*":–—"}
        # as it does behind a comma: "<b>Après ce CAP</b>, il est possible …"
        goes_on = value[0].islower() or value[0] in ",;«"
        sentence = entry.is_section and goes_on and not (after[0].making or is_ended)
        # "<strong class=intitule>Métiers</strong> vannier, tourneur", whose class says what it is
        if entry.kind == "list" and not _GOES_ON.match(value):
            is_listed = value.count(",") > 1 and not is_sentence(value)
            sentence &= not (is_listed or "." in before[0].making)
        # "<a>Annexes</a> (format PDF)", "<a>Arrêté</a> du 3 mai 2004": the link is the document,
        # and so is "<a>Présentation du diplôme</a> (1,6 Mo)" where it leads to a file
        is_legal = entry.kind in {"links", "legal"}
        is_document = any(p.href and (is_legal or is_file(p.href)) for p in before)
        # "MÉTIERS DU FOOTBALL", each of whose words is an element
        is_alike = len(value_elements) > 1 and len({p.making for p in line if p.text.strip()}) == 1
        if sentence or is_document or is_alike or entry.is_beside or entry.kind == "heading":
            continue
        return Piece("pair", block, entry, label, value, after)
    return None


def _pair_behind(block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon) -> list[Piece]:
    """Read a value with its label in brackets behind it: `2018 (première session)`.

    Or behind a dash, where the label ends in brackets: `2018 – Début (première session)`.
    """
    if len(text) > LONGEST_LABELLED or block.has_link:
        return []
    for value, mark, label in (text[:-1].rpartition(" ("), text.partition(" – ")):
        entry = lexicon.lookup(label) if mark and len(value) <= _LONGEST_BEFORE else None
        if entry is None or entry.kind != "value" or entry.field in OF_ANY_WORDS:
            continue  # any words may name a commission
        if reads_as(entry.field, value):
            return [Piece("pair", block, entry, label, value, line)]
    return []


def _bare_pair(block: Block, line: tuple[Part, ...], text: str, lexicon: Lexicon) -> Piece | None:
    """Read a short line of label and value: `Niveau 3`, `Code diplôme 40025303`."""
    # "CPC Arts, spectacles et médias, secteur Communication graphique et audiovisuel"
    if len(text) > (_LONGEST_COMMISSION if text.startswith(("CPC", "Commission")) else 70):
        return None
    text = text[behind_bullet(text) :]
    if block.level and text[:1] == "(" and text[-1:] == ")":  # "(niveau V)", below a title
        text = text[1:-1]
    plain = same_length(text)
    found = lexicon.value_at_start(without_plurals(plain))
    if found is None:
        return None
    entry, end = found
    value = text[end:].strip(STRIP + ":).°=→")
    if entry.field == "level" and _LEVEL.fullmatch(value):
        return Piece("pair", block, entry, text[:end], text, line)
    if entry.field == "replaced_by" and _REPLACING.match(plain):
        return None
    is_other = entry.field in SUCCESSION and not block.level and _DIPLOMA.match(plain)
    if is_other and (_FACT_END.search(value) or _NEXT_SENTENCE.search(value)):
        return None  # "Anciennement CAP X ; voir le nouveau CAP Y (500-22450)"
    is_sort = entry.field == "sector" and not block.level and reads_as("cpc", value)
    # "Sigle – VAN", "Secteur → Métallurgie"
    is_led = _LEADS.match(text, end) is not None and tells(entry.field, value) is not False
    is_sort = is_sort or (is_led and entry.field in OF_ANY_WORDS | {"acronym"})
    if (is_other and len(codes_in(value)) == 1) or is_sort or reads_as(entry.field, value):
        return Piece("pair", block, entry, text[:end], value, line)
    return None
