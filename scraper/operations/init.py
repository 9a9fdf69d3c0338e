"""Write a commented configuration, and say how to schedule a run."""

import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from textwrap import wrap

from schema.errors import UnusableInput, UnusableTarget
from schema.files import replace_file, writable
from scraper.clients.live_client import user_agent
from scraper.sources.registry import WITH_FILE, SourceEntry

NAME = "eduscol.toml"
_CONTACT_LINE = '# contact = "you@example.org"'


def init(folder: Path, contact: str = "") -> Iterator[str]:
    """Write `eduscol.toml` into `folder`; yield lines with the next steps.

    `UnusableTarget` when there is one already or it cannot be written; `UnusableInput` for a
    contact that is neither an e-mail address nor a web page.
    """
    path = folder / NAME
    if path.exists():
        raise UnusableTarget(f"{path}: there already; edit it, or move it away")
    if contact:
        user_agent(contact, "0")
        if '"' in contact or "\\" in contact:
            raise UnusableInput(f"--contact {contact!r}: quotes cannot stand in it")
    with writable(path, "name a folder that can be written"):
        replace_file(path, configuration(contact).encode())
    yield from _advice(path.resolve(), contact)


def configuration(contact: str = "") -> str:
    """Return the text of a configuration in which every key is a comment but the contact."""
    text = files("scraper").joinpath("data", "eduscol.toml").read_text("utf-8")
    text = text.replace("[sources]\n", f"[sources]\n{''.join(map(_source_lines, WITH_FILE))}")
    gates = files("output").joinpath("data", "gates.toml").read_text("utf-8")
    text = text.rstrip("\n") + "\n\n[gates]\n" + _commented(gates)
    return text.replace(_CONTACT_LINE, f'contact = "{contact}"') if contact else text


def _source_lines(source: SourceEntry) -> str:
    """Return the commented key of a source, below its help."""
    text = "\n".join(f"# {line}" for line in wrap(source.help, 96))
    return f"{text}\n# {source.parameter} = {'[]' if source.several else repr('')}\n"


def _commented(toml: str) -> str:
    """Return TOML with its keys as comments."""
    lines = (
        line if not line or line.startswith("#") else f"# {line}" for line in toml.splitlines()
    )
    return "\n".join(lines) + "\n"


def _advice(path: Path, contact: str) -> Iterator[str]:
    program = Path(sys.prefix) / "bin" / "eduscol"
    data = path.parent / "data"
    run = f"{program} run --config {path} --data {data}"
    yield f"written    {path}"
    if not contact:
        yield "edit       set contact in it: the site is told who asks"
    yield f"try        {run} --max-pages 5"
    yield "           the same command again goes on where it stopped"
    yield f"look       {program} status --data {data}"
    yield "schedule   with cron (crontab -e), Mondays at 3:17; mail comes on a bad night only:"
    yield f"           17 3 * * 1  {run} > /dev/null"
    status = f"{program} status --config {path} --data {data}"
    yield f"           47 7 * * *  {status} --notify > /dev/null"
    yield "           with systemd, in a container or on GitHub: examples/ and docs/operating.md"
