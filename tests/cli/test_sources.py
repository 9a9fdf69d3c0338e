"""Pages completed by fiches and the official list, as a user gets them from the command."""

import json
import os
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import scraper
from parsers.model.identifiers import is_site_address
from schema.lexicon import Lexicon
from schema.referential import Referential
from scraper.model.known_diplomas import known_addresses, known_diplomas
from scraper.model.site import Site
from scraper.model.url import canonical, normalise
from scraper.pipeline.parse_pages import read_pages
from scraper.pipeline.reader import Reader
from scraper.state.archived_pages import archived_pages
from tests.cli.test_local_verbs import FIXTURES
from tests.cli.test_run import SITE, ids
from tests.parsers.test_corpus import equals_its_file, label
from tests.support.command import eduscol
from tests.support.corpus import CORPUS
from tests.support.line_files import rows_of

FICHES = FIXTURES / "fiches" / "onisep.xml"
PACKAGED_LIST = Path(scraper.__file__).parent / "data" / "official_list_2025-06.csv"
# What is told here stands in the data; the pages and the spreadsheet have tests of their own.
PLAIN = ("--no-site", "--no-xlsx")
# What the sample's fiches and the packaged list make of some pages, looked through by hand.
# `EDUSCOL_GOLDEN=write .venv/bin/python -m pytest tests/cli/test_sources.py -k completed` writes it
# anew.
COMPLETED = FIXTURES / "expected" / "completed.json"
GOLDEN = [
    "bac_pro_tcrm",  # a page without code or text, by address; the list by the fiche's code
    "mc3_ser",
    "bp_elec-45025517",  # in disagreement
    "bp_gouvernante-45033404",  # the list has a supplementary session; the page, the repeal
    "cap_gardien-50034406",  # by code
    "cap_mdv-50025225",  # one of three on a page, address of another host and case
    "f002-40124106-d",  # two options under one code
    "f002-40124106-e",
]


def run(data: Path, *options: str | Path) -> str:
    done = eduscol("run", "--mirror", SITE, "--data", data, *PLAIN, *options)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def publish(data: Path, *options: str | Path) -> Path:
    done = eduscol("publish", "--data", data, *PLAIN, *options)
    assert done.returncode == 0, done.stderr.decode()
    return data / "published" / "latest"


def rows(version: Path, name: str) -> list[dict[str, Any]]:
    return rows_of(version, name)


def evidence(version: Path) -> list[dict[str, Any]]:
    """The evidence with its documents and rules, as the view joins them."""
    with closing(sqlite3.connect(version / "referentials.db")) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM v_evidence")]


