"""Find statements that the diploma of a record is in force or repealed."""

import re
from collections.abc import Iterator

from parsers.extract.attribution import Attribution, attribution
from parsers.extract.diploma_mentions import NOUNS, THE_DIPLOMA, THIS_DIPLOMA, DiplomaIdentity
from parsers.extract.order_lines import names_order
from parsers.extract.orders import is_date_label
from parsers.extract.row import Row
from parsers.model.statement import SUCCESSION, Finding, Statement
from parsers.segment.pieces import Piece
from schema.issues import unlabelled
from schema.text import clean, same_length

# A row is looked at only where one of these stands in its folded text or in an address of its
# links, or under a label of the field: a new pattern needs its word here.
TRIGGERS = (
    "abrog", "vigueur", "cesse", "suppression", "supprime", "n'est plus", "n'existe plus",
    "ne sera plus", "oui", "validite", "diplome actif", "diplome ouvert", "diplome valide",
    "diplome est ", " : actif", " : ouvert", " : valide",
)  # fmt: skip
REPEALED = re.compile(r"\babrogee?\b")
# "abroge l'arrêté", "abroge, à compter de 2025, l'arrêté", "abroge et remplace : 500-22143": no
# participle
_ABROGATES = re.compile(
    r"abroge(?:nt)?(?: et remplace(?:nt)?\b(?![^.;,]{0,25} par\b)"
    r"|(?:,[^,]{0,80},)?\s(?:l'|les? (?!\d)|la ))"
)
_ORDER_REPEALED = re.compile(
    # "Par arrêté du 3 mai 2020, ce diplôme est abrogé" is said of the diploma
    rf"\b(?:arr?ete|decret)s?\b(?:(?!, {THE_DIPLOMA}\b)[^.]){{0,80}}"
    r"\b(?:est|sont|a ete|ont ete) abroges?\b"
)
# "Diplôme abrogé par le présent arrêté", above a former one
_BY_THIS_ORDER = re.compile(
    r"\W*(?:diplome|specialite|arrete|texte)s? (?:abroge|supprime)e?s? "
    r"par (?:le present|cet|ce dernier|ce nouvel|le nouvel) arrete\b"
)
_WHAT = (
    r"(?:(?:(?:ce |cette )?(?:version|referentiel|diplome|specialite|mention(?: complementaire)?"
    r"|certification)(?: (?:est|reste|demeure))?|est|reste|demeure) )?"
    r"(?:(?:ouverte?|actif|active)(?: et|,) )?(?:(?:toujours|actuellement|encore) )?"
)
_NOW = r"(?: a ce jour| actuellement| et applicable)?(?: \([^()]{1,60}\))?"
_IN_FORCE = re.compile(
    rf"^{_WHAT}en vigueur\b(?! au \d|\W{{1,8}}non\b)"
    # a middle dot is ? in these texts
    rf"|(?:[.;?–-]|^(?:[a-z.' ]{{2,25}}|situation [a-z\d ]{{2,30}}):"
    # behind a bracket, which is left blank: "(première session : 2015) État : en vigueur"
    r"|[.;?|-] {1,80}(?:statut|etat|situation|validite|position)[a-z' ]{0,20}:)"
    rf" {_WHAT}en vigueur{_NOW}(?=\s*(?:[.;,?|-]|$))"
    # "Première session : 2021. [en vigueur]"
    r"|(?:^|[.;]) {0,80}[\[(] ?en vigueur ?[\])](?=[. ]|$)"
    r"|(?:^|[.;–-] )texte toujours en vigueur(?: a ce jour)?(?=\.|$)"
    r"|(?:^|[.;] )version en vigueur du (?:diplome|referentiel)(?=\.)"
    # "Diplôme 500-23438 T en vigueur"
    r"|\bdiplome (?:de code |code |n\W{1,2})?\d{3}[ .-]?\d{3} ?\d\d(?: ?[a-z])?(?:,? est)?"
    r"(?: toujours| actuellement)? en vigueur\b"
    rf"|\b(?:diplome|(?:ce(?:t|tte)?|l[ea] presente?) (?:{NOUNS}|referentiel))(?: est)?"
    r"(?: toujours| actuellement)? en vigueur\b(?!\W{1,8}non\b)"
    rf"|\b(?:ce(?:t|tte)?|l[ea]) (?:{NOUNS}|referentiel) (?:demeure|reste) en vigueur\b(?! jusqu)"
    rf"|\bce(?:t|tte)? (?:{NOUNS}|referentiel) est cel(?:ui|le) (?:actuellement )?en vigueur\b"
    r"|\b(?:le|ce) referentiel (?:ci-dessous|ci-apres|suivant) est"
    r"(?: toujours| actuellement)? en vigueur\b"
    r"|\ble referentiel et le diplome (?:sont|restent) (?:toujours |actuellement )?en vigueur\b"
    rf"|^{THIS_DIPLOMA}(?: [a-z']{{2,15}}){{0,3}}, (?:toujours |actuellement |encore )?"
    rf"en vigueur(?: depuis [^,]{{3,40}})?,"
    rf"|\b{THIS_DIPLOMA}(?: (?!arrete|dont|qu)[a-z'-]{{1,15}}){{1,4}} est"
    r"(?: toujours| actuellement)? en vigueur\b"
    r"|\best-(?:il|elle) (?:(?:toujours|actuellement|encore) )?en vigueur\W{1,4}oui\b"
    # "Ce diplôme est-il en vigueur ?", and below it
    rf"|^oui\W{{1,3}}(?:il|elle|{THIS_DIPLOMA}) est"
    r"(?: toujours| actuellement)? en vigueur\b(?! jusqu)"
)
# "Niveau 3. (diplôme en vigueur) Fiche RNCP n° 37542."
_ASIDE = re.compile(
    r"(?:^|[.;)\]] )[(\[] ?(?:ce )?diplome (?:est )?(?:(?:toujours|actuellement) )?en vigueur ?"
    r"[)\]](?=[.,; ]|$)"
)
# "Ce diplôme a été créé par arrêté du …. Il est en vigueur.", and of no order between
_ABOUT_DIPLOMA = re.compile(rf"{THIS_DIPLOMA}\b")
_IT_IS_IN_FORCE = re.compile(
    r"\. (?:il|elle) est (?:(?:toujours|actuellement|encore) )?en vigueur"
    r"(?=[.;,]| et s(?:a|es) (?:premiere|epreuves)|$)"
)
# "Le CAP Vannerie est toujours en vigueur."
_IS_IN_FORCE = re.compile(
    r" (?:est|reste|demeure) (?:(?:toujours|actuellement|encore|pour l'instant) )?en vigueur"
    r"(?=\s*[.;:,(]|$)"
)
# "La dernière session est celle de 2024. Il est abrogé."
_IT_HAS_ENDED = re.compile(
    r"(?:^|[.;] )(?:il|elle) (?:est|a ete) (?:desormais )?abrogee?(?=\s*[.;]|$)"
)
_IT_IS_REPLACED = re.compile(rf"(?:^|[.;] )(?:il|elle|{THIS_DIPLOMA}) est remplacee? par [^.;]*")
_ORDERS = re.compile(r"\b(?:arr?etes?|decrets?|textes?|versions?)\b")
_ABOUT_ORDER = re.compile(r"\. (?:l'|l[ae] |cet(?:te)? |une? )?(?:arrete|decret|version|texte)")
# "Diplôme en vigueur", and below it "oui"
_ASKED = re.compile(
    r"(?:(?:le |ce )?diplome (?:est[- ](?:il )?)?)?(?:(?:toujours|actuellement) )?en vigueur\W{0,3}"
)
_YES = re.compile(r"\W{0,2}oui\W{0,2}")
# "Statut : Il est en vigueur"
_ITS_STATE = re.compile(rf"(?:il|elle) {_WHAT}en vigueur{_NOW}\W{{0,3}}")
# a line of its own, or a badge behind others: "RNCP 37537 | En vigueur"
_ALONE_IN_FORCE = re.compile(rf"\W{{0,3}}{_WHAT}en vigueur{_NOW}\W{{0,3}}")
# "Texte en vigueur", "Réglementation en vigueur": a state, or what heads the orders below it
TEXTS_IN_FORCE = re.compile(
    r"\W{0,3}(?:(?:le |la )?(?:texte|reglementation|version)(?: est)?"
    rf"(?: (?:toujours|actuellement|encore))?|(?:toujours|actuellement)) en vigueur{_NOW}\W{{0,3}}"
)
# "Position : texte en vigueur", "État actuel référentiel en vigueur"
_STATE_IN_FORCE = re.compile(
    r"\W{0,3}(?:etat|position|situation|statut|validite)(?: (?:actuel(?:le)?|administrative"
    r"|du (?:diplome|referentiel)))? ?:? (?:diplome|referentiel|texte|version|reglementation)"
    rf"(?: (?:toujours|actuellement|encore))? en vigueur{_NOW}\W{{0,3}}"
    # "Actualité : en vigueur", whatever the label of the diploma
    r"|(?!.*\b(?:arr?ete|decret|texte|reglement)s?\b)[a-z.' ]{2,25}: "
    rf"{_WHAT}en vigueur{_NOW}\W{{0,3}}"
)
_BADGE_IN_FORCE = re.compile(r"[|,·•]\s?En vigueur\W{0,3}$")
# behind the label *Statut*; *Active* is a sheet of the RNCP
_ACTIVE = re.compile(
    r"\W{0,3}(?:(?:diplome )?(?:toujours )?(?:actif|ouvert|valide|en cours de validite)"
    r"|(?:mention|certification) active"
    r"|(?:diplome )?(?:(?:est|reste|demeure) |(?:actif|ouvert|valide)(?: et|,| \()? ?)"
    r"(?:toujours |actuellement )?en vigueur\)?"
    # a text in force is the diploma's where its state is asked
    r"|(?:l[ea] |cet?(?:te)? )?(?:texte|referentiel|version|reglementation)(?: est)?"
    r"(?: toujours| actuellement)? en vigueur)\W{0,3}"
)
# "Diplôme en cours de validité", "Textes en vigueur, diplôme ouvert", on a line of its own
_VALID_LINE = re.compile(
    r"\W{0,3}(?:(?:textes?|referentiel) en vigueur\W{1,3})?"
    r"(?:(?:le |ce )?diplome (?:est )?|(?:etat|situation|statut)(?: du diplome)? ?: ?(?:diplome )?)"
    r"(?:toujours |actuellement )?(?:actif|valide|ouvert|en cours de validite)\W{0,3}"
)
# "Attention : Situation du diplôme : en vigueur", in a box
_LEAD = re.compile(
    r"\W{0,3}(?:attention|info(?:rmation)?|nota(?: bene)?|a noter|important|avertissement|rappel)"
    r" ?: (?=\w)"
)
# "Référentiel abrogé", under that label or on a line of its own
_ENDED_TEXT = re.compile(
    # "Ce référentiel est abrogé : il ne donne plus lieu à examen."
    r"\W{0,3}(?:attention ?: )?(?:ce |le )?referentiel(?: est)? abroge"
    r"(?:\W{1,3}il n(?:e |')\w{2,8} plus [^.;:]{2,40})?\W{0,3}"
    r"|\W{0,3}(?:cette |la )?certification(?: est)? (?:abrog|supprim)ee\W{0,3}"
)
# "Diplôme : CAP Broderie (en vigueur)"
_BEHIND_TITLE = re.compile(
    r"[(\[](?:diplome )?(?:en vigueur|(?P<ended>(?:abrog|supprim)ee?))[)\]]\W{0,3}$"
)
# "Arrêté du 5 juillet 2001 portant création (diplôme en vigueur)"
_BEHIND_ORDER = re.compile(
    r"\((?:ce )?diplome (?:est )?(?:(?:toujours|actuellement) )?en vigueur\)\W*$"
)
# "a été abrogé", "Spécialité abrogée", "abrogé, pour mémoire" under that label
_STATE_ENDED = re.compile(
    rf"\W{{0,3}}(?:(?:{THE_DIPLOMA}|(?:{NOUNS})) )?(?:(?:est|a ete) )?(?:desormais )?"
    r"(?:abrog|supprim)ee?(?: definitivement|, pour memoire| \(archives?\))?\W{0,3}"
)
# "Diplôme supprimé", "Cette spécialité est abrogée" on a line of its own, among others
_ENDED_LINE = re.compile(
    r"\W{0,3}(?:(?:pour memoire|attention) ?: )?(?:(?:ce(?:tte)?|le|la) )?(?:diplome|specialite)"
    r"(?: (?:est|a ete))?(?: desormais)? (?:abrog|supprim)ee?\W{0,3}"
)
# "Actualité : abrogé (page conservée pour mémoire)", but "Stage : supprimé"
_LED_END = re.compile(
    r"(?:actualites?|informations?|vie|avenir|devenir|remarques?|observations?|notes?|precisions?)"
    r"(?: du diplome)? ?: "
    r"(?:diplome |specialite )?(?:abrog|supprim)ee?"
    r"(?:, [a-z' ]{3,40}| \([a-z' ]{3,40}\))?\W{0,3}"
)
# Ways of claim that a diploma ended for which the text must name it, or nothing else.
_ENDED = re.compile(
    r"(?:\b(?:est|a ete|sera|etait|fut|ont ete|sont) (?:\w+ment |desormais )?)?\bsupprimee?s?\b"
    # a file, a number or a page may be so: "n'est plus actif"
    r"|\bn'(?:est|existe) plus\b(?! (?:acti|a jour|disponible|consultable|accessible|en ligne))"
    r"(?: (?:en vigueur|delivree?|preparee?|proposee?))?"
    r"|\bne sera plus delivree?\b|\b(?:a )?cesse(?:ra)? d'etre (?:delivre|propose|organise)e?\b"
)
# *La mention complémentaire … est supprimée*; other types are masculine
_FEMININE = frozenset({"MC", "CS", None})
_PART = re.compile(
    r"\b(?:epreuve|unite|bloc|module|annexe|article|partie|enseignement|reglement|grille|option|stage"
    r"|matiere|langue|sujet|programme|periode|dossier|livret|controle|coefficient|note)s?\b"
)
# "Il fait suite au n° 50031120, supprimé."
_OF_PREDECESSOR = re.compile(
    r"\b(?:fait suite|succede|remplace(?! par)|se substitue|prend la suite)\b[^.;]{0,80}, $"
)
_NEAR = 120  # before a claim
_PRONOUN = re.compile(r"\W*(?:(?:il|elle)\W*)?")
_CLAUSE = re.compile(r"[.;:!?(]\s*|\s[–—|-]\s|,\s")
_COLON = re.compile(r"\s?: ?(?:l[ea] )?(?:n\W{1,2})?")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# "Lorsqu'un diplôme est abrogé", "Un diplôme abrogé peut", "Qu'est-ce qu'un diplôme en vigueur ?"
_OF_ANY = re.compile(
    rf"(?:^|[.;] |\b(?:lors)?qu'|\bquand |\bsi |\btout )(?:une? )?(?:(?<=un )|(?<=une )|(?<=tout ))"
    rf"(?:{NOUNS})\b[^.;]{{0,30}}\b(?:abroge|supprime|en vigueur)"
)
# "Abrogé en 2015, le livret de l'épreuve ne doit plus être utilisé."
_OF_PART_BEHIND = re.compile(r"[^.;,:]{0,40}, (?:l[ea]s? |l')(?=[a-z])")
_DATE = r"(?:\d{1,2}(?:er)? [a-z]{3,9}\.? |\d{1,2}[/.-]\d{1,2}[/.-])?(?:19|20)\d\d"
# "2009 : abrogation du diplôme", as a list of events has it
_EVENT = re.compile(
    rf"\W{{0,2}}(?:(?P<before>{_DATE})\W{{1,4}})?(?:date (?:de la |de l'|de |d'))?"
    r"(?:abrogation|suppression)"
    r"(?: (?:du|de la|de l'|de ce(?:tte)?) ?(?:diplome|specialite|mention|option))?"
    rf"(?:\W{{1,3}}(?:le |en |au |a compter du )?(?P<behind>{_DATE}))?\W{{0,3}}"
)
# "Abrogé : non", in a line or in two cells
_NOT_ENDED = re.compile(r"\W*(?:diplome )?(?:abroge|supprime)e?\W{1,4}(?:non|neant|sans objet)\W*")
# "Diplôme en vigueur : non", in a line or in two cells
_NOT_IN_FORCE = re.compile(
    r"\W*(?:(?:le |ce )?diplome )?(?:est(?:[- ]il)? )?(?:(?:toujours|actuellement|encore) )?"
    r"en vigueur\W{1,8}non\b.{0,60}"
)
# of no order, since these end on a day
_AFTER_SESSION = re.compile(
    r"\W*(?:diplome )?abroge (?:a l'issue|a la fin|apres|a compter) (?:de )?la session (?:de )?\d"
)
# the name of a column, or a label without its value
_LABEL_ALONE = re.compile(r"\W{0,3}(?:abroge|supprime)e?s? (?:le|par|depuis)\W{0,3}")
# "Abrogé" above orders: perhaps a former diploma's
RUBRIC = re.compile(r"\W*abroge?e?s?\W*")
# what was, or is, perhaps of the diploma: "L'arrêté est toujours en vigueur"
_PARTICIPLE = re.compile(
    r"\b(?:abrog|supprim)[ée]+e?s?\b|\b[Nn]['’](?:est|existe) plus\b"
    r"|\b(?:est|sont|reste(?:nt)?) (?:(?:toujours|encore|actuellement) )?en vigueur\b",
    re.IGNORECASE,
)


