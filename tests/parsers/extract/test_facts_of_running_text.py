"""Facts that sentences state without labels, words before values, and what leads a text.

All pages are mock-ups.
"""

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.lexicon import Lexicon
from schema.referential import Referential

ORDER = "<p>Arrêté du 3 mai 2010</p>"


def _read(content: str, title: str = "CAP Vannerie") -> Referential:
    page = f"<h1>{title}</h1>{ORDER}{content}"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    return only.record


def _told(record: Referential) -> set[str | None]:
    return {each.field for each in record.issues if each.issue != "missing-field"}


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("La durée de la formation est de : deux ans.", "duration_months", 24),
        ("La durée des études est fixée à 3 ans.", "duration_months", 36),
        ("Scolarité : 2 ans", "duration_months", 24),
        ("Il relève de la CPC : Commerce.", "cpc", "Commerce"),
        ("Ce diplôme relève de la commission professionnelle consultative : « Métiers d'art ».",
         "cpc", "Métiers d'art"),
        ("Son secteur est : Bois, meubles.", "sector", "Bois, meubles"),
        ("Son secteur est : secteur Bois.", "sector", "Bois"),
        ("Le sigle en usage est VAN.", "acronym", "VAN"),
        ("Il est inscrit au RNCP sous la référence n° 38411.", "rncp_codes", ("RNCP38411",)),
        ("Il est inscrit au RNCP sous la référence 38411.", "rncp_codes", ("RNCP38411",)),
        ("Il se tresse. CPC Métiers d'art.", "cpc", "Métiers d'art"),
        ("Diplôme relevant de la CPC Métiers d'art.", "cpc", "Métiers d'art"),
        ("Créé en 2010. [ en vigueur ]", "status", "in_force"),
        ("[en vigueur] Il se tresse.", "status", "in_force"),
        ("La CPC Métiers d'art l'a voulu.", "cpc", None),
        # of something else
        ("La durée de la période en entreprise est de : deux ans.", "duration_months", None),
        ("Le secteur est en plein essor : les entreprises recrutent.", "sector", None),
        ("Il relève de la CPC depuis 2010.", "cpc", None),
        ("Un mot du secteur : « On y tresse tous les jours. »", "sector", None),
        ("On y aime le secteur : il faut y travailler.", "sector", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("behind", ["", " Statut du diplôme : en vigueur."])
def test_a_sentence_says_a_fact(text: str, field: str, value: object, behind: str) -> None:
    # a label with its value has its own line
    behind = "" if text.startswith("Scolarité") else behind
    assert getattr(_read(f"<p>{text}{behind}</p>"), field) == value


@pytest.mark.parametrize("value", ["4 (IV)", "niveau 4", "Niveau IV"])
def test_a_sentence_says_the_level(value: str) -> None:
    record = _read(f"<p>Le niveau du diplôme est : {value}.</p>", "Mention complémentaire Vannerie")
    assert record.level == 4
    other = _read("<p>Le niveau d'accès est : 3.</p>", "Mention complémentaire Vannerie")
    assert other.level is None


@pytest.mark.parametrize("place", ["<p>CPC : {}</p>", "<dl><dt>CPC</dt><dd>{}</dd></dl>"])
@pytest.mark.parametrize(
    "before", ["", "CPC ", "Commission professionnelle consultative ", "CPC « "]
)
def test_what_a_commission_is_called_stands_before_its_name(place: str, before: str) -> None:
    value = f"{before}Commerce{' »' if '«' in before else ''}"
    assert (_read(place.format(value)).cpc or "").strip("« »") == "Commerce"
    kept = "Commission professionnelle consultative des arts"
    assert _read(place.format(kept)).cpc == kept


@pytest.mark.parametrize(
    "text", ["Principales activités :", "Il tient compte du budget et des délais de son atelier."]
)
def test_a_sentence_or_what_leads_to_a_list_is_no_sector(text: str) -> None:
    record = _read(f"<h2>Secteur</h2><p>{text}</p>")
    assert record.sector is None
    assert "sector" in _told(record)


@pytest.mark.parametrize("head", ["<h2>{}</h2><p>{}</p>", "<p><b>{} :</b> {}</p>"])
def test_sentences_below_the_field_of_work_describe_the_diploma(head: str) -> None:
    text = "Le titulaire du diplôme travaille dans un atelier de vannerie."
    record = _read(head.format("Champ d'activité", text))
    assert (record.sector, record.description) == (None, text)
    record = _read(head.format("Champ d'activité", "Arts du bois"))
    assert (record.sector, record.description) == ("Arts du bois", None)


@pytest.mark.parametrize("lead", ["En bref :", "En résumé :"])
def test_words_that_lead_a_text_are_no_heading_of_facts(lead: str) -> None:
    items = "<ul><li>Il tresse.</li><li>Il vend.</li></ul>"
    text = _read(f"<h2>Présentation</h2><p>{lead}</p>{items}").description or ""
    assert [*filter(None, text.splitlines())] == [lead, "- Il tresse.", "- Il vend."]
    headed = _read(f"<h2>Présentation</h2><p>Il tresse.</p><h2>{lead}</h2><p>Niveau : 3</p>")
    assert headed.description == "Il tresse."


@pytest.mark.parametrize(
    "sentence",
    [
        "L'emploi peut être intitulé {}.",
        "Les fonctions exercées sont celles de {}.",
        "Selon l'entreprise, le professionnel est appelé {}.",
    ],
)
def test_what_leads_to_trades_in_a_sentence(sentence: str) -> None:
    listed = "vannier, relieur et doreur"
    record = _read(f"<h2>Débouchés</h2><p>{sentence.format(listed)}</p>")
    assert [trade.label for trade in record.trades] == ["vannier", "relieur", "doreur"]


@pytest.mark.parametrize("head", ["Intitulé", "Appellation", "Emploi", "Métier"])
def test_the_head_of_the_only_column_of_trades_is_no_label(head: str) -> None:
    rows = "".join(f"<tr><td>{trade}</td></tr>" for trade in ("vannier", "relieur"))
    table = f"<table><tr><th>{head}</th></tr>{rows}</table>"
    record = _read(f"<h2>Débouchés</h2>{table}")
    assert [trade.label for trade in record.trades] == ["vannier", "relieur"]


@pytest.mark.parametrize("label", ["<b>{} :</b> ", "<b>{}&nbsp;: </b>", "<u><b>{}</b></u> : "])
@pytest.mark.parametrize("name", ["Stages", "Accompagnement des équipes", "Questions fréquentes"])
def test_a_section_of_no_field_with_its_label_in_its_paragraph_ends_a_text(
    label: str, name: str
) -> None:
    further = f"<p>{label.format(name)}Douze semaines y sont prévues.</p>"
    record = _read(f"<p><b>Poursuite d'études :</b></p><p>Un brevet.</p>{further}")
    assert record.further_study == "Un brevet."
    part = f"<p>{label.format('En brevet')}Deux ans.</p>"
    record = _read(f"<p><b>Poursuite d'études :</b></p><p>Un brevet.</p>{part}")
    assert (record.further_study or "").endswith("Deux ans.")


@pytest.mark.parametrize("mark", [" :", " –", ""])
@pytest.mark.parametrize("size", [" (pdf)", " [DOC]", " - PDF, 1,5 Mo", " – 150 ko", ""])
def test_formats_before_the_link_are_no_part_of_a_files_name(size: str, mark: str) -> None:
    line = f'Annexe I{size}{mark} <a href="a.pdf">Télécharger</a>'
    for content in (f"<ul><li>{line}</li></ul>", f"<p>{line}</p>", f"<div><h3>{line}</h3></div>"):
        record = _read(f"<h2>Documents</h2>{content}")
        assert [document.title for document in record.documents] == ["Annexe I"]


@pytest.mark.parametrize(
    "row",
    [
        "<div><div class=a>{}</div><div class=b>{}</div></div>",
        "<p>{} : {}</p>",
        "<table><tr><th>{}</th><td>{}</td></tr></table>",
        "<h3>{}</h3><p>code {}</p>",
    ],
)
def test_a_code_below_words_that_tell_of_another_diploma_is_not_the_own_one(row: str) -> None:
    record = _read(row.format("Titre d'origine", "50022444"))
    assert record.code is None
    assert "code" in _told(record)
    record = _read(row.format("Diplôme rénové", "50022444"))
    assert (record.code, record.replaced_by) == (None, ("50022444",))
    assert _read(row.format("Code diplôme", "50022444")).code == "50022444"
    items = "<ul><li>Diplôme qui remplace le 500-22443 T</li><li>code : 500-22444 T</li></ul>"
    assert _read(items).code == "50022444"


@pytest.mark.parametrize(
    "row", ["<table><tr><th>{}</th><td>{}</td></tr></table>", "<p><b>{}</b><br>{}</p>"]
)
def test_the_code_of_an_options_predecessor_is_not_its_own(row: str) -> None:
    def parts(label: str) -> str:
        return "".join(
            f"<h3>Option {letter} : {name}</h3>{row.format(label, code)}"
            for letter, name, code in (("A", "osier", "50022444"), ("B", "rotin", "50022445"))
        )

    def codes(label: str) -> list[tuple[str | None, tuple[str, ...]]]:
        page = f"<h1>CAP Vannerie</h1>{ORDER}{parts(label)}"
        records = read(Document(page.encode()), Lexicon.packaged()).records
        return [(each.record.code, each.record.replaces) for each in records]

    assert codes("Remplace le diplôme") == [(None, ("50022444",)), (None, ("50022445",))]
    assert codes("Code") == [("50022444", ()), ("50022445", ())]


@pytest.mark.parametrize(
    ("label", "text", "field", "value"),
    [
        ("Se prépare en", "2 ans", "duration_months", 24),
        ("Durée habituelle de préparation", "2 ans", "duration_months", 24),
        ("Connu sous le sigle", "VAN", "acronym", "VAN"),
        ("Début des examens", "session 2012", "first_session", 2012),
        ("Examen à compter de la session", "2012", "first_session", 2012),
        ("Fin des examens", "session 2024", "last_session", 2024),
        ("Version précédente", "50022444", "replaces", ("50022444",)),
        ("Issu de la rénovation de", "50022444", "replaces", ("50022444",)),
        ("Passerelles et poursuites d'études", "Un brevet.", "further_study", "Un brevet."),
        ("Motivations et qualités", "Aimer tresser.", "expectations", "Aimer tresser."),
        ("Comment s'inscrire ?", "Après la classe de 3e.", "access", "Après la classe de 3e."),
    ],
)  # fmt: skip
def test_labels_of_one_field(label: str, text: str, field: str, value: object) -> None:
    for place in ("<h3>{}</h3><p>{}</p>", "<dl><dt>{}</dt><dd>{}</dd></dl>"):
        assert getattr(_read(place.format(label, text)), field) == value


@pytest.mark.parametrize("level", ["niveau 5 (bac + 2)", "niveau 4 (baccalauréat)"])
def test_a_commission_is_the_own_one_behind_what_a_level_is_compared_with(level: str) -> None:
    text = f"Le niveau du diplôme est : {level}. Il relève de la CPC : Métiers d'art."
    assert _read(f"<p>{text}</p>").cpc == "Métiers d'art"


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("<strong>Métiers</strong> vannier, relieur, doreur", ["vannier", "relieur", "doreur"]),
        ("<b>Quels métiers ?</b> : vannier, relieur, doreur", ["vannier", "relieur", "doreur"]),
        ("<strong>Les métiers</strong> de l'osier, du rotin, de la paille et du jonc", []),
        ("<strong>Les métiers</strong> sont variés, souvent manuels, et recherchés", []),
    ],
)  # fmt: skip
def test_trades_behind_set_off_words_without_a_colon(line: str, labels: list[str]) -> None:
    assert [trade.label for trade in _read(f"<p>{line}</p>").trades] == labels


