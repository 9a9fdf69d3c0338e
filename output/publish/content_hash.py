"""The hash by which two builds are the same data."""

import hashlib
import json
from functools import cache
from itertools import chain

from output.dataset.dataset import Build
from output.formats.json_schemas import schemas
from output.formats.sqlite import ddl
from output.tables.data_dictionary import ALL_TABLES
from output.tables.views import VIEWS


def content_sha256(made: Build) -> str:
    """Equal when a version of `made` would tell users nothing new.

    Bytes of pages and sources, layouts, evidence and the program's version are left out: a page
    whose bytes change while nothing read from it does makes no version, and neither does a new
    program that reads and writes the same. One that writes another structure does, and so does
    asking for another form of the data.
    """
    forms = "".join(f" {name}" for name in sorted(made.formats))
    digest = hashlib.sha256(f"{_structure()} {made.scope}{forms}\n".encode())
    for page in made.pages:
        digest.update(page.model_dump_json(exclude={"sha256", "layout"}).encode() + b"\n")
    for source in made.sources:
        digest.update(source.model_dump_json(exclude={"sha256"}).encode() + b"\n")
    for row in chain(made.records, made.rejected, made.issues, made.reconciliation):
        digest.update(row.model_dump_json().encode() + b"\n")
    return digest.hexdigest()


@cache
def _structure() -> str:
    """Hash of every table, view and schema, descriptions among them."""
    text = "\n".join([*map(ddl, ALL_TABLES), *VIEWS.values(), json.dumps(schemas())])
    return hashlib.sha256(text.encode()).hexdigest()
