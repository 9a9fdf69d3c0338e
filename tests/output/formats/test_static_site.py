"""The static pages as files: links, determinism, foreign text, and data that lacks everything."""

import json
import re
import sqlite3
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from output.dataset.dataset import Dataset
from output.dataset.rows import CertificationBlockRow, CertificationRow, TradeCodeRow
from output.formats.static_site import french
from output.formats.static_site.plots import _sessions
from output.formats.static_site.write import write_site
from output.formats.table_files import write_tables
from output.publish.publish import Published, publish
from output.tables.table import History
from parsers.model.file_types import media_type
from schema.issues import KINDS, IssueCode, issue
from schema.referential import Document, LegalText, Referential
from scraper.operations.withdraw import withdraw
from tests.support.samples import EDUSCOL, other, page, record, sample, trade

HOSTILE = "</script><script>alert(1)</script><b>&amp;"
BARE = other(
    2, id="for.2", code=None, page=None, url=None, acronym=None, diploma_type=None,
    diploma_type_label=None, level=None, level_label=None, duration_months=None,
    duration_label=None, nsf_code=None, nsf_label=None, description=None, access=None,
    access_levels=(), access_diplomas=(), further_study=None, trades=(), documents=(),
    legal_texts=(), rncp_codes=(), replaces=(), first_session=None,
)  # fmt: skip
EVIL = other(
    1, name=HOSTILE, title=HOSTILE, description=f"{HOSTILE}\n\n- {HOSTILE}", cpc=HOSTILE,
    trades=(trade(HOSTILE, HOSTILE, name="evil"),),
    documents=(Document(url="javascript:alert(1)", title=HOSTILE, media_type=None),),
    legal_texts=(LegalText(title=HOSTILE, date=None, kind=None, nor=None, url="data:text/html,x"),),
)  # fmt: skip


_CODE = {"trade": "plombier", "source": "metiers", "document": "1", "rule": "masculine form"}
CODES = (
    TradeCodeRow(
        **_CODE, kind="onisep", code="MET.782", label=None,
        address="https://www.onisep.fr/http/redirection/metier/slug/MET.782",
    ),
    TradeCodeRow(**_CODE, kind="rome", code="F1603", label="Plomberie", address=None),
)  # fmt: skip


def write(folder: Path, dataset: Dataset) -> Path:
    write_tables(dataset, History(), folder)
    write_site(folder / "referentials.db", folder)
    return folder / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of an ordinary record, a hostile one and one that lacks nearly everything."""
    dataset = sample(record(), EVIL, BARE, inputs={"site": "3"}, trade_codes=CODES)
    return write(tmp_path_factory.mktemp("site"), dataset)


def test_a_document_bears_the_name_of_its_format(tmp_path: Path) -> None:
    addresses = [
        f"https://x.example/a.{end}" for end in ("pdf", "doc", "xls", "docx", "pptx", "odt")
    ]
    documents = tuple(
        Document(url=url, title="Annexe", media_type=media_type(url))
        for url in (*addresses, "https://x.example/a.html")
    )
    diploma = record(documents=documents)
    html = (write(tmp_path, sample(diploma)) / "diplomes" / f"{diploma.id}.html").read_text()
    shown = re.findall(r'Annexe</a> <span class="hint">([^<]+)', html)
    assert shown == ["PDF", "DOC", "XLS", "DOCX", "PPTX", "ODT", "HTML"]


def test_the_words_to_suggest_are_whole(tmp_path: Path) -> None:
    diploma = record(name="Technicien(ne) ascensoriste", trades=())
    script = (write(tmp_path, sample(diploma)) / "assets" / "index.js").read_text()
    words = re.search(r"^words: (.*),$", script, re.MULTILINE)
    assert words
    assert json.loads(words[1]) == ["ascensoriste", "technicien"]


def test_the_page_of_sources_says_what_is_counted(tmp_path: Path) -> None:
    known = EDUSCOL.model_copy(update={"name": "known", "documents": 209, "records": 0})
    own = EDUSCOL.model_copy(update={"records": 2})
    html = (write(tmp_path, sample(sources=(known, own))) / "sources.html").read_text("utf-8")
    counts = re.findall(r"<dt>Documents</dt><dd>.*?&nbsp;; (.*?)</dd>", html.replace("\xa0", " "))
    assert counts == [
        "2 fiches en tiennent une valeur",
        "0 fiche en tient une valeur. La source dit aussi quels diplômes une même page réunit",
    ]


def test_the_plot_of_last_sessions_says_how_many_years_it_shows() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE referentials (last_session INTEGER)")
    database.executemany(
        "INSERT INTO referentials VALUES (?)", [(year,) for year in range(2000, 2030)]
    )
    plot = _sessions(database)
    assert [bar.label for bar in plot.bars] == [str(year) for year in range(2029, 2014, -1)]
    assert "les 15 années les plus récentes" in plot.text


class Links(HTMLParser):
    """Collects tags, addresses and ids of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        given = dict(attrs)
        self.addresses += [value for name in ("href", "src") if (value := given.get(name))]
        self.ids += [value for value in (given.get("id"),) if value]


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_changes_are_shown_as_people_read_them_with_withdrawals(tmp_path: Path) -> None:
    published = tmp_path / "published"
    order = record().legal_texts[0]
    repeal = order.model_copy(update={"title": "Arrêté du 3 mars 2026", "kind": "repeal"})

    def published_with(diploma: Referential) -> Published:
        return publish(sample(diploma, inputs={"site": "3"}), published)

    first = published_with(record())
    changed = record(legal_texts=(*record().legal_texts, repeal), status="repealed")
    wrong = published_with(changed)
    withdraw(tmp_path, "latest", "no such order")
    same = published_with(record(issues=()))  # no diploma changed
    last = published_with(record(level=4, issues=()))
    text = (last.folder / "site" / "changements.html").read_text("utf-8")
    headings = re.findall(r"<h2[^>]*>(\S+ \S+)[^<]*<span[^>]*>version (\S+)</span>", text)
    assert [version for _, version in headings] == [
        last.version, same.version, wrong.version, wrong.version, first.version,
    ]  # fmt: skip
    assert [words for words, _ in headings].index("Version retirée") == 2
    assert f"désormais&nbsp;: {first.version}." in text
    assert text.count("<td>ajouté : Arrêté du 3 mars 2026 (abrogation") == 1
    assert text.count("<td>retiré : Arrêté du 3 mars 2026 (abrogation") == 1
    assert "Aucun diplôme n’a changé" in text
    assert "Première version&nbsp;: 1\u00a0diplôme." in text
    assert "{&#34;" not in text
    links = Links(text)
    assert len(links.ids) == len(set(links.ids))