@pytest.mark.parametrize("line", ["Diplôme d'origine : 50022444", "Examen : de 2005 à 2024"])
def test_the_fact_below_trades_is_none_of_them(line: str) -> None:
    label, _, value = line.partition(" : ")
    for lines in (
        f"<p><b>Emplois visés :</b> vannier, relieur, doreur<br><b>{label} :</b> {value}<br></p>",
        f"<p>Emplois visés : <b>vannier, relieur, doreur</b></p><p>{label} : <b>{value}</b></p>",
    ):
        labels = [trade.label for trade in _read(lines).trades]
        assert labels == ["vannier", "relieur", "doreur"]


def test_a_paragraph_behind_a_table_of_trades_is_no_trade() -> None:
    table = "<table><tr><td>vannier</td></tr><tr><td>relieur</td></tr></table>"
    files = '<p><b>Pièces :</b><br>Annexe I : <a href="a.pdf">PDF</a></p>'
    record = _read(f"<p><b>Métiers :</b></p>{table}{files}")
    assert [trade.label for trade in record.trades] == ["vannier", "relieur"]
    assert [document.title for document in record.documents] == ["Annexe I"]


@pytest.mark.parametrize("head", ["<p><b>FAQ</b></p>", "<p><em>Contact.</em> Au bureau.</p>"])
def test_a_set_off_word_of_sites_ends_a_text(head: str) -> None:
    further = f"<p><b>Accès</b></p><p>Sur dossier.</p>{head}<p>Oui, cinq ans.</p>"
    assert _read(further.replace("<b>", "<em>").replace("</b>", "</em>")).access == "Sur dossier."
    assert _read("<p>Accès</p><p>Sur dossier.</p><p>FAQ</p>").access == "Sur dossier."


