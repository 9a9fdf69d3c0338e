"""A page of several diplomas without codes, divided by those that sources place at its address."""

import pytest

from parsers.model.document import Document, ExpectedDiploma
from parsers.model.reading import ReadRecord
from parsers.parse import read
from schema.issues import IssueCode
from schema.lexicon import Lexicon

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/indexed53.html"
NAME = "interventions sur le patrimoine bâti"
OPTIONS = {"40023205": "A maçonnerie", "40023206": "B charpente", "40023207": "C couverture"}
EXPECTED = tuple(
    ExpectedDiploma(code, code, "BAC_PRO", (f"{NAME} option {option}",))
    for code, option in OPTIONS.items()
)


def records(
    body: str,
    title: str = f"Baccalauréat professionnel {NAME}",
    expected: tuple[ExpectedDiploma, ...] = EXPECTED,
) -> tuple[ReadRecord, ...]:
    order = "<p>Arrêté du 11 mai 2017</p>"
    files = '<p><a href="a1.pdf">Annexe I</a> <a href="a2.pdf">Annexe II</a></p>'
    page = f"<html><body><h1>{title}</h1>{body}{order}{files}</body></html>"
    document = Document(page.encode(), ADDRESS, "text/html", is_known=True)
    return read(document, Lexicon.packaged(), expected).records


def codes(readings: tuple[ReadRecord, ...]) -> list[str | None]:
    return [item.expected.code if item.expected else None for item in readings]


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>Option A : maçonnerie</li><li>Option B : charpente</li>"
        "<li>Option C : couverture</li></ul>",
        "<p>OPTION A - MACONNERIE<br>OPTION B - CHARPENTE<br>OPTION C - COUVERTURE</p>",
        "<p>Options : A maçonnerie ; B charpente ; C couverture</p>",
        "<p>Option A maçonnerie, option B charpente et option C couverture</p>",
        "<p>Options : A - maçonnerie, B - charpente, C - couverture</p>",
        "<table><tr><td>A</td><td>maçonnerie</td></tr><tr><td>B</td><td>charpente</td></tr>"
        "<tr><td>C</td><td>couverture</td></tr></table>",
        "<ul><li>maçonnerie</li><li>charpente</li><li>couverture</li></ul>",
    ],
)
def test_each_option_line_is_a_diploma(body: str) -> None:
    diplomas = records(body)
    assert sorted(map(str, codes(diplomas))) == list(OPTIONS)
    for item in diplomas:
        assert item.expected is not None
        assert item.record.id == f"indexed53-{item.expected.code}"
        assert item.record.code is None  # a source knows it, the page does not say it
        word = OPTIONS[item.record.id[-8:]].split()[1]
        assert word.lower() in item.record.title.lower().replace("macon", "maçon")
        assert len(item.record.documents) == 2
        assert [text.date for text in item.record.legal_texts] == ["2017-05-11"]
        assert [i for i in item.record.issues if i.issue == IssueCode.SPLIT_BY_KNOWN]


def test_without_option_lines_the_title_of_the_page_is_not_stated_of_each() -> None:
    diplomas = records("")
    assert codes(diplomas) == list(OPTIONS)
    for item in diplomas:
        assert [s.derived for s in item.evidence if s.field == "title"] == [True]


def test_a_title_that_names_all_options_is_of_all_of_them() -> None:
    title = f"Baccalauréat professionnel {NAME} (option maçonnerie, option charpente, couverture)"
    assert codes(records("", title)) == list(OPTIONS)


def test_headings_divide_documents_and_orders() -> None:
    body = "".join(
        f'<h2>Option {option}</h2><ul><li><a href="{code}.pdf">Annexe {option}</a></li></ul>'
        for code, option in OPTIONS.items()
    )
    diplomas = records(body + "<h2>Textes communs</h2>")
    assert codes(diplomas) == list(OPTIONS)
    for item in diplomas:
        names = [document.url.rpartition("/")[2] for document in item.record.documents]
        assert sorted(names) == sorted(["a1.pdf", "a2.pdf", f"{item.record.id[-8:]}.pdf"])


def test_a_repeal_on_an_option_line_is_of_that_option() -> None:
    body = (
        "<ul><li>Option A : maçonnerie</li><li>Option B : charpente</li>"
        "<li>Option C : couverture (abrogée par arrêté du 3 mars 2021)</li></ul>"
    )
    status = {record.record.id[-8:]: record.record.status for record in records(body)}
    assert status == {"40023205": "unknown", "40023206": "unknown", "40023207": "repealed"}


def test_an_option_that_the_page_leaves_out_is_no_record_and_an_issue() -> None:
    diplomas = records("<ul><li>Option A : maçonnerie</li><li>Option B : charpente</li></ul>")
    assert codes(diplomas) == ["40023205", "40023206"]
    for item in diplomas:
        (issue,) = [i for i in item.record.issues if i.issue == IssueCode.OPTIONS_DIFFER]
        assert issue.value == f"40023207 {NAME} option C couverture"


def test_an_option_that_no_source_knows_is_a_record_without_a_code_and_an_issue() -> None:
    lines = [*(f"Option {option}" for option in OPTIONS.values()), "Option D sculpture"]
    diplomas = records("<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")
    assert codes(diplomas) == [*OPTIONS, None]
    for item in diplomas:
        (issue,) = [i for i in item.record.issues if i.issue == IssueCode.OPTIONS_DIFFER]
        assert issue.value == f"Baccalauréat professionnel {NAME} option D sculpture"


@pytest.mark.parametrize("further", [["D sculpture"], ["D sculpture", "E taille"], ["E taille"]])
def test_an_option_without_a_code_has_its_letter_in_its_id(further: list[str]) -> None:
    lines = "".join(f"<li>Option {option}</li>" for option in [*OPTIONS.values(), *further])
    found = [item.record.id for item in records(f"<ul>{lines}</ul>")]
    assert found[3:] == [f"indexed53-{option[0].lower()}" for option in further]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Baccalauréat professionnel menuiserie", ""),  # another diploma
        (f"CAP {NAME}", ""),  # of another type
        (f"Baccalauréat professionnel {NAME} option B charpente", ""),  # one of them
        (f"Baccalauréat professionnel {NAME}", "<p>Code : 40023299</p>"),  # a code of its own
        (f"Baccalauréat professionnel {NAME}",
         "<ul><li>Option A : vitrail</li><li>Option B : sculpture</li></ul>"),  # other options
    ],
)  # fmt: skip
def test_a_page_that_contradicts_what_is_expected_is_not_divided(title: str, body: str) -> None:
    assert codes(records(body, title)) in ([None], [None, None])


def test_one_expected_diploma_divides_nothing() -> None:
    assert codes(records("", expected=EXPECTED[:1])) == [None]
