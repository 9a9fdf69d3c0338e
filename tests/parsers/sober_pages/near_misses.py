"""Pages that describe no single diploma: each must be refused, none may become a record."""

from .page import brochure, frozen, modern, page, slug

FIRST_ROUND = (
    page("programmes_bacpro", slug, """<h1>Programmes du baccalauréat professionnel</h1>
<p>Arrêté du 3 avril 2019 fixant les programmes d'enseignement de français</p>
<ul><li><a href="fr.pdf">Français</a></li><li><a href="math.pdf">Mathématiques</a></li></ul>"""),
    page("reglement_cap", brochure, """<H2>Règlement général du CAP</H2>
<P>Décret n° 2002-463 du 4 avril 2002<P>Arrêté du 17 juin 2003 fixant les unités générales"""),
    page("calendrier_bts", frozen, """<h1>Calendrier des examens BTS - session 2016</h1>
<p>Arrêté du 3 décembre 2015</p><p><a href="calendrier.pdf">Calendrier</a></p>"""),
    page("familles", slug, """<h1>Familles de métiers du bac pro</h1>
<p>Arrêté du 19 avril 2019 portant définition des familles de métiers</p>
<ul><li>Métiers de l'aéronautique</li><li>Métiers de la beauté</li></ul>"""),
    page("liste_cap", frozen, """<h1>CAP du secteur de l'alimentation</h1><table>
<tr><td><a href="indexa9a8.html">CAP Boulanger</a></td><td>500-22137</td></tr>
<tr><td><a href="CAP_BOUCHER.html">CAP Boucher</a></td><td>500-22143</td></tr>
<tr><td><a href="CAP_CC.html">CAP Chocolaterie-confiserie</a></td><td>500-22145</td></tr>
<tr><td><a href="cap_patis.html">CAP Pâtissier</a></td><td>500-22142</td></tr></table>"""),
    page("annales", slug, """<h1>Annales du CAP Cuisine</h1><ul>
<li><a href="2016.pdf">Sujets de la session 2016</a></li>
<li><a href="2017.pdf">Sujets de la session 2017</a></li></ul>"""),
    page("renoves", slug, """<h1>Les CAP rénovés en 2026</h1><p>Douze spécialités changent à la
rentrée : consultez les arrêtés du 3 mars 2025.</p>"""),
    page("cpc", frozen, """<h1>Commission professionnelle consultative Industrie</h1>
<p>Elle suit les diplômes : Bac pro Aéronautique, BTS Maintenance des systèmes, CAP Horlogerie.</p>
<p>Arrêté du 30 décembre 2019</p>"""),
    page("epreuves_bp", brochure, """<H2>Brevet professionnel : épreuves d'enseignement général</H2>
<P>Arrêté du 3 mars 1995<P><A HREF="eg.pdf">Définition des épreuves</A>"""),
    page("equivalences", slug, """<h1>Dispenses d'épreuves au baccalauréat professionnel</h1>
<p>Arrêté du 20 juillet 2015</p><p><a href="tableau.xls">Tableau des dispenses</a></p>"""),
    page("vae", slug, """<h1>Obtenir un CAP par la VAE</h1><p>Déposez le livret 1 auprès de votre
académie.</p><p><a href="livret1.pdf">Livret 1</a></p>"""),
    page("lycee", slug, """<h1>CAP Cuisine au lycée Jean-Moulin</h1><p>Notre lycée prépare au CAP
Cuisine en deux ans. Portes ouvertes le 3 mars 2026.</p><p><a href="plaquette.pdf">Plaquette</a></p>"""),
    page("manuel", slug, """<h1>Réussir le CAP Pâtissier</h1><p>Le livre, 24,90 €. Ajouter au
panier. Éditeur : Les Cahiers du fournil. ISBN 978-2-0000-0000-2</p>"""),
    page("guide_ccf", slug, """<h1>Guide du contrôle en cours de formation en CAP</h1>
<p><a href="guide.pdf">Guide (PDF)</a></p><p>Session 2019</p>"""),
    page("rapport", frozen, """<h1>La mention complémentaire : bilan et perspectives</h1>
<p>Rapport remis le 3 mai 2010.</p><p><a href="rapport.pdf">Le rapport</a></p>"""),
    page("enquete", slug, """<h1>Enquête sur l'insertion des titulaires du bac pro</h1>
<p>Session 2018 : 54 % en emploi.</p><p><a href="resultats.ods">Résultats</a></p>"""),
    page("grille_horaire", slug, """<h1>Grilles horaires du CAP</h1>
<p>Arrêté du 21 novembre 2018 relatif à l'organisation des enseignements</p>"""),
    page("formulaire", brochure, """<H2>Inscription aux examens : CAP, BEP, MC</H2>
<P>Les inscriptions à la session 2005 sont closes.<P><A HREF="form.rtf">Formulaire</A>"""),
    page("bo", frozen, """<h1>Bulletin officiel n° 12 du 22 mars 2012</h1>
<p>Arrêté du 13 février 2012 : création du CAP Signalétique ; arrêté du 14 février 2012 :
création du BP Menuisier ; arrêté du 15 février 2012 : abrogation du BEP Bois</p>"""),
    page("index", frozen, """<h1>Référentiels des diplômes professionnels</h1><ul>
<li><a href="cap.html">CAP</a></li><li><a href="bp.html">BP</a></li>
<li><a href="bma.html">BMA</a></li><li><a href="bacpro.html">Bac pro</a></li></ul>"""),
)  # fmt: skip

