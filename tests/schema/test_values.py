"""Codes, levels, durations, types and dates: what is understood, and what is said when not."""

import datetime
import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.code import CodeScolarite, codes_in
from schema.dates import dates_in, parse_date
from schema.diploma_type import DiplomaType, split_acronym
from schema.duration import Duration
from schema.issues import Issue, IssueCode
from schema.level import DiplomaLevel
from schema.text import ascii_text, clean, count_digits, number_spans, same_length
from schema.title import acronym_beside, read_title
from schema.vocabulary import rows

BEYOND_LATIN_1 = "€‚ƒ„†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # and … (U+0085), which is a line end here


@pytest.mark.parametrize("meant", BEYOND_LATIN_1)
def test_windows_1252_read_as_latin_1_is_what_was_meant(meant: str) -> None:
    misread = meant.encode("cp1252").decode("latin-1")
    assert clean(f"a{misread}b") == f"a{meant}b"
    assert same_length(f"a{misread}b") == same_length(f"a{meant}b")


@given(st.text(st.characters(max_codepoint=0x24FF, exclude_characters="œŒæÆß")))
def test_ascii_is_what_is_left_of_the_decomposed_text(text: str) -> None:
    decomposed = unicodedata.normalize("NFKD", text)
    assert ascii_text(text) == "".join(filter(str.isascii, decomposed))
    assert ascii_text("sœur Æsculape straße") == "soeur AEsculape strasse"


@given(st.text(st.sampled_from("a é\u00a0\u2009\u200b\n\t ’")))
def test_clean_text_has_single_spaces_and_no_other_white_space(text: str) -> None:
    assert clean(text) == " ".join(text.replace("\u200b", "").split())


@given(st.text(st.sampled_from("0189aé’٣𝟗 -")), st.integers(1, 4))
def test_numbers_are_runs_of_ascii_digits_wherever_they_stand(text: str, digits: int) -> None:
    runs = [match.span() for match in re.finditer(f"[0-9]{{{digits},}}", text)]
    assert number_spans(text, digits) == runs
    assert count_digits(text) == len(re.findall("[0-9]", text))


def test_controls_that_mean_nothing_are_dropped_and_a_line_end_is_a_space() -> None:
    assert clean("a\x81\x8d\x8f\x90\x9d\x7f\x00b") == "ab"
    assert clean("a\ud800b\udfff") == "ab"  # halves of a character
    assert clean("a\x85b") == "a b"


@pytest.mark.parametrize(
    ("written", "code", "letter"),
    [
        ("400-25303 M", "40025303", "M"),
        ("56122706 T", "56122706", "T"),
        ("50022143T", "50022143", "T"),
        ("320-33609T", "32033609", "T"),
        ("32022406", "32022406", None),
        ("56T23205", "56T23205", None),
        ("1702510F", "1702510F", None),
        ("01022706", "01022706", None),
        ("400-25303\u00a0m", "40025303", "M"),
        ("400-253-03 M", "40025303", "M"),
    ],
)
def test_the_five_writings_of_a_code(written: str, code: str, letter: str | None) -> None:
    value = CodeScolarite.parse(written).value
    assert value is not None
    assert (value.code, value.speciality_letter) == (code, letter)


def test_a_code_says_its_type_level_and_nsf_group() -> None:
    value = CodeScolarite.parse("56122706").value
    assert value is not None
    assert (value.prefix, value.order) == ("561", "06")
    assert (value.diploma_type, value.level) == ("CS", 3)
    assert (value.nsf_code, value.nsf_label) == ("227", "Energie, génie climatique")


@pytest.mark.parametrize(
    "written",
    ["", "1022706", "56122706TX", "5612270", "561227066", "O1022706", "code", "5612270６"],
)
def test_what_is_no_code_is_said(written: str) -> None:
    value, issues = CodeScolarite.parse(written)
    assert value is None
    assert [issue.issue for issue in issues] == [IssueCode.INVALID_CODE]


