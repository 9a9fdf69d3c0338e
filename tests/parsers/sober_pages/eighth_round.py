"""The eighth round: pages by a third author who never saw the reader, as files.

A hundred structures of thirty years: timelines, accordions, questions, tables with rowspan, forms,
running words. Of a page that leaves a value open, it is open here too. The twenty pages that are
not read exactly are not here: titles of documents without `(pdf)` or `Télécharger` (12, 15, 20, 22)
or taken from a term (6), links lost (64, 90), the name of a commission in a sentence or with its
stop (21, 26, 58, 97), an acronym *Intitulé abrégé* (22), successions in rare wordings (7, 22, 44),
codes and a duration in a sentence (10, 26, 52, 80), a supplementary session that counts as the last
one (85, 99), pages refused for *historique* and for a type in capitals behind the name (49, 56). One
near miss is accepted: a table of two diplomas repealed in one year.
"""

from pathlib import Path

from .page import OPEN, Facts, Page

_FOLDER = Path(__file__).parent / "eighth_round_pages"


def _page(name: str, *facts: Facts) -> Page:
    return Page(name, (_FOLDER / f"{name}.html").read_bytes(), facts)


PAGES = (
    _page("e000", Facts("CERTIFICAT D'APTITUDE PROFESSIONNELLE MENUISIER EN SIEGES", 'MENUISIER EN SIEGES', 'CAP', orders='1955-07-01 c\n1988-01-11 m\n1997-06-23 m', documents=(('b215/b215a.pdf', 'Annexe I : référentiel'), ('b215/b215b.pdf', "Annexe II : règlement d'examen")), first=1956)),
    _page("e001", Facts('C.A.P. Boulanger', 'Boulanger', 'CAP', orders='2014-02-21 c\n2019-08-30 m', documents=(('cap_boulanger/annexes.doc', 'Annexes de l’arrêté'),), first=2016)),
    _page("e002", Facts('BP Sommelier', 'Sommelier', 'BP', '45033408', orders='2023-10-19 c MENE2327881A', documents=(('IMG/pdf/annexes_bp_som.pdf', 'Annexes du BP Sommelier'),), first=2026, replaces=('45033405',))),
    _page("e003", Facts('Baccalauréat professionnel Maintenance nautique', 'Maintenance nautique', 'BAC_PRO', orders='2008-04-17 c\n2016-02-08 m\n2023-03-30 r', documents=(('fileadmin/a099/ref_mn.pdf', 'Télécharger le référentiel (2,3 Mo)'),), first=2010, last=2025, status='repealed', replaced_by=('40025223',))),
    _page("e004", Facts('Brevet de technicien supérieur Opticien lunetier', 'Opticien lunetier', 'BTS', '32033107', orders='1997-09-03 ?\n2018-02-15 m ESRS1800043A', documents=(('/sites/default/files/document/bts-ol-pdf-41021.pdf', 'BTS_OL_referentiel.pdf'),), rncp=('RNCP38360',))),
    _page("e005", Facts('CAP Maroquinerie', 'Maroquinerie', 'CAP', '50024323', orders='2023-11-21 c MENE2331212A', documents=(('CAP_MARO/Annexes_CAP_MARO.pdf', ''),), first=2026, replaces=('50024322',))),
    _page("e008", Facts("BTS Métiers de l'eau", "Métiers de l'eau", 'BTS', '32020114', orders='2018-02-19 -\n2021-11-03 m', documents=(('bts_eau/a1.pdf', ''), ('bts_eau/a2.pdf', ''), ('bts_eau/a3.pdf', '')), first=2020)),
    _page("e009", Facts('Brevet professionnel : Boucher', 'Boucher', 'BP', orders='2016-04-26 c\n2018-07-17 m\n2019-08-30 m', documents=(('bp_boucher/annexes_bp_boucher.pdf', 'Annexes'),), first=2018)),
    _page("e011", Facts('BP GEMMOLOGUE', 'GEMMOLOGUE', 'BP', orders='1999-07-27 ?\n2004-07-12 ?', documents=(('e034/e034rap.pdf', 'Référentiel des activités professionnelles'), ('e034/e034rc.pdf', 'Référentiel de certification'), ('e034/e034re.pdf', 'Règlement d’examen')), first=2000)),
    _page("e013", Facts('CAP FOURRURE', 'FOURRURE', 'CAP', '50024315', orders='1998-11-17 c', documents=(('b188/b188.pdf', 'Texte integral'),), first=2000)),
    _page("e014", Facts('BTS Diététique', 'Diététique', 'BTS', '32033103', orders='1997-09-09 c MENS9702254A\n2012-01-27 m ESRS1200034A\n2024-11-27 r ESRS2430122A', last=2026, status='repealed', replaced_by=('32033115',))),
    _page("e016", Facts('Baccalauréat professionnel Technicien menuisier agenceur', 'Technicien menuisier agenceur', 'BAC_PRO', '40023405', orders='2005-07-11 -', documents=(('a058/a058.pdf', 'Le référentiel complet'),), first=2007)),
    _page("e017", Facts('BREVET PROFESSIONNEL BARMAN', 'BARMAN', 'BP', orders='1998-07-23 -\n2004-05-09 m', documents=(('e052/e052a.pdf', 'Référentiel'), ('e052/e052b.pdf', 'Règlement')), first=1999)),
    _page("e018", Facts('CAP Poissonnier-écailler', 'Poissonnier-écailler', 'CAP', orders='2007-03-20 c\n2011-03-10 m', documents=(('b224/b224a.pdf', 'Annexe 1'), ('b224/b224b.pdf', 'Annexe 2')), first=2009)),
    _page("e019", Facts('Bac pro Travaux publics', 'Travaux publics', 'BAC_PRO', '40023210', orders='2023-01-17 c', first=2026, status='in_force', replaces=('40023102',))),
    _page("e023", Facts('MENTION COMPLÉMENTAIRE Peinture décoration', 'Peinture décoration', 'MC', orders='2000-07-26 -\n2006-06-14 m', documents=(('d030/d030.pdf', 'référentiel'),), first=OPEN)),
    _page("e024", Facts('CAP Arts du bois option C : marqueteur', 'Arts du bois option C : marqueteur', 'CAP', '50023432', orders='1983-05-27 -', first=1985)),
    _page("e025", Facts('BMA Arts graphiques option A signalétique', ('Arts graphiques option A : signalétique', 'Arts graphiques option A signalétique', 'Arts graphiques option A - signalétique', 'Arts graphiques, option A : signalétique'), 'BMA', '40123304', orders='2019-04-19 c', documents=(('bma_ArtsGraph/Annexes_bma_ArtsGraph.pdf', 'Annexes'),), first=2021), Facts('BMA Arts graphiques option B décor peint', ('Arts graphiques option B : décor peint', 'Arts graphiques option B décor peint', 'Arts graphiques option B - décor peint', 'Arts graphiques, option B : décor peint'), 'BMA', '40123305', orders='2019-04-19 c', documents=(('bma_ArtsGraph/Annexes_bma_ArtsGraph.pdf', 'Annexes'),), first=2021)),
    _page("e027", Facts("Bac Pro Métiers de l'électricité et de ses environnements connectés", "Métiers de l'électricité et de ses environnements connectés", 'BAC_PRO', orders='2016-03-01 c\n2016-12-19 m\n2017-02-27 m', documents=(('telecharged1a2.html?fic=melec_rap.pdf', 'RAP'), ('telecharge77fa.html?fic=melec_rc.pdf', 'RC')), first=2019)),
    _page("e028", Facts('Brevet professionnel Menuisier', 'Menuisier', 'BP', orders=OPEN, documents=(('index5a3b_annexes.pdf', 'Consulter les annexes'),), first=2016)),
    _page("e029", Facts('BTS Banque, conseiller de clientèle (particuliers)', 'Banque, conseiller de clientèle (particuliers)', 'BTS', orders='2014-02-26 c\n2016-05-23 m\n2018-11-15 m\n2024-02-12 r', documents=(('bts_banque.pdf', 'Référentiel complet'),), first=2016, last=2025, status='repealed')),
    _page("e030", Facts("Certificat d'aptitude professionnelle agricole Jardinier paysagiste", 'Jardinier paysagiste', 'CAP_AGRI', '50321404', orders='2015-08-17 c', documents=(('/fileadmin/user_upload/capa-jp-ref.pdf', 'Référentiel de diplôme CAPA Jardinier paysagiste'),))),
    _page("e031", Facts("BTS Métiers des services à l'environnement", "Métiers des services à l'environnement", 'BTS', '32034304', orders='2013-04-08 c', first=2015, last=2026, replaced_by=('32034305',))),
    _page("e032", Facts("CAP Conducteur d'installations de production (CIP)", ("Conducteur d'installations de production", "Conducteur d'installations de production (CIP)"), 'CAP', orders='2011-02-23 c\n2013-03-06 ?', documents=(('b273/b273.pdf', ''),))),
    _page("e033", Facts('CAP Transports par câbles et remontées mécaniques', 'Transports par câbles et remontées mécaniques', 'CAP', '50025138', orders='2022-12-21 c', documents=(('CAP_TCRM/Annexes_CAP_TCRM.pdf', 'Annexes CAP TCRM'),), first=2025, replaces=('50025134',))),
    _page("e034", Facts("Diplôme d'État de conseiller en économie sociale familiale", ('conseiller en économie sociale familiale', "Diplôme d'État de conseiller en économie sociale familiale"), OPEN, '26033201', orders='2018-08-22 -', documents=(('decesf_ref.pdf', 'Référentiels (annexes I à V)'),))),
    _page("e035", Facts('Mention complémentaire : Zinguerie', 'Zinguerie', 'MC', '01023202', orders='2003-07-30 -\n2022-08-29 r', first=2004, last=2023, status='repealed', replaced_by=('56123204',))),
    _page("e036", Facts('Brevet professionnel Arts de la cuisine', 'Arts de la cuisine', 'BP', orders='2023-10-19 c MENE2327880A\n2024-06-05 m MENE2414999A', documents=(('adlc/rac.pdf', ''), ('adlc/rco.pdf', '')))),
    _page("e037", Facts("certificat d'aptitude professionnelle vannerie", 'vannerie', 'CAP', orders='2004-10-27 -', documents=(('b230/b230a.pdf', 'référentiel des activités professionnelles'), ('b230/b230b.pdf', 'référentiel de certification')), first=OPEN)),
    _page("e038", Facts("Brevet national des métiers d'art – Ébénisterie", 'Ébénisterie', 'BNMA', orders='2025-05-14 c', first=2028, status='in_force', replaces=('40123402',))),
    _page("e039", Facts("Spécialité « Carreleur mosaïste » du certificat d'aptitude professionnelle", 'Carreleur mosaïste', 'CAP', orders='2019-04-15 - MENE1911098A\n2019-08-30 m MENE1924552A', first=2021, replaces=('50023318',))),
    _page("e040", Facts("Diplôme national des métiers d'art et du design (DN MADE) Mention Objet", ('Mention Objet', 'Objet'), 'DN_MADE', orders='2018-05-18 -', documents=(('dnmade_ref.pdf', 'Référentiel du DN MADE'),))),
    _page("e041", Facts('Baccalauréat professionnel PERRUQUIER POSTICHEUR', 'PERRUQUIER POSTICHEUR', 'BAC_PRO', orders='2008-09-01 -', documents=(('a105/a105mod.rtf', ''), ('a105/a105ref.rtf', '')), first=OPEN)),
    _page("e042", Facts('CAP Menuisier fabricant', 'Menuisier fabricant', 'CAP', '50023447', orders='2020-11-20 c', first=2023, replaces=OPEN)),
    _page("e043", Facts('CS4 Cybersécurité', 'Cybersécurité', 'CS', '46125509', orders='2023-02-06 -', documents=(('MC4_CYBER/Annexes_MC4_CYBER.pdf', 'Annexes'),), first=2024, rncp=('RNCP37488',))),
    _page("e045", Facts('CAP Encadreur', 'Encadreur', 'CAP', orders='1976-09-02 c\n1993-06-18 m', documents=(('b110.pdf', 'CAP encadreur, arrêté et annexes'),), first=1978)),
    _page("e046", Facts('BTS Electrotechnique', 'Electrotechnique', 'BTS', '32025520', orders='2020-02-21 c\n2021-06-09 m\n2022-12-12 m', first=OPEN)),
    _page("e047", Facts("Diplôme des métiers d'art Facture instrumentale option : instruments à vent", ('Facture instrumentale option : instruments à vent', 'Facture instrumentale option instruments à vent'), 'DMA', '32125401', orders='2009-04-08 -', documents=(('fi_vent.odt', 'Annexe 1 – Référentiel professionnel'), ('fi_eval.odt', 'Annexe 4 – Évaluation')), first=2011)),
    _page("e048", Facts('Baccalauréat professionnel Installateur en chauffage, climatisation et énergies renouvelables', 'Installateur en chauffage, climatisation et énergies renouvelables', 'BAC_PRO', '40022707', orders='2021-06-29 c MENE2119802A', first=2024, rncp=('RNCP35845',))),
    _page("e050", Facts('BREVET DE TECHNICIEN SUPÉRIEUR Techniques et services en matériels agricoles', 'Techniques et services en matériels agricoles', 'BTS', orders='2013-04-08 - ESRS1309036A', order_files=('tsma.htm#annexe',), first=2015)),
    _page("e051", Facts('CAP ASSISTANT TECHNIQUE EN MILIEUX FAMILIAL ET COLLECTIF', 'ASSISTANT TECHNIQUE EN MILIEUX FAMILIAL ET COLLECTIF', 'CAP', orders='2004-08-11 - MENE0401759A\n2008-07-22 m MENE0817441A', last=2024, replaced_by=('50033002',))),
    _page("e053", Facts('CAP Orfèvre option D : planeur en orfèvrerie', 'Orfèvre option D : planeur en orfèvrerie', 'CAP', '50022354', orders='1980-05-06 c\n1993-07-23 m', first=1981)),
    _page("e054", Facts('Bac pro Technicien en prothèse dentaire', 'Technicien en prothèse dentaire', 'BAC_PRO', '40033104', orders='2020-04-10 c MENE2009321A', first=2023, replaces=OPEN)),
    _page("e055", Facts('Mention complémentaire Technicien en chaudronnerie aéronautique et spatiale', 'Technicien en chaudronnerie aéronautique et spatiale', ('CS', 'MC'), '46125408', orders='2017-01-12 -\n2018-06-21 m', documents=(('MC4_TCAS/a1.pdf', 'Référentiel des activités professionnelles'), ('MC4_TCAS/a2.pdf', 'Référentiel de certification')), first=2018)),
    _page("e057", Facts('BTSA Gestion et protection de la nature (GPN)', ('Gestion et protection de la nature', 'Gestion et protection de la nature (GPN)'), 'BTSA', orders='2023-07-24 c', first=2025)),
    _page("e059", Facts('CAP Ébéniste', 'Ébéniste', 'CAP', orders='2019-10-29 -', documents=(('cap_ebeniste/cap_ebeniste_annexes.pdf', 'annexes'),))),
    _page("e060", Facts('BMA Technicien en facture instrumentale option piano', 'Technicien en facture instrumentale option piano', 'BMA', '40123411', orders='2003-07-08 c\n2005-04-26 m\n2008-03-04 m', documents=(('f006/f006.pdf', 'référentiel'),), first=2005)),
    _page("e061", Facts('CAP Agent de sécurité', 'Agent de sécurité', 'CAP', '50034405', orders='2010-04-21 c\n2016-06-28 m', documents=(('b259/b259.pdf', ''),), first=2012)),
    _page("e062", Facts('Mention complémentaire JOAILLERIE', 'JOAILLERIE', 'MC', orders=OPEN, first=2006)),
    _page("e063", Facts('Bac pro Transport fluvial', 'Transport fluvial', 'BAC_PRO', '40031115', orders='2024-06-25 -', first=2027, replaces=OPEN)),
    _page("e065", Facts('BTS Biologie médicale', 'Biologie médicale', 'BTS', '32033112', orders='2024-11-27 c ESRS2430125A', first=2027, replaces=('32033109',))),
    _page("e066", Facts("Brevet d'études professionnelles Optique lunetterie", ('Optique lunetterie', "Brevet d'études professionnelles Optique lunetterie"), OPEN, orders='2016-02-08 c\n2020-09-25 r', last=2021, status='repealed')),
    _page("e067", Facts('CAP Chocolatier-confiseur (ancien)', ('Chocolatier-confiseur (ancien)', 'Chocolatier-confiseur'), 'CAP', '50022133', orders='2002-08-21 -', documents=(('http://eduscol.education.fr/referentiels-professionnels/b199/b199a.pdf', ''), ('http://eduscol.education.fr/referentiels-professionnels/b199/b199b.pdf', '')), first=2004, last=2025, replaced_by=('50022145',))),
    _page("e068", Facts('CAP Interventions en maintenance technique des bâtiments', 'Interventions en maintenance technique des bâtiments', 'CAP', orders='2021-03-30 c', first=2023, replaces=('50023002',))),
    _page("e069", Facts("Diplôme supérieur d'arts appliqués Design, mention Graphisme", ('Design, mention Graphisme', 'Spécialité Design, mention Graphisme'), 'DSAA', orders='2012-08-03 ?')),
    _page("e070", Facts('BTS Gestion des transports et logistique associée', 'Gestion des transports et logistique associée', 'BTS', '32031103', orders='2018-10-11 c\n2020-11-09 m\n2021-11-03 m', first=2021)),
    _page("e071", Facts('CAP Marbrier du bâtiment et de la décoration', 'Marbrier du bâtiment et de la décoration', 'CAP', orders='2013-02-06 - MENE1303420A', first=OPEN)),
    _page("e072", Facts('BP Métallier', 'Métallier', 'BP', orders='2014-03-12 c\n2017-09-04 m\n2020-12-14 m', first=2016)),
    _page("e073", Facts('CAP SOUFFLEUR DE VERRE option VERRERIE SCIENTIFIQUE', 'SOUFFLEUR DE VERRE option VERRERIE SCIENTIFIQUE', 'CAP', '50022430', orders='2007-05-09 -', documents=(('b251/b251.pdf', 'Télécharger'),), first=2009)),
    _page("e074", Facts("Certificat d'aptitude professionnelle Conducteur agent d'accueil en autobus et autocar", "Conducteur agent d'accueil en autobus et autocar", 'CAP', '50031124', orders='2023-03-12 c', documents=(('guide_caaa.pdf', "Guide d'accompagnement pédagogique"),), first=2024, replaces=('50031114',))),
    _page("e075", Facts('BP Sommelier', ('Sommelier', 'Sommelier (arrêté de 1995)'), 'BP', '45033405', orders='1995-09-03 c', first=1997, last=2024, replaced_by=('45033408',))),
    _page("e076", Facts('Bac pro Hygiène, propreté et stérilisation', 'Hygiène, propreté et stérilisation', 'BAC_PRO', '40034304', orders='2012-07-17 c MENE1229126A\n2013-05-06 m', documents=(('a142/a142.pdf', ''),), first=2016, last=2027, replaced_by=('40034306',))),
    _page("e077", Facts('CAP Horlogerie', 'Horlogerie', 'CAP', '50025137', orders='2004-07-26 c\n2007-05-15 m', first=2006)),
    _page("e078", Facts("Brevet des métiers d'art : Céramique", 'Céramique', 'BMA', '40122406', orders='2006-12-21 -', first=2009)),
    _page("e079", Facts('BTS AÉRONAUTIQUE', 'AÉRONAUTIQUE', 'BTS', '32025302', orders='2009-04-09 -\n2013-06-03 m', first=2011, last=2025, replaced_by=('32025303',))),
    _page("e081", Facts('BP - Charpentier de marine', 'Charpentier de marine', 'BP', orders='2007-03-20 - MENE0700617A', documents=(('e061/1.pdf', 'RAP'), ('e061/2.pdf', 'Certification'), ('e061/3.pdf', "Règlement d'examen")), first=OPEN)),
    _page("e082", Facts('Certificat de spécialisation agricole « Arboriste élagueur »', 'Arboriste élagueur', 'CS_AGRI', '46321407', orders='2017-08-14 c')),
    _page("e083", Facts('BP Coiffure', 'Coiffure', 'BP', '45033608', orders='2011-03-28 c\n2014-07-22 m\n2019-08-30 m', first=2013)),
    _page("e084", Facts("B.T.S. ASSISTANCE TECHNIQUE D'INGENIEUR", "ASSISTANCE TECHNIQUE D'INGENIEUR", 'BTS', orders='1998-07-30 -', first=1999)),
    _page("e086", Facts('BP Agent technique de sécurité dans les transports', 'Agent technique de sécurité dans les transports', 'BP', '45034402', orders='1997-09-03 c\n2023-02-27 r', last=2024, status='repealed')),
    _page("e087", Facts('CAP Tournage en céramique', 'Tournage en céramique', 'CAP', orders='1993-08-20 -', documents=(('b076/b076.pdf', 'Arrêté et annexes'),), first=1995)),
    _page("e088", Facts('BTS EUROPLASTICS ET COMPOSITES à référentiel commun européen option : conception outillage', ('EUROPLASTICS ET COMPOSITES à référentiel commun européen option : conception outillage', 'EUROPLASTICS ET COMPOSITES à référentiel commun européen option conception outillage'), 'BTS', '32022505', orders='2016-02-29 -')),
    _page("e089", Facts('BMA ARMURERIE', 'ARMURERIE', 'BMA', orders='1992-08-20 ?\n1997-07-09 m\n2008-04-23 m', first=1994)),
    _page("e091", Facts('CS Vendeur-conseil en alimentation', 'Vendeur-conseil en alimentation', 'CS', '56122111', orders='2022-06-23 c', first=2023, replaces=('01022106',))),
    _page("e092", Facts("Baccalauréat professionnel Gestion des pollutions et protection de l'environnement", "Gestion des pollutions et protection de l'environnement", 'BAC_PRO', '40034303', orders='2012-07-17 c\n2013-04-10 m', first=2016, last=2027)),
    _page("e093", Facts('CAP Opérateur/opératrice de service - relation client et livraison', 'Opérateur/opératrice de service - relation client et livraison', 'CAP', '50031123', orders='2018-07-10 c MENE1818654A', first=2020)),
    _page("e094", Facts('BTS Conseil et commercialisation de solutions techniques', 'Conseil et commercialisation de solutions techniques', 'BTS', orders='2020-11-25 -', documents=(('bts_ccst/annexes.pdf', "Annexes de l'arrêté"), ('bts_ccst/rectif.pdf', 'Rectificatif des annexes')), first=2023, replaces=('32020008',))),
    _page("e095", Facts("Certificat d'aptitude professionnelle AGENT DE PRÉVENTION ET DE MÉDIATION", 'AGENT DE PRÉVENTION ET DE MÉDIATION', 'CAP', orders='2004-07-06 c MENE0401466A', first=2006)),
    _page("e096", Facts('BTS Management commercial opérationnel', 'Management commercial opérationnel', 'BTS', '32031213', orders='2018-10-15 - ESRS1825721A', documents=(('mco.pdf', 'annexes'),), first=2021, replaces=('32031209',))),
    _page("e098", Facts('Bac pro Assistance à la gestion des organisations et de leurs activités (AGOrA)', ('Assistance à la gestion des organisations et de leurs activités', 'Assistance à la gestion des organisations et de leurs activités (AGOrA)'), 'BAC_PRO', '40030004', orders='2020-02-18 c\n2021-07-02 m\n2023-05-12 m', first=2023, replaces=('40030001',))),
)  # fmt: skip
NEAR_MISSES = tuple(_page(f"e{number}") for number in range(100, 125) if number != 110)
