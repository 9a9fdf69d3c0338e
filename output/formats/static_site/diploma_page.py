"""The values that the page of a diploma shows beside the record itself."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any, NamedTuple

from output.dataset.rows import SourceRow
from output.formats.static_site import french
from output.formats.static_site.french import blocks
from output.formats.static_site.json_ld import json_ld
from output.formats.static_site.site_data import Diploma, SiteData
from schema.issues import KINDS, IssueCode
from schema.referential import Referential

# Longer texts are shown by their beginning: the whole stands in evidence.ndjson.gz.
_LONGEST_EVIDENCE = 300
_LONGEST_VALUE = 200
# By the reason of a page's row: why its records are those of former content.
_KEPT = {
    IssueCode.FETCH_FAILED: "Demandée depuis, la page n’a rien donné de lisible",
    IssueCode.PAGE_SUSPECT: "Demandée depuis, la page a donné une réponse douteuse, mise de côté",
    "not-in-copy": "La dernière copie du site n’a pas cette page",
}


class Step(NamedTuple):
    """A diploma in a line of succession: the code, its name, its pages; `here`: this one."""

    code: str
    name: str | None
    diplomas: tuple[Diploma, ...]
    here: bool


class PageRead(NamedTuple):
    """When a page was read (`day`), since when its content is carried forward (`stale`): ISO days.

    `update`: what the page itself says of its last update, as published. `kept`: why its content is
    that of before, in French.
    """

    day: str | None = None
    stale: str | None = None
    update: str | None = None
    kept: str | None = None


class Certification(NamedTuple):
    """A sheet of the RNCP as a page shows it. `ends_on`: an ISO day; `facts`: name and value."""

    number: str
    title: str
    active: bool
    ends_on: str | None
    certifiers: tuple[str, ...]
    blocks: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


def diploma_page(
    record: Referential,
    data: SiteData,
    database: sqlite3.Connection,
    sources: tuple[SourceRow, ...],
) -> dict[str, Any]:
    """Return the values of a diploma's page."""
    diploma = data.diplomas[record.id]
    return {
        "record": record,
        "diploma": diploma,
        "description": list(blocks(record.description)),
        "access": list(blocks(record.access)),
        "expectations": list(blocks(record.expectations)),
        "further_study": list(blocks(record.further_study)),
        "trades": [
            (data.trades[trade.id], data.others(trade.id, record.id)) for trade in record.trades
        ],
        "certifications": _certifications(record, database),
        "files": _files(record, database),
        "line": _line(record, data),
        "page_read": _page_read(record.id, database),
        "remarks": [
            (item.field, KINDS[item.issue].fr, (item.value or "")[:_LONGEST_VALUE])
            for item in record.issues
        ],
        "evidence": _evidence(record.id, database),
        "used_sources": [source for source in sources if source.name in record.sources],
        "json_ld": json_ld(record, diploma),
    }


def _page_read(name: str, database: sqlite3.Connection) -> PageRead:
    """Return the days of the page that a record was read from; none for a copy of the site."""
    row = database.execute(
        "SELECT substr(retrieved_at, 1, 10), substr(stale_since, 1, 10), update_text, reason"
        " FROM referential_pages JOIN pages ON url = page_url WHERE referential = ?",
        (name,),
    ).fetchone()
    if row is None:
        return PageRead()
    day, stale, update, reason = row
    return PageRead(day, stale, update, _KEPT.get(reason))


def _certifications(record: Referential, database: sqlite3.Connection) -> list[Certification]:
    """Return the sheets of the RNCP numbers of a record, where an export of them was given."""
    sheets = []
    for number in record.rncp_codes:
        row = database.execute(
            "SELECT title, active, ends_on, certifiers_json FROM certifications"
            " WHERE rncp_code = ?",
            (number,),
        ).fetchone()
        if row:
            title, active, ends_on, certifiers = row
            blocks = database.execute(
                "SELECT label FROM certification_blocks WHERE rncp_code = ? ORDER BY code",
                (number,),
            )
            labels = tuple(label for (label,) in blocks)
            names = tuple(json.loads(certifiers))
            facts = _facts(number, database)
            sheets.append(Certification(number, title, bool(active), ends_on, names, labels, facts))
    return sheets


def _facts(number: str, database: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Return further facts of a sheet of the RNCP: its codes, ways of access, related sheets."""
    names = ("Codes ROME", "Voies d’accès", "Remplace", "Remplacée par")
    row = database.execute(
        "SELECT codes_rome, voies_d_acces, remplace, remplacee_par FROM v_certifications"
        " WHERE rncp = ?",
        (number,),
    ).fetchone()
    return tuple((name, value) for name, value in zip(names, row, strict=True) if value)


def _files(record: Referential, database: sqlite3.Connection) -> dict[str, str]:
    """Return the facts of the files of a record's documents, in words, by address."""
    rows = database.execute(
        "SELECT adresse_du_document, fichier, pages, recu_le, modifie_le FROM v_documents"
        " WHERE identifiant = ? AND fichier IS NOT NULL",
        (record.id,),
    )
    return {address: ", ".join(_file_words(*facts)) for address, *facts in rows}


def _file_words(
    outcome: str, pages: int | None, received: str | None, changed: str | None
) -> Iterator[str]:
    if pages:
        yield french.plural(pages, "page")
    yield outcome
    if changed and changed != received:
        yield f"ce contenu depuis le {french.date(changed)}"
    if received:
        yield f"reçu le {french.date(received)}"


def _line(record: Referential, data: SiteData) -> list[Step]:
    """Return the diplomas before, this one, and those after, in order of time; none if alone."""
    steps: list[tuple[tuple[int, int, str], Step]] = []
    for is_before, code, title, distance in data.lines.get(record.id, ()):
        diplomas = tuple(
            data.diplomas[name] for name in data.by_code.get(code, ()) if name != record.id
        )
        place = -distance if is_before else distance
        order = (place, _first_session(diplomas), code)
        steps.append((order, Step(code, title, diplomas, here=False)))
    if not steps:
        return []
    this = Step(record.code or "", record.name, (), here=True)
    return [step for _, step in sorted([*steps, ((0, 0, ""), this)], key=itemgetter(0))]


def _first_session(diplomas: Iterable[Diploma]) -> int:
    return min((one.first_session for one in diplomas if one.first_session), default=0)


def _evidence(name: str, database: sqlite3.Connection) -> list[dict[str, Any]]:
    """Return each text that a source gave for the record; `chosen`: the value comes from it."""
    rows = database.execute(
        "SELECT field, text, source, label, derived, chosen FROM v_evidence WHERE referential = ?",
        (name,),
    )
    return [
        {
            "field": field,
            "text": _short(text),
            "source": source,
            "label": label or "",
            "derived": bool(derived),
            "chosen": bool(chosen),
        }
        for field, text, source, label, derived, chosen in rows
    ]


def _short(text: str) -> str:
    if text.startswith("{"):
        try:
            values = json.loads(text)
        except ValueError:
            return text[:_LONGEST_EVIDENCE]
        text = ", ".join(str(value) for value in values.values() if value)
    return text if len(text) <= _LONGEST_EVIDENCE else f"{text[:_LONGEST_EVIDENCE]}…"
