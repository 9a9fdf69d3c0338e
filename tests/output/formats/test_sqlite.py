"""The database of a version: tables, search and views, and what any text does to them."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from output.dataset.rows import EvidenceRow, ReconciliationRow
from output.formats.datasette_queries import QUESTIONS
from output.formats.sqlite import APPLICATION_ID, BrokenDatabase
from output.formats.static_site.plots import plots
from output.formats.table_files import write_tables
from output.tables.all_tables import TABLES
from output.tables.french_views import FLAT_VIEWS
from output.tables.table import History
from schema.issues import KINDS, IssueCode, issue
from schema.referential import LegalText, Referential
from schema.text import clean
from tests.support.samples import DAY, EDUSCOL, SITE, other, page, record, sample, trade

Opener = Callable[..., sqlite3.Connection]


@pytest.fixture
def database(tmp_path: Path) -> Opener:
    """Builds a database of records and opens it as a user does."""

    def opened(*records: Referential, **given: Any) -> sqlite3.Connection:
        write_tables(sample(*records, **given), History(), tmp_path)
        return sqlite3.connect(tmp_path / "referentials.db")

    return opened


def search(db: sqlite3.Connection, query: str) -> list[str]:
    return [
        name
        for (name,) in db.execute(
            "SELECT r.id FROM referentials_fts f JOIN referentials r ON r.search_id = f.rowid "
            "WHERE referentials_fts MATCH ? ORDER BY r.id",
            [query],
        )
    ]


def test_a_record_reads_as_published(database: Opener) -> None:
    row = database().execute("SELECT id, code, level, access, duration_months FROM referentials")
    assert row.fetchall() == [("mc3_meti-56122706", "56122706", 3, "Après un CAP.", 12)]


def test_a_code_with_leading_zero_stays_a_text(database: Opener) -> None:
    db = database(other(1, code="01022706"))
    assert db.execute("SELECT code, typeof(code) FROM referentials").fetchall() == [
        ("01022706", "text")
    ]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("referential_trades", [("mc3_meti-56122706", 1, "plombier", "plombier/ère")]),
        ("rncp_codes", [("mc3_meti-56122706", 1, "RNCP37919")]),
        ("access_levels", [("mc3_meti-56122706", 1, 3)]),
        ("access_diplomas", [("mc3_meti-56122706", 1, "CAP", "CAP")]),
        ("successions", [("mc3_meti-56122706", "replaces", 1, "01022706", None, None)]),
        ("referential_sources", [("mc3_meti-56122706", 1, "eduscol")]),
        ("trades", [("plombier", "plombier", "plombière")]),
        (
            "legal_texts",
            [
                (
                    "mc3_meti-56122706",
                    1,
                    "Arrêté du 11 octobre 2022",
                    "2022-10-11",
                    "creation",
                    None,
                    None,
                )
            ],
        ),
    ],
)
def test_lists_are_tables_of_their_own(
    database: Opener, table: str, rows: list[tuple[object, ...]]
) -> None:
    assert database().execute(f"SELECT * FROM {table}").fetchall() == rows


def test_lists_of_plain_values_are_json_columns_too(database: Opener) -> None:
    cursor = database().execute("SELECT * FROM referentials")
    row = dict(zip([name for name, *_ in cursor.description], cursor.fetchone(), strict=True))
    assert {name for name in row if name.endswith("_json")} == {
        "access_levels_json", "access_diplomas_json", "rncp_codes_json", "replaces_json",
        "replaced_by_json", "sources_json",
    }  # fmt: skip
    assert json.loads(row["sources_json"]) == ["eduscol"]


def test_every_address_is_accounted_for(database: Opener) -> None:
    rows = database().execute("SELECT outcome, reason, records FROM pages ORDER BY url").fetchall()
    assert rows == [("record", None, 1), ("refused", "not-found-page", 0)]


@pytest.mark.parametrize(
    "url",
    [
        f"{SITE}/MC3_METI.html",
        f"{SITE}/MC3_METI.html".replace("https", "http"),
        f"{SITE}/mc3_meti.html",
        "https://referentiels-professionnels.eduscol.education.fr/MC3_METI.html",
    ],
)
def test_a_record_is_linked_to_the_address_it_was_read_from(database: Opener, url: str) -> None:
    diploma = record()
    db = database(diploma, pages=(page(diploma, url=url),))
    links = db.execute("SELECT * FROM referential_pages").fetchall()
    assert links == [(diploma.id, url)]


def test_issues_of_records_and_of_pages_stand_in_one_table(database: Opener) -> None:
    rows = database().execute("SELECT referential, issue, severity FROM issues").fetchall()
    assert rows == [
        ("mc3_meti-56122706", "missing-field", "info"),
        (None, "unclosed-document", "warning"),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "electricite",
        "ÉLECTRICITÉ",
        "coeur",
        "cœur",
        "thermiques",
        "plombiere",
        "56122706",
        '"un CAP"',
    ],
)
def test_search_finds_words_however_they_are_typed(database: Opener, query: str) -> None:
    assert search(database(), query) == ["mc3_meti-56122706"]


def test_search_does_not_find_what_is_not_there(database: Opener) -> None:
    assert search(database(record(), other(1, description=None)), "coeur") == ["mc3_meti-56122706"]


def test_search_finds_ligatures_in_trades(database: Opener) -> None:
    db = database(other(1, trades=(trade("maître d'œuvre", "maître d'œuvre", name="maitre"),)))
    assert search(db, '"maitre d oeuvre"') == ["b001-50000001"]


def test_the_search_index_is_one_that_datasette_sees(database: Opener) -> None:
    sql = database().execute("SELECT sql FROM sqlite_master WHERE name = 'referentials_fts'")
    assert 'content="referentials"' in sql.fetchone()[0]


def test_sorting_by_the_sort_key_ignores_accents(database: Opener) -> None:
    names = ("zingueur", "ébéniste", "Électricien", "boucher")
    db = database(*(other(n, name=name) for n, name in enumerate(names)))
    rows = db.execute("SELECT name FROM referentials ORDER BY sort_key").fetchall()
    assert [name for (name,) in rows] == ["boucher", "ébéniste", "Électricien", "zingueur"]


def test_tables_are_strict_and_foreign_keys_indexed(database: Opener) -> None:
    db = database()
    for table in (table for table in TABLES if not table.view):
        (strict,) = db.execute(
            "SELECT strict FROM pragma_table_list WHERE name = ?", [table.name]
        ).fetchone()
        assert strict == 1, table.name
        indexed = {
            db.execute("SELECT name FROM pragma_index_info(?) WHERE seqno = 0", [index]).fetchone()[
                0
            ]
            for (index,) in db.execute("SELECT name FROM pragma_index_list(?)", [table.name])
        }
        keys = {
            key
            for (key,) in db.execute('SELECT "from" FROM pragma_foreign_key_list(?)', [table.name])
        }
        assert keys - set(table.unsought) <= indexed, table.name


def test_the_file_says_what_it_is_and_is_not_in_wal_mode(database: Opener) -> None:
    db = database()
    assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert db.execute("PRAGMA user_version").fetchone() == (20000,)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("SELECT count(*) > 0 FROM sqlite_stat1").fetchone() == (1,)


def test_one_trade_written_in_two_ways_breaks_nothing(database: Opener) -> None:
    one = other(1, trades=(trade("chef", "cheffe"),))
    two = other(2, trades=(trade("chef", "chèfe"),))
    db = database(one, two)
    assert db.execute("SELECT masculine, feminine FROM trades").fetchall() == [("chef", "cheffe")]
    assert db.execute("SELECT count(*) FROM referential_trades").fetchone() == (2,)
    issues = db.execute("SELECT referential, value FROM issues WHERE issue = 'trade-forms-differ'")
    assert issues.fetchall() == [(two.id, "chef / chèfe")]


def test_an_nsf_group_outside_the_vocabulary_gets_a_row(database: Opener) -> None:
    db = database(record(nsf_code="999", nsf_label="Inconnu"))
    row = db.execute("SELECT label FROM nsf_groups WHERE nsf_code = '999'").fetchone()
    assert row == ("Inconnu",)


def test_a_database_of_nothing_can_be_made(database: Opener, tmp_path: Path) -> None:
    dataset = sample(pages=(), rejected=(), issues=(), evidence=(), sources=())
    write_tables(dataset, History(), tmp_path)
    opened = sqlite3.connect(tmp_path / "referentials.db")
    assert opened.execute("SELECT count(*) FROM pages").fetchone() == (0,)


def test_the_same_build_gives_the_same_bytes(tmp_path: Path) -> None:
    dataset = sample(*(other(n) for n in range(50)))
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write_tables(dataset, History(), tmp_path / name)
    first, second = (tmp_path / name / "referentials.db" for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()


def test_a_broken_database_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "referentials.db"
    write_tables(sample(), History(), tmp_path)
    before = path.read_bytes()
    nobody = listed("40025303", "autre").model_copy(update={"referential": "nobody"})
    with pytest.raises((BrokenDatabase, sqlite3.IntegrityError)):
        write_tables(sample(reconciliation=[nobody]), History(), tmp_path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.glob("referentials.db*")] == ["referentials.db"]


TEXTS = st.text(min_size=1, max_size=60).map(clean).filter(bool)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXTS, min_size=6, max_size=9))
def test_any_text_comes_back_as_it_was(tmp_path: Path, texts: list[str]) -> None:
    """Several in one database, since writing the tables takes longest."""
    records = [other(n, name=text, description=text) for n, text in enumerate(texts)]
    write_tables(sample(*records), History(), tmp_path)
    rows = sqlite3.connect(tmp_path / "referentials.db").execute(
        "SELECT name, description FROM referentials ORDER BY id"
    )
    assert rows.fetchall() == [(text, text) for text in texts]


def test_markup_in_texts_stays_text(database: Opener) -> None:
    text = "<script>alert('x')</script> & <b>gras</b>"
    assert database(record(description=text)).execute(
        "SELECT description FROM referentials"
    ).fetchone() == (text,)


@pytest.mark.parametrize("view", ["v_referentiels", "v_metiers", "v_changements"])
def test_views_can_be_read_whole(database: Opener, view: str) -> None:
    db = database(record(), other(1))
    count = {"v_referentiels": 2, "v_metiers": 2, "v_changements": 0}[view]
    assert len(db.execute(f"SELECT * FROM {view}").fetchall()) == count


def test_foreign_keys_point_at_the_primary_key(database: Opener) -> None:
    """Datasette links a row by its primary key: a key to another column leads to a 404."""
    db = database()
    for table in TABLES:
        for target, column in db.execute(
            'SELECT "table", "to" FROM pragma_foreign_key_list(?)', [table.name]
        ):
            keys = db.execute("SELECT name FROM pragma_table_info(?) WHERE pk > 0", [target])
            assert keys.fetchall() == [(column,)], (table.name, target)


def listed(code: str, title: str, source: str = "list") -> ReconciliationRow:
    return ReconciliationRow(
        source=source, document=code, match="none", referential=None, code=code, title=title,
        url=None, candidates=(), disagrees=(), in_list=True, successors=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((listed("56122706", "du titre"),), 1),
        ((listed("40025303", "autre"),), 0),
        ((listed("56122706", "du titre", "onisep"),), None),
    ],
    ids=["listed", "not-listed", "no-list"],
)
def test_a_record_says_whether_the_official_list_has_it(
    database: Opener, rows: tuple[ReconciliationRow, ...], expected: int | None
) -> None:
    db = database(reconciliation=rows)
    assert db.execute("SELECT in_official_list FROM referentials").fetchone() == (expected,)
    shown = {1: "oui", 0: "non", None: None}[expected]
    assert db.execute("SELECT dans_la_liste FROM v_referentiels").fetchone() == (shown,)


@pytest.mark.parametrize("view", ["v_referentiels", "v_metiers", "v_acces"])
def test_what_tells_whether_a_diploma_goes_on_stands_in_each_view(
    database: Opener, view: str
) -> None:
    """A replaced diploma of which nobody states a repeal is left out by its successor alone."""
    replaced = other(1, replaced_by=("56133002", "50000003"), access_levels=(3,))
    db = database(replaced, reconciliation=(listed(replaced.code or "", "de la liste"),))
    facts = f"SELECT DISTINCT etat, dans_la_liste, remplace_par, derniere_session FROM {view}"
    assert db.execute(facts).fetchall() == [("non précisé", "oui", "56133002 ; 50000003", None)]


def test_former_and_later_codes_bear_their_names(database: Opener) -> None:
    """The name of a record wins over a source's; one of two names is not chosen."""
    db = database(
        record(replaces=("01022706", "50000001"), replaced_by=("40025303", "40025304")),
        other(1, name="le numéro un"),
        reconciliation=(
            listed("01022706", "dans la liste"),
            listed("50000001", "autre nom dans la liste"),
            listed("40025303", "un nom", "onisep"),
            listed("40025303", "un autre", "onisep"),
        ),
    )
    rows = db.execute(
        "SELECT code, name, named_by FROM successions WHERE referential = 'mc3_meti-56122706'"
    )
    assert rows.fetchall() == [
        ("01022706", "dans la liste", "list"),
        ("50000001", "le numéro un", "referentials"),
        ("40025303", None, None),
        ("40025304", None, None),
    ]


