"""Pages of any blocks with any words of such pages in them: none may end the reader. Mock-ups."""

import contextlib
import random

import pytest

from parsers.model.document import Document
from parsers.parse import read
from schema.errors import Refused
from schema.lexicon import Lexicon
from tests.support.effort import SOAK

LAW = "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000050685700"
WORDS = (
    "Arrêté", "Arrêté du 26 mars 2010", "26 mars 2010", "création", "modification", "NOR",
    "MENE1001234A", "JO du 8 avril 2010", f"<a href='{LAW}'>Légifrance</a>",
    f"<a href='{LAW}'>Arrêté</a>", f"<a href='{LAW}'></a>", f"<a href='{LAW}'>voir</a>",
    "<a href='x/a.pdf'>Annexe I</a>", "<a href='x/a.pdf'></a>", "<a href='x/arrete.pdf'>PDF</a>",
    "Lien", "Date", "Objet", "Nature", "Texte", ":", "-", "–", "•", "(", ")", ",", ";", "Code",
    "500-22434", "500-22435 M", "Option A : osier", "Option B : rotin", "A - Osier", "B - Rotin",
    "options A et B", "Première session", "2012", "Dernière session", "RNCP", "RNCP4521",
    "Remplace", "Remplacé par", "CAP Poterie (500-22401)", "Nouvelle version", "le CAP Osier",
    "abrogé", "En vigueur", "Niveau 3", "Intitulé", "CAP Vannerie", "Documents", "n°", "Vu", "...",
    "Textes réglementaires", "modifié par", "modifié le", "portant création du CAP Vannerie", "1.",
    "A", "B", "Commun", "Oui", "Diplôme", "Voir", "issu de", "Fichiers", "/", "|", "«", "»", "",
)  # fmt: skip
MARKS = (" ", ": ", " : ", " - ", "<br>", ", ")
TITLES = ("<h1>CAP Vannerie</h1>", "<h1>CAP Vannerie</h1><p>Arrêté du 9 juin 2003</p>",
          "<p><b>CAP</b></p>", "")  # fmt: skip
FORMS = ("<p>{}</p>", "<h2>{}</h2>", "<h3>{}</h3>", "<p><b>{}</b></p>", "<p><b>{}</b> {}</p>",
         "<div>{}</div>", "<ul><li>{}</li></ul>", "<ul><li>{}</li><li>{}</li></ul>",
         "<dl><dt>{}</dt><dd>{}</dd></dl>", "<dl><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd></dl>",
         "<table><tr><td>{}</td><td>{}</td></tr><tr><td>{}</td><td>{}</td></tr></table>",
         "<table><tr><th>{}</th><th>{}</th></tr><tr><td>{}</td><td>{}</td></tr></table>",
         "<table><caption>{}</caption><tr><th>{}</th><th>{}</th></tr></table>",
         )  # fmt: skip


def block(rng: random.Random) -> str:
    form = rng.choice(FORMS)
    texts = (
        rng.choice(MARKS).join(rng.choice(WORDS) for _ in range(rng.choice((1, 1, 1, 2, 3))))
        for _ in range(form.count("{}"))
    )
    return form.format(*texts)


def read_or_refuse(html: str) -> None:
    with contextlib.suppress(Refused):
        read(Document(html.encode(), "https://eduscol.education.fr/x.html"), Lexicon.packaged())


@pytest.mark.parametrize("seed", range(100 if SOAK else 5))
def test_no_page_of_any_blocks_ends_the_reader(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(100):
        blocks = "".join(block(rng) for _ in range(rng.randrange(1, 7)))
        read_or_refuse(f"<meta charset=utf-8>{rng.choice(TITLES)}{blocks}")


def test_a_label_with_nothing_below_it_and_a_link_without_a_name() -> None:
    read_or_refuse(
        f"<ul><li>Date, <a href='{LAW}'>Arrêté</a>, «</li><li>Oui |</li></ul>"
        "<div>Option A : osier</div><table><caption>n°<br>Fichiers<br>Date</caption><tr>"
        "<th>| : Option A : osier : RNCP4521</th><th><a href='x/a.pdf'></a></th></tr></table>"
        f"<h4>CAP Vannerie : (</h4><p><b>-: <a href='{LAW}'></a></b></p>"
    )
