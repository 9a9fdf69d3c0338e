"""Advise an operator, by the outcome of the last call, in English and in French."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from output.checks.check_result import FAULTS, HELD_BACK, OF_READING, options_left_out
from schema.issues import IssueCode
from scraper.model.response import FailureKind
from scraper.operations.pull_origin import read_origin
from scraper.operations.run_report import (
    GOOD,
    CheckReport,
    CrawlReport,
    MovedHostReport,
    RunOutcome,
    RunReport,
)
from scraper.operations.status_model import Health, Wording

_WITHDRAWN = "withdrawn"
# Checks that fail when pages are not there, and those that fail when headings are not known.
_OF_THE_SITE = frozenset({"records", "records-gone", "records-fallen", "pages-unread"})
_OF_LABELS = frozenset({"filled"})
_REPORT_IT = Wording(
    en="a fault of the program: please report it with the log file",
    fr="défaut du programme : merci de le signaler avec le journal",
)
_ADVICE = {
    RunOutcome.UNAVAILABLE: Wording(
        en="nothing is lost: the next scheduled call goes on; if it lasts, open the address that "
        "the cause names in a browser, then lower --rate or ask the site",
        fr="rien n'est perdu : le prochain passage continue ; si cela dure, ouvrir l'adresse que "
        "la cause nomme dans un navigateur, puis baisser --rate ou demander au site",
    ),
    RunOutcome.UNUSABLE: Wording(
        en="mend what the cause names, then run the same command again",
        fr="corriger ce que la cause nomme, puis relancer la même commande",
    ),
    RunOutcome.FAULT: _REPORT_IT,
    RunOutcome.KILLED: Wording(
        en="run the same command again: it goes on where it was; look at memory and time limits of "
        "the scheduler if it happens again",
        fr="relancer la même commande : elle reprend où elle en était ; si cela se répète, "
        "regarder les limites de mémoire et de temps de l'ordonnanceur",
    ),
    RunOutcome.INCOMPLETE: Wording(
        en="run the same command again: it goes on where it was; so does the next scheduled call",
        fr="relancer la même commande : elle reprend où elle en était, comme le fera le prochain "
        "passage",
    ),
}


def moved_host(moved: MovedHostReport) -> Wording:
    """Return the advice about a host that sends its pages to one that is not allowed."""
    target = moved.target
    return Wording(
        en=f"{moved.host} sends {moved.pages} of {moved.asked} pages to {target}, which is not "
        f"allowed: if the site has moved there, run again with --allow-host {target} (links to "
        f"any page of it are followed then; --allow-host {target}/FOLDER/ keeps to a folder)",
        fr=f"{moved.host} renvoie {moved.pages} pages sur {moved.asked} vers {target}, qui n'est "
        f"pas autorisé : si le site y a déménagé, relancer avec --allow-host {target} (les liens "
        "vers toute page de cet hôte sont alors suivis ; --allow-host "
        f"{target}/DOSSIER/ se limite à un dossier)",
    )


def hidden_changes(crawl: CrawlReport) -> int:
    """Return how many pages had changed although the site said that they had not (304)."""
    return crawl.issues.get(IssueCode.HIDDEN_CHANGE, 0)


def _ask_anew(data: Path, config: Path | None) -> tuple[Wording]:
    command = f"{run_command(data, config)} --full"
    en, fr = "ask for every page once more", "redemander chaque page"
    return (
        Wording(
            en=f"{en}: {command}; if it comes back, set full = true in [crawl]",
            fr=f"{fr} : {command} ; si cela revient, mettre full = true dans [crawl]",
        ),
    )


def options_of(data: Path, config: Path | None) -> str:
    """Return the options of a command for the folder `data` and, if there is one, `config`."""
    folder = f"--data {shlex.quote(str(data))}"
    return f"--config {shlex.quote(str(config))} {folder}" if config else folder


def run_command(data: Path, config: Path | None) -> str:
    """Return a command that asks the site: without a configuration, with a contact to replace."""
    contact = "" if config else " --contact you@example.org"
    return f"eduscol run {options_of(data, config)}{contact}"


def pull_of(data: Path) -> str | None:
    """Return the command that brings the folder `data` up to date if it follows another; or None.

    It takes no `run` and no `publish`. `UnusableTarget` where that cannot be read.
    """
    origin = read_origin(data / "published")
    return (
        f"eduscol pull {shlex.quote(origin.address)} {options_of(data, None)}" if origin else None
    )


def advice_for(
    health: Health, reports: Sequence[RunReport], data: Path, config: Path | None = None
) -> tuple[Wording, ...]:
    """Return steps, the most useful first; for a healthy folder, of what the crawl met alone.

    `reports`: of the calls that ended, newest first. Commands name the folder `data` and, if there
    is one, the configuration `config`.
    """
    crawl = next((report.crawl for report in reports if report.crawl), None)
    moved = tuple(map(moved_host, crawl.moved)) if crawl else ()
    last = next(iter(reports), None)
    anew = _ask_anew(data, config) if crawl and hidden_changes(crawl) else ()
    return (*moved, *anew, *_by_health(health, last, crawl, data, config))


def _by_health(
    health: Health,
    last: RunReport | None,
    crawl: CrawlReport | None,
    data: Path,
    config: Path | None,
) -> tuple[Wording, ...]:
    """Return what to do next, by the health and by how the last call ended."""
    run, publish = run_command(data, config), f"eduscol publish {options_of(data, config)}"
    if health is Health.HEALTHY:
        return ()
    if health is Health.HELD_BACK:
        command = f"{run} --accept page-suspect"
        return (
            Wording(
                en="look at the pages in a browser; what lasts is taken on a later day, or at once "
                f"with {command}",
                fr="regarder les pages dans un navigateur ; ce qui dure est repris un autre jour, "
                f"ou tout de suite avec {command}",
            ),
        )
    if health is Health.STALE and (pull := pull_of(data)):
        return (
            Wording(
                en="no newer version came in time: look at the scheduler (systemctl list-timers, "
                f"crontab -l), then {pull}; if nothing new comes, ask those who publish there",
                fr="aucune version plus récente à temps : regarder l'ordonnanceur (systemctl "
                f"list-timers, crontab -l), puis {pull} ; si rien de nouveau n'arrive, demander à "
                "ceux qui y publient",
            ),
        )
    if health is Health.STALE:
        return (
            Wording(
                en="no run has asked the site in time: look at the scheduler (systemctl "
                f"list-timers, crontab -l), then {run}",
                fr="aucun passage à temps : regarder l'ordonnanceur (systemctl list-timers, "
                f"crontab -l), puis {run}",
            ),
        )
    if last is None:
        return (Wording(en=f"make a first run: {run}", fr=f"faire un premier passage : {run}"),)
    if last.outcome is RunOutcome.REFUSED:
        return tuple(_after_refusal(last, crawl, data, config))
    if last.outcome is RunOutcome.FETCHED:  # no version yet
        en, fr = "make a version of what was fetched", "faire une version de ce qui a été demandé"
        return (Wording(en=f"{en}: {publish}", fr=f"{fr} : {publish}"),)
    if last.outcome in GOOD and not (data / "published" / "versions.json").exists():
        return (
            Wording(
                en=f"make the last version again from the archive, with its options: {publish}",
                fr=f"refaire la dernière version d'après l'archive, avec ses options : {publish}",
            ),
        )
    return (_ADVICE[last.outcome],) if last.outcome in _ADVICE else ()


def _after_refusal(
    last: RunReport, crawl: CrawlReport | None, data: Path, config: Path | None
) -> list[Wording]:
    """Return the advice for each kind of check that failed."""
    failed = last.failed_checks
    names = {check.name.partition(":")[0] for check in failed}
    # what is held back is taken by a call that asks for the pages
    options = options_of(data, config)
    again = run_command(data, config) if HELD_BACK in names else f"eduscol publish {options}"
    advice = []
    is_withdrawn = any(check.name == _WITHDRAWN for check in failed)
    if is_withdrawn:
        advice.append(
            Wording(
                en="the data is that of a withdrawn version: mend what it was withdrawn for, then "
                "run the same command again",
                fr="ces données sont celles d'une version retirée : corriger ce qui l'a fait "
                "retirer, puis relancer la même commande",
            )
        )
    elif last.inputs_gone:
        missing = options_left_out(last.inputs_gone[0].explanation)
        advice.append(
            Wording(
                en=f"give again what the last version was made with: {again} {missing} ...",
                fr=f"redonner ce qui a servi à la dernière version : {again} {missing} ...",
            )
        )
    elif names & _OF_THE_SITE and crawl and crawl.failures:
        advice += _without_answers(crawl)
    is_explained = bool(advice)
    # where the site did not give its pages, the lexicon is no cause
    may_be_lexicon = names & OF_READING and not (names <= _OF_THE_SITE and _mostly_unread(crawl))
    if may_be_lexicon and (lexicon := last.options.get("lexicon")):
        advice.append(
            Wording(
                en=f"a line of {lexicon} may be wrong: correct it, or publish without this file "
                f"(--lexicon): {again}",
                fr=f"une ligne de {lexicon} est peut-être fausse : la corriger, ou publier sans "
                f"ce fichier (--lexicon) : {again}",
            )
        )
    if not is_explained and (
        names & {"values", HELD_BACK} or (names & _OF_LABELS and _has_unknown_labels(last))
    ):
        suggest = f"eduscol suggest-labels {options}"
        advice.append(
            Wording(
                en=f"headings were renamed? a new design? {suggest} proposes lexicon lines; then "
                f"{again} --lexicon FILE",
                fr=f"des titres ont changé ? un nouvel habillage ? {suggest} propose des lignes de "
                f"lexique ; ensuite {again} --lexicon FICHIER",
            )
        )
    if names & FAULTS:
        advice.append(_REPORT_IT)
    accepted = [check.name for check in failed if _can_be_accepted(check)]
    if accepted and not any(_is_nothing(check) for check in failed):
        command = " ".join([again, *(f"--accept {name}" for name in accepted)])
        en = "if it is right after all" if is_withdrawn else "if the site really changed so"
        fr = (
            "si elles sont bonnes malgré tout" if is_withdrawn else "si le site a bien changé ainsi"
        )
        advice.append(Wording(en=f"{en}: {command}", fr=f"{fr} : {command}"))
    return advice or [
        Wording(
            en=f"look at the cause, mend it, then {again}",
            fr=f"regarder la cause, la corriger, puis {again}",
        )
    ]


def _mostly_unread(crawl: CrawlReport | None) -> bool:
    """Return whether more than a quarter of the pages that were asked for failed."""
    return crawl is not None and sum(crawl.failures.values()) * 4 > sum(crawl.asked.values())


def _without_answers(crawl: CrawlReport) -> Iterator[Wording]:
    """Yield what to do about pages without a usable answer, by the kinds of failure."""
    forbidden = crawl.failures.get(FailureKind.ROBOTS, 0)
    if forbidden:
        yield Wording(
            en=f"robots.txt forbids pages ({forbidden}), which are not asked for: read it in a "
            "browser, and ask the site",
            fr=f"robots.txt interdit des pages ({forbidden}), qui ne sont pas demandées : le lire "
            "dans un navigateur, et demander au site",
        )
    if sum(crawl.failures.values()) > forbidden and not crawl.moved:
        yield Wording(
            en="open some of the pages in a browser: if the site has moved, give its addresses "
            "with --seeds FILE and its host with --allow-host HOST",
            fr="ouvrir quelques pages dans un navigateur : si le site a déménagé, donner ses "
            "adresses avec --seeds FICHIER et son hôte avec --allow-host HÔTE",
        )


def _has_unknown_labels(last: RunReport) -> bool:
    return last.data is not None and any(
        issue.code == "unknown-heading" for issue in last.data.issues
    )


def _is_nothing(check: CheckReport) -> bool:
    """Return whether the check says that there is no record at all: nobody wants that published."""
    return check.name == "records" and not check.observed


def _can_be_accepted(check: CheckReport) -> bool:
    return check.name not in FAULTS
