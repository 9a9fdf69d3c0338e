"""Find the subject that a page of something else names: in its title, above it, or below it.

A type as a whole, an examination's subjects, a competition, a part of a référentiel.
"""

import itertools
import re
from collections.abc import Sequence
from functools import cache

from parsers.classify.listed_diplomas import WHOLE_FIELD, has_file
from parsers.formats.html import Flat
from parsers.model.blocks import Block, joined
from parsers.model.link_words import only_opens
from parsers.segment.heading_styles import is_among_facts, is_one_of_sections
from parsers.segment.pieces import Piece
from parsers.segment.tables import heads_diploma
from parsers.segment.title_sources import is_site
from parsers.segment.title_words import (
    is_lead,
    is_neutral,
    is_sentence,
    is_subject,
    names_subject,
    words_before_type,
)
from schema.code import placed_codes
from schema.text import clean, fold, has_digit, same_length
from schema.title import Title, is_of_page, read_title, type_starts, without_label
from schema.vocabulary import page_words, phrases

# "Des sujets zéro sont en ligne", and above a title "À la une : …": what the site announces
_ANNOUNCEMENT = page_words("announcement")
_BANNER = page_words("banner")
# "Inscriptions : jusqu'au 22 novembre", what a site reminds of above the page of a diploma
_DEADLINE = re.compile(r"\b(?:jusqu'au|avant le|au plus tard le) \d")
_PART = re.compile(rf"(?:(?:les?|la|l|une?|des) )?(?:{phrases('part of a diploma')})")
_ABOVE = page_words("subject above a title")
_FIRST_HEADS = 3  # above a title that nothing sets off
_SUBTITLE = re.compile(r"(?<!inter)titre|title")  # the class of a line below a title
_NOTICE = re.compile(r"notice|alert|callout")  # "fr-notice__title", no class of a title's own
_LEAD_LINE = re.compile(rf"{_SUBTITLE.pattern}|chapo|chapeau|accroche")
_LONGEST_KICKER = 80  # of a line above a title that nothing sets off
_SECTOR = re.compile(r"(?:les )?(?:secteur|filiere|domaine|branche|metiers de)\b")
_FEWEST_WORDS = 3  # of a heading that is about something else; fewer may be a sector
_STEM = 4  # by so many letters words are compared: "vannier", "Vannerie"
_LONGEST_LINK = 3  # "de", "des", "sur": words of this length tell no name from another
_LONGEST_WORDS = 500  # of a subject or a part: far above any of the lists
# "CAP Couvreur : sujet zéro", "CAP Couvreur Rapport de jury", but not "option B : chantiers"
_NEXT_PART = re.compile(
    "".join(rf"(?<!{word} [A-Z1-9]{space})" for word in ("ption", "PTION") for space in ("", " "))
    + r"(?:\s?[:–—/-]\s|\s(?=[A-ZÀÂÉÈÊÎÔ][a-zà-ÿ]))"
)
# "Arrêté du 7 février 2012 portant abrogation de spécialités": the title of an order
_NAMES_ORDER = re.compile(r"\barr?etes? (?:modificatif |de \w{5,12} )?du \d")
OF_ORDER = re.compile(r"\W*(?:arrete|decret)s? (?:du|des|n)\b")
_STATE = page_words("state of a diploma")
_FAMILY = re.compile(
    r"(?:(?:classe de )?(?:seconde|2n?de)[^:]{0,20}: ?)?(?:la )?famille des? metiers\b"
)
# "Les CAP de l'hôtellerie"
_SEVERAL = re.compile(rf"les \S.{{1,60}}? {WHOLE_FIELD.pattern}")
# "CAP - textes communs à toutes les spécialités", "deux diplômes comparés", "Le CAP en chiffres",
# "DN MADE : les mentions"
_OF_SPECIALITIES = re.compile(
    r"\b(?:tou(?:te)?s(?: les)?|plusieurs|divers(?:es)?|certaine?s|deux|trois)"
    r" (?:specialites|diplomes|cap|bts|brevets|certificats|baccalaureats|mentions)\b"
    r"|^arretes? .{0,60}\b(?:divers|plusieurs|certains) arretes\b"
    r"|^tous les referentiels d(?:u|es?)\b|\ben chiffres$|: les (?:specialites|mentions|options)$"
)
# "Le CAP : un siècle de formation", "Bac pro : la transformation de la terminale": of the type
_OF_TYPE = re.compile(
    r"[^:]{2,60}? ?: (?:l[ae]s? |l'|une? "
    r"|(?:organisation et (?:conditions|modalites)|fonctionnement|mode d'emploi)\b)"
)
_IS_NEW = re.compile(r"(?:une? )?(?:nouveau|nouvelle)")
_LEVEL_ALONE = re.compile(r"(?:niveau )?(?:[ivx]{1,3}|[1-8])")  # "V", beside *CAP* in a table
# "Référentiels abrogés": a rubric above one diploma, and above several the name of their list
_LIST_OF = (
    r"(?:(?:les|liste des) )?(?:referentiels|diplomes|specialites)"
    r" (?:abroges|abrogees|supprimes|supprimees|renoves|renovees)"
)
# "Diplômes relevant de la commission", above the one diploma of the page: a rubric
_RUBRIC = re.compile(
    r"(?:les )?diplomes (?:professionnels )?(?:relevant )?de la (?:\w+ )?(?:commission|cpc)\b"
    rf"|{_LIST_OF}$"
)
_CRUMBS = 2  # "Enseigner > Évaluer > Se former": so many marks divide the sections of a site
# "Exercer un métier", a label of trades among a page's sections, and else what the page is about
_DOING = re.compile(r"exercer\b", re.IGNORECASE)


