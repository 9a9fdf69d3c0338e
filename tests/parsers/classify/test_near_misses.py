"""Pages that come near a référentiel and are none, each refused with the true reason.

All are mock-ups: pages about a whole type of diploma, lists, past papers, schools, publishers.
"""

import itertools

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.issues import Refusal
from schema.lexicon import Lexicon
from tests.parsers.segment.test_title_words import NAMES as OFFICIAL_NAMES

ORDER = "<p>Arrêté du 21 février 2014</p>"
ANNEX = '<p><a href="a.pdf">Annexe I</a></p>'
ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
NAMES = ["Boulanger", "Boucher", "Cuisine", "Pâtissier", "Coiffure", "Couvreur", "Peintre", "Maçon"]
OTHER, INDEX = Refusal.OTHER_PAGE, Refusal.INDEX_PAGE

# Titles of pages about a whole type, with an order and an annex as a référentiel has them.
SUBJECTS = [
    "CAP : programmes d'enseignement général", "Baccalauréat professionnel - Programmes",
    "BEP - Programme de mathématiques sciences", "Baccalauréat professionnel : règlement général",
    "Règlement général du CAP", "CAP et BEP : calendrier de la session 2024",
    "BTS - Calendrier des examens", "Bac pro : familles de métiers",
    "Bac pro - La famille des métiers de la relation client", "CAP rénovés",
    "Bac pro rénovés à la rentrée 2024", "CAP - Secteur bâtiment", "BTS du secteur industriel",
    "Bac pro de la filière bois", "CAP cuisine : sujets d'examen", "Annales du CAP cuisine",
    "CAP cuisine - Annales corrigées", "CAP cuisine : offres d'emploi",
    "CAP : validation des acquis de l'expérience", "CAP : grilles horaires",
    "CAP : épreuves d'enseignement général", "BTS : inscription aux examens",
    "BTS - Résultats de la session 2024", "CAP : ce qui change", "Bac pro : la réforme de 2009",
    "Bac pro en 3 ans", "BTS : nouveaux référentiels", "CAP : textes officiels",
    "CAP cuisine : lancement des travaux de rénovation", "CAP ou Bac pro : que choisir ?",
    "Différences entre le CAP cuisine et le BP cuisine", "CAP et BP cuisine : comparatif",
    "CAP : liste des diplômes", "Bac pro : périodes de formation en milieu professionnel",
    "CAP - Contrôle en cours de formation", "BEP et CAP : contrôle en cours de formation",
    "BTS - Section européenne", "BTS : épreuves de langues vivantes", "CAP : unités générales",
    "BTS : dispenses d'épreuves", "CAP : tableau de correspondance des épreuves",
    "CAP : statistiques de réussite", "CAP : actualités", "Bac pro : foire aux questions",
    "Que faire après un CAP cuisine ?", "Bac pro : campus des métiers",
    "Guide d'équipement du bac pro cuisine", "CAP : guide méthodologique",
    "CAP cuisine : formation des enseignants", "Référentiels des diplômes professionnels",
    "Commission professionnelle consultative du bâtiment", "CAP en alternance",
    "Bac pro : la seconde professionnelle", "CAP : fiche métier",
    "CAP cuisine : projet soumis à la consultation", "CAP cuisine - version provisoire",
    "BTS Tourisme : échanges entre collègues",
]  # fmt: skip

# What follows words of a type that stand alone, and is the name of no diploma.
NO_NAMES = {
    "nothing": "",
    "order": "<p>Arrêté du 3 mars 2015</p>",
    "order of the bulletin": "<p>A. du 21-2-2014. JO du 8-3-2014</p>",
    "date": "<p>21 février 2014</p>",
    "session": "<p>Session 2024</p>",
    "sector": "<p>Secteur alimentation</p>",
    "sector without its word": "<p>Métallurgie</p>",
    "sentence": "<p>Le CAP est un diplôme national de niveau 3</p>",
    "sentence with a stop": "<p>Textes et documents utiles aux enseignants.</p>",
    "subject": "<h2>Programmes</h2>",
    "section of rules": "<h2>Préparation</h2>",
    "rules": "<p>Règlement général</p>",
    "links": "<p><a href=b1.html>Cuisine</a></p><p><a href=b2.html>Boucher</a></p>",
    "list": "<ul><li>Cuisine</li><li>Boucher</li></ul>",
    "lines": "<p>Cuisine</p><p>Boucher</p><p>Boulanger</p><p>Peintre</p>",
    "rows": "<table>" + "".join(f"<tr><td>{n}</td><td>niveau 3</td></tr>" for n in NAMES)
    + "</table>",
}  # fmt: skip

CODES = "".join(f"<tr><td>CAP {n}</td><td>500221{30 + d}</td></tr>" for d, n in enumerate(NAMES))
LINKS = "".join(f"<li><a href=b{d}.html>CAP {n}</a></li>" for d, n in enumerate(NAMES))
HEADS = "<table><tr><th>Diplôme</th><th>Code</th></tr>"
PAPERS = (
    "<ul><li><a href=s2019.pdf>Sujet EP1 session 2019</a></li>"
    "<li><a href=c2019.pdf>Corrigé EP1 session 2019</a></li></ul>"
)
PAGES = {
    "table of eight codes": (f"<h1>CAP</h1>{HEADS}{CODES}</table>", INDEX),
    "list of eight codes": (f"<h1>Liste des CAP</h1>{HEADS}{CODES}</table>", INDEX),
    "rows of orders": (
        "<h1>CAP</h1><table><tr><th>Spécialité</th><th>Arrêté</th></tr>"
        + "".join(f"<tr><td>{n}</td><td>Arrêté du {d} mars 2014</td></tr>"
                  for d, n in enumerate(NAMES, 2)) + "</table>", INDEX
    ),
    "list of links": (f"<h1>CAP</h1><ul>{LINKS}</ul>{ORDER}", INDEX),
    "three links of a field": (
        f"<h1>CAP du bâtiment</h1><ul>{LINKS[: LINKS.index('<li><a href=b3')]}</ul>{ORDER}", INDEX
    ),
    "past papers with a code": (
        f"<h1>CAP cuisine : sujets d'examen</h1>{ORDER}<p>Code : 50022139</p>{PAPERS}", OTHER
    ),
    "past papers": (f"<h1>CAP cuisine</h1><h2>Sujets des sessions</h2>{PAPERS}", OTHER),
    "textbook": (
        "<h1>CAP cuisine</h1><p>Manuel de l'élève - 2e édition</p><p>ISBN 978-2-01-000000-0</p>"
        f"<p>Prix : 24,50 €</p><p>Ajouter au panier</p>{ORDER}", OTHER
    ),
    "exercise book": (
        "<h1>CAP Cuisine - Réussir l'examen</h1><p>Auteurs : A. Martin</p><p>Éditions du Verger, "
        "2019, 256 pages, 19,90 €</p><p><a href=extrait.pdf>Feuilleter un extrait</a></p>", OTHER
    ),
    "school with a code": (
        "<h1>CAP cuisine</h1><p>Notre lycée prépare au CAP. Nos élèves font des stages.</p>"
        "<p>Code : 50022139</p><p>Inscriptions en ligne. Portes ouvertes le 3 mars.</p>", OTHER
    ),
    "school with an order": (
        f"<h1>CAP cuisine - Lycée des métiers Jean Moulin</h1>{ORDER}<p>Contactez-nous.</p>"
        "<p>Portes ouvertes le 12 mars. Internat.</p>", OTHER
    ),
    "school, whose words on access stand beside its own": (
        f"<h1>CAP cuisine</h1>{ORDER}<p>Notre lycée : taux de réussite de 90 %. Inscriptions en "
        "juin. Emploi du temps.</p>", OTHER
    ),
    "training centre": (
        "<h1>CAP Boulanger en apprentissage</h1><p>Le CFA accueille 24 apprentis.</p>"
        "<p>Rentrée 2024. Tarifs : gratuit.</p><p>RNCP37537</p>", OTHER
    ),
    "distance course": (
        "<h1>CAP Boulanger à distance</h1><p>Formez-vous avec notre école en ligne. Financement "
        f"CPF. Demandez une documentation gratuite.</p>{ORDER}", OTHER
    ),
    "trade": (
        "<h1>CAP cuisine</h1><p>Fiche métier. Salaire débutant. Qualités requises.</p>", OTHER
    ),
    **{
        f"news: {verb}": (f"<h1>Le CAP cuisine rénové {verb} à la rentrée</h1>{ORDER}", OTHER)
        for verb in ("entre en vigueur", "évolue", "fait peau neuve", "change")
    },
    "title and nothing": ("<h1>CAP cuisine</h1>", OTHER),
    "title and a sentence": ("<h1>CAP cuisine</h1><p>Cuisiner est un plaisir.</p>", OTHER),
}  # fmt: skip


