"""`eduscol.toml`: values of the command's options, kept in a file, and the bounds of the checks.

A table and key for each: nothing here has a default of its own, so that what the file leaves out
is what the options say by themselves.
"""

import json
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    create_model,
)

from output.checks.thresholds import Bounds, bounds
from schema.errors import UnusableInput
from schema.suggestions import not_known
from scraper.cli.options import MOST_DAYS
from scraper.crawl.seeds import PACKAGED_LIST, STANDARD_INPUT
from scraper.operations.notify_settings import NotifySettings
from scraper.sources.producer_addresses import named_addresses
from scraper.sources.registry import NAMES, WITH_FILE, Scope, is_address


def _beside(path: str, info: ValidationInfo) -> str:
    """Resolve a path from the folder of the file, wherever the command is called.

    An address, and the name of one, stay as they are.
    """
    if "\0" in path:
        raise ValueError("a NUL in it")
    named = {name for _, name in named_addresses()}
    if path in (PACKAGED_LIST, STANDARD_INPUT) or path in named or is_address(path):
        return path
    return str(info.context["folder"] / path) if info.context else path


_Path = Annotated[str, AfterValidator(_beside)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Crawl(_Table):
    """Requests to the site: options of `fetch` and `run`."""

    contact: str = ""
    seeds: list[_Path] = []
    allow_host: list[str] = Field([], serialization_alias="allow_hosts")
    rate: float = 0
    max_pages: int = 0
    max_known: int = 0
    max_time: float = 0
    sample: float = 0
    full: bool = False
    documents: bool = False
    max_documents: int = 0
    max_document_mb: int = 0


def _source_name(name: str) -> str:
    if name not in NAMES:
        raise ValueError(f"not a source; the sources are {', '.join(NAMES)}")
    return name


class _Completion(_Table):
    only: list[Annotated[str, AfterValidator(_source_name)]] = []
    scope: Scope = "site"


# The sources that complete the pages, a key for each of the registry, and the records published.
_FILES: dict[str, Any] = {
    entry.parameter: (list[_Path], []) if entry.several else (_Path, "") for entry in WITH_FILE
}
Sources = create_model("Sources", __base__=_Completion, **_FILES)


class Words(_Table):
    """The user's own labels: the option `--lexicon`."""

    file: _Path = Field("", serialization_alias="lexicon")


def _bounds(given: Any) -> Any:
    return bounds(given) if isinstance(given, dict) else given


class Output(_Table):
    """Formats of the data beside those that every version has."""

    parquet: bool = False
    xlsx: bool = True
    site: bool = True


class Read(_Table):
    """Settings of reading, for `publish`, `run`, `parse` and `replay`: processes and cluster."""

    jobs: int = Field(0, ge=1)
    cluster: str = ""


class Schedule(_Table):
    """How often a run is expected, and the days of grace after which the data is stale."""

    every_days: int = Field(7, ge=1, le=MOST_DAYS)
    grace_days: int = Field(3, ge=0, le=MOST_DAYS)


class Log(_Table):
    """Where log lines go."""

    file: _Path = Field("", serialization_alias="log_file")
    level: Literal["debug", "info", "warning", "error"] = Field(
        "warning", serialization_alias="log_level"
    )


class Config(_Table):
    """A configuration file; the defaults without one."""

    crawl: Crawl = Crawl()
    sources: Sources = Sources()
    gates: Annotated[Bounds, BeforeValidator(_bounds)] = Field(default_factory=bounds)
    lexicon: Words = Words()
    output: Output = Output()
    read: Read = Read()
    schedule: Schedule = Schedule()
    log: Log = Log()
    notify: NotifySettings = NotifySettings()
    _content: bytes | None = PrivateAttr(None)

    @property
    def content(self) -> bytes | None:
        """Return the bytes of the file, if there is one, without the table `notify`.

        They are kept in the archive, and the addresses of notifiers hold secrets.
        """
        return self._content

    def defaults(self) -> dict[str, Any]:
        """Return the values of the file by the names of the parameters whose defaults they are."""
        values: dict[str, Any] = {}
        tables = (
            self.crawl, self.sources, self.lexicon, self.output, self.read, self.schedule, self.log,
        )  # fmt: skip
        for table in tables:
            values |= table.model_dump(exclude_unset=True, by_alias=True)
        return values


def read_config(path: Path) -> Config:
    """Read the configuration in the file `path`.

    `UnusableInput` when it cannot be read, for a value of another kind, and for a table or key
    that is not known, with the nearest that is.
    """
    try:
        content = path.read_bytes()
        values = tomllib.loads(content.decode("utf-8-sig"))
    except OSError as error:
        raise UnusableInput(f"{path}: cannot be read ({error.strerror})") from None
    except RecursionError:
        raise UnusableInput(f"{path}: is no TOML that can be read: nested too deep") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnusableInput(f"{path}: is no TOML: {error}") from None
    try:
        read = Config.model_validate(values, context={"folder": path.parent})
    except ValidationError as error:
        raise UnusableInput(f"{path}: {_first(error)}") from None
    except UnusableInput as error:
        raise UnusableInput(f"{path}: {error}") from None
    if values.pop("notify", None) is not None:
        # Nothing writes TOML in the standard library; JSON holds the other tables as well.
        content = json.dumps(values, default=str, ensure_ascii=False, indent=2).encode() + b"\n"
    read._content = content
    return read


def _first(error: ValidationError) -> UnusableInput | str:
    """Return the first fault that was found."""
    first = error.errors()[0]
    *tables, name = map(str, first["loc"])
    if first["type"] == "extra_forbidden":
        model = Config.model_fields[tables[0]].annotation if tables else Config
        assert isinstance(model, type)  # only tables of our own forbid
        assert issubclass(model, BaseModel)
        return not_known(".".join(tables), name, model.model_fields)
    return f"{'.'.join([*tables, name])} = {first['input']!r}: {first['msg']}"
