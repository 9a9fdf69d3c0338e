"""Documents read by the workers of a cluster: the same bytes, also when one is killed."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from schema.errors import UnusableInput
from scraper.pipeline import workers as workers_module
from scraper.pipeline.processes import ReadOptions
from scraper.pipeline.readings_cache import NAME
from scraper.pipeline.workers import workers_of
from tests.support.killing_workers import KILLS, begin, pretend
from tests.support.mock_site import MockSite, published


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50
    ) as started:
        yield started


def test_a_worker_killed_in_the_middle_changes_no_byte(
    cluster: LocalCluster, tmp_path: Path
) -> None:
    site = MockSite(tmp_path / "site", 20)
    body = (site.pages / "p10.html").read_bytes()
    (site.pages / "p10.html").write_bytes(body + KILLS)
    data = site.fetched(tmp_path / "data")
    alone = published(data)
    (data / NAME).unlink()
    (data / "published").rename(tmp_path / "published")
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        before = set(client.nthreads())
        client.run(begin, tmp_path / "died")
    assert published(data, ReadOptions(cluster=cluster.scheduler_address)) == alone
    assert (tmp_path / "died").exists()
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        assert set(client.nthreads()) != before
        client.wait_for_workers(2)


def test_what_is_missing_is_named(cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers_module, "_ANSWER", 1)

    def refusal(address: str) -> str:
        with pytest.raises(UnusableInput) as caught:
            workers_of(ReadOptions(cluster=address), lambda: True)
        return str(caught.value)

    for address in ("tcp://127.0.0.1:9", "nonsense://a"):
        assert f"--cluster {address}: no scheduler answers there" in refusal(address)
    with Client(cluster.scheduler_address, set_as_default=False) as client:
        worker, *_ = client.nthreads()
        client.run(pretend, "another", workers=[worker])
        assert f"{worker} has not the same program" in refusal(cluster.scheduler_address)
        client.run(pretend, None)
    with LocalCluster(n_workers=0, dashboard_address=":0", silence_logs=50) as empty:
        assert "no workers; begin some with" in refusal(empty.scheduler_address)
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "pip install distributed" in refusal("tcp://127.0.0.1:9")
