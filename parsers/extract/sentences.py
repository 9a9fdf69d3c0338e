"""Divide a text into sentences, with the diplomas that each names, replaces and speaks of."""

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from parsers.extract.diploma_mentions import NOUNS
from parsers.extract.named_diplomas import OWN, PRESENT, Mention
from parsers.model.statement import Relation
from schema.text import CAPITALS

_FAR = 100  # so far back is looked for words that lead to a diploma
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
# "le CAP X (500-23438), qui le remplace", "qu'il remplace": another's, whatever its name
_REPLACES = (
    r"(?:remplac(?!\w* par)|se substitu|succed|pren\w* la suite|fait suite|vocation a rempl)"
)
_IS_ANOTHER = re.compile(
    r"(?:\s?\([^()]{0,80}\))?(?:[^.;,()]{0,15},? (?:"
    r"(?:qu'|auquel |a laquelle )(?:il|elle)s? (?:remplac|succed|se subst)"
    r"|(?:qui )?(?P<it>l[ea]|lui|l'a|l'avait) (?:a )?(?:remplac|succed|fait suite))"
    rf"|(?:,[^.;,]{{0,80}},)?[^.;,]{{0,20}} {_REPLACES}\w{{0,6}}[^.;,()]{{0,30}}? ?"
    rf"(?:(?:ce|cet|cette) |(?:{PRESENT}) )(?:{NOUNS})\b"
    # "le CAP X, remplacé par le présent diplôme,"
    rf"|,? remplacee?s? par (?:(?:ce|cet|cette)|l[ea] (?:{PRESENT})) (?:{NOUNS})\b)"
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
_GOES_ON = re.compile(
    r"\W{0,3}(?:(?:s[ao]n?|ses|leurs?|il|elle)\b|.{0,30}\b(?:sa|leurs?) (?:premiere|derniere))"
)
# "Remplace le CAP Accueil, transport 500-31114 T", but ", de code"
_TO_CODE = re.compile(
    r"[^.;()]{0,80}\((?:code |n[?o]? )?"
    r"|[^.;:()]{0,60}\bporte le (?:code|numero) "  # "qui lui succède porte le code"
    r"|,(?!.*\b(?:codes?|numero|n[?o]?|porte|par|est|a)\b) [^.;:()]{3,60} "
)


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


def sentences_of(text: str, plain: str, mentions: Sequence[Mention]) -> tuple[Sentence, ...]:
    """Divide a text into its sentences.

    `plain`: the text folded. `mentions`: the diplomas that it names, in their order.
    """
    sentences: list[Sentence] = []
    stops = [*(each.end() for each in _SENTENCE_END.finditer(text)), len(text)]
    start = number = 0
    told: set[str] = set()  # codes of which a sentence says that another diploma has them
    for stop in stops:
        goes_on = start and (plain[start - 1] == ";" or _GOES_ON.match(plain, start))
        carried = sentences[-1].subject if goes_on else None
        first = number
        while number < len(mentions) and mentions[number].start < stop:
            number += 1
        above = sentences[-1].subject if sentences else None
        placed = list(mentions[first:number])
        if "present" in plain:
            placed = _with_former(plain, start, stop, placed)
        placed = [_as_told(each, told) for each in placed] if told else placed
        inside = _with_objects(plain, start, placed, carried, above)
        told.update(code for each in inside if each.relation for code in each.codes)
        sentences.append(Sentence(start, stop, inside, carried))
        start = stop
    return tuple(sentences)


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
