"""Facts whose labels stand in one paragraph, in brackets, or below a heading of the diploma."""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

PAGE = "<h1>CAP Vannerie</h1>{}"
PLACES = (
    "<p>{label} : {value}</p>",
    "<p><b>{label}</b><br>{value}</p>",
    "<table><tr><td>{label}</td><td>{value}</td></tr></table>",
    "<dl><dt>{label}</dt><dd>{value}</dd></dl>",
    "<ul><li>{label} : {value}</li></ul>",
)


def _read(content: str) -> Referential:
    (only,) = read(Document(PAGE.format(content).encode()), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("strong", ["<b>{} :</b>", "<strong>{}&nbsp;:</strong>", "<b>{}: </b>"])
def test_labels_of_sections_set_off_divide_a_paragraph(strong: str) -> None:
    parts = (
        ("Fiche", "Code : 500-22437 S. L'arrêté du 3 mai 2010 est abrogé par l'arrêté du 8 juin "
                  "2020. Niveau : 3. La première session d'examen a lieu en 2012."),
        ("Textes officiels", "Arrêté du 3 mai 2010 ; arrêté du 12 juin 2014 (modification)."),
        ("Documents", '<a href="a.pdf">Annexe I</a> ; <a href="b.pdf">Annexe II</a>.'),
    )  # fmt: skip
    for order in itertools.permutations(parts):
        record = _read(
            f"<p>{' '.join(f'{strong.format(head)} {text}' for head, text in order)}</p>"
        )
        assert record.code == "50022437"
        assert record.first_session == 2012
        dates = sorted(str(text.date) for text in record.legal_texts if text.date)
        assert dates == ["2010-05-03", "2014-06-12", "2020-06-08"]
        assert {each.title for each in record.documents} == {"Annexe I", "Annexe II"}


def test_a_strong_word_in_a_sentence_does_not_divide_it() -> None:
    record = _read(
        "<p>Arrêté du 3 mai 2010</p><p>Description : il tresse l'osier, selon les"
        " <b>documents :</b> plans, croquis et modèles.</p>"
    )
    assert record.description is not None
    assert "documents : plans" in record.description


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("label", "value", "field", "expected"),
    [
        ("Répertoire national (RNCP)", "fiche 38411", "rncp_codes", ("RNCP38411",)),
        ("Numéro de fiche (RNCP)", "RNCP38411", "rncp_codes", ("RNCP38411",)),
        ("Code diplôme (nomenclature)", "500-22437 S", "code", "50022437"),
        ("Mise en application", "session 2016", "first_session", 2016),
        ("Date de mise en application", "session de juin 2016", "first_session", 2016),
        ("Entrée en vigueur", "session 2016", "first_session", 2016),
        ("Fermeture", "session 2016", "last_session", 2016),
        ("Situation du diplôme", "en vigueur", "status", "in_force"),
        ("Situation", "abrogé par arrêté du 14 oct. 2008", "status", "repealed"),
    ],
)
def test_labels_in_brackets_and_of_application(
    place: str, label: str, value: str, field: str, expected: object
) -> None:
    record = _read("<p>Arrêté du 3 mai 2006</p>" + place.format(label=label, value=value))
    assert getattr(record, field) == expected


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Mise en application", "1er septembre 2016"),
        ("Mise en application", "rentrée 2016"),
        ("Mise en application du contrôle en cours de formation", "session 2016"),
        ("Ouverture des inscriptions", "session 2016"),
    ],
)
def test_no_date_of_application_is_a_session(place: str, label: str, value: str) -> None:
    record = _read("<p>Arrêté du 3 mai 2006</p>" + place.format(label=label, value=value))
    assert (record.first_session, record.last_session) == (None, None)


