"""What a page says, and an independent reading of the Markdown documents that say it."""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Values:
    """The values a page shows; ``None`` or ``()`` means that the page does not have them.

    Texts are tuples of paragraphs. A paragraph starting with ``"- "`` is a list item, one
    starting with ``"### "`` a sub-heading inside the section.
    """

    title: str
    code: str | None = None
    acronym: str | None = None
    duration: str | None = None
    level: str | None = None
    type: str | None = None
    description: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    expectations: tuple[str, ...] = ()
    further_study: tuple[str, ...] = ()
    trades: tuple[str, ...] = ()
    documents: tuple[tuple[str, str], ...] = ()
    legal: tuple[str, ...] = ()
    first_session: str | None = None
    last_session: str | None = None
    rncp: str | None = None


_LABELS = {
    "Code scolarité": "code",
    "Sigle": "acronym",
    "Durée": "duration",
    "Niveau de certification": "level",
    "Type": "type",
}
_SECTIONS = {
    "Description": "description",
    "Accès": "access",
    "Attendus": "expectations",
    "Poursuite d'études": "further_study",
    "Métiers associés": "trades",
}


def _tidy(line: str) -> str:
    """One line of a document -> its text: NFC, trimmed, runs of plain spaces made one."""
    return re.sub(r"[ \t]+", " ", unicodedata.normalize("NFC", line)).strip()


def from_fiche(markdown: str) -> Values:
    """The Markdown of one document -> its values.

    Read line by line: every non-empty line is a paragraph, a lone ``-`` makes an item of the next
    one. A ``### `` line that only repeats the name of its section is dropped. The address
    after ``**Lien:**`` is not among the values.
    """
    title = ""
    facts: dict[str, str] = {}
    texts: dict[str, list[str]] = {field: [] for field in _SECTIONS.values()}
    section = ""
    dash_seen = False
    for raw in markdown.splitlines():
        line = _tidy(raw)
        if not line:
            continue
        if line.startswith("# "):
            title = line[2:].strip()
        elif line.startswith("## "):
            section = line[3:].strip()
            dash_seen = False
        elif pair := re.match(r"\*\*(.+?):\*\*\s*(.+)$", line):
            if field := _LABELS.get(pair[1].strip()):
                facts[field] = pair[2].strip()
        elif section not in _SECTIONS or line == f"### {section}":
            continue
        elif line == "-":
            dash_seen = True
        else:
            texts[_SECTIONS[section]].append(f"- {line}" if dash_seen else line)
            dash_seen = False
    return Values(
        title=title,
        code=facts.get("code"),
        acronym=facts.get("acronym"),
        duration=facts.get("duration"),
        level=facts.get("level"),
        type=facts.get("type"),
        description=tuple(texts["description"]),
        access=tuple(texts["access"]),
        expectations=tuple(texts["expectations"]),
        further_study=tuple(texts["further_study"]),
        trades=tuple(trade.removeprefix("- ") for trade in texts["trades"]),
    )