def status(row: Row, diploma: DiplomaIdentity) -> Iterator[Finding]:
    """Yield the status that a row states; an end that is not the diploma's is an issue."""
    lines = [row.text] if row.is_cells else [line for piece in row.pieces for line in piece.lines]
    for line in lines:
        event = _EVENT.fullmatch(same_length(line))
        if event and (event["before"] or event["behind"]):
            yield Statement("status", "repealed", line, row.place, row.label)
            return
    asked = row.heading
    if asked and _ASKED.fullmatch(same_length(asked.text)) and _YES.fullmatch(row.plain):
        yield Statement("status", "in_force", f"{asked.text} {row.text}", row.place, row.label)
        return
    if _NOT_ENDED.fullmatch(same_length(row.text)):
        yield unlabelled("status", row.text[:200], "an end that is denied", row.place)
        return
    whole = f"{asked.text} {row.text}" if asked and _ASKED.match(same_length(asked.text)) else ""
    if _NOT_IN_FORCE.fullmatch(same_length(whole or row.text)):
        detail = "the diploma is said not to be in force, perhaps not yet"
        yield unlabelled("status", (whole or row.text)[:200], detail, row.place)
        return
    if row.field == "replaced_by" and status_in(row.label, diploma) == "repealed":
        text = f"{row.label} {row.text}"  # "Abrogé et remplacé par"
        yield Statement("status", "repealed", text, row.place, row.label)
    is_told = False
    for piece in row.pieces:
        if _LABEL_ALONE.fullmatch(same_length(piece.text)) and not row.is_cells:
            continue
        place = piece.block.place
        value = _value_of(piece, row, diploma)
        if row.field == "status" and _ITS_STATE.fullmatch(same_length(piece.text)):
            value = "in_force"
        is_rubric = piece.kind == "heading" and RUBRIC.fullmatch(same_length(piece.text))
        if value and not is_rubric:
            is_told = True
            yield Statement("status", value, piece.text, place, row.label)
        elif _PARTICIPLE.search(piece.text) and not is_date_label(row.label):
            is_told = True
            detail = "it is not said of the diploma, or not clearly"
            yield unlabelled("status", piece.text[:200], detail, place)
    if row.field == "status" and not (is_told or row.names):
        detail = "it is no state of a diploma that is known here"
        yield unlabelled("status", row.text[:200], detail, row.place)


