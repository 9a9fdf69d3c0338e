"""Print the outcome of a publication."""

import click

from scraper.pipeline.publish import Publication
from scraper.pipeline.report import summary_lines, warning_lines


def print_publication(publication: Publication) -> None:
    """Print the summary on standard output and warnings on standard error."""
    *lines, last = summary_lines(publication)
    for line in lines:
        click.echo(line)
    for line in warning_lines(publication):
        click.echo(line, err=True)
    click.echo(last)
