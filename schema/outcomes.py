"""Outcomes of pages and of matching: the words that every table uses for them."""

from typing import Literal

# The outcome of reading a page. The outcome of its request (new, same, not modified) is left out:
# it differs between two runs with the same content, and would make versions without a change.
PageOutcome = Literal[
    "record", "refused", "alias", "gone", "failed", "robots", "not-tried", "not-in-copy"
]
# The outcome of a document (annexe) that a page links to; after a failure the last content stays.
DocumentOutcome = Literal[
    "text", "scanned", "unreadable", "failed", "robots", "not-tried", "not-in-copy"
]
# The fact by which a document was joined to a record; `none`: no record describes its diploma;
# `ambiguous`: several records may; `site-only`: a record without a document of the source.
MatchKind = Literal[
    "address", "code", "code-title", "title-date", "trade", "rncp", "none", "ambiguous", "site-only"
]
