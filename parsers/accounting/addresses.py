"""Addresses in one form, so that a relative one can be compared with the whole one."""

import re
from urllib.parse import unquote

_STEPS = 8
_LINE_ENDS = re.compile(r"[\t\r\n]")
_SCHEME = re.compile("[a-zA-Z][a-zA-Z0-9+.-]*:")


def path_steps(address: str) -> list[str]:
    """Return the last steps of an address's path, the query with the last.

    Percent-decoded, without capitals, `.`, `..` and fragment.
    """
    text = _LINE_ENDS.sub("", address).split("#", 1)[0].replace("\\", "/")
    path, mark, query = text.partition("?")
    scheme = _SCHEME.match(path)
    steps: list[str] = []
    for step in unquote(path[scheme.end() :] if scheme else path).casefold().split("/"):
        if step == ".." and steps:
            steps.pop()
        elif step not in ("", ".", ".."):
            steps.append(step)
    last = steps[-1] if steps else ""
    return [*steps[-_STEPS:-1], f"{last}{mark}{unquote(query).casefold()}"]