def test_a_line_of_replacements_is_followed_to_its_end(database: Opener) -> None:
    """By records, by the list for codes without one, and out of a circle."""
    one = other(1, name="un", replaces=(), replaced_by=("01022706",))
    step = listed("01022706", "deux").model_copy(update={"successors": ("01022707",)})
    last = other(3, name="trois", replaces=("01022707",), replaced_by=("50000001",))
    rows = database(one, last, reconciliation=(step,)).execute(
        "SELECT relation, autre_code, autre_intitule, etape FROM v_successions "
        "WHERE identifiant = ?",
        [one.id],
    )
    assert rows.fetchall() == [
        ("remplace", "50000003", "trois", 1),
        ("remplace", "01022707", None, 2),
        ("remplace", "01022706", "deux", 3),
        ("remplacé par", "01022706", "deux", 1),
        ("remplacé par", "01022707", None, 2),
        ("remplacé par", "50000003", "trois", 3),
    ]


def test_an_order_that_a_list_only_dates_has_no_text_in_french(database: Opener) -> None:
    dated = LegalText(title="2022-12-09", date="2022-12-09", kind="creation", nor=None, url=None)
    named = dated.model_copy(update={"title": "Arrêté du 3 mai 2023", "date": "2023-05-03"})
    both = named.model_copy(update={"title": "Arrêté du 8 mai 2023", "date": "2023-05-08"})
    texts = (("list", dated.title), ("eduscol", named.title), ("eduscol", both.title),
             ("list", "2023-05-08"))  # fmt: skip
    told = [stated("legal_texts", source, text=text) for source, text in texts]
    db = database(record(legal_texts=(dated, named, both)), evidence=told)
    rows = db.execute("SELECT date_du_texte, texte, source FROM v_textes")
    assert rows.fetchall() == [
        ("2022-12-09", None, "list"),
        ("2023-05-03", named.title, "eduscol"),
        ("2023-05-08", both.title, "eduscol,list"),  # the list says what the order does
    ]


