import pytest

from parsers.extract.page_update import page_update

NOTES = [
    (["Mis à jour le 12/03/2019"], "Mis à jour le 12/03/2019"),
    (["Page mise à jour le 3 mai 2019 - Imprimer"], "Page mise à jour le 3 mai 2019"),
    (["Dernière mise à jour : 1er juillet 2020."], "Dernière mise à jour : 1er juillet 2020"),
    (["Date de dernière mise à jour", "2019-05-03"], "Date de dernière mise à jour 2019-05-03"),
    (["Publié le 2 mai 2012, mis à jour le 4/5/13"], "mis à jour le 4/5/13"),
    (["© éduscol | Mise à jour : 14.09.2012 | Contact"], "Mise à jour : 14.09.2012"),
    (["CAP boulanger\nmise à jour le 1 2 2003"], "mise à jour le 1 2 2003"),
    (["Mis à jour le 1/2/2003", "Mis à jour le 1/2/2003"], "Mis à jour le 1/2/2003"),
    (["Mis à jour : 1/2/03", "Mis à jour : 4/5/06"], "Mis à jour : 1/2/03 | Mis à jour : 4/5/06"),
    (["DGESCO - mis à jour le 12/03/2009"], "mis à jour le 12/03/2009"),
    (["Mis à jour : octobre 2026"], "Mis à jour : octobre 2026"),
    (["Référentiel - mis à jour le 12/03/2009"], None),
    (["Règlement d'examen (mis à jour le 12/03/2019)"], None),
    (["Annexes, mise à jour du 3 mai 2019"], None),
    (["Arrêté du 3 mai 2004 mis à jour le 5 juin 2010"], None),
    (["Dernière mise à jour", "Sommaire", "3 mai 2019"], None),
    (["Mise à jour des référentiels à la rentrée 2019"], None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "note"), NOTES)
def test_only_the_page_s_own_note_is_read_and_as_published(
    lines: list[str], note: str | None
) -> None:
    assert page_update(lines) == note
