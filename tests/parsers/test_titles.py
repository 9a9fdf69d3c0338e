"""Titles in two parts: the type in one block, the speciality in the next or under a label."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from tests.parsers.extract.pages import record_of

LONG_NAME = (
    "Métiers de l'audiovisuel option techniques d'ingénierie et exploitation des équipements"
)
REST = "<p>Durée : 2 ans</p><h2>Accès</h2><p>Après la classe de troisième.</p></body></html>"


@pytest.mark.parametrize(
    ("head", "title", "name", "kind"),
    [
        ("<h1>Brevet professionnel</h1><h2>Boucher</h2>", "Brevet professionnel Boucher",
         "Boucher", "BP"),
        ("<h1>CAP</h1><p>Spécialité : boulanger</p>", "CAP boulanger", "boulanger", "CAP"),
        ("<h1>CAP</h1><h2>Spécialité boulanger</h2>",
         "CAP Spécialité boulanger", "boulanger", "CAP"),
        ("<h1>CAP</h1><p>Spécialité « Boulanger »</p>",
         "CAP Spécialité « Boulanger »", "Boulanger", "CAP"),
        ("<ul><li>Diplôme : B.E.P.</li><li>Spécialité : Vannerie</li></ul>",
         "B.E.P. Vannerie", "Vannerie", "OTHER"),
        ("<h1>Spécialité « cuisine » de baccalauréat professionnel</h1>",
         "Spécialité « cuisine » de baccalauréat professionnel", "cuisine", "BAC_PRO"),
        ("<p><b>Certificat d'aptitude<br>professionnelle</b></p><p><b>BOULANGER</b></p>",
         "Certificat d'aptitude professionnelle BOULANGER", "BOULANGER", "CAP"),
        ("<p>Vous consultez : <b>CAP Navigation</b></p>", "CAP Navigation", "Navigation", "CAP"),
        ("<p><b>Objet:</b> CAP Navigation</p>", "CAP Navigation", "Navigation", "CAP"),
        ("<h1>Référentiel du diplôme : CAP Navigation</h1>", "CAP Navigation", "Navigation", "CAP"),
        ("<h1>Bacpro navigation</h1>", "Bacpro navigation", "navigation", "BAC_PRO"),
        (f"<p>Objet : Brevet de technicien supérieur {LONG_NAME}</p>",
         f"Brevet de technicien supérieur {LONG_NAME}", LONG_NAME, "BTS"),
        ("<h1>Bac. prof. Technicien de scierie</h1>", "Bac. prof. Technicien de scierie",
         "Technicien de scierie", "BAC_PRO"),
        ("<p>CAP<br>BOULANGER<br>=&gt; arrêté du 3 mai 2004</p>", "CAP BOULANGER", "BOULANGER",
         "CAP"),
        ("<table><tr><td>CAP<td>B027<tr><td colspan=2><b>Boulanger</b></table>", "CAP Boulanger",
         "Boulanger", "CAP"),
        ("<h1>Brevet de technicien</h1><p>supérieur</p><p>Banque</p>",
         "Brevet de technicien supérieur Banque", "Banque", "BTS"),
        ("<center><b>Certificat</b></center><center><b>d'aptitude</b></center>"
         "<center><b>professionnelle</b></center><center><b>Primeur</b></center>",
         "Certificat d'aptitude professionnelle Primeur", "Primeur", "CAP"),
        ("<h1>Brevet des métiers</h1><h2>d'art</h2><h2>Armurerie</h2>",
         "Brevet des métiers d'art Armurerie", "Armurerie", "BMA"),
        ("<h1>Métiers de la mode Baccalauréat professionnel</h1>",
         "Métiers de la mode Baccalauréat professionnel", "Métiers de la mode", "BAC_PRO"),
        ("<h1>Fleuriste</h1><h2>Certificat d'aptitude professionnelle</h2>"
         "<p>Certification : RNCP38400</p>",
         "Certificat d'aptitude professionnelle Fleuriste", "Fleuriste", "CAP"),
        ("<p><b>Mention complémentaire<br>Spécialité : Joaillerie</b></p>",
         "Mention complémentaire Spécialité : Joaillerie", "Joaillerie", "MC"),
        ("<h1>CAP Orfèvre - 500 22341</h1>", "CAP Orfèvre - 500 22341", "Orfèvre", "CAP"),
        ("<h1>BTS Aéronautique (320-25302 M)</h1>", "BTS Aéronautique (320-25302 M)",
         "Aéronautique", "BTS"),
        ("<p>BOULANGER<br>Certificat d'aptitude professionnelle</p>",
         "Certificat d'aptitude professionnelle BOULANGER", "BOULANGER", "CAP"),
    ],
)  # fmt: skip
def test_title(head: str, title: str, name: str, kind: str) -> None:
    body = f"<html><body>{head}<p>Code : 50022137</p>{REST}".encode()
    if kind != "CAP":
        body = body.replace(b"<p>Code : 50022137</p>", b"")
    (only,) = read(Document(body), Lexicon.packaged()).records
    assert (only.record.title, only.record.name, only.record.diploma_type) == (title, name, kind)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<h1>DMA Décor architectural</h1><p>option A : traitement plastique</p>",
         "DMA Décor architectural option A : traitement plastique"),
        ("<h1>CAP Bronzier</h1><p>Option facultative : langue vivante</p>", "CAP Bronzier"),
        ("<h2>LIBRAIRE</h2><h3>Brevet professionnel</h3><dl><dt>Création<dd>Arrêté du 3 mai 2004"
         "</dl>", "Brevet professionnel LIBRAIRE"),
        ("<h1>DN MADE</h1><h2>mention objet</h2>", "DN MADE mention objet"),
    ],
)  # fmt: skip
def test_lines_around_a_title(head: str, title: str) -> None:
    body = f"<html><body>{head}<p>Arrêté du 3 mai 2004</p></body></html>".encode()
    (only,) = read(Document(body), Lexicon.packaged()).records
    assert only.record.title == title


@pytest.mark.parametrize(
    "name", ["Sommelier", "Agent de sûreté et de sécurité", "Toiture, bardage"]
)
@pytest.mark.parametrize(
    "order",
    ["portant création du brevet professionnel « {} »", "portant création de la spécialité « {} » "
     "du brevet professionnel", "créant le BP {}", "portant définition et fixant les conditions de "
     "délivrance du brevet professionnel {}", "portant création du BP {} (JO du 5 mai 2004)",
     "portant création du BP {}, NOR : MENE0400123A", "portant création du B.P. {} et fixant ses "
     "modalités"],
)  # fmt: skip
def test_an_order_names_a_type_that_stands_alone(name: str, order: str) -> None:
    created = f"<p>Arrêté du 3 mai 2004 {order.format(name)}</p>"
    for title in ("<h1>Brevet professionnel</h1>", "<h2>BREVET PROFESSIONNEL</h2>"):
        for between in ("", "<table><tr><td>Code</td><td>45034401</td></tr></table>"):
            record = record_of(between + created, title)
            assert (record.name, record.diploma_type) == (name, "BP")
    named = record_of(created, f"<h1>Brevet professionnel</h1><h2>{name.upper()}</h2>")
    assert named.name == name.upper()


@pytest.mark.parametrize(
    "orders",
    [
        "<p>Arrêté du 3 mai 2004 créant le BP Sommelier</p>"
        "<p>Arrêté du 4 mai 2005 créant le BP Osier</p>",
        "<p>Arrêté du 3 mai 2004 créant le CAP Sommelier</p>",
        "<p>Arrêté du 3 mai 2004 portant création du diplôme</p>",
        "<p>Arrêté du 3 mai 2004 portant règlement du brevet professionnel</p>",
    ],
)
def test_orders_of_others_name_no_type_that_stands_alone(orders: str) -> None:
    with pytest.raises(Refused):
        record_of(orders, "<h1>Brevet professionnel</h1>")