@pytest.mark.parametrize(
    "written", ["1022706", "1022706T", "1022706 T", "102-2706 T", "1022706-T", "1321001t"]
)
def test_a_lost_leading_zero_is_explained_and_no_code_is_guessed(written: str) -> None:
    value, (only,) = CodeScolarite.parse(written)
    assert (value, only.issue, only.value) == (None, IssueCode.INVALID_CODE, written)
    assert "leading zero" in only.message


@pytest.mark.parametrize("code", ["1702510F", "1351281T", "3552000A", "2502001W", "9882343S"])
def test_seven_digits_and_a_letter_are_a_code_where_no_zero_is_missing(code: str) -> None:
    value = CodeScolarite.parse(code).value
    assert value is not None
    assert value.code == code


def test_unknown_prefix_and_group_are_warnings_and_the_code_stays() -> None:
    value, issues = CodeScolarite.parse("88899901")
    assert value is not None
    assert (value.code, value.diploma_type, value.nsf_code) == ("88899901", None, None)
    assert {issue.issue for issue in issues} == {IssueCode.UNKNOWN_PREFIX, IssueCode.UNKNOWN_NSF}


@pytest.mark.parametrize("code", ["500253O9", "5002530I", "5002530A"])
def test_a_letter_where_digits_stand_is_doubtful_and_the_code_stays(code: str) -> None:
    value, issues = CodeScolarite.parse(code)
    assert value is not None
    assert (value.code, [issue.issue for issue in issues]) == (code, [IssueCode.DOUBTFUL_CODE])


def test_codes_in_a_sentence_are_not_dates_or_telephone_numbers() -> None:
    text = "remplacé par le 400-25223 R le 20240901, tél. 0102030405, puis le 56122706T"
    assert codes_in(text) == ["40025223", "56122706"]


@pytest.mark.parametrize(
    "nor", ["MENE 0103005A", "MENE 01030051", "MEN E 01030051", "AGRE 01030051"]
)
def test_the_number_of_an_order_is_no_code(nor: str) -> None:
    assert codes_in(f"Arrêté NOR {nor} du lundi") == []


@pytest.mark.parametrize("word", ["CODE", "CFD", "DIPLÔME", "CODE A"])
def test_capitals_before_a_code_leave_it_as_it_is(word: str) -> None:
    assert codes_in(f"{word} 50022430") == ["50022430"]


@pytest.mark.parametrize(
    ("prefix", "diploma_type", "level"),
    [
        ("500", "CAP", 3), ("503", "CAP_AGRI", 3), ("561", "CS", 3), ("461", "CS", 4),
        ("563", "CS_AGRI", 3), ("463", "CS_AGRI", 4), ("363", "CS_AGRI", 5), ("010", "MC", None),
        ("400", "BAC_PRO", 4), ("403", "BAC_PRO_AGRI", 4), ("401", "BMA", 4), ("402", "BNMA", 4),
        ("450", "BP", 4), ("453", "BP_AGRI", 4), ("320", "BTS", 5), ("323", "BTSA", 5),
        ("321", "DMA", 5), ("241", "DN_MADE", 6), ("140", "DSAA", 7), ("355", "DEUST", 5),
        ("56T", "TITRE_PRO", 3), ("46T", "TITRE_PRO", 4), ("36T", "TITRE_PRO", 5),
        ("170", "OTHER", 7),
    ],
)  # fmt: skip
def test_prefixes(prefix: str, diploma_type: str, level: int | None) -> None:
    value = CodeScolarite.parse(f"{prefix}22706").value
    assert value is not None
    assert (value.diploma_type, value.level) == (diploma_type, level)


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("niveau 3", 3), ("niveau 7", 7), ("3", 3), ("Niveau V", 3), ("Niveau IV", 4), ("III", 5),
        ("niveau II", 6), ("niveau 3 (niveau CAP)", 3), ("niveau 4 (bac ou équivalent)", 4),
        ("niveau 5 (bac + 2)", 5), ("niveau 7 (bac + 5)", 7), ("niveau 8 (doctorat)", 8),
        ("niveau I (doctorat)", 8), ("niveau\u00a04", 4), ("Niveau de qualification : 4", 4),
        ("bac + 2", 5),
    ],
)  # fmt: skip
def test_levels(written: str, level: int) -> None:
    value, issues = DiplomaLevel.parse(written)
    assert value is not None
    assert value.level == level
    assert issues == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("non inscrit au RNCP", IssueCode.NO_LEVEL),
        ("non renseigné", IssueCode.NO_LEVEL),
        ("niveau 3 (bac + 2)", IssueCode.AMBIGUOUS_LEVEL),
        ("niveau I", IssueCode.AMBIGUOUS_LEVEL),
        ("niveau 9", IssueCode.UNKNOWN_LEVEL),
        ("supérieur", IssueCode.UNKNOWN_LEVEL),
    ],
)
def test_levels_that_are_no_number_keep_their_label(written: str, code: IssueCode) -> None:
    value, issues = DiplomaLevel.parse(written)
    assert value is not None
    assert (value.level, value.level_label) == (None, written)
    assert [issue.issue for issue in issues] == [code]


