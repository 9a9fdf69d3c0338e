"""feed.xml: valid Atom in French, the same ids and dates in every later version."""

import datetime
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from output.publish.publish import publish
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


def test_a_copy_of_the_site_has_no_feed(tmp_path: Path) -> None:
    publish(sample(day=None), tmp_path)
    assert not (tmp_path / "latest" / "feed.xml").exists()


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    publish(sample(record(), day=DAYS[0]), tmp_path)
    publish(sample(record(description="<b>&amp; ]]> \u2028 \x08 x"), day=DAYS[1]), tmp_path)
    (entry,) = entries(tmp_path).values()
    assert "<b>&amp; ]]>" in (entry.findtext(f"{ATOM}content") or "")
