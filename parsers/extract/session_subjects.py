"""Tell sessions of a diploma from those of an examination, paper or rule that is a part of it.

*Le chef-d'œuvre est évalué à partir de la session 2021* says nothing of the first session.
All texts are folded (`same_length`), with letters x for codes and dates.
"""

import re

from parsers.extract.diploma_mentions import NOUNS

# No word of a name in the ministry's list of June 2025, of 576 diplomas; *unité*, *matière*,
# *contrôle* and *projet* are, and so need another word.
_PART = re.compile(
    r"\b(?:epreuve(?!s)|epreuves (?:facultatives|ponctuelles|orales|d[e']|e\d)|bloc|module"
    r"|enseignement|grille|stage|sujet|livret|coefficient|dispense|oral|attestation|concours"
    r"|inscription|calendrier|calculatrice|tutorat|chef[s-]+d'oe?u?vre"
    r"|unite (?:facultative|optionnelle|de mobilite|u?\d)|matiere (?:facultative|enseignee)"
    r"|controle (?:en cours|continu|ponctuel)|section europeenne|langue vivante"
    r"|(?:[ld]'|une? |d')evaluation|(?:le|ce|du|un) guide|examen blanc|candidat inscrit"
    r"|formation (?:des |de )(?:formateur|professeur|enseignant)"
    r"|session (?:de |d')(?:formation|rattrapage|regroupement|validation|certification))s?\b"
)
# what ends, or is refused, since a session; a part of an order
_ENDS = re.compile(
    r"\b(?:aucune?|plus d[e']|pas de?|suspen\w+|suppr\w+|cl(?:os|otur)\w*|fermeture|annul\w+"
    r"|article \d+)\b"
)
# words of a diploma, of its order, and of what begins; or no more than an article
_OF_DIPLOMA = re.compile(
    rf"\b(?:{NOUNS}|referentiel|version|reglementation|texte|arr?ete|decret|x{{3,}}|code|rncp\d*"
    r"|applica\w+|s'applique(?:nt)?|entree?|entrera|vigueur|effet|mise|ouvert|delivr\w+|organis\w+|cree?"
    r"|creation|remplace|substitue|succede|examen|session|certification|candidat|il|elle|on"
    r"|s'obtient|prepare|presente?)e?s?\b"
    r"|^\W*(?:[a-z]{1,4}\W*)?$|[-–(]\s*$"  # "Dit « ICCER » - depuis la session 2025"
)


def is_of_part(words: str) -> bool:
    """Return whether the words of a session name a part of a diploma or of its papers."""
    return bool(_PART.search(words))


def begins_diploma(words: str) -> bool:
    """Return whether a diploma may begin with the session that the words stand before.

    `words`: what a statement says before *à partir de la session 2019*; empty for none. They name
    the diploma or its order, and neither a part of it nor an end.
    """
    if _PART.search(words) or _ENDS.search(words):
        return False
    return bool(_OF_DIPLOMA.search(words))