def _value_of(piece: Piece, row: Row, diploma: DiplomaIdentity) -> str | None:
    """Return the status that a piece of a row states, or None."""
    stands_alone = not row.is_cells and any(map(_stands_in_force, piece.lines))
    is_of_order = row.field == "legal_texts" or (row.is_cells and names_order(row.text))
    if not (is_of_order or piece.block.level or stands_alone):
        stands_alone = any(map(_states_texts, piece.lines))
    value = status_in(piece.text, diploma) or ("in_force" if stands_alone else None)
    if value is None and len(piece.lines) > 1 and _PARTICIPLE.search(piece.text):
        # "Remplace le 320-34304", and on the next line "Ce diplôme n'est plus délivré."
        said = (line for line in piece.lines if _ABOUT_DIPLOMA.match(same_length(line)))
        value = next(filter(None, (status_in(line, diploma) for line in said)), None)
    if row.field == "replaces":
        return None if value == "repealed" else value  # "CAP X, abrogé après la session 2006"
    # "En vigueur à compter de la session 1998", and below it "Abrogé à l'issue de la session"
    ended = (_AFTER_SESSION.match(same_length(line)) for line in piece.lines)
    value = "repealed" if value != "repealed" and any(ended) else value
    if piece.entry and piece.entry.field == "title" and not names_order(piece.text):
        behind = _BEHIND_TITLE.search(same_length(piece.text))
        value = value or ((behind["ended"] and "repealed") or "in_force" if behind else None)
    if not value and row.field not in SUCCESSION and _is_behind_order(piece.text, diploma):
        value = "in_force"
    if row.field == "status" and _ACTIVE.fullmatch(same_length(piece.text)):
        is_of_sheet = "RNCP" in piece.block.text and "vigueur" not in piece.text
        value = None if is_of_sheet else "in_force"
    if not value and _PARTICIPLE.search(piece.text):
        whole = _STATE_ENDED if row.field == "status" else _ENDED_LINE
        lines = piece.lines if row.field == "status" or len(piece.lines) > 1 else []
        is_led = _LED_END.fullmatch(same_length(piece.text))
        if is_led or any(whole.fullmatch(same_length(line)) for line in lines):
            value = "repealed"
    # a heading of no more words may be the label of an order that repeals
    is_said = not piece.block.level or " est " in piece.text
    if (
        not value
        and is_said
        and any(_ENDED_TEXT.fullmatch(same_length(text)) for text in {piece.text, *piece.lines[1:]})
    ):
        value = "repealed"
    return value


