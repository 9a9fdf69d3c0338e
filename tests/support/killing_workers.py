"""Workers that die: by a document that ends the process that reads it, always or once."""

import os
import signal
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from parsers import parse
from parsers.model.document import Document
from parsers.model.reading import Reading
from scraper.pipeline import serialised_reading

KILLS = b"<!-- ends its reader -->"
_PROGRAM = serialised_reading.program


def killing_pool(number: int, once: Path | None = None) -> Executor:
    """A pool in which a document with `KILLS` in it ends the worker; `once`: until that exists."""
    return ProcessPoolExecutor(number, get_context("forkserver"), begin, (once,))


def begin(once: Path | None) -> None:
    """Make the reader of this process one that documents can end."""
    reader = vars(parse)["read"]

    def read(document: Document, *values: object) -> Reading:
        if KILLS in document.body and not (once and once.exists()):
            if once:
                once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        reading: Reading = reader(document, *values)
        return reading

    vars(parse)["read"] = read


def pretend(program: str | None) -> None:
    """Say that this process runs another program; None: no more."""
    vars(serialised_reading)["program"] = (lambda: program) if program else _PROGRAM
