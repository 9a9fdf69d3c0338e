"""The ministry's list as a file of the user's: what a row gives, and what damage does."""

import csv
import io
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest

from parsers.formats.csv_row import COLUMNS, row_document
from parsers.model.document import Document
from parsers.model.reading import ReadRecord
from parsers.parse import read
from schema.errors import Refused, UnusableInput
from schema.lexicon import Lexicon
from schema.referential import Referential
from scraper.sources.official_list import OfficialList
from scraper.sources.source_interface import SourceDocument

ROW = {
    "Commission professionnelle consultative": "CPC Essais",
    "Secteur": "Secteur Vannerie",
    "Niveau": "Niveau 3",
    "Code diplôme": "500-23438 S",
    "Diplôme": "CAP",
    "Intitulé de la spécialité (et options)": "Vannerie d'été : tressage - osier",
    "Code RNCP": "599",
    "Date de l'arrêté de création": "2001-05-14",
    "Première session": "2003",
    "Dernière session": "",
    "Commentaire": "",
    "Famille de métiers": "Métiers d'essai",
    "Session supplémentaire": "",
}
OTHER = {"Code diplôme": "40025303 M", "Diplôme": "BAC PRO", "Niveau": "Niveau 4"}


def line(cells: Iterable[str], separator: str = ";") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerow(cells)
    return text.getvalue()


def cells(**values: str) -> list[str]:
    """The cells of a row; `code=`, `comment=` and so on stand for the columns' names."""
    names = {
        "code": "Code diplôme", "type": "Diplôme", "comment": "Commentaire", "sector": "Secteur",
        "rncp": "Code RNCP", "date": "Date de l'arrêté de création", "last": "Dernière session",
        "first": "Première session", "extra": "Session supplémentaire",
        "title": "Intitulé de la spécialité (et options)",
    }  # fmt: skip
    return list({**ROW, **{names[key]: value for key, value in values.items()}}.values())


HEAD, FIRST, SECOND = line(COLUMNS), line(cells()), line({**ROW, **OTHER}.values())


def found(tmp_path: Path, content: str | bytes) -> list[SourceDocument]:
    path = tmp_path / "list.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(OfficialList(path).documents())


def reading(document: SourceDocument) -> ReadRecord:
    assert document.document is not None, document.refused
    (only,) = read(document.document, Lexicon.packaged()).records
    return only


def of(tmp_path: Path, **values: str) -> Referential:
    (only,) = found(tmp_path, HEAD + line(cells(**values)))
    return reading(only).record


def said(record: Referential) -> set[tuple[str, str | None, str | None]]:
    issues = {(issue.issue.value, issue.field, issue.value) for issue in record.issues}
    return {issue for issue in issues if issue[0] != "missing-field"}


def refusals(documents: list[SourceDocument]) -> list[str]:
    """What each document was refused for; `` for one that can be read."""
    return [str(document.refused or "") for document in documents]


# What a row gives


def test_a_row_gives_what_its_columns_say(tmp_path: Path) -> None:
    record = of(tmp_path)
    assert (record.id, record.page, record.url) == ("cfd.50023438", None, None)
    assert (record.code, record.level, record.level_label) == ("50023438", 3, "Niveau 3")
    assert record.title == record.name == "Vannerie d'été : tressage - osier"
    assert (record.diploma_type, record.diploma_type_label) == ("CAP", "CAP")
    assert (record.cpc, record.sector) == ("Essais", "Vannerie")
    assert (record.rncp_codes, record.first_session, record.last_session) == (
        ("RNCP599",), 2003, None,
    )  # fmt: skip
    assert [(text.date, text.kind) for text in record.legal_texts] == [("2001-05-14", "creation")]
    assert (record.status, record.sources, record.source_kind) == ("unknown", ("list",), "csv")
    assert said(record) == set()


def test_evidence_names_row_and_column(tmp_path: Path) -> None:
    (only,) = found(tmp_path, HEAD + FIRST)
    places = {row.field: row.place for row in reading(only).evidence}
    assert places["code"] == "row 2, Code diplôme"
    assert places["title"] == "row 2, Intitulé de la spécialité (et options)"
    assert places["diploma_type"] == "row 2, Diplôme"