def status_in(text: str, diploma: DiplomaIdentity) -> str | None:
    """Return `repealed` or `in_force` if the text states so for the diploma, else None."""
    text = clean(text)
    if text.startswith("(") and _IN_BRACKETS.fullmatch(text):
        text = text[1:-1]
    # "le BEP (arrêté du 3 mai 1990) a été supprimé": of what it is said stands before the bracket
    plain = same_length(_IN_BRACKETS.sub(lambda bracket: " " * len(bracket[0]), text))
    if ("un " in plain or "une " in plain or "tout " in plain) and _OF_ANY.search(plain):
        return None
    ended = [*_ENDED.finditer(plain)]
    about = attribution(text, diploma) if ended or "abroge" in plain else None
    if about and not (_ORDER_REPEALED.search(plain) or _BY_THIS_ORDER.match(plain)):
        for match in REPEALED.finditer(about.plain):
            is_participle = not _ABROGATES.match(about.plain, match.start())
            behind = _OF_PART_BEHIND.match(about.plain, match.end())
            if behind and _PART.match(about.plain, behind.end()):
                continue
            if is_participle and about.owner_of_end(*match.span()) == "own":
                return None if _heads_another(about, match.end()) else "repealed"
    it = about and _IT_HAS_ENDED.search(plain)
    if about and it and _is_about_it(about, plain[: it.start()]):
        return "repealed"
    if about and any(_is_said_of(about, plain, match, diploma) for match in ended):
        return "repealed"
    if _IN_FORCE.search(plain) or ("vigueur" not in plain and _ASIDE.search(same_length(text))):
        return "in_force"
    if "vigueur" not in plain:
        return None
    it = _IT_IS_IN_FORCE.search(plain) if _ABOUT_DIPLOMA.match(plain) else None
    if it and not _ABOUT_ORDER.search(plain, 0, it.start()):
        return "in_force"
    it = _IT_IS_IN_FORCE.search(plain)
    if it and _is_about_it(attribution(text, diploma), plain[: it.start()]):
        return "in_force"
    named = _IS_IN_FORCE.search(plain)
    mention = named and attribution(text, diploma).mention_of(*named.span(), ahead=False)
    is_own = named and mention and mention.owner == "own" and mention.end == named.start()
    return "in_force" if is_own else None


