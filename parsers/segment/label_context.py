"""Change what labels mean by what stands around them: versions, fields of work, groups of facts."""

import itertools
import re
from itertools import pairwise

from parsers.segment.pieces import Piece, PieceKind
from parsers.segment.stated_facts import whole_code
from parsers.segment.tables import names_order_of, names_orders
from schema.code import codes_in
from schema.label_entry import Entry
from schema.text import has_digit, same_length
from schema.title import begins_with_type

_FORMER = re.compile(r"(?:l'|l[ea] )?(?:ancien(?:ne)?|precedente?|ex)[ -](?=[a-z])")
_TEXT = r"(?:version|referentiel|reglementation|regime|diplome)"
# "Version antérieure (500-33204 T) – dernière session : 2020", above what it had, and the other
_FORMER_TEXT = re.compile(
    rf"(?:l'|l[ea] )?(?:(?:ancien(?:ne)?|precedente?) {_TEXT}"
    rf"|{_TEXT} (?:anterieure?|precedente?))\b"
)
_TEXTS_UNTIL = re.compile(
    r"[^(]*(?:version|referentiel|reglementation)\W{1,4}jusqu'?a la session \d{4}(?: incluse?)?\W*"
)
_PRESENT_TEXT = re.compile(
    rf"(?:l'|l[ea] )?(?:(?:actuel(?:le)?|present) {_TEXT}|{_TEXT} (?:en vigueur|actuel(?:le)?))\b"
)
_OPENS_VERSION = re.compile(r"(?:a partir|a compter|depuis|jusqu)")
_TELLS_OF_FORMER = re.compile(r"\b(?:l'|les? )anciens? |\bprecedent|\bce\w* \w+ remplace\b")
_FIELD_OF_WORK = re.compile(r"(?:[\divx]{1,4}(?:[.)]| ?[–-]) ?)?(?:les? )?champs? d'activites?\b")
# as are the branches below *Secteurs d'activité*, or a sentence on them
_BRANCHES = re.compile(r"(?:[\divx]{1,4}(?:[.)]| ?[–-]) ?)?(?:les? )?secteurs? d'activites?\b")
_ORDER = re.compile(r"(?:arr?ete|decret) (?:\w{1,12} ){0,3}du \d")
_PART_OF_SECTOR = re.compile(r"\W*sous[ -]secteur")
# "Le métier", "Un diplôme pour quel métier ?", and no "Métiers visés"
_ONE_TRADE = re.compile(r"\b(?:metier|profession)\b")
_TELLS_OF_WORK = re.compile(
    r"(?:l[ea]s? |l'|ils? |elles? |on |c'est |cet? |cette |professionnel|a l'issue "
    r"|(?:selon|dans|sur|pour|par|avec|chaque|souvent|une?|tou[st]|s(?:on|a|es)|au|aux) "
    r"|.{0,100}?\b(?:ils?|elles?|on) [a-z]"
    # "Tourné vers le transport, ce professionnel …", "…, tenir la caisse : telles sont ses tâches"
    r"|.{0,100}?[,:] (?:ce(?:tte)? professionnel|l[ea] diplomee? |le titulaire |tel(?:le)?s sont ))"
)
# "Ses tâches sont les suivantes :", above the list of them
_LEADS_TO_WORK = re.compile(
    r"\b(?:taches?|activites?|missions?|consistent?|capables?|charge|il s'agit de|sait|peut)\b"
    r"[^.:]{0,40}:$"
)
# "Le titulaire du BTS X est chargé de préparer …", whatever it says of his posts further on
_TELLS_TASK = re.compile(
    r"(?:l[ea] |l'|cet? |cette |il |elle )[^.:;]{0,140}?\b"
    r"(?:(?:est (?:charge|capable|apte|amene|appele)e?|sait"
    r"|a pour (?:mission|tache|role|fonction)s?)(?: principales?)?"
    r" (?:de |d'|a )(?!devenir|exercer)[a-z]|sait [a-z]+(?:er|ir|re) )"
)
_WORKS = re.compile(r"\b(?:exerc|situ|trouv|travaill|intervien|debut)\w+\b")
_LEADS_TO_TRADES = re.compile(
    # "exerce le métier de vannier", but "en contact avec d'autres corps de métier"
    r"\b(?:exerc(?!ice\b)|occup|acced|prepar|vis|debut|trouv|pourv|men|condui|form|debouch|embauch|recrut)"
    r"\w*\b[^.:;]{0,60}?(?<!corps de )(?<!exercice d'un )"
    r"\b(?:metiers?(?! d'art\b)|emplois?|postes?|professions?|fonctions?)"
    r"(?: (?!travail\b)\w{4,14})?(?: ?:| (?:d(?!e travail\b|ans\b)|suivant))"
    r"|(?:^|\. )(?:l[ea]s? |ces )?(?:metiers|emplois|postes|professions|appellations)\b"
    r"[^.:;]{0,40}:"
    r"|\b(?:debut|exerc|travaill|embauch|recrut|interv)\w*\b[^.:;]{0,60}?\b"
    r"(?:comme\b(?! (?:dans|en|au|aux|a|sur|chez|pour)\b)|en tant qu|en qualite d)"
    r"|\bdevenir\b|\bdevien(?:t|nent|dra|dront)\b"
    r"|^(?:le )?(?:metier|poste) d(?:e |')"
    r"(?!.* (?:consist|s'exerc|demand|requi|compren|exig|offr|impliqu))"
)
# "Entretenir les outils de coupe", in a list of what somebody does
_ACTIVITY = re.compile(r"(?:s'|se )?[a-z]{3,}(?:er|ir|re) (?:l[ea]s? |l'|une? |des |du |et |aux? )")
_PREREQUISITES = re.compile(
    r"(?:[\W\divx]{0,6}\W)?(?:(?:les |quels sont les )?pre-?requis(?: (?:de|pour) la formation)?"
    r"|(?:le )?profil)\W*"
)
# what is asked of candidates beside qualities and knowledge
_ADMITS = re.compile(
    r"\b(?:diplom|titulaire|niveau|bac\b|baccalaureat|bep\b|cap\b|bp\b|brevet|certificat"
    r"|classes?\b|troisieme|seconde|terminale|\d+ ans|inscri|admis|admission|dossier"
    r"|concours|age\b|experience professionnelle|parcoursup|ouverte?\b|apprenti"
    r"|aucun prerequis|sans (?:condition|diplome|selection)|permis\b|habilitation"
    r"|visite medicale|medical|certification|etudes|formation initiale|casier|majeur)"
)
_QUALITIES = re.compile(
    r"\b(?:sens (?:de|du|d')|patience|rigueur|curiosite|autonomie|esprit|gout|motivation"
    r"|relationnel|perseverance|ponctualite|minutie|aisance|adresse|habile|discretion|memoire"
    r"|(?:curieu|soigneu|rigoureu|patient|dynami|disponib|motive|intere|passion|creati|courtois"
    r"|resistan|allergi|physique)[a-z]*|imagination|calme|sang-froid|politesse|endurance|agilite"
    r"|equilibre|vertige|attend|vision|vue|sante|station debout|port de charges"
    r"|qualites?|soin|respect|ecoute|rendre compte|tenue"
    r"|presentation soignee|(?:s'exprimer|s'interesser|apprecier|accepter|aimer|supporter))\b"
)
_STATE = re.compile(r"vigueur|abrog|supprim|acti[fv]|valid|ferme|ouvert|remplac|\bnon\b|\boui\b")
_WORDS_OF_TEXT = 6  # behind the first; names of sectors have fewer
_WORDS_OF_LEAD = 3  # of "Ce professionnel sait notamment :"
_SHORTENED = 8  # "Dipl. n. 500-24133"
_WITH_CODES = frozenset({"code", "option", "title"})


