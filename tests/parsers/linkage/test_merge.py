"""One record of several sources: each field's rank, each rule, what is kept and what is told."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.linkage.merge import Merged, merge
from parsers.linkage.source_record import SourceRecord
from parsers.model.statement import Statement
from schema.issues import Issue, IssueCode, issue
from schema.referential import Document, LegalText, Referential, content_hash
from schema.source_ranks import ranks
from tests.support.samples import trade
from tests.support.source_documents import OWN, source_record

SOURCES = ("eduscol", "onisep", "list", "known")


def order(date: str | None, kind: str | None, title: str = "Arrêté") -> LegalText:
    return LegalText(title=title, date=date, kind=kind, nor=None, url=None)  # type: ignore[arg-type]


def told(merged: Merged, code: IssueCode) -> list[Issue]:
    return [row for row in merged.record.issues if row.issue == code]


def chosen(merged: Merged) -> set[tuple[str, str]]:
    return {(seen.source, seen.observation.field) for seen in merged.evidence if seen.chosen}


# Each row of the table: what each of three sources says, best first.

RANKS: dict[str, tuple[str, str, list[dict[str, Any]]]] = {
    "code": ("eduscol onisep list", "warning", [
        {"code": "50022143", "nsf_code": "221", "nsf_label": "Agro-alimentaire"},
        {"code": "56122706", "nsf_code": "227", "nsf_label": "Energie"},
        {"code": "40124106", "nsf_code": "241", "nsf_label": "Textile"}]),
    "title": ("eduscol onisep list", "warning", [
        {"title": f"CAP {name}", "name": name} for name in ("boucher", "cuisine", "staff")]),
    "acronym": ("eduscol onisep list", "quiet", [{"acronym": a} for a in ("A", "B", "C")]),
    "diploma_type": ("eduscol onisep list", "warning", [
        {"diploma_type": item, "diploma_type_label": item} for item in ("CAP", "BP", "CS")]),
    "level": ("eduscol list onisep", "warning", [
        {"level": n, "level_label": f"niveau {n}"} for n in (3, 4, 5)]),
    "duration_months": ("eduscol onisep list", "warning", [
        {"duration_months": 12 * n, "duration_label": f"{n} ans"} for n in (2, 3, 4)]),
    "cpc": ("eduscol list onisep", "quiet", [{"cpc": a} for a in ("A", "B", "C")]),
    "sector": ("eduscol list onisep", "quiet", [{"sector": a} for a in ("A", "B", "C")]),
    "description": ("eduscol onisep list", "quiet", [{"description": a} for a in "ABC"]),
    "access": ("eduscol onisep list", "quiet", [
        {"access": f"Après un {item}.", "access_levels": (n,), "access_diplomas": (item,)}
        for n, item in ((3, "CAP"), (4, "BP"), (5, "BTS"))]),
    "expectations": ("eduscol onisep list", "quiet", [{"expectations": a} for a in "ABC"]),
    "further_study": ("eduscol onisep list", "quiet", [{"further_study": a} for a in "ABC"]),
    "trades": ("eduscol onisep list", "quiet", [
        {"trades": (trade(f"{item}eur", f"{item}euse"),)} for item in ("coiff", "staff", "brod")]),
    "documents": ("eduscol onisep list", "quiet", [
        {"documents": (Document(url=f"https://a.example/{n}", title=n, media_type=None),)}
        for n in "ABC"]),
    "legal_texts": ("eduscol list onisep", "quiet", [
        {"legal_texts": (order(f"20{n}-01-01", "modification"),)} for n in (20, 21, 22)]),
    "rncp_codes": ("eduscol list onisep", "quiet", [
        {"rncp_codes": (f"RNCP{n}",)} for n in (1, 2, 3)]),
    "replaces": ("eduscol list onisep", "quiet", [
        {"replaces": (code,)} for code in ("01022701", "01022702", "01022703")]),
}  # fmt: skip


@pytest.mark.parametrize("field", RANKS)
def test_the_first_in_rank_that_states_a_field_gives_it(field: str) -> None:
    names, compare, values = RANKS[field]
    everyone = [source_record(n, **value) for n, value in zip(names.split(), values, strict=True)]
    for order in permutations(everyone):
        merged = merge(order[0], order[1:])
        for name, value in values[0].items():
            assert getattr(merged.record, name) == value
        assert {s for s, f in chosen(merged) if f == field} == {everyone[0].source}
        code = IssueCode.SOURCES_DISAGREE if compare == "warning" else IssueCode.SOURCES_DIFFER
        assert len([row for row in told(merged, code) if row.field == field]) == 2


@pytest.mark.parametrize("field", RANKS)
def test_rank_and_not_who_was_first_decides(field: str) -> None:
    names, _, values = RANKS[field]
    _, second, third = names.split()
    merged = merge(source_record(third, **values[2]), [source_record(second, **values[1])])
    for name, value in values[1].items():
        assert getattr(merged.record, name) == value
    assert merged.record.sources == (third, second)


def test_a_source_that_the_table_does_not_name_comes_last() -> None:
    new, last = source_record("new", acronym="A", cpc="B"), source_record("list", acronym="C")
    merged = merge(new, [last])
    assert (merged.record.acronym, merged.record.cpc) == ("C", "B")


@pytest.mark.parametrize("field", [field for field in RANKS if field != "title"])
def test_the_next_one_gives_what_those_before_it_do_not_say(field: str) -> None:
    names, _, values = RANKS[field]
    first, second, third = names.split()
    merged = merge(
        source_record(first),
        [source_record(third, **values[2]), source_record(second, **values[1])],
    )
    for name, value in values[1].items():
        assert getattr(merged.record, name) == value
    assert merged.record.sources == (first, second)
    merged = merge(source_record(first), [source_record(third, **values[2])])
    for name, value in values[2].items():
        assert getattr(merged.record, name) == value


def test_a_group_is_of_one_source() -> None:
    """The page's duration, not understood, is not put beside the months of another."""
    merged = merge(
        source_record("eduscol", duration_months=24),
        [source_record("onisep", duration_months=36, duration_label="3 ans")],
    )
    assert (merged.record.duration_months, merged.record.duration_label) == (24, None)


