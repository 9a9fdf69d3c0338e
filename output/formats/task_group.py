"""Calls of functions that processes make side by side, or this process at once."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, wait
from types import TracebackType
from typing import Any, Self, TypeVar, TypeVarTuple

S = TypeVar("S")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")
# Calls at work or done whose result is not asked for yet.
_AHEAD = 4


class TaskGroup:
    """Gives calls to `executor`; without one each is made at once.

    Used in a `with`, at whose end all calls have ended, after an error too: none of them writes
    into a folder that was removed. The first error of a call is raised there.
    """

    def __init__(self, executor: Executor | None = None) -> None:
        self._executor = executor
        self._futures: set[Future[Any]] = set()

    @property
    def is_parallel(self) -> bool:
        """Return whether processes make the calls, while this one goes on."""
        return self._executor is not None

    def submit(self, function: Callable[[*Ts], T], *arguments: *Ts) -> Future[T]:
        """Call a function of a module with arguments that can be pickled.

        Raises as the function where there is no executor, and `BrokenExecutor` where a process of
        it has ended.
        """
        if self._executor is None:
            done: Future[T] = Future()
            done.set_result(function(*arguments))
            return done
        future = self._executor.submit(function, *arguments)
        self._futures.add(future)
        future.add_done_callback(self._forget)
        return future

    def map(self, function: Callable[[S], T], values: Iterable[S]) -> Iterator[tuple[S, T]]:
        """Yield each value with its result, in order; processes make a few calls ahead."""
        ahead: deque[tuple[S, Future[T]]] = deque()
        for value in values:
            ahead.append((value, self.submit(function, value)))
            if self._executor is None or len(ahead) > _AHEAD:
                first, future = ahead.popleft()
                yield first, future.result()
        for value, future in ahead:
            yield value, future.result()

    def _forget(self, future: Future[Any]) -> None:
        """Keep no result of a call; its error is kept until the end."""
        if not future.cancelled() and future.exception() is None:
            self._futures.discard(future)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _: type[BaseException] | None,
        error: BaseException | None,
        __: TracebackType | None,
    ) -> None:
        futures = list(self._futures)
        if error is not None:
            for future in futures:
                future.cancel()
        wait(futures)
        if error is None:
            for future in futures:
                future.result()