@pytest.mark.parametrize("head", ["<p><font size=3><b><u>{}</u></b></font></p>", "<h2>{}</h2>"])
@pytest.mark.parametrize("title", ["Le diplôme", "Présentation du diplôme", "Description"])
@pytest.mark.parametrize(
    "labels",
    [
        "<p><b>Code diplôme</b><br>500-22437 S</p><p><b>Première session</b><br>2012</p>",
        "<p><b>Première session</b><br>2012</p><p><b>Code diplôme</b><br>500-22437 S</p>",
    ],
)
def test_labels_below_a_heading_of_the_diploma_are_labels(
    head: str, title: str, labels: str
) -> None:
    texts, files = (head.format(text) for text in ("Textes officiels", "Annexes"))
    record = _read(
        f"{head.format(title)}{labels}{texts}<p>Arrêté du 3 mai 2010</p>"
        f'{files}<ul><li><a href="a.pdf">Annexe I</a></li></ul>'
    )
    assert (record.code, record.first_session) == ("50022437", 2012)
    assert record.description is None


_LISTS = (
    "<p><b>Documents</b></p>{}<h3>Consultations en cours</h3>{}",
    "<h2>Documents</h2>{}<h3>Consultations en cours</h3>{}",
    "<p>Arrêté du 3 mai 2010</p><p>{}</p><h3>Projets</h3>{}",
)


@pytest.mark.parametrize("content", _LISTS)
@pytest.mark.parametrize("item", ["<ul><li>{}</li></ul>", "<p>{} (PDF)</p>", "<div>- {}</div>"])
@pytest.mark.parametrize(
    ("title", "is_own"),
    [
        ("BP Sommelier : projet de référentiel", False),
        ("CAP Cannage : projet de référentiel", False),
        ("BTS Vannerie - référentiel", False),
        ("CAP Vannerie : référentiel", True),
        ("Référentiel du CAP Vannerie", True),
        ("Référentiel de certification", True),
        ("CAP Vannerie, annexes", True),
    ],
)
def test_below_a_further_heading_files_named_as_other_diplomas_are_told(
    content: str, item: str, title: str, is_own: bool
) -> None:
    links = (f'<a href="{name}.pdf">{text}</a>' for name, text in (("a", "Annexe I"), ("b", title)))
    record = _read(content.format(*map(item.format, links)))
    assert "Annexe I" in [document.title for document in record.documents]
    assert (title in [document.title for document in record.documents]) is is_own
    told = [i for i in record.issues if i.field == "documents" and title in i.message]
    assert bool(told) is not is_own


@pytest.mark.parametrize("heading", ["<h2>Téléchargements</h2>", "<p><b>Fichiers</b></p>"])
def test_a_document_that_is_called_so_keeps_its_words(heading: str) -> None:
    link = '<p><a href="d/r.pdf">Document ressource</a></p>'
    record = _read(f"<p>Arrêté du 3 mai 2010</p>{heading}{link}")
    assert [document.title for document in record.documents] == ["Document ressource"]


@pytest.mark.parametrize(
    "content",
    [
        "<h3>Arrêté du</h3><p>{o}</p><h3>JO du</h3><p>{j}</p>",
        "<p><b>Arrêté du</b><br>{o}</p><p><b>Journal officiel du</b><br>{j}</p>",
        "<dl><dt>Arrêté du</dt><dd>{o}</dd><dt>J.O. du</dt><dd>{j}</dd></dl>",
        "<table><tr><td>Arrêté du</td><td>{o}</td></tr><tr><td>JO du</td><td>{j}</td></tr></table>",
    ],
)
@pytest.mark.parametrize("dates", [("19 février 2024", "9 mars 2024"), ("3-5-2010", "12-6-2010")])
def test_the_date_of_a_journal_is_no_order(content: str, dates: tuple[str, str]) -> None:
    record = _read(f"<h2>Textes</h2>{content.format(o=dates[0], j=dates[1])}")
    assert [(text.date or "")[:7] for text in record.legal_texts] == [
        "2024-02" if "2024" in dates[0] else "2010-05"
    ]


