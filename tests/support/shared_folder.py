"""A folder that all processes of a run of the tests share: workers, and commands that they start.

The first process that asks makes it and removes it at its end; those that it starts find it in the
environment.
"""

import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

_NAME = "SHARED_FOLDER_OF_TESTS"


@cache
def _made() -> "TemporaryDirectory[str]":
    return TemporaryDirectory()


def shared_folder() -> Path:
    """The folder, made when it is first asked for."""
    if _NAME not in os.environ:
        os.environ[_NAME] = _made().name
    return Path(os.environ[_NAME])
