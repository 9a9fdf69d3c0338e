"""Pages of other sites and of other certificates, what the ministry's site announces; mock-ups."""

import pytest

from tests.parsers.classify.test_near_misses import ANNEX, INDEX, ORDER, OTHER, reason

TITLE = "CAP Couvreur"
OWN = "read as ['CAP Couvreur']"
CODE = "<p>Code : 500-23305</p>"
SITES = ["Onisep", "France compétences", "France Travail", "L'Encyclopédie libre", "Wikipédia",
         "Mon compte formation", "GRETA de Brest", "CNED", "Syndicat national des couvreurs",
         "Association des formateurs du bâtiment"]  # fmt: skip


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize(
    "form",
    [
        "<h1>{0} – {1}</h1>", "<h1>{0} | {1}</h1>", "<h1>{0}</h1><p>{1}</p>",
        "<p><b>{0} - {1}</b></p>", "<h1>{0}</h1><p class=chapo>{1}</p>",
    ],
)  # fmt: skip
def test_the_name_of_another_site_beside_the_title_tells_its_page(site: str, form: str) -> None:
    assert reason(form.format(TITLE, site) + ORDER + ANNEX + CODE) == OTHER
    # a text or a link may name it
    named = f"<p>Voir aussi : {site}</p><p><a href=https://autre.fr/>{site}</a></p>"
    assert reason(f"<h1>{TITLE}</h1>{ORDER}{ANNEX}{named}") == OWN
    for label in (
        "<table><tr><td>{}<td>RNCP38570</table>",
        "<p>{} : RNCP38570</p>",
        "<dl><dt>{}<dd>RNCP38570</dl>",
    ):
        assert reason(f"<h1>{TITLE}</h1>{label.format(site)}{ORDER}{ANNEX}") == OWN


def test_above_an_rncp_number_the_name_of_the_register_is_a_label() -> None:
    lines = "<div><p>France compétences</p><p>RNCP 38570</p></div>"
    assert reason(f"<h1>{TITLE}</h1>{lines}{ORDER}{ANNEX}{CODE}") == OWN
    # on a page that states no order and no code it names the site
    assert reason(f"<h1>{TITLE}</h1>{lines}{ANNEX}") == OTHER


@pytest.mark.parametrize(
    "line",
    [
        "CQP Couvreur", "Certificat fédéral de couvreur : voisin du CAP Couvreur",
        "CAP Couvreur – fiche formation", "Parcours M@gistère : CAP Couvreur",
        "CAP Couvreur : 12 offres éligibles au CPF", "Diplôme perdu : CAP Couvreur",
        "CAP Couvreur - Équipements, plateaux techniques et locaux",
        "Le CAP Couvreur va être rénové", "Nos idées pour le CAP Couvreur",
        "En bref - nouvelle spécialité : le CAP Couvreur",
        "Commission du bâtiment : compte rendu du 3 mai - point sur le CAP Couvreur",
    ],
)  # fmt: skip
def test_a_title_of_something_beside_the_diploma_is_not_the_diploma(line: str) -> None:
    for form in ("<h1>{}</h1>", "<p><b>{}</b></p>"):
        assert reason(form.format(line) + ORDER + ANNEX + CODE) == OTHER


def test_an_encyclopedia_speaks_of_a_diploma_and_is_none() -> None:
    article = f"<h1>{TITLE}</h1><p>Le CAP Couvreur est un diplôme français.</p>{ORDER}"
    notes = "<h2>Notes et références</h2><p>Cet article est une ébauche.</p>"
    assert reason(article + ANNEX + notes) == OTHER
    assert reason(f"{article}{ANNEX}<h2>Références</h2><p>Une ébauche est taillée.</p>") == OWN


