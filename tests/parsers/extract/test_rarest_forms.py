"""Forms of facts so rare that no other page of the tests has them, each in a short one."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

CODE = "<p>Code : 500-22434</p>"
FILES = (
    '<tr><td><a href="a.pdf">Référentiel</a></td><td>osier</td><td>12/05/2010</td></tr>'
    '<tr><td><a href="b.pdf">Grilles</a></td><td>rotin</td><td>12/05/2011</td></tr>'
)


def record(body: str) -> Referential:
    page = f"<html><body><main><h1>CAP Vannerie</h1>{body}</main></body></html>"
    address = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
    (only,) = read(Document(page.encode(), address, "text/html"), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize(
    "question", ["Le diplôme est-il en vigueur ?", "Ce diplôme est-il actuellement en vigueur ?"]
)
def test_a_state_is_asked_for(question: str) -> None:
    assert record(f"{CODE}<dl><dt>{question}</dt><dd>Oui</dd></dl>").status == "in_force"


def test_a_number_of_the_register_may_look_like_a_year() -> None:
    assert record(f"{CODE}<p>RNCP : 2019</p>").rncp_codes == ("RNCP2019",)


def test_word_processors_divide_a_link() -> None:
    parts = "<p><a href=b.pdf>Référentiel de </a><a href=b.pdf>certification</a></p>"
    (document,) = record(f"{CODE}<h3>Documents</h3>{parts}").documents
    assert document.title == "Référentiel de certification"


def test_a_table_of_the_former_and_the_present_diploma_has_no_options() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{code}</td></tr>"
        for name, code in (("Ancien CAP", "500-22431"), ("Nouveau CAP", "500-22434"))
    )
    head = "<tr><th>Option</th><th>Code</th></tr>"
    read_record = record(f"<table>{head}{rows}</table><p>Arrêté du 3 mai 2004</p>")
    assert (read_record.code, read_record.replaces) == ("50022434", ("50022431",))


def test_versions_of_one_code_are_no_options() -> None:
    versions = "<li>Option 2003 (500-22434)</li><li>Option 2008 (500-22434)</li>"
    assert record(f"<ul>{versions}</ul><p>Arrêté du 3 mai 2004</p>").title == "CAP Vannerie"


def test_days_of_files_divide_no_diploma() -> None:
    head = "<tr><th>Fichier</th><th>Option</th><th>Modifié le</th></tr>"
    read_record = record(f"{CODE}<table>{head}{FILES}</table><p>Arrêté du 3 mai 2004</p>")
    assert [document.title for document in read_record.documents] == ["Référentiel", "Grilles"]
    assert [text.date for text in read_record.legal_texts] == ["2004-05-03"]


def test_an_order_is_the_value_of_a_last_change() -> None:
    orders = "<p>Arrêté du 3 mai 2004</p><h3>Mise à jour</h3><p>Arrêté du 4 mai 2010</p>"
    kinds = {text.date: text.kind for text in record(CODE + orders).legal_texts}
    assert kinds == {"2004-05-03": None, "2010-05-04": "modification"}


def test_a_day_below_changes_is_no_order() -> None:
    orders = "<p>Arrêté du 3 mai 2004</p><p>Arrêté du 4 mai 2005</p><p>12 mai 2021</p>"
    read_record = record(f"{CODE}<h3>Arrêtés modificatifs</h3>{orders}")
    assert [text.date for text in read_record.legal_texts] == ["2004-05-03", "2005-05-04"]


def test_the_subject_of_the_next_verb_belongs_to_that() -> None:
    text = (
        "Remplace le CAP Osier (500-22431), "
        "le CAP Rotin (500-22432) est remplacé par le CAP Paille (500-22433)."
    )
    assert record(f"{CODE}<p>{text}</p>").replaces == ("50022431",)