def _is_about_it(about: Attribution, before: str) -> bool:
    """Return whether the text before *Il est abrogé* names no order, part or other diploma.

    But for the successor, in sentences with the same subject: *Il est remplacé par le BP Y.* Where
    nothing stands before it in its paragraph, *il* may be what the paragraph above is about.
    """
    if not before.strip(" .;"):
        return False
    rest = _IT_IS_REPLACED.sub(lambda told: " " * len(told[0]), before)
    mentions = (m for sentence in about.sentences for m in sentence.mentions)
    others = (m for m in mentions if m.owner != "own" and rest[m.start : m.end].strip())
    return not (_PART.search(rest) or _ORDERS.search(rest) or any(others))


def _heads_another(about: Attribution, end: int) -> bool:
    """Return whether another diploma stands behind words that end there, and a colon.

    `Diplôme abrogé : 500-34404 T`, as the predecessor.
    """
    colon = _COLON.match(about.plain, end)
    mentions = (m for sentence in about.sentences for m in sentence.mentions) if colon else ()
    return any(m.start == (colon and colon.end()) and m.owner == "other" for m in mentions)


def _is_behind_order(text: str, diploma: DiplomaIdentity) -> bool:
    """Return whether a line ends in *(diplôme en vigueur)*, and names no other one before."""
    if "vigueur)" not in text or not _BEHIND_ORDER.search(same_length(text)):
        return False
    mentions = (m for each in attribution(clean(text), diploma).sentences for m in each.mentions)
    return all(mention.owner == "own" for mention in mentions)


