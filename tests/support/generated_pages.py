"""Write what follows from the code: `docs/record.md`, `docs/issues.md`, the verbs in README, and
the schemas of the documents for operators, which `output` may not make from the crawler's models.

`python -m tests.support.generated_pages` (`make docs`) writes them; a test compares them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from parsers.extract.record import EXPECTED
from parsers.model.document import Document
from parsers.parse import read
from schema.issues import KINDS, REFUSALS
from schema.json_schema import json_schema, strict_schema
from schema.lexicon import Lexicon
from scraper.archive.journal import JournalLine
from scraper.cli.main import cli
from scraper.operations.page_freshness import Freshness
from scraper.operations.run_report import RunReport
from scraper.operations.status_model import Status
from tests.support.document_blocks import ROOT

FOUNDING = ROOT / "tests" / "fixtures" / "founding" / "MC3_METI.md"
_EXAMPLE = 60
_VERBS = re.compile(r"^\| verb \|.*\n(?:\|.*\n)*", re.MULTILINE)
OPERATOR_MODELS: dict[str, type[BaseModel]] = {
    "freshness": Freshness,
    "journal": JournalLine,
    "run_report": RunReport,
    "status": Status,
}
_HEAD = "<!-- Written by `make docs` from the models: change those, not this page. -->"


def record_page() -> str:
    """The fields of a record, with descriptions in both languages and an example."""
    schema = json_schema()
    example = _example()
    parts = [
        "# A record",
        _HEAD,
        f"Schema {schema['$id'].rsplit(':', 1)[1]}. The example is the diploma that started the "
        "project, as its document alone gives it (`eduscol parse "
        "tests/fixtures/founding/MC3_METI.md`). Null, or an empty list, means that no source "
        "states the field. Texts are kept as published; only Unicode form (NFC), white space and "
        "the marks of list items are made uniform. An issue about the page as a whole (it did not "
        "answer, or its answer is held back) stands not in the record but in the table `issues`, "
        "under the record's `url`; see [querying](querying.md#quality).",
        _table(schema["properties"], example),
    ]
    for name, definition in schema["$defs"].items():
        if "properties" in definition:
            parts += [f"## {name}", definition["description"], _table(definition["properties"])]
    return "\n\n".join(parts) + "\n"


def issues_page() -> str:
    """Every issue code and every reason of refusal."""
    codes = [[f"`{code}`", kind.level, kind.en, kind.fr] for code, kind in KINDS.items()]
    reasons = [[f"`{reason}`", text] for reason, text in REFUSALS.items()]
    parts = [
        "# Issues and refusals",
        _HEAD,
        "An **issue** is attached to a value, a record or a page that deserves to be known about: "
        "`info` is harmless, `warning` deserves a look, `error` says that something was lost. "
        "They stand in the table `issues`, in `issues.ndjson.gz` and in each record. `source` is "
        "whose text or document an issue is about. `chosen` is true where the doubt is about the "
        "published value, false where another source was believed and that value is not published.",
        "\n".join(_rows(["issue", "severity", "meaning", "en français"], codes)),
        f"`missing-field` is told of {', '.join(f'`{name}`' for name in EXPECTED)} only, where no "
        "source states them. Many diplomas have no acronym, no last session and no predecessor: "
        "any other field that is null or empty is stated by no source, and only a label without a "
        "value is told of it (`empty-value`).",
        "Of derived values only a level and a type have an issue, since most documents publish "
        "them. The NSF group, the diplomas and levels that access names and a status by an order "
        "that repeals never have one: `derived` in the view `v_evidence` tells of every value.",
        "A **refused** document gives no record, and the rest goes on. It stands in the table "
        "`pages` and in `rejected.ndjson.gz` with one of these reasons.",
        "\n".join(_rows(["reason", "meaning"], reasons)),
    ]
    return "\n\n".join(parts) + "\n"


def readme() -> str:
    """README with the present verbs in its table."""
    rows = [
        [f"`{name}`", command.get_short_help_str(200).rstrip(".")]
        for name, command in sorted(cli.commands.items())
    ]
    table = "\n".join(_rows(["verb", "does"], rows))
    text = (ROOT / "README.md").read_text("utf-8")
    return _VERBS.sub(lambda _: f"{table}\n", text)


def operator_schemas() -> str:
    """The strict schemas of the documents for operators, by name."""
    schemas = {name: strict_schema(name, model) for name, model in OPERATOR_MODELS.items()}
    return json.dumps(schemas, ensure_ascii=False, indent=1) + "\n"


PAGES = {
    "docs/record.md": record_page,
    "docs/issues.md": issues_page,
    "README.md": readme,
    "output/data/operator_schemas.json": operator_schemas,
}


def _example() -> dict[str, Any]:
    document = Document(FOUNDING.read_bytes(), None, "text/markdown", FOUNDING.stem)
    (parsed,) = read(document, Lexicon.packaged()).records
    record: dict[str, Any] = json.loads(parsed.record.model_dump_json())
    return record


def _table(properties: dict[str, Any], example: dict[str, Any] | None = None) -> str:
    head = ["field", "type", "meaning", "en français"] + (["example"] if example else [])
    rows = []
    for name, shape in properties.items():
        row = [f"`{name}`", _type(shape), shape["x-description-en"], shape["description"]]
        rows.append([*row, _shown(example[name])] if example else row)
    return "\n".join(_rows(head, rows))


def _type(shape: dict[str, Any]) -> str:
    if "$ref" in shape:
        return str(shape["$ref"].rsplit("/", 1)[1])
    if "anyOf" in shape:
        return " or ".join(_type(choice) for choice in shape["anyOf"])
    if shape.get("type") == "array":
        return f"list of {_type(shape['items'])}"
    return {"string": "text"}.get(shape["type"], str(shape["type"]))


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return f"`{text if len(text) <= _EXAMPLE else text[:_EXAMPLE] + '…'}`"


def _rows(head: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        cells = (cell.replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    for path, page in PAGES.items():
        (ROOT / path).write_text(page(), "utf-8")
