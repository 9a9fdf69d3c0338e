"""Look whether readers find the version in force, without reading it: link, manifest, sizes."""

import shlex
from pathlib import Path

from output.versions.catalogue import VersionsFile, read_withdrawals
from output.versions.manifest import lacking
from output.versions.store import VERSION_NAME
from scraper.operations.status_model import Trouble, Wording

_HEADLINE = Wording(
    en="readers do not find the published data whole",
    fr="les lecteurs ne trouvent pas les données publiées entières",
)


def lack_of_data(
    published: Path, listed: VersionsFile, publish: str, is_at_work: bool
) -> Trouble | None:
    """Return what readers of the folder `published` do not find; None when all is there.

    `listed`: its `versions.json`. `publish`: the command that brings a version in force.
    `is_at_work`: whether a call is, which may be about to move the link.
    """
    found = _lack(published, listed, publish, is_at_work)
    return Trouble(_HEADLINE, *found) if found else None


def half_withdrawn(published: Path, listed: VersionsFile) -> Trouble | None:
    """Return that readers of `published` still get a withdrawn version; None when they do not.

    A withdrawal that is cut short leaves it so. `listed`: its `versions.json`. `UnusableTarget`
    for a `withdrawn.json` that cannot be read.
    """
    withdrawals = read_withdrawals(published / "withdrawn.json").withdrawn
    withdrawal = next((w for w in withdrawals if w.version == listed.latest), None)
    if withdrawal is None:
        return None
    name, reason = withdrawal.version, withdrawal.reason
    command = (
        f"eduscol withdraw {name} --reason {shlex.quote(reason)} "
        f"--data {shlex.quote(str(published.parent))}"
    )
    return Trouble(
        Wording(
            en="a version that was withdrawn is still in force",
            fr="une version retirée est encore en vigueur",
        ),
        Wording(
            en=f"the withdrawal of {name} ({reason}) was cut short",
            fr=f"le retrait de {name} ({reason}) a été interrompu",
        ),
        Wording(en=f"complete it: {command}", fr=f"le terminer : {command}"),
    )


def _lack(
    published: Path, listed: VersionsFile, publish: str, is_at_work: bool
) -> tuple[Wording, Wording] | None:
    """Return the cause and what to do."""
    if published.is_symlink() and not published.exists():
        target = published.readlink()
        return Wording(
            en=f"{published} is a link to {target}, which is not there",
            fr=f"{published} est un lien vers {target}, qui n'existe pas",
        ), Wording(
            en="mount its disk, or mend the link",
            fr="monter son disque, ou corriger le lien",
        )
    if listed.latest is None:
        path = published / "versions.json"
        if path.exists() or not _has_versions(published):
            return None
        cause = Wording(
            en=f"{path} is missing: no program is told of a version",
            fr=f"{path} manque : aucun programme n'apprend de version",
        )
        return cause, _puts_right(publish)
    folder = published / listed.latest
    fault = lacking(folder) if folder.is_dir() else "missing"
    if fault:
        cause = Wording(
            en=f"version {folder.name} is damaged: {fault}",
            fr=f"la version {folder.name} est endommagée : {fault}",
        )
        return cause, Wording(
            en=f"restore {folder} from a copy; or move what is left of it away, remove the link "
            f"latest, then {publish} brings it back",
            fr=f"remettre {folder} depuis une copie ; ou déplacer ce qui en reste, supprimer le "
            f"lien latest, puis {publish} le rétablit",
        )
    return _lack_of_link(published / "latest", folder, publish, is_at_work)


def _lack_of_link(
    link: Path, folder: Path, publish: str, is_at_work: bool
) -> tuple[Wording, Wording] | None:
    leads_to_some = link.is_symlink() and link.exists()
    if leads_to_some and (is_at_work or link.resolve() == folder.resolve()):
        return None
    if link.is_symlink():
        en, fr = f"leads to {link.readlink()}", f"mène à {link.readlink()}"
    elif link.exists():
        en, fr = "is no link", "n'est pas un lien"
    else:
        en, fr = "is missing", "manque"
    cause = Wording(
        en=f"{link} {en}: readers do not find version {folder.name} there",
        fr=f"{link} {fr} : les lecteurs n'y trouvent pas la version {folder.name}",
    )
    if leads_to_some or not (link.is_symlink() or link.exists()):
        return cause, _puts_right(publish)
    return cause, Wording(
        en=f"move {link} away, then {publish}", fr=f"déplacer {link}, puis {publish}"
    )


def _puts_right(publish: str) -> Wording:
    return Wording(en=f"{publish} puts it right", fr=f"{publish} le rétablit")


def _has_versions(published: Path) -> bool:
    return published.is_dir() and any(
        VERSION_NAME.fullmatch(path.name) for path in published.iterdir()
    )