@pytest.mark.parametrize(
    "name", ["Artisanat - facteur d'orgues", "Métiers de la mode - vêtement flou", "Arts (tissage)"]
)
@pytest.mark.parametrize(
    ("wording", "kinds"),
    [
        ("Le CAP {} a été créé par arrêté du 3 mai 2010.", ["creation"]),
        ("Arrêté du 3 mai 2010 portant création du CAP {}, modifié par arrêtés du 8 juin 2012 et "
         "du 2 mai 2014", ["creation", "modification", "modification"]),
        ("Arrêté du 3 mai 2010 portant création du CAP {} (modifié par arrêté du 8 juin 2012)",
         ["creation", "modification"]),
    ],
)  # fmt: skip
def test_marks_in_the_diplomas_own_name_do_not_end_it(
    name: str, wording: str, kinds: list[str]
) -> None:
    page = f"<h1>CAP {name}</h1><p>{wording.format(name)}</p>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert [text.kind for text in only.record.legal_texts] == kinds


def test_an_order_apart_from_a_label_with_its_value_does_not_do_what_the_label_says() -> None:
    record = _read(
        "<p><b>Abrogé par</b> : arrêté du 13.07.2018</p><h3>Options du diplôme</h3>"
        "<p>Ce diplôme comporte deux options.</p><p>- Arrêté du 12.01.1999</p>"
    )
    assert {text.date: text.kind for text in record.legal_texts} == {
        "2018-07-13": "repeal",
        "1999-01-12": None,
    }


@pytest.mark.parametrize("code", ["500-22437 S", "50022437"])
@pytest.mark.parametrize(
    "page", ["<h1>CAP Vannerie - {}</h1>{{}}", "<h1>CAP Vannerie</h1>{{}}<p>Code diplôme {}</p>"]
)
def test_the_name_of_a_column_does_not_hide_the_code(page: str, code: str) -> None:
    table = (
        "<p>Arrêté du 3 mai 2010</p><table><tr><th></th><th>Code</th><th>Diplôme</th></tr>"
        "<tr><td>Remplace</td><td>500-22431</td><td>CAP Cannage</td></tr>"
        "<tr><td>Remplacé par</td><td>500-22440</td><td>CAP Osier</td></tr></table>"
    )
    (only,) = read(Document(page.format(code).format(table).encode()), Lexicon.packaged()).records
    assert only.record.code == "50022437"
    assert (only.record.replaces, only.record.replaced_by) == (("50022431",), ("50022440",))


@pytest.mark.parametrize("label", ["Ancien diplôme", "Diplôme remplacé"])
def test_what_follows_a_paragraph_of_a_predecessor_is_the_diplomas(label: str) -> None:
    record = _read(
        f"<p><b>{label}</b><br>CAP Cannage - code 500-22431</p>"
        "<p>Rentrée 2010, première session 2012.</p><p>Arrêté du 3 mai 2010</p>"
    )
    assert (record.replaces, record.first_session) == (("50022431",), 2012)


FACTS = (
    "Remplace : 500-22431.",
    "Niveau : 3.",
    "Dernière session du diplôme : session 2024.",
    "L'arrêté du 3 mai 2010 est abrogé par l'arrêté du 8 juin 2020.",
    "La première session d'examen a lieu en 2012.",
)


@pytest.mark.parametrize("facts", [*itertools.permutations(FACTS, 4)])
def test_facts_of_one_paragraph_end_with_their_sentence(facts: tuple[str, ...]) -> None:
    record = _read(
        f"<p>Arrêté du 3 mai 2010</p><p>Code : 500-22437 S (NSF 224v). {' '.join(facts)}</p>"
    )
    stated = {
        FACTS[0]: record.replaces == ("50022431",),
        FACTS[1]: record.level == 3,
        FACTS[2]: record.last_session == 2024,
        FACTS[3]: len(record.legal_texts) == 2,
        FACTS[4]: record.first_session == 2012,
    }
    assert {fact for fact in facts if not stated[fact]} == set()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("label", "field"), [("Diplôme suivant", "replaced_by"), ("Diplôme précédent", "replaces")]
)
def test_labels_called_as_links_to_other_pages_are(place: str, label: str, field: str) -> None:
    value = "CAP Cannage (500-22440)"
    body = place.format(label=label, value=value) + "<p><b>Niveau</b><br>3</p>"
    record = _read(f"{body}<h3>Réglementation</h3><p>Arrêté du 3 mai 2010</p>")
    assert getattr(record, field) == ("50022440",)
    assert [text.date for text in record.legal_texts] == ["2010-05-03"]
    linked = _read(f'<p>Arrêté du 3 mai 2010</p><p><a href="b.html">{label}</a></p>')
    assert (linked.replaces, linked.replaced_by) == ((), ())