def is_headed_as_list(flat: Flat) -> bool:
    """Return whether the first heading of a page is that of a list: *Référentiels abrogés*."""
    heads = (block.text for block in flat.blocks if block.level == 1 and not block.boilerplate)
    return bool(re.fullmatch(_LIST_OF, fold(next(heads, ""))))


def page_subject(
    flat: Flat, pieces: list[Piece], title: str, reading: Title, places: set[str], states: bool
) -> str | None:
    """Return the subject that the title, what stands before it, or the first heading names.

    `states`: see `_subject_below`.
    """
    # the first one: in lines without elements of their own, orders below stand at the same place
    titled = (b for b in flat.blocks if b.place in places and title in b.text)
    if block := next(titled, None):
        before, _, rest = block.text.partition(title)
        session, _, further = rest.strip().partition(" : ")
        if session.startswith("session") and names_subject(further):
            return block.text  # "CAP Vannerie session 2025 : outillage du candidat"
        is_label = ":" in before and without_label(block.text) != block.text  # "Examen : CAP"
        is_about = is_subject(before) or any(w.match(fold(before)) for w in (_PART, _ABOVE))
        is_own = is_label or is_of_page(before) or is_lead(before)
        # "Sujets d'examen : CAP Cuisine", "Dernier ajout : CAP Cuisine"
        if _IS_NEW.fullmatch(fold(before)) and "rentrée" in rest:
            return block.text  # "Un nouveau CAP Cuisine à la rentrée 2024"
        if (is_about and not is_own) or (":" in before and _is_announcement(before)):
            return block.text
    # "mention Livre", but "spécialité Cuisine : annales"
    called = rf"\b(?:mention|specialite) {re.escape(same_length(reading.name))}$"
    is_first = not any(map(is_subject, re.split(r" [:–—-] ", reading.name)[1:]))
    is_called = is_first and re.search(called, same_length(title))
    is_name = not is_subject(reading.name) or is_called
    lead, *segments = re.split(r" [:–—-] ", title)  # "Le CAP évolue - CAP Couvreur", "Unité U3 : …"
    if segments and not reading.types and (is_sentence(lead) or _PART.match(fold(lead))):
        return title
    if reading.types and is_sentence(reading.name):  # "Le CAP Couvreur va être rénové"
        return title
    # "Du CAP au BTS": no diplôme universitaire
    if _is_led(title) or (title.startswith("Du ") and any(type_starts(title))):
        return title
    plain = same_length(title)
    lead, colon, _ = title.partition(":")
    if colon and _OF_TYPE.match(plain) and read_title(lead.strip()).is_type_alone:
        return title
    if _LEVEL_ALONE.fullmatch(fold(reading.name)):
        return title
    if plain.startswith("decret ") and read_title(title.rpartition(":")[2]).is_type_alone:
        return title  # "Décret n° 2016-1037 du 28 juillet 2016 : CAP"
    if (
        not is_name
        or title.endswith("?")
        or names_subject(
            title.partition(" ? ")[2]
        )  # "Le CAP Vannier menacé ? Communiqué de la section"
        or _SEVERAL.match(plain)
        or _OF_SPECIALITIES.search(plain)
    ):
        return title
    lines = [block for block in flat.blocks if not block.boilerplate]
    heads = [block for block in lines if block.level == 1]
    set_off = (b for b in lines if (b.level or b.strong) and not b.has_link)
    lead_line = next(itertools.chain(heads, set_off), None)
    if lead_line and (
        _is_led(lead_line.text) or _OF_SPECIALITIES.search(same_length(lead_line.text))
    ):
        return lead_line.text
    first = next(iter(heads), None)
    is_titled = any(block.place in places for block in heads)  # then the first names the site
    if first and fold(first.text).startswith("index of "):  # a folder's files
        return None
    # "Diplômes professionnels" above the title is no subject
    is_other = first and not is_titled and is_subject(first.text) and not is_neutral(first.text)
    is_other = is_other and first and not _RUBRIC.match(fold(first.text))
    if first and is_other and (first.text.endswith("?") or not read_title(first.text).types):
        return first.text
    return _subject_above(pieces, places, fold(flat.title), states) or _subject_below(
        pieces, places, states
    )


