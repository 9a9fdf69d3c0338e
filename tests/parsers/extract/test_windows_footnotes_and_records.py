"""Accessible links and footnotes, values of former diplomas, records as libraries write them."""

import itertools

import pytest

from schema.errors import Refused
from schema.issues import IssueCode
from tests.parsers.extract.pages import ORDER, record_of, records_of


@pytest.mark.parametrize(
    "detail",
    [
        "(PDF, 1,8 Mo, nouvelle fenêtre)",
        "(PDF – 212 ko – nouvel onglet)",
        "(format PDF, 212 ko, ouvre une nouvelle fenêtre)",
        "au format PDF – 1,1 Mo – nouvelle fenêtre",
    ],
)
def test_where_a_file_opens_is_no_part_of_its_name(detail: str) -> None:
    only = record_of(f"{ORDER}<p><a href=a.pdf>Annexe I : référentiel {detail}</a></p>")
    assert [document.title for document in only.documents] == ["Annexe I : référentiel"]


@pytest.mark.parametrize(
    "mark",
    [
        "<sup>1</sup>",
        "<sup id=appel1><a href='#note1'><span class=sr-only>Note </span>1</a></sup>",
        "<sup>(1)</sup>",
    ],
)
@pytest.mark.parametrize("date", ["3 mai 2004", "3/5/2004"])
def test_the_mark_of_a_footnote_is_no_part_of_a_date(mark: str, date: str) -> None:
    only = record_of(f"<h2>Arrêtés</h2><p>Arrêté de création du {date}{mark}.</p>")
    assert [(text.date, text.kind) for text in only.legal_texts] == [("2004-05-03", "creation")]


def test_a_number_that_stands_high_is_kept_where_it_is_no_mark() -> None:
    only = record_of(
        f"{ORDER}<h2>Description</h2><p>Une salle de m<sup>2</sup> et de Co<sup>2</sup></p>"
    )
    assert only.description == "Une salle de m2 et de Co2"


@pytest.mark.parametrize("value", ["code 500-22138", "500-22138 T", "CAP Rotin (code 500-22138 T)"])
@pytest.mark.parametrize("label", ["Diplôme remplacé", "Ancien diplôme", "Dipl. précédent"])
def test_the_code_below_the_label_of_a_former_diploma_is_its_own(label: str, value: str) -> None:
    for pair in (
        f"<dl><dt>{label}</dt><dd>{value}</dd></dl>",
        f"<table><tr><th>{label}</th><td>{value}</td></tr></table>",
        f"<pre>\nNiveau    3\n{label}      {value}\n</pre>",
    ):
        only = record_of(ORDER + pair)
        assert (only.code, only.replaces) == (None, ("50022138",))


@pytest.mark.parametrize("verb", ["remplace", "remplacera"])
def test_a_new_diploma_replaces_that_of_the_page(verb: str) -> None:
    line = f"Attention : un nouveau diplôme (code 320-33113) {verb} celui-ci."
    only = record_of(f"{ORDER}<p>{line}</p>")
    assert (only.code, only.replaced_by) == (None, ("32033113",))


@pytest.mark.parametrize("tag", ["h2", "h3"])
def test_a_rubric_of_former_orders_repeals_nothing(tag: str) -> None:
    rubrics = f"<{tag}>En vigueur</{tag}>{ORDER}<{tag}>Abrogé</{tag}>"
    former = "<p>Le CAP Rotin (500-22138 T) avait été créé par l'arrêté du 5 juin 1990.</p>"
    assert record_of(rubrics + former).status != "repealed"
    assert record_of(f"<{tag}>Diplôme abrogé</{tag}>{ORDER}").status == "repealed"


@pytest.mark.parametrize("words", ["Aller au contenu", "Accéder directement à la navigation"])
def test_the_links_that_lead_over_a_menu_are_no_title(words: str) -> None:
    type_ = "Certificat d'aptitude professionnelle"
    for lines in (
        f"<p>{words}</p><p>{type_}</p><p>Vannerie</p>",
        f"{words}<br>{type_}<br>Vannerie",
    ):
        assert record_of(lines + ORDER, "").title == f"{type_} Vannerie"


@pytest.mark.parametrize("heads", [("Titre", "Format", "Poids"), ("Titre", "Taille", "Lien")])
def test_the_columns_of_a_table_of_files_name_no_diploma(heads: tuple[str, ...]) -> None:
    names = "".join(f"<td><b>{head}</b></td>" for head in heads)
    row = "<td><a href=a.pdf>Annexe I a</a></td><td>PDF</td><td>273 Ko</td>"
    table = f"<table><tr>{names}</tr><tr>{row}</tr></table>"
    title = "<h2>Certificat d'aptitude professionnelle</h2><h2>Vannerie</h2>"
    only = record_of(ORDER + table, title)
    assert only.title == "Certificat d'aptitude professionnelle Vannerie"
    assert [document.title for document in only.documents] == ["Annexe I a"]


