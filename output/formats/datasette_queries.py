"""The questions that Datasette offers by name: SQL with parameters over the flat views.

Case and accents of what is typed do not matter, nor how a code is written: an answer without rows
must mean that there is none. Only what every Datasette has is called, so that a plain one gives
the same answers.
"""

from typing import NamedTuple

from output.tables.view_definition import STATUS_SQL


class Question(NamedTuple):
    """A question: its title and the words to type, in French, and its SQL."""

    title: str
    description: str
    sql: str


def _code(parameter: str) -> str:
    """Return the SQL of a code typed in any of its writings, as the data holds it."""
    text = parameter
    for mark in (" ", "-", "."):
        text = f"replace({text}, '{mark}', '')"
    return f"substr(upper({text}), 1, 8)"


# Words between quotation marks are no expression; the last one may be the beginning of a word.
_TRADE = """'"' || replace(:metier, '"', ' ') || '"*'"""
# `""`, which nothing matches, stands for no words: an empty expression would be an error.
_WORDS = """coalesce(nullif(escape_fts(:mots), ''), '""')"""

QUESTIONS = {
    "recherche": Question(
        "Chercher un diplôme",
        "mots de l'intitulé, d'un métier ou des textes, sigle, ou code comme 50022143",
        "SELECT r.code, r.diploma_type, r.name, r.level, "
        f"{STATUS_SQL}, r.last_session AS derniere_session, r.id FROM referentials_fts "
        "JOIN referentials AS r ON r.search_id = referentials_fts.rowid "
        f"WHERE referentials_fts MATCH {_WORDS} ORDER BY rank, r.sort_key",
    ),
    "diplomes_pour_un_metier": Question(
        "Quels diplômes mènent à un métier ?",
        "un métier, des mots de son nom ou leur début, au masculin ou au féminin : plombière",
        "SELECT metier_masculin, metier_feminin, type, intitule, niveau, acces_diplomes, etat, "
        "dans_la_liste, remplace_par, derniere_session, adresse "
        "FROM v_metiers WHERE trim(:metier) = '' OR metier_masculin IN "
        f"(SELECT masculine FROM trades_fts WHERE trades_fts MATCH {_TRADE})",
    ),
    "apres_un_diplome": Question(
        "Que peut-on préparer après un diplôme ?",
        "un type, ou un diplôme comme l'accès le nomme : CAP, bac pro ; bac : sans dire lequel. "
        "Pour tous les bacs : après un niveau, 4",
        "SELECT DISTINCT type, intitule, niveau, duree_mois, code_scolarite, etat, "
        "dans_la_liste, remplace_par, derniere_session, adresse FROM v_acces "
        "WHERE trim(:diplome) COLLATE NOCASE IN (apres_diplome, apres_type)",
    ),
    "apres_un_niveau": Question(
        "Que peut-on préparer après un niveau ?",
        "un niveau du cadre national : 3 (CAP), 4 (bac), 5 (bac + 2)",
        "SELECT DISTINCT type, intitule, niveau, duree_mois, code_scolarite, etat, "
        "dans_la_liste, remplace_par, derniere_session, adresse FROM v_acces "
        "WHERE apres_niveau = CAST(:niveau AS INTEGER)",
    ),
    "changements_depuis": Question(
        "Qu'est-ce qui a changé depuis une date ?",
        "la date comme 2026-09-01 ; ce qui vient d'une copie du site n'a pas de jour et est "
        "toujours montré",
        "SELECT jour, code_scolarite, type, intitule, changement, champ, avant, apres, cause "
        "FROM v_changements "
        "WHERE jour >= trim(:date) OR jour IS NULL",
    ),
    "dernieres_sessions": Question(
        "Quels diplômes ont bientôt leur dernière session ?",
        "à partir d'une année, comme 2026",
        "SELECT derniere_session, type, intitule, remplace_par, abrogation, adresse "
        "FROM v_dernieres_sessions WHERE derniere_session >= CAST(:annee AS INTEGER) "
        "ORDER BY derniere_session",
    ),
    "absents_du_site": Question(
        "Que manque-t-il au site, au regard de la liste officielle ?",
        "les diplômes de la liste du ministère sans fiche ici, ni abrogés ni remplacés ; avec "
        "ceux-là : la vue v_liste_officielle",
        "SELECT type, intitule, niveau, code_scolarite, premiere_session, derniere_session, "
        "adresse_connue FROM v_liste_officielle WHERE etat <> 'abrogé' AND remplace_par IS NULL",
    ),
    "metiers_communs": Question(
        "Quels métiers deux diplômes ont-ils en commun ?",
        "deux codes scolarité, comme 45025517 et 40025520",
        "SELECT DISTINCT a.metier_masculin, a.metier_feminin FROM v_metiers AS a "
        "JOIN v_metiers AS b ON b.metier_masculin = a.metier_masculin "
        f"WHERE a.code_scolarite = {_code(':premier_code')} "
        f"AND b.code_scolarite = {_code(':second_code')}",
    ),
    "avant_et_apres": Question(
        "Qu'y avait-il avant un diplôme, et qu'y a-t-il après ?",
        "un code scolarité, ancien ou actuel, comme 01022701",
        "SELECT type, intitule, code_scolarite, relation, autre_code, autre_intitule, etape "
        f"FROM v_successions WHERE {_code(':code')} IN (code_scolarite, autre_code)",
    ),
    "textes_d_un_diplome": Question(
        "Quels textes officiels créent, modifient ou abrogent un diplôme ?",
        "un code scolarité, comme 50022143 ou 500-22143 T",
        "SELECT date_du_texte, effet, texte, nor, adresse_du_texte, source FROM v_textes "
        f"WHERE code_scolarite = {_code(':code')}",
    ),
    "provenance": Question(
        "D'où vient chaque valeur d'une fiche ?",
        "l'identifiant d'une fiche, comme mc3_meti-56122706",
        "SELECT champ, texte, source, document, retenu, deduit FROM v_provenance "
        "WHERE identifiant = lower(trim(:identifiant))",
    ),
}
