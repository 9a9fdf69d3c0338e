"""The index of a version is read without its list of files, and only where it is whole."""

import json
from pathlib import Path

import jsonschema
import pytest

from output.publish.publish import publish
from output.versions.line_files import lines_of
from output.versions.manifest import INDEX, BrokenIndex, IndexFile, read_index
from tests.support.samples import sample


def test_the_facts_of_an_index_are_read_and_a_cut_one_is_refused(tmp_path: Path) -> None:
    folder = publish(sample(), tmp_path / "published").folder
    data = (folder / INDEX).read_bytes()
    whole = IndexFile.model_validate_json(data)
    assert len(whole.files) > 1
    assert read_index(folder).model_dump() == whole.model_dump(exclude={"files"})
    target = tmp_path / "cut"
    target.mkdir()
    begin = data.index(b'"files"')
    for length in (0, begin // 2, begin, begin + 9, (begin + len(data)) // 2, len(data) - 2):
        (target / INDEX).write_bytes(data[:length])
        with pytest.raises(BrokenIndex):
            read_index(target)
    # as another program may write it, with the list elsewhere and spaces
    (target / INDEX).write_text(json.dumps(dict(reversed(json.loads(data).items())), indent=1))
    assert read_index(target) == read_index(folder)


def test_each_file_names_its_schema_and_what_of_it_the_schema_describes(tmp_path: Path) -> None:
    folder = publish(sample(), tmp_path / "published").folder
    files = IndexFile.model_validate_json((folder / INDEX).read_bytes()).files
    named = {file.path: file for file in files if file.schema_path}
    assert {"referentials.json", "vocabularies.json"} <= named.keys()
    assert {file.path for file in files if ".ndjson" in file.path} <= named.keys()
    assert {file.schema_of for file in named.values()} == {"file", "line", "item"}
    for path, file in named.items():
        schema = json.loads((folder / str(file.schema_path)).read_bytes())
        if file.schema_of == "line":
            parts = [json.loads(line) for line in lines_of(folder / path)]
        else:
            content = json.loads((folder / path).read_bytes())
            parts = content if file.schema_of == "item" else [content]
        for part in parts:
            jsonschema.validate(part, schema)