@pytest.mark.parametrize(
    ("written", "months"),
    [
        ("1 an", 12), ("2 ans", 24), ("2 ans en moyenne", 24),
        ("10 ans", 120), ("18 mois", 18), ("deux ans", 24),
        ("1 an et demi", 18), ("2 ans et 6 mois", 30), ("2 ans (24 mois)", 24), ("1,5 an", 18),
        ("3\u00a0années", 36), ("120 mois", 120),
        # the whole number, in words or with a half
        ("dix-huit mois", 18), ("vingt-quatre mois", 24), ("vingt-deux mois", 22),
        ("vingt et un mois", 21), ("trente-six mois", 36),
        ("soixante-douze mois", 72), ("2 ½ ans", 30), ("3½ ans", 42), ("2 1/2 ans", 30),
        ("1 an 1/2", 18), ("un semestre et demi", 9), ("½ an", 6),
        # words beside it that change nothing
        ("2 ans, soit 24 mois", 24), ("2 ans après une admission sur dossier", 24),
        ("1 an après un diplôme du même secteur", 12),
        ("2 ans (1 350 heures)", 24), ("3 ans – 1 850 heures", 36),
        ("1 an dont 16 semaines de stage", 12), ("Durée de la formation : 2 ans", 24),
        ("2 ans, en formation initiale ou en apprentissage", 24), ("2 an(s)", 24),
        ("3 ans après la classe de troisième", 36), ("1 an après un premier diplôme", 12),
        ("2 ans après l'admission", 24), ("1 an après l’entrée en formation", 12),
        ("Elle se déroule en trois ans.", 36),
        ("La durée du cycle est de 2 ans", 24), ("La scolarité dure un an.", 12),
        ("2 ans, dont 14 semaines de PFMP", 24), ("3 ans (2nde, 1re et terminale)", 36),
        ("2 ans (première, terminale)", 24),
        ("Le diplôme se prépare en 2 ans.", 24), ("Cette spécialité se prépare en un an.", 12),
        ("Elle se fait en 3 ans", 36), ("La préparation dure 18 mois.", 18),
        ("Le cycle dure deux ans.", 24), ("Ce parcours dure un an.", 12),
        ("Il faut deux ans pour préparer le diplôme.", 24), ("Il faut 1 an pour l’obtenir.", 12),
    ],
)  # fmt: skip
def test_durations_in_months(written: str, months: int) -> None:
    value, issues = Duration.parse(written)
    assert value is not None
    assert value.duration_months == months
    assert issues == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("22 semaines", IssueCode.DURATION_NOT_IN_MONTHS),
        ("800 heures", IssueCode.DURATION_NOT_IN_MONTHS),
        ("1 à 2 ans", IssueCode.DURATION_NOT_IN_MONTHS),
        ("2 ou 3 ans", IssueCode.DURATION_NOT_IN_MONTHS),
        ("3 ans (2 ans après un CAP)", IssueCode.DURATION_NOT_IN_MONTHS),
        ("entre 1 et 2 ans", IssueCode.DURATION_NOT_IN_MONTHS),
        ("2 ans ou 3", IssueCode.DURATION_NOT_IN_MONTHS),
        ("2 et 3 ans", IssueCode.DURATION_NOT_IN_MONTHS),
        ("2 voire 3 ans", IssueCode.DURATION_NOT_IN_MONTHS),
        ("1 à 2 semestres", IssueCode.DURATION_NOT_IN_MONTHS),
        ("1/2 ans", IssueCode.DURATION_NOT_IN_MONTHS),
        ("2 ans (6 mois de stage)", IssueCode.DURATION_NOT_IN_MONTHS),
        ("2 ans, 6 mois", IssueCode.DURATION_NOT_IN_MONTHS),
        ("1 an puis 1 an", IssueCode.DURATION_NOT_IN_MONTHS),
        ("1 an et 12 semaines", IssueCode.DURATION_NOT_IN_MONTHS),
        ("L'épreuve dure 4 heures", IssueCode.DURATION_NOT_IN_MONTHS),
        ("2 ans (terminale validée)", IssueCode.UNKNOWN_DURATION),
        ("vingt-deux semaines", IssueCode.DURATION_NOT_IN_MONTHS),
        ("six mois et demi", IssueCode.DURATION_NOT_IN_MONTHS),
        ("variable", IssueCode.UNKNOWN_DURATION),
        # a number, and words that may change it
        ("1 200 mois", IssueCode.UNKNOWN_DURATION),
        ("quatre-vingt-dix mois", IssueCode.UNKNOWN_DURATION),
        ("moins de 2 ans", IssueCode.UNKNOWN_DURATION),
        ("2 ans +", IssueCode.UNKNOWN_DURATION),
        ("¾ an", IssueCode.UNKNOWN_DURATION),
        ("1, 5 ans", IssueCode.UNKNOWN_DURATION),
        ("cinq ans de métier", IssueCode.UNKNOWN_DURATION),
        # longer than any training
        ("0 an", IssueCode.UNKNOWN_DURATION),
        ("121 mois", IssueCode.UNKNOWN_DURATION),
        ("11 ans", IssueCode.UNKNOWN_DURATION),
        ("99999999 ans", IssueCode.UNKNOWN_DURATION),
        ("8400000000000000000 ans", IssueCode.UNKNOWN_DURATION),
        ("9" * 190 + " ans", IssueCode.UNKNOWN_DURATION),
    ],
)
def test_durations_that_are_no_number_of_months(written: str, code: IssueCode) -> None:
    value, issues = Duration.parse(written)
    assert value is not None
    assert (value.duration_months, value.duration_label) == (None, written)
    assert [issue.issue for issue in issues] == [code]


