"""Find the diplomas that a text speaks of, and with which of them an order or session stands.

A *mention* is the name of a diploma with its article and what it is called (*le nouveau CAP*,
*ce diplôme*, *l'ancien référentiel*), or no more than that (*l'ancien*). An order or session
stands with the mention in its bracket or before that, with the one that its own words name
(*la dernière session du CAP*), else with the one before it in its sentence, and else with what
the sentence before speaks of, where it goes on about that (*sa première session*).
"""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from functools import lru_cache
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
from schema.code import placed_codes
from schema.diploma_type import family
from schema.text import CAPITALS, has_any, same_length
from schema.title import read_title
from schema.vocabulary import phrases

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
_PRESENT = r"presente?|actuel(?:le)?"
_MENTION = re.compile(
    # "le CAP X (code diplôme 500-23438)", "(diplôme 500-23438)": a word before a code
    r"(?!(?<=\bcode )diplome\b|(?<=\()diplome (?:n\W{1,2})?\d)"
    rf"\b{_ARTICLE}?(?:(?:(?P<former>{FORMER}|ex)|(?P<new>{_NEW})|(?P<present>{_PRESENT}))[ -])*"
    rf"(?:(?P<noun>{NOUNS})|(?P<text>{TEXTS}))\b"
    # "l'ancien", "celle du nouveau"
    r"|\b(?:(?P<of_alone>du |d[eu] l[ea] |de l')|(?:l[ea] |l'))"
    rf"(?:(?P<former_alone>{FORMER})|(?P<new_alone>{_NEW})|(?P<present_alone>{_PRESENT}))"
    rf"(?=\W*$|\s?[.;:,()]|\s(?:a|au|aux|en|{FINITE})\b)"
    r"|\bcel(?:ui|le) (?P<namesake>d[eu] meme (?:nom|intitule|denomination))\b"
    r"|\b(?P<last>(?:ce|cette|ces) derni(?:ere?|er)s?\b(?! session)|cel(?:ui|le)-ci\b)"
)
# "un nouveau diplôme (code 320 33113) remplace celui-ci": the page's
_REPLACING = re.compile(r"\bremplace(?:nt|ra)? $")
# "Le CAP X (arrêté du …) est abrogé et remplacé par le présent diplôme"
_BY_PRESENT = re.compile(r"\bremplacee?s? (?:[a-z]{2,12} ){0,2}par l[ea] presente? ")
# "(4) Diplôme remplacé par le présent : CAP X (500-23438)"
_LED_BY_PRESENT = re.compile(r"\bremplacee?s? par l[ea] presente?(?: diplome)? ?: ?")
# A semicolon ends a sentence, but not a list of codes, nor in brackets.
_SENTENCE_END = re.compile(
    # but "Diplôme abrogé. Voir : CAP X"
    rf"[.!?](?<!\bREMPL\.)\s+(?=[{CAPITALS}«\"]|\((?:[Cc]ode|[Nn]°))"
    r"(?!(?:(?<=brogé\. )|(?<=brogée\. ))Voir\b)"
    r"|;(?!\s*(?:(?:et|les?)\s|n\W{1,2})*\d\d[\dA-Z][\s-]?\d{3}|[^()]{0,200}\))"
)
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
_MAY_END = re.compile(rf"\s(?:(?:en|aux?|a|pour|avec|dans|et)\s|d(?:u|e|e la|'un|') ?(?={NOUNS}))")
# "le C.A.P. X": stops that end no sentence, and give way to marks of the same length
_BRACKET = re.compile(r" ?[(\[]")
_DOTTED = re.compile(r"\b(?:C\.A\.P|B\.E\.P|B\.P|B\.T\.S|[BD]\.M\.A|[CM]\.[CS])\b\.?")
_BAC_PRO = re.compile(r"[Bb]ac(?:\. ?[Pp]rof?\b\.?| [Pp]rof?\.|\.)")
_ASKS = re.compile(r"\s?[?!](?=\s|$)")  # "À quoi prépare ce diplôme ?"; folded, other marks are so
_QUOTED = re.compile(r"[«“\"][^«»“”\"]{3,120}[»”\"]")
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
# ", 320-31209 T)"
_CODE_CLOSES = re.compile(r"[ ,–-]{1,3}(?:code |n[?o]? ?)?\d[\d. -]{7,10} ?[a-z]?\)")
# "le CAP X (500-23438), qui le remplace", "qu'il remplace": another's, whatever its name
_REPLACES = (
    r"(?:remplac(?!\w* par)|se substitu|succed|pren\w* la suite|fait suite|vocation a rempl)"
)
_IS_ANOTHER = re.compile(
    r"(?:\s?\([^()]{0,80}\))?(?:[^.;,()]{0,15},? (?:"
    r"(?:qu'|auquel |a laquelle )(?:il|elle)s? (?:remplac|succed|se subst)"
    r"|(?:qui )?(?P<it>l[ea]|lui|l'a|l'avait) (?:a )?(?:remplac|succed|fait suite))"
    rf"|(?:,[^.;,]{{0,80}},)?[^.;,]{{0,20}} {_REPLACES}\w{{0,6}}[^.;,()]{{0,30}}? ?"
    rf"(?:(?:ce|cet|cette) |(?:{_PRESENT}) )(?:{NOUNS})\b"
    # "le CAP X, remplacé par le présent diplôme,"
    rf"|,? remplacee?s? par (?:(?:ce|cet|cette)|l[ea] (?:{_PRESENT})) (?:{NOUNS})\b)"
)
# What a diploma replaces, or is replaced by, is another one.
_TO_OTHER = re.compile(
    # "Au présent diplôme succède le CAP Y"
    rf"(?:\b(?P<after>(?:au (?:presente? |actuel )?|a (?:cet(?:te)?|ce|la presente) )(?:{NOUNS})"
    r" succed\w*)"
    r"|\b(?:remplac\w*|substitu\w*|succed\w*|la suite|fait suite|laisse(?:nt)? la place"
    r"|au profit)"
    r"(?:,[^.;,]{0,60},"
    r"| (?:en|des|depuis|a (?:compter|partir|la (?:session|rentree))) [^.;,]{0,40}?)?"
    r"(?: (?P<later>par)| (?:a|d[eu]))?|\banciennement(?: :)?"
    r"|\bissue? de la (?:renovation|refonte|reforme|fusion)"
    r"|\b(?P<see>(?:a compter|a partir) d[^.;,]{3,30}, voir|voir desormais|abrogee?[.,;] voir"
    r"|voir)(?: :)?)"
    r"(?: l[ea]s?| l')? ?(?:(?:code |n[?o] ?))?$"
)
_TAKES_OVER = re.compile(
    r"\b(?:remplace|succède|se substitue|prend la suite)(?:nt)?\b", re.IGNORECASE
)
# "la session du diplôme remplacé"
_REPLACED = re.compile(r"(?: pro\w*)? remplacee?s?\b(?! (?:par|en|depuis|a (?!eu |lieu ))\b)")
# "Le CAP X, qui précédait ce diplôme, avait": what is said behind is said of the CAP X
_ASIDE = re.compile(r", (?:qu[ei]|auquel|a laquelle) [^,.;]{3,120},")
_DENIED = re.compile(
    r"\bn'(?:est|a ete) ni $"
    r"|\bn(?:e |')[^.;,]{0,12}\b(?:pas|jamais)\b[^.;,]{0,30}$|\b(?:non|pas) (?:encore )?$"
)
_SINCE_WHEN = re.compile(r" (?:par|le|depuis|a compter)\b")
_PASSIVE = re.compile(
    r"(?P<finite>(?:,| et) (?:est|a ete|avait ete|etait|fut|sera) (?:\w+ment )?)?"
    r"\b(?:(?P<end>abroge)|cree|modifie|regi|defini|complete|institue|fixe)e?s? par"
    r" (?:l'|les? |un )?$"
)
# "Ce diplôme est abrogé, à l'issue de la session 2025, par l'arrêté du … portant création du Y",
# "Diplôme abrogé (arrêté du … portant création du Y)"
_ENDED_BY = re.compile(
    r"\babrogee?s?(?:,? (?:a (?:l'issue|compter|partir)|apres|des|depuis|au) [^.;:()]{3,60})?"
    r"(?: par (?:l'|les? |un )?| \((?:par )?(?:l'|un )?)$"
)
_CEASES = re.compile(r" cree par [^.;]{0,80}\b(?:a|ont|avait) cesse d")
# "l'arrêté du … crée le CAP", "par arrêté du … est créé le CAP", "l'arrêté … relatif au CAP"
_CREATES = re.compile(
    r"\W{0,3}(?:qui )?"
    r"(?:(?:a |avait )?(?:cree|institue|definit|abroge|porte (?:creation|definition))"
    r"|est (?:cree|institue)e?)\b"
)
_TO_OBJECT = re.compile(
    rf"(?:{_CREATES.pattern}|\W{{0,3}}(?:[^.;,:()]{{0,60}} )?"
    r"(?:portant|relati(?:f|ve)s?|creant|instituant|fixant|definissant|regissant"
    r"|qui regissai(?:t|ent))\b)[^.;:()]{0,80}"
    # "Jusqu'à la session 2020, les candidats relevaient de l'ancien diplôme"
    r"|, (?:tous )?les (?:candidats|eleves|apprentis) (?:[a-z']{2,14} ){1,4}"
)
# "l'arrêté … portant création du CAP X est abrogé", "… abroge le présent arrêté"
_HAS_ENDED = re.compile(
    r"[^.;]{0,80} (?:(?:est|sera|sont|a ete|ont ete) abroge|cesse|abroge (?:l[ea]s? |l'))"
)
# "Créé par arrêté du 3 mai 2010. Cet arrêté abroge l'arrêté du 4 mai 1993": of what was before
_IT_REPEALS = re.compile(
    r"\bcreee? par [^.]{0,60}\. (?:cet arrete|il) (?:abroge|remplace) (?:l'|les? )$"
)
# "À noter : arrêté du … portant création du BTS X", on another diploma's page
_OF_ANOTHER = re.compile(
    r"\W*(?:renovation|remplacement|(?:bon )?a (?:noter|savoir)|pour (?:information|memoire|rappel)"
    r"|nota(?: bene)?|n\.?b\.?|rappel|remarque|information|autres? (?:diplome|texte)s?"
    r"|(?:voir|lire|consulter) (?:aussi|egalement)|diplomes? (?:voisin|proche)s?)\s?[:,–-]"
)
_PREPOSED = re.compile(
    r"\W{0,3}(?:[^.;,]{0,30}: )?(?:par|depuis|des|a (?:compter|partir) d[eu]?)\b[^.;,]{0,60}"
)
_GOES_ON = re.compile(
    r"\W{0,3}(?:(?:s[ao]n?|ses|leurs?|il|elle)\b|.{0,30}\b(?:sa|leurs?) (?:premiere|derniere))"
)
# "Le CAP X, créé par l'arrêté du 5 mars 2023 et dont la première session"
_CREATED = re.compile(
    r",? ?(?:qui )?(?:est |a ete )?creee? par (?:l'|un )?arr?ete du [^,;.()]{6,24}"
)
_ANY = re.compile(
    r"(?:d'|a |par |pour )?(?:(?:une?|tout|chaque|aucune?|nul) |(?:l[ea] |du |au )?diplome"
    r" (?:intermediaire|national du brevet|voisin)\b)"
)
# On the text as it is: *modifie*, and not *modifié*.
_FINITE = re.compile(
    r"\([^()]*\)|\b(?P<word>est|sont|a(?!\.)|ont|sera|seront|serait|était|étaient|fut|furent|aura"
    r"|auront|avait|avaient|peu[tx]|peuvent|doit|doivent|va|vont|fait|font|voit|vient|tient|sert"
    r"|suit|dit|met|prend|prennent|reçoit|répond|appartien(?:t|nent)|contien(?:t|nent)|permet|prévoit"
    r"|interdit|reconnaît|rend|[a-zéè]{2,12}r(?:a|ont)"
    r"|(?!extrait|portrait|retrait|trait|souhait|bienfait)[a-zéè]{2,12}(?:ait|aient)"
    r"|(?:abrog|accueill|appliqu|cess|chang|commenc|comport|compt|concern|continu|demand|demeur"
    r"|dispos|donn|dur|éman|entr|exist|examin|figur|fix|ferm|gard|gèr|modifi|montr|nomm|organis"
    r"|port|précis|prépar|présent|propos|rappell|récapitul|reçoiv|relèv|remplac|rest|regroup|sièg"
    r"|trait|touch|vis)(?:e|ent))\b"
)
# "Ce bac pro sera-t-il abrogé ?"
_ASKS_WHETHER = re.compile(r"-t-(?:il|elle)\b|\best-(?:il|elle|ce)\b|\bsi (?:l[ea]|mon|ma|il)\b")
_IT = re.compile(r"\W{0,3}(?:s[ao]n?|ses|il|elle)\b")
_TO_IT = re.compile(r"\bl'(?:a|ont|avait) (?:cree|modifi|complet|rectifi|abrog|remplac|institu)")
# A word that no fact of a diploma is told with; quotation marks are question marks here.
_STRANGE = re.compile(
    r"\([^()]*\)|\?[^?]{1,80}\?"
    rf"|\b(?P<word>(?!(?:{NOUNS}|{phrases('word of a fact')})\b)[a-z]{{3,}}\b)"
)
_RELATIVE = re.compile(r",? \b(?:dont|leurs?|ces)\s+(?:la |les )?$")
# "Remplace le CAP Accueil, transport 500-31114 T", but ", de code"
_TO_CODE = re.compile(
    r"[^.;()]{0,80}\((?:code |n[?o]? )?"
    r"|[^.;:()]{0,60}\bporte le (?:code|numero) "  # "qui lui succède porte le code"
    r"|,(?!.*\b(?:codes?|numero|n[?o]?|porte|par|est|a)\b) [^.;:()]{3,60} "
)
# So far back is looked for words that lead to an order, a session or a diploma.
_NEAR, _FAR = 25, 100
_LONGEST = 600  # what is longer is a list of facts, and no sentence


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


