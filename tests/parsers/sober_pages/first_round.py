"""Sober pages: title, orders, annexes, sometimes a code, sessions, a repeal."""

from .page import Facts, brochure, frozen, page, slug

PAGES = (
    # letter and three digits: brochures
    page("b232", brochure, """<CENTER><H2>CERTIFICAT D'APTITUDE PROFESSIONNELLE<BR>HORLOGERIE</H2>
<P>Arrêté du 26 juin 2007<BR>J.O. du 5 juillet 2007</CENTER>
<UL><LI><A HREF="b232/b232a.pdf">Annexe I : référentiels du diplôme</A>
<LI><A HREF="b232/b232b.pdf">Annexe II : règlement d'examen</A></UL>""",
    Facts("CERTIFICAT D'APTITUDE PROFESSIONNELLE HORLOGERIE", "HORLOGERIE", "CAP",
          orders="2007-06-26 ?",
          documents=(("b232/b232a.pdf", "Annexe I : référentiels du diplôme"),
                     ("b232/b232b.pdf", "Annexe II : règlement d'examen")))),
    page("b231", brochure, """<P ALIGN=CENTER><B>CAP</B><BR><B>Coiffure</B>
<P>Arrêté du 23-3-2015 - J.O. du 9-4-2015
<P>Modifié par arrêtés des 3 mai 2016 et 12 juillet 2017
<P><A HREF="b231/coiffure.doc">Référentiel</A>""",
    Facts("CAP Coiffure", "Coiffure", "CAP", orders="2015-03-23 ?\n2016-05-03 m\n2017-07-12 m",
          documents=(("b231/coiffure.doc", "Référentiel"),))),
    page("d087", brochure, """<H3 ALIGN=CENTER>MENTION COMPLEMENTAIRE</H3>
<H3 ALIGN=CENTER>ACCUEIL RECEPTION</H3>
<P>A. du 22-7-2003. JO du 1-8-2003
<P>NOR : MENE0301606A
<P><A HREF="d087/d087a.pdf">Annexes</A>""",
    Facts("MENTION COMPLEMENTAIRE ACCUEIL RECEPTION", "ACCUEIL RECEPTION", "MC",
          orders="2003-07-22 ? MENE0301606A", documents=(("d087/d087a.pdf", "Annexes"),))),
    page("e003", brochure, """<FONT SIZE=5><B>B.P. Barman</B></FONT>
<P><FONT SIZE=6>A</FONT>rrêté du 16 juin 1997 portant création du brevet professionnel barman
<BR><FONT SIZE=6>A</FONT>rrêté du 9 juillet 2002 modifiant l'arrêté du 16 juin 1997
<P>Code : 450-33403 T""",
    Facts("B.P. Barman", "Barman", "BP", "45033403", orders="1997-06-16 c\n2002-07-09 m")),
    page("a025", brochure, """<P><B>Baccalauréat professionnel</B>
<P><B>MÉTIERS DU PRESSING ET DE LA BLANCHISSERIE</B>
<P>Arrêté de création
<BR>du 29 juillet 2005
<P>Arrêté de modification
<BR>du 8 février 2016
<P>Première session : 2008""",
    Facts("Baccalauréat professionnel MÉTIERS DU PRESSING ET DE LA BLANCHISSERIE",
          "MÉTIERS DU PRESSING ET DE LA BLANCHISSERIE", "BAC_PRO",
          orders="2005-07-29 c\n2016-02-08 m", first=2008)),
    page("f001", brochure, """<TABLE BORDER=1 WIDTH=90%>
<TR><TD COLSPAN=2 ALIGN=CENTER><B>BREVET DES METIERS D'ART</B></TD></TR>
<TR><TD COLSPAN=2 ALIGN=CENTER><B>BRODERIE</B></TD></TR>
<TR><TD>Arrêté du 1er septembre 1994</TD><TD>création</TD></TR>
<TR><TD>Arrêté du 3 août 2000</TD><TD>modification</TD></TR>
<TR><TD>Annexe I</TD><TD><A HREF="f001/f001a.rtf">télécharger</A></TD></TR>
<TR><TD>Annexe II</TD><TD><A HREF="f001/f001b.rtf">télécharger</A></TD></TR></TABLE>""",
    Facts("BREVET DES METIERS D'ART BRODERIE", "BRODERIE", "BMA",
          orders="1994-09-01 c\n2000-08-03 m",
          documents=(("f001/f001a.rtf", "Annexe I"), ("f001/f001b.rtf", "Annexe II")))),
    page("b189", brochure, """<H1>C.A.P. Conducteur opérateur de scierie</H1>
<P>Abrogé. Dernière session : 2021
<P>Arrêté du 20 mars 2007 (J.O. du 30 mars 2007)""",
    Facts("C.A.P. Conducteur opérateur de scierie", "Conducteur opérateur de scierie", "CAP",
          orders="2007-03-20 ?", last=2021, status="repealed")),
    page("b092", brochure, """<H2>CAP Agent de la qualité de l'eau</H2>
<P>Voir l'<A HREF="b092cd.pdf">arrêté du 23 août 1990</A> et le
<A HREF="b092ref.pdf">référentiel</A>.""",
    Facts("CAP Agent de la qualité de l'eau", "Agent de la qualité de l'eau", "CAP",
          orders="1990-08-23 ?", order_files=("b092cd.pdf",), documents=(("b092ref.pdf", "référentiel"),))),
    page("e057", brochure, """<CENTER><IMG SRC="img/bp.gif" ALT="Brevet professionnel"><BR>
<B>GEMMOLOGUE</B></CENTER>
<P>Arr. du 21-2-2014
<P>RNCP : 19105""",
    Facts("Brevet professionnel GEMMOLOGUE", "GEMMOLOGUE", "BP", orders="2014-02-21 ?",
          rncp=("RNCP19105",))),
    page("a057", brochure, """<PRE>
                  BACCALAUREAT PROFESSIONNEL

               TECHNICIEN CONSTRUCTEUR BOIS


  Arrêté du 30 juin 2006
  Code 400-23404 S
</PRE>
<A HREF="a057/activites.pdf">Référentiel des activités professionnelles</A><BR>
<A HREF="a057/certification.pdf">Référentiel de certification</A>""",
    Facts("BACCALAUREAT PROFESSIONNEL TECHNICIEN CONSTRUCTEUR BOIS",
          "TECHNICIEN CONSTRUCTEUR BOIS", "BAC_PRO", "40023404", orders="2006-06-30 ?",
          documents=(("a057/activites.pdf", "Référentiel des activités professionnelles"),
                     ("a057/certification.pdf", "Référentiel de certification")))),
    page("f006", brochure, """<H2>BMA technicien en facture instrumentale</H2>
<P>Arrêté du 8 juillet 2003
<UL><LI>option accordéon : 401-23408 V<LI>option guitare : 401-23410 V
<LI>option piano : 401-23411 V</UL>""",
    *(Facts(f"BMA technicien en facture instrumentale option {o}",
            f"technicien en facture instrumentale option {o}", "BMA", c, orders="2003-07-08 ?")
      for o, c in (("accordéon", "40123408"), ("guitare", "40123410"), ("piano", "40123411")))),
    page("e009", brochure, """<H2>BP Vêtement sur mesure</H2>
<TABLE><TR><TH>Option</TH><TH>Code</TH></TR>
<TR><TD>A tailleur dame</TD><TD>450-24215 V</TD></TR>
<TR><TD>B tailleur homme</TD><TD>450-24216 V</TD></TR>
<TR><TD>C couture flou</TD><TD>450-24214 V</TD></TR></TABLE>
<P>Arrêté du 9 juillet 2009""",
    *(Facts((f"BP Vêtement sur mesure option {o}", f"BP Vêtement sur mesure - option {o}"),
            (f"Vêtement sur mesure option {o}", f"Vêtement sur mesure - option {o}"), "BP", c,
            orders="2009-07-09 ?")
      for o, c in (("A tailleur dame", "45024215"), ("B tailleur homme", "45024216"),
                   ("C couture flou", "45024214")))),
    page("b255", brochure, """<B>CAP LAPIDAIRE</B><BR>Option A : diamant<BR>Option B : pierres de couleur
<P>Arrêté du 15 octobre 1973<P>Codes : 500-22339 V (option A), 500-22340 V (option B)""",
    *(Facts((f"CAP LAPIDAIRE option {o}", f"CAP LAPIDAIRE Option {p}"),
            (f"LAPIDAIRE option {o}", f"LAPIDAIRE Option {p}"), "CAP", c, orders="1973-10-15 ?")
      for o, p, c in (("A diamant", "A : diamant", "50022339"),
                      ("B pierres de couleur", "B : pierres de couleur", "50022340")))),
    page("d048", brochure, """<P>Arrêté du 25 juillet 2002 portant création de la mention complémentaire
<H2>Mention complémentaire accueil dans les transports</H2>
<P><A HREF="javascript:ouvrir('d048/d048.pdf')">Référentiel</A>
<P>Mise à jour : 12-03-2004""",
    Facts("Mention complémentaire accueil dans les transports", "accueil dans les transports",
          "MC", orders="2002-07-25 c", documents=(("d048/d048.pdf", "Référentiel"),))),
    page("E083", brochure, """<H2>LIBRAIRE</H2><H3>Brevet professionnel</H3>
<DL><DT>Création<DD>Arrêté du 3 septembre 1997<DT>Modifications<DD>Arrêté du 11 juillet 2000
<DD>Arrêté du 29 août 2011</DL>""",
    Facts(("LIBRAIRE Brevet professionnel", "Brevet professionnel LIBRAIRE"), "LIBRAIRE", "BP",
          orders="1997-09-03 c\n2000-07-11 m\n2011-08-29 m")),
    page("b269", brochure, """<H2>CAP Métiers de la mode - Vêtement tailleur</H2>
<P>NOR/MEN E0757403 A
<P>Arrêté du 24 mai 2007
<P>JO du 7 juin 2007, BO n° 25 du 28 juin 2007""",
    Facts("CAP Métiers de la mode - Vêtement tailleur", "Métiers de la mode - Vêtement tailleur",
          "CAP", orders="2007-05-24 ? MENE0757403A")),
    page("i002", brochure, """<CENTER><H1>Bac pro Maintenance des matériels</H1></CENTER>
<P>Option A matériels agricoles (400-25219 R)<BR>
Option B matériels de construction et de manutention (400-25220 R)<BR>
Option C matériels d'espaces verts (400-25221 R)
<P>Arrêté du 24 mars 2016<P>Première session 2019
<P><A HREF="i002/i002.zip">Annexes communes</A>""",
    *(Facts(f"Bac pro Maintenance des matériels option {o}",
            f"Maintenance des matériels option {o}", "BAC_PRO", c, orders="2016-03-24 ?",
            first=2019, documents=(("i002/i002.zip", "Annexes communes"),))
      for o, c in (("A matériels agricoles", "40025219"),
                   ("B matériels de construction et de manutention", "40025220"),
                   ("C matériels d'espaces verts", "40025221")))),
    page("d062", brochure, """<H2>MC Maquettes et prototypes</H2>
<P>Cette mention complémentaire est abrogée.
<P>Arrêté du 5 mars 1991""",
    Facts("MC Maquettes et prototypes", "Maquettes et prototypes", "MC", orders="1991-03-05 ?",
          status="repealed")),
    page("a128", brochure, """<H2>Bac Pro Cuisine</H2>
<P>Décret n° 2009-145 du 10 février 2009. Arrêté du 31 mai 2011 (NOR : MENE1113754A)
<P>La première session d'examen, organisée conformément aux dispositions de cet arrêté, aura lieu
en 2014.""",
    Facts("Bac Pro Cuisine", "Cuisine", "BAC_PRO",
          orders="2009-02-10 ?\n2011-05-31 ? MENE1113754A", first=2014)),
    page("b224", brochure, """<H2>CAP Poissonnier écailler</H2>
<MAP NAME=m><AREA HREF="b224/b224a.pdf" ALT="Référentiel"><AREA HREF="b224/b224b.pdf"
ALT="Règlement d'examen"></MAP><IMG USEMAP="#m" SRC="boutons.gif" ALT="">
<P>Arrêté du 20 mars 2018""",
    Facts("CAP Poissonnier écailler", "Poissonnier écailler", "CAP", orders="2018-03-20 ?",
          documents=(("b224/b224a.pdf", "Référentiel"),
                     ("b224/b224b.pdf", "Règlement d'examen")))),
    # index and four hexadecimal digits: frozen pages
    page("indexa9a8", frozen, """<h1>Boulanger</h1><h2>Certificat d'aptitude professionnelle</h2>
<p class="texte">Arrêté du 21 février 2014 fixant les conditions de délivrance du CAP boulanger</p>
<p><a href="indexa9a8/annexe1.pdf"><img src="images/pdf.gif" alt="PDF" /></a> Annexe 1</p>
<p><a href="indexa9a8/annexe2.pdf"><img src="images/pdf.gif" alt="PDF" /></a> Annexe 2</p>""",
    Facts(("Boulanger Certificat d'aptitude professionnelle",
           "Certificat d'aptitude professionnelle Boulanger"), "Boulanger", "CAP",
          orders="2014-02-21 ?", documents=(("indexa9a8/annexe1.pdf", "Annexe 1"),
                                            ("indexa9a8/annexe2.pdf", "Annexe 2")))),
    page("index4ac5", frozen, """<h1>CAP opérateur/opératrice logistique</h1>
<h2>Arrêtés</h2><ul><li>24 avril 2012 (création)</li><li>17 juin 2014 (modification)</li></ul>
<h2>Télécharger</h2><ul><li><a href="doc/oplog.pdf">Référentiel (PDF, 1,2 Mo)</a></li></ul>""",
    Facts("CAP opérateur/opératrice logistique", "opérateur/opératrice logistique", "CAP",
          orders="2012-04-24 c\n2014-06-17 m", documents=(("doc/oplog.pdf", "Référentiel"),))),
    page("index83d2", frozen, """<h1>CAP Sellier harnacheur</h1>
<table class="t"><tr><th>Arrêté</th><th>Journal officiel</th><th>Objet</th></tr>
<tr><td>28 juillet 2004</td><td>6 août 2004</td><td>Création</td></tr>
<tr><td>3 juin 2013</td><td>20 juin 2013</td><td>Modification</td></tr></table>
<p>Code diplôme : 500-24321 S</p>""",
    Facts("CAP Sellier harnacheur", "Sellier harnacheur", "CAP", "50024321",
          orders="2004-07-28 c\n2013-06-03 m")),
    page("index0553", frozen, """<h2>Brevet professionnel Coiffure</h2>
<p>En vigueur depuis la session 2013</p>
<p>Arrêté du 28 mars 2011 portant création et fixant les modalités de délivrance</p>
<ul><li><a href="indexbb3a.html?fichier=annexe.pdf">Annexes de l'arrêté</a></li></ul>""",
    Facts("Brevet professionnel Coiffure", "Coiffure", "BP", orders="2011-03-28 c", first=2013,
          status="in_force",
          documents=(("indexbb3a.html?fichier=annexe.pdf", "Annexes de l'arrêté"),))),
    page("indexed53", frozen, """<h1>Bac pro Interventions sur le patrimoine bâti</h1>
<table><tr><td>option A maçonnerie</td><td>400-23205 S</td></tr>
<tr><td>option B charpente</td><td>400-23206 S</td></tr>
<tr><td>option C couverture</td><td>400-23207 S</td></tr></table>
<p>Arrêté du 11 avril 2008 (JO du 30 avril 2008)</p>""",
    *(Facts(f"Bac pro Interventions sur le patrimoine bâti option {o}",
            f"Interventions sur le patrimoine bâti option {o}", "BAC_PRO", c,
            orders="2008-04-11 ?")
      for o, c in (("A maçonnerie", "40023205"), ("B charpente", "40023206"),
                   ("C couverture", "40023207")))),
    page("indexafe2", frozen, """<h1>Métiers et arts de la pierre (bac pro)</h1>
<p>Créé par l'arrêté du 20 mars 2007, modifié par les arrêtés du 2 juin 2008 et du 3 mai 2010.</p>
<p>Pièces jointes : <a href="x/pierre1.odt">activités</a>, <a href="x/pierre2.odt">examen</a></p>""",
    Facts("Métiers et arts de la pierre (bac pro)", "Métiers et arts de la pierre", "BAC_PRO",
          orders="2007-03-20 c\n2008-06-02 m\n2010-05-03 m",
          documents=(("x/pierre1.odt", "activités"), ("x/pierre2.odt", "examen")))),
    page("index3a71", frozen, """<h1>CAP Agent de prévention et de médiation</h1>
<div class="alerte">Diplôme abrogé à compter du 1er septembre 2019</div>
<p>Il est remplacé par le CAP 500-34403 T.</p><p>Arrêté du 22 juin 2006</p>""",
    Facts("CAP Agent de prévention et de médiation", "Agent de prévention et de médiation", "CAP",
          orders="2006-06-22 ?", status="repealed", replaced_by=("50034403",))),
    page("index3a4a", frozen, """<h1>Baccalauréat professionnel spécialité Pilote de ligne de production
</h1><p>Remplace le 400-25504 S. Sessions : à partir de 2019.</p>
<p><a href="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000032116120">Arrêté du 1er mars 2016</a>
</p>""",
    Facts("Baccalauréat professionnel spécialité Pilote de ligne de production",
          "Pilote de ligne de production", "BAC_PRO", orders="2016-03-01 ?", first=2019,
          replaces=("40025504",))),
    page("index4a23", frozen, """<h1>CAP Tonnellerie</h1>
<form action="voir.html"><select name="doc"><option value="">Choisissez une annexe</option>
<option value="t/annexe1.pdf">Annexe I</option><option value="t/annexe2.pdf">Annexe II</option>
</select></form><p>Arrêté du 11 mai 2004, J.O. du 22 mai 2004.</p>""",
    Facts("CAP Tonnellerie", "Tonnellerie", "CAP", orders="2004-05-11 ?",
          documents=(("t/annexe1.pdf", "Annexe I"), ("t/annexe2.pdf", "Annexe II")))),
    page("indexdbe3", frozen, """<h1>BP Métiers de la pierre</h1>
<p>Arrêté du 5 août 1998 abrogeant l'arrêté du 3 septembre 1991</p>
<iframe src="dbe3/pierre.pdf" title="Référentiel" width="600" height="800"></iframe>""",
    Facts("BP Métiers de la pierre", "Métiers de la pierre", "BP", orders="1998-08-05 ?",
          documents=(("dbe3/pierre.pdf", "Référentiel"),))),
    page("index71c0", frozen, """<h1>Brevet professionnel : charpentier de marine</h1>
<p>Textes réglementaires : arrêtés du 3 mars 1998, du 4 avril 2001 et du 5 mai 2009</p>
<p>Nomenclature : 450-23407 S</p><p>Fiche RNCP n° 1234 (lien)</p>""",
    Facts("Brevet professionnel : charpentier de marine", "charpentier de marine", "BP",
          "45023407", orders="1998-03-03 ?\n2001-04-04 ?\n2009-05-05 ?", rncp=("RNCP1234",))),
    page("index9e12", frozen, """<h1>BTS Bioanalyses et contrôles</h1>
<p>Dernière session : 2025 ; remplacé par le 320-22209 R à compter de la session 2026</p>
<p>Arrêté du 25 juin 2004</p><p>Première session : 2006</p>""",
    Facts("BTS Bioanalyses et contrôles", "Bioanalyses et contrôles", "BTS",
          orders="2004-06-25 ?", first=2006, last=2025, replaced_by=("32022209",))),
    page("index55ab", frozen, """<h2>Mention complémentaire</h2><h2>Employé traiteur</h2>
<p><strong>Arrêté de création :</strong> 10 avril 2007</p>
<p><strong>Dernière modification :</strong> arrêté du 8 juin 2010</p>
<p>Dernière mise à jour de la page : 14 septembre 2012</p>""",
    Facts("Mention complémentaire Employé traiteur", "Employé traiteur", "MC",
          orders="2007-04-10 c\n2010-06-08 m")),
    page("index10fe", frozen, """<h1>CAP Vannerie</h1><h3>Documents</h3><dl>
<dt><a href="v/rap.pdf">Référentiel des activités</a></dt><dd>publié en 2009</dd>
<dt><a href="v/rc.pdf">Référentiel de certification</a></dt><dd>publié en 2009</dd></dl>
<p>500-23438 V</p>""",
    Facts("CAP Vannerie", "Vannerie", "CAP", "50023438",
          documents=(("v/rap.pdf", "Référentiel des activités"),
                     ("v/rc.pdf", "Référentiel de certification")))),
    page("index22bd", frozen, """<h1>CAP Cannage et paillage en ameublement</h1>
<p>L'arrêté du 10 juillet 1975 est abrogé. Arrêté du 4 juin 2018 portant création.</p>
<h4>Annexes</h4><p><a href="c/a1.pdf">I</a> - <a href="c/a2.pdf">II</a> -
<a href="c/a3.pdf">III</a></p>""",
    Facts("CAP Cannage et paillage en ameublement", "Cannage et paillage en ameublement", "CAP",
          orders="1975-07-10 -\n2018-06-04 c",
          documents=(("c/a1.pdf", ""), ("c/a2.pdf", ""), ("c/a3.pdf", "")))),
    page("index6f01", frozen, """<h1>DMA Décor architectural</h1>
<p>option A : domaine du traitement plastique et de la transparence</p>
<p>Arrêté du 16 juillet 1987</p><p>Code : 321-23003 V</p>""",
    Facts(("DMA Décor architectural option A : domaine du traitement plastique et de la "
           "transparence",), "Décor architectural option A : domaine du traitement plastique et "
          "de la transparence", "DMA", "32123003", orders="1987-07-16 ?")),
    page("index8c3d", frozen, """<h1>CAP Armurerie (fabrication et réparation)</h1>
<p>Arrêté n° 2004-125 du 16 février 2004</p><p>Code RNCP 38394</p>""",
    Facts("CAP Armurerie (fabrication et réparation)", "Armurerie (fabrication et réparation)",
          "CAP", orders="2004-02-16 ?", rncp=("RNCP38394",))),
    page("indexe771", frozen, """<table><caption>CAP Mareyage</caption>
<tr><td>Textes</td><td>Arrêté du 3 mai 2017 modifié</td></tr>
<tr><td>Référentiel</td><td><a href="m/mareyage.pdf"><img src="pdf.png" alt="Télécharger" /></a></td>
</tr><tr><td>Sessions</td><td>2019 à 2026</td></tr></table>""",
    Facts("CAP Mareyage", "Mareyage", "CAP", orders="2017-05-03 ?", first=2019, last=2026,
          documents=(("m/mareyage.pdf", "Référentiel"),))),
    page("indexb00c", frozen, """<h1>CAP Marbrier du bâtiment et de la décoration</h1>
<p>Créé le 4 mars 2006 par arrêté ministériel.</p><p>Supprimé en 2018.</p>""",
    Facts("CAP Marbrier du bâtiment et de la décoration", "Marbrier du bâtiment et de la décoration",
          "CAP", orders="2006-03-04 c", status="repealed")),
    page("index4d4d", frozen, """<p>Vous êtes ici : Accueil &gt; Diplômes &gt; CAP</p>
<h1>Spécialité « transport par câbles et remontées mécaniques » de certificat d'aptitude
professionnelle</h1><p>Arrêté du 25 mars 2019 - NOR MENE1908642A</p>""",
    Facts("Spécialité « transport par câbles et remontées mécaniques » de certificat d'aptitude "
          "professionnelle", "transport par câbles et remontées mécaniques", "CAP",
          orders="2019-03-25 ? MENE1908642A")),
    # slugs: made by hand in UTF-8
    page("cap_patis", slug, """<h1>CAP Pâtissier</h1>
<p>Arrêté du 6 mars 2019 portant création de la spécialité « pâtissier » de CAP</p>
<ul><li><a href="cap_patis/Annexes_CAP_patissier_190306.pdf">Annexes</a></li></ul>""",
    Facts("CAP Pâtissier", "Pâtissier", "CAP", orders="2019-03-06 c",
          documents=(("cap_patis/Annexes_CAP_patissier_190306.pdf", "Annexes"),))),
    page("CAP_BOUCHER", slug, """<h1>CAP Boucher</h1><a href="CAP_BOUCHER/ref.pdf">référentiel</a>""",
    Facts("CAP Boucher", "Boucher", "CAP", documents=(("CAP_BOUCHER/ref.pdf", "référentiel"),))),
    page("cap_ebeniste", slug, """<h1>CAP Ébéniste</h1><p>50023445</p>""",
    Facts("CAP Ébéniste", "Ébéniste", "CAP", "50023445")),
    page("bac_pro_MN", slug, """<h1>Bac pro Maintenance nautique</h1>
<p><strong>Diplôme abrogé</strong></p>""",
    Facts("Bac pro Maintenance nautique", "Maintenance nautique", "BAC_PRO", status="repealed")),
    page("MC4_TER", slug, """<h1>Mention complémentaire de niveau 4<br>Technicien en énergies
renouvelables</h1><ul><li>option A : énergie électrique – 461 22704 S</li>
<li>option B : énergie thermique – 461 22705 S</li></ul><p>Arrêté du 20 avril 2010</p>""",
    *(Facts((f"Mention complémentaire de niveau 4 Technicien en énergies renouvelables option {o}",
             f"Mention complémentaire de niveau 4 Technicien en énergies renouvelables option {p}"),
            (f"Technicien en énergies renouvelables option {o}",
             f"Technicien en énergies renouvelables option {p}"), "CS", c, orders="2010-04-20 ?")
      for o, p, c in (("A énergie électrique", "A : énergie électrique", "46122704"),
                      ("B énergie thermique", "B : énergie thermique", "46122705")))),
    page("CAP_AEPE", slug, """<h1>CAP Accompagnant éducatif petite enfance (AEPE)</h1>
<h2>Textes</h2><p><a href="https://www.legifrance.gouv.fr/eli/arrete/2020/11/30/MENE2033219A/jo/texte">
Arrêté du 30 novembre 2020</a></p><h2>Documents</h2>
<p><a href="/sites/default/files/document/aepe.pdf" aria-label="Référentiel du CAP AEPE">⬇</a></p>""",
    Facts("CAP Accompagnant éducatif petite enfance (AEPE)",
          ("Accompagnant éducatif petite enfance", "Accompagnant éducatif petite enfance (AEPE)"),
          "CAP", orders="2020-11-30 ? MENE2033219A",
          documents=(("/sites/default/files/document/aepe.pdf", "Référentiel du CAP AEPE"),))),
    page("CAP_CUISINE", slug, """<main><h1>Certificat d'aptitude professionnelle (CAP)</h1>
<h2>Cuisine</h2><p>Code scolarité : 500-22146 T · RNCP 38430</p>
<p>Sessions d'examen : première 2026</p><aside><h3>À télécharger</h3>
<ul><li><a href="CAP_CUISINE/reglement.pdf">Règlement d'examen</a></li></ul></aside></main>""",
    Facts("Certificat d'aptitude professionnelle (CAP) Cuisine", "Cuisine", "CAP", "50022146",
          first=2026, rncp=("RNCP38430",),
          documents=(("CAP_CUISINE/reglement.pdf", "Règlement d'examen"),))),
    page("bacpro_tci", slug, """<h1>Bac pro technicien en chaudronnerie industrielle</h1>
<div class="alert alert-danger">Ce diplôme n'est plus en vigueur depuis la session 2024.</div>
<p>Créé par arrêté du 8 avril 2009.</p>""",
    Facts("Bac pro technicien en chaudronnerie industrielle",
          "technicien en chaudronnerie industrielle", "BAC_PRO", orders="2009-04-08 c",
          status="repealed")),
    page("CAP_MI", slug, """<h1>CAP Menuisier installateur</h1>
<button onclick="window.open('CAP_MI/annexes_220301.pdf')">Annexes de l'arrêté</button>
<p>Arrêté du 1er mars 2022</p>
<p><small>Page créée le 2 avril 2022 – mise à jour le 3 mai 2023</small></p>""",
    Facts("CAP Menuisier installateur", "Menuisier installateur", "CAP", orders="2022-03-01 ?",
          documents=(("CAP_MI/annexes_220301.pdf", "Annexes de l'arrêté"),))),
    page("CAP_MDV", slug, """<h1>CAP Maintenance des véhicules</h1>
<p>Options : A voitures particulières (500-25218 R), B véhicules de transport routier (500-25219 R),
C motocycles (500-25220 R)</p><p>Arrêté du 22 avril 2014</p><p>Première session : 2016</p>""",
    *(Facts(f"CAP Maintenance des véhicules option {o}", f"Maintenance des véhicules option {o}",
            "CAP", c, orders="2014-04-22 ?", first=2016)
      for o, c in (("A voitures particulières", "50025218"),
                   ("B véhicules de transport routier", "50025219"),
                   ("C motocycles", "50025220")))),
    page("bac_pro_CIEL", slug, """<h1>Bac pro Cybersécurité, informatique et réseaux, électronique</h1>
<p>Remplace les 400-25513 R, 400-25514 R et 400-25515 R.</p><p>1re session : 2026</p>
<p>Code : 400-25519 R</p><nav><a href="CIEL/rap.pdf">Activités</a>
<a href="CIEL/epreuves.pdf">Épreuves</a></nav>""",
    Facts("Bac pro Cybersécurité, informatique et réseaux, électronique",
          "Cybersécurité, informatique et réseaux, électronique", "BAC_PRO", "40025519",
          first=2026, replaces=("40025513", "40025514", "40025515"),
          documents=(("CIEL/rap.pdf", "Activités"), ("CIEL/epreuves.pdf", "Épreuves")))),
    page("bp_ecp", slug, """<h1>BP - Esthétique cosmétique parfumerie</h1><h2>Réglementation</h2>
<table><thead><tr><th>Nature</th><th>Date</th><th>NOR</th></tr></thead><tbody>
<tr><td>Arrêté de création</td><td>29/06/2018</td><td>MENE1817542A</td></tr>
<tr><td>Arrêté modificatif</td><td>05/07/2021</td><td>MENE2119433A</td></tr></tbody></table>""",
    Facts("BP - Esthétique cosmétique parfumerie", "Esthétique cosmétique parfumerie", "BP",
          orders="2018-06-29 c MENE1817542A\n2021-07-05 m MENE2119433A")),
    page("CS_organisateur", slug, """<h1>Certificat de spécialisation Organisateur de réceptions</h1>
<p>(ancienne mention complémentaire)</p><p>Code : 461 33412 T</p>
<p>Arrêté du 2 mai 2001 modifié par l'arrêté du 24 octobre 2024</p>""",
    Facts("Certificat de spécialisation Organisateur de réceptions", "Organisateur de réceptions",
          "CS", "46133412", orders="2001-05-02 ?\n2024-10-24 m")),
    page("MC3_METI", slug, """<h1>CS Maintenance des équipements thermiques individuels</h1>
<ul><li>Code : 56122706 T</li><li>RNCP : RNCP37919</li><li>Arrêté : 11 octobre 2022</li>
<li>Remplace : 01022706T</li><li>Session : 2024</li></ul>""",
    Facts("CS Maintenance des équipements thermiques individuels",
          "Maintenance des équipements thermiques individuels", "CS", "56122706",
          orders="2022-10-11 ?", rncp=("RNCP37919",), replaces=("01022706",))),
    page("cap_mit", slug, """<img src="titre.png" alt="CAP Monteur en installations thermiques">
<p>Arrêté du 18 mars 2016 (NOR : MENE1607435A) - JO du 6 avril 2016</p>""",
    Facts("CAP Monteur en installations thermiques", "Monteur en installations thermiques", "CAP",
          orders="2016-03-18 ? MENE1607435A"), head="CAP Monteur en installations thermiques"),
    page("CAP_CSHCR", slug, """<h1>CAP Commercialisation et services en hôtel-café-restaurant</h1>
<p>Pour cette spécialité, deux arrêtés : celui du 14 avril 2016, de création, et celui du 19 mai
2020, qui le modifie.</p>
<p><a href="CAP_CSHCR/annexe I.pdf" title="Annexe I - Activités">Télécharger</a>
<a href="CAP_CSHCR/annexe II.pdf" title="Annexe II - Compétences">Télécharger</a></p>""",
    Facts("CAP Commercialisation et services en hôtel-café-restaurant",
          "Commercialisation et services en hôtel-café-restaurant", "CAP",
          orders="2016-04-14 c\n2020-05-19 m",
          documents=(("CAP_CSHCR/annexe%20I.pdf", "Annexe I - Activités"),
                     ("CAP_CSHCR/annexe%20II.pdf", "Annexe II - Compétences")))),
    page("bac_pro_PIPAC", slug, """<h1>Bac pro PIPAC</h1><p>Production en industries pharmaceutiques,
alimentaires et cosmétiques</p><p>Décret et arrêté du 18 février 2021</p>
<object data="pipac.pdf" type="application/pdf"><a href="pipac.pdf">Référentiel PIPAC</a></object>""",
    Facts(("Bac pro PIPAC", "Bac pro PIPAC Production en industries pharmaceutiques, alimentaires "
           "et cosmétiques"), ("PIPAC", "PIPAC Production en industries pharmaceutiques, "
          "alimentaires et cosmétiques"), "BAC_PRO", orders="2021-02-18 ?",
          documents=(("pipac.pdf", "Référentiel PIPAC"),))),
    page("CAP_CC", slug, """<p>N° 500-22145 S</p><h1>CAP Chocolaterie-confiserie</h1>
<p>Arrêté du 20 avril 2023, applicable à compter du 1er septembre 2023, première session en 2025</p>
<p>L'ancien CAP chocolatier confiseur (500-22138 S) a sa dernière session en 2024.</p>""",
    Facts("CAP Chocolaterie-confiserie", "Chocolaterie-confiserie", "CAP", "50022145",
          orders="2023-04-20 ?", first=2025)),
    page("bma_ArtsGraph", slug, """<h1>BMA Arts graphiques</h1>
<p>Deux options :<br>option A signalétique (code 401-23304 V)<br>option B décor peint
(code 401-23305 V)</p><p>Première session 2018, dernière session 2030</p>""",
    *(Facts(f"BMA Arts graphiques option {o}", f"Arts graphiques option {o}", "BMA", c,
            first=2018, last=2030)
      for o, c in (("A signalétique", "40123304"), ("B décor peint", "40123305")))),
    page("Metiers_du_platre", slug, """<h1>Métiers du plâtre et de l'isolation</h1>
<p><em>Certificat d'aptitude professionnelle</em></p><p>Remplace le 50023323 S</p>
<p>Arrêté du 15 avril 2019, JORF n°0101 du 30 avril 2019, texte n° 27</p>
<p>NOR : <abbr>MENE</abbr>1910877A</p>""",
    Facts(("Métiers du plâtre et de l'isolation Certificat d'aptitude professionnelle",
           "Certificat d'aptitude professionnelle Métiers du plâtre et de l'isolation"),
          "Métiers du plâtre et de l'isolation", "CAP", orders="2019-04-15 ? MENE1910877A",
          replaces=("50023323",))),
)  # fmt: skip