def test_issues_stand_in_french_the_gravest_first(database: Opener) -> None:
    lost = issue(IssueCode.INVALID_CODE, "replaces", value="4025513R")
    harmless = issue(IssueCode.MISSING_FIELD, "access")
    db = database(record(issues=(harmless, lost)), issues=())
    rows = db.execute("SELECT intitule, gravite, champ, constat, valeur FROM v_constats")
    name = record().name
    assert rows.fetchall() == [
        (name, "valeur perdue", "remplace", KINDS[IssueCode.INVALID_CODE].fr, "4025513R"),
        (name, "pour information", "accès", KINDS[IssueCode.MISSING_FIELD].fr, None),
    ]


def test_what_the_site_lacks_is_told_apart_by_type_and_successor(database: Opener) -> None:
    facts = {"level": 4, "first_session": 2014, "last_session": None, "status": "unknown"}
    lacking = listed("40022106", "Cuisine").model_copy(update={"diploma_type": "BAC_PRO", **facts})
    replaced = listed("50022139", "Cuisine").model_copy(
        update={"diploma_type": "CAP", "level": 3, "successors": (record().code,)}
    )
    db = database(reconciliation=(lacking, replaced))
    rows = db.execute(
        "SELECT type, niveau, premiere_session, etat, remplacant_ici FROM v_liste_officielle"
    )
    assert rows.fetchall() == [
        ("Bac pro", 4, 2014, "non précisé", None),
        ("CAP", 3, None, None, "oui"),
    ]
    answer = db.execute(QUESTIONS["absents_du_site"].sql).fetchall()
    assert [row[:2] for row in answer] == [("Bac pro", "Cuisine")]


