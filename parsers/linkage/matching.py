"""Match the documents of a source with the records of the same diploma.

By the page's address, then by code, then by code and title among options, last by type, name and
date of the order together; never by acronym or title alone (measured: one acronym stands for six
diplomas, 45 codes are shared by several fiches, a page has up to four diplomas). An address alone
is no reason either, since addresses outlive diplomas: where no code tells, the page's name must
hold the words of the document's. Where more than one pairing would do, none is made, and options
of different letters are never one, nor are diplomas of one code whose names share no word and whose
orders share no date: a wrong value is worse than a missing one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from parsers.segment.page_diplomas import letter
from schema.diploma_type import RENAMED
from schema.name_words import OPTION_WORDS, name_words, option_part, without_option
from schema.text import fold
from schema.title import is_acronym_of

By = Literal["address", "code", "code-title", "title-date"]
_AFTER_LETTER = re.compile(rf"\b(?:{'|'.join(OPTION_WORDS)}) [a-z]\b")
# Tells whether one of two codes succeeds the other.
Related = Callable[[str, str], bool]


class Known(NamedTuple):
    """The facts of a record or of a document for matching.

    `name`: unique among its kind. `page`: the key of its page's address (host and case aside),
    None without a page. `type`: of diploma, None when unknown. `title`: without the type's words.
    `dates`: ISO days of its orders, repeals aside.
    """

    name: str
    page: str | None
    code: str | None
    type: str | None
    title: str
    dates: tuple[str, ...] = ()


class Link(NamedTuple):
    """A document and the record it completes, and what they have in common."""

    document: str
    target: str
    by: By


class Joined(NamedTuple):
    """`links`, and for each document that could not be placed the records it may belong to.

    `refused`: documents and records of one code that are two diplomas by their names.
    """

    links: tuple[Link, ...]
    doubtful: Mapping[str, tuple[str, ...]]
    refused: tuple[tuple[str, str], ...] = ()


def join(
    targets: Iterable[Known],
    documents: Iterable[Known],
    related: Related,
    shared: bool = False,
    rivals: Iterable[Known] = (),
    codes: Iterable[str] = (),
) -> Joined:
    """Pair `documents` of one source with `targets`.

    A target gets one document at most. A document completes one target, unless its source is
    `shared`: then its statements hold for every diploma that bears its code. `related` tells
    whether one of two codes succeeds the other. `rivals`: the diplomas of all sources; if a rival
    shares more words with the page's title than the document does, the address does not link them.
    `codes`: taken codes; name and date never give them to another record.
    """
    work = _Work({t.name: t for t in targets}, {d.name: d for d in documents}, shared)
    at_address = work.edges(lambda known: known.page)
    of_code = work.edges(lambda known: known.code)
    work.link("address", (e for e in at_address if e.same_code))
    work.link("address", (e for e in at_address if e.same_code and e.same_option))
    # A page without a code, or with one that has been replaced since.
    work.link("address", (e for e in at_address if e.lacks_code and e.same_type and e.same_title))
    # A document whose code another diploma has is not linked to this one by its address.
    named = [e for e in at_address if e.lacks_code and e.same_type and e.holds_name]
    named = work.without_code_elsewhere(named, of_code)
    names = _Names(rivals) if named else None
    work.link("address", (e for e in named if names is None or not names.fuller(e)))
    homeless = work.without_code_elsewhere(at_address, of_code)
    work.link("address", (e for e in homeless if e.succeeds(related)))
    work.link("code", (e for e in work.alone(of_code) if not e.contradict))
    work.link("code-title", (e for e in of_code if e.same_option))
    dated: list[_Edge] = []
    if shared:
        taken = {*codes, *(target.code for target in work.targets.values())}
        dated = [e for e in work.edges(_by_type_and_name) if e.same_date and e.lacks_code]
        free = [e for e in dated if e.document.code not in taken]
        work.link("title-date", work.alone(free))
    refused = tuple(
        (e.document.name, e.target.name)
        for e in of_code
        if e.contradict and e.target.name not in work.done_targets
    )
    return Joined(tuple(work.links), work.doubtful([*at_address, *of_code, *dated]), refused)


def _by_type_and_name(known: Known) -> str | None:
    return f"{known.type} {fold(known.title)}" if known.type else None


class _Names:
    """Look-up of the diplomas of all sources by a word of their names."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_word: dict[str, list[Known]] = {}
        for diploma in known:
            for word in name_words(diploma.title).words:
                self._by_word.setdefault(word, []).append(diploma)

    def fuller(self, edge: "_Edge") -> bool:
        """Return whether another diploma shares more words with the page than the document does."""
        words = name_words(edge.document.title).words
        page = name_words(edge.target.title)
        return any(
            words < name_words(rival.title).words and page.hold(name_words(rival.title))
            for word in page.words - words
            for rival in self._by_word.get(word, ())
            if _Edge(rival, edge.target).same_type
        )


