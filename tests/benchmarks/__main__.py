"""Measures `eduscol fetch` beside a Scrapy spider and a bare httpx loop, in one go.

`python -m tests.benchmarks [PAGES [MANY]]`: pages a second and peak memory for PAGES (2 000), a
second crawl in which nothing has changed, and the memory for MANY (20 000).
"""

import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class Measured(NamedTuple):
    """Of a process from start to end: seconds, those of them on the processor, peak memory (MB)."""

    seconds: float
    processor: float
    memory: float


def measure(*command: str) -> Measured:
    """Run `command` to its end."""
    began = time.monotonic()
    pid = os.spawnv(os.P_NOWAIT, command[0], command)
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    seconds = time.monotonic() - began
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


@contextmanager
def site(pages: int, folder: Path) -> Iterator[Path]:
    """The loopback site; the file with its addresses."""
    command = [sys.executable, "-m", "tests.benchmarks.site", str(pages)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        seeds = folder / f"seeds-{pages}.txt"
        seeds.write_text("".join(f"http://127.0.0.1:{port}/p{n}.html\n" for n in range(pages)))
        try:
            yield seeds
        finally:
            process.terminate()


def scrapy_python(folder: Path) -> str:
    """An environment with Scrapy, made for this and thrown away."""
    venv.create(folder / "scrapy", with_pip=True)
    python = str(folder / "scrapy" / "bin" / "python")
    requirements = str(HERE / "requirements.txt")
    subprocess.run([python, "-m", "pip", "install", "-q", "-r", requirements], check=True)
    return python


def line(name: str, pages: int, measured: Measured) -> None:
    """One line of the table."""
    seconds, processor, memory = measured
    rate = pages / seconds
    print(f"{name:<40}{seconds:8.1f} s{processor:8.1f} s cpu{rate:8.0f} pages/s{memory:6.0f} MB")


def main(pages: int, many: int) -> None:
    """All measurements, printed as they come."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scrapy = scrapy_python(folder)
        ours = (sys.executable, "-m", "tests.benchmarks.ours")
        with site(pages, folder) as seeds:
            bare = measure(sys.executable, "-m", "tests.benchmarks.bare_httpx", str(seeds))
            line("bare httpx loop, nothing kept", pages, bare)
            spider = str(HERE / "scrapy_spider.py")
            line("Scrapy, bodies in files", pages,
                 measure(scrapy, spider, str(seeds), str(folder / "bodies")))  # fmt: skip
            data = str(folder / "data")
            line("eduscol fetch, archive on", pages, measure(*ours, str(seeds), data))
            line("eduscol fetch again, nothing changed", pages, measure(*ours, str(seeds), data))
        with site(many, folder) as seeds:
            data = str(folder / "many")
            line(f"eduscol fetch, {many} pages", many, measure(*ours, str(seeds), data))


if __name__ == "__main__":
    numbers = [int(number) for number in sys.argv[1:]]
    main(numbers[0] if numbers else 2000, numbers[1] if len(numbers) > 1 else 20_000)
