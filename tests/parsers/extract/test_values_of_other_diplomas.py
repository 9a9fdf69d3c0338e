"""Sessions behind the name of another diploma are told, and those behind the own name taken.

All are mock-ups of ours.
"""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

HEAD = "<h1>Bac pro Maintenance des matériels</h1><p>Arrêté du 24 mars 2016 portant création</p>"
OTHERS = [
    "Le CAP Maintenance des matériels (arrêté du 24 mars 2016) : 500-25221 R.",
    "CAP Maintenance des matériels : arrêté du 24 mars 2016.",
    "BTS Techniques et services en matériels agricoles (320-25214 R).",
]
PLACES = ["{} {}", "{}<br>{}", "{}</p><p>{}"]
SESSIONS = ["Première session {}", "Première session : {}.", "Session d'ouverture : {}"]
BY_PRESENT = "remplacé par le présent diplôme"
AROUND = ["<p>{}</p>", "<h4>Du côté des CAP</h4><p>{}</p>", "<div class=well><p>{}</p></div>"]


def record(body: str) -> Referential:
    (only,) = read(
        Document(f"<html><body>{body}</body></html>".encode()), Lexicon.packaged()
    ).records
    return only.record


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("around", AROUND)
def test_the_session_of_another_diploma_is_told(other: str, around: str) -> None:
    wrong = []
    # behind a sentence that has ended, a session may be the record's again
    places = PLACES[:2] if other.startswith("Le ") else PLACES
    for place, session in itertools.product(places, SESSIONS):
        body = around.format(place.format(other, session.format(2018)))
        page = record(HEAD + body)
        told = any(issue.field == "first_session" and issue.value for issue in page.issues)
        if page.first_session is not None or not told:
            wrong.append((body, page.first_session))
    assert wrong == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("session", SESSIONS)
@pytest.mark.parametrize(
    "own",
    [
        "Bac pro Maintenance des matériels, 400-25219 R.",
        "Le bac pro Maintenance des matériels est de niveau 4.",
        "Ce diplôme remplace le bac pro Agroéquipement.",
        "Remplace le n°400-25211 R.",
        "abrogeant le précédent ;",
        '<a href="BTS_MM.pdf">BTS_MM.pdf</a>',
        "<li>CAP Maintenance des matériels</li></ul>",
    ],
)
def test_the_session_behind_its_own_name_is_the_diplomas(
    own: str, session: str, place: str
) -> None:
    page = record(f"{HEAD}<p>{place.format(own, session.format(2018))}</p>")
    assert page.first_session == 2018


@pytest.mark.parametrize("verb", ["remplace", "se substitue", "succède"])
@pytest.mark.parametrize("when", ["à la session", "pour la session", "lors de la session"])
@pytest.mark.parametrize("mark", [" ", ", "])
def test_a_diploma_begins_where_it_takes_over(verb: str, when: str, mark: str) -> None:
    link = "le" if verb == "remplace" else "au"
    end = mark.strip()
    said = f"{verb}{mark}{when} 2026{end} {link} bac pro Agroéquipement."
    assert record(f"{HEAD}<p>Ce bac pro {said}</p>").first_session == 2026
    assert record(f"{HEAD}<p>Le CAP Vannerie {said}</p>").first_session is None
    other = said.replace("bac pro Agroéquipement", "sujet de langue")
    assert record(f"{HEAD}<p>L'épreuve de mécanique {other}</p>").first_session is None


PRESENT = [
    "Version en vigueur – session 2021 et suivantes",
    "Référentiel actuel : session 2021 et suivantes",
]
FORMER = [
    "Version antérieure (500-33204 T) – dernière session : 2020",
    "Ancien référentiel (500-33204 T), dernière session 2020",
    "Réglementation précédente, code 500-33204 T",
    "L'ancienne version : 500-33204 T",
]


@pytest.mark.parametrize("present", PRESENT)
@pytest.mark.parametrize("former", FORMER)
@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_below_a_heading_of_the_former_version_nothing_is_the_diplomas(
    present: str, former: str, tag: str
) -> None:
    parts = [
        f"<{tag}>{present}</{tag}><p>Arrêté du 30 novembre 2020 portant création</p>"
        "<p>500-33205 T</p>",
        f"<{tag}>{former}</{tag}><p>Arrêté du 22 février 2017.</p>",
    ]
    for body in ("".join(parts), "".join(reversed(parts))):
        page = record(f"<h1>CAP Accompagnant éducatif petite enfance</h1>{body}")
        assert [text.date for text in page.legal_texts] == ["2020-11-30"]
        assert (page.code, page.replaces) == ("50033205", ("50033204",))
        assert (page.first_session, page.last_session) == (2021, None)
        assert any("2017" in str(issue.value) for issue in page.issues)


