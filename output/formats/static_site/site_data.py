"""Diplomas, trades and codes of the version's database, by which pages link to one another."""

import sqlite3
from typing import Any, NamedTuple

from output.formats.static_site.french import forms
from output.tables.view_definition import LISTED_SQL, REPLACED_BY_SQL, STATUSES


class Diploma(NamedTuple):
    """A diploma as lists show it.

    `access_diplomas`: as the access names them; `after`: their types, else the same words.
    """

    id: str
    code: str | None
    name: str
    acronym: str | None
    type: str
    type_label: str
    level: int | None
    months: int | None
    domain: str
    board: str
    first_session: int | None
    last_session: int | None
    status: str
    listed: str | None
    replaced_by: str | None
    url: str | None
    trades: tuple[str, ...]
    access_levels: tuple[int, ...]
    access_diplomas: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def state(self) -> str:
        """Return the status in French."""
        return STATUSES[self.status]


class TradeCode(NamedTuple):
    """An official code of a trade: `kind` is `onisep` or `rome`."""

    kind: str
    code: str
    label: str | None
    address: str | None


class Trade(NamedTuple):
    """A trade with the diplomas that lead to it and its official codes."""

    id: str
    masculine: str
    feminine: str
    diplomas: tuple[str, ...]
    codes: tuple[TradeCode, ...]

    @property
    def label(self) -> str:
        """Return the trade's name in both genders."""
        return forms(self.masculine, self.feminine)


_DIPLOMAS = f"""
SELECT r.id, r.code, r.name, r.acronym, coalesce(t.short_fr, r.diploma_type, '') AS type,
  coalesce(t.label_fr, r.diploma_type_label, '') AS type_label, r.level, r.duration_months,
  coalesce(n.domain, '') AS domain, coalesce(r.cpc, '') AS board, r.first_session,
  r.last_session, r.status, {LISTED_SQL}, {REPLACED_BY_SQL}, r.url
FROM referentials AS r LEFT JOIN diploma_types AS t ON t.diploma_type = r.diploma_type
  LEFT JOIN nsf_groups AS n ON n.nsf_code = r.nsf_code
ORDER BY r.sort_key, r.id
"""


# The diplomas that access names, with their types.
_AFTER = "access_diplomas LEFT JOIN diploma_types USING (diploma_type)"
_LINES = (
    "SELECT identifiant, relation = 'remplace', autre_code, autre_intitule, etape "
    "FROM v_successions"
)
_TRADE_CODES = (
    "SELECT trade, kind, code, label, address FROM trade_codes ORDER BY trade, kind DESC, code"
)


class SiteData:
    """Diplomas and trades of a version, in the order in which people look through them."""

    def __init__(self, database: sqlite3.Connection) -> None:
        trades = _lists(database, "referential_trades", "trade")
        levels = _lists(database, "access_levels", "level")
        diplomas = _lists(database, "access_diplomas", "diploma")
        after = _lists(database, _AFTER, "coalesce(short_fr, diploma_type, diploma)")
        self.diplomas: dict[str, Diploma] = {}
        for row in database.execute(_DIPLOMAS):
            name = row[0]
            lists = (each.get(name, ()) for each in (trades, levels, diplomas, after))
            self.diplomas[name] = Diploma(*row, *(tuple(dict.fromkeys(each)) for each in lists))
        codes: dict[str, list[TradeCode]] = {}
        for name, *code in database.execute(_TRADE_CODES):
            codes.setdefault(name, []).append(TradeCode(*code))
        leading: dict[str, list[str]] = {}
        for diploma in self.diplomas.values():
            for trade in diploma.trades:
                leading.setdefault(trade, []).append(diploma.id)
        self.trades = {
            name: Trade(
                name, masculine, feminine, tuple(leading.get(name, ())), tuple(codes.get(name, ()))
            )
            for name, masculine, feminine in database.execute(
                "SELECT id, masculine, feminine FROM trades ORDER BY id"
            )
        }
        self.by_code: dict[str, list[str]] = {}
        for diploma in self.diplomas.values():
            if diploma.code:
                self.by_code.setdefault(diploma.code, []).append(diploma.id)

        # Of each diploma the former and later codes: whether former, code, title, distance.
        self.lines: dict[str, list[tuple[bool, str, str | None, int]]] = {}
        for name, *step in database.execute(_LINES):
            self.lines.setdefault(name, []).append((bool(step[0]), step[1], step[2], step[3]))

    def others(self, trade: str, diploma: str) -> list[Diploma]:
        """Return the other diplomas that lead to a trade."""
        return [self.diplomas[name] for name in self.trades[trade].diplomas if name != diploma]


def _lists(database: sqlite3.Connection, table: str, column: str) -> dict[str, list[Any]]:
    lists: dict[str, list[Any]] = {}
    sql = f"SELECT referential, {column} FROM {table} ORDER BY referential, position"
    for name, value in database.execute(sql):
        lists.setdefault(name, []).append(value)
    return lists
