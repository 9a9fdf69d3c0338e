"""Make an issue of each text of which nothing was read, with the field whose words it holds."""

import re
from collections.abc import Iterable, Iterator

from parsers.extract.nor import nor_in
from parsers.extract.row import Row
from parsers.extract.succession import OWN_CODE
from parsers.model.statement import Finding
from parsers.segment.value_shapes import says_nothing
from schema.code import codes_in
from schema.dates import placed_dates
from schema.errors import ProgramFault
from schema.issues import Issue, IssueCode, issue, unlabelled
from schema.referential import Referential
from schema.text import has_digit
from schema.vocabulary import page_words, rows

LONGEST_VALUE = 200  # of the text that an issue quotes
# At most this many texts without a signal get an issue each; the rest share one.
_MOST = 20
_ORDER = re.compile(r"\barr?etes?\b|\bdecrets?\b|\bcreee?\b|\bmodifiee?\b|\babrogee?\b")
_SESSION = re.compile(r"\bsessions?\b")
_LAST = re.compile(r"\bderni|\bferm|\bfin\b|\bcloture|\brattrapage|\bsupplementaire")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REPEAL = page_words("words of status")
_NOTHING_READ = "nothing was read below its label"
# such as "PDF - 2,9 Mo", or the address of a file, beside the link to it
_OF_A_FILE = re.compile(r"\d\s?[km]o\b|://", re.IGNORECASE)
_OF_ROWS = frozenset({"legal_texts", "documents"})
_RNCP = re.compile(r"\brncp\W{0,12}\d")
_WORDS_OF = "words of "
# The words of each field that has some in `page_words.csv`, in the order in which they decide.
_WORDS = {
    kind.removeprefix(_WORDS_OF): page_words(kind)
    for kind in dict.fromkeys(row["kind"] for row in rows("page_words.csv"))
    if kind.startswith(_WORDS_OF)
}
if unknown := sorted(_WORDS.keys() - Referential.model_fields):
    raise ProgramFault(f"schema/data/page_words.csv: words of no field of a record: {unknown}")


def signal_field(text: str, plain: str) -> str | None:
    """Return the field of the first signal in a text (`plain`: folded) that no record must lose."""
    if has_digit(plain):
        if nor_in(text) or (_ORDER.search(plain) and placed_dates(plain)):
            return "legal_texts"
        if _SESSION.search(plain) and _YEAR.search(plain):
            return "last_session" if _LAST.search(plain) else "first_session"
        if _RNCP.search(plain):
            return "rncp_codes"
        if codes_in(text):
            return "code"
    return "status" if _REPEAL.search(plain) else None


def likely_field(text: str, plain: str) -> str | None:
    """Return the field of a signal in a text (`plain`: folded), else the one whose words it has."""
    return signal_field(text, plain) or _worded_field(plain)


def _worded_field(plain: str) -> str | None:
    return next((field for field, words in _WORDS.items() if words.search(plain)), None)


class Leftovers:
    """Takes rows of which nothing was read and makes issues of them.

    `code`: the diploma's own, of which a text without a label loses nothing.
    """

    def __init__(self, code: str | None) -> None:
        self._code = code
        self._untold = 0
        self._sections: dict[int, list[Row]] = {}  # rows of which nothing was read
        self._read: set[int] = set()

    def read(self, row: Row, findings: Iterable[Finding]) -> None:
        """Take note of a row of which something was read: whether what its label says."""
        field = row.field
        if field in _OF_ROWS and any(finding.field == field for finding in findings):
            self._read.add(id(row.section))

    def add(self, row: Row) -> Iterator[Issue]:
        """Yield the issues of one row.

        A row of a section gives none, unless nothing at all is read of the section: then `rest` has
        it. A row above the title or below an unknown heading gives one only where it holds a
        signal.
        """
        if row.section is not None:
            cell = row.pieces[0].block.cell
            is_head = row.names or (cell and (cell.header or (len(row.pieces) > 1 > cell.row)))
            is_other = (
                row.field not in _OF_ROWS
                or is_head
                or _OF_A_FILE.search(row.text)
                or says_nothing(row.text)
            )
            if not is_other:
                self._sections.setdefault(id(row.section), []).append(row)
            return
        field = signal_field(row.text, row.plain)
        heads = row.unknown is not None and row.unknown is row.pieces[0]
        is_own = field == "code" and {*codes_in(row.text)} == {self._code}
        if field and not is_own:
            remark = unlabelled(field, row.text[:200], None, row.place)
            yield remark.model_copy(update={"severity": "warning"})
        elif heads and not row.above:
            text = row.text[:LONGEST_VALUE]
            yield issue(IssueCode.UNKNOWN_HEADING, None, text, None, row.place)
        elif row.unknown is None and not row.above and not row.names:
            for piece in row.pieces:
                self._untold += 1
                if self._untold <= _MOST:
                    field, detail = (
                        ("code", OWN_CODE) if is_own else (_worded_field(row.plain), None)
                    )
                    yield unlabelled(field, piece.text[:200], detail, piece.block.place)

    def rest(self) -> Iterator[Issue]:
        """Yield the issues of sections of which nothing was read; one for all beyond `_MOST`."""
        for section, unread in self._sections.items():
            for row in unread if section not in self._read else ():
                yield unlabelled(row.field, row.text[:200], _NOTHING_READ, row.place)
        if self._untold > _MOST:
            more = f"{self._untold - _MOST} more texts that belong to no field"
            yield unlabelled(None, None, more)
