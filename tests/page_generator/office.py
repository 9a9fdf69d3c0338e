"""Pages saved or exported by office programs and visual editors."""

from .labels import Labels
from .parts import PLAIN, Style, between, body, each, esc, facts, html4, html5, tag, when
from .registry import making
from .values import Values


@making("windows-1252")
def frontpage(v: Values, labels: Labels) -> str:
    """FrontPage 4: "Nouvelle page 1" as title, WebBot comments, a theme's images as bullets."""
    head = between('<h3><font face="Verdana" color="#FF6600">', "</font></h3>")
    rows = each(
        facts(v, labels),
        """  <tr>
    <td width="35%"><font face="Verdana" size="2"><b>{0}</b></font></td>
    <td width="65%"><font face="Verdana" size="2">{1}</font></td>
  </tr>""",
    )
    style = Style(
        para=between('<p align="justify"><font face="Verdana" size="2">', "</font></p>"),
        sub=between('<p><font face="Verdana" size="2"><u>', "</u></font></p>"),
        legal=lambda items: "\n".join(
            f'<p><font face="Verdana" size="2">{i}</font>' for i in items
        ),
    )
    table = when(rows, tag("table", 'border="1" width="100%" bordercolor="#C0C0C0"'))
    return f"""<html>

<head>
<meta http-equiv="Content-Language" content="fr">
<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<meta name="GENERATOR" content="Microsoft FrontPage 4.0">
<meta name="ProgId" content="FrontPage.Editor.Document">
<title>Nouvelle page 1</title>
<meta name="Microsoft Theme" content="none">
</head>

<body>
<!--webbot bot="Navigation" S-Type="arrows" S-Rendering="html" startspan --><!--webbot
bot="Navigation" endspan -->

<h1 align="center"><font face="Verdana" color="#000080">{esc(v.title)}</font></h1>
{table}
{body(v, labels, style, head)}

<p>&nbsp;</p>

</body>

</html>
"""


@making()
def libreoffice(v: Values, labels: Labels) -> str:
    """LibreOffice and OpenOffice Writer: upper-case tags, tabs between label and value, SDFIELD."""
    pairs = each(
        facts(v, labels),
        '<P STYLE="margin-bottom: 0cm"><FONT FACE="Arial"><B>{0}\u00a0:</B>\t{1}</FONT></P>',
    )
    style = Style(
        para=tag("P", 'ALIGN=JUSTIFY STYLE="margin-bottom: 0.5cm"'),
        bullets=lambda items: (
            "<UL>\n"
            + "\n".join(f'\t<LI><P STYLE="margin-bottom: 0cm">{item}</P>' for item in items)
            + "\n</UL>"
        ),
        sub=between('<P STYLE="font-style: italic">', "</P>"),
        trades=lambda items: (
            "<UL>\n"
            + "\n".join(f'\t<LI><P STYLE="margin-bottom: 0cm">{item}</P>' for item in items)
            + "\n</UL>"
        ),
    )
    text = body(v, labels, style, between('<H2 CLASS="western">', "</H2>"))
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//EN">
<HTML>
<HEAD>
\t<META HTTP-EQUIV="CONTENT-TYPE" CONTENT="text/html; charset=utf-8">
\t<TITLE></TITLE>
\t<META NAME="GENERATOR" CONTENT="OpenOffice.org 3.1  (Win32)">
</HEAD>
<BODY LANG="fr-FR" DIR="LTR">
<P ALIGN=CENTER STYLE="margin-bottom: 0cm"><FONT SIZE=5><B>{esc(v.title)}</B></FONT></P>
{pairs}
{text}
</BODY>
</HTML>
"""


@making()
def google_docs(v: Values, labels: Labels) -> str:
    """Google Docs, "publish to the web": classes c1 c2, spans everywhere, links through google."""
    style = Style(
        para=between('<p class="c2"><span class="c0">', "</span></p>"),
        bullets=lambda items: (
            '<ul class="c5 lst-kix_1-0 start">'
            + "".join(
                f'<li class="c2 c6 li-bullet-0"><span class="c0">{item}</span></li>'
                for item in items
            )
            + "</ul>"
        ),
        sub=between('<h3 class="c4"><span class="c1">', "</span></h3>"),
    )
    pairs = each(
        facts(v, labels),
        '<p class="c2"><span class="c1">{0}&nbsp;: </span><span class="c0">{1}</span></p>',
        "",
    )
    head = between('<h2 class="c4" id="h.x1"><span class="c1">', "</span></h2>")
    title = f'<p class="c7 title"><span class="c8">{esc(v.title)}</span></p>'
    empty = '<p class="c2 c9"><span class="c0"></span></p>'
    css = '<style type="text/css">ul.lst-kix_1-0{list-style-type:none}.c1{font-weight:700}</style>'
    return html5(v, f"{title}{pairs}{empty}{body(v, labels, style, head)}", head=css)


@making("windows-1252")
def dreamweaver(v: Values, labels: Labels) -> str:
    """Dreamweaver template: InstanceBegin comments, MM_ scripts, br for lines, class style1."""
    pairs = each(facts(v, labels), '<span class="style1">{0} :</span> {1}', "<br>\n    ")
    text = body(v, labels, Style(sub=tag("h4")), between('<p class="style2">', "</p>"))
    script = """<script language="JavaScript" type="text/JavaScript">
<!--
function MM_preloadImages() { //v3.0
  var d=document; if(d.images){ if(!d.MM_p) d.MM_p=new Array(); }
}
//-->
</script>
<style type="text/css">
<!--
.style1 {color: #003366; font-weight: bold}
.style2 {color: #CC0000; font-weight: bold; font-size: 16px}
-->
</style>"""
    content = f"""<!-- InstanceBeginEditable name="contenu" -->
<h1>{esc(v.title)}</h1>
{when(pairs, tag("p"))}
{text}
<!-- InstanceEndEditable -->"""
    return html4("Document sans titre", content, head=script)


@making()
def pandoc(v: Values, labels: Labels) -> str:
    """pandoc from docx or Markdown: header block, sections with ids, tight lists, p in cells."""
    rows = each(facts(v, labels), "<tr>\n<td><strong>{0}</strong></td>\n<td>{1}</td>\n</tr>")
    table = when(
        rows,
        between(
            '<table>\n<colgroup>\n<col style="width: 30%" />\n<col style="width: 70%" />\n'
            "</colgroup>\n<tbody>\n",
            "\n</tbody>\n</table>",
        ),
    )
    text = body(v, labels, PLAIN, tag("h2"))
    header = f'<header id="title-block-header">\n<h1 class="title">{esc(v.title)}</h1>\n</header>'
    generator = '<meta name="generator" content="pandoc" />'
    return html5(v, f"{header}\n{table}\n{text}", head=generator)