def test_a_diploma_that_only_other_sources_know_was_not_read_on_the_site(
    database: Opener,
) -> None:
    known = other(1, sources=("known", "list"), source_kind="csv", status="repealed")
    rows = tuple(
        listed(one.code or "", one.name).model_copy(update={"match": "code", "referential": one.id})
        for one in (record(), known)
    )
    db = database(record(), known, reconciliation=rows)
    missing = db.execute("SELECT code_scolarite, type, niveau, etat FROM v_liste_officielle")
    assert missing.fetchall() == [(known.code, "CS", 3, "abrogé")]
    (plot,) = (plot for plot in plots(db) if plot.id == "couverture")
    assert [name for name, _ in plot.series] == ["lus sur le site", "absents du site"]
    assert sorted(counts for _, counts in plot.rows) == [(0, 1), (1, 0)]


def stated(field: str, source: str, chosen: bool = True, text: str = "") -> EvidenceRow:
    return EvidenceRow(
        referential="mc3_meti-56122706", field=field, text=text, place="1", label=None, rule="r",
        derived=False, source=source, document="d", document_sha256=None, chosen=chosen, choice="c",
    )  # fmt: skip


def test_the_diplomas_that_access_names_are_joined_to_their_types(database: Opener) -> None:
    named = ("certificats d'aptitude professionnelle", "bac pro", "bac", "bac techno", "BUT")
    db = database(record(access_diplomas=named))
    rows = db.execute("SELECT diploma, diploma_type FROM access_diplomas ORDER BY position")
    types = ("CAP", "BAC_PRO", None, None, None)
    assert rows.fetchall() == list(zip(named, types, strict=True))
    question, asked = QUESTIONS["apres_un_diplome"].sql, ("cap", "Bac pro", "bac", "BTS")
    answers = [len(db.execute(question, {"diplome": text}).fetchall()) for text in asked]
    assert answers == [1, 1, 1, 0]


