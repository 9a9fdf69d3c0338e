"""What a page must state to be a diploma's, and what is said of it when it does not."""

from typing import Any

import pytest

from parsers.classify.page_evidence import Evidence, evidence_of
from parsers.model.document import Document as Source
from parsers.model.statement import Chosen, Statement
from parsers.parse import read
from schema.errors import Refused
from schema.issues import Refusal
from schema.lexicon import Lexicon
from schema.referential import Document

URL = "https://eduscol.education.fr/referentiels-professionnels/b224.html"


def seen(url: str = URL, *, known: bool = False, label: str = "label", **values: Any) -> Evidence:
    statements = tuple(
        Statement(name, each, str(each), "1", label)
        for name, value in values.items()
        for each in (value if isinstance(value, tuple) else (value,))
    )
    return evidence_of(Chosen(values, statements, ()), Source(b"", url, is_known=known))


def file(title: str, name: str) -> tuple[Document, ...]:
    return (Document(url=f"https://eduscol.education.fr/{name}", title=title, media_type=None),)


@pytest.mark.parametrize(
    ("values", "is_enough"),
    [
        ({"title": "CAP boulanger"}, False),
        ({"title": "CAP boulanger", "code": "50022137"}, True),
        ({"title": "CAP boulanger", "last_session": 2017}, True),
        ({"title": "CAP boulanger", "status": "repealed"}, True),
        ({"title": "CAP boulanger", "status": "unknown"}, False),
        ({"title": "CAP boulanger", "description": "Un."}, False),
        ({"title": "CAP boulanger", "description": "Un.", "access": "Deux."}, True),
        ({"title": "CAP boulanger", "documents": file("Annexe I", "a.pdf")}, True),
        ({"title": "CAP boulanger", "documents": file("Plaquette", "a.pdf")}, False),
        ({"title": "CAP boulanger", "documents": file("ici", "b224a.pdf")}, True),
        # a past paper is no document of a référentiel
        ({"title": "CAP boulanger", "documents": file("Annexe du sujet 2012", "a.pdf")}, False),
        ({"title": "CAP", "code": "50022137"}, False),
        ({"title": "Boulanger", "code": "50022137"}, False),
        ({"title": "Boulanger", "code": "50022137", "duration_label": "2 ans",
          "acronym": "X"}, True),
        ({"title": "Boulanger", "diploma_type": "CAP", "code": "50022137"}, True),
        ({}, False),
    ],
)  # fmt: skip
def test_evidence(values: dict[str, Any], is_enough: bool) -> None:
    assert seen(**values).enough is is_enough


def test_the_label_of_a_file_says_what_it_is() -> None:
    """*Annexes : I, II*, whose links say no more than a number."""
    numbered = file("I", "a.pdf")
    assert seen(title="CAP boulanger", documents=numbered, label="Annexes").enough
    assert not seen(title="CAP boulanger", documents=numbered, label="Sujets").enough
    assert not seen(title="CAP boulanger", documents=numbered, label="Annexes des sujets").enough


def test_a_known_address_speaks_for_a_page() -> None:
    assert seen(known=True, title="CAP boulanger").enough
    assert not seen(known=True, title="Boulanger").enough


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<h1>CAP</h1><p>Un texte.</p>", Refusal.OTHER_PAGE),
        ("<h1>CAP boulanger</h1><p>Un texte.</p>", Refusal.OTHER_PAGE),
        ("", Refusal.EMPTY),
        ("<p>\ufffd\ufffd</p>", Refusal.UNDECODABLE),
        ("<ul>" + "".join(f"<li><a href=b{n}.html>CAP {n}a</a>" for n in range(6)) + "</ul>",
         Refusal.INDEX_PAGE),
    ],
)  # fmt: skip
def test_the_one_true_reason(body: str, reason: Refusal) -> None:
    with pytest.raises(Refused) as refused:
        read(Source(f"<html><body>{body}</body></html>".encode(), URL), Lexicon.packaged())
    assert refused.value.reason == reason


LEXICON = Lexicon.packaged()
_HEAD = "<h1>CAP vannerie</h1><p>Code : 500-23434</p>"


