"""The command as a user calls it, without the start of a process: Python, imports, patterns."""

import contextlib
from pathlib import Path
from subprocess import CompletedProcess

from click.testing import CliRunner

from scraper.cli.main import cli


def eduscol(
    *arguments: object, stdin: bytes = b"", folder: Path | None = None, **environment: str | None
) -> CompletedProcess[bytes]:
    """Call the command in `folder`; a fault of the program is raised here.

    `environment`: variables beside those of the tests; None takes one away.
    """
    command = [str(argument) for argument in arguments]
    with contextlib.chdir(folder or Path.cwd()):
        result = CliRunner(env=environment).invoke(
            cli, command, input=stdin, catch_exceptions=False, prog_name="eduscol"
        )
    return CompletedProcess(command, result.exit_code, result.stdout_bytes, result.stderr_bytes)
