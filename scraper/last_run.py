"""The last run of an archive: where its pages came from."""

from pathlib import Path

from schema.errors import UnusableInput
from scraper.archive import Archive
from scraper.events import Start


def last_source(data: Path) -> str:
    """`live`, `mirror` or `warc`. `UnusableInput` when the folder holds no run."""
    if (data / "archive").is_dir():
        archive = Archive(data / "archive")
        for run in reversed(archive.runs()):
            for event, _ in archive.events(run):
                if isinstance(event, Start):
                    return event.source
                break
    raise UnusableInput(f"{data}: no run in its archive; eduscol fetch or eduscol run makes one")
