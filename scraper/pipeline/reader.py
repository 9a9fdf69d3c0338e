"""Read documents in their order: as they were kept, in this process, or by workers.

The results and their order are the same in every way. Workers get chunks of documents, as many at
a time as keeps them busy. When a worker dies, the documents of all chunks in progress are read
again one by one by a single worker: a document with which that worker dies twice ends the call.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar

from parsers.model.reading import Reading
from schema.errors import ProgramFault, Refused, TryLater, UnusableInput
from schema.lexicon import Lexicon
from scraper.pipeline.processes import MANY, ReadOptions
from scraper.pipeline.readings_cache import Readings, packed, unpacked
from scraper.pipeline.serialised_reading import (
    Task,
    content_key,
    program,
    read_task,
    restored,
    stored,
    stored_by_worker,
    task_key,
)
from scraper.pipeline.version_inputs import Inputs
from scraper.pipeline.workers import Workers, workers_of
from scraper.state.snapshot import ArchiveSnapshot

T = TypeVar("T")
# Documents, and bytes of them, with which a chunk is full: a tenth of a second of reading, beside
# which sending costs little, and after which the last chunk keeps nothing waiting for long.
_CHUNK, _CHUNK_BYTES = 16, 200_000
# Chunks at work or waiting for a worker.
_CHUNKS_AHEAD = 3
_TRIES = 2
# Seconds of waiting after which the number of workers is checked.
_PATIENCE = 30


@dataclass
class _Chunk:
    tasks: list[Task] = field(default_factory=list)
    future: Future[tuple[bytes, ...]] | None = None
    readings: tuple[bytes, ...] | None = None

    @property
    def is_full(self) -> bool:
        size = sum(len(task.document.body) for task in self.tasks)
        return len(self.tasks) == _CHUNK or size >= _CHUNK_BYTES


@dataclass
class _Item(Generic[T]):
    """An item to yield with its reading, which is cached or has a place in a chunk."""

    value: T
    task: Task | None
    key: bytes = b""  # of the reading in the cache
    kept: Reading | Refused | None = None
    chunk: _Chunk | None = None
    number: int = 0


def open_reader(
    inputs: Inputs,
    options: ReadOptions,
    snapshot: ArchiveSnapshot | None,
    cache: Path | None = None,
) -> "Reader":
    """Return a reader of the pages of `snapshot` and of the documents of sources.

    `cache`: the file of the readings that are kept; None where none may be used. `UnusableInput`
    for a cluster that cannot be used.
    """
    kept = Readings(cache) if cache else None
    file = inputs.lexicon_file
    contents = snapshot.contents() if snapshot else iter(())
    try:
        workers = workers_of(options, lambda: lacks_many(kept, contents, file))
    except UnusableInput:
        if kept:
            kept.close()
        raise
    return Reader(inputs.lexicon, file, kept, workers)


def lacks_many(kept: Readings | None, contents: Iterator[str], lexicon_file: bytes | None) -> bool:
    """Return whether enough contents (SHA-256) lack a cached reading to be worth processes."""
    lacking = (
        content
        for content in contents
        if kept is None or not kept.has(content_key(content, lexicon_file))
    )
    return next(islice(lacking, MANY - 1, None), None) is not None


class Reader:
    """Reads documents with `lexicon`; `lexicon_file`: the content of the user's file, if any.

    `kept`: the cache; `workers`: the processes that read, None for this one. Used in a `with`, at
    whose end both are closed.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        lexicon_file: bytes | None = None,
        kept: Readings | None = None,
        workers: Workers | None = None,
    ) -> None:
        self._lexicon, self._lexicon_file = lexicon, lexicon_file
        self._kept, self._workers = kept, workers
        self._executor: Executor | None = None
        self._single: Executor | None = None  # of one worker
        self._chunk = _Chunk()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _: type[BaseException] | None,
        error: BaseException | None,
        __: TracebackType | None,
    ) -> None:
        for executor in (self._executor, self._single):
            if executor:
                # A thread of Python's that still ends its workers while the program ends prints a
                # traceback; workers that an error left at work are not waited for.
                executor.shutdown(wait=error is None)
        if self._workers:
            self._workers.close()
        if self._kept:
            self._kept.close()

    def read(
        self, documents: Iterable[tuple[T, Task | None]]
    ) -> Iterator[tuple[T, Reading | Refused | None]]:
        """Yield each value with the reading of its document, or the reason of its refusal.

        None where there is no document. `ProgramFault` for a document that ends its worker,
        `UnusableInput` where a worker is of another program, `TryLater` where all are gone.
        """
        waiting: deque[_Item[T]] = deque()
        most = self._workers.number * _CHUNKS_AHEAD * _CHUNK if self._workers else 0
        for value, task in documents:
            waiting.append(self._item(value, task))
            while waiting and (len(waiting) > most or waiting[0].chunk is None):
                yield self._done(waiting.popleft())
        while waiting:
            yield self._done(waiting.popleft())

    def _item(self, value: T, task: Task | None) -> _Item[T]:
        item = _Item(value, task)
        if task is None:
            return item
        if self._kept:
            item.key = task_key(task, self._lexicon_file)
            item.kept = self._restored(item.key)
        if item.kept is None and self._workers:
            item.chunk, item.number = self._chunk, len(self._chunk.tasks)
            self._chunk.tasks.append(task)
            if self._chunk.is_full:
                self._submit()
        return item

    def _restored(self, key: bytes) -> Reading | Refused | None:
        """Return the reading that is kept under a key."""
        reading = self._kept.get(key) if self._kept else None
        if reading is not None:
            with suppress(ValueError):  # the cache is not to be trusted
                return restored(reading)
        return None

    def _done(self, item: _Item[T]) -> tuple[T, Reading | Refused | None]:
        """Return the value of an item with its reading, waiting for it if need be."""
        if item.task is None or item.kept is not None:
            return item.value, item.kept
        if item.chunk is None:
            reading = read_task(item.task, self._lexicon)
            if self._kept:
                self._keep(item, packed(stored(reading)))
            return item.value, reading
        of_worker = self._readings(item.chunk)[item.number]
        self._keep(item, of_worker)
        return item.value, restored(unpacked(of_worker))

    def _keep(self, item: _Item[T], reading: bytes) -> None:
        """Put the reading of an item, packed, into the cache, if there is one."""
        if self._kept and item.task:
            content = sha256(item.task.document.body).hexdigest()
            self._kept.put(item.key, content_key(content, self._lexicon_file), reading)

    def _readings(self, chunk: _Chunk) -> tuple[bytes, ...]:
        assert self._workers  # only they get chunks
        if chunk is self._chunk:
            self._submit()
        if chunk.readings is None:
            assert chunk.future  # submitted above, or when it was full
            try:
                chunk.readings = self._waited(chunk.future)
            except self._workers.lost:
                chunk.readings = tuple(self._records_of(task) for task in chunk.tasks)
            chunk.future = None
        return chunk.readings

    def _waited(self, future: Future[tuple[bytes, ...]]) -> tuple[bytes, ...]:
        """Wait for a result. `TryLater` when no worker is left."""
        assert self._workers
        gone = "no worker of the cluster is left; run the same command again when there are some"
        while True:
            try:
                return future.result(_PATIENCE)
            except TimeoutError:
                if not self._workers.are_there():
                    raise TryLater(gone) from None
            except CancelledError:
                raise TryLater(gone) from None

    def _submit(self) -> None:
        """Give the present chunk to the workers, and begin another."""
        chunk, self._chunk = self._chunk, _Chunk()
        assert self._workers
        for _ in range(_TRIES):
            self._executor = self._executor or self._workers.start(self._workers.number)
            try:
                chunk.future = self._submitted(self._executor, chunk.tasks)
                return
            except self._workers.lost:  # since a worker died, nothing can be given to the executor
                self._executor = None
        raise ProgramFault("processes that read documents end before they begin")

    def _records_of(self, task: Task) -> bytes:
        """Read a document in whose chunk a worker died."""
        assert self._workers
        for _ in range(_TRIES):
            self._single = self._single or self._workers.start(1)
            try:
                return self._waited(self._submitted(self._single, [task]))[0]
            except self._workers.lost:
                self._single = None
        name = task.document.url or task.document.name or "a document without a name"
        raise ProgramFault(
            f"{name}: the process that read it ended, and so did another; report it with this "
            "document"
        )

    def _submitted(self, executor: Executor, tasks: list[Task]) -> Future[tuple[bytes, ...]]:
        return executor.submit(stored_by_worker, tasks, self._lexicon_file, program())
