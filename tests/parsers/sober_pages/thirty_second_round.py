"""The thirty-second round: sixty pages and twenty near misses by a twenty-seventh author, as files.

An assistant who fills one template inconsistently, 54 of them likely ones. Not here: two *mentions complémentaires* with the
code of a certificate (05, 50), of which the prefix decides, a heading with an acronym in brackets (48), which the name
keeps, and the near misses 03, 04, 07, 09, 11, 14, 17 and 19.
"""

from pathlib import Path

from .page import OPEN, Facts, Page

_FOLDER = Path(__file__).parent / "thirty_second_round_pages"


def _page(name: str, *facts: Facts) -> Page:
    return Page(name, (_FOLDER / f"{name}.html").read_bytes(), facts)


PAGES = (
    _page("x00", Facts('CAP Boulanger', 'Boulanger', 'CAP', '50022137', orders='2014-02-21 c', documents=(('cap_boulanger/annexes_cap_boulanger.pdf', 'Annexes I à V'),), first=2016, rncp=('RNCP37537',))),
    _page("x01", Facts('CAP Pâtissier', 'Pâtissier', 'CAP', orders='2019-03-06 -', documents=(('cap_patis/annexes_cap_patis190306.pdf', 'Annexes'),))),
    _page("x02", Facts('BP Boucher', 'Boucher', 'BP', '45022110', orders='2016-04-26 c', documents=(('boucher/annexe1.pdf', 'annexe I'), ('boucher/annexe2.pdf', 'annexe II'), ('boucher/annexe3.pdf', 'annexe III'), ('boucher/annexe4.pdf', 'annexe IV')), first=2018)),
    _page("x03", Facts('Baccalauréat professionnel Boucher charcutier traiteur', 'Boucher charcutier traiteur', 'BAC_PRO', '40022104', orders='2009-06-24 -', documents=OPEN, first=2011)),
    _page("x04", Facts('CAP Crémier-fromager', 'Crémier-fromager', 'CAP', orders='2017-07-04 -', documents=(('cap_crem_from/annexe1a.pdf', 'Référentiel des activités professionnelles'), ('cap_crem_from/annexe1b.pdf', 'Référentiel de certification'), ('cap_crem_from/annexe3.pdf', "Règlement d'examen")), order_files=('cap_crem_from/arrete_170704.pdf',))),
    _page("x06", Facts('Certificat de spécialisation Plâtrier', 'Plâtrier', 'CS', orders='2022-08-30 c', documents=(('MC3_Platrier/Annexe_I.pdf', 'Annexe I'), ('MC3_Platrier/Annexe_II.pdf', 'Annexe II'), ('MC3_Platrier/Annexe_III.pdf', 'Annexe III'), ('MC3_Platrier/Annexe_IV.pdf', 'Annexe IV')))),
    _page("x07", Facts('BP Couvreur', 'Couvreur', 'BP', '45023213', orders='2015-04-28 -', documents=OPEN, first=2017)),
    _page("x08", Facts('CAP Couvreur', 'Couvreur', 'CAP', '50023223', orders='2021-03-30 c MENE2109862A', documents=(('CAP_couvreur/Annexes_CAP_couvreur.pdf', 'Annexes I à V'),), first=2023, rncp=('RNCP35889',), replaces=('50023218',))),
    _page("x09", Facts('CAP Maçon', 'Maçon', 'CAP', orders='2021-03-30 -', documents=(('CAP_macon/annexe_1.pdf', 'Annexe 1 : référentiels de diplôme'), ('CAP_macon/annexe_2.pdf', "Annexe 2 : référentiel d'évaluation"), ('CAP_macon/annexe_3.pdf', 'Annexe 3 : périodes de formation en milieu professionnel')))),
    _page("x10", Facts('CAP Carreleur mosaïste', 'Carreleur mosaïste', 'CAP', '50023325', orders='2019-04-15 c', documents=(('Carreleur_mosaiste/Annexes_carreleur_mosaiste.pdf', 'Annexes'),), first=2021, replaces=('50023318',))),
    _page("x11", Facts('CAP Menuisier fabricant', 'Menuisier fabricant', 'CAP', '50023447', orders='2020-11-20 -', documents=(('CAP_menuisier_fabricant/CAP_MF_annexes.pdf', 'Annexes'),), first=OPEN, replaces=('50023441',))),
    _page("x12", Facts('CAP Ébéniste', 'Ébéniste', 'CAP', orders='2017-02-27 -', documents=(('cap_ebeniste/cap_ebeniste_referentiel.pdf', 'Référentiel'),))),
    _page("x13", Facts('BMA Ébéniste', 'Ébéniste', 'BMA', '40123412', orders='2014-02-03 c\n2017-05-09 m', documents=(('bma_ebeniste/annexe_I.pdf', 'Annexe I (référentiels)'), ('bma_ebeniste/annexe_II.pdf', "Annexe II (règlement d'examen)")), first=2016)),
    _page("x14", Facts('BMA BRODERIE', 'BRODERIE', 'BMA', orders='1994-07-13 -\n2006-06-21 m', documents=(('f001/f001.pdf', 'Référentiel du BMA Broderie'),))),
    _page("x15", Facts('CAP Vannerie', 'Vannerie', 'CAP', '50023438', orders='2004-10-27 c', documents=(('b205/b205.pdf', 'Annexes du CAP Vannerie'),), first=2006, rncp=('RNCP37899',))),
    _page("x16", Facts('CAP Horlogerie', 'Horlogerie', 'CAP', orders='2007-06-26 -\n2013-03-11 m', documents=(('b232/b232a.pdf', 'Annexe I'), ('b232/b232b.pdf', 'Annexe II'), ('b232/b232c.pdf', 'Annexe III')), first=2009)),
    _page("x17", Facts('BP Libraire', 'Libraire', 'BP', orders='2009-04-09 -\n2011-07-06 m', documents=(('E083/E083.pdf', 'Annexes'), ('E083/E083_modif.pdf', 'Annexes modifiées')))),
    _page("x18", Facts('BP Gemmologue', 'Gemmologue', 'BP', '45022306', orders='1999-07-27 -', documents=(('e057/e057.pdf', 'Brochure du diplôme'),), first=2000, rncp=('RNCP37311',), status='in_force')),
    _page("x19", Facts('CAP Fleuriste', 'Fleuriste', 'CAP', orders='2018-02-16 c\n2020-05-27 m', documents=(('CAP_fleuriste/Annexes_fleuriste.pdf', 'Annexes consolidées'),), first=2020, replaces=('50031218',))),
    _page("x20", Facts('Brevet professionnel Fleuriste', 'Fleuriste', 'BP', '45031207', orders='2021-05-03 - MENE2113675A', documents=(('bp_fleuriste/Annexe_1.pdf', 'annexe 1'), ('bp_fleuriste/Annexe_2.pdf', 'annexe 2'), ('bp_fleuriste/Annexe_3.pdf', 'annexe 3'), ('bp_fleuriste/Annexe_4.pdf', 'annexe 4'), ('bp_fleuriste/Annexe_5.pdf', 'annexe 5')), first=2024, replaces=('45031206',))),
    _page("x21", Facts('CAP Primeur', 'Primeur', 'CAP', orders='2017-07-04 -', documents=(('CAP_primeur/annexes.pdf', 'Annexes'), ('CAP_primeur/ressources.pdf', 'Document ressources')))),
    _page("x22", Facts('Bac pro Cuisine', 'Cuisine', 'BAC_PRO', '40022106', orders='2011-05-31 -', documents=(('a128/a128_an1.pdf', 'Annexe I'), ('a128/a128_an2.pdf', 'Annexe II'), ('a128/a128_an3.pdf', 'Annexe III')), order_files=('a128/arrete_31052011.pdf',), first=2014)),
    _page("x23", Facts('CAP Cuisine', 'Cuisine', 'CAP', '50022139', orders='2016-03-17 -', documents=(('cap_cuisine/cap_cuisine_2016.pdf', 'Annexes'),), first=2018, last=2025, replaced_by=('50022146',))),
    _page("x24", Facts('CAP Cuisine', 'Cuisine', 'CAP', orders='2023-10-19 c', documents=(('CAP_CUISINE/Annexes_CAP_CUISINE.pdf', 'Annexes CAP Cuisine'),))),
    _page("x25", Facts('BP Sommelier', 'Sommelier', 'BP', '45033408', orders='2022-12-30 -', documents=(('BP_SOM/Annexes_BP_SOM.pdf', 'Annexes'),), first=2025, rncp=('RNCP37384',), replaces=('45033405',))),
    _page("x26", Facts('?', '?', 'CS', '46133414', orders='2022-12-30 -', documents=(('MC4_SOM/Annexes_MC4_SOM.pdf', 'Annexes'),), first=OPEN, replaces=OPEN)),
    _page("x27", Facts('CAP Maroquinerie', 'Maroquinerie', 'CAP', '50024323', orders='2023-11-21 c MENE2331475A', documents=(('CAP_MAROQ/annexes_cap_maroquinerie.pdf', 'Annexes I à V'),), first=2026, replaces=('50024322',))),
    _page("x28", Facts('CAP Cordonnerie multiservice', 'Cordonnerie multiservice', 'CAP', orders='2005-03-17 -', documents=(('b207/b207aa.pdf', 'Annexe I a : référentiel des activités professionnelles'), ('b207/b207ab.pdf', 'Annexe I b : référentiel de certification'), ('b207/b207b.pdf', 'Annexe II : période de formation en milieu professionnel'), ('b207/b207ca.pdf', "Annexe III : règlement d'examen")))),
    _page("x29", Facts('CAP Sellerie générale', 'Sellerie générale', 'CAP', '50024318', orders='1998-12-17 -\n2000-04-05 m', documents=(('b180/b180.pdf', 'référentiel'), ('b180/b180regl.pdf', "règlement d'examen")), first=2000)),
    _page("x30", Facts('Bac pro Technicien menuisier agenceur', 'Technicien menuisier agenceur', 'BAC_PRO', orders='2005-07-11 -\n2005-09-02 m\n2009-02-10 m', documents=(('a058/a058.pdf', 'Référentiel Bac pro TMA'),))),
    _page("x31", Facts('Bac pro Travaux publics', 'Travaux publics', 'BAC_PRO', '40023210', orders='2023-01-17 c', documents=(('bac_pro_TP/TP_annexe_I.pdf', 'Annexe I - Référentiel des activités professionnelles'), ('bac_pro_TP/TP_annexe_II.pdf', 'Annexe II - Référentiel de compétences'), ('bac_pro_TP/TP_annexe_III.pdf', "Annexe III - Référentiel d'évaluation")), first=2026, rncp=('RNCP37385',), replaces=('40023102',))),
    _page("x32", Facts('Bac pro Photographie', 'Photographie', 'BAC_PRO', orders='2012-02-09 -', documents=(('bacpro_photo/annexe1.pdf', 'Annexe I'), ('bacpro_photo/annexe2.pdf', 'Annexe II'), ('bacpro_photo/annexe3.pdf', 'Annexe III'), ('bacpro_photo/annexe4.pdf', 'Annexe IV')))),
    _page("x33", Facts('Bac pro Optique lunetterie', 'Optique lunetterie', 'BAC_PRO', '40033101', orders='2010-04-08 - MENE1008903A', documents=(('a104/a104.pdf', 'Référentiel'),), first=2012)),
    _page("x34", Facts('CAP Électricien', 'Électricien', 'CAP', '50025524', orders='2018-02-08 c\n2020-07-01 m', documents=(('cap_electricien/annexes_cap_electricien.pdf', 'Annexes I à III'), ('cap_electricien/annexe4_modif.pdf', 'Annexe IV modifiée')), first=2020, replaces=('50025523',))),
    _page("x35", Facts('BP Électricien', 'Électricien', 'BP', '45025517', orders='2024-01-08 -', documents=(('BP_ELEC/BP_ELEC_annexes.pdf', "Annexes de l'arrêté"),), first=2026, rncp=('RNCP38880',), replaces=('45025516',))),
    _page("x36", Facts("Baccalauréat professionnel Métiers de l'électricité et de ses environnements connectés", "Métiers de l'électricité et de ses environnements connectés", 'BAC_PRO', orders='2024-01-08 -', documents=(('indexdbe3/MELEC_annexes.pdf', 'Annexes'), ('indexdbe3/MELEC_guide.pdf', "Guide d'accompagnement")))),
    _page("x37", Facts('CAP Monteur en installations sanitaires', 'Monteur en installations sanitaires', 'CAP', '50023324', orders='2018-04-11 -', documents=(('cap_mis/annexes_MIS_2018.pdf', 'annexes 2018'),), first=2020, replaces=('50023317',))),
    _page("x38", Facts('CAP Monteur en installations thermiques', 'Monteur en installations thermiques', 'CAP', orders='2018-04-11 -', documents=(('cap_mit/annexes_MIT_2018.pdf', 'Annexes'),), order_files=('cap_mit/arrete_mit.pdf',))),
    _page("x39", Facts('BP Métiers de la piscine', 'Métiers de la piscine', 'BP', '45023215', orders='2017-03-01 -', documents=OPEN, first=2019, replaces=('45023209',))),
    _page("x40", Facts('CAP Agent de sécurité', 'Agent de sécurité', 'CAP', '50034405', orders='2010-04-21 -\n2012-07-17 m', documents=(('b259/b259.pdf', 'Annexes'),), first=2012)),
    _page("x41", Facts('Bac pro Métiers de la sécurité', 'Métiers de la sécurité', 'BAC_PRO', orders='2014-03-19 c\n2014-08-26 m', documents=(('bp_ms/ann1.pdf', 'Annexe I'), ('bp_ms/ann2.pdf', 'annexe II'), ('bp_ms/ann3.pdf', 'annexe III'), ('bp_ms/ann4.pdf', 'annexe IV')))),
    _page("x42", Facts('CAP Taxidermiste', 'Taxidermiste', 'CAP', orders='2019-02-25 -', documents=(('cap_taxi/Annexes_taxidermiste.pdf', 'Annexes'),), first=2021, replaces=('50033603',))),
    _page("x43", Facts('CAP TONNELIER', 'TONNELIER', 'CAP', orders='2023-05-05 -', documents=(('CAP_TONNELIER/Annexes_CAP_TONNELIER.pdf', 'Annexes_CAP TONNELIER'),))),
    _page("x44", Facts('BTS Photographie', 'Photographie', 'BTS', '32032325', orders='2010-03-26 -', documents=(('bts_photo/referentiel.pdf', 'Référentiel complet'),), first=2012, rncp=('RNCP36970',))),
    _page("x45", Facts('DMA Horlogerie', 'Horlogerie', 'DMA', '32125101', orders='1996-07-11 -', documents=(('dma/horlogerie.pdf', 'Annexes du DMA'),), first=1998)),
    _page("x46", Facts('CAP Transport fluvial', 'Transport fluvial', 'CAP', '50031121', orders='2011-04-26 -', documents=(('b270/b270.pdf', 'Annexes'),), first=2013, last=2025, replaced_by=('50031125',))),
    _page("x47", Facts('Baccalauréat professionnel Transport fluvial', 'Transport fluvial', 'BAC_PRO', orders='2023-07-18 c MENE2319806A', documents=(('Bac_Pro_TF/Annexes_Bac_Pro_TF.pdf', 'Annexes'),))),
    _page("x49", Facts("CAP Conducteur agent d'accueil en autobus et autocar", "Conducteur agent d'accueil en autobus et autocar", 'CAP', orders='2023-03-12 -', documents=(('CAP_C4A/Annexe_I.pdf', 'Annexe I'), ('CAP_C4A/Annexe_II.pdf', 'Annexe II'), ('CAP_C4A/Annexe_III.pdf', 'Annexe III')))),
    _page("x51", Facts('Mention complémentaire Joaillerie', 'Joaillerie', 'MC', orders='2002-01-08 -', documents=(('d053/d053.pdf', 'Référentiel'),))),
    _page("x52", Facts('CAP Poissonnier-écailler', 'Poissonnier-écailler', 'CAP', '50031221', orders='2007-03-20 -\n2013-03-11 m\n2019-08-30 m', documents=(('b224/b224a.pdf', 'Annexe I a'), ('b224/b224b.pdf', 'Annexe I b'), ('b224/b224c.pdf', 'Annexe II'), ('b224/b224d.pdf', 'Annexe III')), first=2009, rncp=('RNCP37383',), status='in_force')),
    _page("x53", Facts('BREVET PROFESSIONNEL BARMAN', 'BARMAN', 'BP', orders='1998-07-23 -\n2005-07-28 m', documents=(('e003/e003.pdf', 'Brochure'),))),
    _page("x54", Facts('BP Vêtement sur mesure option A tailleur dame', 'Vêtement sur mesure option A tailleur dame', 'BP', '45024215', orders='1998-07-23 -\n2001-05-02 m', documents=(('e009/e009.pdf', 'Annexes'),), first=1999, rncp=('RNCP37937',)), Facts('BP Vêtement sur mesure option B tailleur homme', 'Vêtement sur mesure option B tailleur homme', 'BP', '45024216', orders='1998-07-23 -\n2001-05-02 m', documents=(('e009/e009.pdf', 'Annexes'),), first=1999, rncp=('RNCP37937',)), Facts('BP Vêtement sur mesure option C couture flou', 'Vêtement sur mesure option C couture flou', 'BP', '45024214', orders='1998-07-23 -\n2001-05-02 m', documents=(('e009/e009.pdf', 'Annexes'),), first=1999, rncp=('RNCP37937',))),
    _page("x55", Facts('CAP Plasturgie', 'Plasturgie', 'CAP', '50022509', orders='1999-07-27 -\n2024-02-19 r', documents=(('b175/b175.pdf', 'Référentiel'),), last=2024, status='repealed')),
    _page("x56", Facts('CAP Lapidaire option A diamant', 'Lapidaire option A diamant', 'CAP', '50022339', orders='1974-09-20 -', documents=OPEN, first=1976), Facts('CAP Lapidaire option B pierres de couleur', 'Lapidaire option B pierres de couleur', 'CAP', '50022343', orders='1974-09-20 -', documents=OPEN, first=1976)),
    _page("x57", Facts('Bac pro Accompagnement, soins et services à la personne', 'Accompagnement, soins et services à la personne', 'BAC_PRO', '40033007', orders='2022-02-02 -', documents=(('bac_pro_ASSP/ASSP_annexe1.pdf', 'Annexe I : référentiel des activités professionnelles'), ('bac_pro_ASSP/ASSP_annexe2.pdf', 'Annexe II : référentiel de compétences')), first=2025, replaces=('40033003', '40033004'))),
    _page("x58", Facts("BREVET DES MÉTIERS D'ART Volumes : staff et matériaux associés", 'Volumes : staff et matériaux associés', 'BMA', '40123301', orders='1993-03-19 -', documents=(('f012/f012-1.pdf', 'Annexe I : Référentiel'), ('f012/f012-2.pdf', "Annexe II : Règlement d'examen")), first=1995)),
    _page("x59", Facts('CAP Réparation des carrosseries', 'Réparation des carrosseries', 'CAP', '50025434', orders='2007-03-19 c\n2013-03-11 m\n2022-12-30 r', documents=(('b230/b230.pdf', 'Annexes 2007'), ('b230/b230modif.pdf', 'Annexes 2013')), first=2009, last=2024, rncp=('RNCP4935',), status=OPEN, replaced_by=('50025440',))),
)  # fmt: skip
NEAR_MISSES = tuple(_page(name) for name in (
    "n00", "n01", "n02", "n05", "n06", "n08", "n10", "n12", "n13", "n15", "n16", "n18",
))  # fmt: skip
