"""The codes that a diploma replaces and those that replace it."""

import re
from collections.abc import Iterator, Set

from parsers.extract.attribution import attribution
from parsers.extract.diploma_mentions import NOUNS, THIS_DIPLOMA, DiplomaIdentity
from parsers.extract.row import Row
from parsers.extract.succession_grammar import NAMED, claims
from parsers.model.statement import SUCCESSION, Finding, Statement
from parsers.segment.pieces import Piece
from schema.code import codes_in
from schema.issues import IssueCode, issue, unlabelled
from schema.text import CAPITALS, clean, same_length

# A row is looked at only where one of these stands in its folded text or in an address of its
# links, or under a label of the field: a new pattern needs its word here.
TRIGGERS = (
    "rempl|substitue|successeur|predecesseur|succede|la suite|fait suite|ancien|nouveau |ex |ex-"
    "|nouvelle version|voir la nouve|voir le nouve|la nouvelle "
    "|precedent|anterieur|code avant|la place|desormais|, voir|: voir|transforme|repris"
    "|devien|devenu|issu d|issue d|issus d|issues d|resulte|renov|refonte|reforme|fusion"
    "|abroge|, puis|nee d|ne d|nes d|nees d|portai|au profit d|lieu et place|font suite|lui succed"
    "|le relais|non plus a"
).split("|")


OWN_CODE = "the diploma's own code"
# "(code : 50022143)", on a line of its own
_CODE_ALONE = re.compile(r"\W*(?:codes?\W*)?\d[\w.\s-]{7,12}\W*")
_LIST_GOES_ON = re.compile(r"(?:[:,;(]| et| ou)$")


_BEGINS_CLAIM = re.compile(r"\W{0,3}(?:Il )?remplace\b", re.IGNORECASE)
# "Ce diplôme prend la place de la MC Encadrement secteur sportif (code 010-33501)."
_CLAIM_ALONE = re.compile(
    rf"(?:{THIS_DIPLOMA}|il|elle) (?:remplace|se substitue aux?|succede aux?"
    r"|prend (?:la (?:suite|place)|le relais) d(?:u|e|es)|fait suite aux?|laisse la place aux?"
    rf"|est (?:venue? remplacer|remplacee? par)) (?:l[ea]s? |l'|la )?(?:{NOUNS})s?\b[^.;:]*\.?"
)
_SEE = re.compile(  # behind "Diplôme remplacé"
    rf"\W*(?:voir\b|par\b(?! (?:{THIS_DIPLOMA}\b|cel(?:ui|le)-ci\b)))"
)
# behind "Diplôme remplacé par": what stands there is the record's, and the code a predecessor's
_BY_THIS = re.compile(rf"\W*(?:{THIS_DIPLOMA}\b|cel(?:ui|le)-ci\b)")


# what goes on behind the labels "Ancien code" and "Nouveau diplôme"
_GOES_ON = {
    "replaces": re.compile(r"\W*remplacee?s?\W{1,3}(?=\d)"),
    "replaced_by": re.compile(
        r"\W*(?:remplacant|qui (?:l[ea] )?remplace(?:ra)?)"
        rf" (?:cel(?:ui|le)-ci|(?:ce|cet|cette|le present) (?:dernier|{NOUNS}))\b\W*"
    ),
}


def with_code_apart(piece: Piece, diploma: DiplomaIdentity) -> str:
    """Return the text of a piece, where the one line that is a code alone is a sentence.

    Not where the line before ends in what such a code is of: `Remplace le`, `Il remplace le CAP X`.
    Lines that begin with `Remplace` one below the other are sentences too.
    """
    lines = piece.lines
    if lines[1:] and all(map(_BEGINS_CLAIM.match, lines)):
        return " ".join(f"{line.rstrip('.')}." for line in map(clean, lines))
    alone = [n for n, line in enumerate(lines) if n and _CODE_ALONE.fullmatch(same_length(line))]
    if len(alone) != 1 or not codes_in(lines[alone[0]]):
        return clean(piece.text)
    before = lines[alone[0] - 1]
    told = claims(before, diploma)[-1:]
    is_open = any(not claim.codes for claim in told) and not before.endswith(".")
    if is_open or _LIST_GOES_ON.search(before):
        return clean(piece.text)
    lines[alone[0]] = f"Code : {codes_in(lines[alone[0]])[0]}."
    lines[alone[0] - 1] = f"{before.rstrip('.')}."
    return clean(" ".join(lines))


def is_claim_alone(text: str) -> bool:
    """Return whether a text is one sentence on the diploma's predecessor or successor."""
    return bool(_CLAIM_ALONE.fullmatch(same_length(text)))


