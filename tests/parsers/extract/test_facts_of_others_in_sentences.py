"""A sentence states a fact of the page's diploma only where it is said of that diploma.

Pairs: what a sentence says of the diploma, and the same words about something else.
"""

from typing import Any

import pytest

from parsers.extract.attribution import attribution
from parsers.extract.diploma_mentions import DiplomaIdentity
from schema.text import fold

from .pages import record_of

TITLE = "<h1>Brevet professionnel Fleuriste</h1>"
OWN = "<p>Arrêté du 3 mai 2012</p><p><a href='x/annexe1.pdf'>Annexe I</a></p>"
STATED: tuple[tuple[str, str, Any], ...] = (
    ("La fiche RNCP36005 est celle du BP Fleuriste.", "rncp_codes", ("RNCP36005",)),
    ("La fiche RNCP36005 décrit ce diplôme.", "rncp_codes", ("RNCP36005",)),
    ("Préparation du diplôme en trois ans.", "duration_months", 36),
    ("La préparation au diplôme dure normalement 2 ans.", "duration_months", 24),
    ("Ce BP s'obtient au terme d'un cursus de deux ans.", "duration_months", 24),
    ("Le BP Fleuriste se prépare en deux ans.", "duration_months", 24),
    ("Sigle : BPF", "acronym", "BPF"),
    ("Sigle – BPF", "acronym", "BPF"),
    ("Code remplacé par le présent diplôme : 450-31205", "replaces", ("45031205",)),
    ("Ce diplôme est en vigueur ? Oui, depuis 2010.", "status", "in_force"),
    ("La CPC Industrie examine ce diplôme.", "cpc", "Industrie"),
    ("C'est à la session de 2014 que le BP a été attribué pour la première fois.",
     "first_session", 2014),
    ("La dernière session, d'abord annoncée pour 2022, est reportée à 2023.",
     "last_session", 2023),
    ("Ce diplôme est arrivé à son terme avec la session 2022.", "last_session", 2022),
    ("Aucune session ne sera organisée après celle de 2022.", "last_session", 2022),
    ("Après la session 2022, ce brevet n'est plus délivré.", "last_session", 2022),
    ("Calendrier : première session en 2015.", "first_session", 2015),
    ("Le BP Fleuriste a cessé d'être délivré.", "status", "repealed"),
    ("Ce BP, toujours en vigueur, se prépare en apprentissage.", "status", "in_force"),
    ("Ce diplôme est abrogé depuis le 1er septembre 2021.", "status", "repealed"),
    ("Code du diplôme remplaçant celui-ci : 450-31207.", "replaced_by", ("45031207",)),
    ("Le code n'est plus 450-31299 au présent diplôme. Lui est substitué le BP Art floral"
     " (450-31207).", "replaced_by", ("45031207",)),
    ("Il est scindé en deux brevets professionnels qui le remplacent : le 450-31207 et le"
     " 450-31208.", "replaced_by", ("45031207", "45031208")),
    ("Créé le 16 février 2018 par arrêté du ministre de l'éducation nationale, il a été délivré"
     " pour la première fois à la session 2020.", "first_session", 2020),
    ("Ouvert aux candidats pour la première fois à la session 2010, il a un an.",
     "first_session", 2010),
    ("Entrée en vigueur à la session 2014, en remplacement du 450-31205.", "first_session", 2014),
    ("Ce BP est encore en vigueur : il continue d'être préparé.", "status", "in_force"),
    ("Sa fiche au RNCP portait le numéro 36005.", "rncp_codes", ("RNCP36005",)),
    ("Ce BP, diplôme de niveau 4, demande deux années de formation.", "duration_months", 24),
    ("Comptez deux ans de formation pour obtenir ce brevet.", "duration_months", 24),
    ("Deux années d'études conduisent à ce diplôme.", "duration_months", 24),
    ("D'une durée d'un an, ce brevet s'adresse aux adultes.", "duration_months", 12),
    ("La préparation dure trois ans à partir de la classe de troisième.", "duration_months", 36),
    ("Le BP qui a succédé à celui-ci (450-31207) est récent.", "replaced_by", ("45031207",)),
    ("C'est la session 2014 qui a inauguré ce diplôme.", "first_session", 2014),
    ("De 2014, année de la première session, à 2026, année de la dernière, ce BP a peu changé.",
     "first_session", 2014),
    ("De 2014, année de la première session, à 2026, année de la dernière, ce BP a peu changé.",
     "last_session", 2026),
    ("Il ne sera plus organisé d'examen de ce BP après juin 2026.", "last_session", 2026),
    # sentences that name no diploma: of facts alone, and of something else
    ("La première session d'examen aura lieu en 2014.", "first_session", 2014),
    ("La dernière session a été organisée en 2022.", "last_session", 2022),
    ("Son code dans la nomenclature est le 45031206.", "code", "45031206"),
    ("Il porte le numéro RNCP36005.", "rncp_codes", ("RNCP36005",)),
    ("La commission professionnelle consultative Industrie en a validé le contenu.", "cpc",
     "Industrie"),
    ("Il comptait parmi les diplômes du secteur jusqu'à sa dernière session, en 2018.",
     "last_session", 2018),
    ("Fleuriste à la campagne comme en ville : la première session est celle de 2014.",
     "first_session", 2014),
)  # fmt: skip
OF_OTHERS: tuple[tuple[str, str], ...] = (
    ("Votre diplôme est abrogé ?", "status"),
    ("Le BP Fleuriste et jardinier, institué par l'arrêté du 27 novembre 2024, est un autre.",
     "legal_texts"),
    ("La mention complémentaire qui existait auparavant avait été créée par un arrêté du"
     " 10 septembre 2004.", "legal_texts"),
    ("Remplacé par un autre brevet ; entrée en vigueur à la session 2028.", "first_session"),
    ("La formation en apprentissage dure 1 an à 3 ans.", "duration_months"),
    ("Le numéro d'enregistrement de ce BP n'est plus actif.", "status"),
    ("Le titre « Fleuriste de mode » d'une école lyonnaise (RNCP38990) est privé.", "rncp_codes"),
    ("Il est faux que l'arrêté du 3 juin 2019 ait touché à ce BP : il ne vise que la banque.",
     "legal_texts"),
    ("Nul arrêté du 5 mai 2020 n'a supprimé le BP Fleuriste.", "legal_texts"),
    ("L'arrêté du 22 juillet 2019, parfois invoqué, ne porte pas sur ce diplôme.", "legal_texts"),
    ("L'arrêté du 21 novembre 2018 relatif aux enseignements fixe la grille horaire de toutes les"
     " sections de brevet professionnel.", "legal_texts"),
    ("Le permis plaisance, régi par un décret du 2 août 2007, est proposé en sus du diplôme.",
     "legal_texts"),
    ("Le décret n° 76-692 du 13 juillet 1976 définit les dénominations du chocolat.",
     "legal_texts"),
    ("Le BTS Paysage, accessible après ce brevet, se prépare en deux ans.", "duration_months"),
    ("La fiche RNCP38400 est celle du CAP Vannerie.", "rncp_codes"),
    ("RNCP38400 est la fiche du CAP Vannerie.", "rncp_codes"),
    ("Il est ouvert aux titulaires du diplôme RNCP37263.", "rncp_codes"),
    ("La certification RNCP24928 « Animateur en art graphique » mène au même métier.",
     "rncp_codes"),
    ("« Conseiller funéraire » (RNCP31122) est une autre certification.", "rncp_codes"),
    ("Le bloc 2 est commun avec le RNCP38400.", "rncp_codes"),
    ("Le CAP Fleuriste se prépare en deux ans.", "duration_months"),
    ("La préparation de l'épreuve dure 2 ans.", "duration_months"),
    ("Le sigle ECM désigne l'expression et la connaissance du monde.", "acronym"),
    ("La CPC Industrie examine les diplômes de la chaudronnerie.", "cpc"),
    ("La CPC Artisanat s'est réunie pour étudier les diplômes du bâtiment.", "cpc"),
    ("Brochure Sceren référence 45039012.", "code"),
    ("Première session du chef-d'œuvre : 2021.", "first_session"),
    ("Concours « Un des meilleurs apprentis » – première session en 1985.", "first_session"),
    ("Il sera remplacé : première session du diplôme qui remplacera celui-ci : 2027.",
     "first_session"),
    ("L'épreuve EP2 ne sera plus organisée après la session 2022.", "last_session"),
    ("Lorsqu'un diplôme est abrogé, deux sessions suivent.", "status"),
    ("Qu'est-ce qu'un diplôme en vigueur ?", "status"),
    ("Abrogé en 2015, le livret de l'épreuve ne doit plus être utilisé.", "status"),
    ("Ce diplôme n'est ni abrogé ni rénové.", "status"),
    ("Le CAP Vannerie a cessé d'être délivré.", "status"),
    ("La convention collective des jardiniers a été étendue par arrêté du 7 octobre 1997.",
     "legal_texts"),
    ("La spécialité « Fleuriste de mode » de certificat d'aptitude professionnelle est créée par"
     " l'arrêté du 4 mai 1970.", "legal_texts"),
    ("La première session du conseil de perfectionnement a eu lieu en 2014.", "first_session"),
    ("Le jury de Quimper a siégé pour la dernière session en 2022.", "last_session"),
    ("Le restaurant d'application a le code 45031206.", "code"),
    ("Le concierge de l'école a le numéro RNCP36005 sur sa porte.", "rncp_codes"),
    ("La commission professionnelle consultative Industrie a visité un salon.", "cpc"),
    ("La porte du lycée a été abrogée.", "status"),
    ("L'école, dont le sigle est ECB, a ouvert ses portes.", "acronym"),
    ("Les fours à gaz sont conformes à l'arrêté du 18 août 2013.", "legal_texts"),
    ("L'école de Fleuriste a connu sa première session en 2014.", "first_session"),
    ("Ce brevet sera-t-il abrogé en 2026 ?", "status"),
    ("Le diplôme intermédiaire est abrogé.", "status"),
)  # fmt: skip
PLACES = ("<p>{0}</p>{1}", "{1}<p>{0}</p>", "<ul><li>{0}</li></ul>{1}")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("sentence", "field", "value"), STATED)
def test_what_a_sentence_says_of_the_diploma_is_stated(
    sentence: str, field: str, value: object, place: str
) -> None:
    assert getattr(record_of(place.format(sentence, OWN), TITLE), field) == value


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("sentence", "field"), OF_OTHERS)
def test_what_a_sentence_says_of_something_else_is_not_stated(
    sentence: str, field: str, place: str
) -> None:
    record, without = (record_of(place.format(each, OWN), TITLE) for each in (sentence, ""))
    assert getattr(record, field) == getattr(without, field)
    told = {each.value for each in record.issues} - {each.value for each in without.issues}
    assert any(each and fold(each) in fold(sentence) for each in told)  # nothing is left out


@pytest.mark.parametrize(
    "line",
    [
        "Première session : 2014 au lycée de Quimper",  # no sentence
        "L'arrêté du 3 mai 2012 (paru dans un recueil de jardinage) est abrogé.",
        "Le texte intitulé « Bouquets et gerbes » est l'arrêté du 3 mai 2012.",
        "arrêté du 3 mai 2012 modifié par les jardiniers",  # a participle
        "L'arrêté du 3 mai 2012 est abrogé. " + "dernière session 2020 fleurs " * 40,
    ],
)
def test_words_in_brackets_or_quotes_and_lines_that_are_no_sentences_tell_of_nothing_else(
    line: str,
) -> None:
    about = attribution(line, DiplomaIdentity(name="Fleuriste"))
    start = line.index("20")
    assert not about.is_told_of_else(start)
