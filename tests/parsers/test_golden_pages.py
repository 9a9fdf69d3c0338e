"""Golden pages against the reader: refusals, several diplomas on a page, a diploma's life.

Every page was written for these tests, before and apart from the reader, and says so. Codes and
titles of diplomas are real. Texts, file names, NOR and JORF numbers are invented, and so are some
trades, dates of orders, sessions and RNCP numbers: these pages prove nothing about the diplomas.

An expectation states only what its page says: a key is a field of the record, compared exactly.
`…_starts` asks how a text begins, `…_has` and `…_lacks` which words it holds or must not hold:
they serve where the page leaves the exact words open, such as the title of an option. `…_in` names
the values that are right where the page does not decide, such as whether an order that is cited
by its date alone created the diploma. Two reasons of refusal in a file name (`-or-`): either is
right. The order of records, documents and orders is that of the page.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.issues import Refusal
from schema.lexicon import Lexicon

FIXTURES = Path(__file__).parent.parent / "fixtures"
NOT_FOR_PAGES = {"malformed-row", "unreadable", "invalid-record", "reader-fault"}
REFUSED = sorted((FIXTURES / "refused").iterdir())
# Pages without words, or cut off before their notice.
SAY_NOTHING = ("empty__", "truncated__", "not-text__gzip_left_packed")


def _expectations(folder: str) -> dict[str, list[dict[str, Any]]]:
    read_files = ((p, json.loads(p.read_text("utf-8"))) for p in (FIXTURES / folder).glob("*.json"))
    return {
        f"{folder}/{path.stem}": content if isinstance(content, list) else [content]
        for path, content in sorted(read_files)
    }


EXPECTED = _expectations("several") | _expectations("life")


def _records(body: bytes, stem: str) -> list[dict[str, Any]]:
    url = f"https://eduscol.education.fr/referentiels-professionnels/{stem}.html"
    document = Document(body, url=url, content_type=None, name=None)
    diploma = read(document, Lexicon.packaged()).records
    return [json.loads(item.record.model_dump_json()) for item in diploma]


def _page(page: str) -> list[dict[str, Any]]:
    return _records((FIXTURES / f"{page}.html").read_bytes(), page.rsplit("/", 1)[-1])


def _reason(body: bytes, stem: str) -> str:
    try:
        records = _records(body, stem)
    except Refused as refused:
        return refused.reason.value
    return f"read as {[(item['code'], item['title']) for item in records]}"


@pytest.mark.parametrize("file", REFUSED, ids=lambda file: file.name)
def test_refused(file: Path) -> None:
    reason, name = file.stem.split("__")
    assert _reason(file.read_bytes(), name) in reason.split("-or-")


def test_every_reason_has_a_page() -> None:
    seen = {reason for file in REFUSED for reason in file.stem.split("__")[0].split("-or-")}
    assert seen | {"too-complex"} | NOT_FOR_PAGES == {reason.value for reason in Refusal}


def _around(markup: str) -> bytes:
    head = "<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>CAP horlogerie</title>"
    notice = (
        "Maquette écrite pour les essais d'eduscol-referentials ; ce n'est pas une page d'Eduscol."
    )
    code = "<h1>CAP horlogerie</h1><p>Code scolarité : 50025137</p>"
    return f"{head}</head><body>{code}{markup}<p>{notice}</p></body></html>".encode()


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(lambda: "<div>" * 6_000 + "Accès" + "</div>" * 6_000, id="nested-divs"),
        pytest.param(lambda: "<p>ligne" * 250_000, id="paragraphs"),
        pytest.param(
            lambda: "<p " + " ".join(f'data-a{n}="{n}"' for n in range(2_000)) + ">Accès</p>",
            id="attributes",
        ),
        pytest.param(lambda: f'<p title="{"x" * 1_048_576}">Accès</p>', id="megabyte-attribute"),
        pytest.param(lambda: "<b><i>" * 4_000 + "Accès", id="unclosed-formatting"),
        pytest.param(lambda: "<table><tr><td>" * 2_500 + "Accès", id="nested-tables"),
    ],
)
def test_too_complex(markup: Callable[[], str]) -> None:
    assert _reason(_around(markup()), "horlogerie") == "too-complex"


@pytest.mark.parametrize("page", EXPECTED)
def test_page(page: str) -> None:
    records = _page(page)
    titles = [(record["code"], record["title"]) for record in records]
    assert len(records) == len(EXPECTED[page]), titles
    differences = [
        f"{page}.json: record {number}: {field}: {error}"
        for number, (record, expected) in enumerate(zip(records, EXPECTED[page], strict=True))
        for field in expected
        if (error := _difference(record, field, expected[field]))
    ]
    assert differences == []


def test_a_misspelt_key_of_an_expectation_is_told() -> None:
    record = {"code": "50025137", "documents": [{"title": "Annexe"}]}
    misspelt = {"kode": "1", "cod_has": ["1"], "documents": [{"titel": "A"}]}
    for (key, expected), name in zip(misspelt.items(), ("kode", "cod", "titel"), strict=True):
        assert _difference(record, key, expected) == f"no field of that name: '{name}'"


def test_every_page_has_an_expectation_that_states_something() -> None:
    pages = {f"{path.parent.name}/{path.stem}" for path in FIXTURES.glob("*/*.html")}
    assert {p for p in pages if p.startswith(("several/", "life/"))} == set(EXPECTED)
    assert [page for page, records in EXPECTED.items() if not all(records)] == []


def test_every_page_says_that_it_is_a_mock_up() -> None:
    pages = [p for p in FIXTURES.rglob("*.html") if not p.name.startswith(SAY_NOTHING)]
    assert len(pages) > 100
    assert [page.name for page in pages if b"aquette" not in page.read_bytes()] == []


def _difference(record: dict[str, Any], field: str, expected: Any) -> str | None:
    try:
        _check(record, field, expected)
    except KeyError as error:
        return f"no field of that name: {error}"
    except AssertionError as error:
        return str(error) or "differs"
    return None


def _check(record: dict[str, Any], key: str, expected: Any) -> None:
    if key == "trades":
        assert [trade["label"] for trade in record["trades"]] == expected
    elif key in {"documents", "legal_texts"}:
        assert len(record[key]) == len(expected), record[key]
        for one, wanted in zip(record[key], expected, strict=True):
            for name, value in wanted.items():
                _check_value(one, name, value)
    else:
        _check_value(record, key, expected)


def _check_value(values: dict[str, Any], key: str, expected: Any) -> None:
    field, _, how = key.rpartition("_")
    if how == "starts":
        assert values[field].startswith(expected)
    elif how == "in":
        assert values[field] in expected
    elif how == "has":
        assert [word for word in expected if word not in values[field].casefold()] == []
    elif how == "lacks":
        assert [word for word in expected if word in values[field].casefold()] == []
    else:
        assert values[key] == expected