def _stands_in_force(line: str) -> bool:
    """Return whether a line is *En vigueur*, or ends so, as a badge does, and names no order.

    Or it asks for the state of the diploma, and says so.
    """
    is_badge = _BADGE_IN_FORCE.search(line) and not names_order(line)
    plain = _LEAD.sub("", same_length(line))
    return bool(
        is_badge
        or _ALONE_IN_FORCE.fullmatch(plain)
        or _STATE_IN_FORCE.fullmatch(plain)
        or _VALID_LINE.fullmatch(plain)
    )


def _states_texts(line: str) -> bool:
    """Return whether a line says that the text or the rules are in force, and nothing else."""
    return line[-1:] != ":" and bool(TEXTS_IN_FORCE.fullmatch(same_length(line)))


def _is_said_of(
    about: Attribution, plain: str, end: re.Match[str], diploma: DiplomaIdentity
) -> bool:
    """Return whether the words before an end, up to the last stop, name the diploma or nothing.

    Nothing, and no part of it before the stop, as in *Épreuve EP3 : supprimée*; nor has the end a
    gender that the type has not.
    """
    place = end.start()
    stops = _CLAUSE.finditer(plain, 0, place)  # in which quotation marks are question marks
    ends = (stop.end() for stop in stops if about.text[stop.start()] not in "«»“”")
    start = max(ends, default=0)
    mention = about.mention_of(place, place, ahead=False)
    # "Ce diplôme n'est plus délivré", "Attention : diplôme qui n'est plus délivré"
    between = plain[mention.end : place].strip() if mention else None
    is_beside = mention and mention.start == start and between in {"", "qui"}
    is_own = mention is None or mention.owner == "own"
    if _OF_PREDECESSOR.search(plain, max(0, place - _NEAR), place):
        return False
    if is_own and is_beside:
        return True
    is_feminine = end[0].endswith(("ee", "ees")) and diploma.diploma_type not in _FEMININE
    before = plain[:start].rstrip()
    is_part = before.endswith(":") or (before.endswith(",") and mention is None)
    is_part = is_part and _PART.search(plain, 0, start) is not None
    is_pronoun = bool(_PRONOUN.fullmatch(plain, start, place))
    return is_own and is_pronoun and not (is_feminine or is_part)
