"""Verbs that publish, or would: publish, check, replay."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scraper.cli.options import (
    accept_option,
    completion_options,
    config_option,
    data_option,
    format_options,
    json_option,
    lexicon_option,
    log_options,
    named_sources,
    reading_options,
    schedule_options,
)
from scraper.model.exit_codes import EXIT_CHECK_FAILED

if TYPE_CHECKING:
    from scraper.cli.config import Config
    from scraper.pipeline.processes import ReadOptions
    from scraper.sources.source_options import SourceOptions


@click.command()
@data_option
@completion_options
@lexicon_option
@format_options
@accept_option
@reading_options
@schedule_options
@json_option
@log_options
@config_option
@click.pass_obj
def publish(
    config: "Config",
    /,
    data: Path,
    lexicon: Path | None,
    accept: tuple[str, ...],
    formats: tuple[str, ...],
    every_days: int,
    grace_days: int,
    as_json: bool,
    reading: "ReadOptions",
    **sources: Any,
) -> None:
    """Make a version offline: from the archive, with the current code and lexicon.

    \b
    Example: eduscol publish --data data/live --lexicon my-labels.csv
    """
    from scraper.pipeline.processes import begin_early

    begin_early(reading)
    from scraper.cli.report_and_notify import recorded_call
    from scraper.cli.summary import print_publication
    from scraper.operations.publish_and_report import publish_recorded
    from scraper.pipeline.build_version import Schedule
    from scraper.pipeline.version_inputs import read_inputs

    with recorded_call("publish", data, config, as_json) as recorder:
        options = _located(data, named_sources(**sources))
        inputs = read_inputs(lexicon, config.content, options, formats)
        schedule = Schedule(every_days, grace_days)
        publication = publish_recorded(
            recorder, data, inputs, config.gates, accept, schedule, reading
        )
        print_publication(publication, as_json)


@click.command()
@data_option
@completion_options
@lexicon_option
@format_options
@reading_options
@config_option
@click.option("--suggest", is_flag=True, help="Propose bounds for eduscol.toml from this data.")
@click.pass_obj
def check(
    config: "Config",
    /,
    data: Path,
    lexicon: Path | None,
    formats: tuple[str, ...],
    suggest: bool,
    reading: "ReadOptions",
    **sources: Any,
) -> None:
    """Run the checks that stand before a publication, and publish nothing.

    With --suggest, print a table [gates] for eduscol.toml instead: floors a tenth below what this
    data has. Use it on data that is known to be healthy.

    \b
    Example: eduscol check --data data/live
             eduscol check --suggest --data data/live
    """
    from scraper.pipeline.processes import begin_early

    begin_early(reading)
    from output.checks.suggest_bounds import suggested_bounds
    from output.diff.version_content import content_of
    from output.publish.publish import check as check_version
    from scraper.pipeline.build_version import build_dataset
    from scraper.pipeline.carry_forward import latest_version
    from scraper.pipeline.reader import open_reader
    from scraper.pipeline.readings_cache import NAME
    from scraper.pipeline.snapshots import current_snapshots
    from scraper.pipeline.version_inputs import read_inputs

    options = _located(data, named_sources(**sources))
    inputs = read_inputs(lexicon, config.content, options, formats)
    with (
        current_snapshots(data, inputs) as snapshots,
        open_reader(inputs, reading, snapshots.pages, data / NAME) as reader,
    ):
        dataset = build_dataset(snapshots, inputs, latest_version(data / "published"), reader)
    if suggest:
        click.echo(suggested_bounds(content_of(dataset.content), config.gates), nl=False)
        return
    checks = check_version(dataset.content, data / "published", limits=config.gates)
    for result in checks:
        if not result.passed:
            click.echo(f"{result.level:8} {result.name}: {result.explanation}")
    passed = sum(result.passed for result in checks)
    click.echo(f"{passed} of {len(checks)} checks passed")
    failed = [result for result in checks if not result.passed and result.level == "fatal"]
    sys.exit(EXIT_CHECK_FAILED if failed else 0)


@click.command()
@click.argument("version", default="latest")
@data_option
@reading_options
def replay(version: str, data: Path, reading: "ReadOptions") -> None:
    """Make a published version again from the archive and compare; publish nothing.

    Exit code 4, and the reason, when it is not the same.

    \b
    Example: eduscol replay --data data/live
             eduscol replay 20261101-0a1b2c3d --data data/live
    """
    from scraper.pipeline.processes import begin_early

    begin_early(reading)
    from scraper.pipeline.replay import replay as replay_version

    for line in replay_version(data, version, reading):
        click.echo(line)


def _located(data: Path, sources: "SourceOptions") -> "SourceOptions":
    """Put the files that were fetched last in the place of the addresses of `sources`."""
    if not sources.addresses:
        return sources
    # with a client for HTTP, whose import takes a tenth of a second
    from scraper.sources.remote_files import located

    return located(data, sources)