def succession_in(text: str, diploma: DiplomaIdentity) -> tuple[list[str], list[str]]:
    """Return the codes that a text says `diploma` replaces, and those that replace it."""
    replaces: dict[str, None] = {}
    replaced_by: dict[str, None] = {}
    for claim in claims(clean(text), diploma):
        if claim.of_diploma:
            into = replaces if claim.kind == "replaces" else replaced_by
            into.update(dict.fromkeys(claim.codes))
    return list(replaces), list(replaced_by)


def codes_told_of(text: str) -> set[str]:
    """Return the codes of which a sentence of `text` says that they replace, or are replaced."""
    return {code for claim in claims(clean(text), DiplomaIdentity()) for code in claim.codes}


def new_codes(text: str) -> list[str]:
    """Return the codes that a sentence calls new beside a former one."""
    found = claims(clean(text), DiplomaIdentity())
    is_beside = any(claim.kind == "replaces" and claim.codes for claim in found)
    return [code for claim in found if claim.is_new and is_beside for code in claim.codes]


def is_of_another(text: str) -> bool:
    """Return whether the one code in `text` is said to be a former one, or another diploma's.

    `ex 50022143`, `50022143 (ancien code)`, `remplacé par le 50022143`.
    """
    codes = codes_in(text)
    if len(codes) != 1:
        return False
    return codes[0] in codes_told_of(text)


_LIKE_A_CODE = re.compile(
    r"\d(?<![\w/.-]\d)\d[0-9A-Z](?:-\d[0-9A-Z]{2,8}|[0-9A-Z]{3,9})\b(?![/.]\d)"
)


def unreadable_codes(text: str, diploma: DiplomaIdentity, whole: bool) -> list[str]:
    """Return texts that look like a code of succession but lack a digit.

    `whole`: all of the text is about succession; else only what follows *remplace*.
    """
    text = clean(text)
    clauses = [text]
    if not whole:
        said = (claim for claim in claims(text, diploma) if claim.of_diploma)
        clauses = [text[claim.end : claim.stop] for claim in said]
    alike = (match[0] for clause in clauses for match in _LIKE_A_CODE.finditer(clause))
    return [like for like in dict.fromkeys(alike) if not codes_in(like)]


def labelled_codes(text: str) -> list[str]:
    """Return the codes under a label of succession (*Remplace*, *Remplacé par*).

    Not those that a sentence there calls former or later.
    """
    codes_in_sentences = codes_told_of(text)
    return [code for code in codes_in(text) if code not in codes_in_sentences]


# "A remplace B", "A est remplacé par B"; but of what goes before it "B, qui a remplacé C",
# "B, remplacé par C", "B (remplace C)"
_BEGINS = re.compile(r"(?:Remplac|Succ[èé]d|Se substitu|Prend la suite)")
_SESSION = re.compile(r"\b(?:a compter|a partir|des|depuis)\b[^.]{0,30}\bsession (?:19|20)\d\d\b")
# "CAP X - Spécialité Y" is one title
_BARS = re.compile(rf"\s[|•]\s|\s[–—-]\s(?=[{CAPITALS}])(?!Sp[ée]cialit[ée]|Option|Mention)")
_LINK = re.compile(
    r"remplac(?!ant|ement)|succed|s(?:e|'est|e sont) substitu|pren|pris|fait suite|cede|laisse"
)
_OF_WHAT_GOES_BEFORE = re.compile(
    r"\b(?:qui|lequel|laquelle|dont)\b|\(\s?$|^[^,]*,\s?$"  # but "Le CAP X, de code A, remplace"
)
_IS = re.compile(r"\b(?:est|sera|etait|fut|ete|sont|seront) (?:\w+ment )?$")


def linked_codes(
    text: str, relation: str, diploma: DiplomaIdentity
) -> tuple[list[str], list[str]] | None:
    """Return the codes that a label asks for, and the diploma's own, where a verb links them.

    `Le CAP X (A) remplace le B`; but A is asked for, and B is of a diploma further away, or the
    own, in `le A, qui a remplacé le B`. None where no such verb stands between codes, or before
    the only one in brackets.
    """
    text, plain = clean(text), same_length(clean(text))
    found = list(claims(text, diploma))
    if len(found) != 1 or not _LINK.match(plain, found[0].start):
        return None
    start, end, is_same = found[0].start, found[0].end, found[0].kind == relation
    before, behind = codes_in(text[:start]), codes_in(text[end:])
    is_bracketed = is_same and text[:start].endswith("(")
    if not behind or not (before or is_bracketed):
        return None
    is_participle = " par" in plain[start:end] and not _IS.search(plain, 0, start)
    is_aside = is_participle or _OF_WHAT_GOES_BEFORE.search(plain, 0, start)
    is_own = is_same and found[0].of_diploma and not is_aside
    return (before, []) if before and not is_own else (behind, before)


