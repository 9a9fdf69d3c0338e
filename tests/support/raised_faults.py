"""Let a fault of the reader fail what meets it: it is no refusal that a test may expect."""

from typing import NoReturn

from parsers.model import reader_faults

fault_as_refusal = reader_faults.reader_fault


def raise_faults() -> None:
    """Raise faults of the reader as they are, in this process."""
    reader_faults.reader_fault = _raised


def _raised(error: Exception) -> NoReturn:
    raise error
