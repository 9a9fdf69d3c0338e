"""`published/.pull.json`: where the versions of a folder were pulled from.

A folder has one origin: it publishes versions of its own, or follows those of one address.
"""

from pathlib import Path

from pydantic import BaseModel, ValidationError

from schema.errors import UnusableTarget


class Origin(BaseModel):
    """The address, and the validators of its last answer; secrets in the address are masked."""

    address: str
    etag: str | None = None
    last_modified: str | None = None


def origin_file(published: Path) -> Path:
    """Return the path of the file in the folder `published`."""
    return published / ".pull.json"


def read_origin(published: Path) -> Origin | None:
    """Return where the versions in `published` come from; None for versions of its own.

    `UnusableTarget` for a file that cannot be read.
    """
    path = origin_file(published)
    if not path.exists():
        return None
    try:
        return Origin.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise UnusableTarget(f"{path}: cannot be read; remove it") from error


def refuse_pulled(published: Path) -> None:
    """Raise `UnusableTarget` where a version of one's own would be lost with the next pull."""
    if origin := read_origin(published):
        raise UnusableTarget(
            f"{published} holds versions of {origin.address}: name another folder with --data; to "
            f"go on from them here and pull no more, remove {origin_file(published)}"
        )
