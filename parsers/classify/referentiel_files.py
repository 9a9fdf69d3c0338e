"""Tell the files of a référentiel from others, by their names and addresses."""

import re

from parsers.extract.diploma_mentions import DiplomaIdentity
from parsers.model.document import Document
from parsers.model.file_types import file_name, is_file
from parsers.model.link_words import only_opens
from parsers.model.statement import Chosen, Statement
from schema.issues import IssueCode
from schema.text import fold
from schema.vocabulary import lone_words

# Names of the files of a référentiel, in their link or in their address.
_OWN_FILE = lone_words("own file")
# "Règlement de la consultation", of a call for tenders
_OTHER_FILE = lone_words("file of something else")
_BROCHURE = re.compile(
    r"(?:(?:consulter|telecharger) )?(?:(?:la )?brochure(?: complete| du diplome| numerisee)?"
    r"|(?:le )?(?:contenu|texte|descriptif)(?: complet)? (?:du|de ce) diplome)"
)
_NUMERAL = re.compile(r"[IVX]{1,4}(?: [a-c])?")
_PAST_PAPER = re.compile(r"\b(?:sujets?|corriges?|annales|baremes?|epreuve \w+ \d{4})\b")
_ENDS_NAME = re.compile(r"[a-z]?\b(?! html?)")
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
        # "Vannerie (PDF)", below the title "CAP Vannerie"
        or (bool(identity.name) and fold(title) == fold(identity.name or ""))
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
    plain = fold(text)
    is_called = _OWN_FILE.search(plain) or _is_called_as_page(plain, document)
    return bool(is_called) and not (_PAST_PAPER.search(plain) or _OTHER_FILE.search(plain))


def _is_called_as_page(plain: str, document: Document) -> bool:
    """Return whether the name of the page, with a letter behind it or none, stands in a text."""
    page = fold((document.url or "").rsplit("/", 1)[-1].partition(".")[0])
    start = plain.find(page) if len(page) > 2 else -1
    while start >= 0:  # a pattern would be made for each page
        is_begin = not plain[:start][-1:].isalnum()
        if is_begin and _ENDS_NAME.match(plain, start + len(page)):
            return True
        start = plain.find(page, start + 1)
    return False
