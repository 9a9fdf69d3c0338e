"""No value of a label vanishes: it is in the record, or an issue has it."""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon, own_type_start
from schema.referential import Referential
from schema.title import read_title
from schema.vocabulary import rows

VALUE = "Xyzzy plof"
FORMS = (
    "<p>{} : Xyzzy plof</p>",
    "<h2>{}</h2><p>Xyzzy plof</p>",
    "<table><tr><th>{}</th><td>Xyzzy plof</td></tr></table>",
    "<dl><dt>{}</dt><dd>Xyzzy plof</dd></dl>",
    '<p>{} : <a href="q.html">Xyzzy plof</a></p>',
    "<ul><li>{} : Xyzzy plof</li></ul>",
)
# Below "Documents" a text beside files is no document; an address that is none belongs to no field.
LABELS = [
    row["label"]
    for row in rows("lexicon.csv")
    if not row["kind"].startswith(("ignore", "further"))
    and row["field"] not in {"documents", "url"}
    # "Accès au BTS" is none of a CAP's
    if (start := own_type_start(row["label"])) is None
    or "CAP" in read_title(row["label"][start:]).types
]


def record(body: str) -> Referential:
    page = f"<html><body><h1>CAP Vannerie</h1><p>Arrêté du 3 mai 2004</p>{body}</body></html>"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record


@pytest.mark.parametrize("form", FORMS)
def test_no_value_of_a_label_vanishes(form: str) -> None:
    lost = [
        label
        for label in LABELS
        if VALUE.lower() not in record(form.format(label)).model_dump_json().lower()
    ]
    assert len(LABELS) > 500
    assert lost == []


@pytest.mark.parametrize(
    ("line", "issue"),
    [
        ("Spécialité : Rotinier", "conflicting-values"),
        ("Diplôme : CAP Rotinier", "conflicting-values"),
        ("Option : A", "unlabelled-text"),
        ("Statut : fermé", "unlabelled-text"),
    ],
)
def test_another_title_an_option_and_an_unknown_state_are_told(line: str, issue: str) -> None:
    told = {
        remark.issue.value
        for remark in record(f"<p>{line}</p>").issues
        if line.partition(" : ")[2] in (remark.value or "") and remark.field != "level"
    }
    assert told == {issue}


@pytest.mark.parametrize(
    "line",
    ["Spécialité : Vannerie", "Diplôme : CAP", "Intitulé : CAP VANNERIE", "Option : néant",
     "Diplôme : CAP Vannerie", "Statut : actif", "Certification : RNCP37199"],
)  # fmt: skip
def test_what_says_the_same_as_the_title_is_not_told(line: str) -> None:
    remarks = {remark.issue.value for remark in record(f"<p>{line}</p>").issues}
    assert remarks == {"missing-field", "derived-value"}  # the level of a CAP


def test_the_label_of_a_state_says_that_it_is_in_force() -> None:
    assert record("<p>Statut : actif</p>").status == "in_force"
    for sheet in (
        "<p>Répertoire national (RNCP) : fiche n° 38421 - État : active</p>",
        "<table><tr><th>RNCP<th>État<tr><td>RNCP38421<td>Active</table>",
    ):
        found = record(sheet)
        assert (found.status, found.rncp_codes) == ("unknown", ("RNCP38421",))
