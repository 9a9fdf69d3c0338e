"""Addresses of the user's own, from a file or standard input."""

import sys
from pathlib import Path

from schema.errors import UnusableInput
from scraper.addresses import normalise

KNOWN = "known"


def read_seeds(source: str) -> list[str]:
    """The addresses in the file `source` (`-`: standard input), one a line; `#` begins a comment.

    `UnusableInput` names the first line that is no http(s) address.
    """
    try:
        if source == "-":
            text = sys.stdin.buffer.read().decode("utf-8-sig")
        else:
            text = Path(source).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnusableInput(f"--seeds {source}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise UnusableInput(f"--seeds {source}: is no UTF-8 text ({error.reason})") from error
    addresses = []
    for number, line in enumerate(text.splitlines(), 1):
        written = line.strip()
        if not written or written.startswith("#"):
            continue
        address = normalise(written)
        if address is None:
            raise UnusableInput(f"--seeds {source}, line {number}: no http(s) address: {written}")
        addresses.append(address)
    return addresses
