"""Pages completed by sources: which records there are, under which ids, what is told of them."""

from pathlib import Path
from typing import get_args

import pytest

from output.dataset.rows import ReconciliationRow
from output.tables.source_views import _MATCHES
from parsers.linkage.merge import Merged
from schema.errors import Refused
from schema.issues import IssueCode, Refusal
from schema.outcomes import MatchKind
from scraper.pipeline.link_records import Linker, Match
from scraper.pipeline.load_sources import LoadedSources
from scraper.pipeline.reconcile import Disagreements, reconcile, summary
from scraper.sources.known_pages import KnownPages
from scraper.sources.onisep_markdown import MarkdownFiches
from scraper.sources.registry import Scope
from scraper.sources.source_interface import SourceDocument
from tests.support.source_documents import SITE, Given, fiche, gathered, page, row

# Facts of the packaged lists; f002 has two options under one code.
BOUCHER, STAFF, TAPIS = "50022143", "50023435", "40124106"


def completed(loaded: LoadedSources, scope: Scope = "site") -> dict[str, Merged]:
    return {record.record.id: record for record in Linker(loaded, scope).records()}


def reconciled(loaded: LoadedSources, scope: Scope = "site") -> list[ReconciliationRow]:
    linker = Linker(loaded, scope)
    disagreements: Disagreements = {}
    for merged in linker.records():
        for source, document, field in merged.disagreements:
            key = (source, document, merged.record.id)
            disagreements.setdefault(key, []).append(field)
    return list(reconcile(loaded, linker, disagreements))


def boucher() -> SourceDocument:
    return fiche("FOR.1", code_scolarite=BOUCHER, libelle_complet="CAP boucher", sigle="B")


# Scope and ids.


def test_the_scope_says_whose_diplomas_are_published() -> None:
    loaded = gathered(
        [page(BOUCHER, "boucher", f"{SITE}/boucher.html")],
        Given("onisep", boucher(), fiche("FOR.2", libelle_complet="CAP tripier")),
        Given("list", row(BOUCHER, "Boucher"), row(STAFF, "Staffeur")),
    )
    assert set(completed(loaded)) == {f"boucher-{BOUCHER}"}
    every = completed(loaded, "all")
    assert set(every) == {f"boucher-{BOUCHER}", "for.2", f"cfd.{STAFF}"}
    for name, source in (("for.2", "onisep"), (f"cfd.{STAFF}", "list")):
        record = every[name].record
        assert (record.page, record.url, record.sources) == (None, None, (source,))


def test_two_lists_meet_where_there_is_no_page() -> None:
    loaded = gathered([], Given("onisep", boucher()), Given("list", row(BOUCHER, "Boucher")))
    (merged,) = completed(loaded, "all").values()
    assert merged.record.id == "for.1"
    assert merged.record.sources == ("onisep", "list")


def test_a_code_from_a_fiche_is_what_the_list_joins_by() -> None:
    """Else the diploma would stand there twice with the scope all."""
    loaded = gathered(
        [page(None, "boucher", f"{SITE}/boucher.html")],
        Given("onisep", fiche("FOR.1", code_scolarite=BOUCHER, libelle_complet="CAP boucher",
                              url=f"{SITE}/boucher.html")),
        Given("list", row(BOUCHER, "Boucher", Secteur="Viandes")),
    )  # fmt: skip
    (merged,) = completed(loaded, "all").values()
    assert merged.record.id == "boucher"
    assert (merged.record.code, merged.record.sector) == (BOUCHER, "Viandes")


def option(name: str, title: str) -> SourceDocument:
    return fiche(name, code_scolarite=TAPIS, libelle_complet=title, url=f"{SITE}/f002.html")


def test_options_of_one_page_and_code_have_a_letter_in_their_ids() -> None:
    titles = {"e": "BMA tapis option E tapisserie", "d": "BMA tapis option D tapis"}
    fiches = [option(f"FOR.{number}", title) for number, title in enumerate(titles.values())]
    every = completed(gathered([], Given("onisep", *fiches)), "all")
    assert {name: merged.record.title for name, merged in every.items()} == {
        f"f002-{TAPIS}-{letter}": title for letter, title in titles.items()
    }


@pytest.mark.parametrize(
    "titles", [("BMA tapis", "BMA tapis option D x"), ("BMA option D x", "BMA option D y")]
)
def test_without_letters_that_differ_a_document_s_name_is_the_id(
    titles: tuple[str, str],
) -> None:
    fiches = [option(f"FOR.{number}", title) for number, title in enumerate(titles)]
    assert set(completed(gathered([], Given("onisep", *fiches)), "all")) == {"for.0", "for.1"}


