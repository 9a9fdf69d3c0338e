"""The wordings of labels and headings, and which of them a making uses."""

from collections.abc import Mapping
from zlib import crc32

Labels = Mapping[str, str]

LABEL_VARIANTS: dict[str, tuple[str, ...]] = {
    "code": ("Code scolarité", "Code diplôme", "Code formation-diplôme", "CFD"),
    "acronym": ("Sigle",),
    "duration": ("Durée", "Durée de la formation"),
    "level": (
        "Niveau",
        "Niveau de certification",
        "Niveau de qualification",
        "Niveau de formation",
    ),
    "type": ("Type", "Type de diplôme", "Type de formation"),
    "first_session": ("Première session",),
    "last_session": ("Dernière session",),
    "rncp": ("RNCP",),
    "description": ("Description", "Présentation", "Le diplôme", "Objectifs"),
    "access": ("Accès", "Conditions d'accès", "Admission", "Public visé"),
    "expectations": ("Attendus", "Attendus nationaux"),
    "further_study": ("Poursuite d'études", "Poursuites d'études", "Et après"),
    "trades": ("Métiers associés", "Métiers accessibles", "Débouchés", "Exemples de métiers"),
    "documents": ("Référentiel", "Annexes", "Documents"),
    "legal": ("Textes officiels", "Arrêté", "Arrêtés", "Textes réglementaires"),
}


def label_variants(making: str) -> Labels:
    """Name of a making -> its label for each field, always the same ones for the same name.

    Half of the makings write the typographic apostrophe.
    """
    chosen = {
        field: kin[crc32(f"{making}/{field}".encode()) % len(kin)]
        for field, kin in LABEL_VARIANTS.items()
    }
    if crc32(making.encode()) % 2:
        chosen = {field: label.replace("'", "’") for field, label in chosen.items()}
    return chosen
