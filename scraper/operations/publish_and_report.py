"""Build a dataset from the archive and publish it, and record both in the run report."""

from pathlib import Path

from output.checks.thresholds import Bounds
from scraper.operations.page_freshness import write_freshness
from scraper.operations.run_recorder import RunRecorder
from scraper.pipeline.build_version import (
    Publication,
    Schedule,
    build_from_archive,
    publish_dataset,
)
from scraper.pipeline.processes import ReadOptions
from scraper.pipeline.version_history import keep_history, restore_published
from scraper.pipeline.version_inputs import Inputs


def publish_recorded(
    recorder: RunRecorder,
    data: Path,
    inputs: Inputs,
    limits: Bounds,
    accept: tuple[str, ...],
    schedule: Schedule,
    options: ReadOptions,
) -> Publication:
    """Publish the archive of `data`. Raises as `build_from_archive` and `publish_dataset`."""
    restore_published(data, options)
    with recorder.stage("read"):
        built = build_from_archive(data, inputs, options)
    recorder.read(built.dataset.content)
    with recorder.stage("publish"):
        report = f"run-{recorder.report.id}.json" if recorder.is_written else None
        try:
            publication = publish_dataset(data, built, limits, accept, schedule, report, options)
        finally:
            if built.looked_at:
                write_freshness(data)
    keep_history(data)
    recorder.published(publication.published)
    return publication
