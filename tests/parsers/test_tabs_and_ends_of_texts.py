"""Tabs without classes, and what stands behind the texts of a page; all are mock-ups."""

import pytest

from parsers.segment.order_paragraphs import is_of_orders
from tests.parsers.extract.pages import record_of

ORDER = "<p>Arrêté du 3 mai 2004</p>"
FILE = "<p><a href='a.pdf'>Annexe I</a></p>"
ACCESS = "<h2>Accès</h2><p>Ouvert après la classe de troisième.</p>"
TRADES = "<h2>Métiers</h2><ul><li>boucher/ère<li>charcutier/ère</ul>"


@pytest.mark.parametrize(
    "list_", ["<ul>{}</ul>", "<nav><ul>{}</ul></nav>", "<div><ol>{}</ol></div>"]
)
@pytest.mark.parametrize("tag", ["div", "section"])
def test_parts_that_a_list_of_links_leads_to_are_named_by_it(list_: str, tag: str) -> None:
    texts = {"Accès": "Ouvert après la troisième.", "Poursuite d'études": "Un bac professionnel."}
    links = "".join(f"<li><a href='#p{n}'>{name}</a></li>" for n, name in enumerate(texts))
    parts = "".join(
        f"<{tag} id=p{n}><p>{text}</p></{tag}>" for n, text in enumerate(texts.values())
    )
    record = record_of(f"{ORDER}<div id=onglets>{list_.format(links)}{parts}</div>")
    assert (record.access, record.further_study) == tuple(texts.values())


def test_a_contents_list_above_headings_names_nothing_twice() -> None:
    links = "<ul><li><a href='#a'>Accès</a><li><a href='#d'>Documents</a></ul>"
    parts = f"<section id=a>{ACCESS}</section><section id=d><h2>Documents</h2>{FILE}</section>"
    record = record_of(ORDER + links + parts)
    assert record.access == "Ouvert après la classe de troisième."
    assert len(record.documents) == 1


ORDERS_BEHIND = (
    "Arrêté de création du 12 novembre 2001 (JO du 7 décembre 2001)",
    "Arrêté de création du CAP Boucher du 17-1-2012 - NOR : MENE1201234A",
    "Ce diplôme a été créé par l'arrêté du 24 avril 2005, modifié par celui du 1er mai 2008.",
    "Modifié par l'arrêté du 26-3-2022",
    "Arrêté du 17 août 1998 (NOR MENE9816282A)",
)


