"""Wordings of the first and the last session, in every place; years that are no session's."""

import itertools
import re

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.parsers.extract.pages import record_with_facts

PAGE = "<html><body><h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>{}</body></html>"
# Wordings of the first session {f} and the last one {l}, each read alone and in every place.
WORDINGS = (
    "Le CAP Vannerie a connu sa première session en {f}.",
    "La première session du CAP régi par cet arrêté a lieu en {f}.",
    "Il fixe les conditions de délivrance de la spécialité, dont la première session a lieu en "
    "{f}.",
    "L'arrêté crée le CAP Vannerie, dont la première session se tient en {f}.",
    "Les premières épreuves se tiendront à la session {f}.",
    "Arrêté du 3 mai 2004 portant création de la spécialité, NOR : MENE0400789A, première session "
    "en {f}.",
    "Arrêté du 3 mai 2004 portant création de la spécialité « vannerie » de certificat d'aptitude "
    "professionnelle (première session en {f})",
    "CAP Vannerie, code 500-23438 V, arrêté du 3 mai 2004, première session {f}",
    "Sess. : 1re {f}, dern. {l}",
    "Sess. 1re : {f}",
    "Session de début : {f}",
    "Première et dernière sessions : {f} et {l}",
    "1re et dernière session d'examen : {f} - {l}",
    "Première session, dernière session : {f}, {l}",
    "1re session / dernière session : {f} - {l}",
    "Les premiers diplômes ont été délivrés à l'issue de la session {f}.",
    "Les premiers diplômes seront délivrés à l’issue de la session {f}.",
    "1° session : {f}",
    "1° session d'examen<br>session de {f}",
    "Session : à partir de {f}<br>Remarques : ancien code 500-23437 S",
    "Les sessions d'examen sont organisées de {f} à {l}.",
    "Premier examen : {f}",
    "Premier examen en juin {f}",
    "Session {f} : première session d'examen.",
    "Session de {f} – 1ère session",
    "1e session : {f}",
    "1ère session ({f})",
    "Sessions : première en {f}.",
    "Sessions : {f} (première)",
    "Ouverture : session {f}",
    "Entrée en vigueur : session {f}",
    "Ouverture du diplôme à l'examen : session {f}",
    "Le CAP Vannerie a été délivré pour la première fois à la session {f}.",
    "Il est attribué pour la première fois en juin {f}.",
    "Session de première délivrance : {f}",
    "Le CAP Vannerie est ouvert à l'examen en {f} pour la première fois.",
    "Délivré à la session {f} pour la première fois",
    "Le CAP Vannerie est délivré pour la dernière fois en {l}.",
    "Ce CAP a été passé à la session {l} pour la dernière fois.",
    "Session de dernière délivrance : {l}",
    "Session d'entrée en vigueur : {f}",
    "Mise en place : session {f}",
    "Les candidats l'ont passé pour la première fois à la session {f}.",
    "Sessions : dernière en {l}",
    "Sessions : {l} (dernière)",
    "Fermeture : session {l}",
    "Fermeture du diplôme à la session {l}",
    "Dernier examen en {l}",
    "Abrogé par l'arrêté du 14 mars 2031 à l'issue de la session {l}.",
    "Abrogé par : arrêté du 14 mars 2031 (BO n° 2), à l'issue de la session d'examen {l}",
    "Arrêté d'abrogation : 14 mars 2031 (après la session {l})",
    "Il est abrogé par l'arrêté du 19 février 2031 (NOR : MENE3124337A - J.O. du 12 mars 2031) à "
    "l'issue de la session {l}.",
    "Le diplôme est abrogé par l'arrêté du 27 février 2031, n° NOR : MENE3105064A, JO du 12 mars "
    "2031 à l'issue de la session {l}.",
    "La dernière session, régie par l'arrêté du 8 juin 1999, aura lieu en {l}.",
    "La dernière session de ce diplôme est la session {l}.",
    "La dernière session (arrêté du 08/06/1999) a eu lieu en {l}.",
    "Première session en {f}, dernière en {l} (session de rattrapage : 2038)",
    "Première session en {f} et dernière en {l}",
    "La session {f} fut la première, la session {l} la dernière.",
    "Le CAP défini par l'arrêté du 9 avril 2009 a été délivré de la session {f} à la session {l}.",
    "Sessions : {f} à ...",
    "Elle a été créée pour la session {f}, qui fut la première.",
    "Session {f} : la première",
    "La session {l} aura été la dernière.",
    "La session {l} est la dernière session de ce diplôme.",
    "La session {f} a été la première, celle de {l} la dernière.",
    "Les premiers candidats ont été examinés en {f}.",
    "Les premiers candidats ont passé l'examen en juin {f}.",
    "Session : 1re en {f}",
    "Sessions : 1ère en {f}, dernière en {l}",
    "Abrogation du CAP Tonnellerie (500-23439 V) à l'issue de la session 2003<br>"
    "Première session d'examen en {f}",
    "Abroge et remplace le CAP Tonnellerie<br>Première session (juin) en {f}",
    "Remplace le 500-23439 V à compter de la session {f} (première session)",
    "Première année d'examen (session) : {f}",
    "Dernière année d'examen : {l}",
    "Début : session {f} - Fin : session de juin {l}",
    "Débute à la session {f}",
    "Entre en application à la session {f}",
    "Il entrera en vigueur à la session {f}.",
    "Fin en session {l}",
    "Fermeture : à l'issue de la session {l}",
    "Arrêté de création : 02/03/2005, applicable à la session {f}",
    "Arrêté du 2 mars 2005 portant création, applicable à la session {f}",
    "Arrêté de création : 2 mars 2005 (session {f})",
    "Créé par arrêté du 2 mars 2005 (session {f}), abrogé par arrêté du 2 mars 2031 (dernière "
    "session {l})",
    "Diplôme délivré jusqu'en {l} (session incluse)",
    "Les candidats peuvent se présenter pour la dernière fois à la session {l}.",
    "Les candidats se présentent pour la première fois à la session {f}.",
    "Sessions : {f} → {l}",
    "Sessions : {f} =&gt; {l}",
    "Session {f} à session {l}",
    "Diplôme délivré à partir de la session {f} et jusqu'à la session {l} comprise",
    "Abrogé à l'issue de la session : {l}",
    "Ce diplôme, qui remplace le CAP Tonnellerie, a sa première session en {f}.",
    "Plus de session après {l}",
    "Clôture : session {l}",
    "Création : session {f}",
    "Ouvert à la session {f}",
    "Mise en œuvre à la session {f}",
    "Jusqu'à la session {l} incluse",
    "Validité : jusqu'à la session {l}",
    "Ne sera plus délivré après la session {l}",
    "Les candidats passent l'examen pour la dernière fois en {l}",
    "Sessions : {f} → (en cours)",
    "Diplôme remplacé à partir de 2032 par le 500-23439 V, dernière session en {l}.",
    "En vigueur jusqu'à la session {l} incluse",
    "Première session {f}, diplôme en vigueur jusqu'à la session {l} incluse",
    "Ouvert jusqu'à la session {l}",
    "Ce diplôme reste valable jusqu'à la session {l}.",
    "Première promotion : session {f}<br>Dernière promotion : session {l}",
    "Durée de validité : session {f} - session {l}",
    "Sessions : {f} à {l} (abrogé par arrêté du 2 mars 2031)",
    "Diplôme délivré de {f} à {l}",
    "La première session du diplôme a été organisée en {f} ; la dernière le sera en {l}.",
    "Se substitue au CAP Tonnellerie à compter de la session {f}",
    "L'arrêté du 3 mai 2004 crée le CAP Vannerie et fixe la première session à {f}.",
)
PLACES = (
    "<p>{}</p>",
    "<ul><li>{}</li><li>Durée : 2 ans</li></ul>",
    "<div><span>{}</span></div>",
    "<h3>Histoire</h3><p>{}</p>",
    "<p>Niveau 3<br>{}<br>Durée : 2 ans</p>",
    "<blockquote><b>{}</b></blockquote>",
)
# Headings that say of which session the short line below tells.
BELOW = (
    ("<h3>Quand a eu lieu la première session ?</h3><p>En {f}.</p>", "f"),
    ("<h4>Sessions</h4><div>{f} (première)</div>", "f"),
    ("<h2>Sessions</h2><ul><li>Première : {f}</li><li>Dernière : {l}</li></ul>", "fl"),
    ("<h3>À quand remonte la 1re session ?</h3><p>En juin {f}.</p>", "f"),
    ("<h3>À quand la dernière session ?</h3><p>{l}</p>", "l"),
    ("<h2>Sessions</h2><p>{f} → {l}</p>", "fl"),
    ("<p>Sessions :</p><ul><li>première : {f}</li><li>dernière : {l}</li></ul>", "fl"),
    ("<p><b>Sessions</b></p><ul><li>première : {f}</li><li>dernière : {l}</li></ul>", "fl"),
)
# Years that are no first or last session of this diploma.
NEAR_MISSES = (
    "Sessions : 2022 et 2023",
    "La dernière session du CAP Tonnellerie aura lieu en 2022.",
    "La dernière session du CAP Tonnellerie est la session 2022.",
    "Session 2022 : première session d'examen du CAP Tonnellerie.",
    "Premier examen du BTS Tonnellerie : 2022",
    "Ouverture du serveur des inscriptions : session 2022",
    "Ouverture des inscriptions à la session 2022",
    "Mise en place du contrôle en cours de formation : session 2022",
    "Modifié par l'arrêté du 3 mai 2008, entrée en vigueur : session 2010",
    "Il se prépare en classe de première en 2022 ; une session par an.",
    "Il se prépare en classe de 1re en 2022 ; une session par an.",
    "Abrogation du CAP Tonnellerie à l'issue de la session 2022",
    "Abrogation du CAP Tonnellerie (JO du 5 mai 2021) à l'issue de la session 2022",
    "Les premiers candidats du CAP Tonnellerie ont passé l'examen en 2022.",
    "La dernière session est régie par l'arrêté du 8 juin 2022.",
    "La dernière épreuve dure deux heures depuis 2022.",
    "Le CAP Tonnellerie a été délivré pour la première fois en 2022.",
    "Il remplace le 500-23439 V, délivré pour la première fois en 1998.",
    "Ouvert pour la première fois à la rentrée 2022",
    "Le CAP Tonnellerie a été délivré pour la dernière fois en 2022.",
    "Il remplace le 500-23439 V, délivré pour la dernière fois en 2022.",
    "L'ancien CAP Vannerie, délivré en 2022 pour la dernière fois, est abrogé.",
    "Session 2022 : les sujets de la session sont en ligne.",
    "Version applicable à partir de la session 2022",
    "Il remplace le CAP Vannerie, dont la dernière session a lieu en 2022.",
    "Il succède au diplôme de 1992, dont la dernière session a lieu en 2022.",
    "Le CAP comporte une épreuve de langue, dont la première session a lieu en 2022.",
    "Début : rentrée 2022",
    "Début des épreuves de la session 2022 : 3 juin",
    "Annexe II applicable à la session 2022",
    "Conservation des notes : jusqu'à la session 2022",
    "Création d'une épreuve de langue : session 2022",
    "Serveur ouvert à la session 2022",
    "Arrêté du 2 mars 2020 modifiant l'arrêté du 3 mai 2004, applicable à la session 2022",
    "Modifié par arrêté du 2 mars 2020 (session 2022)",
    "Session 2022 - session 2023",
    "Le CAP Tonnellerie, qui précédait ce diplôme, a eu sa dernière session en 2022.",
    "Le CAP Tonnellerie, auquel ce diplôme succède, a eu sa dernière session en 2022.",
    "Les candidats au CAP Tonnellerie peuvent se présenter pour la dernière fois à la session 2022",
    "L'ancien règlement d'examen reste en vigueur jusqu'à la session 2022.",
    "Règlement d'examen valable jusqu'à la session 2022",
    "Il remplace le CAP Tonnellerie, délivré de 2003 à 2022.",
    "Première session du nouveau règlement d'examen : 2022",
    "Le CAP Tonnellerie se substitue à ce diplôme à compter de la session 2022.",
    "<a href=a.pdf>En vigueur jusqu'à la session 2022</a>",
)