def test_the_sigle_may_hold_parentheses_itself() -> None:
    text = "certificat de spécialisation (ex MC) (CS (ex MC))"
    assert split_acronym(text) == ("certificat de spécialisation (ex MC)", "CS (ex MC)")
    assert split_acronym("CAP (CAP)") == ("CAP", "CAP")
    assert split_acronym("baccalauréat professionnel") == ("baccalauréat professionnel", None)


@pytest.mark.parametrize(
    ("written", "prefix_type", "expected", "codes"),
    [
        ("certificat de spécialisation (ex MC) (CS (ex MC))", "CS", "CS", []),
        ("certificat de spécialisation (CS)", "CS", "CS", [IssueCode.TYPE_BY_PREFIX]),
        ("certificat de spécialisation (CS)", "CS_AGRI", "CS_AGRI", [IssueCode.TYPE_BY_PREFIX]),
        ("certificat de spécialisation (CS)", None, None, [IssueCode.AMBIGUOUS_TYPE]),
        ("mention complémentaire (MC)", "CS", "CS", [IssueCode.TYPE_BY_PREFIX]),
        ("baccalauréat professionnel", "BAC_PRO_AGRI", "BAC_PRO_AGRI", [IssueCode.TYPE_BY_PREFIX]),
        ("CAP (CAP)", "BAC_PRO", "CAP", [IssueCode.TYPE_CONTRADICTS_CODE]),
        ("DTMS", "CAP", "OTHER", [IssueCode.TYPE_CONTRADICTS_CODE]),
        ("BEP", "OTHER", "OTHER", []),
        ("BT", None, "OTHER", []),
        ("CAP", "OTHER", "CAP", []),
        ("licence pro", "OTHER", "OTHER", []),
        ("diplôme d'alchimiste", "CAP", None, [IssueCode.UNKNOWN_TYPE]),
    ],
)
def test_the_prefix_decides_within_a_family(
    written: str, prefix_type: str | None, expected: str | None, codes: list[IssueCode]
) -> None:
    value, issues = DiplomaType.parse(written, prefix_type)
    assert value is not None
    assert value.diploma_type == expected
    assert value.diploma_type_label == written
    assert [issue.issue for issue in issues] == codes


