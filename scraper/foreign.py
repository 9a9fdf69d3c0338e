"""Whether our four packages are ours: another package named `schema` exists on the public index."""

from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("scraper", "output", "parsers", "schema")


def is_alone() -> bool:
    """Whether all four are found, and in one folder."""
    parents = set()
    for name in PACKAGES:
        spec = find_spec(name)
        parents.add(Path(spec.origin).parent.parent if spec and spec.origin else None)
    return len(parents) == 1 and None not in parents
