"""The version that a build will be: its name, what it replaces, what it changes."""

import hashlib
from itertools import chain

from output.dataset.dataset import Build
from output.dataset.rows import VersionRow
from output.dataset.spool import Spool
from output.diff.changes import changes
from output.diff.snapshot import NOTHING, Snapshot, snapshot_of
from output.publish.content_hash import content_sha256
from output.tables.table import History
from output.versions.manifest import Index
from schema.referential import SCHEMA_VERSION


def version_name(made: Build, previous: str | None) -> str:
    """`YYYYMMDD-xxxxxxxx`: day of the newest response and the hash of the data.

    A copy of the site has no response and no day of its own: `00000000`. The name of the version
    before goes into the hash, so that data that comes back is a version of its own.
    """
    day = made.day.strftime("%Y%m%d") if made.day else "0" * 8
    text = f"{content_sha256(made)} {previous or ''}"
    return f"{day}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def history_of(made: Build, last: Index | None, before: Snapshot = NOTHING) -> History:
    """The versions up to the one that `made` will be, and every change up to it.

    `last`, `before`: index and content of the version that it replaces.
    """
    previous = last.version if last else None
    name = version_name(made, previous)
    version = VersionRow(
        version=name,
        previous=previous,
        day=made.day.isoformat() if made.day else None,
        scope=made.scope,
        schema_version=SCHEMA_VERSION,
        records=len(made.records),
        content_sha256=content_sha256(made),
    )
    return History(
        versions=(*(last.history if last else ()), version),
        changes=Spool(chain(before.changes, changes(before, snapshot_of(made, name), name))),
    )
