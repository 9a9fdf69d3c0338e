"""JSON-LD of a diploma in the vocabulary of schema.org."""

from typing import Any

from markupsafe import Markup
from pydantic_core import to_json

from output.formats.static_site.site_data import Diploma
from schema.referential import Referential


def json_ld(record: Referential, diploma: Diploma) -> Markup:
    """Return the diploma as a program and the credential that it awards, safe in a script tag."""
    credential = {
        "@type": "EducationalOccupationalCredential",
        "name": record.title,
        "credentialCategory": diploma.type_label,
        "educationalLevel": f"niveau {record.level}" if record.level else None,
        "identifier": list(record.rncp_codes),
        "validIn": {"@type": "Country", "name": "France"},
    }
    program = {
        "@context": "https://schema.org",
        "@type": "EducationalOccupationalProgram",
        "name": record.title,
        "identifier": record.code,
        "url": record.url,
        "description": record.description,
        "inLanguage": "fr",
        "timeToComplete": f"P{record.duration_months}M" if record.duration_months else None,
        "programPrerequisites": record.access,
        "occupationalCategory": [trade.masculine for trade in record.trades],
        "educationalCredentialAwarded": _filled(credential),
    }
    text = to_json(_filled(program)).decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [])}
