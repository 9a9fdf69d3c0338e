"""`eduscol capture`: save a real page as a fixture, to be reviewed by a person.

A capture is a folder: `response.html` (or `.pdf`), the body as received; `headers.json`;
`expected.json`, the records as read, or the reason of the refusal; `meta.json` with address, date,
hash, and who reviewed the expectation and when (empty until somebody has).
"""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from parsers.model.document import Document
from parsers.model.identifiers import page_name
from parsers.parse import read
from schema.errors import Refused, TryLater, UnusableInput, UnusableTarget
from schema.lexicon import Lexicon
from schema.secrets import masked
from schema.text import page_slug
from scraper.clients.live_client import LiveClient, LiveSettings
from scraper.model.response import Failure, NotInCopy, Response
from scraper.model.site import Site
from scraper.model.url import normalise

BODY, HEADERS, EXPECTED, META = "response", "headers.json", "expected.json", "meta.json"


def capture(
    address: str,
    folder: Path,
    settings: LiveSettings,
    site: Site,
    sleep: Callable[[float], None],
    lexicon: Lexicon,
) -> Path:
    """Fetch `address` (robots.txt and pace respected) and save it below `folder`.

    `UnusableInput` for an address that may not be asked for or gives no page, `TryLater` when the
    site cannot be reached, `UnusableTarget` when the folder of the page is there already.
    """
    url = normalise(address)
    if url is None or not site.allows(url):
        raise UnusableInput(f"{address}: no address of the site; allow its host with --allow-host")
    client = LiveClient(settings, version("eduscol-referentials"), site, sleep, lambda *_: None)
    try:
        answer = client.get(url)
    finally:
        client.close()
    if isinstance(answer, Failure):
        error = TryLater if answer.status is None else UnusableInput
        raise error(f"{url}: {answer.kind.value}: {answer.detail}")
    if isinstance(answer, NotInCopy) or answer.status != 200:
        status = "nothing" if isinstance(answer, NotInCopy) else f"status {answer.status}"
        raise UnusableInput(f"{url}: the site answers with {status}; check the address")
    return save(url, answer, folder, datetime.now(UTC).isoformat(timespec="seconds"), lexicon)


def save(url: str, response: Response, folder: Path, captured: str, lexicon: Lexicon) -> Path:
    """Write the capture of one response; the files are described above."""
    url = masked(url)
    page = page_slug(page_name(Document(b"", url), url) or "page")
    target = folder / page
    if target.exists():
        raise UnusableTarget(f"{target}: captured before; move it away to capture the page anew")
    suffix = "pdf" if response.media_type == "application/pdf" else "html"
    expected = as_read(Document(response.body, url, response.content_type), lexicon)
    meta = {
        "url": url,
        "final_url": response.final_url,
        "status": response.status,
        "content_type": response.content_type,
        "captured": captured,
        "sha256": hashlib.sha256(response.body).hexdigest(),
        "reviewed_by": None,
        "reviewed_on": None,
    }
    try:
        target.mkdir(parents=True)
        (target / f"{BODY}.{suffix}").write_bytes(response.body)
        _write(target / HEADERS, response.headers)
        _write(target / EXPECTED, expected)
        _write(target / META, meta)
    except OSError as error:
        raise UnusableTarget(f"{target}: {error.strerror}; give another --folder") from None
    return target


def as_read(document: Document, lexicon: Lexicon) -> dict[str, Any]:
    """Return `{"records": […]}` as published, or `{"refused": reason}`."""
    try:
        reading = read(document, lexicon)
    except Refused as refused:
        return {"refused": refused.reason.value}
    return {"records": [parsed.record.model_dump(mode="json") for parsed in reading.records]}


def load(folder: Path) -> tuple[Document, dict[str, Any], dict[str, Any]]:
    """Return the document, the expectation and the meta data of a saved capture."""
    meta = json.loads((folder / META).read_bytes())
    body = next(folder.glob(f"{BODY}.*")).read_bytes()
    document = Document(body, meta["url"], meta["content_type"])
    return document, json.loads((folder / EXPECTED).read_bytes()), meta


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
