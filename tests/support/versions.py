"""A published version with one of everything, and a later one that only adds to it."""

import gzip
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from output.publish.publish import publish
from tests.support.samples import other, record, sample

# By the name of its schema, the file whose lines or whole content it describes.
FILES = {
    "change": "changes.ndjson",
    "crosswalk": "crosswalk.ndjson.gz",
    "evidence": "evidence.ndjson.gz",
    "evidence_document": "evidence_documents.ndjson.gz",
    "evidence_rule": "evidence_rules.ndjson.gz",
    "index": "index.json",
    "issue": "issues.ndjson.gz",
    "page": "pages.ndjson.gz",
    "reconciliation": "reconciliation.ndjson.gz",
    "referential": "referentials.ndjson.gz",
    "rejected": "rejected.ndjson.gz",
    "versions": "../versions.json",
    "vocabulary": "vocabularies.json",
}


def published_version(folder: Path) -> Path:
    """Publish a version into `folder` and return its place."""
    return publish(sample(record(), other(1), other(2)), folder).folder


def objects(version: Path, name: str) -> Iterator[Any]:
    """The objects that the schema `name` describes."""
    path = version / FILES[name]
    if ".ndjson" in path.suffixes:
        content = path.read_bytes()
        text = gzip.decompress(content) if path.suffix == ".gz" else content
        yield from map(json.loads, text.decode().splitlines())
        return
    content = json.loads(path.read_bytes())
    yield from content if isinstance(content, list) else [content]


def with_additions(version: Path, target: Path) -> Path:
    """Copy a version as a later minor version would be: every object has a field more, issues have
    a new code, records a new type.
    """
    shutil.copytree(version, target)
    shutil.copy(version.parent / "versions.json", target.parent / "versions.json")
    for name, file in FILES.items():
        rows = [_more(row) for row in objects(version, name)]
        if ".ndjson" in file:
            text = "".join(json.dumps(row) + "\n" for row in rows)
        else:
            text = json.dumps(rows if name == "vocabulary" else rows[0])
        content = text.encode()
        (target / file).write_bytes(gzip.compress(content) if file.endswith(".gz") else content)
    return target


# Each object that a schema describes has one of these.
_OBJECTS = {"sha256", "referential", "id", "title", "version", "vocabulary", "issue", "reason"}


def _more(value: Any) -> Any:
    if isinstance(value, list):
        return [_more(item) for item in value]
    if not isinstance(value, dict):
        return value
    more: dict[str, Any] = {key: _more(item) for key, item in value.items()}
    if set(value) & _OBJECTS:
        more["a_later_field"] = "added"
    for key, added in (("issue", "a-later-issue"), ("diploma_type", "BUT"), ("kind", "later")):
        if more.get(key):
            more[key] = added
    return more
