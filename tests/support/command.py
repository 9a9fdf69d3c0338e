"""The command as a user calls it, without the start of a process: Python, imports, patterns.

The data folders of all tests share their readings, as those of one machine may: what a test does
not change is not read again, in no process. Reading itself is tested in `tests/parsers`.
"""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from subprocess import CompletedProcess

from click.testing import CliRunner, Result

from scraper.cli.main import cli
from scraper.pipeline.readings_cache import NAME
from tests.support.shared_folder import shared_folder

_BUILDS = ("run", "publish")


def eduscol(
    *arguments: object, stdin: bytes = b"", folder: Path | None = None, **environment: str | None
) -> CompletedProcess[bytes]:
    """Call the command in `folder`; a fault of the program is raised here.

    `environment`: variables beside those of the tests; None takes one away.
    """
    result = invoke(*arguments, stdin=stdin, folder=folder, **environment)
    return CompletedProcess(
        list(map(str, arguments)), result.exit_code, result.stdout_bytes, result.stderr_bytes
    )


def invoke(
    *arguments: object, stdin: bytes = b"", folder: Path | None = None, **environment: str | None
) -> Result:
    """Call the command as `eduscol` does; return click's result."""
    command = [str(argument) for argument in arguments]
    with contextlib.chdir(folder or Path.cwd()), _sharing_readings(command):
        return CliRunner(env=environment).invoke(
            cli, command, input=stdin, catch_exceptions=False, prog_name="eduscol"
        )


def shared_readings() -> Path:
    """The file of the readings made so far."""
    return shared_folder() / NAME


@contextlib.contextmanager
def _sharing_readings(command: Sequence[str]) -> Iterator[None]:
    """Put the shared readings into the data folder of a command that builds a version."""
    if not command or command[0] not in _BUILDS or "--data" not in command[:-1]:
        yield
        return
    named = command[command.index("--data") + 1]
    if not named:  # refused; as a path it is this folder
        yield
        return
    folder = Path(named)
    path = folder / NAME
    with contextlib.suppress(OSError, ValueError):  # a folder that the command is to refuse
        if command[0] == "run":
            folder.mkdir(parents=True, exist_ok=True)
        if not path.is_symlink() and not path.exists():
            path.symlink_to(shared_readings())
    yield
    with contextlib.suppress(OSError, ValueError):
        if list(folder.iterdir()) == [path]:  # the command was refused and made nothing
            path.unlink()
            folder.rmdir()
