"""What a publication costs by what changed: CPU, and with two processes the time on the wall.

`python -m tests.benchmarks.readings [PAGES [BYTES [EDUSCOL]]]`: for PAGES (500) distinct mock-up
pages of BYTES (30 000): the first publication, again unchanged, again with a page of a hundred
changed; then reading with one and with two jobs. EDUSCOL: the command of another commit, in an
environment of its own, which does the same in the same run. The time on the wall says something on
idle cores only.
"""

import random
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from schema.vocabulary import rows
from tests.benchmarks.__main__ import Measured, measure
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


def published(eduscol: str, data: Path, *options: str) -> Measured:
    """Publish an archive."""
    return measure(eduscol, "publish", "--data", str(data), *options)


def main(pages: int, size: int, others: list[str]) -> None:
    """All measurements, printed as they come."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, pages, size, again=False)
        plain = ("--no-site", "--no-xlsx")
        commands = {command: folder / str(n) for n, command in enumerate([OURS, *others])}
        options = {command: plain if command == OURS else () for command in commands}
        print(f"{pages} pages of {size / 1000:g} KB: seconds of CPU, share of the first of all")
        columns: dict[str, list[float]] = {command: [] for command in commands}
        for row in ("first", "unchanged", "1 % changed"):
            if row == "1 % changed":
                write(folder, pages, size, again=True)
            cells = ""
            for command, data in commands.items():
                if row != "unchanged":
                    fetch(command, folder, data)
                seconds = published(command, data, *options[command]).processor
                columns[command].append(seconds)
                cells += f"{seconds:9.2f} {seconds / columns[command][0]:5.2f}"
            print(f"{row:<14}{cells}", flush=True)
        walls = []
        for jobs in ("1", "2"):
            data = folder / f"jobs-{jobs}"
            fetch(OURS, folder, data)
            walls.append(published(OURS, data, *plain, "--jobs", jobs).seconds)
        print(f"first publication on the wall: {walls[0]:.1f} s, with two jobs {walls[1]:.1f} s")
        walls = [
            measure(
                OURS, "parse", str(folder / "site"), "--jobs", jobs, "--report", "/dev/null"
            ).seconds
            for jobs in ("1", "2")
        ]
        print(f"reading alone on the wall: {walls[0]:.1f} s, with two jobs {walls[1]:.1f} s")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 500, int(given[1]) if given[1:] else 30_000, given[2:])
