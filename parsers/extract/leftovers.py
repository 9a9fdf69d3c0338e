"""Texts of which nothing was read: each an issue, with the field whose words it holds."""

import re
from collections.abc import Iterator

from parsers.extract.nor import nor_in
from parsers.extract.rows import Row
from schema.code import codes_in
from schema.dates import placed_dates
from schema.issues import Issue, IssueCode, issue
from schema.vocabulary import page_words

# So many texts of a page that hold no signal are told one by one.
_MOST = 20
_ORDER = re.compile(r"\barr?etes?\b|\bdecrets?\b|\bcreee?\b|\bmodifiee?\b|\babrogee?\b")
_SESSION = re.compile(r"\bsessions?\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_REPEAL = re.compile(
    r"\babrog(?:ee?|ation)s?\b|\bsupprimee?s?\b|n'est plus en vigueur|\bremplacee?s? par\b"
)
_RNCP = re.compile(r"\brncp\W{0,12}\d")
# The fields that a label could have named, in the order in which their words decide.
_NAMEABLE = (
    "level", "duration_label", "code", "rncp_codes", "legal_texts", "first_session", "documents",
    "trades", "access", "further_study",
)  # fmt: skip


def signal_field(text: str, plain: str) -> str | None:
    """Return the field of a signal in a text (`plain`: folded): what a record must not lose."""
    if nor_in(text) or (_ORDER.search(plain) and placed_dates(plain)):
        return "legal_texts"
    if _SESSION.search(plain) and _YEAR.search(plain):
        return "last_session" if "derni" in plain else "first_session"
    if _RNCP.search(plain):
        return "rncp_codes"
    if codes_in(text):
        return "code"
    return "status" if _REPEAL.search(plain) else None


def likely_field(text: str, plain: str) -> str | None:
    """Return the field of a signal in a text (`plain`: folded), else the one whose words it has."""
    return signal_field(text, plain) or _worded_field(plain)


def _worded_field(plain: str) -> str | None:
    return next((f for f in _NAMEABLE if page_words(f"words of {f}").search(plain)), None)


class Leftovers:
    """Takes rows of which nothing was read and makes issues of them."""

    def __init__(self) -> None:
        self._untold = 0

    def add(self, row: Row) -> Iterator[Issue]:
        """Yield the issues of one row.

        None for a row of a section; for one above the title or below an unknown heading only when
        it holds a signal.
        """
        if row.section is not None:
            return
        field = signal_field(row.text, row.plain)
        text, place = row.text[:200], row.place
        heads = row.unknown is not None and row.unknown is row.pieces[0]
        if field:
            said = issue(IssueCode.UNLABELLED_TEXT, field, text, None, place)
            yield said.model_copy(update={"level": "warning"})
        elif heads and not row.above:
            detail = "its text is left out"
            yield issue(IssueCode.UNKNOWN_HEADING, None, text, detail, place)
        elif row.unknown is None and not row.above and not row.names:
            for piece in row.pieces:
                self._untold += 1
                if self._untold <= _MOST:
                    field = _worded_field(row.plain)
                    text, place = piece.text[:200], piece.block.place
                    yield issue(IssueCode.UNLABELLED_TEXT, field, text, None, place)

    def rest(self) -> Iterator[Issue]:
        """Yield one issue for the texts that were too many to be told one by one."""
        if self._untold > _MOST:
            more = f"{self._untold - _MOST} more texts that belong to no field"
            yield issue(IssueCode.UNLABELLED_TEXT, None, None, more)
