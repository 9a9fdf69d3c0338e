"""Thin pages at known addresses: full records, and nothing where the address changed hands."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from parsers.formats.csv_row import COLUMNS
from schema.issues import IssueCode
from scraper.pipeline.build_version import BuiltDataset
from tests.support.corpus import CORPUS
from tests.support.datasets import built, issues_of, records_at, records_by_page, records_of
from tests.support.effort import SOAK
from tests.support.fiches import made_up_fiches
from tests.thin_pages import FORMS, ThinPage, listed, of_its_era, thin_pages, written

# The packaged addresses without the official list, where that is no matter: it is the longest.
WITHOUT_LIST = ("eduscol", "known")
SITE = "https://eduscol.education.fr/referentiels-professionnels"


def check_all(dataset: BuiltDataset) -> None:
    """Every diploma has a record with its own code, level and type, and no record another code."""
    wrong = []
    pages = records_by_page(dataset)
    for page in thin_pages():
        records = records_of(pages, page.url)
        facts = sorted((str(r.code), r.level, str(r.diploma_type)) for r in records)
        wanted = sorted(
            (d.code, listed()[d.code].level, str(listed()[d.code].diploma_type))
            for d in page.diplomas
        )
        if facts != wanted:
            wrong.append((page.stem, wanted, facts))
    assert wrong == []


def test_each_of_the_189_diplomas_has_its_code_level_and_type(tmp_path: Path) -> None:
    assert len(thin_pages()) == 168
    assert sum(len(page.diplomas) for page in thin_pages()) == 189
    forms = FORMS if SOAK else (of_its_era,)
    for number, form in enumerate(forms):
        pages = {page.url: form(page) for page in thin_pages()}
        dataset = built(tmp_path / str(number), pages)
        assert dataset.pages.refused == {}
        check_all(dataset)
        values = dataset.rows.values
        assert values["known"] > 189
        assert values["list"] > 189
        for record in dataset.rows.records:
            assert record.cpc, record.id
            assert record.legal_texts, record.id


def test_with_a_fiche_for_each_the_189_have_texts_and_trades(tmp_path: Path) -> None:
    fiches = tmp_path / "fiches.xml"
    diplomas = [diploma for page in thin_pages() for diploma in page.diplomas]
    fiches.write_text(made_up_fiches(diplomas), "utf-8")
    dataset = built(tmp_path, {p.url: of_its_era(p) for p in thin_pages()}, onisep=fiches)
    check_all(dataset)
    codes = {diploma.code for diploma in diplomas}
    full = [r for r in dataset.rows.records if r.code in codes and r.description and r.trades]
    assert len(full) == len(diplomas) == 189


if CORPUS is not None:

    def test_with_real_fiches_as_many_have_texts_and_trades(tmp_path: Path) -> None:
        """Of the diplomas of the thin pages, those whose fiche is in the corpus, each of them."""
        assert CORPUS is not None
        fiches = CORPUS / "fiches"
        described = {
            line.split(":**", 1)[1].strip()
            for path in fiches.glob("*.md")
            for line in path.read_text("utf-8").splitlines()
            if line.startswith(("**Code scolarité", "- **Code scolarité"))
        }
        pages = [p for p in thin_pages() if any(d.code in described for d in p.diplomas)]
        dataset = built(tmp_path, {p.url: of_its_era(p) for p in pages}, onisep=fiches)
        codes = {d.code for p in pages for d in p.diplomas} & described
        full = {r.code for r in dataset.rows.records if r.description and r.trades}
        assert len(codes) > 50
        assert codes <= full


# Addresses that changed hands.


def changed_hands(day: date | None = None) -> list[tuple[ThinPage, ThinPage]]:
    """Twenty pages of one diploma, each with the page of another whose title now stands there."""
    single = [page for page in thin_pages() if len(page.diplomas) == 1]
    pairs = []
    for place, page in enumerate(single):
        others = [o for o in single[place + 1 :] if o.type_label == page.type_label]
        if others:
            pairs.append((page, others[0] if day is None else others[0]._replace(day=day)))
    return pairs[:: len(pairs) // 20][:20]


def test_an_address_that_changed_hands_gives_nothing(tmp_path: Path) -> None:
    pairs = changed_hands(date(1987, 2, 3))
    pages = {old.url: written(new._replace(url=old.url)) for old, new in pairs}
    assert len(pages) == 20
    dataset = built(tmp_path, pages)
    for old, new in pairs:
        (record,) = records_at(dataset, old.url)
        assert (record.code, record.level_label, record.rncp_codes) == (None, None, ()), old.stem
        assert record.sources == ("eduscol",)
        (issue,) = issues_of(record, IssueCode.KNOWN_DISAGREES)
        assert issue.value is not None
        assert new.name in issue.value
        assert old.diplomas[0].title.endswith(issue.value.rpartition(" | ")[2])


def test_a_successor_at_the_address_is_recognised_by_type_name_and_date(tmp_path: Path) -> None:
    """And by nothing less: see the test before, where the date is of another order."""
    pairs = changed_hands()
    pages = {old.url: written(new._replace(url=old.url)) for old, new in pairs}
    dataset = built(tmp_path, pages)
    codes = [records_at(dataset, old.url)[0].code for old, _ in pairs]
    for (_, new), code in zip(pairs, codes, strict=True):
        assert code in {None, new.diplomas[0].code}
    assert sum(code is not None for code in codes) >= 12


def test_a_longer_name_that_another_diploma_bears_is_that_diploma(tmp_path: Path) -> None:
    """`boucher` is among the words of `boucher charcutier traiteur`, and not the diploma."""
    (page,) = [p for p in thin_pages() if p.name == "Boucher" and p.type_label.startswith("Cert")]
    longer = page._replace(names=("Boucher charcutier traiteur",), day=date(1987, 2, 3))
    rows = official_list(tmp_path, ("50022199", "CAP", "Boucher charcutier traiteur", "2001-01-01"))
    dataset = built(tmp_path, {page.url: written(longer)}, list=rows)
    (record,) = records_at(dataset, page.url)
    assert record.code is None
    assert issues_of(record, IssueCode.KNOWN_DISAGREES)


# Other traps.


def official_list(folder: Path, *rows: tuple[str, str, str, str], comment: str = "") -> Path:
    """An official list of rows of code, type, name and date of the order."""
    path = folder / "list.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(COLUMNS)
        for code, kind, name, day in rows:
            cells = {"Code diplôme": code, "Diplôme": kind, COLUMNS[5]: name, COLUMNS[7]: day,
                     "Niveau": "Niveau 3", "Commentaire": comment}  # fmt: skip
            writer.writerow([cells.get(column, "") for column in COLUMNS])
    return path


def single(name: str = "Cuisine") -> ThinPage:
    (page,) = [p for p in thin_pages() if p.name == name and p.type_label.startswith("Cert")]
    return page


@pytest.mark.parametrize(
    ("address", "case"),
    [
        ("http://eduscol.education.fr/referentiels-professionnels/{}.html", str.upper),
        ("https://referentiels-professionnels.eduscol.education.fr/{}.htm", str.lower),
    ],
)
def test_host_scheme_and_case_of_a_known_address_do_not_matter(
    tmp_path: Path, address: str, case: Callable[[str], str]
) -> None:
    page = single()
    url = address.format(case(page.stem))
    (record,) = records_at(built(tmp_path, {url: written(page)}, only=WITHOUT_LIST), url)
    assert record.code == page.diplomas[0].code


def test_of_two_pages_that_would_take_one_code_the_one_that_states_it_has_it(
    tmp_path: Path,
) -> None:
    page = single()
    code, url = page.diplomas[0].code, f"{SITE}/cuisine_2.html"
    stating = written(page).replace(b"</h1>", f"</h1><p>Code : {code}</p>".encode())
    dataset = built(tmp_path, {page.url: written(page), url: stating}, only=WITHOUT_LIST)
    (thin,), (record,) = records_at(dataset, page.url), records_at(dataset, url)
    assert (thin.code, record.code) == (None, code)
    assert issues_of(thin, IssueCode.KNOWN_DISAGREES)


def test_a_code_of_the_page_s_own_wins_over_the_known_one(tmp_path: Path) -> None:
    page = single()
    stating = written(page).replace(b"</h1>", b"</h1><p>Code : 50022199</p>")
    (record,) = records_at(built(tmp_path, {page.url: stating}), page.url)
    assert record.code == "50022199"
    issues = [*issues_of(record, IssueCode.KNOWN_DISAGREES),
              *issues_of(record, IssueCode.SOURCES_DISAGREE)]  # fmt: skip
    assert "code" in {issue.field for issue in issues}


def test_a_known_code_that_the_list_has_replaced_is_stale(tmp_path: Path) -> None:
    page = single()
    old, new = page.diplomas[0].code, "50022199"
    rows = official_list(tmp_path, (new, "CAP", "Cuisine", "2024-01-01"),
                         comment=f"remplace le {old}")  # fmt: skip
    (record,) = records_at(built(tmp_path, {page.url: written(page)}, list=rows), page.url)
    assert record.code == old
    (stale,) = issues_of(record, IssueCode.STALE_CODE)
    assert new in stale.message


def fiche(folder: Path, code: str, title: str, url: str) -> Path:
    path = folder / "fiches.xml"
    path.write_text(
        f"<formations><formation><identifiant>FOR.1</identifiant><code_scolarite>{code}"
        f"</code_scolarite><libelle_complet>{title}</libelle_complet><url>{url}</url>"
        "</formation></formations>",
        "utf-8",
    )
    return path


def test_a_fiche_that_links_to_another_page_outdates_the_known_address(tmp_path: Path) -> None:
    page, url = single(), f"{SITE}/cuisine_2.html"
    code = page.diplomas[0].code
    newer = fiche(tmp_path, code, "CAP cuisine", url)
    both = {page.url: written(page), url: written(page)}
    dataset = built(tmp_path / "both", both, only=(*WITHOUT_LIST, "onisep"), onisep=newer)
    (outdated,), (record,) = records_at(dataset, page.url), records_at(dataset, url)
    assert (outdated.code, record.code) == (None, code)
    assert issues_of(outdated, IssueCode.KNOWN_DISAGREES)
    alone = built(
        tmp_path / "alone", {page.url: written(page)}, only=(*WITHOUT_LIST, "onisep"), onisep=newer
    )
    assert records_at(alone, page.url)[0].code == code  # the other page was never read


# Pages that no list of addresses knows.


NEW = f"{SITE}/page_nouvelle.html"


def test_a_page_that_nobody_knows_is_joined_by_type_name_and_date_and_nothing_less(
    tmp_path: Path,
) -> None:
    page = single("Boucher")
    others = {
        f"{SITE}/autre_nom.html": page._replace(names=("Boucher abatteur",)),
        f"{SITE}/autre_type.html": page._replace(type_label="Brevet des métiers d'art"),
        f"{SITE}/autre_jour.html": page._replace(day=date(1987, 2, 3)),
    }
    pages = {NEW: page, **others}
    dataset = built(tmp_path, {url: written(form) for url, form in pages.items()})
    (record,) = records_at(dataset, NEW)
    assert (record.code, record.level) == (page.diplomas[0].code, 3)
    matches = {
        (row.source, row.match)
        for row in dataset.rows.reconciliation
        if row.referential == record.id
    }
    assert ("list", "title-date") in matches
    assert [[other.code for other in records_at(dataset, url)] for url in others] == [[None]] * 3


def test_two_rows_of_one_type_name_and_date_are_doubtful(tmp_path: Path) -> None:
    page = single("Boucher")
    day = page.day.isoformat()
    rows = official_list(
        tmp_path, ("50022198", "CAP", "Boucher", day), ("50022199", "CAP", "Boucher", day)
    )
    (record,) = records_at(built(tmp_path, {NEW: written(page)}, list=rows), NEW)
    assert record.code is None
    (doubt,) = issues_of(record, IssueCode.AMBIGUOUS_JOIN)
    assert doubt.value == "50022198, 50022199"


def test_the_pages_alone_say_what_they_say(tmp_path: Path) -> None:
    family = next(page for page in thin_pages() if len(page.diplomas) > 2)
    pages = {page.url: written(page) for page in (single(), family)}
    dataset = built(tmp_path, pages, only=("eduscol",))
    records = list(dataset.rows.records)
    assert {(record.code, record.level_label) for record in records} == {(None, None)}
    assert len(records) == 1 + len(family.diplomas)
