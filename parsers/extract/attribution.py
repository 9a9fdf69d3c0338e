"""Find with which diploma of its text an order, a session or an end stands.

It stands with the mention in its bracket or before that, with the one that its own words name
(*la dernière session du CAP*), else with the one before it in its sentence, and else with what
the sentence before speaks of, where it goes on about that (*sa première session*).
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.extract.fact_sentences import (
    asks_whether,
    has_name,
    has_other_words,
    has_verb,
    speaks_of_it,
)
from parsers.extract.named_diplomas import Mention, Owner, mentions_of
from parsers.extract.sentences import Sentence, sentences_of
from schema.code import placed_codes
from schema.text import has_any, same_length

# "le C.A.P. X": stops that end no sentence, and give way to marks of the same length
_DOTTED = re.compile(r"\b(?:C\.A\.P|B\.E\.P|B\.P|B\.T\.S|[BD]\.M\.A|[CM]\.[CS])\b\.?")
_BAC_PRO = re.compile(r"[Bb]ac(?:\. ?[Pp]rof?\b\.?| [Pp]rof?\.|\.)")
# ", 320-31209 T)"
_CODE_CLOSES = re.compile(r"[ ,–-]{1,3}(?:code |n[?o]? ?)?\d[\d. -]{7,10} ?[a-z]?\)")
_TAKES_OVER = re.compile(
    r"\b(?:remplace|succède|se substitue|prend la suite)(?:nt)?\b", re.IGNORECASE
)
# "Le CAP X, qui précédait ce diplôme, avait": what is said behind is said of the CAP X
_ASIDE = re.compile(
    r", (?:qu[ei]|auquel|a laquelle|(?:accessible|ouvert|offert|propose|prepare|suivi)e?)"
    r" [^,.;]{3,120},"
)
_DENIED = re.compile(
    r"\bn'(?:est|a ete) ni $"
    r"|\bn(?:e |')[^.;,]{0,12}\b(?:pas|jamais)\b[^.;,]{0,30}$|\b(?:non|pas) (?:encore )?$"
    r"|\b(?:serai(?:t|ent)|aurai(?:t|ent) ete|(?:devrai|pourrai)(?:t|ent)(?: etre)?) $"
    r"|\b(?:nul|aucun) (?:autre )?$|\bil est faux qu(?:e |')[^.;,]{0,30}$"
)
# "L'arrêté du 22 juillet 2019, parfois invoqué, ne porte pas sur ce diplôme"
_DENIES = re.compile(
    r"(?:,[^,.;:]{3,60},)? ne "
    r"(?:porte|concerne|vise|traite|touche|modifie|cree|regi|s'applique)\w*"
    r"(?: en)? (?:pas|rien|nullement|aucun\w*|jamais)\b"
    r"| n'(?:a|ont) (?:pas|rien|nullement|jamais) (?:change|modifie|concerne|touche)\b"
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
    r"(?:, (?:annee|date) de sa [^.;,]{0,30})?"
)
# "Le CAP X, créé par l'arrêté du 5 mars 2023 et dont la première session"
_CREATED = re.compile(
    r",? ?(?:qui )?(?:est |a ete )?creee? par (?:l'|un )?arr?ete du [^,;.()]{6,24}"
)
_ANY = re.compile(
    r"(?:d'|a |par |pour )?(?:(?:une?|tout|chaque|aucune?|nul) |(?:l[ea] |du |au )?diplome"
    r" (?:intermediaire|national du brevet|voisin)\b)"
)
_BESIDE = re.compile(r"\b(?:en sus|en plus|en complement|en marge|a cote|independamment) $")
_RELATIVE = re.compile(r",? \b(?:dont|leurs?|ces)\s+(?:la |les )?$")
# So far back is looked for words that lead to an order, a session or a diploma.
_NEAR, _FAR = 25, 100
_LONGEST = 600  # what is longer is a list of facts, and no sentence


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

    def is_told_of_else(self, start: int, end: int | None = None) -> bool:
        """Return whether a fact stands in a sentence that names no diploma, but something else.

        `end`: of a name that begins at `start`, which may hold any words.

        It is the record's where the sentence is told with words of facts alone: not with those of
        a school, a jury or a tool, which may have a session, a code or a repeal of their own.
        """
        begin, stop, *_ = self.sentence_of(start)
        if stop - begin > _LONGEST:
            return False
        if asks_whether(self.text, self.plain, begin, stop):
            return True
        if not has_verb(self.text, begin, stop) or self._names_record(begin, stop):
            return False
        if speaks_of_it(self.plain, begin, stop):
            return False
        around = ((begin, start), (end or start, stop))
        return any(has_other_words(self.plain, *each) for each in around)

    def _names_record(self, begin: int, stop: int) -> bool:
        """Return whether the record's diploma is named between two places of one sentence."""
        mentions = self.sentence_of(begin).mentions
        first, last = (bisect_left(mentions, at, key=lambda m: m.start) for at in (begin, stop))
        named = (
            m
            for m in mentions[first:last]
            if m.owner == "own" and not (self._is_any(m) or self._is_beside_it(m, begin))
        )
        if any(not self.plain[mention.start].isdigit() for mention in named):  # by a code alone
            return True
        return bool(self.name) and has_name(self.plain, self.name, begin, stop)

    def _is_beside_it(self, mention: Mention, begin: int) -> bool:
        """Return whether something is said to stand beside a diploma: *en sus du diplôme*."""
        if not mention.is_complement:
            return False
        return (
            _BESIDE.search(self.plain, max(begin, mention.start - _NEAR), mention.start) is not None
        )

    def owner_of_order(self, start: int, end: int, begins: bool) -> Owner:
        """Return whose an order is.

        One that `begins` its line is the record's, whatever name it gives the diploma, unless it
        is said to create another one or to have ended with it.
        """
        mention = self.mention_of(start, end)
        if self.is_denied(start) or (" n" in self.plain and _DENIES.match(self.plain, end)):
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
        if self.is_denied(start) or asks_whether(
            self.text, self.plain, sentence.start, sentence.stop
        ):
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
    mentions = mentions_of(text, plain, diploma, placed_codes(text))
    name = same_length(diploma.name or "").partition(" option ")[0]
    return Attribution(text, plain, sentences_of(text, plain, mentions), name)
