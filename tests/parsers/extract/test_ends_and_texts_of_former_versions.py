"""What repeals a diploma at the end of a session, and texts of former versions of its référentiel.

Days of consolidation, words before links to formats, successors in other words.
"""

import pytest

from tests.parsers.extract.pages import record_of, records_of

MADE = "<h2>Textes</h2><p>Arrêté du 3 mai 2004</p>"


def _orders(body: str) -> list[tuple[str | None, str | None]]:
    return [(text.date, text.kind) for text in record_of(body).legal_texts]


ENDS = [
    "Abrogation prévue par l'arrêté du 14 mars 2023 au terme de la session 2026.",
    "Abrogation prévue par arrêté du 14 mars 2023 à l'issue de la session 2026.",
    "Diplôme abrogé à compter de la fin de la session 2026 par l'arrêté du 14 mars 2023.",
    "Abrogé au terme de la session d'examen de 2026 (arrêté du 14 mars 2023)",
    "Arrêté du 14 mars 2023 abrogeant le CAP « Vannerie » à l'issue de la session 2026",
    "Arrêté du 14 mars 2023 abrogeant le diplôme au terme de la session 2026",
    "À abroger après la dernière session (2026), arrêté du 14 mars 2023",
]


@pytest.mark.parametrize("place", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
@pytest.mark.parametrize("end", ENDS)
def test_a_repeal_at_the_end_of_a_session_states_the_last_one(end: str, place: str) -> None:
    found = record_of(MADE + place.format(end))
    assert found.last_session == 2026
    assert ("2023-03-14", "repeal") in [(text.date, text.kind) for text in found.legal_texts]


def test_a_repeal_in_a_table_is_one_beside_any_label() -> None:
    row = f"<table><tr><td>Remarque</td><td>{ENDS[-1]}</td></tr></table>"
    assert ("2023-03-14", "repeal") in _orders(MADE + row)


def test_the_session_of_another_diploma_that_an_order_repeals_is_none_of_its_own() -> None:
    text = "Arrêté du 14 mars 2023 abrogeant le BEP « Osier » à l'issue de la session 2026"
    assert record_of(f"{MADE}<p>{text}</p>").last_session is None


OLD = [
    "Anciens documents (sessions 1991 à 2018)",
    "Ancien référentiel de ce diplôme (sessions 1991-2018)",
    "Sessions 1991 à 2018 : anciennes annexes",
    "Documents antérieurs (sessions 1991 à 2018) :",
]


@pytest.mark.parametrize("tag", ["h2", "p"])
@pytest.mark.parametrize("old", OLD)
def test_sessions_of_former_texts_are_none_of_the_diploma(old: str, tag: str) -> None:
    found = record_of(f"{MADE}<{tag}>{old}</{tag}><p><a href=x/an.pdf>Annexe I</a></p>")
    assert (found.first_session, found.last_session) == (None, None)


def test_sessions_of_former_texts_are_told() -> None:
    found = record_of(f"{MADE}<p>{OLD[0]}</p><p><a href=x/an.pdf>Annexe I</a></p>")
    assert {"first_session", "last_session"} <= {issue.field for issue in found.issues}


def test_sessions_above_the_texts_of_today_stay() -> None:
    found = record_of(f"{MADE}<h2>Sessions 1991 à 2018</h2><p><a href=x/an.pdf>Annexe I</a></p>")
    assert (found.first_session, found.last_session) == (1991, 2018)


@pytest.mark.parametrize("since", ["[s'applique depuis la session 2023]",
                                   "(pour les sessions à partir de 2023)"])  # fmt: skip
def test_the_session_since_which_a_file_is_used_is_told(since: str) -> None:
    body = f"{MADE}<p>Règlement d'examen {since} : <a href=x/re.pdf>Consulter</a></p>"
    assert record_of(body).first_session is None
    assert record_of(f"{MADE}<p>Diplôme en vigueur à compter de la session 2023</p>").first_session


DAYS = [
    "Version consolidée au 6 avril 2015",
    "Document consolidé par nos soins au 6 avril 2015, sans valeur officielle",
    "Consolidation : 6/4/2015",
    "Les annexes ci-dessous sont consolidées au 6 avril 2015.",
    "Saisi le 6 avril 2015",
]


@pytest.mark.parametrize("day", DAYS)
def test_a_day_of_consolidation_is_no_order(day: str) -> None:
    assert _orders(f"{MADE}<p>{day}</p>") == [("2004-05-03", None)]


def test_a_consolidated_order_is_one() -> None:
    assert _orders("<h2>Textes</h2><p>Arrêté consolidé du 3 mai 2004</p>")[0][0] == "2004-05-03"


@pytest.mark.parametrize("how", ["modifie seulement l'annexe III", "modifie uniquement l'annexe 2"])
def test_an_order_that_changes_one_annex_is_a_modification(how: str) -> None:
    assert ("2010-06-05", "modification") in _orders(f"{MADE}<p>Arrêté du 5 juin 2010 ({how})</p>")


def test_days_listed_without_du_are_orders_up_to_the_last() -> None:
    body = "<h2>Textes</h2><p>Arr. du 3 mai 2004, 5 juin 2010, 7 juillet 2015 et 9 août 2020</p>"
    assert [date for date, _ in _orders(body)] == [
        "2004-05-03", "2010-06-05", "2015-07-07", "2020-08-09",
    ]  # fmt: skip


def test_the_order_on_mobility_is_one_of_all_diplomas() -> None:
    text = "Épreuve facultative de mobilité : arrêté du 27 juin 2014"
    body = f"<h2>Textes</h2><p>Arrêté du 3 mai 2004</p><p>{text}</p>"
    assert _orders(body) == [("2004-05-03", None)]


SUCCEEDED = [
    "Nouveau diplôme remplaçant celui-ci : BEP Osier (n° 510 23437 S)",
    "<i>Nouveau diplôme remplaçant celui-ci : BEP Osier (n° 510 23437 S)</i>",
    "Remplacement par le BEP Osier (510 23437)",
]


@pytest.mark.parametrize("text", SUCCEEDED)
def test_a_new_diploma_that_replaces_this_one_is_its_successor(text: str) -> None:
    found = record_of(f"{MADE}<p>Code : 500-23438 V</p><p>{text}</p>")
    assert (found.replaces, found.replaced_by) == ((), ("51023437",))


def test_a_replacement_of_another_diploma_is_a_predecessor() -> None:
    found = record_of(
        f"{MADE}<p>Code : 500-23438 V</p><p>En remplacement du BEP Osier (510 23437)</p>"
    )
    assert (found.replaces, found.replaced_by) == (("51023437",), ())


@pytest.mark.parametrize("lead", ["Fiches de compétences : ", "Fiches de compétences ",
                                  "Fiches de compétences - "])  # fmt: skip
def test_links_to_versions_of_a_file_are_called_by_the_words_before(lead: str) -> None:
    links = " / ".join(f"<a href=x/f.{kind}>version {kind}</a>" for kind in ("doc", "pdf"))
    found = record_of(f"{MADE}<p>{lead}{links}</p>")
    assert {document.title for document in found.documents} == {"Fiches de compétences"}


@pytest.mark.parametrize("page", ["/contact", "/plan", "/liste.html"])
def test_pages_of_the_site_are_no_documents(page: str) -> None:
    links = f'<a href="{page}">Familles de métiers</a>'
    found = record_of(f"{MADE}<h2>Documents</h2><p><a href=x/a.pdf>Annexe I</a></p><p>{links}</p>")
    assert [document.title for document in found.documents] == ["Annexe I"]


@pytest.mark.parametrize(
    ("label", "field", "value"),
    [
        ("Diplôme n°", "code", "50023438"),
        ("Dernière session pour ce référentiel", "last_session", 2024),
        ("Statut du référentiel", "status", "in_force"),
    ],
)
def test_further_labels(label: str, field: str, value: str | int) -> None:
    written = {"code": "500 23438", "status": "en vigueur"}.get(field, str(value))
    table = f"<table><tr><td>{label}</td><td>{written}</td></tr></table>"
    assert getattr(record_of(MADE + table), field) == value


OPTIONS = ["Vannerie option osier", "Vannerie option rotin"]


@pytest.mark.parametrize("label", ["Diplôme n°", "Code (scolarité)", "Code formation-diplôme"])
def test_the_label_of_its_code_is_no_part_of_an_option(label: str) -> None:
    items = [f"<li>Option {name} - {label} : {code}</li>" for name, code in
             (("osier", "50023438"), ("rotin", "50023439"))]  # fmt: skip
    found = records_of(f"{MADE}<ul>{''.join(items)}</ul>")
    assert [record.code for record in found] == ["50023438", "50023439"]
    assert [record.name for record in found] == OPTIONS


@pytest.mark.parametrize("head", ["", "<tr><th>Option</th><th>Code</th></tr>"])
@pytest.mark.parametrize("lead", ["Fiche RNCP : ", "N° RNCP : ", "Fiche France compétences : RNCP",
                                  "RNCP : n° "])  # fmt: skip
def test_the_number_below_an_option_is_its_own(lead: str, head: str) -> None:
    values = (("osier", 1172, "50023438"), ("rotin", 1013, "50023439"))
    rows = [f"<tr><td>Option {a}<br>{lead}{b}</td><td>{c}</td></tr>" for a, b, c in values]
    found = records_of(f"{MADE}<table>{head}{''.join(rows)}</table>")
    assert [record.name for record in found] == OPTIONS
    assert [record.rncp_codes for record in found] == [("RNCP1172",), ("RNCP1013",)]