def test_every_link_leads_to_a_file_or_to_a_web_page(site: Path) -> None:
    for path in pages(site):
        links = Links(path.read_text("utf-8"))
        assert len(links.ids) == len(set(links.ids)), path
        for address in links.addresses:
            target, _, anchor = address.partition("#")
            if target.startswith(("https://", "http://", "data:,")):
                continue
            file = (path.parent / unquote(target)) if target else path
            assert file.is_file(), f"{path.name}: {address}"
            assert not anchor or anchor in Links(file.read_text("utf-8")).ids
            assert site in file.resolve().parents


def test_texts_of_a_page_are_never_markup(site: Path) -> None:
    html = (site / "diplomes" / "b001-50000001.html").read_text("utf-8")
    links = Links(html)
    assert links.tags.count("script") == 1
    assert "b" not in links.tags
    assert not any(address.startswith(("javascript:", "data:text")) for address in links.addresses)
    index = (site / "assets" / "index.js").read_text("utf-8")
    assert "<" not in index


def test_json_ld_says_what_the_record_says(site: Path) -> None:
    html = (site / "diplomes" / "mc3_meti-56122706.html").read_text("utf-8")
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert match
    program = json.loads(match[1])
    assert program["@type"] == "EducationalOccupationalProgram"
    assert program["timeToComplete"] == "P12M"
    credential = program["educationalCredentialAwarded"]
    assert credential["@type"] == "EducationalOccupationalCredential"
    assert credential["identifier"] == ["RNCP37919"]


def test_a_record_that_lacks_everything_has_a_page(site: Path) -> None:
    html = (site / "diplomes" / "for.2.html").read_text("utf-8")
    assert "Numéro 2" in html
    assert "Type inconnu" in html
    assert "None" not in html


def test_the_official_codes_of_a_trade_are_shown(site: Path) -> None:
    trade_page = (site / "metiers" / "plombier.html").read_text("utf-8")
    assert "F1603" in trade_page
    assert 'href="https://www.onisep.fr/http/redirection/metier/slug/MET.782"' in trade_page
    assert "ROME F1603" in (site / "diplomes" / "mc3_meti-56122706.html").read_text("utf-8")


def test_the_same_data_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    dataset = sample(record(), EVIL, BARE, inputs={"site": "3"}, trade_codes=CODES)
    again = write(tmp_path, dataset)
    names = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    for name in names:
        assert (site / name).read_bytes() == (again / name).read_bytes(), name


