"""The pages whose signals are counted: fixtures, sober pages, one of each kind of the generator."""

from collections.abc import Iterator
from pathlib import Path

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.issues import Issue, IssueCode
from schema.lexicon import Lexicon
from tests.page_generator import MAKINGS
from tests.page_generator.example import EXAMPLE
from tests.parsers.sober_pages import first_round, second_round
from tests.parsers.sober_pages.page import FOLDER

_FIXTURES = Path(__file__).parents[2] / "fixtures"


def pages() -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every page that should give records."""
    for folder in ("life", "several", "site"):
        for file in sorted((_FIXTURES / folder).rglob("*.html")):
            yield f"{folder}/{file.stem}", file.read_bytes()
    for page in (*first_round.PAGES, *second_round.PAGES):
        yield f"sober/{page.name}", page.body
    for name, making in sorted(MAKINGS.items()):
        yield f"generated/{name}", making(EXAMPLE)


def lost(name: str, body: bytes) -> tuple[Issue, ...]:
    """Return the issues on what a page states and no record holds; none when it is refused."""
    document = Document(body, f"{FOLDER}{name.split('/')[-1]}.html")
    try:
        reading = read(document, Lexicon.packaged())
    except Refused:
        return ()
    issues = (issue for each in reading.records for issue in each.record.issues)
    return tuple(issue for issue in issues if issue.issue is IssueCode.UNACCOUNTED)
