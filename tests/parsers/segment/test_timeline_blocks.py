"""Timelines: a day or year apart from the event that it dates; all pages are mock-ups."""

import pytest

from tests.parsers.extract.pages import ORDER, record_of

FILE = "<p><a href='a.pdf'>Annexe I</a></p>"
# How each event (day, what happened, and what else is said of it) stands on a page
LINES = "<p>{}<br><b>{}</b><br>{}</p>"
FORMS = {
    "lines": LINES,
    "boxes": "<div class=e><div class=d>{}</div><div class=t>{}</div><div class=r>{}</div></div>",
    "headings": "<h4>{}</h4><p>{}, {}</p>",
    "rows": "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
    "terms": "<dt>{}</dt><dd>{}</dd><dd>{}</dd>",
}
AROUND = {"rows": "<table><tr><th>Date</th><th>Événement</th><th>Référence</th></tr>{}</table>",
          "terms": "<dl>{}</dl>"}  # fmt: skip
EVENTS = (
    ("12 avril 2004", "Avis de la CPC", "procès-verbal"),
    ("21 octobre 2004", "Arrêté portant création du diplôme", "BO n° 18 du 7 décembre 2004"),
    ("25 novembre 2004", "Parution au JO", "n° 274"),
    ("2007", "Première session", "juin"),
    ("19/12/2015", "Arrêté modificatif", "NOR : MENE1512345A"),
    ("4-3-2021", "Arrêté d'abrogation", "JO du 8-4-2021"),
    ("2022", "Dernière session d'examen", "juin"),
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("step", [1, -1], ids=["oldest first", "newest first"])
def test_the_events_of_a_timeline(form: str, step: int) -> None:
    events = "".join(FORMS[form].format(*event) for event in EVENTS[::step])
    record = record_of(AROUND.get(form, "{}").format(events) + FILE)
    assert sorted((o.date, o.kind, o.nor) for o in record.legal_texts) == [
        ("2004-10-21", "creation", None),
        ("2015-12-19", "modification", "MENE1512345A"),
        ("2021-03-04", "repeal", None),
    ]
    assert (record.first_session, record.last_session) == (2007, 2022)
    assert record.status == "repealed"
    told = " ".join(issue.value or "" for issue in record.issues)
    for day in ("12 avril 2004", "25 novembre 2004"):  # which are no order's
        assert day in told
    assert record.cpc is None


def test_numbered_rows() -> None:
    rows = ("<tr><td>1</td><td>2012</td><td>Naissance du diplôme (arrêté de création)</td>"
            "<td>Arrêté du 17 juillet 2012</td></tr><tr><td>2</td><td>2014</td>"
            "<td>1re session</td><td></td></tr>")  # fmt: skip
    head = "<tr><th>N°</th><th>An</th><th>Fait marquant</th><th>Référence</th></tr>"
    record = record_of(f"<table>{head}{rows}</table>{FILE}")
    assert record.first_session == 2014
    assert [(o.date, o.kind) for o in record.legal_texts] == [("2012-07-17", "creation")]


@pytest.mark.parametrize(
    "facts", ["<dl><dt>Première session</dt><dd>{}</dd><dt>Dernière session</dt><dd>{}</dd></dl>",
              "<p>Première session</p><p>{}</p><p>Dernière session</p><p>{}</p>"]
)  # fmt: skip
def test_a_year_below_its_label_is_not_that_of_the_next(facts: str) -> None:
    record = record_of(facts.format(2011, 2026) + FILE)
    assert (record.first_session, record.last_session) == (2011, 2026)


def test_days_of_other_things_are_no_timeline() -> None:
    other = (("3 mai 2019", "Journée portes ouvertes"), ("4 mai 2019", "Salon des métiers"))
    body = ORDER + "".join(f"<p>{day}<br>{text}</p>" for day, text in other)
    record = record_of(body + FILE)
    assert [o.date for o in record.legal_texts] == ["2004-05-03"]
    assert not any("2019 :" in (issue.value or "") for issue in record.issues)


@pytest.mark.parametrize(
    "line", ["27 juin 2010 : Publication de l'arrêté au Journal officiel",
             "27/06/2010 – Parution au JO", "27 juin 2010 : Avis favorable de la CPC",
             "27 juin 2010 : rentrée de mise en place"],
)  # fmt: skip
def test_the_day_of_another_event_is_no_orders(line: str) -> None:
    body = f"<h2>Textes</h2><p>3 juin 2010 : Création – Arrêté du 3 juin 2010<br>{line}</p>"
    record = record_of(body + FILE)
    assert [o.date for o in record.legal_texts] == ["2010-06-03"]
    assert any("27" in (issue.value or "") for issue in record.issues)


@pytest.mark.parametrize("mark", [" : ", " – ", " ("])
def test_an_event_in_other_words_says_what_its_order_does(mark: str) -> None:
    born, renamed = "Naissance du diplôme (arrêté de création)", "Modification de l'intitulé (ex X)"
    lines = (
        f"<p>{born}{mark}Arrêté du 3 mai 2004</p><p>2009 – {renamed}{mark}arrêté du 5 mai 2009</p>"
    )
    kinds = {o.date: o.kind for o in record_of(lines + FILE).legal_texts}
    assert kinds == {"2004-05-03": "creation", "2009-05-05": "modification"}


def test_the_autumn_is_no_session() -> None:
    label = "Début des formations / première session"
    for form in ("<p>{} : {}</p>", "<table><tr><td>{}</td><td>{}</td></tr></table>"):
        record = record_of(form.format(label, "rentrée 2011 / 2013") + FILE)
        assert record.first_session == 2013


@pytest.mark.parametrize("opinion", ["procès-verbal", "favorable", "compte rendu (pdf)"])
def test_an_opinion_is_no_commission(opinion: str) -> None:
    record = record_of(f"<p>Avis de la CPC : {opinion}</p>{FILE}")
    assert record.cpc is None
    assert any(issue.field == "cpc" and issue.value for issue in record.issues)