def labels_in_context(pieces: list[Piece]) -> list[Piece]:
    """Return pieces whose labels mean what the pieces around them make of them."""
    pieces = [
        each
        for piece in pieces
        for each in (
            # tested here, since a call for each piece of a page costs more than all below
            _of_version(piece) if piece.kind == "heading" and piece.block.level > 1 else (piece,)
        )
    ]
    pieces = _with_effects_of_orders(_without_facts_of_others(pieces))
    pieces = _with_situations(_with_prerequisites(pieces))
    pieces = _with_one_trade(_with_sectors(_with_groups_of_facts(pieces)))
    pieces = _with_changes_in_turn(pieces)
    return _of_present_diploma(_of_last_session(pieces))


def _with_effects_of_orders(pieces: list[Piece]) -> list[Piece]:
    """Make labels of orders of cells such as *Création* in front of the cell of an order.

    In front of the day of one it may head a column.
    """
    heads = [
        number
        for number, (piece, value) in enumerate(pairwise(pieces))
        if piece.kind == "text"
        and piece.block.cell
        and value.kind == "text"
        and value.block.cell
        and _is_beside(piece, value)
        and (names_orders(piece.text) or names_order_of(piece.text, value.text))
        and _ORDER.match(same_length(value.text))
    ]
    result = [*pieces] if heads else pieces
    for number in heads:
        piece = pieces[number]
        entry = Entry("legal_texts", "legal", piece.text)
        result[number] = Piece("label", piece.block, entry, piece.text, "", ())
    return result


