"""A third round of sober pages, written apart from the other two in other wordings and tags."""

from .page import Facts, brochure, frozen, modern, page, slug

PAGES = (
    page("a01", brochure, r"""<CENTER><FONT SIZE=5><B>BACCALAURÉAT PROFESSIONNEL</B></FONT><BR><FONT SIZE=6><B>MAINTENANCE
NAUTIQUE</B></FONT></CENTER><HR>
<P><FONT SIZE=2>Arrêté du 17 avril 2008 - J.O. du 7 mai 2008</FONT>
<P><A HREF="a101/a101a.pdf">Annexe I : référentiel des activités professionnelles</A><BR><A
HREF="a101/a101b.pdf">Annexe II : unités</A>""",
    Facts("BACCALAURÉAT PROFESSIONNEL MAINTENANCE NAUTIQUE", "MAINTENANCE NAUTIQUE", "BAC_PRO", orders="2008-04-17 ?", documents=(("a101/a101a.pdf", "Annexe I : référentiel des activités professionnelles"), ("a101/a101b.pdf", "Annexe II : unités")))),
    page("a02", brochure, r"""<TABLE BORDER=1 WIDTH="100%">
<TR><TD ALIGN=CENTER><B>CAP</B></TD></TR>
<TR><TD ALIGN=CENTER><B>AGENT DE LA QUALITÉ DE L'EAU</B></TD></TR>
<TR><TD>Arrêté de création : 23-8-1990 (J.O. du 5-9-1990)</TD></TR>
<TR><TD>Première session : 1992</TD></TR></TABLE>
<P><A HREF="b012.pdf">Télécharger le référentiel</A>""",
    Facts("CAP AGENT DE LA QUALITÉ DE L'EAU", "AGENT DE LA QUALITÉ DE L'EAU", "CAP", orders="1990-08-23 c", documents=(("b012.pdf", "Télécharger le référentiel"),), first=1992)),
    page("a03", brochure, r"""<P ALIGN=RIGHT>Direction de l'enseignement scolaire</P>
<H2 ALIGN=CENTER>Brevet professionnel<BR>Charpentier de marine</H2>
<P><B>A. du 20-3-2007. JO du 30-3-2007</B><BR>NOR : MENE0700519A</P>
<UL><LI><A HREF="e044/annexe1.pdf">Annexe 1</A><LI><A HREF="e044/annexe2.pdf">Annexe 2</A><LI><A
HREF="e044/annexe3.pdf">Annexe 3</A></UL>""",
    Facts("Brevet professionnel Charpentier de marine", "Charpentier de marine", "BP", orders="2007-03-20 ? MENE0700519A", documents=(("e044/annexe1.pdf", "Annexe 1"), ("e044/annexe2.pdf", "Annexe 2"), ("e044/annexe3.pdf", "Annexe 3")))),
    page("a04", brochure, r"""<FONT SIZE=7 COLOR=red>M</FONT><FONT SIZE=5>ENTION COMPLÉMENTAIRE</FONT><BR><FONT SIZE=5>EMPLOYÉ
TRAITEUR</FONT>
<P>Code : 010 22103<P>Arrêté du 13 novembre 1989 modifié par l'arrêté du 29 juillet 1998<P><A
HREF="d080.doc"><IMG SRC="w.gif" ALT="Règlement d'examen (Word)"></A>""",
    Facts("MENTION COMPLÉMENTAIRE EMPLOYÉ TRAITEUR", "EMPLOYÉ TRAITEUR", "MC", code="01022103", orders="1989-11-13 ?\n1998-07-29 m", documents=(("d080.doc", "Règlement d'examen"),))),
    page("a05", brochure, r"""<DL>
<DT><B>Diplôme</B>
<DD>Brevet des métiers d'art<DT><B>Spécialité</B>
<DD>Souffleur de verre<DT><B>Textes</B>
<DD>Arrêté du 5 avril 2011, B.O. n° 20 du 19 mai 2011<DT><B>Annexes</B>
<DD><A HREF="f011.zip">Ensemble des annexes (zip, 1,2 Mo)</A></DL>""",
    Facts("Brevet des métiers d'art Souffleur de verre", "Souffleur de verre", "BMA", orders="2011-04-05 ?", documents=(("f011.zip", "Ensemble des annexes"),))),
    page("a06", brochure, r"""<CENTER>
<H1>C.A.P.<BR>Doreur à la feuille ornemaniste</H1></CENTER>
<P>Créé par arrêté du 2 septembre 1976.<P>Ce diplôme a été abrogé par arrêté du 12 juin 2019 ;
dernière session en 2021.""",
    Facts("C.A.P. Doreur à la feuille ornemaniste", "Doreur à la feuille ornemaniste", "CAP", orders="1976-09-02 c\n2019-06-12 r", last=2021, status="repealed")),
    page("a07", brochure, r"""<TABLE>
<TR><TH>Intitulé</TH><TD>CAP Tonnelier</TD></TR>
<TR><TH>Arrêtés</TH><TD>16 février 2004<BR>5 mai 2023</TD></TR>
<TR><TH>Référentiel</TH><TD><A HREF="cap_tonn.pdf">PDF</A></TD></TR></TABLE>""",
    Facts("CAP Tonnelier", "Tonnelier", "CAP", orders="2004-02-16 ?\n2023-05-05 ?", documents=(("cap_tonn.pdf", "Référentiel"),))),
    page("a08", brochure, r"""<H1><FONT FACE="Arial">BTS Forge</FONT></H1><PRE>
Arrêté du 16 février 2016
portant définition et fixant les conditions de délivrance
NOR MENS 1603866 A

Première session : 2018
</PRE><A HREF="bts_forge.pdf">Référentiel du BTS Forge</A>""",
    Facts("BTS Forge", "Forge", "BTS", orders="2016-02-16 ? MENS1603866A", documents=(("bts_forge.pdf", "Référentiel du BTS Forge"),), first=2018)),
    page("a09", brochure, r"""<CENTER><B>BACCALAUREAT PROFESSIONNEL</B><BR>Spécialité : <B>AMENAGEMENT ET FINITION DU
BATIMENT</B></CENTER><BR><BR>Arrêté du 9 mai 2006 (J.O. du 19 mai 2006)<BR>Modifié par :<BR>-
arrêté du 8 février 2007<BR>- arrêté du 13 avril 2010<BR><BR><A HREF="a088.pdf">Texte intégral</A>""",
    Facts("BACCALAUREAT PROFESSIONNEL Spécialité : AMENAGEMENT ET FINITION DU BATIMENT", "AMENAGEMENT ET FINITION DU BATIMENT", "BAC_PRO", orders="2007-02-08 m\n2010-04-13 m\n2006-05-09 ?", documents=(("a088.pdf", "Texte intégral"),))),
    page("a10", brochure, r"""<H3>Certificat d'aptitude professionnelle</H3>
<H3>Fleuriste</H3>
<TABLE BORDER><CAPTION>Textes réglementaires</CAPTION>
<TR><TH>Date<TH>Objet<TH>JO<TR><TD>16/02/2018<TD>Création<TD>27/02/2018<TR><TD>30/08/2019<TD>Modification<TD>10/09/2019</TABLE><A HREF=fleuriste_annexes.pdf>Annexes</A>""",
    Facts("Certificat d'aptitude professionnelle Fleuriste", "Fleuriste", "CAP", orders="2018-02-16 c\n2019-08-30 m", documents=(("fleuriste_annexes.pdf", "Annexes"),))),
    page("a11", brochure, r"""<MAP NAME=m><AREA SHAPE=RECT COORDS="0,0,9,9" HREF="a054/rap.pdf" ALT="Référentiel des activités
professionnelles"><AREA SHAPE=RECT COORDS="9,9,20,20" HREF="a054/rc.pdf" ALT="Référentiel de
certification"></MAP>
<H2>BAC PRO Perruquier posticheur</H2><IMG SRC=m.gif USEMAP="#m">
<P>Arrêté du 8 avril 2010""",
    Facts("BAC PRO Perruquier posticheur", "Perruquier posticheur", "BAC_PRO", orders="2010-04-08 ?", documents=(("a054/rap.pdf", "Référentiel des activités professionnelles"), ("a054/rc.pdf", "Référentiel de certification")))),
    page("a12", brochure, r"""<FONT SIZE=+2>BREVET PROFESSIONNEL BOULANGER</FONT><BLOCKQUOTE>Les dispositions sont fixées par
l'arrêté du 15 février 2012 publié au Journal officiel du 6 mars 2012.</BLOCKQUOTE><A
HREF="#haut">haut de page</A>""",
    Facts("BREVET PROFESSIONNEL BOULANGER", "BOULANGER", "BP", orders="2012-02-15 ?")),
    page("a14", brochure, r"""<H2>D.M.A. Arts du cirque</H2>
<P>Arrêté du 27 octobre 1989<P>Abrogé""",
    Facts("D.M.A. Arts du cirque", "Arts du cirque", "DMA", orders="1989-10-27 ?", status="repealed")),
    page("a15", brochure, r"""<CENTER>MINISTÈRE DE L'ÉDUCATION NATIONALE<P><B>Brevet professionnel</B>
<P><B>GOUVERNANTE</B></CENTER>
<P>Arrêté de création du 3 septembre 1997<BR>Arrêté d'abrogation du 8 octobre 2024<BR>Dernière
session d'examen : 2026""",
    Facts("Brevet professionnel GOUVERNANTE", "GOUVERNANTE", "BP", orders="1997-09-03 c\n2024-10-08 r", last=2026, status="repealed")),
    page("a16", brochure, r"""<H1>Bac pro Technicien de scierie</H1>
<P>Arrêté du 22&nbsp;février&nbsp;2006 &#150; JO du 4&nbsp;mars&nbsp;2006</P>
<P>Annexes&nbsp;: <A HREF="a1.pdf">I</A> - <A HREF="a2.pdf">II</A> - <A HREF="a3.pdf">III</A>""",
    Facts("Bac pro Technicien de scierie", "Technicien de scierie", "BAC_PRO", orders="2006-02-22 ?", documents=(("a1.pdf", "I"), ("a2.pdf", "II"), ("a3.pdf", "III")))),
    page("a17", brochure, r"""<TABLE WIDTH=100%>
<TR><TD BGCOLOR=blue><FONT COLOR=white>CAP PLASTURGIE</FONT></TD></TR></TABLE>
<P>Code diplôme : 500-22509 S<BR>Arrêté : 27 juillet 1999<BR>Sessions : 2001 à 2024""",
    Facts("CAP PLASTURGIE", "PLASTURGIE", "CAP", code="50022509", orders="1999-07-27 ?", first=2001, last=2024)),
    page("a18", brochure, r"""<H2>BMA Arts de la dentelle - option fuseaux</H2><OL><LI>Arrêté du 20 mars 2007 portant création
du BMA<LI>Arrêté du 2 juin 2010 modifiant l'arrêté du 20 mars 2007</OL><A
HREF="f021.pdf">Référentiel</A> (format pdf - 350 Ko)""",
    Facts("BMA Arts de la dentelle - option fuseaux", "Arts de la dentelle - option fuseaux", "BMA", orders="2007-03-20 c\n2010-06-02 m", documents=(("f021.pdf", "Référentiel"),))),
    page("a19", brochure, r"""<CENTER>
<H2>BTS<BR>ASSISTANCE TECHNIQUE D'INGENIEUR</H2></CENTER>
<P>arr. du 30 juillet 1998 (JO du 22 août 1998)<P>mod. par arr. du 3 mai 2001<P><A
HREF="ati.rtf">Annexes</A>""",
    Facts("BTS ASSISTANCE TECHNIQUE D'INGENIEUR", "ASSISTANCE TECHNIQUE D'INGENIEUR", "BTS", orders="1998-07-30 ?\n2001-05-03 m", documents=(("ati.rtf", "Annexes"),))),
    page("a20", brochure, r"""<FRAMESET COLS="*"><NOFRAMES><BODY>
<H1>CAP Peinture en carrosserie</H1>Arrêté du 20 mars 2007<BR><A
HREF="b077.pdf">Brochure</A></BODY></NOFRAMES></FRAMESET>""",
    Facts("CAP Peinture en carrosserie", "Peinture en carrosserie", "CAP", orders="2007-03-20 ?", documents=(("b077.pdf", "Brochure"),))),
    page("a21", brochure, r"""<P><B>C</B>ERTIFICAT D'<B>A</B>PTITUDE <B>P</B>ROFESSIONNELLE</P>
<P>M<FONT SIZE=-1>AROQUINERIE</FONT></P>
<P>Arrêtés des 26 avril 2005 et 12 juillet 2010</P>
<P><A HREF="b139/maro.pdf">Règlement d'examen</A>""",
    Facts("CERTIFICAT D'APTITUDE PROFESSIONNELLE MAROQUINERIE", "MAROQUINERIE", "CAP", orders="2005-04-26 ?\n2010-07-12 ?", documents=(("b139/maro.pdf", "Règlement d'examen"),))),
    page("a22", brochure, r"""<H2>MC Sommellerie</H2>
<P>Annule et remplace le code 01033401<P>Arrêté du 16 avril 2008<BR>1ère session : 2010""",
    Facts("MC Sommellerie", "Sommellerie", "MC", orders="2008-04-16 ?", first=2010, replaces=("01033401",))),
    page("a23", brochure, r"""<P>Arrêté du 18 avril 2008 (NOR : MENE0809874A)</P>
<H1 ALIGN=center>Baccalauréat professionnel Réparation des carrosseries</H1>
<P><A HREF="javascript:ouvre('a070/repcar.pdf')">Le référentiel</A>""",
    Facts("Baccalauréat professionnel Réparation des carrosseries", "Réparation des carrosseries", "BAC_PRO", orders="2008-04-18 ? MENE0809874A", documents=(("a070/repcar.pdf", "Le référentiel"),))),
    page("a24", brochure, r"""<CENTER>Brevet professionnel<BR>« Barman »</CENTER>
<P>Date de l'arrêté de création : 23/07/1998<BR>Date du dernier arrêté modificatif :
11/06/2008<BR>Niveau IV<BR>Code : 450-33403 T""",
    Facts("Brevet professionnel « Barman »", "Barman", "BP", code="45033403", orders="1998-07-23 c\n2008-06-11 m")),
    page("a25", brochure, r"""<H2>CAP Monteur de structures mobiles</H2>
<P>Arr&ecirc;t&eacute; du 17 septembre 1997 [<A
HREF="http://www.legifrance.gouv.fr/affichTexte.do?cidTexte=JORFTEXT000000569843">voir sur
L&eacute;gifrance</A>]<P>Annexes : <A HREF="b198.pdf">b198.pdf</A>""",
    Facts("CAP Monteur de structures mobiles", "Monteur de structures mobiles", "CAP", orders="1997-09-17 ?", documents=(("b198.pdf", "Annexes"),))),
    page("f01", frozen, r"""<h1>Baccalauréat professionnel - spécialité Pilote de ligne de production</h1>
<h2>Texte de référence</h2>
<p>Arrêté du 30 mars 2012 portant création de la spécialité « pilote de ligne de production » de
baccalauréat professionnel et fixant ses conditions de délivrance</p>
<h2>Documents</h2>
<ul><li><a href="fileadmin/plp.pdf">Annexe I</a> <span class="size">(PDF, 812 Ko)</span></li></ul>""",
    Facts("Baccalauréat professionnel - spécialité Pilote de ligne de production", "Pilote de ligne de production", "BAC_PRO", orders="2012-03-30 c", documents=(("fileadmin/plp.pdf", "Annexe I"),))),
    page("f02", frozen, r"""<div class="csc-header">
<h1>Brevet professionnel Métiers de la pierre</h1></div>
<p class="bodytext">Le brevet professionnel est défini par l'<a
href="http://legifrance.gouv.fr/eli/arrete/2015/6/24/MENE1514630A/jo">arrêté du 24 juin
2015</a>.</p>
<p class="bodytext">La première session d'examen se tiendra en 2017.</p>""",
    Facts("Brevet professionnel Métiers de la pierre", "Métiers de la pierre", "BP", orders="2015-06-24 ? MENE1514630A", first=2017)),
    page("f03", frozen, r"""<h1>BTS Métiers de la mode - chaussure et maroquinerie</h1>
<table>
<tr><td>Arrêté</td><td>7 février 2012</td></tr>
<tr><td>NOR</td><td>ESRS1202752A</td></tr>
<tr><td>Publication</td><td>JO du 24 février 2012</td></tr>
<tr><td>1re session</td><td>2014</td></tr></table><a
href="index2f3a.html?fichier=ref.pdf">Référentiel (pdf)</a>""",
    Facts("BTS Métiers de la mode - chaussure et maroquinerie", "Métiers de la mode - chaussure et maroquinerie", "BTS", orders="2012-02-07 ? ESRS1202752A", documents=(("index2f3a.html?fichier=ref.pdf", "Référentiel"),), first=2014)),
    page("f04", frozen, r"""<h1>CAP Métiers de la mode - vêtement tailleur</h1>
<h2>Arrêté du 8 avril 2011</h2>
<p>JO du 5 mai 2011</p>
<p><a href="telechargement/cap_tailleur.pdf" title="CAP tailleur, annexes"><img src="pdf.png"
alt=""></a></p>""",
    Facts("CAP Métiers de la mode - vêtement tailleur", "Métiers de la mode - vêtement tailleur", "CAP", orders="2011-04-08 ?", documents=(("telechargement/cap_tailleur.pdf", "CAP tailleur, annexes"),))),
    page("f05", frozen, r"""<h1>Employé barman (mention complémentaire)</h1>
<p>Arrêté du 16 mai 1997.</p>
<p>Ce diplôme est remplacé par le 46133404 T.</p>
<p>Dernière session : 2025</p>""",
    Facts("Employé barman (mention complémentaire)", "Employé barman", "MC", orders="1997-05-16 ?", last=2025, replaced_by=("46133404",))),
    page("f06", frozen, r"""<h1>Bac pro Façonnage de produits imprimés, routage</h1>
<ul><li>Création : arrêté du 26 avril 2011</li><li>Dernière modification : arrêté du 4 août
2014</li></ul>
<p>Diplôme en vigueur</p>""",
    Facts("Bac pro Façonnage de produits imprimés, routage", "Façonnage de produits imprimés, routage", "BAC_PRO", orders="2011-04-26 c\n2014-08-04 m", status="in_force")),
    page("f07", frozen, r"""<h1>CAP Souffleur de verre option enseigne lumineuse</h1>
<dl><dt>Code scolarité</dt><dd>500-22429 V</dd><dt>Arrêté</dt><dd>25 mai
2009</dd><dt>Session</dt><dd>à partir de 2011</dd></dl>""",
    Facts("CAP Souffleur de verre option enseigne lumineuse", "Souffleur de verre option enseigne lumineuse", "CAP", code="50022429", orders="2009-05-25 ?", first=2011)),
    page("f08", frozen, r"""<h1>Diplôme des métiers d'art : facture instrumentale option piano</h1>
<p>Arrêté du 8 avril 2009 (BOESR n° 20 du 14 mai 2009).</p><object data="docs/dma_piano.pdf"
type="application/pdf"></object>""",
    Facts("Diplôme des métiers d'art : facture instrumentale option piano", "facture instrumentale option piano", "DMA", orders="2009-04-08 ?", documents=(("docs/dma_piano.pdf", "dma_piano.pdf"),))),
    page("f09", frozen, r"""<h1>Arts de la cuisine</h1>
<h2>Brevet professionnel</h2>
<p>Arrêté du 19 octobre 2023 relatif à la création du brevet professionnel « arts de la cuisine
»</p>
<p>Première session : 2026. Il remplace le 450-22109 S.</p>""",
    Facts("Brevet professionnel Arts de la cuisine", "Arts de la cuisine", "BP", orders="2023-10-19 c", first=2026, replaces=("45022109",))),
    page("f10", frozen, r"""<h1>CAP Conducteur opérateur de scierie</h1>
<p><strong>Arrêté du 16 février 2004 modifié par les arrêtés des 8 juillet 2005, 4 mai 2009 et
11 mars 2014</strong></p><form action="go"><select name="f"><option value="">Choisir une
annexe</option><option value="cos/annexe1.pdf">Annexe 1</option><option
value="cos/annexe2.pdf">Annexe 2</option></select></form>""",
    Facts("CAP Conducteur opérateur de scierie", "Conducteur opérateur de scierie", "CAP", orders="2004-02-16 ?\n2005-07-08 m\n2009-05-04 m\n2014-03-11 m", documents=(("cos/annexe1.pdf", "Annexe 1"), ("cos/annexe2.pdf", "Annexe 2")))),
    page("f11", frozen, r"""<h1>BTS Banque conseiller de clientèle (particuliers)</h1>
<p>Arrêté du 26-2-2014 - J.O. du 22-3-2014</p>
<p>Dernière session en 2025, puis remplacé par le BTS Banque (320-31313 T)</p>""",
    Facts("BTS Banque conseiller de clientèle (particuliers)", "Banque conseiller de clientèle (particuliers)", "BTS", orders="2014-02-26 ?", last=2025, replaced_by=("32031313",))),
    page("f12", frozen, r"""<h1>Mention complémentaire de niveau IV Technicien en énergies renouvelables</h1>
<p>Option A : énergie électrique (461 22704)<br>Option B : énergie thermique (461 22705)</p>
<p>Arrêté du 20 avril 2010</p>""",
    Facts("Mention complémentaire de niveau IV Technicien en énergies renouvelables option A énergie électrique", "Technicien en énergies renouvelables option A énergie électrique", "CS", code="46122704", orders="2010-04-20 ?"),
    Facts("Mention complémentaire de niveau IV Technicien en énergies renouvelables option B énergie thermique", "Technicien en énergies renouvelables option B énergie thermique", "CS", code="46122705", orders="2010-04-20 ?")),
    page("f13", frozen, r"""<h1>Baccalauréat professionnel Interventions sur le patrimoine bâti</h1>
<table>
<tr><th>Option</th><th>Code</th></tr>
<tr><td>A - maçonnerie</td><td>40023205</td></tr>
<tr><td>B - charpente</td><td>40023206</td></tr>
<tr><td>C - couverture</td><td>40023207</td></tr></table>
<p>Arrêté du 11 avril 2008</p>
<p><a href="ipb.pdf">Référentiel</a></p>""",
    Facts("Baccalauréat professionnel Interventions sur le patrimoine bâti option A maçonnerie", "Interventions sur le patrimoine bâti option A maçonnerie", "BAC_PRO", code="40023205", orders="2008-04-11 ?", documents=(("ipb.pdf", "Référentiel"),)),
    Facts("Baccalauréat professionnel Interventions sur le patrimoine bâti option B charpente", "Interventions sur le patrimoine bâti option B charpente", "BAC_PRO", code="40023206", orders="2008-04-11 ?", documents=(("ipb.pdf", "Référentiel"),)),
    Facts("Baccalauréat professionnel Interventions sur le patrimoine bâti option C couverture", "Interventions sur le patrimoine bâti option C couverture", "BAC_PRO", code="40023207", orders="2008-04-11 ?", documents=(("ipb.pdf", "Référentiel"),))),
    page("f15", frozen, r"""<h1>BP Peintre applicateur de revêtements</h1>
<div class="encadre">A compter de la session 2018<br>Arrêté du 13 mai 2016 (NOR:
MENE1612464A)</div>
<p><a href="BP_PAR/annexe_1.odt">Annexe 1</a>, <a href="BP_PAR/annexe_2.odt">annexe 2</a></p>""",
    Facts("BP Peintre applicateur de revêtements", "Peintre applicateur de revêtements", "BP", orders="2016-05-13 ? MENE1612464A", documents=(("BP_PAR/annexe_1.odt", "Annexe 1"), ("BP_PAR/annexe_2.odt", "annexe 2")), first=2018)),
    page("f16", frozen, r"""<h1>Bac pro Travaux publics</h1>
<div id="colonne-droite">
<h3>À télécharger</h3><a href="tp/Annexe_I_RAP.pdf">Annexe I - RAP</a></div>
<p>L'arrêté du 17 janvier 2023 crée la spécialité ; il abroge l'arrêté du 6 mai 2009.</p>""",
    Facts("Bac pro Travaux publics", "Travaux publics", "BAC_PRO", orders="2023-01-17 c", documents=(("tp/Annexe_I_RAP.pdf", "Annexe I - RAP"),))),
    page("f17", frozen, r"""<h1>CAP Arts du tapis et de la tapisserie de lisse</h1>
<p>Texte fondateur : A. 19-07-1991, JO 07-08-1991, BO n° 32 du 19-09-1991</p>""",
    Facts("CAP Arts du tapis et de la tapisserie de lisse", "Arts du tapis et de la tapisserie de lisse", "CAP", orders="1991-07-19 ?")),
    page("f18", frozen, r"""<h1>BTS Etude et réalisation d'agencement</h1>
<h2>Réglementation</h2>
<p>Décret n° 95-665 du 9 mai 1995 portant règlement général du brevet de technicien supérieur</p>
<p>Arrêté du 16 février 2016 portant définition et fixant les conditions de délivrance du BTS</p>""",
    Facts("BTS Etude et réalisation d'agencement", "Etude et réalisation d'agencement", "BTS", orders="2016-02-16 ?")),
    page("f19", frozen, r"""<h1>Mention complémentaire Assistance, conseil, vente à distance</h1>
<p>Arrêté du 15 juin 2001, modifié le 3 septembre 2009</p>
<p>Code RNCP : 6961</p>""",
    Facts("Mention complémentaire Assistance, conseil, vente à distance", "Assistance, conseil, vente à distance", "MC", orders="2001-06-15 ?\n2009-09-03 m", rncp=("RNCP6961",))),
    page("f20", frozen, r"""<h1>BMA Gravure sur pierre</h1>
<ul><li><a href="legi.html">Arrêté de création du 6 novembre 2013</a></li><li><a
href="BMA_GP/reglement.pdf">Règlement d'examen</a></li><li><a
href="BMA_GP/epreuves.xls">Définition des épreuves</a></li></ul>""",
    Facts("BMA Gravure sur pierre", "Gravure sur pierre", "BMA", orders="2013-11-06 c", documents=(("BMA_GP/reglement.pdf", "Règlement d'examen"), ("BMA_GP/epreuves.xls", "Définition des épreuves")))),
    page("f21", frozen, r"""<div class="titre">CAP</div>
<div class="soustitre">Primeur</div>
<div class="txt">arrêté du 4 juillet 2017</div>
<div class="txt"><a href="primeur.pdf">Arrêté et annexes</a></div>""",
    Facts("CAP Primeur", "Primeur", "CAP", orders="2017-07-04 ?", documents=(("primeur.pdf", "Arrêté et annexes"),))),
    page("f22", frozen, r"""<h1>Technicien en tuyauterie</h1>
<p>Mention complémentaire de niveau 4</p>
<p>Arrêté du 12 janvier 2017 - 1<sup>re</sup> session 2018</p>""",
    Facts("Mention complémentaire de niveau 4 Technicien en tuyauterie", "Technicien en tuyauterie", "MC", orders="2017-01-12 ?", first=2018)),
    page("f23", frozen, r"""<h1>BP Vêtement sur mesure</h1>
<h2>Option A : tailleur dame</h2>
<p>Code 450-24215 S</p>
<h2>Option B : tailleur homme</h2>
<p>Code 450-24216 S</p>
<h2>Arrêté</h2>
<p>23 juillet 1998</p>""",
    Facts("BP Vêtement sur mesure option A tailleur dame", "Vêtement sur mesure option A tailleur dame", "BP", code="45024215", orders="1998-07-23 ?"),
    Facts("BP Vêtement sur mesure option B tailleur homme", "Vêtement sur mesure option B tailleur homme", "BP", code="45024216", orders="1998-07-23 ?")),
    page("f24", frozen, r"""<h1>CAP Ebéniste</h1>
<p>Arrêté du 27 février 2017. Abroge et remplace l'arrêté du 1<sup>er</sup> août 2002.</p>""",
    Facts("CAP Ebéniste", "Ebéniste", "CAP", orders="2017-02-27 ?")),
    page("h01", slug, r"""<h1>CAP Chocolaterie-confiserie</h1>
<p>Arrêté du 13 novembre 2023</p>
<p>Remplace le CAP chocolatier confiseur (500-22133 S)</p>
<p>1ère session 2026</p>""",
    Facts("CAP Chocolaterie-confiserie", "Chocolaterie-confiserie", "CAP", orders="2023-11-13 ?", first=2026, replaces=("50022133",))),
    page("h02", slug, r"""<h1>BAC PRO Métiers de la coiffure</h1>
<p><a href="BacPro_MC_190628.pdf">Arrêté du 28 juin 2019</a></p>""",
    Facts("BAC PRO Métiers de la coiffure", "Métiers de la coiffure", "BAC_PRO", orders="2019-06-28 ?", order_files=("BacPro_MC_190628.pdf",))),
    page("h03", slug, r"""<p>CAP Transport fluvial</p>
<p>code 500-31125 U</p>
<p><a href="CAP_TF/annexes.pdf">annexes</a></p>""",
    Facts("CAP Transport fluvial", "Transport fluvial", "CAP", code="50031125", documents=(("CAP_TF/annexes.pdf", "annexes"),))),
    page("h04", slug, r"""<h2>Certificat de spécialisation Boulangerie spécialisée (ex mention complémentaire)</h2>
<p>Code : 56122107S</p>
<p>Arrêté du 16 avril 2003</p>""",
    Facts("Certificat de spécialisation Boulangerie spécialisée (ex mention complémentaire)", "Boulangerie spécialisée", "CS", code="56122107", orders="2003-04-16 ?")),
    page("h05", slug, r"""<h1>Brevet professionnel « Métiers de la piscine »</h1>
<p>– Arrêté du 1er mars 2017 portant création (JO du 21/03/2017)<br>– Arrêté du 19 juillet 2018
portant modification (JO du 7/08/2018)</p>""",
    Facts("Brevet professionnel « Métiers de la piscine »", "Métiers de la piscine", "BP", orders="2017-03-01 c\n2018-07-19 m")),
    page("h06", slug, r"""<h1>CAP Équipier polyvalent du commerce (EPC)</h1>
<p>Arrêté du 29 octobre 2019</p>
<p>Remplace les n° 500-31214, 500-31215 et 500-31216</p>""",
    Facts("CAP Équipier polyvalent du commerce (EPC)", "Équipier polyvalent du commerce (EPC)", "CAP", orders="2019-10-29 ?", replaces=("50031214", "50031215", "50031216"))),
    page("h07", slug, r"""<h1>BTS Tourisme</h1>
<p>Arrêté du 5 mars 2019 (NOR ESRS1906346A), JO n° 0071 du 24 mars 2019</p>
<p>Référentiel : <a href="BTS_Tourisme.pdf">PDF, 1,4 Mo</a></p>""",
    Facts("BTS Tourisme", "Tourisme", "BTS", orders="2019-03-05 ? ESRS1906346A", documents=(("BTS_Tourisme.pdf", "Référentiel"),))),
    page("h08", slug, r"""<h1>Réalisations industrielles en chaudronnerie ou soudage</h1>
<h3>CAP</h3>
<p>option A chaudronnerie : 50025437S<br>option B soudage : 50025438S</p>
<p>Arrêté du 3 janvier 2017</p>""",
    Facts("CAP Réalisations industrielles en chaudronnerie ou soudage option A chaudronnerie", "Réalisations industrielles en chaudronnerie ou soudage option A chaudronnerie", "CAP", code="50025437", orders="2017-01-03 ?"),
    Facts("CAP Réalisations industrielles en chaudronnerie ou soudage option B soudage", "Réalisations industrielles en chaudronnerie ou soudage option B soudage", "CAP", code="50025438", orders="2017-01-03 ?")),
    page("h09", slug, r"""<h1>Zingueur – certificat de spécialisation</h1>
<p>56123204 S</p>
<p>Arrêté du 29 août 2022, abrogeant l'arrêté du 28 juillet 1998</p>
<p>Session : 2024</p>""",
    Facts("Zingueur – certificat de spécialisation", "Zingueur", "CS", code="56123204", orders="2022-08-29 -")),
    page("h10", slug, r"""<h1>CAP Maintenance des matériels, option A matériels agricoles</h1>
<p>Textes officiels :</p>
<ul><li>24 mars 2016 : arrêté de création</li><li>30 août 2019 : arrêté fixant les unités
générales</li></ul>""",
    Facts("CAP Maintenance des matériels, option A matériels agricoles", "Maintenance des matériels, option A matériels agricoles", "CAP", orders="2016-03-24 c")),
    page("h11", slug, r"""<h1>MC4 Encadrement secteur sportif</h1>
<p>Option activités aquatiques et de la natation – 46133501</p>
<p>Option activités physiques pour tous – 46133502</p>
<p>Arrêté du 14 janvier 2022</p>""",
    Facts("MC4 Encadrement secteur sportif option activités aquatiques et de la natation", "Encadrement secteur sportif option activités aquatiques et de la natation", "CS", code="46133501", orders="2022-01-14 ?"),
    Facts("MC4 Encadrement secteur sportif option activités physiques pour tous", "Encadrement secteur sportif option activités physiques pour tous", "CS", code="46133502", orders="2022-01-14 ?")),
    page("h12", slug, r"""<h1>CAP Signalétique et décors graphiques</h1>
<p><a href="CAP_SDG/A1.pdf">Référentiel des activités</a> | <a href="CAP_SDG/A2.pdf">Référentiel
de compétences</a> | <a href="CAP_SDG/A3.pdf">Règlement</a></p>""",
    Facts("CAP Signalétique et décors graphiques", "Signalétique et décors graphiques", "CAP", documents=(("CAP_SDG/A1.pdf", "Référentiel des activités"), ("CAP_SDG/A2.pdf", "Référentiel de compétences"), ("CAP_SDG/A3.pdf", "Règlement")))),
    page("h13", slug, r"""<h1>Bac pro Esthétique Cosmétique Parfumerie</h1>
<p>Attention ! Nouveau diplôme (arrêté du 29 décembre 2021), première session en 2025.</p>""",
    Facts("Bac pro Esthétique Cosmétique Parfumerie", "Esthétique Cosmétique Parfumerie", "BAC_PRO", orders="2021-12-29 ?", first=2025)),
    page("h14", slug, r"""<h1>Diplôme : CAP Constructeur d'ouvrages en béton armé</h1>
<p>Arrêté du 13 décembre 2024<br>Entrée en vigueur : rentrée 2025<br>Première session d'examen,
organisée conformément au présent arrêté : 2027</p>""",
    Facts("CAP Constructeur d'ouvrages en béton armé", "Constructeur d'ouvrages en béton armé", "CAP", orders="2024-12-13 ?", first=2027)),
    page("h15", slug, r"""<h1>CAP AGENT D’ACCUEIL ET DE CONDUITE ROUTIÈRE, TRANSPORT DE VOYAGEURS</h1>
<p>Diplôme abrogé (dernière session 2024)</p>
<p>Voir le nouveau diplôme : <a href="CAP_C4A.html">CAP conducteur agent d'accueil en autobus et
autocar</a> (50031124U)</p>""",
    Facts("CAP AGENT D’ACCUEIL ET DE CONDUITE ROUTIÈRE, TRANSPORT DE VOYAGEURS", "AGENT D’ACCUEIL ET DE CONDUITE ROUTIÈRE, TRANSPORT DE VOYAGEURS", "CAP", last=2024, status="repealed", replaced_by=("50031124",))),
    page("h16", slug, r"""<h1>Organisation de transport de marchandises</h1>
<p>Baccalauréat professionnel - code 40031114</p>
<table>
<tr><td>Arrêté du 28 février 2020</td><td><a href="OTM/otm_200228.pdf">PDF</a></td></tr></table>""",
    Facts("Baccalauréat professionnel Organisation de transport de marchandises", "Organisation de transport de marchandises", "BAC_PRO", code="40031114", orders="2020-02-28 ?", documents=(("OTM/otm_200228.pdf", "Arrêté du 28 février 2020"),))),
    page("h17", slug, r"""<h1>BTS Mécatronique navale</h1>
<p>Défini par arrêté du 16 décembre 2021 (JORF du 6 janvier 2022 – texte n° 40)</p>
<p>Sessions d'examen depuis 2024</p>""",
    Facts("BTS Mécatronique navale", "Mécatronique navale", "BTS", orders="2021-12-16 ?", first=2024)),
    page("h20", slug, r"""<h1>BP Arts du service et commercialisation en restauration</h1>
<p>7 janvier 2015 : arrêté portant création (NOR MENE1500152A)</p>
<p>Remplacé par le 450-33409 T à compter de 2026</p>""",
    Facts("BP Arts du service et commercialisation en restauration", "Arts du service et commercialisation en restauration", "BP", orders="2015-01-07 c MENE1500152A", replaced_by=("45033409",))),
    page("h21", slug, r"""<title>x</title>
<h1>CAP Pâtissier</h1>
<p>Arrêté du 6 mars 2019</p>
<ul><li>Annexe 1 <a href="cap_patis/A1_190306.pdf">(télécharger)</a></li><li>Annexe 2 <a
href="cap_patis/A2_190306.pdf">(télécharger)</a></li></ul>""",
    Facts("CAP Pâtissier", "Pâtissier", "CAP", orders="2019-03-06 ?", documents=(("cap_patis/A1_190306.pdf", "Annexe 1"), ("cap_patis/A2_190306.pdf", "Annexe 2")))),
    page("h23", slug, r"""<h1>CAP Rentrayeur</h1>
<h2>option b - tapisserie</h2>
<p>Arrêté du 30 mai 1975, <em>modifié en dernier lieu par l'arrêté du 17 juin 2003</em></p>""",
    Facts("CAP Rentrayeur option b - tapisserie", "Rentrayeur option b - tapisserie", "CAP", orders="1975-05-30 ?\n2003-06-17 m")),
    page("h24", slug, r"""<h1>DN MADE mention Objet</h1>
<p>Décret n° 2018-367 du 18 mai 2018</p>
<p>Arrêté du 18 mai 2018</p>""",
    Facts("DN MADE mention Objet", "Objet", "DN_MADE", orders="2018-05-18 ?\n2018-05-18 ?")),
    page("h25", slug, r"""<h1>CAP Doreur à la feuille ornemaniste (abrogé)</h1>
<p>Dernière session : juin 2019.</p>""",
    Facts("CAP Doreur à la feuille ornemaniste", "Doreur à la feuille ornemaniste", "CAP", last=2019, status="repealed")),
    page("m01", modern, r"""<h1>CAP Métiers du plâtre et de l'isolation</h1>
<p class="fr-text--lead">Arrêté du 15 avril 2019</p>
<div class="fr-card">
<h3 class="fr-card__title"><a href="/sites/default/files/document/a1.pdf" download>Annexe I
<span class="fr-link__detail">PDF – 1,2 Mo</span></a></h3></div>
<div class="fr-card">
<h3 class="fr-card__title"><a href="/sites/default/files/document/a2.pdf" download>Annexe II
<span class="fr-link__detail">PDF – 1,2 Mo</span></a></h3></div>""",
    Facts("CAP Métiers du plâtre et de l'isolation", "Métiers du plâtre et de l'isolation", "CAP", orders="2019-04-15 ?", documents=(("/sites/default/files/document/a1.pdf", "Annexe I"), ("/sites/default/files/document/a2.pdf", "Annexe II")))),
    page("m02", modern, r"""<h1>Bac pro Technicien en prothèse dentaire</h1>
<p class="fr-badge fr-badge--success">En vigueur</p><section class="fr-accordion">
<h3><button aria-controls="a">Textes officiels</button></h3>
<div class="fr-collapse" id="a">
<ul><li>Arrêté du 10 avril 2020 portant création - <a
href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000041836000">Légifrance</a></li></ul></div></section>""",
    Facts("Bac pro Technicien en prothèse dentaire", "Technicien en prothèse dentaire", "BAC_PRO", orders="2020-04-10 c", status="in_force")),
    page("m04", modern, r"""<h1>BTS Podo-orthésiste</h1>
<dl><dt>Texte</dt><dd>Arrêté du 27/11/2024</dd><dt>Première
session</dt><dd>2028</dd><dt>Remplace</dt><dd>320-33108 S</dd><dt>Code diplôme</dt><dd>32033113
S</dd></dl>""",
    Facts("BTS Podo-orthésiste", "Podo-orthésiste", "BTS", code="32033113", orders="2024-11-27 ?", first=2028, replaces=("32033108",))),
    page("m05", modern, r"""<h1>Certificat de spécialisation Techniques du tour en boulangerie et en pâtisserie</h1>
<p>Arrêté du 5 janvier 2024 relatif à la spécialité</p><aside class="fr-callout">
<h3>Documents</h3><a class="fr-link" href="/document/5123/download">Référentiel (PDF)</a></aside>""",
    Facts("Certificat de spécialisation Techniques du tour en boulangerie et en pâtisserie", "Techniques du tour en boulangerie et en pâtisserie", "CS", orders="2024-01-05 ?", documents=(("/document/5123/download", "Référentiel"),))),
    page("m06", modern, r"""<h1>Baccalauréat professionnel</h1>
<h2>Animation - enfance et personnes âgées</h2>
<p>Créé par l'arrêté du 22 juillet 2019, le baccalauréat professionnel a sa première session en
2023.</p>""",
    Facts("Baccalauréat professionnel Animation - enfance et personnes âgées", "Animation - enfance et personnes âgées", "BAC_PRO", orders="2019-07-22 c", first=2023)),
    page("m07", modern, r"""<h1>CAP Maroquinerie</h1>
<p class="fr-tag">Diplôme abrogé</p>
<p>Sessions : 2007 - 2025</p>
<p>Remplacé par : CAP maroquinerie (500-24323 S)</p>
<p>Arrêté du 26 avril 2005</p>""",
    Facts("CAP Maroquinerie", "Maroquinerie", "CAP", orders="2005-04-26 ?", first=2007, last=2025, status="repealed", replaced_by=("50024323",))),
    page("m08", modern, r"""<article><header>
<h1 class="page-title"><span class="field--name-title">Métiers et arts de la
pierre</span></h1></header>
<div class="field">
<div class="field__label">Type de diplôme</div>
<div class="field__item">Baccalauréat professionnel</div></div>
<div class="field">
<div class="field__label">Arrêté de création</div>
<div class="field__item">24 juin 2015</div></div>
<div class="field">
<div class="field__label">Fichiers</div>
<div class="field__item"><a href="/f/map.pdf">Référentiel MAP</a></div></div></article>""",
    Facts("Métiers et arts de la pierre", "Métiers et arts de la pierre", "BAC_PRO", orders="2015-06-24 c", documents=(("/f/map.pdf", "Référentiel MAP"),))),
    page("m09", modern, r"""<h1>Métiers de l'esthétique-cosmétique-parfumerie (BTS)</h1>
<table class="fr-table"><thead>
<tr><th>Option</th><th>Code</th><th>1re session</th></tr></thead><tbody>
<tr><td>A management</td><td>32033609</td><td>2025</td></tr>
<tr><td>B formation-marques</td><td>32033610</td><td>2025</td></tr></tbody></table>
<p>Arrêté du 9 décembre 2022</p>""",
    Facts(("Métiers de l'esthétique-cosmétique-parfumerie option A management (BTS)", "Métiers de l'esthétique-cosmétique-parfumerie (BTS) option A management"), "Métiers de l'esthétique-cosmétique-parfumerie option A management", "BTS", code="32033609", orders="2022-12-09 ?", first=2025),
    Facts(("Métiers de l'esthétique-cosmétique-parfumerie option B formation-marques (BTS)", "Métiers de l'esthétique-cosmétique-parfumerie (BTS) option B formation-marques"), "Métiers de l'esthétique-cosmétique-parfumerie option B formation-marques", "BTS", code="32033610", orders="2022-12-09 ?", first=2025)),
    page("m10", modern, r"""<h1>BTS Management commercial opérationnel</h1>
<ul class="fr-links-group"><li><a
href="https://www.legifrance.gouv.fr/eli/arrete/2018/10/15/ESRS1825858A/jo/texte"
target="_blank">Arrêté du 15 octobre 2018</a></li><li><a href="/f/mco.pdf" target="_blank"
aria-label="Télécharger le référentiel MCO">Télécharger</a></li></ul>""",
    Facts("BTS Management commercial opérationnel", "Management commercial opérationnel", "BTS", orders="2018-10-15 ? ESRS1825858A", documents=(("/f/mco.pdf", "Télécharger le référentiel MCO"),))),
    page("m11", modern, r"""<h1>Bac pro Commercialisation et services en restauration</h1>
<p>Arrêté du 31 mai 2011</p>
<p>Modifié par :</p>
<ul><li>arrêté du 21 juin 2012</li><li>arrêté du 22 juillet 2019</li></ul><iframe
src="/f/csr.pdf" title="Référentiel CSR"></iframe>""",
    Facts("Bac pro Commercialisation et services en restauration", "Commercialisation et services en restauration", "BAC_PRO", orders="2012-06-21 m\n2019-07-22 m\n2011-05-31 ?", documents=(("/f/csr.pdf", "Référentiel CSR"),))),
    page("m12", modern, r"""<h1>CAP Conducteur d’engins de travaux publics et carrières</h1>
<p>JORF n°0301 du 21 décembre 2024 - Arrêté du 13 décembre 2024 portant création de la
spécialité « Conducteur d’engins de travaux publics et carrières »</p>
<p>N° de code : 50023123 U</p>""",
    Facts("CAP Conducteur d’engins de travaux publics et carrières", "Conducteur d’engins de travaux publics et carrières", "CAP", code="50023123", orders="2024-12-13 c")),
    page("m13", modern, r"""<h1>Certificat de spécialisation (CS) Organisateur de réceptions</h1>
<p>Niveau 4 – RNCP37312</p>
<p>Arrêté : 09/05/2005</p>""",
    Facts("Certificat de spécialisation (CS) Organisateur de réceptions", "Organisateur de réceptions", "CS", orders="2005-05-09 ?", rncp=("RNCP37312",))),
    page("m14", modern, r"""<h1>CAP Constructeur de routes et d’aménagements urbains</h1>
<p>Le présent diplôme remplace, à partir de 2027, le diplôme n° 500-23120 S.</p>
<p>Arrêté du 13 décembre 2024</p>""",
    Facts("CAP Constructeur de routes et d’aménagements urbains", "Constructeur de routes et d’aménagements urbains", "CAP", orders="2024-12-13 ?", replaces=("50023120",))),
    page("m15", modern, r"""<h1>Le CAP Assistant technique en instruments de musique</h1>
<h2>Options</h2>
<ul><li>Accordéon (50032310)</li><li>Instruments à vent (50032311)</li></ul>
<h2>Texte</h2>
<p>Arrêté du 27 octobre 2004</p>""",
    Facts("Le CAP Assistant technique en instruments de musique option Accordéon", "Assistant technique en instruments de musique option Accordéon", "CAP", code="50032310", orders="2004-10-27 ?"),
    Facts("Le CAP Assistant technique en instruments de musique option Instruments à vent", "Assistant technique en instruments de musique option Instruments à vent", "CAP", code="50032311", orders="2004-10-27 ?")),
    page("m16", modern, r"""<h1>BTS Prothésiste orthésiste</h1>
<p>Arrêté du 28 juillet 1997 - dernière session : 2027 - remplacé par le 32033114 S</p>""",
    Facts("BTS Prothésiste orthésiste", "Prothésiste orthésiste", "BTS", orders="1997-07-28 ?", last=2027, replaced_by=("32033114",))),
    page("m17", modern, r"""<h1>Bac pro Maintenance nautique</h1>
<p>Publié le 12/03/2024 • Mis à jour le 3 septembre 2024</p>
<p>Arrêté du 17 avril 2008</p>
<p>Dernière session : 2025. Ce diplôme est remplacé par le 400-25223 R</p>""",
    Facts("Bac pro Maintenance nautique", "Maintenance nautique", "BAC_PRO", orders="2008-04-17 ?", last=2025, replaced_by=("40025223",))),
    page("m18", modern, r"""<h1>Procédés de la chimie, de l'eau et des papiers-cartons - Baccalauréat professionnel</h1>
<p>Texte réglementaire : arrêté du 13 avril 2012, NOR MENE1221203A, publié au BO n° 24 du 14
juin 2012</p>""",
    Facts("Procédés de la chimie, de l'eau et des papiers-cartons - Baccalauréat professionnel", "Procédés de la chimie, de l'eau et des papiers-cartons", "BAC_PRO", orders="2012-04-13 ? MENE1221203A")),
    page("m19", modern, r"""<h1>Mention complémentaire Coiffure coupe couleur</h1>
<p>Devenue certificat de spécialisation par décret n° 2023-1236 du 21 décembre 2023</p>
<p>Arrêté du 23 mars 2015</p>""",
    Facts("Mention complémentaire Coiffure coupe couleur", "Coiffure coupe couleur", "MC", orders="2023-12-21 ?\n2015-03-23 ?")),
    page("m20", modern, r"""<h1>BTS Diététique et nutrition</h1>
<h2 id="t">Arrêté du 27 novembre 2024 portant création</h2>
<ul><li><a href="/f/d1.pdf">Annexe 1 - Référentiel</a></li><li><a href="/f/d2.pdf">Annexe 2 -
Unités</a></li></ul>
<h2>Arrêté du 2 juin 2025 modifiant l'arrêté du 27 novembre 2024</h2>
<ul><li><a href="/f/d3.pdf">Annexe modifiée</a></li></ul>""",
    Facts("BTS Diététique et nutrition", "Diététique et nutrition", "BTS", orders="2024-11-27 c\n2025-06-02 m", documents=(("/f/d1.pdf", "Annexe 1 - Référentiel"), ("/f/d2.pdf", "Annexe 2 - Unités"), ("/f/d3.pdf", "Annexe modifiée")))),
    page("m21", modern, r"""<h1>CAP Opérateur en appareillage orthopédique</h1>
<p>Spécialité orthoprothèse</p>
<p>Code : 500-33106 S</p>
<p>Arrêté du 25 août 1994</p>""",
    Facts("CAP Opérateur en appareillage orthopédique", "Opérateur en appareillage orthopédique", "CAP", code="50033106", orders="1994-08-25 ?")),
    page("m22", modern, r"""<h1>BTS Conception et industrialisation en construction navale</h1>
<p><strong>Arrêté</strong> du <time datetime="2017-02-13">13 février 2017</time></p>
<p><strong>Remplace</strong> le 32025402 S</p>""",
    Facts("BTS Conception et industrialisation en construction navale", "Conception et industrialisation en construction navale", "BTS", orders="2017-02-13 ?", replaces=("32025402",))),
    page("m24", modern, r"""<h1>CAP Maintenance nautique (50025224R)</h1>
<p>Arrêté du 30 mars 2023</p>
<p>Les premiers candidats seront évalués à la session 2025.</p>""",
    Facts("CAP Maintenance nautique (50025224R)", "Maintenance nautique", "CAP", code="50025224", orders="2023-03-30 ?", first=2025)),
)  # fmt: skip
