"""Read addresses of the user's own, from a file or standard input."""

import sys
from pathlib import Path

from schema.errors import UnusableInput
from scraper.model.url import normalise

PACKAGED_LIST, STANDARD_INPUT = "known", "-"


def read_source(source: str) -> bytes:
    """Read the file `source` (`-`: standard input); `UnusableInput` if it cannot be read."""
    try:
        return sys.stdin.buffer.read() if source == STANDARD_INPUT else Path(source).read_bytes()
    except OSError as error:
        raise UnusableInput(f"--seeds {source}: cannot be read ({error.strerror})") from error


def read_seeds(source: str, content: bytes) -> list[str]:
    """Return the addresses in `content` of the file `source`, one a line; `#` begins a comment.

    `UnusableInput` names the first line that is no http(s) address, or says that there is none.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableInput(f"--seeds {source}: is not UTF-8 text ({error.reason})") from error
    addresses = []
    for number, line in enumerate(text.splitlines(), 1):
        written = line.strip()
        if not written or written.startswith("#"):
            continue
        address = normalise(written)
        if address is None:
            raise UnusableInput(
                f"--seeds {source}, line {number}: not an http(s) address: {written}"
            )
        addresses.append(address)
    if not addresses:
        raise UnusableInput(f"--seeds {source}: holds no address; give one a line")
    return addresses