WRITINGS = ["500-23438 S", "50023438 S", "50023438S", "500-23438S", "50023438"]


@pytest.mark.parametrize("code", WRITINGS)
def test_a_document_is_named_by_its_code_in_any_writing(tmp_path: Path, code: str) -> None:
    (only,) = found(tmp_path, HEAD + line(cells(code=code)))
    assert only.name == reading(only).record.code == "50023438"


COMMENTS = [
    ("remplace le 40025303 M", ("40025303",), ()),
    ("Remplace le n°400-25303", ("40025303",), ()),
    ("Remplace les n° 40025303 et 40025304", ("40025303", "40025304"), ()),
    ("REMPLACE 400-25303 M", ("40025303",), ()),
    ("remplace le 400 25303 M", ("40025303",), ()),
    ("est remplacé par le 400-25303 M", (), ("40025303",)),
    ("est remplace par le 40025303M", (), ("40025303",)),
    ("Remplacé par 40025303M", (), ("40025303",)),
]


@pytest.mark.parametrize(("comment", "replaces", "replaced_by"), COMMENTS)
def test_a_comment_tells_of_succession_and_not_of_repeal(
    tmp_path: Path, comment: str, replaces: tuple[str, ...], replaced_by: tuple[str, ...]
) -> None:
    record = of(tmp_path, comment=comment, last="2025")
    assert (record.replaces, record.replaced_by) == (replaces, replaced_by)
    assert record.status == "unknown"
    assert said(record) == set()


@pytest.mark.parametrize(
    ("comment", "date"),
    [
        ("abrogé par arrêté du 27 février 2023", "2023-02-27"),
        ("Abrogé par arrêté du 31/07/2023", "2023-07-31"),
        ("abrogé par Arrêté du 21 12 2022", "2022-12-21"),
    ],
)
def test_a_comment_tells_of_repeal(tmp_path: Path, comment: str, date: str) -> None:
    record = of(tmp_path, comment=comment)
    assert record.status == "repealed"
    assert [(text.date, text.kind) for text in record.legal_texts][1:] == [(date, "repeal")]


CREATED, MODIFIED = ("creation", "2013-04-12"), ("modification", "2020-03-03")


@pytest.mark.parametrize(
    ("written", "orders"),
    [
        ("12/04/2013", [CREATED]),
        ("arrêté du 12 avril 2013", [CREATED]),
        ("12/04/2013 modifié 3/3/2020", [CREATED, MODIFIED]),
        ("2013-04-12, modifié le 2020-03-03", [CREATED, MODIFIED]),
        ("12/04/2013 (modifié par l'arrêté du 3/3/2020)", [CREATED, MODIFIED]),
        ("arrêté du 12 avril 2013 modifié 3/3/2020", [CREATED, MODIFIED]),
        ("arrêté du 12 avril 2013 modifié par arrêté du 3 mars 2020", [CREATED, MODIFIED]),
        ("abrogé par arrêté du 3 mars 2024", [("repeal", "2024-03-03")]),
        ("12/04/2013 abrogé 3/3/2024", [CREATED, ("repeal", "2024-03-03")]),
    ],
)
def test_the_date_of_the_order_with_those_of_later_ones(
    tmp_path: Path, written: str, orders: list[tuple[str, str]]
) -> None:
    record = of(tmp_path, date=written)
    assert [(text.kind, text.date) for text in record.legal_texts] == orders
    assert said(record) == set()


def test_a_date_that_cannot_be_read_is_not_replaced_by_that_of_a_later_order(
    tmp_path: Path,
) -> None:
    record = of(tmp_path, date="31/02/2013 modifié 3/3/2020")
    assert [(text.kind, text.date) for text in record.legal_texts] == [("creation", None), MODIFIED]
    assert said(record) == {("unknown-date", "legal_texts", "31/02/2013")}


@pytest.mark.parametrize(
    "written",
    [
        "arrêté du 12 avril 2013 (abrogé)",
        "arrêté du 12 avril 2013, modifié",
        "12/04/2013 (abrogé)",
        "12/04/2013 modifié en 2020",
        "2013-04-12 et 2020-03-03",
        "arrêté du 12 avril 2013, 3 mars 2020",
    ],
)
def test_what_is_beside_the_date_of_the_order_is_told_of(tmp_path: Path, written: str) -> None:
    record = of(tmp_path, date=written)
    assert [(text.kind, text.date) for text in record.legal_texts] == [CREATED]
    assert said(record) == {("conflicting-values", "legal_texts", written)}


