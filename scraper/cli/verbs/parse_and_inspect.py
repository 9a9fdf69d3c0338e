"""Verbs that read documents or their words: parse, inspect, capture, suggest-labels, normalise."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scraper.cli.options import (
    allow_host_option,
    config_option,
    contact_option,
    data_option,
    lexicon_option,
    look_option,
    reading_options,
)
from scraper.model.exit_codes import EXIT_SOME_REFUSED
from scraper.model.terminal import printable

if TYPE_CHECKING:
    from scraper.pipeline.processes import ReadOptions


def _lexicon(path: Path | None) -> Any:
    from scraper.pipeline.version_inputs import read_inputs

    return read_inputs(path).lexicon


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--url", help="Address of the one document given.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False, writable=True),
              help="File for one JSON line an input: outcome, ids, reason, issues.")  # fmt: skip
@lexicon_option
@reading_options
@config_option
def parse(
    paths: tuple[str, ...],
    url: str | None,
    report: Path | None,
    lexicon: Path | None,
    reading: "ReadOptions",
) -> None:
    """Read documents (.html .htm .md .pdf, folders of them, - for standard input) to JSON lines.

    \b
    Example: eduscol parse tests/fixtures/founding/MC3_METI.md
             eduscol parse pages/ --report report.ndjson > records.ndjson
    """
    from scraper.pipeline.processes import MANY, begin_early

    begin_early(reading)
    from scraper.cli.input_files import input_names, inputs
    from scraper.cli.parse import parse as parse_inputs
    from scraper.cli.report_file import opened
    from scraper.pipeline.reader import Reader
    from scraper.pipeline.version_inputs import read_inputs
    from scraper.pipeline.workers import workers_of

    refused = False
    words = read_inputs(lexicon)
    names = input_names(paths, url)
    workers = workers_of(reading, lambda: len(names) >= MANY)
    with (
        opened(report) as write_line,
        Reader(words.lexicon, words.lexicon_file, workers=workers) as reader,
    ):
        for outcome in parse_inputs(inputs(names, url), reader):
            for record in outcome.records:
                click.echo(record.model_dump_json())
            if outcome.refused:
                refused = True
                click.echo(printable(f"{outcome.input}: refused: {outcome.refused}"), err=True)
            write_line(outcome.report())
    sys.exit(EXIT_SOME_REFUSED if refused else 0)


@click.command()
@click.argument("target")
@click.option("--stage", type=click.Choice(["blocks", "labels", "sections", "statements"]),
              help="Show what one stage of reading made of TARGET, one line each.")  # fmt: skip
@look_option
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Every field, whole texts, and every source, believed or not.",
)
@click.option("--issues", "only_issues", is_flag=True, help="The issues only.")
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="FIELD",
    help="This field with all its sources; may be repeated.",
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="JSON lines, for programs: a record with its evidence; with --stage a part.",
)
@lexicon_option
@config_option
def inspect(
    target: str,
    stage: str | None,
    data: Path,
    everything: bool,
    only_issues: bool,
    fields: tuple[str, ...],
    as_json: bool,
    lexicon: Path | None,
) -> None:
    """Show a record: each value, its source, the text it came from, where it stood; then issues.

    TARGET is a file, or the id, page, code (in any writing) or address of records in the latest
    version. A page that no version has, or with --lexicon, is read anew from the archive: what that
    page says, without other sources. Nothing is fetched. What matters is shown; --all shows the
    rest, with the rule that chose.

    With --stage a file or an archived page is read anew up to that stage, refused pages too: the
    first stage that is wrong is the one to mend (see docs/development.md).

    \b
    Example: eduscol inspect tests/fixtures/founding/MC3_METI.md
             eduscol inspect page.html --stage labels
             eduscol inspect mc3_meti-56122706 --data data/sample --field level
             eduscol inspect b215 --data data/sample --stage sections
             eduscol inspect https://eduscol.education.fr/referentiels-professionnels/b231.html
    """
    from rich.console import Console

    class Output(Console):
        def on_broken_pipe(self) -> None:
            raise  # the error in hand: rich would end with exit code 1

    from schema.errors import Refused
    from scraper.cli.inspect import record_json, show

    if stage:
        _show_stage(stage, as_json, target, data, lexicon)
        return
    _check_fields(fields)
    console = Output(width=None if sys.stdout.isatty() or "COLUMNS" in os.environ else 160)
    try:
        records = _records_of(target, data, lexicon)
    except Refused as refused:
        click.echo(printable(f"{target}: refused: {refused}"))
        sys.exit(EXIT_SOME_REFUSED)
    for record, evidence in records:
        if as_json:
            click.echo(json.dumps(record_json(record, evidence), ensure_ascii=False))
        else:
            view: Any = "all" if everything else "issues" if only_issues else "values"
            show(record, evidence, console, view, fields)


def _records_of(target: str, data: Path, lexicon: Path | None) -> list[tuple[Any, Any]]:
    """Return the records of a target with their evidence: as published, else read anew."""
    from output.versions.published_records import published_records
    from parsers.parse import read
    from scraper.cli.inspect_target import Wanted, document_of

    latest = data / "published" / "latest"
    wanted = Wanted(target)
    if lexicon is None and wanted.may_be_published and latest.is_dir():
        published = [
            (record_read.record, record_read.evidence)
            for record_read in published_records(latest, wanted)
        ]
        if published:
            return published
    reading = read(document_of(target, data), _lexicon(lexicon))
    return [(record_read.record, record_read.evidence) for record_read in reading.records]


def _check_fields(fields: tuple[str, ...]) -> None:
    from schema.referential import Referential
    from schema.suggestions import not_known

    for name in fields:
        if name not in Referential.model_fields:
            known = [f"--field {field}" for field in Referential.model_fields]
            raise not_known("", f"--field {name}", known)


def _show_stage(stage: str, as_json: bool, target: str, data: Path, lexicon: Path | None) -> None:
    from schema.errors import Refused
    from scraper.cli.inspect_target import document_of
    from scraper.cli.stages import as_text, stage_lines

    try:
        for line in stage_lines(stage, document_of(target, data), _lexicon(lexicon)):
            click.echo(json.dumps(line, ensure_ascii=False) if as_json else as_text(line))
    except Refused as refused:
        click.echo(printable(f"{target}: refused: {refused}"), err=True)
        sys.exit(EXIT_SOME_REFUSED)


@click.command(name="suggest-labels")
@data_option
@lexicon_option
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True,
              help="How many labels and texts to print.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@config_option
def suggest_labels(data: Path, lexicon: Path | None, most: int, as_json: bool) -> None:
    """Rank the labels and texts of the archive that no lexicon knows, and propose lexicon lines.

    Nothing is fetched or changed: put the lines you agree with into a file, and publish with it.
    Of a page that is held back (page-suspect), the new answer is read; run takes it with the file.

    \b
    Example: eduscol suggest-labels --data data/live
             eduscol publish --data data/live --lexicon my-labels.csv
    """
    from scraper.cli.label_suggestions import json_lines, text_lines
    from scraper.pipeline.suggest_labels import lost_content
    from scraper.pipeline.suggest_labels import suggest_labels as suggested

    suggestions, lost = suggested(data, _lexicon(lexicon))
    if lost:
        click.echo(
            f"eduscol: the labels of the whole archive are not known: {lost_content(lost)}",
            err=True,
        )
    for line in json_lines(suggestions) if as_json else text_lines(suggestions, most):
        click.echo(line)


@click.command()
@click.argument("kind", type=click.Choice(["code", "level", "duration", "type", "trade"]))
@click.argument("values", nargs=-1)
def normalise(kind: str, values: tuple[str, ...]) -> None:
    """Normalise published values, given as arguments or as lines on standard input.

    Exit code 3 when some value was not understood: its fields are null, but for those that repeat
    its text; its issues say why.

    \b
    Example: eduscol normalise code "400-25303 M" 56122706T
             eduscol normalise trade "plombier/ère"
    """
    from scraper.cli.normalise import normalise as normalised

    lines = values or (raw.decode("utf-8", "replace").rstrip("\r\n") for raw in sys.stdin.buffer)
    is_understood = True
    for value in lines:
        fields, says_something = normalised(kind, value)
        is_understood &= says_something
        click.echo(json.dumps(fields, ensure_ascii=False))
    sys.exit(0 if is_understood else EXIT_SOME_REFUSED)


@click.command()
@click.argument("url")
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False),
              default="tests/fixtures/captured", show_default=True,
              help="Where captures are kept; not in the repository.")  # fmt: skip
@contact_option
@allow_host_option
@lexicon_option
@config_option
def capture(
    url: str, folder: Path, contact: str, allow_hosts: tuple[str, ...], lexicon: Path | None
) -> None:
    """Save a real page as a fixture: response, headers, date, hash, and the record as read.

    Review expected.json, then put your name and the day into meta.json: the tests read every
    reviewed capture.

    \b
    Example: eduscol capture https://eduscol.education.fr/referentiels-professionnels/MC3_METI.html
             --contact you@example.org
    """
    import time

    from scraper.cli.capture import capture as capture_page
    from scraper.clients.live_client import LiveSettings
    from scraper.crawl.fetch_options import FetchOptions, site_of

    site = site_of(FetchOptions(data=folder, allow_hosts=allow_hosts))
    target = capture_page(url, folder, LiveSettings(contact), site, time.sleep, _lexicon(lexicon))
    click.echo(
        f"{target}: review expected.json, then fill reviewed_by and reviewed_on in meta.json"
    )
