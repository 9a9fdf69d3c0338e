"""The code that stands on a line of its own, between bars or marks, under no label."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from parsers.extract.attribution import attribution
from parsers.extract.diploma_mentions import (
    NOUNS,
    THIS_DIPLOMA,
    DiplomaIdentity,
    begins_with_another,
    is_own,
)
from parsers.extract.order_lines import names_order
from parsers.extract.succession import linked_codes, with_code_apart
from parsers.extract.succession_grammar import claims, own_codes
from parsers.model.statement import SUCCESSION, Statement
from parsers.segment.other_diplomas import says_of_another
from parsers.segment.page_diplomas import OF_OTHERS
from parsers.segment.passages import Passage
from parsers.segment.pieces import Piece
from parsers.segment.title_words import is_neutral
from schema.code import IN_TEXT, CodeScolarite, codes_in, may_hold_code
from schema.diploma_type import RENAMED_BY_LABEL
from schema.referential import TEXT_FIELDS
from schema.text import clean, fold, has_digit, same_length
from schema.title import begins_with_type, read_title

_LONGEST_CODES = 40
_RULE = "the one code that stands alone on the page"
_IN_SENTENCE = "the one code that a sentence says to be the diploma's"
_OF_THIS = "the one code beside *ce diplôme* in a sentence"
_NEW_RULE = "the one code that is called new, beside a former one"
_BETWEEN = re.compile(
    r"\n|[|·•;]|\s[–—-]\s|\s/\s|[.,]\s|\s\((?=codes?\b)|\s(?=RNCP)"
    r"|(?:(?<=\d\d)|(?<=\d [A-Z])|(?<=\d[A-Z]))(?:\s\(|[)\]])"
)
# a word that says no more than that a code follows
_LABEL = re.compile(
    r"\W*(?:(?:codes?|cfd|n|no|numero|nomenclature|diplome|codifiee?s?|sous|scolarite|ministere|national|nationale|de|du|la|le|son|est"
    r"|actuel|examen|commun|aux|(?:deux|trois|quatre) options|options)\b\W*){0,6}"
)
_AFTER = re.compile(
    r"\W*(?:(?:(?:est )?le )?code(?: (?:du )?diplome| scolarite)?\W*|(?:toujours )?en vigueur\W*)?"
)
_CODE_ALONE = re.compile(r"\W*\d{2}[0-9A-Z][ .-]?\d{3} ?\d{2}(?: ?[A-Z])?\W*")
# "500-25441 S remplaçant 500-25433 S"
_REPLACES = re.compile(r",? (?:qui )?(?:remplace|remplacant|en remplacement d)")
# Below a heading it must say so in full, if the heading does not.
_IN_FULL = re.compile(r"\b(?:son code|code (?:actuel|du diplome|diplome|scolarite)|diplome n)\b")
_SAYS_SO = re.compile(r"\W*(?:le )?(?:code|n|diplome)\b")
_OF_CODES = re.compile(r"\b(?:codes?|codifi\w*|identifi\w*|nomenclature)\b")
# "N°", as a label
_A_NUMBER = re.compile(r"\W*n(?:umero|o)?\W*(?:du diplome\W*)?")
# in a sentence: "identifié sous le code 320-25412 M", "Ce baccalauréat (400-22705 S)"
_SAID = re.compile(
    r"\b(?:code(?:e?s?)|references?|(?:identi|codi)fi\w{1,9}|numeros?)\b"
    r"(?:[^.;,()]|\(cfd\)){0,130}$"
    r"|\b(?:(?:sous|porte) le|diplome) n\W{1,3}$"
    r"|\bnomenclature (?:[a-z]{2,12} ){0,3}est le (?:n\W{1,3})?$"
    rf"|\b{THIS_DIPLOMA}\b[^.;,:()]{{0,40}} \($"
)
_BEFORE = 150
_CODE_WORD = re.compile(r"\W*(?:le )?codes?\W*")
# of the diploma, whatever stands behind it
_LEADS_TO_FACTS = re.compile(
    r"\W*(?:references?|identifi\w+|informations?|infos?|fiche|donnees|rappel|nota|inscriptions?"
    r"|caracteristiques?|en bref|a noter|(?:premiere|derniere) session|niveau|numero|n\b"
    r"|(?:pour )?(?:ce |l[ea] )?(?:present )?(?:diplome|specialite)(?: actuel(?:le)?)?\W*$)"
)
# "Brochure Sceren référence 45039012"
_OF_PUBLICATION = re.compile(r"\b(?:brochure|ouvrage|catalogue|isbn|editeur|cndp|sceren|canope)\b")
# "le nouveau CAP X (code 500-22434), qui remplace le CAP X"
_OF_NEW = re.compile(rf"\bnouve(?:au|lle) (?:{NOUNS})\b[^.;]*$")
_FORMER = re.compile(r"\b(?:precedent|ancien|present)")
_SUCCEEDS = re.compile(r"\b(?:remplac|se substitu|succe[ds]|prend la suite|abroge)")
_OPEN = {None, "description", "documents", "legal_texts", "rncp", "title"}
# behind such a value, on its line, a code may follow that says so
_SHORT = {"first_session", "last_session", "level", "duration", "acronym", "status"}
# it may have a successor, whose the new code then is
_ENDS = re.compile(
    r"\babrog(?:[ée]e?s?\b(?! l)|ation)|\bsupprimée?s?\b|\bderni[èe]re session"
    r"|\bremplacée?s? (?:à|en|depuis)\b|\brempl(?:ac[ée]e?s?|\.) par\b"
)


def loose_code(passages: Sequence[Passage], title: str) -> Statement | None:
    """Return the statement of the only code that stands alone, if it fits `title`.

    A code that a sentence says to be replaced, or to replace it, is another diploma's.
    """
    reading = read_title(title)
    diploma = DiplomaIdentity(None, reading.name)
    titles = [passage.piece.block for passage in passages if passage.above][-1:]
    beside = Counter(cell[:2] for passage in passages if (cell := passage.piece.block.cell))
    heads = (p.piece for p in passages if p.names and p.section and p.section.entry.field == "code")
    columns = {(cell.table, cell.column) for head in heads if (cell := head.block.cell)}
    headed = {
        cell[:2]
        for passage in passages
        if (cell := passage.piece.block.cell)
        and not cell.column
        and (passage.names or _names_nothing(passage.piece.text))
    }
    statements = [
        statement
        for above, passage in zip([None, *passages], passages, strict=False)
        if may_hold_code(passage.piece.text)
        for statement in _codes_of(passage, diploma, reading.types)
        # a cell that holds the title too, or what it stands in, follows it or is alone in its row,
        # is one of the layout
        if not _is_below_another(above, passage)
        and (
            (block := passage.piece.block).cell is None
            or beside[block.cell[:2]] == 1
            or (block.cell.table, block.cell.column) in columns
            or any(t.cell == block.cell or t.number + 1 == block.number for t in titles)
            or any(
                {*block.containers[1 : 2 + (block.kind == "item")]} & {*t.containers}
                for t in titles
            )
            or statement.rule == _OF_THIS
            or _is_below_number(passage, statement.text)
            or _IN_FULL.search(plain := same_length(statement.text))
            or (_SAYS_SO.match(plain) and block.cell.column == 1 and block.cell[:2] in headed)
        )
    ]
    statements = statements or _new_codes(passages, diploma) or _renamed(passages, reading.types)
    if len({statement.value for statement in statements}) != 1:
        return None
    types = set(reading.types)
    code = CodeScolarite.parse(statements[0].value).value
    if code is None or (types and not _fits(code.diploma_type, types)):
        return None
    return statements[0]


def _is_below_another(above: Passage | None, passage: Passage) -> bool:
    """Return whether the line above a code alone says that it is a predecessor's or successor's."""
    *before, text = passage.piece.lines or [""]
    words = before[-1] if before else above.piece.text if above and not above.above else ""
    if (
        words[-1:] in {"", "."}
        or has_digit(words)
        or len(text) > _LONGEST_CODES
        or any(map(str.islower, text.removeprefix("code ")))
    ):
        return False
    return says_of_another(words)


def _is_below_number(passage: Passage, text: str) -> bool:
    """Return whether a code stands in a table below or beside `N°`."""
    head, cell = passage.unknown, passage.piece.block.cell
    if head and head.block.cell and cell and head.block.cell[:2] == cell[:2]:
        return bool(_A_NUMBER.fullmatch(same_length(head.text)))
    label, colon, _ = same_length(text).partition(":")
    return bool(colon and _A_NUMBER.fullmatch(label))


def _names_nothing(text: str) -> bool:
    """Return whether the first cell of a row is no name: `Diplôme`, `Codes et sessions`."""
    return is_neutral(text) or bool(_OF_CODES.search(same_length(text)))


def _new_codes(passages: Sequence[Passage], diploma: DiplomaIdentity) -> list[Statement]:
    """Return the codes called new beside a former one; none where the diploma ends."""
    former: set[str] = set()
    new: list[Statement] = []
    texts: list[str] = []
    for passage in passages:
        piece, section = passage.piece, passage.section
        text, field = clean(piece.text), section.entry.field if section else None
        if section and field in SUCCESSION:
            former |= {*codes_in(text)} if field == "replaces" else set()
            text = f"{section.heading.label.strip(' :')} : {text}"
        if field == "last_session":
            return []
        texts.append(text)
        for claim in claims(text, diploma) if has_digit(text) else ():
            if claim.kind == "replaces" and claim.of_diploma:
                former |= {*claim.codes}
            elif claim.is_new:
                place = piece.block.place
                new += [Statement("code", c, text, place, "", _NEW_RULE) for c in claim.codes]
    if not former - {statement.value for statement in new}:
        return []
    return [] if any(_ENDS.search(text.lower()) for text in texts) else new


def _renamed(passages: Sequence[Passage], types: Set[str]) -> list[Statement]:
    """Return the *Nouveau code* of a certificat de spécialisation, which had another one as MC."""
    return [
        Statement("code", code, piece.text, piece.block.place, "", _NEW_RULE)
        for piece, section, names, _, _ in passages
        if "CS" in types and section and not names and fold(section.heading.label) == "nouveau code"
        for code in codes_in(piece.text)
    ]


def _codes_of(passage: Passage, diploma: DiplomaIdentity, types: Set[str]) -> Iterator[Statement]:
    """Yield the codes of a passage that its section and the heading above leave to the diploma."""
    piece, entry = passage.piece, passage.section.entry if passage.section else None
    is_open = entry is None or entry.field in _OPEN
    # "450-23408 S", a line of its own below "Accès : …"
    is_open |= bool(entry and entry.field in TEXT_FIELDS and _CODE_ALONE.fullmatch(piece.text))
    is_read = is_open or (entry and entry.field in _SHORT | SUCCESSION)
    if passage.names or piece.block.text_only or not is_read:
        return
    is_heading = passage.above and piece.block.level == 1
    if not is_heading and any(p.href and codes_in(clean(p.text)) for p in piece.parts):
        return
    is_sentence = not (entry and entry.field in SUCCESSION)
    text = with_code_apart(piece, diploma) if is_sentence else clean(piece.text)
    own = own_codes(text, diploma)
    if own and begins_with_another(text, diploma):
        own = ()
    if entry and entry.field in SUCCESSION:
        # a sentence there may name the diploma's own code beside the other one
        linked = linked_codes(text, entry.field, diploma)
        own = tuple(placed for placed in own if linked and placed[1] in linked[1])
    plain = same_length(text)
    # the page may be of either of the two, if only one has a code
    if len(own) == 1 and _is_of_new(plain, own[0][0]) and len(codes_in(text)) == 1:
        return
    if not own:
        return
    head = passage.unknown if passage.unknown is not piece else None
    if head and (
        _is_own_order(head.text, diploma)
        # the title in full, below a short one
        or (not types.isdisjoint(read_title(head.text).types) and diploma.is_called(head.text))
    ):
        head = None
    about = same_length(head.text) if head else ""
    names_code = _OF_CODES.search(about) or _A_NUMBER.fullmatch(about)
    # but "Code jusqu'à la session 2019"
    is_headed = not head or (names_code and "jusqu" not in about)
    # "Spécialité Osier", below the type and the name
    is_headed = is_headed or about.startswith("specialite ")
    alone = _on_lines(piece, {code for _, code, _ in own}, diploma) if is_open else ()
    for statement in alone:
        if is_headed or _IN_FULL.search(same_length(statement.text)):
            yield statement
    is_title = head and read_title(head.text).types
    is_of_another = is_title and head and not is_own(head.text, diploma, False)
    if "\ufffd" in text or (head and (is_of_another or OF_OTHERS.search(about))):
        return
    for start, code, is_this in own:
        before = plain[max(start - _BEFORE, 0) : start]
        said = is_this or (_SAID.search(before) and not _OF_PUBLICATION.search(before))
        if said and not is_this and _is_led_by_other(before, diploma):
            continue
        if said:
            rule = _OF_THIS if is_this else _IN_SENTENCE
            yield Statement("code", code, clean(piece.text), piece.block.place, "", rule)


def _is_led_by_other(before: str, diploma: DiplomaIdentity) -> bool:
    """Return whether no more than *code* leads to a code, behind words of something else.

    `Relève assurée par : code 320-25520`, but `Références : code 320-25520`.
    """
    lead, colon, rest = before.rpartition(":")
    if not (colon and _CODE_WORD.fullmatch(rest)):  # "OCEAN : code diplôme 500-22704" says more
        return False
    lead = lead.strip()
    is_own = _LEADS_TO_FACTS.match(lead) or _OF_CODES.search(lead) or diploma.is_called(lead)
    return not (is_own or begins_with_type(lead))


def _is_of_new(plain: str, start: int) -> bool:
    """Return whether the code at `start` is of a new diploma that replaces one without a code.

    *Le nouveau CAP X (code 500-22434) remplace le CAP X*, but *remplace le précédent (500-22433)*.
    """
    is_of_new = _OF_NEW.search(plain, max(start - _BEFORE, 0), start)
    return bool(is_of_new and _SUCCEEDS.search(plain)) and not _FORMER.search(plain)


def _is_own_order(text: str, diploma: DiplomaIdentity) -> bool:
    """Return whether a heading is an order that names no other diploma: `Arrêté du 19 mai 2009`."""
    sentences = attribution(clean(text), diploma).sentences if names_order(text) else ()
    mentions = [mention for each in sentences for mention in each.mentions]
    return bool(sentences) and all(mention.owner == "own" for mention in mentions)


def _fits(diploma_type: str | None, types: set[str]) -> bool:
    alike = types & RENAMED_BY_LABEL if diploma_type in RENAMED_BY_LABEL else set()
    return diploma_type in types or bool(alike)


def _on_lines(piece: Piece, own: Set[str], diploma: DiplomaIdentity) -> Iterator[Statement]:
    """Yield the codes that stand alone between the bars, marks and breaks of lines."""
    text = "".join(
        f"\n{part.text}\n" if part.href else "\n" * part.after_break + part.text
        for part in piece.parts
    )
    whole = [piece.text] if piece.block.level else []  # "Accueil - réception (461-33413)"
    for segment in [*whole, *_BETWEEN.split(text or piece.text)]:
        line = clean(segment)
        match = IN_TEXT.search(line)
        if match and _REPLACES.match(same_length(line[match.end() :])):
            line = line[: match.end()]
        if match is None or not _AFTER.fullmatch(same_length(line[match.end() :])):
            continue
        codes = codes_in(line)
        before = line[: match.start()]
        names_it = _LABEL.fullmatch(same_length(before)) or (
            before.endswith(": ") and diploma.is_called(before.rstrip(" :"))
        )
        is_called = bool(piece.block.level) and fold(before) == fold(diploma.name or "")
        if len(codes) == 1 and codes[0] in own and (names_it or is_called):
            yield Statement("code", codes[0], line, piece.block.place, "", _RULE)
