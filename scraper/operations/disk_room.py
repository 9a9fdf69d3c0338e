"""Look whether calls can write in a data folder: one that cannot leaves no report of itself."""

import os
from pathlib import Path

from scraper.operations.status_model import Trouble, Wording

# With less, not even a report and a journal have room.
_LEAST_BYTES = 1_000_000
_CANNOT_WRITE = Wording(en="calls cannot write", fr="les appels ne peuvent pas écrire")
_MAKE_ROOM = Wording(
    en="make room there, then run the same command again: what was whole stays",
    fr="faire de la place, puis relancer la même commande : ce qui était entier reste",
)
_PARTS = ("", "archive", "published", "reports")


def lack_of_room(data: Path) -> Trouble | None:
    """Return the trouble when the disk of the folder `data` is full; None while there is room."""
    cause = _lack_of_room(data)
    return Trouble(_CANNOT_WRITE, cause, _MAKE_ROOM) if cause else None


def _lack_of_room(data: Path) -> Wording | None:
    try:
        disk = os.statvfs(data)
    except OSError:
        return None
    free = disk.f_bavail * disk.f_frsize
    if free < _LEAST_BYTES:
        return Wording(
            en=f"the disk of {data} is full ({free // 1000} kB left): calls can write nothing, "
            "and leave no report",
            fr=f"le disque de {data} est plein (reste {free // 1000} ko) : les appels ne peuvent "
            "rien écrire, pas même un rapport",
        )
    if disk.f_files and not disk.f_favail:
        return Wording(
            en=f"the disk of {data} has no room for another file (inodes): calls can write nothing",
            fr=f"le disque de {data} n'a plus de place pour un fichier (inodes) : les appels ne "
            "peuvent rien écrire",
        )
    return None


def advice_to_write(data: Path) -> tuple[Wording, ...]:
    """Return what to do where this user cannot write in the folder `data`, else nothing.

    That says nothing of the health: status may be asked by a user who only reads.
    """
    there = [data / part for part in _PARTS if (data / part).is_dir()]
    closed = next((path for path in there if not os.access(path, os.W_OK | os.X_OK)), None)
    if closed is None:
        return ()
    return (
        Wording(
            en=f"this user (uid {os.geteuid()}) cannot write in {closed}: a run made so ends with "
            "exit code 2 and leaves no report; make it as the owner of the folder, or let it write "
            "(chown, or a file system that is not read-only)",
            fr=f"cet utilisateur (uid {os.geteuid()}) ne peut pas écrire dans {closed} : un "
            "passage fait ainsi finit par le code 2 sans laisser de rapport ; le faire comme "
            "propriétaire du dossier, ou lui permettre d'écrire (chown, ou un système de fichiers "
            "qui ne soit pas en lecture seule)",
        ),
    )
