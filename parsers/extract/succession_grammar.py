"""Claims of replacement and repeal in a text, about a record's own diploma or another.

A text is read from left to right with two things in mind: of which diploma the sentence speaks,
and which one it named last. *Remplace* and *est abrogé* go with the first, a bare *abrogé* or
*créé* with the second. Both are the record's own until the text names another one, by a code
or by a name: then nothing it says of that one is taken.

Over 300 lines: one grammar, and what its words mean stands beside it.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from parsers.extract.diploma_mentions import (
    FINITE,
    FORMER,
    FORMER_TEXT,
    NOUNS,
    TEXTS,
    DiplomaIdentity,
    is_own,
)
from schema.code import codes_in, placed_codes
from schema.text import same_length

Kind = Literal["replaces", "replaced_by", "repealed", "done"]


@dataclass(slots=True)
class Claim:
    """A *remplace*, *remplacé par*, *devient*, *abrogé*, or (`done`) *créé* or *modifié* of a text.

    `of_diploma`: it is said of the record's own diploma, and not denied. `start`, `end`: the word's
    place. `stop`: where the part of the text ends that goes with it. `codes`: named there.
    `is_new`: *nouveau code*, the successor's, or the diploma's own beside a former one.
    """

    kind: Kind
    of_diploma: bool
    start: int
    end: int
    stop: int
    codes: list[str] = field(default_factory=list)
    is_new: bool = False


# A semicolon ends a claim, but not a list of codes.
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÀ-Ý])|;(?!\s*(?:(?:et|les?)\s|n\W{1,2})*\d)")
_REPLACED_BY = (
    r"\brempl(?:acee?s?|\. ?:?) par\b|\b(?:diplome )?successeur\b"
    r"|\b(?:le )?nouveau (?:diplome|code)\s?:|\blui succede(?:nt)?\b|\bdiplome de remplacement\b"
    r"|\b(?:cede|laisse)(?:nt)? la place aux?\b|\bvoir desormais\b"
    r"|\b(?:a compter|a partir) d[^.;]{3,30}, voir\b"
)
_REPLACES = (
    r"\bdiplomes? (?:anterieure?s?|precedents?|remplaces?)(?: remplaces?)?\s?:"
    r"|\banciens?(?: (?:diplomes?|codes?|numeros?))?\s?:|\banciennement (?=\d)"
    r"|\bremplac(?:e(?:e|s|es|nt)?|ait|aient)\b|\brempl\."
    r"|\b(?:se substitue(?:nt)?|s'est substituee?|se sont substitue) (?:a|aux?)\b"
    r"|\bsuccede(?:nt)? (?:a|aux?)\b|(?<=quel il )succede\b|(?<=quelle elle )succede\b"
    r"|\b(?:prend|prennent|pris) la suite d(?:u|e|es)\b|\bfait suite (?:a|aux?)\b"
    r"|\bremplacant\b|\ben remplacement d(?:u|e|es)\b|\banciens? (?:codes?|numeros?)\b|\bex (?=\d)"
)
REPEALED = re.compile(r"\babrogee?\b")
_WORD = re.compile(
    rf"\b(?=[a-z])(?:(?P<replaced_by>{_REPLACED_BY})|(?P<replaces>{_REPLACES})|(?P<repealed>{REPEALED.pattern})"
    r"|(?P<done>\b(?:abrogee?s|(?:cree|institue|modifie|complete)e?s?)\b)"
    r"|(?P<becomes>\b(?:devien(?:t|nent|dra)|est devenue?)\b)"
    r"|(?P<relative>\b(?:qui|lequel|laquelle)\b)"
    r"|(?P<pronoun>\b(?:il|elle)\b)"
    rf"|(?P<former>\b(?:(?:la|le) )?(?:{FORMER_TEXT}))"
    r"|(?P<order>\b(?:arrete|decret)s?\b)"
    r"|(?:\b(?P<article>ce|cet|cette|du|de|des|aux?|ancien(?:ne)?|anciennement|precedente?|autre) "
    r"|\b(?P<elided>d'|ex[ -]))?"
    r"(?:\b(?:la|le|nouveau|nouvelle|present|presente) |\bl')?"
    rf"\b(?P<noun>{NOUNS})\b)"
)
# Most texts hold no such word and are not read any further.
_VERB = re.compile(
    r"rempl|substitue|succe|la suite d|fait suite|nouveau (?:diplome|code)|abrog|cree|institue"
    r"|modifie|complete"
)
# Words of succession where a code stands beside them, and of anything else.
_BESIDE_CODES = re.compile(
    r"\bex[ -]|ancien|nouveau |precedent|anterieur|la place|desormais|, voir|devien|devenu"
)
# "Il succède au diplôme codé 50032217 et porte lui-même le code 50032228"
_BEARS = re.compile(r"\b(?:et|,|;) (?:il |elle )?porte (?:(?:lui|elle).meme )?le (?:code|numero) $")
# "remplace le A, code B"; "ancien code A, nouveau code B", "anciennement A, désormais B"
_ITS_CODE = re.compile(r"\)?[,;]? \(?code (?:: )?")
_NEW_CODE = re.compile(
    r"\b(?:nouveau(?: code)?|(?:code )?actuel(?:lement)?|desormais|maintenant|devenue?)"
    r"(?: (?:est|sera|le|code|numero)\b|[ :(])*$"
)
_BEING = r"(?:est|sera|etait|fut|a ete|sont|seront)"
_NAME_END = re.compile(
    rf"[,;:()]|\.(?:\s|$)|\s(?:{FINITE}|qui|dont|lequel|laquelle|il|elle|ce|cet|cette|ne)\s|\sn'"
    r"|\s(?:remplac|abrog|cree|institue|modifi|complet|defini|fixee?|regi|delivre|se substitue|cede"
    r"|laisse|devien|succed)"
)
_LONGEST_NAME = 200
# The words before a verb show whether it is denied, and its subject.
_BEFORE = 40
_DENIED = re.compile(
    r"\bne (?:l[ea]s? |se )?$"
    r"|\bn'(?:est|a|sont|sera|etait) (?:(?:pas|plus|jamais|encore|toujours|ete) )*$"
    r"|\b(?:non|pas|jamais) (?:encore )?(?:ete )?$"
)
_IS = re.compile(rf"\b{_BEING} (?:\w+ment )?$")
_IS_THE_SUBJECT = re.compile(rf"[ )\]]*(?:{_BEING} )?")
_THIS = rf"(?:ce|cet|cette|(?:l[ea] )?presente?) (?:{NOUNS})"
_WHICH_IT = re.compile(
    rf"(?:\bqu'|\bauquel |\ba laquelle )(?:il|elle)s? $|\bque (?P<this>{_THIS}) $"
)
# "le CAP de code 500-22145 S qui remplace ce diplôme"
_THIS_ONE = re.compile(rf" {_THIS}\b")
# "Le CAP Vannerie (500 23438) le remplace"
_WHO_IT = re.compile(r"\bqui (?:le |la |l'(?:a )?)$")  # "code du diplôme qui le remplace : …"
_IT = re.compile(r"(?<![a-z])(?:le |la |l'(?:a |avait )?)$")
_SPACE = re.compile(r"\s*")
_SINCE_WHEN = re.compile(r" (?:par|le|depuis|a compter)\b")
# Articles that make a name an addition to another name, or introduce another diploma.
_OF = frozenset({"du", "de", "des", "au", "aux", "d'"})
_FORMER = frozenset({"ancien", "ancienne", "anciennement", "precedent", "precedente", "ex ", "ex-"})
_NOT_THIS = _FORMER | {"autre"}
# "a remplacé le CAP X": an accent, and no passive
_HAS = re.compile(r"\b(?:a|ont|avait|aura) $")
_BY = re.compile(r"[^.;]{0,60}\bpar\b")
# "500-23437 S (ancien référentiel)"
_CALLED_FORMER = re.compile(rf" ?[(\[](?:l')?{FORMER}(?: (?:codes?|diplome|{TEXTS}))?[)\]]")
_NEAR = 12  # "L'ancien diplôme (code 500-23437 S)": so near is its code
# "abroge l'arrêté", "abroge, à compter de 2025, l'arrêté": no participle
_ABROGATES = re.compile(
    r"abroge(?:nt)?(?: et remplace(?:nt)?)?(?:,[^,]{0,80},)?\s(?:l'|les? (?!\d)|la )"
)


@lru_cache(maxsize=4)
def claims(text: str, diploma: DiplomaIdentity) -> tuple[Claim, ...]:
    """Return the claims of `text` (clean) about succession and repeal, in order."""
    plain = same_length(text)
    may_claim = _VERB.search(plain) or (_BESIDE_CODES.search(plain) and codes_in(text))
    return _sentences(text, diploma)[0] if may_claim else ()


def own_codes(text: str, diploma: DiplomaIdentity) -> tuple[tuple[int, str], ...]:
    """Return place and digits of the codes that `text` (clean) states of `diploma`.

    The diploma's code is not known yet. They stand in a sentence that has named no other diploma
    before, and are not replaced there.
    """
    return _sentences(text, diploma)[1] if codes_in(text) else ()


@lru_cache(maxsize=4)  # a text is asked for its succession, its codes and its status in turn
def _sentences(
    text: str, diploma: DiplomaIdentity
) -> tuple[tuple[Claim, ...], tuple[tuple[int, str], ...]]:
    plain = same_length(text)
    codes = placed_codes(text)[::-1]
    result: list[Claim] = []
    own: list[tuple[int, str]] = []
    start, subject = 0, True
    before: list[str] = []
    for stop in [*(end.end() for end in _SENTENCE_END.finditer(text)), len(text)]:
        sentence = _Sentence(text, plain, diploma, start, stop, codes, subject, before)
        sentence.read()
        result += sentence.claims
        own += sentence.own
        start, subject, before = stop, sentence.subject, sentence.others
    others = {code for claim in result for code in claim.codes}
    return tuple(result), tuple((place, code) for place, code in own if code not in others)


@dataclass(slots=True)
class _Sentence:
    """A sentence while it is read; where a diploma is a bool, True is the record's own.

    `codes`: codes not yet read, the next one last. `former`: the subject of the sentence before;
    `codes_before`: the codes of others that it names.
    """

    text: str
    plain: str
    diploma: DiplomaIdentity
    start: int
    stop: int
    codes: list[tuple[int, int, str]]
    former: bool
    codes_before: list[str]
    subject: bool = True
    named: bool = True
    claims: list[Claim] = field(default_factory=list)
    head: bool | None = None  # what the sentence begins with
    open: Claim | None = None  # the succession whose codes follow
    since: list[tuple[int, str]] = field(default_factory=list)  # codes since it, with their ends
    noun: tuple[int, bool] | None = None  # the last name: its end, and whether it is the record's
    names: int = 0  # how many names of diplomas it has
    in_order: bool = False  # the title of an order names diplomas, and speaks of none
    own: list[tuple[int, str]] = field(default_factory=list)  # codes of the record's diploma
    aside_end: int = 0  # where "(ex-mention …)" ends: the sentence goes on as before it
    former_end: int = -_NEAR  # where "l'ancien diplôme" ends
    others: list[str] = field(default_factory=list)  # codes of other diplomas
    becoming: list[str] = field(default_factory=list)  # codes of a diploma that becomes another

    def read(self) -> None:
        """Fill `claims`."""
        place = self.start
        while match := _WORD.search(self.plain, place, self.stop):
            self._read_codes(match.start())
            place = match.end()
            kind = match.lastgroup
            if kind == "noun":
                place = self._read_name(match)
            elif kind == "order":
                self.in_order = True
            elif kind == "former":
                self._read_former(match)
            elif kind == "pronoun":
                if self._begins(match):
                    self._is(self.former)
            elif kind == "relative":
                self._is(self.named and self.open is None)
            elif kind in {"replaces", "replaced_by"}:
                self._read_succession(match)
            elif kind == "becomes":
                self._read_becoming(match)
            else:
                self._read_participle(match)
        self._read_codes(self.stop)
        self._close(self.stop)

    def _is(self, of_diploma: bool) -> None:
        """Make the record's diploma, or another one, the subject of the sentence from here on."""
        self.subject = self.named = of_diploma
        if self.head is None:
            self.head = of_diploma

    def _close(self, place: int) -> None:
        if self.open is not None:
            self.open.stop = place
            self.open.codes += [code for _, code in self.since]
            self.open, self.since = None, []

    def _read_codes(self, place: int) -> None:
        while self.codes and self.codes[-1][0] < place:
            start, end, code = self.codes.pop()
            if self.open is not None and _BEARS.search(self.plain, self.start, start):
                self._close(start)
                self._is(True)
            if self.since and self.open is not None and self.open.kind == "replaces":
                self._read_behind_former(self.open, start, code)
            self.since.append((end, code))
            if self.open is not None:
                continue
            in_title = self.in_order and self.names
            is_own = self.diploma.code is None and self.named and not in_title
            is_former = bool(_CALLED_FORMER.match(self.plain, end))
            is_own = is_own and start >= self.aside_end and not is_former
            if is_own:
                self.own.append((start, code))
            elif code != self.diploma.code:
                self.others.append(code)
            is_former |= start < self.former_end + _NEAR
            if is_former and code != self.diploma.code:
                self.claims.append(Claim("replaces", True, start, end, end, [code]))
            if start >= self.aside_end:
                self.subject = self.named = is_own or code == self.diploma.code

    def _read_behind_former(self, former: Claim, start: int, code: str) -> None:
        """Close the claim of a former code at the diploma's own one, or at one that is called new.

        The new one, of a former diploma's page a successor's, is a claim of its own.
        """
        if new := _NEW_CODE.search(self.plain, max(self.start, start - _BEFORE), start):
            self._close(new.start())
            is_own, span = former.of_diploma, (new.start(), start, self.stop)
            self.open = Claim("replaced_by", is_own, *span, is_new=True)
            self.claims.append(self.open)
        elif self.diploma.code in {None, code} and _ITS_CODE.fullmatch(
            self.plain, self.since[-1][0], start
        ):
            self._close(start)
            self._is(True)

    def _read_name(self, match: re.Match[str]) -> int:
        """Return the place where the name of a diploma ends."""
        self.names += 1
        start = match.start("noun")
        limit = min(self.stop, start + _LONGEST_NAME)
        mark = _NAME_END.search(self.plain, start, limit)
        end = mark.start() if mark else limit
        article = match["article"] or match["elided"] or ""
        this = article in {"ce", "cet", "cette"}
        of_diploma = article not in _NOT_THIS and is_own(
            self.text[start:end].strip(), self.diploma, this
        )
        if self.plain.endswith(", ", self.start, match.start()) and self._begins_with_participle():
            self.in_order = False  # "Créé par l'arrêté du 3 mai 2004, le CAP remplace …"
        if of_diploma and self.becoming:
            span = match.start(), match.end()
            self.claims.append(Claim("replaces", True, *span, end, self.becoming))
            self.becoming = []
        begins = self.head is None and not self.plain[self.start : match.start()].strip(" (l'e")
        if begins and article in _FORMER and is_own(self.text[start:end], self.diploma, False):
            self.former_end = end
        self.in_order &= not this
        if article in _OF:
            # "à la suite du BEP vente": named, but not the subject of the sentence
            self.named = self.named if self.in_order else of_diploma
            return end
        if not of_diploma and self.plain.endswith("(", self.start, match.start()):
            self.aside_end = self.plain.find(")", end, self.stop)
            return end
        self.noun = end, of_diploma
        if self.open is None:
            self._is(of_diploma)
        return end

    def _read_former(self, match: re.Match[str]) -> None:
        """Read *l'ancien référentiel « vannerie » (code 500-23437)*: it is not the record's own."""
        if self.plain.endswith("(", self.start, match.start()):
            self.aside_end = self.plain.find(")", match.end(), self.stop)
        elif self.open is None:
            mark = _NAME_END.search(self.plain, match.end(), self.stop)
            self.former_end = mark.start() if mark else match.end()
            self._is(False)

    def _read_succession(self, match: re.Match[str]) -> None:
        # "remplacé en 2025 par": only the accent distinguishes them
        before = self._before(match)
        word = self.text[match.start() : match.end()].lower()
        passive = match["replaced_by"] or (
            word.startswith("rempla") and "é" in word and not _HAS.search(before)
        )
        if passive and not match["replaced_by"] and not _BY.match(self.plain, match.end()):
            return
        kind: Kind = "replaced_by" if passive else "replaces"
        others = {code for _, code in self.since if code != self.diploma.code}
        self._look_for_subject(match, kind == "replaces" or bool(_IS.search(before)))
        which = _WHICH_IT.search(before)
        which_it = bool(which)
        foreign = {code for _, code in self.since if code != self.diploma.code}
        # "l'ancien CAP (500-23437 S) qu'il remplace": what is named alone is what it replaces
        alone = self.names == 1 and self.noun and self.since and self.since[-1][0] > self.noun[0]
        of_diploma = self.subject
        if which:
            of_diploma = bool(which["this"] or self.head is not False or alone)
        if kind == "replaces" and not foreign and _WHO_IT.search(before):
            kind, of_diploma = "replaced_by", self.former
        elif foreign and _IT.search(before) and not self.subject:
            kind, of_diploma, which_it = "replaced_by", self.former, True
        elif kind == "replaces" and of_diploma and not self.former and _IT.search(before):
            foreign, which_it = {*self.codes_before}, True  # "L'ancien CAP est abrogé. Ce CAP le …"
        elif self.open is None and _THIS_ONE.match(self.plain, match.end()):
            foreign = others if self.diploma.code else foreign
            if len(foreign) == 1:
                kind = "replaces" if kind == "replaced_by" else "replaced_by"
                of_diploma, which_it = self.former, True
        self._close(match.start())
        claim = Claim(
            kind, of_diploma and not _DENIED.search(before), match.start(), match.end(), self.stop
        )
        claim.is_new = bool(match["replaced_by"]) and "nouveau code" in match[0]
        if which_it and len(foreign) == 1:
            claim.codes += foreign
        self.claims.append(claim)
        self.open, self.since = claim, []
        if kind == "replaces":
            self.named = False

    def _read_becoming(self, match: re.Match[str]) -> None:
        """Read *Le bac pro MEI (400-25007) devient le bac pro MSPC*: one is the record's."""
        foreign = [code for _, code in self.since if code != self.diploma.code]
        self._look_for_subject(match, True)
        if not self.subject:
            self.becoming, self.since = foreign, []
        elif self.open is None:
            self.open = Claim("replaced_by", True, match.start(), match.end(), self.stop)
            self.claims.append(self.open)
            self.since = []

    def _read_participle(self, match: re.Match[str]) -> None:
        kind: Kind = "repealed" if match["repealed"] else "done"
        before = self._before(match)
        if kind == "repealed" and not self._tells_of_repeal(match):
            return
        self._look_for_subject(match, bool(_IS.search(before)))
        of_diploma = self.named and (kind == "repealed" or self.open is None)
        self.claims.append(
            Claim(
                kind,
                of_diploma and not _DENIED.search(before),
                match.start(),
                match.end(),
                self.stop,
            )
        )

    def _tells_of_repeal(self, match: re.Match[str]) -> bool:
        repealed = self._begins(match) or self.names or _SINCE_WHEN.match(self.plain, match.end())
        return bool(repealed) and not _ABROGATES.match(self.plain, match.start())

    def _begins(self, match: re.Match[str]) -> bool:
        """Return whether the word begins the sentence."""
        return bool(_SPACE.fullmatch(self.plain, self.start, match.start()))

    def _begins_with_participle(self) -> bool:
        """Return whether the sentence begins with its first claim: *Créé par*."""
        first = next(iter(self.claims), None)
        return first is not None and not self.plain[self.start : first.start].strip()

    def _before(self, match: re.Match[str]) -> str:
        return self.plain[max(self.start, match.start() - _BEFORE) : match.start()]

    def _look_for_subject(self, match: re.Match[str], finite: bool) -> None:
        """Take a code or name right before a verb for its subject, and not for the verb before.

        "remplace le A et le BP B remplace le C".
        """
        if not finite:
            return
        if self.since and self._right_before(self.since[-1][0], match):
            _, code = self.since.pop()
            self.subject = self.named = code in {self.diploma.code, *(own for _, own in self.own)}
        elif self.noun and self._right_before(self.noun[0], match):
            self.subject = self.named = self.noun[1]

    def _right_before(self, end: int, match: re.Match[str]) -> bool:
        return bool(_IS_THE_SUBJECT.fullmatch(self.plain, end, match.start()))