def heading_of_another(flat: Flat, reading: Title, places: set[str]) -> str | None:
    """Return the first heading of a page whose title only `<title>` states, if it is of no diploma.

    *La classe de troisième prépa-métiers* on a page that its site calls *CAP Boucher*. A heading
    that shares a word with the title's name, names a type, or is a rubric of the site is none.
    """
    lines = [block for block in flat.blocks if not block.boilerplate]
    heads = [block.text for block in lines if block.level == 1]
    if not heads or any(block.place in places for block in flat.blocks):
        return None
    words = _stems(reading.name)
    return heads[0] if words and all(_is_apart(head, words) for head in heads) else None


def _is_apart(heading: str, words: set[str]) -> bool:
    """Return whether a heading says what a page is about, in other words than `words`."""
    if is_of_page(heading) or is_neutral(heading) or is_site(heading):
        return False
    is_sector = _SECTOR.match(fold(heading)) or len(heading.split()) < _FEWEST_WORDS
    return not (is_sector or read_title(heading).types or words & _stems(heading))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in fold(text).split() if len(word) > _LONGEST_LINK}


def _is_led(text: str) -> bool:
    """Return whether the words before a title say what else a line is about.

    *Arrêté portant nomination du jury du CAP Couvreur*, *Unité du BP Barman*.
    """
    lead = words_before_type(text)
    plain = fold(lead)
    start = next(type_starts(text), 0) if lead else 0
    return "?" in text[:start] or bool(
        lead
        and not (is_of_page(lead) or is_lead(text[:start]))
        and (names_subject(lead) or _PART.match(plain) or _below_title().match(plain))
    )


def _is_announcement(text: str) -> bool:
    """Return whether a line is a notice of the site: *Des annales sont en ligne*."""
    return bool(_ANNOUNCEMENT.match(same_length(text)))


def _is_remark(piece: Piece) -> bool:
    """Return whether a line is a notice of the site, or a sentence that nothing sets off.

    *Un séminaire de présentation s'est tenu à Quimper.*, in a box above a diploma's facts.
    """
    is_plain = piece.kind in {"text", "item"} and not (piece.block.level or piece.block.strong)
    return _is_announcement(piece.text) or (is_plain and piece.text[-1:] == ".")


