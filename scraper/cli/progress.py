"""Show the progress of a run on a terminal: pages done, rate, time that remains."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from scraper.crawl.fetch_options import Progress
from scraper.model.terminal import printable


@contextmanager
def progress() -> Iterator[Callable[[Progress], None]]:
    """Yield a function to call after each page; it shows a bar on a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    with Bar(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", rate="", total=None)

        def show(step: Progress) -> None:
            speed = bar.tasks[0].speed
            rate = f"{speed:.1f}/s" if speed else ""
            name = printable(step.url.rsplit("/", 1)[-1])
            bar.update(task, completed=step.done, total=step.known, description=name, rate=rate)

        yield show
