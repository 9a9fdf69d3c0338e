"""Check that the four packages are ours: another `schema` exists on the public index."""

from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("scraper", "output", "parsers", "schema")


def is_alone() -> bool:
    """Return whether all four packages stand in one folder."""
    parents = set()
    for name in PACKAGES:
        spec = find_spec(name)
        parents.add(Path(spec.origin).parent.parent if spec and spec.origin else None)
    return len(parents) == 1 and None not in parents and _is_ours()


def _is_ours() -> bool:
    """Return whether `schema` itself is ours.

    Installed into the same folder, the other package writes its code over the first file of ours,
    which holds nothing but a docstring.
    """
    spec = find_spec("schema")
    if spec is None or spec.origin is None:
        return False
    text = Path(spec.origin).read_text(encoding="utf-8", errors="replace")
    return text.startswith('"""The published models of a record') and len(text.splitlines()) == 1