def reason(body: str) -> Refusal | str:
    page = f"<html><head><title></title></head><body>{body}</body></html>".encode()
    try:
        records = read(Document(page, ADDRESS, "text/html"), Lexicon.packaged()).records
    except Refused as refused:
        return refused.reason
    return f"read as {[record.record.title for record in records]}"


@pytest.mark.parametrize("title", SUBJECTS)
def test_a_page_about_a_whole_type_is_no_diploma(title: str) -> None:
    for head in (
        f"<h1>{title}</h1>",
        f"<p><b>{title}</b></p>",
        f"<p><font size=5>{title}</font></p>",
    ):
        assert reason(head + ORDER + ANNEX) == OTHER


SUBJECTS_OF_ONE = [
    "Effectifs et taux de réussite", "Que deviennent les diplômés ?", "Devenir membre du jury",
    "Parcoursup : attendus et critères", "Capacité d'accueil", "Recherche de jurés professionnels",
    "Appel à candidatures", "Attestation de stage", "Équiper un plateau technique", "Vidéothèque",
    "Olympiades des métiers", "Testez vos connaissances", "Devis de formation", "Quiz",
    "Cours par correspondance", "Lectures conseillées", "Barème de correction",
    "Modèle de livret scolaire", "Donnez votre avis sur le projet", "Formation en apprentissage",
    "Grilles d'évaluation", "Plan académique de formation", "Exemple de séance",
]  # fmt: skip
SET_OFF = (
    "<h1>{}</h1><h2>{}</h2>",
    "<h2>{}</h2><p>{}</p>",
    "<p><b>{}</b></p><p><b>{}</b></p>",
    "<table><tr><td bgcolor=#CCF><b>{}</b></td></tr></table><p>{}</p>",
)


@pytest.mark.parametrize("subject", SUBJECTS_OF_ONE)
def test_a_subject_beside_a_diploma_is_what_the_page_is_about(subject: str) -> None:
    for form in SET_OFF:
        assert reason(form.format(subject, "CAP cuisine") + ORDER) == OTHER
    for title in (f"CAP cuisine : {subject.lower()}", f"{subject} - CAP cuisine"):
        assert reason(f"<h2>{title}</h2>{ORDER}") == OTHER


@pytest.mark.parametrize(
    "rubric",
    [
        "Secteur métallurgie", "Diplômes professionnels : secteur transport", "Métallurgie",
        "Enseignement professionnel - Diplômes", "Référentiels", "Filière bois",
    ],
)  # fmt: skip
def test_a_rubric_above_a_diploma_is_no_subject(rubric: str) -> None:
    for form in SET_OFF[1:]:
        assert "CAP cuisine" in reason(form.format(rubric, "CAP cuisine") + ORDER)


@pytest.mark.parametrize("form", SET_OFF)
def test_an_order_or_comparison_of_several_diplomas_is_of_none(form: str) -> None:
    for several in (
        "Arrêté du 3 mai 2004 modifiant plusieurs diplômes",
        "Arrêté commun à plusieurs spécialités",
        "Deux diplômes comparés",
    ):
        assert reason(form.format(several, "CAP cuisine, arrêté du 3 mars 2014")) == OTHER
    rows = "<tr><th>Critère<th>CAP cuisine<th>bac pro cuisine<tr><td>Durée<td>2 ans<td>3 ans"
    for heading in ("Comparaison de deux diplômes", "Du CAP au bac pro : deux diplômes comparés"):
        assert reason(
            f"<h2>{heading}</h2><table>{rows}<tr><td>Session<td>2016<td>2016</table>"
        ) in {
            OTHER,
            INDEX,
        }


@pytest.mark.parametrize(
    "body",
    [
        # lists of types, and a rubric of them
        "<h1>Troisième prépa-métiers</h1><p>Poursuite : CAP, bac pro</p>",
        "<h1>Le cadre national</h1><table><tr><td>Diplômes</td></tr><tr><td>licence, DN MADE</td>"
        "</tr></table>",
        "<h1>Niveaux de diplôme</h1><table><tr><td>3</td><td>CAP</td></tr></table>",
        # among news
        "<h1>Quoi de neuf ?</h1><p>14 août 2017 : <a href=cap.html>CAP cuisine</a> en ligne</p>",
        "<h1>CAP cuisine</h1><h2>Dispenses au titre d'autres diplômes</h2>",
        "<h1>CAP cuisine<br>Valider son expérience</h1>",
        "<h1>CAP cuisine</h1><h2>Liste de diffusion</h2>",
    ],
)
def test_lists_of_types_news_and_further_subjects_are_no_diploma(body: str) -> None:
    assert reason(f"{body}<p>Arrêté du 10 avril 2019</p>") == OTHER


