"""Say what an order does by the sentence around it, where no single word of it tells.

*Les conditions de délivrance du CAP X sont fixées par l'arrêté du …* creates the diploma, *la liste
des titres admis a été modifiée par l'arrêté du …* changes it. The patterns are for folded texts
(`schema.text.same_length`) and end where the order begins, or begin where its date ends.
"""

import re

from parsers.extract.diploma_mentions import NOUNS, THIS_DIPLOMA
from parsers.extract.order_tokens import Effect, Tokens, undotted

_OF_IT = rf"(?:du|de la|de ce(?:tte)?) (?:{NOUNS})\b[^.;]{{0,200}}?"
_BY = r"(?:l'|les? |un )?"
_PART = (
    r"\b(?:annexes?|liste|referentiel|reglement|coefficients?|epreuves?|intitule|volume|grilles?"
    r"|unites?|tableau)\b"
)
_BEFORE = re.compile(
    r"(?P<creation>"
    rf"\bconditions de delivrance(?: {_OF_IT})? sont (?:definies|fixees) par {_BY}"
    r"|\b(?:est|sont) delivree?s? dans les conditions (?:que (?:fixe|prevoit|definit) l'"
    rf"|(?:fixees|definies|prevues) par {_BY})"
    rf"|\ba vu le jour (?:par|avec) {_BY}"
    r"|\b(?:trouve son origine|tire son existence) (?:dans|de) (?:l'|un )"
    rf"|(?:^|[.;:?] )creation {_OF_IT} \("
    rf"|\bcreation {_OF_IT} (?:remonte a|resulte de|date de|decoule de) {_BY}"
    rf"|\bsa creation par {_BY}"
    rf"|(?:(?:^|[.;,] )|\best )nee?s? (?:d(?:e |')|(?:par|avec|grace a) ){_BY}"
    rf"|\bdoit son existence a {_BY}"
    # "Quel texte l'a créé ? L'arrêté du …"
    r"|\b(?:a|ete) cree\b[^.;?]{0,160} ?\? (?:par |c'est )?(?:l'|un )?"
    r"|\barr?ete de creation\b[^.;?]{0,80} ?\? (?:l'|un )?"
    r")$"
    r"|(?P<modification>"
    rf"{_PART}[^.;]{{0,200}}? (?:est|sont|a ete|ont ete) "
    r"(?:modifi|remplac|complet|revu|remani|corrig|actualis)"
    rf"e?e?s?\b[^.;]{{0,120}} par (?:{_BY}|(?:celles? (?:que publie |de )|l'annexe de )l')"
    r"|\bmodifiee?s?\b[^.;?]{0,60} ?\? (?:oui,? ?)?(?:par |c'est )?(?:l'|un |les )?"
    r"|\barr?etes? (?:modificatifs?|de modification)\b[^.;?]{0,80} ?\? (?:l'|un |les )?"
    r"|\bont modifie (?:l'arrete|ce diplome)\b[^.;]{0,200} les "
    rf"|\bl'(?:a|ont) ete (?:de nouveau|a nouveau|encore)\b[^.;]{{0,20}} par {_BY}"
    r"|\b(?:a|ont) ete modifiee?s? en \d{4} \([^()]{0,80}\),? (?:puis|et|ensuite) en \d{4} \("
    r")$"
    r"|(?P<repeal>"
    rf"\babrogation {_OF_IT} (?:(?:prononcee|decidee) par|resulte de) {_BY}"
    r"|\babrogee?s?\b[^.;]{0,80}, comme (?:le )?prevoit l'"
    r")$"
)
_BEHIND = re.compile(
    r"\)?,?(?: \([^()]{0,80}\))?,? "
    r"(?:(?P<modification>modifie (?:sur ce point|a la fois|en consequence)\b"
    # "Les arrêtés du 3 mai 2010 et du 4 mai 2012 l'ont modifié"
    r"|(?:(?:et |, )?(?:l'arrete )?(?:du )?\d[^.;,]{4,40}?[, ]{1,2}){1,4}"
    r"(?:l')?ont (?:[a-z]+ment )?modifie"
    r"|abroge et remplace (?:l'|les )annexes?\b)"
    rf"|(?P<creation>(?:a |avait )?donne naissance a {THIS_DIPLOMA})"
    r"|(?P<repeal>abrogeant celui qui (?:avait|a) (?:cree|institue) (?:ce|cette) ))"
)
_NEAR = 12  # tokens behind an order that may say so
_REACH = 60  # tokens before an order that may say what it does


def effect_in_sentence(tokens: Tokens, start: int, end: int) -> Effect | None:
    """Return what the sentence around an order says that it does.

    `start`: the token at which the order begins. `end`: the one behind its date.
    """
    # "par", "par l'", "(", "fixées par", "?"
    if start and tokens.letters.endswith(("p", "a", "(", "Q", "."), 0, start):
        before = _BEFORE.search(undotted(tokens.words(max(0, start - _REACH), start)))
        if before is not None and before.lastgroup:
            return _EFFECTS[before.lastgroup]
    near = tokens.letters[end : end + _NEAR]
    if "M" in near or "G" in near or "naissance" in tokens.plain:
        behind = _BEHIND.match(tokens.plain, tokens.spans[end - 1][1] if end else 0)
        if behind is not None and behind.lastgroup:
            return _EFFECTS[behind.lastgroup]
    return None


_EFFECTS: dict[str, Effect] = {
    "creation": "creation",
    "modification": "modification",
    "repeal": "repeal",
}