@pytest.mark.parametrize(
    "heading", ["Version consolidée", "Textes antérieurs au diplôme", "Référentiel", "Version 2017"]
)
def test_below_another_heading_of_a_version_an_order_is_the_diplomas(heading: str) -> None:
    page = record(f"<h1>CAP Vannerie</h1><h2>{heading}</h2><p>Arrêté du 22 février 2017.</p>")
    assert [text.date for text in page.legal_texts] == ["2017-02-22"]


@pytest.mark.parametrize(
    "verb", ["créée par arrêté", "définie par l'arrêté", "régie par un arrêté"]
)
@pytest.mark.parametrize("code", ["(code 500-24322 S)", "(500-24322 S)", "(code : 50024322)"])
def test_a_code_behind_the_order_of_a_name_tells_of_which_diploma_it_is(
    verb: str, code: str
) -> None:
    head = "<h1>CAP Maroquinerie</h1><p>Code : {}</p><p>Arrêté du 21 novembre 2023</p>"
    said = (
        f"<p>La spécialité maroquinerie {verb} du 26 avril 2005 {code} a sa dernière session en "
        "2025.</p>"
    )
    other = record(head.format("500-24323 S") + said)
    assert [text.date for text in other.legal_texts] == ["2023-11-21"]
    assert other.last_session is None
    own = record(head.format("500-24322 S") + said)
    dates = {text.date for text in own.legal_texts}
    assert ("2005-04-26" in dates) == ("définie" not in verb)  # which only cites it
    assert own.last_session == 2025


NEW = "La première session du CAP Transport fluvial rénové est organisée en 2026."


@pytest.mark.parametrize(
    ("below", "first", "replaced_by"),
    [
        (f"{NEW} L'ancien CAP (500-31121 U) : dernière session 2025.", 2026, ()),
        ("Ce CAP remplace le CAP Navigation (500-31121 U). Première session 2026.", 2026, ()),
        ("CAP Navigation (500-31125 U)", None, ("50031125",)),
        ("Le CAP Navigation (500-31125 U) remplace ce diplôme.", None, ("50031125",)),
    ],
)
@pytest.mark.parametrize("tag", ["h2", "h3"])
def test_a_new_diploma_is_the_pages_where_the_former_one_is_told_of(
    below: str, first: int | None, replaced_by: tuple[str, ...], tag: str
) -> None:
    page = record(
        f"<h1>CAP Transport fluvial</h1><p>Arrêté du 18 juillet 2023 portant création</p>"
        f"<{tag}>Nouveau diplôme</{tag}><p>{below}</p>"
    )
    assert (page.first_session, page.replaced_by) == (first, replaced_by)
    assert page.replaces == (("50031121",) if first else ())


@pytest.mark.parametrize("before", ["Remplace le", "Ce diplôme remplace le", "Il remplace le"])
@pytest.mark.parametrize(
    "bracket",
    ["500-25221 R ; dernière session : 2018", "dernière session : 2018 ; 500-25221",
     "code 500-25221 R ; dernière session en 2018"],
)  # fmt: skip
def test_what_a_bracket_says_behind_a_semicolon_is_of_the_same_diploma(
    before: str, bracket: str
) -> None:
    told = record(f"{HEAD}<p>{before} CAP Osier ({bracket}).</p>")
    assert (told.replaces, told.last_session) == (("50025221",), None)
    assert "last_session" in {issue.field for issue in told.issues if issue.value}
    own = record(f"{HEAD}<p>{before} CAP Osier (500-25221 R) ; dernière session : 2018.</p>")
    assert own.replaces == ("50025221",)


