"""Onisep's fiches as Markdown documents: a file, or a folder of them."""

from collections.abc import Iterator
from pathlib import Path

from parsers.model.document import Document
from parsers.model.identifiers import fiche_id
from schema.errors import Refused, UnusableInput
from schema.issues import Refusal
from schema.lexicon import Lexicon
from scraper.sources.source_interface import SourceDocument


class MarkdownFiches:
    """The `.md` files of a folder, sorted by path, or one file.

    A fiche is named by Onisep's identifier at the head of its file's name (`FOR.8335_….md`), else
    by the file's stem.
    """

    name = "onisep"
    date: str | None = None
    shared = False

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the file, or the `.md` files of the folder. Raises `UnusableInput` without any."""
        if not self.path.exists():
            raise UnusableInput(f"--fiches {self.path}: no such file or folder")
        if not self.path.is_dir():
            return (self.path,)
        paths = tuple(sorted(f for f in self.path.rglob("*") if f.suffix.lower() == ".md"))
        if not paths:
            raise UnusableInput(f"--fiches {self.path}: no file that ends in .md in it")
        return paths

    def documents(self) -> Iterator[SourceDocument]:
        """Yield one document a file; `UnusableInput` as `files`."""
        return map(_document, self.files)

    def judge(self, lexicon: Lexicon) -> None:
        """Raise `UnusableInput` when `lexicon` reads no fiche at all; the first one is enough."""
        for _, document, *_ in self.documents():
            if document and _is_fiche(document, lexicon):
                return
        raise UnusableInput(
            f"--fiches {self.path}: no fiche of a diploma in it; name a fiche in Markdown or a "
            "folder of them"
        )


def _is_fiche(document: Document, lexicon: Lexicon) -> bool:
    from parsers.parse import records_of  # takes long to import

    try:
        return bool(records_of(document, lexicon))
    except Refused:
        return False


def _document(file: Path) -> SourceDocument:
    try:
        document = Document(file.read_bytes(), None, "text/markdown", file.stem)
    except OSError as error:
        reason = error.strerror or str(error)
        return SourceDocument(file.stem, None, Refused(Refusal.UNREADABLE, reason))
    name = fiche_id(document) or file.stem
    return SourceDocument(name, document._replace(name=name))