@pytest.mark.parametrize(
    "text",
    [
        "Ce titre est distinct du diplôme CAP Couvreur.",
        "Ce certificat de branche n'est pas un diplôme de l'Éducation nationale.",
        "Ce certificat local n'est pas un CAP national.",
        "Ce titre du ministère du travail ne peut être confondu avec le CAP Couvreur.",
        "Ce titre relève de l'emploi. Il porte le même intitulé que le CAP Couvreur.",
        "L'usage de la calculatrice est interdit.",
        "Aucun document ne sera autorisé. Répondre sur la feuille.",
        "Ce sujet comprend 8 pages.",
        "Fiche du répertoire tenue par France compétences.",
    ],
)
def test_a_page_that_says_that_it_is_of_no_diploma_is_believed(text: str) -> None:
    assert reason(f"<h1>{TITLE}</h1><p>{text}</p>{ORDER}{ANNEX}") == OTHER
    for other in (
        "L'attestation n'est pas un diplôme ; le diplôme est délivré par le recteur.",
        "Ne pas confondre avec le titre professionnel de couvreur.",
        "Un titre professionnel de même intitulé est délivré par le ministère du travail.",
        "Le contrôle en cours de formation n'est pas une épreuve nationale.",
        "Fiche au répertoire de France compétences.",
        "Le sujet comprend une étude de cas.",
    ):
        assert reason(f"<h1>{TITLE}</h1><p>{other}</p>{ORDER}{ANNEX}") == OWN


def test_a_referentiel_that_is_not_published_has_no_page() -> None:
    text = "<p>Le nouveau référentiel n'est pas encore publié.</p>"
    assert reason(f"<h1>{TITLE}</h1>{text}{CODE}<p>RNCP : 38570</p>") == OTHER
    # the old diploma's page may say it of the next one
    for own in (ORDER, ANNEX, "<p>Dernière session : 2024</p>"):
        assert reason(f"<h1>{TITLE}</h1>{text}{CODE}{own}") == OWN


def test_two_labels_of_a_course_are_of_no_diploma() -> None:
    page = f"<h1>{TITLE}</h1>{CODE}<p>Première session : 2017</p><ul>{{}}</ul>"
    course = "<li>Lieu : Tarbes</li><li>Tarif : 9 € l'heure</li>"
    assert reason(page.format(course)) == OTHER
    assert reason(page.format("<li>Tarif : voir ci-dessous</li>")) == OWN
    # a page of a diploma may tell who pays, beside its figures
    paid = "<li>Financement : région</li><li>Taux de réussite : 80 %</li>"
    assert reason(page.format(paid)) == OWN