def _is_beside(piece: Piece, value: Piece) -> bool:
    """Return whether a cell stands right before that of a value, in the same row."""
    first, second = piece.block.cell, value.block.cell
    if first is None or second is None or first[:2] != second[:2]:
        return False
    return first.column + 1 == second.column


def _without_facts_of_others(pieces: list[Piece]) -> list[Piece]:
    """Return pieces in which facts below the name of a diploma to go on to are its text.

    `<h3>BP Vannier</h3><p>Niveau 4. Code 450-23405.</p>`, below *Poursuite d'études*.
    """
    if not [p for p in pieces if p.entry and p.entry.field == "further_study"]:
        return pieces
    field, is_below = "", False
    others: set[int] = set()  # numbers of the blocks
    for piece in pieces:
        # not `is_section`, since a call for each label costs more
        if piece.kind == "label" and piece.entry and piece.entry.kind != "value":
            field, is_below = piece.entry.field, False
        elif field == "further_study" and piece.kind == "heading" and piece.block.level:
            is_below = begins_with_type(piece.text)
        elif is_below and piece.kind == "pair":
            others.add(piece.block.number)
    result: list[Piece] = []
    for piece in pieces if others else ():
        block = piece.block
        if block.number not in others:
            result.append(piece)
        elif not result or result[-1].block is not block:
            result.append(Piece("text", block, None, "", block.text, block.parts))
    return result or pieces


def _with_groups_of_facts(pieces: list[Piece]) -> list[Piece]:
    """Make a mere heading of a set-off label of codes above a labelled fact or a sentence.

    *Nomenclature* above *Niveau : 3*, or above *Diplôme classé au niveau 3.*
    """
    heads = [
        number
        for number, piece in enumerate(pieces[:-1])
        if piece.kind == "label"
        and piece.entry is not None
        and piece.entry.field == "code"
        and (piece.block.level or piece.block.strong)
        and not piece.block.cell
        and piece.block.kind != "term"
        and _begins_facts(pieces[number + 1])
    ]
    if not heads:
        return pieces
    result = [*pieces]
    for number in heads:
        entry = Entry("", "heading", pieces[number].label)
        result[number] = pieces[number]._replace(entry=entry)
    return result


def _begins_facts(piece: Piece) -> bool:
    """Return whether a piece below a label of codes is no code but another fact."""
    if piece.block.level:
        return False
    if piece.kind == "pair":
        entry = piece.entry  # "Option A : 500-24133" has a code too
        return entry is not None and entry.kind == "value" and entry.field not in _WITH_CODES
    is_ended = piece.text[-1:] == "." or ". " in piece.text[_SHORTENED:]
    is_whole = is_ended and piece.text.count(" ") > 1
    return piece.kind in {"text", "item"} and is_whole and piece.text[:1].isalpha()


