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