def test_a_label_may_come_from_whoever_has_the_same_value() -> None:
    merged = merge(
        source_record("eduscol", duration_months=24),
        [source_record("list", duration_months=24, duration_label="vingt-quatre mois"),
         source_record("onisep", duration_months=24, duration_label="2 ans")],
    )  # fmt: skip
    assert merged.record.duration_label == "2 ans"
    assert merged.record.sources == ("eduscol", "onisep")
    assert chosen(merged) == {("eduscol", "duration_months"), ("onisep", "duration_label")}


def test_every_field_that_sources_state_has_a_rank() -> None:
    ranked = [field for rank in ranks() for field in rank.fields]
    assert len(ranked) == len(set(ranked))
    assert set(ranked) == set(Referential.model_fields) - OWN
    assert all(set(rank.sources) == set(SOURCES) for rank in ranks())


# Rules that are not of rank.


@pytest.mark.parametrize("field", ["first_session", "last_session"])
@pytest.mark.parametrize(("page", "row"), [(2024, 2027), (2027, 2024)])
def test_the_newest_session_counts_whoever_says_so(field: str, page: int, row: int) -> None:
    on_page: dict[str, Any] = {field: page}
    in_row: dict[str, Any] = {field: row}
    merged = merge(source_record("eduscol", **on_page), [source_record("list", **in_row)])
    assert getattr(merged.record, field) == 2027
    assert {s for s, f in chosen(merged) if f == field} == {"list" if row == 2027 else "eduscol"}
    (remark,) = told(merged, IssueCode.SOURCES_DISAGREE)
    assert remark.field == field
    assert remark.value == "2027 | 2024"
    assert merged.disagreements == (("list", "document of list", field),)


def test_a_first_session_behind_the_last_one_of_another_source_does_not_count() -> None:
    page = source_record("eduscol", first_session=1998, last_session=2008)
    merged = merge(page, [source_record("list", first_session=2023)])
    assert (merged.record.first_session, merged.record.last_session) == (1998, 2008)
    (remark,) = told(merged, IssueCode.SOURCES_DISAGREE)
    assert (remark.field, remark.value) == ("first_session", "1998 | 2023")