def _read(content: str) -> Referential:
    (only,) = read(Document(PAGE.format(content).encode()), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("place", PLACES)
def test_every_wording_is_read_in_every_place(place: str) -> None:
    wrong = []
    years = itertools.cycle([(2007, 2026), (1998, 2035), (2012, 2031)])
    for wording, (first, last) in zip(WORDINGS, years, strict=False):
        record = _read(place.format(wording.format(f=first, l=last)))
        expected = (first if "{f}" in wording else None, last if "{l}" in wording else None)
        if (record.first_session, record.last_session) != expected:
            wrong.append((wording, record.first_session, record.last_session))
    assert wrong == []


@pytest.mark.parametrize("month", ["juin", "Juin"])
def test_the_month_of_examinations_may_stand_before_every_year_of_a_session(month: str) -> None:
    worded = [re.sub(r"(ession )(?:de )?\{", rf"\1de {month} {{", each) for each in WORDINGS]
    worded += [each.replace("Sessions : {f}", f"Sessions de {month} {{f}}") for each in WORDINGS]
    wrong = []
    for wording in set(worded) - set(WORDINGS):
        record = _read(f"<p>{wording.format(f=2009, l=2027)}</p>")
        expected = (2009 if "{f}" in wording else None, 2027 if "{l}" in wording else None)
        if (record.first_session, record.last_session) != expected:
            wrong.append((wording, record.first_session, record.last_session))
    assert wrong == []


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_the_month_of_examinations_makes_no_session(text: str) -> None:
    record = _read(f"<p>{text.replace('session 2022', 'session de juin 2022')}</p>")
    assert (record.first_session, record.last_session) == (None, None)


@pytest.mark.parametrize(("content", "stated"), BELOW)
def test_a_heading_says_of_which_session_the_line_below_tells(content: str, stated: str) -> None:
    record = _read(content.format(f=2009, l=2027))
    assert record.first_session == (2009 if "f" in stated else None)
    assert record.last_session == (2027 if "l" in stated else None)


@pytest.mark.parametrize("text", NEAR_MISSES)
@pytest.mark.parametrize("place", PLACES)
def test_other_years_are_no_session(place: str, text: str) -> None:
    record = _read(place.format(text))
    assert (record.first_session, record.last_session) == (None, None)


@pytest.mark.parametrize(
    ("end", "status"),
    [
        ("La dernière session du CAP vannerie, régie par l'arrêté du 8 juin 1999, a lieu en 2011.",
         "unknown"),
        ("Le CAP Vannerie est abrogé à l'issue de la session 2011.", "unknown"),
        ("Le CAP Vannerie est abrogé à l'issue de la session 2021.", "repealed"),
    ],
)  # fmt: skip
def test_a_last_session_before_the_first_one_is_the_former_diplomas_and_told(
    end: str, status: str
) -> None:
    record = _read(f"<p>La première session a lieu en 2012.</p><p>{end}</p>")
    is_own = status == "repealed"
    assert record.first_session == 2012
    assert (record.last_session, record.status) == (2021 if is_own else None, status)
    told = [i for i in record.issues if i.field == "last_session" and i.value == end]
    assert bool(told) is not is_own


@pytest.mark.parametrize(
    "text",
    ["Dernière session de l'ancienne réglementation : 2015",
     "Dernière session du précédent référentiel : 2015",
     "Dernière session de la réglementation antérieure : 2015",
     "Dernière session 2015 pour l'ancien référentiel.", "Dernière session 2015 de l'ancien CAP."],
)  # fmt: skip
def test_the_last_session_of_what_was_before_is_told(text: str) -> None:
    (only,) = read(Document(PAGE.format(f"<p>{text}</p>").encode()), Lexicon.packaged()).records
    assert only.record.last_session is None
    assert any(remark.field == "last_session" for remark in only.record.issues)


@pytest.mark.parametrize("unit", ["Ko", "ko", "octets"])
def test_the_size_of_a_file_below_an_empty_label_is_no_session(unit: str) -> None:
    record = _read(
        "<ul><li>Dernière session : </li><li><b>Télécharger</b> : "
        f'<a href="a.pdf">Annexe I (PDF, 2094 {unit})</a></li></ul>'
    )
    assert record.last_session is None
    assert any(remark.field == "last_session" for remark in record.issues)


@pytest.mark.parametrize("of", ["des épreuves", "de l'examen", "du diplôme"])
def test_the_word_may_stand_again_before_its_year(of: str) -> None:
    badges = f"<span>Première session {of} session 2015</span> <span>Fiche RNCP n° 37542</span>"
    assert _read(f"<p class=tags>{badges}</p>").first_session == 2015


EXAMINATION = (
    "<p>Examen : {}</p>",
    "<p><b>Examen</b> : {}</p>",
    "<ul><li><b>Examen :</b> {}</li></ul>",
    "<table><tr><th>Examen</th><td>{}</td></tr></table>",
)


@pytest.mark.parametrize("place", EXAMINATION)
@pytest.mark.parametrize(
    "years", ["2004 – 2024", "de 2004 à 2024", "2004 à 2024", "première en 2004, dernière en 2024"]
)
def test_years_behind_examination_are_its_sessions(place: str, years: str) -> None:
    record = record_with_facts(place.format(years))
    assert (record.first_session, record.last_session) == (2004, 2024)


def test_years_below_examination_are_its_sessions() -> None:
    record = record_with_facts(
        "<dl><dt>Examen</dt><dd>première en 2004, dernière en 2024</dd></dl>"
    )
    assert (record.first_session, record.last_session) == (2004, 2024)


@pytest.mark.parametrize("text", ["2023-2024", "écrit en 2004, oral en 2024", "2024", "4 épreuves"])
@pytest.mark.parametrize("place", EXAMINATION)
def test_other_words_behind_examination_are_no_sessions(place: str, text: str) -> None:
    record = record_with_facts(place.format(text))
    assert (record.first_session, record.last_session) == (None, None)


@pytest.mark.parametrize("noun", ["Session", "Sessions", "Session d'examen", "Sessions d’examen"])
@pytest.mark.parametrize("since", ["à compter de", "à partir de", "depuis"])
@pytest.mark.parametrize("year", ["2012", "session 2012"])
def test_a_label_may_say_since_when_sessions_are_held(noun: str, since: str, year: str) -> None:
    label = f"{noun} {since}"
    for place in (
        "<p>{} : {}</p>",
        "<p><b>{}</b><br>{}</p>",
        "<dl><dt>{}</dt><dd>{}</dd></dl>",
        "<table><tr><td>{} :</td><td>{}</td></tr></table>",
        "<h3>{}</h3><p>{}</p>",
    ):
        record = record_with_facts(place.format(label, year))
        assert (record.first_session, record.last_session) == (2012, None), place


@pytest.mark.parametrize("type_", ["CAP", "C.A.P.", "diplôme"])
def test_the_type_may_stand_with_stops_between_a_session_and_its_year(type_: str) -> None:
    text = f"La première session du {type_} Vannerie est organisée en 2012. Rentrée : 2010."
    assert record_with_facts(f"<p>{text}</p>").first_session == 2012
    # a stop that ends the sentence: the year is of the next one
    ended = record_with_facts("<p>La première session du diplôme est passée. Ouvert en 2012.</p>")
    assert ended.first_session is None


@pytest.mark.parametrize("label", ["Première et dernière sessions", "1re et dernière sessions"])
@pytest.mark.parametrize("mark", [" :", "&nbsp;:", ":"])
def test_the_last_session_is_not_that_behind_the_first_one(label: str, mark: str) -> None:
    line = f"<li><b>{label}</b>{mark} première : 2014 ; dernière : 2024</li>"
    record = record_with_facts(f"<ul>{line}</ul>")
    assert (record.first_session, record.last_session) == (2014, 2024)
    assert not any("session" in (each.field or "") for each in record.issues)


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("C'est en 2017 qu'a eu lieu la première session du CAP Vannerie.", 2017),
        ("À compter de 2017, date de sa première session, ce CAP a remplacé le BEP.", 2017),
        ("Il avait été envisagé de fixer la première session à 2017, en vain.", None),
        ("Depuis 2017, année de sa première session, le bac pro Osier recrute.", None),
    ],
)
def test_a_year_is_that_of_the_first_session_of_the_subject(
    sentence: str, year: int | None
) -> None:
    assert record_with_facts(f"<p>{sentence}</p>").first_session == year