def test_the_sheet_of_the_rncp_stands_on_the_page(tmp_path: Path) -> None:
    number = "RNCP37919"
    sheet = CertificationRow(
        rncp_code=number, title=HOSTILE, abbreviation="CS", level=3, active=False,
        registration=None, decided_on=None, effective_on=None, ends_on="2028-08-31",
        certifiers=("MINISTERE",), access_ways=(),
    )  # fmt: skip
    block = CertificationBlockRow(rncp_code=number, code=f"{number}BC01", label="Bloc un")
    dataset = replace(
        sample(record(rncp_codes=(number,)), inputs={"site": "3"}),
        certifications=(sheet,),
        certification_blocks=(block,),
    )
    folder = write(tmp_path, dataset)
    (page,) = (folder / "diplomes").glob("*.html")
    text = page.read_text("utf-8")
    for part in ("fiche inactive", "31 août 2028", "MINISTERE", "Bloc un"):
        assert part in text
    assert "<script>alert" not in text


def test_the_day_of_reading_and_remarks_are_in_french(tmp_path: Path) -> None:
    remark = issue(IssueCode.UNKNOWN_HEADING, None, HOSTILE)
    diploma = record(issues=(remark,))
    read = page(
        diploma,
        retrieved_at="2026-11-03T03:00:00Z",
        stale_since="2026-11-10T03:00:00Z",
        update_text="Mis à jour le 12/03/2019",
    )
    dataset = sample(diploma, inputs={"site": "3"}, pages=[read])
    (path,) = (write(tmp_path, dataset) / "diplomes").glob("*.html")
    text = path.read_text("utf-8").replace("&nbsp;", " ")
    assert "Page lue le 3 novembre 2026 ; contenu repris depuis le 10 novembre 2026." in text
    assert "La page dit : « Mis à jour le 12/03/2019 »." in text
    assert KINDS[IssueCode.UNKNOWN_HEADING].fr.replace("'", "&#39;") in text
    assert remark.message not in text
    assert "<script>alert" not in text


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("fetch-failed", "Demandée depuis, la page n’a rien donné de lisible"),
        ("page-suspect", "Demandée depuis, la page a donné une réponse douteuse, mise de côté"),
        ("not-in-copy", "La dernière copie du site n’a pas cette page"),
        (None, None),
    ],
)
def test_a_page_says_why_its_content_is_that_of_before(
    reason: str | None, said: str | None, tmp_path: Path
) -> None:
    dataset = sample(record(), inputs={"site": "3"}, pages=[page(record(), reason=reason)])
    (path,) = (write(tmp_path, dataset) / "diplomes").glob("*.html")
    text = path.read_text("utf-8").replace("&nbsp;", " ")
    end = " : c’est son contenu d’avant qui est repris ici."
    assert text.count(end) == (1 if said else 0)
    assert not said or f"{said}{end}" in text


def test_diplomas_are_filtered_by_the_type_that_access_names_in_any_words(tmp_path: Path) -> None:
    first = record(access_diplomas=("baccalauréat professionnel", "bac pro", "bac"))
    start = write(tmp_path, sample(first, other(1, access_diplomas=("bac pro",)))) / "index.html"
    html = start.read_text("utf-8")
    assert re.findall(r'data-after="([^"]*)"', html) == ["|Bac pro|bac|", "|Bac pro|"]
    _, _, filters = html.partition('id="f-after"')
    assert re.findall(r'<option value="([^"]+)"', filters.partition("</select>")[0]) == [
        "bac", "Bac pro",
    ]  # fmt: skip


def test_a_trade_is_searched_for_as_it_is_published(site: Path) -> None:
    script = (site / "assets" / "index.js").read_text("utf-8")
    assert '"marks":["ere"]' in script  # of plombier/ère


def test_a_page_that_nobody_read_is_not_said_to_be_read(tmp_path: Path) -> None:
    known = record(sources=("known", "list"), source_kind="csv")
    (path,) = (write(tmp_path, sample(known)) / "diplomes").glob("*.html")
    text = path.read_text("utf-8")
    assert "Page lue" not in text
    assert "Pages lues" not in text.partition("sources-fiche")[2].partition("</article>")[0]
    assert "Sa page n’a pas été lue" in text


def test_dates_and_numbers_are_french() -> None:
    assert french.date("2026-11-03") == "3 novembre 2026"
    assert french.date("2025-06-01") == "1er juin 2025"
    assert french.date("2025-06") == "juin 2025"
    assert french.date(None) == ""
    assert [french.duration(months) for months in (None, 5, 12, 30)] == [
        "", "5 mois", "1 an", "2 ans et 6 mois",
    ]  # fmt: skip
    assert french.plural(1, "diplôme") == "1\u00a0diplôme"
    assert french.plural(1234, "diplôme") == "1\u202f234\u00a0diplômes"
    assert list(french.blocks("a\n\n- b\n\n- c\n\nd")) == [("a", ()), ("", ("b", "c")), ("d", ())]
