"""Crawl in a process to be killed: `python -m tests.faults.killed_process DATA SEEDS`, or `crawl`.

Ends as the command does: 0, 2 or 75 with one line on stderr.
"""

import os
import resource
import sys
from pathlib import Path
from urllib.parse import urlsplit

import scraper.crawl.crawler
import scraper.crawl.fetch
import scraper.crawl.page_recorder
from schema.errors import TryLater, UnusableInput, UnusableTarget
from scraper.clients.live_client import LiveSettings
from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions
from scraper.model.site import Root, Site


def _fixed() -> str:
    return "2026-11-26T12:00:00.000000Z"


def crawl(data: Path, seeds: Path, errors: Path, limit: int | None) -> None:
    """Crawl the addresses in `seeds`, at one moment: versions hold when pages were read.

    Standard error goes into the file `errors`; the system lets no file grow above `limit` bytes.
    """
    os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    sys.exit(_exit_code(data, seeds))


def _exit_code(data: Path, seeds: Path) -> int:
    for module in (scraper.crawl.page_recorder, scraper.crawl.crawler, scraper.crawl.fetch):
        module.now = _fixed  # type: ignore[attr-defined]
    host = urlsplit(seeds.read_text().split()[0]).netloc
    options = FetchOptions(
        data=data,
        seeds=(str(seeds),),
        site=Site(roots=(), others=(Root(host),)),
        live=LiveSettings(contact="tests@example.org", interval=0.0),
    )
    try:
        fetch(options).raise_for_later()
    except TryLater as error:
        print(error, file=sys.stderr)
        return 75
    except (UnusableInput, UnusableTarget) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(_exit_code(Path(sys.argv[1]), Path(sys.argv[2])))