class Sentence(NamedTuple):
    """A part of a text, its mentions, and what the part before speaks of where it goes on so."""

    start: int
    stop: int
    mentions: tuple[Mention, ...]
    carried: Mention | None

    @property
    def subject(self) -> Mention | None:
        """Return what it speaks of: the first diploma that is no complement, or what is carried."""
        subjects = (mention for mention in self.mentions if not mention.is_complement)
        named = (mention for mention in self.mentions if not mention.relation)
        return next(subjects, self.carried or next(named, None))


class Attribution(NamedTuple):
    """The sentences of a text (`plain`: folded) with the diplomas that they name."""

    text: str
    plain: str
    sentences: tuple[Sentence, ...]
    name: str = ""  # of the record's diploma, folded, without its option

    def mention_of(self, start: int, end: int, ahead: bool = True) -> Mention | None:
        """Return the mention that an order or session stands with, or None.

        `ahead`: its own words may name it behind, as in "l'arrêté … créant le CAP".
        """
        sentence = self.sentence_of(start)
        mentions = sentence.mentions
        number = bisect_left(mentions, start, key=lambda each: each.start)
        before = mentions[number - 1] if number else None
        for aside in _ASIDE.finditer(self.plain, sentence.start, start):
            if before and aside.start() < before.start < aside.end():
                named = (each for each in reversed(mentions) if each.end <= aside.start())
                before = next(named, None)
        behind = mentions[number] if number < len(mentions) else None
        if behind and (behind.start < end or self._is_beside(end, behind)):
            return behind
        if "abroge" in self.plain and self.is_end_of_own(start):
            return before or sentence.carried
        passive = _PASSIVE.search(self.plain, max(sentence.start, start - _FAR), start)
        if passive and passive["end"] and before and before.relation == "replaced_by":
            return None  # "Remplacé par le CAP X, abrogé par"
        if passive and passive["finite"]:  # "Le CAP X, remplacé par le CAP Y, est créé par"
            return sentence.subject
        if ahead and not passive:
            if behind and _TO_OBJECT.fullmatch(self.plain, end, behind.start):
                return behind
            if not before and _PREPOSED.fullmatch(self.plain, sentence.start, end):
                subjects = (mention for mention in mentions if not mention.is_complement)
                before = next(subjects, None)
        return before or sentence.carried

    def is_end_of_own(self, start: int) -> bool:
        """Return whether words before an order say that it repeals the record's diploma."""
        sentence = self.sentence_of(start)
        if not _ENDED_BY.search(self.plain, max(sentence.start, start - _FAR), start):
            return False
        named = [mention for mention in sentence.mentions if mention.start < start]
        behind = next((mention for mention in sentence.mentions if mention.start > start), None)
        if behind and behind.owner == "own" and not behind.is_certain:
            return False  # "… portant création" of the record's, which then begins with it
        return all(mention.owner == "own" for mention in named)

    def takes_over(self, place: int) -> bool:
        """Return whether the sentence at a place says what the record's diploma replaces."""
        start, stop, mentions, _ = self.sentence_of(place)
        is_active = _TAKES_OVER.search(self.text, start, stop)
        return bool(is_active) and any(m.relation == "replaces" for m in mentions)

    def sentence_of(self, place: int) -> Sentence:
        """Return the sentence at a place."""
        number = bisect_right(self.sentences, place, key=lambda each: each.start)
        return self.sentences[number - 1]

    def goes_on_with_successor(self, place: int) -> bool:
        """Return whether what stands at a place goes on, behind a semicolon, with a successor."""
        number = bisect_right(self.sentences, place, key=lambda each: each.start) - 1
        sentence = self.sentences[number]
        above = self.sentences[number - 1].mentions if number > 0 else ()
        is_next = not sentence.mentions and self.plain[sentence.start - 1] == ";"
        return is_next and bool(above) and above[-1].relation == "replaced_by"

    def owner(self, start: int, end: int, *, is_name: bool = False) -> Owner:
        """Return whose an order or session is.

        `is_name`: a name stands between, of whatever words. See also `is_told_of_else`.
        """
        return self._owner_by(self.mention_of(start, end), start, end if is_name else start)

    def _owner_by(self, mention: Mention | None, start: int, end: int) -> Owner:
        if relative := _RELATIVE.search(self.plain, max(0, start - _NEAR), start):
            # "une épreuve de langue, dont la première session"
            is_its = mention is not None and (
                mention.end >= relative.start()
                or _CREATED.fullmatch(self.plain, mention.end, relative.start()) is not None
            )
            return mention.owner if mention and is_its else "other"
        if mention and not self._is_any(mention):
            return mention.owner
        return "other" if self.is_told_of_else(start, end) else "own"

    def _is_any(self, mention: Mention) -> bool:
        """Return whether words name no certain diploma: *un diplôme abrogé*, *tout CAP*."""
        return mention.owner == "own" and _ANY.match(self.plain, mention.start) is not None

    def is_denied(self, start: int) -> bool:
        """Return whether the words before a place deny what stands there: *ne relève pas de*."""
        return _DENIED.search(self.plain, max(0, start - _FAR), start) is not None

    def _is_asked(self, begin: int, stop: int) -> bool:
        """Return whether a sentence asks whether: *Ce bac pro sera-t-il abrogé ?*."""
        is_question = self.text.endswith("?", begin, stop) or self.text.endswith("? ", begin, stop)
        return is_question and _ASKS_WHETHER.search(self.plain, begin, stop) is not None

    def is_told_of_else(self, start: int, end: int | None = None) -> bool:
        """Return whether a fact stands in a sentence that names no diploma, but something else.

        `end`: of a name that begins at `start`, which may hold any words.

        It is the record's where the sentence is told with words of facts alone: not with those of
        a school, a jury or a tool, which may have a session, a code or a repeal of their own.
        """
        begin, stop, *_ = self.sentence_of(start)
        if stop - begin > _LONGEST:
            return False
        if self._is_asked(begin, stop):
            return True
        if not _has_word(_FINITE, self.text, begin, stop) or self._names_record(begin, stop):
            return False
        if _TO_IT.search(self.plain, begin, stop) or (not begin and _IT.match(self.plain)):
            return False
        around = ((begin, start), (end or start, stop))
        return any(_has_word(_STRANGE, self.plain, *each) for each in around)

    def _names_record(self, begin: int, stop: int) -> bool:
        """Return whether the record's diploma is named between two places of one sentence."""
        mentions = self.sentence_of(begin).mentions
        first, last = (bisect_left(mentions, at, key=lambda m: m.start) for at in (begin, stop))
        named = (m for m in mentions[first:last] if m.owner == "own" and not self._is_any(m))
        if any(not self.plain[mention.start].isdigit() for mention in named):  # by a code alone
            return True
        return bool(self.name) and _has_words(self.plain, self.name, begin, stop)

    def owner_of_order(self, start: int, end: int, begins: bool) -> Owner:
        """Return whose an order is.

        One that `begins` its line is the record's, whatever name it gives the diploma, unless it
        is said to create another one or to have ended with it.
        """
        mention = self.mention_of(start, end)
        if self.is_denied(start):
            return "other"
        if _IT_REPEALS.search(self.plain, max(0, start - _FAR), start):
            return "other"
        first = next(iter(self.sentences[0].mentions), None)
        if not begins or (first and first.end <= start):
            return self._owner_by(mention, start, start)
        if mention is None or self._is_any(mention):
            return "other" if self.is_told_of_else(start) else "own"
        if mention.owner == "own":
            return "own"
        if mention.is_certain and mention.owner == "other" and mention.codes:
            return "other"  # "Texte abrogé : arrêté du … (BTS X, 320-31209 T)"
        if mention.is_of_another and mention.start >= end and self._is_beside(end, mention):
            return "other"  # "Texte abrogé : arrêté du … (BTS X)"
        ends = mention.called in {"former", "ex", "new"} or _HAS_ENDED.match(
            self.plain, mention.end
        )
        is_led = mention.owner == "other" and (ends or _OF_ANOTHER.match(self.plain))
        is_told = _CREATES.match(self.plain, end) or is_led
        return mention.owner if is_told else "own"

    def names_another(self, start: int, end: int) -> bool:
        """Return whether an order names a diploma whose name shares no word with the record's."""
        mention = self.mention_of(start, end)
        if mention is None or mention.start < end or not mention.is_of_another:
            return False
        # "abrogeant l'arrêté du … portant création du CAP X": it says so of that order
        return mention.owner == "other" and "arrete" not in self.plain[end : mention.start]

    def owner_of_end(self, start: int, end: int) -> Owner:
        """Return whose an *abrogé* is; another's too where nothing says of what it is said."""
        mention = self.mention_of(start, end, ahead=False)
        sentence = self.sentence_of(start)
        if self.is_denied(start) or self._is_asked(sentence.start, sentence.stop):
            return "other"
        if mention and mention.relation == "replaced_by":  # "Remplacé par le X, abrogé par"
            return "own"
        before = self.plain[sentence.start : start]
        begins = start - sentence.start < _NEAR and not before.strip(" [(*=-")
        is_said = mention or begins or _SINCE_WHEN.match(self.plain, end)
        if not is_said:
            return "other"
        if mention and not self._is_any(mention):
            return mention.owner
        return "other" if self.is_told_of_else(start) else "own"

    def _is_beside(self, end: int, mention: Mention) -> bool:
        """Return whether a complement, or a bracket of a name alone, is right behind."""
        between = self.plain[end : mention.start]
        ends = (")", ",") if mention.called in {"former", "ex"} else ")"  # "(ancien CAP, abrogé)"
        is_ended = self.plain.startswith(ends, mention.end)
        if mention.codes and not is_ended:
            is_ended = _CODE_CLOSES.match(self.plain, mention.end) is not None
        is_bracket = between == " (" and is_ended
        is_its = mention.is_complement and not mention.relation
        return is_bracket or (is_its and not between.strip(" ,("))