def test_another_order_of_repeal_is_told_and_not_added() -> None:
    own = order("2022-02-05", "repeal")
    merged = merge(
        source_record("eduscol", legal_texts=(own,)),
        [source_record("list", legal_texts=(order("2024-02-19", "repeal", "Arrêté du 19"),))],
    )
    assert merged.record.legal_texts == (own,)
    (remark,) = told(merged, IssueCode.SOURCES_DISAGREE)
    assert (remark.field, remark.value) == ("legal_texts", "Arrêté | Arrêté du 19")


@pytest.mark.parametrize(("page", "row"), [("in_force", "repealed"), ("repealed", "in_force")])
def test_a_repeal_counts_whoever_says_so(page: str, row: str) -> None:
    merged = merge(source_record("eduscol", status=page), [source_record("list", status=row)])
    assert merged.record.status == "repealed"
    assert [row.field for row in told(merged, IssueCode.SOURCES_DISAGREE)] == ["status"]


@pytest.mark.parametrize(
    "values", [{"first_session": 2024}, {"last_session": 2024}, {"status": "repealed"}]
)
def test_of_the_same_session_or_status_the_first_in_rank_is_the_source(
    values: dict[str, Any],
) -> None:
    page, row, fiche = (source_record(name, **values) for name in ("eduscol", "list", "onisep"))
    assert {source for source, _ in chosen(merge(fiche, [row, page]))} == {"eduscol"}
    assert {source for source, _ in chosen(merge(fiche, [row]))} == {"list"}


def test_a_status_that_nobody_knows_is_no_opinion() -> None:
    merged = merge(source_record("eduscol"), [source_record("list", status="in_force")])
    assert merged.record.status == "in_force"
    assert merge(source_record("eduscol"), [source_record("list")]).record.status == "unknown"


def test_successors_of_all_sources_together_and_each_once() -> None:
    merged = merge(
        source_record("eduscol", replaced_by=("56122706",)),
        [source_record("onisep", replaced_by=("40124106",)),
         source_record("list", replaced_by=("50022143", "56122706"))],
    )  # fmt: skip
    assert merged.record.replaced_by == ("56122706", "50022143", "40124106")
    assert {s for s, f in chosen(merged) if f == "replaced_by"} == {"eduscol", "onisep", "list"}
    assert told(merged, IssueCode.SOURCES_DIFFER) == []
    fewer = merge(
        source_record("eduscol", replaced_by=merged.record.replaced_by),
        [source_record("list", replaced_by=("56122706",))],
    )
    assert told(fewer, IssueCode.SOURCES_DIFFER) == []


def test_orders_of_the_first_and_repeals_of_all() -> None:
    own, repeal = order("2018-03-01", "creation"), order("2024-10-08", "repeal")
    merged = merge(
        source_record("eduscol", legal_texts=(own,)),
        [source_record("list", legal_texts=(order("2017-01-01", "creation"), repeal)),
         source_record("onisep", legal_texts=(repeal,))],
    )  # fmt: skip
    assert merged.record.legal_texts == (own, repeal)
    assert merged.record.sources == ("eduscol", "list")


def test_of_a_source_that_added_a_repeal_only_the_repeal_was_chosen() -> None:
    own, repeal = order("2018-03-01", "creation"), order("2024-10-08", "repeal")
    other = order("2017-01-01", "creation")
    added = source_record("list", legal_texts=(other, repeal))
    texts = tuple(Statement("legal_texts", item, item.title, "1") for item in (other, repeal))
    added = added._replace(read=added.read._replace(evidence=texts))
    merged = merge(source_record("eduscol", legal_texts=(own,)), [added])
    seen = {row.observation.text: row.chosen for row in merged.evidence if row.source == "list"}
    assert seen == {other.title: False, repeal.title: True}
    assert [row.field for row in told(merged, IssueCode.SOURCES_DISAGREE)] == ["legal_texts"]


def stating(source: str, *orders: LegalText) -> SourceRecord:
    """A source that says these orders and nothing else, each a text of its evidence."""
    record = source_record(source, legal_texts=orders)
    texts = tuple(Statement("legal_texts", item, item.title, "1") for item in orders)
    return record._replace(read=record.read._replace(evidence=texts))