def _of_version(piece: Piece) -> tuple[Piece, ...]:
    """Make a label of a heading such as *Ancien CAP tonnellerie*, as *Ancien diplôme* is one.

    Of one such as *Version antérieure (500-33204 T)* too, whose text stands below it.
    """
    plain = same_length(piece.text)
    former = _FORMER.match(plain)
    if former and begins_with_type(piece.text[former.end() :]):
        return (piece._replace(kind="label", entry=Entry("replaces", "value", piece.text)),)
    # "Ancienne version (jusqu'à la session 2004)", above texts of this diploma
    if _FORMER_TEXT.match(plain) and _TEXTS_UNTIL.fullmatch(plain):
        entry = Entry("", "heading", piece.text)
    elif _FORMER_TEXT.match(plain):
        entry = Entry("replaces", "value", piece.text)
    elif _PRESENT_TEXT.match(plain):
        entry = Entry("", "heading", piece.text)
    else:
        return (piece,)
    text = Piece("text", piece.block, None, "", piece.text, piece.parts)
    label = piece._replace(kind="label", entry=entry)
    return (label, text) if has_digit(plain) else (label,)


def _with_changes_in_turn(pieces: list[Piece]) -> list[Piece]:
    """Make a label of orders of *Dernière modification : arrêté du …* above further orders.

    These go on in small letters. Elsewhere it may be the day on which a page was changed.
    """
    heads = [
        number
        for number, piece in enumerate(pieces[:-1])
        if piece.kind == "pair"
        and piece.entry is not None
        and piece.entry.kind == "ignored-value"
        and piece.text[:2] in {"ar", "dé"}
        and pieces[number + 1].kind in {"text", "item"}
        and pieces[number + 1].text[:2] in {"ar", "dé"}
    ]
    result = [*pieces] if heads else pieces
    for number in heads:
        piece, after = pieces[number], pieces[number + 1]
        if all(_ORDER.match(same_length(each.text)) for each in (piece, after)):
            entry = Entry("legal_texts", "legal", piece.label)
            result[number] = piece._replace(entry=entry)
    return result


def _with_sectors(pieces: list[Piece]) -> list[Piece]:
    """Return pieces whose labels of sectors mean what stands below and beside them.

    A *sous-secteur* is a part of the *secteur* where the page names that too, else the sector.
    """
    heads = {
        number: same_length(piece.label)
        for number, piece in enumerate(pieces)
        if piece.entry is not None and piece.entry.field == "sector"
    }
    named = [number for number, label in heads.items() if "secteur" in label]
    parts = [number for number in named if _PART_OF_SECTOR.match(heads[number])]
    result = [*pieces] if heads else pieces
    for number in parts if len(parts) < len(named) else ():
        entry = Entry("", "ignored-value", pieces[number].label)
        result[number] = pieces[number]._replace(entry=entry)
    fields = [
        number
        for number, label in heads.items()
        if _FIELD_OF_WORK.match(label)
        or (_BRANCHES.match(label) and _says_where(_value_below(pieces, number)))
    ]
    return _with_fields_of_work(result, fields) if fields else result


def _with_fields_of_work(pieces: list[Piece], heads: list[int]) -> list[Piece]:
    """Make a description's label of *Champ d'activité* above sentences: elsewhere it is a sector's.

    So the référentiels call what the holder of the diploma does, and where. `heads`: where such
    labels stand.
    """
    result = [*pieces]
    for number in heads:
        piece, value = pieces[number], _value_below(pieces, number)
        is_text = value is piece or (value.entry is None and value.kind in {"text", "item"})
        is_whole = value.text.endswith((".", ";")) and value.text.count(" ") >= _WORDS_OF_TEXT
        # "Ses missions :", which is a label of the same field
        is_named = value.entry is not None and value.entry.field == "description"
        leads = value.kind == "label" and is_named and value.label.endswith(":")
        is_task = value.kind == "item" and _ACTIVITY.match(same_length(value.text))
        if leads or is_task or (is_text and (is_whole or value.text.endswith(":"))):
            entry = Entry("description", "text", piece.label)
            result[number] = piece._replace(entry=entry)
    return result