def _has_word(pattern: re.Pattern[str], text: str, start: int, stop: int) -> bool:
    """Return whether a word of a pattern stands between two places, but not in brackets there."""
    return any(match["word"] for match in pattern.finditer(text, start, stop))


def _has_words(plain: str, words: str, start: int, stop: int) -> bool:
    """Return whether whole words stand between two places of a text, but behind no *de*."""
    at = plain.find(words, start, stop)
    is_whole = not plain[at + len(words) : at + len(words) + 1].isalnum()
    return at >= 0 and is_whole and not plain.endswith(("de ", "d'", "des "), start, at)


def _without_points(type_: re.Match[str]) -> str:
    return type_[0].replace(".", "").ljust(len(type_[0]), "-")


@lru_cache(maxsize=8)
def attribution(text: str, diploma: DiplomaIdentity) -> Attribution:
    """Return what a clean text says of which diploma."""
    if "." in text:
        text = _DOTTED.sub(_without_points, text)
        if has_any(text, ("ac. ", "ro. ", "rof. ")):
            text = _BAC_PRO.sub(_without_points, text)
    plain = same_length(text)
    codes = placed_codes(text)
    mentions: list[Mention] = []
    end = 0
    sentences: list[Sentence] = []
    stops = [*(each.end() for each in _SENTENCE_END.finditer(text)), len(text)]
    while match := _MENTION.search(plain, end):
        end = match.end()
        if match["last"]:
            place = match.start(), end
            if mentions and mentions[-1].called == "new" and _REPLACING.search(plain, 0, place[0]):
                mentions.append(Mention(*place, "own", called="this", is_certain=True))
            elif mentions:
                mentions.append(mentions[-1]._replace(start=place[0], end=place[1]))
        elif mention := _mention(match, text, plain, diploma, codes):
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
    mentions.sort()
    start = number = 0
    told: set[str] = set()  # codes of which a sentence says that another diploma has them
    for stop in stops:
        goes_on = start and (plain[start - 1] == ";" or _GOES_ON.match(plain, start))
        carried = sentences[-1].subject if goes_on else None
        first = number
        while number < len(mentions) and mentions[number].start < stop:
            number += 1
        above = sentences[-1].subject if sentences else None
        placed = mentions[first:number]
        if "present" in plain:
            placed = _with_former(plain, start, stop, placed)
        placed = [_as_told(each, told) for each in placed] if told else placed
        inside = _with_objects(plain, start, placed, carried, above)
        told.update(code for each in inside if each.relation for code in each.codes)
        sentences.append(Sentence(start, stop, inside, carried))
        start = stop
    name = same_length(diploma.name or "").partition(" option ")[0]
    return Attribution(text, plain, tuple(sentences), name)


