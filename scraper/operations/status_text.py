"""A status as text for a terminal or a message, and as a Prometheus text file."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from scraper.model.terminal import printable
from scraper.model.wording import numbered
from scraper.operations.run_report import RunReport
from scraper.operations.status_model import Health, Status


def status_text(status: Status, data: Path) -> str:
    """Return the status as lines: health and cause first, then the next steps, then the rest."""
    return "\n".join(map(printable, _lines(status, data))) + "\n"


def _lines(status: Status, data: Path) -> Iterator[str]:
    """Yield the lines of the status that have something to say."""
    yield f"{status.health.value:10} {status.headline.en}"
    for cause in status.causes:
        yield f"cause      {cause.en}"
    for text in status.advice:
        yield f"do next    {text.en}"
    if version := status.version:
        where = f", in {data}/published/latest" if version.is_there else ""
        yield f"version    {version.name}, {version.records} records{where}"
        if version.looked_at and version.age_days is not None:
            yield (
                f"asked      {version.looked_at}, {version.age_days} days ago; every "
                f"{version.expected_every_days} days expected, stale after {version.stale_after}"
            )
    for warning in status.warnings:
        yield f"warning    {warning.en}"
    if status.next_run_due:
        yield f"next run   due {status.next_run_due}"
    if call := status.last_call:
        ended = f"{call.outcome.value}" + (f" after {call.seconds:.0f} s" if call.seconds else "")
        yield f"last call  {call.verb} of {call.started}: {ended}"
    if status.held_back:
        yield f"held back  {numbered(status.held_back, 'pages')}"
    for page in status.held_back_pages:
        yield f"           {page.url}: {page.trouble.en}"
    for number, page in enumerate(status.worst_pages):
        yield f"{'look at' if not number else '':10} {page.url}: {page.trouble.en}"
    if status.failing:
        yield f"report     {status.failing.report}"


def prometheus_text(status: Status, last: RunReport | None) -> str:
    """Return the status in the text format of Prometheus, for node_exporter's textfile collector.

    `last`: the report of the last call that ended.
    """
    return "".join(f"{line}\n" for line in _metrics(status, last))


def _metrics(status: Status, last: RunReport | None) -> Iterator[str]:
    """Yield the lines of all metrics: name, help and type, then the samples."""
    yield from _metric(
        "eduscol_health",
        "1 for the present health, 0 for the others.",
        [({"health": health.value}, float(health is status.health)) for health in Health],
    )
    if version := status.version:
        labels = {"version": version.name}
        yield from _metric(
            "eduscol_records", "Records of the latest version.", [(labels, version.records)]
        )
        for name, text, moment in (
            ("looked_at", "When the site was last asked.", version.looked_at),
            ("stale_after", "When the data becomes stale.", version.stale_after),
        ):
            if moment:
                yield from _metric(f"eduscol_{name}_timestamp_seconds", text, [({}, _unix(moment))])
    if status.next_run_due:
        yield from _metric(
            "eduscol_next_run_due_timestamp_seconds",
            "When the next run is due.",
            [({}, _unix(status.next_run_due))],
        )
    yield from _metric(
        "eduscol_warnings",
        "Warnings: those of the checks of the latest version, and of the calls.",
        [({}, len(status.warnings))],
    )
    yield from _metric("eduscol_held_back_pages", "Pages held back.", [({}, status.held_back)])
    yield from _metric(
        "eduscol_failed_calls",
        "Calls that failed since all was well; 0 when what failed was mended.",
        [({}, status.failing.calls if status.failing else 0)],
    )
    if last:
        yield from _last_call_metrics(last)


def _last_call_metrics(last: RunReport) -> Iterator[str]:
    if last.ended:
        yield from _metric(
            "eduscol_last_call_timestamp_seconds",
            "When the last call ended.",
            [({"outcome": last.outcome.value, "verb": last.verb}, _unix(last.ended))],
        )
    yield from _metric(
        "eduscol_stage_seconds",
        "Seconds of each stage of the last call.",
        [({"stage": stage}, seconds) for stage, seconds in last.durations.items()],
    )
    if last.crawl:
        yield from _metric(
            "eduscol_requests", "Requests of the last call.", [({}, last.crawl.requests)]
        )
    if last.data:
        yield from _metric(
            "eduscol_pages",
            "Addresses by outcome in the last call.",
            [({"outcome": outcome}, n) for outcome, n in last.data.pages.items()],
        )
        yield from _metric(
            "eduscol_issues",
            "Issues by code in the last call.",
            [({"code": i.code, "severity": i.severity}, i.count) for i in last.data.issues],
        )


def _metric(name: str, text: str, samples: list[tuple[dict[str, str], float]]) -> Iterator[str]:
    """Yield the lines of one gauge; nothing for no sample."""
    if not samples:
        return
    yield f"# HELP {name} {text}"
    yield f"# TYPE {name} gauge"
    for labels, value in samples:
        pairs = ",".join(f'{key}="{_escaped(label)}"' for key, label in labels.items())
        yield f"{name}{{{pairs}}} {value:.15g}" if pairs else f"{name} {value:.15g}"


def _escaped(label: str) -> str:
    return label.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _unix(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()