def test_an_id_that_a_page_has_is_not_given_again() -> None:
    loaded = gathered(
        [page(TAPIS, "tapis option D", f"{SITE}/f002.html")],
        Given("onisep", option("FOR.1", "BMA tapis option E tapisserie")),
    )
    every = completed(loaded, "all")
    assert set(every) == {f"f002-{TAPIS}", "for.1"}
    assert every["for.1"].record.url == f"{SITE}/f002.html"


def test_two_documents_of_one_id_are_told(tmp_path: Path) -> None:
    text = "# CAP boucher\n\n**Durée:** {}\n\n## Métiers associés\n\n- boucher/ère\n"
    for name, duration in (("Le boucher.md", "1 an"), ("le_boucher.md", "2 ans")):
        (tmp_path / name).write_text(text.format(duration), "utf-8")
    loaded = gathered([])
    loaded.add(MarkdownFiches(tmp_path))
    linker = Linker(loaded, "all")
    assert [record.record.id for record in linker.records()] == ["le_boucher"]
    assert linker.duplicates == [("onisep", "le_boucher", "le_boucher")]


def test_names_without_a_latin_letter_give_ids_of_their_own(tmp_path: Path) -> None:
    for name in ("肉屋", "石工", "x" * 240):
        (tmp_path / f"{name}.md").write_text(
            "# CAP boucher\n\n## Métiers associés\n\n- boucher/ère\n", "utf-8"
        )
    loaded = gathered([])
    loaded.add(MarkdownFiches(tmp_path))
    result = completed(loaded, "all")
    assert len(result) == 3
    assert all(len(f"{item}.json") < 200 for item in result)
    assert {item.partition("-")[0] for item in result} == {"document", "x" * 120}


# Documents that are repeated or refused.


def twice(first: SourceDocument, second: SourceDocument) -> tuple[str | None, int, int]:
    """The acronym that stays, how many issues and how many documents."""
    loaded = gathered([], Given("onisep", first, second))
    (merged,) = completed(loaded, "all").values()
    source = loaded.sources["onisep"]
    assert {issue.issue for _, issue in source.issues} <= {IssueCode.REPEATED_DOCUMENT}
    return merged.record.acronym, len(source.issues), source.documents


def dated(day: str | None, acronym: str) -> SourceDocument:
    return fiche("FOR.1", day, libelle_complet="CAP boucher", sigle=acronym)


def test_the_same_document_twice_is_one() -> None:
    assert twice(dated(None, "A"), dated(None, "A")) == ("A", 0, 2)


@pytest.mark.parametrize(
    ("first", "second", "stays"),
    [
        ("2025-01-01", "2025-02-01", "B"),
        ("2025-02-01", "2025-01-01", "A"),
        ("2025-01-01", "2025-01-01", "A"),
        (None, "2025-01-01", "B"),
        ("2025-01-01", None, "A"),
        (None, None, "A"),
    ],
)
def test_of_different_texts_the_newer_stays_and_it_is_told(
    first: str | None, second: str | None, stays: str
) -> None:
    assert twice(dated(first, "A"), dated(second, "B")) == (stays, 1, 2)


def test_a_repeated_text_is_as_new_as_its_last_date() -> None:
    given = dated("2025-01-01", "A"), dated("2025-03-01", "A"), dated("2025-02-01", "B")
    (merged,) = completed(gathered([], Given("onisep", *given)), "all").values()
    assert merged.record.acronym == "A"


def test_a_document_that_a_newer_one_replaced_says_nothing_of_codes() -> None:
    stale = {"Commentaire": f"est remplacé par {STAFF}"}
    older, newer = row(BOUCHER, "Boucher", **stale), row(BOUCHER, "Boucher")
    given = older._replace(modified="2024-01-01"), newer._replace(modified="2025-01-01")
    loaded = gathered([], Given("list", *given))
    assert loaded.successions().of(BOUCHER) == []
    assert gathered([], Given("list", older)).successions().of(BOUCHER) == [STAFF]