def _with_prerequisites(pieces: list[Piece]) -> list[Piece]:
    """Make expectations' labels of *Prérequis*, *Profil* above qualities, as *sens du contact*.

    Where the access stands elsewhere, above any text. Above a diploma, a level, an age or an
    examination of candidates it is a label of access.
    """
    heads = [n for n, p in enumerate(pieces) if p.entry and p.entry.field == "access"]
    ones = [n for n in heads if _PREREQUISITES.fullmatch(same_length(pieces[n].label))]
    result = [*pieces] if ones else pieces
    for number in ones:
        piece = pieces[number]
        below = itertools.takewhile(_is_below, pieces[number + 1 :])
        text = " ".join([piece.text, *(each.text for each in below)])
        plain = same_length(text)
        is_profile = same_length(piece.label).strip(" :").endswith("profil")
        is_other = is_profile or len(ones) < len(heads) or bool(_QUALITIES.search(plain))
        if is_other and not _ADMITS.search(plain):
            entry = Entry("expectations", "text", piece.label)
            result[number] = piece._replace(entry=entry)
    return result


def _with_situations(pieces: list[Piece]) -> list[Piece]:
    """Make a mere name of a column of *Situation* above cells that are no states of a diploma.

    *Voie scolaire | en lycée*, in a table of an access text.
    """
    heads = [
        (number, piece.block.cell)
        for number, piece in enumerate(pieces)
        if piece.kind == "label" and piece.entry and piece.entry.field == "status"
        and piece.block.cell and not piece.block.cell.row
    ]  # fmt: skip
    if not heads:  # nearly all pages
        return pieces
    columns: dict[tuple[int, int], list[str]] = {}
    for piece in pieces:
        if (cell := piece.block.cell) and cell.row:
            columns.setdefault((cell.table, cell.column), []).append(same_length(piece.text))
    result = [*pieces]
    for number, cell in heads:
        below = columns.get((cell.table, cell.column), [])
        beside = pieces[number + 1 : number + 2]  # "Statut | valide", above "Niveau | 5"
        below += [same_length(p.text) for p in beside if _is_beside(pieces[number], p)]
        if below and not any(map(_STATE.search, below)):
            block, label = pieces[number].block, pieces[number].label
            kind: PieceKind = "heading" if block.kind == "term" else "text"
            result[number] = Piece(kind, block, None, "", label, block.parts)
    return result


def _is_below(piece: Piece) -> bool:
    return not (piece.block.level or (piece.entry is not None and piece.entry.is_section))


def _value_below(pieces: list[Piece], number: int) -> Piece:
    """Return the piece that holds the value of a label: the pair itself, or the piece behind it."""
    piece = pieces[number]
    return piece if piece.kind == "pair" else next(iter(pieces[number + 1 : number + 2]), piece)


def _last_heading(pieces: list[Piece], number: int) -> int:
    """Return the number of the smaller heading right below a heading, else that heading's own."""
    level = pieces[number].block.level
    for below in pieces[number + 1 : number + 2]:
        is_of_text = below.kind == "heading" or (
            below.kind == "label" and below.entry and below.entry.field == "description"
        )
        if level and below.block.level > level and is_of_text:
            return number + 1
    return number


