"""Pages saved by Word."""

from collections.abc import Sequence
from textwrap import fill

from .labels import Labels
from .parts import Style, between, body, each, esc, facts, tag, when
from .registry import making
from .values import Values


def _filled(html: str) -> str:
    """Break the lines of HTML the way Word does, at plain spaces only."""
    return fill(html, 79, break_long_words=False, break_on_hyphens=False)


def _mso_bullet(html: str) -> str:
    return (
        "<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:\n"
        "l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;\n"
        "mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span\n"
        "style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;\n"
        f"</span></span></span><![endif]>{_filled(html)}<o:p></o:p></p>"
    )


def _mso_bullets(items: Sequence[str]) -> str:
    return "\n\n".join(_mso_bullet(item) for item in items)


@making("windows-1252")
def word_full(v: Values, labels: Labels) -> str:
    """Word 2003, "save as web page": o:p, conditional comments, bullets made of ``·``."""
    normal = between("<p class=MsoNormal>", "<o:p></o:p></p>")
    style = Style(
        para=lambda html: normal(_filled(html)),
        bullets=_mso_bullets,
        sub=between(
            "<p class=MsoNormal><i style='mso-bidi-font-style:normal'>", "<o:p></o:p></i></p>"
        ),
        trades=_mso_bullets,
        legal=lambda items: "\n\n".join(normal(_filled(item)) for item in items),
        documents=lambda items: "\n\n".join(normal(item) for item in items),
        gap="\n\n",
    )
    pairs = each(
        facts(v, labels),
        "<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>{0}<span\n"
        "style='mso-spacerun:yes'>&nbsp;</span>: </b>{1}<o:p></o:p></p>",
        "\n\n",
    )
    head = between(
        "<h2><span style='mso-fareast-font-family:\"Times New Roman\"'>",
        "<o:p></o:p></span></h2>\n",
    )
    return f"""<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 11">
<title>Annexe I</title>
<!--[if gte mso 9]><xml>
 <o:DocumentProperties>
  <o:Author>secretariat</o:Author>
  <o:Revision>2</o:Revision>
 </o:DocumentProperties>
</xml><![endif]--><!--[if gte mso 9]><xml>
 <w:WordDocument>
  <w:HyphenationZone>21</w:HyphenationZone>
 </w:WordDocument>
</xml><![endif]-->
<style>
<!--
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{{mso-style-parent:"";
	margin:0cm;
	font-family:"Times New Roman";}}
-->
</style>
</head>

<body lang=FR link=blue vlink=purple style='tab-interval:35.4pt'>

<div class=Section1>

<h1 align=center style='text-align:center'>{esc(v.title)}<o:p></o:p></h1>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>

{pairs}

<p class=MsoNormal><o:p>&nbsp;</o:p></p>

{body(v, labels, style, head)}

</div>

</body>

</html>
"""


@making("windows-1252")
def word_filtered(v: Values, labels: Labels) -> str:
    """Word, "web page, filtered": MsoNormal and MsoTitle, a table of facts, no headings at all."""
    normal = tag("p", "class=MsoNormal style='text-align:justify'")

    def bullets(items: Sequence[str]) -> str:
        return "\n\n".join(
            "<p class=MsoListParagraph style='text-indent:-18.0pt'>-<span style='font:7.0pt\n"
            f'"Times New Roman"\'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>{_filled(item)}</p>'
            for item in items
        )

    style = Style(
        para=lambda html: normal(_filled(html)),
        bullets=bullets,
        sub=between("<p class=MsoNormal><i>", "</i></p>"),
        trades=bullets,
        legal=lambda items: "\n\n".join(normal(_filled(item)) for item in items),
        documents=lambda items: "\n\n".join(normal(item) for item in items),
        gap="\n\n",
    )
    rows = each(
        facts(v, labels),
        """ <tr>
  <td width=200 valign=top style='border:solid windowtext 1.0pt'>
  <p class=MsoNormal><b>{0}</b></p>
  </td>
  <td width=400 valign=top style='border:solid windowtext 1.0pt'>
  <p class=MsoNormal>{1}</p>
  </td>
 </tr>""",
    )
    table = when(rows, tag("table", "class=MsoTableGrid border=1 cellspacing=0"))
    head = between("<p class=MsoNormal><b><span style='font-size:14.0pt'>", "</span></b></p>\n")
    return f"""<html>

<head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<meta name=Generator content="Microsoft Word 14 (filtered)">
<style>
<!--
 p.MsoNormal {{margin:0cm; font-family:"Calibri","sans-serif";}}
-->
</style>
</head>

<body lang=FR>

<div class=WordSection1>

<p class=MsoTitle align=center><b>{esc(v.title)}</b></p>

<p class=MsoNormal>&nbsp;</p>

{table}

<p class=MsoNormal>&nbsp;</p>

{body(v, labels, style, head)}

</div>

</body>

</html>
"""