@pytest.mark.parametrize(
    ("comment", "replaces"),
    [
        ("remplace le 01022706, abrogé par arrêté du 3 mars 2024", ("01022706",)),
        ("remplace le 01022706 abrogé par arrêté du 3 mars 2024", ("01022706",)),
        ("remplace la spécialité boucherie du CAP abrogé le 3 mars 2024", ()),
    ],
)
def test_the_repeal_of_what_it_replaces_is_not_its_own(
    tmp_path: Path, comment: str, replaces: tuple[str, ...]
) -> None:
    record = of(tmp_path, comment=comment)
    assert (record.status, record.replaces) == ("unknown", replaces)
    assert [(text.date, text.kind) for text in record.legal_texts] == [("2001-05-14", "creation")]


def test_a_comment_tells_of_repeal_and_successor(tmp_path: Path) -> None:
    record = of(tmp_path, comment="abrogé par arrêté du 3 mars 2024, remplacé par 40025303 M")
    assert (record.status, record.replaced_by) == ("repealed", ("40025303",))
    assert [text.kind for text in record.legal_texts] == ["creation", "repeal"]


def test_a_succession_that_is_another_diploma_s_is_told_of(tmp_path: Path) -> None:
    record = of(tmp_path, comment="40025303 remplace le 40025304")
    assert (record.replaces, record.replaced_by) == ((), ())
    assert said(record) == {("unlabelled-text", "code", "40025303 remplace le 40025304")}


def test_a_code_that_lacks_a_digit_is_told_of_and_not_guessed(tmp_path: Path) -> None:
    record = of(tmp_path, comment="remplace le 4025513R et le 40025514R")
    assert record.replaces == ("40025514",)
    assert said(record) == {("invalid-code", "replaces", "4025513R")}


def test_a_comment_that_is_no_fact_is_told_of(tmp_path: Path) -> None:
    record = of(tmp_path, comment="A l'étude")
    assert said(record) == {("unlabelled-text", None, "A l'étude")}


@pytest.mark.parametrize("last", ["", "2024", "2026"])
def test_a_supplementary_session_is_not_the_last_one_and_told_of(tmp_path: Path, last: str) -> None:
    record = of(tmp_path, last=last, extra="2025")
    assert record.last_session == (int(last) if last else None)
    assert said(record) == {("unlabelled-text", "last_session", "2025")}


@pytest.mark.parametrize(
    ("first", "last", "comment", "field", "both"),
    [
        ("2016", "2026", "dernière session 2028", "last_session", "2026"),
        ("2016", "2026", "première session en 2030", "first_session", "2016"),
        ("2016", "2026", "session 2028, dernière session", "last_session", "2026"),
        ("2016", "", "dernière session 2026, dernière session 2028", "last_session", "2026"),
    ],
)
def test_a_session_that_contradicts_another_one_is_told_of(
    tmp_path: Path, first: str, last: str, comment: str, field: str, both: str
) -> None:
    record = of(tmp_path, first=first, last=last, comment=comment)
    assert (record.first_session, record.last_session) == (2016, 2026)
    assert said(record) == {("conflicting-values", field, f"{both} | {comment}")}


@pytest.mark.parametrize(
    "comment",
    [
        "dernière session 2024",
        "première session 2016, dernière session 2024",
        "session 2016 est la première session, dernière session 2024",
        "session 2016, première session",
    ],
)
def test_a_comment_that_repeats_a_session_is_no_conflict(tmp_path: Path, comment: str) -> None:
    record = of(tmp_path, first="2016", last="2024", comment=comment)
    assert (record.first_session, record.last_session) == (2016, 2024)
    assert said(record) == set()


def test_the_session_of_the_replaced_diploma_is_an_issue_and_no_conflict(tmp_path: Path) -> None:
    comment = "remplace le 40025303, dernière session 2020"
    record = of(tmp_path, first="2016", last="2024", comment=comment)
    assert (record.first_session, record.last_session) == (2016, 2024)
    assert said(record) == {("unlabelled-text", "last_session", comment)}


