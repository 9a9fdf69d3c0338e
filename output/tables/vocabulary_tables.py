"""The vocabularies as tables of their own, with every value that the records use."""

from collections.abc import Mapping

from output.dataset.rows import Row
from schema.fields import described
from schema.issues import KINDS, REFUSALS, Refusal
from schema.vocabulary import rows


class DiplomaTypeRow(Row):
    """Un type de diplôme. / A diploma type."""

    diploma_type: str = described("Type contrôlé.", "Controlled type.")
    short_fr: str | None = described("Nom court.", "Short French name.")
    label_fr: str | None = described("Intitulé.", "French name.")
    label_en: str | None = described("Intitulé en anglais.", "English name.")
    family: str | None = described(
        "Famille : types de même libellé, que le préfixe du code départage.",
        "Family: types that bear one another's labels; the code's prefix decides.",
    )


class LevelRow(Row):
    """Un niveau du cadre national. / A level of the national framework."""

    level: int = described("Niveau, 1 à 8.", "Level, 1-8, same as EQF.", ge=1, le=8)
    former: str | None = described("Ancien niveau (1969).", "Former level (1969).")
    label_fr: str | None = described("Intitulé.", "French name.")
    label_en: str | None = described("Intitulé en anglais.", "English name.")
    equivalences: str | None = described(
        "Diplômes d'usage équivalent.", "Diplomas commonly named for the level."
    )


class NsfGroupRow(Row):
    """Un groupe de spécialités. / An NSF group."""

    nsf_code: str = described("Groupe NSF, 3 chiffres.", "NSF group, 3 digits; text.")
    label: str | None = described("Libellé (BCN).", "Label as the ministry's tables write it.")
    official_label: str | None = described("Libellé officiel.", "Label of D311-4.")
    domain: str | None = described("Domaine.", "Domain.")


class VocabularyRow(Row):
    """Une valeur d'un vocabulaire. / A value of a vocabulary, in words."""

    vocabulary: str = described(
        "Vocabulaire, tel diploma_type ou issue.", "Vocabulary, such as diploma_type or issue."
    )
    value: str = described("Valeur.", "Value.")
    fr: str | None = described("Sens, en français.", "Meaning, in French.")
    en: str | None = described("Sens, en anglais.", "Meaning, in English.")


def vocabularies() -> list[VocabularyRow]:
    """Return every known value of every vocabulary; a later minor version may have more."""
    types = ((row["diploma_type"], row["label_fr"], row["label_en"])
             for row in rows("diploma_types.csv"))  # fmt: skip
    issues = ((code.value, kind.fr, kind.en) for code, kind in KINDS.items())
    others = [
        (row["vocabulary"], row["value"], row["fr"], row["en"] or _refusal(row["value"]))
        for row in rows("vocabularies.csv")
    ]
    every = [
        *(("diploma_type", *row) for row in types),
        *(("issue", *row) for row in issues),
        *others,
    ]
    return [
        VocabularyRow(vocabulary=vocabulary, value=value, fr=fr or None, en=en or None)
        for vocabulary, value, fr, en in every
    ]


def _refusal(value: str) -> str:
    return REFUSALS[Refusal(value)]


def diploma_types(used: set[str]) -> list[DiplomaTypeRow]:
    """Return the types of the vocabulary, then types that only records use (normally none)."""
    known = [
        DiplomaTypeRow(**{name: row[name] or None for name in DiplomaTypeRow.model_fields})  # type: ignore[arg-type]
        for row in rows("diploma_types.csv")
    ]
    more = sorted(used - {row.diploma_type for row in known})
    return known + [
        DiplomaTypeRow(diploma_type=value, short_fr=None, label_fr=None, label_en=None, family=None)
        for value in more
    ]


def levels() -> list[LevelRow]:
    """Return the eight levels."""
    return [
        LevelRow(
            level=int(row["level"]),
            former=row["former"] or None,
            label_fr=row["label_fr"] or None,
            label_en=row["label_en"] or None,
            equivalences=row["equivalences"] or None,
        )
        for row in rows("levels.csv")
    ]


def nsf_groups(labels: Mapping[str, str | None]) -> list[NsfGroupRow]:
    """Return all groups of the vocabulary, then those that only records use, with their labels."""
    known = [
        NsfGroupRow(**{name: row[name] or None for name in NsfGroupRow.model_fields})  # type: ignore[arg-type]
        for row in rows("nsf_groups.csv")
    ]
    more = sorted(set(labels) - {row.nsf_code for row in known})
    return known + [
        NsfGroupRow(nsf_code=code, label=labels[code], official_label=None, domain=None)
        for code in more
    ]
