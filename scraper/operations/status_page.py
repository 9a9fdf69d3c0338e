"""The status as one self-contained HTML page in French, with a plot for each series over the runs.

No script, nothing loaded from elsewhere: the page can be mailed, or served as a file.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from schema.vocabulary import french
from scraper.operations.run_report import FAILED, GOOD, RunReport
from scraper.operations.status_causes import reason_fr
from scraper.operations.status_model import Status

RUNS_SHOWN = 60
WIDTH, HEIGHT, MARGIN = 560, 120, 8


@dataclass(frozen=True)
class Bar:
    """A bar of a plot: position and size in the plot's units, its run, its value, its colour."""

    x: float
    y: float
    width: float
    height: float
    label: str
    is_failed: bool


@dataclass(frozen=True)
class Plot:
    """A plot of one series over the runs, oldest first."""

    title: str
    unit: str
    highest: str
    last: str
    bars: tuple[Bar, ...]


def status_page(status: Status, newest: Iterable[RunReport], data: str) -> str:
    """Return the page for `status` and the reports of the calls, newest first."""
    reports = [report for report in newest if report.outcome in GOOD | FAILED][:RUNS_SHOWN]
    reports.reverse()
    text = files("scraper").joinpath("data", "status.html.j2").read_text("utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["moment"] = _moment
    return environment.from_string(text).render(
        status=status,
        health=french("health")[status.health],
        is_good=status.exit_code == 0,
        outcomes=french("run_outcome"),
        plots=tuple(_plots(reports)),
        reports=tuple((report, reason_fr(report)) for report in reversed(reports)),
        data=data,
        width=WIDTH,
        height=HEIGHT,
    )


def _plots(reports: list[RunReport]) -> Iterable[Plot]:
    series: tuple[tuple[str, str, Callable[[RunReport], float | None]], ...] = (
        ("Fiches", "fiches", lambda r: r.data.records if r.data else None),
        ("Pages en échec", "pages", _failures),
        ("Durée", "s", lambda r: sum(r.durations.values()) if r.durations else None),
        ("Constats (avertissements et erreurs)", "constats", _issues),
    )
    for title, unit, value_of in series:
        values = [(report, value) for report in reports if (value := value_of(report)) is not None]
        if values:
            yield _plot(title, unit, values, len(reports))


def _plot(title: str, unit: str, values: list[tuple[RunReport, float]], runs: int) -> Plot:
    highest = max(value for _, value in values)
    step = (WIDTH - 2 * MARGIN) / max(runs, 10)
    room = HEIGHT - 2 * MARGIN
    bars = []
    for number, (report, value) in enumerate(values):
        height = room * value / highest if highest else 0
        label = f"{_moment(report.started)} : {_number(value)} {unit}"
        bars.append(
            Bar(
                round(MARGIN + number * step, 1),
                round(HEIGHT - MARGIN - height, 1),
                round(step * 0.8, 1),
                round(height, 1),
                f"{label} ({french('run_outcome')[report.outcome]})",
                report.outcome in FAILED,
            )
        )
    return Plot(title, unit, _number(highest), _number(values[-1][1]), tuple(bars))


def _failures(report: RunReport) -> float | None:
    return sum(report.crawl.failures.values()) if report.crawl else None


def _issues(report: RunReport) -> float | None:
    if report.data is None:
        return None
    return sum(issue.count for issue in report.data.issues if issue.severity != "info")


def _number(value: float) -> str:
    """Return a number in French writing: `1 234,5`."""
    text = f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:,.1f}"
    return text.replace(",", "\u202f").replace(".", ",")


def _moment(text: str | None) -> str:
    """Return a UTC time as `26/11/2026 05:40`."""
    return datetime.fromisoformat(text).strftime("%d/%m/%Y %H:%M") if text else "–"
