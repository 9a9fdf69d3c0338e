"""Recognise a paragraph that is no more than the orders of a diploma, and no part of a text."""

import re

from schema.text import CAPITALS, has_digit, same_length

# "Arrêté de création du CAP X du …", "Arrêté n° … du …"
_ORDER = re.compile(
    r"(?:arr?ete|decret)s? (?:(?:d[e']|portant|modificatif|initial|ministeriel)[^.:;]{0,80} )?"
    r"(?:n\S* \S+ )?(?:du|des|en date du) \d"
)
# "Ce diplôme a été créé par l'arrêté du …"
_SENTENCE = re.compile(
    r"(?:(?:(?:ce(?:tte)?|l[ea]) )?(?:diplome|specialite|mention|certificat|brevet|titre)"
    r"(?: professionnel(?:le)?)? |il |elle )?(?:(?:est|a ete|fut) )?"
    r"(?:cree|modifie|abroge|institue|supprime)e? par (?:l[e']s? ?|un )?(?:arr?ete|decret)s? "
)
_LONGEST = 800
# a further sentence, or a colon that no number follows
_MORE = re.compile(rf"\w{{3}}[)»]?\. [{CAPITALS}]|(?<!NOR)(?<!NOR ):")
_QUOTED = re.compile(r"«[^»]{1,200}»")


def is_of_orders(text: str) -> bool:
    """Return whether a paragraph only names orders, or says by which the diploma was created."""
    text = text.removeprefix("- ")
    if text[:1] not in "ADCMIELadcmiel" or len(text) > _LONGEST or not has_digit(text):
        return False  # most paragraphs
    plain = same_length(text)
    if not (_ORDER.match(plain) or _SENTENCE.match(plain)):
        return False
    return not _MORE.search(_QUOTED.sub("", text))  # « habitat, option : ornements »
