"""Verbs for people who look things up: search, serve."""

import json
from pathlib import Path

import click

from scraper.cli.options import look_option


@click.command()
@click.argument("words", nargs=-1, required=True)
@look_option
@click.option("--json", "as_json", is_flag=True, help="One JSON line a diploma, for programs.")
def search(words: tuple[str, ...], data: Path, as_json: bool) -> None:
    """Find diplomas by words of their title, trades or texts, by acronym or by code.

    Accents, capitals, plural and feminine make no difference; a code may be written in any way.
    Shows code, type, title and where the words were found, the best match first. A word that no
    diploma holds is answered with the nearest ones, exit code 0.

    \b
    Example: eduscol search électriciennes --data data/sample
             eduscol search 400-25303 M
    """
    from output.versions.search import nearest_words
    from output.versions.search import search as search_version
    from scraper.cli.search_output import hit_lines, nothing_found

    query, folder = " ".join(words), data / "published" / "latest"
    hits = search_version(folder, query)
    if as_json:
        for hit in hits:
            click.echo(json.dumps(hit._asdict(), ensure_ascii=False))
    elif hits:
        for line in hit_lines(hits):
            click.echo(line)
    if not hits:
        click.echo(nothing_found(query, nearest_words(folder, query)), err=as_json)


@click.command()
@look_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; 0.0.0.0 opens it to the network.",
)
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True,
              help="Port to listen on.")  # fmt: skip
def serve(data: Path, host: str, port: int) -> None:
    """Serve the latest version with Datasette, in French, until stopped; needs the extra browse.

    Read-only and, without --host, for this machine only. A version that is published
    meanwhile is served from the next request on. The extra is Datasette, in the environment of
    this program: .venv/bin/python -m pip install 'datasette<1'

    \b
    Example: eduscol serve --data data/sample --port 8001
    """
    import os
    import socket

    from schema.errors import UnusableInput, not_installed

    try:
        import uvicorn

        from scraper.cli.serve.app import LatestVersion
    except ModuleNotFoundError as error:
        raise not_installed("serve", str(error.name), "datasette<1") from None
    app = LatestVersion(data / "published" / "latest")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        raise UnusableInput(
            f"{host}:{port} cannot be listened on ({os.strerror(error.errno or 0)}); name another "
            "port with --port, or another address with --host"
        ) from None
    click.echo(f"http://{f'[{host}]' if ':' in host else host}:{port}/  (end with Ctrl+C)")
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    server.run(sockets=[listening])