def _with_former(plain: str, start: int, stop: int, placed: list[Mention]) -> list[Mention]:
    """Make former diplomas of those that a sentence says are replaced by the present one."""
    if this := _BY_PRESENT.search(plain, start, stop):
        placed = [_as_former(each) if each.end < this.start() else each for each in placed]
    if led := _LED_BY_PRESENT.search(plain, start, stop):
        placed = [_as_former(each) if each.start >= led.end() else each for each in placed]
    return placed


def _as_former(mention: Mention) -> Mention:
    """Return the mention of the diploma that the present one replaces: it may have its name."""
    return mention if mention.called == "this" else mention._replace(owner="other")


def _as_told(mention: Mention, told: Set[str]) -> Mention:
    """Return a mention by a code that a sentence before gives a predecessor or successor."""
    is_told = mention.owner == "own" and not told.isdisjoint(mention.codes)
    return mention._replace(owner="other") if is_told else mention


def names_diploma(plain: str) -> bool:
    """Return whether a folded text has a word that begins the name of a diploma, not of a text."""
    return not all(mention["text"] for mention in _MENTION.finditer(plain))


def _with_objects(
    plain: str,
    start: int,
    mentions: list[Mention],
    subject: Mention | None,
    above: Mention | None,
) -> tuple[Mention, ...]:
    """Make another's what the record's diploma replaces, or is replaced by.

    `subject`: carried on from the sentence before. `above`: what that one speaks of.
    """
    result: list[Mention] = []
    for mention in mentions:
        last = result[-1] if result else OWN
        if last.called == "new" and not last.codes and plain[last.end : mention.start] == ", ":
            # "un nouveau diplôme, le CAP X (500-23438),"
            result[-1] = last._replace(owner=mention.owner, codes=mention.codes)
        to_code = mention.codes and _TO_CODE.fullmatch(plain, last.end, mention.start)
        if to_code and last.owner == "other":
            # "Remplace le CAP X : option y (500-23438, arrêté du 3 mai 2004)"
            mention = mention._replace(owner="other", is_complement=True, relation=last.relation)
        if mention.owner == "own" and not mention.is_certain:
            replaced = _IS_ANOTHER.match(plain, mention.end)
            goes_before = replaced and replaced["it"] and above and above.owner == "other"
            if replaced and not goes_before:
                mention = mention._replace(owner="other")
        verb = _TO_OTHER.search(plain, max(start, mention.start - _FAR), mention.start)
        if verb and verb["see"] == "voir" and mention.called != "new":
            verb = None
        is_own = mention.owner == "own" and mention.called == "this"
        if verb and not is_own and not (subject and subject.owner == "other"):
            is_later = verb["later"] or verb["see"] or verb["after"]
            is_later = is_later or plain.startswith("par ", mention.start)
            relation: Relation = "replaced_by" if is_later else "replaces"
            mention = mention._replace(owner="other", is_complement=True, relation=relation)
        elif not (subject or mention.is_complement):
            subject = mention
        result.append(mention)
    return tuple(result)


def _mention(
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
        groups["former"] or groups["former_alone"] or groups["namesake"] or is_replaced
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