@pytest.mark.parametrize(
    "name", ["Maintenance des matériels", "Conduite " + "de longs engins " * 9]
)
def test_a_session_stands_behind_a_name_of_any_length(name: str) -> None:
    head = f"<h1>Bac pro {name}</h1><p>Arrêté du 24 mars 2016</p>"
    held = [
        f"La première session du bac pro {name} organisée selon cet arrêté aura lieu en 2019.",
        "Première session : l'examen, organisé selon l'arrêté du 24 mars 2016, a lieu pour la "
        "première fois en 2019.",
        "L'examen aura lieu pour la première fois en 2019.",
    ]
    assert [record(f"{head}<p>{text}</p>").first_session for text in held] == [2019] * 3
    others = [
        "Première session : arrêté du 24 mars 2016",
        "L'examen a lieu pour deux épreuves en 2019.",
    ]
    assert [record(f"{head}<p>{text}</p>").first_session for text in others] == [None] * 2


@pytest.mark.parametrize("noun", ["diplôme remplacé", "CAP remplacé", "bac pro remplacé"])
@pytest.mark.parametrize("form", ["Dernière session du {} : 2018",
                                  "La dernière session du {} a eu lieu en 2018."])  # fmt: skip
def test_the_session_of_what_is_replaced_is_not_the_own_one(noun: str, form: str) -> None:
    body = f"{HEAD}<p>Première session : 2018</p><p>{form.format(noun)}</p>"
    assert (record(body).first_session, record(body).last_session) == (2018, None)


def test_the_session_of_the_diploma_is_its_own() -> None:
    assert record(f"{HEAD}<p>Dernière session du diplôme : 2018</p>").last_session == 2018


@pytest.mark.parametrize("code", [" - 321-32385", " – 321-32385", ", code 32132385", " (32132385)"])
@pytest.mark.parametrize("verb", ["Remplacé par", "Remplace"])
@pytest.mark.parametrize("name", ["Habitat", "Régie du spectacle"])
def test_the_order_behind_a_code_without_brackets_is_that_diploma_s(
    name: str, verb: str, code: str
) -> None:
    head = "<h1>DMA Régie du spectacle</h1><p>Arrêté du 24 mars 2016</p>"
    text = f"<p>{verb} le DMA {name}{code} créé par arrêté du 8 décembre 2023</p>"
    assert [each.date for each in record(head + text).legal_texts] == ["2016-03-24"]


VANNERIE = "<h1>CAP Vannerie</h1><p>Arrêté du 24 mars 2016 portant création</p>"
ROW = "<table><tr><td>{}<td>500-23407 S<td>CAP Tonnellerie<td>dernière session : 2017</table>"
VERSIONS = (
    "<h2>À partir de la session {}</h2><p>Arrêté du 3 avril 2018<br><a href=v/n.pdf>Référentiel</a>"
    "<h2>Jusqu'à la session {}</h2><p>Arrêté du 21 mai 2011<br><a href=v/a.pdf>Référentiel</a>"
)


@pytest.mark.parametrize(
    ("body", "stated"),
    [
        (ROW.format("Remplace"), {"replaces": ("50023407",), "last_session": None}),
        (ROW.format("Remplacé par"), {"replaced_by": ("50023407",), "last_session": 2017}),
        (
            "<table><tr><th>Diplôme remplacé<th>Code<th>Dernière session"
            "<tr><td>CAP Tonnellerie<td>500-23407 S<td>2017</table><p>Code : 500-23437",
            {"code": "50023437", "replaces": ("50023407",), "last_session": None},
        ),
        (
            "<table><tr><th>Code<th>Dernière session<th>Diplôme remplacé"
            "<tr><td>500-23437<td>2027<td>CAP Tonnellerie</table>",
            {"code": "50023437", "replaces": (), "last_session": 2027},
        ),
        (
            "<p>La dernière session du CAP Vannerie, remplacé par le présent diplôme, a eu lieu en "
            "2017.",
            {"last_session": None},
        ),
        ("<p>La dernière session du CAP Vannerie a eu lieu en 2017.", {"last_session": 2017}),
        ("<p>Pour les sessions 2025 et suivantes, voir le CAP Cuir.", {"first_session": None}),
        ("<p>Sessions 2025 et suivantes.", {"first_session": 2025}),
        (
            "<p>Code : 500-23437 S<p>Ce diplôme n'est plus ouvert après la session 2025 : voir le "
            "500-23438 S",
            {"replaced_by": ("50023438",), "last_session": 2025},
        ),
        ("<p>Transformé en CAP Cuir (code 500-23438 S)", {"replaced_by": ("50023438",)}),
        ("<h2>Code jusqu'à la session 2019</h2><p>500-23407 S", {"code": None}),
        ("<h2>Code à compter de la session 2019</h2><p>500-23407 S", {"code": "50023407"}),
        ("<p>Anciennement : 500-23407 S CAP Osier", {"replaces": ("50023407",)}),
        ("<p>Voir désormais : CAP Cuir (500-23438 S)", {"replaced_by": ("50023438",)}),
        ("<p>Fin des sessions : 2025", {"last_session": 2025}),
        ("<p>Plus d'examen après la session 2025", {"last_session": 2025}),
        ("<p>Plus d'examen blanc après la session 2025", {"last_session": None}),
        ("<p>[500-23437 S] arrêté du 3 mai 2016", {"code": "50023437"}),
        ("<p>Situation au 1er septembre : en vigueur", {"status": "in_force"}),
        ("<p>Arrêté au 1er septembre : en vigueur", {"status": "unknown"}),
    ],
)
def test_what_is_said_of_what_went_before_or_comes_is_not_the_diplomas(
    body: str, stated: dict[str, object]
) -> None:
    page = record(VANNERIE + body)
    assert {name: getattr(page, name) for name in stated} == stated