def test_a_refused_document_is_counted_and_the_rest_goes_on(tmp_path: Path) -> None:
    trades = "### Métiers associés\n\n- lissier/ère\n\n"
    several = (
        f"# CAP tapis\n\n## Option A : tapis\n\n**Code scolarité:** {BOUCHER}\n\n{trades}"
        f"## Option B : tapisserie\n\n**Code scolarité:** {STAFF}\n\n{trades}"
    )
    (tmp_path / "FOR.1_tapis.md").write_text(several, "utf-8")
    (tmp_path / "FOR.2_rien.md").write_bytes(b"")
    (tmp_path / "FOR.3_boucher.md").write_text(f"# CAP boucher\n\n{trades}", "utf-8")
    loaded = gathered([])
    loaded.add(MarkdownFiches(tmp_path))
    assert set(completed(loaded, "all")) == {"for.3"}
    source = loaded.sources["onisep"]
    assert source.documents == 3
    assert {name: refused.reason for name, refused in source.refused} == {
        "FOR.1": Refusal.MALFORMED_ROW, "FOR.2": Refusal.EMPTY,
    }  # fmt: skip


def test_why_a_document_could_not_be_opened_is_kept() -> None:
    fault = Refused(Refusal.UNREADABLE, "no such file")
    loaded = gathered([], Given("onisep", SourceDocument("FOR.1", None, fault)))
    assert loaded.sources["onisep"].refused == [("FOR.1", fault)]


# Addresses and codes.


@pytest.mark.parametrize(
    "address",
    [
        "http://eduscol.education.fr/referentiels-professionnels/CAP_Boucher.html",
        "https://EDUSCOL.education.fr/Referentiels-Professionnels/cap_boucher.html",
        "https://referentiels-professionnels.eduscol.education.fr/cap_boucher.html",
        "https://www.eduscol.education.fr/referentiels-professionnels/CAP_BOUCHER.htm#acces",
        "https://eduscol.education.fr/referentiels-professionnels/CAP_Boucher",
    ],
)
def test_host_scheme_and_case_of_an_address_do_not_matter(address: str) -> None:
    loaded = gathered(
        [page(None, "boucher", f"{SITE}/CAP_Boucher.html")],
        Given("onisep", fiche("FOR.1", libelle_complet="CAP boucher", url=address, sigle="B")),
    )
    (merged,) = completed(loaded).values()
    assert merged.record.acronym == "B"
    assert merged.record.url == f"{SITE}/CAP_Boucher.html"


@pytest.mark.parametrize(
    "address", [f"{SITE}/CAP_Boucherie.html", "https://example.org/CAP_Boucher.html", SITE + "/"]
)
def test_another_address_is_another_page(address: str) -> None:
    loaded = gathered(
        [page(None, "boucher", f"{SITE}/CAP_Boucher.html")],
        Given("onisep", fiche("FOR.1", libelle_complet="CAP boucher", url=address, sigle="B")),
    )
    (merged,) = completed(loaded).values()
    assert merged.record.sources == ("eduscol",)
    assert (loaded.page(address) is None) == ("Boucherie" not in address)


@pytest.mark.parametrize(
    "said",
    [row(BOUCHER, "Boucher", Commentaire="remplacé par le 500-22144 S"),
     row("50022144", "Boucher", Commentaire="remplace le 500-22143 S")],
)  # fmt: skip
def test_a_code_that_any_source_calls_replaced_is_stale(said: SourceDocument) -> None:
    loaded = gathered([page(BOUCHER, "boucher", f"{SITE}/boucher.html")], Given("list", said))
    (merged,) = completed(loaded).values()
    (stale,) = [issue for issue in merged.record.issues if issue.issue == IssueCode.STALE_CODE]
    assert stale.message.endswith(": 50022144")


def test_a_code_does_not_replace_itself() -> None:
    url = f"{SITE}/staff.html"
    loaded = gathered([page(STAFF, "staff", url, replaces=(STAFF,), replaced_by=(STAFF,))])
    (merged,) = completed(loaded).values()
    assert merged.record.issues == ()


def test_a_code_of_two_pages_is_told_on_both_and_of_options_on_none() -> None:
    pages = [
        page(BOUCHER, "boucher", f"{SITE}/boucher.html"),
        page(BOUCHER, "boucher", f"{SITE}/boucher_2027.html"),
        page(TAPIS, "tapis option D", f"{SITE}/f002.html", "d"),
        page(TAPIS, "tapis option E", f"{SITE}/f002.html", "e"),
    ]
    told = {
        name: [(problem.field, problem.value, problem.message.partition(": ")[2])
               for problem in merged.record.issues if problem.issue == "repeated-code"]
        for name, merged in completed(gathered(pages)).items()
    }  # fmt: skip
    first, second = (f"{name}-{BOUCHER}" for name in ("boucher", "boucher_2027"))
    options = {f"f002-{TAPIS}-{letter}": list[object]() for letter in "de"}
    assert told == options | {
        first: [("code", BOUCHER, second)], second: [("code", BOUCHER, first)],
    }  # fmt: skip


