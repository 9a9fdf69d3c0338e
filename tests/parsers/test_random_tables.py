"""Tables with any columns in any order, of orders and other facts. Mock-ups."""

import random

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

LAW = "<a href='https://www.legifrance.gouv.fr/jorf/id/JORFTEXT00005068570{}'>Légifrance</a>"
COLUMNS = {
    "Intitulé": ("Arrêté de création", "Arrêté modificatif"),
    "Texte": ("Arrêté", "Arrêté modificatif"),
    "Nature": ("Arrêté", "Arrêté"),
    "Date": ("26 mars 2010", "4 mai 2014"),
    "Objet": ("création", "modification"),
    "NOR": ("MENE1001234A", "MENE1401234A"),
    "JO": ("8 avril 2010", "20 mai 2014"),
    "Bulletin officiel": ("BO n° 12 du 20 avril 2010", "BO n° 20 du 30 mai 2014"),
    "Lien": (LAW.format(0), LAW.format(1)),
    "Arrêté": ("Arrêté du 26 mars 2010", "Arrêté du 4 mai 2014"),
    "Code": ("500-22434", ""),
    "Niveau": ("3", "3"),
    "Première session": ("2012", ""),
    "RNCP": ("RNCP4521", ""),
    "Fichier": ("<a href='x/a.pdf'>Annexe I</a>", "<a href='x/b.pdf'>Annexe II</a>"),
    "Remplace": ("CAP Poterie (500-22401)", ""),
    "Statut": ("en vigueur", ""),
    "Observations": ("néant", ""),
    "Diplôme": ("CAP Vannerie", "CAP Vannerie"),
}
HEADS = ("<table>", "<table><caption>Textes réglementaires</caption>",
         "<h2>Textes réglementaires</h2><table>")  # fmt: skip


def record_of(columns: list[str], rows: int, head: str) -> Referential:
    names = "".join(f"<th>{name}</th>" for name in columns)
    cells = "".join(
        f"<tr>{''.join(f'<td>{COLUMNS[name][row]}</td>' for name in columns)}</tr>"
        for row in range(rows)
    )
    body = f"<h1>CAP Vannerie</h1><p>Arrêté du 9 juin 2003</p>{head}<tr>{names}</tr>{cells}</table>"
    document = Document(f"<body>{body}</body>".encode(), "https://eduscol.education.fr/x.html")
    (found,) = read(document, Lexicon.packaged()).records
    return found.record


@pytest.mark.parametrize("seed", range(10))
def test_a_row_of_any_columns_is_read_or_told(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(40):
        columns = rng.sample(list(COLUMNS), rng.choice((2, 3, 4, 5)))
        record = record_of(columns, 1, rng.choice(HEADS))
        told = " ".join(issue.value or "" for issue in record.issues)
        dates = {order.date for order in record.legal_texts}
        facts = {
            "Code": ("500-22434", record.code == "50022434"),
            "Première session": ("2012", record.first_session == 2012),
            "RNCP": ("RNCP4521", record.rncp_codes == ("RNCP4521",)),
            "Remplace": ("500-22401", record.replaces == ("50022401",)),
            "Fichier": ("a.pdf", [file.title for file in record.documents] == ["Annexe I"]),
            "Arrêté": ("26 mars 2010", "2010-03-26" in dates),
        }
        for column, (value, is_read) in facts.items():
            assert column not in columns or is_read or value in told, columns
        assert "2003-06-09" in dates, columns


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("name", ["Nature", "Texte"])
def test_an_order_without_a_date_that_a_link_opens_is_told(head: str, name: str) -> None:
    for columns in ([name, "Lien"], ["Lien", name]):
        record = record_of(columns, 1, head)
        assert record.title == "CAP Vannerie"
        addresses = [each for each in record.legal_texts if each.url and "JORFTEXT" in each.url]
        assert addresses or any(issue.field == "legal_texts" for issue in record.issues)
