"""Onisep's trades and ROME's sheets: the forms of the file, its faults, and the links to trades."""

from pathlib import Path

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import UnusableInput
from schema.issues import IssueCode, Refusal
from schema.lexicon import Lexicon
from schema.trade import Trade, parse_trade
from scraper.pipeline.link_trades import LinkedTrades, link_trades
from scraper.sources.metiers import Occupations, read_occupations, read_rome
from tests.support.corpus import CORPUS
from tests.support.datasets import built
from tests.thin_pages import thin_pages, written

HEAD = "libelle_metier;lien_site_onisepfr;nom_publication;code_rome;libelle_rome"
OTHER_HEAD = "libellé métier;lien site onisep.fr;code ROME;libellé ROME;date création"
LINK = "https://www.onisep.fr/http/redirection/metier/slug/"


def row(name: str, code: str, rome: str = "D1101", label: str = "Boucherie") -> str:
    return f"{name};{LINK}{code};Les métiers;{rome};{label}"


def occupations(
    folder: Path, *lines: str, head: str = HEAD, encoding: str = "utf-8"
) -> Occupations:
    path = folder / "metiers.csv"
    path.write_bytes("\n".join([head, *lines, ""]).encode(encoding))
    return read_occupations(path)


def linked(found: Occupations, *labels: str, rome: dict[str, str] | None = None) -> LinkedTrades:
    trades = [trade for label in labels if (trade := parse_trade(label).value)]
    return link_trades(trades, found, rome)


def codes(links: LinkedTrades) -> set[tuple[str, str]]:
    return {(code.trade, code.code) for code in links.codes}


def test_both_spellings_of_the_header_and_further_columns(tmp_path: Path) -> None:
    for head in (HEAD, OTHER_HEAD, f"{HEAD};colonne nouvelle"):
        cells = {"libelle": "boucher / bouchère", "lien": f"{LINK}MET.1", "code": "D1101"}
        line = ";".join(
            next((v for k, v in cells.items() if name.lower().replace("é", "e").startswith(k)), "x")
            for name in head.split(";")
        )
        result = occupations(tmp_path, line, head=head)
        assert codes(linked(result, "boucher/ère")) == {("boucher", "MET.1"), ("boucher", "D1101")}


def test_several_rows_and_rome_codes_of_one_trade(tmp_path: Path) -> None:
    result = occupations(
        tmp_path,
        row("boucher / bouchère", "MET.1", "D1101 | D1105", "Boucherie | Poissonnerie"),
        row("boucher / bouchère", "MET.1", "D1101"),
    )
    links = linked(result, "boucher/ère")
    assert [(item.kind, item.code, item.label, item.document) for item in links.codes] == [
        ("onisep", "MET.1", "boucher / bouchère", "row 2"),
        ("rome", "D1101", "Boucherie", "row 2"),
        ("rome", "D1105", "Poissonnerie", "row 2"),
    ]


def test_by_either_form_and_never_by_likeness(tmp_path: Path) -> None:
    result = occupations(tmp_path, row("technicien / technicienne d'atelier", "MET.1"))
    forms = {
        "technicien d'atelier": "masculine form",
        "TECHNICIENNE D’ATELIER": "masculine form",
        "technicien/ne d'atelier": "masculine form",
    }
    for label, rule in forms.items():
        assert [item.rule for item in linked(result, label).codes][:1] == [rule], label
    for label in ("technicien d'ateliers", "technicien atelier", "technicien"):
        links = linked(result, label)
        assert links.codes == ()
        assert [issue.issue for _, issue in links.issues] == [IssueCode.UNMATCHED_TRADE], label


def test_by_the_feminine_form_alone(tmp_path: Path) -> None:
    result = occupations(tmp_path, row("esthéticienne", "MET.1"))
    trade = Trade(id="estheticien", label="", masculine="esthéticien", feminine="esthéticienne")
    links = link_trades([trade], result, None)
    assert [item.rule for item in links.codes][:1] == ["feminine form"]


def test_a_form_of_several_trades_links_none(tmp_path: Path) -> None:
    result = occupations(tmp_path, row("monteur", "MET.1"), row("monteur / monteuse", "MET.2"))
    links = linked(result, "monteur/euse")
    assert links.codes == ()
    (name, issue), = links.issues  # fmt: skip
    assert (name, issue.issue) == ("monteur", IssueCode.AMBIGUOUS_TRADE)
    assert "MET.1, MET.2" in issue.message


def test_rome_labels_and_codes_that_it_lacks(tmp_path: Path) -> None:
    result = occupations(tmp_path, row("boucher", "MET.1", "D1101 | D9999", "vieux | vieux"))
    links = linked(result, "boucher", rome={"D1101": "Boucherie"})
    labels = {item.code: item.label for item in links.codes}
    assert labels == {"MET.1": "boucher", "D1101": "Boucherie", "D9999": "vieux"}
    assert [(i.issue, i.value) for _, i in links.issues] == [(IssueCode.UNKNOWN_ROME, "D9999")]


