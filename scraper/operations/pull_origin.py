"""`published/.pull.json`: where the versions of a folder were pulled from.

A folder has one origin: it publishes versions of its own, or follows those of one address.
"""

from pathlib import Path

from pydantic import BaseModel, ValidationError

from schema.errors import UnusableTarget
from schema.files import NO_RIGHT


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

    `UnusableTarget` for a file or folder that cannot be read.
    """
    path = origin_file(published)
    try:
        return Origin.model_validate_json(path.read_bytes()) if path.exists() else None
    except PermissionError as error:
        raise UnusableTarget(
            f"{published.parent}: cannot be read ({error.strerror}); {NO_RIGHT}"
        ) from error
    except ValidationError as error:
        raise UnusableTarget(f"{path}: cannot be read; remove it") from error


def refuse_pulled(published: Path) -> None:
    """Raise `UnusableTarget` where a version of one's own would be lost with the next pull."""
    if origin := read_origin(published):
        raise UnusableTarget(
            f"{published} holds versions of {origin.address}: name another folder with --data; to "
            f"go on from them here and pull no more, remove {origin_file(published)}"
        )
