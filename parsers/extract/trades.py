"""The trades of a section: list items, lines, neighbouring elements, or one sentence."""

import re
from collections.abc import Mapping

from parsers.model.blocks import Part
from parsers.model.file_types import is_file
from parsers.segment.line_marks import without_bullet
from parsers.segment.pieces import Piece
from schema.issues import Issue, IssueCode, issue, unlabelled
from schema.text import clean, same_length
from schema.trade import Trade, parse_trade
from schema.vocabulary import lone_words

_VERB = lone_words("sentence of a trade")
_JOBS = r"(?:metier|emploi|poste|profession|appellation|fonction(?!s? publi))s?"
# "Ce diplôme prépare aux métiers suivants : …", "… les métiers de …", "Les emplois occupés sont
# ceux de …", "Les appellations d'emploi les plus courantes sont les suivantes : …"
_LEAD_IN = re.compile(
    rf"^.*?\b{_JOBS}(?=[\s:])(?:[\w' -]{{0,60}}\bsont ce(?:ux|lles))?\s*"
    r"(?:(?:suivants?|possibles?|vises?|accessibles?|occupes?|exerces?|concernes?)\s*)?"
    r"(?::\s*|(?:tels? que|comme)\s+|(?:de |d['’]\s?)(?!(?:emplois?|art|travail)\b))"
    rf"|^.*?\b{_JOBS}(?: [\w'’-]+){{1,8}} ?:\s*"
    # "On devient …", "Il débute comme …", "Exemples : …"
    r"|^.{0,150}?\b(?:devien(?:t|nent|dra|dront)|devenir|(?:prepare|forme)(?:nt)? a etre"
    r"|(?:debut|exerc|travaill|embauch|recrut|employ)\w*(?:\(e?s?\))? (?:\w+ ){0,2}?"
    r"(?:comme|en tant que|en qualite de))\s(?::\s?)?"
    # "L'emploi peut être intitulé …", "Le professionnel est appelé …"
    r"|^.{0,80}?\b(?:etre|est|sont) (?:\w+ )?(?:intitule|appele|denomme|nomme)e?s?\s(?::\s?)?"
    r"|^(?:par |a titre d')?exemples?\s*:\s*"
)
# A line that may be led in so, without a colon or one of the verbs of a sentence.
_IS_LED = re.compile(
    r"\bdevien(?:t|nent|dra|dront)\b|\bdevenir\b|\b(?:prepare|forme)(?:nt)? a etre\b"
    r"|[\w)] (?:comme|en tant que|(?<!etudes )en qualite de(?! l'))\b"
    # "L'insertion se fait aux emplois de …", "Les offres portent sur des postes de …"
    rf"|^(?:l[ea]s? |l['’]|cet?(?:te)? |ces |on |ils? |elles? )(?:[\w'’-]+ ){{2,8}}{_JOBS} d"
    rf"|\b(?:trouv|occup|pourv|acced|prepar|vis|condui|form|debouch|men)\w* .{{0,40}}\b{_JOBS} d"
)
# the words that trades begin with, but for the one word of a trade
_PERSON = re.compile(
    r"(?!(?:entretien|soutien|bien|quotidien|sec|mo|interi|exteri|super?i|infer?i|val|coul|chal|vap"
    r"|fl|ascens|trac|reac|conten|radiat|capt|compress|ordinat|dou?c|haut|larg|long)(?:teur|eur)?\b"
    r"|(?:chant|pap|courr|mobil|immobil|quart|atel|clav|doss|ac|met|calendr|escal|prem|dern|hospital"
    r"|financ|rout|forest|fruit|lait|particul)iers?\b|(?:restaur|cour|roul|viv|suiv|mont)ant\b)"
    r"(?:[a-z-]*(?:eur|euse|ier|iere|ien|ienne|iste|trice|ants?|ante|graphe|logue|esse)"
    r"|(?:auxili|gestionn|secret|receptionn|antiqu|bibliothec|veterin|commissionn|fonctionn|libr)aire"
    r"|(?:design|manag|hack|report|lead|barb|boulang|bouch|horlog|fromag|berg|maraich|vach|porch|(?:tele)?conseill|cordi)e?re?"
    r"|agente?|chef(?:fe)?|commise?|employee?|chargee?|aide|responsable|pilote|peintre|maitre|capitaine"
    r"|hote|garde(?= [da])|orfevre|analyste|personnel(?= d)|comptable|macon(?:ne)?|artisane?"
    r"|barman|barmaid|deleguee?|(?:technico-)?commerciale?"
    r"|charron|couvreur|ouvriere?|cadre|laborantine?|geometre|juge)s?\b"
)
# of these words none is what somebody works with, or an adjective: "comptable", "ascenseur" may be
_ONLY_PERSON = re.compile(
    r"(?:secretaire|receptionniste|standardiste|gestionnaire|laborantine?|geometre|fleuriste)s?"
)
_FRAGMENT = re.compile(
    r"(?:ils?|elles?|on|cet?|cette|ces|sa|son|ses|leurs?|dans|chez|avec|pour|bien|mais|puis|comme"
    r"|durant|pendant|depuis|selon|qui|dont|sans|sur|par|afin|ainsi|parfois|aussi"
    r"|en (?:lien|vue|savoir)|y compris|grace|lors|apres|avant|a partir|notamment|et|ou|d'autres?"
    r"|l[ea]s? (?:titulaires?|diplomee?s?|emplois?|entreprises?|debouches?|jeunes))\b"
)
_PRONOUN = re.compile(r"\b(?:(?:ils?|elles?|on(?! line\b)|(?<![/(.·-])se) [a-z]|s'(?!il)[a-z])")
# "chiffrer une commande", "couper et coudre", "rendre compte à": no trade has an article behind its
# first word, and few end as verbs do
_ACTIVITY = re.compile(
    r"[a-z]+(?:er|ir|re|oir) (?:(?:une?|l[ea]s?|sa|son|ses|leurs?|cet?|cette|ces)\b|l')"
    r"|(?P<first>[a-z]+(?:er|ir|[nr]dre|ttre|[ud]ire)) (?!ou )[a-z]"
)
# "Le plombier pose les réseaux d'eau et raccorde les appareils.": no trade has an article so far
# from its end
_BEGINS_SENTENCE = re.compile(r"(?:L[ea]s? |L['’]|Un|Une) ?.{50}")
# "… au sein d'un lycée. L'insertion directe reste l'objectif": no name goes on behind a sentence
_NEXT_SENTENCE = re.compile(r"[a-zà-ÿ]{3}[)»]?\. [A-ZÀÉÊÎ]")
_ARTICLE = re.compile(r"(?:L[ea]s?|Une?|Des|C(?:e|et|ette|es|ertaine?s)) |L['’]")
_LONGEST = 130
_SHORTEST_FULL = 45  # of a line that is broken off because it is full
_WORDS_OF_TRADE = 4  # of a name that does not begin as that of a person does
# "Diplôme d'origine : 500-22434", "Période en entreprise : 8 semaines", the next line of facts
_NO_TRADE = re.compile(r"[\W\d]*|[Ss]essions?(?: d'examen)?|[A-N]\d{4}|[^:]{3,60}:.*\d.*")
# the link behind a trade
_SUFFIX = re.compile(
    r"\s*[(\[–-]?\s*(?:\bvoir (?:la |le )?(?:fiche|métier|plus)\b.*|en savoir plus"
    r"|fiche (?:métier|onisep))"
    r"[)\]]?\s*$",
    re.IGNORECASE,
)
_ROME = r"[A-N]\d{4}"  # "vannier / vannière (B1601 | B1602)", as France Travail numbers trades
_NUMBERED = re.compile(
    rf"\s*[(\[](?:(?:codes? )?ROME ?:? ?)?(?P<codes>{_ROME}(?:\s?[|,;/]\s?{_ROME})*)[)\]]$"
)
# where somebody works, behind a trade that a sentence names: "… exerce le métier de vannier dans
# un atelier, à son compte"
_WORKPLACE = re.compile(
    r",? (?:(?:dans|chez) (?:une?|des) |au sein d|en atelier\b|(?:à|pour) son (?:propre )?compte\b"
    r"|sous la (?:responsabilité|direction|conduite|autorité) ).*"
)
_AGAIN = re.compile(r"^(?:(?:et|ou) )?(?:de |d['’]\s?)")  # "de boulanger, de pâtissier"
_MARKED = re.compile(r"\w+[/(·]")
_MARK = re.compile(r"\w[/(·]")
_DOUBLET = re.compile(r"[^/]{3,60}? / \w")  # "verrier / verrière"
_AND = re.compile(r" (et|ou) ")
_AND_SO_ON = re.compile(r"[\s,;–]{0,4}(?:\betc\b\.?|…|\.{3})\W{0,4}$")


