"""What a publication costs by what changed: CPU, and with two processes the time on the wall.

`python -m tests.benchmarks.readings [PAGES [BYTES [EDUSCOL]]]`: for PAGES (500) distinct mock-up
pages of BYTES (30 000): the first publication, again unchanged, again with a page of a hundred
changed; then reading with one and with two jobs. EDUSCOL: the command of another commit, in an
environment of its own, which does the same in the same run. The time on the wall says something on
idle cores only.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from schema.vocabulary import rows
from tests.page_generator import MAKINGS, NOISE
from tests.page_generator.example import EXAMPLE

HOST, PATH = "eduscol.education.fr", "referentiels-professionnels"
OURS = str(Path(sys.executable).with_name("eduscol"))
_WORDS = sorted({word for text in EXAMPLE.description for word in text.split()})
_AROUND = ("site_header", "cookie_banner", "search_form", "footer", "see_also")


def page(number: int, size: int, years: int) -> bytes:
    """The page of that number, in words of its own; `years` stands in its access text."""
    chance = random.Random(number)
    groups = [row["nsf_code"] for row in rows("nsf_groups.csv")]
    values = replace(
        EXAMPLE,
        title=f"CAP métier fictif {number}",
        code=f"500{chance.choice(groups)}{number % 100:02}",
        acronym=f"MF{number}",
        access=(f"Après {years} ans de pratique, à tout âge.",),
    )
    while True:
        made = MAKINGS["headings_h2"](values)
        for noise in _AROUND if size > 5000 else ():
            made = NOISE[noise](made)
        if len(made) >= size:
            return made
        texts = [" ".join(chance.choices(_WORDS, k=60)).capitalize() + "." for _ in range(2)]
        values = replace(
            values,
            description=(*values.description, texts[0]),
            further_study=(*values.further_study, texts[1]),
        )


def write(folder: Path, pages: int, size: int, again: bool) -> Path:
    """Write the copy of the site, or a hundredth of it again; the file of its addresses."""
    target = folder / "site" / HOST / PATH
    target.mkdir(parents=True, exist_ok=True)
    for number in range(0, pages, 100 if again else 1):
        (target / f"p{number}.html").write_bytes(page(number, size, 3 if again else 2))
    seeds = folder / "seeds.txt"
    seeds.write_text("".join(f"https://{HOST}/{PATH}/p{n}.html\n" for n in range(pages)))
    return seeds


def fetch(eduscol: str, folder: Path, data: Path) -> None:
    """Bring an archive up to date with the copy."""
    subprocess.run(
        [eduscol, "fetch", "--mirror", str(folder / "site"), "--data", str(data),
         "--seeds", str(folder / "seeds.txt")],
        check=True, capture_output=True,
    )  # fmt: skip


class Spent(NamedTuple):
    """Seconds of a process: of the processor and on the wall."""

    processor: float
    wall: float


def spent(*command: str) -> Spent:
    """Run a command to its end; the processes that it begins to read do not count."""
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(command)}")
    return Spent(usage.ru_utime + usage.ru_stime, time.monotonic() - began)


def main(pages: int, size: int, others: list[str]) -> None:
    """All measurements, printed as they come."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, pages, size, again=False)
        # what the other one does not have
        plain = ("--no-site", "--no-xlsx", "--jobs", "1")
        commands = {command: folder / str(n) for n, command in enumerate([OURS, *others])}
        columns: dict[str, list[float]] = {command: [] for command in commands}
        print(f"{pages} pages of {size / 1000:g} KB: seconds of the processor")
        for row in ("first", "unchanged", "1 % changed"):
            if row == "1 % changed":
                write(folder, pages, size, again=True)
            for command, data in commands.items():
                if row != "unchanged":
                    fetch(command, folder, data)
                options = plain if command == OURS else ()
                seconds = spent(command, "publish", "--data", str(data), *options).processor
                columns[command].append(seconds)
            cells = "".join(f"{column[-1]:8.2f}" for column in columns.values())
            ratios = "".join(f"{columns[OURS][-1] / columns[other][-1]:8.2f} x" for other in others)
            print(f"{row:<14}{cells}{ratios}", flush=True)
        for verb in ("publish", "parse"):
            walls = []
            for jobs in ("1", "2"):
                data = folder / f"jobs-{jobs}"
                what: tuple[str, ...] = (str(folder / "site"),)
                if verb == "publish":
                    fetch(OURS, folder, data)
                    what = ("--data", str(data), *plain[:2])
                walls.append(spent(OURS, verb, *what, "--jobs", jobs).wall)
            print(f"{verb}, on the wall: {walls[0]:.1f} s, with two jobs {walls[1]:.1f} s")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 500, int(given[1]) if given[1:] else 30_000, given[2:])
