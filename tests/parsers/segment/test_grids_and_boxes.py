"""Grids of elements in one block, stacked tables, boxes above the title; all are mock-ups."""

import pytest

from tests.parsers.extract.pages import record_of

FILE = "<p>Arrêté du 3 mai 2004</p><p><a href='a.pdf'>Annexe I</a></p>"
TITLE = "<h1>CAP Vannerie</h1>"
# A label that no lexicon knows stands behind each that one knows
FACTS = (
    ("Secteur professionnel", "Alimentation"), ("Nombre de blocs", "5"), ("Niveau", "3"),
    ("Code", "500 22133"), ("Métiers visés", "<i class=t>vannier</i> <i class=t>osiériculteur</i>"),
    ("Inspection", "inspection générale"), ("Durée des études", "2 ans"),
)  # fmt: skip


@pytest.mark.parametrize("colon", ["", " :", ":"])
@pytest.mark.parametrize(
    "tags", [("span class=l", "span class=v"), ("i", "b"), ("label", "output")]
)
def test_a_grid_in_one_block(tags: tuple[str, str], colon: str) -> None:
    label, value = tags
    grid = "".join(
        f"<{label}>{name}{colon}</{label.split()[0]}><{value}>{text}</{value.split()[0]}> "
        for name, text in FACTS
    )
    record = record_of(f"<div>{grid}</div>{FILE}")
    assert (record.sector, record.level, record.code) == ("Alimentation", 3, "50022133")
    assert record.duration_months == 24
    assert [trade.label for trade in record.trades] == ["vannier", "osiériculteur"]
    told = " ".join(issue.value or "" for issue in record.issues)
    assert "inspection générale" in told


def test_a_sentence_with_words_set_off_is_no_grid() -> None:
    text = "<b>Code</b> <i>500-22133</i> <b>du</b> <i>CAP</i> <b>Vannerie</b> <i>rénové</i>"
    assert record_of(f"<p>{text}</p>{FILE}").code == "50022133"
    words = "<b>Vannier</b> <i>osier</i> <b>cannier</b> <i>jonc</i> <b>tisseur</b> <i>lin</i>"
    record = record_of(f"<h2>Présentation</h2><p>{words}</p>{FILE}")
    assert record.description == "Vannier osier cannier jonc tisseur lin"


@pytest.mark.parametrize("rows", [1, 2], ids=["one text", "two texts"])
def test_rows_of_headings_above_rows_of_texts(rows: int) -> None:
    def below(text: str) -> str:
        return "<td>" + f"<p>{text}</p>" * rows + "</td>"

    table = (
        "<table><tr><th>Présentation</th><th>Conditions d'accès</th></tr><tr>"
        + below("Il forme des vanniers.") + below("Sur dossier.")
        + "</tr><tr><th>Métiers visés</th><th>Poursuite d'études</th></tr><tr>"
        + "<td><ul><li>vannier</li><li>rotinier</li></ul></td>" + below("Vers un BMA.")
        + "</tr><tr><th>Référentiel</th></tr><tr><td>{}</td></tr></table>"
    )  # fmt: skip
    file = "<a href=a.pdf>Annexe I</a>"
    file = file if rows == 1 else f"<table><tr><td>{file}</td><td>pdf</td></tr></table>"
    record = record_of(table.format(file) + "<p>Arrêté du 3 mai 2004</p>")
    assert record.description == "\n\n".join(["Il forme des vanniers."] * rows)
    assert record.access == "\n\n".join(["Sur dossier."] * rows)
    assert record.further_study == "\n\n".join(["Vers un BMA."] * rows)
    assert [trade.label for trade in record.trades] == ["vannier", "rotinier"]
    assert [file.title for file in record.documents] == ["Annexe I"]


BOXES = {
    "cards": "<div class=c><h2>{}</h2><p>{}</p></div>",
    "nested": "<div class=c><div class=t>{}</div><div class=v><p>{}</p></div></div>",
    "terms": "<dt>{}</dt><dd>{}</dd>",
    "lines": "<p>{} : {}</p>",
}


@pytest.mark.parametrize("box", BOXES)
def test_a_box_of_facts_above_the_title(box: str) -> None:
    facts = (("Métiers visés", "vannier, osiériculteur et rotinier"), ("Niveau", "3"),
             ("Secteur", "Bois"), ("CPC", "Arts"), ("Code", "500-23437"))  # fmt: skip
    entries = "".join(BOXES[box].format(*fact) for fact in facts)
    entries = f"<dl>{entries}</dl>" if box == "terms" else entries
    record = record_of(FILE, f"<aside>{entries}</aside>{TITLE}")
    assert (record.level, record.code) == (3, "50023437")
    assert (record.sector, record.cpc) == ("Bois", "Arts")
    assert [trade.label for trade in record.trades] == ["vannier", "osiériculteur", "rotinier"]


