"""What the diplomas before and after are called, with codes that are theirs. Mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

FORMS = (
    "<p>{} : {}</p>",
    "<p><b>{}</b> :<br>{}</p>",
    "<dl><dt>{}</dt><dd>{}</dd></dl>",
    "<table><tr><th>{}</th><td>{}</td></tr></table>",
)
OWN = "<p>Code : 500-23441</p>"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("value", ["500-23431", "code 500-23431", "CAP Vannier (500-23431 T)"])
@pytest.mark.parametrize("own", ["", OWN])
@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Vient en remplacement du", "replaces"),
        ("Ancien diplôme", "replaces"),
        ("A laissé place au", "replaced_by"),
    ],
)
def test_the_code_of_another_diploma_is_not_the_own_one(
    form: str, value: str, own: str, label: str, field: str
) -> None:
    found = record_of(ORDER + form.format(label, value) + own)
    assert found.code == ("50023441" if own else None)
    assert getattr(found, field) == ("50023431",)


def test_a_label_code_of_its_own_is_the_diplomas() -> None:
    found = record_of(f"{ORDER}<p>Ancien diplôme :<br>CAP Vannier</p>{OWN}")
    assert found.code == "50023441"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("label", ["R.N.C.P.", "Fiche R.N.C.P.", "Code R.N.C.P."])
def test_the_register_has_stops_between_its_letters(form: str, label: str) -> None:
    assert record_of(ORDER + form.format(label, "37567")).rncp_codes == ("RNCP37567",)


def test_a_menu_that_leads_to_all_commissions_names_none() -> None:
    menu = "<p><a href=cpc.html>CPC : les commissions</a></p>"
    assert record_of(f"{ORDER}{menu}").cpc is None
    assert record_of(f"{menu}{ORDER}<p>CPC : Arts et métiers</p>").cpc == "Arts et métiers"


def test_the_level_is_called_a_rank() -> None:
    for form in FORMS:
        assert record_of(ORDER + form.format("Classement (niveau)", "Niveau 3")).level == 3, form
