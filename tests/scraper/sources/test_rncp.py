"""France compétences' export of the RNCP: sheets of the numbers wanted, and every malformation."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

from schema.errors import UnusableInput
from schema.issues import IssueCode, Refusal
from schema.referential import Referential
from scraper.pipeline.link_certifications import LinkedCertifications, link_certifications
from scraper.sources.rncp import Certifications, read_certifications
from tests.support.corpus import CORPUS
from tests.support.datasets import built
from tests.support.samples import record
from tests.thin_pages import listed, thin_pages, written

# Headers as published (France compétences, Licence Ouverte 2.0); the rows are made up.
FILES = {
    "Standard": (
        '"Id_Fiche";"Numero_Fiche";"Intitule";"Abrege_Libelle";"Abrege_Intitule";'
        '"Nomenclature_Europe_Niveau";"Nomenclature_Europe_Intitule";"Date_dernier_jo";'
        '"Date_Decision";"Date_Fin_Enregistrement";"Date_Effet";"Type_Enregistrement";"Actif"',
        '"1";"RNCP1";"Boucher";"CAP";"Certificat d\'aptitude professionnelle";"NIV3";"Niveau 3";;'
        '"31/08/2023";"31/08/2028";"01/09/2023";"Enregistrement de droit";"ACTIVE"',
        '"2";"RNCP2";"Boucher";"CAP";;"NIV3";"Niveau 3";;;"31/08/2020";;;"INACTIVE"',
    ),
    "Blocs_De_Compétences": (
        '"Numero_Fiche";"Bloc_Competences_Code";"Bloc_Competences_Libelle"',
        '"RNCP1";"RNCP1BC01";"UP1 : préparer\nen deux lignes"',
        '"RNCP9";"RNCP9BC01";"d\'une autre fiche"',
    ),
    "Certificateurs": (
        '"Numero_Fiche";"Siret_Certificateur";"Nom_Certificateur"',
        '"RNCP1";"\t11004301500012";"MINISTERE DE L\'EDUCATION NATIONALE"',
    ),
    "Rome": (
        '"Numero_Fiche";"Codes_Rome_Code";"Codes_Rome_Libelle"',
        '"RNCP1";"D1101";"Boucherie"',
    ),
    "VoixdAccès": ('"Numero_Fiche";"Si_Jury"', '"RNCP1";"Par expérience"'),
    "Ancienne_Nouvelle_Certification": (
        '"Numero_Fiche";"Ancienne_Certification";"Nouvelle_Certification"',
        '"RNCP1";"RNCP2";',
        '"RNCP2";;"RNCP1"',
    ),
}


def export(folder: Path, encoding: str | None = "utf-8", **changed: str | None) -> Path:
    """An export; `changed`: by the first word of a file's name its text, None to leave it out."""
    path = folder / "export-fiches-csv.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name, lines in FILES.items():
            text = changed.get(name.split("_")[0], "\n".join(lines) + "\n")
            if text is not None:
                member = f"export_fiches_CSV_{name}_2026_11_20.csv"
                packed.writestr(member, text.encode(encoding or "utf-8"))
    return path


def sheets(folder: Path, *wanted: str, **changed: str | None) -> Certifications:
    return read_certifications(export(folder, **changed), wanted or ("RNCP1", "RNCP2"))


def lines(name: str, *more: str) -> str:
    return "\n".join([*FILES[name], *more]) + "\n"


def test_a_sheet_with_all_that_the_files_say_of_it(tmp_path: Path) -> None:
    result = sheets(tmp_path, "RNCP1")
    assert (result.date, result.sheets, result.refused, result.issues) == ("2026-11-20", 2, [], [])
    (sheet,) = result.by_number.values()
    assert (sheet.title, sheet.abbreviation, sheet.level, sheet.active) == (
        "Boucher", "CAP", 3, True,
    )  # fmt: skip
    assert (sheet.decided_on, sheet.effective_on, sheet.ends_on) == (
        "2023-08-31", "2023-09-01", "2028-08-31",
    )  # fmt: skip
    assert sheet.blocks == {"RNCP1BC01": "UP1 : préparer en deux lignes"}
    assert list(sheet.certifiers) == ["MINISTERE DE L'EDUCATION NATIONALE"]
    assert sheet.romes == {"D1101": "Boucherie"}
    assert list(sheet.access_ways) == ["Par expérience"]
    assert (list(sheet.replaces), list(sheet.replaced_by)) == (["RNCP2"], [])