def trades_in(
    content: list[Piece], given: Mapping[str, tuple[str, str]]
) -> tuple[list[tuple[Trade, Piece]], list[Issue]]:
    """Return the trades that a section's content names, each with the piece it stood in.

    `given`: the masculine and the feminine that the document itself gives for a label.
    What is no list of trades is the issue `unreadable-trades`, what stands beside the names
    (numbers, groups, sentences on a card) `unlabelled-text`; an introducing line that ends
    with a colon is left out. A trade named twice counts once.
    """
    trades: dict[str, tuple[Trade, Piece]] = {}
    issues: list[Issue] = []
    content = [piece for piece in content if not _is_file(piece)]
    kept = _naming(content)
    naming = {id(piece) for piece in kept}
    issues += [
        unlabelled("trades", piece.text[:200], "it names no trade")
        for piece in content
        if id(piece) not in naming and piece.text
    ]
    content = kept
    labels: list[tuple[str, Piece]] = []
    count = sum(not piece.text.endswith(":") for piece in content)  # without what leads to them
    for piece in content:
        found = _labels(piece, len(content) if piece.text.endswith(":") else count)
        # one of its parts is no trade: the whole is a sentence of something else
        if len(found) > 1 and len(piece.lines) == 1 and _is_sentence(piece, found):
            found = []
            issues.append(issue(IssueCode.UNREADABLE_TRADES, "trades", piece.text[:300]))
        if piece is content[-1] and labels and _is_note(piece, found):
            issues.append(issue(IssueCode.UNREADABLE_TRADES, "trades", piece.text[:300]))
            continue
        labels += [(label, piece) for label in found]
    none = [_is_no_trade(label) and not label.endswith(":") for label, _ in labels]
    if sum(none) * 2 >= len(labels) and len(labels) > 1:  # a list of what somebody does
        are_left = [not _may_be_trade(label) for label, _ in labels]
        told = dict.fromkeys(
            each[0][:300] for each, left in zip(labels, are_left, strict=True) if left
        )
        issues += [issue(IssueCode.UNREADABLE_TRADES, "trades", label) for label in told]
        labels = [each for each, left in zip(labels, are_left, strict=True) if not left]
    for number, (label, piece) in enumerate(labels):
        if label.endswith(":"):
            if number + 1 == len(labels):  # what it leads to is no list that is read
                issues.append(unlabelled("trades", label[:200], "it names no trade"))
            continue
        text = without_bullet(_SUFFIX.sub("", label)).rstrip(" .;,:").lstrip(" :")
        if numbered := _NUMBERED.search(text):
            issues.append(unlabelled("trades", numbered["codes"], "a ROME code"))
            text = text[: numbered.start()]
        if _NO_TRADE.fullmatch(text):
            # a number or a ROME code in a column of its own
            issues.append(unlabelled("trades", label, "it names no trade"))
            continue
        is_sentence = label.endswith(".") and bool(_BEGINS_SENTENCE.match(label))
        is_long = len(text) > _LONGEST and not _is_doublet(text)
        if is_long or is_sentence or _is_no_trade(text):
            issues.append(issue(IssueCode.UNREADABLE_TRADES, "trades", label[:300]))
            continue
        trade, remarks = parse_trade(text, *given.get(label, ()))
        issues += remarks
        if trade is not None:
            trades.setdefault(trade.id, (trade, piece))
    return list(trades.values()), issues


