from typing import Any

import pytest

from output.publish.version_identity import content_sha256
from tests.support.samples import build, other, page, record, sample, trade


def test_the_order_in_which_things_were_found_does_not_matter() -> None:
    records = [other(n) for n in range(5)]
    pages = [page(made) for made in records]
    forth = build(records, pages=pages)
    back = build(records[::-1], pages=pages[::-1])
    assert list(forth.records) == list(back.records)
    assert list(forth.pages) == list(back.pages)
    assert [made.id for made in back.records] == sorted(made.id for made in records)


def test_two_records_of_one_id_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="mc3_meti-56122706"):
        build([record(), record(name="autre")])


def test_two_rows_of_one_address_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="address"):
        build([record()], pages=[page(record()), page(record())])


def test_evidence_of_no_record_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="evidence"):
        build([other(1)], evidence=sample().evidence_of(record().id))


@pytest.mark.parametrize("owner", ["a", "b1", "d"])
def test_evidence_of_no_record_is_found_before_between_and_behind_records(owner: str) -> None:
    (row, *_) = sample().evidence_of(record().id)
    records = [record(id=name) for name in ("b", "c")]
    evidence = [row._replace(referential=name) for name in ("b", "c")]
    assert len(build(records, evidence=evidence).records) == 2
    with pytest.raises(ValueError, match=f"not there: {owner}"):
        build(records, evidence=[*evidence, row._replace(referential=owner)])


def test_data_is_the_same_when_only_bytes_of_pages_changed() -> None:
    diploma = record()
    assert content_sha256(sample(diploma, pages=[page(diploma, "a" * 64)])) == content_sha256(
        sample(diploma, pages=[page(diploma, "c" * 64)])
    )


@pytest.mark.parametrize(
    "given",
    [
        {"records": [record(access="Après un bac.")]},
        {"records": [record(issues=())]},
        {"pages": ()},
        {"rejected": ()},
        {"issues": ()},
        {"scope": "mirror"},
        {"sources": ()},
    ],
    ids=lambda given: next(iter(given)),
)
def test_data_differs_when_what_was_read_does(given: dict[str, Any]) -> None:
    given = dict(given)
    assert content_sha256(sample(*given.pop("records", []), **given)) != content_sha256(sample())


def test_the_most_frequent_form_of_a_trade_stands_for_all() -> None:
    right = trade("technicien", "technicienne")
    wrong = trade("technicien", "techncienne")
    dataset = build(other(n, trades=(wrong if n == 0 else right,)) for n in range(3))
    assert dataset.aggregates.trades["technicien"].feminine == "technicienne"
    first, *others = dataset.records
    (result,) = dataset.aggregates.trade_issues(first.trades)
    assert (result.issue, result.value) == ("trade-forms-differ", "technicien / techncienne")
    assert [list(dataset.aggregates.trade_issues(record.trades)) for record in others] == [[], []]


def test_of_equally_frequent_forms_the_order_of_records_does_not_decide() -> None:
    first, second = (trade("chef", feminine) for feminine in ("cheffe", "chef"))
    forth = build([other(1, trades=(first,)), other(2, trades=(second,))])
    back = build([other(1, trades=(second,)), other(2, trades=(first,))])
    assert forth.aggregates.trades == back.aggregates.trades