@pytest.mark.parametrize(
    "body",
    [
        # a section that no field holds stands first among the page's sections
        "<h1>CAP vannerie</h1><div><h3>Grille horaire</h3><p>Douze heures.</p></div><div>"
        "<h3>Objectifs</h3><p>Ce CAP forme des vanniers.</p></div><p>Code : 500-23434</p>",
        # what a trade does, when the diploma was changed, and who sits its examination
        f"{_HEAD}<p>La spécialité, rénovée à la rentrée 2021, forme à établir un devis.</p>"
        "<p>Une attestation est due le jour de l'inscription à l'examen.</p>"
        "<p>Taux de réussite : 80 %</p><p>L'internat est ouvert.</p>",
        # how to reach the ministry, and places for pupils
        f"{_HEAD}<h2>Accès</h2><p>Sur dossier, dans la limite des places disponibles.</p>"
        "<h2>Horaires hebdomadaires</h2><p>L'emploi du temps a 30 heures.</p>"
        "<h2>Nous contacter</h2><p>Par courriel.</p>",
        # a commission of the ministry's; a year before an item's letter
        "<h1>CAP vannerie</h1><h2>Objectifs</h2><p>Il tresse.</p><h2>Accès</h2><p>La 3e.</p>"
        "<h2>Attendus</h2><p>De l'adresse, dès la rentrée 2021.</p><h2>Horaires hebdomadaires</h2>"
        "<p>Deux jours de l'emploi du temps.</p><p>CPC : Industrie</p><p>Code : 500-23434</p>",
        f"{_HEAD}<ul><li>E - 1re session : 2012</li><li>F - Coût : 150 euros, livraison.</li></ul>",
        # the first session of its examination, beside what schools speak of too
        "<h1>CAP vannerie</h1><p>Code : 500-23434</p><p>Première session : 2012</p>"
        "<h2>Objectifs</h2><p>Il tresse.</p><h2>Accès</h2><p>À l'inscription, un certificat.</p>"
        "<h2>Financement</h2><p>Aucun.</p><h2>Taux de réussite</h2><p>80 %</p>",
        # a label that is a subject where it stands alone
        "<h1>CAP vannerie</h1><h2>Exercer un métier</h2><p>vannier/ère</p><h2>Objectifs</h2>"
        "<p>Ce CAP forme des vanniers.</p><p>Code : 500-23434</p>",
        # panels that buttons open
        "<h1>CAP vannerie</h1>" + "".join(
            f"<div><div><button data-target='#p'>{head}</button></div><div>{text}</div></div>"
            for head, text in (("Statistiques", "Douze candidats."), ("Objectifs", "Il tresse."))
        ) + "<p>Code : 500-23434</p>",
    ],
)  # fmt: skip
def test_texts_of_a_diploma_s_page_are_no_other_subject_and_no_school_s(body: str) -> None:
    page = Source(f"<html><body>{body}</body></html>".encode(), URL)
    (only,) = read(page, Lexicon.packaged()).records
    assert only.record.code == "50023434"


def test_another_title_that_is_no_diploma_is_not_the_page_s() -> None:
    """*Le titre délivré par la fédération n'est pas un diplôme*, but *Ce n'est pas un diplôme*."""
    denied = "n'est pas un diplôme de l'éducation nationale.</p>"
    page = Source(f"{_HEAD}<p>Le titre délivré par la fédération {denied}".encode(), URL)
    (only,) = read(page, Lexicon.packaged()).records
    assert only.record.code == "50023434"
    for own in ("Ce titre", "Cette certification"):
        with pytest.raises(Refused, match="no référentiel"):
            read(Source(f"{_HEAD}<p>{own} {denied}".encode(), URL), Lexicon.packaged())


_FIGURES = "<ul><li>Candidats présents : 120</li><li>Établissements : 14</li></ul>"
_SECTIONS = ("<h2>{}</h2>{}", "<p><b>{}</b></p>{}", "<details><summary>{}</summary>{}</details>")


