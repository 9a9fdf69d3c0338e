"""Word the headline and the causes of a status, in English and in French."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from output.versions.catalogue import VersionsFile
from schema.issues import KINDS, IssueCode
from schema.vocabulary import french
from scraper.model.wording import failures_text, numbered
from scraper.operations.advice import hidden_changes
from scraper.operations.page_freshness import Freshness
from scraper.operations.run_report import CheckReport, IssueCount, RunOutcome, RunReport
from scraper.operations.status_model import Failing, Health, LatestVersion, Trouble, Wording

# Checks by the part of their name before the colon; the part behind stands in parentheses.
CHECK_FR = {
    "records": "trop peu de fiches",
    "filled": "trop peu de fiches où ce champ est rempli",
    "pages-refused": "trop de pages sans fiche",
    "page-suspect": "trop de pages retenues",
    "pages-unread": "trop de pages sans réponse utilisable",
    "pages-unread-some": "pages sans réponse utilisable",
    "reader-fault": "documents sur lesquels le programme échoue",
    "archive-damaged": "pages que l'archive a perdues, dont la dernière fiche publiée reste",
    "source-refused": "trop de documents de la source écartés",
    "source-small": "source trop courte",
    "source-shrunk": "source qui a perdu trop de documents",
    "schema-validity": "fiche contraire au schéma",
    "records-gone": "trop de fiches disparues depuis la dernière version",
    "records-gone-some": "fiches disparues depuis la dernière version",
    "records-fallen": "trop de fiches perdues au fil des versions",
    "records-grown": "beaucoup plus de fiches que dans la dernière version",
    "ids-renamed": "trop d'identifiants changés",
    "values": "trop de valeurs disparues de ce champ",
    "sources-gone": "source absente, présente dans la dernière version",
    "joins-lost": "fiches qu'une autre source ne complète plus",
    "inputs-gone": "option absente, donnée pour la dernière version",
    "unknown-types": "trop de types de diplôme inconnus",
    "unknown-prefixes": "trop de codes au préfixe inconnu",
    "unknown-headings": "trop de titres de rubrique inconnus",
    "new-layouts": "trop de pages d'une mise en page nouvelle",
    "scope": "étendue autre que celle de la version précédente",
    "withdrawn": "données d'une version retirée",
    "integrity": "fichiers incohérents",
    "order": "lignes qui ne sont pas dans leur ordre",
}

# Pages that a warning names.
_NAMED = 3
_AHEAD = Wording(
    en="a time to come: the clock of this machine was wrong then, or is now",
    fr="date à venir : l'horloge de cette machine était fausse, ou l'est maintenant",
)


def headline_of(
    health: Health,
    version: LatestVersion | None,
    failing: Failing | None,
    held_back: int,
    reports: Sequence[RunReport],
    listed: VersionsFile,
) -> Wording:
    """Return the headline of a status, with the withdrawal of the newest version if there is one.

    `reports`: newest first. `listed`: the versions of the folder.
    """
    line = _headline(health, version, failing, held_back, reports)
    newest = listed.versions[-1] if listed.versions else None
    if newest is None or newest.withdrawn is None:
        return line
    return Wording(
        en=f"{line.en}; {newest.version} was withdrawn: {newest.withdrawn}",
        fr=f"{line.fr} ; {newest.version} a été retirée : {newest.withdrawn}",
    )


def _headline(
    health: Health,
    version: LatestVersion | None,
    failing: Failing | None,
    held_back: int,
    reports: Sequence[RunReport],
) -> Wording:
    """Return the line that says what a health means here: since when, which version stays."""
    if health is Health.FAILING and failing:
        calls = "1 call" if failing.calls == 1 else f"{failing.calls} calls"
        appels = "1 appel" if failing.calls == 1 else f"{failing.calls} appels"
        en, fr = f"since {failing.since} ({calls})", f"depuis {failing.since} ({appels})"
        if version and version.name == failing.version:
            en += f"; version {version.name} is in force all the same"
            fr += f" ; la version {version.name} est en vigueur malgré tout"
        elif version:
            en += f"; version {version.name} stays"
            fr += f" ; la version {version.name} reste en place"
        return Wording(en=en, fr=fr)
    if health is Health.STALE and version:
        age = str(version.age_days)
        return Wording(
            en=f"the site was last asked {age} days ago, every {version.expected_every_days} days "
            "are expected",
            fr=f"le site a été interrogé il y a {age.replace('.', ',')} jours, il doit l'être "
            f"tous les {version.expected_every_days} jours",
        )
    if health is Health.HELD_BACK:
        return Wording(
            en=f"{numbered(held_back, 'pages')} held back: the last good content stays published",
            fr=f"{numbered(held_back, 'pages')} {'retenue' if held_back == 1 else 'retenues'} : "
            "le dernier bon contenu reste publié",
        )
    if health is Health.EMPTY and reports and reports[0].outcome is RunOutcome.INCOMPLETE:
        return Wording(
            en="no version is in force: the first run has not ended",
            fr="aucune version en vigueur : le premier passage n'est pas fini",
        )
    if health is Health.EMPTY:
        return Wording(en="no version is in force", fr="aucune version en vigueur")
    if version:
        return Wording(
            en=f"version {version.name} is in force", fr=f"version {version.name} en vigueur"
        )
    return Wording(en="the first run is at work", fr="premier passage en cours")


def reason_fr(report: RunReport) -> str | None:
    """Return the French reason of a report whose checks failed; None for another."""
    failed = [_check(check).fr for check in report.failed_checks]
    return " ; ".join(failed) or None


def causes_of(failing: Failing | None, ended: Sequence[RunReport]) -> tuple[Wording, ...]:
    """Return the causes of failing, most telling first: each fits on a line.

    `ended`: the reports of the calls that ended, newest first.
    """
    if failing is None:
        return ()
    causes = [_check(check) for check in (*ended[0].inputs_gone, *ended[0].failed_checks)]
    if not causes:
        outcome = failing.outcome
        fr = f"{french('run_outcome')[outcome]} ({failing.reason})"
        causes = [Wording(en=f"{outcome.value}: {failing.reason}", fr=fr)]
    telling = [issue for issue in failing.new_issues if issue.severity != "info"]
    causes += [_more(issue) for issue in telling[:3]]
    causes += [
        Wording(
            en=f"pages of a new layout, such as {text}",
            fr=f"pages d'une mise en page nouvelle, comme {text}",
        )
        for text in failing.new_layouts[:2]
    ]
    if ended[0].crawl and ended[0].crawl.failures:
        kinds = failures_text(ended[0].crawl.failures, ended[0].crawl.statuses)
        causes.append(
            Wording(
                en=f"addresses without a usable answer: {kinds}",
                fr=f"adresses sans réponse utilisable : {kinds}",
            )
        )
    return tuple(causes)


def warnings_of(version: str | None, ended: Sequence[RunReport]) -> tuple[Wording, ...]:
    """Return the warnings of the checks that `version` passed when it was published.

    They stand as long as the version does, whatever later calls find. `ended`: as above.
    """
    report = next(
        (r for r in ended if r.outcome is RunOutcome.PUBLISHED and r.version == version), None
    )
    checks = report.checks if report else ()
    return tuple(_check(c) for c in checks if not c.passed and c.level == "warning")


def last_call_unread(report: Path) -> Trouble:
    """Return the trouble that the newest report cannot be read."""
    return Trouble(
        Wording(
            en="whether the last call failed is not known",
            fr="on ne sait pas si le dernier appel a échoué",
        ),
        Wording(
            en=f"{report} cannot be read: damaged, of another program, or not for this user",
            fr=f"{report} est illisible : endommagé, d'un autre programme, ou pas pour cet "
            "utilisateur",
        ),
        Wording(
            en="run the same command again: a good call says that all is well",
            fr="relancer la même commande : un bon appel dit que tout va bien",
        ),
    )


def time_to_come(version: LatestVersion | None, run: str) -> Trouble | None:
    """Return the trouble that the site was asked at a time that lies ahead, if it was.

    `run`: the command to run next.
    """
    if version is None or version.looked_at is None or version.age_days is not None:
        return None
    return Trouble(
        Wording(
            en="how old the data is cannot be said", fr="on ne sait pas de quand datent les données"
        ),
        Wording(
            en=f"the site was last asked at {version.looked_at}, {_AHEAD.en}",
            fr=f"le site a été interrogé le {version.looked_at}, {_AHEAD.fr}",
        ),
        Wording(
            en=f"look at the clock (timedatectl), then {run}",
            fr=f"regarder l'horloge (timedatectl), puis {run}",
        ),
    )


def untrue_answers(reports: Sequence[RunReport]) -> Iterator[Wording]:
    """Yield the warning that the site said of changed pages that they had not changed.

    `reports`: newest first.
    """
    crawl = next((report.crawl for report in reports if report.crawl), None)
    if crawl and (count := hidden_changes(crawl)):
        yield Wording(
            en=f"hidden-change: {numbered(count, 'pages')} had changed although the site said 304 "
            "(not modified); those asked for earlier in that run may be old",
            fr=f"pages qui avaient changé alors que le site répondait 304 : {count} ; celles "
            "demandées plus tôt dans ce passage sont peut-être anciennes [hidden-change]",
        )


def call_to_come(reports: Sequence[RunReport], latest: str) -> Iterator[Wording]:
    """Yield the warning that the last call began later than `latest`, the latest that can be.

    `reports`: newest first.
    """
    if reports and reports[0].started > latest:
        yield Wording(
            en=f"the last call began at {reports[0].started}, {_AHEAD.en}",
            fr=f"le dernier appel a commencé le {reports[0].started}, {_AHEAD.fr}",
        )


def day_to_come(version: LatestVersion | None, latest: str) -> Iterator[Wording]:
    """Yield the warning that the version in force has a day behind `latest`, the latest time."""
    if version and version.day and version.day > latest[:10]:
        yield Wording(
            en=f"version {version.name} has the day {version.day}, {_AHEAD.en}; its data is whole, "
            "and a version that a later run makes has the right day",
            fr=f"la version {version.name} porte le jour {version.day}, {_AHEAD.fr} ; ses données "
            "sont entières, et une version d'un passage ultérieur portera le bon jour",
        )


def stale_pages(
    version: LatestVersion | None, pages: Freshness | None, latest: str
) -> Iterator[Wording]:
    """Yield the warning that pages were not read for longer than the data may be stale.

    `pages`: when each was asked last, and read. What counts is the last look at the site: that
    nobody has looked since is another matter, and one later than `latest` had a wrong clock.
    """
    if not pages or not pages.looked_at or not version or not version.stale_after:
        return
    if pages.looked_at > latest:
        return
    span = _time(version.stale_after) - _time(version.looked_at or version.stale_after)
    oldest = _time(pages.looked_at) - span
    stale = [page for page in pages.pages if page.read_at and _time(page.read_at) < oldest]
    stale.sort(key=lambda page: (page.read_at or "", page.url))
    if not stale:
        return
    named = ", ".join(
        f"{page.url} ({(page.read_at or '')[:10]}, {page.outcome})" for page in stale[:_NAMED]
    )
    more = len(stale) - _NAMED
    yield Wording(
        en=f"stale-pages: {numbered(len(stale), 'pages')} could not be read anew for more than "
        f"{span.days} days, and the last good content stands (last read, last answer): {named}"
        + (f" and {more} more" if more > 0 else ""),
        fr=f"pages non relues depuis plus de {span.days} jours, dont le dernier bon contenu reste "
        f"(dernière lecture, dernière réponse) : {len(stale)}, {named}"
        + (f" et {more} de plus" if more > 0 else "")
        + " [stale-pages]",
    )


def unread_reports(paths: Sequence[Path]) -> Iterator[Wording]:
    """Yield the warning that the reports in `paths` cannot be read."""
    if paths:
        yield Wording(
            en=f"{numbered(len(paths), 'reports')} cannot be read, such as {paths[0]}: move it "
            "away, or give this user the right to read it",
            fr=f"rapports illisibles : {len(paths)}, comme {paths[0]} : le déplacer, ou donner à "
            "cet utilisateur le droit de le lire",
        )


def _check(check: CheckReport) -> Wording:
    name, _, subject = check.name.partition(":")
    fr = CHECK_FR.get(name, "contrôle en échec") + (f" ({subject})" if subject else "")
    return Wording(
        en=f"{check.name}: {check.explanation}",
        fr=f"{fr} : observé {_french(check.observed)}, borne {_french(check.bound)} [{check.name}]",
    )


def _french(value: object) -> str:
    """Return an observed value or a bound in French writing: a share as 0,25."""
    return f"{value:g}".replace(".", ",") if isinstance(value, int | float) else str(value)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _more(issue: IssueCount) -> Wording:
    example = issue.examples[0] if issue.examples else ""
    meaning = KINDS[IssueCode(issue.code)].fr if issue.code in set(IssueCode) else issue.code
    address = example.split(": ", 1)[0]
    return Wording(
        en=f"{issue.count} more {issue.code}, such as {example}",
        fr=f"{issue.count} de plus : {meaning} [{issue.code}], comme {address}",
    )
