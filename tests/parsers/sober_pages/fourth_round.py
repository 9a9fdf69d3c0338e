"""A fourth round of sober pages: other places, tags and wordings, written apart from the reader."""

from .page import OPEN, Facts, brochure, frozen, modern, page, slug

PAGES = (
    page("g01", brochure, r"""<CENTER><TABLE BORDER=3 CELLPADDING=8><TR><TD ALIGN=CENTER><FONT SIZE=4>MINISTERE DE L'EDUCATION NATIONALE<BR>
Direction de l'enseignement scolaire</FONT></TD></TR></TABLE>
<P><FONT SIZE=6><B>CAP</B></FONT><P><FONT SIZE=6><B>CORDONNERIE MULTISERVICE</B></FONT></CENTER>
<P>Création : arrêté du 21/06/2005 (JO du 7/07/2005)
<P>1<SUP>re</SUP> session d'examen : 2007
<P><A HREF="b207/b207aa.pdf"><IMG SRC="pdf.gif" BORDER=0></A> Référentiel des activités professionnelles
<BR><A HREF="b207/b207ab.pdf"><IMG SRC="pdf.gif" BORDER=0></A> Référentiel de certification
<BR><A HREF="b207/b207ac.pdf"><IMG SRC="pdf.gif" BORDER=0></A> Règlement d'examen""",
    Facts('CAP CORDONNERIE MULTISERVICE', 'CORDONNERIE MULTISERVICE', 'CAP', orders='2005-06-21 c', first=2007, documents=(('b207/b207aa.pdf', 'Référentiel des activités professionnelles'), ('b207/b207ab.pdf', 'Référentiel de certification'), ('b207/b207ac.pdf', "Règlement d'examen")))),
    page("g02", brochure, r"""<H2><I>Baccalauréat professionnel</I></H2>
<H1>PHOTOGRAPHIE</H1>
<DL><DT>Arrêté du 4 juillet 2002<DD>portant création du baccalauréat professionnel photographie et fixant ses conditions de délivrance
<DT>Arrêté du 10 février 2009<DD>modifiant le précédent
<DT>Arrêté du 13 avril 2012<DD>abrogeant le précédent ; dernière session 2014</DL>
<P><A HREF="a064.zip">Télécharger les annexes (archive zip)</A>""",
    Facts('Baccalauréat professionnel PHOTOGRAPHIE', 'PHOTOGRAPHIE', 'BAC_PRO', orders='2002-07-04 c\n2009-02-10 m\n2012-04-13 r', last=2014, status='repealed', documents=(('a064.zip', 'Télécharger les annexes'),))),
    page("g03", brochure, r"""<PRE>
                 BREVET PROFESSIONNEL

                       BARMAN

     Arrete du 3 septembre 1997  J.O. du 11 septembre 1997

     Code specialite : 450-33402 T

     Premiere session : 1999
</PRE>
<A HREF="e027a.pdf">Annexe I</A> - <A HREF="e027b.pdf">Annexe II</A> - <A HREF="e027c.pdf">Annexe III</A>""",
    Facts('BREVET PROFESSIONNEL BARMAN', 'BARMAN', 'BP', '45033402', orders='1997-09-03 ?', first=1999, documents=(('e027a.pdf', 'Annexe I'), ('e027b.pdf', 'Annexe II'), ('e027c.pdf', 'Annexe III')))),
    page("g04", brochure, r"""<TABLE WIDTH="100%" BORDER=0><TR><TD WIDTH=120 VALIGN=TOP BGCOLOR="#CCCCFF">
<A HREF="index.html">Sommaire</A><BR><A HREF="cap.html">Les CAP</A><BR><A HREF="mc.html">Les MC</A></TD>
<TD><H1>Mention complémentaire<BR>Art de la cuisine allégée</H1>
<P>(arrêté du 6 août 1997, BO n° 31 du 11 septembre 1997)
<P>Diplômes requis : CAP cuisine, BEP métiers de la restauration
<P><A HREF="d066.pdf">Voir le référentiel</A></TD></TR></TABLE>""",
    Facts('Mention complémentaire Art de la cuisine allégée', 'Art de la cuisine allégée', 'MC', orders='1997-08-06 ?', documents=(('d066.pdf', 'Voir le référentiel'),))),
    page("g05", brochure, r"""<B>BREVET DE TECHNICIEN SUPERIEUR</B><BR><B>Agencement de l'environnement architectural</B><BR><BR>
Arr&ecirc;t&eacute; de cr&eacute;ation : 31 juillet 1996<BR>Arr&ecirc;t&eacute; de modification : 10 janvier 2003<BR>
Arr&ecirc;t&eacute; d'abrogation : 24 juin 2009<BR>Derni&egrave;re session : 2010""",
    Facts("BREVET DE TECHNICIEN SUPERIEUR Agencement de l'environnement architectural", "Agencement de l'environnement architectural", 'BTS', orders='1996-07-31 c\n2003-01-10 m\n2009-06-24 r', last=2010, status='repealed')),
    page("g06", brochure, r"""<H3>C.A.P. VANNERIE</H3>
<HR NOSHADE>
<UL TYPE=square>
<LI>Code : 500.23429 V
<LI>Groupe de spécialité (NSF) : 234
<LI>Niveau V
<LI>Arrêté du 9 décembre 1992
</UL>
<HR NOSHADE>
<MAP NAME="doc"><AREA SHAPE=rect COORDS="0,0,60,40" HREF="b188act.pdf" ALT="Activités"><AREA SHAPE=rect COORDS="60,0,120,40" HREF="b188exam.pdf" ALT="Examen"></MAP>
<IMG SRC="boutons.gif" USEMAP="#doc" BORDER=0>""",
    Facts('C.A.P. VANNERIE', 'VANNERIE', 'CAP', '50023429', orders='1992-12-09 ?', documents=(('b188act.pdf', 'Activités'), ('b188exam.pdf', 'Examen')))),
    page("g07", brochure, r"""<P ALIGN=CENTER><FONT SIZE="+3" COLOR="#000080">Brevet des métiers d'art<BR>Céramique</FONT>
<P ALIGN=CENTER><FONT SIZE="-1">Mise à jour de la page : 12 mars 2004</FONT>
<P>Références :<BR>- arrêté du 25 avril 2002, paru au Journal officiel du 4 mai 2002<BR>- arrêté du 3 juin 2003, paru au J.O. du 14 juin 2003
<P>Documents :<BR>- <A HREF="f009.rtf">le référentiel du diplôme</A> (rtf, 240 ko)""",
    Facts("Brevet des métiers d'art Céramique", 'Céramique', 'BMA', orders='2002-04-25 ?\n2003-06-03 ?', documents=(('f009.rtf', 'le référentiel du diplôme'),))),
    page("g08", brochure, r"""<H1 ALIGN=CENTER>CAP</H1><H2 ALIGN=CENTER>TAILLEUR DE PIERRE</H2><H2 ALIGN=CENTER>MARBRIER DU BATIMENT ET DE LA DECORATION</H2>
<P>Arrêté du 3 août 1994 modifié le 21 avril 2006
<P>Attention : ce diplôme a été remplacé en 2012 par le CAP Tailleur de pierre et le CAP Marbrier du bâtiment et de la décoration.""",
    Facts('?', '?', 'CAP', orders='1994-08-03 ?\n2006-04-21 m', status=OPEN, replaced_by=())),
    page("g09", brochure, r"""<TABLE BORDER=1><CAPTION><B>Bac pro Carrosserie, option construction</B></CAPTION>
<TR><TH>Texte</TH><TH>Date</TH><TH>Publication</TH></TR>
<TR><TD>Arrêté de création</TD><TD>23 juillet 2002</TD><TD>JO du 3 août 2002</TD></TR>
<TR><TD>Arrêté modificatif</TD><TD>8 février 2005</TD><TD>JO du 18 février 2005</TD></TR></TABLE>
<P><A HREF="a073/a073.pdf">a073.pdf</A>""",
    Facts('Bac pro Carrosserie, option construction', 'Carrosserie, option construction', 'BAC_PRO', orders='2002-07-23 c\n2005-02-08 m', documents=(('a073/a073.pdf', ''),))),
    page("g10", brochure, r"""<FONT SIZE=5>D</FONT><FONT SIZE=4>IPLÔME DES MÉTIERS D'ART</FONT><BR>
<FONT SIZE=5>A</FONT><FONT SIZE=4>RTS TEXTILES ET CÉRAMIQUES</FONT>
<P>option arts céramiques
<P>A. 13-8-1998. JO du 26-8-1998<P>NOR : MENE9802080A
<P><A HREF="g010.pdf">Annexes</A>""",
    Facts(("DIPLÔME DES MÉTIERS D'ART ARTS TEXTILES ET CÉRAMIQUES option arts céramiques", "DIPLÔME DES MÉTIERS D'ART ARTS TEXTILES ET CÉRAMIQUES"), ('ARTS TEXTILES ET CÉRAMIQUES option arts céramiques', 'ARTS TEXTILES ET CÉRAMIQUES'), 'DMA', orders='1998-08-13 ? MENE9802080A', documents=(('g010.pdf', 'Annexes'),))),
    page("g11", brochure, r"""<H2>BEP Métiers du secrétariat</H2><P>Arrêté du 31 juillet 1992 (B.O. hors-série)<P>Diplôme supprimé. Dernière session : juin 2010.""",
    Facts('BEP Métiers du secrétariat', 'Métiers du secrétariat', 'OTHER', orders='1992-07-31 ?', last=2010, status='repealed')),
    page("g12", brochure, r"""<CENTER><IMG SRC="titre12.gif" ALT="CAP Accordeur de pianos" WIDTH=400 HEIGHT=60></CENTER>
<BLOCKQUOTE>Arrêté du 23 juin 1981 modifié par l'arrêté du 11 mai 1998.<BR>
<A HREF="b019.pdf">Contenu et règlement</A></BLOCKQUOTE>""",
    Facts('CAP Accordeur de pianos', 'Accordeur de pianos', 'CAP', orders='1981-06-23 ?\n1998-05-11 m', documents=(('b019.pdf', 'Contenu et règlement'),))),
    page("g13", brochure, r"""<H2>BP MENUISIER</H2><P><B>N° de code :</B> 450 23408<P><B>Textes de référence :</B><BR>
<A HREF="e050arr.htm">arrêté du 10 juillet 2006</A> (JO du 20 juillet 2006, BO n° 31 du 31 août 2006)<BR>
<A HREF="e050mod.htm">arrêté du 4 août 2009</A><P><B>Annexes :</B> <A HREF="e050-1.pdf">1</A> <A HREF="e050-2.pdf">2</A> <A HREF="e050-3.pdf">3</A>""",
    Facts('BP MENUISIER', 'MENUISIER', 'BP', '45023408', orders='2006-07-10 ?\n2009-08-04 ?', documents=(('e050-1.pdf', ''), ('e050-2.pdf', ''), ('e050-3.pdf', '')), order_files=('e050arr.htm', 'e050mod.htm'))),
    page("g14", brochure, r"""<H1>Bac pro<BR><FONT SIZE=5>Étude et réalisation d'agencement</FONT></H1>
<P>NOR/MEN E 1127465 A
<P>ARRETE DU 19-7-2011
<P>J.O. DU 5-8-2011
<P><A HREF="a139/ann1.doc">ANNEXE I</A><P><A HREF="a139/ann2.doc">ANNEXE II</A>""",
    Facts("Bac pro Étude et réalisation d'agencement", "Étude et réalisation d'agencement", 'BAC_PRO', orders='2011-07-19 ? MENE1127465A', documents=(('a139/ann1.doc', 'ANNEXE I'), ('a139/ann2.doc', 'ANNEXE II')))),
    page("g15", brochure, r"""<H2>Certificat d'aptitude professionnelle Sellerie générale</H2>
<TABLE BORDER><TR><TD>Arrêté de création</TD><TD>14/02/2008</TD></TR><TR><TD>Journal officiel</TD><TD>22/02/2008</TD></TR>
<TR><TD>Bulletin officiel</TD><TD>n° 12 du 20/03/2008</TD></TR><TR><TD>1re session</TD><TD>2010</TD></TR><TR><TD>Code</TD><TD>500-24318 S</TD></TR></TABLE>
<A HREF="b262.pdf"><FONT SIZE=2>Annexe (PDF, 1 230 Ko)</FONT></A>""",
    Facts("Certificat d'aptitude professionnelle Sellerie générale", 'Sellerie générale', 'CAP', '50024318', orders='2008-02-14 c', first=2010, documents=(('b262.pdf', 'Annexe'),))),
    page("g16", frozen, r"""<h2 class="titre">BP Couvreur</h2><div class="fiche"><p><span class="lib">Diplôme :</span> <span class="val">Brevet professionnel</span></p>
<p><span class="lib">Spécialité :</span> <span class="val">Couvreur</span></p><p><span class="lib">Code :</span> <span class="val">45023213</span></p>
<p><span class="lib">Arrêté :</span> <span class="val">28/04/2015</span></p><p><span class="lib">Session :</span> <span class="val">2017</span></p></div>
<p class="docs"><a href="index4c11.pdf">Arrêté et annexes</a></p>""",
    Facts('BP Couvreur', 'Couvreur', 'BP', '45023213', orders='2015-04-28 ?', documents=(('index4c11.pdf', 'Arrêté et annexes'),), first=OPEN)),
    page("g17", frozen, r"""<div class="chemin">Accueil &gt; Les diplômes &gt; CAP &gt; Métier du pressing</div>
<h1>Métier du pressing</h1><p>Certificat d'aptitude professionnelle</p>
<p>L'arrêté du 26 avril 2007 portant création de ce CAP est paru au JO du 10 mai 2007.</p>
<p>Première session en 2009 ; dernière session en 2018.</p>
<p><a href="index7aa0.html?doc=cap_pressing.pdf"><img src="images/pdf.gif" alt="" /> Référentiel</a></p>""",
    Facts(('Métier du pressing', "Certificat d'aptitude professionnelle Métier du pressing", "Métier du pressing Certificat d'aptitude professionnelle", 'CAP Métier du pressing'), 'Métier du pressing', 'CAP', orders='2007-04-26 c', first=2009, last=2018, documents=(('index7aa0.html?doc=cap_pressing.pdf', 'Référentiel'),))),
    page("g18", frozen, r"""<h1>BTS Enveloppe des bâtiments : conception et réalisation</h1>
<ul class="liste"><li>Arrêté du 5 juin 2014 (<a href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000029125611">Légifrance</a>)</li>
<li>Arrêté du 31 juillet 2015 modificatif (<a href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000031010101">Légifrance</a>)</li></ul>
<p>Diplôme enregistré au RNCP sous le numéro 20695.</p>
<div class="encadre"><a href="docs/bts_edb.pdf">Télécharger le référentiel [PDF - 2,1 Mo]</a></div>""",
    Facts('BTS Enveloppe des bâtiments : conception et réalisation', 'Enveloppe des bâtiments : conception et réalisation', 'BTS', orders='2014-06-05 ?\n2015-07-31 m', rncp=('RNCP20695',), documents=(('docs/bts_edb.pdf', 'Télécharger le référentiel'),))),
    page("g19", frozen, r"""<table class="fiche"><tr><td class="g">Type</td><td>BAC PRO</td></tr><tr><td class="g">Libellé</td><td>PILOTE DE LIGNE DE PRODUCTION</td></tr>
<tr><td class="g">Code</td><td>40020106</td></tr><tr><td class="g">Ouverture</td><td>01/09/2011</td></tr><tr><td class="g">Arrêté</td><td>21/02/2011</td></tr><tr><td class="g">Dernière session</td><td>-</td></tr></table>
<p><a href="index9c77.html?f=a142.pdf">Référentiel du diplôme</a></p>""",
    Facts(('BAC PRO PILOTE DE LIGNE DE PRODUCTION', 'PILOTE DE LIGNE DE PRODUCTION'), 'PILOTE DE LIGNE DE PRODUCTION', 'BAC_PRO', '40020106', orders='2011-02-21 ?', documents=(('index9c77.html?f=a142.pdf', 'Référentiel du diplôme'),))),
    page("g20", frozen, r"""<h3>Mention complémentaire Sommellerie</h3>
<p class="chapo">Diplôme de niveau IV délivré par le ministère de l'éducation nationale.</p>
<h4>Réglementation</h4><p>Arrêté du 30/11/2009 - NOR : MENE0927764A - JO du 10/12/2009</p>
<h4>Annexes</h4><p><a href="annexes/mc_som_1.pdf">I a - référentiel des activités professionnelles</a><br /><a href="annexes/mc_som_2.pdf">I b - référentiel de certification</a><br /><a href="annexes/mc_som_3.pdf">II - période de formation en milieu professionnel</a></p>""",
    Facts('Mention complémentaire Sommellerie', 'Sommellerie', 'MC', orders='2009-11-30 ? MENE0927764A', documents=(('annexes/mc_som_1.pdf', 'I a - référentiel des activités professionnelles'), ('annexes/mc_som_2.pdf', 'I b - référentiel de certification'), ('annexes/mc_som_3.pdf', 'II - période de formation en milieu professionnel')))),
    page("g21", frozen, r"""<h1>CAP Cannage et paillage en ameublement</h1>
<p>Ce CAP remplace le CAP Cannier-rempailleur (500-23423 V), dont la dernière session a eu lieu en 2010.</p>
<p>Arrêté du 10 mars 2009</p><p>Première session : 2011</p>""",
    Facts('CAP Cannage et paillage en ameublement', 'Cannage et paillage en ameublement', 'CAP', orders='2009-03-10 ?', first=2011, replaces=('50023423',))),
    page("g22", frozen, r"""<div class="bloc"><h1>Brevet professionnel</h1><h2>Métiers de la piscine</h2></div>
<div class="bloc"><table><tr><th>Arrêté du</th><th>JO du</th><th>Objet</th></tr><tr><td>27/04/2009</td><td>16/05/2009</td><td>création</td></tr><tr><td>09/07/2012</td><td>25/07/2012</td><td>modification</td></tr></table></div>
<div class="bloc"><form action="telecharger.php"><select name="doc" onchange="location=this.value"><option>Choisir un document</option><option value="bp_pisc_1.pdf">Annexe 1</option><option value="bp_pisc_2.pdf">Annexe 2</option></select></form></div>""",
    Facts('Brevet professionnel Métiers de la piscine', 'Métiers de la piscine', 'BP', orders='2009-04-27 c\n2012-07-09 m', documents=(('bp_pisc_1.pdf', 'Annexe 1'), ('bp_pisc_2.pdf', 'Annexe 2')))),
    page("g23", frozen, r"""<h1>Bac pro Métiers du pressing et de la blanchisserie <span class="abroge">(abrogé)</span></h1><p>Arrêté du 27 avril 2011</p><p>Dernière session : 2019</p><p>Voir désormais : <a href="a025.html">Bac pro Métiers de l'entretien des textiles</a></p>""",
    Facts('Bac pro Métiers du pressing et de la blanchisserie', 'Métiers du pressing et de la blanchisserie', 'BAC_PRO', orders='2011-04-27 ?', last=2019, status='repealed')),
    page("g24", frozen, r"""<h1>CAP Signalétique et décors graphiques</h1><p><a href="javascript:ouvrir('docs/cap_sdg.pdf')">Arrêté du 22 décembre 2009</a></p><p><a href="#" onclick="window.open('docs/cap_sdg_ann.pdf');return false">Annexes</a></p>""",
    Facts('CAP Signalétique et décors graphiques', 'Signalétique et décors graphiques', 'CAP', orders='2009-12-22 ?', documents=(('docs/cap_sdg_ann.pdf', 'Annexes'),), order_files=('docs/cap_sdg.pdf',))),
    page("g25", frozen, r"""<div id="titre"><b>BTS</b> / <b>Métiers de l'eau</b></div><dl><dt>Arrêté de création</dt><dd>26 avril 2011</dd><dt>Arrêté(s) modificatif(s)</dt><dd>17 juin 2011, 26 juin 2012</dd><dt>Session d'ouverture</dt><dd>2013</dd><dt>Code</dt><dd>320-34303</dd></dl>""",
    Facts(("BTS Métiers de l'eau", "BTS / Métiers de l'eau"), "Métiers de l'eau", 'BTS', '32034303', orders='2011-04-26 c\n2011-06-17 m\n2012-06-26 m', first=2013)),
    page("g26", frozen, r"""<h2>Mention complémentaire Aéronautique</h2>
<table border="1"><tr><td>option avions à moteurs à turbines</td><td>461-25304 R</td><td><a href="mca_amt.pdf">annexes</a></td></tr>
<tr><td>option hélicoptères à moteurs à turbines</td><td>461-25305 R</td><td><a href="mca_hmt.pdf">annexes</a></td></tr></table><p>Arrêté du 29 juillet 2003</p>""",
    Facts(('Mention complémentaire Aéronautique option avions à moteurs à turbines', 'Mention complémentaire Aéronautique - option avions à moteurs à turbines'), ('Aéronautique option avions à moteurs à turbines', 'Aéronautique - option avions à moteurs à turbines'), ('MC', 'CS'), '46125304', orders='2003-07-29 ?', documents=(('mca_amt.pdf', ''),)),
    Facts(('Mention complémentaire Aéronautique option hélicoptères à moteurs à turbines', 'Mention complémentaire Aéronautique - option hélicoptères à moteurs à turbines'), ('Aéronautique option hélicoptères à moteurs à turbines', 'Aéronautique - option hélicoptères à moteurs à turbines'), ('MC', 'CS'), '46125305', orders='2003-07-29 ?', documents=(('mca_hmt.pdf', ''),))),
    page("g27", frozen, r"""<h1>Baccalauréat professionnel Technicien constructeur bois</h1>
<p>Textes parus : <a href="http://www.education.gouv.fr/bo/2006/30/MENE0601799A.htm">B.O. n° 30 du 27 juillet 2006</a> (arrêté du 30 juin 2006)</p>
<p>Abrogation : arrêté du 8 avril 2021. Session de rattrapage : 2025</p>""",
    Facts('Baccalauréat professionnel Technicien constructeur bois', 'Technicien constructeur bois', 'BAC_PRO', orders='2006-06-30 ? MENE0601799A\n2021-04-08 r', status='repealed')),
    page("g28", frozen, r"""<p class="surtitre">Les CAP</p><p class="titre1">Encadreur</p><p>Arrêté : 22 mars 1973<br />Modifications : 4 juin 1992 et 23 mars 1998</p><p>Fichiers : <a href="indexe0f1.html?id=encadreur.doc">Référentiel (Word)</a></p>""",
    Facts(('CAP Encadreur', 'Encadreur', 'Les CAP Encadreur'), 'Encadreur', 'CAP', orders='1973-03-22 ?\n1992-06-04 m\n1998-03-23 m', documents=(('indexe0f1.html?id=encadreur.doc', 'Référentiel'),))),
    page("g29", frozen, r"""<h1>BMA Orfèvrerie</h1><p>Options : monture-tournure ; gravure-ciselure ; polissage-finition.</p><p>Arrêté du 26 juillet 2013, modifié par arrêté du 2 septembre 2014</p><ul><li><a href="bma_orf_com.pdf">Annexes communes</a></li><li><a href="bma_orf_a.pdf">Option monture-tournure</a></li><li><a href="bma_orf_b.pdf">Option gravure-ciselure</a></li></ul>""",
    Facts('BMA Orfèvrerie', 'Orfèvrerie', 'BMA', orders='2013-07-26 ?\n2014-09-02 m', documents=(('bma_orf_com.pdf', 'Annexes communes'), ('bma_orf_a.pdf', 'Option monture-tournure'), ('bma_orf_b.pdf', 'Option gravure-ciselure')))),
    page("g30", frozen, r"""<h1>Diplôme d'expert en automobile</h1><p>Arrêté du 17 juillet 1995 fixant le programme et les modalités d'organisation</p><p><a href="dea.pdf">Référentiel</a></p>""",
    Facts("Diplôme d'expert en automobile", '?', 'OTHER', orders='1995-07-17 ?', documents=(('dea.pdf', 'Référentiel'),))),
    page("g31", slug, r"""<h1>CAP Glacier fabricant</h1><p>Arrêté du 6 août 2020 portant création de la spécialité « Glacier fabricant » de certificat d'aptitude professionnelle et fixant ses modalités de délivrance.</p>
<p>NOR : MENE2021437A</p><h2>Première session d’examen</h2><p>2022</p><h2>Télécharger</h2><p><a href="CAP_GF/Annexes_CAP_GF.pdf">Annexes de l’arrêté</a></p>""",
    Facts('CAP Glacier fabricant', 'Glacier fabricant', 'CAP', orders='2020-08-06 c MENE2021437A', first=2022, documents=(('CAP_GF/Annexes_CAP_GF.pdf', 'Annexes de l’arrêté'),))),
    page("g32", slug, r"""<header><h1>BTS MCO</h1><p>Management commercial opérationnel</p></header>
<section><p>Arrêté du 15 octobre 2018</p><p>Version consolidée applicable à partir de la session 2025 : arrêté du 22 décembre 2023</p><p>RNCP 38362</p></section>
<section><a href="bts_mco/referentiel_mco.pdf" download>Référentiel BTS MCO</a></section>""",
    Facts(('BTS MCO', 'BTS Management commercial opérationnel', 'BTS MCO Management commercial opérationnel', 'BTS MCO - Management commercial opérationnel'), ('Management commercial opérationnel', 'MCO Management commercial opérationnel', 'MCO'), 'BTS', orders='2018-10-15 ?\n2023-12-22 ?', rncp=('RNCP38362',), first=OPEN, documents=(('bts_mco/referentiel_mco.pdf', 'Référentiel BTS MCO'),))),
    page("g33", slug, r"""<h1>Bac pro Métiers de l’électricité et de ses environnements connectés (MELEC)</h1>
<p><strong>Arrêté de création :</strong> <a href="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000032257619/">arrêté du 1er mars 2016</a>, modifié par les arrêtés du 19 avril 2019 et du 9 avril 2021.</p>
<p><strong>Documents :</strong></p><ol><li><a href="melec/rap.pdf">Référentiel des activités professionnelles</a></li><li><a href="melec/certif.pdf">Certification</a></li><li><a href="melec/grille.xlsx">Grilles d’évaluation</a></li></ol>""",
    Facts(('Bac pro Métiers de l’électricité et de ses environnements connectés (MELEC)', 'Bac pro Métiers de l’électricité et de ses environnements connectés'), ('Métiers de l’électricité et de ses environnements connectés (MELEC)', 'Métiers de l’électricité et de ses environnements connectés'), 'BAC_PRO', orders='2016-03-01 c\n2019-04-19 m\n2021-04-09 m', documents=(('melec/rap.pdf', 'Référentiel des activités professionnelles'), ('melec/certif.pdf', 'Certification'), ('melec/grille.xlsx', 'Grilles d’évaluation')))),
    page("g34", slug, r"""<h1>CS Technicien en tuyauterie</h1><p>(ancienne mention complémentaire)</p><p>Code : 461-25412 S — ancien code : 010-25412 S</p><p>Arrêté du 9 décembre 2015</p><p>Dernière modification : arrêté du 24 mars 2025</p>""",
    Facts('CS Technicien en tuyauterie', 'Technicien en tuyauterie', 'CS', '46125412', orders='2015-12-09 ?\n2025-03-24 m', replaces=OPEN)),
    page("g35", slug, r"""<h1>CAP Équipier polyvalent du commerce</h1>
<div class="note"><p>Modification à compter de la session 2024 : <a href="cap_epc/modif_2022.pdf">arrêté du 12 juillet 2022</a>.</p></div>
<p>Textes : <a href="cap_epc/arrete_2019.pdf">arrêté du 29 octobre 2019</a></p><p><a href="cap_epc/annexes.pdf">Annexes</a></p>""",
    Facts('CAP Équipier polyvalent du commerce', 'Équipier polyvalent du commerce', 'CAP', orders='2022-07-12 m\n2019-10-29 ?', documents=(('cap_epc/annexes.pdf', 'Annexes'),), order_files=('cap_epc/modif_2022.pdf', 'cap_epc/arrete_2019.pdf'))),
    page("g36", slug, r"""<h1>DNMADE mention objet</h1><p>Diplôme national des métiers d’art et du design</p><p>Arrêté du 18 mai 2018 relatif au diplôme national des métiers d’art et du design</p><p>Grade de licence (niveau 6)</p><p><a href="dnmade_objet.pdf">Fiche de la mention</a></p>""",
    Facts(('DNMADE mention objet',), ('mention objet', 'objet'), 'DN_MADE', orders='2018-05-18 ?', documents=(('dnmade_objet.pdf', 'Fiche de la mention'),))),
    page("g37", slug, r"""<article><h1>CAP Peintre automobile</h1><details open><summary>Réglementation</summary><ul><li>Arrêté de création du 11 mai 2022, <abbr title="Journal officiel">JO</abbr> du 2 juin 2022</li><li>Codes : <code>500-25441 R</code></li></ul></details>
<details><summary>Documents</summary><ul><li><a href="cap_peintre.pdf">Référentiel complet</a> <small>(PDF, 980 ko)</small></li></ul></details></article>""",
    Facts('CAP Peintre automobile', 'Peintre automobile', 'CAP', '50025441', orders='2022-05-11 c', documents=(('cap_peintre.pdf', 'Référentiel complet'),))),
    page("g38", slug, r"""<h1>Bac pro TRPM</h1><h2>Technicien en réalisation de produits mécaniques</h2><ul><li>option réalisation et suivi de productions : 400-25124 R</li><li>option réalisation et maintenance des outillages : 400-25125 R</li></ul><p>Arrêté du 3 juin 2020. Première session 2024.</p>""",
    *(Facts(tuple(f'Bac pro {s} option {o}' for s in ('TRPM', 'Technicien en réalisation de produits mécaniques')), tuple(f'{s} option {o}' for s in ('TRPM', 'Technicien en réalisation de produits mécaniques')), 'BAC_PRO', c, orders='2020-06-03 ?', first=2024) for o, c in (('réalisation et suivi de productions', '40025124'), ('réalisation et maintenance des outillages', '40025125')))),
    page("g39", slug, r"""<h1>BP Boucher</h1><p>Le brevet professionnel « boucher » est régi par l’arrêté du 15 février 2012 (JO du 6 mars 2012) ; il a connu une première session en 2014. L’arrêté du 15 février 2012 est abrogé au 31 décembre 2027 par l’arrêté du 19 juin 2025.</p><p><iframe src="bp_boucher.pdf" title="Référentiel du BP boucher"></iframe></p>""",
    Facts('BP Boucher', 'Boucher', 'BP', orders='2012-02-15 ?\n2025-06-19 r', first=2014, status=OPEN, documents=(('bp_boucher.pdf', 'Référentiel du BP boucher'),))),
    page("g40", slug, r"""<p><a href="/">Retour</a></p><p><em>Brevet de technicien supérieur</em></p><h1>Pilotage de procédés</h1><table><tbody><tr><th scope="row">Arrêté</th><td>15/02/2016</td></tr><tr><th scope="row">NOR</th><td>MENS1603871A</td></tr><tr><th scope="row">RNCP</th><td>37210</td></tr><tr><th scope="row">Sessions</th><td>2018 → </td></tr></tbody></table>""",
    Facts(('Brevet de technicien supérieur Pilotage de procédés', 'Pilotage de procédés', 'BTS Pilotage de procédés'), 'Pilotage de procédés', 'BTS', orders='2016-02-15 ? MENS1603871A', rncp=('RNCP37210',), first=2018)),
    page("g41", slug, r"""<h1>CAP Charpentier de marine</h1><p>Le CAP a été créé par arrêté du 11 mai 2017 ; les épreuves sont définies à l’annexe III.</p><p>Durée de l’épreuve EP1 : 14 heures. Coefficient 13.</p><p>Annexes : <a href="cap_cm.pdf#page=3">I</a>, <a href="cap_cm.pdf#page=20">II</a>, <a href="cap_cm.pdf#page=31">III</a></p>""",
    Facts('CAP Charpentier de marine', 'Charpentier de marine', 'CAP', orders='2017-05-11 c', documents=OPEN)),
    page("g42", slug, r"""<h1>Bac pro Accompagnement, soins et services à la personne</h1><p>Options A « à domicile » et B « en structure », supprimées. Nouveau bac pro sans option depuis la session 2025 :</p><p>Code : 400-33004 T<br>Arrêté du 2 février 2022<br>Remplace : 400-33001 T et 400-33002 T</p>""",
    Facts('Bac pro Accompagnement, soins et services à la personne', 'Accompagnement, soins et services à la personne', 'BAC_PRO', '40033004', orders='2022-02-02 ?', first=OPEN, status=OPEN, replaces=('40033001', '40033002'))),
    page("g43", slug, r"""<h1>Mention complémentaire « Services financiers »</h1><blockquote><p>Diplôme de niveau 4 — 461-31302 — RNCP 37199</p></blockquote><h3>Arrêté de création</h3><p>26 juin 2013</p><h3>Arrêté modificatif</h3><p>19 juillet 2019</p><h3>Référentiel</h3><p><a href="MC4_SF.pdf">Consulter</a></p>""",
    Facts('Mention complémentaire « Services financiers »', ('« Services financiers »', 'Services financiers'), ('MC', 'CS'), '46131302', orders='2013-06-26 c\n2019-07-19 m', rncp=('RNCP37199',), documents=(('MC4_SF.pdf', ''),))),
    page("g44", slug, r"""<h1>Certificat d’aptitude professionnelle spécialité « maroquinerie »</h1><p>Arrêté du 27 mai 2010 (JORF n° 0136 du 15 juin 2010), texte n° 22</p><p>Abrogé à l’issue de la session 2027 par l’arrêté du 4 mars 2025</p><nav><h2>Voir aussi</h2><ul><li><a href="cap_maro_annexe.pdf">Annexes de l’arrêté</a></li><li><a href="/recherche">Recherche</a></li></ul></nav>""",
    Facts('Certificat d’aptitude professionnelle spécialité « maroquinerie »', ('spécialité « maroquinerie »', '« maroquinerie »', 'maroquinerie'), 'CAP', orders='2010-05-27 ?\n2025-03-04 r', status='repealed', last=OPEN, documents=(('cap_maro_annexe.pdf', 'Annexes de l’arrêté'),))),
    page("g45", slug, r"""<h1>BTS Photographie</h1><p>arr. 8 janv. 2013 (JO 29 janv. 2013)</p><p>1<sup>ère</sup> session : 2015</p><p>BTS Photographie - <a href="bts_photo.odt">référentiel</a> - <a href="bts_photo_reglement.pdf">règlement d’examen</a></p>""",
    Facts('BTS Photographie', 'Photographie', 'BTS', orders='2013-01-08 ?', first=2015, documents=(('bts_photo.odt', 'référentiel'), ('bts_photo_reglement.pdf', 'règlement d’examen')))),
    page("g46", modern, r"""<div class="fr-container"><h1 class="fr-h1">CAP Crémier-fromager</h1><ul class="fr-tags-group"><li><p class="fr-tag">Niveau 3</p></li><li><p class="fr-tag">Alimentation</p></li></ul>
<p class="fr-text--lead">Spécialité de CAP créée par l’arrêté du 3 mars 2016.</p>
<div class="fr-download"><p><a class="fr-link fr-link--download" download href="/sites/default/files/document/cap-cremier-fromager-12345.pdf">Référentiel du CAP crémier-fromager <span class="fr-link__detail">PDF – 1,4 Mo</span></a></p></div></div>""",
    Facts('CAP Crémier-fromager', 'Crémier-fromager', 'CAP', orders='2016-03-03 c', documents=(('/sites/default/files/document/cap-cremier-fromager-12345.pdf', 'Référentiel du CAP crémier-fromager'),))),
    page("g47", modern, r"""<h1>BTS Diététique et nutrition</h1><div class="fr-callout"><h3 class="fr-callout__title">À noter</h3><p class="fr-callout__text">Ce BTS remplace le BTS diététique à compter de la session 2027.</p></div>
<h2>Textes réglementaires</h2><div class="fr-table"><table><thead><tr><th>Texte</th><th>Objet</th></tr></thead><tbody><tr><td>Arrêté du 8 février 2023</td><td>Définition et conditions de délivrance</td></tr><tr><td>Arrêté du 5 mai 2024</td><td>Modification</td></tr></tbody></table></div>""",
    Facts('BTS Diététique et nutrition', 'Diététique et nutrition', 'BTS', orders='2023-02-08 ?\n2024-05-05 m', first=OPEN)),
    page("g48", modern, r"""<h1>Baccalauréat professionnel Agencement de l’espace architectural</h1><div class="fr-alert fr-alert--warning"><h3 class="fr-alert__title">Diplôme abrogé</h3><p>La dernière session d’examen a été organisée en 2022.</p></div><p>Arrêté du 19 juillet 2011</p>
<div class="fr-accordions-group"><section class="fr-accordion"><h3 class="fr-accordion__title"><button aria-expanded="false">Documents</button></h3><div class="fr-collapse"><ul><li><a href="bp_aea.pdf">Annexes (PDF)</a></li></ul></div></section></div>""",
    Facts('Baccalauréat professionnel Agencement de l’espace architectural', 'Agencement de l’espace architectural', 'BAC_PRO', orders='2011-07-19 ?', last=2022, status='repealed', documents=(('bp_aea.pdf', 'Annexes'),))),
    page("g49", modern, r"""<h1>Conducteur d’engins : travaux publics et carrières</h1><p class="fr-badge">CAP</p><dl><div><dt>Code diplôme</dt><dd>500-23121 S</dd></div><div><dt>Fiche RNCP</dt><dd><a href="https://www.francecompetences.fr/recherche/rncp/37389/">RNCP37389</a></dd></div><div><dt>Arrêté</dt><dd>3 mars 2022</dd></div></dl>""",
    Facts(('Conducteur d’engins : travaux publics et carrières', 'CAP Conducteur d’engins : travaux publics et carrières', 'Conducteur d’engins : travaux publics et carrières CAP'), 'Conducteur d’engins : travaux publics et carrières', 'CAP', '50023121', orders='2022-03-03 ?', rncp=('RNCP37389',))),
    page("g50", modern, r"""<h1>BUT Métiers du multimédia et de l’internet</h1><p>Arrêté du 27 mai 2021 relatif aux programmes nationaux de la licence professionnelle « bachelor universitaire de technologie »</p><p><a href="/sites/default/files/but_mmi.pdf">Programme national</a></p>""",
    Facts('BUT Métiers du multimédia et de l’internet', 'Métiers du multimédia et de l’internet', 'OTHER', orders='2021-05-27 ?', documents=(('/sites/default/files/but_mmi.pdf', 'Programme national'),))),
    page("g51", modern, r"""<h1>Diplôme d’État de conseiller en économie sociale familiale</h1><p>Arrêté du 1<sup>er</sup> septembre 2009, remplacé par l’arrêté du 22 août 2018 (NOR : SSAA1816112A)</p><p><a href="de_cesf.pdf" class="fr-link">Annexes <i class="fr-icon-download"></i></a></p>""",
    Facts('Diplôme d’État de conseiller en économie sociale familiale', '?', 'OTHER', orders='2009-09-01 ?\n2018-08-22 ? SSAA1816112A', status=OPEN, documents=(('de_cesf.pdf', 'Annexes'),))),
    page("g52", modern, r"""<h1>Diplôme de technicien des métiers du spectacle<br>option machiniste constructeur</h1><p>Arrêté du 14 mars 2005 créant le diplôme</p><p>Code : 411-32303 V</p><ul class="fr-links"><li><a href="dtms_mc.pdf">Référentiel d’activités et de compétences</a></li></ul>""",
    Facts('Diplôme de technicien des métiers du spectacle option machiniste constructeur', ('option machiniste constructeur', 'machiniste constructeur'), 'OTHER', '41132303', orders='2005-03-14 c', documents=(('dtms_mc.pdf', 'Référentiel d’activités et de compétences'),))),
    page("g53", modern, r"""<h1>Certificat de spécialisation Vendeur spécialisé en produits techniques de l’habitat</h1><p>461-31208 T</p><h2>Textes</h2><ul><li>Arrêté du 24 juillet 2017 (JO du 9 août 2017 – NOR : MENE1721426A)</li><li>Arrêté du 30 août 2023 transformant les mentions complémentaires en certificats de spécialisation</li></ul><aside><p><a href="annexes_vsp.pdf">Annexes</a></p><p>Contact : DGESCO A2-3</p></aside>""",
    Facts('Certificat de spécialisation Vendeur spécialisé en produits techniques de l’habitat', 'Vendeur spécialisé en produits techniques de l’habitat', 'CS', '46131208', orders='2017-07-24 ? MENE1721426A\n2023-08-30 ?', documents=(('annexes_vsp.pdf', 'Annexes'),))),
    page("g54", modern, r"""<h1>BTS Aéronautique</h1><p>Publié le 14 juin 2023 – Mis à jour le 2 septembre 2024</p><p>Arrêté du 6 juin 2023 (B.O.E.S.R. n° 27)</p><p>Première session : 2025 – Session précédente (référentiel 2013) : dernière session en 2024</p>""",
    Facts('BTS Aéronautique', 'Aéronautique', 'BTS', orders='2023-06-06 ?', first=2025, last=OPEN)),
    page("g55", modern, r"""<h1>CAP Installateur en froid et conditionnement d’air</h1><div class="fr-tabs"><ul role="tablist"><li role="presentation"><button role="tab">Textes</button></li><li role="presentation"><button role="tab">Documents</button></li></ul><div role="tabpanel"><p>Arrêté du 8 février 2017</p><p>Remplace l’arrêté du 21 mai 2002</p></div><div role="tabpanel"><p><a href="cap_ifca.pdf" title="Référentiel du CAP IFCA"><span aria-hidden="true">⬇</span></a></p></div></div>""",
    Facts('CAP Installateur en froid et conditionnement d’air', 'Installateur en froid et conditionnement d’air', 'CAP', orders='2017-02-08 ?\n2002-05-21 ?', documents=(('cap_ifca.pdf', 'Référentiel du CAP IFCA'),))),
    page("g56", modern, r"""<h1>Bac pro Métiers du cuir option chaussures</h1><table class="fr-table"><tr><th>Code</th><td>400-24303 V</td></tr><tr><th>Session</th><td>1<sup>re</sup> session 2015</td></tr><tr><th>Textes</th><td>Arrêté du 25 mars 2013 – J.O. du 9 avril 2013<br>Arrêté du 17 juillet 2017 (modification)</td></tr><tr><th>Téléchargement</th><td><ul><li><a href="cuir_com.pdf">Partie commune</a></li><li><a href="cuir_ch.pdf">Option chaussures</a></li></ul></td></tr></table>""",
    Facts('Bac pro Métiers du cuir option chaussures', 'Métiers du cuir option chaussures', 'BAC_PRO', '40024303', orders='2013-03-25 ?\n2017-07-17 m', first=2015, documents=(('cuir_com.pdf', 'Partie commune'), ('cuir_ch.pdf', 'Option chaussures')))),
    page("g57", modern, r"""<h1>CAP Staffeur ornemaniste</h1><figure><a href="b236_staff.pdf"><img src="couverture.jpg" alt="Couverture du référentiel"></a><figcaption>Référentiel du CAP</figcaption></figure><p>Arrêté du 9 mai 2023 (abroge et remplace celui du 20 juillet 1977)</p>""",
    Facts('CAP Staffeur ornemaniste', 'Staffeur ornemaniste', 'CAP', orders='2023-05-09 ?', documents=(('b236_staff.pdf', ''),))),
    page("g58", modern, r"""<h1>Bac pro Optique lunetterie</h1><p>Diplôme remplacé à la rentrée 2012. Ancien code : 400-22401 S ; nouveau code : 400-22404 S.</p><p>Arrêté du 3 mai 2012</p>""",
    Facts('Bac pro Optique lunetterie', 'Optique lunetterie', 'BAC_PRO', '?', orders='2012-05-03 ?', status=OPEN, replaces=OPEN, replaced_by=OPEN)),
    page("g59", modern, r"""<h1>BMA Ferronnier d’art<br><small>niveau 4 – 401-25432 S</small></h1><p>Arrêté du 26 juillet 2013<br>Arrêté du 4 septembre 2014<br>Arrêté du 9 mai 2019</p><p><button onclick="location.href='bma_ferronnier.pdf'">Référentiel</button></p>""",
    Facts(('BMA Ferronnier d’art', 'BMA Ferronnier d’art niveau 4 – 401-25432 S'), 'Ferronnier d’art', 'BMA', '40125432', orders='2013-07-26 ?\n2014-09-04 ?\n2019-05-09 ?', documents=(('bma_ferronnier.pdf', 'Référentiel'),))),
    page("g60", modern, r"""<h1>Mention complémentaire Essayage-retouche-vente</h1><p>Ce diplôme n’est plus délivré depuis 2020.</p><p>Arrêté du 18 juillet 2003</p><ul><li><a href="mc_erv.pdf" type="application/pdf" aria-label="Télécharger le référentiel de la mention complémentaire Essayage-retouche-vente">Télécharger</a></li></ul>""",
    Facts('Mention complémentaire Essayage-retouche-vente', 'Essayage-retouche-vente', 'MC', orders='2003-07-18 ?', status='repealed', documents=(('mc_erv.pdf', ''),))),
)  # fmt: skip
