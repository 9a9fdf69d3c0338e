"""Refuse a document on which the program fails, by name, so that all others are read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

from schema.errors import Refused
from schema.issues import Refusal

_ROOT = Path(__file__).parents[2]


@contextmanager
def faults_as_refusals() -> Iterator[None]:
    """Raise `Refused` for any error of the block.

    Too much nesting or memory is the document's; any other error is a fault of the program.
    """
    try:
        yield
    except Refused:
        raise
    except RecursionError:
        raise Refused(Refusal.TOO_COMPLEX, "nested too deep") from None
    except MemoryError:
        raise Refused(Refusal.TOO_COMPLEX, "more memory than there is") from None
    except Exception as error:
        raise reader_fault(error) from error


def reader_fault(error: Exception) -> Refused:
    """Return the refusal for a fault of the program; its detail names error, module and line."""
    place = ""
    for frame in extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(_ROOT / "parsers") or path.is_relative_to(_ROOT / "schema"):
            place = f" ({path.relative_to(_ROOT).as_posix()}, line {frame.lineno})"
    return Refused(Refusal.READER_FAULT, f"{type(error).__name__}: {error}{place}")
