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
    return len(parents) == 1 and None not in parents and _is_ours()


def _is_ours() -> bool:
    """Whether `schema` itself is ours: installed into the same folder, the other one writes its
    code over our package's first file, which holds nothing but a docstring.
    """
    spec = find_spec("schema")
    if spec is None or spec.origin is None:
        return False
    text = Path(spec.origin).read_text(encoding="utf-8", errors="replace")
    return text.startswith('"""What a record is:') and len(text.splitlines()) == 1