@pytest.mark.parametrize(
    "title",
    [
        "CAP Vannerie / Ministère de l'éducation nationale ; CNDP",
        "CAP Vannerie [en ligne]",
        "CAP Vannerie / Direction de l'enseignement scolaire",
    ],
)
def test_a_title_ends_before_what_a_catalogue_adds(title: str) -> None:
    only = record_of(ORDER, f"<h1>{title}</h1>")
    assert (only.name, only.diploma_type) == ("Vannerie", "CAP")


def test_a_library_s_record_is_no_bookseller_s_page() -> None:
    fields = "<p>Collection : Référentiels</p><p>Auteur : Ministère</p><p>Édition : 2012</p>"
    assert record_of(ORDER + fields).title == "CAP Vannerie"
    assert record_of(f"{ORDER}{fields}<p>ISBN : 2-240-02506-4</p>").title == "CAP Vannerie"
    with pytest.raises(Refused, match="bookseller"):
        record_of(f"{ORDER}{fields}<p>Prix : 12 euros</p>")


@pytest.mark.parametrize("label", ["Diplôme créé par", "Diplôme modifié par"])
def test_a_label_says_what_its_order_does_to_the_diploma(label: str) -> None:
    only = record_of(f"<dl><dt>{label}</dt><dd>arrêté du 3 mai 2004</dd></dl>")
    kind = "creation" if "créé" in label else "modification"
    assert [(text.date, text.kind) for text in only.legal_texts] == [("2004-05-03", kind)]


def test_the_brackets_around_a_code_are_no_part_of_an_option() -> None:
    lines = "<p>Option A : osier [500-22137 S]<br>Option B : rotin [500-22138 S]</p>"
    found = records_of(ORDER + lines)
    assert [each.title for each in found] == [
        "CAP Vannerie option A osier",
        "CAP Vannerie option B rotin",
    ]


def test_a_code_in_the_words_of_a_nomenclature_is_read() -> None:
    line = "Le code de ce diplôme dans la nomenclature nationale est : 500-22139 T."
    assert record_of(f"{ORDER}<p>{line}</p>").code == "50022139"


@pytest.mark.parametrize("words", ["Référentiels", "Référentiels professionnels"])
def test_the_way_back_to_all_pages_below_the_files_is_no_document(words: str) -> None:
    files = "<h2>Documents</h2><ul><li><a href=a.pdf>Annexe I</a></li></ul>"
    back = f"<p><a href=/accueil>Accueil</a> &gt; <a href=index.html>{words}</a></p>"
    assert [document.url for document in record_of(ORDER + files + back).documents] == ["a.pdf"]


TITLES = {
    "CAP Vannerie": "CAP Vannerie",
    "Certificat d'aptitude professionnelle (CAP)<br>Vannerie":
        "Certificat d'aptitude professionnelle (CAP) Vannerie",
    "<h1>Certificat d'aptitude professionnelle</h1>Vannerie":
        "Certificat d'aptitude professionnelle Vannerie",
    "CERTIFICAT D'APTITUDE PROFESSIONNELLE<br>VANNERIE":
        "CERTIFICAT D'APTITUDE PROFESSIONNELLE VANNERIE",
    "Vannerie (CAP)": "Vannerie (CAP)",
}  # fmt: skip
LEADS = (
    "", "Accueil &gt; Référentiels professionnels<br>", "Aller au contenu<br>", "Référentiel<br>",
    "<a href=i.html>Accueil</a> | <a href=l.html>Diplômes</a><br>",
)  # fmt: skip
FACTS = (
    "Arrêté de création : 3 mai 2004<br>Code : 500-22139 T<br>Référentiel du CAP Vannerie (pdf)",
    "Le CAP Vannerie est en vigueur.<br>Code : 500-22139 T<br>Arrêté du 3 mai 2004<br>Haut de page",
    "Textes officiels<br>Arrêté du 3 mai 2004 portant création<br>Code : 500-22139 T",
)


@pytest.mark.parametrize("title", TITLES)
def test_the_title_of_a_page_in_one_paragraph_is_its_first_lines(title: str) -> None:
    for lead, facts in itertools.product(LEADS, FACTS):
        only = record_of(f"{lead}{title}<br>{facts}<br>Mentions légales<br>", "")
        assert (only.title, only.code) == (TITLES[title], "50022139")
        assert [text.date for text in only.legal_texts] == ["2004-05-03"]


