"""Tell sentences that state facts of a diploma from those on a school, a jury or a tool.

A fact is stated in few words, and always the same (*la première session aura lieu en*): the
vocabulary `word of a fact` holds them. Other words make the sentence one on something else.
"""

import re

from parsers.extract.diploma_mentions import NOUNS
from schema.vocabulary import phrases

# On the text as it is: *modifie*, and not *modifié*.
_FINITE = re.compile(
    r"\([^()]*\)|\b(?P<word>est|sont|a(?!\.)|ont|sera|seront|serait|était|étaient|fut|furent|aura"
    r"|auront|avait|avaient|peu[tx]|peuvent|doit|doivent|va|vont|fait|font|voit|vient|tient|sert"
    r"|suit|dit|définit|établit|garantit|fournit|offre|ouvre|impose|exige|régit|valide|atteste|met|prend|prennent|reçoit|répond|appartien(?:t|nent)|contien(?:t|nent)|permet|prévoit"
    r"|interdit|reconnaît|rend|[a-zéè]{2,12}r(?:a|ont)"
    r"|(?!extrait|portrait|retrait|trait|souhait|bienfait)[a-zéè]{2,12}(?:ait|aient)"
    r"|(?:abrog|accueill|appliqu|cess|chang|commenc|comport|compt|concern|continu|demand|demeur"
    r"|dispos|donn|dur|éman|entr|exist|examin|figur|fix|ferm|gard|gèr|modifi|montr|nomm|organis"
    r"|port|précis|prépar|présent|propos|rappell|récapitul|reçoiv|relèv|remplac|rest|regroup|sièg"
    r"|trait|touch|vis)(?:e|ent))\b"
)
# "Ce bac pro sera-t-il abrogé ?"
_ASKS_WHETHER = re.compile(
    r"-t-(?:il|elle)\b|\best-(?:il|elle|ce)\b|\bsi (?:l[ea]|mon|ma|il)\b"
    # "Votre diplôme est abrogé ?"
    r"|(?:votre|mon|ma|ce|cette|l[ea]) [^.?]{3,60} (?:est|a ete|sera) (?:[a-z]{3,8} )?"
    r"(?:abroge|supprime|remplace|en vigueur)"
)
_IT = re.compile(r"\W{0,3}(?:s[ao]n?|ses|il|elle)\b")
_TO_IT = re.compile(r"\bl'(?:a|ont|avait) (?:cree|modifi|complet|rectifi|abrog|remplac|institu)")
# A word that no fact of a diploma is told with; quotation marks are question marks here.
_STRANGE = re.compile(
    r"\([^()]*\)|\?[^?]{1,80}\?"
    rf"|\b(?P<word>(?!(?:{NOUNS}|{phrases('word of a fact')})\b)[a-z]{{3,}}\b)"
)


def asks_whether(text: str, plain: str, start: int, stop: int) -> bool:
    """Return whether the sentence between two places asks whether: *Sera-t-il abrogé ?*."""
    is_question = text.endswith("?", start, stop) or text.endswith("? ", start, stop)
    return is_question and _ASKS_WHETHER.search(plain, start, stop) is not None


def has_verb(text: str, start: int, stop: int) -> bool:
    """Return whether a finite verb stands between two places of a text, not folded."""
    return _has_word(_FINITE, text, start, stop)


def has_other_words(plain: str, start: int, stop: int) -> bool:
    """Return whether words with which no fact is told stand between two places of a folded text."""
    return _has_word(_STRANGE, plain, start, stop)


def speaks_of_it(plain: str, start: int, stop: int) -> bool:
    """Return whether a sentence speaks of the record's diploma by a pronoun: *l'a modifié*."""
    return bool(_TO_IT.search(plain, start, stop)) or (not start and bool(_IT.match(plain)))


def has_name(plain: str, name: str, start: int, stop: int) -> bool:
    """Return whether a name, folded, stands between two places of a text, but behind no *de*."""
    at = plain.find(name, start, stop)
    is_whole = not plain[at + len(name) : at + len(name) + 1].isalnum()
    return at >= 0 and is_whole and not plain.endswith(("de ", "d'", "des "), start, at)


def _has_word(pattern: re.Pattern[str], text: str, start: int, stop: int) -> bool:
    """Return whether a word of a pattern stands between two places, but not in brackets there."""
    return any(match["word"] for match in pattern.finditer(text, start, stop))
