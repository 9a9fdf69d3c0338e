"""Prepare a release: `python -m tests.support.release VERSION` (`make release VERSION=1.0.0`).

Records the published schema as released (refused when its number does not fit what changed), sets
the version of the package, and heads the changelog with version and day. Commit and tag are left to
the person who read the difference.
"""

import re
import sys
from datetime import UTC, datetime

from output.diff.schema_releases import main as record_schema
from tests.support.document_blocks import ROOT

_NUMBER = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
_UNRELEASED = re.compile(r"^## (?:[0-9.]+ )?\(?unreleased\)?$", re.MULTILINE | re.IGNORECASE)
_VERSION = re.compile(r'^version = "[^"]+"$', re.MULTILINE)


def with_version(project: str, version: str) -> str:
    """Return `pyproject.toml` with another version. ValueError when it has none."""
    changed, count = _VERSION.subn(f'version = "{version}"', project, count=1)
    if not count:
        raise ValueError("pyproject.toml: no version in it")
    return changed


def with_heading(changelog: str, version: str, day: str) -> str:
    """Return the changelog with its unreleased part headed by version and day, below an empty one.

    ValueError when no part of it is unreleased.
    """
    heading = f"## Unreleased\n\n## {version} ({day})"
    changed, count = _UNRELEASED.subn(heading, changelog, count=1)
    if not count:
        raise ValueError("CHANGELOG.md: no part headed unreleased; say there what changed")
    return changed


def main() -> None:
    """Record the schema, then write version and heading; say what is left to do."""
    version = sys.argv[1] if len(sys.argv) == 2 else ""
    if not _NUMBER.fullmatch(version):
        sys.exit("name the version: make release VERSION=1.0.0")
    project, changelog = ROOT / "pyproject.toml", ROOT / "CHANGELOG.md"
    day = datetime.now(UTC).date().isoformat()
    new_project = with_version(project.read_text("utf-8"), version)
    new_changelog = with_heading(changelog.read_text("utf-8"), version, day)
    if record_schema():
        sys.exit("the schema's number does not fit: set SCHEMA_VERSION in schema/referential.py")
    project.write_text(new_project, "utf-8")
    changelog.write_text(new_changelog, "utf-8")
    print("read the difference, run make test, commit, then tag:")
    print(f"git commit -am 'Release {version}' && git tag v{version}")


if __name__ == "__main__":
    main()
