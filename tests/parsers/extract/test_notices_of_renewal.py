"""Notices of a new diploma, the text of an order as the page, and the field of a page's files.

All pages are mock-ups.
"""

import pytest

from tests.parsers.extract.pages import record_of

ALERT = "<div class='fr-alert'><p class='fr-alert__title'>À noter</p><p>{}</p></div>"
OWN = "<p>Code : 400-22437</p><p>Arrêté du 3 mai 2012</p>"
TITLE = "<h1>Bac pro Vannerie</h1>"
NOTICES = [
    "Diplôme rénové : les élèves entrant en formation à la rentrée 2026 préparent la nouvelle"
    " spécialité ({}).",
    "Les élèves préparent le nouveau diplôme (code {}).",
    "Un nouveau référentiel entre en vigueur à la rentrée 2026 (première session : 2028, code {}).",
    "Un nouveau diplôme entre en vigueur à la rentrée 2026 (première session : 2028, code {}).",
]


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_of_a_new_diploma_names_the_successor(notice: str) -> None:
    record = record_of(ALERT.format(notice.format("400-34306")) + OWN, TITLE)
    assert (record.code, record.replaced_by) == ("40022437", ("40034306",))
    assert record.first_session is None


@pytest.mark.parametrize("notice", NOTICES)
def test_the_own_code_is_no_successors(notice: str) -> None:
    record = record_of(OWN + ALERT.format(notice.format("400-22437")), TITLE)
    assert (record.code, record.replaced_by) == ("40022437", ())


ARTICLES = (
    "<p>A. du 9 avril 2009. JO du 4 mai 2009</p><p>NOR : ESRS0909609A</p>"
    "<p><b>Article 1er</b> - Il est créé une spécialité de brevet de technicien supérieur « {} »"
    " dont la définition est fixée par le présent arrêté.</p>{}<a href='a.pdf'>Annexe I</a>"
)
FORMER = (
    "<p><b>Article 5</b> - L'arrêté du 16 novembre 2000 portant création de la spécialité"
    " « Plumasserie » est abrogé à l'issue de la dernière session, en 2010.</p>"
)


@pytest.mark.parametrize("former", ["", FORMER])
@pytest.mark.parametrize(("name", "kind"), [("Aéronautique", "creation"), ("Plumasserie", None)])
def test_the_text_of_an_order_says_that_it_makes_the_diploma(
    name: str, kind: str | None, former: str
) -> None:
    title = "<h2>Brevet de technicien supérieur Aéronautique</h2>"
    record = record_of(ARTICLES.format(name, former), title)
    assert [(t.date, t.kind) for t in record.legal_texts] == [("2009-04-09", kind)]


FILES = (
    "<h2>{}</h2><div><a href='/content/download/7/version/2/file/annexe_i.pdf'>Annexe I</a></div>"
    "<div><a href='/content/download/6/version/1/file/sujet-zero-e2.pdf'>Sujet zéro</a></div>{}"
)


@pytest.mark.parametrize(
    ("head", "more", "titles"),
    [
        ("Fichiers joints", "", ["Annexe I", "Sujet zéro"]),
        # a box of other pages, or of what is to be seen besides
        ("Fichiers joints", "<a href='/autre-diplome.html'>BTS Vannerie</a>", ["Annexe I"]),
        ("À voir aussi", "", ["Annexe I"]),
    ],
)
def test_a_field_of_files_is_content_whatever_its_class(
    head: str, more: str, titles: list[str]
) -> None:
    record = record_of(f"{OWN}<div class='attribute-related'>{FILES.format(head, more)}</div>")
    assert [document.title for document in record.documents] == titles


OF_OLD = [
    "Une nouvelle version de ce diplôme entre en application à la rentrée 2026 pour une première"
    " session en 2028. La présente page concerne l'ancienne version, dont la dernière session est"
    " celle de 2027.",
    "Cette page présente l'ancien référentiel (dernière session : 2027). Le nouveau diplôme aura sa"
    " première session en 2028.",
]


@pytest.mark.parametrize("notice", OF_OLD)
def test_a_page_of_the_old_version_has_its_last_session_alone(notice: str) -> None:
    record = record_of(OWN + ALERT.format(notice), TITLE)
    assert (record.first_session, record.last_session) == (None, 2027)
    told = [issue for issue in record.issues if issue.field == "first_session" and issue.value]
    assert "2028" in str([issue.value for issue in told])


def test_a_page_of_the_new_version_has_its_first_session() -> None:
    record = record_of(OWN + ALERT.format(OF_OLD[0].partition(". La")[0] + "."), TITLE)
    assert record.first_session == 2028


REPEAL = (
    "<ul><li>Arrêté du {} portant création du bac pro Vannerie</li><li>Arrêté du 12 mai 2024"
    " abrogeant l'arrêté du 4 juin 2013 (BO n° 11 du 6 juillet 2024) à l'issue de la session 2026"
    "</li></ul>"
)


def test_an_order_that_repeals_the_pages_order_gives_the_last_session() -> None:
    record = record_of(REPEAL.format("4 juin 2013"), TITLE)
    assert (record.status, record.last_session) == ("repealed", 2026)


def test_an_order_that_repeals_another_order_gives_none() -> None:
    record = record_of(REPEAL.format("3 mai 2012"), TITLE)
    assert (record.status, record.last_session) == ("unknown", None)
