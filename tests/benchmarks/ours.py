"""`eduscol fetch` with courtesy off: `python -m tests.benchmarks.ours SEEDS DATA`."""

import sys
from pathlib import Path
from urllib.parse import urlsplit

from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions
from scraper.model.site import Root, Site


def main(seeds: Path, data: Path) -> None:
    """Fetch the addresses in `seeds` into `data`, archive on, robots.txt read."""
    with seeds.open() as file:
        host = urlsplit(file.readline().strip()).netloc
    site = Site(roots=(), others=(Root(host),))
    options = FetchOptions(
        data, contact="bench@example.org", seeds=(str(seeds),), site=site, rate=0, sample=0.0
    )
    report = fetch(options)
    sys.stdout.write(f"{report.outcomes}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
