"""Pages that describe no single diploma: each must be refused, none may become a record."""

from .page import brochure, frozen, page, slug

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