@pytest.mark.parametrize(
    "line",
    [
        f"boucher;{LINK}MET.2;Les métiers",  # cut cells
        f"boucher;{LINK}MET.2;a;b;c;d;e",  # too many
        f'"boucher;{LINK}MET.2;a;D1101;x',  # a quotation mark left open
        "boucher;https://www.onisep.fr/boucher;a;D1101;x",  # no identifier
        f";{LINK}MET.2;a;D1101;x",  # no name
    ],
)
def test_a_faulty_row_is_refused_and_the_rest_goes_on(tmp_path: Path, line: str) -> None:
    result = occupations(tmp_path, line, row("charcutier", "MET.3"))
    assert set(result.by_code) == {"MET.3"}
    (name, refused), = result.refused  # fmt: skip
    assert (name, refused.reason) == ("row 2", Refusal.MALFORMED_ROW)


def test_another_encoding_is_repaired_and_a_code_that_is_none_is_an_issue(tmp_path: Path) -> None:
    result = occupations(tmp_path, row("pâtissier", "MET.1", "K15"), encoding="cp1252")
    assert result.by_code["MET.1"].label == "pâtissier"
    assert result.by_code["MET.1"].rome == {}
    assert {issue.issue for _, issue in result.issues} == {
        IssueCode.ENCODING_REPAIRED, IssueCode.UNKNOWN_ROME,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "libelle metier"),
        ("a;b\n1;2\n", "libelle metier"),
        (f"{HEAD.replace('code_rome', 'rome')}\n", "code rome"),
        (f"{HEAD};code ROME\n", "code rome"),  # the column twice
        (f"{HEAD}\n", "no trade in it"),
        ("PK\x03\x04", "zip"),
    ],
)
def test_a_file_of_another_form_is_refused_with_the_column(
    tmp_path: Path, content: str, message: str
) -> None:
    path = tmp_path / "metiers.csv"
    path.write_text(content, "utf-8")
    with pytest.raises(UnusableInput, match=message):
        read_occupations(path)
    with pytest.raises(UnusableInput):
        read_rome(path)


def test_faulty_rows_of_rome_are_refused_and_a_second_label_is_an_issue(tmp_path: Path) -> None:
    path = tmp_path / "rome.csv"
    rows = ("code_rome;libelle_rome", "D1101;Boucherie", "D1102", "D11;Vente", "D1103;",
            "D1101;Boucherie", "D1101;Triperie")  # fmt: skip
    path.write_text("\n".join(rows) + "\n", "utf-8")
    sheets = read_rome(path)
    assert sheets.labels == {"D1101": "Boucherie"}
    assert [name for name, _ in sheets.refused] == ["row 3", "row 4", "row 5"]
    assert [(name, told.issue) for name, told in sheets.issues] == [
        ("row 7", IssueCode.REPEATED_DOCUMENT)
    ]


def test_a_version_holds_the_codes_and_without_the_source_none(tmp_path: Path) -> None:
    lines = (HEAD, row("boucher / bouchère", "MET.1"), row("tripier / tripière", "MET.2"))
    (tmp_path / "metiers.csv").write_text("\n".join(lines) + "\n")
    (tmp_path / "FOR.1.md").write_text(
        "# CAP boucher\n\n**Code scolarité:** 50022143\n\n## Métiers associés\n\n- boucher/ère\n"
    )
    page = next(page for page in thin_pages() if page.diplomas[0].code == "50022143")
    fiches, metiers = tmp_path / "FOR.1.md", tmp_path / "metiers.csv"
    pages = {page.url: written(page)}
    dataset = built(tmp_path / "with", pages, onisep=fiches, metiers=metiers)
    assert {row.code for row in dataset.content.trade_codes} == {"MET.1", "D1101"}
    (source,) = [source for source in dataset.content.sources if source.name == "metiers"]
    assert (source.documents, source.refused, source.records) == (2, 0, 1)
    assert "ODbL" in source.licence
    met = [
        (row.document, row.match, row.referential is not None)
        for row in dataset.content.reconciliation
        if row.source == "metiers"
    ]
    assert met == [("MET.1", "trade", True), ("MET.2", "none", False)]
    without = built(tmp_path / "without", pages, onisep=fiches)
    assert without.content.trade_codes == ()
    assert {source.name for source in without.content.sources} == {
        "eduscol",
        "known",
        "list",
        "onisep",
    }
    assert list(without.rows.records) == list(dataset.rows.records)


if CORPUS is not None:

    def test_most_trades_of_real_fiches_have_a_code(tmp_path: Path) -> None:
        """At least 95 % of the trades of the Éducation nationale's diplomas, 90 % a ROME code."""
        assert CORPUS is not None
        result = read_occupations(CORPUS / "metiers" / "ideo_metiers_2025-10.csv")
        rome = read_rome(CORPUS / "rome" / "rome_fiches_2024-10.csv").labels
        lexicon = Lexicon.packaged()
        trades: list[Trade] = []
        for path in (CORPUS / "fiches").glob("*.md"):
            document = Document(path.read_bytes(), None, "text/markdown", path.stem)
            record = read(document, lexicon).records[0].record
            if record.diploma_type in {"CAP", "CS", "MC", "BAC_PRO", "BP", "BMA", "BTS"}:
                trades += record.trades
        links = link_trades(trades, result, rome)
        assert links.count("onisep") >= 0.95 * links.trades
        assert links.count("rome") >= 0.90 * links.trades