def test_a_value_under_no_label_has_none(database: Opener) -> None:
    bare = stated("code", "eduscol")._replace(label="")
    db = database(evidence=(bare,))
    assert db.execute("SELECT label FROM v_evidence").fetchall() == [(None,)]


def test_the_crosswalk_names_who_states_each_pair(database: Opener) -> None:
    """A value's own source, not every source of the record; all of them where none is known."""
    fiche = listed("50000001", "sans fiche", "onisep")
    db = database(
        record(replaces=("01022706",), sources=("list", "eduscol"), nsf_code="227"),
        evidence=(stated("rncp_codes", "list"), stated("rncp_codes", "eduscol", chosen=False)),
        sources=(EDUSCOL, EDUSCOL.model_copy(update={"name": "list", "date": "2025-06"})),
        reconciliation=(fiche.model_copy(update={"document": "FOR.1", "url": "https://o/1"}),),
    )
    pairs = "SELECT code, kind, value, source, date FROM crosswalk ORDER BY code, kind, source"
    day = DAY.isoformat()
    assert db.execute(pairs).fetchall() == [
        ("50000001", "onisep", "FOR.1", "onisep", None),
        ("50000001", "page", "https://o/1", "onisep", None),
        ("56122706", "nsf", "227", "eduscol", day),
        ("56122706", "nsf", "227", "list", "2025-06"),
        ("56122706", "page", f"{SITE}/MC3_METI.html", "eduscol", day),
        ("56122706", "replaces", "01022706", "eduscol", day),
        ("56122706", "replaces", "01022706", "list", "2025-06"),
        ("56122706", "rncp", "RNCP37919", "list", "2025-06"),
    ]
    unknown = db.execute("SELECT title FROM crosswalk WHERE referential IS NULL").fetchall()
    assert unknown == [("sans fiche",), ("sans fiche",)]


def test_the_crosswalk_has_one_address_of_a_page_whoever_gives_it(database: Opener) -> None:
    """By the record that was joined, by the row of the page, else by its scheme; told once."""
    former = f"{SITE}/MC3_METI.html".replace("https:", "http:")
    rows = [
        listed("56122706", "de la page", "known").model_copy(
            update={"match": "address", "referential": record().id, "url": former.lower()}
        ),
        listed("50000001", "d'une autre page", "known").model_copy(update={"url": "http://o/A"}),
        *[listed("50000002", "sans page").model_copy(update={"document": url, "url": url})
          for url in ("http://o/2", "https://o/2", "http://o:8/2")],
    ]  # fmt: skip
    pages = [page(record()), page(other(1), url="http://o/A", canonical_url="https://o/a")]
    db = database(record(), reconciliation=rows, pages=pages)
    pairs = "SELECT code, source, value FROM crosswalk WHERE kind = 'page' ORDER BY code, source"
    assert db.execute(f"{pairs}, value").fetchall() == [
        ("50000001", "known", "https://o/a"),
        ("50000002", "list", "http://o:8/2"),
        ("50000002", "list", "https://o/2"),
        ("56122706", "eduscol", f"{SITE}/MC3_METI.html"),
        ("56122706", "known", f"{SITE}/MC3_METI.html"),
    ]