def test_a_sector_cut_to_its_first_word_is_none(tmp_path: Path) -> None:
    record = of(tmp_path, sector="Secteur")
    assert record.sector is None
    assert said(record) == {("empty-value", "sector", "Secteur")}


def test_what_cannot_be_read_of_a_value_is_told_of(tmp_path: Path) -> None:
    record = of(tmp_path, rncp="en cours", date="2001-13-45", last="bientôt")
    assert said(record) == {
        ("unknown-rncp", "rncp_codes", "en cours"),
        ("unknown-date", "legal_texts", "2001-13-45"),
        ("unknown-session", "last_session", "bientôt"),
    }


@pytest.mark.parametrize(
    ("cell", "numbers", "told"),
    [
        ("37928", ["RNCP37928"], False),
        ("37 928", ["RNCP37928"], False),
        ("RNCP37928 - CAP vannerie", ["RNCP37928"], False),
        ("fiche n° 37928", ["RNCP37928"], False),
        ("37928, 38123 et RNCP 38 124", ["RNCP37928", "RNCP38123", "RNCP38124"], False),
        ("37928 38123", ["RNCP37928", "RNCP38123"], False),
        ("820-821", ["RNCP820", "RNCP821"], False),
        # years and dates
        ("37928 (échéance 2026)", ["RNCP37928"], False),
        ("37928 - actif jusqu'au 31/08/2026", ["RNCP37928"], False),
        ("37928, 2026", ["RNCP37928"], False),
        ("échéance 2026", [], True),
        # digits that may be one number or two, and numbers whose part is not clear
        ("379 380", [], True),
        ("RNCP 379 380", [], True),
        ("37 928 456", [], True),
        ("3792 8", [], True),
        ("37928 puis 38123", ["RNCP37928"], True),
        ("RNCP37928 (ancien 30123)", ["RNCP37928"], True),
        ("37928000", [], True),
    ],
)
def test_numbers_under_rncp_and_not_years(
    tmp_path: Path, cell: str, numbers: list[str], told: bool
) -> None:
    record = of(tmp_path, rncp=cell)
    assert list(record.rncp_codes) == numbers
    assert said(record) == ({("unknown-rncp", "rncp_codes", cell)} if told else set())


def test_a_code_in_no_table_is_a_code(tmp_path: Path) -> None:
    record = of(tmp_path, code="988-23438", type="essai")
    assert (record.code, record.diploma_type) == ("98823438", None)
    assert ("unknown-prefix", "code", "98823438") in said(record)


def test_a_certificate_that_is_no_diploma_is_not_given_its_prefix_type(tmp_path: Path) -> None:
    record = of(tmp_path, type="certificat (autre que diplôme)")
    assert record.diploma_type == "OTHER"


def test_the_order_of_the_columns_does_not_matter(tmp_path: Path) -> None:
    turned = HEAD.strip().split(";")[::-1]
    (only,) = found(tmp_path, line(turned) + line(reversed(cells())))
    assert reading(only).record.content_sha256 == of(tmp_path).content_sha256


def test_a_column_that_nobody_knows_is_told_of(tmp_path: Path) -> None:
    head = line(["CAP depuis 2026", *COLUMNS])
    (only,) = found(tmp_path, head + line(["CAP cuisine", *cells()]))
    record = reading(only).record
    assert record.title == "Vannerie d'été : tressage - osier"
    assert said(record) == {("unlabelled-text", None, "CAP depuis 2026 : CAP cuisine")}


def test_a_further_column_is_read_by_the_labels_of_the_lexicon(tmp_path: Path) -> None:
    page = "https://eduscol.education.fr/referentiels-professionnels/vannerie"
    (only,) = found(tmp_path, line(["Sigle", "Lien", *COLUMNS]) + line(["VAN", page, *cells()]))
    record = reading(only).record
    assert (record.acronym, record.url, said(record)) == ("VAN", page, said(of(tmp_path)))


