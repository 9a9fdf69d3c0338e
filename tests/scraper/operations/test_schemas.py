"""Schemas for operators: printed, valid, and true of what is written."""

import json

import jsonschema
import pytest
from click.testing import CliRunner

from scraper.archive.journal import Ended, PageDone, Start
from scraper.cli.main import cli
from scraper.model.response import Outcome
from scraper.operations.schemas import OPERATOR_SCHEMAS


@pytest.mark.parametrize("name", sorted(OPERATOR_SCHEMAS))
def test_schemas_are_printed(name: str) -> None:
    done = CliRunner().invoke(cli, ["schema", name])
    assert done.exit_code == 0, done.output
    jsonschema.Draft202012Validator.check_schema(json.loads(done.stdout))


def test_lines_of_a_journal_fit_their_schema() -> None:
    validator = jsonschema.Draft202012Validator(OPERATOR_SCHEMAS["journal"]())
    at = "2026-11-26T03:17:00Z"
    for event in (
        Start(at=at, source="live", hosts=("x.fr",)),
        PageDone(at=at, key="k", outcome=Outcome.SAME, asked=("https://x.fr/",)),
        Ended(at=at),
    ):
        validator.validate(json.loads(event.model_dump_json()))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({"event": "told", "at": at})
