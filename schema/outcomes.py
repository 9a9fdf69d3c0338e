"""Outcomes of pages and of matching: the words that every table uses for them."""

from typing import Literal

# The outcome of reading a page. Not that of the network in one run (new, same, not modified):
# it differs between two runs that found the same, and would make versions without any news.
PageOutcome = Literal[
    "record", "refused", "alias", "gone", "failed", "robots", "not-tried", "not-in-copy"
]
# The outcome of a document (annexe) that a page links to; what came last stays where it came.
DocumentOutcome = Literal[
    "text", "scanned", "unreadable", "failed", "robots", "not-tried", "not-in-copy"
]
# The fact by which a document was joined to a record; `none`: no record is of its diploma;
# `ambiguous`: it may belong to several; `site-only`: a record that no document of the source has.
MatchKind = Literal[
    "address", "code", "code-title", "title-date", "trade", "rncp", "none", "ambiguous", "site-only"
]
