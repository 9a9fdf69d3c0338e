r"""Run the commands and queries of the documents and compare what they print.

A ```console block holds commands (`$ command`, with here-documents and `\` at the end of a line)
and their output. A ```sql block is run on the sample version, and the ```text block directly below
it is its output. Both are left out where the line above is `<!-- not run: reason -->`.

`python -m tests.support.document_blocks` writes the present outputs into the documents: read the
difference before it is committed.
"""

import os
import re
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from scraper.pipeline.readings_cache import NAME
from tests.support.command import invoke, shared_readings

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LATEST = Path("data/sample/published/latest")
MAKE_RUN = (
    "eduscol run --mirror tests/fixtures/site --fiches tests/fixtures/fiches/onisep.xml "
    "--fiches tests/fixtures/fiches/thin_pages.xml --data data/sample"
)
_FENCE = re.compile(r"^```(\w*)\s*$")
_NOT_RUN = re.compile(r"^<!-- not run: (\S.*) -->$")
# A call without variables, redirections and patterns; what its output is piped into.
_CALL = re.compile(r"eduscol ([^|&;<>$`*?\\~\n]+)(?:\|([^&;<>$`\n]+))?")
_HEREDOC = re.compile(r"<<-?\s*'?(\w+)'?")
# The hash in a version's name changes with the code that made it.
_VERSION = re.compile(r"\b([0-9]{8})-[0-9a-f]{8}\b")
_SECONDS = 120


class Block(NamedTuple):
    """A fenced block: its kind, its first line and last line (0-based, without the fences), and the
    reason why it is not run, if one is given.
    """

    kind: str
    start: int
    end: int
    not_run: str | None


class Step(NamedTuple):
    """A command or query, its expected output, and the lines of the document that hold it."""

    kind: str
    text: str
    expected: str
    start: int
    end: int


def blocks(lines: list[str]) -> Iterator[Block]:
    """The fenced blocks of a document, in order."""
    opened: tuple[str, int] | None = None
    for number, line in enumerate(lines):
        fence = _FENCE.match(line)
        if not fence:
            continue
        if opened is None:
            opened = (fence[1], number)
            continue
        kind, first = opened
        above = _NOT_RUN.match(lines[first - 1]) if first else None
        yield Block(kind, first + 1, number, above[1] if above else None)
        opened = None
    if opened is not None:
        raise ValueError(f"line {opened[1] + 1}: a block that is not closed")


def steps(lines: list[str]) -> Iterator[Step]:
    """Commands and queries to be run, each with its expected output."""
    outcome = list(blocks(lines))
    for number, block in enumerate(outcome):
        if block.not_run:
            continue
        if block.kind == "console":
            yield from _commands(lines, block)
        elif block.kind == "sql":
            output = outcome[number + 1] if number + 1 < len(outcome) else None
            between = lines[block.end + 1 : output.start - 1] if output else []
            if output is None or output.kind != "text" or any(between):
                raise ValueError(f"line {block.end + 1}: a query without a ```text block below it")
            query = "\n".join(lines[block.start : block.end])
            expected = "\n".join(lines[output.start : output.end])
            yield Step("sql", query, expected, output.start, output.end)


def _commands(lines: list[str], block: Block) -> Iterator[Step]:
    at = block.start
    while at < block.end:
        if not lines[at].startswith("$ "):
            raise ValueError(f"line {at + 1}: output before a command; begin commands with '$ '")
        command = [lines[at][2:]]
        end_word = _HEREDOC.search(command[0])
        at += 1
        while at < block.end and (command[-1].endswith("\\") or end_word):
            command.append(lines[at])
            at += 1
            if end_word and command[-1] == end_word[1]:
                end_word = None
        start = at
        while at < block.end and not lines[at].startswith("$ "):
            at += 1
        yield Step("console", "\n".join(command), "\n".join(lines[start:at]), start, at)


def run_sql(query: str, database: Path) -> str:
    """The rows of a query as a table: heading, rule, columns of equal width, as the command
    `sqlite3 -header -column` prints them: nothing where there is no row.
    """
    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
    try:
        cursor = connection.execute(query)
        head = [column[0] for column in cursor.description]
        rows = [["" if cell is None else str(cell) for cell in row] for row in cursor]
    finally:
        connection.close()
    if not rows:
        return ""
    widths = [max(len(row[number]) for row in [head, *rows]) for number in range(len(head))]
    table = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    )


def run_command(command: str, folder: Path) -> str:
    """Output and errors of a command in `folder`; a call of `eduscol` is made in this process, any
    other line by bash, with `eduscol` on the path.
    """
    if call := _CALL.fullmatch(command):
        done_here = invoke(*shlex.split(call[1]), folder=folder, COLUMNS="100")
        if not call[2]:
            return _shown(done_here.output, folder)
        return _shown(done_here.stderr + _by_bash(call[2], folder, done_here.stdout), folder)
    return _shown(_by_bash(command, folder), folder)


def _by_bash(command: str, folder: Path, given: str = "") -> str:
    """Output and errors of a command that reads `given`."""
    program = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{program}:{os.environ['PATH']}", "COLUMNS": "100"}
    environment.pop("EDUSCOL_CORPUS", None)
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, text=True, timeout=_SECONDS,
        input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    return done.stdout


def _shown(output: str, folder: Path) -> str:
    """An output as documents show it: without the names of the folder and of programs."""
    text = _VERSION.sub(r"\1-xxxxxxxx", output.replace(str(folder.resolve()), "…"))
    lines = text.splitlines()
    return "\n".join(line.rstrip() for line in lines)


def prepare(folder: Path) -> None:
    """Make `folder` look like a clone in which `make run` was called."""
    folder.mkdir(exist_ok=True)
    for name in ("tests", "examples", "output", "schema"):
        if (ROOT / name).exists():
            (folder / name).symlink_to(ROOT / name)
    for data in ("sample", "rehearsal"):  # what was read for the one is not read again
        (folder / "data" / data).mkdir(parents=True)
        (folder / "data" / data / NAME).symlink_to(shared_readings())
    output = run_command(MAKE_RUN, folder)
    if not (folder / LATEST).exists():
        raise RuntimeError(output)


def result(step: Step, folder: Path) -> str:
    """The output of a step in a prepared folder; what prepared it is not called again."""
    if step.text == MAKE_RUN:
        return step.expected
    if step.kind == "sql":
        try:
            return run_sql(step.text, folder / LATEST / "referentials.db")
        except sqlite3.Error as error:
            return f"error: {error}"
    return run_command(step.text, folder)


def matches(expected: str, output: str) -> bool:
    """Whether an output is the expected one; a line `...` stands for any lines."""
    pattern = "".join(
        r"(?:.*\n)*" if line == "..." else re.escape(line.rstrip()) + "\n"
        for line in expected.splitlines()
    )
    return re.fullmatch(pattern, output + "\n" if output else "") is not None


def rewritten(path: Path, folder: Path) -> str:
    """The document with the present outputs in the place of those that differ."""
    lines = path.read_text("utf-8").splitlines()
    replacements = [(step, result(step, folder)) for step in steps(lines)]
    for step, output in reversed(replacements):
        if not matches(step.expected, output):
            lines[step.start : step.end] = output.splitlines()
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the present outputs into the documents named, or into all."""
    paths = [Path(name).resolve() for name in sys.argv[1:]] or DOCUMENTS
    with TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        for path in paths:
            text = rewritten(path, folder)
            if text != path.read_text("utf-8"):
                path.write_text(text, "utf-8")
                print(f"{path.relative_to(ROOT)}: outputs replaced; read the difference")


if __name__ == "__main__":
    main()
