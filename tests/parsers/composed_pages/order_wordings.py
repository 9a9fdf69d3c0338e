"""The wordings of orders: the creation alone, with modifications, with a repeal."""

from datetime import date
from typing import NamedTuple

from .pieces import Piece, entry, pair, par, table, under


class Form(NamedTuple):
    """A wording. `kinds`: of its orders in turn; `o`: as the object says, `g`: a general rule."""

    name: str
    weight: int
    kinds: str
    pieces: tuple[Piece, ...]


HEADINGS = (
    "",
    "Arrêtés",
    "Arrêté",
    "Textes réglementaires",
    "Textes officiels",
    "Textes de référence",
    "Réglementation",
    "Références réglementaires",
    "Arrêté(s)",
    "Les textes",
    "Arrêtés du diplôme",
    "Texte(s) officiel(s)",
    "Bases réglementaires",
)
_CREATION = "{Order_c} portant création {du} {diploma}"
# the words of an order's object, with its kind
OBJECTS = (
    ("creation of", ("c", "portant création {du} {diploma}")),
    ("creation", ("c", "portant création {du} {diploma}")),
    ("creating", ("c", "créant {le} {diploma}")),
    (
        "creation and",
        ("c", "portant création {du} {diploma} et fixant ses modalités de délivrance"),
    ),
    (
        "definition",
        ("c", "portant définition et fixant les conditions de délivrance {du} {diploma}"),
    ),
    (
        "creation and conditions",
        ("c", "portant création et fixant les conditions de délivrance {du} {diploma}"),
    ),
    ("conditions", ("?", "fixant les conditions de délivrance {du} {diploma}")),
    ("about", ("-", "relatif {au} {diploma}")),
)
SPECIALITY = ("c", "portant création de la spécialité {quoted} de {label}")
FORMS = (
    Form("bare", 4, "-", (entry("{Order_c}"),)),
    Form("journal", 2, "-", (entry("{Order_c} - {jo_c}"),)),
    Form("journal and bulletin", 1, "-", (entry("{Order_c} ({jo_c} ; {bo_c})"),)),
    Form("bulletin", 1, "-", (entry("{Order_c}, {bo_c}"),)),
    Form("object", 3, "o", (entry("{Order_c} {object}"),)),
    Form("object, link on the order", 3, "o", (entry("{link} {object}"),)),
    Form("object in the link", 2, "o", (entry("{link_object}"),)),
    Form("number", 2, "o", (entry("{Order_c} {object} - {nor_c}"),)),
    Form("number and journal", 1, "o", (entry("{Order_c} {object} ({nor_c} - {jo_c})"),)),
    Form(
        "label and order",
        2,
        "c",
        (
            pair(
                "[Arrêté de création|Arrêté portant création|Texte de création]",
                "[|arrêté du ]{date_c}",
            ),
        ),
    ),
    Form(
        "label and date",
        2,
        "c",
        (pair("[Date de l'arrêté de création|Créé par arrêté du]", "{date_c}"),),
    ),
    Form("below the label", 1, "c", (under("Arrêté de création", "{Order_c}"),)),
    Form("below, with journal", 1, "c", (under("Arrêté de création", "{Order_c} - {jo_c}"),)),
    Form(
        "label without kind",
        2,
        "-",
        (
            pair(
                "[Arrêté|Texte de référence|Référence réglementaire|Texte réglementaire]",
                "{order_c}",
            ),
        ),
    ),
    Form(
        "modification in a list",
        4,
        "om",
        (entry("{Order_c} {object}"), entry("{Order_m} modifiant l'{order_c}")),
    ),
    Form(
        "modification by label",
        1,
        "cm",
        (
            pair("Arrêté de création", "{date_c}"),
            pair("[Arrêté modificatif|Arrêté de modification]", "{date_m}"),
        ),
    ),
    Form(
        "modification by a noun",
        1,
        "cm",
        (pair("Arrêté de création", "{date_c}"), pair("[Modifié par|Modification]", "{order_m}")),
    ),
    Form(
        "two labels", 1, "cm", (under("Création", "{Order_c}"), under("Modification", "{Order_m}"))
    ),
    Form("modified by", 3, "-m", (entry("{Order_c} modifié par [l’|]{order_m}"),)),
    Form(
        "modified by two",
        2,
        "omm",
        (entry("{Order_c} {object}, modifié par arrêtés du {date_m} et du {date_n}"),),
    ),
    Form(
        "modified, in brackets", 1, "cm", (entry(_CREATION + " (modifié par {order_m} - {jo_m})"),)
    ),
    Form(
        "modifications below",
        1,
        "cmm",
        (
            par(_CREATION + ", modifié par&nbsp;:"),
            entry("{order_m}"),
            entry("{order_n} ({jo_n})"),
        ),
    ),
    Form("sentence", 1, "c", (par("{Le} {diploma} a été créé{e} par {order_c}."),)),
    Form(
        "sentence with modification",
        1,
        "cm",
        (par("Diplôme créé par {order_c}, modifié par {order_m}."),),
    ),
    Form("ruled by", 1, "-", (par("Ce diplôme est régi par l'{order_c} ({jo_c})."),)),
    Form("two bare", 2, "--", (entry("{Order_c}"), entry("{Order_m}"))),
    Form("two linked", 2, "--", (entry("{link}"), entry("{link_m}"))),
    Form(
        "three",
        2,
        "cmm",
        (
            entry(_CREATION),
            entry("{Order_m} modifiant les annexes de l'{order_c}"),
            entry("{Order_n} modifiant le règlement d'examen"),
        ),
    ),
    Form(
        "three, latest first",
        1,
        "cmm",
        (
            entry("{Order_n} (modification)"),
            entry("{Order_m} (modification)"),
            entry("{Order_c} (création)"),
        ),
    ),
    Form(
        "kinds in brackets",
        2,
        "cm",
        (entry("{Order_c} (création)"), entry("{Order_m} ([modification|modificatif])")),
    ),
    Form(
        "kinds before",
        1,
        "cm",
        (entry("Création : {order_c}"), entry("Modification : {order_m}")),
    ),
    Form("two dates", 1, "--", (par("Arrêtés du {date_c} et du {date_m}"),)),
    Form("semicolon", 1, "cm", (par("{Order_c} (création) ; {order_m} (modification)"),)),
    Form("corrigendum", 1, "c", (entry(_CREATION + " - {jo_c} (rectificatif {jo_later})"),)),
    Form("correcting", 1, "cm", (entry(_CREATION), entry("Arrêté rectificatif du {date_m}"))),
    Form("modifying", 1, "-m", (entry("{Order_c}"), entry("Arrêté modificatif du {date_m}"))),
    Form(
        "modifying, with journal",
        1,
        "-m",
        (entry("{Order_c}"), entry("Arrêté modificatif du {date_m} - {jo_m}")),
    ),
    Form(
        "repealed by",
        1,
        "or",
        (entry("{Order_c} {object}"), entry("Abrogé par [arrêté|l’arrêté] du {date_r}")),
    ),
    Form("repealing", 1, "cr", (entry(_CREATION), entry("{Order_r} abrogeant l'{order_c}"))),
    Form("general rules", 1, "og", (entry("{Order_c} {object}"), entry("{Order_g} {rules}"))),
    Form(
        "the former order",
        1,
        "c",
        (
            entry(
                _CREATION
                + " et abrogeant l'arrêté du {former} portant création {du} {short} {other}"
            ),
        ),
    ),
    Form(
        "article",
        1,
        "c",
        (
            par(
                "Par {order_c} ({jo_c}), il est créé {un} {diploma} dont la définition et les "
                "conditions de délivrance sont fixées en annexe."
            ),
        ),
    ),
    Form(
        "table of one",
        1,
        "c",
        (table(("Texte", "Objet", "Publication"), ("{Order_c}", "création", "{jo_c}")),),
    ),
    Form(
        "table",
        1,
        "cmm",
        (
            table(
                ("Texte", "Objet", "Publication"),
                ("{Order_c}", "création", "{jo_c}"),
                ("{Order_m}", "modification", "{jo_m}"),
                ("{Order_n}", "modification", "{jo_n}"),
            ),
        ),
    ),
    Form(
        "table of dates",
        1,
        "cm",
        (table(("Arrêté", "Date"), ("Création", "{date_c}"), ("Modification", "{date_m}")),),
    ),
    Form(
        "table of numbers",
        1,
        "cm",
        (
            table(
                ("Arrêté", "NOR"),
                ("{Order_c} portant création", "{number_c}"),
                ("{Order_m} modifiant le précédent", "{number_m}"),
            ),
        ),
    ),
    Form(
        "journal by a label",
        1,
        "-",
        (
            pair("Arrêté du", "{date_c}"),
            pair("[J.O. du|Journal officiel du|JO du]", "{published_c}"),
        ),
    ),
    Form("reference", 1, "-", (par("Référence : {order_c}, {jo_c}, {bo_c}."),)),
    Form(
        "consolidated",
        1,
        "-m",
        (entry("{Order_c} - version consolidée, dernière modification par {order_m}"),),
    ),
    Form(
        "in lines",
        1,
        "c",
        (
            par("{nor_c}"),
            par("Arrêté du {date_c}"),
            par("{jo_c}"),
            par("portant création {du} {diploma}"),
        ),
    ),
)
# orders of a whole type
RULES = {
    "CAP": (
        date(2019, 8, 30),
        "portant organisation et horaires d'enseignement dispensés dans les formations sous statut "
        "scolaire préparant au certificat d'aptitude professionnelle",
    ),
    "BAC_PRO": (
        date(2018, 11, 21),
        "relatif aux enseignements dispensés dans les formations sous statut scolaire préparant au "
        "baccalauréat professionnel",
    ),
    "BTS": (
        date(1995, 5, 9),
        "relatif au positionnement en vue de la préparation du brevet de technicien supérieur",
    ),
}