@pytest.mark.parametrize(
    "line",
    [
        "Des sujets zéro sont disponibles pour cette spécialité.",
        "Les annales ont été mises en ligne.", "Le guide d'équipement est téléchargeable.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["<p>{}</p>", "<p><b>{}</b></p>", "<p class=info>{}</p>"])
def test_what_is_announced_below_a_title_is_no_subject(line: str, form: str) -> None:
    assert reason(f"<h1>{TITLE}</h1>{form.format(line)}{ORDER}{ANNEX}") == OWN
    assert reason(f"<h1>{TITLE}</h1>{form.format('Sujets zéro')}{ORDER}{ANNEX}") == OTHER


@pytest.mark.parametrize(
    "line",
    [
        "À la une : séminaire national le 12 mai 2014",
        "Actualité : le calendrier des examens est en ligne",
        "Actualités - calendrier des sessions de rattrapage",
        "Lettre d'information n° 84",
    ],
)
def test_what_is_announced_above_a_title_is_no_subject(line: str) -> None:
    assert reason(f"<p><b>{line}</b></p><h1>{TITLE}</h1>{ORDER}{ANNEX}") == OWN
    assert reason(f"<p class=surtitre>{line}</p><h1>{TITLE}</h1>{ORDER}{ANNEX}") == OWN
    assert reason(f"<p><b>Calendrier des examens</b></p><h1>{TITLE}</h1>{ORDER}{ANNEX}") == OTHER


@pytest.mark.parametrize("until", ["jusqu'au 12 mai", "avant le 3 juin 2014"])
def test_a_deadline_above_a_title_is_no_subject_of_a_page_with_an_order(until: str) -> None:
    line = "<p>Inscriptions aux examens{}</p>"
    page = f"{line}<h1>{TITLE}</h1>{{}}{ANNEX}"
    assert reason(page.format(f" : {until}", ORDER)) == OWN
    assert reason(page.format("", ORDER)) == OTHER
    assert reason(page.format(f" : {until}", "")) == OTHER


def test_an_order_on_several_diplomas_of_a_type_is_of_none() -> None:
    rows = "".join(
        f"<tr><td>CAP {name}<td>500-2330{n}" for n, name in enumerate(["Osier", "Rotin"])
    )
    for several in ("plusieurs certificats d'aptitude", "certaines mentions", "deux brevets"):
        head = f"<h1>Arrêté du 3 mai 2013 modifiant les arrêtés de {several}</h1>"
        assert reason(f"{head}<table>{rows}</table>") != "read as ['CAP Osier', 'CAP Rotin']"
    head = "<h2>Arrêté du 3 mai 2013 modifiant certains arrêtés relatifs au CAP</h2>"
    assert reason(f"{head}<p>Article 1. Arrêté du 6 juin 2001.</p><p>{TITLE} : abrogé</p>") == OTHER
    assert reason(f"<h2>Arrêté du 3 mai 2013</h2><p>{TITLE}</p>{ANNEX}") == OWN


@pytest.mark.parametrize(
    "head", ["Diplômes abrogés", "Archives : spécialités supprimées", "Les diplômes ici fermés"]
)
def test_a_table_below_diplomas_in_the_plural_is_a_list_of_them(head: str) -> None:
    form = "<h2>{}</h2><table><tr><th>Diplôme<th>Code<th>Dernière session{}</table>"
    names = ("Vannier", "Cordier", "Sellier")
    rows = "".join(f"<tr><td>CAP {name}<td>500-2330{n}<td>2019" for n, name in enumerate(names, 2))
    assert reason(form.format(head, rows)) == INDEX
    # below such a rubric, the page of one diploma with options
    one = rows.replace("CAP ", "CAP Vannerie option ")
    assert "read as" in str(reason(form.format(head, one)))


def test_the_files_of_a_whole_type_are_of_no_diploma() -> None:
    file = "<p><a href=tout.zip>Archive</a></p>"
    for head in ("Tous les référentiels du BP en un fichier", "Tous les référentiels des BMA"):
        assert reason(f"<h2>{head}</h2>{file}{ORDER}") in {OTHER, INDEX}


def test_a_question_before_the_title_is_what_the_page_is_about() -> None:
    asked = "Quelle durée, quelles épreuves ? : CAP - Couvreur"
    form = f"<table><tr><td>Nom<td>....<tr><td>Examen présenté<td>{TITLE} (50023305)</table>"
    for head in ("<h2>{}</h2>", "<p><b>{}</b></p>"):
        assert reason(head.format(asked) + form) == OTHER


def test_a_way_of_so_many_years_is_a_schools() -> None:
    praise = "<p>Portes ouvertes en mars.</p>"
    page = f"<h1>{{}}</h1>{CODE}{praise}"
    assert reason(page.format(f"{TITLE} en 2 ans")) == OTHER
    assert reason(page.format(TITLE)) == OWN


def test_the_only_heading_of_files_tells_what_they_are_of() -> None:
    files = "<ul><li><a href=e31.pdf>Grille E31</a></li><li><a href=n.pdf>Annexe</a></li></ul>"
    grids = "Grilles d'évaluation des épreuves"
    assert reason(f"<h1>{TITLE}</h1><h2>{grids}</h2>{files}") == OTHER
    led = f"<h1>{TITLE}</h1><p class=chapo>{grids}</p><h2>Textes</h2>{ORDER}"
    assert reason(led + files) == OTHER
    # a section of a page that states its order, and one among others
    assert reason(f"<h1>{TITLE}</h1><h2>{grids}</h2>{files}<h2>Textes</h2>{ORDER}") == OWN
    others = f"<h2>{grids}</h2>{files}<h2>Annexes</h2>{ANNEX}"
    assert reason(f"<h1>{TITLE}</h1>{others}") == OWN


def test_the_first_line_of_all_may_name_another_site() -> None:
    facts = f"<h1>{TITLE}</h1>{ORDER}{ANNEX}{CODE}"
    assert reason(f"<p>Onisep</p>{facts}") == OTHER
    assert reason(f"<p>Éduscol</p>{facts}") == OWN
    assert reason(f"<p><a href=https://autre.fr/>Onisep</a></p>{facts}") == OWN


@pytest.mark.parametrize("name", ["Lycée Jean-Moulin", "CFA du bâtiment de Tours"])
def test_a_school_speaks_on_a_page_with_code_and_order(name: str) -> None:
    facts = f"<h1>{TITLE}</h1>{ORDER}{ANNEX}{CODE}"
    praise = "<p>Venez à nos portes ouvertes, internat sur place.</p>"
    assert reason(f"<h2>{name}</h2>{facts}{praise}<p>Nos ateliers sont neufs.</p>") == OTHER
    # where no school heads the page, or it says little, code and order count
    assert reason(f"{facts}{praise}<p>Nos ateliers sont neufs.</p>") == OWN
    assert reason(f"<h2>{name}</h2>{facts}<p>Rentrée : se renseigner.</p>") == OWN


def test_a_union_speaks_of_a_diploma() -> None:
    page = f"<h1>{TITLE}</h1>{ORDER}{ANNEX}"
    speech = "<p>Le syndicat déplore la baisse des heures.</p><p><a href=/a>Adhérer</a></p>"
    assert reason(page + speech) == OTHER
    assert reason(f"{page}<p>Avis du syndicat professionnel de la branche.</p>") == OWN


@pytest.mark.parametrize(
    "line",
    [
        "Organiser les PFMP", "Évaluer les épreuves orales", "circulaire rectorale",
        "note relative à la sous-épreuve EP1", "formation à la prévention des risques",
        "matériel d'œuvre à fournir par les centres", "Lettre aux professeurs",
        "Notice d'inscription", "Session de l'hémisphère sud", "Remontée des notes de CCF",
        "Plan type de l'atelier", "préparé au CFA de Tours", "Réponse de la ministre",
        "Expérimentation menée à Lille", "Parcours expérimentaux", "Passeport de l'apprenti",
        "Report des examens", "mesures dérogatoires en 2020",
        "Diplômes étrangers", "Note d'information", "conservation des notes", "Vivier de jurés",
        "Codage des notes", "Compte rendu de la visite", "Attendus affichés",
        "Prise en charge du contrat", "Échange scolaire", "Glossaire du métier",
        "Où se présenter à l'examen", "Mobilité à l'étranger", "Avant-projet",
        "Critères de sélection", "Formation des formateurs", "Effectifs par académie",
        "Entretien de positionnement", "Tableau de suivi", "Adaptation de l'examen",
        "Reconnaissance du diplôme à l'étranger",
        "Mode d'emploi du logiciel", "Erasmus", "Les vingt ans du CAP", "EP2", "U31",
        "Liste indicative des fournitures", "Recherche de jurys", "Bon de commande",
        "Arrêté fixant pour 2019 les dates des épreuves",
    ],
)  # fmt: skip
def test_what_stands_behind_or_below_the_title_tells_the_subject(line: str) -> None:
    forms = ["<h1>{0} : {1}</h1>", "<h1>{0} – {1}</h1>", "<h1>{0} / {1}</h1>"]
    for form in (*forms, "<h1>{0}</h1><p><b>{1}</b></p>"):
        assert reason(form.format(TITLE, line) + ORDER + CODE) == OTHER
    # the name of a file says nothing of the page
    file = f"<p><a href=f.pdf>{line}</a></p>"
    assert reason(f"<h1>{TITLE}</h1>{ORDER}{CODE}{ANNEX}{file}") == OWN


def test_a_list_of_the_names_of_a_type_is_no_diploma() -> None:
    assert reason(f"<h1>DN MADE : les mentions</h1>{ORDER}{ANNEX}") == OTHER
    assert reason(f"<h1>DN MADE mention objet</h1>{ORDER}{ANNEX}") == (
        "read as ['DN MADE mention objet']"
    )


def test_a_diploma_that_was_added_last_is_not_the_page() -> None:
    assert reason(f"<p>Dernier ajout : {TITLE} (arrêté du 13 mai 2013)</p>{ANNEX}") == OTHER
    assert reason(f"<p>Diplôme : {TITLE}</p>{ORDER}{ANNEX}") == OWN


def test_the_hit_of_a_search_is_not_the_page() -> None:
    found = f"<p>{TITLE} – référentiel, arrêté du 13 mai 2013, code 50023305</p>{ANNEX}"
    assert reason(f"<p><b>Recherche : « toiture »</b></p><p>1 résultat</p>{found}") == OTHER
    assert reason(f"<p><b>Recherche avancée</b></p><p>{TITLE}</p>{ORDER}{ANNEX}") == OWN


def test_the_way_to_a_page_names_no_diploma() -> None:
    way = "<p>Accueil &gt; Examens &gt; Calendriers</p>"
    assert "Accueil" not in reason(f"{way}<h1>CAP, session 2023 : toiture</h1>{CODE}{ORDER}")


def test_rows_that_codes_alone_tell_apart_are_a_list() -> None:
    names = (
        "Systèmes option B : systèmes fluidiques", "Véhicules option B : transport routier",
        "Textile option A structures", "Véhicules option C : motocycles", "Mesure",
    )  # fmt: skip
    rows = "".join(
        f"<tr><td>32025{n}<td>BTS<td>{name}<td>12/03/2015<td>2016"
        for n, name in enumerate(names, 213)
    )
    heads = "<tr><th>Code diplôme<th>Diplôme<th>Spécialité<th>Arrêté<th>1re session"
    title = "<p><b>DIPLOMES PAR NIVEAU : NIVEAU 5</b></p><p>Classement selon le cadre national.</p>"
    assert reason(f"{title}<table>{heads}{rows}</table>") == INDEX


@pytest.mark.parametrize("school", ["CFA de Tours", "MFR du Val de Loire", "CMA Formation"])
def test_a_training_centre_beside_the_title_tells_its_page(school: str) -> None:
    facts = ORDER + CODE + ANNEX
    for form in ("<h1>{0} – {1}</h1>", "<h1>{0}</h1><p>{1}</p>", "<h1>{0}</h1><p><b>{1}</b></p>"):
        assert reason(form.format(TITLE, school) + facts) == OTHER
    assert reason(f"<h1>{TITLE}</h1>{facts}<p>Il se prépare au {school}.</p>") == OWN


@pytest.mark.parametrize(
    "line",
    [
        "Je fais valider mon expérience", "Nous écrire", "Aide au premier équipement",
        "Équipement pédagogique", "Aménagements aux examens", "Concevoir un référentiel",
    ],
)  # fmt: skip
def test_a_heading_above_the_diploma_tells_what_the_page_is_about(line: str) -> None:
    assert reason(f"<h1>{line}</h1><p><b>{TITLE}</b></p>{ORDER}{ANNEX}") == OTHER
    assert reason(f"<h1>{TITLE}</h1>{ORDER}{ANNEX}<h2>{line}</h2><p>Sur demande.</p>") == OWN


@pytest.mark.parametrize(
    "line",
    [
        "Instructions aux centres d'examen", "Modalités du contrôle en cours de formation",
        "Revoir le webinaire", "Liste de matériel à apporter", "Centres et convocations",
        "Espace pédagogique académique", "Exemple commenté",
    ],
)  # fmt: skip
def test_a_line_below_the_diploma_tells_what_the_page_is_about(line: str) -> None:
    for form in ("<h1>{0}</h1><h2>{1}</h2>", "<h1>{0} – {1}</h1>"):
        assert reason(form.format(TITLE, line) + ORDER + ANNEX) == OTHER
    file = f"<p><a href=f.pdf>{line}</a></p>"
    assert reason(f"<h1>{TITLE}</h1>{ORDER}{ANNEX}{file}") == OWN


BODY = ("Vu le code de l'éducation", "Arrête :", "Article 1er - Il est créé un diplôme.")


@pytest.mark.parametrize("left_out", BODY)
def test_the_text_of_an_order_is_no_page_of_its_diploma(left_out: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in BODY if line != left_out)
    assert reason(f"<h1>{TITLE}</h1>{ORDER}{body}") == OTHER
    # with its annexes it is what a référentiel is, as one of these lines alone
    assert reason(f"<h1>{TITLE}</h1>{ORDER}{body}{ANNEX}") == OWN
    assert reason(f"<h1>{TITLE}</h1>{ORDER}<p>{left_out}</p>") == OWN


@pytest.mark.parametrize(
    "title",
    [
        "CAP Couvreur : notice aux candidats, session 2025",
        "Thèmes du concours et de l'épreuve de français – CAP session 2025",
    ],
)
def test_what_candidates_are_told_is_no_page_of_the_diploma(title: str) -> None:
    assert reason(f"<h1>{title}</h1>{ORDER}{ANNEX}") == OTHER


def test_labels_of_something_else_are_found_on_lines_of_one_paragraph() -> None:
    lines = (
        "<b>Université :</b> Université de Dijon", "<b>Composante :</b> IUT de Dijon",
        "<b>Durée :</b> 3 ans", "<b>RNCP :</b> 31997",
    )  # fmt: skip
    for title in ("BUT Mesures physiques", "Licence professionnelle Métiers du BTP"):
        for first in range(len(lines)):
            turned = "<br>".join(lines[first:] + lines[:first])
            assert reason(f"<h1>{title}</h1><p>{turned}</p>") == OTHER
        # of these labels the second alone says so
        own = f"<h1>{title}</h1><p>{'<br>'.join(lines[2:])}</p>"
        assert reason(own) == f"read as {[title]}"