def succession(row: Row, diploma: DiplomaIdentity) -> Iterator[Finding]:
    """Yield the codes that a row says the diploma replaces or is replaced by.

    A successor without a code is an issue.
    """
    relation = row.field if row.field in SUCCESSION else ""
    relation = relation or (row.lead and _led(row.lead, diploma))
    if relation == "replaces" and _SEE.match(row.plain):
        relation = "replaced_by"
    elif relation == "replaced_by" and _BY_THIS.match(row.plain):
        relation = "replaces"
    under_label = bool(relation)
    if row.field == "replaces" and "brogé" in row.label:  # "Diplôme abrogé et remplacé"
        yield unlabelled("status", row.label, "the end of another diploma", row.place)
    for piece in row.pieces:
        place = piece.block.place
        goes_on = _GOES_ON.get(relation)
        if goes_on and (led := goes_on.match(same_length(piece.text))):
            piece = piece._replace(text=piece.text[led.end() :])
        if not under_label and not claims(clean(piece.text), diploma):
            continue  # most texts
        text = (
            piece.text if under_label else with_code_apart(_in_sentences(piece, diploma), diploma)
        )
        for like in unreadable_codes(text, diploma, under_label):
            is_later = "remplac" in piece.text and " par " in piece.text
            field = relation or ("replaced_by" if is_later else "replaces")
            yield issue(IssueCode.INVALID_CODE, field, like, None, place)
        before, after = succession_in(text, diploma)
        codes = [("replaces", code, "") for code in before]
        codes += [("replaced_by", code, "") for code in after]
        linked = linked_codes(piece.text, relation, diploma) if relation else None
        if linked and (diploma.code is None or not linked[1]):
            codes = [(relation, code, row.label) for code in linked[0]]
        elif under_label:
            codes += [(relation, code, row.label) for code in labelled_codes(piece.text)]
        others = [stated for stated in codes if stated[1] != diploma.code]
        for field, code, label in others:
            yield Statement(field, code, piece.text, place, label, "named in the text")
        # below the label sessions are not looked for: "Remplacé par : … à compter de la session"
        if others and row.field and _SESSION.search(row.plain):
            yield unlabelled("first_session", piece.text[:200], "of another diploma", place)
        if under_label and codes and not others:
            yield unlabelled(relation, piece.text[:200], OWN_CODE, place)
        if under_label and not codes:
            detail = OWN_CODE if diploma.code in codes_in(text) else "no code in it"
            yield unlabelled(relation, piece.text[:200], detail, place)
        elif not under_label:
            yield from _named(piece, clean(text), diploma, {field for field, _, _ in codes})


def _in_sentences(piece: Piece, diploma: DiplomaIdentity) -> Piece:
    """Return a piece of several lines with a stop before each that begins with such a verb.

    Or that tells of a replacement itself; so too behind a bar or dash.
    """
    text = ""
    for line in piece.lines:
        at = 0
        for mark in (*_BARS.finditer(line), None):
            part = line[at : mark.start() if mark else None]
            tells = _BEGINS.match(part) or (part[:1].isupper() and claims(clean(part), diploma))
            between = ". " if tells and text else line[at - 3 : at] if at else " "
            text = f"{text}{between}{part}" if text else part
            at = mark.end() if mark else at
    return piece._replace(text=text)


def _led(lead: str, diploma: DiplomaIdentity) -> str:
    """Return the relation to the diplomas of a list that the text above it says."""
    found = claims(clean(lead), diploma)[-1:]
    open_ended = (c for c in found if c.stop == len(clean(lead)) and not c.codes)
    return "".join(c.kind for c in open_ended if c.of_diploma)


def _named(piece: Piece, text: str, diploma: DiplomaIdentity, coded: Set[str]) -> Iterator[Finding]:
    """Yield an issue for each diploma without a code that a piece calls predecessor or successor.

    `text`: its own, in sentences. `coded`: the relations to those whose codes it states.
    """
    plain, found = same_length(text), claims(text, diploma)
    detail = OWN_CODE if diploma.code in codes_in(text) else "no code in it"
    for claim in found:
        is_named = claim.of_diploma and NAMED.match(plain, claim.end)
        if coded and (claim.codes or not claim.of_diploma or claim.kind in coded):
            continue
        if claim.kind == "replaced_by" or (claim.kind == "replaces" and is_named):
            sentence = attribution(text, diploma).sentence_of(claim.start)
            said = text[sentence.start : sentence.stop] if len(found) > 1 else piece.text
            yield unlabelled(claim.kind, said.strip()[:200], detail, piece.block.place)
