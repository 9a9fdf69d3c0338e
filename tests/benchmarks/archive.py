"""A copy of a site of mock-up pages and the archive of it, made by the program's own fetching.

`python -m tests.benchmarks.archive FOLDER PAGES BYTES [again]` makes `FOLDER/site` and
`FOLDER/data`; with `again`, every hundredth page changes before the copy is read once more.

A page is the built-in example in one making, with a number and texts of its own: words drawn at
random from the example's, until the page has its size. Trades and groups are drawn from a stock, as
diplomas share them.
"""

import random
import sys
from dataclasses import replace
from pathlib import Path

from schema.vocabulary import rows
from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions
from tests.page_generator import MAKINGS
from tests.page_generator.example import EXAMPLE

HOST, PATH = "eduscol.education.fr", "referentiels-professionnels"
_TRADES = ("monteur/euse", "technicien/ne", "ouvrier/ère", "conducteur/trice", "agent/e")
_OBJECTS = tuple(
    f"{what} {which}"
    for what in ("lanternes", "réverbères", "girouettes", "cadrans", "fontaines", "horloges")
    for which in ("à gaz", "de ville", "de gare", "anciens", "électriques", "de marine")
)


_WORDS = sorted({word for text in EXAMPLE.description for word in text.split()})


def paragraph(chance: random.Random) -> str:
    """A paragraph of random words, which no other page has."""
    return " ".join(chance.choices(_WORDS, k=60)).capitalize() + "."


def page(number: int, size: int, years: int) -> bytes:
    """The page of that number, of at least `size` bytes; `years` stands in its access text."""
    chance = random.Random(number)
    groups = [row["nsf_code"] for row in rows("nsf_groups.csv")]
    values = replace(
        EXAMPLE,
        title=f"CAP métier fictif {number}",
        code=f"500{chance.choice(groups)}{number % 100:02}",
        acronym=f"MF{number}",
        trades=tuple(f"{chance.choice(_TRADES)} en {item}" for item in chance.sample(_OBJECTS, 3)),
        access=(f"Après {years} ans de pratique, à tout âge.",),
        description=(paragraph(chance),),
        further_study=(" ".join(chance.choices(_WORDS, k=10)).capitalize() + ".",),
    )
    while len(made := MAKINGS["headings_h2"](values)) < size:
        values = replace(
            values,
            description=(*values.description, *(paragraph(chance) for _ in range(4))),
            further_study=(*values.further_study, *(paragraph(chance) for _ in range(4))),
        )
    return made


def main(folder: Path, pages: int, size: int, again: bool) -> None:
    """Write the copy, or a hundredth of it again, and bring the archive up to date with it."""
    target = folder / "site" / HOST / PATH
    target.mkdir(parents=True, exist_ok=True)
    for number in range(0, pages, 100 if again else 1):
        (target / f"p{number}.html").write_bytes(page(number, size, 3 if again else 2))
    seeds = folder / "seeds.txt"
    seeds.write_text("".join(f"https://{HOST}/{PATH}/p{n}.html\n" for n in range(pages)))
    fetch(FetchOptions(folder / "data", seeds=(str(seeds),), mirror=folder / "site"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:] == ["again"])
