"""Recognise answers that are no référentiel where one stood, so that they are held back.

An error page that the classifier does not know, a page cut off, one of another diploma, or one that
lost most of its fields must not replace good content after a single day. The decision is made when
the page is fetched and noted in the journal, so that a version is a function of archive and code.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

from parsers.model.document import Document
from parsers.model.reading import ReadRecord
from parsers.parse import records_of
from schema.errors import Refused
from schema.issues import IssueCode
from schema.lexicon import Lexicon
from schema.referential import Referential
from scraper.crawl.diploma_identity import identities, other_diploma, returns
from scraper.crawl.response_check import states_diploma
from scraper.model.response import Response

# Fields of every record, and fields derived from its title and code.
_NOT_COUNTED = frozenset(
    "id url page title name acronym diploma_type diploma_type_label level nsf_code nsf_label "
    "status sources source_kind content_sha256 issues".split()
)
# A page with a single field says too little to be compared.
_FEWEST_FIELDS = 2
_TAG = re.compile(rb"<([a-zA-Z][a-zA-Z0-9]{0,20})")


class Suspicion(NamedTuple):
    """Why an answer is suspect. `signature`: equal for answers that are suspect alike.

    `is_of_page`: whether the page itself has changed, and no wall or other page stands before it.
    """

    reason: str
    signature: str
    is_of_page: bool = False


def suspicion(
    url: str,
    former: Response,
    new: Response,
    lexicon: Lexicon,
    contents: Iterable[str] = (),
    is_back: bool = False,
) -> Suspicion | None:
    """Compare `new` with the content `former` of the page `url`; None if it may replace it.

    Both are read with `lexicon`, so that labels which it knows are no loss.

    Suspect are a page that the reader refuses, one whose end is missing, the content of another
    page (`contents`: the SHA-256 of each) or of another diploma, which a cache on the way may have
    mixed up, and one with less than half of the former fields. Content that was no référentiel is
    replaced by anything; that of a diploma of another page by what the page held before
    (`is_back`), or by a diploma that the packaged list knows there.
    """
    before = _records(url, former, lexicon)
    if isinstance(before, Refused):
        return None
    after = _records(url, new, lexicon)
    if isinstance(after, Refused):
        reason, signature = f"{after.reason.value}: {after.detail}", _skeleton(after.reason, new)
        return Suspicion(reason, signature, states_diploma(new))
    if _is_cut_off(after) and not _is_cut_off(before):
        reason = "its end is missing, which was there before"
        return Suspicion(reason, f"cut-off {_sha256(new)}", is_of_page=True)
    if _sha256(new) in contents:
        return Suspicion("it is the content of another page", f"of-another {_sha256(new)}")
    was, now = identities(before), identities(after)
    if returns(url, was, now, is_back):
        return None
    if others := other_diploma(url, was, now):
        named = ", ".join(sorted(other.title for other in others))
        return Suspicion(f"it is of another diploma: {named}", f"other-diploma {named}")
    fields, remaining = _fields(before), _fields(after)
    if len(fields) >= _FEWEST_FIELDS and len(remaining & fields) * 2 < len(fields):
        lost = ", ".join(sorted(fields - remaining))
        signature = f"lost-fields {' '.join(sorted(remaining))}"
        return Suspicion(f"it lost {lost}", signature, is_of_page=True)
    return None


def is_refused(url: str, response: Response, lexicon: Lexicon) -> bool:
    """Return whether the reader refuses `response` as the page `url`."""
    return isinstance(_records(url, response, lexicon), Refused)


def _records(url: str, response: Response, lexicon: Lexicon) -> tuple[ReadRecord, ...] | Refused:
    document = Document(response.body, url, response.content_type)
    try:
        return records_of(document, lexicon)
    except Refused as refused:
        return refused


def _is_cut_off(records: tuple[ReadRecord, ...]) -> bool:
    return any(
        issue.issue is IssueCode.UNCLOSED_DOCUMENT
        for read_record in records
        for issue in read_record.record.issues
    )


def _fields(records: tuple[ReadRecord, ...]) -> set[str]:
    """Return the names of the fields that have a value in any record of a page."""
    return {
        name
        for read_record in records
        for name in Referential.model_fields
        if name not in _NOT_COUNTED and getattr(read_record.record, name) not in (None, "", (), [])
    }


def _skeleton(reason: object, response: Response) -> str:
    """Identify a refused page by its tags: its texts may hold a time or a number of the request."""
    tags = b" ".join(_TAG.findall(response.body))
    return f"{reason} {hashlib.sha256(tags or response.body).hexdigest()}"


def _sha256(response: Response) -> str:
    return hashlib.sha256(response.body).hexdigest()