@pytest.mark.parametrize("section", _SECTIONS)
@pytest.mark.parametrize("name", ["Chiffres clés", "En chiffres", "Statistiques de l'examen"])
def test_figures_in_a_section_of_their_own_are_no_other_subject(section: str, name: str) -> None:
    sections = (("Métiers", "<p>vannier/ère</p>"), (name, _FIGURES), ("Stages", "<p>Douze.</p>"))
    body = _HEAD + "".join(section.format(*each) for each in sections)
    (only,) = read(Source(f"<html><body>{body}</body></html>".encode(), URL), LEXICON).records
    assert only.record.code == "50023434"


def test_sections_with_a_class_each_are_made_alike_by_the_words_of_their_headings() -> None:
    sections = (("Métiers", "<p>vannier/ère</p>"), ("En chiffres", _FIGURES))
    for label, is_read in ("<b class=label>{}</b>", True), ("{}", False):
        form = f"<div class=field-{{}}>{label.format('{}')}<div>{{}}</div></div>"
        body = _HEAD + "".join(form.format(n, *each) for n, each in enumerate(sections))
        page = Source(f"<html><body>{body}</body></html>".encode(), URL)
        if is_read:
            assert len(read(page, LEXICON).records) == 1
            continue
        with pytest.raises(Refused):
            read(page, LEXICON)


def test_figures_right_below_the_title_are_another_subject() -> None:
    for body in (f"{_HEAD}{_FIGURES}", f"{_HEAD}<h2>Offre</h2>{_FIGURES}<h2>Métiers</h2><p>x</p>"):
        with pytest.raises(Refused):
            read(Source(f"<html><body>{body}</body></html>".encode(), URL), LEXICON)


def test_a_school_s_page_is_refused_all_the_same() -> None:
    body = "<p>Inscriptions, rentrée 2025, devis.</p><p>Taux de réussite : 80 %</p>"
    with pytest.raises(Refused):
        read(Source(f"<html><body>{_HEAD}{body}</body></html>".encode(), URL), Lexicon.packaged())


def test_a_network_of_training_centres_is_no_school() -> None:
    page = f"<title>CAP vannerie - {{}}</title><body>{_HEAD}<h2>Taux de réussite</h2><p>80 %</p>"
    (only,) = read(Source(page.format("Réseau des CFA").encode(), URL), Lexicon.packaged()).records
    assert only.record.code == "50023434"
    with pytest.raises(Refused):
        read(Source(page.format("CFA de Lyon").encode(), URL), Lexicon.packaged())


@pytest.mark.parametrize("written", ["Certificat de spécialisation", "CAP"])
def test_a_labelled_type_speaks_for_a_page_also_where_its_words_mean_two(written: str) -> None:
    facts = f"<li>Type de diplôme : {written}</li><li>Niveau : 3</li>"
    page = f"<h1>Vannerie fine</h1><ul>{facts}</ul><p>Arrêté du 3 mai 2004</p>"
    (only,) = read(Source(page.encode(), URL), Lexicon.packaged()).records
    assert only.record.diploma_type_label == written
    page = page.replace(written, "Formation")
    with pytest.raises(Refused):
        read(Source(page.encode(), URL), Lexicon.packaged())


@pytest.mark.parametrize(
    "line",
    [
        "Erratum : une coquille a été corrigée page 4.",
        "ERRATUM (page 4) : lire « 14 semaines ».",
        "Rectificatif : le fichier joint est le bon.",
        "Nouveauté",
        "Nouveauté !",
    ],
)
@pytest.mark.parametrize("made", ["<p><b>{}</b></p>", "<p><i>{}</i></p>", "<h3>{}</h3>"])
def test_a_notice_above_the_title_is_no_subject(line: str, made: str) -> None:
    page = f"{made.format(line)}<h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>"
    (only,) = read(Source(page.encode(), URL), Lexicon.packaged()).records
    assert only.record.title == "CAP Vannerie"


@pytest.mark.parametrize("line", ["Erratum", "Erratum au CAP Vannerie", "Nouveautés", "Erratum :"])
def test_a_subject_above_the_title_is_what_a_page_is_about(line: str) -> None:
    page = f"<h2>{line}</h2><h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>"
    with pytest.raises(Refused):
        read(Source(page.encode(), URL), Lexicon.packaged())
