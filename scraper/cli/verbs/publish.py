"""Verbs that publish, or would: publish, check, replay."""

import sys
from pathlib import Path
from typing import Any

import click

from scraper.cli.exit_codes import EXIT_NOT_PUBLISHED
from scraper.cli.options import (
    accept_option,
    completion_options,
    config_option,
    data_option,
    lexicon_option,
    parquet_option,
)


@click.command()
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


@click.command()
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


@click.command()
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
