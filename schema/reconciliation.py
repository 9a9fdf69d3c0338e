"""How a document of one source met the records: the words in which every table says it."""

from typing import Literal

# By what a document was joined to a record; `none`: it is of no record's diploma; `ambiguous`: of
# which is not certain; `site-only`: a record that no document of the source is of.
Match = Literal["address", "code", "code-title", "none", "ambiguous", "site-only"]
