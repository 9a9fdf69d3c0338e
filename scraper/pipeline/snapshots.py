"""Open the archives that a version is built from: of the pages, and of their documents."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from scraper.pipeline.readings_cache import NAME, Readings
from scraper.pipeline.version_inputs import Inputs
from scraper.state.snapshot import ArchiveSnapshot, past, present

# Where the archive of the documents stands in the data folder.
FOLDER = "documents"


class Snapshots(NamedTuple):
    """The archives that a version is built from: of pages, and of the documents they link to.

    `texts`: the cache of what was read of documents; None where none may be used.
    """

    pages: ArchiveSnapshot | None = None
    documents: ArchiveSnapshot | None = None
    texts: Readings | None = None

    def inputs(self) -> dict[str, str]:
        """Return the fingerprints by the name of the input, once the snapshots were read."""
        named = {"pages": self.pages, "documents": self.documents}
        return {name: snapshot.fingerprint for name, snapshot in named.items() if snapshot}

    def keep(self) -> None:
        """Note in the archives where the snapshots are."""
        for snapshot in (self.pages, self.documents):
            if snapshot:
                snapshot.keep()


@contextmanager
def current_snapshots(data: Path, inputs: Inputs) -> Iterator[Snapshots]:
    """Open the archives of `data` as they are, as far as they are among the inputs.

    `UnusableInput` where there is no archive of pages although pages are wanted.
    """
    folder = data / FOLDER
    with ExitStack() as stack:
        pages = stack.enter_context(present(data)) if inputs.sources.with_pages else None
        has_documents = inputs.sources.with_documents and (folder / "archive").is_dir()
        if not has_documents:
            yield Snapshots(pages)
            return
        documents = stack.enter_context(present(folder))
        yield Snapshots(pages, documents, stack.enter_context(closing(Readings(folder / NAME))))


@contextmanager
def past_snapshots(data: Path, named: Mapping[str, str]) -> Iterator[Snapshots]:
    """Open the archives of `data` as they were with the fingerprints among the inputs of a version.

    `RefusedToPublish` when an archive does not know of it.
    """
    with ExitStack() as stack:
        pages, documents = (
            stack.enter_context(past(folder, named[name])) if name in named else None
            for name, folder in (("pages", data), ("documents", data / FOLDER))
        )
        yield Snapshots(pages, documents)
