"""`assets/index.js`: the data that the search of the start page runs on.

A script and not JSON, because a page opened from a folder may load scripts only.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from output.formats.static_site.site_data import Diploma, SiteData
from schema.diploma_type import type_acronyms
from schema.stems import GENDER, PLURAL, STOP_WORDS
from schema.text import fold

_COLUMNS = "search_names, search_trades, search_texts"


def index_script(data: SiteData, database: sqlite3.Connection) -> Iterator[bytes]:
    """Yield the script: rules of the stemmer, words to suggest, then one line a diploma."""
    yield b"window.REFERENTIELS = {\n"
    for name, value in (
        ("plural", PLURAL),
        ("gender", GENDER),
        ("stop", sorted(STOP_WORDS)),
        ("types", sorted(type_acronyms())),
        ("words", _words(data)),
    ):
        yield name.encode() + b": " + _script(value) + b",\n"
    yield b"diplomas: [\n"
    stems = {
        row[0]: row[1:] for row in database.execute(f"SELECT id, {_COLUMNS} FROM referentials")
    }
    codes = _codes(database)
    for diploma in data.diplomas.values():
        entry = _entry(diploma, data, stems[diploma.id], codes.get(diploma.id, []))
        yield _script(entry) + b",\n"
    yield b"]};\n"


def _script(value: Any) -> bytes:
    # Nothing in a text can end the script.
    return to_json(value).replace(b"<", b"\\u003c").replace(b"\xe2\x80\xa8", b"\\u2028")


def _entry(
    diploma: Diploma, data: SiteData, stems: tuple[str, ...], codes: list[str]
) -> dict[str, Any]:
    trades = [data.trades[name] for name in diploma.trades]
    return {
        "id": diploma.id,
        "code": diploma.code or "",
        "type": diploma.type,
        "name": diploma.name,
        "acronym": diploma.acronym or "",
        "level": diploma.level or "",
        "months": diploma.months or "",
        "access": list(diploma.access_diplomas),
        "trades": [trade.label for trade in trades],
        "last": diploma.last_session or "",
        "state": diploma.state,
        "replaced_by": diploma.replaced_by or "",
        "url": diploma.url or "",
        "codes": [code.lower() for code in codes],
        "names": stems[0],
        "trade_stems": stems[1],
        "texts": stems[2],
    }


def _codes(database: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the RNCP numbers, the NSF group and the former codes of each diploma."""
    codes: dict[str, list[str]] = {}
    sql = (
        "SELECT referential, rncp_code FROM rncp_codes UNION ALL "
        "SELECT referential, substr(rncp_code, 5) FROM rncp_codes UNION ALL "
        "SELECT id, nsf_code FROM referentials WHERE nsf_code IS NOT NULL UNION ALL "
        "SELECT referential, code FROM successions WHERE relation = 'replaces' ORDER BY 1, 2"
    )
    for name, code in database.execute(sql):
        codes.setdefault(name, []).append(code)
    return codes


def _words(data: SiteData) -> list[str]:
    """Return the words of titles and trades as written: the suggestions for a misspelt one."""
    texts = [diploma.name for diploma in data.diplomas.values()]
    texts += [form for trade in data.trades.values() for form in (trade.masculine, trade.feminine)]
    words = {
        word.strip(",;:.()«»").lower()
        for text in texts
        for word in text.replace("’", " ").replace("'", " ").replace("-", " ").split()
    }
    return sorted(word for word in words if len(fold(word)) > 2 and fold(word) not in STOP_WORDS)
