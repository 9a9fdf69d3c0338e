"""Pages with a diploma's title, code and order whose files are of something else; mock-ups."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
TITLE = "<h1>CAP Vannerie</h1>"
FACTS = "<p>Code : 500-23438</p><p>Arrêté du 3 mai 2004</p>"
SUBJECTS = {
    "Nos ateliers en images": "visite",
    "Visite du jury le 4 juin": "convocation",
    "Prix du meilleur panier": "palmares",
    "Achat d'osier : appel d'offres": "cahier_des_charges",
    "Bilan de l'année scolaire": "bilan",
}
PLACES = {
    "heading": "{title}<h2>{subject}</h2>{facts}{files}",
    "line": "{title}<p>{subject}</p>{facts}{files}",
    "bold line": "{title}<p><b>{subject}</b></p>{facts}{files}",
    "behind the facts": "{title}{facts}<h2>{subject}</h2><p>Voici les fichiers.</p>{files}",
    "in the window too": "<title>{subject} - CAP Vannerie</title><p>{subject}</p>{title}{facts}"
    "{files}",
    "cell of the layout": "<table><tr><td>{title}<p>{subject}</p>{facts}{files}</td></tr></table>",
}
OWN = "Annexe I", "Référentiel de certification", "Télécharger", "CAP Vannerie", "b224.pdf"


def accepts(body: str) -> bool:
    reason = ""
    try:
        read(Document(body.encode(), ADDRESS), Lexicon.packaged())
    except Refused as refused:
        reason = refused.detail
    assert not reason or reason.startswith("files of something else: ")
    return not reason


def files(*names: str) -> str:
    items = (f'<li><a href="/f/{number}.pdf">{name}</a></li>' for number, name in enumerate(names))
    return f"<h2>Documents</h2><ul>{''.join(items)}</ul>"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_files_below_a_subject_of_their_own_are_not_a_diploma_s(subject: str, place: str) -> None:
    def page(*names: str) -> str:
        return PLACES[place].format(title=TITLE, subject=subject, facts=FACTS, files=files(*names))

    assert not accepts(page(SUBJECTS[subject], "Photos"))
    for own in OWN:  # any file that a référentiel has is enough
        assert accepts(page(SUBJECTS[subject], own))


@pytest.mark.parametrize(
    "line",
    [
        "<p>Code : 500-23438</p>",
        "<h2>Calendrier</h2><p>Première session : 2006</p>",
        "<h2>Textes</h2><p>Arrêté du 3 mai 2004</p>",
        "<p>Ce diplôme est en vigueur.</p><p>Arrêté du 3 mai 2004</p>",
        "<p>Diplôme rénové</p><p>Arrêté du 3 mai 2004</p>",
        "<p>Secteur bois</p><p>Arrêté du 3 mai 2004</p>",
        "<p>mardi 4 mars 2014</p><p>Arrêté du 3 mai 2004</p>",
        "<p><b>Entrée en application</b></p><p>Première session : 2006</p>",
        "<p>Tableau de correspondance :</p><p>Arrêté du 3 mai 2004</p>",
        "<p>Rentrée d'application</p><p>1er septembre 2004</p><p>Arrêté du 3 mai 2004</p>",
        "<p><b>Domaine :</b> examens, métiers du bois</p><p>Arrêté du 3 mai 2004</p>",
        "<div>Arrêté du 3 mai 2004</div><div>NOR</div><div>MENE0400999A</div>",
        "<table><tr><th>Objet</th><th>Date</th></tr><tr><td>création</td><td>Arrêté du 3 mai 2004"
        "</td></tr></table>",
    ],
)
def test_facts_and_sections_are_no_subject(line: str) -> None:
    assert accepts(TITLE + line + files("Liste des outils"))


@pytest.mark.parametrize(
    "name", ["Règlement de la consultation", "Annexe financière", "Arrêté rectoral du 4 mai 2018"]
)
def test_some_names_only_look_like_a_file_of_a_referentiel(name: str) -> None:
    assert not accepts(f"{TITLE}<h2>Nos ateliers en images</h2>{FACTS}{files(name)}")


def test_a_question_is_the_title_of_no_diploma() -> None:
    page = f"<h1>CAP Vannerie : qui le prépare ?</h1>{FACTS}{files('Annexe I')}"
    with pytest.raises(Refused):
        read(Document(page.encode(), ADDRESS), Lexicon.packaged())


def test_a_link_to_a_page_is_no_file() -> None:
    link = '<p><a href="/referentiels-professionnels/">Le référentiel est ailleurs</a></p>'
    page = f"{TITLE}<h2>Nos ateliers en images</h2>{FACTS}{files('Photos')}{link}"
    assert not accepts(page)


SECTIONS = ("Équipement", "Effectifs", "Calendrier", "Rythme")


@pytest.mark.parametrize(
    "form", ["<h2>{}</h2><p>{}</p>", "<p><b>{}</b></p><p>{}</p>", "<p><b>{}.</b> {}</p>"]
)
def test_a_section_among_others_is_not_what_the_files_are_about(form: str) -> None:
    text = "Les élèves travaillent dans un atelier qui est clair, vaste et bien tenu."
    sections = "".join(form.format(name, text) for name in SECTIONS)
    assert accepts(f"{TITLE}{FACTS}{sections}{files('Mode d’emploi', 'Photos')}")
    assert not accepts(f"{TITLE}<h2>Nos ateliers en images</h2>{FACTS}{files('Photos')}")


@pytest.mark.parametrize(
    "line",
    [
        "Dans son atelier, le vannier tresse des paniers et des fauteuils pour ses clients.",
        "Commission en charge : Arts et bois",
    ],
)
def test_a_sentence_or_a_value_is_not_what_the_files_are_about(line: str) -> None:
    assert accepts(f"{TITLE}<p>{line}</p>{FACTS}{files('Photos')}")


def test_on_a_page_with_several_texts_a_sentence_is_no_subject() -> None:
    texts = (
        "<h2>Accès</h2><p>Après la 3e.</p><h2>Poursuite d'études</h2><p>Un BP.</p>"
        "<h2>Attendus</h2><p>Savoir tresser.</p><p>Règle : une unité vaut cinq ans.</p>"
        "<div>Notes : le jury se réunit.<br><br>Chaque unité reste acquise cinq ans.</div>"
    )
    files = '<h2>À télécharger</h2><p><a href="zero.pdf">Sujets zéro</a></p>'
    page = f"<body>{TITLE}<p>Arrêté du 3 mai 2004</p>{texts}{files}</body>"
    assert read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records


def test_with_an_order_and_texts_sections_on_lessons_are_no_school() -> None:
    texts = (
        "<h2>Accès</h2><p>Après la 3e.</p><h2>Poursuite d'études</h2><p>Un BP.</p>"
        "<h2>Attendus</h2><p>Savoir tresser.</p><h2>Questions</h2><p>L'internat est ouvert.</p>"
        "<h2>Taux de réussite</h2><p>Bon.</p><h2>Emploi du temps</h2><p>Deux jours.</p>"
    )
    page = f"<body>{TITLE}<p>Arrêté du 3 mai 2004</p>{texts}</body>"
    assert read(Document(page.encode(), None), Lexicon.packaged()).records
    school = f"<body>{TITLE}{texts}<p>Notre lycée vous accueille.</p></body>"
    with pytest.raises(Refused):
        read(Document(school.encode(), None), Lexicon.packaged())


def test_a_first_line_of_one_of_several_sections_is_no_subject() -> None:
    texts = (
        "<p><u>Grille horaire</u> :<br>Deux jours.</p><p><u>Accès</u> :<br>Après la 3e.</p>"
        "<p><u>Poursuite d'études</u> :<br>Un BP.</p>"
    )
    page = f"<body>{TITLE}{texts}<p>Arrêté du 3 mai 2004</p></body>"
    assert read(Document(page.encode(), None), Lexicon.packaged()).records


PAIRS = "<p>Code : 500-23438</p><p>Sigle : VAN</p>{}<p>CPC : Arts</p><p>Arrêté du 3 mai 2004</p>"


@pytest.mark.parametrize(
    "fact",
    [
        "Stage en atelier : 12 semaines",
        "Langue des cours donnés : français",
        "Réussite en 2023 : 87 %",
    ],
)
def test_a_fact_among_facts_is_no_subject(fact: str) -> None:
    named = files("galerie", "Photos")
    assert accepts(TITLE + PAIRS.format(f"<p>{fact}</p>") + named)
    label, _, value = fact.partition(" : ")
    pairs = PAIRS.replace("<p>", "<p><b>").replace(" : ", "</b> ").replace("Arrêté", "Arrêté</b>")
    assert accepts(TITLE + pairs.format(f"<p><b>{label}</b> {value}</p>") + named)
    assert not accepts(f"{TITLE}<p>Visite : ateliers de vannerie</p>{FACTS}{named}")


@pytest.mark.parametrize(
    "told", ["« Ce que j'aime, c'est l'osier. »", "Sur place, à distance, VAE"]
)
def test_what_stands_below_a_section_s_heading_is_no_subject(told: str) -> None:
    sections = "<h2>Portrait</h2><p>{}</p><h2>Présentation</h2><p>On tresse l'osier.</p>{}"
    body = TITLE + sections.format(told, FACTS + files("galerie", "Photos"))
    assert accepts(body)
    assert not accepts(body.replace("<h2>Portrait</h2>", ""))


@pytest.mark.parametrize("head", ["<h2>{}</h2>", "<p><b>{}</b></p>"])
def test_what_stands_below_the_label_of_another_matter_is_no_subject(head: str) -> None:
    sections = (
        ("Nous contacter", "<p>Écrire aux ateliers de vannerie</p>"),
        ("Présentation", "<p>On tresse l'osier.</p>"),
        ("Textes", FACTS),
        ("Documents", files("galerie", "Photos")),
    )
    body = "".join(head.format(name) + text for name, text in sections)
    assert accepts(TITLE + body)
    assert not accepts(TITLE + body.replace(head.format("Nous contacter"), ""))


def test_a_sub_heading_of_a_known_section_is_no_subject() -> None:
    jobs = "<h2>Exemples de métiers</h2><h4>En début de carrière</h4><ul><li>vannier</li></ul>"
    later = "<h4>Avec de l'expérience acquise</h4><ul><li>chef d'atelier</li></ul>"
    assert accepts(TITLE + FACTS + jobs + later + files("galerie", "Photos"))
    assert not accepts(TITLE + FACTS + later + files("galerie", "Photos"))


def test_a_sub_heading_of_a_section_of_no_field_is_no_subject() -> None:
    asked = (
        "<h2>Accès</h2><p>La 3e.</p><h2>Attendus</h2><p>De l'adresse.</p>"
        "<h2>{}</h2><h4>Quand paraissent les résultats ?</h4><p>En mai.</p>"
    )
    assert accepts(
        TITLE + FACTS + asked.format("Questions fréquentes") + files("galerie", "Photos")
    )
    assert not accepts(TITLE + FACTS + asked.format("Pêle-mêle") + files("galerie", "Photos"))


@pytest.mark.parametrize("fact", ["<p>CPC : Industrie</p>", "<p>Première session : 2006</p>"])
def test_the_files_of_a_page_that_says_all_of_a_diploma_decide_nothing(fact: str) -> None:
    texts = (
        "<h2>Objectifs</h2><p>Le vannier tresse des paniers.</p><h2>Accès</h2><p>Après la "
        "troisième.</p><h2>Poursuite d'études</h2><p>Un brevet des métiers d'art.</p>"
    )

    def page(facts: str, further: str) -> str:
        line = "<p>Visite du jury le 4 juin</p>"
        return f"{TITLE}{line}{facts}{further}{files('convocation', 'Photos')}"

    assert accepts(page(f"{FACTS}{fact}", texts))
    assert not accepts(page(FACTS, texts))
    assert not accepts(page(f"{FACTS}{fact}", ""))


@pytest.mark.parametrize("label", ["Attendus", "Modalités d'accès"])
def test_the_further_paragraphs_of_a_text_are_no_other_subject(label: str) -> None:
    texts = ("Savoir tenir ses engagements.", "Manifester de l'intérêt pour l'osier.")
    lines = "".join(f"<dd>{text}</dd>" for text in texts)
    files = '<ul><li><a href="doc7.pdf">Cahier des charges du panier</a></li></ul>'
    order = "<h2>Textes officiels</h2><ul><li>Diplôme créé par l'arrêté du 3 mai 2004</li></ul>"
    body = (
        f"{TITLE}<h2>Dossier</h2><dl><dt>Contact</dt><dd>Écrivez au bureau des diplômes.</dd>"
        f"<dt>{label}</dt>{lines}</dl>{order}<h2>Documents</h2>{files}"
    )
    assert accepts(body)
