"""The command line: thin verbs over the library. Imports stay inside the verbs, so that help is
quick.
"""

import errno
import json
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import click

from scraper.cli.environment import is_alone
from scraper.cli.options import (
    accept_option,
    allow_host_option,
    completion_options,
    config_option,
    contact_option,
    data_option,
    lexicon_option,
    parquet_option,
    source_options,
)

EXIT_BUG, EXIT_USAGE, EXIT_SOME_REFUSED, EXIT_NOT_PUBLISHED, EXIT_LATER = 1, 2, 3, 4, 75


class _Group(click.Group):
    """Maps our errors to exit codes and one line on stderr."""

    def invoke(self, ctx: click.Context) -> Any:
        from schema.errors import EduscolError, RefusedToPublish, TryLater

        try:
            return super().invoke(ctx)
        except TryLater as error:
            click.echo(f"eduscol: {error}", err=True)
            sys.exit(EXIT_LATER)
        except RefusedToPublish as error:
            click.echo(f"eduscol: {error}", err=True)
            sys.exit(EXIT_NOT_PUBLISHED)
        except EduscolError as error:
            click.echo(f"eduscol: {error}", err=True)
            sys.exit(EXIT_USAGE)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            click.echo(f"eduscol: {error.filename or 'output'}: {error.strerror}", err=True)
            sys.exit(EXIT_USAGE)


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done · 1 a fault of the program · 2 wrong usage or unusable input · 3 "
    "parse, inspect: some input was refused · 4 a check failed; verify: damage; replay: not the "
    "same · 75 try again later.",
)
@click.version_option(package_name="eduscol-referentials", prog_name="eduscol")
def cli() -> None:
    """French professional-diploma référentiels of Eduscol as validated SQLite and JSON.

    \b
    Example: eduscol run --mirror tests/fixtures/site --data data/try
    """


def main() -> None:
    """Entry point of the console command."""
    if not is_alone():
        click.echo(
            "eduscol: another package named schema is installed; use an environment of its own",
            err=True,
        )
        sys.exit(EXIT_USAGE)
    if sys.flags.optimize > 1:  # the schemas take descriptions from docstrings
        click.echo("eduscol: runs without PYTHONOPTIMIZE=2 (-OO) only; unset it", err=True)
        sys.exit(EXIT_USAGE)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    cli(prog_name="eduscol")


def _stop(_number: int, _frame: FrameType | None) -> None:
    """End at once, as after a kill: what is half done bears a temporary name, and the next run
    removes it. An exception might be taken on its way for one of bad data.
    """
    os.write(2, b"eduscol: stopped; run the same command again\n")
    os._exit(EXIT_LATER)


def _lexicon(path: Path | None) -> Any:
    from scraper.pipeline.inputs import recipe_of

    return recipe_of(path).lexicon


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--url", help="Address of the one document given.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False, writable=True),
              help="File for one JSON line an input: outcome, ids, reason, issues.")  # fmt: skip
@lexicon_option
@config_option
def parse(
    paths: tuple[str, ...], url: str | None, report: Path | None, lexicon: Path | None
) -> None:
    """Read documents (.html .htm .md .pdf, folders of them, - for standard input) to JSON lines.

    \b
    Example: eduscol parse tests/fixtures/founding/MC3_METI.md
             eduscol parse pages/ --report report.ndjson > records.ndjson
    """
    from scraper.cli.documents import inputs
    from scraper.cli.parse import parse as parse_inputs
    from scraper.cli.report_file import opened

    refused = False
    words = _lexicon(lexicon)
    with opened(report) as write_line:
        for one in parse_inputs(inputs(paths, url), words):
            for record in one.records:
                click.echo(record.model_dump_json())
            if one.refused:
                refused = True
                click.echo(f"{one.input}: refused: {one.refused}", err=True)
            write_line(one.report())
    sys.exit(EXIT_SOME_REFUSED if refused else 0)


@cli.command()
@click.argument("target")
@data_option
@lexicon_option
@config_option
def inspect(target: str, data: Path, lexicon: Path | None) -> None:
    """Show a record: each value, who says it, the text it came from, where it stood; then issues.

    TARGET is a file, or the id, page, code or address of records in the latest version: then with
    what every source says and the rule that chose. An address that no version has, or with
    --lexicon, is read anew from the archive. Nothing is fetched.

    \b
    Example: eduscol inspect tests/fixtures/founding/MC3_METI.md
             eduscol inspect mc3_meti-56122706 --data data/sample
             eduscol inspect https://eduscol.education.fr/referentiels-professionnels/b231.html
    """
    from rich.console import Console

    from output.versions.read import published_records
    from parsers.parse import read
    from schema.errors import Refused
    from scraper.cli.inspect import show, show_published
    from scraper.cli.lookup import Wanted, document_of

    console = Console(width=None if sys.stdout.isatty() else 160)
    latest = data / "published" / "latest"
    wanted = Wanted(target)
    if lexicon is None and wanted.may_be_published and latest.is_dir():
        found = list(published_records(latest, wanted))
        for one in found:
            show_published(one.record, one.evidence, console)
        if found:
            return
    try:
        reading = read(document_of(target, data), _lexicon(lexicon))
    except Refused as refused:
        click.echo(f"{target}: refused: {refused}")
        sys.exit(EXIT_SOME_REFUSED)
    for record, evidence in reading.records:
        show(record, evidence, console)


