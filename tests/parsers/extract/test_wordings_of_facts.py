"""Facts in wordings that a generator of pages was made of, wherever they stand."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

HEAD = "<h1>CAP Métallier</h1><p>Arrêté du 14 mai 2012</p><p><a href=a/a.pdf>Annexes</a></p>"
FORMS = (
    "<p>{}</p>",
    "<ul><li>{}</li></ul>",
    "<table><tr><td>{}</td></tr></table>",
    "<div>{}</div>",
)


def record(body: str) -> Referential:
    page = f"<html><head><title>Référentiels</title></head><body>{HEAD}{body}</body></html>"
    address = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
    (only,) = read(Document(page.encode(), address, "text/html"), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Première application : session d'examen 2014", "first_session", 2014),
        ("Première mise en application : session 2014", "first_session", 2014),
        ("Diplôme délivré jusqu'à la session 2025 incluse.", "last_session", 2025),
        ("Délivré jusqu'à la session de 2025", "last_session", 2025),
        ("Diplôme délivré jusqu'à la session 2024 sous le nom de mention", "last_session", None),
        ("Code de la nomenclature (BCN) : 500-25431 S", "code", "50025431"),
        ("Les dispositions de l'arrêté du 14 mai 2012 portant création de ce diplôme sont abrogées "
         "à l'issue de la session 2025.", "status", "repealed"),
        ("Les dispositions de l'arrêté du 3 mai 1990 portant création du CAP Tonnellerie sont "
         "abrogées à l'issue de la session 2025.", "status", "unknown"),
        ("[ABROGÉ]", "status", "repealed"),
        ("Abrogé : oui", "status", "repealed"),
        ("Abrogé : non", "status", "unknown"),
        ("Diplôme non abrogé", "status", "unknown"),
        ("Ce diplôme n'est pas encore abrogé.", "status", "unknown"),
        ("*** ABROGÉ ***", "status", "repealed"),
        ("Arrêté du 14 mai 2012 portant création (diplôme en vigueur)", "status", "in_force"),
        ("Successeur : CAP Métallerie, arrêté du 14 mai 2021 (diplôme en vigueur)", "status",
         "unknown"),
        ("Ce diplôme remplace le CAP Tonnellerie (diplôme en vigueur)", "status", "unknown"),
        ("Référentiel en vigueur", "status", "in_force"),
        ("Spécialité en vigueur", "status", "in_force"),
        ("Statut : est en vigueur", "status", "in_force"),
        ("Statut : ouvert et en vigueur", "status", "in_force"),
        ("Situation : en vigueur (vérifié en mai 2024)", "status", "in_force"),
        ("Ce diplôme est encore en vigueur à ce jour", "status", "in_force"),
        ("Les normes en vigueur", "status", "unknown"),
        ("Ce diplôme a été créé par arrêté du 14 mai 2012. Il est en vigueur.", "status",
         "in_force"),
        ("Ce diplôme est récent. L'arrêté du 14 mai 2012 le définit. Il est en vigueur.", "status",
         "unknown"),
        ("L'arrêté du 14 mai 2012 crée le diplôme. Il est en vigueur.", "status", "unknown"),
        ("Diplôme en vigueur", "status", "in_force"),
        ("Référentiel en vigueur au 3 mai 2015", "status", "unknown"),
        ("Ce diplôme est remplacé : voir le nouveau référentiel (500-33002).", "replaced_by",
         ("50033002",)),
        ("Ce diplôme sera remplacé : voir le CAP Métallerie (500-33002 S)", "replaced_by",
         ("50033002",)),
    ],
)  # fmt: skip
def test_a_fact_is_read(form: str, text: str, field: str, value: object) -> None:
    assert getattr(record(form.format(text)), field) == value


@pytest.mark.parametrize("head", ["<h3>Actualités</h3>", "<p><b>Actualités</b></p>"])
@pytest.mark.parametrize(
    ("title", "is_told"),
    [("Calendrier des examens 2018", True), ("Note de service", True), ("Annexe V", False)],
)
def test_a_file_among_news_is_told(head: str, title: str, is_told: bool) -> None:
    news = f'{head}<ul><li><a href="actualites/a.pdf">{title}</a></li></ul>'
    read_record = record(news)
    told = [issue.value for issue in read_record.issues if issue.field == "documents"]
    assert (len(read_record.documents), len(told)) == ((1, 1) if is_told else (2, 0))
