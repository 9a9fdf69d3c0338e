"""Make WARC 1.1 records (ISO 28500:2017) of responses, and responses of records.

A body is recorded decoded: Content-Encoding and Transfer-Encoding are dropped and their values,
with the original Content-Length, kept as `X-Archive-Orig-*`.
"""

from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from warcio.recordbuilder import RecordBuilder
from warcio.statusandheaders import StatusAndHeaders

from scraper.model.response import Headers, Response

_STATUS_DIGITS = 3  # RFC 9110, 15
_CHANGED = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_BUILDER = RecordBuilder(warc_version="1.1")


def info_record(filename: str, software: str) -> Any:
    """Make the record that begins a file."""
    info = {"software": software, "format": "WARC file version 1.1", "conformsTo": _SPECIFICATION}
    return _BUILDER.create_warcinfo_record(filename, info)


_SPECIFICATION = "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"


def response_record(response: Response, date: str) -> Any:
    """Make the record of a response that came over HTTP."""
    return _BUILDER.create_warc_record(
        response.final_url,
        "response",
        payload=BytesIO(response.body),
        length=len(response.body),
        http_headers=_http_headers(response, len(response.body)),
        warc_headers_dict={"WARC-Date": date},
    )


def request_record(response: Response, date: str, concurrent_to: str) -> Any:
    """Make the record of the request that `response` answers."""
    parts = urlsplit(response.final_url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    headers = StatusAndHeaders(
        f"GET {target} HTTP/1.1", list(response.request_headers), is_http_request=True
    )
    return _BUILDER.create_warc_record(
        response.final_url,
        "request",
        http_headers=headers,
        warc_headers_dict={"WARC-Date": date, "WARC-Concurrent-To": concurrent_to},
    )


def resource_record(response: Response, date: str) -> Any:
    """Make the record of a file from a copy of the site, which has no HTTP response."""
    return _BUILDER.create_warc_record(
        response.final_url,
        "resource",
        payload=BytesIO(response.body),
        length=len(response.body),
        warc_content_type=response.content_type or "application/octet-stream",
        warc_headers_dict={"WARC-Date": date},
    )


def revisit_record(response: Response, date: str, digest: str, refers_to: tuple[str, str]) -> Any:
    """Make the record of an unchanged content.

    `refers_to`: address and date of the record of the content.
    """
    over_http = response.request_headers or response.status == 304
    record = _BUILDER.create_revisit_record(
        response.final_url,
        digest,
        *refers_to,
        http_headers=_http_headers(response, None) if over_http else None,
        warc_headers_dict={"WARC-Date": date},
    )
    if response.status == 304:
        record.rec_headers.replace_header("WARC-Profile", _NOT_MODIFIED)
    return record


def _http_headers(response: Response, length: int | None) -> StatusAndHeaders:
    headers: list[tuple[str, str]] = []
    for name, value in response.headers:
        changed = name.lower() in _CHANGED and length is not None
        headers.append((f"X-Archive-Orig-{name}" if changed else name, value))
    if length is not None:
        headers.append(("Content-Length", str(length)))
    try:
        phrase = HTTPStatus(response.status).phrase
    except ValueError:
        phrase = ""
    return StatusAndHeaders(f"{response.status} {phrase}".strip(), headers, protocol="HTTP/1.1")


def to_response(record: Any) -> Response:
    """Make the response of a `response` or `resource` record of any writer, body decoded."""
    url = record.rec_headers.get_header("WARC-Target-URI")
    date = record.rec_headers.get_header("WARC-Date")
    body = record.content_stream().read()
    if record.http_headers is None:
        content_type = record.rec_headers.get_header("Content-Type")
        return Response(url, url, 200, (("Content-Type", content_type),), body, captured=date)
    headers: Headers = tuple((str(k), str(v)) for k, v in record.http_headers.headers)
    return Response(url, url, status_of(record), headers, body, captured=date)


def status_of(record: Any) -> int:
    """Return the HTTP status of a record; 200 for a file, 0 for an invalid status."""
    if record.http_headers is None:
        return 200
    code = record.http_headers.get_statuscode()
    is_status = code.isascii() and code.isdigit() and len(code) == _STATUS_DIGITS
    return int(code) if is_status else 0
