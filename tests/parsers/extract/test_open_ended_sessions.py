"""Sessions since a year, after the last one, in a table of bare words, with a remark behind."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon

PAGE = "<html><body><h1>CAP vannerie</h1><p>Arrêté du 3 mai 2004</p>{}</body></html>"


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        ("<p>En vigueur depuis la session 2013</p>", 2013, None),
        ("<p>Il entre en vigueur à la session 2018.</p>", 2018, None),
        ("<p>Sessions : à partir de 2019.</p>", 2019, None),
        ("<p>Sessions d'examen : première 2026</p>", 2026, None),
        ("<p>Session(s) : depuis 2017</p>", 2017, None),
        ("<dl><dt>Session(s)<dd>à compter de 2018</dl>", 2018, None),
        ("<p>Sessions d’examen organisées : à partir de 2018</p>", 2018, None),
        ("<h3>Sessions ouvertes</h3><p>à compter de 2018</p>", 2018, None),
        ("<p>Première mise en œuvre de l'examen : 2020</p>", 2020, None),
        ("<p>Première mise en œuvre de la réforme : 2020</p>", None, None),
        ("<p>Inscriptions organisées : à partir de 2018</p>", None, None),
        ("<p>Sessions : première 2016, dernière 2024</p>", 2016, 2024),
        ("<p>Ce CAP est supprimé à l'issue de la session 2024.</p>", None, 2024),
        ("<table><tr><td>Sessions</td><td>2019 à 2026</td></tr></table>", 2019, 2026),
        ("<p>Dernière session : 2025 ; remplacé par le 500-23439 V à compter de la session 2026"
         "</p>", None, 2025),
        ("<p>Sessions 2016 et suivantes</p>", 2016, None),
        ("<table><tr><td>Session</td><td>2016 et suivantes</td></tr></table>", 2016, None),
        ("<p>Dernière session : 2025. Remplacé par le CAP tonnellerie.</p>", None, 2025),
        ("<p>Il est remplacé à compter de la session 2026.</p>", None, None),
        ("<p>L'ancien CAP n'est plus délivré depuis la session 2019.</p>", None, None),
        ("<p>Session 2019</p>", None, None),
    ],
)  # fmt: skip
def test_sessions(part: str, first: int | None, last: int | None) -> None:
    (only,) = read(Document(PAGE.format(part).encode()), Lexicon.packaged()).records
    assert (only.record.first_session, only.record.last_session) == (first, last)


def test_what_stands_behind_the_documents_is_read() -> None:
    part = (
        "<h2>Annexes</h2><ul><li><a href='a.pdf'>Annexe</a></li></ul><p>remplace le 500-23421 V</p>"
    )
    (only,) = read(Document(PAGE.format(part).encode()), Lexicon.packaged()).records
    assert only.record.replaces == ("50023421",)
    assert [document.title for document in only.record.documents] == ["Annexe"]
