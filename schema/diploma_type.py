"""The type of a diploma: a controlled code from the label as published and the code's prefix.

Labels are written `label (sigle)`, and the sigle may hold parentheses itself:
`certificat de spécialisation (ex MC) (CS (ex MC))`. The same diploma was *mention
complémentaire* in 2022, *CS (ex MC)* in 2025 and *CS* in 2026, while the bare *certificat de
spécialisation (CS)* of 2025 is the agricultural one: within a family the prefix decides.
"""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from schema.fields import described
from schema.issues import IssueCode, issue
from schema.parsed_value import Parsed, remembered
from schema.text import clean, fold
from schema.vocabulary import rows, table

# The same diploma was one and is the other. By its label a certificate may be the agricultural one.
RENAMED = frozenset({"MC", "CS"})
RENAMED_BY_LABEL = RENAMED | {"CS_AGRI"}


class DiplomaType(BaseModel):
    """A diploma type: controlled code, label as published and its two parts."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    diploma_type: str | None = described("Type contrôlé.", "Controlled type.")
    diploma_type_label: str = described("Type tel que publié.", "Type as published.")
    label: str = described("Libellé sans le sigle.", "Label without its acronym.")
    acronym: str | None = described("Sigle entre parenthèses.", "Acronym in parentheses.")

    @classmethod
    @remembered
    def parse(cls, text: str, prefix_type: str | None = None) -> "Parsed[DiplomaType]":
        """Read a type as published; `prefix_type` is the type by the code's prefix, if known.

        `unknown-type`: no such label. `type-by-prefix`: the code chose within the label's
        family. `ambiguous-type`: several types bear the label and there is no code.
        `type-contradicts-code`: label and prefix are of different families; the published one is
        kept. A prefix of `OTHER` contradicts no label: several kinds of diplomas bear it.
        """
        published = clean(text)
        if not published:
            return Parsed(None, (issue(IssueCode.UNKNOWN_TYPE, "diploma_type", None),))
        label, acronym = split_acronym(published)
        candidates = _candidates(published)

        def result(value: str | None, code: IssueCode | None = None) -> "Parsed[DiplomaType]":
            value_read = cls(
                diploma_type=value, diploma_type_label=published, label=label, acronym=acronym
            )
            issues = (issue(code, "diploma_type", published),) if code else ()
            return Parsed(value_read, issues)

        if not candidates:
            return result(None, IssueCode.UNKNOWN_TYPE)
        families = {family(candidate) for candidate in candidates}
        if prefix_type and families == {family(prefix_type)} and prefix_type != "OTHER":
            decided = len(candidates) > 1 or prefix_type not in candidates
            return result(prefix_type, IssueCode.TYPE_BY_PREFIX if decided else None)
        if len(candidates) > 1:
            return result(None, IssueCode.AMBIGUOUS_TYPE)
        (only,) = candidates
        if prefix_type not in {None, "OTHER"}:
            return result(only, IssueCode.TYPE_CONTRADICTS_CODE)
        return result(only)


def family(diploma_type: str) -> str:
    """Return the family of a controlled type: types that bear one another's labels."""
    return table("diploma_types.csv", "diploma_type")[diploma_type]["family"] or diploma_type


def split_acronym(text: str) -> tuple[str, str | None]:
    """Divide `label (sigle)` in two, at the last balanced group of parentheses.

    A group that is part of the label itself (`… (ex MC)`, `… (bac + 3)`) stays with it.
    """
    if not text.endswith(")") or fold(text) in _whole_labels():
        return text, None
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(text[place], 0)
        if depth == 0:
            return text[:place].strip(), text[place + 1 : -1].strip() or None
    return text, None


@cache
def type_acronyms() -> frozenset[str]:
    """Return the folded words by which people ask for a type and for nothing else: *cap*, *bac*."""
    short = (word for row in rows("diploma_types.csv") for word in row["short_fr"].split())
    return frozenset({"bac", "pro"} | {fold(word) for word in short if word.isupper()})


@cache
def _long_forms() -> dict[str, tuple[str, str]]:
    forms = {}
    for row in rows("diploma_type_labels.csv"):
        if row["acronym"]:
            both = (row["acronym"], row["written"])
            forms.update({fold(writing): both for writing in both})
    return forms


def further_writings(label: str) -> tuple[str, ...]:
    """Return acronym and long form of a type that has no controlled one of its own: a *BEP*.

    Empty where it is none of them.
    """
    return _long_forms().get(fold(label.replace(".", "")), ())


def type_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return every writing of a type, folded, longest first, with the types it may mean."""
    return _type_words()


@cache
def _type_words() -> tuple[tuple[str, frozenset[str]], ...]:
    meanings: dict[str, frozenset[str]] = {}
    for row in rows("diploma_type_labels.csv"):
        types = frozenset(row["diploma_type"].split("|"))
        written = row["written"]
        dotted = " ".join(written) if written.isalpha() and written.isupper() else ""
        for key in filter(None, {fold(written), fold(dotted)}):  # "DMA", "D.M.A."
            meanings[key] = meanings.get(key, frozenset()) | types
    return tuple(sorted(meanings.items(), key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _whole_labels() -> frozenset[str]:
    return frozenset(
        fold(row["written"]) for row in rows("diploma_type_labels.csv") if "(" in row["written"]
    )


def _candidates(published: str) -> frozenset[str]:
    """Return the types that a published label may mean: whole, then its label, then its sigle.

    Or those that both sides of a dash may mean: `CAP - Certificat d'aptitude professionnelle`.
    """
    label, acronym = split_acronym(published)
    meanings = dict(_type_words())
    for writing in (published, label, acronym or ""):
        plain = re.sub(r"^(?:diplôme|type)\s*:\s*", "", writing, flags=re.IGNORECASE)
        if types := meanings.get(fold(plain)):
            return types
    sides = [meanings.get(fold(side), frozenset()) for side in re.split(r" [:–—-] ", published)]
    return frozenset.intersection(*sides)
