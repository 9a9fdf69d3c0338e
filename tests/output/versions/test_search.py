"""The search of a published version: what is found, in which order, and where the words stand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from output.formats.table_files import write_tables
from output.tables.table import History
from output.versions.search import Hit, nearest_words, search
from schema.errors import UnusableInput
from schema.referential import Referential
from schema.title import read_title
from tests.support.samples import other, record, sample, trade

Searcher = Callable[[str], list[Hit]]
PASTRY = trade("vendeur en pâtisserie", "vendeuse en pâtisserie", name="vendeur-en-patisserie")
BOULANGER = other(
    1,
    code="45022108",
    name="boulanger",
    title="BP boulanger",
    acronym=None,
    diploma_type="BP",
    diploma_type_label="brevet professionnel (BP)",
    trades=(trade("boulanger", "boulangère"), PASTRY),
    description="Pétrit la pâte.",
    replaces=("56122706",),
    rncp_codes=("RNCP18704",),
    nsf_label=None,
)


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a version of two diplomas, the baker's replacing the heating engineer's."""
    folder = tmp_path_factory.mktemp("version")
    write_tables(sample(record(), BOULANGER), History(), folder)
    return folder


def found(version: Path, query: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(hit.id.split("-")[0], hit.found_in) for hit in search(version, query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("boulangères", [("b001", ("intitulé", "métier : boulanger / boulangère"))]),
        ("BOULANGER", [("b001", ("intitulé", "métier : boulanger / boulangère"))]),
        ("vendeuses", [("b001", ("métier : vendeur en pâtisserie / vendeuse en pâtisserie",))]),
        ("patisserie", [("b001", ("métier : vendeur en pâtisserie / vendeuse en pâtisserie",))]),
        ("coeur", [("mc3_meti", ("présentation",))]),
        ("chaudières électriques", []),
        ("meti", [("mc3_meti", ("sigle",))]),
        ("rncp 18704", [("b001", ("code",))]),
        ("18704", [("b001", ("code",))]),
        ("Code RNCP : 18704", [("b001", ("code",))]),
        ("450-22108 M", [("b001", ("code",))]),
        ("227 chaudière", [("mc3_meti", ("domaine",))]),
        ("B.P. boulanger", [("b001", ("intitulé",))]),
        ("561-22706", [("mc3_meti", ("code",)), ("b001", ("ancien code",))]),
        ("brevets pros", []),
        ("brevet professionnel pâte", [("b001", ("type", "présentation"))]),
    ],
)
def test_words_and_codes_are_found(
    version: Path, query: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    places = found(version, query)
    assert [name for name, _ in places] == [name for name, _ in expected]
    for (_, where), (_, wanted) in zip(places, expected, strict=True):
        assert set(where) >= {wanted[0]}


def test_the_word_of_a_type_asks_for_that_type_and_for_no_text_that_names_it(
    tmp_path: Path,
) -> None:
    after = other(2, title="BP cuisine", name="cuisine", diploma_type="BP", access="Après un CAP.",
                  diploma_type_label="BP", acronym=None, trades=())  # fmt: skip
    cook = other(3, title="CAP cuisine", name="cuisine", diploma_type="CAP",
                 diploma_type_label="CAP", acronym=None, trades=())  # fmt: skip
    write_tables(sample(after, cook), History(), tmp_path)
    assert [name for name, _ in found(tmp_path, "CAP cuisine")] == ["b003"]
    assert {name for name, _ in found(tmp_path, "cuisine")} == {"b002", "b003"}
    assert found(tmp_path, "bac pro cuisine") == []


def test_where_nothing_is_found_the_last_word_is_a_beginning(version: Path) -> None:
    assert found(version, "boul") == [("b001", ("intitulé",))]
    assert found(version, "vendeur patiss") == [
        ("b001", ("métier : vendeur en pâtisserie / vendeuse en pâtisserie",))
    ]
    assert found(version, "boul pate") == []
    assert found(version, "bo") == []


def test_a_title_counts_more_than_a_running_text(version: Path, tmp_path: Path) -> None:
    text = other(2, description="Travaille avec le boulanger.", trades=())
    write_tables(sample(record(), BOULANGER, text), History(), tmp_path)
    assert [name for name, _ in found(tmp_path, "boulangers")] == ["b001", "b002"]


def test_a_former_title_finds_its_successor(version: Path) -> None:
    places = dict(found(version, "équipement thermique"))
    assert places["b001"] == ("ancien intitulé",)


def test_a_misspelt_word_is_answered_with_the_nearest(version: Path) -> None:
    assert search(version, "bolanger pâtisserie") == []
    assert nearest_words(version, "bolanger pâtisserie")["bolanger"][0] == "boulanger"
    assert nearest_words(version, "boula")["boula"][:1] == ["boulanger"]
    assert nearest_words(version, "xyzzy") == {"xyzzy": []}
    assert nearest_words(version, "boulanger chaudière") == {}


def test_signs_and_words_of_the_query_language_mean_nothing(version: Path) -> None:
    for query in ('"boulanger" *', "(boulanger", "-boulanger", "boulanger'; --"):
        assert found(version, query) == found(version, "boulanger"), query
    # words like others, which stand in neither diploma
    for query in ("boulanger OR chaudière", "NEAR(boulanger", "name:boulanger"):
        assert found(version, query) == [], query


def test_a_query_without_words_or_a_folder_without_version_says_what_to_do(
    version: Path, tmp_path: Path
) -> None:
    with pytest.raises(UnusableInput, match="no word to search for"):
        search(version, "?!")
    with pytest.raises(UnusableInput, match="--data"):
        search(tmp_path / "nothing", "boulanger")


@pytest.mark.parametrize("word", ["boulangers", "boulangères", "BOULANGERE", "boulangère"])
def test_every_client_finds_all_forms_of_titles_and_trades_without_stems(
    version: Path, word: str
) -> None:
    import sqlite3

    db = sqlite3.connect(version / "referentials.db")
    sql = "SELECT name FROM referentials_fts WHERE referentials_fts MATCH ?"
    assert db.execute(sql, [word]).fetchall() == [("boulanger",)]


def test_plain_sql_finds_the_plural_of_a_feminine_that_no_ending_makes(tmp_path: Path) -> None:
    import sqlite3

    write_tables(
        sample(record(), other(5, trades=(trade("agent", "agente"),))), History(), tmp_path
    )
    db = sqlite3.connect(tmp_path / "referentials.db")
    sql = "SELECT name FROM referentials_fts WHERE referentials_fts MATCH 'agentes'"
    assert db.execute(sql).fetchall() == [(other(5).name,)]


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("matériau", "CAP staff et matériaux associés"),
        ("travail", "CAP travaux publics"),
        ("travaux", "CAP travail du bois"),
        ("métal", "CAP métaux précieux"),
        ("agentes", "CAP agent de sécurité"),
    ],
)
def test_the_command_and_plain_sql_find_plurals_in_aux(
    word: str, title: str, tmp_path: Path
) -> None:
    import sqlite3

    wanted = other(6, title=title, name=title.removeprefix("CAP "), trades=())
    write_tables(sample(wanted), History(), tmp_path)
    assert [hit.name for hit in search(tmp_path, word)] == [wanted.name]
    db = sqlite3.connect(tmp_path / "referentials.db")
    sql = "SELECT name FROM referentials_fts WHERE referentials_fts MATCH ?"
    assert db.execute(sql, [word]).fetchall() == [(wanted.name,)]


