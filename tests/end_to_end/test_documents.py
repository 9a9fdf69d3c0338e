"""The commands and queries of README and docs/ print what the documents show."""

import re
from pathlib import Path

import pytest
from filelock import FileLock

from output.tables.data_dictionary import ALL_TABLES
from tests.support.document_blocks import (
    DOCUMENTS,
    LATEST,
    ROOT,
    blocks,
    matches,
    prepare,
    result,
    run_sql,
    steps,
)
from tests.support.generated_pages import PAGES
from tests.support.shared_folder import shared_folder

_LINK = re.compile(r"\]\(([^)\s]+)\)")
# The documents for those who change the code: elsewhere a path may be that of a version's file.
OF_THE_CODE = [
    ROOT / "CONTRIBUTING.md",
    *(ROOT / "docs" / name for name in ("architecture.md", "development.md", "benchmarks.md")),
    *sorted((ROOT / "docs" / "decisions").glob("*.md")),
]
_FOLDERS = ("docs", "examples", "output", "parsers", "schema", "scraper", "tests")
_PATH = re.compile(rf"`((?:{'|'.join(_FOLDERS)})/[\w./*-]*|[\w/*]+\.py)`")
_NAME_IN_FILE = re.compile(r"`(\w+)`,? (?:in |\()`([\w/]+\.py)`")
_MAKE = re.compile(r"`(?:[A-Z_]+=\S+ )?make ([a-z-]+)")
_FILE_WITH_NAME = re.compile(r"`([\w/]+\.py)` \(`(\w+)`")

STEPS = {path: list(steps(path.read_text("utf-8").splitlines())) for path in DOCUMENTS}


@pytest.fixture(scope="session")
def clone() -> Path:
    """A folder in which the sample was published as `make run` does: one for all processes."""
    folder = shared_folder() / "clone"
    with FileLock(folder.with_suffix(".lock")):
        if not (folder / LATEST).exists():
            prepare(folder)
    return folder


@pytest.mark.parametrize(
    "path",
    [path for path in DOCUMENTS if STEPS[path]],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_every_document_prints_what_it_shows(clone: Path, path: Path) -> None:
    """In its order: a command may build on those above it, and on the sample alone otherwise."""
    different = [
        f"{path.relative_to(ROOT)}:{step.start + 1}: {step.text}\n{output}"
        for step in STEPS[path]
        if not matches(step.expected, output := result(step, clone))
    ]
    assert not different, "\n\n".join(different)


def test_every_runnable_block_is_run_or_says_why_not() -> None:
    """A ```sh block, or one with `eduscol` in it of another kind, would never be compared."""
    unmarked = [
        f"{path.name}:{block.start}"
        for path in DOCUMENTS
        for lines in [path.read_text("utf-8").splitlines()]
        for block in blocks(lines)
        if block.kind in {"sh", "bash", "shell"} and not block.not_run
    ]
    assert unmarked == []


def test_every_link_leads_to_a_file() -> None:
    lost = [
        f"{path.relative_to(ROOT)}: {target}"
        for path in DOCUMENTS
        for target in _LINK.findall(path.read_text("utf-8"))
        if not target.startswith(("http", "#"))
        and not (path.parent / target.partition("#")[0]).exists()
    ]
    assert lost == []


def _files(named: str) -> list[Path]:
    """The files and folders of a path as documents write it: from the root, from `tests`, or of a
    file beside those named before it.
    """
    found = [path for root in (ROOT, ROOT / "tests") for path in root.glob(named)]
    return found or [path for folder in _FOLDERS for path in (ROOT / folder).rglob(named)]


@pytest.mark.parametrize("path", OF_THE_CODE, ids=lambda path: path.stem)
def test_every_file_and_name_of_the_code_is_there(path: Path) -> None:
    text = path.read_text("utf-8")
    assert [named for named in _PATH.findall(text) if not _files(named)] == []
    pairs = [*_NAME_IN_FILE.findall(text), *((n, f) for f, n in _FILE_WITH_NAME.findall(text))]
    assert [
        f"{name} in {file}"
        for name, file in pairs
        if not any(re.search(rf"\b{name}\b", found.read_text("utf-8")) for found in _files(file))
    ] == []


def test_every_target_of_make_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {name for path in DOCUMENTS for name in _MAKE.findall(path.read_text("utf-8"))}
    assert {"test", "run", "soak"} <= named <= targets


def test_every_table_is_named_where_querying_is_explained() -> None:
    text = (ROOT / "docs" / "querying.md").read_text("utf-8")
    assert [table.name for table in ALL_TABLES if f"`{table.name}`" not in text] == []


def test_the_readme_stays_short() -> None:
    assert len((ROOT / "README.md").read_bytes()) <= 10_240


@pytest.mark.parametrize("path", PAGES)
def test_a_generated_page_is_the_present_one(path: str) -> None:
    present = (ROOT / path).read_text("utf-8") == PAGES[path]()
    assert present, f"{path} is of another model: run `make docs`"


def test_a_changed_output_is_found(tmp_path: Path) -> None:
    database = tmp_path / "x.db"
    database.touch()
    lines = [
        "```sql",
        "SELECT 1 AS a, NULL AS b;",
        "```",
        "",
        "```text",
        "a  b",
        "-  -",
        "2",
        "```",
    ]
    (step,) = steps(lines)
    assert run_sql(step.text, database) == "a  b\n-  -\n1"
    assert not matches(step.expected, run_sql(step.text, database))


def test_a_query_without_output_is_refused() -> None:
    with pytest.raises(ValueError, match="without a ```text block"):
        list(steps(["```sql", "SELECT 1;", "```"]))


def test_lines_left_out_match_any_lines() -> None:
    assert matches("a\n...\nd", "a\nb\nc\nd")
    assert not matches("a\n...\nd", "a\nb\nc")