# Files as people have them


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + FIRST).replace("\n", "\r\n").encode("utf-8-sig"),
        (HEAD + FIRST).encode("utf-16"),
        (HEAD.strip() + ";;\n" + FIRST.strip() + ";;\n").encode(),
        ("sep=;\n" + HEAD + FIRST).encode(),
        ("# head\n" + HEAD + "\n;;;;\n" + FIRST).encode(),
        (HEAD + FIRST.strip()).encode(),
    ],
    ids=[
        "bom and crlf",
        "utf-16",
        "empty columns",
        "separator named",
        "comment and empty rows",
        "no last newline",
    ],
)
def test_the_same_list_in_other_files(tmp_path: Path, content: bytes) -> None:
    (only,) = found(tmp_path, content)
    assert reading(only).record.content_sha256 == of(tmp_path).content_sha256
    assert only.issues == ()


def test_windows_1252_is_read_as_such_and_said(tmp_path: Path) -> None:
    (only,) = found(tmp_path, (HEAD + FIRST).encode("cp1252"))
    assert reading(only).record.title == "Vannerie d'été : tressage - osier"
    assert [issue.issue.value for issue in only.issues] == ["encoding-repaired"]


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_a_mark_that_ends_lines_elsewhere_is_a_space(tmp_path: Path, mark: str) -> None:
    for quote in ("", '"'):
        row = FIRST.replace(ROW["Intitulé de la spécialité (et options)"],
                            f"{quote}tressage{mark}osier{quote}")  # fmt: skip
        first, second = found(tmp_path, HEAD + row + SECOND)
        assert reading(first).record.title == "tressage osier"
        assert second.name == "40025303"


def test_cells_may_break_where_only_the_head_has_empty_columns(tmp_path: Path) -> None:
    row = line(cells(title="Vannerie\nfine"))
    (only,) = found(tmp_path, HEAD.replace("\n", ";;\n") + row)
    assert reading(only).record.title == "Vannerie fine"


def test_a_cell_may_hold_line_breaks_and_quotation_marks(tmp_path: Path) -> None:
    for mark in ("\n", "\r", "\r\n"):
        row = line(cells(title=f'Vannerie{mark}"fine"'))
        first, second = found(tmp_path, HEAD + row + SECOND)
        assert reading(first).record.title == 'Vannerie "fine"'
        assert second.name == "40025303"


# Damage of one row


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (HEAD, "malformed-row: row 2: the names of the columns once more"),
        (line(cells()[:-1]), "malformed-row: row 2: 12 cells under 13 columns"),
        (line([*cells(), "x"]), "malformed-row: row 2: 14 cells under 13 columns"),
        (line(cells(code="5002343")), "malformed-row: row 2: '5002343' is not a code scolarité"),
        (line(cells(code="")), "malformed-row: row 2: '' is not a code scolarité"),
        (FIRST.replace("Vannerie d", '"Vannerie d'), "malformed-row: row 2: a quotation mark in"),
        (FIRST.replace("Essais", "Es\0sais"), "undecodable: row 2: a byte in it"),
        (FIRST.encode("cp1252").replace(b"\xe9", b"\x81"), "undecodable: row 2: a byte in it"),
    ],
    ids=["second header", "too few", "too many", "no code", "empty code", "open quote", "NUL",
         "no encoding"],
)  # fmt: skip
def test_a_bad_row_is_refused_and_the_rest_goes_on(
    tmp_path: Path, row: str | bytes, refusal: str
) -> None:
    bad = row if isinstance(row, bytes) else row.encode()
    first, *others = refusals(found(tmp_path, HEAD.encode() + bad + SECOND.encode()))
    assert first.startswith(refusal)
    assert others == [""]


def test_a_row_whose_code_lost_its_zero_says_so(tmp_path: Path) -> None:
    first, *_ = refusals(found(tmp_path, HEAD + line(cells(code="1022706T")) + SECOND))
    assert "'1022706T' is not a code scolarité" in first
    assert "a leading zero was probably lost" in first


def test_a_quote_left_open_does_not_reach_a_quote_further_below(tmp_path: Path) -> None:
    bad = FIRST.replace("Vannerie d", '"Vannerie d')
    quoted = line(cells(code="40025304", title='dite "fine"'))
    assert [item[:24] for item in refusals(found(tmp_path, HEAD + bad + SECOND + quoted))] == [
        "malformed-row: row 2: a ", "", "",
    ]  # fmt: skip