def test_what_an_order_does_is_told_by_the_source_that_says_it() -> None:
    named = order("2021-03-30", None, "Arrêté du 30 mars 2021")
    dated = order("2021-03-30", "creation", "2021-03-30")
    merged = merge(stating("eduscol", named), [stating("list", dated)])
    assert merged.record.legal_texts == (named.model_copy(update={"kind": "creation"}),)
    assert merged.record.sources == ("eduscol", "list")
    assert all(row.chosen for row in merged.evidence)
    assert {row.choice for row in merged.evidence} == {"another source says what an order does"}
    assert merged.record.issues == ()


def test_an_effect_that_the_page_states_stays_and_another_one_is_a_contradiction() -> None:
    named = order("2021-03-30", "modification", "Arrêté du 30 mars 2021")
    dated = order("2021-03-30", "creation", "2021-03-30")
    merged = merge(stating("eduscol", named), [stating("list", dated)])
    assert merged.record.legal_texts == (named,)
    (remark,) = told(merged, IssueCode.SOURCES_DISAGREE)
    assert remark.value == "Arrêté du 30 mars 2021 | 2021-03-30"


@pytest.mark.parametrize("kind", ["modification", None])
def test_the_order_of_creation_is_another_sources_where_the_page_names_none(
    kind: str | None,
) -> None:
    changing = order("2015-03-27", kind, "Arrêté du 27 mars 2015")
    created = order("2007-06-26", "creation", "2007-06-26")
    merged = merge(stating("eduscol", changing), [stating("list", created)])
    assert merged.record.legal_texts == (changing, created)
    assert {row.source for row in merged.evidence if row.chosen} == {"eduscol", "list"}
    assert {row.choice for row in merged.evidence} == {"another source names the order of creation"}
    assert merged.record.issues == ()


@pytest.mark.parametrize("beside", [(), (order("2023-10-19", None, "Arrêté d'octobre"),)])
def test_two_orders_of_creation_are_a_contradiction(beside: tuple[LegalText, ...]) -> None:
    own = order("2022-10-19", "creation", "Arrêté du 19 octobre 2022 portant création")
    created = order("2023-10-19", "creation", "2023-10-19")
    merged = merge(stating("eduscol", own, *beside), [stating("list", created)])
    assert merged.record.legal_texts == (own, *beside)
    (remark,) = merged.record.issues
    assert (remark.issue, remark.severity, remark.chosen) == ("sources-disagree", "warning", False)
    assert remark.value == f"{own.title} | 2023-10-19"
    assert merged.disagreements == (("list", "document of list", "legal_texts"),)


def test_a_list_of_orders_that_names_no_other_does_not_differ() -> None:
    created, modified = order("2018-03-01", "creation"), order("2020-05-05", "modification")
    merged = merge(
        source_record("eduscol", legal_texts=(created, modified)),
        [source_record("list", legal_texts=(order("2018-03-01", None, "01/03/2018"),))],
    )
    assert told(merged, IssueCode.SOURCES_DIFFER) == []
    reverse = merge(
        source_record("eduscol", legal_texts=(created,)),
        [source_record("list", legal_texts=(created, modified))],
    )
    assert [row.field for row in told(reverse, IssueCode.SOURCES_DIFFER)] == ["legal_texts"]


# Stated, derived, denied, not understood.


def test_a_type_that_the_code_of_another_source_decided_is_not_the_pages_word() -> None:
    page = source_record(
        "eduscol", title="Mention complémentaire peinture", diploma_type="MC",
        diploma_type_label="Mention complémentaire",
    )  # fmt: skip
    label = "certificat de spécialisation (ex MC)"
    fiche = source_record("onisep", code="46123304", diploma_type="CS", diploma_type_label=label)
    merged = merge(page, [fiche])
    assert merged.record.diploma_type == "CS"
    of_type = {
        row.source: row for row in merged.evidence if row.observation.field == "diploma_type"
    }
    assert {source: row.chosen for source, row in of_type.items()} == {
        "eduscol": False,
        "onisep": True,
    }
    read = of_type["eduscol"].observation
    assert (read.derived, read.rule) == (True, "prefix of the code of the whole record")
    bare = merge(page, [source_record("known", code="46123304")])
    (row,) = (r for r in bare.evidence if r.observation.field == "diploma_type")
    assert (bare.record.diploma_type, row.chosen, row.choice) == ("CS", True, "derived")
    assert row.observation.derived


