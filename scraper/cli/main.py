"""The command `eduscol`: its group, exit codes and signals."""

import errno
import gc
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import Any

import click

from scraper.cli.foreign_packages import is_alone
from scraper.cli.logs import set_up_logs
from scraper.cli.say import discard_output, say
from scraper.cli.stop_signals import end_at_once
from scraper.model.exit_codes import (
    EXIT_BUG,
    EXIT_CHECK_FAILED,
    EXIT_LATER,
    EXIT_UNREAD,
    EXIT_USAGE,
)

if not is_alone():  # before the imports that need our own packages
    click.echo(
        "eduscol: another package named schema is installed; use an environment of its own",
        err=True,
    )
    sys.exit(EXIT_USAGE)

from scraper.cli.verbs import (
    crawl,
    data_folder,
    parse_and_inspect,
    publish,
    search_and_serve,
    versions,
)

# Objects after which cyclic garbage is looked for: with the default of 700, a thirtieth of the time
# of a publication.
_OBJECTS_AT_ONCE = 10_000
_PREFIX = "EDUSCOL_"
_NEAR = 0.75


class _Group(click.Group):
    """Maps our errors to exit codes and one line on stderr."""

    def invoke(self, ctx: click.Context) -> Any:
        from schema.errors import EduscolError, ProgramFault, RefusedToPublish, TryLater

        try:
            return super().invoke(ctx)
        except TryLater as error:
            _complain(str(error))
            sys.exit(EXIT_LATER)
        except RefusedToPublish as error:
            _complain(str(error))
            sys.exit(EXIT_CHECK_FAILED)
        except ProgramFault as error:
            _complain(str(error))
            sys.exit(EXIT_BUG)
        except EduscolError as error:
            _complain(str(error))
            sys.exit(EXIT_USAGE)
        except OSError as error:
            if error.errno == errno.EPIPE:  # of `| head`: no fault, and nobody to tell
                discard_output()
                sys.exit(EXIT_UNREAD)
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            advice = "; make room there, then run the same command again" if full else ""
            _complain(f"{error.filename or 'standard output'}: {error.strerror}{advice}")
            sys.exit(EXIT_USAGE)

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click calls it so
        formatter: click.HelpFormatter,
    ) -> None:
        """List the verbs with their whole first lines: click cuts them at the width."""
        rows = [
            (name, command.get_short_help_str(limit=1000))
            for name, command in sorted(self.commands.items())
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _complain(text: str) -> None:
    """Print an error; foreign text in it holds neither control characters nor secrets."""
    from schema.secrets import masked
    from scraper.model.terminal import printable

    say(f"eduscol: {printable(masked(text))}", err=True)


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done · 1 a fault of the program · 2 wrong usage or unusable input · 3 "
    "parse, inspect: some input was refused; normalise: some value was not understood · 4 a check "
    "failed; status: stale, failing or empty; verify: damage; replay: not the same · 75 try again "
    "later · 141 the reader of the output left.",
)
@click.version_option(package_name="eduscol-referentials", prog_name="eduscol")
def cli() -> None:
    """French professional-diploma référentiels of Eduscol as validated SQLite and JSON.

    \b
    Example: eduscol run --mirror tests/fixtures/site --data data/try
    """
    set_up_logs()
    for name, near in _misspelt(os.environ):
        say(f"eduscol: {name} is not known and not used; the nearest name is {near}", err=True)


def _misspelt(environment: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the variables whose names are nearly those of settings, with these.

    Others that begin as ours are the user's own, or for the command of a notice.
    """
    names = sorted(name for name in environment if name.startswith(_PREFIX))
    if not names:
        return
    from difflib import get_close_matches

    parameters = (parameter for command in cli.commands.values() for parameter in command.params)
    known = {str(parameter.envvar).removeprefix(_PREFIX) for parameter in parameters}
    for name in names:
        own = name.removeprefix(_PREFIX)
        for near in get_close_matches(own, known, 1, _NEAR) if own not in known else ():
            yield name, _PREFIX + near


for verbs in (crawl, publish, data_folder, parse_and_inspect, versions, search_and_serve):
    for command in vars(verbs).values():
        if isinstance(command, click.Command):
            cli.add_command(command)


def main() -> None:
    """Run the command; the entry point of `eduscol` on the console."""
    if sys.flags.optimize > 1:  # the schemas take descriptions from docstrings
        click.echo("eduscol: runs without PYTHONOPTIMIZE=2 (-OO) only; unset it", err=True)
        sys.exit(EXIT_USAGE)
    gc.set_threshold(_OBJECTS_AT_ONCE)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end_at_once)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # an output that cannot show é shows ? instead
            stream.reconfigure(errors="replace")
    cli(prog_name="eduscol")
