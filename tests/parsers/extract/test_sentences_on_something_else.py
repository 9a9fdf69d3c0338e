"""A sentence that names no diploma states facts of the record only if it tells of facts alone."""

import pytest

from parsers.extract.attribution import attribution
from parsers.extract.diploma_mentions import DiplomaIdentity

from .pages import record_of

TITLE = "<h1>Brevet professionnel Fleuriste</h1>"
ORDER = "<p>Arrêté du 3 mai 2012</p><p><a href='x/annexe1.pdf'>Annexe I</a></p>"
OF_FACTS = (
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
OF_SOMETHING_ELSE = (
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
)
PLACES = ("<p>{0}</p>{1}", "{1}<p>{0}</p>")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("sentence", "field", "value"), OF_FACTS)
def test_a_sentence_of_facts_alone_is_the_diplomas(
    sentence: str, field: str, value: object, place: str
) -> None:
    assert getattr(record_of(place.format(sentence, ORDER), TITLE), field) == value


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("sentence", "field"), OF_SOMETHING_ELSE)
def test_a_sentence_on_something_else_states_nothing(sentence: str, field: str, place: str) -> None:
    record, without = (record_of(place.format(each, ORDER), TITLE) for each in (sentence, ""))
    assert getattr(record, field) == getattr(without, field)


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
