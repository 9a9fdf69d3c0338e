"""Recognise pages in which a school, a publisher or a guide to trades speaks of a diploma."""

import re

_SCHOOL = re.compile(
    r"\b(?:notre|nos) (?:lycee|ecole|etablissement|cfa|campus|eleves|etudiants|formateurs|equipe|"
    r"equipes|ateliers?|plateau|formations?|classes?|section|enseignants|professeurs|apprentis|"
    r"centre|organisme|partenaires|entreprises|internat)\b|"
    r"\bportes ouvertes\b|\binscri(?:vez|ption)s?[ -]?(?:vous|en ligne)?\b|\binternat\b|"
    r"\bau lycee\b|\ble lycee\b|\ble cfa\b|\bnous contacter\b|\bcontactez nous\b|\btarifs?\b|"
    r"\brentree 20\d\d\b|\bhoraires? hebdomadaires?\b|\bemploi du temps\b|\bdemi pension\b|"
    r"\bcpf\b|\bfinancements?\b|\bdocumentation gratuite\b|\bformez vous\b|\bcandidate[rz]\b|"
    r"\bpostulez\b|\bplaces disponibles\b|\btaux de reussite\b|\bnos anciens\b|"
    r"\bprenez rendez vous\b|\bdevis\b|\bparcoursup\b|\b(?:accueille|forme) \d+\b"
)
_SCHOOL_TITLE = re.compile(
    r"\b(?:lycee|cfa|ecole|campus|college|greta|institut|mfr|centre de formation|etablissement|"
    r"a distance|en apprentissage|en alternance|en ligne)\b"
)
_PUBLISHER = re.compile(
    r"\bisbn\b|\b(?:ajouter au|mon) panier\b|\bmanuel (?:de l eleve|numerique|scolaire)\b|"
    r"\bfeuilleter\b|\b\d+(?: \d\d)? (?:eur|euros|ttc)\b|\bauteurs?\b|\b\d+ pages\b|"
    r"\bcollection\b|\beditions?\b|\bcommander\b|\blivraison\b|\bprix\b|\bspecimen\b|\bediteur\b"
)
_TRADE = re.compile(
    r"\b(?:fiche metier|le metier (?:de|d)|salaires?|remuneration|code rome|studyrama|"
    r"conditions de travail|qualites requises|missions principales|competences requises|"
    r"acces au metier|evolution de carriere|debutant)\b"
)


def foreign_speaker(text: str, headings: str, stated: bool) -> str | None:
    """Name a speaker other than the ministry, as the reason of a refusal; None without one.

    `text` and `headings` are folded. `stated`: the page states an order, a code or the like, and
    more words are needed against it.
    """
    schools = len(set(_SCHOOL.findall(text))) + 2 * bool(_SCHOOL_TITLE.search(headings))
    if schools >= (3 if stated else 2):
        return "a school or training centre speaks"
    if len(set(_PUBLISHER.findall(text))) >= (3 if stated else 2):
        return "a publisher or bookseller speaks"
    if len(set(_TRADE.findall(text))) >= 2 and not stated:
        return "about a trade"
    return None
