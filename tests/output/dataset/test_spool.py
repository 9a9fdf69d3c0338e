from pathlib import Path

import pytest

from output.dataset.spool import Spool
from schema.errors import UnusableTarget
from tests.support.samples import record

WORDS = ["zèbre", "âne", "abeille", "Zoé", "œuf"]


def test_rows_come_in_the_order_of_their_key_as_often_as_wanted() -> None:
    spool = Spool(WORDS, key=str)
    assert list(spool) == list(spool) == sorted(WORDS)
    assert list(Spool(WORDS, key=str).keys()) == sorted(WORDS)
    assert len(spool) == 5


def test_rows_of_one_key_and_without_a_key_all_come_as_they_were_put_in() -> None:
    spool = Spool(WORDS, key=len_of)
    spool.extend(["iule"])
    assert list(spool.at("4")) == ["iule"]
    assert list(spool.at("3")) == ["âne", "Zoé", "œuf"]
    assert spool.get("3") == "âne"
    assert spool.get("9") is None
    assert list(Spool(WORDS)) == WORDS


def len_of(word: str) -> str:
    return str(len(word))


def test_a_row_comes_back_as_it_was_even_when_it_would_not_be_valid() -> None:
    wrong = record().model_copy(update={"level": 9})
    assert list(Spool([wrong])) == [wrong]


def test_no_file_is_left_where_temporary_files_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SQLITE_TMPDIR", str(tmp_path))
    spool = Spool(bytes(10_000) for _ in range(500))
    assert len(spool) == 500
    assert list(tmp_path.iterdir()) == []


def test_a_disk_without_room_is_told_with_what_to_do() -> None:
    spool: Spool[bytes] = Spool()
    spool._db.execute("PRAGMA max_page_count = 10")
    with pytest.raises(UnusableTarget, match="TMPDIR"):
        spool.extend(bytes(10_000) for _ in range(100))