SECOND_ROUND = (
    page("voie_pro", slug, """<h1>Transformer la voie professionnelle</h1>
<p>Le bac pro et le CAP évoluent. <a href="dossier.pdf">Dossier de presse</a></p>"""),
    page("specialites", slug, """<h1>Les spécialités de baccalauréat professionnel</h1><ol>
<li>Aéronautique</li><li>Accueil</li><li>Cuisine</li></ol><p>Arrêté du 27 mai 2019</p>"""),
    page("tableau_bts", frozen, """<h1>BTS : tableau des arrêtés</h1><table>
<tr><td>Bioanalyses</td><td>25 juin 2004</td></tr><tr><td>Bâtiment</td><td>23 juin 2011</td></tr>
<tr><td>Commerce international</td><td>25 novembre 2020</td></tr></table>"""),
    page("pse", slug, """<h1>Prévention santé environnement en CAP</h1><p>Arrêté du 3 avril 2019</p>
<p><a href="pse.pdf">Programme</a></p>"""),
    page("unites", brochure, """<H2>Unités générales du certificat d'aptitude professionnelle</H2>
<P>Arrêté du 30 août 2019<P><A HREF="ug.pdf">Annexes</A>"""),
    page("abrogations", frozen, """<h1>CAP abrogés</h1><ul><li>CAP Maroquinerie, dernière session 2025</li>
<li>CAP Tonnellerie, dernière session 2023</li></ul>"""),
    page("jury", slug, """<h1>Être membre du jury du brevet professionnel</h1>
<p><a href="charte.pdf">Charte du jury</a></p>"""),
    page("stage", slug, """<h1>Convention de stage - bac pro</h1><p><a href="convention.doc">Modèle
de convention</a></p><p>Arrêté du 3 novembre 2009</p>"""),
    page("eps", slug, """<h1>EPS au CAP, au bac pro et au BMA</h1><p>Arrêté du 17 juillet 2020</p>
<p><a href="eps.pdf">Référentiel national d'évaluation</a></p>"""),
    page("resultats", frozen, """<h1>Résultats du bac pro, session 2014</h1>
<p>Consultez les résultats à partir du 4 juillet 2014.</p>"""),
    page("faq", slug, """<h1>Questions sur le certificat de spécialisation</h1><h2>Qui délivre le CS ?</h2>
<p>Le recteur.</p><h2>Depuis quand ?</h2><p>Depuis l'arrêté du 9 août 2023.</p>"""),
    page("secteur_btp", frozen, """<h1>Secteur bâtiment et travaux publics</h1>
<p><a href="b1.html">CAP Maçon</a> <a href="b2.html">CAP Carreleur</a> <a href="b3.html">BP Maçon</a></p>"""),
    page("concours", slug, """<h1>Concours général des métiers : bac pro</h1>
<p>Session 2017</p><p><a href="rapport_jury.pdf">Rapport du jury</a></p>"""),
    page("langues", slug, """<h1>Attestation de langue vivante au baccalauréat professionnel</h1>
<p>Arrêté du 8 avril 2010</p>"""),
    page("cfa", slug, """<h1>BP Coiffure - CFA de Trifouilly</h1><p>Rejoignez notre CFA ! Inscriptions
ouvertes, contactez-nous au 01 23 45 67 89.</p><p><a href="brochure.pdf">Brochure</a></p>"""),
    page("emploi", slug, """<h1>Recrutement : formateur CAP Cuisine</h1><p>Poste à pourvoir au
1er septembre 2026. Envoyez votre CV.</p>"""),
    page("glossaire", frozen, """<h1>Sigles des diplômes</h1><dl><dt>CAP</dt><dd>certificat d'aptitude
professionnelle</dd><dt>BP</dt><dd>brevet professionnel</dd></dl>"""),
    page("note", brochure, """<H2>Note de service n° 2005-123 du 3 mai 2005</H2>
<P>Objet : organisation des CAP à la session 2006"""),
    page("journal", slug, """<h1>Le nouveau CAP Primeur est arrivé</h1><p>Publié le 3 mai 2017 par la
rédaction</p><p>Interview d'un inspecteur général : « la filière attendait ce diplôme ».</p>"""),
    page("plan", frozen, """<h1>Plan du site</h1><ul><li>CAP</li><li>BEP</li><li>BP</li><li>BMA</li>
<li>Bac pro</li><li>BTS</li></ul>"""),
)  # fmt: skip

