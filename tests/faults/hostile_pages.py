"""Read hostile pages of SIZE characters: `python -m tests.faults.hostile_pages SIZE SECONDS`.

The system ends the process after SECONDS of CPU; what it was reading stands on stdout by then.
"""

import resource
import sys
from collections.abc import Iterator

from parsers.classify.error_pages import classify_error_page
from parsers.formats.html_links import links
from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon

ADDRESS = "https://eduscol.education.fr/referentiels-professionnels/b224.html"
# Repeated, each makes a pattern that is not linear try every beginning with every end.
UNITS = [
    "[", "](", "(", "<", "<script ", "<!--", "&", "&nbsp;", " ", "\n", "9", "a", "A1", "500 ",
    "de la ", "- ", "a, ", "/a", ". ", "' ", "a : ", "a;", "1 an ", "2 ans ou ", "session 20 ",
    "arrêté du ", "option A ", "et ", "abrogé par l'arrêté du ", "RNCP 1", "http://a", "a@b.",
]  # fmt: skip


def pages(size: int) -> Iterator[tuple[str, str]]:
    """Yield the name and the HTML of each page (mock-ups)."""

    def page(body: str, head: str = "") -> str:
        return (
            f"<html><head><title>CAP boulanger</title>{head}</head><body><h1>CAP boulanger</h1>"
            f"<p>Code : 50022137</p>{body}</body></html>"
        )

    for unit in ("1", " ", "1.", ";", "url="):
        text = (unit * size)[:size]
        yield f"refresh {unit!r}", page("", f'<meta http-equiv=refresh content="{text}">')
    for unit in UNITS:
        text = (unit * size)[:size]
        yield f"text {unit!r}", page(f"<p>{text}</p>")
        yield f"link {unit!r}", page(f'<p><a href="annexe.pdf">{text}</a></p>')
        yield f"title {unit!r}", page("").replace("boulanger", text)
        sections = ("Description", "Métiers accessibles", "Durée", "Textes réglementaires")
        yield f"sections {unit!r}", page("".join(f"<h2>{s}</h2><p>{text}</p>" for s in sections))


def main(size: int, seconds: int) -> None:
    """Read every page as the crawler and the reader do."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    lexicon = Lexicon.packaged()
    for name, text in pages(size):
        sys.stdout.write(f"{name}\n")
        sys.stdout.flush()
        links(text, ADDRESS)
        try:
            classify_error_page(text)
            read(Document(text.encode(), ADDRESS, "text/html"), lexicon)
        except Refused:
            pass
    sys.stdout.write("done\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