def _is_of_diploma(piece: Piece) -> bool:
    """Return whether a block begins with an order, or names the family of trades of the diploma.

    *Classe de seconde : famille des métiers de l'alimentation*; a service note may stand below an
    order in its block.
    """
    is_order = piece.block.text[:3] in {"Arr", "arr"} and OF_ORDER.match(same_length(piece.text))
    return bool(is_order or _FAMILY.match(same_length(piece.text)))


def _is_above_orders_alone(pieces: Sequence[Piece]) -> bool:
    """Return whether the list right below a heading holds orders and files and nothing else.

    *Bibliographie*, in the notice of a library: the diploma's own texts and annexes.
    """
    listed = [*itertools.takewhile(lambda p: p.kind == "item", pieces[1:])]
    others = [piece for piece in listed if not _NAMES_ORDER.search(same_length(piece.text))]
    return len(others) < len(listed) and all(has_file(piece.parts) for piece in others)


def _subject_below(pieces: list[Piece], places: set[str], states: bool) -> str | None:
    """Return the subject that a line of the title's block, or the next one, begins with.

    A line with a link opens a file of the diploma, and a label has its own content. Above a title
    that nothing sets off, the first line that is set off tells. `states`: the page states a code,
    or dates an order.
    """
    lines = [piece for piece in pieces if not piece.block.boilerplate]
    above = [*itertools.takewhile(lambda piece: piece.block.place not in places, lines)]
    rest = lines[len(above) :]
    own = [*itertools.takewhile(lambda p: p.block.place in places, rest)]
    behind = rest[len(own) :]
    below, further = [*behind, None, None][:2]
    # a page in one element: what stands behind its facts is not below its title
    facts = (
        n for n, p in enumerate(own)
        if n and (p.entry or has_file(p.parts) or OF_ORDER.match(same_length(p.text)))
    )  # fmt: skip
    if (first_fact := next(facts, None)) is not None:
        below, further, own = None, None, own[:first_fact]
    titled = [*dict.fromkeys(piece.block for piece in own)]
    # "Calendrier des épreuves : 12 juin" above "Code : …" is a fact among facts
    is_fact = bool(
        below
        and has_digit(below.text.partition(":")[2])
        and not (below.block.level or below.block.strong)
        and (further and further.entry)
    )
    # "Grille horaire", one of the sections of a page that has an order's date or a code
    is_fact |= bool(below and states and is_one_of_sections(below, lines))
    # the first line of its block, as the labels of several texts are
    if below and states and below.kind == "heading" and below.block.kind != "term":
        is_fact |= not below.block.level
    is_fact |= below is not None and is_among_facts(below, (), further)
    is_fact |= below is not None and states and (_is_remark(below) or _is_of_diploma(below))
    is_fact |= below is not None and states and _is_above_orders_alone(behind)
    # "Lexique" above "Télécharger", the name of a file in a box of both
    if states and further and has_file(further.parts):
        is_fact |= only_opens(further.text)
    is_label = below is not None and below.kind in {"pair", "label"}
    if below and is_label and _DOING.match(below.label):
        is_label = is_one_of_sections(below, lines)
    after = [below.block] if below and not (is_label or is_fact) else []
    first: list[Block] = []
    if not titled or titled[0].kind == "term" or not (titled[0].level or titled[0].strong):
        heads = (p.block for p in above if p.block.level or p.block.strong)
        first = [*itertools.islice((b for b in heads if not is_neutral(b.text)), _FIRST_HEADS)]
    titles = _texts(titled)
    is_subtitle = below and _SUBTITLE.search(below.style) and not below.block.has_link
    is_subtitle = is_subtitle and below and below.text[-1:] != ":"  # which heads what follows
    is_subtitle = is_subtitle and below and not _NOTICE.search(below.style)
    styles = [piece.style for piece in lines if is_subtitle]  # of one line, and of no headings
    if (
        below
        and styles.count(below.style) == 1
        and names_subject(below.text)
        and not _STATE.match(fold(below.text))
    ):
        return below.text
    is_divided = len(own) > 1 and own[0].block is own[1].block
    ends = [(text, match.end()) for text in titles for match in _NEXT_PART.finditer(text)]
    last_code = cache(lambda text: max((at for at, _, _ in placed_codes(text)), default=-1))
    for text, at in (*ends, *((text, 0) for text in (*titles, *_texts([*first, *after])))):
        # "Inscription aux examens : code …"
        if _begins(_below_title(), text, at) and last_code(text) < at:
            return text[at:]
    parts = (*titles[0 if is_divided else 1 :], *_texts(first))
    for text, at in (*ends, *((text, 0) for text in parts)):
        if _begins(_PART, text, at):
            return text[at:]
    if not is_fact and (part_below := _only_part(behind, states)):
        return part_below
    return next((text for text in _texts(first) if _ABOVE.match(fold(text))), None)


