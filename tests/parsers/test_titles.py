"""Titles in two parts: the type in one block, the speciality in the next or under a label."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon

REST = "<p>Durée : 2 ans</p><h2>Accès</h2><p>Après la classe de troisième.</p></body></html>"


@pytest.mark.parametrize(
    ("head", "title", "name", "kind"),
    [
        ("<h1>Brevet professionnel</h1><h2>Boucher</h2>", "Brevet professionnel Boucher",
         "Boucher", "BP"),
        ("<h1>CAP</h1><p>Spécialité : boulanger</p>", "CAP boulanger", "boulanger", "CAP"),
        ("<h1>Spécialité « cuisine » de baccalauréat professionnel</h1>",
         "Spécialité « cuisine » de baccalauréat professionnel", "cuisine", "BAC_PRO"),
        ("<p><b>Certificat d'aptitude<br>professionnelle</b></p><p><b>BOULANGER</b></p>",
         "Certificat d'aptitude professionnelle BOULANGER", "BOULANGER", "CAP"),
    ],
)  # fmt: skip
def test_title(head: str, title: str, name: str, kind: str) -> None:
    body = f"<html><body>{head}<p>Code : 50022137</p>{REST}".encode()
    if kind != "CAP":
        body = body.replace(b"<p>Code : 50022137</p>", b"")
    (only,) = read(Document(body), Lexicon.packaged()).records
    assert (only.record.title, only.record.name, only.record.diploma_type) == (title, name, kind)
