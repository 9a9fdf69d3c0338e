"""Schemas for operators: true of what calls leave, and valid for what a later version adds."""

import json
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from output.formats.type_files import pydantic_module
from output.versions.file_schemas import published_schemas, schemas
from schema.vocabulary import french
from scraper.cli.main import cli
from scraper.model.response import FailureKind, Outcome
from tests.support.operator_documents import operator_documents

NAMES = ("run_report", "journal", "freshness", "status")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    return operator_documents(tmp_path_factory.mktemp("calls"))


def published(name: str) -> Any:
    return jsonschema.Draft202012Validator(published_schemas()[name])


def strict(name: str) -> Any:
    return jsonschema.Draft202012Validator(schemas()[name])


def test_what_calls_leave_behind_fits_both_schemas(documents: dict[str, list[Any]]) -> None:
    assert {event["event"] for event in documents["journal"]} >= {
        "start", "found", "page", "aside", "stop", "resume", "end"
    }  # fmt: skip
    outcomes = {report["outcome"] for report in documents["run_report"]}
    assert outcomes >= {"incomplete", "refused", "published"}
    for name in NAMES:
        for document in documents[name]:
            published(name).validate(document)
            strict(name).validate(document)


def test_the_types_of_a_version_read_them(documents: dict[str, list[Any]]) -> None:
    models: dict[str, Any] = {}
    exec(compile(pydantic_module(), "eduscol_types.py", "exec"), models)
    for name in NAMES:
        model = models["".join(word.capitalize() for word in name.split("_"))]
        for document in documents[name]:
            assert json.loads(model.model_validate(document).model_dump_json()) == document


@pytest.mark.parametrize("name", NAMES)
def test_a_later_version_may_add_fields_and_values(
    documents: dict[str, list[Any]], name: str
) -> None:
    for document in documents[name]:
        later = {**document, "a_later_field": [1]}
        later |= {key: "later" for key in ("outcome", "health", "verb", "kind") if later.get(key)}
        published(name).validate(later)
        assert not strict(name).is_valid(later)


def test_a_later_version_may_add_events_while_known_ones_are_checked() -> None:
    later = {"event": "told", "at": "2026-11-26T03:17:00Z", "place": 1}
    published("journal").validate(later)
    assert not strict("journal").is_valid(later)
    for wrong in ({**later, "event": "page"}, {"event": "stop"}, {"at": later["at"]}):
        assert not published("journal").is_valid(wrong), wrong


@pytest.mark.parametrize("name", ["run_report", "run-report", "journal"])
def test_schemas_are_printed(name: str) -> None:
    done = CliRunner().invoke(cli, ["schema", name])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout) == published_schemas()[name.replace("-", "_")]


def test_outcomes_of_asking_have_words() -> None:
    assert set(french("request_outcome")) == set(Outcome)
    assert set(french("failure")) == set(FailureKind)
