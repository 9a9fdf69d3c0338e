"""What became of an address: the words in which every table says it."""

from typing import Literal

# What reading made of a page. Not what the network did in one run (new, same, not modified):
# that differs between two runs that found the same, and would make versions that say nothing.
PageOutcome = Literal[
    "record", "refused", "alias", "gone", "failed", "robots", "not-tried", "not-in-copy"
]
