"""Changes between two versions: their kinds and causes, new ids, and how people are told."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from output.dataset.dataset import Dataset
from output.dataset.rows import Change, EvidenceRow, PageRow
from output.dataset.spool import Spool
from output.diff.changes import changes
from output.diff.version_content import NOTHING, content_of, read_content
from output.formats.change_values import shown_values
from output.formats.changes_text import changes_markdown, diff_text
from output.publish.publish import publish
from output.publish.version_identity import history_of
from output.tables.change_views import FIELDS, field_name
from output.tables.table import History
from output.versions.change_log import ChangeLog, numbered
from schema.referential import LegalText, Referential
from tests.support.samples import EDUSCOL, SITE, other, page, record, sample, trade


def between(old: Dataset, new: Dataset, past: tuple[Change, ...] = ()) -> list[tuple[str, ...]]:
    """The changes as (id, kind, field, cause)."""
    rows = changes(content_of(old, "old"), content_of(new, "new"), "new", past)
    return [(row.referential or "", row.kind, row.field or "", row.cause) for row in rows]


def with_pages(*pairs: tuple[Referential | None, PageRow]) -> Dataset:
    records = [made for made, _ in pairs if made]
    return sample(*records, pages=[row for _, row in pairs], evidence=())


def test_a_first_version_creates_every_record() -> None:
    rows = changes(NOTHING, content_of(sample(record(), other(1)), "v"), "v")
    assert {(row.referential, row.kind) for row in rows} == {
        ("mc3_meti-56122706", "created"),
        ("b001-50000001", "created"),
    }


def test_nothing_changed_is_no_change() -> None:
    assert between(sample(), sample()) == []


@pytest.mark.parametrize(
    ("field", "value", "before", "after"),
    [
        ("access", "Après un bac.", "Après un CAP.", "Après un bac."),
        ("level", 4, "3", "4"),
        ("expectations", "- Rigueur", None, "- Rigueur"),
        ("acronym", None, "METI", None),
        ("rncp_codes", ("RNCP1",), '["RNCP37919"]', '["RNCP1"]'),
    ],
)
def test_a_field_shows_what_it_was_and_what_it_is(
    field: str, value: Any, before: str | None, after: str | None
) -> None:
    old, new = content_of(sample()), content_of(sample(record(**{field: value})))
    (row,) = changes(old, new, "new")
    assert (row.kind, row.field, row.before, row.after) == ("changed", field, before, after)


def test_white_space_is_no_change() -> None:
    assert (
        between(sample(record(access="Après un CAP")), sample(record(access="Après  un\n\nCAP")))
        == []
    )


def test_the_order_of_trades_is_no_change() -> None:
    trades = (trade("plombier", "plombière"), trade("monteur", "monteuse"))
    assert between(sample(record(trades=trades)), sample(record(trades=trades[::-1]))) == []


def test_a_trade_more_is_a_change() -> None:
    trades = (*record().trades, trade("monteur", "monteuse"))
    assert [row[2] for row in between(sample(), sample(record(trades=trades)))] == ["trades"]


def test_issues_are_no_change_of_the_diploma() -> None:
    assert between(sample(), sample(record(issues=()))) == []


def test_the_cause_is_the_source_when_the_page_has_other_bytes() -> None:
    old, new = record(), record(access="Après un bac.")
    assert between(
        with_pages((old, page(old, "a" * 64))), with_pages((new, page(new, "b" * 64)))
    ) == [(old.id, "changed", "access", "source")]


def test_the_cause_is_the_reading_when_the_page_has_the_same_bytes() -> None:
    old, new = record(), record(access="Après un bac.")
    assert between(with_pages((old, page(old))), with_pages((new, page(new)))) == [
        (old.id, "changed", "access", "reading")
    ]


def test_the_cause_is_a_join_when_another_source_came_or_changed() -> None:
    joined = ("eduscol", "list")
    came = between(sample(), sample(record(rncp_codes=(), sources=joined)))
    assert ("mc3_meti-56122706", "changed", "rncp_codes", "join") in came
    tables = [EDUSCOL.model_copy(update={"name": "list", "sha256": c * 64}) for c in "ab"]
    old = sample(record(sources=joined), sources=(EDUSCOL, tables[0]))
    new = sample(record(sources=joined, rncp_codes=()), sources=(EDUSCOL, tables[1]))
    assert between(old, new) == [("mc3_meti-56122706", "changed", "rncp_codes", "join")]


@pytest.mark.parametrize(
    ("gives", "page_moved", "row_moved", "list_moved", "cause"),
    [
        ("eduscol", True, True, True, "source"),
        ("eduscol", False, True, True, "reading"),
        ("list", True, True, True, "join"),  # both changed, and the value is the list's
        ("list", False, True, True, "join"),
        ("list", False, False, True, "reading"),  # another row of the list changed
        ("list", True, False, True, "reading"),
        ("list", True, True, False, "join"),  # the page is joined to another row
    ],
)
def test_the_cause_is_told_for_each_field_by_who_gives_it(
    gives: str, page_moved: bool, row_moved: bool, list_moved: bool, cause: str
) -> None:
    def version(level: int, is_new: bool) -> Dataset:
        diploma = record(level=level, sources=("eduscol", "list"))

        def mark(moved: bool) -> str:
            return ("b" if moved and is_new else "a") * 64

        seen = [
            EvidenceRow(referential=diploma.id, field="level", text=str(level), place="1",
                        label=None, rule="r", derived=False, source=source, document=source,
                        document_sha256=sha256, chosen=source == gives, choice="only source")
            for source, sha256 in (("eduscol", mark(page_moved)), ("list", mark(row_moved)))
        ]  # fmt: skip
        listed = EDUSCOL.model_copy(update={"name": "list", "sha256": mark(list_moved)})
        return sample(diploma, pages=[page(diploma, mark(page_moved))], sources=(EDUSCOL, listed),
                      evidence=seen)  # fmt: skip

    assert between(version(3, False), version(4, True)) == [
        ("mc3_meti-56122706", "changed", "level", cause)
    ]


def test_a_page_that_is_joined_no_longer_lost_what_the_other_source_gave() -> None:
    """One word of its title changes: the list, which is the same, completes it no more."""

    def version(sources: tuple[str, ...], mark: str, **values: Any) -> Dataset:
        diploma = record(sources=sources, **values)
        seen = [
            EvidenceRow(referential=diploma.id, field=field, text="3", place="1", label=None,
                        rule="r", derived=False, source=source, document=source,
                        document_sha256=mark * 64 if source == "eduscol" else "c" * 64,
                        chosen=True, choice="only source")
            for source, field in (("eduscol", "title"), ("list", "level")) if source in sources
        ]  # fmt: skip
        listed = EDUSCOL.model_copy(update={"name": "list", "sha256": "d" * 64})
        return sample(diploma, pages=[page(diploma, mark * 64)], sources=(EDUSCOL, listed),
                      evidence=seen)  # fmt: skip

    lost = between(version(("eduscol", "list"), "a"), version(("eduscol",), "b", level=None))
    assert {(field, cause) for _, _, field, cause in lost} == {
        ("level", "join"), ("sources", "join"),
    }  # fmt: skip


def test_a_published_version_says_who_gives_what(tmp_path: Path) -> None:
    dataset = sample()
    there = read_content(publish(dataset, tmp_path).folder)
    evidence = list(there.evidence(record().id))
    assert evidence
    assert evidence == list(content_of(dataset).evidence(record().id))
    assert list(there.evidence("nobody")) == []


def test_a_page_known_under_http_is_the_page_of_its_record() -> None:
    old, new = record(), record(access="Après un bac.")
    url = (old.url or "").replace("https", "http")
    assert between(
        with_pages((old, page(old, url=url))), with_pages((new, page(new, url=url)))
    ) == [(old.id, "changed", "access", "reading")]
    assert between(
        with_pages((old, page(old, url=url))), with_pages((new, page(new, "b" * 64, url=url)))
    ) == [(old.id, "changed", "access", "source")]


def test_a_page_that_is_gone_removes_its_records() -> None:
    diploma, stays = record(), other(1)
    old = with_pages((diploma, page(diploma)), (stays, page(stays)))
    for outcome, reason in (("gone", None), ("refused", "not-found-page")):
        left = page(diploma, "c" * 64, outcome=outcome, reason=reason, records=0)
        new = with_pages((None, left), (stays, page(stays)))
        assert between(old, new) == [(diploma.id, "removed", "", "source")]


@pytest.mark.parametrize("outcome", ["not-in-copy", "failed", "robots", "not-tried"])
def test_a_page_that_was_not_seen_removes_nothing(outcome: str) -> None:
    diploma, stays = record(), other(1)
    left = page(diploma, outcome=outcome, records=0, sha256=None)
    old = with_pages((diploma, page(diploma)), (stays, page(stays)))
    new = with_pages((None, left), (stays, page(stays)))
    assert between(old, new) == [(diploma.id, "not_seen", "", "source")]


def test_a_record_that_only_our_reading_lost_was_not_removed() -> None:
    diploma, stays = record(), other(1)
    lost = page(diploma, outcome="refused", reason="other-page", records=0)
    old = with_pages((diploma, page(diploma)), (stays, page(stays)))
    new = with_pages((None, lost), (stays, page(stays)))
    assert between(old, new) == [(diploma.id, "not_seen", "", "reading")]


def test_a_record_that_was_away_came_back() -> None:
    away = Change(
        version="v1", day=None, previous=None, referential=record().id, kind="not_seen", field=None,
        before=None, after=None, cause="source", old_id=None,
    )  # fmt: skip
    old, new = sample(other(1)), sample(other(1), record())
    assert between(old, new, (away,)) == [(record().id, "came_back", "", "source")]
    assert between(old, new) == [(record().id, "created", "", "source")]


def test_a_record_whose_id_was_changed_came_back_under_its_first() -> None:
    first, second = other(1), other(1, id="b001-50000099", code="50000099")
    past = tuple(changes(content_of(sample(first), "1"), content_of(sample(second)), "2"))
    assert [row.kind for row in past][:1] == ["id_renamed"]
    (row,) = between(sample(), sample(record(), first), past)
    assert row[:2] == (first.id, "came_back")


def test_another_option_is_no_other_id_of_the_same_diploma() -> None:
    first, second = (other(1, id=f"b001-50000001-{letter}") for letter in "de")
    kinds = {row[1] for row in between(sample(record(), first), sample(record(), second))}
    assert kinds == {"created", "not_seen"}


def test_pages_that_were_left_out_are_a_join() -> None:
    fiche = EDUSCOL.model_copy(update={"name": "onisep", "sha256": "c" * 64})
    alone = record(url=None, page=None, level=4, sources=("onisep",))
    both = sample(record(sources=("eduscol", "onisep")), other(1), sources=(EDUSCOL, fiche))
    without = sample(alone, pages=(), sources=(fiche,))
    for old, new in ((both, without), (without, both)):
        rows = list(changes(content_of(old, "20261001-00000000"), content_of(new), "v"))
        assert {row.kind for row in rows} > {"changed"}
        assert {row.cause for row in rows} == {"join"}


def test_a_page_that_moved_renames_its_record() -> None:
    moved = record(id="mc_meti-56122706", page="MC_METI")
    rows = list(changes(content_of(sample()), content_of(sample(moved)), "new"))
    assert (rows[0].kind, rows[0].old_id, rows[0].referential) == (
        "id_renamed",
        "mc3_meti-56122706",
        "mc_meti-56122706",
    )
    assert {row.field for row in rows[1:]} == {"page", "url"}


def test_a_code_that_came_renames_the_record() -> None:
    bare = record(id="mc3_meti", code=None)
    kinds = [row[1] for row in between(sample(bare), sample())]
    assert kinds == ["id_renamed", "changed"]


def test_a_doubtful_pair_is_no_renaming() -> None:
    """One code on two new pages: which of them is the old one is not for us to say."""
    new = [record(id=f"p{n}-56122706", page=f"p{n}") for n in (1, 2)]
    kinds = [row[1] for row in between(sample(), sample(*new))]
    assert sorted(kinds) == ["created", "created", "not_seen"]


def moved_in_two_steps(**left: Any) -> tuple[Dataset, Dataset]:
    """A page under two addresses, and a week later: `left` is the row of the former one."""
    first = record()
    second = record(id="meti_2027-56122706", page="METI_2027", url=f"{SITE}/METI_2027.html")
    both = with_pages((first, page(first)), (second, page(second, "b" * 64)))
    row = page(first, None, records=0, **{"outcome": "gone", **left})
    return both, with_pages((None, row), (second, page(second, "b" * 64)))


@pytest.mark.parametrize("outcome", ["gone", "alias"])
def test_a_page_that_moved_in_two_steps_renames_its_record(outcome: str) -> None:
    both, later = moved_in_two_steps(outcome=outcome)
    (row,) = changes(content_of(both), content_of(later), "new")
    assert (row.kind, row.old_id, row.referential, row.cause, row.field, row.before) == (
        "id_renamed", record().id, "meti_2027-56122706", "source", "id", record().id,
    )  # fmt: skip


def test_what_changes_beside_a_record_that_moved_to_it_is_its_own_change() -> None:
    both, later = moved_in_two_steps()
    (second,), (left, _) = later.records, later.pages
    second = second.model_copy(update={"access": "Après un bac."})
    rows = between(both, with_pages((None, left), (second, page(second, "c" * 64))))
    assert rows == [
        (second.id, "id_renamed", "id", "source"),
        (second.id, "changed", "access", "source"),
    ]


def test_a_code_elsewhere_is_no_renaming_where_the_page_was_not_seen() -> None:
    both, later = moved_in_two_steps(outcome="failed")
    assert [row[:2] for row in between(both, later)] == [(record().id, "not_seen")]


def test_a_code_of_two_other_records_or_of_another_option_is_no_renaming() -> None:
    both, later = moved_in_two_steps()
    third = other(3, code="56122706")
    rows = between(sample(*both.records, third), sample(*later.records, third, pages=later.pages))
    assert [row[:2] for row in rows] == [(record().id, "removed")]
    d, e = (
        other(1, id=f"{name}-50000001", page=name, title=f"BMA tapis option {name}")
        for name in ("tapis", "tapisserie")
    )
    gone = with_pages((d, page(d)), (None, page(e, None, outcome="gone", records=0)))
    rows = between(with_pages((d, page(d)), (e, page(e))), gone)
    assert [row[:2] for row in rows] == [(e.id, "removed")]
    d, e = (other(1, id=f"b001-50000001-{name}") for name in ("tapis", "tapisserie"))
    rows = between(sample(d, e), sample(d, pages=[page(d, "c" * 64)]))
    assert [row[:2] for row in rows] == [(e.id, "removed")]


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.randoms())
def test_changes_lead_from_the_old_ids_to_the_new(names: list[str], rng: random.Random) -> None:
    def build_of(chosen: list[str]) -> Dataset:
        return sample(
            *(other(ord(n), id=n, code=None, acronym=n) for n in chosen) if chosen else [record()]
        )

    after = rng.sample("abcdefgh", rng.randint(1, 8))
    old, new = build_of(names), build_of(after)
    ids = {row.id for row in old.records}
    for row in changes(content_of(old), content_of(new), "new"):
        if row.kind in {"created", "came_back"}:
            ids.add(row.referential or "")
        elif row.kind in {"removed", "not_seen"}:
            ids.remove(row.referential or "")
        elif row.kind == "id_renamed":
            ids.remove(row.old_id or "")
            ids.add(row.referential or "")
    assert ids == {row.id for row in new.records}


REPEAL = LegalText(
    title="Arrêté du 2 mai 2024", date="2024-05-02", kind="repeal", nor="MENE2411111A", url=None
)


def told(old: Dataset, new: Dataset) -> str:
    before = content_of(old, "20261001-00000000")
    rows = Spool(numbered(changes(before, content_of(new), "v"), 0))
    history = history_of(new, None)
    version = history.versions[-1].model_copy(update={"version": "v", "previous": "old"})
    return changes_markdown(new, History((version,), rows))


def test_people_are_told_what_was_created_changed_and_repealed_with_the_orders() -> None:
    ended = other(1, status="repealed", legal_texts=(REPEAL,))
    text = told(sample(other(1)), sample(ended, record()))
    created, repealed, changed = (text.index(f"## Diplômes {x}") for x in ("app", "abr", "mod"))
    assert "Arrêté du 11 octobre 2022" in text[created:repealed]
    order = "[Arrêté du 2 mai 2024 (MENE2411111A)]"
    address = "https://www.legifrance.gouv.fr/eli/arrete/2024/5/2/MENE2411111A/jo/texte"
    assert f"{order}({address})" in text[repealed:changed]
    assert "état : non précisé → abrogé" in text[changed:]
    assert text.count("notre lecture a changé") == 1  # the cause of all fields, said once


def test_markup_in_texts_does_not_work_in_what_people_read() -> None:
    text = told(sample(other(1)), sample(other(1), record(title="<b>a</b> [x](javascript:1) *y*")))
    assert r"\<b\>a\</b\> \[x\](javascript:1) \*y\*" in text


def test_lists_and_codes_of_ours_are_shown_in_french_words() -> None:
    new = record(
        trades=(trade("soudeur", "soudeuse", "soudeur/euse"),),
        diploma_type="BAC_PRO",
        rncp_codes=(),
        legal_texts=(REPEAL.model_copy(update={"url": "javascript:alert(1)"}),),
    )
    text = diff_text(changes(content_of(sample()), content_of(sample(new)), "v"))
    assert "métiers : plombier/ère → soudeur/euse\n" in text
    assert "type : CS → Bac pro\n" in text
    assert "numéros RNCP : RNCP37919 → (rien)\n" in text
    assert "[{" not in text
    assert "](javascript" not in told(sample(), sample(new))


def test_flat_files_show_values_as_the_other_texts_do(tmp_path: Path) -> None:
    old = other(1, legal_texts=(), access_levels=(3,), documents=())
    new = other(
        1, legal_texts=(REPEAL, REPEAL.model_copy(update={"nor": None, "kind": None})),
        access_levels=(3, 4), status="repealed", diploma_type="BAC_PRO", rncp_codes=(),
        trades=(trade("soudeur", "soudeuse", "soudeur/euse"),), description="[x]\n\ny",
    )  # fmt: skip
    publish(sample(old), tmp_path)
    folder = publish(sample(new), tmp_path).folder
    rows = list(ChangeLog(folder / "changes.ndjson"))
    with closing(sqlite3.connect(folder / "referentials.db")) as database:
        flat = database.execute(
            "SELECT champ, avant, apres FROM v_changements WHERE champ IS NOT NULL"
        ).fetchall()
    texts = {field: (before, after) for field, before, after in flat}
    assert texts["niveaux d'accès"] == ("3", "3 ; 4")
    assert texts["état"] == ("non précisé", "abrogé")
    assert texts["type"][1] == "Bac pro"
    assert texts["textes officiels"] == (
        None,
        "Arrêté du 2 mai 2024 (abrogation, MENE2411111A) ; Arrêté du 2 mai 2024",
    )
    for row in rows:
        if row.field and row.field != "access_levels":
            values = shown_values(row)
            shown = (" ".join((value or "").split()) for value in texts[field_name(row.field)])
            assert (values.before, values.after) == tuple(shown), row.field


def test_two_orders_of_one_name_are_told_apart() -> None:
    old, new = (REPEAL.model_copy(update={"date": f"2024-05-0{day}"}) for day in (2, 3))
    text = diff_text(
        changes(
            content_of(sample(other(1, legal_texts=(old,)))),
            content_of(sample(other(1, legal_texts=(new,)))),
            "v",
        )
    )
    assert "2024-05-02" in text
    assert "2024-05-03" in text


def test_a_version_that_changes_no_diploma_says_so() -> None:
    assert "Aucun diplôme n'a changé : d'autres pages" in told(sample(), sample(record(issues=())))


def test_of_a_long_text_the_place_where_it_differs_is_shown() -> None:
    long = "Au laboratoire, le titulaire prépare les viandes. " * 9
    old, new = (record(access=f"{long}{word} {long}fin") for word in ("Hier", "Demain"))
    text = diff_text(changes(content_of(sample(old)), content_of(sample(new)), "v"))
    before, after = text.split("accès : ")[1].split(" → ")
    assert ("Hier" in before, "Demain" in after) == (True, True)
    assert before.startswith("…")
    assert len(text) < 400


def test_a_terminal_shows_each_record_once() -> None:
    new = sample(record(access="Après un bac.", level=4), other(1))
    text = diff_text(changes(content_of(sample()), content_of(new), "v"))
    assert text.count("mc3_meti-56122706") == 1
    assert "mc3_meti-56122706 : notre lecture a changé\n  - niveau : 3 → 4\n" in text
    assert "b001-50000001 : apparu, la page est nouvelle ou a changé" in text
    assert diff_text(()) == "Aucun changement.\n"


def test_a_diploma_of_no_page_is_removed_only_when_its_source_says_so() -> None:
    diploma, stays = (other(n, url=None, page=None, sources=("list",)) for n in (1, 2))
    before, after = (
        EDUSCOL.model_copy(update={"name": "list", "sha256": c * 64, "documents": 2}) for c in "ab"
    )
    refused = after.model_copy(update={"refused": 1})
    old = sample(diploma, stays, pages=(), sources=(before,))
    for scope, source, kind in (
        ("part", after, "removed"),
        ("part", before, "not_seen"),  # the same file: we read it otherwise
        ("part", refused, "not_seen"),  # it may be the row that we could not read
        ("all", after, "not_seen"),  # not what was asked for
        ("part", EDUSCOL, "not_seen"),  # the source was left out
    ):
        new = sample(stays, pages=(), sources=(source,), scope=scope)
        assert [(c[0], c[1]) for c in between(old, new)][:1] == [(diploma.id, kind)], (scope, kind)


def test_what_left_keeps_its_name_for_people(tmp_path: Path) -> None:
    left = other(1, name="Cuisine", diploma_type="BAC_PRO")
    publish(sample(record(), left), tmp_path)
    folder = publish(sample(record()), tmp_path, accept={"records-gone"}).folder
    rows = sqlite3.connect(folder / "referentials.db").execute(
        "SELECT changement, code_scolarite, type, intitule FROM v_changements "
        "WHERE identifiant = ?",
        (left.id,),
    )
    named = (left.code, "Bac pro", "Cuisine")
    assert rows.fetchall() == [("apparu", *named), ("page non vue", *named)]
    assert f"- Bac pro Cuisine {left.code} (`{left.id}`)" in (folder / "CHANGES.md").read_text()


def test_a_record_that_comes_or_leaves_with_another_scope_says_so() -> None:
    lone = other(1, page=None, url=None, sources=("list",))
    paged = other(2, sources=("list",))  # known by its address alone: its page was never read
    pages = [page(record()), page(paged, None, outcome="not-in-copy", records=0)]
    narrow = sample(pages=pages, scope="mirror")
    wide = sample(record(), lone, paged, pages=pages, scope="mirror all")
    assert between(wide, narrow) == [
        (lone.id, "not_seen", "", "scope"), (paged.id, "not_seen", "", "scope"),
    ]  # fmt: skip
    assert between(narrow, wide) == [
        (lone.id, "created", "", "scope"), (paged.id, "created", "", "scope"),
    ]  # fmt: skip


def test_each_field_that_may_change_has_its_french_name() -> None:
    """`content_sha256` and `issues` follow from the others, and are not told as changes."""
    assert Referential.model_fields.keys() - FIELDS.keys() == {"content_sha256", "issues"}
