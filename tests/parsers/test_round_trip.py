"""Values rendered into every making read back to the same values.

The built-in example always; a spread of the real documents when `EDUSCOL_CORPUS` names their
folder. What a page shows is compared with the values it was made of; what is derived from them
(name, type, level, months, NSF, genders) with the record of the document itself.
"""

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.page_generator import MAKINGS, SOBER, Values, from_fiche, shown
from tests.page_generator.example import EXAMPLE
from tests.parsers.mutations.parsing import URL, records, said
from tests.support.corpus import CORPUS
from tests.support.pairs import covering

TEXTS = ("description", "access", "expectations", "further_study")
DERIVED = (
    "name", "diploma_type", "level", "duration_months", "nsf_code", "nsf_label",
    "access_levels", "access_diplomas", "replaces", "replaced_by", "status",
)  # fmt: skip
DOCUMENTS = 30
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def one_line(text: str) -> str:
    """Text as records keep it: NFC, white space of any kind one space, nothing invisible."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_INVISIBLE).split())


def running(section: tuple[str, ...]) -> str | None:
    """The paragraphs of a section as a record's text."""
    return "\n\n".join(one_line(text.removeprefix("### ")) for text in section) or None


def published(values: Values) -> dict[str, Any]:
    """The fields of the record that show what the page shows, without any interpretation."""
    code = one_line(values.code).replace("-", "").split(" ")[0][:8] if values.code else None
    return {
        "title": one_line(values.title),
        "code": code,
        "acronym": values.acronym and one_line(values.acronym),
        "duration_label": values.duration and one_line(values.duration),
        "level_label": values.level and one_line(values.level),
        "diploma_type_label": values.type and one_line(values.type),
        **{name: running(getattr(values, name)) for name in TEXTS},
        "trades": [one_line(trade) for trade in values.trades],
        "documents": [(urljoin(URL, href), one_line(title)) for href, title in values.documents],
        "legal_texts": [one_line(text) for text in values.legal],
        "first_session": int(values.first_session) if values.first_session else None,
        "last_session": int(values.last_session) if values.last_session else None,
        "rncp_codes": [values.rncp] if values.rncp else [],
    }


def seen(record: Referential) -> dict[str, Any]:
    """The same fields of a record."""
    return {
        "title": record.title,
        "code": record.code,
        "acronym": record.acronym,
        "duration_label": record.duration_label,
        "level_label": record.level_label,
        "diploma_type_label": record.diploma_type_label,
        **{name: getattr(record, name) for name in TEXTS},
        "trades": [trade.label for trade in record.trades],
        "documents": [(row.url, row.title) for row in record.documents],
        "legal_texts": [text.title for text in record.legal_texts],
        "first_session": record.first_session,
        "last_session": record.last_session,
        "rncp_codes": list(record.rncp_codes),
    }


# Of the example: what follows from the values that every making shows, and from all of them.
EXAMPLE_ALWAYS: dict[str, Any] = {
    "page": "b999",
    "url": URL,
    "name": "allumeur de réverbères",
    "diploma_type": "CAP",
    "cpc": None,
    "sector": None,
    "replaces": [],
    "replaced_by": [],
    "status": "unknown",
    "sources": ["eduscol"],
    "source_kind": "html",
}
EXAMPLE_FULL: dict[str, Any] = EXAMPLE_ALWAYS | {
    "id": "b999-50025399",
    "level": 3,
    "duration_months": 24,
    "nsf_code": "253",
    "nsf_label": "Mécanique aéronautique et spatiale",
    "access_levels": [],
    "access_diplomas": [],
}
EXAMPLE_SOBER: dict[str, Any] = EXAMPLE_ALWAYS | {
    "id": "b999",
    "level": 3,
    "duration_months": None,
    "nsf_code": None,
    "nsf_label": None,
    "access_levels": [],
    "access_diplomas": [],
}
EXAMPLE_TRADES = [
    ("allumeur-de-reverberes", "allumeur de réverbères", "allumeuse de réverbères"),
    ("gazier", "gazier", "gazière"),
    ("technicien-en-eclairage-ville", "technicien en éclairage, ville",
     "technicienne en éclairage, ville"),
]  # fmt: skip
EXAMPLE_ORDERS = [("2021-02-03", "creation"), ("2022-06-09", "modification")]


@pytest.mark.parametrize("making", MAKINGS)
def test_every_field(making: str) -> None:
    """The fields as published, those that follow from them, and the parts of lists."""
    (record,) = records(MAKINGS[making](EXAMPLE))
    assert seen(record) == published(shown(making, EXAMPLE))
    expected = EXAMPLE_SOBER if making in SOBER else EXAMPLE_FULL
    stated = said(record)
    assert {field: stated[field] for field in expected} == expected
    trades = [(trade.id, trade.masculine, trade.feminine) for trade in record.trades]
    assert trades == ([] if making in SOBER else EXAMPLE_TRADES)
    assert [(text.date, text.kind) for text in record.legal_texts] == EXAMPLE_ORDERS
    assert [row.media_type for row in record.documents] == ["application/pdf"] * 2


def test_every_field_is_asserted() -> None:
    (record,) = records(MAKINGS["headings_h2"](EXAMPLE))
    asserted = {*seen(record), *EXAMPLE_FULL}
    assert set(Referential.model_fields) - asserted == {"issues", "content_sha256"}


if CORPUS is not None:

    def spread() -> list[Path]:
        """Documents from all over the corpus, those with the most sections among them."""
        files = sorted((CORPUS / "fiches").glob("*.md")) if CORPUS else []
        rich = sorted(files, key=lambda file: -file.read_text("utf-8").count("\n##"))
        half = DOCUMENTS // 2
        rest = [file for file in files if file not in rich[:half]]
        return rich[:half] + rest[:: max(1, len(rest) // half)][:half]

    @cache
    def original(file: Path) -> tuple[Values, dict[str, Any]]:
        document = Document(file.read_bytes(), name="b999", content_type="text/markdown")
        (only,) = read(document, Lexicon.packaged()).records
        return from_fiche(file.read_text("utf-8")), json.loads(only.record.model_dump_json())

    def rendered() -> list[Any]:
        rich = [making for making in MAKINGS if making not in SOBER]
        return [
            pytest.param(file, making, id=f"{file.stem.split('_')[0]}-{making}")
            for making, file in covering(rich, spread(), each=4)
        ]

    @pytest.mark.parametrize(("file", "making"), rendered())
    def test_document(file: Path, making: str) -> None:
        values, record = original(file)
        (page,) = records(MAKINGS[making](values))
        assert seen(page) == published(values)
        now = said(page)
        assert {name: now[name] for name in DERIVED} == {name: record[name] for name in DERIVED}
        assert now["trades"] == record["trades"]