def test_evidence_names_each_document_and_rule_once(database: Opener) -> None:
    db = database(record(), other(1), other(2))
    (rows,) = db.execute("SELECT count(*) FROM evidence").fetchone()
    documents = db.execute("SELECT document FROM evidence_documents ORDER BY id").fetchall()
    rules = db.execute("SELECT count(*) FROM evidence_rules").fetchone()
    assert (rows, documents, rules) == (
        3,
        [(f"{SITE}/{name}.html",) for name in ("MC3_METI", "b001", "b002")],
        (1,),
    )
    joined = db.execute(
        "SELECT document, rule, derived FROM v_evidence WHERE referential = 'b001-50000001'"
    )
    assert joined.fetchall() == [(f"{SITE}/b001.html", "as published", 0)]


def test_the_dictionary_describes_the_flat_views_too(database: Opener) -> None:
    db = database(record(), other(1, acronym=None))
    described = dict(
        db.execute(
            "SELECT \"column\", description_fr || ' ' || filled FROM columns "
            "WHERE \"table\" = 'v_referentiels'"
        )
    )
    assert described["sigle"] == "Sigle. 1"
    assert described["code_scolarite"].endswith("un texte, qui peut commencer par 0. 2")


def test_the_view_of_joins_names_its_sources_by_their_titles(database: Opener) -> None:
    known = EDUSCOL.model_copy(update={"name": "list", "title": "Liste du ministère"})
    db = database(sources=(EDUSCOL, known))
    rows = db.execute("SELECT source, intitule_de_la_source FROM v_rapprochement").fetchall()
    assert rows == [("list", "Liste du ministère")]


def test_columns_of_views_are_explained_in_french_where_their_heading_is_not_enough(
    database: Opener,
) -> None:
    headings = {column.name: f"{column.heading}." for view in FLAT_VIEWS for column in view.columns}
    rows = database().execute(
        "SELECT \"column\", description_fr FROM columns WHERE \"table\" LIKE 'v\\_%' ESCAPE '\\' "
        "AND \"table\" <> 'v_evidence'"
    )
    repeated = {name for name, text in rows if text == headings[name]}
    assert repeated == {"sigle", "type_libelle", "adresse_du_texte", "intitule_de_la_source"}


def test_the_dictionary_describes_every_table_and_column_of_the_file(database: Opener) -> None:
    db = database()
    # without the parts that SQLite makes of an index for itself
    made = "sql LIKE 'CREATE V%' OR sql LIKE 'CREATE TABLE%STRICT%'"
    kinds = dict(
        db.execute(f"SELECT name, sql LIKE '%USING fts5%' FROM sqlite_master WHERE {made}")
    )
    described = dict(db.execute("SELECT \"table\", kind = 'index' FROM tables"))
    assert described == kinds
    columns = {
        (table, column)
        for table in kinds
        for (column,) in db.execute("SELECT name FROM pragma_table_info(?)", [table])
    }
    assert set(db.execute('SELECT "table", "column" FROM columns')) == columns
    for table in ("tables", "columns"):
        assert not db.execute(
            f"SELECT * FROM {table} WHERE description_fr = '' OR description_en = ''"
        ).fetchall()


def test_the_dictionary_counts_internal_columns_itself_and_the_view_of_evidence(
    database: Opener,
) -> None:
    db = database(record(), other(1))
    rows = db.execute('SELECT "table", "column", example, filled, rows, internal FROM columns')
    counted = {row[:2]: row[2:] for row in rows}
    assert counted["issues", "pk"][0] == "1"
    assert counted["referentials", "search_id"] == ("1", 2, 2, 1)
    evidence = db.execute("SELECT count(label), count(*) FROM v_evidence").fetchone()
    assert counted["v_evidence", "label"][1:3] == evidence
    own = db.execute("SELECT count(fill_rate_percent), count(*) FROM columns").fetchone()
    assert counted["columns", "fill_rate_percent"][1:3] == own