def test_news_and_results_beside_a_diploma_refuse_no_page() -> None:
    texts = "<h2>Description</h2><p>Il cuisine.</p><h2>Métiers</h2><ul><li>cuisinier</li></ul>"
    results = "<h2>Chiffres clés</h2><table><tr><th>Année</th><th>Candidats présents</th><th>Taux"
    results += " de réussite</th></tr><tr><td>2024</td><td>69</td><td>70 %</td></tr></table>"
    assert "CAP cuisine" in reason(f"<h1>CAP cuisine</h1>{texts}{ORDER}{results}")
    assert reason(f"<h1>CAP cuisine</h1>{texts}{results}") == OTHER
    news = "<h2>À la une</h2><ul><li>28/02/2026 : Journée portes ouvertes du lycée</li>"
    news += "<li>11/06/2026 : Ouverture des inscriptions</li></ul>"
    facts = "<p>Code : 500-22106</p><h2>Accès</h2><p>Le taux de réussite est bon.</p>"
    assert "CAP cuisine" in reason(f"<h1>CAP cuisine</h1>{facts}{news}")
    # so a school speaks
    undated = news.replace("28/02/2026 : ", "").replace("11/06/2026 : ", "")
    assert reason(f"<h1>CAP cuisine</h1>{facts}{undated}") == OTHER


@pytest.mark.parametrize("kind", NO_NAMES)
def test_words_of_a_type_are_completed_by_a_name_only(kind: str) -> None:
    for head in ("<h1>{}</h1>", "<center>{}</center>", "<p><b>{}</b></p>"):
        for words in ("CAP", "Certificat d'aptitude professionnelle"):
            assert reason(head.format(words) + NO_NAMES[kind] + ORDER + ANNEX) == OTHER


@pytest.mark.parametrize("kind", PAGES)
def test_other_page(kind: str) -> None:
    body, expected = PAGES[kind]
    assert reason(body) == expected


def test_a_whole_list_becomes_no_diploma_of_its_first_line() -> None:
    assert reason(f"<h1>Certificat d'aptitude professionnelle</h1><ul>{LINKS}</ul>") == INDEX


@pytest.mark.parametrize(
    "title",
    [
        "Brevets professionnels", "BP", "Brevets professionnels (BP)", "Tous les BP",
        "BP (brevets professionnels)", "Brevets professionnels du bâtiment",
        "Diplômes de niveau 4 : BP", "Spécialités de BP",
    ],
)  # fmt: skip
def test_a_table_below_the_words_of_a_type_lists_diplomas(title: str) -> None:
    rows = "".join(
        f"<tr><td>{code}</td><td>{name}</td><td>12-3-2014</td></tr>"
        for code, name in (("450-25411 S", "Métallier"), ("450-33608 T", "Coiffure"))
    )
    head = "<tr><th>Code</th><th>Intitulé</th><th>Arrêté</th></tr>"
    assert reason(f"<h2>{title}</h2><table>{head}{rows}</table>") == INDEX


PLURALS = {
    "Certificats d'aptitude professionnelle": "Certificat d'aptitude professionnelle",
    "BREVETS DES METIERS D'ART": "BREVET DES METIERS D'ART",
    "Baccalauréats professionnels": "Baccalauréat professionnel",
    "Mentions complémentaires (MC)": "Mention complémentaire (MC)",
}
RUBRICS = (
    "<h1>{}</h1><h2>Vannerie</h2>", "<h2>{}</h2><h1>Vannerie</h1>", "<p>{}</p><h2>Vannerie</h2>",
    "<p><b>{}</b></p><p><b>Vannerie</b></p>", "<h3>{}</h3><p><font size=5>Vannerie</font></p>",
)  # fmt: skip
BELOW = ("", "<h2>Documents à télécharger</h2>", "<p>Arrêté modificatif du 3 mai 2019</p>")


@pytest.mark.parametrize("plural", PLURALS)
def test_one_name_below_a_type_in_the_plural_is_read(plural: str) -> None:
    for rubric, below in itertools.product(RUBRICS, BELOW):
        found = reason(rubric.format(plural) + ORDER + below + ANNEX)
        assert found == f"read as {[f'{PLURALS[plural]} Vannerie']}"


@pytest.mark.parametrize("plural", PLURALS)
@pytest.mark.parametrize("rubric", RUBRICS)
def test_several_names_below_a_type_in_the_plural_are_a_list(plural: str, rubric: str) -> None:
    first = rubric.format(plural) + ORDER + ANNEX
    second = rubric.partition("{}")[2].partition(">")[2].replace("Vannerie", "Broderie")
    assert isinstance(reason(first + second + ORDER + ANNEX), Refusal)
    assert isinstance(reason(rubric.format(plural) + second + ORDER + ANNEX), Refusal)


def test_the_sizes_of_three_files_make_no_publisher() -> None:
    files = "".join(f"<a href=f{n}.pdf>annexe {n}</a> ({n}2 pages)<br>" for n in (1, 2, 3))
    page = f"<html><body><h1>BTS Fonderie</h1>{ORDER}<p>{files}</p></body></html>"
    assert len(read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records) == 1


OTHERS = ("BTS Diététique", "CAP Boucher", "BP Coiffure", "BMA Horlogerie", "DMA Lutherie")
MADE = ("<h3>{}</h3>", "<h4>{}</h4>", "<p><b>{}</b></p>")
FILES = "<ul><li><a href=a.pdf>Annexe I</a></li><li><a href=b.pdf>Annexe II</a></li></ul>"


@pytest.mark.parametrize("head", ["Annexes des arrêtés", "Téléchargement des annexes"])
@pytest.mark.parametrize("first", MADE)
@pytest.mark.parametrize("second", MADE)
def test_files_below_names_of_several_diplomas_are_no_diploma(
    head: str, first: str, second: str
) -> None:
    made = [first if number % 2 else second for number in range(len(OTHERS))]
    body = "".join(form.format(name) + FILES for form, name in zip(made, OTHERS, strict=True))
    assert isinstance(reason(f"<h1>{head}</h1>{body}"), Refusal)


@pytest.mark.parametrize("cells", ["<td>{}</td><td>U11</td>", "<td>{}</td><td>CAP Vannerie</td>"])
def test_a_table_of_diplomas_is_no_diploma(cells: str) -> None:
    rows = "".join(f"<tr>{cells.format(name)}</tr>" for name in OTHERS)
    head = "<h1>Arrêté du 3 mai 2004 relatif aux dispenses d'unités</h1>"
    names = "<tr><th>Diplôme détenu</th><th>Unités dispensées</th></tr>"
    assert isinstance(reason(f"{head}<table>{names}{rows}</table>"), Refusal)


