"""What stands around a diploma's facts: orders and files of all diplomas, of others, of news."""

import pytest

from tests.parsers.extract.test_links_and_leads import record_of

OWN = (
    "<p>Arrêté de création : 3 mai 2004</p><p><a href=v/annexes.pdf>Annexes</a></p>"
    "<p>Code : 500-22434</p>"
)
ORDER_OF_OTHER = "<li><a href=b2/arrete.pdf>Arrêté du 5 juin 2012</a></li>"


def stated(around: str) -> tuple[list[str | None], list[str], set[str | None]]:
    """Return the dates of the orders, the names of the files, and the fields of the issues."""
    record = record_of(OWN + around)
    files = [document.url.rpartition("/")[2] for document in record.documents]
    return [t.date for t in record.legal_texts], files, {i.field for i in record.issues}


@pytest.mark.parametrize(
    "around",
    [
        "<p>Classement : niveau 3 au sens de l'arrêté du 8 janvier 2019</p>",
        "<p>Inscription au RNCP par arrêté du 5 juin 2012</p>",
        "<p>Arrêté du 24 juin 2005 fixant les conditions d'obtention de dispenses d'unités</p>",
        "<p>Chef-d'œuvre : arrêté du 28 novembre 2019</p>",
        "<h2>Enseignement général</h2><p>Arrêté du 17 juin 2003</p>",
        "<p>Mobilité européenne : unité facultative (arrêté du 27 juin 2014)</p>",
        "<p>Voir aussi <a href=b2.html>Vannerie d'art</a> (arrêté du 5 juin 2012)</p>",
        "<h3>Les derniers textes parus</h3><ul><li>Arrêté du 5 juin 2012 (Modeleur)</li></ul>",
        f"<h3>Documents du BTS Fonderie</h3><ul>{ORDER_OF_OTHER}</ul>",
    ],
)
def test_orders_that_are_not_the_diploma_s_are_told(around: str) -> None:
    dates, files, told = stated(around)
    assert (dates, files) == (["2004-05-03"], ["annexes.pdf"])
    assert "legal_texts" in told


@pytest.mark.parametrize(
    "around",
    [
        "<p>Modifié par l'arrêté du 5 juin 2012 (domaines généraux)</p>",
        "<p>Arrêté du 5 juin 2012 modifiant l'épreuve de langue vivante</p>",
        "<h3>Documents du CAP Vannerie</h3><p>Arrêté du 5 juin 2012</p>",
        "<h3>Textes</h3><p>Arrêté du 5 juin 2012</p>",
    ],
)
def test_orders_of_the_diploma_on_such_matters_are_kept(around: str) -> None:
    assert stated(around)[0] == ["2004-05-03", "2012-06-05"]


@pytest.mark.parametrize(
    "around",
    [
        "<p>Textes généraux applicables à tous les diplômes : <a href=t/ccf.pdf>CCF</a></p>",
        "<p><b>Boîte à outils</b><br><a href=t/grille.xls>Grille vierge</a><br>(tous diplômes)</p>",
        "<p>Nouveautés du mois : <a href=b2/arr.pdf>arrêté du 5 juin 2012 (Modeleur)</a></p>",
        "<h3>Agenda</h3><ul><li>Séminaire, <a href=agenda/p.pdf>programme</a></li></ul>",
        "<p>Se reporter au <a href=b2/ref.pdf>référentiel du BTS Fonderie</a>.</p>",
        "<p>Pour le BTS Fonderie, voir <a href=b2/ref.pdf>son référentiel</a>.</p>",
        "<p>Les référentiels du même domaine : <a href=b2/b2.zip>Fonderie</a></p>",
        "<p>Diplôme suivant : BTS Fonderie (<a href=b2/b2.pdf>référentiel</a>)</p>",
        "<h2>À voir aussi</h2><p>BTS Fonderie<br><a href=b2/annexes2.pdf>Annexes</a></p>",
        "<p>Accès : <a href=siec/plan.pdf>Plan d'accès</a></p>",
        "<p><a href=depp/rers.pdf>Repères et références statistiques, édition 2022</a></p>",
        "<p><a href=tg/ccf.pdf>Arrêté du 5 juin 2012 relatif au CCF</a></p>",
    ],
)
def test_files_that_are_not_the_diploma_s_are_told(around: str) -> None:
    _, files, told = stated(around)
    assert files == ["annexes.pdf"]
    assert told & {"documents", "legal_texts"}


@pytest.mark.parametrize(
    "around",
    [
        "<p>Se reporter au <a href=v/ref.pdf>référentiel du CAP Vannerie</a>.</p>",
        "<p><a href=v/ref.pdf>Référentiel commun à toutes les mentions</a></p>",
        "<h2>Textes généraux de tous les CAP</h2><p><a href=v/ref.pdf>Annexes du diplôme</a></p>",
        "<h2>Agenda</h2><p><a href=v/ref.pdf>Référentiel du CAP Vannerie</a></p>",
    ],
)
def test_files_of_the_diploma_among_them_are_kept(around: str) -> None:
    assert stated(around)[1] == ["annexes.pdf", "ref.pdf"]


@pytest.mark.parametrize(
    "around",
    [
        "<p>[ <a href=b2.html>préc.</a> | <a href=l.html>liste</a> | <a href=b3.html>suiv.</a> ]",
        "<p>Page 12 / 214 <a href=b2.html>11</a> <b>12</b> <a href=b3.html>13</a></p>",
        "<p><a href=/lettre>Lettre d'information</a> - <a href=/fav>Ajouter aux favoris</a></p>",
    ],
)
def test_ways_to_other_pages_below_the_documents_are_none(around: str) -> None:
    record = record_of(
        "<p>Arrêté du 3 mai 2004</p><h2>Documents</h2><p><a href=a.pdf>Annexes</a></p>" + around
    )
    assert [document.title for document in record.documents] == ["Annexes"]


def test_a_legend_of_icons_states_nothing() -> None:
    icons = "<img src=v.gif alt=vert> diplôme en vigueur <img src=r.gif alt=rouge> diplôme abrogé"
    assert record_of(f"{OWN}<p>Légende : {icons}</p>").status == "unknown"
    assert record_of(f"{OWN}<p>Diplôme abrogé</p>").status == "repealed"


@pytest.mark.parametrize(
    "fact", ["Calendrier des épreuves : du 12 au 23 juin", "VAE : livret 2 à retirer au DAVA"]
)
def test_a_fact_right_below_the_title_is_no_subject_of_the_page(fact: str) -> None:
    assert record_of(f"<p>{fact}</p>{OWN}").code == "50022434"


@pytest.mark.parametrize("title", ["Lettre circulaire aux recteurs", "Lettre aux inspecteurs"])
def test_a_letter_of_the_ministry_is_no_newsletter(title: str) -> None:
    rows = f"<tr><td>{title}</td><td><a href=l.pdf>PDF</a></td></tr>"
    body = f"<h2>Documents</h2><table>{rows}<tr><td>Annexe I</td><td><a href=a.pdf>PDF</a></td>"
    documents = record_of(f"{OWN}{body}</table>").documents
    assert [each.title for each in documents] == ["Annexes", title, "Annexe I"]