def diploma(**values: Any) -> Referential:
    own = {"level": 3, "diploma_type": "CAP", "name": "boucher", "rncp_codes": ("RNCP1",),
           "status": "unknown", "last_session": None, "replaced_by": ()}  # fmt: skip
    return record(**{**own, **values})


def linked(folder: Path, **values: Any) -> LinkedCertifications:
    return link_certifications([diploma(**values)], sheets(folder))


def test_a_record_that_agrees_raises_nothing(tmp_path: Path) -> None:
    links = linked(tmp_path)
    assert links.issues == ()
    assert [row.rncp_code for row in links.sheets] == ["RNCP1", "RNCP2"]
    assert [(row.rncp_code, row.relation, row.other) for row in links.successions] == [
        ("RNCP1", "replaces", "RNCP2"), ("RNCP2", "replaced_by", "RNCP1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"level": 4}, IssueCode.CERTIFICATION_DISAGREES, "level"),
        ({"diploma_type": "BTS"}, IssueCode.CERTIFICATION_DISAGREES, "diploma_type"),
        ({"name": "charcutier"}, IssueCode.CERTIFICATION_DISAGREES, "title"),
        ({"rncp_codes": ("RNCP7",)}, IssueCode.UNKNOWN_CERTIFICATION, "rncp_codes"),
        ({"rncp_codes": ("RNCP2",)}, IssueCode.STALE_CERTIFICATION, "rncp_codes"),
    ],
)
def test_a_contradiction_is_an_issue(
    tmp_path: Path, values: dict[str, Any], code: IssueCode, field: str
) -> None:
    ((_, told),) = linked(tmp_path, **values).issues
    assert (told.issue, told.field) == (code, field)


@pytest.mark.parametrize(
    "ended", [{"status": "repealed"}, {"last_session": 2022}, {"replaced_by": ("50022199",)}]
)
def test_the_ended_sheet_of_an_ended_diploma_is_no_issue(
    tmp_path: Path, ended: dict[str, Any]
) -> None:
    assert linked(tmp_path, rncp_codes=("RNCP2",), **ended).issues == ()


def test_a_cut_row_and_a_number_that_is_none_are_refused_and_the_rest_goes_on(
    tmp_path: Path,
) -> None:
    text = lines("Rome", '"RNCP1";"D1105"', '"RNCP1";"D1106";"Vente"')
    result = sheets(tmp_path, Rome=text)
    assert set(result.by_number["RNCP1"].romes) == {"D1101", "D1106"}
    assert [refused.reason for _, refused in result.refused] == [Refusal.MALFORMED_ROW]
    for row in (";".join(['"x"'] * 13), FILES["Standard"][1].replace("ACTIVE", "peut-être")):
        result = sheets(tmp_path, Standard=lines("Standard", row.replace("RNCP1", "RNCP3")))
        result = read_certifications(tmp_path / "export-fiches-csv.zip", {"RNCP1", "RNCP3"})
        assert [refused.reason for _, refused in result.refused] == [Refusal.MALFORMED_ROW]
        assert set(result.by_number) == {"RNCP1"}
    result = sheets(tmp_path, Blocs=lines("Blocs_De_Compétences", '"RNCP1";"";"Sans code"'))
    assert [refused.reason for _, refused in result.refused] == [Refusal.MALFORMED_ROW]


def test_a_level_that_is_none_is_an_issue(tmp_path: Path) -> None:
    result = sheets(tmp_path, Standard=lines("Standard").replace("NIV3", "NIV9", 1))
    assert result.by_number["RNCP1"].level is None
    assert [told.issue for _, told in result.issues] == [IssueCode.UNKNOWN_LEVEL]