@pytest.mark.parametrize("line", ORDERS_BEHIND)
@pytest.mark.parametrize("tag", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
def test_orders_behind_a_text_or_trades_are_no_part_of_it(line: str, tag: str) -> None:
    assert is_of_orders(line)
    for part, field in ((ACCESS, "access"), (TRADES, "trades")):
        alone = record_of(part + FILE + ORDER)
        record = record_of(part + tag.format(line) + FILE)
        assert getattr(record, field) == getattr(alone, field)
        assert record.legal_texts


@pytest.mark.parametrize(
    "line",
    [
        "Arrêté du 3 mai 2004 : il fixe les conditions d'accès.",
        "Créé par l'arrêté du 3 mai 2004, ce diplôme forme des bouchers. Il dure deux ans.",
        "Ce diplôme forme des bouchers.",
        "Depuis l'arrêté du 3 mai 2004, les candidats ont un an de plus.",
    ],
)
def test_a_sentence_that_says_more_than_an_order_stays_in_its_text(line: str) -> None:
    record = record_of(f"{ACCESS}<p>{line}</p>{FILE}{ORDER}")
    assert record.access == f"Ouvert après la classe de troisième.\n\n{line}"


def test_a_sentence_of_links_to_files_is_no_part_of_a_text() -> None:
    links = (
        "<a href=a.pdf>Annexe I</a>, <a href=b.pdf>Annexe II</a> et <a href=c.pdf>Annexe III</a>"
    )
    record = record_of(f"{ORDER}{ACCESS}<p>Les documents suivants sont disponibles : {links}.</p>")
    assert record.access == "Ouvert après la classe de troisième."
    assert len(record.documents) == 3


def test_the_first_column_of_a_table_of_orders_is_no_part_of_the_text_above_it() -> None:
    names = "<tr><th>Nature</th><th>Arrêté</th><th>NOR</th></tr>"
    row = "<tr><td>Création</td><td>Arrêté du 15 octobre 1978</td><td>–</td></tr>"
    record = record_of(f"{ACCESS}<table>{names}{row}</table>{FILE}")
    assert record.access == "Ouvert après la classe de troisième."
    assert [order.date for order in record.legal_texts] == ["1978-10-15"]
    assert any(issue.value == "Nature" for issue in record.issues)


def test_a_file_below_trades_is_no_trade() -> None:
    files = "<ul><li><a href=a.pdf>Annexe I</a><li><a href=g.zip>Grilles d'évaluation</a></ul>"
    record = record_of(ORDER + TRADES + files)
    assert [trade.masculine for trade in record.trades] == ["boucher", "charcutier"]
    assert len(record.documents) == 2


@pytest.mark.parametrize(
    "trade",
    [
        "gérant de titres et d'obligations / gérante de titres et d'obligations",
        "technicien en expérimentation et production végétales"
        " / technicienne en expérimentation et production végétales",
        "assistant de conservation du patrimoine et des bibliothèques (FPT)"
        " / assistante de conservation du patrimoine et des bibliothèques (FPT)",
    ],
)
def test_a_trade_in_both_forms_is_not_divided(trade: str) -> None:
    (found,) = record_of(f"{ORDER}<h2>Métiers</h2><p>{trade}</p>{FILE}").trades
    assert (found.masculine, found.feminine) == tuple(trade.split(" / "))


@pytest.mark.parametrize("mark", [" – ", ", ", " ; "])
@pytest.mark.parametrize("end", ["", ", etc.", "…", ", etc"])
def test_trades_of_one_line(mark: str, end: str) -> None:
    trades = ["tourneur(euse)", "technicien(ne) d'études", "pilote de ligne de production"]
    found = record_of(f"{ORDER}<h2>Métiers</h2><p>{mark.join(trades)}{end}</p>{FILE}").trades
    assert [trade.label for trade in found] == trades


def test_a_dash_in_a_trade_divides_no_name() -> None:
    trade = "technicien – options hydraulique et pneumatique"
    (found,) = record_of(f"{ORDER}<h2>Métiers</h2><ul><li>{trade}</ul>{FILE}").trades
    assert found.label == trade


def test_a_typed_dash_in_front_of_a_trade_is_left_out() -> None:
    (found,) = record_of(f"{ORDER}<h2>Métiers</h2><p>- tapissier/ère</p>{FILE}").trades
    assert found.masculine == "tapissier"


def test_the_number_of_an_order_that_is_not_read_is_of_no_other_one() -> None:
    units = "<h2>Unités et blocs de compétences</h2>"
    other = "Arrêté du 25 décembre 1998 relatif aux épreuves de ce diplôme [NOR MENE9801400A]"
    record = record_of(
        f"{units}<ul><li>Arrêté du 16 mai 1997 portant création du CAP Vannerie</li>"
        f"<li>{other}</li></ul>{FILE}"
    )
    assert [(order.date, order.nor) for order in record.legal_texts] == [("1997-05-16", None)]
    assert any("MENE9801400A" in (issue.value or "") for issue in record.issues)


SITUATIONS = (("Voie scolaire", "En lycée, sous statut d'élève."), ("Apprentissage", "En CFA."))


@pytest.mark.parametrize(
    "parts",
    [
        "<table><tr><th>Situation<th>Précisions{rows}</table>",
        "<table><tr><td>Situation<td>Précisions{rows}</table>",
        "<table>{rows}</table>",
        "<dl>{terms}</dl>",
        "{headings}",
    ],
)
def test_parts_of_a_text_stay_in_it(parts: str) -> None:
    rows = "".join(f"<tr><td>{name}<td>{text}" for name, text in SITUATIONS)
    terms = "".join(f"<dt>{name}<dd>{text}" for name, text in SITUATIONS)
    headings = "".join(f"<h3>{name}</h3><p>{text}</p>" for name, text in SITUATIONS)
    body = parts.format(rows=rows, terms=terms, headings=headings)
    record = record_of(f"{ORDER}{FILE}{ACCESS}{body}{TRADES}")
    assert all(text in (record.access or "") for _, text in SITUATIONS)
    assert (len(record.trades), record.status) == (2, "unknown")


def test_a_list_of_facts_behind_a_text_is_none_of_its_parts() -> None:
    facts = "<dl><dt>Niveau<dd>3<dt>Rythme<dd>En alternance.</dl>"
    record = record_of(f"{ORDER}{FILE}{ACCESS}{facts}")
    assert (record.access, record.level_label) == ("Ouvert après la classe de troisième.", "3")


def test_a_table_of_states_below_a_text_states_them() -> None:
    table = "<table><tr><th>Situation<th>Session<tr><td>Abrogé<td>2020</table>"
    record = record_of(f"{ORDER}{FILE}<p>Code : 500-22139</p>{table}")
    assert record.status == "repealed"


@pytest.mark.parametrize("name", ["Informations utiles", "Le cas général"])
def test_a_smaller_heading_of_any_words_stays_in_the_text(name: str) -> None:
    text = f"<h3>{name}</h3><p>Les adultes s'adressent au Greta.</p>"
    record = record_of(f"{ORDER}{FILE}{ACCESS}{text}{TRADES}")
    assert "Greta" in (record.access or "")
    assert record.description is None


def test_words_of_no_field_before_a_colon_stay_in_a_text() -> None:
    note = "À savoir : une partie des entreprises recrute toute l'année."
    record = record_of(f"{ORDER}{FILE}{ACCESS}<div class=note><p>{note}</p></div>{TRADES}")
    assert record.access is not None
    assert record.access.endswith(note)
