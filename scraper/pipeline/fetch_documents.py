"""Fetch the documents that pages link to: PDFs on the site's hosts, as courteously as pages.

They have an archive of their own, `documents/` in the data folder: what is fetched for the pages
is the same with and without them.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlsplit

from schema.secrets import masked
from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions, FetchReport, Progress, site_of
from scraper.crawl.graceful_stop import Stop
from scraper.crawl.link_discovery import MAX_KNOWN
from scraper.model.site import Site
from scraper.model.url import normalise
from scraper.pipeline.parse_pages import read_pages
from scraper.pipeline.processes import ALONE, ReadOptions
from scraper.pipeline.read_documents import pdfs
from scraper.pipeline.reader import open_reader
from scraper.pipeline.readings_cache import NAME
from scraper.pipeline.snapshots import FOLDER
from scraper.pipeline.version_inputs import Inputs
from scraper.state.snapshot import present


class LinkedDocuments(NamedTuple):
    """The PDFs that pages link to.

    `addresses`: normalised, each once, in order of pages. `site`: the hosts that may be requested.
    `left_out`: how many other documents there are, by host.
    """

    addresses: tuple[str, ...]
    site: Site
    left_out: Counter[str]


def linked_documents(
    options: FetchOptions, inputs: Inputs, reading: ReadOptions = ALONE
) -> LinkedDocuments:
    """Read the pages in the archive for the PDFs that their records link to. Offline.

    Left out are those on hosts that may not be requested, and addresses that hold somebody's
    password or key. `UnusableInput` when the archive holds no run.
    """
    site = site_of(options)
    addresses: dict[str, None] = {}
    is_official = False
    with (
        present(options.data) as snapshot,
        open_reader(inputs, reading, snapshot, options.data / NAME) as reader,
    ):
        for result in read_pages(snapshot.pages(), reader):
            is_official |= Site(site.roots, (), site.successors).allows(result.page.url)
            for read in result.records:
                linked = (normalise(document.url) for document in pdfs(read.record))
                addresses.update(dict.fromkeys(filter(None, linked)))
    if not is_official:
        # as a crawl of another site does not reach the official one by its links
        site = replace(site, roots=(), successors=())
    allowed = tuple(
        address for address in addresses if site.allows(address) and masked(address) == address
    )
    left_out = Counter(urlsplit(address).netloc for address in addresses.keys() - set(allowed))
    return LinkedDocuments(allowed, site, left_out)


def fetch_documents(
    options: FetchOptions,
    linked: LinkedDocuments,
    on_progress: Callable[[Progress], None],
    stop: Stop,
) -> FetchReport | None:
    """Request the `linked` documents, and nothing else; `options`: of the run of the pages.

    At most `max_documents` and `max_document_mb` in a call; a run that did not end is continued.
    None where no document is linked. Raises as `fetch`.
    """
    if not linked.addresses:
        return None
    site = linked.site
    documents = replace(
        options,
        data=options.data / FOLDER,
        seeds=(),
        allow_hosts=(),
        site=Site((), (*site.roots, *site.others, *site.successors), ()),
        files=linked.addresses,
        documents=True,
        max_known=MAX_KNOWN,  # the options' own limit counts pages
        max_pages=options.max_documents,
        max_bytes=options.max_document_mb * 1_000_000,
        max_seconds=None,  # `stop` has the limit of the whole call
    )
    return fetch(documents, on_progress, stop)
