"""Verbs over published versions and their files: diff, verify, schema, push, pull, withdraw."""

import json
from pathlib import Path

import click

from scraper.cli.options import data_option, log_options


@click.command()
@click.argument("old", required=False, metavar="[OLD")
@click.argument("new", default="latest", metavar="[NEW]]")
@data_option
@click.option("--since", type=click.IntRange(min=0), metavar="NUMBER",
              help="Every published change behind this number, over all versions.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="One JSON line a change, for programs.")
def diff(old: str | None, new: str, data: Path, since: int | None, as_json: bool) -> None:
    """Show what changed between two versions: names, latest, or folders of versions.

    NEW is the latest version unless it is given: name an earlier one as OLD. With --since in place
    of both: the numbered changes of all versions, withdrawals among them. The text is in French,
    as CHANGES.md of a version is; --json is for programs.

    \b
    Example: eduscol diff 20261101-0a1b2c3d latest --data data/live
             eduscol diff --since 1205 --json --data data/live
    """
    from output.diff.compare_versions import changes_since, last_change, same_version
    from output.diff.compare_versions import diff as compare
    from output.formats.changes_text import diff_text
    from output.formats.json_files import lines

    if (old is None) == (since is None):
        raise click.UsageError("give either OLD, the version to compare from, or --since NUMBER")
    rows = changes_since(data / "published", since) if since is not None else compare(
        data / "published", old or "", new
    )  # fmt: skip
    for part in lines(rows) if as_json else [diff_text(rows)]:
        click.echo(part, nl=False)
    if since and since > (last := last_change(data / "published")):
        click.echo(
            f"eduscol: --since {since} is beyond the last change, which has number {last}: nothing "
            "can stand behind it. Give the last number that you have seen here, or 0 for all of "
            "them; if it was seen here, the folder is another one now: take its version anew",
            err=True,
        )
    if old and (same := same_version(data / "published", old, new)) and not as_json:
        before = f"; what it brought: eduscol diff {same.previous} {same.version}"
        click.echo(
            f"eduscol: {same.version} was compared with itself{before if same.previous else ''}",
            err=True,
        )


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def verify(folder: Path) -> None:
    """Check a published version: sums, counts, keys, schema version.

    \b
    Example: eduscol verify data/live/published/latest
    """
    from output.versions.store import to_restore
    from output.versions.verify import faults
    from schema.errors import RefusedToPublish, UnusableInput

    if not folder.is_dir():
        raise UnusableInput(f"{folder}: no such folder; give the folder of a version")
    if not any((folder / name).exists() for name in ("index.json", "SHA256SUMS")):
        usual = [folder / "latest", folder / "published" / "latest"]
        near = next((path for path in usual if path.is_dir()), "data/live/published/latest")
        raise UnusableInput(f"{folder}: no version; give a folder such as {near}")
    faults_found = faults(folder)
    for fault in faults_found:
        click.echo(fault)
    if faults_found:
        is_in_place = (folder.resolve().parent / "versions.json").is_file()
        remedy = to_restore(folder) if is_in_place else "take the version again from where it came"
        raise RefusedToPublish(f"{folder}: damaged; {remedy}")
    click.echo(f"{folder}: whole")


@click.command()
@click.argument("address")
@data_option
def pull(address: str, data: Path) -> None:
    """Get the latest version that others publish at ADDRESS, the folder published/ on a web server.

    Asks only for what changed, continues a download that was cut off, checks every sum, and moves
    `latest` when all is there. Exit code 4 when sums or the schema do not fit. The folder takes no
    versions of its own: crawl in another one.

    \b
    Example: eduscol pull https://example.org/eduscol/published --data data/copy
    """
    from scraper.operations.pull import pull as pull_version

    pulled = pull_version(address, data)
    news = "new version" if pulled.new else "nothing new, still version"
    click.echo(f"{news} {pulled.version} in {pulled.folder}")


@click.command()
@click.argument("target")
@data_option
@click.option("--version", "name", default="latest", show_default=True, help="Version to copy.")
@log_options
def push(target: str, data: Path, name: str) -> None:
    """Copy a version to a folder or object storage (extra push: fsspec), its pointer last.

    TARGET is a folder or an address of fsspec such as s3://bucket/eduscol. A version that does not
    pass verify is refused (exit 4). A push that is cut off leaves the target's last good version
    in force; the same command continues it.

    \b
    Example: eduscol push /srv/www/eduscol --data data/live
             eduscol push s3://bucket/eduscol --data data/live
    """
    from scraper.operations.push import push as push_version

    for line in push_version(data, name, target):
        click.echo(line)


@click.command()
@click.argument("version")
@click.option("--reason", required=True, help="Why, in one line: versions.json shows it.")
@data_option
@log_options
def withdraw(version: str, reason: str, data: Path) -> None:
    """Withdraw a published version: the last good one before it becomes the latest.

    The records that it changed are not published again as they were in it (exit 4), whatever else
    changes, until one of them or the program changes, or with --accept withdrawn.

    \b
    Example: eduscol withdraw 20261101-0a1b2c3d --reason "descriptions of CAP are cut off"
    """
    from scraper.operations.withdraw import withdraw as withdraw_version

    done = withdraw_version(data, version, reason)
    latest = f"latest is {done.latest}" if done.latest else "no version is left"
    click.echo(f"withdrawn  {done.version}; {latest}")


@click.command()
@click.argument("name", default="referential")
@click.option("--strict", is_flag=True, help="The closed schema of the program's own checks.")
def schema(name: str, strict: bool) -> None:
    """Print the JSON Schema (2020-12) of a published file; of a record when none is named.

    \b
    Of a record:     referential, evidence, evidence_document, evidence_rule,
                     issue
    Of other rows:   certification, certification_block, certification_rome,
                     certification_succession, change, crosswalk, document_file,
                     page, reconciliation, rejected, trade_code, vocabulary
    Of whole files:  index, versions, withdrawn
    For operators:   run_report, status, freshness, journal (a line of
                     archive/runs/*.ndjson)

    \b
    Example: eduscol schema > schema.json
             eduscol schema change
             eduscol schema run_report
    """
    from output.versions.file_schemas import published_schemas, schemas
    from schema.suggestions import not_known

    known = schemas() if strict else published_schemas()
    key = name.replace("-", "_")
    if key not in known:
        raise not_known("", name, known)
    click.echo(json.dumps(known[key], ensure_ascii=False, indent=2))