THIRD_ROUND = (
    page("n01", modern, """<h1>Programmes d'enseignement en CAP</h1>
<p>Arrêté du 3 avril 2019 fixant les programmes d'enseignement général des classes préparant au CAP</p>
<a href="/f/prog.pdf">Programme de français</a>"""),
    page("n02", modern, """<h1>Foire aux questions sur le bac pro</h1>
<h2>Qu'est-ce que le bac pro ?</h2>
<p>Un diplôme de niveau 4.</p>
<h2>Quand passe-t-on les épreuves ?</h2>
<p>Voir l'arrêté du 20 octobre 2020.</p>"""),
    page("n03", modern, """<h1>Communiqué de presse : création du CAP Chocolaterie-confiserie</h1>
<p>Paris, le 13 novembre 2023. La ministre annonce la création du CAP par arrêté du 13 novembre 2023. Contact presse : 01 55 55 30 10</p>"""),
    page("n04", slug, """<title>Lycée Jean-Moulin</title><h1>Lycée professionnel Jean-Moulin</h1>
<h2>CAP Pâtissier</h2>
<p>Notre lycée vous accueille en CAP pâtissier. Inscriptions du 2 mai au 30 juin. Journée portes ouvertes le 14 mars 2026.</p>"""),
    page("n05", modern, """<h1>Calendrier des examens - session 2026</h1>
<table><tr><td>CAP</td><td>du 1er au 26 juin 2026</td></tr><tr><td>BTS</td><td>11 mai 2026</td></tr></table>"""),
    page("n06", modern, """<h1>Rapport de jury - BTS Tourisme - session 2024</h1>
<p>Observations du jury national.</p>
<a href="/f/rj.pdf">Rapport (PDF)</a>"""),
    page("n07", modern, """<h1>Liste des baccalauréats professionnels</h1>
<ul><li>
<a href="a1.html">Bac pro Maintenance nautique</a></li><li>
<a href="a2.html">Bac pro Travaux publics</a></li><li>
<a href="a3.html">Bac pro Métiers de la coiffure</a></li></ul>"""),
    page("n08", modern, """<h1>Résultats de recherche pour « CAP boulanger »</h1>
<p>12 résultats</p>
<ol><li>
<a href="/x">CAP Boulanger</a> Arrêté du 21 février 2014</li><li>
<a href="/y">BP Boulanger</a></li></ol>"""),
    page("n09", slug, """<h1>Erreur 404</h1>
<p>La page CAP Boulanger que vous demandez n'existe plus.</p>"""),
    page("n10", modern, """<h1>Plan du site</h1>
<ul><li>
<a href="/cap">CAP</a></li><li>
<a href="/bp">Brevet professionnel</a></li><li>
<a href="/bts">BTS</a></li></ul>"""),
    page("n11", modern, """<h1>Actualité : rénovation du CAP Maroquinerie</h1>
<p>Publié le 3 mars 2024</p>
<p>Le CAP est rénové par l'arrêté du 12 février 2024. Lire la suite</p>"""),
    page("n12", slug, """<h1>Manuel CAP Pâtissier - 1re année</h1>
<p>Éditions Dupont - ISBN 978-2-01-000000-0 - 29,90 €</p><button>Ajouter au panier</button>
<p>Conforme au référentiel (arrêté du 6 mars 2019)</p>"""),
    page("n13", slug, """<h1>Forum : CAP Fleuriste en candidat libre</h1>
<p>Posté par lila le 3 mai 2021</p>
<p>Bonjour, quelqu'un a passé le CAP ?</p>
<p>Réponse de marc : oui, session 2020.</p>"""),
    page("n14", modern, """<h1>Effectifs en bac pro par spécialité</h1>
<table><tr><th>Spécialité</th><th>2022</th><th>2023</th></tr><tr><td>Métiers de la coiffure</td><td>3 201</td><td>3 540</td></tr><tr><td>Travaux publics</td><td>1 200</td><td>1 340</td></tr></table>"""),
    page("n15", modern, """<h1>Obtenir le BTS par la VAE</h1>
<p>La validation des acquis de l'expérience est régie par le décret du 24 avril 2002.</p>
<a href="/f/livret2.pdf">Livret 2</a>"""),
    page("n16", slug, """<h1>Offre d'emploi : charpentier de marine (BP ou CAP exigé)</h1>
<p>CDI, salaire 2 100 € brut. Postuler avant le 3 mars 2026.</p>"""),
    page("n17", frozen, """<h1>Les référentiels des CAP du secteur bâtiment</h1>
<p>
<a href="b1.html">Maçon</a> <a href="b2.html">Couvreur</a> <a href="b3.html">Zingueur</a></p>"""),
    page("n18", modern, """<h1>Règlement général du brevet professionnel</h1>
<p>Décret n° 95-664 du 9 mai 1995</p>"""),
    page("n19", modern, """<h1>Familles de métiers en seconde professionnelle</h1>
<p>Arrêté du 19 avril 2019</p>
<ul><li>Métiers de la relation client</li><li>Métiers du pilotage</li></ul>"""),
    page("n20", modern, """<h1>Sujets zéro du bac pro Métiers de la coiffure</h1>
<a href="/f/s0.pdf">Sujet zéro E2</a>"""),
    page("n21", slug, """<h1>Annales BTS Tourisme</h1>
<ul><li>
<a href="2023.pdf">Sujet 2023</a></li><li>
<a href="2022.pdf">Sujet 2022</a></li></ul>"""),
    page("n22", modern, """<h1>Le certificat d'aptitude professionnelle (CAP)</h1>
<p>Le CAP est un diplôme de niveau 3. Il existe 200 spécialités. Décret du 2 août 2016.</p>"""),
    page("n23", modern, """<h1>Périodes de formation en milieu professionnel en bac pro</h1>
<p>Circulaire n° 2016-053 du 29 mars 2016</p>
<a href="/f/conv.pdf">Convention type</a>"""),
    page("n24", modern, """<h1>Guide d'équipement du CAP Maintenance des véhicules</h1>
<a href="/f/guide.pdf">Guide</a>"""),
    page("n25", modern, """<h1>Séminaire national bac pro Animation</h1>
<p>Le séminaire s'est tenu le 12 novembre 2020 au lycée Rabelais.</p>
<a href="/f/diapo.pdf">Diaporama</a>"""),
    page("n26", slug, """<h1>Connexion</h1><form><input name="u"><input type="password"></form>
<p>Accès réservé : référentiel du CAP Boulanger</p>"""),
    page("n27", slug, """<h1>Site en maintenance</h1>
<p>Les référentiels de CAP seront de nouveau en ligne le 3 mars 2026.</p>"""),
    page("n28", modern, """<h1>Diplômes abrogés en 2024</h1>
<ul><li>CAP Plasturgie (arrêté du 19 février 2024)</li><li>BP Gouvernante (arrêté du 8 octobre 2024)</li><li>CAP Maroquinerie</li></ul>"""),
    page("n29", brochure, """<H1>INDEX DES CAP</H1>
<TABLE><TR><TD>500-22137<TD><A HREF=b1.html>Boulanger</A><TR><TD>500-31222<TD><A HREF=b2.html>Primeur</A><TR><TD>500-23451<TD><A HREF=b3.html>Tonnelier</A></TABLE>"""),
    page("n30", modern, """<h1>Commission professionnelle consultative Construction</h1>
<p>Compte rendu de la séance du 5 juin 2023</p>
<a href="/f/cr.pdf">Compte rendu</a>"""),
    page("n31", slug, """<h1>Bulletin officiel n° 20 du 19 mai 2011</h1>
<ul><li>BMA souffleur de verre : arrêté du 5-4-2011</li><li>CAP vêtement tailleur : arrêté du 8-4-2011</li></ul>"""),
    page("n32", modern, """<h1>Dispenses d'épreuves au CAP</h1>
<p>Arrêté du 30 août 2019</p>"""),
    page("n33", modern, """<h1>Grilles d'évaluation du BTS MCO</h1>
<a href="/f/grille.xlsx">Grille E41</a>"""),
    page("n34", slug, """<h1>Formation CAP Pâtissier à distance</h1>
<p>Notre école certifiée Qualiopi. Tarif : 1 490 €. Financement CPF.</p>
<p>RNCP38765</p>"""),
    page("n35", modern, """<h1>Mentions légales</h1>
<p>Directeur de la publication. Loi du 6 août 2004.</p>"""),
    page("n36", modern, """<h1>Contacts - bureau des diplômes professionnels</h1>
<p>Pour le CAP : bureau A2-3. Pour le BTS : DGESIP.</p>"""),
    page("n37", modern, """<h1>Tableau de correspondance entre anciens et nouveaux CAP</h1>
<table><tr><th>Ancien</th><th>Nouveau</th></tr><tr><td>CAP Maroquinerie 500-24322</td><td>CAP Maroquinerie 500-24323</td></tr><tr><td>CAP Tonnelier 500-23435</td><td>CAP Tonnelier 500-23451</td></tr></table>"""),
    page("n38", slug, """<h1>Les épreuves du baccalauréat général</h1>
<p>Arrêté du 16 juillet 2018</p>"""),
    page("n39", modern, """<h1>Ressources pédagogiques pour le bac pro Travaux publics</h1>
<p>Académie de Lyon</p>
<a href="/f/tp1.pdf">Séquence 1</a>"""),
    page("n40", slug, """<h1>Concours général des métiers - Métiers de la pierre</h1>
<p>Session 2024. Palmarès :</p>
<a href="p.pdf">Palmarès 2024</a>"""),
    page("n41", modern, """<h1>Rénovation de la voie professionnelle : les nouveaux CAP</h1>
<p>Les arrêtés du 13 décembre 2024 créent plusieurs spécialités.</p>"""),
    page("n42", frozen, """<h1>Lettre d'information n° 12 - mai 2015</h1>
<p>Nouveau BP Métiers de la pierre ; BMA gravure sur pierre.</p>"""),
)  # fmt: skip

