"""The options that several verbs of the command share.

A setting is an option that may also stand in the environment and in the configuration file; the
option wins over the environment, and the environment over the file.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from output.dataset.optional_formats import OPTIONAL_FORMATS
from scraper.cli.logs import LEVELS, add_log_file, set_level
from scraper.clients.rate_limit import DEFAULT_RATE
from scraper.sources.producer_addresses import named_addresses
from scraper.sources.registry import NAMES, WITH_FILE, Location, Scope, is_address

if TYPE_CHECKING:
    from scraper.sources.source_options import SourceOptions

# Of a schedule: a century, with which no date leaves the calendar.
MOST_DAYS = 36_500
_Verb = TypeVar("_Verb", bound=Callable[..., Any] | click.Command)


def setting(flag: str, *more: str, **attributes: Any) -> Callable[[_Verb], _Verb]:
    """Add the option `flag`, with an environment variable: EDUSCOL_MAX_PAGES for `--max-pages`."""
    name = flag.split("/")[0].removeprefix("--").upper().replace("-", "_")
    return click.option(flag, *more, envvar=f"EDUSCOL_{name}", show_envvar=True, **attributes)


def _configured(context: click.Context, _: click.Parameter, path: Path | None) -> None:
    """Make the configuration the defaults of the verb's options; `click.pass_obj` passes it."""
    from scraper.cli.config import Config, read_config

    context.obj = read_config(path) if path else Config()
    context.default_map = context.obj.defaults()
    context.meta["eduscol.config"] = path


# Eager: read before the options whose defaults it gives.
config_option = setting(
    "--config", type=click.Path(path_type=Path), is_eager=True, expose_value=False,
    callback=_configured, help="Settings in a file (eduscol.toml); none is read unless given.",
)  # fmt: skip

lexicon_option = setting(
    "--lexicon",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file of further labels: lines of field;kind;label.",
)


def format_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for optional formats, which `verb` gets as one tuple of names, `formats`."""

    @wraps(verb)
    def called(*arguments: Any, **options: Any) -> Any:
        chosen = tuple(name for name in OPTIONAL_FORMATS if options.pop(name))
        return verb(*arguments, formats=chosen, **options)

    for option in (
        setting("--parquet/--no-parquet", default=False,
                help="Write the tables as Parquet too; needs the extra parquet (pyarrow)."),
        setting("--site/--no-site", default=True,
                help="Write the static French pages (site/)."),
        setting("--xlsx/--no-xlsx", default=True,
                help="Write the French spreadsheet (referentiels.xlsx)."),
    ):  # fmt: skip
        called = option(called)
    return called


def reading_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Add --jobs and --cluster; `verb` gets them as `ReadOptions`, `reading`."""

    @wraps(verb)
    def called(*arguments: Any, jobs: int | None, cluster: str | None, **options: Any) -> Any:
        from scraper.pipeline.processes import ReadOptions

        return verb(*arguments, reading=ReadOptions(jobs, cluster), **options)

    called = setting(
        "--cluster", metavar="ADDRESS",
        help="Let the workers of a cluster read: the address of its scheduler (dask.distributed), "
        "such as tcp://host:8786, instead of --jobs; needs the extra cluster.",
    )(called)  # fmt: skip
    return setting(
        "--jobs", type=click.IntRange(min=1),
        help="Processes that read documents and write files; without it one, and from 500 "
        "documents or records on as many as there are cores.",
    )(called)  # fmt: skip


contact_option = setting(
    "--contact", default="", help="E-mail or web page where the site can reach you (live crawls).",
)  # fmt: skip

allow_host_option = setting(
    "--allow-host", "allow_hosts", multiple=True,
    help="A further host, HOST, HOST:PORT or HOST/FOLDER/: every page of it (of the folder) to "
    "which links lead is asked for; may be repeated.",
)  # fmt: skip


