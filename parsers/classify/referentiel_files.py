"""Tell the files of a référentiel from others, by their names and addresses."""

import re

from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.extract.link_names import only_opens
from parsers.model.document import Document
from parsers.model.file_types import file_name, is_file
from parsers.model.statement import Chosen, Statement
from schema.issues import IssueCode
from schema.text import fold
from schema.vocabulary import lone_words

# Names of the files of a référentiel, in their link or in their address.
_OWN_FILE = lone_words("own file")
# "Règlement de la consultation", of a call for tenders
_OTHER_FILE = lone_words("file of something else")
_BROCHURE = re.compile(
    r"(?:(?:consulter|telecharger) )?(?:la )?brochure(?: complete| du diplome| numerisee)?"
)
_NUMERAL = re.compile(r"[IVX]{1,4}(?: [a-c])?")
_PAST_PAPER = re.compile(r"\b(?:sujets?|corriges?|annales|baremes?|epreuve \w+ \d{4})\b")
_UNREAD = frozenset({IssueCode.UNLABELLED_TEXT, IssueCode.UNKNOWN_HEADING})


def is_referentiel_file(linked: Statement, document: Document, identity: DiplomaIdentity) -> bool:
    """Return whether a statement of a document is of a file called as a référentiel's are.

    By its title and label (*Annexes : I, II*), also by the number of an annex alone, or by its
    address.
    """
    title, url = linked.value.title, linked.value.url
    return (
        _is_called_so(f"{linked.label} {title}", document)
        or (not linked.label and bool(_NUMERAL.fullmatch(title)))
        or identity.is_called(title)
        or _is_called_so(_path(url, document), document)
    )


def has_referentiel_title(linked: Statement, document: Document, identity: DiplomaIdentity) -> bool:
    """Return whether a statement of a document is of a file with a title that a référentiel has."""
    title = linked.value.title
    return _is_called_so(f"{linked.label} {title}", document) or identity.is_called(title)


def names_referentiel_file(text: str) -> bool:
    """Return whether a text has the name of a file of a référentiel."""
    return bool(_OWN_FILE.search(fold(text)))


def names_nothing(title: str, url: str) -> bool:
    """Return whether the title of a file does not say what it is: *Télécharger*, *a12.pdf*."""
    return only_opens(title) or title == file_name(url)


def is_brochure(title: str) -> bool:
    """Return whether a file is called as printed référentiels were."""
    return bool(_BROCHURE.fullmatch(fold(title)))


def is_only_file(draft: Chosen, document: Document) -> bool:
    """Return whether a file of the page's folder, called *Télécharger*, is all beside its title."""
    files = draft.values.get("documents", ())
    texts = [remark for remark in draft.issues if remark.issue in _UNREAD]
    folder = (document.url or "").rpartition("/")[0]
    return (
        len(files) == 1
        and not texts
        and any(
            file.url.startswith(f"{folder}/")
            and is_file(file.url)
            and names_nothing(file.title, file.url)
            and not _PAST_PAPER.search(fold(_path(file.url, document)))
            for file in files
        )
    )


def _path(url: str, document: Document) -> str:
    """Return the way from a page to a file; the folder of all pages says nothing of it."""
    folder = (document.url or "").rpartition("/")[0]
    return url.removeprefix(folder) if url.startswith(folder) else url.rpartition("/")[2]


def _is_called_so(text: str, document: Document) -> bool:
    """Return whether a file is called as a référentiel's are, or like the page (`b224a.pdf`)."""
    page = fold((document.url or "").rsplit("/", 1)[-1].partition(".")[0])
    plain = fold(text)
    is_called = len(page) > 2 and re.search(rf"\b{re.escape(page)}[a-z]?\b(?! html?)", plain)
    is_other = _PAST_PAPER.search(plain) or _OTHER_FILE.search(plain)
    return bool(_OWN_FILE.search(plain) or is_called) and not is_other