def test_the_first_row_of_a_code_is_kept(tmp_path: Path) -> None:
    documents = found(tmp_path, HEAD + FIRST + line(cells(code="50023438", title="Osier")) + SECOND)
    assert refusals(documents) == [
        "", "malformed-row: row 3: the code 50023438 stands in row 2 already", "",
    ]  # fmt: skip


@pytest.mark.parametrize("gone", ["Code diplôme", "Intitulé de la spécialité (et options)"])
def test_a_row_without_code_or_title_gives_no_record(gone: str) -> None:
    kept = {column: value for column, value in ROW.items() if column != gone}
    body, content_type = row_document(list(kept), list(kept.values()), 7)
    with pytest.raises(Refused, match="malformed-row: row 7 has nothing under"):
        read(Document(body, None, content_type, "x"), Lexicon.packaged())


# Files that are no such list


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is empty; give the list as CSV"),
        ("<!DOCTYPE html>\n<html>", "HTML and no CSV; download the list itself"),
        (line(COLUMNS, ","), "commas between the cells; save it with semicolons"),
        (line(COLUMNS, "\t"), "tabs between the cells; save it with semicolons"),
        ("# Titre\nUn texte, sans colonne\n", "no column of the list in its first row"),
        (HEAD.replace(";Commentaire", ""), 'no column "Commentaire"; add it, its cells may be'),
        (HEAD.replace("Code RNCP", "Codes RNCP"), 'no column "Code RNCP"; rename "Codes RNCP" if'),
        ("Liste des diplômes\n" + HEAD, "no column of the list in its first row; begin with the"),
        (HEAD.strip() + ";Niveau\n", 'the column "Niveau" stands there twice; keep one'),
        (HEAD.encode("utf-16-le"), "NUL bytes in it; save the list as CSV in UTF-8"),
        (HEAD.encode("utf-16")[:-1], "cannot be read"),
        (b"PK\x03\x04" + bytes(100), "a workbook or a zip; save the list as CSV"),
        (b"%PDF-1.7\n" + bytes(100), "a PDF; save the list as CSV"),
        ((HEAD + FIRST).replace("\n", "\r"), "its lines end in CR alone; save it with LF or CRLF"),
        (HEAD + FIRST * 20_001, "more than 20000 rows"),
    ],
    ids=["empty", "html", "commas", "tabs", "a text", "missing", "renamed", "title above", "twice",
         "utf-16 without mark", "cut off", "workbook", "pdf", "CR alone", "too many rows"],
)  # fmt: skip
def test_another_file_is_unusable_as_a_whole(
    tmp_path: Path, content: str | bytes, reason: str
) -> None:
    with pytest.raises(UnusableInput, match=r"^--official-list .*list\.csv:") as caught:
        found(tmp_path, content)
    assert reason in str(caught.value)


def test_a_file_that_is_not_there_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match=r"gone\.csv: cannot be read"):
        list(OfficialList(tmp_path / "gone.csv").documents())


def test_a_file_of_200_mb_is_never_held_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.write((HEAD + FIRST).encode())
        file.truncate(200_000_000)  # sparse: one line of NUL bytes without an end
    tracemalloc.start()
    try:
        documents = OfficialList(path).documents()
        assert next(documents).name == "50023438"
        with pytest.raises(UnusableInput, match=r"list\.csv:3: too long a line"):
            next(documents)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_the_packaged_list_is_one() -> None:
    documents = list(OfficialList().documents())
    assert len(documents) == 576
    assert not [document.refused for document in documents if document.refused]


@pytest.mark.parametrize("cells_left", [1, 3, 7])
def test_a_list_that_ends_in_the_middle_of_a_row_is_refused(
    tmp_path: Path, cells_left: int
) -> None:
    cut = ";".join(SECOND.split(";")[:cells_left])
    with pytest.raises(UnusableInput, match="cut off"):
        found(tmp_path, HEAD + FIRST + cut)
    # A last row that only lacks its line break is whole.
    assert len(found(tmp_path, HEAD + FIRST + SECOND.rstrip("\n"))) == 2
