"""Labels that differ from those of the lexicon in little words, or say whose they are."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

PLACES = (
    "<p>{label} : {value}</p>",
    "<p>{label}&nbsp;: {value}<br>Niveau : 3</p>",
    "<p><b>{label}</b><br>{value}</p>",
    "<p><b>{label}</b> {value}</p>",
    "<h3>{label}</h3><p>{value}</p>",
    "<table><tr><th>{label}</th><td>{value}</td></tr></table>",
    "<dl><dt>{label}</dt><dd>{value}</dd></dl>",
    "<ul><li>{label} : {value}</li></ul>",
)
ENDINGS = ("", " de l'examen", " du diplôme", " d'examen", " de l’examen du diplôme", " prévue")


def _read(content: str) -> Referential:
    page = f"<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>{content}"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("which", ["Première", "Dernière", "1ère", "Date de la dernière"])
def test_a_session_is_that_of_the_diploma(which: str, ending: str, place: str) -> None:
    record = _read(place.format(label=f"{which} session{ending}", value="2016"))
    sessions = record.first_session, record.last_session
    assert sessions == ((None, 2016) if "erni" in which else (2016, None))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "label",
    [
        "Code de l'examen",
        "Code scolarité du diplôme",
        "Code de cette spécialité",
        "Numéro du diplôme",
    ],
)
def test_a_code_is_that_of_the_diploma(label: str, place: str) -> None:
    assert _read(place.format(label=label, value="500-22437 S")).code == "50022437"


@pytest.mark.parametrize("place", PLACES)
def test_the_duration_of_an_examination_is_none_of_the_diploma(place: str) -> None:
    for label in ("Durée de l'examen", "Durée des examens"):
        assert _read(place.format(label=label, value="2 ans")).duration_months is None


@pytest.mark.parametrize("name", ["Référentiel de certification", "Référentiel de formation"])
def test_the_name_of_an_annex_is_no_label_of_documents(name: str) -> None:
    record = _read(f'<p>{name} : cliquez <a href="a.pdf">ici</a></p>')
    assert [document.title for document in record.documents] == [f"{name} : cliquez"]


def test_the_letter_of_an_option_is_no_little_word() -> None:
    """*Code option A* is that of an option, not of the diploma."""
    page = (
        "<h1>MC Accueil</h1><p>Option A : gare - Option B : port</p><table>"
        "<tr><td>Arrêté</td><td>20 avril 2010</td></tr>"
        "<tr><td>Code option A</td><td>010-22704 S</td></tr>"
        "<tr><td>Code option B</td><td>010-22705 S</td></tr></table>"
    )
    records = read(Document(page.encode()), Lexicon.packaged()).records
    assert [each.record.code for each in records] == ["01022704", "01022705"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("label", "value", "sessions"),
    [
        ("Sessions organisées", "2005 à 2024", (2005, 2024)),
        ("Sessions du diplôme", "de 2005 à 2024", (2005, 2024)),
        ("Sessions (première - dernière)", "2005 / 2024", (2005, 2024)),
        ("Première et dernière sessions", "2005 / 2024", (2005, 2024)),
        ("Application", "session d'examen 2005", (2005, None)),
        ("Date d'application", "session 2005", (2005, None)),
        ("Prise d'effet", "session 2005", (2005, None)),
        ("Date d'effet", "à compter de la session 2005", (2005, None)),
        ("Début (session)", "2005", (2005, None)),
        ("Session de première délivrance", "2005", (2005, None)),
        ("Délivré à partir de la session", "2005", (2005, None)),
        ("Fin (session)", "2024", (None, 2024)),
        ("Session de clôture", "2024", (None, 2024)),
        ("Dernière session de délivrance", "2024", (None, 2024)),
        ("Délivré jusqu'à la session", "2024", (None, 2024)),
        ("Application", "rentrée 2005", (None, None)),
        ("Date d'application", "1er septembre 2005", (None, None)),
    ],
)
def test_sessions_in_other_words(
    label: str, value: str, sessions: tuple[int | None, int | None], place: str
) -> None:
    record = _read(place.format(label=label, value=value))
    assert (record.first_session, record.last_session) == sessions


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "label", ["CPC en charge", "CPC dont relève le diplôme", "Commission dont relève le diplôme"]
)
def test_a_commission_is_in_charge_of_a_diploma(label: str, place: str) -> None:
    assert _read(place.format(label=label, value="Industrie")).cpc == "Industrie"


@pytest.mark.parametrize("place", PLACES)
def test_a_level_in_brackets_is_one(place: str) -> None:
    assert _read(place.format(label="Positionnement (niveau)", value="IV")).level == 4


@pytest.mark.parametrize("title", ["Le C.A.P. Vannerie", "Le CS Vannerie", "La M.C. Vannerie"])
def test_an_article_before_a_short_type_is_no_part_of_the_name(title: str) -> None:
    page = f"<h1>{title}</h1><p>Arrêté du 3 mai 2004</p>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert only.record.name == "Vannerie"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Nomenclature : niveau : 4</p>",
        "<p>Nomenclature : niveau: niveau IV</p>",
        "<p><i>Nomenclature : niveau</i> : 4 (ancien niveau IV)</p>",
        "<p>Nomenclature (niveau) : Niveau 4</p>",
        "<ul><li>Statut : en vigueur</li><li>Nomenclature : niveau : 4</li></ul>",
    ],
)
def test_a_label_of_a_fact_may_hold_a_colon(line: str) -> None:
    page = f"<h1>MC Accueil</h1><p>Arrêté du 3 mai 2004</p>{line}"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert only.record.level == 4
    assert "invalid-code" not in {issue.issue for issue in only.record.issues}


def test_a_code_below_nomenclature_stays_one() -> None:
    assert _read("<p>Nomenclature : 500-24240</p>").code == "50024240"


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Abrogé par arrêté du", "repeal"),
        ("Abrogé par un arrêté du", "repeal"),
        ("Supprimé par l'arrêté du", "repeal"),
        ("Arrêté de suppression", "repeal"),
        ("Arrêté supprimant le diplôme", "repeal"),
        ("Texte abrogeant le diplôme", "repeal"),
        ("Modifié par un arrêté du", "modification"),
        ("Modifié par arrêté du", "modification"),
    ],
)
def test_a_row_of_a_history_says_what_its_order_does(label: str, kind: str) -> None:
    record = _read(
        "<table><tr><th>Nature</th><th>Date</th><th>Publication</th></tr>"
        "<tr><td>Création</td><td>3 mai 2004</td><td>JO du 12 mai 2004</td></tr>"
        f"<tr><td>{label}</td><td>5 juin 2010</td><td>JO du 20 juin 2010</td></tr></table>"
    )
    assert {(str(t.date), t.kind) for t in record.legal_texts} == {
        ("2004-05-03", "creation"),
        ("2010-06-05", kind),
    }


@pytest.mark.parametrize("place", PLACES)
def test_short_labels_of_duration_level_sector_and_orders(place: str) -> None:
    record = _read(
        place.format(label="Scolarité", value="deux années")
        + place.format(label="Classement", value="niveau 3 (CAP)")
        + place.format(label="Filière", value="Bois et dérivés")
    )
    assert (record.duration_months, record.level) == (24, 3)
    assert record.sector == "Bois et dérivés"


@pytest.mark.parametrize("label", ["Création", "Modification"])
@pytest.mark.parametrize("place", PLACES)
def test_the_label_by_order_says_what_an_order_does(label: str, place: str) -> None:
    page = place.format(label=f"{label} par arrêté", value="arrêté du 7 juin 2011")
    kinds = {text.date: text.kind for text in _read(page).legal_texts}
    assert kinds["2011-06-07"] == label.lower().replace("é", "e")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("behind", ["", " du diplôme"])
def test_the_session_of_the_first_and_last_award(place: str, behind: str) -> None:
    record = _read(
        place.format(label=f"Première délivrance{behind}, session", value="2006")
        + place.format(label=f"Dernière délivrance{behind} (session)", value="2024")
    )
    assert (record.first_session, record.last_session) == (2006, 2024)
    record = _read(place.format(label="Prend la suite du", value="500-24130"))
    assert record.replaces == ("50024130",)