@pytest.mark.parametrize(
    "title",
    [
        "CAP spécialité Vannerie : sujets zéro", "CAP Vannerie : annales",
        "Sujets d'examen : CAP spécialité Vannerie", "Annales : CAP Vannerie",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "form", ["<h1>{}</h1>", "<p align=center><font size=5><b>{}</b></font></p>"]
)
def test_past_papers_of_a_diploma_are_not_the_diploma(title: str, form: str) -> None:
    body = "".join(
        f"<h3>Session {year}</h3><ul><li><a href=m{year}.pdf>Mathématiques - dossier technique</a>"
        f"</li><li><a href=e{year}.pdf>Épreuve écrite E2 - sujet</a></li></ul>"
        for year in (2012, 2014)
    )
    assert isinstance(reason(form.format(title) + body), Refusal)


POSTS = (
    "Bonjour, je cherche les annexes de l'arrêté du 21 février 2014.",
    "Le code est 500-22134, il le faut pour l'inscription.",
    "Il a été rénové, première session en 2016.",
)


@pytest.mark.parametrize("form", ["<div class=post>{}</div>", "<p>{}</p>", "<li>{}</li>"])
def test_a_forum_speaks_of_a_diploma_and_is_none(form: str) -> None:
    posts = "".join(
        form.format(f"<b>marie</b> - posté le {day}/01/2016 à 17:36<br>{text}")
        for day, text in enumerate(POSTS, 11)
    )
    around = "<p>Répondre - Signaler un message - Revenir au forum</p>"
    page = f"<html><body><h1>CAP Boulanger en candidat libre</h1>{posts}{around}</body></html>"
    with pytest.raises(Refused) as refused:
        read(Document(page.encode(), ADDRESS), Lexicon.packaged())
    assert (refused.value.reason, refused.value.detail) == (OTHER, "a forum")
    page = page.replace("posté", "publié").replace("Répondre - Signaler un message - ", "")
    assert read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records


@pytest.mark.parametrize("types", [("CAP", "BP"), ("Brevet de technicien supérieur", "CAP")])
def test_headings_of_types_and_their_texts_make_no_diploma(types: tuple[str, str]) -> None:
    parts = "".join(
        f"<h2>{kind}</h2><p>Décret n° 2015-672 du 24 juillet 2004</p>{ORDER}"
        for kind in (*types, "Mention complémentaire")
    )
    page = f"<html><body><h1>Textes de référence</h1>{parts}</body></html>"
    with pytest.raises(Refused):
        read(Document(page.encode(), ADDRESS), Lexicon.packaged())


def test_an_order_about_several_specialities_is_no_diploma() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>500-2213{n}</td><td>06/02/2003</td></tr>"
        for n, name in enumerate(NAMES[:6], 2)
    )
    head = "<tr><th>Spécialité</th><th>Code</th><th>Arrêté de création</th></tr>"
    title = "<h1>Arrêté du 7 février 2012 portant abrogation de spécialités de CAP</h1>"
    page = f"<html><body>{title}<table>{head}{rows}</table></body></html>"
    with pytest.raises(Refused):
        read(Document(page.encode(), ADDRESS), Lexicon.packaged())
    # that of one diploma may head its page
    title = "<h1>Arrêté du 21 février 2014 portant création du CAP Boulanger</h1>"
    page = f"<html><body>{title}<p>Code : 500-22134</p>{ORDER}{ANNEX}</body></html>"
    (only,) = read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records
    assert only.record.code == "50022134"


# What a page about a diploma is, where a line of its own below the diploma's title says it.
LINES_BELOW = [
    "Question écrite n° 4512 de M. Bertin", "Les questions fréquentes", "Foire aux questions",
    "Le témoignage d'Amine, apprenti", "La vidéo de la semaine", "Album photo des ateliers",
    "Livret de suivi en entreprise", "Livret scolaire", "Annexe pédagogique à la convention",
    "Validation des acquis de l'expérience", "Inscription à l'examen : session 2019",
    "Équivalences entre unités", "Passerelles vers d'autres formations", "Rapport du jury",
    "Composition du jury", "Arrêté de nomination du jury", "Centres d'examen de l'académie",
    "Session 2019 : calendrier des épreuves", "Note de service : organisation de l'examen",
    "Sujet zéro", "Thème d'étude pour 2019", "Séance de co-intervention", "Scénario pédagogique",
    "Ressources pédagogiques", "Guide d'équipement des ateliers", "Questionnaire aux équipes",
    "Webinaire du 3 mars", "Journée nationale du 12 mai", "Parcours de formation des enseignants",
    "Actualité : publication du texte", "Lettre d'information n° 12", "Olympiades des métiers",
    "En apprentissage au CFA de Morlaix", "Contrat d'apprentissage à pourvoir",
    "Liste du matériel à apporter", "Où se former ?", "Classe de seconde",
    "Relevé de notes", "Niveaux de prise en charge", "Liste des admis", "Trousseau de rentrée",
    "Rediffusion du webinaire du 3 mars", "Arrêté rectoral portant nomination du jury",
    "Calendrier de la session 2015", "Horaires hebdomadaires", "Parcours adapté",
    "Rapport n° 2014-047", "Rectificatif au Journal officiel", "Carte scolaire : rentrée 2014",
    "Aménagements d'épreuves", "Habilitation électrique", "Valider les acquis de son expérience",
    "Lexique du couvreur", "Indemnités des intervenants", "Implantation des machines",
    "Subventions régionales", "Vidéos et animations", "Logiciels conseillés", "Sondage en ligne",
    "Attestation de stage", "Demande de dérogation", "Convention collective", "Note de cadrage",
    "Banque de situations", "Éléments de correction", "Label « lycée des métiers »",
    "Article de revue", "Paru dans la revue Toits", "Projet soumis à consultation",
    "Matière d'œuvre", "Groupe de travail", "Convocation des candidats", "Accord-cadre",
    "Supplément au certificat", "Prévention des risques", "Procès-verbal de la commission",
    "Référentiel d'équipement", "Épreuves de remplacement", "Exercer le métier", "Duplicata",
    "Partir à l'étranger", "Affiche et logo", "Section européenne", "Sessions de remplacement",
    "Ouverture de section", "Composition de la commission", "Dérogation au stage",
    "Centre national de ressources", "Prise en charge par la branche", "Avis du Conseil supérieur",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES_BELOW)