@pytest.mark.parametrize("word", ["vendeuses", "VENDEURS", "patisserie", "pâtisseries"])
def test_the_index_of_trades_finds_all_forms_and_leads_to_the_diplomas(
    version: Path, word: str
) -> None:
    import sqlite3

    db = sqlite3.connect(version / "referentials.db")
    sql = (
        "SELECT t.masculine, x.referential FROM trades_fts JOIN trades t ON t.id = trades_fts.id"
        " JOIN referential_trades x ON x.trade = t.id WHERE trades_fts MATCH ? ORDER BY rank"
    )
    assert db.execute(sql, [word]).fetchall() == [(PASTRY.masculine, BOULANGER.id)]


def test_plain_sql_finds_the_words_of_the_domain(tmp_path: Path) -> None:
    import sqlite3

    domain = other(
        4, nsf_label="Électricité, électronique", cpc="CPC Industrie", sector="Bijouterie"
    )
    write_tables(sample(record(), domain), History(), tmp_path)
    db = sqlite3.connect(tmp_path / "referentials.db")
    for word in ("electricite", "industrie", "bijouterie"):
        sql = "SELECT name FROM referentials_fts WHERE referentials_fts MATCH ?"
        assert (domain.name,) in db.execute(sql, [word]).fetchall()


def test_the_search_reads_records_of_any_shape(tmp_path: Path) -> None:
    bare: Referential = other(
        3, code=None, id="b003", acronym=None, diploma_type=None, diploma_type_label=None,
        description=None, access=None, further_study=None, trades=(), rncp_codes=(), replaces=(),
    )  # fmt: skip
    write_tables(sample(bare), History(), tmp_path)
    assert found(tmp_path, "numéro") == [("b003", ("intitulé",))]