def test_every_writing_of_a_type_means_known_types() -> None:
    known = {row["diploma_type"] for row in rows("diploma_types.csv")}
    for row in rows("diploma_type_labels.csv"):
        assert set(row["diploma_type"].split("|")) <= known


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CS (ex MC) maintenance des équipements thermiques individuels",
         "maintenance des équipements thermiques individuels"),
        ("Certificat d'aptitude professionnelle « boulanger »", "boulanger"),
        ("C.A.P. Boulanger", "Boulanger"),
        ("Brevet professionnel - spécialité boulanger", "boulanger"),
        ("Référentiel du BTS fonderie", "fonderie"),
        ("BMA volumes : staff et matériaux associés", "volumes : staff et matériaux associés"),
        ("Mention complémentaire de niveau 4 : sommellerie", "sommellerie"),
        ("Baccalauréat professionnel Cuisine (40022106)", "Cuisine"),
        ("master mention chimie", "chimie"),
        ("diplôme d'ingénieur de l'école X", "diplôme d'ingénieur de l'école X"),
        ("Diplôme d'État d'éducateur spécialisé", "éducateur spécialisé"),
        ("Diplôme d'État de la jeunesse", "Diplôme d'État de la jeunesse"),
        ("manager financier", "manager financier"),
        ("Spécialité « cuisine » de baccalauréat professionnel", "cuisine"),
        ("Spécialité boucher du brevet professionnel", "boucher"),
    ],
)  # fmt: skip
def test_names_are_titles_without_the_words_of_the_type(title: str, name: str) -> None:
    assert read_title(title).name == name


@pytest.mark.parametrize(
    "title",
    [
        "CAP et bac pro : ce qui change à la rentrée",
        "Bac Pro CAP MC BP",
        "CAP | Bac pro",
        "BTS/BTSA",
    ],
)
def test_a_title_that_speaks_of_diplomas_names_no_type(title: str) -> None:
    assert read_title(title).types == frozenset()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("arrêté du 11 octobre 2022", datetime.date(2022, 10, 11)),
        ("1er juillet 2020", datetime.date(2020, 7, 1)),
        ("le 3/4/2021", datetime.date(2021, 4, 3)),
        ("Arr. du 5.3.93", datetime.date(1993, 3, 5)),
        ("J.O. 13.3.93", datetime.date(1993, 3, 13)),
        ("arr. du 5.3.07", datetime.date(2007, 3, 5)),
        ("annexe 2.1.10", None),
        ("version 1.2.10.3", None),
        ("2020-01-05", datetime.date(2020, 1, 5)),
        ("arrêté du 21 12 2022", datetime.date(2022, 12, 21)),
        ("appeler le 04 11 12 2022 10", None),
        ("31 février 2020", None),
        ("11 octobre", None),
    ],
)
def test_french_dates(text: str, date: datetime.date | None) -> None:
    assert parse_date(text) == date


