"""`assets/index.js`: the data that the search of the start page runs on.

A script and not JSON, because a page opened from a folder may load scripts only.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from output.formats.static_site.site_data import Diploma, SiteData
from schema.diploma_type import type_acronyms
from schema.stems import ALIKE, GENDER, PLURAL, STOP_WORDS, TITLE_WORDS, written_words
from schema.text import fold

_COLUMNS = "search_names, search_trades, search_texts"


def index_script(data: SiteData, database: sqlite3.Connection) -> Iterator[bytes]:
    """Yield the script: rules of the stemmer, words to suggest, then one line a diploma."""
    yield b"window.REFERENTIELS = {\n"
    for name, value in (
        ("plural", PLURAL),
        ("alike", ALIKE),
        ("gender", GENDER),
        ("stop", sorted(STOP_WORDS)),
        ("titles", sorted(TITLE_WORDS)),
        ("types", sorted(type_acronyms())),
        ("words", _words(data)),
    ):
        yield name.encode() + b": " + _script(value) + b",\n"
    yield b"diplomas: [\n"
    stems = {
        row[0]: row[1:] for row in database.execute(f"SELECT id, {_COLUMNS} FROM referentials")
    }
    codes, marks = _codes(database), _marks(database)
    for diploma in data.diplomas.values():
        name = diploma.id
        entry = _entry(diploma, data, stems[name], codes.get(name, []), marks.get(name, []))
        yield _script(entry) + b",\n"
    yield b"]};\n"


def _script(value: Any) -> bytes:
    # Nothing in a text can end the script.
    return to_json(value).replace(b"<", b"\\u003c").replace(b"\xe2\x80\xa8", b"\\u2028")


def _entry(
    diploma: Diploma,
    data: SiteData,
    stems: tuple[str, ...],
    codes: list[str],
    marks: list[str],
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
        "marks": marks,
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


def _marks(database: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the words of each diploma's trades as published that no form of them holds.

    `plombier/ère` is searched for as it is published: `ere` is a word of it, and none of a form.
    """
    marks: dict[str, list[str]] = {}
    sql = (
        "SELECT x.referential, x.label, t.masculine, t.feminine FROM referential_trades AS x "
        "JOIN trades AS t ON t.id = x.trade ORDER BY x.referential, x.position"
    )
    for name, label, masculine, feminine in database.execute(sql):
        forms = fold(f"{masculine} {feminine}").split()
        known = marks.setdefault(name, [])
        known += [word for word in fold(label).split() if word not in (*forms, *known)]
    return marks


def _words(data: SiteData) -> list[str]:
    """Return the words of titles and trades as written: the suggestions for a misspelt one."""
    texts = [diploma.name for diploma in data.diplomas.values()]
    texts += [form for trade in data.trades.values() for form in (trade.masculine, trade.feminine)]
    return sorted(word for folded, word in written_words(*texts).items() if len(folded) > 2)
