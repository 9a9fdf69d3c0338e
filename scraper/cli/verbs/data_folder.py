"""Verbs for a data folder and its settings: init, config, status, prune."""

import json
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
    lexicon_option,
    log_options,
    reading_options,
    schedule_options,
    source_options,
)

if TYPE_CHECKING:
    from scraper.cli.config import Config
    from scraper.operations.run_report import RunReport
    from scraper.operations.status_model import Status


@click.command()
@data_option
@click.option("--json", "form", flag_value="json", help="Print the status as JSON.")
@click.option("--prometheus", "form", flag_value="prometheus",
              help="Print metrics in the text format of Prometheus.")  # fmt: skip
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False),
              help="Write one self-contained page (French) to a file.")  # fmt: skip
@click.option("--notify", is_flag=True,
              help="Tell a change of health as [notify] in --config says.")  # fmt: skip
@config_option
@log_options
@click.pass_obj
def status(
    config: "Config", /, data: Path, form: str | None, html: Path | None, notify: bool
) -> None:
    """Show the health of a data folder: cause, what to do, last version, next run due.

    Exit code 0 when healthy or held-back, 4 when stale, failing or empty (no version, and no first
    run at work), 2 when there is no such folder: a health probe.

    \b
    Example: eduscol status --data data/live
             eduscol status --data data/live --json
             eduscol status --prometheus > /var/lib/node_exporter/eduscol.prom
    """
    from scraper.operations.notify import tell_change
    from scraper.operations.status import status_of
    from scraper.operations.status_text import prometheus_text, status_text

    _existing(data)
    path = click.get_current_context().meta["eduscol.config"]
    current = status_of(data, held_back_above=config.notify.held_back_above, config=path)
    if notify:  # before the output, whose reader may have gone
        config.notify.check()
        tell_change(data, config.notify, current)
    if html:
        _write_page(html, data, current)
    if form == "json":
        click.echo(current.model_dump_json(indent=2))
    elif form == "prometheus":
        click.echo(prometheus_text(current, _last_ended(data)), nl=False)
    else:
        click.echo(status_text(current, data), nl=False)
    sys.exit(current.exit_code)


def _existing(data: Path) -> None:
    from schema.errors import missing_data

    if not data.is_dir():
        raise missing_data(data, "data folder")


def _last_ended(data: Path) -> "RunReport | None":
    from scraper.operations.report_store import ReportStore

    return next((report for report in ReportStore(data).newest() if report.ended), None)


def _write_page(path: Path, data: Path, current: "Status") -> None:
    from schema.files import replace_file, writable
    from scraper.operations.report_store import ReportStore
    from scraper.operations.status_page import status_page

    page = status_page(current, ReportStore(data).newest(), data.resolve().name)
    with writable(path, "name a file in a folder that can be written"):
        replace_file(path, page.encode())


@click.command()
@data_option
@click.option("--keep", type=click.IntRange(min=1), default=10, show_default=True,
              help="Versions that stay, the latest among them.")  # fmt: skip
@click.option("--older-than", type=click.IntRange(min=0), metavar="DAYS",
              help="Remove only versions whose day is longer ago (0: before today).")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would be removed; remove nothing.")
@log_options
def prune(data: Path, keep: int, older_than: int | None, dry_run: bool) -> None:
    """Remove old versions by count and age; never the latest.

    versions.json still lists them, and their changes stay in the versions that follow. A
    version that a kept one is replayed after stays too.

    \b
    Example: eduscol prune --keep 12 --older-than 90 --dry-run --data data/live
    """
    from scraper.operations.prune import prune as prune_versions

    for line in prune_versions(data, keep, older_than, dry_run):
        click.echo(line)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--contact", default="", help="E-mail or web page where the site can reach you.")
def init(folder: Path, contact: str) -> None:
    """Write a commented configuration, eduscol.toml, and say how to schedule a run.

    \b
    Example: eduscol init /srv/eduscol --contact you@example.org
    """
    from scraper.operations.init import init as init_folder

    for line in init_folder(folder, contact):
        click.echo(line)


@click.command()
@source_options
@completion_options
@lexicon_option
@format_options
@accept_option
@reading_options
@schedule_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON: name, value and origin.")
@click.pass_context
def config(context: click.Context, /, as_json: bool, **_: Any) -> None:
    """Show the effective value of every setting of run, and where each comes from.

    \b
    Example: eduscol config --config eduscol.toml
    """
    from scraper.cli.effective_settings import effective_settings

    settings = effective_settings(context)
    if as_json:
        click.echo(json.dumps([s._asdict() for s in settings], ensure_ascii=False, indent=2))
        return
    width = max(len(setting.name) for setting in settings)
    for setting in settings:
        value = json.dumps(setting.value, ensure_ascii=False)
        click.echo(f"{setting.name:{width}}  {value:24}  {setting.origin}")
