"""feed.xml: valid Atom in French, the same ids and dates in every later version."""

import datetime
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from output.publish.publish import publish
from schema.referential import LegalText
from scraper.operations.withdraw import withdraw
from tests.support.samples import other, record, sample

ATOM = "{http://www.w3.org/2005/Atom}"
DAYS = [datetime.date(2026, 11, day) for day in (3, 10, 17)]


def entries(folder: Path) -> dict[str, ET.Element]:
    root = ET.fromstring((folder / "latest" / "feed.xml").read_bytes())
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.iter(f"{ATOM}entry")):
        assert all(element.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        updated = element.findtext(f"{ATOM}updated") or ""
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", updated)
    result = {entry.findtext(f"{ATOM}id") or "": entry for entry in root.iter(f"{ATOM}entry")}
    assert len(result) == len(list(root.iter(f"{ATOM}entry")))
    return result


def test_a_feed_tells_what_was_created_changed_and_repealed(tmp_path: Path) -> None:
    publish(sample(record(), other(1), day=DAYS[0]), tmp_path)
    assert entries(tmp_path) == {}
    changed = record(description="Autre texte.")
    second = publish(sample(changed, other(1), other(2), day=DAYS[1]), tmp_path)
    one = entries(tmp_path)
    titles = {entry.findtext(f"{ATOM}title") for entry in one.values()}
    assert titles == {f"{changed.title} : modifié", "CAP numéro 2 : apparu"}
    texts = [entry.findtext(f"{ATOM}content") or "" for entry in one.values()]
    assert any("présentation : " in text and "→ Autre texte." in text for text in texts)
    assert all(key.startswith(f"urn:eduscol-referentials:{second.version}:") for key in one)

    repealed = other(1, status="repealed")
    publish(sample(changed, repealed, other(2), day=DAYS[2]), tmp_path)
    two = entries(tmp_path)
    assert one.keys() < two.keys()
    (new,) = two.keys() - one.keys()
    assert (two[new].findtext(f"{ATOM}title") or "").endswith(": abrogé")
    assert two[new].findtext(f"{ATOM}updated") == "2026-11-17T00:00:00Z"
    for key, entry in one.items():
        assert ET.tostring(entry).strip() == ET.tostring(two[key]).strip()


def test_a_withdrawal_is_an_entry_and_so_is_what_it_takes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scraper.operations.withdraw.utc_now", lambda: "2026-11-12T08:00:00Z")
    published = tmp_path / "published"
    publish(sample(record(), other(1), day=DAYS[0]), published)
    good = publish(sample(record(level=4), other(1), day=DAYS[0]), published)
    wrong = publish(sample(record(level=5), other(1), day=DAYS[1]), published)
    before = entries(published)
    withdraw(tmp_path, "latest", "wrong level")
    publish(sample(record(level=4), other(2), day=DAYS[1]), published, accept={"records-gone"})
    after = entries(published)
    for key, entry in before.items():  # readers have them already, and see them no second time
        assert ET.tostring(entry).strip() == ET.tostring(after[key]).strip()
    of_withdrawal = {
        key: entry
        for key, entry in after.items()
        if entry.findtext(f"{ATOM}updated") == "2026-11-12T00:00:00Z"
    }
    back, event = of_withdrawal.values()
    assert not of_withdrawal.keys() & before.keys()
    assert event.findtext(f"{ATOM}title") == f"Version retirée : {wrong.version}"
    assert good.version in (event.findtext(f"{ATOM}content") or "")
    assert "niveau : 5 → 4 (une version a été" in (back.findtext(f"{ATOM}content") or "")
    root = ET.fromstring((published / "latest" / "feed.xml").read_bytes())
    assert root.findtext(f"{ATOM}updated") == "2026-11-12T00:00:00Z"


def test_a_list_shows_what_was_added_and_removed(tmp_path: Path) -> None:
    words = "portant création de la spécialité « maintenance des équipements thermiques »"
    long = tuple(
        LegalText(
            title=f"Arrêté du {n} mai 2020 {words}", date=f"2020-05-0{n}", kind="modification",
            nor=None, url=None,
        )
        for n in range(1, 7)
    )  # fmt: skip
    publish(sample(record(legal_texts=long[:5]), day=DAYS[0]), tmp_path)
    publish(sample(record(legal_texts=long[1:]), day=DAYS[1]), tmp_path)
    (entry,) = entries(tmp_path).values()
    text = entry.findtext(f"{ATOM}content") or ""
    assert "textes officiels : retiré : Arrêté du 1 mai 2020 portant" in text
    assert "; ajouté : Arrêté du 6 mai 2020 portant" in text
    assert "(modification)" in text
    assert "2 mai" not in text
    assert "{" not in text


def test_a_copy_of_the_site_has_no_feed(tmp_path: Path) -> None:
    publish(sample(day=None), tmp_path)
    assert not (tmp_path / "latest" / "feed.xml").exists()


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    publish(sample(record(), day=DAYS[0]), tmp_path)
    publish(sample(record(description="<b>&amp; ]]> \u2028 \x08 x"), day=DAYS[1]), tmp_path)
    (entry,) = entries(tmp_path).values()
    assert "<b>&amp; ]]>" in (entry.findtext(f"{ATOM}content") or "")