@pytest.mark.parametrize("mark", ["<br>", " ", " <img src=pdf.gif> "])
def test_a_title_of_two_lines_ends_where_what_is_not_set_off_begins(mark: str) -> None:
    lines = "<a href=a.pdf>Annexes</a><br>Arrêté du 3 mai 2004<br>Code : 500-22139 T"
    title = "<b>CERTIFICAT D'APTITUDE PROFESSIONNELLE</b><br><b>VANNERIE</b>"
    only = record_of(f"<p>{title}{mark}{lines}</p>", "")
    assert only.title == "CERTIFICAT D'APTITUDE PROFESSIONNELLE VANNERIE"
    assert [document.url for document in only.documents] == ["a.pdf"]


@pytest.mark.parametrize("word", ["modifiant", "abrogeant"])
@pytest.mark.parametrize("end", [". — ", ". - ", "<br>"])
def test_what_stands_behind_an_order_changed_is_of_the_one_that_changes_it(
    word: str, end: str
) -> None:
    base = "https://www.legifrance.gouv.fr/eli/arrete/2004/5/3"
    lines = (
        f"Arrêté du 3 mai 2004, portant création du CAP Vannerie <a href={base}/MENE0400123A/jo>"
        "[en ligne]</a>",
        f"Arrêté du 4 juin 2012, {word} l'arrêté du 3 mai 2004 portant création du CAP Vannerie "
        f"<a href={base}/MENE1200456A/jo>[en ligne]</a>",
    )
    only = record_of(f"<p>{end.join(lines)}.</p>")
    assert {(text.date, text.nor) for text in only.legal_texts} == {
        ("2004-05-03", "MENE0400123A"), ("2012-06-04", "MENE1200456A"),
    }  # fmt: skip


@pytest.mark.parametrize("label", ["CPC : Industrie", "<b>Sigle :</b> VAN"])
def test_a_label_below_the_way_to_a_page_hides_no_title(label: str) -> None:
    way = "<p><a href=i.html>Accueil</a> / <a href=l.html>Diplômes</a> / CAP vannerie</p>"
    heads = "<h2>Certificat d'aptitude professionnelle</h2><h2>Vannerie</h2>"
    only = record_of(ORDER, f"{way}<p>{label}</p>{heads}")
    assert only.title == "Certificat d'aptitude professionnelle Vannerie"


def test_lines_of_several_diplomas_in_one_paragraph_are_no_page_of_the_first() -> None:
    lines = (
        "CAP Industries chimiques : Strasbourg, Toulouse", "CAP électricien : Dijon, Montpellier",
        "bac pro technicien de scierie : Orléans-Tours", "BP boucher : Aix-Marseille, Poitiers",
        "DMA Costumier réalisateur : Nice, Clermont-Ferrand",
    )  # fmt: skip
    page = f"<h2>Spécialités ouvertes à l'expérimentation</h2><p>{'<br>'.join(lines)}</p>{ORDER}"
    with pytest.raises(Refused):
        record_of(page, "")


@pytest.mark.parametrize("words", ["Abrogé", "ABROGÉ"])
def test_a_bare_heading_above_an_order_repeals_neither(words: str) -> None:
    only = record_of(f"<h2>{words}</h2>{ORDER}")
    assert ([(t.date, t.kind) for t in only.legal_texts], only.status) == (
        [("2004-05-03", None)],
        "unknown",
    )
    assert [i.field for i in only.issues if i.issue == IssueCode.UNLABELLED_TEXT] == ["status"]


def test_a_place_on_another_page_is_told() -> None:
    only = record_of(f"{ORDER}<h2>Annexes</h2><p><a href=https://a.fr/b.html#c>Annexe I</a></p>")
    told = [i.value for i in only.issues if i.issue == IssueCode.UNLABELLED_TEXT]
    assert (only.documents, told) == ((), ["https://a.fr/b.html#c"])


@pytest.mark.parametrize("rubric", ["<p><b>{}</b></p>", "<p><strong>{}</strong></p>"])
@pytest.mark.parametrize("word", ["Abrogé", "ABROGÉ"])
def test_a_word_alone_against_a_labelled_status_is_told(rubric: str, word: str) -> None:
    former = "<ul><li>Diplôme précédent, code 500 22130 : arrêté du 25 octobre 1999</li></ul>"
    page = ORDER + rubric.format(word) + former
    only = record_of(f"{page}<p><b>Statut</b> : Diplôme en vigueur</p>")
    (told,) = [i for i in only.issues if i.issue is IssueCode.CONFLICTING_VALUES]
    assert (only.status, told.value, bool(told.place)) == ("in_force", word, True)
    assert record_of(ORDER + rubric.format(word)).status == "repealed"