def _accepted(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    from output.checks.acceptable import refuse_unknown

    refuse_unknown(names)
    return names


accept_option = click.option(
    "--accept", multiple=True, metavar="CHECK", callback=_accepted,
    help="Publish although this fatal check fails, after a look at it; may be repeated.",
)  # fmt: skip


json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print the run report as JSON, not the summary.",
)  # fmt: skip


def _log_level(_: click.Context, __: click.Parameter, level: str | None) -> None:
    if level:
        set_level(level)


def _log_file(_: click.Context, __: click.Parameter, path: Path | None) -> None:
    if path:
        add_log_file(path)


def log_options(command: _Verb) -> _Verb:
    """Add the options that say where log lines go; their values reach the log alone."""
    command = setting(
        "--log-level", type=click.Choice(LEVELS), expose_value=False, callback=_log_level,
        help="Lines on standard error: from this level on (on a terminal info, else warning).",
    )(command)  # fmt: skip
    return setting(
        "--log-file", type=click.Path(path_type=Path, dir_okay=False), expose_value=False,
        callback=_log_file, help="Append every event to a file, a JSON object a line.",
    )(command)  # fmt: skip


def schedule_options(command: _Verb) -> _Verb:
    """Add the options that say how often a run is expected."""
    command = setting(
        "--grace-days", type=click.IntRange(min=0, max=MOST_DAYS), default=3, show_default=True,
        help="Days after which a run that is due makes the data stale.",
    )(command)  # fmt: skip
    return setting(
        "--every-days", type=click.IntRange(min=1, max=MOST_DAYS), default=7, show_default=True,
        help="A run of the live site is expected every so many days.",
    )(command)  # fmt: skip


class _Folder(click.Path):
    """A folder whose name is a text: SQLite opens no other."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, file_okay=False)

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        if not str(value):
            self.fail("is empty; name a folder, or leave the option out", param, ctx)
        try:
            str(value).encode()
        except UnicodeEncodeError:
            self.fail(f"{str(value)!r} is not in UTF-8; name another folder", param, ctx)
        folder = Path(str(super().convert(value, param, ctx)))
        # SQLite takes a name that begins so for an address, and would not find the file.
        return folder.absolute() if str(folder).startswith("file:") else folder


class _Number(click.FloatRange):
    """A number in a range, never `nan`, for which no range and no pace holds."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        number = super().convert(value, param, ctx)
        if not isfinite(number):
            self.fail(f"{value} is no finite number", param, ctx)
        return number


def _each_once(_: click.Context, __: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    """Return each source once, in the order of the registry: the order given has no meaning."""
    return tuple(name for name in NAMES if name in given)


data_option = setting(
    "--data", type=_Folder(), default="data/live",
    show_default=True, help="Folder of a run.",
)  # fmt: skip


def _existing_folder(context: click.Context, _: click.Parameter, given: Path | None) -> Path:
    """Return the folder given, else the one below data/ that has a version, and print which."""
    usual = Path("data/live")
    if given is not None:
        return given
    folders = sorted(path.parents[1] for path in Path("data").glob("*/published/latest"))
    if usual in folders or not folders:
        return usual
    from scraper.cli.inspect_target import is_there

    target = context.params.get("target")  # of inspect: a file needs no folder
    if target and is_there(str(target)):
        return folders[0]
    if len(folders) > 1:
        names = ", ".join(map(str, folders))
        raise click.UsageError(f"several folders have a version: name one with --data: {names}")
    click.echo(f"eduscol: looking in {folders[0]} (--data names another folder)", err=True)
    return folders[0]


# For verbs that only look: they find the folder of `make run` without its name.
look_option = click.option(
    "--data", type=_Folder(), callback=_existing_folder,
    help="Folder of a run; data/live, or the only one below data/, unless given.",
)  # fmt: skip


class _Location(click.Path):
    """A path; or an address, which stays a text; or the name of an address of `source`."""

    def __init__(self, source: str) -> None:
        super().__init__(path_type=Path)
        self._source = source

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, str):
            value = named_addresses().get((self._source, value), value)
            if is_address(value):
                return value
        return super().convert(value, param, ctx)

    def split_envvar_value(self, rv: str) -> Sequence[str]:
        """Split paths as in PATH; where an address is among them, all by white space."""
        return rv.split() if "://" in rv else super().split_envvar_value(rv)


