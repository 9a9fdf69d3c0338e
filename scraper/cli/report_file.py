"""Write report files: JSON lines, one by one."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from schema.errors import UnusableTarget


@contextmanager
def opened(path: Path | None) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Yield a function that writes a JSON line to `path`; without a path it does nothing.

    `UnusableTarget` when the file cannot be written.
    """
    if path is None:
        yield lambda _: None
        return
    try:
        file = path.open("w", encoding="utf-8")
    except OSError as error:
        raise UnusableTarget(
            f"{path}: {error.strerror}; give a file in a folder that exists and can be written"
        ) from None
    with file:
        yield lambda line: print(json.dumps(line, ensure_ascii=False), file=file)
