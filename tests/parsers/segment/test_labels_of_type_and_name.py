"""Labels that name a type or a title, headings that say no more, and labels of many things."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

LAYOUTS = (
    "<p>{} : {}</p><p>{} : {}</p>",
    "<p>{} : {}<br>{} : {}<br>Niveau : 3</p>",
    "<p><b>{}</b><br>{}</p><p><b>{}</b><br>{}</p>",
    "<h3>{}</h3><p>{}</p><h3>{}</h3><p>{}</p>",
    "<table><tr><th>{}</th><td>{}</td></tr><tr><th>{}</th><td>{}</td></tr></table>",
    "<dl><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd></dl>",
    "<ul><li>{} : {}</li><li>{} : {}</li></ul>",
)
HEADINGS = (
    "",
    "<h1>Notice</h1>",
    "<h2>Répertoire des diplômes</h2>",
    "<h1>Fiche de renseignements</h1>",
    "<h1>Diplôme professionnel</h1>",
    "<h1>Référentiel de certification</h1>",
)
FACTS = "<p>Arrêté du 3 mai 2004</p><p>Code : 500-24122</p>"


def record(body: str) -> Referential:
    (only,) = read(Document(f"<body>{body}</body>".encode()), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(
    "labels",
    [
        ("Nature", "Spécialité"),
        ("Examen", "Spécialité préparée"),
        ("Famille de diplôme", "La spécialité"),
        ("Diplôme préparé", "Spécialité du diplôme"),
        ("Sigle du diplôme", "Dénomination"),
        ("Type d'examen", "Libellé"),
        ("Nature de l'examen", "Spécialité concernée"),
    ],
)
def test_type_and_name_have_a_label_each(
    heading: str, layout: str, labels: tuple[str, str]
) -> None:
    if labels[1].startswith("La ") and ":" not in layout and "<b>" not in layout:
        return
    found = record(heading + layout.format(labels[0], "CAP", labels[1], "Vannerie") + FACTS)
    assert (found.title, found.name, found.diploma_type) == ("CAP Vannerie", "Vannerie", "CAP")


@pytest.mark.parametrize(
    "label", ["La spécialité", "Appellation officielle", "Spécialité du diplôme"]
)
def test_a_label_may_stand_on_a_further_line(label: str) -> None:
    found = record(f"<p>Type : BTS<br>{label} : Édition<br>Niveau : 5<br>Code : 320-24122</p>")
    assert found.title == "BTS Édition"


@pytest.mark.parametrize(
    "type_", ["Brevet d'études professionnelles (BEP)", "Brevet de technicien (BT)"]
)
def test_a_type_with_its_acronym_is_one(type_: str) -> None:
    found = record(f"<p>Type : {type_}</p><p>Spécialité : Vannerie</p><p>Code : 510-24122</p>")
    assert found.title == f"{type_} Vannerie"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("label", ["Nom", "Diplôme concerné", "Libellé long", "Le diplôme"])
def test_a_label_has_the_whole_title(label: str, heading: str, layout: str) -> None:
    body = heading + layout.format(label, "CAP Vannerie", "Code", "500-24122")
    assert record(f"{body}<p>Arrêté du 3 mai 2004</p>").title == "CAP Vannerie"


@pytest.mark.parametrize(
    "label", ["Diplôme professionnel", "Diplôme", "Le diplôme", "Examen", "Intitulé", "Nature"]
)
def test_a_label_before_the_title_is_no_part_of_it(label: str) -> None:
    for body in (
        "<h1>{} : CAP Vannerie</h1>",
        "<p>{} : CAP Vannerie</p>",
        "<p><b>{} :</b> CAP Vannerie</p>",
    ):
        found = record(f"{body.format(label)}{FACTS}")
        assert (found.title, found.name) == ("CAP Vannerie", "Vannerie")


def test_nature_and_name_of_other_things_are_no_labels() -> None:
    head = "<h1>CAP</h1><p>Vannerie</p>"
    orders = (
        "<table><tr><th>Nature</th><th>Date</th></tr><tr><td>Arrêté de création</td>"
        "<td>3 mai 2004</td></tr><tr><td>Arrêté modificatif</td><td>4 juin 2006</td></tr></table>"
    )
    contact = (
        "<p>Nom : Mme Caron</p><p>Nature : épreuve écrite</p><h2>Examen</h2><p>Cinq épreuves</p>"
    )
    found = record(f"{head}{orders}{contact}")
    assert (found.title, found.diploma_type) == ("CAP Vannerie", "CAP")
    text = (
        "<h2>Le diplôme</h2><p>Le CAP Vannerie est un diplôme national qui atteste un métier.</p>"
    )
    assert "atteste" in (record(f"<h1>CAP Vannerie</h1>{text}{FACTS}").description or "")
    text = "<p>Le diplôme : Le CAP Vannerie forme à la conception et à la vente…</p>"
    assert "forme" in (record(f"<h1>CAP Vannerie</h1>{text}{FACTS}").description or "")


@pytest.mark.parametrize("none", ["-", "néant", "aucune", "sans objet", "sans option", "–"])
@pytest.mark.parametrize("mark", [" : ", "&nbsp;: "])
def test_no_option_is_no_part_of_the_title(none: str, mark: str) -> None:
    for head in ("<h1>CAP</h1><p>Vannerie</p>", "<h1>CAP Vannerie</h1>"):
        assert record(f"{head}<p><b>Option{mark}</b>{none}</p>{FACTS}").title == "CAP Vannerie"