def _with_one_trade(pieces: list[Piece]) -> list[Piece]:
    """Make a description's label of *Le métier* above a sentence on what is done in it.

    Elsewhere it is a label of trades: above a name, or a sentence that leads to some.
    """
    result = pieces
    labels = [n for n, p in enumerate(pieces) if p.entry and p.entry.field == "trades"]
    # "📘 Le métier", whose mark is a question mark in these texts
    plain_labels = {n: same_length(pieces[n].label).lstrip("? ") for n in labels}
    ones = {n for n, label in plain_labels.items() if _ONE_TRADE.search(label)}
    for number in sorted(ones):
        piece = pieces[number]
        below = _value_below(pieces, _last_heading(pieces, number))
        # "Le titulaire de ce diplôme est capable de :", a label itself
        is_led = below.entry is not None and below.entry.field == "description"
        is_led = is_led and not below.block.level and below.label[-1:] == ":"
        if not is_led and (below.entry not in {None, piece.entry} or not _tells_of_work(below)):
            continue
        # "… à un poste de technicien", where *Exemples de métiers* holds the trades
        plain = same_length(below.text)
        has_list = len(labels) > len(ones)
        if has_list or is_led or _TELLS_TASK.match(plain) or not _LEADS_TO_TRADES.search(plain):
            result = [*pieces] if result is pieces else result
            result[number] = piece._replace(entry=Entry("description", "text", piece.label))
    return result


def _tells_of_work(piece: Piece) -> bool:
    """Return whether a piece is a whole sentence that begins as those on a trade do, or a task."""
    if piece.kind == "item" and _ACTIVITY.match(same_length(piece.text)):
        return True
    is_lead = piece.text.endswith(":")
    if piece.text.count(" ") < (_WORDS_OF_LEAD if is_lead else _WORDS_OF_TEXT):
        return False
    plain = same_length(piece.text)
    # of several sentences the last stop may be missing
    is_whole = ". " in f"{plain} " or _LEADS_TO_WORK.search(plain)
    return bool(is_whole and _TELLS_OF_WORK.match(plain))


def _says_where(piece: Piece) -> bool:
    """Return whether a sentence says where somebody works: *Il exerce dans un atelier …*."""
    return _tells_of_work(piece) and bool(_WORKS.search(same_length(piece.text)))


def _of_last_session(pieces: list[Piece]) -> list[Piece]:
    """Make a predecessor's of the heading *Jusqu'à la session 2019*, beside *À partir de … 2020*.

    What stands below each is of one of both.
    """
    heads = {
        piece.entry.field: number
        for number, piece in enumerate(pieces)
        if piece.kind == "pair" and piece.entry and _OPENS_VERSION.match(same_length(piece.label))
    }
    first, last = (heads.get(f"{which}_session") for which in ("first", "last"))
    if first is None or last is None:
        return pieces
    piece, other = pieces[last], pieces[first]
    if not (piece.block.level == other.block.level > 1 and piece.text < other.text):
        return pieces
    name = f"{piece.label} {piece.text}"
    label = piece._replace(kind="label", entry=Entry("replaces", "value", name), label=name)
    return [*pieces[:last], label, *pieces[last + 1 :]]


def _of_present_diploma(pieces: list[Piece]) -> list[Piece]:
    """Make a mere heading of *Nouveau diplôme* where another one is *Ancien diplôme*.

    Or where the text below it tells of the former one too, and so of which diploma what is.
    """
    heads = {
        piece.entry.field: number
        for number, piece in enumerate(pieces)
        if piece.kind == "label"
        and piece.entry
        and piece.block.level
        and (piece.entry.field == "replaces" or "nouve" in piece.label.lower())
    }
    number = heads.get("replaced_by")
    if number is None:
        return pieces
    below = "".join(piece.text for piece in pieces[number + 1 : number + 2])
    stated = (
        piece.text or after.text
        for piece, after in pairwise([*pieces, pieces[-1]])
        if piece.entry and piece.entry.field == "code"
    )
    own = {code for text in stated for code in codes_in(text)}
    is_code = whole_code(below) is not None
    is_named = bool(codes_in(below)) and (begins_with_type(below) or has_digit(below[:1]))
    if own and (is_code or is_named) and own.isdisjoint(codes_in(below)):
        return pieces  # no more than the code of a third one, or its name with the code
    if "replaces" not in heads and not _TELLS_OF_FORMER.search(same_length(below)):
        return pieces
    # whose a code alone is, nothing says where the page states none of its own
    kind = "heading" if own or not is_code else "ignored-value"
    entry = Entry("", kind, pieces[number].label)
    return [*pieces[:number], pieces[number]._replace(entry=entry), *pieces[number + 1 :]]