def is_same_option(first: Known, second: Known) -> bool:
    """Return whether two diplomas of one code are the same: equal names, or the same option."""
    edge = _Edge(first, second)
    return edge.same_code and not edge.are_two and (edge.same_option or not edge.has_options)


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
    def same_date(self) -> bool:
        return bool(set(self.document.dates) & set(self.target.dates))

    @property
    def same_type(self) -> bool:
        """Return whether the types are equal, as far as both are known."""
        types = {self.document.type, self.target.type} - {None}
        return len(types) < 2 or types == RENAMED

    @property
    def has_options(self) -> bool:
        """Return whether both names name an option."""
        return bool(option_part(self.document.title) and option_part(self.target.title))

    @property
    def same_title(self) -> bool:
        return fold(self.document.title) == fold(self.target.title)

    @property
    def same_option(self) -> bool:
        if self.same_title:
            return True
        same = None not in self._letters and len(set(self._letters)) == 1
        texts = [_words(_AFTER_LETTER.split(fold(side.title), maxsplit=1)[-1]) for side in self]
        return same and (not all(texts) or bool(texts[0] & texts[1]))

    @property
    def holds_name(self) -> bool:
        """Return whether the target's name holds the words of the document's.

        Both are options, or neither.
        """
        document, target = self.document.title, self.target.title
        words = name_words(document)
        if not words.words or bool(option_part(document)) != bool(option_part(target)):
            return False
        if name_words(target).hold(words):
            return True
        stems = name_words(without_option(target)), name_words(without_option(document))
        return self.same_option and stems[0].hold(stems[1])

    @property
    def are_two(self) -> bool:
        """Return whether they are two diplomas for certain: options of different letters."""
        return None not in self._letters and len(set(self._letters)) == 2

    @property
    def contradict(self) -> bool:
        """Return whether the names speak against one code.

        Options of different letters or without a common word; names that share no word where no
        order has one date, and neither is the other's acronym.
        """
        if None not in self._letters:
            return self.are_two
        titles = [side.title for side in self]
        if self.has_options and self._letters == (None, None):
            return _share_nothing(*map(option_part, titles))
        are_dated = self.document.dates and self.target.dates
        return bool(are_dated) and not self.same_date and _share_nothing(*titles)

    def succeeds(self, related: Related) -> bool:
        """Return whether one diploma bears the code of the other's predecessor or successor."""
        first, second = self.document.code, self.target.code
        if first is None or second is None or first == second:
            return False
        return self.same_type and (related(first, second) or self.same_title)

    @property
    def _letters(self) -> tuple[str | None, str | None]:
        return letter(self.document.title), letter(self.target.title)


def _share_nothing(first: str, second: str) -> bool:
    """Return whether two names have no word in common, and neither is the other's acronym."""
    words, others = name_words(first), name_words(second)
    if not (words.words and others.words):
        return False
    shared = (words.words | words.joined) & (others.words | others.joined)
    return not (shared or is_acronym_of(first, second) or is_acronym_of(second, first))


def _words(text: str) -> set[str]:
    """Return the longer words of a folded text."""
    return {word for word in text.split() if len(word) > 3}


class _Work:
    """The pairs made so far, and the documents and targets that have no pair yet."""

    def __init__(
        self, targets: dict[str, Known], documents: dict[str, Known], shared: bool
    ) -> None:
        self.targets, self.documents, self.shared = targets, documents, shared
        self.links: list[Link] = []
        self.done_targets: set[str] = set()
        self.done_documents: set[str] = set()

    def edges(self, key: Callable[[Known], str | None]) -> list[_Edge]:
        """Pair every document with every target of the same `key`."""
        documents = [(d, value) for d in self.documents.values() if (value := key(d))]
        # of targets only those that a document may meet: there are as many as pages
        by_key: dict[str | None, list[Known]] = {value: [] for _, value in documents}
        for target in self.targets.values():
            if (value := key(target)) in by_key:
                by_key[value].append(target)
        return [_Edge(d, target) for d, value in documents for target in by_key[value]]

    def link(self, by: By, edges: Iterable[_Edge]) -> None:
        """Keep the open `edges` whose document and target have no other choice."""
        for edge in self.alone(self._open(edges)):
            if not edge.are_two:
                self.links.append(Link(edge.document.name, edge.target.name, by))
                self.done_targets.add(edge.target.name)
                self.done_documents.add(edge.document.name)

    def alone(self, edges: Iterable[_Edge]) -> list[_Edge]:
        """Select the `edges` whose ends have no other; a shared document may have several."""
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
        """Keep the edges whose document and target both have no match by code."""
        documents = {edge.document.name for edge in of_code}
        targets = {edge.target.name for edge in of_code}
        left = (edge for edge in edges if edge.document.name not in documents)
        return [edge for edge in left if edge.target.name not in targets]

    def doubtful(self, edges: Iterable[_Edge]) -> dict[str, tuple[str, ...]]:
        """List the open documents that `edges` would still connect, with the targets of each."""
        candidates: dict[str, dict[str, None]] = {}
        for edge in self._open(edges):
            if edge.document.name not in self.done_documents and not edge.are_two:
                candidates.setdefault(edge.document.name, {})[edge.target.name] = None
        return {name: tuple(targets) for name, targets in candidates.items()}

    def _open(self, edges: Iterable[_Edge]) -> Iterator[_Edge]:
        for edge in edges:
            is_done = edge.document.name in self.done_documents and not self.shared
            if edge.target.name not in self.done_targets and not is_done:
                yield edge
