"""Labels and sentences as editors word them: what orders do, status, sessions, numbers."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

ORDER = "<p>Arrêté du 3 mai 2004</p>"
OWN = ("2004-05-03", None)
PLACES = (
    "<p>{label} : {value}</p>",
    "<p><b>{label}</b><br>{value}</p>",
    "<h3>{label}</h3><p>{value}</p>",
    "<table><tr><td>{label}</td><td>{value}</td></tr></table>",
)


def _read(content: str, order: str = ORDER) -> Referential:
    page = f"<h1>CAP Vannerie</h1>{order}{content}"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record


def _orders(content: str, order: str = ORDER) -> list[tuple[str | None, str | None]]:
    return sorted(((t.date, t.kind) for t in _read(content, order).legal_texts), key=str)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "label",
    [
        "Arrêté(s) modificatif(s)",
        "Les arrêtés modificatifs",
        "Arrêtés modifiant le diplôme",
        "Textes modifiant le diplôme",
        "Arrêtés portant modification",
        "Dates des arrêtés modificatifs",
        "Modifs",
    ],
)
def test_all_orders_below_a_label_of_changes_are_changes(label: str, place: str) -> None:
    values = (
        "arrêté du 26/01/2018<br>Arrêté du 16/07/2021",
        "arrêté du 26/01/2018 (JO du 2/2/2018) ; arrêté du 16/07/2021",
        "arrêté du 26/01/2018 et arrêté du 16/07/2021",
    )
    for value in values:
        changes = [("2018-01-26", "modification"), ("2021-07-16", "modification")]
        assert _orders(place.format(label=label, value=value)) == [OWN, *changes]


def test_a_further_line_may_begin_with_an_article() -> None:
    lines = "Arrêté du 26/01/2018<br>Arrêté du 16/07/2021<br>l'arrêté du 27/10/2023"
    for label in ("Arrêté(s) modificatif(s)", "Modifications"):
        kinds = [kind for _, kind in _orders(f"<p>{label} : {lines}</p>")]
        assert kinds == [None, *["modification"] * 3]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "label",
    ["Texte abrogeant le diplôme", "Arrêté abrogeant", "Texte d'abrogation", "Réf. abrogation"],
)
def test_the_order_below_a_label_of_repeal_repeals(label: str, place: str) -> None:
    record = _read(place.format(label=label, value="arrêté du 2 mars 2025"))
    assert {(t.date, t.kind) for t in record.legal_texts} == {OWN, ("2025-03-02", "repeal")}
    assert record.status == "repealed"


@pytest.mark.parametrize(
    "sentence",
    [
        "L'arrêté du 2 mars 2025 abroge ce diplôme.",
        "L'arrêté du 2 mars 2025, BOEN n° 41 du 23 mars 2025, abroge ce diplôme.",
        "Par arrêté du 2 mars 2025, ce diplôme est abrogé.",
        "Par arrêté du 2 mars 2025 (JORF du 9 mars 2025), ce diplôme est abrogé.",
        "Par arrêté du 2 mars 2025, le CAP Vannerie est abrogé.",
    ],
)
def test_an_order_that_is_said_to_end_the_diploma_repeals_it(sentence: str) -> None:
    assert _orders(f"<p>{sentence}</p>") == [OWN, ("2025-03-02", "repeal")]
    assert _read(f"<p>{sentence}</p>").status == "repealed"


@pytest.mark.parametrize(
    "sentence",
    [
        "Par arrêté du 2 mars 2025, le CAP Osier est abrogé.",
        "Par arrêté du 2 mars 2025, les annexes du diplôme sont abrogées.",
    ],
)
def test_what_ends_something_else_repeals_no_diploma(sentence: str) -> None:
    record = _read(f"<p>{sentence}</p>")
    assert record.status == "unknown"
    assert ("2025-03-02", "repeal") not in {(t.date, t.kind) for t in record.legal_texts}


def test_no_repeal_above_other_rows_is_the_name_of_no_column() -> None:
    record = _read(
        "<table><tr><td>Abrogation</td><td>néant</td></tr><tr><td>Durée</td><td>2 ans</td></tr>"
        "<tr><td>Arrêté (modification)</td><td>12/02/2023 (NOR : MENE2302180A)</td></tr></table>"
    )
    assert {(t.date, t.kind) for t in record.legal_texts} == {OWN, ("2023-02-12", "modification")}
    assert record.status == "unknown"


def test_an_unknown_label_in_a_paragraph_ends_what_a_known_one_says() -> None:
    page = (
        "<p><b>Texte modifiant</b><br>arrêté du 28/10/2014</p>"
        "<p><b>Socle du diplôme</b><br>arrêté du 08/04/2013</p>"
    )
    assert _orders(page, "") == [("2013-04-08", None), ("2014-10-28", "modification")]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "label", ["Règlement général", "Cadre général", "Règlement général du BTS"]
)
def test_the_general_rules_are_no_order_of_the_diploma(label: str, place: str) -> None:
    content = place.format(label=label, value="décret n° 95-665 du 9 mai 1995")
    record = _read(content)
    assert [(t.date, t.kind) for t in record.legal_texts] == [OWN]
    assert any(issue.field == "legal_texts" for issue in record.issues)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Ce diplôme demeure en vigueur.", "in_force"),
        ("Le diplôme est-il en vigueur ? oui", "in_force"),
        ("Le diplôme est-il en vigueur ? non", "unknown"),
        ("En vigueur : oui", "in_force"),
        ("En vigueur : non", "unknown"),
        ("L'ancien CAP reste en vigueur jusqu'en 2027.", "unknown"),
        ("L'ancien diplôme demeure en vigueur.", "unknown"),
    ],
)
def test_a_diploma_is_in_force_in_several_words(sentence: str, status: str) -> None:
    assert _read(f"<p>{sentence}</p>").status == status


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        ("Session de 2028 pour la première fois.", (2028, None)),
        ("Session 2024 pour la dernière fois.", (None, 2024)),
        ("Période d'organisation de l'examen (sessions) : 2018 à 2022", (2018, 2022)),
        ("Applicable : session 1993", (1993, None)),
        ("Applicable : 1993", (None, None)),
        ("Première session d'examen en : 2012", (2012, None)),
        ("Dernière session organisée en : 2022", (None, 2022)),
    ],
)
def test_sessions_in_other_words(text: str, sessions: tuple[int | None, int | None]) -> None:
    record = _read(f"<p>{text}</p>")
    assert (record.first_session, record.last_session) == sessions


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "label", ["Fiche France compétences", "Identifiant RNCP", "Code certification RNCP"]
)
def test_numbers_of_the_register_below_other_labels(label: str, place: str) -> None:
    assert _read(place.format(label=label, value="n° 37947")).rncp_codes == ("RNCP37947",)


def test_a_comma_before_the_number_of_the_register() -> None:
    text = "Diplôme inscrit au RNCP, n° 37906. Diplôme de niveau 3."
    assert _read(f"<p>{text}</p>").rncp_codes == ("RNCP37906",)
    assert _read("<p>Diplôme inscrit au RNCP, 120 pages.</p>").rncp_codes == ()


@pytest.mark.parametrize("place", PLACES)
def test_codes_below_other_labels(place: str) -> None:
    for label in ("Identifiant du diplôme", "Code officiel", "Code diplôme (Éducation nationale)"):
        assert _read(place.format(label=label, value="500-22437 S")).code == "50022437"
    for label in ("Diplôme remplacé par celui-ci", "Précédent diplôme", "Diplôme(s) remplacé(s)"):
        record = _read(place.format(label=label, value="500-22430"))
        assert (record.code, record.replaces, record.replaced_by) == (None, ("50022430",), ())
    for label in ("Remplaçant", "Remplacement par", "Diplôme se substituant"):
        record = _read(place.format(label=label, value="500-22439"))
        assert (record.code, record.replaces, record.replaced_by) == (None, (), ("50022439",))


def test_the_number_of_an_order_as_brochures_print_it() -> None:
    cells = "<table><tr><td>Arrêté</td><td>du 29-8-1991<br>NORMENL 9126600 A</td></tr></table>"
    assert [text.nor for text in _read(cells, "").legal_texts] == ["MENL9126600A"]


@pytest.mark.parametrize(
    "place",
    [
        "<p>{label} :</p><ul><li>{a}</li><li>{b}</li></ul>",
        "<h3>{label}</h3><p>{a}<br>{b}</p>",
        "<dl><dt>{label}</dt><dd>{a}</dd><dd>{b}</dd></dl>",
        "<table><tr><th rowspan=2>{label}</th><td>{a}</td></tr><tr><td>{b}</td></tr></table>",
    ],
)
@pytest.mark.parametrize(
    "label", ["Arrêtés du", "Arrêtés des", "Arrêtés en date du", "Dates des arrêtés", "Arrêtés"]
)
def test_each_date_below_a_label_of_several_orders_is_an_order(label: str, place: str) -> None:
    for a, b in (("3 mai 2006", "1er décembre 2010"), ("03.05.2006", "01.12.2010")):
        found = _orders(place.format(label=label, a=a, b=b), "")
        assert found == [("2006-05-03", None), ("2010-12-01", None)]


def test_a_line_that_begins_with_that_label_is_read_as_a_list_of_orders() -> None:
    found = _orders("<p>Arrêtés du 3 mai 2006 et du 1er décembre 2010 (modification)</p>", "")
    assert [date for date, _ in found] == ["2006-05-03", "2010-12-01"]


@pytest.mark.parametrize(
    ("label", "value", "field", "read"),
    [
        ("Code répertoire (RNCP)", "37542", "rncp_codes", ("RNCP37542",)),
        ("Numéro au répertoire RNCP", "37542", "rncp_codes", ("RNCP37542",)),
        ("Niveau du cadre national", "4", "level", 4),
        ("1re session", "2014, entrée en formation à la rentrée 2012", "first_session", 2014),
        ("1re session", "2014 - rentrée 2012", "first_session", 2014),
        ("1re session", "juin 2014 pour une entrée en formation en 2012", "first_session", 2014),
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", [*PLACES, "<dl><dt>{label}</dt><dd>{value}</dd></dl>"])
def test_further_labels_of_numbers_and_sessions(
    label: str, value: str, field: str, read: object, place: str
) -> None:
    assert getattr(_read(place.format(label=label, value=value)), field) == read


@pytest.mark.parametrize("label", ["NOR", "Numéro NOR", "Référence NOR"])
@pytest.mark.parametrize("line", ["Arrêté du 3 mai 2006", "Arrêté de création du : 3 mai 2006"])
def test_the_number_on_the_line_below_an_order_is_its(label: str, line: str) -> None:
    record = _read(f"<p>{line}<br>{label} : MENE0600123A<br>BO du : 13 mai 2006</p>", "")
    assert [(t.date, t.nor) for t in record.legal_texts] == [("2006-05-03", "MENE0600123A")]


@pytest.mark.parametrize("mark", [" ; ", " / ", " – "])
def test_codes_with_their_options_in_the_cell_of_their_label(mark: str) -> None:
    values = ("50024401 (option A : osier)", "50024402 (option B : rotin)")
    cell = f"<table><tr><th>Codes des options</th><td>{mark.join(values)}</td></tr></table>"
    found = read(Document(f"<h1>CAP Vannerie</h1>{ORDER}{cell}".encode()), Lexicon.packaged())
    assert [each.record.code for each in found.records] == ["50024401", "50024402"]


@pytest.mark.parametrize("words", ["RNCP", "(RNCP)"])
def test_a_number_behind_the_register_in_a_badge(words: str) -> None:
    badges = f"<span>1re session 2019</span> <span>Répertoire national {words} 37542</span>"
    assert _read(f"<p class=tags>{badges}</p>").rncp_codes == ("RNCP37542",)


def test_a_session_with_the_start_of_studies_in_capitals() -> None:
    line = "<p>PREMIERE SESSION : 2025, ENTREE EN FORMATION A LA RENTREE 2023</p>"
    assert _read(line).first_session == 2025


def test_a_repealed_referentiel_that_leads_to_no_examination_is_repealed() -> None:
    line = "Ce référentiel est abrogé : il ne donne plus lieu à examen."
    assert _read(f"<p>{line}</p>").status == "repealed"
    assert _read("<p>Le référentiel abrogé : voir les archives.</p>").status == "unknown"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("label", "field"),
    [("Diplôme d'origine remplacé", "replaces"), ("Nouveau diplôme créé", "replaced_by")],
)
def test_labels_of_the_diploma_before_and_behind(place: str, label: str, field: str) -> None:
    found = _read(place.format(label=label, value="500-24122 T"))
    assert (getattr(found, field), found.code) == (("50024122",), None)


@pytest.mark.parametrize("place", PLACES)
def test_the_end_of_the_examination_in_a_session(place: str) -> None:
    found = _read(place.format(label="Fin de l'examen (session)", value="Session 2027"))
    assert found.last_session == 2027


@pytest.mark.parametrize("label", ["Diplôme de remplacement", "Diplôme successeur"])
@pytest.mark.parametrize("lines", ["<b>CAP Rotin</b>", "<b>CAP</b><br><b>Rotin</b>"])
def test_a_successor_below_a_title_in_one_paragraph_leaves_the_title_apart(
    label: str, lines: str
) -> None:
    body = (
        f"{lines}<br><b>Textes</b><br>Créé par arrêté du 3 mai 2004<br><b>Sessions</b><br>"
        f"Première session : 2006<br>{label} : 50024122<br>"
    )
    (only,) = read(Document(f"<body>{body}</body>".encode()), Lexicon.packaged()).records
    record = only.record
    assert (record.title, record.code, record.first_session) == ("CAP Rotin", None, 2006)
    assert record.replaced_by == ("50024122",)
    assert [text.date for text in record.legal_texts] == ["2004-05-03"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("label", "field", "value", "expected"),
    [
        ("Session de mise en place", "first_session", "2012", 2012),
        ("CPC consultée", "cpc", "Bois et dérivés", "Bois et dérivés"),
        ("CPC CONSULTÉE", "cpc", "Bois et dérivés", "Bois et dérivés"),
        ("Commission consultée", "cpc", "Bois et dérivés", "Bois et dérivés"),
        ("Code de gestion", "code", "500-24122 T", "50024122"),
        ("Code nomenclature nationale", "code", "500 24122", "50024122"),
        # the sign of a number as machines without it write it
        ("No de code", "code", "50024122", "50024122"),
        ("No  de diplôme", "code", "50024122 T", "50024122"),
        ("No de fiche RNCP", "rncp_codes", "37919", ("RNCP37919",)),
        ("RNCP no", "rncp_codes", "37919", ("RNCP37919",)),
    ],
)
def test_labels_of_forms_and_registers(
    place: str, label: str, field: str, value: str, expected: object
) -> None:
    found = _read(place.format(label=label, value=value))
    assert getattr(found, field) == expected


@pytest.mark.parametrize(
    ("sentence", "field", "expected"),
    [
        ("La fiche RNCP porte le numéro 37919.", "rncp_codes", ("RNCP37919",)),
        ("Le présent référentiel est en vigueur.", "status", "in_force"),
        ("La présente spécialité est toujours en vigueur.", "status", "in_force"),
        ("Le présent arrêté est en vigueur.", "status", "unknown"),
    ],
)
def test_sentences_of_number_and_state(sentence: str, field: str, expected: object) -> None:
    assert getattr(_read(f"<p>{sentence}</p>"), field) == expected