def test_what_is_stated_goes_before_what_is_derived() -> None:
    page = source_record("eduscol", ["level"], level=3)
    merged = merge(page, [source_record("onisep", level=4, level_label="niveau 4")])
    assert merged.record.level == 4
    assert told(merged, IssueCode.SOURCES_DISAGREE) == []
    alone = merge(page, [source_record("onisep")])
    assert alone.record.level == 3


def test_another_source_s_derived_value_contradicts_nothing() -> None:
    merged = merge(source_record("eduscol", level=3), [source_record("onisep", ["level"], level=4)])
    assert merged.record.level == 3
    assert told(merged, IssueCode.SOURCES_DISAGREE) == []


def no_level() -> Issue:
    return issue(IssueCode.NO_LEVEL, "level", "non inscrit au RNCP")


def test_that_there_is_no_level_is_a_statement() -> None:
    page = source_record("eduscol", issues=[no_level()], level_label="non inscrit au RNCP")
    merged = merge(page, [source_record("onisep", level=4, level_label="niveau 4")])
    assert (merged.record.level, merged.record.level_label) == (None, "non inscrit au RNCP")
    (remark,) = told(merged, IssueCode.SOURCES_DISAGREE)
    assert remark.value == "non inscrit au RNCP | niveau 4"


def test_no_level_in_another_source_contradicts_a_level() -> None:
    other = source_record("onisep", issues=[no_level()], level_label="non inscrit au RNCP")
    merged = merge(source_record("eduscol", level=4, level_label="niveau 4"), [other])
    assert merged.record.level == 4
    assert len(told(merged, IssueCode.SOURCES_DISAGREE)) == 1


def test_a_label_that_nobody_understood_is_better_than_none_and_worse_than_a_value() -> None:
    page = source_record("eduscol", duration_label="selon le parcours")
    assert merge(page, [source_record("onisep")]).record.duration_label == "selon le parcours"
    merged = merge(page, [source_record("onisep", duration_months=24, duration_label="2 ans")])
    assert (merged.record.duration_months, merged.record.duration_label) == (24, "2 ans")
    (remark,) = told(merged, IssueCode.SOURCES_DISAGREE)
    assert remark.value == "2 ans | selon le parcours"


def test_a_derived_value_is_better_than_a_label_that_nobody_understood() -> None:
    merged = merge(
        source_record("eduscol", level_label="haut"), [source_record("onisep", ["level"], level=4)]
    )
    assert (merged.record.level, merged.record.level_label) == (4, None)


# Differences.


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        ({"title": "CAP pâtissier", "name": "pâtissier"},
         {"title": "Patissier", "name": "Patissier"}),
        ({"title": "BMA tapis option D rentraiture", "name": "tapis option D rentraiture"},
         {"title": "Tapis", "name": "Tapis"}),
        ({"title": "BP bois option A scieur", "name": "bois option A scieur"},
         {"title": "Bois option scieur", "name": "Bois option scieur"}),
        ({"level": 3, "level_label": "niveau 3"}, {"level": 3, "level_label": "niveau V"}),
        ({"duration_months": 24, "duration_label": "2 ans"},
         {"duration_months": 24, "duration_label": "24 mois"}),
        ({"description": "Le cœur du métier."}, {"description": "le coeur du metier"}),
        ({"rncp_codes": ("RNCP1", "RNCP2")}, {"rncp_codes": ("RNCP2", "RNCP1")}),
        ({"trades": (trade("boucher", "bouchère", "boucher/ère"),)},
         {"trades": (trade("boucher", "bouchère", "boucher (bouchère)"),)}),
        ({"acronym": "METI"}, {"acronym": "Meti"}),
    ],
)  # fmt: skip
def test_the_same_in_other_words_is_no_difference(
    mine: dict[str, Any], other: dict[str, Any]
) -> None:
    name: dict[str, Any] = {} if "title" in mine else {"title": "CAP boucher", "name": "boucher"}
    merged = merge(
        source_record("eduscol", **name, **mine), [source_record("onisep", **name, **other)]
    )
    assert merged.record.issues == ()


