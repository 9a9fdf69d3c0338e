"""Progress on a terminal: how far the run is, how fast, and how long it will take."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from scraper.crawl.options import Progress


@contextmanager
def progress() -> Iterator[Callable[[Progress], None]]:
    """A function to call after each page; it shows a bar when standard error is a terminal."""
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
        TextColumn("{task.description}"),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task("", rate="", total=None)

        def show(seen: Progress) -> None:
            speed = bar.tasks[0].speed
            rate = f"{speed:.1f}/s" if speed else ""
            name = seen.url.rsplit("/", 1)[-1]
            bar.update(task, completed=seen.done, total=seen.known, description=name, rate=rate)

        yield show