@cli.command()
@click.argument("kind", type=click.Choice(["code", "level", "duration", "type", "trade"]))
@click.argument("values", nargs=-1)
def normalise(kind: str, values: tuple[str, ...]) -> None:
    """Normalise published values, given as arguments or as lines on standard input.

    \b
    Example: eduscol normalise code "400-25303 M" 56122706T
             eduscol normalise trade "plombier/ère"
    """
    from scraper.cli.normalise import normalise as normalised

    lines = values or (raw.decode("utf-8", "replace").rstrip("\r\n") for raw in sys.stdin.buffer)
    for value in lines:
        click.echo(json.dumps(normalised(kind, value), ensure_ascii=False))


@cli.command()
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
    from scraper.clients.polite import LiveSettings
    from scraper.crawl.options import FetchOptions, site_of

    site = site_of(FetchOptions(data=folder, allow_hosts=allow_hosts))
    target = capture_page(url, folder, LiveSettings(contact), site, time.sleep, _lexicon(lexicon))
    click.echo(
        f"{target}: review expected.json, then fill reviewed_by and reviewed_on in meta.json"
    )


@cli.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a record.

    \b
    Example: eduscol schema > schema.json
    """
    from schema.json_schema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def _fetched(
    max_time: float | None, warc: tuple[Path, ...], captures: tuple[Path, ...], **options: Any
) -> Any:
    """Run `scraper.crawl.run` with a progress bar on a terminal, and say what came of it."""
    from scraper.cli.progress import progress
    from scraper.crawl.options import FetchOptions
    from scraper.crawl.run import fetch as fetch_pages

    if captures and not warc:
        raise click.UsageError(f"unexpected argument {captures[0]}; WARC files follow --warc")
    warcs = (*warc, *captures)
    if warcs and options["mirror"]:
        raise click.UsageError(
            "--mirror and --warc both stand in for the network: give one of them"
        )
    with progress() as on_progress:
        report = fetch_pages(FetchOptions(max_seconds=max_time, warc=warcs, **options), on_progress)
    counted = ", ".join(f"{number} {name}" for name, number in sorted(report.outcomes.items()))
    click.echo(f"addresses  {report.known} known: {counted or 'none asked for'}")
    if report.failures:
        failed = ", ".join(f"{number} {name}" for name, number in sorted(report.failures.items()))
        click.echo(f"failures   {failed}")
    return report


def _fetch_sources(addresses: tuple[str, ...], options: dict[str, Any]) -> None:
    """Fetch the files of sources as the options for pages say, and say what came of it."""
    from scraper.crawl.options import FetchOptions
    from scraper.pipeline.report import counted
    from scraper.sources.remote_files import fetch_sources

    names = ("data", "contact", "allow_hosts", "rate", "sample", "full")
    report = fetch_sources(FetchOptions(**{name: options[name] for name in names}), addresses)
    click.echo(f"fetched    {len(addresses)} files of sources: {counted(report.outcomes)}")


@cli.command()
@source_options
def fetch(**options: Any) -> None:
    """Bring the archive up to date with the site; publish nothing.

    Stopped by a limit, a signal or a fault it exits 75, and goes on when called again. What came
    of each address is counted: new, changed, same, not-modified (304), alias (leads to a page
    known under another address), gone, failed (why: below it), robots (not allowed), not-tried,
    not-in-copy. A soft-error is an error page sent with status 200.

    \b
    Example: eduscol fetch --contact you@example.org --max-pages 5 --data data/live
    """
    report = _fetched(**options)
    report.raise_for_later()


@cli.command()
@source_options
@completion_options
@lexicon_option
@parquet_option
@accept_option
@click.pass_obj
def run(
    config: Any,
    /,
    lexicon: Path | None,
    accept: tuple[str, ...],
    fiches: tuple[Any, ...],
    official_list: Any,
    only: tuple[Any, ...],
    scope: Any,
    parquet: bool,
    **options: Any,
) -> None:
    """The whole way: fetch the pages, read them, publish a version.

    Before the pages, the files of other sources are fetched whose address is given, and nothing
    else from there. When that fails, the file that came last is taken, and an issue tells. With
    --mirror or --warc nothing is asked for, and the file that came last is taken too.

    \b
    Example: eduscol run --mirror tests/fixtures/site --data data/sample
             eduscol run --contact you@example.org --data data/live
             eduscol run --config eduscol.toml
    """
    from scraper.crawl.lock import locked
    from scraper.pipeline.inputs import recipe_of
    from scraper.pipeline.publish import publish_archive
    from scraper.sources.given import Given
    from scraper.sources.remote_files import located

    given = Given(fiches, official_list, only, scope)
    recipe = recipe_of(lexicon, config.content, None, parquet)
    with locked(options["data"]):
        if given.addresses and not options["mirror"] and not options["warc"]:
            _fetch_sources(given.addresses, options)
        recipe = replace(recipe, sources=located(options["data"], given))
        if recipe.sources.with_pages:
            _fetched(**options).raise_for_later()
        publish_archive(options["data"], recipe, config.gates, accept)


@cli.command()
@data_option
@completion_options
@lexicon_option
@parquet_option
@accept_option
@config_option
@click.pass_obj
def publish(
    config: Any,
    /,
    data: Path,
    lexicon: Path | None,
    accept: tuple[str, ...],
    parquet: bool,
    **sources: Any,
) -> None:
    """Make a version offline: from the archive, with the current code and lexicon.

    \b
    Example: eduscol publish --data data/live --lexicon my-labels.csv
    """
    from scraper.pipeline.inputs import recipe_of
    from scraper.pipeline.publish import publish_archive
    from scraper.sources.given import Given
    from scraper.sources.remote_files import located

    recipe = recipe_of(lexicon, config.content, located(data, Given(**sources)), parquet)
    publish_archive(data, recipe, config.gates, accept)


@cli.command()
@data_option
@completion_options
@lexicon_option
@parquet_option
@config_option
@click.pass_obj
def check(config: Any, /, data: Path, lexicon: Path | None, parquet: bool, **sources: Any) -> None:
    """Run the checks that stand before a publication, and publish nothing.

    \b
    Example: eduscol check --data data/live
    """
    from output.publish.publish import check as check_version
    from scraper.pipeline.inputs import recipe_of
    from scraper.pipeline.publish import made_of, now
    from scraper.sources.given import Given
    from scraper.sources.remote_files import located

    recipe = recipe_of(lexicon, config.content, located(data, Given(**sources)), parquet)
    with now(data, recipe) as moment:
        made = made_of(moment, recipe)
    checks = check_version(made.build, data / "published", limits=config.gates)
    for one in checks:
        if not one.passed:
            click.echo(f"{one.level:8} {one.name}: {one.explanation}")
    passed = sum(one.passed for one in checks)
    click.echo(f"{passed} of {len(checks)} checks passed")
    failed = [one for one in checks if not one.passed and one.level == "fatal"]
    sys.exit(EXIT_NOT_PUBLISHED if failed else 0)


@cli.command()
@click.argument("old")
@click.argument("new", default="latest")
@data_option
@click.option("--json", "as_json", is_flag=True, help="One JSON line a change, for programs.")
def diff(old: str, new: str, data: Path, as_json: bool) -> None:
    """Show what changed between two versions: names, latest, or folders of versions.

    \b
    Example: eduscol diff 20261101-0a1b2c3d latest --data data/live
    """
    from output.diff.compare import diff as compare
    from output.formats.changelog import diff_text
    from output.formats.json_files import lines

    rows = compare(data / "published", old, new)
    for part in lines(rows) if as_json else [diff_text(rows)]:
        click.echo(part, nl=False)


@cli.command()
@click.argument("version", default="latest")
@data_option
def replay(version: str, data: Path) -> None:
    """Make a published version again from the archive and compare; publish nothing.

    Exit code 4, and the reason, when it is not the same.

    \b
    Example: eduscol replay --data data/live
             eduscol replay 20261101-0a1b2c3d --data data/live
    """
    from scraper.pipeline.replay import replay as replay_version

    for line in replay_version(data, version):
        click.echo(line)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
def verify(folder: Path) -> None:
    """Check a published version: sums, counts, keys, schema version.

    \b
    Example: eduscol verify data/live/published/latest
    """
    from output.versions.verify import faults
    from schema.errors import RefusedToPublish, UnusableInput

    if not folder.is_dir():
        raise UnusableInput(f"{folder}: no such folder; give the folder of a version")
    if not any((folder / name).exists() for name in ("index.json", "SHA256SUMS")):
        raise UnusableInput(
            f"{folder}: no version; give a folder such as {folder}/published/latest"
        )
    found = faults(folder)
    for one in found:
        click.echo(one)
    if found:
        raise RefusedToPublish(f"{folder}: damaged; take the version again from where it came")
    click.echo(f"{folder}: whole")
