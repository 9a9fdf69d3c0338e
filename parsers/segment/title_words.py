"""Words that tell a diploma's name from other short lines: subjects, orders, sentences, sites.

Everything here looks at one line of text. A *subject* is what a page about a whole type of diploma
is called (programmes, calendrier, règlement général); no name among the 576 diplomas of the
official list and the 2 342 fiches begins with one (`tests/parsers/segment/test_title_words.py`).
"""

import re

from schema.code import codes_in
from schema.text import fold, same_length
from schema.title import read_title

_ARTICLE = r"(?:(?:le|la|les|l|un|une|des|du|de la|de l|de|d|nos|vos|tous les|toutes les|mes|ces) )?"
_SUBJECT = re.compile(
    _ARTICLE + r"(?:"
    r"programmes?\b|reglement(?:s|ation)?\b|calendriers?\b|(?:la )?familles? d(?:e|es) metiers\b|"
    r"sujets?\b|annales\b|corriges?\b|epreuves?\b|secteurs?\b|filieres?\b|renov\w+|reformes?\b|"
    r"nouveautes\b|nouve(?:aux|lles) (?:referentiels|diplomes|programmes|specialites|modalites)\b|"
    r"actualites?\b|listes?\b|repertoires?\b|catalogues?\b|index\b|sommaires?\b|examens?\b|"
    r"inscriptions?\b|resultats?\b|enseignements?\b|disciplines\b|horaires?\b|volumes? horaires?\b|"
    r"grilles? (?:horaires?|d evaluation)\b|conditions? (?:d|de)\b|modalites\b|dispositions?\b|"
    r"ressources\b|documents? (?:d|de|pour)\b|guides? (?:\w+ique\b|d equipement\b|d accompagnement\b|"
    r"de\b|pour\b|du\b)|faq\b|foire aux questions\b|questions?\b|statistiques?\b|chiffres\b|"
    r"validation (?:d|de|des) acquis\b|vae\b|controle (?:en cours|continu)\b|ccf\b|"
    r"periodes? de formation\b|pfmp\b|stages?\b|sections? (?:europeennes?|sportives?|de)\b|"
    r"langues? (?:vivantes?|etrangeres?)\b|unites? (?:generales?|facultatives?|capitalisables?|d)\b|"
    r"dispenses?\b|equivalences?\b|tableaux? (?:d|de|des)\b|correspondances?\b|campus\b|"
    r"offres? d\b|emploi du temps\b|formation (?:des|de) (?:enseignants|formateurs|professeurs|"
    r"jurys?|maitres)\b|formation continue\b|fiches? (?:metiers?|pratiques?|outils?)\b|"
    r"mode d emploi\b|(?:ce )?qui change\b|ce qu il faut\b|circulaires?\b|notes? de service\b|"
    r"jurys?\b|candidats?\b|evaluations?\b|notation\b|livrets?\b|coefficients?\b|rentree\b|"
    r"mobilite\b|apprentissage$|alternance\b|orientation\b|parcours (?:d|de|en)\b|"
    r"temoignages?\b|videos?\b|blocs? de competences\b|competences transversales\b|"
    r"archives?\b|abrog\w+$|supprimes$|en vigueur$|par (?:ordre|secteur|domaine|niveau|la voie)\b|"
    r"classe?e?s par\b|(?:en )?(?:un|deux|trois|quatre|[1-4]) ans?\b|en (?:alternance|apprentissage|"
    r"candidat libre|ligne)\b|a distance\b|pour (?:adultes|tous|les)\b|chef d oeuvre\b|"
    r"seconde professionnelle\b|familles?$|commissions?\b|reunions?\b|seminaires?\b|"
    r"comment\b|pourquoi\b|que (?:faire|devient)\b|apres\b|avant\b|savoir\b|tout savoir\b|"
    r"choisir\b|preparer\b|reussir\b|s inscrire\b|obtenir\b|passer\b|trouver\b|ou se former\b|"
    r"manuels?\b|cahiers?\b|livres?\b|cours(?: de\b| d\b| du\b|$)|exercices?\b|fiches? de revision\b|revisions?\b|"
    r"salaires?\b|tarifs?\b|prix\b|metiers$|debouches\b|historiques?\b|histoire\b$|projets?$|"
    r"bilans?\b|enquetes?\b|evolutions?\b|partenaires?\b|contacts?\b|forum\b|"
    r"agenda\b|concours\b|journees?\b|diplomes (?:du|de la|des|en)\b|specialites (?:du|de la|"
    r"proposees|existantes|rattachees)\b|mentions (?:du|de la|proposees|existantes)\b"
    r")"
)
# What may stand for the whole of a diploma's page, and is no part of its name.
_NEUTRAL = re.compile(
    _ARTICLE + r"(?:referentiels?(?: .{0,60})?|annexes?(?: .{0,30})?|textes?(?: officiels?"
    r"| reglementaires?| de reference)?|reglementation|presentation(?: du diplome| generale)?|"
    r"fiche(?: diplome| descriptive| d identite)?|arretes?|diplomes?(?: professionnels?)?|"
    r"documents?(?: officiels?)?|accueil|specialites?|options?|mentions?|certifications?|"
    r"descriptif|informations?(?: generales)?|generalites|page d accueil|"
    r"(?:dossier |version )?(?:pdf|html)|eduscol.{0,60}|onisep|ministere.{0,60})"
)
_ORDER = re.compile(
    r"\b(?:arretes?|decrets?|circulaires?|notes? de service)\b|\bnor\b|\b[aj]\.?\s?(?:o\.?\s)?du \d|"
    r"\b(?:jo|bo|bulletin officiel|journal officiel)\b"
)
_DATE = re.compile(
    r"\b\d{1,2}(?:er)?[ ./-](?:\d{1,2}|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|"
    r"octobre|novembre|decembre)[ ./-](?:19|20)?\d\d\b|\b(?:19|20)\d\d\b"
)
_STATE = re.compile(
    r"^(?:le |ce |cette )?(?:diplome|specialite|option)?\s*(?:est )?(?:abroge|supprime|remplace|en vigueur"
    r"|n'est plus|renove|cree|modifie)"
)
_OTHER_LINE = re.compile(
    r"^(?:(?:secteur|filiere|domaine|famille|branche|groupe|champ|niveau|cpc|commission|session|"
    r"code|rncp|nsf|duree|sigle|option|options|version|edition \d|ministere|academie|direction|"
    r"inspection|bureau|sous direction|republique|education nationale|enseignement|eduscol|"
    r"onisep|accueil$|retour|page|menu|navigation|aller au|vous etes ici|contact|imprimer|sommaire|"
    r"annexe|annexes|premiere|derniere|mise? a jour|maquette|diplomes?|brochure|collection|cndp|"
    r"crdp|imprimerie|isbn|prix|date|publie|source|telecharger|consulter|voir|lire|cliquez|"
    r"pour|les|le|la|ce|cette|ces|vous|nous|il|elle|on|un|une|afin|dans|ici)\b)"
)
_SENTENCE = re.compile(
    r"\b(?:est|sont|sera|seront|ont|peut|peuvent|doit|doivent|permet(?:tent)?|prepare(?:nt)?|"
    r"exerce(?:nt)?|vise(?:nt)?|forment|comporte(?:nt)?|comprend|concerne(?:nt)?|remplace|"
    r"contient|donne|propose|decrit|precise|fixe|definit|trouverez|vous|nous|notre|nos|votre|"
    r"celui ci|celle ci|ceux|afin de|qui|que)\b"
)
# Sectors and commissions of the official list, which stand between a type and a name.
_SECTORS = frozenset(
    fold(sector)
    for sector in (
        "Arts appliqués", "Métallurgie", "Bâtiment, travaux publics, matériaux de construction",
        "Chimie, bio-industrie, environnement", "Métiers de la mode et industries connexes",
        "Tourisme, hôtellerie, restauration", "Sanitaire et social, médico-social",
        "Transport, logistique, sécurité et autres services", "Communication graphique et audiovisuel",
        "Alimentation", "Bois et dérivés", "Commercialisation et distribution",
        "Coiffure, esthétique et services connexes", "Services administratifs et financiers",
        "Industrie", "Arts, spectacles et médias", "Construction", "Services aux entreprises",
        "Services et produits de consommation", "Cohésion sociale et santé",
        "Mer et navigation intérieure", "Mobilité et logistique", "Sport et animation",
        "Agriculture, agroalimentaire et aménagement des espaces",
    )
)  # fmt: skip
_LONGEST_NAME, _MOST_WORDS = 300, 40
# What stands behind a title in its own line: a repeal, an order, a session.
_BEHIND = re.compile(
    r"\s*[(\[–—:,;|/-]*\s*(?<![a-z0-9'])(?:"
    r"(?:(?:cree|fixee?|modifiee?|abrogee?|definie?|institue)e? par )?(?:l'|les |un )?"
    r"arretes?(?= du| des| n| de | modif| minist| interm|\s*:)|a(?:rr)?\. du \d|decrets? (?:n|du)"
    r"|(?:diplome |specialite |option |mention |formation |titre )?(?:est |etait |en cours d'|a ete )?"
    r"(?:abrog|supprimee?\b|remplacee? par)|(?:n'est plus |toujours |plus )?en vigueur\b"
    r"|(?:derniere|premiere|1re|1ere) session|sessions? (?:d'examen )?(?:de )?(?:19|20)\d\d"
    r"|(?:a compter |a partir |depuis |jusqu'a )(?:de |du )?(?:la )?(?:session|rentree|1er)"
    r"|nor\b\s*:?\s*[a-z]{4}|[jb]\.?\s?o\.?\s(?:du|n)"
    r")|\s*[(\[](?:nouvelle |ancienne )?(?:version(?: \d{4})?|renovee?|ancien regime)[)\]]$"
)