@pytest.mark.parametrize(
    "form",
    [
        "<h1>CAP Couvreur</h1><h2>{}</h2>", "<h1>CAP Couvreur</h1><p>{}</p>",
        "<h1>CAP Couvreur<br>{}</h1>", "<h1>CAP Couvreur {}</h1>",
        "<p><b>CAP Couvreur</b></p><p><b>{}</b></p>",
        "<h2>{}</h2><p>N° 12 - 2014</p><p>CAP Couvreur</p>",
    ],
)  # fmt: skip
def test_a_line_below_the_title_says_what_the_page_is(line: str, form: str) -> None:
    assert reason(form.format(line) + ORDER + ANNEX) == OTHER
    # a section further below, and a link to a file, are the diploma's
    for own in (f"<h2>{line}</h2><p>Voir plus bas.</p>", f"<p><a href=b.pdf>{line}</a></p>"):
        assert reason(f"<h1>CAP Couvreur</h1>{ORDER}{ANNEX}{own}") == "read as ['CAP Couvreur']"
    opened = f"<h1>CAP Couvreur</h1><p><a href=b.pdf>{line}</a></p>{ORDER}{ANNEX}"
    assert reason(opened) == "read as ['CAP Couvreur']"


def test_a_subject_with_a_colon_above_a_label_is_no_fact() -> None:
    page = f"<h1>CAP Couvreur</h1><p>Olympiades : sélections</p><p>Code : 50023231</p>{ORDER}"
    assert reason(page + ANNEX) == OTHER
    dated = page.replace("sélections", "le 3 mai")
    assert reason(dated + ANNEX) == "read as ['CAP Couvreur']"


@pytest.mark.parametrize(
    "line",
    [
        "Rentrée 2021", "Dossier réglementaire", "Règlement d'examen",
        "Modalités de délivrance", "Liste des annexes",
        "Rectificatif au JO", "Avant-propos",
    ],
)  # fmt: skip
def test_a_heading_above_the_title_that_a_diploma_s_page_has_too_is_no_subject(line: str) -> None:
    page = f"<h2>{line}</h2><h1>CAP Couvreur</h1>{ORDER}{ANNEX}"
    assert reason(page) == "read as ['CAP Couvreur']"


# A page of a diploma may begin so below its title, or have the words in its name.
@pytest.mark.parametrize(
    "line",
    [
        "Famille des métiers du bois", "Bulletin officiel n° 12 du 22 mars 2014", "Lycée",
        "Seconde commune : métiers de la construction", "Textes officiels", "Corrigé le 3 mai 2014",
        "Formation en deux ans", "Débouchés", "Épreuves", "Vidéosurveillance", "Note de service",
        "Actualisé le 3 mai 2014", "Spécialité créée en 2014", "Guide pratique de l'artisan",
        "Semaines en entreprise", "Orientation", "Mobilité",
    ],
)  # fmt: skip
def test_other_lines_below_the_title_are_no_subject(line: str) -> None:
    assert "CAP Couvreur" in reason(f"<h1>CAP Couvreur</h1><p>{line}</p>{ORDER}{ANNEX}")


