"""Types of files by the extension of an address: documents of a référentiel, and pages."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
FILE_TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "odt": f"{_OPEN}.text",
    "rtf": "application/rtf",
    "xls": "application/vnd.ms-excel",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "ods": f"{_OPEN}.spreadsheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "zip": "application/zip",
    "txt": "text/plain",
    "tif": "image/tiff",
}
_NAMES = {kind: extension.upper() for extension, kind in FILE_TYPES.items()}
# Of files given by name: only these need their type to be told from pages.
LOCAL_TYPES = {".md": "text/markdown", ".pdf": "application/pdf", ".json": "application/json"}
_PAGE_TYPES = {"html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml"}
# the size of a file, in a text beside its link
FILE_SIZE = re.compile(r"\d[\d.,]{0,12}\s?[km]?o\b", re.IGNORECASE)
_DOWNLOAD = re.compile(
    r"/\d+/(?:download|telecharg(?:er|ement))/?(?:[?#]|$)|/(?:download|telecharger)/\d+/?(?:[?#]|$)"
    # "/download/5c829e64/A1": a token, and what the file is called there
    r"|/(?:download|telecharg(?:er|ement))/(?=[^/]{0,40}\d)[\w-]{4,40}/[\w-]{1,80}/?(?:[?#]|$)"
    r"|/(?:dl|download|telecharg\w{0,7}|get_?file|fichier)\.(?:php|aspx?|jsp|cfm)\?"
    r"|[?&](?:eid=dumpfile|task=doc_download|action=acceder_document|attachment_id=\d|download=\d"
    # "index.php?module=telechargement&fichier=1888"
    r"|(?:id_)?(?:fichier|file)=\d|\w{1,20}=(?:download|telecharg(?:er|ement))&\w{1,20}=\d)",
    re.IGNORECASE,
)
# behind a file's name, what Plone shows of it: `annexe.pdf/at_download/file`, `annexe.pdf/view`
_SHOWN = re.compile(r"(?<=\.\w{3})/(?:at_download/\w{1,20}|@@download/.{0,200}|view)/?$")
# "PDF – 245 Ko", "Document PDF, 2 Mo", "Poids : 412 Ko" beside a link
# but "PDF : Annexe I", "[PDF] Annexe I"
_DETAIL = re.compile(
    r"\W{0,2}(?:(?:document|fichier|format|taille|poids|type|ic[oô]ne|image|logo|picto)\b\W{0,3}){0,2}"
    r"(?:\.?(?:pdf|docx?|od[ts]|xlsx?|pptx?|zip|rtf|html?)|\d{1,6}(?:[.,]\d+)?\s?(?:[km](?:i?[ob])?|octets|p(?:ages?)?))\b"
    r"(?!\s[:–-]\s[^\W\d]{4}|[\])]\s(?!nouve|ouv|t[ée]l[ée]ch|voir)(?-i:[A-ZÀ-Ý])[^\W\d]{3}).{0,30}",
    re.IGNORECASE,
)


def media_type(address: str) -> str | None:
    """Return the media type by an address's extension; None if that is not known."""
    extension = _extension(address)
    return FILE_TYPES.get(extension) or _PAGE_TYPES.get(extension)


def format_name(media_type: str) -> str:
    """Return what people call a media type: `DOCX`; of an unknown one its last part."""
    return _NAMES.get(media_type) or media_type.rpartition("/")[2].upper()


def is_file(address: str | None) -> bool:
    """Return whether an address leads to a document to download."""
    if not address:
        return False
    return _extension(address) in FILE_TYPES or is_download(address)


def is_download(address: str) -> bool:
    """Return whether a content management system hides a file's name: `/document/5123/download`."""
    return bool(_DOWNLOAD.search(address))


def is_file_detail(text: str) -> bool:
    """Return whether a text is no more than a file's format or size (`Document PDF, 2 Mo`)."""
    return bool(_DETAIL.fullmatch(text))


def is_page(address: str | None) -> bool:
    """Return whether an address may lead to a page: no fragment, no file."""
    if not address or address.startswith("#"):
        return False
    return media_type(address) in {None, *_PAGE_TYPES.values()}


def file_name(address: str) -> str:
    """Return the last step of an address's path."""
    return address.split("?")[0].split("#")[0].rstrip("/").replace("\\", "/").rpartition("/")[2]


@lru_cache(maxsize=256)  # each link of a page is asked about many times
def _extension(address: str) -> str:
    """Return the extension of the path, or of a file that the query names (`?doc=a.pdf`)."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    named = parts.query.rpartition(".")[2].lower()
    return named if named in FILE_TYPES else _end(parts.path)


def _end(path: str) -> str:
    if path.endswith(("/view", "/file")) or "/@@download/" in path:
        path = _SHOWN.sub("", path)
    return path.rpartition(".")[2].lower() if "." in path else ""
