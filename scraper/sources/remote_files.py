"""Fetch sources by address as courteously as pages, then treat them as files of the user.

They have an archive of their own, `sources/` in the data folder, from which `sources/files/` can
be made again: what was fetched last stands there as a file.
"""

import hashlib
import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from schema.errors import TryLater, UnusableInput
from schema.files import file_digest
from schema.secrets import masked
from scraper.archive.append_file import disk_errors
from scraper.crawl.fetch import fetch
from scraper.crawl.fetch_options import FetchOptions, FetchReport
from scraper.crawl.file_downloads import suffix_of
from scraper.model.response import FailureKind
from scraper.sources.source_interface import FetchedFile
from scraper.sources.source_options import SourceOptions
from scraper.state.archived_pages import ArchivedPage, archived_page, archived_pages

FOLDER = "sources"
_ALLOW = "; --allow-host allows a redirect to another host"


def fetch_sources(options: FetchOptions, addresses: tuple[str, ...]) -> FetchReport:
    """Request the files at `addresses`, and nothing else; `options`: of the run of the pages.

    `TryLater` when not all could be asked for now. A failed address shows in `located`.
    """
    report = fetch(replace(options, data=options.data / FOLDER, files=addresses))
    if report.later:
        named = masked(", ".join(addresses))
        raise TryLater(f"{named}: {report.later}; run the same command again")
    return report


def located(data: Path, options: SourceOptions) -> SourceOptions:
    """Put the file that was fetched last in the place of each address of `options`. Offline.

    `UnusableInput` for an address from which nothing usable ever came.
    """
    paths, fetched = {}, []
    for requested in options.addresses:
        # the archive knows it without its secrets
        address = masked(requested)
        page = _page(data / FOLDER, address)
        if page is None or page.content is None or page.sha256 is None:
            raise UnusableInput(_never_fetched(address, page))
        suffix = suffix_of(page.content, address) or ""
        path = data / FOLDER / "files" / _file_name(address, suffix)
        _write(path, page.content.body, page.sha256)
        paths[requested] = path
        fetched.append(FetchedFile(address=address, sha256=page.sha256, issues=page.issues))
    return options.located(paths, tuple(fetched)) if paths else options


def _page(folder: Path, address: str) -> ArchivedPage | None:
    """Look up an address, or the one that it redirects to, in the archive of `folder`."""
    if not (folder / "archive").is_dir():
        return None
    page = archived_page(folder, address)
    if page is None or page.alias_of is None:
        return page
    targets = (target for target in archived_pages(folder) if target.alias_of is None)
    return next((target for target in targets if target.url == page.alias_of), None)


def _never_fetched(address: str, page: ArchivedPage | None) -> str:
    if page is None or page.kind is None:
        return f"{address}: never fetched; eduscol run, without --mirror or --warc, fetches it"
    hint = _ALLOW if page.kind is FailureKind.OFF_HOST_REDIRECT else ""
    return (
        f"{address}: nothing usable came from it, now or before ({page.kind.value}, {page.detail}"
        f"{hint}); mend the address, or give a file"
    )


def _file_name(address: str, suffix: str) -> str:
    """Return a readable file name that no other address gives."""
    stem = PurePosixPath(unquote(urlsplit(address).path)).stem
    readable = re.sub(r"[^\w.-]+", "_", stem, flags=re.ASCII)[:60]
    return f"{readable or 'file'}-{hashlib.sha256(address.encode()).hexdigest()[:8]}{suffix}"


def _write(path: Path, body: bytes, sha256: str) -> None:
    """Write `body` to `path` atomically, unless the file holds it already."""
    if path.exists() and file_digest(path) == sha256:
        return
    with disk_errors(path):
        path.parent.mkdir(exist_ok=True)
        temporary = path.with_name(f"{path.name}.new")
        temporary.write_bytes(body)
        temporary.replace(path)