@pytest.mark.parametrize(
    ("body", "days"),
    [
        ("<p>Arrêté du 1er avril 2005 (ancien diplôme, abrogé)", 1),
        ("<p>Arrêté du 1er avril 2005 (CAP Vannerie, modification)", 2),
        ("<p>Rénovation : arrêté du 23 août 2025 portant création du CAP Cuir", 1),
        ("<p>Rénovation : arrêté du 23 août 2025 portant création du CAP Vannerie", 2),
    ],
)
def test_an_order_of_another_diploma_is_told(body: str, days: int) -> None:
    page = record(VANNERIE + body)
    assert len(page.legal_texts) == days
    assert days == 2 or any(issue.field == "legal_texts" for issue in page.issues)


def test_the_version_that_ended_is_not_the_diplomas() -> None:
    page = record("<h1>CAP Vannerie</h1>" + VERSIONS.format(2020, 2019))
    assert [text.date for text in page.legal_texts] == ["2018-04-03"]
    assert [document.url for document in page.documents] == ["v/n.pdf"]
    # of one diploma that began and ended
    page = record("<h1>CAP Vannerie</h1>" + VERSIONS.format(2012, 2019))
    assert len(page.legal_texts) == len(page.documents) == 2


def test_a_new_and_a_former_diploma_without_a_third_code_are_either_the_pages() -> None:
    facts = "code {}, arrêté du 3 avril 2018, {} session 2020"
    items = (
        f"<ul><li>Nouveau diplôme : {facts.format('500-23438 S', 'première')}"
        f"<li>Ancien diplôme : {facts.format('500-23407 S', 'dernière')}</ul>"
    )
    page = record("<h1>CAP Vannerie</h1>" + items)
    assert (page.code, page.replaced_by) == (None, ())
    assert any(issue.field == "code" and issue.value for issue in page.issues)
    page = record("<h1>CAP Vannerie</h1><p>Code : 500-23437 S</p>" + items)
    assert (page.code, page.replaced_by) == ("50023437", ("50023438",))


def test_what_the_present_diploma_replaces_may_have_its_name() -> None:
    former = "<p>Le bac pro Maintenance des matériels ({}) est {}.</p>"
    ended = record(HEAD + former.format("arrêté du 4 juin 1990", f"abrogé et {BY_PRESENT}"))
    assert [text.date for text in ended.legal_texts] == ["2016-03-24"]
    assert ended.status == "unknown"
    assert record(HEAD + former.format("400-25220 R", BY_PRESENT)).replaces == ("40025220",)
    present = record(HEAD + former.format("arrêté du 24 mars 2016", "remplacé par le CAP Engins"))
    assert [text.date for text in present.legal_texts] == ["2016-03-24"]


@pytest.mark.parametrize("name", ["cordage, osier et rotin", "cordage : rotin", "cordage"])
def test_the_order_of_a_successor_with_a_mark_in_its_name_is_not_the_records(name: str) -> None:
    successor = f"Ce diplôme est remplacé par le CAP Vannerie option {name} (code 500-23437)"
    body = "<h1>CAP Vannerie option osier</h1><p>Arrêté du 24 mars 2016 portant création</p>"
    found = record(f"{body}<p>{successor}, créé par l'arrêté du 3 mai 2024.</p>")
    assert [text.date for text in found.legal_texts] == ["2016-03-24"]
    assert found.replaced_by == ("50023437",)