@pytest.mark.parametrize(
    "place",
    [
        "<div><div class=a>{}</div><div class=b>{}</div></div>",
        "<p><strong>{}</strong><br>{}</p>",
        "<table><tr><th>{}</th><td>{}</td></tr></table>",
    ],
)
def test_orders_and_sessions_below_their_labels(place: str) -> None:
    for label, kind in (
        ("Créé par l'arrêté", "creation"),
        ("Modifié par l'arrêté", "modification"),
    ):
        record = _read(place.format(label, "Arrêté du 19 juin 2014"))
        kinds = {str(order.date): order.kind for order in record.legal_texts}
        assert kinds["2014-06-19"] == kind
    for years in ("2005 – 2024", "première en 2005, dernière en 2024"):
        record = _read(place.format("Années de session", years))
        assert (record.first_session, record.last_session) == (2005, 2024)


def test_the_lead_of_one_text_makes_no_headings_of_others() -> None:
    lead = "<h2>{}</h2><p>{}</p><ul><li>Un brevet en deux ans.</li></ul>"
    record = _read(
        lead.format("Présentation", "En bref :")
        + lead.format("Poursuite d'études", "Exemples de parcours :")
    )
    assert (record.further_study or "").startswith("Exemples de parcours :")


@pytest.mark.parametrize("label", ["Diplôme d'origine", "Nouvelle version"])
def test_a_code_below_unknown_words_on_another_diploma_is_no_options(label: str) -> None:
    row = "<table><tr><td><b>{}</b></td><td>{}</td></tr></table>"
    parts = "".join(
        f"<h3>Option {letter} : {name}</h3>{row.format(label, code)}"
        for letter, name, code in (("A", "osier", "50022444"), ("B", "rotin", "50022445"))
    )
    page = f"<h1>CAP Vannerie</h1>{ORDER}{parts}"
    records = read(Document(page.encode()), Lexicon.packaged()).records
    assert [each.record.code for each in records] == [None, None]