def index(version: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((version / "index.json").read_bytes())
    return content


@pytest.fixture(scope="module")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The version with all sources, and what its run printed."""
    folder = tmp_path_factory.mktemp("data")
    printed = run(folder, "--fiches", FICHES)
    return (folder / "published" / "latest").resolve(), printed


@pytest.fixture(scope="module")
def version(first_run: tuple[Path, str]) -> Path:
    """The version with all sources; `latest` moves on with the tests that publish others."""
    return first_run[0]


@pytest.fixture(scope="module")
def summary(first_run: tuple[Path, str]) -> str:
    """What the run with all sources printed."""
    return first_run[1]


@pytest.fixture(scope="module")
def data(version: Path) -> Path:
    """The folder with its archive."""
    return version.parent.parent


@pytest.fixture(scope="module")
def database(version: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(version / "referentials.db")) as connection:
        yield connection


def told(version: Path, name: str) -> dict[str, Any]:
    """A record without hashes, and who says what of each of its fields by which rule."""
    record = json.loads((version / "referentials" / f"{name}.json").read_bytes())
    del record["content_sha256"]
    says: dict[str, list[str]] = {}
    for seen in evidence(version):
        if seen["referential"] == name:
            mark = "" if seen["chosen"] else "not "
            line = f"{mark}{seen['source']} {seen['document']}: {seen['choice']}"
            texts = says.setdefault(seen["field"], [])
            if line not in texts:
                texts.append(line)
    return {"record": record, "evidence": says}


def test_completed_records_are_as_expected(version: Path) -> None:
    result = {name: told(version, name) for name in GOLDEN}
    if os.environ.get("EDUSCOL_GOLDEN") == "write":
        COMPLETED.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    expected = json.loads(COMPLETED.read_text("utf-8"))
    assert list(expected) == GOLDEN
    for name in GOLDEN:
        assert result[name] == expected[name], f"see COMPLETED: {COMPLETED}"


def test_every_value_has_a_source(version: Path) -> None:
    """And the sources of a record are those of its values."""
    own = {"id", "page", "url", "sources", "source_kind", "content_sha256", "issues"}
    givers: dict[str, dict[str, set[str]]] = {}
    for seen in evidence(version):
        if seen["chosen"]:
            fields = givers.setdefault(seen["referential"], {})
            fields.setdefault(seen["field"], set()).add(seen["source"])
    for record in rows(version, "referentials"):
        fields = givers[record["id"]]
        stated = {name for name, value in record.items() if value not in (None, [], "unknown")}
        assert stated - own <= set(fields), record["id"]
        assert set(record["sources"]) == set().union(*fields.values())


def test_sources_are_listed_with_licence_files_and_use(version: Path) -> None:
    sources = {source["name"]: source for source in index(version)["sources"]}
    assert {name: (source["documents"], source["refused"]) for name, source in sources.items()} == {
        "eduscol": (65, 4), "onisep": (13, 0), "list": (576, 0), "known": (209, 0),
    }  # fmt: skip
    assert "ODbL" in sources["onisep"]["licence"]
    assert "Licence Ouverte" in sources["list"]["licence"]
    used = [name for record in rows(version, "referentials") for name in record["sources"]]
    assert {name: used.count(name) for name in sources} == {
        name: source["records"] for name, source in sources.items()
    }


def test_the_reconciliation_accounts_for_what_is_known(
    database: sqlite3.Connection, data: Path
) -> None:
    count = "select count(*), count(distinct url), sum(in_list) from reconciliation"
    of_known = "where source = 'known' and document is not null"
    assert database.execute(f"{count} {of_known}").fetchone() == (209, 182, 201)
    missing = database.execute(
        f"select code from reconciliation {of_known} and not in_list order by code"
    ).fetchall()
    assert [code for (code,) in missing] == [
        "40025224", "40025225", "40025226",  # bac pro maintenance des véhicules
        "50025225", "50025226", "50025227",  # CAP maintenance des véhicules
        "50031126", "50031127",  # CAP conducteur routier de marchandises
    ]  # fmt: skip
    joined = "select match, count(*) from reconciliation where source = ? group by match"
    assert dict(database.execute(joined, ("onisep",))) == {
        "address": 10, "code": 1, "none": 2, "site-only": len(ids()) - 11,
    }  # fmt: skip
    disagree = "select disagrees_json from reconciliation where document = 'FOR.9918'"
    assert json.loads(database.execute(disagree).fetchone()[0]) == ["level", "duration_months"]


def test_the_summary_tells_of_each_source(summary: str) -> None:
    assert (
        "source     onisep: 13 documents: 10 joined by address, 1 joined by code, "
        "2 without a record, 1 disagree\n"
    ) in summary
    known = "known      209 diplomas on 182 addresses, 201 in the official list; not in it:"
    assert known in summary


def test_without_fiches_the_summary_says_once_what_is_missing_and_how_to_get_it(
    tmp_path: Path, summary: str
) -> None:
    (line,) = [line for line in run(tmp_path).splitlines() if line.startswith("missing")]
    assert "description of" in line
    assert "trades of" in line
    assert line.endswith("add --fiches onisep, or a file of fiches")
    assert "missing  " not in summary


def test_the_summary_says_how_many_values_each_source_gave(version: Path, summary: str) -> None:
    (line,) = [line for line in summary.splitlines() if line.startswith("values")]
    counts = {name: int(number) for number, name in
              (part.split() for part in line.removeprefix("values").split(", "))}  # fmt: skip
    chosen = {
        (seen["referential"], seen["field"], seen["source"])
        for seen in evidence(version)
        if seen["chosen"]
    }
    assert counts == Counter(source for _, _, source in chosen)


# One source alone.


def test_only_eduscol_is_what_the_pages_say(data: Path) -> None:
    latest = publish(data, "--only", "eduscol")
    # the addresses in the table of pages are those of the list
    assert [source["name"] for source in index(latest)["sources"]] == ["eduscol", "known"]
    read = [
        json.loads(record.record.model_dump_json())
        for page in read_pages(archived_pages(data), Reader(Lexicon.packaged()))
        for record in page.records
    ]
    records = {record["id"]: record for record in rows(latest, "referentials")}
    assert {item["id"] for item in read} == set(records)
    for item in read:
        record = records[item["id"]]
        stale = [issue for issue in record["issues"] if issue["issue"] == "stale-code"]
        record["issues"] = [issue for issue in record["issues"] if issue not in stale]
        assert {issue["source"] for issue in record["issues"]} <= {"eduscol"}
        for issue in (*record["issues"], *item["issues"]):
            del issue["source"], issue["chosen"]  # said where records are merged
        assert record == item
    assert {row["source"] for row in evidence(latest)} == {"eduscol"}
    assert rows(latest, "reconciliation") == []


@pytest.mark.parametrize(
    ("name", "records", "licence", "option"),
    [("onisep", 13, "ODbL", "--fiches"), ("list", 27, "Licence Ouverte", "--official-list")],
)
def test_another_source_alone_asks_the_site_for_nothing(
    tmp_path: Path, name: str, records: int, licence: str, option: str
) -> None:
    rows_of_list = PACKAGED_LIST.read_bytes().splitlines(keepends=True)
    (tmp_path / "list.csv").write_bytes(b"".join(rows_of_list[:30]))
    file = FICHES if name == "onisep" else tmp_path / "list.csv"
    only = ["--only", name, "--scope", "all", *PLAIN]
    data = tmp_path / "data"
    done = eduscol("run", *only, "--data", data, option, file)
    assert done.returncode == 0, done.stderr.decode()
    assert list(data.rglob("*.warc.gz")) == []
    latest = data / "published" / "latest"
    sources = {source["name"]: source["licence"] for source in index(latest)["sources"]}
    assert name in sources
    assert all(licence in source for source in sources.values())
    assert {tuple(record["sources"]) for record in rows(latest, "referentials")} == {(name,)}
    assert len(rows(latest, "referentials")) == records


def test_the_scope_all_adds_what_has_no_page(data: Path) -> None:
    latest = publish(data, "--fiches", FICHES, "--scope", "all")
    added = [
        record for record in rows(latest, "referentials") if "eduscol" not in record["sources"]
    ]
    assert {item["id"] for item in added if "onisep" in item["sources"]} == {
        "for.10000",
        "for.6598",
    }
    assert {record["id"] for record in rows(latest, "referentials")} - {
        item["id"] for item in added
    } == ids()
    # the page of the others is known, and was not in the copy of the site
    known = [item for item in added if "known" in item["sources"]]
    assert {item["url"] for item in known} <= set(map(canonical, known_addresses()))
    assert {(item["page"], item["url"]) for item in added if item not in known} == {(None, None)}
    codes = [record["code"] for record in rows(latest, "referentials") if record["code"]]
    assert {code for code in codes if codes.count(code) > 1} == {"40124106"}  # two options
    # and every source gives it in the form that the records bear
    urls = {(record["id"], record["url"]) for record in rows(latest, "referentials")}
    pairs = [pair for pair in rows(latest, "crosswalk") if pair["kind"] == "page"]
    assert {(pair["referential"], pair["value"]) for pair in pairs} <= urls
    assert len({(pair["referential"], pair["source"]) for pair in pairs}) == len(pairs)


def alone(folder: Path, *options: str | Path) -> tuple[int, Path]:
    """Exit code and version of fiches alone."""
    done = eduscol("run", "--only", "onisep", "--scope", "all", "--data", folder, *options)
    return done.returncode, folder / "published" / "latest"


def test_of_the_same_fiche_twice_the_newer_stays_whichever_comes_first(tmp_path: Path) -> None:
    text = FICHES.read_text("utf-8").replace("01/10/2025", "02/10/2025")
    newer = tmp_path / "newer.xml"
    newer.write_text(text.replace("<sigle>TCRM</sigle>", "<sigle>RM</sigle>"), "utf-8")
    for number, (first, second) in enumerate([(FICHES, newer), (newer, FICHES)]):
        code, latest = alone(tmp_path / str(number), "--fiches", first, "--fiches", second)
        assert code == 0
        (record,) = [o for o in rows(latest, "referentials") if o["code"] == "40025109"]
        assert record["acronym"] == "RM"
        issues = [o for o in rows(latest, "issues") if o["issue"] == "repeated-document"]
        assert [issue["url"] for issue in issues] == ["onisep FOR.8260"]


def test_a_refused_fiche_is_kept_and_the_rest_goes_on(tmp_path: Path) -> None:
    """One of thirteen is more than usual: it is looked at before it is published."""
    text = FICHES.read_text("utf-8").replace("<identifiant>FOR.804</identifiant>", "<identifiant/>")
    fiches = tmp_path / "fiches.xml"
    fiches.write_text(text, "utf-8")
    options = "run", "--only", "onisep", "--scope", "all", "--data", tmp_path / "data"
    refused = eduscol(*options, "--fiches", fiches)
    assert refused.returncode == 4
    told = refused.stderr.decode()
    assert "documents of the source onisep that were refused (1: " in told
    assert "modèles et moules céramiques" in told
    accepted = "--accept", "source-refused:onisep"
    code, latest = alone(tmp_path / "data", "--fiches", fiches, *accepted)
    assert code == 0
    assert len(rows(latest, "referentials")) == 12
    (rejected,) = rows(latest, "rejected")
    assert rejected["reason"] == "invalid-record"
    assert "modèles et moules céramiques" in rejected["detail"]


def test_one_fiche_in_two_forms_is_one_and_the_source_as_new_as_its_newest_file(
    tmp_path: Path,
) -> None:
    title, trades = "CAP boucher", "## Métiers associés\n\n- boucher/ère\n"
    markdown, data = tmp_path / "FOR.1_cap_boucher.md", tmp_path / "fiches.xml"
    markdown.write_text(f"# {title}\n\n**Durée:** 2 ans\n\n{trades}", "utf-8")
    data.write_text(
        "<formations><formation><identifiant>FOR.1</identifiant>"
        f"<libelle_complet>{title}</libelle_complet><duree_formation>2 ans</duree_formation>"
        "<metiers_formation><metier><nom_metier>boucher/ère</nom_metier></metier>"
        "</metiers_formation><modification_date>01/10/2025</modification_date></formation>"
        "</formations>",
        "utf-8",
    )
    for number, (first, second) in enumerate([(markdown, data), (data, markdown)]):
        code, latest = alone(tmp_path / str(number), "--fiches", first, "--fiches", second)
        assert code == 0
        assert [o for o in rows(latest, "issues") if o["issue"] == "repeated-document"] == []
        (source,) = [o for o in index(latest)["sources"] if o["name"] == "onisep"]
        assert (source["date"], source["documents"]) == ("2025-10-01", 2)


def test_a_line_break_in_the_name_of_a_fiche_is_refused(tmp_path: Path) -> None:
    (tmp_path / "FOR.1\ncap.md").write_text("# CAP boucher\n", "utf-8")
    done = eduscol("run", "--only", "onisep", "--scope", "all", "--data", tmp_path / "data",
                   "--fiches", tmp_path)  # fmt: skip
    assert done.returncode == 2
    assert r"FOR.1\ncap.md': a line break in a file's name; rename it" in done.stderr.decode()
    assert not (tmp_path / "data" / "published").exists()


def test_a_fiche_whose_id_another_one_has_is_told_and_kept_aside(tmp_path: Path) -> None:
    text = "# CAP boucher\n\n**Sigle:** {}\n\n## Métiers associés\n\n- boucher/ère\n"
    for name in ("Le boucher.md", "le_boucher.md"):
        (tmp_path / name).write_text(text.format(name[:2]), "utf-8")
    code, latest = alone(tmp_path / "data", "--fiches", tmp_path)
    assert code == 0
    (record,) = rows(latest, "referentials")
    assert record["acronym"] == "Le"
    (rejected,) = rows(latest, "rejected")
    assert (rejected["input"], rejected["reason"]) == ("onisep le_boucher", "duplicate-id")
    assert json.loads(rejected["record"])["acronym"] == "le"
    (issue,) = [issue for issue in rows(latest, "issues") if issue["issue"] == "duplicate-id"]
    assert (issue["url"], issue["value"]) == ("onisep le_boucher", "le_boucher")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--only", "onisep", "--scope", "all"], "--fiches PATH"),
        (["--only", "list"], "--scope all"),
        (["--only", "onisep", "--fiches", str(FICHES)], "--scope all"),
        (["--only", "eduscol", "--only", "nobody"], "nobody"),
        (["--fiches", "no/such/file.xml"], "no/such/file.xml"),
        (["--fiches", "no/such/folder"], "no/such/folder"),
        (["--fiches", str(FIXTURES / "life")], ".md"),
        (["--official-list", "no/such/list.csv"], "no/such/list.csv"),
        (["--official-list", str(FICHES)], "onisep.xml"),
    ],
)
def test_unusable_sources_exit_2_and_publish_nothing(
    tmp_path: Path, options: list[str], message: str
) -> None:
    done = eduscol("run", "--mirror", SITE, "--data", tmp_path, *options)
    error = done.stderr.decode()
    assert done.returncode == 2, error
    assert message in error
    assert "Traceback" not in error
    assert not (tmp_path / "published").exists()


def test_a_file_that_is_cut_off_exits_2_and_names_the_last_whole_fiche(tmp_path: Path) -> None:
    whole = FICHES.read_bytes()
    cut = tmp_path / "cut.xml"
    cut.write_bytes(whole[: whole.index(b"FOR.804")])
    done = eduscol("run", "--mirror", SITE, "--data", tmp_path / "data", "--fiches", cut)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert "FOR.9918" in line
    assert not (tmp_path / "data" / "published").exists()


# The corpus.

if CORPUS is not None:
    REAL = CORPUS / "fiches"

    def number(path: Path) -> str:
        return path.name.split("_")[0]

    def test_the_real_fiches_alone_give_what_their_files_say(tmp_path: Path) -> None:
        done = eduscol(
            "run", "--only", "onisep", "--fiches", REAL, "--scope", "all", "--data", tmp_path
        )
        assert done.returncode == 0, done.stderr.decode()
        latest = tmp_path / "published" / "latest"
        records = {
            record["id"]: Referential.model_validate_json(json.dumps(record))
            for record in rows(latest, "referentials")
        }
        paths = {number(path): path for path in REAL.glob("*.md")}
        of = {row["document"]: row["referential"] for row in rows(latest, "reconciliation")
              if row["source"] == "onisep"}  # fmt: skip
        assert len(records) == len(paths) == 286
        assert set(of) == set(paths)
        assert set(of.values()) == set(records)
        for name, path in paths.items():
            equals_its_file(records[of[name]], path)
        assert sum(record.page is not None for record in records.values()) == 69
        assert all("ODbL" in source["licence"] for source in index(latest)["sources"])

    def test_real_fiches_join_their_page_of_the_sample(tmp_path: Path) -> None:
        run(tmp_path, "--fiches", REAL)
        latest = tmp_path / "published" / "latest"
        site = Site()
        pages: dict[str, list[str]] = {}
        for record in rows(latest, "referentials"):
            pages.setdefault(site.key(normalise(record["url"]) or ""), []).append(record["id"])
        met = {row["document"]: row for row in rows(latest, "reconciliation")
               if row["source"] == "onisep" and row["document"]}  # fmt: skip
        with_page = {}
        for path in REAL.glob("*.md"):
            url = (label(path.read_text("utf-8"), "Lien") or "").partition("(")[2].rstrip(")")
            key = site.key(normalise(url) or "") if is_site_address(url) else None
            if key in pages:
                with_page[number(path)] = pages[key]
        assert len(with_page) == 44
        for name, candidates in with_page.items():
            assert met[name]["match"] == "address"
            assert met[name]["referential"] in candidates
        assert {name for name, item in met.items() if item["match"] == "address"} == set(with_page)
        assert {diploma.code for diploma in known_diplomas()} >= {
            met[name]["code"] for name in with_page
        }


def test_controls_in_a_source_reach_no_file(tmp_path: Path) -> None:
    """JSON can carry a NUL and Markdown the others; no XML and no spreadsheet can."""
    fiche = {"identifiant": "FOR.1", "libelle_complet": "CAP bou\x00langer"}
    listed, written = tmp_path / "fiches.json", tmp_path / "FOR.2_cap_vannier.md"
    listed.write_text(json.dumps({"formations": {"formation": [fiche]}}))
    written.write_text("# CAP van\x01nier\n\n**Durée:** 2 ans\n**Sigle:** V\x02\x7fN\n\n"
                       "## Métiers associés\n\n- vannier/ère\n", "utf-8")  # fmt: skip
    code, latest = alone(tmp_path / "data", "--fiches", listed, "--fiches", written)
    assert code == 0
    assert [(record["title"], record["acronym"]) for record in rows(latest, "referentials")] == [
        ("CAP boulanger", None), ("CAP vannier", "VN"),
    ]  # fmt: skip
    texts = [file for file in latest.rglob("*") if file.suffix in
             {".ndjson", ".json", ".csv", ".md", ".xml", ".html"}]  # fmt: skip
    raw = re.compile(rb"[\x00-\x02\x7f]|\\u000[0-2]|\\u007f")
    assert len(texts) > 20
    assert [file.name for file in texts if raw.search(file.read_bytes())] == []
