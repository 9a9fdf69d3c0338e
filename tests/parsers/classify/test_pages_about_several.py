"""Pages about several diplomas, or about something that several have, and true ones beside them."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/x.html"
FILES = "<ul><li><a href=x/a.pdf>Annexe I</a></li><li><a href=x/b.pdf>Annexe II</a></li></ul>"
CODES = [("400-25223 R", "Bac pro", "Maintenance nautique"), ("500-33502", "CAP", "Football"),
         ("321-32206 V", "DMA", "Reliure dorure"), ("561-22107 S", "CS", "Boulangerie"),
         ("450-33408 T", "BP", "Sommelier")]  # fmt: skip


def titles(body: str) -> list[str]:
    page = f"<html><body>{body}</body></html>".encode()
    return [each.record.title for each in read(Document(page, ADDRESS), Lexicon.packaged()).records]


def articles(*names: str) -> str:
    return "".join(
        f"<p>Article {n} - Il est créé la spécialité « {name} » du baccalauréat professionnel.</p>"
        for n, name in enumerate(names, 1)
    )


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Arrêté du 3 mai 2021 modifiant diverses spécialités de baccalauréats professionnels"
        f"</h1>{articles('Maintenance nautique')}{FILES}",
        f"<h1>Création de plusieurs spécialités</h1>{articles('Maintenance nautique')}{FILES}",
        "<h1>Codes des diplômes professionnels</h1><table><tr><th>Code</th><th>Diplôme</th>"
        "<th>Intitulé</th></tr>"
        + "".join(f"<tr><td>{c}</td><td>{t}</td><td>{n}</td></tr>" for c, t, n in CODES)
        + "</table>",
        "<h1>Santé et sécurité au travail</h1><table><tr><th>Attestation</th>"
        "<th>Diplômes concernés</th></tr><tr><td>PRAP</td><td>CAP Sellier, DMA Décor</td></tr>"
        "</table><p><a href=ref_sst.pdf>Référentiel national SST</a></p>",
        "<p><a href=/>Accueil</a> &gt; <a href=d.html>Diplômes</a> &gt; <a href=c.html>CAP</a></p>"
        f"<h1>PSE : définition des épreuves</h1><p>Arrêté du 3 mai 2004</p>{FILES}",
        "<p><a href=/>Accueil</a> &gt; <a href=d.html>Diplômes</a> &gt; <a href=c.html>BTS</a></p>"
        f"<h1>Écrire un référentiel : guide des groupes de travail</h1>{FILES}",
    ],
)
def test_a_page_about_several_is_refused(body: str) -> None:
    with pytest.raises(Refused):
        titles(body)


@pytest.mark.parametrize("label", ["Le diplôme", "Recherche", "Présentation"])
@pytest.mark.parametrize("mark", [" · ", " | ", " - "])
def test_a_label_that_a_menu_begins_with_ends_no_head(label: str, mark: str) -> None:
    menu = mark.join(f"<a href=m{n}.html>{t}</a>" for n, t in enumerate((label, "La VAE", "CPC")))
    site = "<h1>éduscol | Ministère de l'Éducation nationale</h1>"
    body = f"{site}<p>{menu}</p><h2>CAP Vannerie</h2><p>Arrêté du 3 mai 2004</p>{FILES}"
    assert titles(body) == ["CAP Vannerie"]


def test_options_whose_type_was_renamed_are_of_one_diploma() -> None:
    rows = [("A", "561-22704"), ("B", "010-22705")]
    cells = "".join(f"<tr><td>Option {o} énergie</td><td>{c}</td></tr>" for o, c in rows)
    title = "<h1>Certificat de spécialisation Technicien en énergies</h1>"
    assert len(titles(f"{title}<table>{cells}</table><p>Arrêté du 3 mai 2004</p>")) == 2


ORDER = "<p>Arrêté du 3 mai 2004</p>"
PARTS = "<{0}>{1}</{0}>" + ORDER + FILES + "<{0}>{2}</{0}><p>Arrêté du 5 mai 2010</p>" + FILES


@pytest.mark.parametrize(
    "body",
    [
        PARTS.format("h1", "CAP Vannerie", "BP Barman"),
        PARTS.format("h2", "CAP Vannerie", "CAP « Tonnellerie »"),
        PARTS.format("h3", "CAP Vannerie", "1. BP Vannerie"),
        PARTS.format("b", "CAP Vannerie", "CAP Tonnellerie").replace("<b>", "<p><b>"),
        PARTS.format("div", "CAP Vannerie", "CAP Tonnellerie").replace("<div>", "<div class=t>"),
        f"<h1>CAP Vannerie / BP Barman</h1>{ORDER}{FILES}",
        f"<h1>Certificat de spécialisation - Joaillerie et BP « Gemmologue »</h1>{ORDER}{FILES}",
        f"<h1>CAP Vannerie et CAP Tonnellerie</h1>{ORDER}{FILES}",
        "<h1>CS Vannerie / CAP Tonnelier</h1><p>Arrêté du 3 mai 2004 portant création de la "
        f"spécialité « tonnelier » de certificat d'aptitude professionnelle</p>{FILES}",
        f"<p>CAP Vannerie (50023443) - CAP Tonnellerie</p>{ORDER}{FILES}",
        f"<p>CAP Vannerie</p><p>CAP Tonnellerie</p>{ORDER}{FILES}",
        f"<h2>CAP Vannerie</h2><h1>BP Barman</h1>{ORDER}{FILES}",
        f"<h1>CAP Vannerie</h1><p>et</p><p>BP Barman</p>{ORDER}{FILES}",
        f"<h2>CAP Vannerie (50023443)</h2>{ORDER}<h2>BP Vannerie</h2>{ORDER}",
        f"<p>Métiers de la piscine</p><ul><li>CAP Vannerie<li>BP Vannerie</ul>{ORDER}{FILES}",
    ],
)
def test_a_page_of_two_diplomas_of_equal_rank_is_of_none(body: str) -> None:
    with pytest.raises(Refused):
        titles(body)


@pytest.mark.parametrize(
    "other",
    [
        "<h2>CAP Vannerie</h2>", "<p>Certificat d'aptitude professionnelle Vannerie</p>",
        "<h2>Poursuite d'études</h2><p>BP Barman</p>", "<div><a href=e.html>BP Barman</a></div>",
        "<h1>Diplôme remplacé</h1><h1>BEP Osier</h1>", "<h1>BP Barman</h1>", "<p>VANNERIE</p>",
        "<h2>BP Barman</h2><p>Arrêté du 5 mai 2010</p>", "<p>CAP Tonnellerie</p>",
        "<h1>Le BP Barman</h1><p>Il est ouvert aux titulaires de ce CAP.</p>",
    ],
)  # fmt: skip
def test_another_diploma_named_on_a_page_makes_it_none_of_two(other: str) -> None:
    before, behind = (other, "") if other.startswith("<p>") else ("", other)
    page = f"<h1>CAP Vannerie</h1>{before}{ORDER}{FILES}{behind}"
    assert titles(page)[0].lower().startswith("cap vannerie")


@pytest.mark.parametrize(
    "title",
    ["CS Joaillerie - Mention complémentaire Joaillerie", "CAP Vannerie - Certificat",
     "Bac pro Métiers de l'électricité et de ses environnements connectés - Bac pro MELEC"],
)  # fmt: skip
def test_a_title_that_names_its_diploma_twice_is_of_one(title: str) -> None:
    assert len(titles(f"<h1>{title}</h1>{ORDER}{FILES}")) == 1


def test_numbers_of_orders_in_a_column_list_no_diplomas() -> None:
    body = (
        "<table><tr><td>Diplôme</td><td>CAP</td></tr><tr><td>Spécialité</td><td>Vannerie</td></tr>"
        "</table><table><tr><th>Arrêté</th><th>NOR</th></tr><tr><td>Arrêté du 16 févr. 2018 portant"
        " création</td><td>MENE1825096A</td></tr><tr><td>Arrêté du 17 nov. 2018 modifiant le "
        "précédent</td><td>ESRS1829533A</td></tr></table>"
    )
    assert titles(body) == ["CAP Vannerie"]


def test_a_sector_above_a_title_is_no_subject() -> None:
    body = "<div><b>Arts appliqués</b></div><h1>DMA Art du bijou</h1><p>Arrêté du 3 mai 2004</p>"
    assert titles(body) == ["DMA Art du bijou"]


def below_a_list(head: str, *facts: str) -> str:
    parts = (
        f"<h2>{kind} {name}</h2><p>Code : {code}</p>{fact}"
        for (code, kind, name), fact in zip(CODES, facts, strict=False)
    )
    return f"<h1>{head}</h1>{''.join(parts)}"


@pytest.mark.parametrize("head", ["Liste des diplômes", "La liste des référentiels"])
def test_diplomas_with_an_order_each_stand_below_the_heading_of_a_list(head: str) -> None:
    facts = f"<h4>Textes</h4><p>Arrêté du 3 mai 2004</p><h4>Documents</h4>{FILES}"
    assert titles(below_a_list(head, facts)) == ["Bac pro Maintenance nautique"]
    with pytest.raises(Refused):
        titles(below_a_list(head, "<p>Niveau 4</p>"))
    with pytest.raises(Refused):
        titles(below_a_list("Liste des épreuves", facts))
