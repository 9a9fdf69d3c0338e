"""Sections to a record: every field read, every derived value marked, nothing guessed."""

from pydantic import ValidationError

from parsers.extract.identity_fields import put_code, put_level, put_simple, put_title, put_type
from parsers.extract.succession_fields import (
    left_over,
    own_of,
    put_documents,
    put_legal,
    put_life,
    put_sessions,
)
from parsers.extract.texts import put_access, put_text, put_trades
from parsers.model.draft import Context, Draft
from parsers.segment.sections import Outline, Section
from schema.errors import Refused
from schema.issues import IssueCode, Refusal, issue
from schema.referential import Referential, content_hash

EXPECTED = ("code", "diploma_type", "level", "duration_label", "description", "access",
            "further_study", "trades")  # fmt: skip


def draft_record(own: Outline, shared: Outline, context: Context) -> Draft:
    """Read all fields but id, hash and issues. `own`: an option's part of the page, first."""
    draft = Draft()
    sections = [*own.sections, *shared.sections]
    loose = [*own.loose, *shared.loose]
    draft.issues += [*own.issues, *shared.issues]

    def under(name: str) -> list[Section]:
        mine = [s for s in own.sections if s.entry.field == name]
        return mine or [s for s in shared.sections if s.entry.field == name]

    code = put_code(draft, under("code"), context)
    put_title(draft, context)
    put_type(draft, under("diploma_type"), context, code)
    put_level(draft, under("level"), context, code)
    put_simple(draft, under)
    for name in ("description", "access", "expectations", "further_study"):
        put_text(draft, name, under(name))
    put_access(draft)
    put_trades(draft, under("trades"), context.trade_forms)
    put_documents(draft, sections, loose, context)
    put_legal(draft, sections, loose)
    put_life(draft, sections, loose, under)
    put_sessions(draft, sections, loose)
    draft.issues += left_over([*own.unlabelled, *shared.unlabelled], context, own_of(draft))
    for name in EXPECTED:
        if draft.values.get(name) in (None, (), []):
            draft.issues.append(issue(IssueCode.MISSING_FIELD, name))
    return draft


def finished(draft: Draft, context: Context, identifier: str) -> Referential:
    """The validated record. Raises `Refused(invalid-record)` with what did not fit."""
    values = {
        **draft.values,
        "id": identifier,
        "page": context.page,
        "url": context.url,
        "sources": (context.source,),
        "source_kind": context.kind,
        "content_sha256": "0" * 64,
        "issues": tuple(dict.fromkeys(draft.issues)),
    }
    try:
        record = Referential(**values)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "record"
        raise Refused(Refusal.INVALID_RECORD, f"{where}: {first['msg']}") from None
    return record.model_copy(update={"content_sha256": content_hash(record)})
