"""Turn the reading of a document into bytes and back: for the cache, and between processes.

JSON, checked by the models when it is read back: whoever can write the cache, or answers as a
worker, can state wrong values but run nothing here. A reading made in this process is equal to the
one that its bytes give back.
"""

import platform
import sys
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter
from pydantic_core import to_json

import parsers
import schema
from parsers.model.document import Document, ExpectedDiploma
from parsers.model.reading import Reading
from parsers.model.statement import Statement
from schema.errors import Refused, UnusableInput
from schema.issues import Refusal
from schema.lexicon import Lexicon
from scraper.pipeline.readings_cache import packed

# The libraries that `parsers` and `schema` import.
LIBRARIES = ("markdown-it-py", "pydantic", "pydantic-core", "pypdf", "selectolax",
             "snowballstemmer", "w3lib")  # fmt: skip


class Task(NamedTuple):
    """A document to be read; `expected`: see `parsers.parse.read`."""

    document: Document
    expected: tuple[ExpectedDiploma, ...] = ()


class _Refusal(NamedTuple):
    reason: Refusal
    detail: str


_READING = TypeAdapter(Reading)
_REFUSAL = TypeAdapter(_Refusal)
# The first byte: a reading or a refusal.
_READ, _REFUSED = b"r", b"x"


def read_task(task: Task, lexicon: Lexicon) -> Reading | Refused:
    """Read a document; return its records, or the reason of its refusal.

    The values of statements are left out: the record holds them, and nothing asks for them later.
    """
    # A process that lets others read, or takes kept readings, does not compile a thousand patterns.
    from parsers.parse import read

    try:
        reading = read(task.document, lexicon, task.expected)
    except Refused as refused:
        return Refused(refused.reason, refused.detail)  # without its traceback
    records = tuple(
        record._replace(evidence=tuple(Statement(s.field, None, *s[2:]) for s in record.evidence))
        for record in reading.records
    )
    return reading._replace(records=records)


def stored(reading: Reading | Refused) -> bytes:
    """Return the bytes of what `read_task` returned."""
    if isinstance(reading, Refused):
        return _REFUSED + _REFUSAL.dump_json(_Refusal(reading.reason, reading.detail))
    return _READ + _READING.dump_json(reading)


def restored(reading: bytes) -> Reading | Refused:
    """Return the reading from the bytes of `stored`. `ValueError` for other bytes."""
    if reading[:1] == _REFUSED:
        return Refused(*_REFUSAL.validate_json(reading[1:]))
    return _READING.validate_json(reading[1:])


def task_key(task: Task, lexicon_file: bytes | None) -> bytes:
    """Return the hash of all that the reading of a document depends on."""
    document = task.document
    facts = (
        program(),
        lexicon_file is not None and sha256(lexicon_file).hexdigest(),
        sha256(document.body).hexdigest(),
        *document[1:],
        task.expected,
    )
    return sha256(to_json(facts)).digest()


def content_key(body_sha256: str, lexicon_file: bytes | None) -> bytes:
    """Return a hash that the readings of one content by one program and lexicon share."""
    lexicon = lexicon_file and sha256(lexicon_file).hexdigest()
    return sha256(f"{program()} {lexicon} {body_sha256}".encode()).digest()[:16]


@cache
def program() -> str:
    """Return the hash of the code and data that read documents, and of their libraries."""
    digest = sha256(f"{sys.implementation.name} {platform.python_version()}\n".encode())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for folder in (Path(parsers.__file__).parent, Path(schema.__file__).parent):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                name = path.relative_to(folder.parent).as_posix()
                digest.update(f"{name} {sha256(path.read_bytes()).hexdigest()}\n".encode())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


def stored_by_worker(
    tasks: Sequence[Task], lexicon_file: bytes | None, wanted: str
) -> tuple[bytes, ...]:
    """Read documents in a process of its own, anywhere; return their readings, packed.

    `UnusableInput` where the hash of the program there is not `wanted`.
    """
    if program() != wanted:
        raise UnusableInput(
            "a worker runs another version of the program, of a library or of Python: install "
            "the same on every machine"
        )
    return tuple(packed(stored(read_task(task, _lexicon(lexicon_file)))) for task in tasks)


@cache
def _lexicon(file: bytes | None) -> Lexicon:
    packaged = Lexicon.packaged()
    return packaged if file is None else packaged.extended(file, Path("lexicon"))
