"""Which documents of another source speak of which of our diplomas.

By the page's address, then by code, then by code and title among options; never by sigle or
title alone (measured: one sigle stands for six diplomas, 45 codes are shared by several fiches,
a page has up to four diplomas). Where more than one pairing would do, none is made, and options of
different letters are never one: a wrong value is worse than a missing one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from parsers.segment.options_model import letter
from schema.text import fold

By = Literal["address", "code", "code-title"]
_AFTER_LETTER = re.compile(r"\boptions? [a-z]\b")
# Types under which one diploma may be known: since 2023 the former MC are CS.
_RENAMED = {"MC", "CS"}
# Whether the second code takes the place of the first, or the first that of the second.
Related = Callable[[str, str], bool]


class Known(NamedTuple):
    """A diploma as joining sees it: a record, or a document of a source.

    `name`: unique among its kind. `page`: what tells its page's address from others (host and
    case aside), None without one. `type`: of diploma, None when unknown. `title`: without the
    type's words.
    """

    name: str
    page: str | None
    code: str | None
    type: str | None
    title: str


class Link(NamedTuple):
    """A document and the record it completes, and what they have in common."""

    document: str
    target: str
    by: By


class Joined(NamedTuple):
    """`links`, and for each document that could not be placed the records it may belong to."""

    links: tuple[Link, ...]
    doubtful: Mapping[str, tuple[str, ...]]


def join(
    targets: Iterable[Known],
    documents: Iterable[Known],
    related: Related,
    shared: bool = False,
) -> Joined:
    """Pair `documents` of one source with `targets`.

    A target gets one document at most. A document completes one target, unless its source is
    `shared`: then what it says holds for every diploma that bears its code. `related` tells
    whether one of two codes succeeds the other.
    """
    work = _Work({t.name: t for t in targets}, {d.name: d for d in documents}, shared)
    at_address = work.edges(lambda one: one.page)
    of_code = work.edges(lambda one: one.code)
    work.link("address", (e for e in at_address if e.same_code))
    work.link("address", (e for e in at_address if e.same_code and e.same_option))
    # A page without a code, or with one that has been replaced since.
    work.link("address", (e for e in at_address if e.lacks_code and e.same_type and e.same_title))
    # What finds its own code elsewhere is not taken for another diploma because of a link.
    lonely = work.without_code_elsewhere(work.alone(at_address), of_code)
    alike = (e for e in lonely if e.same_type and e.like_options and e.like_titles)
    work.link("address", (e for e in alike if e.lacks_code))
    homeless = work.without_code_elsewhere(at_address, of_code)
    work.link("address", (e for e in homeless if e.succeeds(related)))
    work.link("code", work.alone(of_code))
    work.link("code-title", (e for e in of_code if e.same_option))
    return Joined(tuple(work.links), work.doubtful([*at_address, *of_code]))


class _Edge(NamedTuple):
    document: Known
    target: Known

    @property
    def same_code(self) -> bool:
        return self.document.code is not None and self.document.code == self.target.code

    @property
    def lacks_code(self) -> bool:
        return self.document.code is None or self.target.code is None

    @property
    def same_type(self) -> bool:
        """As far as both are known."""
        types = {self.document.type, self.target.type} - {None}
        return len(types) < 2 or types == _RENAMED

    @property
    def same_title(self) -> bool:
        return fold(self.document.title) == fold(self.target.title)

    @property
    def same_option(self) -> bool:
        if self.same_title:
            return True
        same = None not in self._letters and len(set(self._letters)) == 1
        texts = [_words(_AFTER_LETTER.split(fold(one.title), maxsplit=1)[-1]) for one in self]
        return same and (not all(texts) or bool(texts[0] & texts[1]))

    @property
    def like_titles(self) -> bool:
        """Whether half the words of the shorter title stand in the other: a link may be wrong, and
        there is no code to tell.
        """
        one, other = (_words(fold(known.title)) for known in self)
        return 2 * len(one & other) >= min(len(one), len(other)) > 0

    @property
    def like_options(self) -> bool:
        """Whether both are the same option, or neither is any."""
        one, other = (fold(t.title).partition(" option ")[2] for t in self)
        return self.same_option or one == other

    @property
    def are_two(self) -> bool:
        """Whether they cannot be one diploma: the option's letter is another one."""
        return None not in self._letters and len(set(self._letters)) == 2

    def succeeds(self, related: Related) -> bool:
        """Whether one is the other under the code of another time."""
        mine, other = self.document.code, self.target.code
        if mine is None or other is None or mine == other:
            return False
        return self.same_type and (related(mine, other) or self.same_title)

    @property
    def _letters(self) -> tuple[str | None, str | None]:
        return letter(self.document.title), letter(self.target.title)


def _words(text: str) -> set[str]:
    """The words of a folded text that say something."""
    return {word for word in text.split() if len(word) > 3}


class _Work:
    """What is paired so far."""

    def __init__(
        self, targets: dict[str, Known], documents: dict[str, Known], shared: bool
    ) -> None:
        self.targets, self.documents, self.shared = targets, documents, shared
        self.links: list[Link] = []
        self.done_targets: set[str] = set()
        self.done_documents: set[str] = set()

    def edges(self, key: Callable[[Known], str | None]) -> list[_Edge]:
        """Every document beside every target with the same `key`."""
        by_key: dict[str, list[Known]] = {}
        for target in self.targets.values():
            if value := key(target):
                by_key.setdefault(value, []).append(target)
        return [
            _Edge(document, target)
            for document in self.documents.values()
            for target in by_key.get(key(document) or "", ())
        ]

    def link(self, by: By, edges: Iterable[_Edge]) -> None:
        """Pair those of the still open `edges` whose two ends have no other choice."""
        for edge in self.alone(self._open(edges)):
            if not edge.are_two:
                self.links.append(Link(edge.document.name, edge.target.name, by))
                self.done_targets.add(edge.target.name)
                self.done_documents.add(edge.document.name)

    def alone(self, edges: Iterable[_Edge]) -> list[_Edge]:
        """Those of `edges` whose ends have no other; a shared document may have several."""
        every = list(edges)
        choices = Counter(edge.target.name for edge in every)
        chosen = Counter(edge.document.name for edge in every)
        return [
            edge
            for edge in every
            if choices[edge.target.name] == 1 and (self.shared or chosen[edge.document.name] == 1)
        ]

    def without_code_elsewhere(
        self, edges: Iterable[_Edge], of_code: Iterable[_Edge]
    ) -> list[_Edge]:
        """Those of `edges` neither of whose ends has its code in common with any other."""
        documents = {edge.document.name for edge in of_code}
        targets = {edge.target.name for edge in of_code}
        return [
            edge
            for edge in edges
            if edge.document.name not in documents and edge.target.name not in targets
        ]

    def doubtful(self, edges: Iterable[_Edge]) -> dict[str, tuple[str, ...]]:
        """The open ends that `edges` would still connect."""
        found: dict[str, dict[str, None]] = {}
        for edge in self._open(edges):
            if edge.document.name not in self.done_documents and not edge.are_two:
                found.setdefault(edge.document.name, {})[edge.target.name] = None
        return {name: tuple(candidates) for name, candidates in found.items()}

    def _open(self, edges: Iterable[_Edge]) -> Iterator[_Edge]:
        for edge in edges:
            taken = edge.document.name in self.done_documents and not self.shared
            if edge.target.name not in self.done_targets and not taken:
                yield edge
