"""A copy of a site of distinct mock-up pages, and a data folder that is published from it."""

from dataclasses import replace
from pathlib import Path
from random import Random

from output.checks.thresholds import bounds
from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions
from scraper.pipeline.build_version import build_from_archive, publish_dataset
from scraper.pipeline.processes import ALONE, ReadOptions
from scraper.pipeline.version_inputs import read_inputs
from scraper.sources.source_options import SourceOptions
from tests.page_generator import MAKINGS
from tests.page_generator.example import EXAMPLE

HOST, PATH = "eduscol.education.fr", "referentiels-professionnels"
# These sites change at random.
_LIMITS = bounds(
    dict.fromkeys(("max_gone_share", "max_fallen_share", "max_lost_values_share"), 1.0)
    | {"max_source_refused_share": 1.0}
)


def page(number: int, random: Random) -> bytes:
    """A page of a diploma of its own, in any making."""
    values = replace(
        EXAMPLE,
        title=f"CAP métier fictif {number}",
        code=f"500221{number % 100:02}",
        acronym=f"MF{number}",
        access=(f"Après {random.randrange(2, 40)} ans de pratique, à tout âge.",),
    )
    return MAKINGS[random.choice(sorted(MAKINGS))](values)


class MockSite:
    """The copy in `folder`, of `number` pages."""

    def __init__(self, folder: Path, number: int, seed: int = 0) -> None:
        self.random = Random(seed)
        self.folder = folder
        self.pages = folder / HOST / PATH
        self.pages.mkdir(parents=True)
        self.seeds = folder.with_name(f"{folder.name}-seeds.txt")
        self.names = [f"p{n}.html" for n in range(number)]
        self.seeds.write_text("".join(f"https://{HOST}/{PATH}/{name}\n" for name in self.names))
        for n in range(number):
            self.write(n)

    def write(self, number: int) -> None:
        """Write a page, another one than before."""
        (self.pages / f"p{number}.html").write_bytes(page(number, self.random))

    def fetched(self, data: Path) -> Path:
        """Bring the archive in the folder `data` up to date."""
        fetch(FetchOptions(data, seeds=(str(self.seeds),), mirror=self.folder, accept_suspect=True))
        return data


def published(
    data: Path, reading: ReadOptions = ALONE, formats: tuple[str, ...] = ()
) -> dict[str, bytes]:
    """Publish the archive in `data`, of the pages alone; the files of the version in force."""
    inputs = read_inputs(None, None, SourceOptions({}, ("eduscol",)), formats)
    built = build_from_archive(data, inputs, reading)
    publication = publish_dataset(data, built, _LIMITS, (), options=reading)
    return files(publication.published.folder)


def files(folder: Path) -> dict[str, bytes]:
    """The files in a folder by name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