def test_trades_above_the_title_without_other_facts_are_another_diplomas() -> None:
    record = record_of(FILE, f"<h2>Métiers visés</h2><p>boucher, traiteur</p>{TITLE}")
    assert record.trades == ()


@pytest.mark.parametrize(
    "cell", ["<i class=t>vannier/ère</i> <i class=t>chef/fe d'atelier</i>",
             "vannier/ère et chef/fe d'atelier", "vannier/ère, chef/fe d'atelier"],
)  # fmt: skip
def test_trades_in_a_cell_below_the_name_of_their_column(cell: str) -> None:
    head = "<tr><th>Durée</th><th>Niveau</th><th>Débouchés</th></tr>"
    table = f"<table>{head}<tr><td>2 ans</td><td>3</td><td>{cell}</td></tr></table>"
    trades = [trade.label for trade in record_of(table + FILE).trades]
    assert trades == ["vannier/ère", "chef/fe d'atelier"]


def test_a_line_of_facts_behind_trades_is_none() -> None:
    lines = "Métiers visés : vannier<br>rotinier<br>Période en entreprise : 8 semaines"
    record = record_of(f"<p>{lines}</p>{FILE}")
    assert [trade.label for trade in record.trades] == ["vannier", "rotinier"]
    assert any("8 semaines" in (issue.value or "") for issue in record.issues)


@pytest.mark.parametrize("head", ["c) Le métier", "V - Le métier", "3. Le métier", "1.1 Le métier"])
def test_a_numbered_heading_of_one_trade_is_a_descriptions(head: str) -> None:
    text = "Le titulaire de ce diplôme est chargé de mettre en valeur les produits de la vannerie."
    assert record_of(f"<h3>{head}</h3><p>{text}</p>{FILE}").description == text


def test_where_to_read_on_is_part_of_a_text_as_a_sentence_alone() -> None:
    text = "<h2>Poursuite d'études</h2><p>Vers un BMA.</p><p>Pour en savoir plus : {}</p>"
    read_on = "<a href='https://www.onisep.fr/x'>BP Fleuriste</a>"
    record = record_of(text.format(f"{read_on} sur le site de l'Onisep.") + FILE)
    assert (record.further_study or "").endswith("BP Fleuriste sur le site de l'Onisep.")
    assert record_of(text.format(read_on) + FILE).further_study == "Vers un BMA."
    assert record_of(text.format("<a href=b.pdf>guide</a>.") + FILE).further_study == "Vers un BMA."


@pytest.mark.parametrize("box", BOXES)
def test_a_footer_that_is_a_box_of_facts(box: str) -> None:
    facts = (("Code", "500-23437"), ("Niveau", "3"), ("Formacode", "21636"),
             ("CPC", "Arts"), ("Durée", "2 ans"))  # fmt: skip
    entries = "".join(BOXES[box].format(*fact) for fact in facts)
    entries = f"<dl>{entries}</dl>" if box == "terms" else entries
    record = record_of(f"{FILE}<footer>{entries}</footer><footer>Mentions légales</footer>")
    assert (record.level, record.code, record.cpc) == (3, "50023437", "Arts")
    assert record.duration_months == 24


@pytest.mark.parametrize(
    "footer", ["<p>Arrêté du 28 octobre 2009 — <a href=m.html>Mentions légales</a></p>",
               "<p>Code : 500-99999</p>", "<p>Niveau : 4</p><p><a href=x.html>Plan du site</a></p>",
               "<ul><li><a href=guide.pdf>Guide</a></li></ul><p>Code : 500-99999</p>"],
)  # fmt: skip
def test_the_footer_of_a_site_is_none(footer: str) -> None:
    record = record_of(f"{FILE}<footer>{footer}</footer>")
    assert [order.date for order in record.legal_texts] == ["2004-05-03"]
    assert (record.code, record.level, len(record.documents)) == (None, 3, 1)


@pytest.mark.parametrize("head", ["<h3>{}</h3>", "<div class=h><strong>{}</strong></div>"])
def test_a_list_of_trades_in_a_side_column(head: str) -> None:
    items = "<ul><li>vannier</li><li>rotinier</li></ul>"
    column = f"<div class=sidebar><div>{head.format('Débouchés professionnels')}{items}</div></div>"
    assert [trade.label for trade in record_of(FILE + column).trades] == ["vannier", "rotinier"]
    links = "<ul><li><a href=x.html>vannier</a></li></ul>"
    other = f"<div class=sidebar><div>{head.format('Autres diplômes')}{links}</div></div>"
    assert record_of(FILE + other).trades == ()


def test_the_public_is_no_part_of_the_access_beside_it() -> None:
    facts = "<dl><dt>Public</dt><dd>élèves, adultes</dd><dt>{}</dt><dd>Sur dossier.</dd></dl>"
    record = record_of(facts.format("Conditions d'accès") + FILE)
    assert record.access == "Sur dossier."
    assert any("élèves, adultes" in (issue.value or "") for issue in record.issues)
    assert record_of(facts.format("Rythme") + FILE).access == "élèves, adultes"
