"""Tell by code and name whether the contents of a page are of the same diploma.

A cache on the way, or a site that is being rebuilt, may answer with the page of another diploma.
What such a page says tells it; its bytes do not, since a time or a token makes them new each time.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from parsers.model.reading import ReadRecord
from schema.diploma_type import RENAMED
from schema.name_words import NameWords, name_words
from schema.title import read_title
from scraper.model.known_diplomas import known_diplomas
from scraper.model.site import Site


class Identity(NamedTuple):
    """Hold what tells a diploma from others.

    `title`: as published, with its code. `types`: those that it may be; empty when unknown.
    """

    title: str
    code: str | None
    types: frozenset[str]
    name: NameWords

    def agrees(self, other: "Identity") -> bool:
        """Return whether this may be the diploma `other`, whose page was worded anew.

        The code decides where it is the same. A renovated diploma has a new code and keeps its
        name; where a page states no code, its name may be put otherwise, but not in other words.
        """
        if self.code and self.code == other.code:
            return True
        if not _same_type(self.types, other.types):
            return False
        if self.code and other.code:
            return self.name.hold(other.name) or other.name.hold(self.name)
        return bool(self.name.words & other.name.words)

    def is_named(self, other: "Identity") -> bool:
        """Return whether this is `other` by its code, or, where one has none, by type and name."""
        if self.code and other.code:
            return self.code == other.code
        return _same_type(self.types, other.types) and self.name.words == other.name.words


def _same_type(types: frozenset[str], others: frozenset[str]) -> bool:
    return not types or not others or bool(types & others) or (types | others) <= RENAMED


def identities(records: Iterable[ReadRecord]) -> tuple[Identity, ...]:
    """Return the identities of the diplomas of a page, as it states them; none without a name."""
    found = []
    for record, *_ in records:
        types = frozenset({record.diploma_type}) if record.diploma_type else frozenset[str]()
        words = name_words(record.name or record.title or "")
        if record.code or words.words:
            title = " ".join(filter(None, (record.title, record.code)))
            found.append(Identity(title, record.code, types, words))
    return tuple(found)


def other_diploma(
    url: str, former: tuple[Identity, ...], new: tuple[Identity, ...]
) -> tuple[Identity, ...]:
    """Return the diplomas of the content `new` of the page `url` if they are of another page.

    They are when none of them agrees with one of `former`, or when the packaged list knows them at
    other addresses alone. Empty when they may be this page's.
    """
    if not former or not new or any(n.code and n.code == f.code for n in new for f in former):
        return ()
    if not any(one.agrees(other) for one in new for other in former):
        return new
    return new if _is_here(url, new) is False and _is_here(url, former) is not False else ()


def returns(
    url: str, former: tuple[Identity, ...], new: tuple[Identity, ...], is_back: bool
) -> bool:
    """Return whether what belongs to the page `url` comes back, whatever `former` holds more.

    It does where the page held this content before (`is_back`), or where `former` is of another
    page by the packaged list, and `new` of this one.
    """
    is_here = _is_here(url, new)
    return is_here is not False if is_back else is_here is True and _is_here(url, former) is False


def _is_here(url: str, diplomas: tuple[Identity, ...]) -> bool | None:
    """Return whether the packaged list knows a page's diplomas there; None where it knows none."""
    places = [key for one in diplomas for key, known in _listed() if one.is_named(known)]
    return Site().key(url) in places if places else None


@cache
def _listed() -> tuple[tuple[str, Identity], ...]:
    """Return the diplomas of the packaged list, each with the key of its page."""
    listed = []
    for known in known_diplomas():
        title = read_title(known.title)
        words = name_words(title.name)
        identity = Identity(known.title, known.code or None, title.types, words)
        listed.append((Site().key(known.url), identity))
    return tuple(listed)
