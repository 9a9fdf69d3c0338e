"""Variants, and variants beside each other, that are told of where they are not read exactly.

A row is parts of variants' names: it holds for a page that has a variant for each.
"""

_NO_WORD = "two diplomas and no word for which of them the page is of"
# The page may differ; an issue says so.
TOLD: dict[tuple[str, ...], str] = {
    ("layout: one paragraph",): "what follows a label in the same paragraph may be another's",
    ("options: ", "around: other codes"): "codes of other diplomas beside options without codes",
    ("options: names, labels",): "a code whose label is the option is not given to it",
    ("options: names, table",): "options without letters in columns without a frame",
    ("repeal: entry",): "the repealed order may be a predecessor's, if it stands nowhere else",
    ("code: par  Diplôme enregistré sous le code",): "the sentence may be about any register",
    ("code: note  (code",): "a code in brackets may be of what stands before it",
    ("predecessor: par  Le {title} ({code}) est remplacé par le présent",): _NO_WORD,
    ("predecessor: pair Diplôme précédent",): _NO_WORD,
    ("predecessor: pair Prédécesseur", "layout: brochure"): _NO_WORD,
    ("predecessor: under Remplace",): "a diploma below its label may begin another part",
    ("successor: under Remplacé par",): "a diploma below its label may begin another part",
}


def matches(variants: tuple[str, ...], row: tuple[str, ...]) -> bool:
    """Whether a page has the variants of a row."""
    return all(any(part in variant for variant in variants) for part in row)
