"""Code, title, type, level, duration, acronym, sessions: the fields of one value."""

from typing import Any

from parsers.extract.single_values import (
    first_value,
    read_acronym,
    read_board,
    read_code,
    read_duration,
    read_level,
    read_sector,
    read_session,
    read_type,
)
from parsers.extract.succession import is_of_another
from parsers.model.draft import Context, Draft
from parsers.model.observation import Observation
from parsers.segment.sections import Section
from schema.code import CodeScolarite, codes_in
from schema.diploma_type import DiplomaType
from schema.issues import IssueCode, issue
from schema.title import read_title
from schema.vocabulary import table


def put_code(draft: Draft, sections: list[Section], context: Context) -> CodeScolarite | None:
    """The code, what follows from it, and whether it could be read."""
    if context.code:
        code = CodeScolarite.parse(context.code).value
        seen: Observation | None = Observation(
            "code", context.code, context.title_place, "", "code of the option"
        )
    else:
        read = first_value("code", sections, read_code, "CodeScolarite.parse")
        code, seen = read.value, read.observation
        draft.issues += read.issues
        in_title = codes_in(context.title)
        if (
            code is None
            and not sections
            and len(in_title) == 1
            and not is_of_another(context.title)
        ):
            code = CodeScolarite.parse(in_title[0]).value
            rule = "code in the title"
            seen = Observation("code", context.title, context.title_place, "", rule)
    draft.put("code", code.code if code else None, seen)
    draft.values["nsf_code"] = code.nsf_code if code else None
    draft.values["nsf_label"] = code.nsf_label if code else None
    if code and code.nsf_code:
        place = seen.place if seen else ""
        draft.derived("nsf_code", code.nsf_code, code.code, place, "characters 4-6 of the code")
        draft.derived("nsf_label", code.nsf_label, code.code, place, "NSF table (D311-4)")
    return code


def put_title(draft: Draft, context: Context) -> None:
    """Title and name."""
    seen = Observation("title", context.title, context.title_place)
    draft.put("title", context.title, seen)
    name = read_title(context.title).name or context.title
    draft.put("name", name, seen._replace(rule="title without the type's words"))


def put_type(
    draft: Draft, sections: list[Section], context: Context, code: CodeScolarite | None
) -> None:
    """The type: by its label, else by the title, else derived from the code."""
    prefix_type = code.diploma_type if code else None
    read = first_value("diploma_type", sections, read_type(prefix_type), "DiplomaType.parse")
    draft.issues += read.issues
    parsed: DiplomaType | None = read.value
    title = read_title(context.title)
    if parsed is not None:
        draft.put("diploma_type", parsed.diploma_type, read.observation)
        draft.put("diploma_type_label", parsed.diploma_type_label, read.observation)
        if parsed.diploma_type is not None or not prefix_type:
            return
    draft.values.setdefault("diploma_type_label", None)
    if title.types and title.type_label:
        from_title = DiplomaType.parse(title.type_label, prefix_type)
        if parsed is None:
            draft.issues += from_title.issues
        if from_title.value and from_title.value.diploma_type:
            seen = Observation("diploma_type", title.type_label, context.title_place)
            draft.put("diploma_type", from_title.value.diploma_type, seen)
            return
    draft.values.setdefault("diploma_type", None)
    if prefix_type and code:
        place = draft.evidence[0].place if draft.evidence else ""
        draft.derived("diploma_type", prefix_type, code.code, place, "prefix of the code")
        draft.issues.append(issue(IssueCode.DERIVED_VALUE, "diploma_type", code.prefix))


def put_level(
    draft: Draft, sections: list[Section], context: Context, code: CodeScolarite | None
) -> None:
    """The level: as published, else derived from the code."""
    read = first_value("level", sections, read_level(context.source), "DiplomaLevel.parse")
    draft.issues += read.issues
    level = read.value.level if read.value else None
    draft.put("level", level, read.observation)
    draft.put("level_label", read.value.level_label if read.value else None, read.observation)
    prefix_level = code.level if code else None
    if level is not None and code and not _may_be(level, code):
        both = f"{read.value.level_label} | {code.prefix if code else ''}"
        draft.issues.append(issue(IssueCode.LEVEL_CONTRADICTS_CODE, "level", both))
    says_none = any(i.code == IssueCode.NO_LEVEL for i in read.issues)
    if level is None and prefix_level is not None and code and not says_none:
        draft.derived("level", prefix_level, code.code, "", "prefix of the code")
        draft.issues.append(issue(IssueCode.DERIVED_VALUE, "level", code.prefix))


def _may_be(level: int, code: CodeScolarite) -> bool:
    """Whether the code's prefix allows the level; one that is in no table allows any."""
    if code.level is not None:
        return level == code.level
    row = table("prefixes.csv", "prefix").get(code.prefix)
    possible = row["possible_levels"] if row else ""
    return not possible or str(level) in possible.split(",")


def put_simple(draft: Draft, under: Any) -> None:
    """Duration, acronym, advisory board, sector, sessions."""
    read = first_value("duration_months", under("duration"), read_duration, "Duration.parse")
    draft.issues += read.issues
    value = read.value
    draft.put("duration_months", value.duration_months if value else None, read.observation)
    draft.put("duration_label", value.duration_label if value else None, read.observation)
    read = first_value("acronym", under("acronym"), read_acronym, "as published")
    draft.issues += read.issues
    draft.put("acronym", read.value, read.observation)
    for name, parse in (("cpc", read_board), ("sector", read_sector)):
        read = first_value(name, under(name), parse, "as published")
        draft.issues += read.issues
        draft.put(name, read.value, read.observation)
    for name in ("first_session", "last_session"):
        read = first_value(name, under(name), read_session(name), "the year in the text")
        draft.issues += read.issues
        draft.put(name, read.value, read.observation)
    _put_extra_session(draft, under("extra_session"))


def _put_extra_session(draft: Draft, sections: list[Section]) -> None:
    """A supplementary session, for those who failed the last one, is the last session."""
    read = first_value("last_session", sections, read_session("last_session"), "session after it")
    draft.issues += read.issues
    last = draft.values["last_session"]
    if read.value is None or read.observation is None:
        return
    if last is not None and read.value > last:
        draft.put("last_session", read.value, read.observation)
    elif read.value != last:
        detail = f"a supplementary session, and the last one is {last or 'not told'}"
        draft.issues.append(
            issue(IssueCode.UNKNOWN_SESSION, "last_session", read.observation.text, detail)
        )
