"""A built-in example: an invented diploma with texts written for the purpose."""

from .values import Values

EXAMPLE = Values(
    title="CAP allumeur de réverbères",
    code="500-25399 Z",
    acronym="ADR",
    duration="2 ans",
    level="niveau 3",
    type="certificat d'aptitude professionnelle (CAP)",
    description=(
        "Le titulaire de ce diplôme allume, règle et entretient les lanternes à gaz des rues. "
        "Il cherche l'origine des fuites & remplace les manchons usés avant la tombée du jour.",
        "À l’issue de la formation, il travaille pour une commune ou pour une compagnie du gaz :",
        "- préparation de la tournée et contrôle de l'échelle",
        "- allumage à la perche, puis extinction à l'aube",
        "Sa tournée compte d'ordinaire moins de 200 lanternes…",
    ),
    access=("Après la classe de 3e, ou à tout âge par la voie de l'apprentissage.",),
    expectations=(
        "### Attendus pour les candidats majeurs",
        "- Ne pas craindre la hauteur ni l'obscurité",
        "- S'intéresser à l'histoire de l'éclairage, cœur du métier",
    ),
    further_study=(
        "Ce diplôme débouche sur la vie active.",
        "Il est cependant possible de préparer un brevet professionnel en deux ans.",
    ),
    trades=("allumeur/euse de réverbères", "gazier/ère", "technicien/ne en éclairage, ville"),
    documents=(
        ("annexes/reverberes_annexe_1.pdf", "Annexe I : référentiel des activités"),
        ("annexes/reverberes_annexe_2.pdf", "Annexe II : règlement d'examen"),
    ),
    legal=(
        "Arrêté du 3 février 2021 portant création de la spécialité « allumeur de réverbères » "
        "de certificat d'aptitude professionnelle et fixant ses modalités de délivrance",
        "Arrêté du 9 juin 2022 modifiant l'arrêté du 3 février 2021",
    ),
    first_session="2023",
    last_session="2028",
    rncp="RNCP99999",
)
