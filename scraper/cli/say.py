"""Print what a call has to say, without changing how it ends when nobody can read it."""

import os
from contextlib import suppress

import click


def say(text: str, *, nl: bool = True, err: bool = False) -> None:
    """Print `text` on standard output, or on standard error (`err`).

    When the stream was closed by its reader, or its disk is full, that is told once on standard
    error, and what follows on it is discarded: what the call does, its report and its exit code
    stay the same.
    """
    try:
        click.echo(text, nl=nl, err=err)
    except OSError as error:
        _discard(2 if err else 1)
        if not err:
            reason = error.strerror or type(error).__name__
            say(f"eduscol: standard output: {reason}; the call goes on without it", err=True)


def discard_output() -> None:
    """Discard what is still to be printed: its reader left."""
    _discard(1)


def _discard(stream: int) -> None:
    """Send what is written to a stream to nowhere, also what Python has kept for it."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream)
        os.close(nowhere)
