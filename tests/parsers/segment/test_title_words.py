"""Lines that can be a diploma's name, and lines that cannot."""

import csv
from importlib.resources import files

import pytest

from parsers.segment.title_words import is_name_line, is_subject, title_end
from schema.title import read_title

LIST = files("scraper").joinpath("data", "official_list_2025-06.csv").read_text("utf-8")
ROWS = [line for line in LIST.splitlines() if not line.startswith("#")]
NAMES = sorted(
    {row["Intitulé de la spécialité (et options)"].strip()
     for row in csv.DictReader(ROWS, delimiter=";")}
)  # fmt: skip


def test_every_name_of_the_official_list_can_be_a_name() -> None:
    assert len(NAMES) > 400
    assert [name for name in NAMES if is_subject(name)] == []
    # a name that begins with the word "option" completes no type, nor one that is a type's
    no_names = [n for n in NAMES if not (is_name_line(n) or read_title(n).types == {"OTHER"})]
    assert all(name.startswith("option ") for name in no_names), no_names


@pytest.mark.parametrize(
    "line",
    [
        "Arrêté du 21 février 2014", "A. du 21-2-2014. JO du 8-3-2014", "NOR : MENE1404386A",
        "Nouveau : CAP Cuisine",
        "21 février 2014", "Session 2024", "Secteur alimentation", "Alimentation", "Métallurgie",
        "Niveau 3", "CPC Industrie", "Diplôme abrogé", "Abrogé", "50022139", "Code : 500-22139",
        "Le titulaire exerce son métier en cuisine", "Textes et documents utiles.",
        "Vous trouverez ici les référentiels", "Programmes", "Règlement général", "Référentiel",
        "Calendrier des examens", "Ministère de l'éducation nationale", "Retour à la liste",
        "CAP boucher", "Télécharger", "Annexe I", "Première session : 2016", "***", "",
    ],
)  # fmt: skip
def test_no_name(line: str) -> None:
    assert not is_name_line(line)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("CAP cuisine (abrogé)", "CAP cuisine"),
        ("CAP cuisine – diplôme abrogé", "CAP cuisine"),
        ("CAP cuisine (abrogé par arrêté du 3 mars 2016)", "CAP cuisine"),
        ("CAP cuisine - Arrêté du 21 février 2014", "CAP cuisine"),
        ("CAP cuisine créé par arrêté du 21 février 2014", "CAP cuisine"),
        ("CAP cuisine (dernière session 2017)", "CAP cuisine"),
        ("CAP cuisine - Session 2017", "CAP cuisine"),
        ("CAP cuisine (à compter de la session 2018)", "CAP cuisine"),
        ("CAP cuisine, A. du 21-2-2014", "CAP cuisine"),
        ("CAP cuisine (rénové)", "CAP cuisine"),
        ("CAP cuisine : entrée en vigueur à la session 2018", "CAP cuisine"),
        ("Le CAP cuisine entre en vigueur", "Le CAP cuisine entre en vigueur"),
        ("CAP cuisine - Référentiel", "CAP cuisine"),
        ("CAP cuisine : textes officiels", "CAP cuisine"),
        ("CAP cuisine (ancien code 50022136)", "CAP cuisine (ancien code 50022136)"),
        ("BTS support à l'action managériale", "BTS support à l'action managériale"),
        ("BP arts du service et commercialisation", "BP arts du service et commercialisation"),
    ],
)
def test_title_end(line: str, title: str) -> None:
    assert line[: title_end(line)] == title