@pytest.mark.parametrize("head", ["", "<h2>Renseignements</h2>", "<h2>Présentation</h2>"])
@pytest.mark.parametrize("place", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
@pytest.mark.parametrize(
    ("sentence", "cpc"),
    [
        ("Ce diplôme relève de la CPC Bois et dérivés.", "Bois et dérivés"),
        ("Il relève de la commission professionnelle consultative Bois.", "Bois"),
        ("La spécialité dépend de la CPC Bois.", "Bois"),
        ("Ce diplôme relève de la CPC : Bois.", "Bois"),
        # the sentence goes on, or says something else of a commission
        ("Ce diplôme relève de la CPC Bois qui est chargée de sa rénovation.", None),
        ("Ce diplôme relève de la CPC compétente.", None),
    ],
)
def test_the_commission_in_a_sentence(head: str, place: str, sentence: str, cpc: str) -> None:
    if "dépend" in sentence and head:
        return
    assert _read(head + place.format(sentence)).cpc == cpc


def test_a_commission_with_its_label_behind_a_sentence() -> None:
    assert _read("<p>Code 500-22138 T. Diplôme de niveau 3. CPC : Bois.</p>").cpc == "Bois"


def test_the_words_of_an_acronym_are_no_commission() -> None:
    sigles = "<h2>Sigles</h2><ul><li>CPC : commission professionnelle consultative</li></ul>"
    assert _read(f"<h2>Contacts</h2>{sigles}").cpc is None


@pytest.mark.parametrize("head", ["", "<h2>Renseignements</h2>", "<h2>Présentation</h2>"])
@pytest.mark.parametrize(
    "sentence",
    ["C'est un diplôme de niveau 4.", "La certification est de niveau IV.",
     "Il s'agit d'un diplôme de niveau 4."],
)  # fmt: skip
def test_the_level_in_a_sentence(head: str, sentence: str) -> None:
    assert _read(f"{head}<p>{sentence}</p>", "MC Vannerie").level == 4


@pytest.mark.parametrize(
    "head",
    ["<h2>Accès à la formation</h2>", "<h2>CAP Rotin</h2>", "<h2>Poursuite d'études</h2>"],
)
def test_the_level_of_other_diplomas_is_none(head: str) -> None:
    text = "<p>C'est un diplôme de niveau 4.</p>"
    assert _read(f"<p>Fiche du diplôme</p>{head}{text}", "MC Vannerie").level is None


@pytest.mark.parametrize(
    "before",
    [
        "Ce diplôme a pris la suite de l'ancien diplôme : diplôme 500-22130.",
        "Cette spécialité remplace le CAP Rotin (500-22130).",
    ],
)
@pytest.mark.parametrize("between", ["</p><p>", " "])
def test_the_subject_goes_on_behind_what_the_diploma_replaces(before: str, between: str) -> None:
    found = _read(f"<p>{before}{between}Il relève de la CPC Bois.</p>")
    assert (found.cpc, found.replaces) == ("Bois", ("50022130",))


def test_what_follows_on_a_successor_is_its_own() -> None:
    text = "Il est remplacé par le CAP Rotin (500-22131). Il relève de la CPC Bois."
    assert _read(f"<p>{text}</p>").cpc is None


@pytest.mark.parametrize("head", ["<h2>À télécharger</h2><p><a href=a.pdf>Annexes</a></p>",
                                  "<h2>Renseignements</h2>"])  # fmt: skip
@pytest.mark.parametrize(
    "text",
    [
        "<ul><li>Son code est le 500-22138 T.</li><li>Il relève de la CPC Bois.</li></ul>",
        "<p>Son code est le 500-22138 T. Ce diplôme relève de la CPC Bois.</p>",
        "<p>Code 500-22138 T. La dernière session est celle de 2027. CPC : Bois.</p>",
    ],
)
def test_a_commission_below_files_or_a_heading_and_behind_other_sentences(
    head: str, text: str
) -> None:
    assert _read(head + text).cpc == "Bois"


@pytest.mark.parametrize("value", ["à compléter", "à définir", "à venir", "en préparation"])
def test_a_successor_not_yet_known_is_no_subject_of_the_page(value: str) -> None:
    lines = f"Réf. RNCP : 39191<br>Nouveau diplôme : {value}<br>Code : 500 22138 T"
    page = f"<center><b>CAP</b><br><b>Vannerie</b></center><p><p>{lines}</p>{ORDER}"
    (only,) = read(Document(page.encode()), Lexicon.packaged()).records
    assert (only.record.title, only.record.replaced_by) == ("CAP Vannerie", ())


@pytest.mark.parametrize(
    "text",
    [
        "Niveau de certification 4 (ancien niveau IV) Il se tresse.",
        "Il se tresse. Niveau de certification 4 (ancien niveau IV).",
        "Diplôme professionnel de niveau 4 (ancien niveau IV)",
        "Il se tresse. Diplôme de l’enseignement professionnel, niveau IV.",
    ],
)
@pytest.mark.parametrize("head", ["", "<h2>Nomenclature</h2>"])
def test_a_line_says_the_level_and_the_former_one(text: str, head: str) -> None:
    record = _read(f"{head}<p>{text}</p>", "Mention complémentaire Vannerie")
    assert record.level == 4


@pytest.mark.parametrize("head", ["<h2>{}</h2>", "<p><b>{} :</b></p>"])
@pytest.mark.parametrize(
    "fact",
    [
        "<p>Diplôme classé au niveau 4.</p>",
        "<p>Niveau : 4</p>",
        "<p>Diplôme classé au niveau 4. Il se tresse</p>",
    ],
)
def test_a_heading_of_codes_above_other_facts_groups_them(head: str, fact: str) -> None:
    record = _read(
        f"{head.format('Nomenclature')}{fact}<p>Il porte le code formation-diplôme 010-24133.</p>",
        "Mention complémentaire Vannerie",
    )
    assert (record.level, record.code) == (4, "01024133")
    assert not _told(record) & {"code"}
    record = _read(f"{head.format('Nomenclature')}<p>500-24133</p>{fact}")
    assert record.code == "50024133"


@pytest.mark.parametrize("cell", ["<td>{}</td>", "<td><b>{}</b></td>"])
def test_sizes_of_files_and_cells_head_nothing_below_their_table(cell: str) -> None:
    def row(*texts: str) -> str:
        return f"<tr>{''.join(map(cell.format, texts))}</tr>"

    link = "<a href={}.pdf>Télécharger</a>"
    table = (
        "<table><tr><th>Document</th><th>Fichier</th><th>Taille</th></tr>"
        f"{row('Annexes', link.format('a'), '320 ko')}{row('Lexique', link.format('b'), '1,2 Mo')}"
        "</table>"
    )
    record = _read(
        f"<h2>Documents</h2>{table}<p>Certification professionnelle de niveau 4.</p>",
        "Mention complémentaire Vannerie",
    )
    assert record.level == 4
    assert [each.title for each in record.documents] == ["Annexes", "Lexique"]
    assert not any((each.value or "").endswith(("Mo", "ko")) for each in record.issues)


@pytest.mark.parametrize("label", ["Diplôme rénové", "Spécialité rénovée"])
@pytest.mark.parametrize(
    "value",
    [
        "500-22444 T", "code 50022444", "le diplôme 50022444", "CAP Osier (500-22444)",
        "<a href=osier.html>C.A.P. Osier (50022444 T)</a>",
    ],
)  # fmt: skip
def test_a_renewed_diploma_is_the_successor(label: str, value: str) -> None:
    for form in (
        "<p>{} : {}</p>",
        "<p>Code : 500-22443<br><b>{}</b> : {}</p>",
        "<p>Dernière session : 2024 · {} : {}</p>",
        "<table><tr><th>{}</th><td>{}</td></tr></table>",
        "<dl><dt>{}</dt><dd>{}</dd></dl>",
    ):
        assert _read(form.format(label, value)).replaced_by == ("50022444",), form


def test_a_diploma_that_is_said_to_be_renewed_is_the_page_s() -> None:
    text = "il se substitue au CAP Osier (50022443) à compter de la session 2010."
    record = _read(f"<p>Diplôme rénové : {text}</p>")
    assert (record.replaces, record.replaced_by) == (("50022443",), ())
    assert record.first_session == 2010
    record = _read("<p>Diplôme rénové</p><p>Code : 500-22444</p>")
    assert (record.code, record.replaced_by) == ("50022444", ())