def _is_file(piece: Piece) -> bool:
    """Return whether a piece is a link to a file that is not called as a trade: a document."""
    hrefs = {part.href for part in piece.parts if part.href} if piece.block.has_link else ()
    return bool(hrefs) and all(map(is_file, hrefs)) and not _may_be_trade(piece.text)


def _is_note(piece: Piece, labels: list[str]) -> bool:
    """Return whether a paragraph behind trades is a sentence that names none: a page's last line.

    `Fiche établie pour les équipes ; version provisoire.`
    """
    is_sentence = piece.kind == "text" and piece.text.endswith(".") and piece.text[:1].isupper()
    return (
        is_sentence
        and len(piece.text.split()) > _WORDS_OF_TRADE
        and piece.text.startswith(tuple(labels[:1]))
        and not any(map(_may_be_trade, labels))
    )


def _is_sentence(piece: Piece, labels: list[str]) -> bool:
    """Return whether a line that was cut at its commas is a sentence and no list of trades.

    One of its parts is no trade, or none is the name of a person's work where it begins as
    sentences do: *Une licence professionnelle, en un an, complète le parcours.*
    """
    if any(map(_is_no_trade, labels)):
        return True
    is_whole = piece.text.endswith(".") and piece.text.startswith(labels[0])
    return is_whole and bool(_ARTICLE.match(labels[0])) and not any(map(_may_be_trade, labels))


