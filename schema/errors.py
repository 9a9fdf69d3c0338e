"""The errors of the project, named by their consequence; the command maps them to exit codes.

| error            | consequence                                    | exit |
|------------------|------------------------------------------------|------|
| `UnusableInput`  | nothing is done: the input must be mended      | 2    |
| `UnusableTarget` | nothing is done: the target must be mended     | 2    |
| `Refused`        | this one document gives no record, others do   | 3 in `parse`, 0 in `run` |
| `RefusedToPublish` | the version is not published, the last stays | 4    |
| `TryLater`       | the run stops; the same call continues it      | 75   |
| `Busy`           | nothing is done: another call holds the folder | 75   |
| `ProgramFault`   | the call ends: the program must be mended      | 1    |
"""

import shlex
import sys
from pathlib import Path

from schema.issues import Refusal


class EduscolError(Exception):
    """A foreseen error whose text is one line that says what to do next."""


class UnusableInput(EduscolError):
    """An argument, file or folder of the user's that cannot be used."""


def missing_data(folder: Path, missing: str) -> UnusableInput:
    """Return the error for a data folder that does not exist or lacks something.

    `missing`: the thing that a run would have put there, such as "published version".
    """
    return UnusableInput(
        f"{folder}: no {missing} there; name the folder of a run with --data, or make one with "
        "eduscol run"
    )


def not_installed(what: str, library: str, requirement: str = "") -> UnusableInput:
    """Return the error for a library that is not there, with the command that brings it.

    The command names this Python: another one's `pip` installs where the program does not look.
    `what` needs the library; `requirement`: how pip is asked for it, where its name is not enough.
    """
    return UnusableInput(f"{what}: {library} is not installed; {install(requirement or library)}")


def install(requirement: str) -> str:
    """Return the command that installs a requirement where this program runs."""
    return f"{sys.executable} -m pip install {shlex.quote(requirement)}"


class UnusableTarget(EduscolError):
    """A target that cannot be written."""


class RefusedToPublish(EduscolError):
    """A version that failed its checks; what was published before stays."""


class TryLater(EduscolError):
    """A run that cannot continue now; the same call may succeed later."""


class Busy(TryLater):
    """Another call holds the folder; this one did nothing."""


class ProgramFault(EduscolError):
    """A fault of the program: one of its processes died, or a packaged table is not usable."""


class Refused(EduscolError):
    """A document that is not a readable referential.

    `reason` is one of the closed list of `schema.issues.Refusal`; `detail` says what was seen.
    """

    def __init__(self, reason: Refusal, detail: str) -> None:
        super().__init__(f"{reason.value}: {detail}")
        self.reason = reason
        self.detail = detail