def test_an_option_of_another_title_is_a_difference() -> None:
    merged = merge(
        source_record("eduscol", title="BMA tapis option D", name="tapis option D"),
        [source_record("list", title="Verre", name="Verre")],
    )
    (remark,) = told(merged, IssueCode.SOURCES_DISAGREE)
    assert remark.field == "title"
    assert remark.value == "BMA tapis option D | Verre"
    assert "eduscol | list (document of list)" in remark.message
    assert merged.disagreements == (("list", "document of list", "title"),)


def test_a_quiet_difference_is_a_remark_and_no_disagreement() -> None:
    merged = merge(
        source_record("eduscol", description="A" * 300), [source_record("onisep", description="B")]
    )
    (remark,) = told(merged, IssueCode.SOURCES_DIFFER)
    assert remark.severity == "info"
    assert remark.value == "A" * 200 + "… | B"
    assert merged.disagreements == ()


# Issues, sources, evidence.


def missing(field: str) -> Issue:
    return issue(IssueCode.MISSING_FIELD, field)


def test_what_another_source_gave_is_no_longer_missing() -> None:
    page = source_record(
        "eduscol", issues=[missing("access"), missing("trades"), missing("description")]
    )
    other = source_record(
        "onisep", issues=[missing("expectations"), missing("description")], access="Libre."
    )
    merged = merge(page, [other])
    left = told(merged, IssueCode.MISSING_FIELD)
    assert [(remark.field, remark.source, remark.chosen) for remark in left] == [
        ("trades", "eduscol", None),
        ("description", "eduscol", None),
    ]


def test_a_derived_value_that_was_not_chosen_is_told_no_longer() -> None:
    derived = issue(IssueCode.DERIVED_VALUE, "level", "500")
    page = source_record("eduscol", ["level"], [derived], level=3)
    assert told(merge(page, [source_record("onisep", level=3)]), IssueCode.DERIVED_VALUE) == []
    (kept,) = told(merge(page, [source_record("onisep")]), IssueCode.DERIVED_VALUE)
    assert (kept.field, kept.value, kept.source, kept.chosen) == ("level", "500", "eduscol", True)


def test_issues_of_another_source_say_whose_they_are() -> None:
    doubt = issue(IssueCode.UNKNOWN_DATE, "legal_texts", "hier")
    merged = merge(
        source_record("eduscol", issues=[doubt]), [source_record("list", issues=[doubt])]
    )
    mine, other = told(merged, IssueCode.UNKNOWN_DATE)
    assert (mine.message, mine.source) == (doubt.message, "eduscol")
    assert (other.message, other.source) == (f"{doubt.message} (list, document of list)", "list")


def test_an_issue_says_whether_the_value_of_its_source_is_published() -> None:
    contradicts = issue(IssueCode.LEVEL_CONTRADICTS_CODE, "level", "niveau 5 | 450")
    invalid = issue(IssueCode.INVALID_CODE, "replaces", "4025513R")
    unread = issue(IssueCode.UNKNOWN_DURATION, "duration_months", "long")
    merged = merge(
        source_record("eduscol", level=4, issues=[unread]),
        [
            source_record("onisep", level=5, issues=[contradicts]),
            source_record("list", replaces=("40025514",), issues=[invalid]),
        ],
    )
    assert {remark.issue: (remark.source, remark.chosen) for remark in merged.record.issues} == {
        IssueCode.LEVEL_CONTRADICTS_CODE: ("onisep", False),
        IssueCode.SOURCES_DISAGREE: ("onisep", False),
        IssueCode.INVALID_CODE: ("list", True),  # another code of the list is published
        IssueCode.UNKNOWN_DURATION: ("eduscol", None),  # no source has a value
    }


def test_sources_are_those_that_gave_a_value() -> None:
    merged = merge(
        source_record("eduscol", level=3, level_label="niveau 3"),
        [
            source_record("onisep", access="Libre."),
            source_record("list", level=3, level_label="niveau 3"),
        ],
    )
    assert merged.record.sources == ("eduscol", "onisep")
    by_list = {
        seen.observation.field: seen.chosen for seen in merged.evidence if seen.source == "list"
    }
    assert by_list == {"level": False, "level_label": False}


