"""Signals are counted in any markup, and only those: kind and key of each, page by page."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from parsers.accounting.page_lines import page_lines
from parsers.accounting.signals import Signal, page_signals

# (part of a page, kind and key of each signal in it)
COUNTED = [
    ("<p>Arrêté du 21 février 2014</p>", {"order-date 2014-02-21"}),
    ("<p>CODE 50022430</p>", {"code 50022430"}),
    ("<p>Circulaire MENE 01030051</p>", set()),
    ("<p>ARRETE DU 1ER AOUT 2003</p>", {"order-date 2003-08-01"}),
    ("<p>A. du 21-2-2014. JO du 8-3-2014</p>", {"order-date 2014-02-21"}),
    ("<p>Arrêté du 23-3-2015 - J.O. du 9-4-2015</p>", {"order-date 2015-03-23"}),
    ("<p>Arrêtés des 3 mai 2004 et 5 juin 2006</p>", {"order-date 2004-05-03",
                                                      "order-date 2006-06-05"}),
    ("<h2>Arrêtés</h2><ul><li>3 mai 2004</li><li>5/6/2006</li></ul>", {"order-date 2004-05-03",
                                                                       "order-date 2006-06-05"}),
    ("<dl><dt>Arrêté de création<dd>12.03.2012</dl>", {"order-date 2012-03-12"}),
    ("<p>Arrêté de création<br>du 12&nbsp;mars 2012</p>", {"order-date 2012-03-12"}),
    ("<p><font size=6>A</font>rrêté du 12 mars 2012</p>", {"order-date 2012-03-12"}),
    ("<p>Diplôme créé par décret n° 2009-145 du 10 février 2009</p>", {"order-date 2009-02-10"}),
    ("<table><tr><th>Arrêté<th>Journal officiel<tr><td>3/5/2004<td>12/5/2004</table>",
     {"order-date 2004-05-03"}),
    ("<p>3 mai 2004 : arrêté de création</p>", {"order-date 2004-05-03"}),
    ("<p>Dernière modification : arrêté du 3 mai 2004</p>", {"order-date 2004-05-03"}),
    ("<p>Dernière modification : 3 mai 2004</p>", set()),
    ("<p>Page créée le 3 mai 2004, mise à jour le 4 mai 2005</p>", set()),
    ("<p>Publié au BO n° 12 du 22 mars 2012</p>", set()),
    ("<p>Arrêté applicable à compter du 1er septembre 2015</p>", set()),
    ("<p>Première session : 2016</p>", {"session 2016"}),
    ("<p>Première session d'examen, organisée conformément à l'arrêté du 3 mai 2014, aura lieu en "
     "2016.</p>", {"session 2016", "order-date 2014-05-03"}),
    ("<p>Sessions 2016 à 2023</p>", {"session 2016", "session 2023"}),
    ("<p>Depuis la sess. 2016</p>", {"session 2016"}),
    ("<table><tr><td>Dern. sess.<td>2023</table>", {"session 2023"}),
    ("<dl><dt>Sessions<dd>à partir de 2012</dl>", {"session 2012"}),
    ("<table><tr><td>Première session<td>2016<tr><td>Dernière session<td>2023</table>",
     {"session 2016", "session 2023"}),
    ("<table><tr><th>Code<th>Première session<tr><td>50022143<td>2016</table>",
     {"session 2016", "code 50022143"}),
    ("<p>Rentrée 2014, session 2016</p>", {"session 2016"}),
    ("<p>Votre session a expiré. © 2016</p>", set()),
    ("<p>Code : 400-25303 M</p>", {"code 40025303"}),
    ("<p>56122706T</p>", {"code 56122706"}),
    ("<p>Code diplôme : 500 22143</p>", {"code 50022143"}),
    ("<p>Tél. 01 55 55 10 10, le 20160301, SIRET 11004301500012</p>", set()),
    ("<p>RNCP 37919 et 37920</p>", {"rncp 37919", "rncp 37920"}),
    ("<p>Fiche RNCP : 23 765</p>", {"rncp 23765"}),
    ("<p>Inscrit au RNCP (niveau 3)</p>", set()),
    ("<dl><dt>Code RNCP<dd>37919</dl>", {"rncp 37919"}),
    ("<a href=https://www.francecompetences.fr/recherche/rncp/37919/>fiche</a>", {"rncp 37919"}),
    ("<p>NOR/MEN E0768357 A</p>", {"nor MENE0768357A"}),
    ("<p>NORMEN E 0401466 A</p>", {"nor MENE0401466A"}),
    ("<p>NOR:MENE0700519A</p>", {"nor MENE0700519A"}),
    ("<div class=alert>Diplôme abrogé</div>", {"repeal abroge"}),
    ("<img src=b.gif alt='Diplôme abrogé'>", {"repeal abroge"}),
    ("<h1>CAP vannerie (ABROGE)</h1>", {"repeal abroge"}),
    ("<p>Cette spécialité n’est plus en vigueur.</p>", {"repeal n'est "}),
    ("<p>Remplacé par le CAP tonnelier</p>", {"repeal rempla"}),
    ("<p>Il remplace les manchons usés, puis les pièces remplacées sont jetées.</p>", set()),
    ("<a href='b224/b224a.PDF'>Annexe</a>", {"file b224/b224a.pdf"}),
    ("<map><area href=../f/a.doc></map>", {"file f/a.doc"}),
    ("<select><option value='a%20b.odt'>A</select>", {"file a b.odt"}),
    ("<iframe src=a.pdf#page=3></iframe>", {"file a.pdf"}),
    ("<object data=a.pdf></object>", {"file a.pdf"}),
    ("<a href=\"javascript:ouvre('a.pdf', 3)\">A</a>", {"file a.pdf"}),
    ("<div onclick=\"window.open('b/a.pdf')\">A</div>", {"file b/a.pdf"}),
    ("<a href='telecharger.php?f=a.pdf'>A</a>", {"file telecharger.php?f=a.pdf"}),
    ("<a href=/document/12 download>A</a>", {"file document/12"}),
    ("<noframes><p>Arrêté du 3 mai 2004</p></noframes>", {"order-date 2004-05-03"}),
    ("<a href=a.html>A</a><img src=a.pdf.png><a href='mailto:x@y.fr?subject=a.pdf'>B</a>", set()),
    ("<del>50022143</del><script>'50022143'</script><!-- 50022143 -->", set()),
]  # fmt: skip


def counted(html: str) -> tuple[Signal, ...]:
    return page_signals(*page_lines(LexborHTMLParser(html)))


FRAMES = ("<body><p>CAP</p>{}<p>Fin</p>", "<nav><ul><li>{}</ul></nav>", "<form>{}</form>")


@pytest.mark.parametrize(("part", "expected"), COUNTED)
def test_a_signal_is_counted_wherever_it_stands(part: str, expected: set[str]) -> None:
    for frame in FRAMES:
        signals = counted(f"<html>{frame.format(part)}</html>")
        assert {f"{signal.kind} {signal.key}" for signal in signals} == expected, frame
        assert all(signal.place and signal.words for signal in signals), frame


def test_the_title_of_the_page_counts() -> None:
    (signal,) = counted("<title>CAP vannerie 500-22143</title><p>CAP vannerie</p>")
    assert (signal.field, signal.words, signal.key) == ("code", "500-22143", "50022143")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 5_000 + "Arrêté du 3 mai 2004",
        "<p>session " * 12_500,
        "3 mai 2004 et " * 10_000,
        "arrêté " * 25_000,
        "<table><tr><td>session<td>2016" * 2_500,
        "<p title='" + "abrogé " * 25_000 + "'>",
        "RNCP" + " 1234 et" * 25_000,
        "<a href='" + "../a" * 25_000 + ".pdf'>",
        "<table>" * 5_000 + "<tr><td>Arrêté<td>3/5/2004",
        "<pre>" + "\n\n" * 50_000,
        "<p>" + "remplacé par " * 10_000,
        "<p>session " + "le 3 mai 2004 " * 10_000,
    ],
)
def test_hostile_pages_are_counted(page: str) -> None:
    """Each ends: one step too many for a character, and the suite would not."""
    assert isinstance(counted(page), tuple)
