"""Labels that hold the diploma's own type or title, and those of another type."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

HEAD = "<p>Arrêté du 3 mai 2004</p><p><a href=a.pdf>Annexes</a></p>"
ROWS = (
    "<h2>{}</h2><p>{}</p>",
    "<p><b>{} :</b> {}</p>",
    "<p><strong>{}.</strong></p><p>{}</p>",
    "<details><summary>{}</summary><p>{}</p></details>",
    "<div class=card><div class=card-header>{}</div><div class=card-body><p>{}</p></div></div>",
    "<table><tr><th>{}</th><td>{}</td></tr></table>",
)


def _read(body: str, title: str = "CAP Aménagement de jardin") -> Referential:
    page = f"<html><body><h1>{title}</h1>{HEAD}{body}</body></html>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Description du {title}", "description"),
        ("DESCRIPTION DU {TITLE}", "description"),
        ("Attendus du {title}", "expectations"),
        ("Poursuite d'études après le {title}", "further_study"),
        ("Que fait le titulaire du {type} ?", "description"),
        ("Études après le {type}", "further_study"),
        ("Accès au {type}", "access"),
    ],
)
@pytest.mark.parametrize(
    "title", ["CAP Aménagement de jardin", "Baccalauréat professionnel Aménagement de jardin"]
)
@pytest.mark.parametrize("row", ROWS)
def test_a_label_may_hold_the_title_or_the_type(
    row: str, title: str, label: str, field: str
) -> None:
    kind = title.partition(" Amé")[0]
    plain = title.upper().replace("É", "E")  # typed without accents
    words = label.format(title=title, TITLE=plain, type=kind)
    record = _read(row.format(words, "Planter des haies et des arbres."), title)
    assert getattr(record, field) == "Planter des haies et des arbres."
    assert record.title == title


@pytest.mark.parametrize(
    "head",
    ["<h1>Vannerie (CAP)</h1>", "<p>CAP</p><h1>Vannerie</h1>", "<h1>Vannerie</h1><p>CAP</p>"],
)
def test_the_title_may_stand_in_two_parts(head: str) -> None:
    page = f"<html><body>{head}{HEAD}<h2>Description du CAP Vannerie</h2><p>Il tresse.</p>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert only.record.description == "Il tresse."
    assert only.record.name == "Vannerie"


def test_the_title_may_itself_look_like_a_label() -> None:
    for title in ("Référentiels du CAP Vannerie", "Présentation du CAP Vannerie"):
        assert _read("", title).name == "Vannerie"


@pytest.mark.parametrize("words", ["Accès au BTS", "Après le bac pro", "Attendus du BTS"])
def test_a_label_with_another_type_is_none_of_the_diploma(words: str) -> None:
    record = _read(f"<h2>{words}</h2><p>Sur dossier.</p>")
    assert (record.access, record.further_study, record.expectations) == (None, None, None)
    assert words in {issue.value for issue in record.issues}


def test_a_predecessor_and_a_file_keep_their_titles() -> None:
    record = _read(
        "<p>Ce diplôme remplace le CAP Aménagement de jardin (500-21410).</p><h2>Documents</h2>"
        "<p><b>Référentiel du CAP Aménagement de jardin</b> <a href=b.pdf>Télécharger</a></p>"
    )
    assert record.replaces == ("50021410",)
    titles = [document.title for document in record.documents]
    assert titles == ["Annexes", "Référentiel du CAP Aménagement de jardin"]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("MÉTIER(S) ASSOCIÉ(S)", "trades"),
        ("Quelles sont les qualités attendues ?", "expectations"),
        ("APTITUDES ET QUALITÉS REQUISES", "expectations"),
        ("APTITUDES ET QUALITÉS REQUISES :", "expectations"),
        ("Poursuites d'études du titulaire", "further_study"),
        ("Que faire après ce certificat ?", "further_study"),
        ("Qui peut préparer cette mention ?", "access"),
        ("En quoi consiste ce brevet ?", "description"),
        ("Qui peut préparer ce diplôme des métiers d'art ?", "access"),
        ("Attendus nationaux Parcoursup", "expectations"),
    ],
)
def test_writings_of_a_label(label: str, field: str) -> None:
    entry = Lexicon.packaged().lookup(label)
    assert entry is not None
    assert entry.field == field


def test_two_labels_do_not_reach_over_a_colon() -> None:
    record = _read(
        "<p><b>Public et conditions d'accès :</b> La formation est destinée :</p>"
        "<ul><li>aux apprentis</li></ul>"
    )
    assert record.access is not None
    assert record.access.startswith("La formation est destinée")


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("{title} : débouchés", "trades"),
        ("{title} - Conditions d'accès", "access"),
        ("{title} – les attendus", "expectations"),
        ("Admission en {title}", "access"),
        ("Qualités requises pour le {title}", "expectations"),
        ("Poursuivre ses études après le {title}", "further_study"),
    ],
)
@pytest.mark.parametrize(
    "title", ["CAP Vannerie", "BTS Métiers de la mode - vêtements", "CAP Bronzier : tournage"]
)
def test_the_title_may_stand_before_the_words_of_a_label(
    title: str, label: str, field: str
) -> None:
    heads = (label, "{title} : métiers visés", "{title} : combien d'heures ?")
    sections = "".join(f"<h2>{head.format(title=title)}</h2><p>tressage</p>" for head in heads)
    record = _read(sections, title)
    value = getattr(record, field)
    assert value[0].label == "tressage" if field == "trades" else value == "tressage"
    assert record.title == title


def test_options_below_the_title_remain_options() -> None:
    page = (
        f"<html><body><h1>CAP Vannerie</h1>{HEAD}<h2>CAP Vannerie : option A osier</h2><p>Code "
        "50022434</p><h2>CAP Vannerie : option B rotin</h2><p>Code 50022435</p></body></html>"
    )
    records = read(Document(page.encode()), Lexicon.packaged()).records
    assert [each.record.code for each in records] == ["50022434", "50022435"]


def test_the_duration_of_the_diploma_by_its_title() -> None:
    record = _read("<h2>Durée de la formation CAP Aménagement de jardin</h2><p>2 ans</p>")
    assert record.duration_months == 24


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("Quels emplois peut-on occuper ?", "trades"),
        ("À quels métiers mène ce diplôme ?", "trades"),
        ("Quelles études peut-on envisager ?", "further_study"),
        ("Comment se passe l'admission ?", "access"),
        ("Quel profil faut-il avoir ?", "expectations"),
        ("Que va-t-on apprendre à faire ?", "description"),
        ("Combien d'années dure la formation ?", "duration"),
        ("Sur quels textes s'appuyer ?", "legal_texts"),
        ("Que peut-on télécharger ?", "documents"),
    ],
)
def test_questions_of_the_words_of_one_field(question: str, field: str) -> None:
    entry = Lexicon.packaged().lookup(question)
    assert entry is not None
    assert entry.field == field


@pytest.mark.parametrize(
    "question",
    [
        "Où se former ?", "Quel est le prix ?", "Quelles études pour y accéder ?", "Qui recrute ?",
        "Comment obtenir le diplôme ?", "Sa mission ?",
    ],
)  # fmt: skip
def test_other_questions(question: str) -> None:
    assert Lexicon.packaged().lookup(question) is None


def test_any_writing_of_a_joint_is_looked_up() -> None:
    for joint in ("et", "Et", "ET", "ou", "Ou", "OU"):
        assert Lexicon.packaged().lookup(f"Tressage {joint} cannage") is None
        entry = Lexicon.packaged().lookup(f"Public visé {joint} voies d'accès")
        assert entry is not None
        assert entry.field == "access"
