"""Which document belongs to which record: each rule, and what holds of all pairings."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.linkage.matching import Joined, Known, Link, join

FORMER, PRESENT = "01022701", "56122706"
CODE, OTHER = "40124106", "50022143"


def related(first: str, second: str) -> bool:
    return {first, second} == {FORMER, PRESENT}


def known(
    name: str,
    page: str | None = None,
    code: str | None = None,
    title: str = "volumes",
    type: str | None = None,
) -> Known:
    return Known(name, page, code, type, title)


def pairs(joined: Joined) -> set[Link]:
    return set(joined.links)


def met(targets: list[Known], documents: list[Known], shared: bool = False) -> Joined:
    return join(targets, documents, related, shared)


# By address.


def test_page_and_code() -> None:
    targets = [known("a", "p", CODE), known("b", "p", OTHER), known("c", "q", CODE)]
    assert pairs(met(targets, [known("f", "p", CODE, "of another name")])) == {
        ("f", "a", "address")
    }


def test_options_of_one_page_and_code_are_told_apart_by_title() -> None:
    targets = [known("d", "p", CODE, "tapis option D"), known("e", "p", CODE, "tapis option E")]
    documents = [
        known("2", "p", CODE, "tapis de lisse option E tapisserie"),
        known("1", "p", CODE, "tapis de lisse option D tapis"),
    ]
    assert pairs(met(targets, documents)) == {("1", "d", "address"), ("2", "e", "address")}


def test_of_several_without_codes_the_title_tells() -> None:
    targets = [known("a", "p", title="volumes"), known("b", "p", title="métaux")]
    documents = [known("1", "p", OTHER, "Métaux"), known("2", "p", CODE, "volumes")]
    assert pairs(met(targets, documents)) == {("1", "b", "address"), ("2", "a", "address")}


@pytest.mark.parametrize(("code", "its_code"), [(None, CODE), (CODE, None), (None, None)])
def test_a_page_of_one_diploma_whose_code_is_not_stated(
    code: str | None, its_code: str | None
) -> None:
    target = known("a", "p", code, "volumes, staff et matériaux associés")
    joined = met([target], [known("f", "p", its_code, "staff et matériaux")])
    assert pairs(joined) == {("f", "a", "address")}


def test_a_link_alone_without_a_code_or_a_like_title_is_doubtful() -> None:
    joined = met([known("a", "p", title="boucher")], [known("f", "p", CODE, "charcutier-traiteur")])
    assert joined == Joined((), {"f": ("a",)})


def test_of_several_of_other_names_none_is_taken() -> None:
    joined = met(
        [known("a", "p", title="le staff")],
        [known("1", "p", CODE, "volumes"), known("2", "p", OTHER, "métaux")],
    )
    assert joined == Joined((), {"1": ("a",), "2": ("a",)})


def test_a_code_replaced_since_is_the_same_diploma_at_one_address() -> None:
    targets = [known("a", "p", FORMER, "équipements")]
    assert pairs(met(targets, [known("f", "p", PRESENT, "maintenance")])) == {("f", "a", "address")}


def test_another_code_under_the_same_title_at_one_address_is_the_same_diploma() -> None:
    assert pairs(met([known("a", "p", CODE)], [known("f", "p", OTHER, "Volumes")])) == {
        ("f", "a", "address")
    }


def test_another_code_and_title_at_one_address_is_doubtful() -> None:
    assert met([known("a", "p", CODE)], [known("f", "p", OTHER, "boucher")]) == Joined(
        (), {"f": ("a",)}
    )


def test_the_address_goes_before_the_code() -> None:
    targets = [known("a", "p", title="volumes"), known("b", "q", CODE, "volumes d'avant")]
    assert pairs(met(targets, [known("f", "p", CODE)])) == {("f", "a", "address")}


# By code.


def test_by_code_where_the_address_is_of_another_site() -> None:
    targets = [known("a", "p", CODE), known("b", "q", OTHER)]
    assert pairs(met(targets, [known("f", None, CODE, "of another name")])) == {("f", "a", "code")}


def test_a_shared_code_needs_the_title() -> None:
    targets = [known("d", "p", CODE, "tapis option D"), known("e", "q", CODE, "tapis option E")]
    documents = [known("f", None, CODE, "tapis de lisse option E")]
    assert pairs(met(targets, documents)) == {("f", "e", "code-title")}
    without = met(targets, [known("f", None, CODE, "tapis de lisse")])
    assert without == Joined((), {"f": ("d", "e")})


def test_several_documents_of_a_code_need_the_title() -> None:
    documents = [known("1", None, CODE, "mécanique, Picardie"), known("2", None, CODE, "mécanique")]
    assert pairs(met([known("a", "p", CODE, "Mécanique")], documents)) == {("2", "a", "code-title")}
    assert met([known("a", "p", CODE, "soudage")], documents) == Joined(
        (), {"1": ("a",), "2": ("a",)}
    )


def test_what_is_left_of_a_shared_code_is_no_reason() -> None:
    """Option D has its fiche; a third one of that code need not be option E."""
    targets = [known("d", "p", CODE, "tapis option D"), known("e", "p", CODE, "tapis option E")]
    documents = [known("1", "p", CODE, "tapis option D"), known("2", None, CODE, "lisse")]
    links = met(targets, documents[:1]).links
    assert met(targets, documents) == Joined(links, {"2": ("e",)}, (("1", "e"),))


def test_what_is_left_on_a_page_is_no_reason() -> None:
    targets = [known("a", "p", CODE), known("b", "p", None, "le staff")]
    documents = [known("1", "p", CODE), known("2", "p", OTHER, "métaux")]
    assert met(targets, documents) == Joined(met(targets, documents[:1]).links, {"2": ("b",)})


def test_a_shared_document_completes_every_record_of_its_code() -> None:
    targets = [known("d", "p", CODE, "tapis option D"), known("e", "q", CODE, "tapis option E")]
    row = known(CODE, None, CODE, "tapis")
    assert pairs(met(targets, [row], shared=True)) == {(CODE, "d", "code"), (CODE, "e", "code")}
    assert met(targets, [row]).links == ()
    assert pairs(met(targets, [row._replace(page="p")], shared=True)) == {
        (CODE, "d", "address"), (CODE, "e", "code"),
    }  # fmt: skip


# Never.


@pytest.mark.parametrize(
    ("target", "document"),
    [
        (known("a", "p", CODE), known("f", "q", OTHER)),
        (known("a", "p"), known("f", "q")),
        (known("a", "p"), known("f")),
        (known("a"), known("f")),
    ],
)
def test_never_by_title_alone(target: Known, document: Known) -> None:
    assert met([target], [document]) == Joined((), {})


@pytest.mark.parametrize("page", ["p", None])
@pytest.mark.parametrize("shared", [True, False])
def test_options_of_other_letters_are_two_diplomas(page: str | None, shared: bool) -> None:
    joined = met(
        [known("d", "p", CODE, "tapis option D")],
        [known("f", page, CODE, "tapis option E")],
        shared,
    )
    assert joined == Joined((), {}, (("f", "d"),))


@pytest.mark.parametrize(
    ("target", "document", "dates", "is_joined"),
    [
        ("tapis option osier", "tapis option rotin", (), False),
        ("tapis option osier", "tapis option osier", (), True),
        ("tapis option osier", "tapis", (), True),
        # names that share no word, with orders of other dates, or of one, or without
        ("diététique", "prothésiste orthésiste", ("1997-09-09",), False),
        ("diététique", "prothésiste orthésiste", ("2004-05-03",), True),
        ("diététique", "prothésiste orthésiste", (), True),
        ("diététique", "diététicien diététique", ("1997-09-09",), True),
        ("aepe", "accompagnant éducatif petite enfance", ("1997-09-09",), True),
    ],
)
def test_a_row_of_the_code_with_another_name_and_order_completes_no_record(
    target: str, document: str, dates: tuple[str, ...], is_joined: bool
) -> None:
    joined = met(
        [known("d", "p", CODE, target)._replace(dates=("2004-05-03",))],
        [known("f", None, CODE, document)._replace(dates=dates)],
        True,
    )
    assert joined.refused == (() if is_joined else (("f", "d"),))
    assert pairs(joined) == ({("f", "d", "code")} if is_joined else set())


def test_another_option_at_an_address_without_codes_is_doubtful() -> None:
    target = known("a", "p", title="véhicules option motocycles")
    for title in ("véhicules option véhicules légers", "véhicules"):
        joined = met([target], [known("f", "p", CODE, title)])
        assert joined == Joined((), {"f": ("a",)}), title


def test_a_diploma_of_another_type_that_was_replaced_is_not_the_one_that_replaced_it() -> None:
    target = known("a", "p", CODE, "métiers de l'entretien des textiles", "BAC_PRO")
    fiche = known("f", "p", OTHER, "maintenance des articles textiles", "BP")
    joined = join([target], [fiche], lambda *_: True)
    assert joined == Joined((), {"f": ("a",)})


def test_options_of_one_letter_and_other_texts_are_doubtful() -> None:
    targets = [
        known("a", None, CODE, "arts option A : cuir"),
        known("b", None, CODE, "arts option B : bois"),
    ]
    documents = [
        known("1", None, CODE, "arts option A bois"),
        known("2", None, CODE, "arts option B cuir"),
    ]
    assert pairs(met(targets, documents)) == set()


def test_a_preposition_is_no_letter_of_an_option() -> None:
    targets = [
        known("a", "p", CODE, "arts option à dominante cuir"),
        known("b", "p", CODE, "arts option à dominante bois"),
    ]
    documents = [known("1", "p", CODE, "arts option à dominante bois")]
    assert pairs(met(targets, documents)) == {("1", "b", "address")}


def test_the_same_name_of_another_type_at_an_address_is_doubtful() -> None:
    for target in (known("a", "p", None, "boucher", "BP"), known("a", "p", CODE, "boucher", "BP")):
        joined = met([target], [known("f", "p", OTHER, "boucher", "CAP")])
        assert joined == Joined((), {"f": ("a",)})


def test_what_was_an_mc_is_now_a_cs() -> None:
    joined = met([known("a", "p", None, "soudage", "MC")], [known("f", "p", CODE, "soudage", "CS")])
    assert pairs(joined) == {("f", "a", "address")}


def test_a_link_does_not_outweigh_the_same_code_elsewhere() -> None:
    """The fiche's link leads to another diploma's page; its code tells which one it is of."""
    right = known("b", "q", CODE, "tapis")
    for wrong in (known("a", "p", None, "le staff"), known("a", "p", OTHER, "volumes")):
        joined = met([wrong, right], [known("f", "p", CODE, "volumes")])
        assert pairs(joined) == {("f", "b", "code")}


# What holds of all.

titles = st.sampled_from(["tapis", "Tapis", "tapis option D", "tapis option E", "boucher"])
codes = st.sampled_from([None, CODE, OTHER, FORMER, PRESENT])
pages = st.sampled_from([None, "p", "q"])
types = st.sampled_from([None, "CAP", "MC", "CS"])


def some(prefix: str) -> st.SearchStrategy[list[Known]]:
    facts = st.tuples(pages, codes, types, titles)
    return st.lists(facts, max_size=5).map(
        lambda rows: [Known(f"{prefix}{number}", *row) for number, row in enumerate(rows)]
    )


@given(some("t"), some("d"), st.booleans(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_pairs(
    targets: list[Known], documents: list[Known], shared: bool, random: object
) -> None:
    first = met(targets, documents, shared)
    random.shuffle(targets)  # type: ignore[attr-defined]
    random.shuffle(documents)  # type: ignore[attr-defined]
    again = met(targets, documents, shared)
    assert pairs(again) == pairs(first)
    doubts = [{n: set(c) for n, c in joined.doubtful.items()} for joined in (first, again)]
    assert doubts[0] == doubts[1]


@given(some("t"), some("d"), st.booleans())
def test_pairs_are_of_two_and_have_a_reason(
    targets: list[Known], documents: list[Known], shared: bool
) -> None:
    joined = met(targets, documents, shared)
    assert max(Counter(link.target for link in joined.links).values(), default=1) == 1
    if not shared:
        assert max(Counter(link.document for link in joined.links).values(), default=1) == 1
    assert not {link.document for link in joined.links} & set(joined.doubtful)
    of = {document.name: document for document in [*targets, *documents]}
    for link in joined.links:
        document, target = of[link.document], of[link.target]
        reason = "page" if link.by == "address" else "code"
        assert getattr(document, reason) == getattr(target, reason) is not None
        assert {document.title[-1], target.title[-1]} != {"D", "E"}


@given(some("t"), some("d"), st.booleans())
def test_a_further_rival_never_makes_a_pair_certain(
    targets: list[Known], documents: list[Known], shared: bool
) -> None:
    """Two documents that differ in their names only: neither is joined."""
    twins = [
        *documents,
        *(document._replace(name=f"{document.name}-twin") for document in documents),
    ]
    assert met(targets, twins, shared).links == ()