def is_subject(text: str) -> bool:
    """Whether a segment of `text` names a subject of a whole type, not a diploma."""
    segments = re.split(r"\s*[:|()\[\]]\s*|\s+[–—-]\s+|\s*;\s*", text)
    return any(_SUBJECT.match(fold(segment)) for segment in segments)


def title_end(text: str) -> int:
    """Where the title that `text` begins with ends: before a repeal, an order or a session."""
    behind = _BEHIND.search(same_length(text), 3)
    end = behind.start() if behind else len(text)
    for separator in (" - ", " – ", " — ", " : ", " | "):
        head, found, tail = text[:end].rpartition(separator)
        if found and is_neutral(tail) and len(head) > 3:
            end = len(head)
    return end


def is_sentence(text: str) -> bool:
    """Whether a line has a verb as sentences have."""
    return bool(_SENTENCE.search(fold(text)))


def is_neutral(text: str) -> bool:
    """Whether `text` only says that a page is a diploma's (*Référentiel*, *Textes officiels*)."""
    return bool(_NEUTRAL.fullmatch(fold(text)))


def is_name_line(text: str) -> bool:
    """Whether a line can be the name of a diploma: no order, date, sentence, label, subject, site,
    code or other diploma.
    """
    plain = same_length(text).strip(" «»\"'?()")
    folded = fold(text)
    if not folded or len(text) > _LONGEST_NAME or len(folded.split()) > _MOST_WORDS:
        return False
    if not any(char.isalpha() for char in text) or len(folded) < 3 or text[-1] in ".;!?:":
        return False
    if _ORDER.search(plain) or _DATE.search(plain) or _STATE.match(plain) or codes_in(text):
        return False
    if folded in _SECTORS or _OTHER_LINE.match(folded) or is_sentence(text):
        return False
    return not (is_subject(text) or is_neutral(text) or read_title(text).types)
