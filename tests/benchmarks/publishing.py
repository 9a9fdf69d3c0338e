"""From an archive of mock-up pages to a version, beside Scrapy's item pipeline on the same files.

`python -m tests.benchmarks.publishing [PAGES [SMALL...]]`: the stages for PAGES (500) of 30 KB,
then how cost grows over the numbers SMALL (1000 2000 5000 10000) of pages of 2 KB, each with the
version after it, in which a page of a hundred has changed. Seconds are those on the processor,
which do not depend on what else the machine does. About a quarter of an hour on an idle one, most
of it parsing.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.__main__ import HERE, Measured, measure, scrapy_python
from tests.benchmarks.stages import STAGES

BIG, SMALL = 30_000, 2_000


class Ours(NamedTuple):
    """A publication: the whole process, and what it reports of its stages."""

    process: Measured
    report: dict[str, float]


def archive(folder: Path, pages: int, size: int, *again: str) -> None:
    """A copy of a site in `folder`, and its archive."""
    made = (
        sys.executable,
        "-m",
        "tests.benchmarks.archive",
        str(folder),
        str(pages),
        str(size),
        *again,
    )
    subprocess.run(made, check=True)


def publish(folder: Path) -> Ours:
    """Publish the archive in `folder`."""
    report = folder / "stages.json"
    command = ("-m", "tests.benchmarks.stages", str(folder / "data"), str(report))
    process = measure(sys.executable, *command)
    return Ours(process, json.loads(report.read_text()))


def scrapy(python: str, folder: Path) -> Measured:
    """The same files by Scrapy."""
    script = str(HERE / "scrapy_items.py")
    return measure(python, script, str(folder / "site"), str(folder / "items"))


def on_disk(folder: Path) -> float:
    """The size (MB) of the files in a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sum(path.stat().st_size for path in files) / 1e6


def latest(folder: Path) -> Path:
    """The version published last."""
    return (folder / "data" / "published" / "latest").resolve()


def stages(python: str, folder: Path, pages: int) -> None:
    """The table of the stages."""
    archive(folder, pages, BIG)
    ours, theirs = publish(folder), scrapy(python, folder)
    print(f"{pages} pages of {BIG // 1000} KB        seconds  pages/s")
    for name in STAGES:
        seconds = ours.report[name]
        print(f"  {name:<24}{seconds:10.1f}{pages / seconds:9.0f}")
    for name, process, made in (
        ("eduscol publish", ours.process, latest(folder)),
        ("Scrapy, items", theirs, folder / "items"),
    ):
        print(
            f"{name:<26}{process.processor:10.1f}{pages / process.processor:9.0f}"
            f"{process.memory:7.0f} MB peak{on_disk(made):7.0f} MB on disk"
        )
    loaded = ours.report["loaded"]
    print(f"memory with the program loaded, before the first page: {loaded:.0f} MB\n")


def growth(python: str, folder: Path, pages: int) -> None:
    """A line of the table of growth."""
    archive(folder, pages, SMALL)
    first, theirs = publish(folder), scrapy(python, folder)
    size = on_disk(latest(folder))
    archive(folder, pages, SMALL, "again")
    after = publish(folder)
    cells: tuple[Any, ...] = (
        first.process.processor, first.process.processor * 1000 / pages, first.process.memory,
        after.process.processor, after.process.memory, theirs.processor, theirs.memory, size,
    )  # fmt: skip
    print(f"{pages:>7}" + "".join(f"{cell:>9.1f}" for cell in cells), flush=True)


def main(pages: int, numbers: list[int]) -> None:
    """All measurements, printed as they come."""
    with tempfile.TemporaryDirectory() as name:
        python = scrapy_python(Path(name))
        stages(python, Path(name, "big"), pages)
        print(f"growth, pages of {SMALL // 1000} KB (small ones, to come to large numbers soon)")
        names = ("first s", "ms/page", "peak MB", "next s", "peak MB", "Scrapy s", "peak MB", "MB")
        print(f"{'pages':>7}" + "".join(f"{name:>9}" for name in names))
        for number in numbers:
            growth(python, Path(name, str(number)), number)


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    main(given[0] if given else 500, given[1:] or [1000, 2000, 5000, 10_000])