def _naming(content: list[Piece]) -> list[Piece]:
    """Return the pieces that name trades.

    Not the headers of a table's columns; of cards their headings and not their sentences; of lists
    their items and not the headings that group them, nor of sentences that lead to trades.
    """
    content = [p for p in content if not (p.block.cell and p.block.cell.header)]
    if terms := [p for p in content if p.kind == "heading" and p.block.kind == "term"]:
        return [p for p in terms if _may_be_trade(p.text)]
    headings = [p for p in content if p.kind == "heading" and p.block.level]
    if not headings:
        return content
    others = [p for p in content if p.kind != "heading"]
    listed = any(p.kind == "item" for p in others)
    plain = [same_length(p.text) for p in others]
    are_led = bool(plain) and all(_is_led(each) and _LEAD_IN.match(each) for each in plain)
    are_led = are_led and not any(_may_be_trade(p.text) for p in headings)
    return others if listed or are_led else headings


def _labels(piece: Piece, count: int) -> list[str]:
    """Return the trade labels in one piece."""
    lines = [without_bullet(line) for line in piece.lines]
    text = piece.text.rstrip(" |•·")  # "Métiers : a, b | Code : …"
    if piece.kind == "item" and len(lines) == 1:
        # a sentence in an item of its own, or in a cell; a line of trades likewise
        mark = ";" if ";" in text else ","
        listed = _cut(text, mark) if count == 1 else []
        if len(listed) == 1 and piece.block.cell:
            listed = _elements(piece.parts) or _split(text, True)
        if len(listed) > 1 and all(map(_may_be_trade, listed)):
            return listed
        is_sentence = count == 1 and piece.text.endswith(".") and _is_led(same_length(piece.text))
        return _split(piece.text, True) if is_sentence else [piece.text]
    if len(lines) > 1:
        if _is_wrapped(lines):
            return _split(" ".join(lines), True)
        return [label for line in lines for label in _split(line, False)]
    if elements := _elements(piece.parts):
        return elements
    return _split(text, count == 1)


def _is_wrapped(lines: list[str]) -> bool:
    """Return whether lines are one list of trades that is broken off where a line is full.

    `horloger/ère, tapissier/ère d'ameublement, ingénieur/e` and below it `du son, monteur/euse`.
    """
    are_lists = all("," in line for line in lines[:-1])
    are_full = all(len(line) >= _SHORTEST_FULL and line[-1:] not in ".;" for line in lines[:-1])
    return are_lists and are_full and any(line[:1].islower() for line in lines[1:])


def _elements(parts: tuple[Part, ...]) -> list[str]:
    """Return the texts of neighbouring elements, divided by white space alone: a trade each."""
    filled = [part for part in parts if part.text.strip()]
    distinct = {part.element for part in filled}
    if len(filled) < 2 or len(distinct) < len(filled) or not all(p.making for p in filled):
        return []
    if any(part.text.strip() in {",", ";", "/", "et", "."} for part in filled):
        return []
    spaced = [p for p in parts if not p.text.strip() or p.text != p.text.strip()]
    return [clean(part.text) for part in filled] if spaced else []


def _split(text: str, alone: bool) -> list[str]:
    """Split a line of trades, `a ; b ; c` or `a – b – c`, or a sentence, `a, b et c`."""
    text = _AND_SO_ON.sub("", text)
    if "–" in text and ";" not in text:
        dashed = _cut(text, " – ")
        if len(dashed) > 1 and all(map(_may_be_trade, dashed)):
            return dashed
    if not alone and not text.endswith("."):
        listed = _cut(text, ",")
        is_list = len(listed) > 2 and ";" not in text and all(map(_may_be_trade, listed))
        return listed if is_list else _cut(text, ";")
    plain = same_length(text)
    if _is_led(plain):
        lead = _LEAD_IN.match(plain)
        if lead is None or (_VERB.search(plain[lead.end() :])):
            return [text]
        text = text[lead.end() :]
        if not lead[0].rstrip().endswith(":"):
            return _split_sentence(text)
    return _split_list(text)