@pytest.mark.parametrize(
    "text", ["Inscrit au RNCP sous le numéro 38411.", "Fiche RNCP n° 38411", "RNCP 38411"]
)
def test_a_number_behind_the_last_document_is_the_diplomas(text: str) -> None:
    record = _read(
        '<p>Arrêté du 3 mai 2010</p><h3>Fichiers</h3><ul><li><a href="a.pdf">Annexe I</a></li></ul>'
        f"<p>{text}</p>"
    )
    assert record.rncp_codes == ("RNCP38411",)


@pytest.mark.parametrize("mark", [", ", " : ", " : arrêté du ", " - ", " du "])
def test_each_date_behind_what_its_order_does(mark: str) -> None:
    text = f"Création{mark}19 juillet 1991 ; modification{mark}22 février 1992."
    record = _read(f"<p><b>Textes de référence</b> : {text}</p>")
    assert [(text.date, text.kind) for text in record.legal_texts] == [
        ("1991-07-19", "creation"),
        ("1992-02-22", "modification"),
    ]


@pytest.mark.parametrize("letter", ["", " S"])
@pytest.mark.parametrize("head", ["Option   Code   RNCP", "Option   Code diplôme   Fiche RNCP", ""])
def test_columns_of_spaces_give_options_their_number(head: str, letter: str) -> None:
    rows = "\n".join(
        f"  Option {option}   5002243{number}{letter}   3841{number}"
        for number, option in enumerate(("A : Osier", "B : Rotin"))
    )
    text = f"   CAP VANNERIE\n\nOPTIONS\n\n  {head}\n{rows}\n\nARRÊTÉ\n\n  - Arrêté du 3 mai 2010"
    page = f"<pre>\n{text}\n</pre>"
    records = read(Document(page.encode()), Lexicon.packaged()).records
    assert [each.record.code for each in records] == ["50022430", "50022431"]
    numbers = [each.record.rncp_codes for each in records]
    assert numbers == ([("RNCP38410",), ("RNCP38411",)] if head else [(), ()])


def test_news_of_a_new_diploma_do_not_end_the_news() -> None:
    record = _read(
        "<p>Arrêté du 3 mai 2010</p><h3>Actualités</h3><ul><li>BP Cannage : arrêté du 20 octobre"
        " 2015 publié au JO</li><li>Nouveau diplôme : BTS Osier, première session 2018</li>"
        "<li>CAP Vannerie : arrêté du 20 décembre 2011 publié au JO</li></ul>"
    )
    assert [text.date for text in record.legal_texts] == ["2010-05-03"]


@pytest.mark.parametrize(
    ("orders", "repealed"),
    [
        (("Arrêtés du 16 février 2018 et du 19 avril 2019",), "16 février 2018"),
        (("Arrêté du 16 février 2018", "Arrêté du 19 avril 2019"), "16 février 2018"),
        (("Arrêté du 16 février 2018", "Arrêté du 19 avril 2019"), "19 avril 2019"),
    ],
)
@pytest.mark.parametrize("session", [2020, 2024])
def test_an_order_that_repeals_the_first_one_of_the_page_ends_the_diploma(
    orders: tuple[str, ...], repealed: str, session: int
) -> None:
    items = "".join(f"<li>{order}</li>" for order in orders)
    record = _read(
        f"<h3>Textes</h3><ul>{items}</ul><p>La première session a eu lieu en {session}.</p>"
        f"<p>Arrêté du 9 janvier 2023 abrogeant l'arrêté du {repealed}</p>"
    )
    ends = repealed.endswith("2018") and session == 2020
    assert record.status == ("repealed" if ends else "unknown")
    assert [text.kind for text in record.legal_texts if text.date == "2023-01-09"] == [
        "repeal" if ends else None
    ]


