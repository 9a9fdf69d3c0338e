"""Labels of several values: `Code et niveau`, in every form in which a label may stand."""

import pytest

from schema.issues import IssueCode
from schema.lexicon import Lexicon
from schema.referential import Referential
from tests.parsers.extract.pages import ORDER, record_of

FORMS = (
    "<table><tr><td>{}</td><td>{}</td></tr><tr><td>Statut</td><td>en vigueur</td></tr></table>",
    "<table><tr><th>{}</th><th>Statut</th></tr><tr><td>{}</td><td>en vigueur</td></tr></table>",
    "<dl><dt>{}</dt><dd>{}</dd></dl>",
    "<p><b>{} :</b> {}</p>",
    "<h3>{}</h3><p>{}</p>",
)


def told(record: Referential) -> list[str]:
    """Return the texts and headings that no field took."""
    codes = {IssueCode.UNLABELLED_TEXT, IssueCode.UNKNOWN_HEADING}
    return [i.value or "" for i in record.issues if i.issue in codes]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [
        ("Code et niveau", "500 23438 T - niveau 3", {"code": "50023438", "level": 3}),
        ("Code - niveau", "50023438 niveau 3", {"code": "50023438", "level": 3}),
        ("Code / niveau", "500-23438 (V)", {"code": "50023438", "level": 3}),
        ("Niveau / code", "3 / 500 23438", {"code": "50023438", "level": 3}),
        ("Niveau / code", "50023438 / 3", {"code": "50023438", "level": 3}),
        ("Code, niveau, durée", "50023438, 3, 2 ans", {"level": 3, "duration_months": 24}),
        ("Type et niveau", "CAP – niveau 3", {"diploma_type": "CAP", "level": 3}),
        ("CPC / secteur", "Bois / Ameublement", {"cpc": "Bois", "sector": "Ameublement"}),
        ("Code & RNCP", "50023438 | RNCP37535", {"rncp_codes": ("RNCP37535",)}),
    ],
)
def test_each_part_goes_to_the_field_of_its_label(
    form: str, label: str, value: str, expected: dict[str, object]
) -> None:
    record = record_of(f"{ORDER}{form.format(label, value)}")
    assert {name: getattr(record, name) for name in expected} == expected
    assert not told(record)


@pytest.mark.parametrize("form", FORMS)
def test_a_code_alone_is_read_and_nothing_else(form: str) -> None:
    record = record_of(f"{ORDER}{form.format('Code et durée', '50023438')}")
    assert (record.code, record.duration_months) == ("50023438", None)


@pytest.mark.parametrize("form", [FORMS[0], *FORMS[2:]])
@pytest.mark.parametrize(("label", "value"), [("CPC et durée", "Bois"), ("Niveau / CPC", "Bois")])
def test_a_value_of_fewer_parts_than_its_label_is_told(form: str, label: str, value: str) -> None:
    record = record_of(f"{ORDER}{form.format(label, value)}")
    assert (record.cpc, record.duration_months) == (None, None)
    assert any(label in text for text in told(record))


@pytest.mark.parametrize(
    "words", ["Code et titre", "Niveau et niveau", "Accès et durée", "Code, niveau, durée, CPC"]
)
def test_other_labels_are_not_joint(words: str) -> None:
    assert Lexicon.packaged().joint(words) == ()
