"""Find the diplomas that a text names, and whose each is: the record's, another, a new one.

A *mention* is the name of a diploma with its article and what it is called (*le nouveau CAP*,
*ce diplôme*, *l'ancien référentiel*), or no more than that (*l'ancien*).
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from parsers.extract.diploma_mentions import (
    FINITE,
    FORMER,
    NOUNS,
    TEXTS,
    DiplomaIdentity,
    is_certainly_another,
    is_own,
)
from parsers.model.statement import Relation
from schema.diploma_type import family
from schema.text import same_length
from schema.title import read_title

Owner = Literal["own", "new", "other"]
# Nouns that are no diploma without an article: "centre de formation", "à titre transitoire".
_LOOSE = frozenset(
    {"formation", "titre", "option", "specialite", "mention", "certificat", "brevet"}
)
# "des CAP", "au titre": a complement, and so not what its sentence speaks of
_OF = r"du|de la|de l'|des?|d'une?|d'|aux?|a la|a l'|(?:pour|par|avec|selon) (?:l[ea]s? |l')"
_ARTICLE = (
    rf"(?:(?P<of>{_OF})(?: |(?<='))|(?P<this>cet?|cette) |(?P<the>une?|l[ea]s?) |(?P<elided>l') ?)"
)
_NEW = r"nou(?:veaux?|vel(?:le)?s?)|future?s?|autres?"
PRESENT = r"presente?|actuel(?:le)?"
_MENTION = re.compile(
    # "le CAP X (code diplôme 500-23438)", "(diplôme 500-23438)": a word before a code
    r"(?!(?<=\bcode )diplome\b|(?<=\()diplome (?:n\W{1,2})?\d)"
    rf"\b{_ARTICLE}?(?:(?:(?P<former>{FORMER}|ex)|(?P<new>{_NEW})|(?P<present>{PRESENT}))[ -])*"
    rf"(?:(?P<noun>{NOUNS})|(?P<text>{TEXTS}))\b"
    # "l'ancien", "celle du nouveau"
    r"|\b(?:(?P<of_alone>du |d[eu] l[ea] |de l')|(?:l[ea] |l'))"
    rf"(?:(?P<former_alone>{FORMER})|(?P<new_alone>{_NEW})|(?P<present_alone>{PRESENT}))"
    rf"(?=\W*$|\s?[.;:,()]|\s(?:a|au|aux|en|{FINITE})\b)"
    r"|\bcel(?:ui|le) (?P<namesake>d[eu] meme (?:nom|intitule|denomination))\b"
    r"|\b(?P<last>(?:ce|cette|ces) derni(?:ere?|er)s?\b(?! session)|cel(?:ui|le)-ci\b)"
)
# "un nouveau diplôme (code 320 33113) remplace celui-ci": the page's
_REPLACING = re.compile(r"\bremplace(?:nt|ra)? $")
# "électricien(ne)": such a bracket is a part of the word. What follows a space is tried together.
_NAME_END = re.compile(
    r"[,;:\[]|(?<![a-z])\(|\((?![a-z]{1,5}\))|\)"
    + "".join(rf"(?<![a-z]\([a-z]{{{n}}}\))" for n in range(1, 6))
    + r"|\.(?:\s|$)|\s(?:[–-]\s|n'"
    rf"|(?:{FINITE}|qui|dont|lequel|laquelle|auquel|il|elle|ne|lui)\s"
    r"|remplac|abrog|cree|institue|modifi|complet|defini|fixee?s?\b"
    r"|regi(?:e?s? par\b|t\b|ss)|delivr|cede|cess"  # but "DMA Régie du spectacle"
    r"|se (?:substitue|prepare|deroule|compose)|s'(?!y )|laisse|devien|devenu|succed|organise|prevu"
    r"|supprim|avait|avaient|prend|fait"
    r"|entr|disparai|apparti|doit|port(?:e|ait)\b|resulte|regroupe|issue?s? d|peut|mene|donne"
    r"|renovee?s? (?:par|en)\b|(?:publie|paru)e?s? (?:au|le|dans)\b|depuis|selon|sous|par|jusqu|qu'"
    r"|(?:remonte (?:a|au)|date d(?:e|u)|decoule d(?:e|u))\b"
    r"|(?:[bj]\.?o\b|boe(?:n|sr)\b|b\.o\.|jorf\b|(?:journal|bulletin) officiel\b|nor ?:)"
    r"|en (?=\d|vigueur|cours)|a (?:partir|compter|l'issue|la (?:session|rentree|suite)"
    r"|(?:vocation|remplac|succed|pris|cree|cesse|fait|laisse|disparu))"
    r"|(?:premiere|derniere|session|code|diplome|nor|jo|jorf)\b|(?:19|20)\d\d\b"
    r"|(?<!niveau\s)(?:n[?o] ?)?\d|texte (?:integral|officiel|consolide)\b"
    r"|et (?=(?:definit|(?:fix|definiss|abroge|modifi|remplac|cre)(?:e|ant))\b)"
    r"|(?:et (?:par )?(?:l')?|texte de l')?arr(?:e?te\b|\. (?=du|n))"
    r"|et (?:l[ea]s?|[sc]e?[ao]?n?|d[ue]s?|aux?)"
    rf" (?={NOUNS}|premiere|derniere|n?\W{{0,2}}\d))"
)
# Such a word is one of a name, or ends it.
_MAY_END = re.compile(
    r"\s(?:(?:en|aux?|a|pour|avec|dans)\s"
    # but "le BTS Diététique et nutrition"
    r"|et (?=(?:dont|qui|son|sa|ses|leurs?|l[ea]s?|ce|il|elle|du|prevoit|precise|determine)\b)"
    rf"|d(?:u|e|e la|'un|') ?(?={NOUNS}))"
)
_BRACKET = re.compile(r" ?[(\[]")
_ASKS = re.compile(r"\s?[?!](?=\s|$)")  # "À quoi prépare ce diplôme ?"; folded, other marks are so
_QUOTED = re.compile(r"[«“\"][^«»“”\"]{3,120}[»”\"]")
_NEAR, _FAR = 25, 100  # so far from a name stand its code and its bracket
_LONGEST_NAME = 160
_CALLED_BEHIND = re.compile(
    r"\b(?:(?P<new>renovee?|suivante?)|(?P<former>(?:precedent|anterieur)e?)|actuel(?:le)?)s?\W*$"
)
_MAY_CALL = re.compile("renove|suivant|precedent|anterieur")
_TO_ITS_CODE = re.compile(
    r"[\s,(–-]{0,3}(?:(?:de |dont le |(?:porte|a pour|sous) (?:le )?)?(?:code|numero|n)\b"
    r"[\s:?.o]{0,3}(?:est )?)?"
)
# "la spécialité X créée par arrêté du 26 avril 2005 (code 500-24322 S)"
_TO_BRACKET = re.compile(
    r"[\s\w?»-]{0,16}"
    r"|\s(?:cree|institue|regi|defini|fixe)e?s? par (?:l'|un )?arr?ete d[^().;,]{0,30}"
)
_LONGEST_BRACKET = 300
# "la session du diplôme remplacé"
_REPLACED = re.compile(r"(?: pro\w*)? remplacee?s?\b(?! (?:par|en|depuis|a (?!eu |lieu ))\b)")
# "La mention complémentaire qui existait auparavant avait été créée par"
_EXISTED = re.compile(r"(?: [a-z]{3,14})? qui (?:existait|precedait|l'a precedee?)\b")
_CEASES = re.compile(r" cree par [^.;]{0,80}\b(?:a|ont|avait) cesse d")


class Mention(NamedTuple):
    """A diploma that a text names: where, and whose it is.

    `owner`: *new* is one called so, or renovated: the record's on the page of a new diploma, its
    successor on that of a former one. `is_complement`: as in *du CAP*. `called`: *former*, *new*,
    *ex* (former, of another name), or *this* and the present one.
    `codes`: that stand with it. `relation`: of what the record's replaces, or is replaced by.
    """

    start: int
    end: int
    owner: Owner
    is_complement: bool = False
    called: str = ""
    codes: tuple[str, ...] = ()
    relation: Relation | None = None
    is_certain: bool = False  # *ce diplôme*, with the record's code, or another's code and name
    is_of_another: bool = False  # it shares no word with the name of the record's


OWN = Mention(0, 0, "own")


def mentions_of(
    text: str, plain: str, diploma: DiplomaIdentity, codes: Sequence[tuple[int, int, str]]
) -> list[Mention]:
    """Return the diplomas that a text names, and its codes that stand with none, in their order.

    `plain`: the text folded. `codes`: of the text, with their places.
    """
    mentions: list[Mention] = []
    end = 0
    while match := _MENTION.search(plain, end):
        end = match.end()
        if match["last"]:
            place = match.start(), end
            if mentions and mentions[-1].called == "new" and _REPLACING.search(plain, 0, place[0]):
                mentions.append(Mention(*place, "own", called="this", is_certain=True))
            elif mentions:
                mentions.append(mentions[-1]._replace(start=place[0], end=place[1]))
        elif mention := _mention_at(match, text, plain, diploma, codes):
            mentions.append(mention)
            end = mention.end
    named: dict[str, int] = {}  # where the first diploma with a code is named
    for mention in mentions:
        for code in mention.codes:
            named.setdefault(code, mention.start)
    for start, stop, code in codes:
        if start < named.get(code, len(plain)):
            owner: Owner = "own" if diploma.code in {None, code} else "other"
            mentions.append(Mention(start, stop, owner, codes=(code,)))
    return sorted(mentions)


def names_diploma(plain: str) -> bool:
    """Return whether a folded text has a word that begins the name of a diploma, not of a text."""
    return not all(mention["text"] for mention in _MENTION.finditer(plain))


def _mention_at(
    match: re.Match[str],
    text: str,
    plain: str,
    diploma: DiplomaIdentity,
    codes: Sequence[tuple[int, int, str]],
) -> Mention | None:
    """Return what a match of `_MENTION` names and whose that is; None where it is no diploma.

    Its codes say whose it is, else what it is called (*l'ancien CAP*), else its name. `codes`: of
    the text, with their places.
    """
    groups = match.groupdict()
    of = bool(groups["of"] or groups["of_alone"])
    is_replaced = groups["of"] and _REPLACED.match(plain, match.end())
    is_former = bool(
        groups["former"]
        or groups["former_alone"]
        or groups["namesake"]
        or is_replaced
        or (" qui " in plain and _EXISTED.match(plain, match.end()))
    )
    is_new = bool(groups["new"] or groups["new_alone"])
    if not (groups["noun"] or groups["text"]):
        owner: Owner = "other" if is_former else "new" if is_new else "own"
        called = "former" if is_former else "new" if is_new else "this"
        its_codes = _its_codes(plain, match.end(), codes)
        return Mention(match.start(), match.end(), owner, of, called, its_codes)
    if groups["text"] and not (is_former or is_new or _MAY_CALL.search(plain, match.end())):
        return None  # most orders
    start = match.start("noun") if groups["noun"] else match.start("text")
    end = _end_of_name(text, plain, start, match.end(), diploma.name or "")
    if behind := _CALLED_BEHIND.search(plain, match.end(), end):
        is_former |= bool(behind["former"])
        is_new |= bool(behind["new"])
    called = "former" if is_former else "new" if is_new else ""
    if groups["text"] and (not called or (is_new and groups["text"].startswith("arr"))):
        return None
    is_bare = not (groups["of"] or groups["this"] or groups["the"] or groups["elided"])
    is_first = not plain[: match.start()].strip(" (-:")
    if (is_bare or groups["of"] in {"de", "d'"}) and groups["noun"] in _LOOSE and not is_first:
        return None
    its_codes = _its_codes(plain, end, codes)
    this = bool(groups["this"] or groups["present"])
    owner = "other"
    relation: Relation | None = None
    if not is_former:
        name = start, behind.start() if behind else end
        if its_codes and diploma.code:
            owner = "own" if diploma.code in its_codes else "other"
            if is_new and owner == "other" and _is_own(text, plain, name, diploma, this):
                relation = "replaced_by"
        elif is_bare and is_first and not is_new:
            another = is_certainly_another(text[slice(*name)].strip(), diploma)
            owner = "other" if another else "own"
        elif groups["text"] or _is_own(text, plain, name, diploma, this):
            owner = "new" if is_new else "own"
        if owner == "own" and not (this or (its_codes and diploma.code)):
            owner = "other" if _CEASES.match(plain, end) else "own"
    if is_former and not (groups["text"] or _is_own(text, plain, (start, end), diploma, this)):
        called = "ex"
    called = called or ("this" if this else "")
    certain = this or bool(its_codes and diploma.code)
    if certain and owner == "other":  # the record's diploma may have had another code
        certain = not _is_own(text, plain, (start, end), diploma, this)
    another = bool(
        owner == "other"
        and groups["noun"]
        and diploma.diploma_type != "OTHER"
        and is_certainly_another(text[start:end], diploma)
    )
    return Mention(match.start(), end, owner, of, called, its_codes, relation, certain, another)


def _end_of_name(text: str, plain: str, start: int, behind: int, own: str) -> int:
    """Return where the name of a diploma ends: at a mark or verb, or before it is too long.

    Not at those in the record's own name, nor in quotation marks. `start`, `behind`: where its noun
    begins and ends.
    """
    limit = min(len(plain), start + _LONGEST_NAME)
    mark = _NAME_END.search(plain, behind, limit)
    end = mark.start() if mark else limit
    whole = same_length(own)
    # "Transports par câbles (TPC)", whose acronym sentences leave out
    for own_name in (whole, whole.partition(" option ")[0], _BRACKET.split(whole, maxsplit=1)[0]):
        # "Métiers de la mode - vêtement flou"
        at = plain.find(own_name, behind, end + len(own_name)) if own_name else -1
        if 0 <= at < end < at + len(own_name):
            limit = max(limit, at + len(own_name) + _NEAR)
            mark = _NAME_END.search(plain, at + len(own_name), limit)
            end = mark.start() if mark else limit
    quoted = _QUOTED.search(text, behind, limit)
    if quoted and quoted.start() < end < quoted.end():  # marks and verbs in it are of a name
        mark = _NAME_END.search(plain, quoted.end(), limit)
        end = mark.start() if mark else limit
    asks = _ASKS.search(text, behind, end)
    return asks.start() if asks else end


def _is_own(
    text: str, plain: str, name: tuple[int, int], diploma: DiplomaIdentity, this: bool
) -> bool:
    """Return whether a name is the diploma's, whole or up to a word that may end it."""
    start, end = name
    if is_own(text[start:end].strip(), diploma, this):
        return True
    ends = (match.span() for match in _MAY_END.finditer(plain, start, end))
    names = ((text[start:last].strip(), behind) for last, behind in ends)
    named = (each for each in names if " " in each[0] and not read_title(each[0]).is_type_alone)
    return any(
        is_own(each, diploma, False) and not _is_of_another_type(text[behind:end], diploma)
        for each, behind in named
    )


def _is_of_another_type(rest: str, diploma: DiplomaIdentity) -> bool:
    """Return whether the words behind a name are a type that the diploma has not: *du CAP*."""
    types = [family(each) for each in read_title(rest).types]
    own = diploma.diploma_type and family(diploma.diploma_type)
    return bool(types and own and own != "OTHER") and own not in types


def _its_codes(plain: str, end: int, codes: Sequence[tuple[int, int, str]]) -> tuple[str, ...]:
    """Return the codes that stand right behind a name, or in the bracket behind it."""
    opened = plain.find("(", end, end + _FAR)
    closed = plain.find(")", opened, opened + _LONGEST_BRACKET) if opened >= 0 else -1
    in_bracket = opened >= 0 and _TO_BRACKET.fullmatch(plain, end, opened)
    found: list[str] = []
    for start, _, code in itertools.islice(codes, bisect_left(codes, (end,)), None):
        if start > max(end + _NEAR, closed):
            break
        if (in_bracket and opened < start < closed) or _TO_ITS_CODE.fullmatch(plain, end, start):
            found.append(code)
    return tuple(found)