@cache
def _below_title() -> re.Pattern[str]:
    """Return the subjects that lines below a title name, which few pages are asked for."""
    return re.compile(rf"(?:(?:les?|la|l|une?|des) )?(?:{phrases('subject below a title')})")


def _begins(words: re.Pattern[str], text: str, at: int) -> bool:
    """Return whether a text begins with some words at a place; a whole end would be quadratic."""
    return bool(words.match(fold(text[at : at + _LONGEST_WORDS])))


def _only_part(lines: list[Piece], states: bool) -> str | None:
    """Return the first line if it names a part of the diploma, and heads no file or other part.

    The only heading of a page that `states` no code or order tells what its files are of. A table
    of the former diploma and this one is a part of a page that states one and has files.
    """
    if (
        not lines
        or lines[0].entry
        or lines[0].block.has_link
        or not _PART.match(fold(lines[0].text))
    ):
        return None
    own = lines[0]
    heads = [p.text for p in lines if p.block.level or (p.block.strong and not own.block.level)]
    if own.text not in heads and _LEAD_LINE.search(own.style):
        heads.insert(0, own.text)
    heads_file = any(has_file(piece.parts) for piece in lines[1:2])
    heads_file &= states or len(heads) > 1
    if states and any(heads_diploma(piece.block) for piece in lines[1:2]):
        heads_file |= any(has_file(piece.parts) for piece in lines)
    is_only = [text for text in heads if _PART.match(fold(text))] == [own.text]
    return own.text if is_only and not heads_file else None


def _texts(blocks: list[Block]) -> list[str]:
    """Return the lines of blocks without links."""
    return [clean(joined(line)) for block in blocks if not block.has_link for line in block.lines]


def _subject_above(pieces: list[Piece], places: set[str], called: str, states: bool) -> str | None:
    """Return the subject that a set-off line next to the title names, above it.

    Or says in a sentence that the page is `called`; or the one of several diplomas that any line
    names there. A rubric of the site, or a sector, is
    no subject. Cells of the title's own table are looked over.
    """
    lines = [piece for piece in pieces if not piece.block.boilerplate]
    titled = next((p.block for p in lines if p.block.place in places), None)
    if titled is None:
        return None
    table = titled.cell.table if titled.cell else None
    above = [
        p for p in itertools.takewhile(lambda p: p.block is not titled, lines)
        if table is None or p.block.cell in {None, titled.cell} or p.block.cell.table != table
    ]  # fmt: skip
    set_off = [p for p in above if (p.block.level or p.block.strong) and not p.block.has_link]
    for piece in set_off:
        if _OF_SPECIALITIES.search(same_length(piece.text)):
            return piece.text
    if not above or above[-1].block.has_link or above[-1].block.kind in {"term", "item"}:
        return None
    last = above[-1].block.text
    if _is_announcement(last) or _BANNER.match(same_length(last)) or last.count(" > ") >= _CRUMBS:
        return None
    is_about = _begins(_PART, last, 0) or _begins(_below_title(), last, 0)
    if above[-1] not in set_off[-1:]:
        is_fact = above[-1].entry or is_sentence(last) or any(placed_codes(last))
        is_notice = states and _DEADLINE.search(same_length(last))
        is_kicker = is_about and len(last) < _LONGEST_KICKER
        return last if is_kicker and not (is_fact or is_notice) else None
    plain = fold(last)
    is_about |= names_subject(last)
    is_about |= is_sentence(last) and called.startswith(plain) and not is_site(last)
    return last if is_about and not read_title(last).types else None