def test_a_number_given_twice_keeps_the_first_sheet_and_is_an_issue(tmp_path: Path) -> None:
    again = FILES["Standard"][1].replace("Boucher", "Tripier")
    result = sheets(tmp_path, Standard=lines("Standard", again))
    assert result.by_number["RNCP1"].title == "Boucher"
    ((number, told),) = result.issues
    assert (number, told.issue) == ("RNCP1", IssueCode.REPEATED_DOCUMENT)


def test_a_date_that_is_none_is_an_issue_and_further_columns_are_accepted(tmp_path: Path) -> None:
    head, first, _ = FILES["Standard"]
    text = f'{head};"Nouvelle"\n{first.replace("31/08/2028", "bientôt")};"x"\n'
    result = sheets(tmp_path, Standard=text)
    assert result.by_number["RNCP1"].ends_on is None
    assert [(n, told.issue) for n, told in result.issues] == [("RNCP1", IssueCode.UNKNOWN_DATE)]


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"Blocs": None}, "0 files named"),
        ({"Standard": FILES["Standard"][0].replace("Actif", "Etat")}, 'column "Actif"'),
        ({"Rome": f'{FILES["Rome"][0]}\n"RNCP1;"D1101'}, "cannot be read to its end"),
        ({"Rome": ""}, 'column "Numero_Fiche"'),
        ({"encoding": "cp1252"}, "cannot be read to its end"),
    ],
)
def test_an_export_of_another_form_is_refused_with_the_file(
    tmp_path: Path, changed: dict[str, Any], message: str
) -> None:
    with pytest.raises(UnusableInput, match=message):
        read_certifications(export(tmp_path, **changed), {"RNCP1"})


def test_what_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(b"<html>")
    with pytest.raises(UnusableInput, match="fetch the export again"):
        read_certifications(path, {"RNCP1"})
    cut = export(tmp_path).read_bytes()[:-30]
    path.write_bytes(cut)
    with pytest.raises(UnusableInput, match="fetch the export again"):
        read_certifications(path, {"RNCP1"})


def test_a_version_holds_the_sheets_and_without_the_source_none(tmp_path: Path) -> None:
    page = next(page for page in thin_pages() if page.diplomas[0].code == "50022143")
    (number,) = listed()["50022143"].rncp_codes
    text = lines("Standard").replace("RNCP1", number).replace("NIV3", "NIV4")
    packed = export(tmp_path, Standard=text)
    dataset = built(tmp_path / "with", {page.url: written(page)}, rncp=packed)
    assert [row.rncp_code for row in dataset.content.certifications] == [number]
    (source,) = [source for source in dataset.content.sources if source.name == "rncp"]
    assert (source.date, source.documents, source.records) == ("2026-11-20", 2, 1)
    (row,) = [row for row in dataset.content.reconciliation if row.source == "rncp"]
    assert (row.document, row.match, row.disagrees) == (number, "rncp", ("level",))
    without = built(tmp_path / "without", {page.url: written(page)})
    assert without.content.certifications == ()
    assert list(without.rows.records) == list(dataset.rows.records)


if CORPUS is not None:

    def test_real_rows_of_the_export(tmp_path: Path) -> None:
        assert CORPUS is not None
        path = tmp_path / "export.zip"
        with zipfile.ZipFile(path, "w") as packed:
            for file in (CORPUS / "rncp").glob("*.csv"):
                packed.write(file, file.name)
        result = read_certifications(path, {"RNCP509", "RNCP4049"})
        assert (result.date, result.refused) == ("2024-02-22", [])
        sheet = result.by_number["RNCP509"]
        assert (sheet.abbreviation, sheet.level, sheet.active) == ("CAP", 3, False)
        assert (sheet.decided_on, sheet.ends_on) == (None, "2023-08-31")
        assert len(sheet.blocks) >= 6
        assert set(sheet.romes) == {"I1203"}
        assert list(sheet.replaced_by) == ["RNCP38228"]
