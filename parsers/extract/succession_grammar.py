"""Claims of replacement: which codes a text says the record's diploma replaces, or is replaced by.

A verb (*remplace*, *est remplacé par*, *devient*) or label (*ancien code*) stands between two
diplomas: its subject, found before it, and its object, mostly behind. Where one of both is the
record's own, the codes of the other are claimed. Which diplomas a text names, and whose they are,
says `attribution`.
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from parsers.extract.attribution import Attribution, attribution
from parsers.extract.diploma_mentions import FORMER, NOUNS, TEXTS, THIS_DIPLOMA, DiplomaIdentity
from parsers.extract.named_diplomas import OWN, Mention
from parsers.extract.sentences import Sentence
from parsers.model.statement import Relation
from schema.code import placed_codes
from schema.text import has_any, has_digit, same_length

_Codes = Sequence[tuple[int, int, str]]


@dataclass(slots=True)
class Claim:
    """A *remplace*, *remplacé par*, *devient*, *ancien code* of a text.

    `of_diploma`: it is said of the record's own diploma, and not denied. `start`, `end`: the word's
    place. `stop`: where the part of the text ends that goes with it. `codes`: of the other one.
    `is_new`: *nouveau code*, the successor's, or the diploma's own beside a former one.
    """

    kind: Relation
    of_diploma: bool
    start: int
    end: int
    stop: int
    codes: list[str] = field(default_factory=list)
    is_new: bool = False


_REPLACED_BY = (
    rf"\brempl(?:acee?s?|\. ?:?) par\b(?! {THIS_DIPLOMA}\s?:)"
    r"|\b(?:est|sera|a ete) remplacee? ?: voir\b"
    r"|^\W{0,3}(?:ce )?diplome (?:a ete |est )?renove ?[,:(] ?voir\b(?: l[ea]\b)?"
    # "le BTS qui a succédé à celui-ci (320-31312)"
    rf"|\b(?:{NOUNS}) qui (?:a |ont |l[ea] )?"
    r"(?:(?:succede|remplac)\w*|pris (?:la suite|le relais) de)"
    rf"(?: a)? (?:celui-ci|celle-ci|ce(?:t|tte)? (?:dernier|derniere|{NOUNS}))"
    # "Au présent diplôme succède le CAP X", "le nouveau diplôme qui remplace celui-ci : CAP X"
    rf"|\b(?:au (?:presente? |actuel )?|a (?:cet(?:te)?|ce|la presente) )(?:{NOUNS})"
    r" succede(?:nt|ra|ront)?\b(?= (?:l[ea]s?|une?|celui) )"
    r"|\b(?:le )?nouveau diplome (?:qui (?:l[ea] )?remplace(?:ra)?|remplacant)"
    rf"(?: (?:celui-ci|(?:ce(?:t|tte)?|le present)(?: dernier| (?:{NOUNS}))))?\s?:"
    r"|\b(?:diplome )?successeur\b"
    r"|\b(?:le )?nouv(?:eau (?:diplome|code)(?: remplacant (?:celui-ci|ce (?:dernier|diplome)))?"
    r"|elle version)\s?:"
    rf"|\bremplacement par (?=(?:(?:l[ea]|une?) )?(?:(?:{NOUNS}|codes?|n(?:umero)?)\b|\d\d))"
    r"|(?:(?<=[:;,r] )|(?<=\())nouveau code (?=\d\d)"
    r"|(?<!\w )\bremplacee? (?:(?:en|depuis) [^():.;]{4,25} )?"
    r"(?=[(:] ?(?:(?:voir|l[ea]|code|n\W?) ){0,3}\d\d)"
    r"|\blui (?:succed|f(?:ai|on)t suite)\w*\b|\bs'y substitue(?:nt|ra)?\b"
    r"|\bdiplomes? de remplacement\b|\b(?:cede|laisse)(?:nt|ra)? la place(?:,[^.;,]{0,40},)? aux?\b"
    r"|\bn'est plus (?:ouverte?|delivree?|organisee?)\b[^.;:]{0,40} ?: voir\b"
    r"|\btransformee? en\b|\breprise? par (?:le |la )?(?=\d\d)"
    r"|\babroge (?:ce|le present) diplome\b[^.;]{0,60} et (?:cree|institue)\b"
    # "Abrogé par l'arrêté du … portant création du CAP X", "dernière session en 2025, puis CAP X"
    r"|\babrogee? par (?:l')?arrete d[^.;()]{3,40} (?:portant creation|creant)\b"
    r"|\bderniere session[^.;()]{3,25}, puis\b|\babrogee?[.,] voir\b"
    # "les élèves entrant à la rentrée 2026 préparent la nouvelle spécialité (400-34306)"
    r"|\bprepare(?:nt|ront)? (?:la nouvelle (?:specialite|mention|version|option)"
    r"|le (?:nouveau diplome|diplome renove)) (?=\((?:code |n\W?)? ?\d\d)"
    # "Un nouveau diplôme entre en vigueur à la rentrée 2026 (première session : 2028, code …)"
    r"|\bun nouveau (?:diplome|referentiel) entre(?:ra)? en (?:vigueur|application)\b"
    r"(?=[^.;]{0,80}\bcode \d\d)"
    # "Code du diplôme remplaçant celui-ci : 450-31207", "non plus au présent diplôme mais au"
    r"|\bdiplome remplacant (?:celui-ci|ce (?:dernier|diplome)|le present diplome)\s?:"
    r"|\bnon plus au? [^.;]{3,40} mais au? (?=\d\d)"
    # "scindé en deux brevets professionnels qui le remplacent : le 450-31207 et le 450-31208"
    r"|\bqui (?:l[ea]s? )remplace(?:nt|ra|ront)?(?= ?: ?(?:l[ea]s? )?\d\d)"
    r"|\blui (?:est|sera|a ete) substituee?\b"
    r"|\bvoir desormais\b|\bvoir (?=l[ea] nouve(?:au|lle)\b)"
    r"|\bau profit d(?:u|e|es)\b|\b(?:a compter|a partir) d[^.;]{3,30}, voir\b"
)
_REPLACES = (
    rf"\bremplacee?s? par (?:{THIS_DIPLOMA}|cel(?:ui|le)-ci)(?=\s?:)"
    r"|\bdiplomes? (?:anterieure?s?|precedents?|remplaces?)(?: remplaces?)?\s?(?::|(?=\(\d))"
    r"|\bpredecesseurs?\s?:|\banciens?(?: (?:diplomes?|codes?|numeros?))?\s?:|\banciennement\b"
    r"|\bremplac(?:e(?:e|s|es|nt|r|ra|ront)?|ait|aient)\b|\brempl\."
    r"|\b(?:se substitue(?:nt|ra)?|s'est substituee?|se sont substitue) (?:a|aux?)\b"
    r"|\bsuccede(?:nt)? (?:a|aux?)\b|(?<=quel il )succede\b|(?<=quelle elle )succede\b"
    r"|\b(?:prend|prennent|pris) (?:la (?:suite|place)|le relais) d(?:u|e|es)\b"
    r"|\bprend(?:ra)? (?:la suite|le relais)"
    r"(?= (?:a (?:compter|partir)|des la|depuis|en \d)|[.,;]|$)"
    r"|\bf(?:ai|on)t suite (?:a|aux?)\b"
    r"|\bremplacant\b|\ben (?:remplacement|lieu et place) d(?:u|e|es)\b"
    r"|\banciens? (?:codes?|numeros?)\b|\bcode avant (?:19|20)\d\d\b|\bex (?=\d|codes? |n.? ?\d)"
    r"|\b(?:(?<!l')issue?s?|nee?s?) d(?:e|u|es)\b"
    r"(?: la (?:renovation|refonte|reforme|fusion) d(?:u|es)\b)?"  # but "à l'issue de la session"
    r"|\b(?:renovation|refonte|reforme|fusion) d(?:u|es) (?:(?:(?:diplome|code)s?|n\W?) ?){0,3}"
    r"(?=\d\d)"
    r"|\bresulte(?:nt)? de\b"
    r"|\b(?:abrogeant|(?<=cet arrete )abroge) l'arrete d[^.;()]{3,40}(?=\(| portant creation)"
    r"|\b(?:regroupe|fusionne|reunit|reunissent)(?:nt)? (?=l'ancien|les (?:\w+ )?anciens)"
    r"|\bporta(?:it|ient) (?:auparavant|avant|jusqu[^.;,]{3,20})? ?le code\b"
)
_WORD = re.compile(
    rf"\b(?=[a-z])(?:(?P<replaced_by>{_REPLACED_BY})|(?P<replaces>{_REPLACES})"
    r"|(?P<becomes>\b(?:devien(?:t|nent|dra|dront)|(?:est|sont) devenue?s?)\b))"
)
# Most texts hold no such word and are not read any further.
_VERBS = ("substitue", "succe", "predecesseur", "la suite", "fait suite", "font suite", "le relais",
          "nouveau diplome", "nouveau code", "nouvelle version")  # fmt: skip
# the name of a diploma behind "remplace" ("à compter de la session 2025,")
_SINCE = r"(?:,? (?:a (?:partir|compter) d|depuis |en (?=[12]))[^.;]{0,40}?)?,?\s?"
_ARTICLE = r"\s?\b(?:l[ea]s?|l'|une?|du|des|aux?|ce(?:t|tte)?|ancien\w*|precedent\w*)"
NAMED = re.compile(rf"{_SINCE}:?(?:{_ARTICLE})*\s?\b(?:{NOUNS})\b")
# Trades replace things too: without a code, a diploma stands beside the verb, a general word for
# one with its article. It begins with the word itself, which is looked for quickly.
_DIPLOMAS_REPLACE = re.compile(
    rf"rempl(?:\.|acement|ac\w*(?:{_SINCE}(?::|{_ARTICLE}|\s(?!(?:diplome|formation|titre)\b)){NAMED.pattern}"
    r"| par\b))"
)
_REPLACES_BELOW = re.compile(r"remplac\w*[^.;]{0,80}:\s*$")
_REPLACES_CODE = re.compile(r"remplac\w*[^.;]{0,40}\b[0-9][0-9][0-9a-z](?:[ -]?[0-9]|[a-z])")
# "Le CAP X le remplace": the pronoun, and its diploma before it
_REPLACES_IT = re.compile(
    r"remplac(?:(?<=\ble remplac)|(?<=\bla remplac)|(?<=\bles remplac)|(?<=\bl'remplac)"
    r"|(?<=\bl'a remplac)|(?<=avait remplac))"
)
_SUBJECT = re.compile(
    rf"(?:^|\b(?:l[ea]s?|l'|une?|ce(?:t|tte)?|nouve(?:au|lle)) )(?:{NOUNS})\b[^.;]*$"
)
# Words of succession where a code stands beside them, and of anything else.
_BESIDE_CODES = re.compile(
    r"\bex[ -]|\bnee?s? d|\bavant |renov|refonte|reforme|fusion|ancien|nouve|precedent|anterieur"
    r"|la place|desormais|[,:.] voir|devien|transform|repris|devenu"
    r"|issue?s? d|abroge|, puis|resulte|auparavant|lieu et|profit"
)
# Without a code, they lead to the name of a diploma.
_BEFORE_NAMES = re.compile(
    r"\b(?:anciennement|devien(?:t|dra)|voir desormais|voir (?=l[ea] nouve)|abrogee?[.,] voir"
    rf"|(?:a compter|a partir) d[^.;]{{3,30}}, voir|^\W*issue? d(?:e|u)"
    rf"|issue? de la (?:renovation|refonte|reforme|fusion) d(?:u|es))\b ?{NAMED.pattern}"
)
_LEADING = ("anciennement", "devient", "deviendra", " voir", "issu de la ", "issue de la ")
_FORMER_TEXT = re.compile(rf"\b(?:{TEXTS})\b")
_ORDER = re.compile(r"\b(?:arrete|decret)s?\b")
# "Arrêté du 3 mai 2004 portant création du diplôme - Code 500-32217"
_LABELLED = re.compile(r"(?:\s[|·–-]|[a-z]) codes?\b[^().:;]{0,25}[\s:]*$")
# "Il succède au diplôme codé 50032217 et porte lui-même le code 50032228"
_BEARS = re.compile(r"\b(?:et|,|;) (?:il |elle )?porte (?:(?:lui|elle).meme )?le (?:code|numero) $")
# "remplace le A, code B"; "ancien code A, nouveau code B", "anciennement A, désormais B"
_ITS_CODE = re.compile(r"\)?[,;]? \(?code (?:: )?")
_RIGHT_BEHIND = re.compile(r",? \(?(?:code )?")  # "le diplôme qu'il remplace (500-31218)"
# "Remplace le A – Code du diplôme : B", and on the next line
_OWN_LABEL = re.compile(
    r"(?:[|•·–—-] ?|^ ?[a-z]?\)? )"
    r"(?P<label>(?:n\W{0,3}(?:de )?)?(?:codes?|cfd|diplome n)\b[^|•·.;]*)$"
)
_FOLLOWING = re.compile(r"\b(?:ancien|remplac|precedent|anterieur|rncp)")
_NEW_CODE = re.compile(
    r"\b(?:nouveau(?: code)?|(?:code )?actuel(?:lement)?|desormais|maintenant|devenue?)"
    r"(?: (?:est|sera|le|code|numero)\b|[ :(])*$"
)
# "500-23437 S (ancien référentiel)", "500-23438 S (nouveau code)"
_CALLED = re.compile(
    rf"(?: ?[(\[]| (?=[a-z]+$))(?:l')?(?:(?P<former>{FORMER})|nou(?:veau|velle))"
    rf"(?: (?:codes?|diplome|{TEXTS}))?(?:[)\]]|$)"
)
# "Le code A, celui du nouveau CAP X, remplace le code B", "Le code A, qui était celui de l'ancien
# CAP X, laisse la place au code B": the second one is the record's
_EXCHANGE = re.compile(
    r"\bcode \d[^.;,]{5,14}, (?:(?P<new>celui (?:du|de la|de l') ?nouve)"
    r"|qui (?:etait|fut) celui |celui (?:du precedent|de la precedente|de l'ancien))[^.;]{0,160}? "
    r"(?:remplace le|(?:laisse|cede) la place au|se substitue au|succede au) code "
)
_BOTH = 2
_TO_IT = ("lui ", "s'y ")
_LABEL = re.compile(r"ex |ancien")
_AND = re.compile(r"(?:,| et),? (?:l[ea]s? )?")
# "Ex CAP Tonnellerie (500-23407 S)", on a line of its own
_FORMER_ALONE = re.compile(r"\W*(?:ex|ancien(?:ne)?)[ -]")
_BEING = r"(?:est|sera|etait|fut|a ete|sont|seront)"
# The words before a verb show whether it is denied, and its subject.
_BEFORE = 40
_FAR = 160  # so far before it stands the subject of a pronoun's verb
# A sentence with more such words, or codes, is none: what goes beyond is told, and not read.
_MOST = 40
_DENIED = re.compile(
    r"\bne (?:l[ea]s? |se )?$"
    r"|\bn'(?:est|a|sont|sera|etait) (?:(?:pas|plus|jamais|encore|toujours|ete) )*$"
    r"|\b(?:non|pas|jamais) (?:encore )?(?:ete )?$"
)
_IS = re.compile(rf"\b{_BEING} (?:\w+ment )?$")
_IS_THE_SUBJECT = re.compile(
    rf"[ ,]{{0,2}}(?:\([^()]{{0,80}}\))?(?:[ ,]{{0,2}}en \d{{4}})?[ ,\])]{{0,3}}(?:{_BEING} )?"
    r"(?:\w+ment )?(?:(?:a|ont|avait|aura|a vocation a) )?(?:l[ea] |l')?"
)
_WHO = re.compile(r"\b(?:qui|lequel|laquelle)\b[^.;,()]{0,20}$")
# "qu'il remplace", "auquel il succède", "que ce diplôme remplace": the object goes before
_WHICH_IT = re.compile(
    rf"(?:\bqu'|\bauquel |\ba laquelle )(?:il|elle)s? $"
    rf"|\bque (?P<this>{THIS_DIPLOMA}) $"
)
_IT = re.compile(r"(?<![a-z])(?:le |la |l'(?:a |avait )?)$")
_IT_BEGINS = re.compile(r"\W*(?:il|elle)s?\b")
# "a remplacé le CAP X": an accent, and no passive
_HAS = re.compile(r"\b(?:a|ont|avait|aura) $")
_BY = re.compile(r"[^.;]{0,60}\bpar\b")
# "devenue en 2024 certificat de spécialisation": the same diploma, by its new type
_RENAMED = re.compile(
    r"(?: en \d{4})?,? (?:un |une )?(?:certificat de specialisation|cs)\W{1,3}(?:code|\d)"
)


@lru_cache(maxsize=4)
def claims(text: str, diploma: DiplomaIdentity) -> tuple[Claim, ...]:
    """Return the claims of `text` (clean) about succession, in order."""
    plain = same_length(text)
    return _read(text, diploma)[0] if _may_claim(text, plain) else ()


def _may_claim(text: str, plain: str) -> bool:
    """Return whether a text may state a succession. `plain`: the same text, folded."""
    is_replaced = "rempl" in plain
    if is_replaced and (
        "placé" in text
        or "PLACÉ" in text
        or _DIPLOMAS_REPLACE.search(plain)
        or (plain.rstrip().endswith(":") and _REPLACES_BELOW.search(plain))
        or (has_digit(plain) and _REPLACES_CODE.search(plain))
        or any(
            _SUBJECT.search(plain, max(0, it.start() - _FAR), it.start())
            for it in _REPLACES_IT.finditer(plain)
        )
    ):
        return True
    if has_any(plain, _VERBS):
        return True
    is_coded = bool(placed_codes(text))
    may_lead = plain.lstrip().startswith(("voir", "issu")) or has_any(plain, _LEADING)
    if not (is_coded or may_lead):  # most texts; the patterns are slow
        return False
    if not (is_replaced or _BESIDE_CODES.search(plain)):
        return False
    # "savoir" and "à l'issue de" are frequent
    return is_coded or bool(_BEFORE_NAMES.search(plain))


def own_codes(text: str, diploma: DiplomaIdentity) -> tuple[tuple[int, str, bool], ...]:
    """Return place and digits of the codes that `text` (clean) states of `diploma`.

    The diploma's code is not known yet. They stand with the diploma, or in a sentence that has
    named no other one before, and are not replaced there. The third tells whether it is beside
    *ce diplôme* and alike.
    """
    return _read(text, diploma)[1] if placed_codes(text) else ()


@lru_cache(maxsize=4)  # a text is asked for its succession and its codes in turn
def _read(
    text: str, diploma: DiplomaIdentity
) -> tuple[tuple[Claim, ...], tuple[tuple[int, str, bool], ...]]:
    about = attribution(text, diploma)
    codes = placed_codes(text)
    result: list[Claim] = []
    own: list[tuple[int, str, bool]] = []
    before: Mention = OWN
    for sentence in about.sentences:
        first, last = (bisect_left(codes, (at,)) for at in (sentence.start, sentence.stop))
        inside = codes[first:last]
        reader = _Reader(about, sentence, inside, diploma, before)
        reader.read()
        result += reader.claims
        own += reader.own()
        before = sentence.subject or OWN
    others = {code for claim in result for code in claim.codes}
    its = (each for each in own if each[1] not in others)
    of_diploma = (each for each in its if each[2] or not about.is_told_of_else(each[0]))
    return tuple(result), tuple(of_diploma)


@dataclass(slots=True)
class _Reader:
    """Reads one sentence. `codes`: its own. `former`: what the sentence before speaks of."""

    about: Attribution
    sentence: Sentence
    codes: _Codes
    diploma: DiplomaIdentity
    former: Mention
    claims: list[Claim] = field(default_factory=list)
    stated: set[str] = field(default_factory=set)  # said to be the record's own

    def read(self) -> None:
        """Fill `claims`."""
        plain, sentence = self.about.plain, self.sentence
        if len(self.codes) == _BOTH and "code " in plain and self._exchanges():
            return
        found = itertools.islice(_WORD.finditer(plain, sentence.start, sentence.stop), _MOST)
        words = [(match, kind) for match in found if (kind := self._kind(match))]
        for number, (match, kind) in enumerate(words):
            following = words[number + 1][0] if number + 1 < len(words) else None
            self._claim(match, kind, following)
        self._read_called()
        self.claims.sort(key=lambda claim: claim.start)

    def _exchanges(self) -> bool:
        """Claim the first of two codes where the second one, which is the record's, is beside it.

        Returns whether the sentence says so.
        """
        plain, sentence = self.about.plain, self.sentence
        match = _EXCHANGE.search(plain, sentence.start, sentence.stop)
        if match is None:
            return False
        kind: Relation = "replaced_by" if match["new"] else "replaces"
        (_, _, other), (_, _, own) = self.codes
        self.claims.append(Claim(kind, True, *match.span(), match.end(), [other]))
        self.stated.add(own)
        return True

    def own(self) -> Iterator[tuple[int, str, bool]]:
        """Yield the codes that stand with the record's diploma, but for those in orders' titles."""
        plain = self.about.plain
        for start, end, code in self.codes if len(self.codes) <= _MOST else ():
            if self.diploma.code or _CALLED.match(plain, end):
                continue
            mention = self._mention_at(start)
            if code not in self.stated:
                order = _ORDER.search(plain, self.sentence.start, max(mention.start, 0))
                is_apart = _LABELLED.search(plain, self.sentence.start, start)
                behind_order = order and not (is_apart or plain.endswith(", ", 0, mention.start))
                in_title = behind_order and mention.end and not mention.is_certain
                if mention.owner != "own" or in_title:
                    continue
            is_beside = code in mention.codes
            is_said = mention.called == "this" or (
                code in self.stated and not self._is_code(mention)
            )
            yield start, code, is_beside and is_said

    def _mention_at(self, place: int) -> Mention:
        """Return what a code stands with: the diploma named last before it, or what goes on."""
        named = [m for m in self.sentence.mentions if m.start <= place and not self._is_code(m)]
        return named[-1] if named else self.sentence.carried or OWN

    def _kind(self, match: re.Match[str]) -> Relation | None:
        """Return what a word says; None for *remplacé* without *par*."""
        word = self.about.text[slice(*match.span())].lower()
        if match[0].startswith(_TO_IT) or (word.startswith("remplace ") and " par" not in word):
            return "replaces"
        if match["replaced_by"] or match["becomes"]:
            renamed = match["becomes"] and _RENAMED.match(self.about.plain, match.end())
            return None if renamed else "replaced_by"
        passive = word.startswith("rempla") and "é" in word and not _HAS.search(self._before(match))
        if not passive or match[0].endswith(":"):
            return "replaces"
        return "replaced_by" if _BY.match(self.about.plain, match.end()) else None

    def _claim(self, match: re.Match[str], kind: Relation, following: re.Match[str] | None) -> None:
        """Note what a verb says: of which diploma, which codes go with it, and in which direction.

        A sentence about another diploma whose object is the own one is turned around.
        """
        before = self._before(match)
        stop = self._stop(match, following)
        subject, its_object = self._around(match, kind, stop)
        if its_object is None and match[0].endswith(("suite", "relais")):
            its_object = OWN  # "Le nouveau CAP X (500-23438) prend la suite à compter de 2026"
        codes = [code for start, _, code in self.codes if match.end() <= start < stop]
        earlier = [
            code
            for start, _, code in self.codes
            if start < match.start() and not any(code in claim.codes for claim in self.claims)
        ]
        if its_object and its_object.start < match.start():  # "qu'il remplace", "le remplace"
            behind = (code for start, _, code in self.codes
                      if _RIGHT_BEHIND.fullmatch(self.about.plain, match.end(), start))  # fmt: skip
            codes = [*(its_object.codes or behind)] if its_object is not OWN else codes
        is_own = subject.owner == "own" or (
            subject.owner == "new" and not (its_object and its_object.owner == "own")
        )
        is_object_own = its_object is not None and its_object.owner == "own"
        # "Diplômes abrogés et remplacés par le présent diplôme :"
        is_this = its_object is not None and its_object.called == "this"
        if is_object_own and (not is_own or (subject is OWN and (earlier or is_this))):
            kind = "replaces" if kind == "replaced_by" else "replaced_by"
            is_behind = its_object is not None and its_object.start > match.start()
            its_own = [] if is_behind and self._is_code(subject) else self._listed(subject)
            if match[0].endswith("cent") and len(its_own) == 1:
                its_own = earlier  # "X (400-25014) et Y (400-25013), qui le remplacent"
            codes = its_own or (earlier if is_behind else codes or earlier)
            is_own = True
        claim = Claim(kind, is_own and not _DENIED.search(before), *match.span(), stop)
        claim.codes = [code for code in codes if code != self.diploma.code]
        if not is_own and self._is_code(subject):
            claim.codes += subject.codes
        claim.is_new = "nouveau code" in match[0]
        if is_own and (subject.owner == "new" or claim.kind == "replaces"):
            self.stated.update(subject.codes)
        self.claims.append(claim)
        if its_object is not OWN:
            self._read_behind_other(claim)

    def _around(
        self, match: re.Match[str], kind: Relation, stop: int
    ) -> tuple[Mention, Mention | None]:
        """Return the subject of a verb, and its object if it names one."""
        plain, mentions = self.about.plain, self.sentence.mentions
        named = [mention for mention in mentions if mention.start < match.start()]
        # "fait suite au", "remplacé par le" may hold the article of the next one
        behind = next(
            (m for m in mentions if match.start() < m.start < stop and m.end > match.end()), None
        )
        before = self._before(match)
        if which := _WHICH_IT.search(before):
            named = named[:-1] if which["this"] and named else named
            subjects = [m for m in named[:-1] if not m.is_complement]
            subject = OWN if which["this"] or not subjects else subjects[0]
            which_one = named[-1] if named else self.former
            return subject, which_one._replace(owner="other") if subject is OWN else which_one
        by_name = match[0].startswith(_TO_IT)
        subject = self._subject(match, named, kind)
        if by_name or (_IT.search(before) and match[0].startswith(("rempl", "succ"))):
            others = [m for m in named[:-1] if not m.is_complement and m is not subject]
            # "Les candidats au BTS X (320-31407), pour le diplôme qui le remplace"
            others = others or [m for m in named[:-1] if m.owner == "other" and m.codes]
            its_object = others[0] if others else self.former
            if by_name and not named and behind:  # "Lui succède le CAP X"
                subject = behind
            is_renewed = its_object.owner == "own" and subject.called != "this" and subject.codes
            if is_renewed:  # "Le CAP X, code 500-22146, lui succède", on the page of the CAP X
                subject = subject._replace(owner="other")
            return subject, OWN if its_object.owner == "own" else its_object
        is_it = _IT_BEGINS.match(plain, self.sentence.start)
        is_former = self.former.owner == "other" and not self._is_this_before()
        if behind and behind.called == "this" and is_former and not is_it:
            behind = behind._replace(owner="other")  # "Le BP X … Le CAP Y remplace ce diplôme."
        return subject, behind

    def _is_this_before(self) -> bool:
        """Return whether *ce diplôme* is the record's in a sentence before."""
        return any(
            mention.called == "this" and mention.owner == "own"
            for sentence in self.about.sentences
            for mention in sentence.mentions
            if mention.end <= self.sentence.start
        )

    def _subject(self, match: re.Match[str], named: list[Mention], kind: Relation) -> Mention:
        plain = self.about.plain
        before = self._before(match)
        last = named[-1] if named else None
        is_finite = kind == "replaces" or match["becomes"] or _IS.search(before)
        beside = last and _IS_THE_SUBJECT.fullmatch(plain, last.end, match.start())
        subjects = [m for m in named if not (m.is_complement or self._is_object(m))]
        if last and _WHO.search(before):
            return last
        is_former = last and any(
            set(last.codes) & set(claim.codes) and _LABEL.match(plain, claim.start)
            for claim in self.claims
        )
        if last and beside and is_former and kind == "replaced_by" and self._is_code(last):
            return last._replace(owner="other")  # "Ancien code A, remplacé par B"
        if last and beside and (is_finite or last in subjects):
            is_unknown = self.diploma.code is None and self._is_code(last)
            if is_unknown and is_finite and kind == "replaced_by":
                return last._replace(owner="other")  # one of both codes is the record's
            return last
        if subjects:
            return subjects[-1]
        if self.sentence.carried:
            return self.sentence.carried
        return self.former if _IT_BEGINS.match(plain, self.sentence.start) else OWN

    def _listed(self, subject: Mention) -> list[str]:
        """Return the codes of a subject, with those of the list that it ends: `A et B`."""
        codes, start = [*subject.codes], subject.start
        for mention in reversed([m for m in self.sentence.mentions if m.end <= subject.start]):
            between = self.about.plain[mention.end : start]
            if self._is_code(mention) and _AND.fullmatch(between):
                codes, start = [*mention.codes, *codes], mention.start
        return codes

    def _is_object(self, mention: Mention) -> bool:
        """Return whether a diploma is what a verb before it claims."""
        return any(claim.end <= mention.start < claim.stop for claim in self.claims)

    def _stop(self, match: re.Match[str], following: re.Match[str] | None) -> int:
        """Return where ends what goes with a verb: at the next one's subject, or its bracket."""
        plain, stop = self.about.plain, self.sentence.stop
        if following:
            stop = following.start()
            for mention in self.sentence.mentions:
                if not match.end() <= mention.start < stop:
                    continue
                beside = _IS_THE_SUBJECT.fullmatch(plain, mention.end, stop)
                if beside and self._is_finite(following):
                    stop = mention.start
        closed = plain.find(")", match.end(), stop)
        if closed >= 0 and "(" not in plain[match.end() : closed]:
            stop = closed
        for start, _, code in self.codes:
            if match.end() < start < stop and _BEARS.search(plain, match.end(), start):
                stop = start
                self.stated.add(code)
        return stop

    def _is_finite(self, match: re.Match[str]) -> bool:
        return self._kind(match) == "replaces" or bool(_IS.search(self._before(match)))

    def _read_behind_other(self, former: Claim) -> None:
        """Close a claim at the diploma's own code, that of a former one also at one called new.

        The new one, of a former diploma's page a successor's, is a claim of its own.
        """
        plain = self.about.plain
        behind = [each for each in self.codes if former.end <= each[0] < former.stop]
        for (_, end, _), (start, _, code) in itertools.pairwise(behind):
            is_former = former.kind == "replaces"
            new = is_former and _NEW_CODE.search(plain, max(end, start - _BEFORE), start)
            is_its = self.diploma.code in {None, code} and (
                (is_former and _ITS_CODE.fullmatch(plain, end, start))
                or self._is_labelled(end, start)
            )
            if not (new or is_its):
                continue
            later = [each[2] for each in behind if each[0] >= start]
            former.codes = [each for each in former.codes if each not in later]
            former.stop = start
            if new:
                span = new.start(), start, self.sentence.stop
                codes = [each for each in later if each != self.diploma.code]
                claim = Claim("replaced_by", former.of_diploma, *span, codes, is_new=True)
                self.claims.append(claim)
            else:
                self.stated.update(later)
            return

    def _is_labelled(self, end: int, start: int) -> bool:
        """Return whether a label of the diploma's own code stands between two codes.

        Behind a bar or a dash, or with a capital, as at the beginning of a line.
        """
        text = self.about.text[end:start]
        label = _OWN_LABEL.search(self.about.plain[end:start])
        is_set_off = label is not None and text[label.start("label")].isupper()
        return is_set_off and label is not None and not _FOLLOWING.search(label["label"])

    def _read_called(self) -> None:
        """Claim the codes of diplomas that are called former or new, if no verb does."""
        plain, sentence = self.about.plain, self.sentence
        told = {code for claim in self.claims for code in claim.codes} | {self.diploma.code}
        for mention in sentence.mentions:
            codes = [code for code in mention.codes if code not in told]
            is_near = mention.start - sentence.start < _BEFORE
            begins = is_near and not plain[sentence.start : mention.start].strip(" :")
            is_text = _FORMER_TEXT.search(plain, mention.start, mention.end)
            is_aside = plain.endswith("(", 0, mention.start)
            kind: Relation | None = None
            if mention.called in {"former", "ex"} and plain.endswith("), ", 0, mention.start):
                kind = "replaces"  # "Ce CAP (500-23438), ancien CAP X (500-23437),"
            elif mention.called == "former" and not is_aside and (begins or is_text):
                kind = "replaces"
            elif len(self.codes) == 1 and _FORMER_ALONE.match(plain, 0, mention.end):
                behind = plain[self.codes[0][1] :].strip(" ).")
                kind = None if behind else "replaces"
            elif mention.called == "new" and mention.relation == "replaced_by":
                kind = "replaced_by"
            if codes and kind:
                self.claims.append(
                    Claim(kind, True, mention.start, mention.end, mention.end, codes)
                )
        for start, end, code in self.codes:
            if code not in told and (called := _CALLED.match(plain, end)):
                kind = "replaces" if called["former"] else "replaced_by"
                is_new = not called["former"]
                self.claims.append(Claim(kind, True, start, end, end, [code], is_new))

    def _is_code(self, mention: Mention) -> bool:
        """Return whether nothing but a code names a diploma."""
        return mention is not OWN and self.about.plain[mention.start].isdigit()

    def _before(self, match: re.Match[str]) -> str:
        start = max(self.sentence.start, match.start() - _BEFORE)
        return self.about.plain[start : match.start()]
