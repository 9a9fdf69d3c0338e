"""More sober pages, written like the first ones and apart from them."""

from .page import Facts, brochure, frozen, page, slug

PAGES = (
    page("a095", brochure, """<H4>BACCALAUREAT PROFESSIONNEL</H4>
<H4>BOUCHER CHARCUTIER TRAITEUR</H4>
<P>Arrêté du 6 avril 1994 (B.O. n° 18 du 5 mai 1994)
<P>Arrêté modificatif du 11 juillet 2000
<P><A HREF="a095/a095.pdf">R&eacute;f&eacute;rentiel</A> (320 Ko)""",
    Facts("BACCALAUREAT PROFESSIONNEL BOUCHER CHARCUTIER TRAITEUR", "BOUCHER CHARCUTIER TRAITEUR",
          "BAC_PRO", orders="1994-04-06 ?\n2000-07-11 m",
          documents=(("a095/a095.pdf", "Référentiel"),))),
    page("b027", brochure, """<P ALIGN=CENTER><FONT SIZE=5><B>CAP OPERATEUR EN APPAREILLAGE ORTHOPEDIQUE</B></FONT>
<P>Spécialité orthoprothèse
<P>Code : 500-33106 S
<P>Arrêté du 29 juillet 2005 - JO du 10 août 2005""",
    Facts(("CAP OPERATEUR EN APPAREILLAGE ORTHOPEDIQUE",
           "CAP OPERATEUR EN APPAREILLAGE ORTHOPEDIQUE Spécialité orthoprothèse"),
          ("OPERATEUR EN APPAREILLAGE ORTHOPEDIQUE",
           "OPERATEUR EN APPAREILLAGE ORTHOPEDIQUE Spécialité orthoprothèse"),
          "CAP", "50033106", orders="2005-07-29 ?")),
    page("d053", brochure, """<B>M.C. JOAILLERIE</B><BR>
arr. du 30 mars 1989, mod. par arr. du 21 août 2001<BR>
<A HREF="D053/JOAIL1.PDF">annexe I</A><BR><A HREF="D053/JOAIL2.PDF">annexe II</A>""",
    Facts("M.C. JOAILLERIE", "JOAILLERIE", "MC", orders="1989-03-30 ?\n2001-08-21 m",
          documents=(("D053/JOAIL1.PDF", "annexe I"), ("D053/JOAIL2.PDF", "annexe II")))),
    page("e045", brochure, """<CENTER><H1>BP</H1><H1>Ameublement tapisserie décoration</H1></CENTER>
<UL><LI>Arrêté du 27 janvier 1998<LI>Arrêté du 3 septembre 2009</UL>
<UL><LI><A HREF="e045a.doc">Activités</A><LI><A HREF="e045b.doc">Épreuves</A></UL>""",
    Facts("BP Ameublement tapisserie décoration", "Ameublement tapisserie décoration", "BP",
          orders="1998-01-27 ?\n2009-09-03 ?",
          documents=(("e045a.doc", "Activités"), ("e045b.doc", "Épreuves")))),
    page("a054", brochure, """<H3>Baccalauréat professionnel artisanat et métiers d'art</H3>
<H3>option verrerie scientifique et technique</H3>
<P>Création : arrêté du 29 juillet 1998
<P>Dernière modification : arrêté du 7 février 2013
<P>Code diplôme 400-22402 V""",
    Facts(("Baccalauréat professionnel artisanat et métiers d'art option verrerie scientifique et "
           "technique",), "artisanat et métiers d'art option verrerie scientifique et technique",
          "BAC_PRO", "40022402", orders="1998-07-29 c\n2013-02-07 m")),
    page("b236", brochure, """<TABLE BORDER=0><TR><TD><B>Diplôme</B></TD><TD>CAP</TD></TR>
<TR><TD><B>Spécialité</B></TD><TD>MÉTIERS DE L'ENSEIGNE ET DE LA SIGNALÉTIQUE</TD></TR>
<TR><TD><B>Arrêté</B></TD><TD>21 mars 2007</TD></TR>
<TR><TD><B>Référentiel</B></TD><TD><A HREF="b236.pdf">b236.pdf</A></TD></TR></TABLE>""",
    Facts(("CAP MÉTIERS DE L'ENSEIGNE ET DE LA SIGNALÉTIQUE",),
          "MÉTIERS DE L'ENSEIGNE ET DE LA SIGNALÉTIQUE", "CAP", orders="2007-03-21 ?",
          documents=(("b236.pdf", ""),))),
    page("b045", brochure, """<H2>CAP Agent vérificateur d'appareils extincteurs</H2>
<H3>Arrêté du 2 août 2005 (JO du 11-8-2005)</H3>
<A HREF="b045_annexes.pdf">Annexes</A><P>Ce CAP est supprimé à l'issue de la session 2024.""",
    Facts("CAP Agent vérificateur d'appareils extincteurs",
          "Agent vérificateur d'appareils extincteurs", "CAP", orders="2005-08-02 ?", last=2024,
          status="repealed", documents=(("b045_annexes.pdf", "Annexes"),))),
    page("f002", brochure, """<H2>BMA Arts et techniques du tapis et de la tapisserie de lisse</H2>
<P>401-24106 V
<P>Arrêté du 5 août 1993 (NOR : MENL9350348A)
<P>R&egrave;glement : <A HREF="f002r.txt.pdf">cliquez ici</A>""",
    Facts("BMA Arts et techniques du tapis et de la tapisserie de lisse",
          "Arts et techniques du tapis et de la tapisserie de lisse", "BMA", "40124106",
          orders="1993-08-05 ? MENL9350348A", documents=(("f002r.txt.pdf", ""),))),
    page("e082", brochure, """<P><FONT COLOR=navy>Brevet professionnel <I>Boucher</I></FONT>
<P>Vu l'arrêté du 7 septembre 1990 ; arrêté du 2 septembre 1999 portant création
<P>NORMEN E 9901893 A""",
    Facts("Brevet professionnel Boucher", "Boucher", "BP",
          orders="1999-09-02 c MENE9901893A")),
    page("a126", brochure, """<H1>Bac. pro. Façonnage de produits imprimés, routage</H1>
<P>Premi&egrave;re session : 2016<BR>Derni&egrave;re session : 2029
<P>Arr&ecirc;t&eacute; du 5 juin 2013""",
    Facts("Bac. pro. Façonnage de produits imprimés, routage",
          "Façonnage de produits imprimés, routage", "BAC_PRO", orders="2013-06-05 ?", first=2016,
          last=2029)),
    page("b259", brochure, """<H2>C A P</H2><H2>AGENT DE SECURITE</H2><P>Arrêté du 18 octobre 2007
<P>J.O. n° 255 du 3 novembre 2007 page 18063<P>NOR: MENE0767106A""",
    Facts("C A P AGENT DE SECURITE", "AGENT DE SECURITE", "CAP",
          orders="2007-10-18 ? MENE0767106A")),
    page("b238", brochure, """<H2>CAP Art et techniques de la bijouterie-joaillerie</H2>
<TABLE BORDER><TR><TH>bijouterie-joaillerie<TH>bijouterie-sertissage<TH>polissage-finition
<TR><TD>500-22361 V<TD>500-22362 V<TD>500-22363 V</TABLE>
<P>Arrêté du 21 février 2005""",
    *(Facts((f"CAP Art et techniques de la bijouterie-joaillerie {o}",
             f"CAP Art et techniques de la bijouterie-joaillerie option {o}"),
            (f"Art et techniques de la bijouterie-joaillerie {o}",
             f"Art et techniques de la bijouterie-joaillerie option {o}"), "CAP", c,
            orders="2005-02-21 ?")
      for o, c in (("bijouterie-joaillerie", "50022361"), ("bijouterie-sertissage", "50022362"),
                   ("polissage-finition", "50022363")))),
    page("b220", brochure, """<H2>CAP Métiers de la gravure</H2>
<P>Option A gravure d'ornementation : 500-32220 S<P>Option B gravure d'impression : 500-32221 S
<P>Option C gravure en modelé : 500-32222 S<P>Option D marquage poinçonnage : 500-32223 S
<P>A. 9-3-1993 J.O. 20-3-1993""",
    *(Facts((f"CAP Métiers de la gravure option {o}", f"CAP Métiers de la gravure Option {o}"),
            (f"Métiers de la gravure option {o}", f"Métiers de la gravure Option {o}"), "CAP", c,
            orders="1993-03-09 ?")
      for o, c in (("A gravure d'ornementation", "50032220"), ("B gravure d'impression", "50032221"),
                   ("C gravure en modelé", "50032222"), ("D marquage poinçonnage", "50032223")))),
    page("a096", brochure, """<NOFRAMES><BODY><H2>Bac pro Boulanger-pâtissier</H2>
<P>Arrêté du 2 juillet 2009<P><A HREF="a096.pdf">Référentiel</A></BODY></NOFRAMES>""",
    Facts("Bac pro Boulanger-pâtissier", "Boulanger-pâtissier", "BAC_PRO", orders="2009-07-02 ?",
          documents=(("a096.pdf", "Référentiel"),))),
    page("d069", brochure, """<H2>MC Maintenance des installations oléohydrauliques et pneumatiques</H2>
<P><B>Textes</B><BR>arrêté du 20 juin 1992<BR>arrêté du 30 juillet 2002<BR>
<P><B>Annexes</B><BR><A HREF="1.pdf">I a</A><BR><A HREF="2.pdf">I b</A><BR><A HREF="3.pdf">II</A>""",
    Facts("MC Maintenance des installations oléohydrauliques et pneumatiques",
          "Maintenance des installations oléohydrauliques et pneumatiques", "MC",
          orders="1992-06-20 ?\n2002-07-30 ?",
          documents=(("1.pdf", "I a"), ("2.pdf", "I b"), ("3.pdf", "II")))),
    page("e046", brochure, """<P>Brevet professionnel agent technique de prévention et de sécurité
<P>arrêté du 26 septembre 2005 abrogé par arrêté du 5 juin 2024, dernière session 2026""",
    Facts("Brevet professionnel agent technique de prévention et de sécurité",
          "agent technique de prévention et de sécurité", "BP",
          orders="2005-09-26 ?\n2024-06-05 r", last=2026, status="repealed")),
    page("b207", brochure, """<CENTER><B>CERTIFICAT D'APTITUDE PROFESSIONNELLE (C.A.P.)</B>
<P><B>CORDONNERIE MULTISERVICE</B></CENTER>
<P>LE MINISTRE DE L'EDUCATION NATIONALE
<P>ARRETE DU 28 AOUT 2002<P>CODE : 500-24320 S""",
    Facts("CERTIFICAT D'APTITUDE PROFESSIONNELLE (C.A.P.) CORDONNERIE MULTISERVICE",
          "CORDONNERIE MULTISERVICE", "CAP", "50024320", orders="2002-08-28 ?")),
    page("a078", brochure, """<H2>Bac pro Technicien d'études du bâtiment</H2>
<UL><LI>Option A : études et économie, code 400-23004 P, <A HREF="teb_a.pdf">référentiel option A</A>
<LI>Option B : assistant en architecture, code 400-23005 P,
<A HREF="teb_b.pdf">référentiel option B</A></UL><P>Arrêté du 8 avril 2008""",
    *(Facts((f"Bac pro Technicien d'études du bâtiment option {o}",
             f"Bac pro Technicien d'études du bâtiment Option {o}",
             f"Bac pro Technicien d'études du bâtiment option {o}".replace(" :", ""),
             f"Bac pro Technicien d'études du bâtiment Option {o}".replace(" :", "")),
            (f"Technicien d'études du bâtiment option {o}",
             f"Technicien d'études du bâtiment Option {o}",
             f"Technicien d'études du bâtiment option {o}".replace(" :", ""),
             f"Technicien d'études du bâtiment Option {o}".replace(" :", "")), "BAC_PRO", c,
            orders="2008-04-08 ?", documents=((d, ""),))
      for o, c, d in (("A : études et économie", "40023004", "teb_a.pdf"),
                      ("B : assistant en architecture", "40023005", "teb_b.pdf")))),
    page("d071", brochure, """<DL><DT><B>Mention complémentaire BOULANGERIE SPÉCIALISÉE</B>
<DD>arrêté du 24 avril 2003<DD>modifié par arrêté du 12 mai 2009<DD><A HREF="d071.pdf">annexe</A></DL>
<P>Diplôme remplacé par la mention 561-22111 S""",
    Facts("Mention complémentaire BOULANGERIE SPÉCIALISÉE", "BOULANGERIE SPÉCIALISÉE", "MC",
          orders="2003-04-24 ?\n2009-05-12 m", documents=(("d071.pdf", "annexe"),),
          replaced_by=("56122111",))),
    # frozen
    page("index2a31", frozen, """<h1>CAP Agent polyvalent de restauration</h1>
<table border="1"><tr><th>Code</th><td>500-33408 T</td></tr><tr><th>Arrêté</th><td>27/05/2009</td>
</tr><tr><th>Première session</th><td>2011</td></tr><tr><th>Dernière session</th><td>2021</td></tr>
</table>""",
    Facts("CAP Agent polyvalent de restauration", "Agent polyvalent de restauration", "CAP",
          "50033408", orders="2009-05-27 ?", first=2011, last=2021)),
    page("index9ac2", frozen, """<h1>BP Conducteur d'appareils des industries chimiques</h1>
<p>abrogé par arrêté du 19 février 2024</p><p>arrêté du 6 juin 2003</p><p>450-22202 U</p>""",
    Facts("BP Conducteur d'appareils des industries chimiques",
          "Conducteur d'appareils des industries chimiques", "BP", "45022202",
          orders="2024-02-19 r\n2003-06-06 ?", status="repealed")),
    page("index17fe", frozen, """<p class="titre">Brevet de technicien supérieur</p>
<p class="titre">Commerce international</p><p>Arrêté du 25 novembre 2020, NOR : ESRS2033007A</p>
<p>Remplace le n°320-31211</p><p>Code RNCP 35800</p>""",
    Facts("Brevet de technicien supérieur Commerce international", "Commerce international", "BTS",
          orders="2020-11-25 ? ESRS2033007A", rncp=("RNCP35800",), replaces=("32031211",))),
    page("index66d0", frozen, """<h1>CAP Transport fluvial</h1><h2>Arrêté du 18 juillet 2023</h2>
<p>(JO du 2 août 2023)</p><h2>Annexes</h2><h3><a href="tf/rap.pdf">Activités professionnelles</a></h3>
<h3><a href="tf/re.pdf">Règlement d'examen</a></h3><p>remplace le 500-31121 U</p>""",
    Facts("CAP Transport fluvial", "Transport fluvial", "CAP", orders="2023-07-18 ?",
          replaces=("50031121",), documents=(("tf/rap.pdf", "Activités professionnelles"),
                                             ("tf/re.pdf", "Règlement d'examen")))),
    page("index30b7", frozen, """<h1>CAP Electricien</h1><table><tr><td>Référentiel</td>
<td><a href="e/1.pdf"><img src="pdf.gif" alt="" /></a></td><td><a href="e/1.doc"><img src="doc.gif"
alt="" /></a></td></tr></table><p>Arrêté du 8 février 2018</p>""",
    Facts("CAP Electricien", "Electricien", "CAP", orders="2018-02-08 ?",
          documents=(("e/1.pdf", "Référentiel"), ("e/1.doc", "Référentiel")))),
    page("index5b5b", frozen, """<h1>DMA Régie du spectacle</h1><ul>
<li>option lumière <b>321-32316 M</b></li><li>option son <b>321-32317 M</b></li></ul>
<p>Arrêté du 9 juillet 2002. Session 2004.</p>""",
    *(Facts(f"DMA Régie du spectacle option {o}", f"Régie du spectacle option {o}", "DMA", c,
            orders="2002-07-09 ?")
      for o, c in (("lumière", "32132316"), ("son", "32132317")))),
    page("index8080", frozen, """<h1>Bac pro Gestion des pollutions et protection de l'environnement</h1>
<p>Sessions : 2016-2027</p><p>400-34303 T</p><p>RNCP39946</p>
<p>Textes : arrêté du 17 juillet 2012 ; décret n°2012-999 du 23 août 2012</p>""",
    Facts("Bac pro Gestion des pollutions et protection de l'environnement",
          "Gestion des pollutions et protection de l'environnement", "BAC_PRO", "40034303",
          orders="2012-07-17 ?\n2012-08-23 ?", first=2016, last=2027, rncp=("RNCP39946",))),
    page("index0a0a", frozen, """<h1>CAP Gardien d'immeuble</h1>
<p>Ce diplôme est remplacé par le <a href="cap_gardien.html">CAP Gardien d'immeubles</a>
(code 500-34406 T). Dernière session : 2026.</p><p>Arrêté du 23 février 2010</p>""",
    Facts("CAP Gardien d'immeuble", "Gardien d'immeuble", "CAP", orders="2010-02-23 ?", last=2026,
          replaced_by=("50034406",))),
    page("index4e4f", frozen, """<h2>Certificat d'aptitude professionnelle<br />Assistant luthier du quatuor</h2>
<p>Arrêté du 3 mai 2021 portant création. Arrêté du 4 juin 2022 modificatif.</p>
<p>Remplace le n°500-23428</p><p>Première session : juin 2023</p>""",
    Facts("Certificat d'aptitude professionnelle Assistant luthier du quatuor",
          "Assistant luthier du quatuor", "CAP", orders="2021-05-03 c\n2022-06-04 m", first=2023,
          replaces=("50023428",))),
    page("index7700", frozen, """<h1>BMA Horlogerie</h1><div class="colonne"><h4>Voir aussi</h4>
<ul><li><a href="b232.html">CAP Horlogerie</a></li></ul></div>
<p>Arrêté du 21 avril 2008</p><div class="doc"><a href="bma.pdf" title="Référentiel du BMA horlogerie">
<span class="picto"></span></a></div>""",
    Facts("BMA Horlogerie", "Horlogerie", "BMA", orders="2008-04-21 ?",
          documents=(("bma.pdf", "Référentiel du BMA horlogerie"),))),
    page("indexd00d", frozen, """<h1>CAP Tailleur de pierre</h1><ol><li>Arrêté de création
<ul><li>6 février 2013</li></ul></li><li>Arrêtés modificatifs<ul><li>3 juin 2014</li>
<li>5 mars 2018</li></ul></li></ol>""",
    Facts("CAP Tailleur de pierre", "Tailleur de pierre", "CAP",
          orders="2013-02-06 c\n2014-06-03 m\n2018-03-05 m")),
    page("index3f3f", frozen, """<h1>CAP Maroquinerie (abrogé)</h1><p>500-24322 S</p>
<p>remplacé par le 500-24323 S</p><p>Arrêté du 26 avril 2005</p>""",
    Facts(("CAP Maroquinerie", "CAP Maroquinerie (abrogé)"), "Maroquinerie", "CAP", "50024322",
          orders="2005-04-26 ?", status="repealed", replaced_by=("50024323",))),
    page("index1b2b", frozen, """<h1>BTS Métiers de la mesure</h1><p>Version du 18 décembre 2020</p>
<p>Arrêté du 18 décembre 2020 relatif au BTS « Métiers de la mesure » (publié le 5 janvier 2021)</p>
<p><a href="mesure.pdf#page=2">Référentiel</a></p>""",
    Facts("BTS Métiers de la mesure", "Métiers de la mesure", "BTS", orders="2020-12-18 ?",
          documents=(("mesure.pdf#page=2", "Référentiel"),))),
    page("indexee01", frozen, """<h1>Bronzier (CAP)</h1><p>option A : monteur en bronze</p>
<p>500-22349 V</p><p>arrêté du 13 juillet 1977</p>""",
    Facts(("Bronzier (CAP) option A : monteur en bronze",
           "Bronzier (CAP)"), ("Bronzier option A : monteur en bronze", "Bronzier"), "CAP",
          "50022349", orders="1977-07-13 ?")),
    page("index9191", frozen, """<h1>CAP Orfèvre</h1><table><tr><th>Options</th><th>Codes</th></tr>
<tr><td>A monteur en orfèvrerie<br />B tourneur repousseur<br />C polisseur aviveur</td>
<td>500-22340 V<br />500-22341 V<br />500-22342 V</td></tr></table><p>Arrêté du 15 octobre 1973</p>""",
    *(Facts((f"CAP Orfèvre option {o}", f"CAP Orfèvre {o}"), (f"Orfèvre option {o}", f"Orfèvre {o}"),
            "CAP", c, orders="1973-10-15 ?")
      for o, c in (("A monteur en orfèvrerie", "50022340"), ("B tourneur repousseur", "50022341"),
                   ("C polisseur aviveur", "50022342")))),
    page("index5e5e", frozen, """<h1>Bac pro Technicien gaz</h1><p>Épreuve E2, durée : 4 heures,
coefficient 3</p><p>Arrêté du 2 mars 2017</p><p>dernière session 2027</p>""",
    Facts("Bac pro Technicien gaz", "Technicien gaz", "BAC_PRO", orders="2017-03-02 ?",
          last=2027)),
    page("index2020", frozen, """<h1>CAP Accordeur de pianos</h1>
<p><a href="textes.html">Arrêté du 20 juin 2001</a> créant le diplôme, <a href="textes.html">arrêté du
3 juillet 2006</a> le modifiant.</p>""",
    Facts("CAP Accordeur de pianos", "Accordeur de pianos", "CAP",
          orders="2001-06-20 c\n2006-07-03 m")),
    page("index7c7d", frozen, """<h1>Brevet des métiers d'art</h1><h2>Ébéniste</h2>
<p>NOR MENE1312545A - arrêté du 23 mai 2013</p><p><b>Annexes</b> : <a href="i.pdf">I</a>,
<a href="ii.pdf">II</a></p><p>© 2014 – page mise à jour le 3 mars 2014</p>""",
    Facts("Brevet des métiers d'art Ébéniste", "Ébéniste", "BMA",
          orders="2013-05-23 ? MENE1312545A", documents=(("i.pdf", ""), ("ii.pdf", "")))),
    # slugs
    page("CAP_ecp", slug, """<h1>CAP Esthétique cosmétique parfumerie</h1>
<p>Arrêté du 25 juin 2018</p><p><a download href="ECP/annexes">Annexes</a></p>
<p>remplace le 50033611 T</p><p>Session : à partir de 2020</p>""",
    Facts("CAP Esthétique cosmétique parfumerie", "Esthétique cosmétique parfumerie", "CAP",
          orders="2018-06-25 ?", replaces=("50033611",), first=2020,
          documents=(("ECP/annexes", "Annexes"),))),
    page("cap_seri_indus", slug, """<h1>CAP Sérigraphie industrielle</h1><ul>
<li>Arrêté du 3 juin 2002</li><li><a href="s/rap.pdf">RAP</a> – <a href="s/rc.pdf">RC</a></li></ul>
<p class="badge">Abrogé</p>""",
    Facts("CAP Sérigraphie industrielle", "Sérigraphie industrielle", "CAP",
          orders="2002-06-03 ?", status="repealed",
          documents=(("s/rap.pdf", "RAP"), ("s/rc.pdf", "RC")))),
    page("bac_pro_ASSP", slug, """<h1>Baccalauréat professionnel <small>Accompagnement, soins et
services à la personne</small></h1><p>400-33007 T | RNCP 38391</p><p>Création : 3 mars 2022 (arrêté,
NOR MENE2206814A)</p>""",
    Facts("Baccalauréat professionnel Accompagnement, soins et services à la personne",
          "Accompagnement, soins et services à la personne", "BAC_PRO", "40033007",
          orders="2022-03-03 c MENE2206814A", rncp=("RNCP38391",))),
    page("CAP_C4A", slug, """<h1>CAP Conducteur agent d'accueil en autobus et autocar</h1>
<dl><dt>Code diplôme</dt><dd>50031124U</dd><dt>Certification</dt><dd><a
href="https://www.francecompetences.fr/recherche/rncp/37598/">Fiche au RNCP</a></dd>
<dt>Texte</dt><dd>Arrêté du 12 mars 2023</dd><dt>Ouverture</dt><dd>session 2024</dd></dl>""",
    Facts("CAP Conducteur agent d'accueil en autobus et autocar",
          "Conducteur agent d'accueil en autobus et autocar", "CAP", "50031124",
          orders="2023-03-12 ?", first=2024, rncp=("RNCP37598",))),
    page("CS_TER", slug, """<h1>CS Technicien en chaudronnerie aéronautique et spatiale</h1>
<p>461 25408 S</p><p>L'arrêté du 12 janvier 2017 crée cette certification ; il entre en vigueur à la
session 2018.</p>""",
    Facts("CS Technicien en chaudronnerie aéronautique et spatiale",
          "Technicien en chaudronnerie aéronautique et spatiale", "CS", "46125408",
          orders="2017-01-12 c", first=2018)),
    page("bac_pro_MFER", slug, """<article><header><h1>Bac pro Métiers du froid et des énergies
renouvelables</h1></header><section><h2>Réglementation</h2><p>Arrêté du 10 mars 2021</p></section>
<section><h2>Documents</h2><ul><li><a href="mfer/annexe-1.pdf">Annexe 1 – Référentiel (PDF – 2,3 Mo)</a>
</li></ul></section><p>Remplace le n°400-25509 R.</p></article>""",
    Facts("Bac pro Métiers du froid et des énergies renouvelables",
          "Métiers du froid et des énergies renouvelables", "BAC_PRO", orders="2021-03-10 ?",
          replaces=("40025509",), documents=(("mfer/annexe-1.pdf", "Annexe 1 – Référentiel"),))),
    page("cap_aagm", slug, """<h1>CAP Agent accompagnant au grand âge</h1><h2>500-33002 T</h2>
<p>Arrêté du 6 février 2023 · Première session 2025 · remplace le 500-33411 T</p>""",
    Facts("CAP Agent accompagnant au grand âge", "Agent accompagnant au grand âge", "CAP",
          "50033002", orders="2023-02-06 ?", first=2025, replaces=("50033411",))),
    page("bp_menuisier", slug, """<h1>Spécialité menuisier du brevet professionnel</h1>
<p>Arrêté du 3 mai 2010<br>Arrêté du 4 mai 2011<br>Arrêté du 5 mai 2012</p>
<p><a href="//eduscol.education.fr/cid1/menuisier.pdf">Référentiel</a></p>""",
    Facts("Spécialité menuisier du brevet professionnel", "menuisier", "BP",
          orders="2010-05-03 ?\n2011-05-04 ?\n2012-05-05 ?",
          documents=(("https://eduscol.education.fr/cid1/menuisier.pdf", "Référentiel"),))),
    page("CAP_RCL", slug, """<h1>CAP Opérateur/opératrice de service - Relation client et livraison</h1>
<p>500-31123</p><details><summary>Textes officiels</summary><p>Arrêté du 4 septembre 2015</p></details>
<details><summary>Annexes</summary><p><a href="rcl.pdf">Toutes les annexes</a></p></details>""",
    Facts("CAP Opérateur/opératrice de service - Relation client et livraison",
          "Opérateur/opératrice de service - Relation client et livraison", "CAP", "50031123",
          orders="2015-09-04 ?", documents=(("rcl.pdf", "Toutes les annexes"),))),
    page("bma_fi", slug, """<h1>BMA Technicien en facture instrumentale</h1><h2>Option accordéon</h2>
<p>401-23408 V</p><p><a href="acc.pdf">Référentiel accordéon</a></p><h2>Option guitare</h2>
<p>401-23410 V</p><p><a href="gui.pdf">Référentiel guitare</a></p>""",
    *(Facts((f"BMA Technicien en facture instrumentale option {o}",
             f"BMA Technicien en facture instrumentale Option {o}"),
            (f"Technicien en facture instrumentale option {o}",
             f"Technicien en facture instrumentale Option {o}"), "BMA", c,
            documents=((d, f"Référentiel {o}"),))
      for o, c, d in (("accordéon", "40123408", "acc.pdf"), ("guitare", "40123410", "gui.pdf")))),
    page("mc_art_culinaire", slug, """<h1>Mention complémentaire Art de la cuisine allégée</h1>
<p role="alert">Supprimée par arrêté du 5 mai 2017.</p><p>Créée par arrêté du 22 août 1990.</p>""",
    Facts("Mention complémentaire Art de la cuisine allégée", "Art de la cuisine allégée", "MC",
          orders="2017-05-05 r\n1990-08-22 c", status="repealed")),
    page("CAP_crem", slug, """<h1>CAP Crémier-fromager</h1><p>Arrêté du 11 janvier 2017 et son
<a href="crem/annexe.pdf">annexe</a>, modifié par l'<a href="crem/modif.pdf">arrêté du 2 avril 2019</a></p>""",
    Facts("CAP Crémier-fromager", "Crémier-fromager", "CAP", orders="2017-01-11 ?\n2019-04-02 m",
          order_files=("crem/modif.pdf",), documents=(("crem/annexe.pdf", "annexe"),))),
    page("bac_pro_aero", slug, """<h1>Bac pro Aéronautique</h1><p>Option avionique – 400-25304 M</p>
<p>Option systèmes – 400-25303 M</p><p>Option structure – 400-25305 M</p>
<p>Arrêté du 12 avril 2013. 1ère session : 2016.</p>""",
    *(Facts((f"Bac pro Aéronautique option {o}", f"Bac pro Aéronautique Option {o}"),
            (f"Aéronautique option {o}", f"Aéronautique Option {o}"), "BAC_PRO", c,
            orders="2013-04-12 ?", first=2016)
      for o, c in (("avionique", "40025304"), ("systèmes", "40025303"),
                   ("structure", "40025305")))),
    page("bp_pharma", slug, """<h1>BP Préparateur en pharmacie</h1><p>Abrogé par arrêté du 17/10/2022</p>
<p>Dernière session : 2024.</p><p>Arrêté du 10 septembre 1997, sessions 1999 à 2024</p>""",
    Facts("BP Préparateur en pharmacie", "Préparateur en pharmacie", "BP",
          orders="2022-10-17 r\n1997-09-10 ?", first=1999, last=2024, status="repealed")),
    page("cap_etbtp", slug, """<p><a href="/">Accueil</a> › <a href="cap.html">CAP</a> › Étancheur</p>
<h1>CAP Étancheur du bâtiment et des travaux publics</h1><p>Code 50023328S</p>
<p>Arrêté : 29-08-2022</p><p>Prédécesseur : 500-23321 S</p><p>RNCP : 37892</p>""",
    Facts("CAP Étancheur du bâtiment et des travaux publics",
          "Étancheur du bâtiment et des travaux publics", "CAP", "50023328", orders="2022-08-29 ?",
          rncp=("RNCP37892",), replaces=("50023321",))),
    page("BacPro_MetAc", slug, """<h1>Bac pro Métiers de l'accueil</h1>
<p>Arrêté du 17 décembre 2018<br><em>NOR : MENE1834083A</em><br>JORF n°0294 du 20 décembre 2018</p>
<div class="fr-download"><a class="fr-download__link" download href="metac/ref_181217.pdf">Référentiel
<span>PDF – 1,4 Mo</span></a></div>""",
    Facts("Bac pro Métiers de l'accueil", "Métiers de l'accueil", "BAC_PRO",
          orders="2018-12-17 ? MENE1834083A", documents=(("metac/ref_181217.pdf", "Référentiel"),))),
    page("CAP_carrossier", slug, """<h1>CAP Carrossier automobile</h1>
<blockquote>Remplace le 500-25434 S (Réparation des carrosseries), dernière session 2024</blockquote>
<p>50025440S · session 2025 · arrêté du 30 décembre 2022 · RNCP37601</p>""",
    Facts("CAP Carrossier automobile", "Carrossier automobile", "CAP", "50025440",
          orders="2022-12-30 ?", rncp=("RNCP37601",), replaces=("50025434",))),
    page("dnmade", slug, """<h1>Diplôme national des métiers d'art et du design (DN MADE)</h1>
<h2>mention Objet</h2><p>Arrêté du 18 mai 2018</p><p>241-13432</p><p><a href="dnmade.pdf">Annexes</a></p>""",
    Facts(("Diplôme national des métiers d'art et du design (DN MADE) mention Objet",),
          ("mention Objet", "Objet"), "DN_MADE", orders="2018-05-18 ?", code="24113432",
          documents=(("dnmade.pdf", "Annexes"),))),
    page("cap_primeur", slug, """<h1>CAP Primeur</h1><table><tr><th>Document</th><th>Format</th></tr>
<tr><td>Référentiel du CAP primeur</td><td><a href="primeur/r.pdf">PDF</a></td></tr>
<tr><td>Grille d'évaluation</td><td><a href="primeur/g.xlsx">XLSX</a></td></tr></table>
<p>Texte fondateur : arrêté du 22 mars 2017, modifié le 3 avril 2018 puis le 9 mai 2019</p>""",
    Facts("CAP Primeur", "Primeur", "CAP", orders="2017-03-22 ?\n2018-04-03 m\n2019-05-09 m",
          documents=(("primeur/r.pdf", "Référentiel du CAP primeur"),
                     ("primeur/g.xlsx", "Grille d'évaluation")))),
)  # fmt: skip