@pytest.mark.parametrize(
    "line",
    [
        "Arrêté rectoral portant nomination du jury du {}", "Unité du {}", "UNITÉ E33 {}",
        "Recrute titulaire du {}", "Votre recherche : {} - 12 résultats", "Bloc du {}",
        "Obtenir le {} par la VAE", "Enquête auprès des équipes : {}",
        "Économie-gestion dans le {}", "Du nouveau pour le {}", "{} en chiffres",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["<h1>{}</h1>", "<p><b>{}</b></p><p>Diplôme : CAP Couvreur</p>"])
def test_words_before_a_title_say_what_the_page_is(line: str, form: str) -> None:
    code = "<p>Code : 500-23411 S</p>"
    assert reason(form.format(line.format("CAP Couvreur")) + code + ORDER) == OTHER
    for own in ("Diplôme : {}", "Le {}", "Métallurgie - {}", "Référentiel du {}"):
        page = f"<h1>{own.format('CAP Couvreur')}</h1>{code}{ORDER}"
        assert "CAP Couvreur" in reason(page), own


@pytest.mark.parametrize(
    "facts",
    [
        "<dl><dt>Candidat<dd>n° 12<dt>Décision du jury<dd>ADMIS</dl>",
        "<ul><li>Référence : 78190<li>Salaire : 2 133 €</ul>", "<p>Montant : 7 151 €</p>",
        "<table><tr><th>Établissement<th>Commune<tr><td>lycée Rosa-Bonheur<td>Albi</table>",
        "<table><tr><th>Académie<th>Inscrits<th>Admis<tr><td>Caen<td>39<td>27</table>",
    ],
)  # fmt: skip
def test_labels_of_other_things_are_of_no_diploma(facts: str) -> None:
    page = f"<h1>CAP Couvreur</h1><p>Code : 500-23411 S</p>{ORDER}{ANNEX}"
    assert reason(page + facts) == OTHER
    for own in ("<p>Établissement : public</p>", "<p>Diplôme requis : aucun</p>", "<p>Admis</p>"):
        assert "CAP Couvreur" in reason(page + own)


def test_a_page_that_describes_a_diploma_may_state_a_salary() -> None:
    texts = "".join(
        f"<h2>{label}</h2><p>{text}</p>"
        for label, text in (
            ("Présentation", "Le titulaire de ce diplôme couvre les toits de tous les bâtiments."),
            ("Conditions d'accès", "Ce diplôme est accessible après la classe de troisième."),
            ("Débouchés", "Le diplômé travaille dans une entreprise de couverture."),
            ("Poursuite d'études", "Il peut préparer un brevet professionnel du bâtiment."),
        )
    )
    assert "CAP Couvreur" in reason(f"<h1>CAP Couvreur</h1>{ORDER}{texts}<p>Salaire : 1 500 €</p>")


def test_a_sector_and_a_type_above_a_title_are_no_subject() -> None:
    page = f"<h1>Secteur bâtiment : CAP</h1><h2>CAP Couvreur</h2>{ORDER}{ANNEX}"
    assert reason(page) == "read as ['CAP Couvreur']"


def test_a_column_of_types_makes_no_options() -> None:
    rows = "".join(
        f"<tr><td>500221{30 + d}</td><td>CAP</td><td><a href=b{d}.html>{n}</a></td></tr>"
        for d, n in enumerate(NAMES)
    )
    head = "<table><tr><th>Code</th><th>Diplôme</th><th>Spécialité</th></tr>"
    for title in ("Cyclades", "Niveau 4 du cadre national", "Baccalauréat professionnel"):
        assert reason(f"<h1>{title}</h1>{head}{rows}</table>{ORDER}") == INDEX


@pytest.mark.parametrize(
    "title",
    ["Le CAP en 1, 2 ou 3 ans", "Du CAP au BTS", "BTS - Ouvertures et fermetures de sections",
     "Baccalauréat professionnel - Tous diplômes de niveau 4", "BP - Taxe d'apprentissage"],
)  # fmt: skip
def test_a_type_with_what_is_no_name_is_no_diploma(title: str) -> None:
    assert reason(f"<h1>{title}</h1>{ORDER}{ANNEX}") in {OTHER, INDEX}


@pytest.mark.parametrize("subject", ["Anglais", "Économie-droit", "Physique-chimie", "PSE"])
@pytest.mark.parametrize("form", ["{} - CAP", "CAP – {}", "CAP<br>{}", "CAP : {}"])
def test_the_programme_of_a_discipline_is_no_diploma(subject: str, form: str) -> None:
    assert reason(f"<h1>{form.format(subject)}</h1>{ORDER}{ANNEX}") == OTHER
    named = form.format(f"{subject} appliqué")
    assert reason(f"<h1>{named}</h1>{ORDER}{ANNEX}") != OTHER


NEWS = "<p>« Un beau texte », explique Mme Leroy.</p><p>Les artisans saluent ce choix.</p>"


@pytest.mark.parametrize("more", ["Lire la suite", "12 commentaires", "Propos recueillis à Brest"])
def test_news_of_a_diploma_are_not_the_diploma(more: str) -> None:
    title = "<h1>CAP Couvreur</h1>"
    assert reason(f"{title}{NEWS}<p>{more}</p>{ORDER}") == OTHER
    assert "CAP Couvreur" in reason(f"{title}{ORDER}{ANNEX}<p>Publié le 3 mai</p><p>{more}</p>")


@pytest.mark.parametrize("form", ["<h1>{}</h1>", "<p><b>{}</b></p>"])
def test_a_school_named_above_the_title_speaks(form: str) -> None:
    words = "<p>Notre établissement ouvre ses portes : portes ouvertes le 3 mars.</p>"
    page = f"<h1>CAP Couvreur</h1><p>Première session : 2016</p>{words}"
    assert reason(form.format("Lycée Rosa-Bonheur") + page) == OTHER
    assert "CAP Couvreur" in reason(form.format("Lycée") + page)
    below = page.replace("<p>Première", "<p><b>CFA de Morlaix</b></p><p>Première")
    assert reason(below) == OTHER
    one = page.replace("Notre établissement ouvre ses portes : ", "")
    assert "CAP Couvreur" in reason(form.format("École des métiers") + one)


@pytest.mark.parametrize("head", ["Famille de métiers", "Bulletin officiel n° 7 du 3 mai"])
def test_what_stands_first_above_a_plain_title_tells_the_page(head: str) -> None:
    line = "<p>CAP Couvreur, arrêté du 21 février 2014</p>"
    assert reason(f"<p><b>{head}</b></p><p>Sommaire du numéro</p>{line}") == OTHER
    titled = f"<h1>CAP Couvreur</h1><p>{head}</p>{ORDER}"
    assert "CAP Couvreur" in reason(f"{titled}{ANNEX}")


PARTS = [
    "Unité U31", "Épreuve E2", "Bloc de compétences n° 3", "Module 2 du parcours de formation",
    "Fiche de l'unité UP2", "Grille nationale d'évaluation de l'épreuve EP2",
    "Tableau de correspondance entre épreuves ou unités", "Modalités d'inscription des candidats",
]  # fmt: skip
PART_FORMS = [
    "<h2>{1}</h2><h1>{0}</h1>", "<h1>{0}</h1><h2>{1}</h2>", "<h1>{0}<br>{1}</h1>",
    "<p><b>{0}</b></p><p><b>{1}</b></p>", "<h1>{0} - {1}</h1>", "<h1>{1} : {0}</h1>",
]  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_diploma_is_not_the_diploma(part: str) -> None:
    code = "<p>Code : 500-23411</p>"
    for form in PART_FORMS:
        head = form.format("CAP Couvreur", part)
        assert reason(f"{head}<p>Le jury évalue le travail.</p>{code}{ORDER}") == OTHER, form
    title = "<h1>CAP Couvreur</h1>"
    for true in (
        f"{title}<h2>{part}</h2><ul><li><a href=p.pdf>Télécharger</a></ul>{code}{ORDER}",
        f"{title}<h2>Épreuve E1</h2><p>4 h</p><h2>{part}</h2><p>2 h</p>{code}{ORDER}",
        f"{title}{ORDER}<h2>{part}</h2><p>Le jury évalue le travail.</p>{code}",
        f"{title}<p>{part} : voir ci-dessous</p>{code}{ORDER}",
    ):
        assert "CAP Couvreur" in reason(true), true


@pytest.mark.parametrize(
    "head",
    [
        "<h1>Qu'est-ce qu'un référentiel ?</h1><p>Exemple : arrêté du 3 mai 2004 portant création "
        "de la spécialité « couvreur » de certificat d'aptitude professionnelle</p>",
        "<h1>Rectificatif</h1><p>Arrêté du 3 mai 2004 portant création de la spécialité « couvreur "
        "» de certificat d'aptitude professionnelle, annexe IV, lire : « coefficient 3 ».</p>",
        "<h2>Un des meilleurs apprentis de France</h2><h1>CAP Couvreur</h1>",
        "<h2>Un nouveau diplôme à la rentrée</h2><h1>CAP Couvreur</h1>",
        "<h1>CAP Couvreur</h1><h2>Consultation sur le projet de rénovation</h2>",
        "<h1>Le diplôme est rénové - CAP Couvreur</h1>",
        "<h1>CAP Couvreur - Session 2015</h1><p>Le sujet comporte 15 pages numérotées.</p>",
        "<h1>Formation à distance</h1><h2>CAP Couvreur</h2>",
        "<table><tr><td>Menu<td><h2>Calendrier des épreuves</h2><p><b>CAP Couvreur</b></p></table>",
        "<p><b>Brevet professionnel</b></p><p>Articles D337-1 et suivants du code de l'éducation"
        "</p>",
        "<h1>Certificat d'aptitude professionnelle</h1><p>Classement alphabétique</p><ul><li>"
        "<a href=a.pdf>Couvreur (50023305)</a><li><a href=b.pdf>Maçon (50023306)</a></ul>",
    ],
)
def test_what_a_page_says_of_itself_beside_a_title_counts(head: str) -> None:
    assert reason(head + ORDER + ANNEX) in {OTHER, INDEX}


@pytest.mark.parametrize(
    "head",
    [
        "<p><b>Nouveau diplôme</b></p><h1>CAP Couvreur</h1>",
        "<p><b>Ce diplôme est rénové</b></p><h1>CAP Couvreur</h1>",
        "<h1>CAP Couvreur</h1><p>Ce diplôme est rénové à la session 2020.</p>",
        "<p>Articles D337-1 et suivants du code de l'éducation</p><h1>CAP Couvreur</h1>",
        "<table><tr><td><h2>Diplômes professionnels</h2><p><b>CAP Couvreur</b></p></table>",
        "<h1>Référentiels</h1><h2>CAP Couvreur</h2><p>Formation à distance : non</p>",
        "<h1>CAP Couvreur</h1><p class=soustitre><b>Textes généraux</b></p><p>Code du travail</p>"
        "<p class=soustitre><b>Textes du diplôme</b></p>",
    ],
)
def test_a_notice_beside_a_title_is_no_subject(head: str) -> None:
    assert "CAP Couvreur" in reason(f"{head}<p>Code : 500-23305</p>{ORDER}")


def test_a_sentence_that_is_the_title_of_the_document_is_its_headline() -> None:
    body = f"<p><b>Ce CAP évolue</b></p><h1>CAP Couvreur</h1>{ORDER}</html>"
    news = f"<html><head><title>Ce CAP évolue | éduscol</title></head>{body}".encode()
    with pytest.raises(Refused, match="évolue"):
        read(Document(news, ADDRESS), Lexicon.packaged())
    assert "CAP Couvreur" in reason(body)


def test_no_name_of_the_official_list_says_what_else_a_page_is() -> None:
    names = {name.title() for name in OFFICIAL_NAMES} | set(OFFICIAL_NAMES)
    read_so = {reason(f"<h1>CAP {name}</h1>{ORDER}{ANNEX}") for name in names}
    assert len(names) > 400
    assert not {each for each in read_so if isinstance(each, Refusal)}


def test_a_text_on_access_is_no_school_s() -> None:
    text = (
        "<h2>Comment entrer</h2><p>L'inscription se fait sur Parcoursup. Un dossier est à déposer "
        "au lycée avant le mois de juin.</p><h2>Chiffres</h2><p>Taux de réussite : 80 %. Le "
        "titulaire établit un devis.</p><h2>Rythme</h2><p>Horaires hebdomadaires : 30 h.</p>"
    )
    read_as = reason(f"<h1>CAP Couvreur</h1>{ORDER}{text}")
    assert "CAP Couvreur" in str(read_as)


@pytest.mark.parametrize(
    "heading",
    ["À lire : la lettre n° 12", "Conseil d'État, 5e chambre", "Bulletin de l'association"],
)
def test_an_order_below_a_heading_of_something_else_gives_no_title(heading: str) -> None:
    order = (
        "<p>Arrêté du 8 avril 2008 portant création de la spécialité « Couvreur » du certificat "
        "d'aptitude professionnelle (NOR : MENE0800312A)</p>"
    )
    assert reason(f"<h1>{heading}</h1>{order}") == OTHER
    for own in ("<h1>Couvreur</h1>", "<h1>Référentiels professionnels</h1>", ""):
        assert "ouvreur" in reason(own + order), own


@pytest.mark.parametrize(
    "line",
    [
        "Recommandations d'équipement pour le CAP Couvreur",
        "Santé et sécurité au travail : repères", "Repères pour le CAP Couvreur",
        "Une spécialité rénovée",
    ],
)  # fmt: skip
def test_a_heading_below_the_title_tells_a_page_about_the_diploma(line: str) -> None:
    page = "<h1>CAP Couvreur</h1><h2>{}</h2>" + ORDER + ANNEX
    assert reason(page.format(line)) == OTHER
    assert "CAP Couvreur" in reason(page.format("Textes de référence"))


def test_a_day_is_no_name_of_a_type() -> None:
    row = "<tr><td>{}</td><td>12 avril</td><td>5 mars</td></tr>"
    rows = "".join(map(row.format, ("CAP", "Baccalauréat professionnel", "Brevet professionnel")))
    head = "<tr><td>Examen</td><td>Épreuves écrites</td><td>Résultats</td></tr>"
    files = "<tr><td>Annexe 1 - calendrier</td><td><a href=v/a.pdf>Télécharger</a></td></tr>"
    assert reason(f"<table>{head}{rows}</table><table>{files}</table>") == OTHER


@pytest.mark.parametrize(
    "line",
    [
        "Équipement des ateliers", "Bilan de la session 2019", "Organisation de la session 2019",
        "Organisation de l'examen, session 2019", "Établissements de l'académie",
        "Formation en alternance", "Travaux du groupe d'écriture", "Tableau comparatif",
        "Cinq conseils", "Notice bibliographique",
    ],
)  # fmt: skip
def test_a_line_below_or_behind_the_title_tells_what_else_a_page_is_about(line: str) -> None:
    for head in (
        f"<h1>CAP Couvreur</h1><h2>{line}</h2>",
        f"<h1>CAP Couvreur : {line.lower()}</h1>",
        f"<h1>{line} : CAP Couvreur</h1>",
    ):
        assert reason(head + ORDER + ANNEX) == OTHER, head


@pytest.mark.parametrize("line", ["Équipements", "Organisation de l'examen", "Session 2019"])
def test_such_words_may_head_a_part_of_a_page(line: str) -> None:
    assert "CAP Couvreur" in reason(f"<h1>CAP Couvreur</h1>{ORDER}<h2>{line}</h2>{ANNEX}")


@pytest.mark.parametrize("session", ["Session 2026", "session d'examen 2026", "2026", "juin 2026"])
def test_a_session_is_no_name_beside_a_type(session: str) -> None:
    notes = "<p><a href=x/g.pdf>Référentiel</a></p><p><a href=x/n.pdf>Note de service</a></p>"
    for title in (f"{session}<br>Brevet de technicien supérieur", f"BTS {session}"):
        assert reason(f"<h1>{title}</h1>{notes}") == OTHER, title
    dated = "<h1>CAP Couvreur</h1><p>Session 2026</p>"
    assert "CAP Couvreur" in reason(dated + notes)


@pytest.mark.parametrize(
    "title", ["Le CAP", "Le certificat d'aptitude professionnelle (CAP) : textes généraux"]
)
def test_a_type_with_its_article_takes_no_name_of_an_order(title: str) -> None:
    made = "<ul><li>Arrêté du 21 février 2014 portant création du CAP Couvreur</li></ul>"
    cited = "<p>Arrêté du 30 août 2019 relatif aux unités générales</p>"
    assert reason(f"<h1>{title}</h1>{cited}{made}{ANNEX}") == OTHER
    assert "CAP Couvreur" in reason(f"<h1>CAP</h1>{made}{ANNEX}")


def test_the_division_of_examinations_is_no_name() -> None:
    item = "<li>Couvreur : épreuves pratiques à partir du 15 mai 2024</li>"
    assert reason(f"<h1>Division des examens - CAP 2024</h1><ul>{item}</ul>{ANNEX}") == OTHER


def test_the_school_at_which_one_enrols_is_no_speaker() -> None:
    facts = "<p>Sigle : VAN</p><p>Remplace : 500-23434</p>"
    access = "<h2>Accès</h2><p>Les inscriptions ont lieu au lycée, {} juillet.</p>"
    lessons = "<h2>Grille</h2><p>Emploi du temps et horaires hebdomadaires.</p>"
    for when in ("au début du mois de", "aux premiers jours de"):
        page = f"<h1>CAP Vannerie</h1>{facts}{access.format(when)}{lessons}"
        assert reason(page) == "read as ['CAP Vannerie']"
    week = "<h2>Une semaine au lycée</h2><table><tr><td>Enseignement<td>2 h</table>"
    assert reason(f"<h1>CAP Vannerie</h1>{facts}{week}{lessons}") == "read as ['CAP Vannerie']"
    named = access.format("lycée").replace("au lycée,", "au lycée Renoir,")
    assert reason(f"<h1>CAP Vannerie</h1>{facts}{named}{lessons}") == OTHER


def test_a_section_about_places_is_no_label_of_a_list_of_these() -> None:
    fact = "<p>Code : 50023438</p>"
    sections = (
        "<h2>Présentation</h2><p>On tresse l'osier.</p><h2>Textes</h2>{}"
        "<h2>Établissements</h2><p>Voir la carte.</p>"
    )
    lines = "<dl><dt>Académie<dd>Toutes</dl>"
    page = f"<h1>CAP Vannerie</h1>{sections.format(ORDER)}{lines}"
    assert reason(page + fact) == "read as ['CAP Vannerie']"
    listed = "<table><tr><th>Établissements<td>Lycée Renoir<tr><th>Académie<td>Nice</table>"
    assert reason(f"<h1>CAP Vannerie</h1>{fact}{ORDER}{listed}") == OTHER


def test_a_number_among_facts_below_a_title_is_no_subject() -> None:
    pairs = "<p><b>Code</b> 50023438</p><p><b>Sigle</b> VAN</p>"
    for line in ("Taux de réussite 2023", "Taux de réussite"):
        page = f"<h1>CAP Vannerie</h1><p><b>{line}</b> 87 %</p>{pairs}{ORDER}"
        assert reason(page) == "read as ['CAP Vannerie']"
    alone = f"<h1>CAP Vannerie</h1><p>Taux de réussite 2023 87 %</p>{ORDER}"
    assert reason(alone) == OTHER


@pytest.mark.parametrize("style", ["intertitre", "titre-bloc"])
def test_a_heading_with_a_colon_heads_the_lines_below_it(style: str) -> None:
    heading = f"<p class={style}><strong>Évolution :</strong></p>"
    lines = "<p>2004 : création (arrêté du 16-2-2004)</p>"
    assert "CAP Couvreur" in reason(f"<h1>CAP Couvreur</h1>{heading}{lines}{ANNEX}")


def test_a_verb_of_the_press_makes_no_title() -> None:
    told = "<p>Diplôme d'État défini par l'arrêté du 21 février 2014, RNCP 37919.</p>"
    assert reason(f"<h1>Le CAP Couvreur attire les jeunes</h1>{told}") == OTHER


@pytest.mark.parametrize("kind", ["CAP", "bac pro"])
def test_a_register_of_candidates_is_no_name(kind: str) -> None:
    files = "<p><a href=a.pdf>Notice d'inscription</a></p><p><a href=b.pdf>Annexes</a></p>"
    assert reason(f"<h1>Registre des inscriptions ouvert : {kind}</h1>{ORDER}{files}") == OTHER


CONCERNED = (
    "<table><tr><td>{}</td><td>Brevet professionnel Couvreur</td></tr><tr><td>Code</td>"
    "<td>45023407S</td></tr><tr><td>Arrêté</td><td>20 mars 2007</td></tr></table>"
)


@pytest.mark.parametrize("label", ["Diplôme concerné", "Certification concernée"])
@pytest.mark.parametrize(
    "head",
    [
        "<h1>Ouverture du registre</h1><h2>BP Couvreur</h2>",
        "<h1>Aménagement des ateliers</h1>",
        "<p>La coloration des diplômes</p>",
        "<p>Bureau des diplômes</p><h1>Synthèse de la consultation – projet de référentiel</h1>",
    ],
)
def test_what_concerns_a_diploma_is_not_its_page(head: str, label: str) -> None:
    with pytest.raises(Refused):
        read(Document(f"{head}{CONCERNED.format(label)}".encode(), ADDRESS), Lexicon.packaged())


@pytest.mark.parametrize(
    "head",
    [
        "", "<h1>Référentiel</h1>", "<h1>BP Couvreur</h1>",
        "<p>Bureau des diplômes</p><p>Accès aux référentiels</p>",
        "<p>Centre de documentation</p><p>Consultation d'un référentiel</p><p>Fiche</p>",
        "<p>Bureau des diplômes</p><p>Enseignement professionnel : référentiels</p>",
    ],
)  # fmt: skip
def test_the_diploma_concerned_may_be_the_title_of_its_page(head: str) -> None:
    page = f"{head}{CONCERNED.format('Diplôme concerné')}"
    (only,) = read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records
    assert only.record.code == "45023407"


@pytest.mark.parametrize(
    "body",
    [
        "<p>Prévention-santé-environnement</p><p>Arrêté du 3 avril 2019</p>"
        "<p>Cas particulier : CAP Couvreur.</p>",
        "<p>La coloration des diplômes</p><p>Exemple : CAP Couvreur coloration nautisme.</p>"
        "<p>Arrêté du 3 avril 2019</p>",
        "<p>Formation professionnelle</p><h1>Baccalauréat professionnel</h1><h2>Arrêté du 28 "
        "juillet 2021 – modification de plusieurs spécialités</h2><p>NOR : MENE2112422A</p>",
        "<h1>CAP Couvreur</h1><p>De l'ancien au nouveau référentiel</p><p>Code : 50023407</p>",
    ],
)
def test_an_example_an_order_about_several_and_a_comparison_are_no_page_of_one(body: str) -> None:
    with pytest.raises(Refused):
        read(Document(body.encode(), ADDRESS), Lexicon.packaged())


@pytest.mark.parametrize(
    "line", ["Tableau de correspondance entre épreuves", "SUPPLÉMENT EUROPASS\nVersion française"]
)
def test_names_of_files_below_an_order_are_no_subject(line: str) -> None:
    page = f"<pre>\n    CAP Couvreur\n\nArrêté du 30 mai 1975\n\n  - Annexe II\n\n{line}\n</pre>"
    (only,) = read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records
    assert [text.date for text in only.record.legal_texts] == ["1975-05-30"]


def test_a_site_that_asks_its_readers_is_no_subject() -> None:
    page = (
        "<pre>\n   CAP Couvreur\n\nEnquête : votre avis sur éduscol nous intéresse.\n\n"
        "Arrêté du 30 mai 1975\n</pre>"
    )
    (only,) = read(Document(page.encode(), ADDRESS), Lexicon.packaged()).records
    assert only.record.title == "CAP Couvreur"