FOURTH_ROUND = (
    page(
        "h01",
        slug,
        """<h1>Diplômes de la filière bois</h1><p>Arrêté du 8 avril 2021</p><ul>
<li>Bac pro Technicien menuisier agenceur</li><li>CAP Menuisier fabricant</li><li>BTS Étude et réalisation d'agencement</li></ul>""",
    ),
    page(
        "h02",
        frozen,
        """<h1>Foire aux questions sur le CAP</h1><p>Comment s'inscrire au CAP en candidat libre ?</p>
<p>Quelle est la première session du CAP rénové ? Voir l'arrêté du 30 août 2019.</p>""",
    ),
    page(
        "h03",
        brochure,
        """<H1>Baccalauréat professionnel</H1><P>Le baccalauréat professionnel a été créé par le décret n° 85-1267 du 27 novembre 1985.
<P>Il comporte une centaine de spécialités.""",
    ),
    page(
        "h04",
        slug,
        """<h1>Appel à candidature : jury du BTS Tourisme</h1><p>Session 2025. Candidatures avant le 3 mars 2025.</p>""",
    ),
    page(
        "h05",
        modern,
        """<h1>Arrêté du 24 mars 2016 relatif aux horaires du CAP</h1><p>NOR : MENE1606438A</p><p><a href="horaires.pdf">Grilles horaires</a></p>""",
    ),
    page(
        "h06",
        modern,
        """<h1>Ressources pour enseigner en bac pro MELEC</h1><ul><li><a href="tp1.pdf">TP 1 : éclairage</a></li><li><a href="tp2.pdf">TP 2 : moteur</a></li></ul>""",
    ),
    page(
        "h07",
        frozen,
        """<h1>Nomenclature des BEP</h1><table><tr><th>Intitulé</th><th>Arrêté</th></tr>
<tr><td>BEP Vente action marchande</td><td>31 juillet 1992</td></tr><tr><td>BEP Bioservices</td><td>4 août 2000</td></tr><tr><td>BEP Carrosserie</td><td>2 juillet 1993</td></tr></table>""",
    ),
    page(
        "h08",
        brochure,
        """<H2>Textes généraux relatifs au brevet de technicien supérieur</H2><UL><LI>Décret n° 95-665 du 9 mai 1995
<LI>Arrêté du 24 juin 2005</UL>""",
    ),
    page(
        "h09",
        slug,
        """<h1>Statistiques : réussite au CAP Coiffure, session 2022</h1><p>Taux de réussite : 81 %.</p><p><a href="stat.xlsx">Tableau</a></p>""",
    ),
    page(
        "h10",
        slug,
        """<h1>Page introuvable</h1><p>Le référentiel du CAP Cuisine a changé d'adresse.</p><p><a href="/">Accueil</a></p>""",
    ),
    page(
        "h11",
        modern,
        """<h1>Concours général des métiers 2024</h1><p>Bac pro concernés : cuisine, boulangerie-pâtisserie, plastiques et composites.</p><p><a href="reglement.pdf">Règlement</a></p>""",
    ),
    page(
        "h12",
        frozen,
        """<h1>Table de correspondance entre CAP ancien et nouveau</h1><p>CAP Cuisine (2016) &rarr; CAP Cuisine (2026)</p><p>Arrêté du 3 mars 2025</p>""",
    ),
    page(
        "h13",
        slug,
        """<h1>Campus des métiers et des qualifications : habitat</h1><p>Formations : CAP Maçon, Bac pro Technicien du bâtiment, BTS Bâtiment.</p>""",
    ),
    page(
        "h14",
        modern,
        """<h1>Livret de suivi des PFMP – CAP AEPE</h1><p><a href="livret.docx">Livret à compléter</a></p>""",
    ),
    page(
        "h15",
        brochure,
        """<H1>C.A.P. : liste alphabétique</H1><P><A HREF="b001.html">Accordeur</A> - <A HREF="b002.html">Boulanger</A> - <A HREF="b003.html">Boucher</A> - <A HREF="b004.html">Carreleur</A>""",
    ),
    page(
        "h16",
        modern,
        """<h1>Licence professionnelle Métiers du BTP, université de Lorraine</h1><p>Candidatures sur eCandidat du 1er mars au 30 avril 2025.</p>""",
    ),
    page(
        "h17",
        slug,
        """<h1>Sujet zéro – BTS Comptabilité et gestion</h1><p>Épreuve E4, durée 4 heures</p><p><a href="sujet0.pdf">Sujet zéro</a></p>""",
    ),
    page(
        "h18",
        frozen,
        """<h1>Recherche de diplômes</h1><form action="rech.php"><select name="type"><option>CAP</option><option>BP</option><option>BTS</option></select><input type="submit" value="OK" /></form>""",
    ),
    page(
        "h19b",
        modern,
        """<h1>Circulaire n° 2023-041 relative à l'évaluation en bac pro</h1><p>Circulaire du 3 mars 2023</p><p>NOR : MENE2306148C</p>""",
    ),
    page(
        "h20",
        slug,
        """<h1>Séminaire national : rénovation du BTS Tourisme</h1><p>Le 14 novembre 2024 à Paris</p><ul><li><a href="diaporama.pdf">Diaporama</a></li><li><a href="programme.pdf">Programme</a></li></ul>""",
    ),
    page(
        "h21",
        brochure,
        """<H2>Bac pro : épreuve facultative de langue</H2><P>Arrêté du 8 avril 2010 relatif aux épreuves de langues vivantes<P><A HREF="lv.pdf">Définition</A>""",
    ),
    page(
        "h22",
        slug,
        """<h1>Offre d'emploi : professeur de BTS Optique-lunetterie</h1><p>Poste à pourvoir à la rentrée 2025. CV à envoyer.</p>""",
    ),
)