def test_a_small_word_that_names_something_is_looked_for_in_titles_and_trades(
    tmp_path: Path,
) -> None:
    sound = other(2, name="métiers du son", title="BTS métiers du son", trades=())
    mixer = other(3, name="audiovisuel", trades=(trade("mixeur son", "mixeuse son"),),
                  description="Un des métiers de l'image.")  # fmt: skip
    pressing = other(4, name="métiers du pressing", description="Dans son métier.", trades=())
    write_tables(sample(sound, mixer, pressing), History(), tmp_path)
    assert [name for name, _ in found(tmp_path, "métiers du son")] == ["b002", "b003"]


def test_the_letter_of_an_option_is_no_small_word(tmp_path: Path) -> None:
    carver, turner, smith = (
        other(number, name=f"arts du bois option {option}", trades=(),
              title=f"CAP arts du bois option {option}", description="Prépare à l'art.")
        for number, option in ((2, "A : sculpteur"), (3, "B : tourneur"), (4, "d'art"))
    )  # fmt: skip
    write_tables(sample(carver, turner, smith), History(), tmp_path)
    assert [name for name, _ in found(tmp_path, "arts du bois option A")] == ["b002"]
    assert [name for name, _ in found(tmp_path, "arts du bois option B")] == ["b003"]
    assert len(found(tmp_path, "arts du bois option d'art")) == 3


def test_acronym_and_long_form_of_a_type_find_each_other(tmp_path: Path) -> None:
    titles = ("B.E.P. couvreur", "Brevet d’études professionnelles maçon", "DTMS option machiniste")
    diplomas = [
        other(number, title=title, name=title.split()[-1], diploma_type="OTHER", trades=(),
              diploma_type_label=read_title(title).type_label, acronym=None)
        for number, title in enumerate(titles, 2)
    ]  # fmt: skip
    write_tables(sample(*diplomas), History(), tmp_path)
    for query, expected in (
        ("BEP", {"b002", "b003"}),
        ("brevet d'études professionnelles", {"b002", "b003"}),
        ("diplôme de technicien des métiers du spectacle", {"b004"}),
    ):
        places = dict(found(tmp_path, query))
        assert places.keys() == expected, query
        assert {place for where in places.values() for place in where} <= {"intitulé", "type"}


def test_a_suggestion_is_a_whole_word_and_the_nearest_family_comes_first(tmp_path: Path) -> None:
    diplomas = [
        other(number, name=name, trades=())
        for number, name in enumerate(("électricien(ne)", "esthéticienne", "diététique"), 2)
    ]
    write_tables(sample(*diplomas), History(), tmp_path)
    near = nearest_words(tmp_path, "diététicienne")["dieteticienne"]
    assert near[0] == "diététique"
    assert "électricien" in nearest_words(tmp_path, "elcetricien")["elcetricien"]
