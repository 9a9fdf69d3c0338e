"""The index of a version is read without its list of files, and only where it is whole."""

import json
from pathlib import Path

import pytest

from output.publish.publish import publish
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
