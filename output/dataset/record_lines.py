"""The records of a version as lines of JSON on disk, with the sums of them that checks compare.

A record is dumped once: its line is hashed, compared with that of the version before, checked and
written as it stands here.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, NamedTuple, Self

from output.dataset.spool import Spool
from schema.referential import Referential
from schema.trade import Trade

Record = dict[str, Any]
# A code in a line, of the record or of what it names.
_CODE = re.compile(rb'"code":"([^"]*)"')
_EMPTY: tuple[Any, ...] = (None, "", [], ())


class RecordSums:
    """Counts records as they come.

    - `families`: records by type.
    - `filled`: for each field, the records of each type that have a value in it.
    - `substantial`: records of each type with a value in any field of `SUBSTANCE`.
    - `issues`: records by the codes of all their issues.
    """

    def __init__(self) -> None:
        self.families: Counter[str] = Counter()
        self.filled: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.substantial: Counter[str] = Counter()
        self.issues: Counter[frozenset[str]] = Counter()

    def add(self, values: Mapping[str, Any], issues: Iterable[str]) -> None:
        """Count a record, given as its values by field, and the codes of its issues."""
        family = str(values.get("diploma_type"))
        self.families[family] += 1
        for field, value in values.items():
            self.filled[field][family] += value not in _EMPTY
        self.substantial[family] += any(values.get(name) not in _EMPTY for name in SUBSTANCE)
        self.issues[frozenset(issues)] += 1


# An order, a document, a description, conditions of access or trades: the least that a page says.
SUBSTANCE = ("legal_texts", "documents", "description", "access", "trades")


class RecordKeys(NamedTuple):
    """The values of a record by which facts of its dataset are found."""

    id: str
    url: str | None
    page: str | None
    code: str | None
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    trades: tuple[Trade, ...]

    @classmethod
    def of(cls, record: Referential) -> Self:
        """Return those of a record."""
        return cls(record.id, record.url, record.page, record.code, record.replaces,
                   record.replaced_by, record.trades)  # fmt: skip


class RecordLines:
    """Lines of records by id, in order of it; `read` makes a record of a line."""

    def __init__(self, read: Callable[[bytes], Record] = json.loads) -> None:
        self.sums = RecordSums()
        self._read = read
        self._lines = Spool[tuple[str, bytes]](key=itemgetter(0))

    def dump(self, records: Iterable[Referential]) -> Iterator[Referential]:
        """Pass records on, adding the line of each."""
        for record in records:
            self.sums.add(dict(record), (remark.issue.value for remark in record.issues))
            self._lines.extend([(record.id, record.model_dump_json().encode())])
            yield record

    def extend(self, lines: Iterable[bytes]) -> None:
        """Add lines, without their ends."""
        self._lines.extend(map(self._counted, lines))

    def _counted(self, line: bytes) -> tuple[str, bytes]:
        record = self._read(line)
        issues = (remark.get("issue", "") for remark in record.get("issues") or ())
        self.sums.add(record, issues)
        return str(record["id"]), line

    def __len__(self) -> int:
        return len(self._lines)

    def ids(self) -> Iterator[str]:
        """Yield the ids in order."""
        return self._lines.keys()

    def __iter__(self) -> Iterator[Record]:
        return map(self._read, self.lines())

    def lines(self) -> Iterator[bytes]:
        """Yield the lines in order of ids."""
        return (line for _, line in self._lines)

    def line(self, name: str) -> bytes | None:
        """Return the line of an id, if there is one."""
        row = self._lines.get(name)
        return row[1] if row else None

    def of(self, names: Iterable[str]) -> Iterator[Record]:
        """Yield the records of ids that are there, in order."""
        for name in sorted(names):
            record = self.get(name)
            assert record is not None  # they are there
            yield record

    def of_codes(self, codes: Container[str]) -> Iterator[Record]:
        """Yield the records of codes, in order; the others are not made of their lines."""
        for line in self.lines():
            if any(code.decode() in codes for code in _CODE.findall(line)):
                record = self._read(line)
                if record.get("code") in codes:
                    yield record

    def get(self, name: str) -> Record | None:
        """Return the record of an id, if there is one."""
        line = self.line(name)
        return None if line is None else self._read(line)


class Records:
    """The records of lines, each made of its line where it is asked for."""

    def __init__(self, lines: RecordLines) -> None:
        self._lines = lines

    def __iter__(self) -> Iterator[Referential]:
        return map(Referential.model_validate_json, self._lines.lines())

    def __len__(self) -> int:
        return len(self._lines)

    def get(self, name: str) -> Referential | None:
        """Return the record of an id, if there is one."""
        line = self._lines.line(name)
        return None if line is None else Referential.model_validate_json(line)