SOURCE_PARAMETERS = (*(entry.parameter for entry in WITH_FILE), "only", "scope", "documents")

documents_option = setting(
    "--documents/--no-documents", default=False,
    help="The PDFs that pages link to as well: archived, hashed, their text in the search.",
)  # fmt: skip


def completion_options(command: Any) -> Any:
    """Add the options that choose the sources that complete the pages.

    One for each source of the registry, then `--only` and `--scope`.
    """
    files = [
        setting(f"--{entry.option}", type=_Location(entry.name), multiple=entry.several,
                help=entry.help)
        for entry in WITH_FILE
    ]  # fmt: skip
    for option in reversed(
        [
            *files,
            setting("--only", type=click.Choice(NAMES), multiple=True, callback=_each_once,
                    help="Build from this source alone (licences differ); may be repeated."),
            setting("--scope", type=click.Choice(["site", "all"]), default="site",
                    show_default=True, help="Records: of the site's diplomas, or also of "
                    "those that only the other sources know."),
            documents_option,
        ]
    ):  # fmt: skip
        command = option(command)
    return command


def named_sources(
    only: tuple[str, ...],
    scope: Scope,
    documents: bool,
    **given: tuple[Location, ...] | Location | None,
) -> "SourceOptions":
    """Make `SourceOptions` of the parameters that `completion_options` adds. Raises as it does."""
    from scraper.sources.source_options import SourceOptions

    files: dict[str, tuple[Location, ...]] = {}
    for entry in WITH_FILE:
        if value := given[entry.parameter]:
            files[entry.name] = value if isinstance(value, tuple) else (value,)
    return SourceOptions(files, only, scope, documents=documents)


def source_options(command: Any) -> Any:
    """Add the options that choose the source of pages and how they are requested."""
    for option in reversed(
        [
            setting("--data", type=_Folder(), default="data/live", show_default=True,
                         help="Folder for the archive, the state and what is published."),
            click.option("--mirror", type=click.Path(path_type=Path),
                         help="A copy of the site, DIR/<host>/<path>, in place of the network."),
            click.option("--warc", type=click.Path(path_type=Path), multiple=True,
                         help="WARC files in place of the network; may be repeated."),
            contact_option,
            setting("--seeds", multiple=True,
                    help="File of addresses, - for standard input, known for the packaged list "
                    "(the default); may be repeated."),
            allow_host_option,
            setting("--rate", type=_Number(min=0), default=DEFAULT_RATE, show_default=True,
                    help="Requests a second over all hosts; 0 for no limit."),
            setting("--max-pages", type=click.IntRange(min=1), help="Stop after so many."),
            setting("--max-known", type=click.IntRange(min=1), default=50_000, show_default=True,
                    help="Pages that may become known, by links, sitemaps or seeds."),
            setting("--max-time", type=_Number(min=0, min_open=True),
                    help="Stop after so many seconds."),
            setting("--sample", type=_Number(min=0, max=1), default=0.05,
                    show_default=True, help="Share of unchanged pages that are asked for once "
                    "more without validators."),
            setting("--full/--no-full", default=False,
                    help="Ask for every page anew: no validators."),
            setting("--max-documents", type=click.IntRange(min=1), default=2000,
                    show_default=True, help="With --documents: stop after so many of them."),
            setting("--max-document-mb", type=click.IntRange(min=1), default=2000,
                    show_default=True, help="With --documents: stop after so many megabytes."),
            config_option,
        ]
    ):  # fmt: skip
        command = option(command)
    # "--warc a.warc.gz b.warc.gz", as a shell writes out a pattern
    return click.argument("captures", nargs=-1, type=click.Path(path_type=Path), metavar="")(
        command
    )
