"""`eduscol publish` with a clock at each stage: `python -m tests.benchmarks.stages DATA REPORT`.

REPORT gets the seconds of each stage on the processor, and the memory (MB) with the program
loaded, as JSON. What the command says is left out.
"""

import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from output.checks.thresholds import bounds
from scraper.pipeline.build_version import build_from_archive, publish_dataset
from scraper.pipeline.processes import ReadOptions
from scraper.pipeline.version_inputs import read_inputs

# What is done at which stage. An iterator works while the stage that reads it waits.
_CALLS = {
    "scraper.pipeline.build_version.build_dataset": "assembling",
    "output.publish.publish.run_checks": "checking",
    "output.publish.publish.history_of": "checking",
    "output.publish.publish.write_version": "writing",
}
_ITERATORS = {
    "scraper.state.snapshot.pages_of": "reading",
    "scraper.pipeline.build_version.read_pages": "parsing",
}
STAGES = ("reading", "parsing", "assembling", "writing", "checking", "rest")
_END = object()


class Clock:
    """The seconds of each stage; a stage within another stops the outer one's clock."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._stage, self._since = "rest", time.process_time()

    def switch(self, stage: str) -> str:
        """Run the clock of `stage` from now on; the stage before."""
        now = time.process_time()
        self.spent[self._stage] += now - self._since
        before, self._stage, self._since = self._stage, stage, now
        return before

    @contextmanager
    def at(self, stage: str) -> Iterator[None]:
        """The time of a `with` block is that of `stage`."""
        before = self.switch(stage)
        try:
            yield
        finally:
            self.switch(before)

    def call(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, its time that of `stage`."""

        def timed(*values: Any, **named: Any) -> Any:
            with self.at(stage):
                return function(*values, **named)

        return timed

    def iterator(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, the time for each item of what it returns that of `stage`."""

        def timed(*values: Any) -> Iterator[Any]:
            items = iter(function(*values))
            while True:
                with self.at(stage):
                    item = next(items, _END)
                if item is _END:
                    return
                yield item

        return timed


def main(data: Path, report: Path) -> None:
    """Publish the archive in `data`, its gates and all."""
    loaded = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    inputs = read_inputs(None)
    clock = Clock()
    with ExitStack() as stack:
        for wrap, names in ((clock.call, _CALLS), (clock.iterator, _ITERATORS)):
            for name, stage in names.items():
                module, _, attribute = name.rpartition(".")
                function = getattr(sys.modules[module], attribute)
                stack.enter_context(patch(name, wrap(stage, function)))
        stack.enter_context(redirect_stdout(StringIO()))
        publish_dataset(data, build_from_archive(data, inputs, ReadOptions(1)), bounds(), ())
    clock.switch("rest")
    report.write_text(json.dumps({**clock.spent, "loaded": loaded}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
