"""Read level, acronym, duration, commission and sector that no label names.

In the title, on a line, in a sentence:

`MC de niveau 3`, `Niveau 3 · RNCP 38655`, `Ce diplôme de niveau 4, préparé en trois ans, ...`.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from parsers.extract.attribution import attribution
from parsers.extract.diploma_mentions import NOUNS, THE_DIPLOMA, THIS_DIPLOMA, DiplomaIdentity
from parsers.extract.single_values import placed
from parsers.model.blocks import Cell
from parsers.model.file_types import is_file_detail
from parsers.model.statement import Finding, Statement
from parsers.segment.other_diplomas import is_sentence_on_other
from parsers.segment.passages import Passage, Section
from parsers.segment.pieces import Piece
from parsers.segment.title_words import fact_segments
from schema.duration import Duration
from schema.level import DiplomaLevel
from schema.text import clean, fold, has_any, has_digit, same_length, words_in
from schema.title import begins_with_type, is_acronym_of, read_title
from schema.vocabulary import rows

LEVEL = r"niveau (?:[1-8]|[ivx]{1,4})(?![\w+])"
_FORMER = r"\(ancien(?:nement)? niveau [ivx]{1,3}\)"
# each level of before 2019 is one of today
_LEVEL_IN_TITLE = re.compile(rf"(?:\bex[ -])?\b{LEVEL}")
# "Diplôme de niveau 4", "certification professionnelle classée au niveau 4", "de niveau IV"
_LEVEL_ALONE = re.compile(
    r"(?:(?:diplome|certification|titre|formation|qualification|specialite)(?: \w{1,15}){0,2}? )?"
    r"(?:(?:inscrite?|classee?|positionnee?|enregistree?) (?=au ))?"
    rf"(?:(?:de|du|au) )?(?P<value>(?:ex[ -])?{LEVEL})(?: de (?:formation|qualification))?"
    rf"(?: (?:(?:\(|du |de la )(?:cadre national|nomenclature).{{0,60}}|{_FORMER}))?"
)
# of these what no file is called, nor the heading of some
_SAYS_OF_WHAT = re.compile(r"niveau \S{1,4} [(d]|(?!d[eu]\b)[a-z]{5}.* niveau")
# "Ce diplôme de niveau 4, préparé", "il est classé au niveau 4", "il correspond au niveau 4"; not
# "diplôme de niveau 3 requis"
_LEVEL_IN_SENTENCE = re.compile(
    r"(?:(?:^|[.;,:(?|-] )(?:(?:l[ea]|une?|c'est une?|il s'agit d'une?) )?|\bce(?:tte)? )"
    r"(?:(?:diplome|certification|titre|formation|qualification|specialite|il)"
    r"(?: professionnelle?| national| d'etat| du travail social)?"
    r"(?: est| correspond| equivaut| appartient| releve| se situe)?"
    r"(?: classee?| positionnee?| enregistree?| inscrite?| reconnue?| situee?)?"
    r"|classee?|inscrite?)"
    rf",? (?:de|du|au) (?P<value>{LEVEL})"
    r"(?=\s*(?:[.,;()?|-]|$|de la nomenclature|du cadre national|en \d ans?\b|creee? par ))"
    # "Le diplôme est une certification de niveau 4", "…, et est un diplôme de niveau 4"
    r"|(?:^|[.;] )(?:ce(?:tte)?|l[ea]) (?:diplome|certification|titre|specialite) "
    r"(?:[^.;]{0,200} et )?est une? (?:diplome|certification|titre)(?: professionnelle?)? "
    rf"(?:de|du) (?P<being>{LEVEL})(?=\s*(?:[.,;]|$))"
    # "Diplôme du ministère de l'éducation nationale, niveau 4"
    rf"|(?:^|\. )diplome (?:national|professionnel|de l'etat|de l'enseignement|du ministere)"
    rf"[^.;,()]{{0,60}},"
    rf" (?:de )?(?P<behind>{LEVEL})(?=\s*[.;,(]|$)"
    # "Le niveau du diplôme est : 4 (IV)."
    r"|(?:^|[.;] )(?:le|son) niveau(?: de qualification)?(?: d[eu] (?:ce |la )?\w{6,13})?"
    r" est ?:? (?:le )?(?P<told>(?:niveau )?(?:[1-8]|[ivx]{1,4})(?![\w+]))"
    # "Niveau de certification 3 (ancien niveau V)", in a sentence without a colon
    r"|(?:^|[.;] )niveau (?:de (?:la )?(?:certification|qualification)|du diplome) "
    rf"(?P<named>(?:[1-8]|[ivx]{{1,4}}))(?=\s?(?:[.;]|$)| {_FORMER})"
    # "Niveau 3. Cet arrêté prend effet", "(niveau 3) Secteur : Bois."
    rf"|(?:^|[.;)\]] )[(\[]?(?P<alone>{LEVEL})[.)\]](?= |$)"
    # "Code 500-22434 · de niveau 3 · RNCP 38655"; a middle dot is ? here
    rf"|[.;?|-] \(?(?:de )?(?P<between>{LEVEL})(?=\)?(?:\.$|\.? ?[;,?|-] ))"
    # "Ce certificat de spécialisation est de niveau 3 (CEC 3)."
    rf"|(?:^|[.;] ){THIS_DIPLOMA}(?: [a-z]{{2,16}}){{0,3}} est (?:de|classee? au)"
    rf" (?P<typed>{LEVEL})(?=\s*(?:[.;(]|$))"
    # "Passage du niveau IV au niveau 4", "Niveau V : devient niveau 3"
    r"|\bniveau [iv]{1,3}(?: jusqu'en \d{4})?,?(?: :| au)? (?:devient |devenu |puis )?"
    r"(?P<renamed>niveau [1-8])(?![\w+])"
)
_NUMBER = r"(?:[1-9]|1[0-9]|2[0-4]|36|une?|deux|trois|quatre|cinq)"
_TERM = (
    rf"(?P<value>{_NUMBER} (?:ans?|annees?|mois))\b"
    rf"(?! ou (?:en )?{_NUMBER} | pour (?:les|ceux|des) )"
)
# "Deux ans de formation", on a line of facts
_TERM_ALONE = re.compile(
    rf"(?:duree ?:? ?)?{_TERM}"
    r"(?: (?:de (?:formation|preparation)|d'etudes?|pour preparer (?:le|ce) diplome))?"
)
_IN_PARTS = ("niveau ", " an", " mois", "cpc", "commission", "secteur")
# "se prépare en 2 ans", "Formation d'une durée de 12 mois", "cycle de 3 ans"; a stage's is another
_DURATION = re.compile(
    rf"\bprepare[es]{{0,2}}(?: [a-z]+ment)? en {_TERM}"
    rf"|(?:^|[.;,:(] )(?:(?:l[ae]|ce|cette|une) )?(?:formation|cycle|cursus|scolarite|preparation)"
    rf"(?: d'etudes?| de formation| de preparation)?(?: est)?,?(?: d'une duree)?"
    rf" (?:de|en|dure) {_TERM.replace('value', 'cycle')}"
    # "Formation de niveau 3 en 1 an", "On accède en deux ans à ce diplôme"
    rf"|^(?:la )?formation de {LEVEL} en {_TERM.replace('value', 'leveled')}"
    rf"|\baccede en {_TERM.replace('value', 'access')} a (?:ce|cette) "
    rf"|^{_TERM.replace('value', 'begin')} de (?:formation|preparation|scolarite)\b"
    r"|(?:^|[,;–-] )(?:preparation|formation|scolarite)(?: initiale)? ?: (?:en )?"
    rf"{_TERM.replace('value', 'called')}"
    # "La première session a lieu en 2026. Durée de la formation : 1 an."
    r"|(?:^|[.;] )duree(?: (?:de (?:la )?(?:formation|preparation|scolarite)|des etudes))? ?: ?"
    rf"{_TERM.replace('value', 'labelled')}(?=[.;(]|$| \(| apres )"
    # "Préparation du diplôme en trois ans", "La préparation au diplôme dure normalement 2 ans"
    rf"|(?:^|[.;] )(?:la )?preparation (?:du|au|de ce|a ce) (?:{NOUNS}) (?:en|dure(?: [a-z]+ment)?)"
    rf" {_TERM.replace('value', 'prepared')}"
    # "Ce BP s'obtient au terme d'un cursus de deux ans"
    r"|\bs'obtient (?:au terme|a l'issue) d'une? (?:cursus|formation|cycle|preparation) de"
    rf" {_TERM.replace('value', 'obtained')}"
    # "La durée normale du cycle de préparation est fixée à deux ans"
    r"|\bduree (?:[a-z]+ )?(?:du (?:cycle|cursus)|des etudes|de (?:la )?(?:formation|preparation))"
    rf"(?: de (?:formation|preparation))? est (?:fixee a|de) ?:? ?{_TERM.replace('value', 'told')}"
)
# "La formation dure 2 ans et comporte des périodes en entreprise.", but "dure 1 an pour les …"
_DURATION_IN_TEXT = re.compile(
    r"(?:^|(?<=[.!] ))(?:(?:l[ae]|cette) (?:formation|preparation|scolarite|cycle(?: complet)?)"
    r" (?:dure|se suit en|se deroule (?:sur|en)|s'etend sur|s'effectue (?:sur|en)"
    r"|est organisee (?:sur|en)|(?:a|est d')(?: ?une)? duree de)"
    rf" {_TERM}(?=\.?$|\.\s| et comporte )"
    r"|(?:(?P<own>(?:ce diplome|cette (?:specialite|mention|formation))(?: de niveau [1-8])? )"
    rf"|il )?se prepare en {_TERM.replace('value', 'prepared')}(?=\.?$|\.\s))"
)
_SORT_WORDS = (
    r"\b(?:(?P<cpc>cpc|commission professionnelle consultative)|(?P<sector>secteur))"
    r"(?: comp[ée]tente| professionnel| d['’]activités?)?"
)
# "relève de la CPC « Commerce »", "Secteur « Bâtiment »"
_SORT = re.compile(
    rf"{_SORT_WORDS} ?[«“\"] ?(?P<name>[^«»“”\"]{{3,80}}?) ?[»”\"]",
    re.IGNORECASE,
)
# "Il relève de la CPC : Commerce.", "Son secteur est : Bâtiment."
_SORT_IN_SENTENCE = re.compile(
    r"(?:^|[.;] )(?:(?P<told>(?:il|elle|(?:ce|le) dipl[oô]me) rel[eè]ve de la)|son|le|sa|la) "
    rf"{_SORT_WORDS}(?: de rattachement| du dipl[oô]me)?(?(told) ?:| est(?: ?:)?) "
    r"(?:l[ae] (?=CPC |secteur ))?[«“\"]?\s?(?:CPC |secteur )?[«“\"]?\s?"
    r"(?P<name>[^\W\d_][^.;:«»“”\"\s]{0,30}(?: [^.;:«»“”\"\s]{1,30}){0,8})"
    r"\s?[»”\"]?(?=[.;](?:\s|$)|$)",
    re.IGNORECASE,
)
# "Ce diplôme relève de la CPC Commerce.", "Diplôme relevant de la CPC Commerce.", and behind a
# sentence "CPC : Commerce.", "CPC Commerce."
_SORT_TOLD = re.compile(
    r"(?:^|[.;)\]] )(?P<told>(?:il|elle|(?:ce|cette|le|la) (?:dipl[oô]me|sp[ée]cialit[ée]|mention))"
    r" (?:rel[eè]ve|d[ée]pend) d(?:e la|u) |dipl[oô]me (?:relevant )?de la "
    r"|(?:dipl[oô]me )?(?:rattach[ée]e? au|relevant du|rel[eè]ve du) |dipl[oô]me du |au sein du "
    r"|(?:il|elle|(?:ce|le) dipl[oô]me) (?:appartient au|concerne le|fait partie du) "
    r"|(?:dipl[oô]me )?(?:pr[ée]sent[ée]e? devant|cr[ée]{2}e? apr[eè]s avis de) la "
    r"|(?:ce |le )?(?:dipl[oô]me|r[ée]f[ée]rentiel) (?:a [ée]t[ée] )?[ée](?:labor[ée]|tabli)"
    rf" par la )?{_SORT_WORDS}"
    r"(?: de rattachement)?"
    r"(?(told) |(?: ?: |(?-i:(?<=CPC) )(?=[^.;]{3,80}[.;](?:\s|$))))[«“\"]?\s?(?-i:(?=[A-ZÀ-Ý]))"
    r"(?P<name>[^\W\d_][^.;:«»“”\"\s]{0,30}"
    r"(?: (?!(?:est|a|il|elle|ce|son|qui|dont|par)\b)[^.;:«»“”\"\s\d]{1,30}){0,8})"
    r"\s?[»”\"]?(?=[.;](?:\s|$)|$)",
    re.IGNORECASE,
)
# "relève de la CPC Construction, secteur « Bâtiment »", "Niveau 3 – CPC Industrie – RNCP 38359"
_BEFORE_OFFICIAL = (
    r"\b(?:cpc|commission professionnelle consultative(?: ?\(cpc\))?)(?: competente)?"
    r" ?(?::|d(?:e la|es?|u)\b|de l')? ?[\"?]? ?"
)
_ACRONYM = re.compile(
    r"(?P<said>sigle\b ?[:–-]? ?)?(?P<value>[A-ZÉÈ][A-Za-zÉÈéè&]{1,9})", re.IGNORECASE
)
# "IV", a level alone, "NOR" above a column, "VAE" in a menu
_NO_ACRONYM = re.compile(r"(?:[IVX]+|NOR|VAE|CCF|PFMP|CFA|CPC|RNCP|FAQ|RSS)$")
# "Diplôme connu sous le sigle « BIT »", "Le sigle BIT désigne ce diplôme"
_IN_SENTENCE = re.compile(
    r"\b(?:(?:[Ll]e|[Ss]on|[Pp]our) sigle(?: (?:en usage|usuel|officiel|courant|utilisé))?(?: est)?"
    r"|(?P<short>[Ee]n abrégé|[Aa]brégée? en))(?: :)? ?[«\"“]? ?"
    r"(?P<value>[A-ZÉÈ][A-ZÉÈ0-9&]{1,9})\b"
    # "La première session a eu lieu en 2025. Sigle : ASSP."
    r"|(?<=\. )[Ss]igle ?: ?(?P<alone>[A-ZÉÈ][A-ZÉÈ0-9&]{1,9})(?=[.;]|$)"
)
_CALLS = ("sigle ", "abrege")
# "Dit aussi : MIT"
_CALLED = re.compile(r"[Dd]ite? aussi ?:? ?[«\"“(]? ?(?P<value>[A-ZÉÈ]{2,8}) ?[»\"”)]?")
# "Le sigle ECM désigne l'expression et la connaissance du monde"
_MEANS_ELSE = re.compile(
    rf"\W{{1,3}}(?:designe|signifie|correspond a|renvoie a|est celui)\b(?! (?:ce|cet|cette) )"
    rf"(?! {THE_DIPLOMA} (?:[.;,(]|$))"
    r"|[^.;]{0,60} n(?:e |')(?:\w+ ){1,3}(?:rien|pas|plus|aucun)\b"
)
_LONGEST_CALLED = 40
_CALLED_SO = "called so"
_BETWEEN_SENTENCES = re.compile(r"(?<=\.)\s+(?=[A-ZÀÉÈ])")
# "Il", "Son secteur": said of what the sentence before names
_GOES_ON = ("il ", "elle ", "son ", "sa ", "celui-ci ", "celle-ci ", "la formation ", "la duree ")
_OF_THIS = re.compile(r"(?:ce diplome|cette (?:specialite|mention)) ")

# What a sentence begins with that is said of the page's diploma, below any heading
_OF_THE_PAGES = re.compile(
    r"(?:^|[.;] )(?:(?:c'est|il s'agit d') ?une? |(?:il|ce(?:tte)?|l[ea])"
    r"(?: (?:diplome|certification|specialite|mention))? (?:est|releve) "
    r"|(?:cpc|commission professionnelle consultative) (?:: )?"
    r"|diplome relevant de la (?:cpc|commission) "
    r"|referentiel (?:elabore|etabli|concu|prepare) par la (?:cpc|commission) "
    r"|(?:ce diplome|cette (?:specialite|mention))(?: de niveau [1-8])? se prepare en "
    r"|(?:l[ea] |ce(?:tte)? )[^.;:]{3,160}? (?:se prepare en "
    r"|(?:appartient au|releve du|releve de la (?:cpc|commission)[^.;:]{3,120}? et du) secteur "
    r"|(?:est suivie?|(?:a ete )?(?:elabore|etabli|concu|prepare)e?) par la (?:cpc|commission) )"
    r"|la commission professionnelle consultative competente (?:[a-z]+ ){0,3}est "
    r"|la formation (?:[^.;:]{3,160} )?(?:est d'une duree de|est organisee sur|s'etend sur|dure) "
    r"|on le (?:designe|connait)(?: [a-z]+ment)? (?:par|sous) (?:le|son) sigle "
    r"|(?:le|son) secteur est |(?:la|sa) duree (?:[a-z]+ ){1,5}est "
    r"|(?:diplome|certification|formation)(?: [a-z]+){0,2} de niveau \S{1,4}(?: \(ancien [^()]+\))?"
    r"\.?(?: |$))"
)
# one of these stands in each such text, as it is written
_MAY_TELL = (
    *("iveau ", "relève d", "relevant d", "CPC ", "prépare en ", "ecteur est ", "ecteur «"),
    *("a durée ", "a formation ", "consultative : ", "par la CPC", "par la comm", "ompétente "),
    "sigle ",
)
_MAY_HOLD_SENTENCES = {"description", "documents", "first_session", "last_session"}
# headings of other ways to the diploma, or of parts of the training
_OF_ANOTHER_WAY = re.compile(
    r"\b(?:apprentissage|continue|alternance|v\.?a\.?e|validation|greta|stages?|pfmp|periodes?"
    r"|entreprise|milieu professionnel|epreuves?|ccf|controle|voisin|autres?|passerelles?)\b"
)
_REPLACES = re.compile(
    rf"{_OF_THIS.pattern}"
    r"(?:remplace|succede|(?:a|avait) (?:remplace|succede|pris la suite)|fait suite)\b"
)
_OF_MEASURES = ("durée", "duree", "niveau")  # labels that no lexicon knows begin so
# behind a code, a level, an acronym or an order, other facts may stand on its line, or below it
_OPEN = {None, "code", "level", "acronym", "rncp", "legal_texts"}


class FactLine(NamedTuple):
    """A text outside all sections: the same folded, its segments if all are facts.

    `parts`: its lines, where these are no facts together and one may state level or duration.
    """

    text: str
    plain: str
    segments: list[str]
    place: str
    parts: list[str]


def lines_of_facts(passages: Sequence[Passage], title: str) -> list[FactLine]:
    """Return the lines outside sections, and those of codes and acronyms.

    The words of the title's type in front of a line are no part of its segments. Lines on another
    diploma are left out.
    """
    types = read_title(title).types
    lines = []
    labels: set[tuple[int, int, int]] = set()  # cells that tell what else a value is of
    last: Passage | None = None  # that does not go on with "il"
    telling = words_in("\n".join([passage.piece.text for passage in passages]), _MAY_TELL)
    for passage in passages:
        piece = passage.piece
        goes_on = piece.text[:3] in {"Il ", "il "}
        if not goes_on:
            last = passage
        cell = piece.block.cell
        begin = piece.text[:6].lower() if cell else ""
        if cell and begin.startswith(_OF_MEASURES) and not has_digit(piece.text):
            labels.add((cell.table, cell.row, cell.column))
        field = passage.section.entry.field if passage.section else None
        is_open = field in _OPEN and passage.unknown is None
        is_open = is_open and not (field == "level" and piece.entry)  # its own line
        is_told = is_open or _is_level_among_files(passage)
        # tested here, since a call for each passage costs more
        if not is_told and telling and has_any(piece.text, telling):
            is_told = _tells_below_heading(passage)
        if is_told and not passage.names:
            text = clean(piece.text)
            plain = same_length(text)
            if goes_on and last and _is_about_other(same_length(last.piece.text)):
                continue
            if is_sentence_on_other(plain):
                if own := _own_sentences(text):
                    plain = same_length(own)
                    lines.append(FactLine(own, plain, [], piece.block.place, [own]))
                continue
            segments = fact_segments(_without_type(text, plain, types)) or _badges(piece)
            if segments and piece.parts[1:] and len(piece.lines) > 1:
                by_line = [fact_segments(line) for line in piece.lines]
                segments = [*itertools.chain(*by_line)] if all(by_line) else segments
            if segments and cell and not labels.isdisjoint(_label_places(cell)):
                segments = []
            parts = [] if segments or not has_any(plain, _IN_PARTS) else piece.lines
            lines.append(FactLine(text, plain, segments, piece.block.place, parts))
    return lines


def _is_level_among_files(passage: Passage) -> bool:
    """Return whether a line below documents, or an unknown heading, is the diploma's level alone.

    *Diplôme de niveau 4*, as facts behind the files are; but *Niveau 4* may head some.
    """
    piece, section = passage.piece, passage.section
    if piece.block.has_link or "iveau " not in piece.text or piece is passage.unknown:
        return False
    if section is not None and section.entry.field != "documents":
        return False
    plain = same_length(clean(piece.text))
    return bool(_LEVEL_ALONE.fullmatch(plain) and _SAYS_OF_WHAT.match(plain))


def _tells_below_heading(passage: Passage) -> bool:
    """Return whether a sentence below a heading tells level or commission of the page's diploma.

    *C'est un diplôme de niveau 3.*, *Ce diplôme relève de la CPC Commerce.*, in a description,
    below the documents or a heading that nobody knows; that of another diploma is none.
    """
    piece, section = passage.piece, passage.section
    if piece.block.has_link:
        return False
    if section is not None and section.entry.field not in _MAY_HOLD_SENTENCES:
        return False
    if is_of_another_way(passage.unknown):
        return False
    return bool(_OF_THE_PAGES.search(same_length(clean(piece.text))))


def is_of_another_way(head: Piece | None) -> bool:
    """Return whether a heading is that of another diploma, or of another way to this one.

    *Formation continue*, *CAP Boulanger*: what stands below is not said of the diploma's training.
    """
    text = head.text if head else ""
    return bool(text and (begins_with_type(text) or _OF_ANOTHER_WAY.search(fold(text))))


def durations_of_other_ways(passages: Sequence[Passage]) -> set[int]:
    """Return the sections of durations right below a heading of another diploma or way.

    In the same element: a column beside the text is below no heading of it.
    """
    found: set[int] = set()
    head: Piece | None = None
    for piece, section, _, names, above in passages:
        if piece.block.level and not above:
            head = None if names else piece
        elif (
            head
            and section
            and section.entry.field == "duration"
            and piece.block.containers[1:] == head.block.containers[1:]
            and is_of_another_way(head)
        ):
            found.add(id(section))
    return found


def also_called(passages: Sequence[Passage], title: str) -> Iterator[Statement]:
    """Yield the acronym of the name in `title` behind *Dit aussi*, on its line or below it.

    The word stands before other names too: only capitals made of the name's letters are taken.
    """
    name = read_title(title).name
    for passage in passages:
        head, text = passage.unknown, passage.piece.text
        if head and head is not passage.piece and "aussi" in head.text and "aussi" not in text:
            text = f"{head.text} {text}"
        if passage.section or len(text) > _LONGEST_CALLED or "aussi" not in text:
            continue
        called = _CALLED.fullmatch(text := clean(text))
        if called and is_acronym_of(called["value"], name):
            place = passage.piece.block.place
            yield Statement("acronym", called["value"], text, place, "", "called so")


def _is_about_other(plain: str) -> bool:
    """Return whether *il* in the sentence behind a folded one may be another diploma.

    Not behind *Ce diplôme a pris la suite du CAP Rotin*, whose subject goes on, as that of *Ce
    diplôme est remplacé par* may not.
    """
    return is_sentence_on_other(plain) and not _REPLACES.match(plain)


def _own_sentences(text: str) -> str:
    """Return the sentences of a text but those on another diploma, and that may go on about it.

    `Son secteur est : Bois. Il est remplacé par le 500-23441. Il dure 3 ans.`: the first.
    """
    own = []
    is_on_other = False
    for sentence in _BETWEEN_SENTENCES.split(text):
        plain = same_length(sentence)
        if is_sentence_on_other(plain):
            is_on_other = _is_about_other(plain)
        elif not (is_on_other and plain.startswith(_GOES_ON)):
            is_on_other = is_on_other and not _OF_THIS.match(plain)
            own.append(sentence)
    return " ".join(own)


def _label_places(cell: Cell) -> tuple[tuple[int, int, int], ...]:
    """Return where in its table the label of a cell's value may stand: before it, or on top.

    *Durée de validité des notes* beside *5 ans*.
    """
    beside, above = (cell.table, cell.row, cell.column - 1), (cell.table, 0, cell.column)
    return (beside, above) if cell.row else (beside,)


def _badges(piece: Piece) -> list[str]:
    """Return the texts of elements of their own, if each states a fact: *Niveau 3*, *1 an*."""
    parts = [part for part in piece.parts if part.text.strip()]
    if not 1 < len(parts) == len({part.element for part in parts if part.making}):
        return []
    texts = [text for part in parts if not read_title(text := clean(part.text)).is_type_alone]
    return texts if all(map(fact_segments, texts)) else []


def _without_type(text: str, plain: str, types: frozenset[str]) -> str:
    start = plain.find("niveau ")
    if start > 0:
        before = read_title(text[:start].removesuffix("de "))
        if before.is_type_alone and before.types == types:
            return text[start:]
    return text


def levels(lines: Sequence[FactLine], title: str, place: str) -> Iterator[Finding]:
    """Yield level and label of each level in `title`, which stands at `place`, and in `lines`."""
    if match := _LEVEL_IN_TITLE.search(same_length(title)):
        yield from level_of(title[match.start() : match.end()], title, place, "level in the title")
    for line in lines:
        if "niveau " not in line.plain:
            continue
        for segment in line.segments:
            if match := _LEVEL_ALONE.fullmatch(same_length(segment)):
                label = segment[match.start("value") : match.end("value")]
                yield from level_of(label, line.text, line.place, "level on a line of facts")
        for text in line.parts:
            plain = same_length(text)
            if match := _LEVEL_ALONE.fullmatch(plain.strip(" ().")):
                segment = text.strip(" ().")
                label = segment[slice(*match.span("value"))]
                yield from level_of(label, text, line.place, "level on a line of facts")
                continue
            for match in _LEVEL_IN_SENTENCE.finditer(plain):
                label = text[slice(*match.span(match.lastgroup or "value"))]
                yield from level_of(label, text, line.place)


def level_of(
    label: str, text: str, place: str, rule: str = "level in a sentence"
) -> Iterator[Finding]:
    """Yield level and label that a text states by the words `label`, and their issues."""
    parsed = DiplomaLevel.parse(label)
    yield from placed(parsed.issues, place)
    if parsed.value is not None and parsed.value.level is not None:
        yield Statement("level", parsed.value.level, text, place, "", rule)
        yield Statement("level_label", parsed.value.level_label, text, place, "", rule)


def durations_in_texts(sections: Iterable[Section], of_others: bool) -> Iterator[Statement]:
    """Yield duration and label that the first sentence of a paragraph states of the training.

    `of_others`: the texts tell of other diplomas too, of which *il* may be one.
    """
    for piece in itertools.chain.from_iterable(section.content for section in sections):
        if "dur" not in piece.text and " en " not in piece.text and " sur " not in piece.text:
            continue
        text = clean(piece.text)
        for match in _DURATION_IN_TEXT.finditer(same_length(text)):
            # of a training that is told of further on, where others are
            if match["own"] or not (of_others or (match.start() and match["prepared"])):
                label = text[slice(*match.span(match.lastgroup or "value"))]
                yield from duration_of(label, text, piece.block.place)


def duration_of(label: str, text: str, place: str) -> Iterator[Statement]:
    """Yield duration and label that a text states by the words `label`; nothing by other words."""
    parsed = Duration.parse(label).value
    if parsed is not None and parsed.duration_months is not None:
        for name in ("duration_months", "duration_label"):
            yield Statement(name, getattr(parsed, name), text, place, "", "duration in the text")


def durations(lines: Sequence[FactLine], diploma: DiplomaIdentity) -> Iterator[Statement]:
    """Yield duration and label of each line of facts or sentence that states one.

    Not those of another diploma: *Le CAP Fleuriste se prépare en deux ans*.
    """
    for line in lines:
        terms = (_TERM_ALONE.fullmatch(same_length(segment)) for segment in line.segments)
        stated = zip(line.segments, terms, strict=True)
        labels = [text[slice(*term.span("value"))] for text, term in stated if term]
        at = 0
        # "Entrée en vigueur à la session 2017", and on the next line "Formation de 2 ans"
        for text in () if labels else [line.text, *line.parts[1:]]:
            at = max(at, line.text.find(text))
            for match in _DURATION.finditer(line.plain if text is line.text else same_length(text)):
                start, end = match.span()
                if attribution(line.text, diploma).owner(at + start, at + end) == "own":
                    labels.append(text[slice(*match.span(match.lastgroup or "value"))])
        for label in labels:
            yield from duration_of(label, line.text, line.place)


def sorts(lines: Sequence[FactLine], diploma: DiplomaIdentity) -> Iterator[Statement]:
    """Yield the commission and the sector that lines name in quotes or say, of no other diploma."""
    for line in lines:
        if not ("cpc" in line.plain or "commission" in line.plain or "secteur" in line.plain):
            continue
        yield from (official := _official(line, diploma))
        # "Son secteur est …" is said of the diploma, whatever the sentence before names
        told = [*_SORT_IN_SENTENCE.finditer(line.text)]
        for text in (line.text, *line.parts[1:]):
            told += _SORT_TOLD.finditer(text)
        called = (
            match
            for match in _SORT.finditer(line.text)
            if attribution(line.text, diploma).owner(*match.span(), is_name=True) == "own"
        )
        alone = _SECTOR_ALONE.fullmatch(line.text)
        # "(secteur Métallurgie)", behind a commission
        bracket = _SECTOR_IN_BRACKET.fullmatch(line.text)
        is_official = alone and _officials().fullmatch(f"cpc {same_length(alone['name'])}")
        alone = alone if is_official else bracket
        if alone:
            yield Statement("sector", alone["name"], line.text, line.place, "", _CALLED_SO)
        for match in (*called, *told):
            name = "cpc" if match["cpc"] else "sector"
            if name == "cpc" and official:
                continue
            yield Statement(name, match["name"], line.text, line.place, "", _CALLED_SO)


def _official(line: FactLine, diploma: DiplomaIdentity) -> list[Statement]:
    """Return the commissions that a line calls by their official names, of no other diploma.

    And the sectors that stand right behind them.
    """
    if "cpc" not in line.plain and "commission" not in line.plain:
        return []
    found = [
        match
        for match in _officials().finditer(line.plain)
        if not _EXAMINES.match(line.plain, match.end())
        and not attribution(line.text, diploma).is_denied(match.start())
        and attribution(line.text, diploma).owner(*match.span(), is_name=True) == "own"
    ]
    boards = [("cpc", line.text[slice(*match.span("name"))]) for match in found]
    behind = (_SECTOR_BEHIND.match(line.text, match.end()) for match in found)
    sectors = [("sector", match["name"]) for match in behind if match]
    return [
        Statement(field, name, line.text, line.place, "", _CALLED_SO)
        for field, name in (*boards, *sectors)
    ]


@cache
def _officials() -> re.Pattern[str]:
    """Match a commission by its official name, in texts of `same_length`.

    *Commerce* is one of the eleven too, and as the name of diplomas in no list of sectors.
    """
    words = (row["words"] for row in rows("title_words.csv") if row["kind"] == "sector")
    plain = map(same_length, ("Commerce", *words))
    names = sorted(map(re.escape, plain), key=len, reverse=True)
    return re.compile(rf"{_BEFORE_OFFICIAL}(?P<name>{'|'.join(names)})(?![\w-])")


# behind a commission on its line, or below it: the words of a site's menus are no sectors
_SECTOR_ALONE = re.compile(r"[Ss]ecteur (?P<name>[^.;:]{3,100}?)\.?")
_SECTOR_IN_BRACKET = re.compile(
    r"\([Ss]ecteur(?: professionnel)? (?P<name>[A-ZÀ-Ý][^.;:()]{3,100})\)\.?"
)
# ", secteur Métallurgie."
_SECTOR_BEHIND = re.compile(
    r"\s?[»”\"]?\s?[,(/–-]\s?(?:[Ll]e |dans le )?[Ss]ecteur(?: ?:)? [«“\"]? ?"
    r"(?P<name>[A-ZÀ-Ý][^.;:()«»“”\"\s]{0,30}"
    r"(?: (?!(?:est|a|il|elle|ce|son|qui|dont|par)\b)[^.;:()«»“”\"\s\d]{1,30}){0,8})"
    r" ?[»”\"]?(?=[.;)](?:\s|$|[.,;])|\s[–|/-]\s|$)"
)
# "La CPC Industrie examine les diplômes de la chaudronnerie": no commission of this one
_EXAMINES = re.compile(
    r"[^.;,]{0,60} (?:(?:examine|etudie|traite|gere|reunit|suit|porte)(?:nt|ra)?(?: sur)?"
    r"|pour (?:etudier|examiner)) "
    rf"(?!{THE_DIPLOMA} ?(?:[.;,(]|$))"
    rf"|(?: [a-z]+)? (?:sur|pour) (?:les|des) (?:{NOUNS})s?\b"
)


def _is_of_something_else(text: str, told: re.Match[str], diploma: DiplomaIdentity) -> bool:
    """Return whether a sentence with an acronym says it of a school, an office, an examination."""
    means_else = _MEANS_ELSE.match(same_length(text), told.end()) is not None
    return means_else or attribution(text, diploma).is_told_of_else(*told.span())


def acronyms(lines: Sequence[FactLine], title: str) -> Iterator[Statement]:
    """Yield the segments of lines of facts that are the acronym of the name in `title`.

    They are called so, also in a sentence, or are made of the name's first letters.
    """
    name = read_title(title).name
    words = fold(name).split()
    for line in lines:
        for segment in (line.text.strip(" ()"), *line.segments):
            match = _ACRONYM.fullmatch(segment)
            # "ORFEVRE" begins "orfèvre, option monteur en orfèvrerie", and is a word of it
            is_made = match and fold(match["value"]) not in words
            # nor are "ODT", a file's format, and "BP", the type
            is_made = is_made and not (_NO_ACRONYM.match(segment) or is_file_detail(segment))
            is_made = is_made and not read_title(segment).is_type_alone
            # nor is "Date", the name of a column
            is_made = is_made and match and sum(map(str.isupper, match["value"])) > 1
            said = match and match["said"] and not match["value"].islower()  # "sigle officiel"
            if match and (said or (is_made and is_acronym_of(match["value"], name))):
                rule = "called so" if said else "first letters of the name"
                rule = f"{rule}, on a line of facts"
                yield Statement("acronym", match["value"], line.text, line.place, "", rule)
        told = _IN_SENTENCE.search(line.text) if has_any(line.plain, _CALLS) else None
        value = told and not line.segments and (told["value"] or told["alone"])
        if value and told and told["short"] and not is_acronym_of(value, name):
            value = None  # "le contrôle en cours de formation, en abrégé CCF"
        if value and told and _is_of_something_else(line.text, told, DiplomaIdentity(name=name)):
            value = None
        if value and not _NO_ACRONYM.match(value):  # "Le sigle CCF désigne le contrôle en cours"
            yield Statement("acronym", value, line.text, line.place, "", "called so")