def _split_sentence(text: str) -> list[str]:
    """Split the trades that a sentence names, without the words for where they are exercised."""
    labels = (_WORKPLACE.sub("", label) for label in _split_list(text))
    return [label for label in labels if label]


def _split_list(text: str) -> list[str]:
    """Split a list of trades at its marks, or at its commas and before its last element."""
    for mark in (";", "|", " • ", " · "):
        if mark in text.rstrip(" ;."):
            return _cut(text, mark)
    *labels, last = _cut(text.rstrip(" ."), ",") or [text]
    last = re.sub(r"^(?:et|ou) ", "", last)
    # "maçon ou maçonne, couvreur ou couvreuse": each trade in both forms
    in_pairs = any(" ou " in label for label in labels)
    for conjunction in _AND.finditer(last) if not _is_doublet(last) else ():
        if in_pairs and conjunction[1] == "ou":
            continue
        before, after = last[: conjunction.start()], last[conjunction.end() :]
        after = _AGAIN.sub("", after)
        is_short = len(last) <= 2 * _LONGEST  # a whole text would be compared at each *ou*
        if conjunction[1] == "ou" and is_short and _are_forms(before, after):
            continue
        if _begins_trade(before, after, bool(labels) or conjunction[1] == "ou"):
            return [*labels, before, after]
    return [*labels, last]


def _is_doublet(label: str) -> bool:
    """Return whether a label is a trade in both forms: *gérant de titres / gérante de titres*."""
    both = label.split(" / ")
    if len(both) != 2 or len(label) > 2 * _LONGEST:
        return False
    trade = parse_trade(label).value
    return trade is not None and {trade.masculine, trade.feminine} == {*both}


def _are_forms(label: str, other: str) -> bool:
    """Return whether labels are the two forms of a trade: *vendeur*, *vendeuse*."""
    trade = parse_trade(f"{label} ou {other}").value
    return trade is not None and " ou " not in trade.masculine


def _is_led(plain: str) -> bool:
    """Return whether words of a sentence may lead to the trades of a folded text."""
    return bool(_VERB.search(plain) or ":" in plain or _IS_LED.search(plain))


def _begins_trade(before: str, after: str, listed: bool) -> bool:
    """Return whether a trade begins behind *et* or *ou*, and not a part of the one before it.

    Behind *technicien en installation* stands *maintenance*, but behind *chef de chantier* may
    stand *maçon*, and behind any trade *secrétaire*. `listed`: other trades, or *ou*, show that
    one may.
    """
    is_person = bool(_PERSON.match(same_length(after)))
    # "accompagnant/e éducatif/ive et social/e": a further word for the same person
    last = before.split(" ")[-2:]
    is_word = not is_person and len(last) > 1 and " " not in after
    if is_word and all(map(_MARK.search, (*last, after))):
        return False
    # "coiffeur/euse ou maître barbier/ère", "ferronnier/ère d'art et céramiste"
    if _is_marked(before) and (is_person or _MARK.search(after)):
        return True
    if " " not in before and " " not in after:
        return listed or is_person or _is_marked(before)
    if _is_marked(after):
        return listed or _is_marked(before) or bool(_PERSON.match(same_length(before)))
    is_one = bool(_ONLY_PERSON.fullmatch(same_length(after)))
    return is_person and (listed or is_one or " " in after or " " not in before)


def _is_marked(label: str) -> bool:
    return bool(_MARKED.match(label) or _DOUBLET.match(label))


def _may_be_trade(label: str) -> bool:
    """Return whether a label among others that are no trades begins as the name of one does."""
    is_named = _is_marked(label) or _PERSON.match(same_length(label))
    return bool(is_named) and not _is_no_trade(label)


def _is_no_trade(label: str) -> bool:
    """Return whether a label is a part of a sentence, or what somebody does: *tenir la caisse*."""
    plain = same_length(label)
    activity = _ACTIVITY.match(plain)
    return bool(
        _VERB.search(plain)
        or _PRONOUN.search(plain)
        or (". " in label and _NEXT_SENTENCE.search(label))
        or _FRAGMENT.match(plain)
        or (activity and not (activity["first"] and _PERSON.match(activity["first"])))
    )


def _cut(text: str, mark: str) -> list[str]:
    parts = (_AGAIN.sub("", clean(raw).strip(" .;")) for raw in text.split(mark))
    return [part for part in parts if part]