@pytest.mark.parametrize("text", ["(code 500-22437 S)", "Code diplôme 500-22437", "50022437"])
def test_a_code_alone_in_the_row_of_a_layout_is_the_diplomas(text: str) -> None:
    row = "<tr><td width=200>Niveau</td><td>3</td></tr><tr><td>Arrêté</td><td>3 mai 2010</td></tr>"
    alone = _read(f"<table>{row}<tr><td colspan=2><p>{text}</p></td></tr></table>")
    assert alone.code == "50022437"
    beside = _read(f"<table>{row}<tr><td>Cannage</td><td>50022440</td></tr></table>")
    assert beside.code is None


CPC = "Commission professionnelle consultative : Bois et dérivés."


@pytest.mark.parametrize(
    "text",
    [
        f"Code diplôme : 500-22437 S. (niveau V) {CPC} (première session : 2012)",
        f"{CPC} [En vigueur] Première session : 2012. Code : 500-22437.",
        f"(niveau 3) {CPC} Cet arrêté prend effet à compter de la session 2012.",
        f"(code : 50022437) La fiche RNCP n° 37542. (diplôme en vigueur) {CPC}",
        f"Voir la fiche RNCP37542. {CPC} Ce diplôme est enregistré sous le code 500-22437 S.",
    ],
)
@pytest.mark.parametrize("place", ["<p>{}</p>", "<h2>Textes et annexes</h2><p>{}</p>"])
def test_a_commission_ends_where_a_bracket_or_a_sentence_begins(text: str, place: str) -> None:
    assert _read(place.format(text) + "<p>Arrêté du 3 mai 2010</p>").cpc == "Bois et dérivés"


def test_a_shortened_word_of_the_next_label_is_no_part_of_a_commission() -> None:
    for mark in (" - ", " – ", " | "):
        line = mark.join(("Code : 50022437", "CPC : Bois et dérivés", "Réf. RNCP : 37542"))
        record = _read(f"<p>{line}</p>")
        assert (record.cpc, record.rncp_codes) == ("Bois et dérivés", ("RNCP37542",))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Niveau V. Cet arrêté prend effet à compter de la session 2012.", 3),
        ("Il est utile. Niveau 4. Voir la fiche RNCP37542.", 4),
        ("(niveau 4) La fiche RNCP37542 décrit ce diplôme.", 4),
        ("Ce diplôme, de niveau IV, est délivré par le recteur.", 4),
        ("Ouvert aux titulaires d'un diplôme, de niveau 3 au moins.", None),
    ],
)
def test_a_level_may_be_a_sentence_or_stand_in_brackets(text: str, level: int | None) -> None:
    page = f"<h1>Certificat de spécialisation Vannerie</h1><p>{text}</p><p>Arrêté du 3 mai 2010</p>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert only.record.level == level


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Son code est 500-22437 S. (diplôme en vigueur) Voir la fiche RNCP37542.", "in_force"),
        ("Niveau 3. (première session : 2012) État : en vigueur. Code : 500-22437 S.", "in_force"),
        ("Fiche RNCP n° 37542. (première session : 2012) [En vigueur] Niveau 3.", "in_force"),
        ("La première session est celle de 2012. Version en vigueur du diplôme.", "in_force"),
        ("La version (en vigueur) est celle de 2012.", "unknown"),
    ],
)
def test_a_state_behind_or_in_brackets(text: str, status: str) -> None:
    assert _read(f"<p>{text}</p><p>Arrêté du 3 mai 2010</p>").status == status


@pytest.mark.parametrize("label", ["Remarque", "Observation", "Note", "Précision"])
def test_a_remark_may_be_the_state_alone(label: str) -> None:
    for form in ("<p>{} : {}</p>", "<p><b>{}</b> : {}</p>", "<ul><li>{} : {}</li></ul>"):
        assert _read(form.format(label, "Abrogé") + "<p>Arrêté du 3 mai 2010</p>").status == (
            "repealed"
        )
    terms = "<dl><dt>Niveau</dt><dd>3</dd><dt>{}</dt><dd>actuellement en vigueur</dd></dl>{}"
    order = "<p>Arrêté du 3 mai 2010</p>"
    assert _read(terms.format(label, order)).status == "in_force"
    # what heads orders says nothing of the diploma
    assert _read(f"<p>Actuellement en vigueur</p>{order}").status == "unknown"
