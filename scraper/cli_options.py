"""The options that several verbs of the command share."""

from pathlib import Path
from typing import Any

import click

from scraper.sources.names import NAMES

lexicon_option = click.option(
    "--lexicon",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file of further labels: lines of field;kind;label.",
)

accept_option = click.option(
    "--accept", multiple=True, metavar="CHECK",
    help="Publish although this fatal check fails, after a look at it; may be repeated.",
)  # fmt: skip

data_option = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default="data/live",
    show_default=True, help="Folder of a run.",
)  # fmt: skip


def completion_options(command: Any) -> Any:
    """The options that say which sources complete the pages."""
    for option in reversed(
        [
            click.option("--fiches", type=click.Path(path_type=Path), multiple=True,
                         help="Onisep's fiches: .xml, .json, .zip, or a folder of .md; "
                         "may be repeated."),
            click.option("--official-list", type=click.Path(path_type=Path),
                         help="The ministry's list of diplomas as CSV, newer than the packaged."),
            click.option("--only", type=click.Choice(NAMES), multiple=True,
                         help="Build from this source alone (licences differ); may be repeated."),
            click.option("--scope", type=click.Choice(["site", "all"]), default="site",
                         show_default=True, help="Records: of the site's diplomas, or also of "
                         "those that only the other sources know."),
        ]
    ):  # fmt: skip
        command = option(command)
    return command


def source_options(command: Any) -> Any:
    """The options that say where pages come from and how they are asked for."""
    for option in reversed(
        [
            click.option("--data", type=click.Path(path_type=Path, file_okay=False),
                         default="data/live", show_default=True,
                         help="Folder for the archive, the state and what is published."),
            click.option("--mirror", type=click.Path(path_type=Path),
                         help="A copy of the site, DIR/<host>/<path>, in place of the network."),
            click.option("--warc", type=click.Path(path_type=Path), multiple=True,
                         help="WARC files in place of the network; may be repeated."),
            click.option("--contact", envvar="EDUSCOL_CONTACT", default="",
                         help="E-mail or web page where the site can reach you (live crawls)."),
            click.option("--seeds", multiple=True,
                         help="File of addresses, - for standard input, known for the packaged "
                         "list (the default); may be repeated."),
            click.option("--allow-host", "allow_hosts", multiple=True,
                         help="A further host, HOST, HOST:PORT or HOST/FOLDER/."),
            click.option("--rate", type=click.FloatRange(min=0), default=1.0, show_default=True,
                         help="Requests a second over all hosts; 0 for no limit."),
            click.option("--max-pages", type=click.IntRange(min=1), help="Stop after so many."),
            click.option("--max-time", type=click.FloatRange(min=0, min_open=True),
                         help="Stop after so many seconds."),
            click.option(
                "--sample",
                type=click.FloatRange(min=0, max=1),
                default=0.05,
                show_default=True,
                help="Share of unchanged pages that are asked for once more without validators.",
            ),
            click.option("--full", is_flag=True, help="Ask for every page anew: no validators."),
        ]
    ):  # fmt: skip
        command = option(command)
    # "--warc a.warc.gz b.warc.gz", as a shell writes out a pattern
    return click.argument("captures", nargs=-1, type=click.Path(path_type=Path), metavar="")(
        command
    )
