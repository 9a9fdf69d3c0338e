"""How a document of a source was matched with the records: the words that every table uses."""

from typing import Literal

# The fact by which a document was joined to a record; `none`: no record is of its diploma;
# `ambiguous`: it may belong to several; `site-only`: a record that no document of the source has.
MatchKind = Literal["address", "code", "code-title", "title-date", "none", "ambiguous", "site-only"]