@given(st.text())
def test_no_text_makes_a_normaliser_raise(text: str) -> None:
    CodeScolarite.parse(text)
    DiplomaLevel.parse(text)
    Duration.parse(text)
    DiplomaType.parse(text)
    read_title(text)
    dates_in(text)
    codes_in(text)


# But `1022706T`, which lacks a zero.
CODES = st.from_regex(r"\A(?!1[0-9]{6}[A-Z])[0-9]{2}[0-9A-Z][0-9]{3}[0-9A-Z]{2}\Z")


@given(CODES)
def test_all_writings_of_a_code_read_alike(code: str) -> None:
    plain = CodeScolarite.parse(code).value
    assert plain is not None
    for written in (f"{code[:3]}-{code[3:]} M", f"{code} T", f"{code[:3]}-{code[3:]}T"):
        value = CodeScolarite.parse(written).value
        assert value is not None
        assert value.code == plain.code == code


def test_issues_of_journals_from_before_schema_2_are_still_read() -> None:
    former = '{"code":"page-gone","level":"warning","field":null,"message":"m","value":null}'
    said = Issue.model_validate_json(former)
    assert (said.issue, said.severity) == (IssueCode.PAGE_GONE, "warning")
    assert list(json.loads(said.model_dump_json()))[:2] == ["issue", "severity"]


@pytest.mark.parametrize(
    ("title", "acronym"),
    [
        ("BTS Développement et réalisation bois (DRB)", "DRB"),
        ("Bac pro Cybersécurité, Informatique et réseaux, Électronique (CIEL)", "CIEL"),
        ("CAP « Sommellerie » (SOM)", "SOM"),
        ('CAP "Sommellerie" (SOM)', "SOM"),
        ("Bac pro « Métiers de la couture et de la confection (MCC) »", "MCC"),
        ("Bac pro Maintenance nautique (MN) (400 25223R)", "MN"),
        ("BTS Commerce international (CI)", "CI"),
        ("BUT R&T (IOM)", None),
        ("CAP Cuisine (CUISINE)", None),
        ("CAP Cuisine", None),
        ("Gestion des bois et des forêts (GBF) - bac pro", "GBF"),
        ("CS Encadrement secteur sportif (E2S) option activités nautiques", "E2S"),
        ("Bac pro Assistance à la gestion des organisations et activités (AGOrA)", "AGOrA"),
        ("BTS MTE – Motorisation toutes énergies", "MTE"),
        ("BTS Bois – Motorisation toutes énergies", None),
        ("CAP Vannerie (Ardennes)", None),
        ("Bois, tissus, surfaces (BTS)", None),
        ("Bac professionnel Travaux publics (TP)", "TP"),
        ("BTS Électrotechnique (ELT)", "ELT"),
        ("CAP Vannerie (TAN)", None),
        ("CAP Vannerie (VR)", None),
        ("CAP Vannerie d'osier (VNR)", None),
    ],
)
def test_an_acronym_beside_a_name_is_made_of_its_words(title: str, acronym: str | None) -> None:
    assert acronym_beside(title) == acronym


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("BTS Commerce international (CI)", "Commerce international (CI)"),
        ("BTS Commerce international (ci-dessous)", "Commerce international"),
        ("BTS Commerce international (PDF)", "Commerce international"),
        ('CAP "Sommellerie" (SOM)', "Sommellerie"),
    ],
)
def test_letters_of_a_name_stay_in_it_and_words_of_the_page_do_not(title: str, name: str) -> None:
    assert read_title(title).name == name
