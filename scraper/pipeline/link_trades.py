"""Link the trades of records to Onisep's identifiers and ROME codes, by the forms of their names.

By masculine or feminine form, compared without case and accents, never by likeness.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from output.dataset.rows import TradeCodeRow
from schema.issues import Issue, IssueCode, issue
from schema.text import fold
from schema.trade import Trade
from scraper.sources.metiers import Occupation, Occupations
from scraper.sources.registry import METIERS, ROME

_SHEET = "https://candidat.francetravail.fr/metierscope/fiche-metier/"


class LinkedTrades(NamedTuple):
    """The codes of trades, the issues by the id of the trade, and the number of trades.

    `ambiguous`: Onisep's identifiers of each trade that has several, and therefore no code.
    """

    codes: tuple[TradeCodeRow, ...]
    issues: tuple[tuple[str, Issue], ...]
    trades: int
    ambiguous: Mapping[str, tuple[str, ...]]

    def count(self, kind: str) -> int:
        """Return the number of trades with a code of that kind."""
        return len({row.trade for row in self.codes if row.kind == kind})


def link_trades(
    trades: Iterable[Trade], occupations: Occupations, rome: Mapping[str, str] | None
) -> LinkedTrades:
    """Find the codes of each trade.

    `rome`: the label of each ROME code, where the table is given; a code that it lacks is kept,
    with an issue.
    """
    by_form: dict[str, set[str]] = {}
    for occupation in occupations.by_code.values():
        for form in occupation.forms:
            by_form.setdefault(form, set()).add(occupation.code)
    forms: dict[str, dict[str, str]] = {}
    for trade in trades:
        rules = forms.setdefault(trade.id, {})
        rules.setdefault(fold(trade.masculine), "masculine form")
        rules.setdefault(fold(trade.feminine), "feminine form")
    codes: list[TradeCodeRow] = []
    issues: list[tuple[str, Issue]] = []
    ambiguous: dict[str, tuple[str, ...]] = {}
    for name, rules in sorted(forms.items()):
        form, matching = next(
            ((form, by_form[form]) for form in rules if form in by_form), ("", set[str]())
        )
        every = sorted({code for form in rules for code in by_form.get(form, ())})
        if len(every) != 1:
            kind = IssueCode.AMBIGUOUS_TRADE if every else IssueCode.UNMATCHED_TRADE
            issues.append((name, issue(kind, "trades", name, ", ".join(every) or None)))
            ambiguous.update({name: tuple(every)} if every else {})
            continue
        occupation = occupations.by_code[next(iter(matching))]
        codes += _rows(name, occupation, rules[form], rome)
        issues += [
            (name, issue(IssueCode.UNKNOWN_ROME, "trades", code, occupation.code))
            for code in occupation.rome
            if rome is not None and code not in rome
        ]
    return LinkedTrades(tuple(codes), tuple(issues), len(forms), ambiguous)


def _rows(
    trade: str, occupation: Occupation, rule: str, rome: Mapping[str, str] | None
) -> Iterable[TradeCodeRow]:
    document = f"row {occupation.row}"
    yield TradeCodeRow(
        trade=trade, kind="onisep", code=occupation.code, label=occupation.label,
        address=occupation.address, source=METIERS, document=document, rule=rule,
    )  # fmt: skip
    for code, label in sorted(occupation.rome.items()):
        rome_label = (rome or {}).get(code)
        yield TradeCodeRow(
            trade=trade, kind="rome", code=code, label=rome_label or label or None,
            address=f"{_SHEET}{code}", source=METIERS, document=document,
            rule=f"of {occupation.code}" + (f", label of the source {ROME}" if rome_label else ""),
        )  # fmt: skip