FIFTH_ROUND = (
    page(
        "l01",
        slug,
        """<h1>Les CAP de l'hôtellerie-restauration</h1><p>Arrêté du 16 mars 2016</p><ul><li>Cuisine</li><li>Commercialisation et services en hôtel-café-restaurant</li><li>Pizzaïolo</li></ul>""",
    ),
    page(
        "l02",
        modern,
        """<h1>Vademecum du BP Coiffure</h1><p>Ce vademecum s'adresse aux équipes pédagogiques.</p><p><a href="vademecum.pdf">Vademecum (PDF)</a></p>""",
    ),
    page(
        "l03",
        brochure,
        """<H1>Certificat d'aptitude professionnelle</H1><H2>Décret n° 2002-463 du 4 avril 2002</H2><P>Titre Ier : définition et accès<P>Article 1 : Le certificat d'aptitude professionnelle est un diplôme national.""",
    ),
    page(
        "l04",
        frozen,
        """<h1>Bulletin officiel n° 12 du 20 mars 2014</h1><p>Enseignements primaire et secondaire</p><p>BP Gemmologue : arrêté du 21-2-2014</p><p>CAP Boulanger : arrêté du 21-2-2014</p>""",
    ),
    page(
        "l05",
        slug,
        """<h1>Inscription au CAP Esthétique, session 2025</h1><p>Du 14 octobre au 18 novembre 2024 sur Cyclades.</p>""",
    ),
    page(
        "l06",
        modern,
        """<h1>Bac pro 3 ans : mise en œuvre</h1><p>Circulaire n° 2009-028 du 18 février 2009</p><p><a href="guide.pdf">Guide de mise en œuvre</a></p>""",
    ),
    page(
        "l07",
        frozen,
        """<h1>Mentions complémentaires</h1><table><tr><td>010-22103</td><td>Employé traiteur</td></tr><tr><td>010-33401</td><td>Sommellerie</td></tr><tr><td>010-22102</td><td>Boulangerie spécialisée</td></tr></table>""",
    ),
    page(
        "l08",
        slug,
        """<h1>Passerelles du CAP vers le bac pro</h1><p>Après un CAP Cuisine, il est possible d'entrer en première professionnelle Cuisine.</p>""",
    ),
    page(
        "l09",
        modern,
        """<h1>Grille horaire du bac pro</h1><p>Arrêté du 21 novembre 2018 relatif aux enseignements dispensés</p><table><tr><td>Français</td><td>1,5 h</td></tr></table>""",
    ),
    page(
        "l10",
        brochure,
        """<H2>BTS - Epreuve de culture générale et expression</H2><P>Arrêté du 16 novembre 2006<P>Thèmes de la session 2014""",
    ),
    page(
        "l11",
        modern,
        """<h1>Actualité : le CAP Cuisine évolue</h1><p>Publié le 3 mars 2025</p><p>Un arrêté du 17 février 2025 rénove cette spécialité. Lire la suite…</p><p><a href="/referentiels/cap_cuisine">Voir le référentiel</a></p>""",
    ),
    page(
        "l12",
        slug,
        """<h1>Témoignage : Léa, en BP Boucher</h1><p>« J'ai toujours aimé ce métier », confie Léa, 19 ans.</p>""",
    ),
    page(
        "l13",
        frozen,
        """<h1>Plan du site</h1><ul><li><a href="index1.html">CAP Boulanger</a></li><li><a href="index2.html">BP Boucher</a></li><li><a href="index3.html">BTS Forge</a></li></ul>""",
    ),
    page(
        "l14",
        slug,
        """<h1>Attestation de réussite intermédiaire en baccalauréat professionnel</h1><p>Arrêté du 22 juillet 2020</p><p><a href="attestation.pdf">Modèle</a></p>""",
    ),
    page(
        "l15",
        modern,
        """<h1>Équipements nécessaires au bac pro Microtechniques</h1><p><a href="guide-equipement.pdf">Guide d'équipement</a></p><p>Édition 2012</p>""",
    ),
    page(
        "l16",
        slug,
        """<h1>Centre de formation des apprentis de l'artisanat</h1><p>CAP Boulanger, CAP Pâtissier, BP Boulanger. Inscrivez-vous !</p><p>Tél. 01 23 45 67 89</p>""",
    ),
    page(
        "l17",
        modern,
        """<h1>Diplômes abrogés</h1><table><tr><th>Diplôme</th><th>Arrêté d'abrogation</th></tr><tr><td>CAP Plasturgie</td><td>19 février 2024</td></tr><tr><td>BP Gouvernante</td><td>8 octobre 2024</td></tr></table>""",
    ),
    page(
        "l18",
        frozen,
        """<h1>Rapport de jury - BTS Assurance - session 2013</h1><p><a href="rapport.pdf">Rapport</a></p>""",
    ),
    page(
        "l19",
        slug,
        """<h1>Glossaire</h1><dl><dt>CAP</dt><dd>Certificat d'aptitude professionnelle</dd><dt>BP</dt><dd>Brevet professionnel</dd><dt>BTS</dt><dd>Brevet de technicien supérieur</dd></dl>""",
    ),
    page(
        "l20",
        modern,
        """<h1>Prévention-santé-environnement en CAP</h1><p>Programme fixé par l'arrêté du 3 avril 2019</p><p><a href="pse.pdf">Programme de PSE</a></p>""",
    ),
    page(
        "l21",
        brochure,
        """<H1>Brevet professionnel</H1><UL><LI>Coiffure<LI>Boucher<LI>Charcutier<LI>Fleuriste</UL><P>Arrêté du 9 mai 1995""",
    ),
    page(
        "l22",
        slug,
        """<h1>Aménagement des épreuves du BTS pour les candidats handicapés</h1><p>Décret du 21 décembre 2005 ; arrêté du 3 novembre 2017</p>""",
    ),
)
