"""Pages of other sites and of other certificates, what the ministry's site announces; mock-ups."""

import pytest

from tests.parsers.classify.test_near_misses import ANNEX, ORDER, OTHER, reason

TITLE = "CAP Couvreur"
OWN = "read as ['CAP Couvreur']"
CODE = "<p>Code : 500-23305</p>"
SITES = ["Onisep", "France compétences", "France Travail", "L'Encyclopédie libre", "Wikipédia",
         "Mon compte formation", "GRETA de Brest", "CNED"]  # fmt: skip


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
        "Le CAP Couvreur va être rénové",
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
    ],
)
def test_a_page_that_says_that_it_is_of_no_diploma_is_believed(text: str) -> None:
    assert reason(f"<h1>{TITLE}</h1><p>{text}</p>{ORDER}{ANNEX}") == OTHER
    other = "L'attestation n'est pas un diplôme ; le diplôme est délivré par le recteur."
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
    ],
)
def test_what_is_announced_above_a_title_is_no_subject(line: str) -> None:
    assert reason(f"<p><b>{line}</b></p><h1>{TITLE}</h1>{ORDER}{ANNEX}") == OWN
    assert reason(f"<p class=surtitre>{line}</p><h1>{TITLE}</h1>{ORDER}{ANNEX}") == OWN
    assert reason(f"<p><b>Calendrier des examens</b></p><h1>{TITLE}</h1>{ORDER}{ANNEX}") == OTHER


def test_an_order_on_several_diplomas_of_a_type_is_of_none() -> None:
    rows = "".join(
        f"<tr><td>CAP {name}<td>500-2330{n}" for n, name in enumerate(["Osier", "Rotin"])
    )
    for several in ("plusieurs certificats d'aptitude", "certaines mentions", "deux brevets"):
        head = f"<h1>Arrêté du 3 mai 2013 modifiant les arrêtés de {several}</h1>"
        assert reason(f"{head}<table>{rows}</table>") != "read as ['CAP Osier', 'CAP Rotin']"


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
