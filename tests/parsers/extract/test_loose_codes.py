"""A code under no label is the diploma's when it stands alone, and fits the title's type."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from tests.parsers.extract.pages import record_of

ORDER = "<p>Arrêté du 3 mai 2004</p>"


def code(body: str) -> str | None:
    document = Document(f"<html><body>{ORDER}{body}</body></html>".encode())
    (only,) = read(document, Lexicon.packaged()).records
    return only.record.code


@pytest.mark.parametrize(
    "line",
    ["<p>500-23438 V</p>", "<p>500-23438 V remplaçant 500-23439 V</p>",
     "<p>500-23438 V, qui remplace le 500-23439 V</p>", "<p>50023438V</p>",
     "<h2>500-23438 V</h2>", "<p>N° 500-23438 V</p>",
     "<p>Nomenclature : 500-23438 V</p>", "<p>500-23438 V | RNCP 38391</p>",
     "<p>Session 2024<br>500-23438 V<br>Annexes</p>", "<p>2024 · 500-23438 V</p>",
     "<p>Code 500-23438 V. Remplace le n°500-23439 V.</p>",
     "<p>500-23438 V, remplace le 500-23439 V, première session 2021</p>",
     "<p>Niveau 3 – code 500-23438 V</p><p>(ex-CAP vannier, code 500-23439 V)</p>",
     "<h2>Quel code indiquer ?</h2><p>500-23438 V.</p>",
     "<p>Première session : 2024 | RNCP37598 | Code 50023438V</p>",
     "<p>Ce certificat d'aptitude professionnelle, identifié sous le code 500-23438 V, a été créé "
     "en 2004.</p>",
     "<h2>Un diplôme rénové</h2><p>Le nouveau CAP vannerie (code 500-23438 V) remplace le "
     "précédent (code 500-23439 V).</p>",
     "<p>500-23438 V &nbsp; RNCP38391</p>", "<p>Code : 50023438V – remplace le 500-23439</p>",
     "<p>Code : 500-23438 V – RNCP38391 – remplace le n° 500-23439 V</p>",
     "<p>Il apparaît sous le n° 500 23438 V, et au répertoire national sous le n° RNCP 38391.</p>",
     "<p>Référence : 500-23438 V</p>", "<p>Code CFD : 500 234 38 V.</p>",
     "<p>Créé en 2011. Code national 500-234-38.</p>",
     "<p>Ce certificat d'aptitude professionnelle (500-23438 V) a été créé en 2004.</p>",
     "<p>Créé par l'arrêté du 3 mai 2004 relatif au CAP tonnellerie, le CAP vannerie (500-23438 V) "
     "remplace le CAP tonnellerie (500-23439 V).</p>",
     "<p>CAP niv. 3 - arr. 23/07/1998 - 500-23438 V - 1re session 1999 - RNCP 37492</p>",
     "<dl><dt>N° de diplôme</dt><dd>500-23438 V</dd></dl>",
     "<p>Code dipl. : 500-23438 V</p>", "<p>[500-23438 V]</p>", "<p>CAP vannerie : 500-23438 V</p>",
     "<p>BCN : 500-23438 V</p>", "<p>Code : 500/23438</p>",
     "<p>Inscription aux examens : code 500-23438 V</p>",
     "<h2>Présentation</h2><p>(code 500-23438 V)</p>", "<h2>Présentation</h2><p>[500-23438 V]</p>",
     "<h2>Présentation</h2><p>Ce diplôme porte le code 500-23438 V.</p>",
     "<h2>Présentation</h2><p>Le CAP vannerie est répertorié sous le code 50023438.</p>",
     "<p>Le code du CAP « Vannerie » dans la nomenclature des formations est le 50023438.</p>",
     "<h2>Présentation</h2><p>Code 500-23438 V, niveau V</p>",
     "<p>Code diplôme / RNCP : 500-23438 V / 37311</p>",
     "<p>Code national 500-23438 V (remplace le n° 500-23439 V)</p>",
     "<p>Ce diplôme (code 500-23438 V) est remplacé par le 500-23439 V.</p>",
     "<h2>Ancien diplôme</h2><p>Le CAP vannerie, de code 500-23438 V, remplace le 500-23439 V.</p>",
     "<h2>Successeur</h2><p>Ce CAP (code 500-23438 V) est remplacé par le 500-23439 V.</p>"],
)  # fmt: skip
def test_a_code_alone_is_read(line: str) -> None:
    assert code(f"<h1>CAP vannerie</h1>{line}") == "50023438"
    assert code(f"{line}<h1>CAP vannerie</h1>") == "50023438"


@pytest.mark.parametrize(
    "line",
    ["<p>450-23438 V</p>", "<p>500-23438 V</p><p>500-23439 V</p>", "<p>remplace le 500-23438 V</p>",
     "<p>Remplace le CAP vannier (code 500-23438 V).</p>",
     "<p>CAP tonnellerie (code 500-23438 V)</p>", "<p>(ex-CAP vannier, code 500-23438 V)</p>",
     "<p>Ancien CAP vannier – 500-23438 V</p>",
     "<p>Le CAP vannerie (500-23438 V) est remplacé par le CAP tonnellerie (500-23439 V).</p>",
     "<h2>Voir aussi</h2><p>500-23438 V</p>",
     "<h2>CAP tonnellerie</h2><p>Il porte le code 500-23438 V.</p>",
     "<p>Code : 50023438 50023439</p>", "<p>Code : 50023438 puis 50023439</p>",
     "<p>Voir désormais le CAP vannerie, code 500-23438 V.</p>",
     "<p><a href=/x.html>500-23438 V</a></p>",
     "<h2>Ancien code</h2><p>Code 500-23438 V, remplacé par le 500-23439 V</p>",
     "<h2>Ancien diplôme</h2><p>Ce CAP (code 500-23438 V), qui a remplacé le 500-23439 V</p>",
     "<p>CAP tonnellerie : 500-23438 V</p>", "<p>BEP vannerie : 510-23438 V</p>",
     "<h2>Présentation</h2><p>Le CAP tonnellerie porte le code 500-23438 V.</p>",
     "<h2>Présentation</h2><p>Il remplace le CAP vannier (500-23438 V).</p>",
     "<table><tr><td>CAP tonnellerie</td><td>500-23438 V</td></tr></table>",
     "<table><tr><td><p>CAP tonnellerie</p><p>500-23438 V</p></td></tr></table>"],
)  # fmt: skip
def test_a_code_that_may_be_another_diplomas_is_not(line: str) -> None:
    assert code(f"<h1>CAP vannerie</h1>{line}") is None


@pytest.mark.parametrize("said", ["Ancien code : 500-23438 V", "Ancien numéro 500-23438 V (CAP)"])
def test_a_former_code_of_a_repealed_diploma_without_another_one_is_an_issue(said: str) -> None:
    body = f"<html><body>{{}}<h1>CAP Vannerie</h1>{ORDER}<p>{said}</p></body></html>"
    for repealed, issues, replaces in (
        ("<p>Diplôme abrogé</p>", ["500-23438"], ()),
        ("", [], ("50023438",)),
    ):
        document = Document(body.format(repealed).encode())
        (only,) = read(document, Lexicon.packaged()).records
        assert (only.record.code, only.record.replaces) == (None, replaces)
        told = [i.value or "" for i in only.record.issues if i.field == "code" and i.place]
        assert ["500-23438" in text for text in told] == [True for _ in issues]


@pytest.mark.parametrize(
    "line",
    ["<p>L'ancien référentiel « tonnellerie » (code 500-23438 V) reste applicable.</p>",
     "<p>Ancien référentiel : code 500-23438 V</p>",
     "<p>Le référentiel précédent (500-23438 V) reste applicable.</p>",
     "<p>L'ancien arrêté du 3 mai 1998 (code 500-23438 V) est abrogé.</p>",
     "<p>L'ancienne réglementation (code 500-23438 V) s'applique jusqu'en 2016.</p>",
     "<p>L'ancienne version du diplôme (code 500-23438 V) s'éteint en 2016.</p>",
     "<p>Le diplôme antérieur (code 500-23438 V) est abrogé.</p>",
     "<p>Les candidats de l'ancien référentiel (code 500-23438 V) gardent leurs notes.</p>",
     "<p>500-23438 V (ancien diplôme)</p>", "<p>Code : 500-23438 V (ancien référentiel)</p>",
     "<h2>Ancien référentiel</h2><p>Code : 500-23438 V</p>",
     "<h2>Ancien CAP tonnellerie</h2><p>Code : 500-23438 V</p>",
     "<p>L'ancien CAP tonnellerie (500-23438 V) est abrogé. Ce diplôme le remplace.</p>"],
)  # fmt: skip
def test_the_code_of_what_was_before_is_a_predecessors(line: str) -> None:
    document = Document(f"<html><body>{ORDER}<h1>CAP vannerie</h1>{line}</body></html>".encode())
    (only,) = read(document, Lexicon.packaged()).records
    assert (only.record.code, only.record.replaces) == (None, ("50023438",))
    assert only.record.status != "repealed"


def test_a_text_that_holds_the_own_code_is_told_as_such() -> None:
    page = f"<h1>CAP vannerie</h1>{ORDER}<p>Code : 500-23438 V</p><p>Cote : %s</p>"
    for code_below, severity, detail in (
        ("500-23438 V", "info", "no field: the diploma's own code"),
        ("500-23439 V", "warning", "no field."),
    ):
        (only,) = read(Document((page % code_below).encode()), Lexicon.packaged()).records
        told = [i for i in only.record.issues if i.value == f"Cote : {code_below}"]
        assert [(i.field, i.severity) for i in told] == [("code", severity)]
        assert told[0].message.endswith(detail)


@pytest.mark.parametrize(
    "line",
    [
        "Remplace le 500-23437 S – Code du diplôme : 500-23438 S",
        "Ce diplôme remplace le 500-23437 | N° de code diplôme : 500-23438",
        "Remplace le diplôme de code 50023437 – Niveau 3 – Diplôme n° 500-23438 S",
        "Vient en remplacement du 50023437 S<br>Code diplôme n° 50023438 S",
        "Dernière session en 2025 | Code examen (diplôme) : 500 23438 | Remplace le 50023437",
        "État : en vigueur – Diplôme n° 500-23438 S – Remplace : 500-23437",
    ],
)
def test_a_labelled_code_beside_a_predecessors_is_the_own_one(line: str) -> None:
    record = record_of(f"<p>{line}</p>{ORDER}")
    assert (record.code, record.replaces) == ("50023438", ("50023437",))


@pytest.mark.parametrize(
    "line",
    [
        "Remplace : CAP Osier (code 500-23436) – CAP Rotin (code 500-23437)",
        "Remplace les codes 500-23436 et 500-23437",
    ],
)
def test_further_codes_of_predecessors_are_not(line: str) -> None:
    record = record_of(f"<p>{line}</p>{ORDER}")
    assert (record.code, record.replaces) == (None, ("50023436", "50023437"))


@pytest.mark.parametrize("subject", ["Cette spécialité est codée", "Le diplôme est codé"])
@pytest.mark.parametrize("own", ["500-23438 V", "50023438V", "50023438"])
def test_a_sentence_says_how_the_diploma_is_coded(subject: str, own: str) -> None:
    assert code(f"<h1>CAP Vannerie</h1><p>{subject} {own}. Niveau 3.</p>") == "50023438"
    # of another type, or a former one
    assert code(f"<h1>BTS Vannerie</h1><p>{subject} {own}.</p>") is None
    assert code(f"<h1>CAP Vannerie</h1><p>L'ancien CAP Osier est codé {own}.</p>") is None


@pytest.mark.parametrize("verb", ["remplace", "se substitue au", "a remplacé"])
def test_the_code_of_a_new_diploma_of_the_same_name_is_of_neither(verb: str) -> None:
    """The page may be of the former one or of the new one."""
    object_ = "CAP vannerie" if verb.endswith(" au") else "le CAP vannerie"
    text = f"Le nouveau CAP vannerie (code 500-23438 V) {verb} {object_}."
    assert code(f"<h1>CAP vannerie</h1><p>Arrêté du 3 mai 2004</p><p>{text}</p>") is None


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Suite donnée : code 320-25520", None),
        ("Diplôme à venir : code 320-25520", None),
        ("Références : code 320-25520", "32025520"),
        ("BTS Vannerie : code 320-25520", "32025520"),
        ("Le code de ce diplôme est : 320-25520", "32025520"),
    ],
)
def test_a_code_behind_words_of_something_else_is_told(line: str, code: str | None) -> None:
    body = f"<p>Arrêté du 3 mai 2004</p><p>{line}</p>"
    record = record_of(body, "<h1>BTS Vannerie</h1>")
    assert record.code == code
    assert code or "code" in {issue.field for issue in record.issues if issue.value}


def test_a_code_called_the_diplomas_is_its_own_behind_any_words() -> None:
    line = "Dans OCEAN et CYCLADES : code diplôme 320-25520 S"
    assert record_of(f"{ORDER}<p>{line}</p>", "<h1>BTS Vannerie</h1>").code == "32025520"