@pytest.mark.parametrize(
    "line",
    [
        "Pour mémoire : arrêté du 7 avril 1994 portant création du CAP Tonnellerie",
        "Arrêté du 7 avril 1994 portant création du CAP Tonnellerie",
        "Se reporter à l'arrêté du 7 avril 1994 qui abroge l'ancien CAP Tonnellerie.",
        "Voir aussi l'arrêté du 7 avril 1994 qui abroge le CAP Tonnellerie.",
    ],
)
@pytest.mark.parametrize("label", ["Textes officiels", "Arrêtés", "Rubrique"])
@pytest.mark.parametrize("form", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
def test_an_order_of_a_diploma_of_another_name_is_told(form: str, label: str, line: str) -> None:
    page = record(f"{HEAD}<h2>{label}</h2>{form.format(line)}")
    assert [text.date for text in page.legal_texts] == ["2016-03-24"]
    assert page.status == "unknown"
    assert any(issue.field == "legal_texts" and issue.value for issue in page.issues)


@pytest.mark.parametrize(
    "name", ["Maintenance d'un matériel agricole", "Matériels agricoles (ancien intitulé)"]
)
def test_an_order_that_shares_a_word_with_the_title_is_the_diplomas(name: str) -> None:
    page = record(f"{HEAD}<p>Arrêté du 7 avril 2019 modifiant le bac pro {name}</p>")
    assert [text.date for text in page.legal_texts] == ["2016-03-24", "2019-04-07"]


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Pour un mineur, il faut une dérogation (décret n° 2010-500 du 3 mai 2010).", []),
        ("Tout séjour suit un texte général, l'arrêté du 3 mai 2010.", []),
        ("L'arrêté du 3 mai 2010, qui n'est pas propre à ce diplôme, règle les séjours.", []),
        ("Le diplôme est défini par l'arrêté du 3 mai 2010.", ["2010-05-03"]),
        ("On se reportera au texte, arrêté du 3 mai 2010.", ["2010-05-03"]),
    ],
)
def test_a_rule_that_a_text_names_in_passing_is_no_order_of_the_diploma(
    sentence: str, dates: list[str]
) -> None:
    page = record(f"{HEAD}<h2>Rubrique</h2><p>{sentence}</p>")
    found = {text.date for text in page.legal_texts}
    assert found == {"2016-03-24", *dates}
    assert dates or any(i.field == "legal_texts" and i.value for i in page.issues)


@pytest.mark.parametrize(
    "line",
    [
        "Diplôme remplacé par le présent diplôme : 400-25211 R",
        "Diplôme remplacé par ce diplôme : 400-25211 R",
    ],
)
def test_what_this_diploma_replaces_is_no_successor(line: str) -> None:
    page = record(f"{HEAD}<p>{line}</p>")
    assert (page.replaces, page.replaced_by) == (("40025211",), ())


def test_a_question_ends_the_name_of_a_diploma() -> None:
    page = record(
        f"{HEAD}<p>Pourquoi ce diplôme ? Par rapport au précédent BEP, supprimé en 2020, il est "
        "plus long.</p>"
    )
    assert page.status == "unknown"


@pytest.mark.parametrize(
    "words", ["Se voit remplacé par", "Code du prédécesseur", "Prend la suite de"]
)
@pytest.mark.parametrize(
    "form",
    ["<div><p>{}</p><p>{}</p></div>", "<p><span>{}</span><br>{}</p>", "<h3>{}</h3><p>{}</p>"],
)
def test_a_code_below_words_of_succession_is_not_the_diplomas(form: str, words: str) -> None:
    page = record(HEAD + form.format(words, "400-25219 R"))
    assert page.code is None
    if "h3" not in form:
        assert record(HEAD + form.format("Numéro national", "400-25219 R")).code == "40025219"


def test_a_number_with_a_day_of_its_own_is_of_no_other_order() -> None:
    page = record(
        "<h1>Bac pro Maintenance des matériels</h1><dl><dt>Premier écrit<dd>3 mai 2004 - NOR "
        "MENE0400123A<dt>Arrêté modificatif<dd>5 juin 2006</dl>"
    )
    assert ("2006-06-05", "MENE0400123A") not in {(t.date, t.nor) for t in page.legal_texts}
