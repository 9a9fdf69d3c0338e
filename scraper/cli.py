"""The command line: thin verbs over the library. Imports stay inside the verbs, so that help is
quick.
"""

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

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


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done · 2 wrong usage or unusable input · 3 parse: some input was "
    "refused · 4 refused to publish · 75 try again later.",
)
@click.version_option(package_name="eduscol-referentials", prog_name="eduscol")
def cli() -> None:
    """French professional-diploma référentiels of Eduscol as validated SQLite and JSON.

    \b
    Example: eduscol run --mirror tests/fixtures/site --data data/sample
    """


def main() -> None:
    """Entry point of the console command."""
    _refuse_foreign_packages()
    cli(prog_name="eduscol")


def _refuse_foreign_packages() -> None:
    """Another package named `schema` exists on the public index: ours would not be imported."""
    parents = set()
    for name in ("scraper", "output", "parsers", "schema"):
        spec = find_spec(name)
        origin = Path(spec.origin).parent.parent if spec and spec.origin else None
        parents.add(origin)
    if len(parents) > 1 or None in parents:
        click.echo(
            "eduscol: another package named schema is installed; use an environment of its own",
            err=True,
        )
        sys.exit(EXIT_USAGE)


lexicon_option = click.option(
    "--lexicon",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file of further labels: lines of field;kind;label.",
)


def _lexicon(path: Path | None) -> Any:
    from schema.lexicon import Lexicon

    packaged = Lexicon.packaged()
    return packaged.extended(path) if path else packaged


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--url", help="Address of the one document given.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False, writable=True),
              help="File for one JSON line an input: outcome, ids, reason, issues.")  # fmt: skip
@lexicon_option
def parse(
    paths: tuple[str, ...], url: str | None, report: Path | None, lexicon: Path | None
) -> None:
    """Read documents (.html .htm .md, folders, - for standard input) to JSON lines.

    \b
    Example: eduscol parse tests/fixtures/founding/MC3_METI.md
             eduscol parse pages/ --report report.ndjson > records.ndjson
    """
    from scraper.inputs import inputs
    from scraper.parse import parse as parse_inputs
    from scraper.reports import opened

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
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), default="data/live",
              show_default=True, help="Folder whose archive holds the address.")  # fmt: skip
@lexicon_option
def inspect(target: str, data: Path, lexicon: Path | None) -> None:
    """Show a document's record: each value, the text it came from, where it stood; then issues.

    TARGET is a file, or an address that is looked up in the archive (nothing is fetched).

    \b
    Example: eduscol inspect tests/fixtures/founding/MC3_METI.md
             eduscol inspect https://eduscol.education.fr/referentiels-professionnels/b231.html
    """
    from rich.console import Console

    from parsers.document import Document
    from parsers.read import read
    from schema.errors import Refused, UnusableInput
    from scraper.inputs import inputs
    from scraper.inspect import show
    from scraper.lookup import archived_document

    if target.startswith(("http://", "https://")):
        document: Document | None = archived_document(target, data)
    else:
        document = next(inputs((target,), None)).document
    if document is None:
        raise UnusableInput(f"{target}: it cannot be read")
    try:
        reading = read(document, _lexicon(lexicon))
    except Refused as refused:
        click.echo(f"{target}: refused: {refused}")
        sys.exit(EXIT_SOME_REFUSED)
    console = Console(width=None if sys.stdout.isatty() else 160)
    show(reading, console)


@cli.command()
@click.argument("kind", type=click.Choice(["code", "level", "duration", "type", "trade"]))
@click.argument("values", nargs=-1)
def normalise(kind: str, values: tuple[str, ...]) -> None:
    """Normalise published values, given as arguments or as lines on standard input.

    \b
    Example: eduscol normalise code "400-25303 M" 56122706T
             eduscol normalise trade "plombier/ère"
    """
    from scraper.normalise import normalise as normalised

    lines = values or (raw.decode("utf-8", "replace").rstrip("\r\n") for raw in sys.stdin.buffer)
    for value in lines:
        click.echo(json.dumps(normalised(kind, value), ensure_ascii=False))


@cli.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a record.

    \b
    Example: eduscol schema > schema.json
    """
    from schema.json_schema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