def test_evidence_names_its_document_and_the_rule() -> None:
    merged = merge(
        source_record("eduscol", level=3), [source_record("onisep", level=4, access="Libre.")]
    )
    choices = {(s.source, s.observation.field): (s.document, s.choice) for s in merged.evidence}
    rank = "first in rank (eduscol, list, onisep, known)"
    assert choices == {
        ("eduscol", "level"): ("document of eduscol", rank),
        ("onisep", "level"): ("document of onisep", rank),
        ("onisep", "access"): ("document of onisep", "only source"),
    }


@pytest.mark.parametrize(
    ("record", "other", "choice"),
    [
        (source_record("eduscol", ["level"], level=3), source_record("onisep"), "derived"),
        (source_record("eduscol", ["level"], level=3), source_record("onisep", level=3),
         "stated before derived or not understood"),
        (source_record("eduscol", level_label="haut"), source_record("onisep", level=3),
         "stated before derived or not understood"),
        (source_record("eduscol", last_session=2024), source_record("list", last_session=2025),
         "the newest year"),
        (source_record("eduscol", status="in_force"), source_record("list", status="repealed"),
         "a repeal counts whoever says so"),
        (source_record("eduscol", replaced_by=("50022143",)),
         source_record("list", replaced_by=("56122706",)),
         "all sources together"),
    ],
)  # fmt: skip
def test_the_rule_is_named(record: SourceRecord, other: SourceRecord, choice: str) -> None:
    choices = {seen.choice for seen in merge(record, [other]).evidence}
    assert choices == {choice}


def test_id_page_and_address_stay_those_of_the_first() -> None:
    page = source_record("eduscol")
    other = source_record("onisep", id="for.1", page=None, url=None, access="Libre.")
    assert merge(page, [other]).record.id == page.read.record.id
    merged = merge(other, [page])
    assert (merged.record.id, merged.record.page, merged.record.url) == ("for.1", None, None)


def test_the_hash_is_of_what_is_published() -> None:
    merged = merge(source_record("eduscol"), [source_record("onisep", access="Libre.")])
    assert merged.record.content_sha256 == content_hash(merged.record)


# What holds of all.

VALUES = st.fixed_dictionaries(
    {},
    optional={
        "level": st.sampled_from([3, 4]),
        "level_label": st.sampled_from(["niveau 3", "haut"]),
        "access": st.sampled_from(["Libre.", "Après un CAP."]),
        "status": st.sampled_from(["in_force", "repealed"]),
        "last_session": st.sampled_from([2024, 2025]),
        "replaced_by": st.sampled_from([("50022143",), ("56122706", "40124106")]),
        "legal_texts": st.sampled_from([(order("2024-10-08", "repeal"),), (order(None, None),)]),
        "trades": st.sampled_from([(trade("boucher", "bouchère"),)]),
    },
)
DERIVED = st.lists(st.sampled_from(["level", "access"]), max_size=2)


@given(VALUES, DERIVED)
def test_one_alone_is_itself(values: dict[str, Any], derived: list[str]) -> None:
    source = source_record("eduscol", derived, [missing("expectations")], **values)
    merged = merge(source)
    (remark,) = merged.record.issues
    issues = (remark.model_copy(update={"source": None}),)
    assert merged.record.model_copy(update={"issues": issues}) == source.read.record
    assert merged.disagreements == ()
    assert all(seen.chosen for seen in merged.evidence)


SAID = st.tuples(VALUES, DERIVED)


@given(st.tuples(SAID, SAID, SAID, SAID))
def test_the_order_of_the_others_does_not_matter(
    everyone: tuple[tuple[dict[str, Any], list[str]], ...],
) -> None:
    first, *others = (
        source_record(name, derived, **values)
        for name, (values, derived) in zip(SOURCES, everyone, strict=True)
    )
    forward, backward = merge(first, others), merge(first, others[::-1])
    loose = {"sources": (), "issues": (), "content_sha256": "0" * 64}
    assert forward.record.model_copy(update=loose) == backward.record.model_copy(update=loose)
    assert set(forward.record.sources) == set(backward.record.sources)
    assert set(forward.record.issues) == set(backward.record.issues)
    assert set(forward.evidence) == set(backward.evidence)
    assert set(forward.disagreements) == set(backward.disagreements)
