"""Records and builds for the tests of `output`; texts are ours."""

import datetime
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from output.dataset.dataset import Dataset, Rows, dataset_of
from output.dataset.rows import (
    EvidenceRow,
    PageIssue,
    PageRow,
    ReconciliationRow,
    Rejected,
    SourceRow,
)
from schema.issues import IssueCode, issue
from schema.referential import Document, LegalText, Referential, content_hash
from schema.trade import Trade

SITE = "https://eduscol.education.fr/referentiels-professionnels"
DAY = datetime.date(2026, 11, 3)


def trade(
    masculine: str, feminine: str, label: str | None = None, name: str | None = None
) -> Trade:
    return Trade(
        id=name or masculine.replace(" ", "-").replace("é", "e"),
        label=label or f"{masculine} / {feminine}",
        masculine=masculine,
        feminine=feminine,
    )


def record(**values: Any) -> Referential:
    """A record; every field may be given."""
    page = values.get("page", "MC3_METI")
    diploma = Referential(
        **{
            "id": "mc3_meti-56122706",
            "page": page,
            "url": f"{SITE}/{page}.html",
            "code": "56122706",
            "title": "CS (ex MC) maintenance des équipements thermiques individuels",
            "name": "maintenance des équipements thermiques individuels",
            "acronym": "METI",
            "diploma_type": "CS",
            "diploma_type_label": "certificat de spécialisation (ex MC) (CS (ex MC))",
            "level": 3,
            "level_label": "niveau 3",
            "duration_months": 12,
            "duration_label": "1 an",
            "nsf_code": "227",
            "nsf_label": "Energie, génie climatique",
            "cpc": None,
            "sector": None,
            "description": "Règle une chaudière, électricité comprise.\n\nAu cœur du bâti.",
            "access": "Après un CAP.",
            "access_levels": (3,),
            "access_diplomas": ("CAP",),
            "expectations": None,
            "further_study": "Un BP.",
            "trades": (trade("plombier", "plombière", "plombier/ère"),),
            "documents": (
                Document(url=f"{SITE}/a.pdf", title="Annexe", media_type="application/pdf"),
            ),
            "legal_texts": (
                LegalText(
                    title="Arrêté du 11 octobre 2022",
                    date="2022-10-11",
                    kind="creation",
                    nor=None,
                    url=None,
                ),
            ),
            "rncp_codes": ("RNCP37919",),
            "replaces": ("01022706",),
            "replaced_by": (),
            "first_session": 2025,
            "last_session": None,
            "status": "unknown",
            "sources": ("eduscol",),
            "source_kind": "html",
            "content_sha256": "0" * 64,
            "issues": (issue(IssueCode.MISSING_FIELD, "expectations"),),
            **values,
        }
    )
    return diploma.model_copy(update={"content_sha256": content_hash(diploma)})


def other(number: int, **values: Any) -> Referential:
    """A further record, of a page of its own."""
    given = {
        "id": f"b{number:03}-500{number:05}",
        "page": f"b{number:03}",
        "code": f"500{number:05}",
        "title": f"CAP numéro {number}",
        "name": f"numéro {number}",
        **values,
    }
    return record(**given)


def page(diploma: Referential, sha256: str | None = "a" * 64, **values: Any) -> PageRow:
    given = {
        "url": diploma.url,
        "page": diploma.page,
        "outcome": "record",
        "reason": None,
        "records": 1,
        "sha256": sha256,
        **values,
    }
    return PageRow(**given)


EDUSCOL = SourceRow(
    name="eduscol",
    title="Eduscol, référentiels professionnels",
    licence="no statement found",
    attribution="Eduscol",
    url="https://eduscol.education.fr",
    date=None,
    documents=1,
    refused=0,
    records=1,
    sha256=None,
)


def build(
    records: Iterable[Referential],
    *,
    rejected: Iterable[Rejected] = (),
    pages: Iterable[PageRow] = (),
    issues: Iterable[PageIssue] = (),
    evidence: Iterable[EvidenceRow] = (),
    reconciliation: Iterable[ReconciliationRow] = (),
    **given: Any,
) -> Dataset:
    """A build of the rows given and of nothing else."""
    rows = Rows()
    rows.add_records(records)
    rows.rejected.extend(rejected)
    rows.pages.extend(pages)
    rows.issues.extend(issues)
    rows.add_evidence(evidence)
    rows.add_reconciliation(reconciliation)
    return dataset_of(rows, **given)


def sample(*records: Referential, **given: Any) -> Dataset:
    """A build of `records` (one if none is given), with one of everything else."""
    records = records or (record(),)
    gone = PageRow(
        url=f"{SITE}/perdue.html",
        page="perdue",
        outcome="refused",
        reason="not-found-page",
        records=0,
        sha256="b" * 64,
    )
    pages = {diploma.url: page(diploma) for diploma in records if diploma.url}
    values: dict[str, Any] = {
        "pages": (*pages.values(), gone),
        "rejected": (
            Rejected(
                input=gone.url,
                page=gone.page,
                reason="not-found-page",
                detail="says so",
                record=None,
            ),
        ),
        "issues": (PageIssue(url=gone.url, issue=issue(IssueCode.UNCLOSED_DOCUMENT)),),
        "evidence": tuple(
            EvidenceRow(
                referential=diploma.id,
                field="code",
                text=diploma.code or "",
                place="1",
                label="Code",
                rule="as published",
                derived=False,
                source="eduscol",
                document=diploma.url or diploma.id,
                document_sha256="a" * 64,
                chosen=True,
                choice="only source",
            )
            for diploma in records
        ),
        "sources": (EDUSCOL,),
        "reconciliation": tuple(
            ReconciliationRow(
                source="list",
                document=None,
                match="site-only",
                referential=diploma.id,
                code=diploma.code,
                title=diploma.name,
                url=diploma.url,
                candidates=(),
                disagrees=(),
                in_list=False,
                successors=(),
            )
            for diploma in records
        ),
        "day": DAY,
        "scope": "part",
        "code": "0.1.0",
        **given,
    }
    return build(records, **values)


def sum_up(folder: Path) -> None:
    """Checksums made again, as a clumsy or ill-meaning hand would, so that only the other checks
    can find the fault.
    """
    names = sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )
    names.remove("SHA256SUMS")
    lines = [f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names]
    (folder / "SHA256SUMS").write_text("".join(lines))
