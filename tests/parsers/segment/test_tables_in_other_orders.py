"""Tables whose columns, rows or cells stand in an unusual order; all pages are mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, orders_of, record_of, records_of

FILE = "<p><a href='a.pdf'>Annexe I</a></p>"


def table(*rows: list[str], tag: str = "td") -> str:
    """The HTML of a table; `tag`: of the cells of its first column."""
    cells = "".join(
        "<tr>" + f"<{tag}>{first}</{tag}>" + "".join(f"<td>{cell}</td>" for cell in others)
        for first, *others in rows
    )
    return f"<table>{cells}</table>"


@pytest.mark.parametrize("tag", ["th", "td"])
def test_each_column_is_an_order(tag: str) -> None:
    rows = (
        ["Nature", "création", "modification", "abrogation"],
        ["Date", "3 mai 2010", "4 juin 2012", "5 juillet 2019"],
        ["NOR", "MENE1000123A", "MENE1200456A", "MENE1900789A"],
    )
    record = record_of(table(*rows, tag=tag) + FILE)
    assert [(o.date, o.kind, o.nor) for o in record.legal_texts] == [
        ("2010-05-03", "creation", "MENE1000123A"),
        ("2012-06-04", "modification", "MENE1200456A"),
        ("2019-07-05", "repeal", "MENE1900789A"),
    ]


def test_each_column_is_a_file() -> None:
    links = [f"<a href='{name}.pdf'>Télécharger</a>" for name in "ab"]
    rows = (
        ["Intitulé", "Annexe I. Référentiel", "Annexe II. Règlement"],
        ["Taille", "2,8 Mo", "175 Ko"],
        ["Lien", *links],
    )
    record = record_of(f"{ORDER}{table(*rows, tag='th')}")
    titles = [document.title for document in record.documents]
    assert titles == ["Annexe I. Référentiel", "Annexe II. Règlement"]


@pytest.mark.parametrize("head", ["<tr><th>{}</th></tr>", "<tr><td>{}</td></tr>"])
def test_names_on_top_stay_there(head: str) -> None:
    mark = "th" if "th" in head else "td"
    names = head.format(f"</{mark}><{mark}>".join(["Nature", "Date", "Journal", "Objet"]))
    row = "<tr><td>Arrêté</td><td>3 mai 2010</td><td>5 mai 2010</td><td>Création</td></tr>"
    further = (
        "<tr><td>Arrêté</td><td>4 juin 2012</td><td>6 juin 2012</td><td>Modification</td></tr>"
    )
    assert orders_of(f"<table>{names}{row}{further}</table>{FILE}") == [
        ("2010-05-03", "creation"),
        ("2012-06-04", "modification"),
    ]


@pytest.mark.parametrize("last", ["Objet", "Contenu du texte"])
def test_orders_in_the_first_column_are_no_names(last: str) -> None:
    heads = f"<tr><th>Nature</th><th>Référence</th><th>{last}</th></tr>"
    rows = (
        ["Arrêté", "3 mai 2010", "Création du diplôme"],
        ["Arrêté", "4 juin 2012", "Modification du diplôme"],
    )
    page = table(*rows).replace("<table>", f"<table>{heads}")
    assert orders_of(page + FILE) == [("2010-05-03", "creation"), ("2012-06-04", "modification")]


def test_labels_stand_in_two_columns() -> None:
    rows = "".join(
        f"<tr><th>{a}</th><td>{b}</td><th>{c}</th><td>{d}</td></tr>"
        for a, b, c, d in (
            ("Date", "3 mai 2010", "Code", "50023438"),
            ("Nature", "arrêté", "Durée", "2 ans"),
        )
    )
    record = record_of(f"{ORDER}<table>{rows}</table>{FILE}")
    assert (record.code, record.duration_months) == ("50023438", 24)


@pytest.mark.parametrize("opens", ["Accès au document", "Lien", "Fichier"])
def test_the_name_of_a_file_stands_behind_its_link_and_format(opens: str) -> None:
    rows = (
        ["PDF", "25", "<a href='a.pdf'>pdf</a>", "Annexe I – Référentiel"],
        ["PDF", "47", "<a href='b.pdf'>pdf</a>", "Annexe II – Savoirs"],
    )
    heads = f"<tr><th>Format</th><th>Pages</th><th>{opens}</th><th>Intitulé</th></tr>"
    page = table(*rows).replace("<table>", f"<table>{heads}")
    documents = record_of(f"{ORDER}{page}").documents
    assert [d.title for d in documents] == ["Annexe I – Référentiel", "Annexe II – Savoirs"]


@pytest.mark.parametrize(
    ("cells", "of_all"), [(("A", "B"), "Toutes"), (("Option A", "Option B"), "communs")]
)
@pytest.mark.parametrize("link", [0, 1])
def test_a_column_says_of_which_option_a_file_is(
    cells: tuple[str, str], of_all: str, link: int
) -> None:
    options = (
        "<ul><li>Option A : osier (code 50023438)</li><li>Option B : rotin (50023439)</li></ul>"
    )
    rows = (["Annexe I", cells[0]], ["Annexe I", cells[1]], ["Annexe II", of_all])
    for name, row in zip("abc", rows, strict=True):  # the title or the option is the link
        row[link] = f"<a href='{name}.pdf'>{row[link]}</a>"
    heads = "<tr><th>Document</th><th>Option(s)</th></tr>"
    page = table(*rows).replace("<table>", f"<table>{heads}")
    records = records_of(f"<h2>Options</h2>{options}<h2>Annexes</h2>{page}")
    assert [r.title for r in records] == [
        "CAP Vannerie option A osier", "CAP Vannerie option B rotin"
    ]  # fmt: skip
    files = [[d.url.rpartition("/")[2] for d in record.documents] for record in records]
    assert files == [["a.pdf", "c.pdf"], ["b.pdf", "c.pdf"]]


def test_a_column_of_options_beside_files_is_no_second_list_of_options() -> None:
    heads = "<tr><th>Option</th><th>Code</th><th>Arrêté de création</th></tr>"
    rows = (
        ["Option A osier", "50023438", "arrêté du 4 janvier 2016"],
        ["Option B rotin", "50023439", "arrêté du 21 octobre 2017"],
    )
    options = table(*rows, tag="th").replace("<table>", f"<table>{heads}")
    files = (["<a href='a.pdf'>Annexe I</a>", "A"], ["<a href='b.pdf'>Annexe I</a>", "B"])
    names = "<thead><tr><th>Document</th><th>Option(s)</th></tr></thead>"
    page = table(*files).replace("<table>", f"<table>{names}")
    records = records_of(f"{options}<h2>Documents à télécharger</h2>{page}")
    assert [[d.url[-5:] for d in r.documents] for r in records] == [["a.pdf"], ["b.pdf"]]


def test_the_label_of_a_code_has_its_option_in_brackets() -> None:
    options = "<p>Option A : osier<br>Option B : rotin</p>"
    rows = (["Code (option A)", "500-23438"], ["Code (option B)", "500-23439"])
    records = records_of(f"{options}{table(*rows)}{FILE}")
    assert [record.code for record in records] == ["50023438", "50023439"]


@pytest.mark.parametrize("words", ["toutes options", "commun aux options"])
def test_one_code_is_of_all_options(words: str) -> None:
    options = "<ul><li>Option A - osier</li><li>Option B - rotin</li></ul>"
    records = records_of(f"<p>Code ({words}) : 500-23438</p><h2>Options</h2>{options}{FILE}")
    assert [record.code for record in records] == ["50023438", "50023438"]


def test_files_stand_below_the_second_mention_of_an_option() -> None:
    options = "<ul><li>Option A - osier</li><li>Option B - rotin</li></ul>"
    files = "".join(
        f"<li>Option {letter} - {name}<ul><li><a href='{letter}.pdf'>Annexe I</a></li></ul></li>"
        for letter, name in (("A", "osier"), ("B", "rotin"))
    )
    records = records_of(f"<h2>Options</h2>{options}<h2>Documents</h2><ul>{files}</ul>")
    assert [[d.url[-5:] for d in r.documents] for r in records] == [["A.pdf"], ["B.pdf"]]


def test_rows_of_bold_labels_and_of_values_take_turns() -> None:
    rows = (
        ["<b>CPC</b>", "<b>Durée</b>", "<b>Périodes en entreprise</b>"],
        ["Industrie", "2 ans", "16 semaines"],
        ["<b>Secteur</b>", "<b>Première session</b>", "<b>Code</b>"],
        ["Bois et dérivés", "2018", "50023438"],
    )
    record = record_of(f"{ORDER}{table(*rows)}")
    found = (record.cpc, record.duration_months, record.sector, record.first_session, record.code)
    assert found == ("Industrie", 24, "Bois et dérivés", 2018, "50023438")


def test_a_year_stands_before_what_its_session_was() -> None:
    heads = "<tr><th>Session</th><th>Observations</th></tr>"
    page = table(["2020", "première session"]).replace("<table>", f"<table>{heads}")
    assert record_of(f"{ORDER}{page}").first_session == 2020


def test_tabs_divide_columns() -> None:
    lines = "CPC\tIndustrie\nSecteur professionnel\tBois et dérivés\nDurée\t2 ans"
    record = record_of(f"{ORDER}<pre>{lines}</pre>")
    assert (record.cpc, record.sector, record.duration_months) == (
        "Industrie", "Bois et dérivés", 24
    )  # fmt: skip


@pytest.mark.parametrize("number", ["", "<tr><th>NOR</th><td>MENE2413156A</td></tr>"])
def test_one_order_below_what_it_does_beside_an_empty_corner(number: str) -> None:
    rows = "<tr><th></th><th>Arrêté de création</th></tr><tr><th>Date</th><td>22-2-2024</td></tr>"
    record = record_of(f"<table>{rows}{number}</table>{FILE}")
    assert [(order.date, order.kind) for order in record.legal_texts] == [
        ("2024-02-22", "creation")
    ]


def test_two_rows_of_days_and_numbers() -> None:
    rows = (["Date", "3 mai 2010", "4 juin 2012"], ["NOR", "MENE1000123A", "MENE1200456A"])
    record = record_of(table(*rows, tag="th") + FILE)
    assert [(order.date, order.nor) for order in record.legal_texts] == [
        ("2010-05-03", "MENE1000123A"), ("2012-06-04", "MENE1200456A")
    ]  # fmt: skip


def test_one_order_with_its_names_in_the_first_column() -> None:
    rows = (["Arrêté du", "28 avril 2015"], ["Objet", "Arrêté de création"])
    record = record_of(table(*rows, tag="th") + FILE)
    assert [(order.date, order.kind) for order in record.legal_texts] == [
        ("2015-04-28", "creation")
    ]
