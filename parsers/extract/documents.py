"""The documents that a page links to: annexes, règlements, full référentiels."""

import re
from urllib.parse import urljoin, urlsplit

from parsers.extract.legal_texts import is_legal_address
from parsers.model.blocks import Part, joined
from parsers.segment.labels import Piece
from schema.referential import Document
from schema.text import clean, fold

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "zip": "application/zip",
}
PAGE_TYPES = {"html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml"}
_ANNEX = re.compile(
    r"\bannexes?\b|\breferentiel (?:des?|du|d)\b|\breglement d|\bdefinition des epreuves\b|"
    r"\bperiodes? de formation\b|\bpfmp\b|\bgrilles? d|\bunites? constitutives\b"
)
_GENERIC = re.compile(
    r"^(?:telecharger|telechargement|consulter|voir|lire|ouvrir|lien|ici|fichier|document|pdf|"
    r"format pdf|en savoir plus|acceder|visualiser|cliquez ici)\b.{0,25}$"
)
_SIZE = re.compile(
    r"[\s(\[–—,-]*(?:format\s+)?\b(?:pdf|docx?|odt|xlsx?|zip)\b[\s–—,:(-]*\d+(?:[.,]\d+)?\s*"
    r"(?:ko|mo|kb|mb|octets)\s*[)\]]?\s*$",
    re.IGNORECASE,
)
# "PDF – 245 Ko" in an element of its own behind the link's text
_DETAIL = re.compile(
    r"^[(\[–-]?\s*(?:pdf|docx?|odt|xlsx?|zip|\d+(?:[.,]\d+)?\s*[km]o)\b.{0,30}$|^$", re.I
)
_FORMAT = re.compile(r"\s*[(\[]\s*(?:format\s+)?(?:pdf|docx?|odt|xlsx?|zip)\s*[)\]]\s*$", re.I)


def media_type(url: str) -> str | None:
    """The media type by the extension of an address; None when it has none that is known."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    extension = path.rsplit(".", 1)[-1].lower() if "." in path else ""
    return MEDIA_TYPES.get(extension) or PAGE_TYPES.get(extension)


def documents_in(piece: Piece, base: str | None, listed: bool, row: str) -> list[Document]:
    """The documents that a piece links to.

    `listed`: it stands in a section of documents, where every link is one; elsewhere only
    links to files and links named as annexes are. `row`: other text of the same table row, which
    names a link that only says "Télécharger".
    """
    found = []
    for href, parts in _links(piece.parts):
        url = _absolute(href, base)
        if url is None or is_legal_address(url):
            continue
        kind = media_type(url)
        title = _title(parts)
        is_file = kind in MEDIA_TYPES.values()
        if not (is_file or listed or _ANNEX.search(fold(title))):
            continue
        if _GENERIC.match(fold(title)) or not title:
            around = clean(piece.text.replace(clean(joined(parts)), " ")).strip(" :–—-|,;")
            around = _title((Part(around),))
            title = around if around and not _GENERIC.match(fold(around)) else (row or title)
        found.append(Document(url=url, title=title or url.rsplit("/", 1)[-1], media_type=kind))
    return found


def distinct(documents: list[Document]) -> tuple[Document, ...]:
    """Each address once; a link that names the document wins over one that only opens it."""
    best: dict[str, Document] = {}
    for document in documents:
        known = best.get(document.url)
        if known is None or (
            _GENERIC.match(fold(known.title)) and not _GENERIC.match(fold(document.title))
        ):
            best[document.url] = document
    return tuple(best.values())


def _links(parts: tuple[Part, ...]) -> list[tuple[str, tuple[Part, ...]]]:
    links: list[tuple[str, list[Part]]] = []
    for part in parts:
        if part.href is None:
            continue
        if links and links[-1][1][-1].link == part.link and links[-1][0] == part.href:
            links[-1][1].append(part)
        else:
            links.append((part.href, [part]))
    return [(href, tuple(group)) for href, group in links]


def _title(parts: tuple[Part, ...]) -> str:
    while len(parts) > 1 and _DETAIL.match(clean(parts[-1].text)):
        parts = parts[:-1]
    text = clean(joined(parts))
    shorter = _FORMAT.sub("", _SIZE.sub("", text))
    return clean(shorter).strip(" –—-|") or text


def _absolute(href: str, base: str | None) -> str | None:
    # as browsers do: white space inside is encoded, a backslash is a slash
    href = re.sub(r"[\t\r\n]", "", href).strip().replace("\\", "/").replace(" ", "%20")
    if not href or href.startswith(("#", "mailto:", "tel:", "javascript:", "data:")):
        return None
    try:
        return urljoin(base, href) if base else href
    except ValueError:
        return None