# Doubts.


def doubtful() -> LoadedSources:
    return gathered(
        [page(TAPIS, "tapis option D", f"{SITE}/f002.html", "d"),
         page(TAPIS, "tapis option E", f"{SITE}/f002.html", "e")],
        Given("onisep", option("FOR.1", "BMA tapis")),
    )  # fmt: skip


def test_an_ambiguous_document_joins_nothing_and_is_told() -> None:
    result = completed(doubtful(), "all")
    ids = [f"f002-{TAPIS}-d", f"f002-{TAPIS}-e"]
    assert set(result) == {*ids, f"f002-{TAPIS}"}
    for name, candidates in [*((item, "FOR.1") for item in ids), (f"f002-{TAPIS}", ", ".join(ids))]:
        (told,) = [o for o in result[name].record.issues if o.issue == IssueCode.AMBIGUOUS_JOIN]
        assert told.value == candidates
        assert len(result[name].record.sources) == 1
    meetings = list(Linker(doubtful(), "site").matches)
    assert meetings == [Match("onisep", "FOR.1", "ambiguous", None, tuple(ids))]


# Reconciliation.


def test_every_way_of_matching_has_french_words_in_the_view() -> None:
    assert set(get_args(MatchKind)) == set(_MATCHES)


def test_every_document_and_every_page_has_its_row() -> None:
    loaded = gathered(
        [page(BOUCHER, "boucher", f"{SITE}/boucher.html"),
         page(STAFF, "staff", f"{SITE}/staff.html")],
        Given("onisep", boucher(), fiche("FOR.2", libelle_complet="CAP tripier")),
        Given("list", row(BOUCHER, "Boucher")),
    )  # fmt: skip
    rows = [item for item in reconciled(loaded) if item.source != "known"]
    assert {(o.source, o.document, o.match, o.referential, o.in_list) for o in rows} == {
        ("onisep", "FOR.1", "code", f"boucher-{BOUCHER}", True),
        ("onisep", "FOR.2", "none", None, None),
        ("onisep", None, "site-only", f"staff-{STAFF}", False),
        ("list", BOUCHER, "code", f"boucher-{BOUCHER}", True),
        ("list", None, "site-only", f"staff-{STAFF}", False),
    }
    counts = summary(rows)
    assert +counts["onisep"] == {"code": 1, "none": 1, "site-only": 1}


def test_without_the_list_nothing_is_said_of_it() -> None:
    loaded = gathered(
        [page(BOUCHER, "boucher", f"{SITE}/boucher.html")], Given("onisep", boucher())
    )
    assert {item.in_list for item in reconciled(loaded)} == {None}


def test_a_disagreement_is_told_of_the_record_it_is_about() -> None:
    loaded = gathered(
        [page(TAPIS, "tapis option D", f"{SITE}/f002.html", "d"),
         page(TAPIS, "dentelle option E", f"{SITE}/f002.html", "e")],
        Given("list", row(TAPIS, "Tapis")),
    )  # fmt: skip
    rows = [item for item in reconciled(loaded) if item.source == "list"]
    assert {item.referential: item.disagrees for item in rows} == {
        f"f002-{TAPIS}-d": (), f"f002-{TAPIS}-e": ("title",),
    }  # fmt: skip
    assert +summary(rows)["list"] == {"code": 1, "disagree": 1}


def test_where_the_page_is_not_believed_the_other_source_is_named() -> None:
    loaded = gathered(
        [page(BOUCHER, "boucher", f"{SITE}/boucher.html", last_session=2024)],
        Given("list", row(BOUCHER, "Boucher", Dernière="2027")),
    )
    (met,) = [item for item in reconciled(loaded) if item.source == "list"]
    assert met.disagrees == ("last_session",)


def test_the_known_diplomas_of_a_page_without_codes_are_met_by_title() -> None:
    url, name = f"{SITE}/f006.html", "technicien en facture instrumentale option"
    loaded = gathered(
        [
            page(None, f"{name} {item}", url, item, diploma_type="BMA")
            for item in ("guitare", "piano")
        ]
    )
    loaded.add(KnownPages())
    rows = [item for item in reconciled(loaded) if item.source == "known"]
    assert len(rows) == 209
    assert {item.code: item.referential for item in rows if item.match == "address"} == {
        "40123410": "f006-guitare", "40123411": "f006-piano",
    }  # fmt: skip
