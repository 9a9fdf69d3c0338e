"""The crosswalk: each pair of identifiers of a diploma, with the source that states it.

A view: everything in it stands in other tables. Its rows are read from the database for the files.
"""


def _stated(field: str) -> str:
    """Return the condition that source `s` states a field of record `r`; `field` is SQL.

    It is: the published value was taken from that source. Where the evidence names no source of the
    value, each source of the record counts.
    """
    chosen = f"FROM evidence AS e WHERE e.referential = r.id AND e.field = {field} AND e.chosen"
    source = "(SELECT source FROM evidence_documents WHERE id = e.document) = s.source"
    return f"(EXISTS (SELECT 1 {chosen} AND {source}) OR NOT EXISTS (SELECT 1 {chosen}))"


def _pairs(kind: str, value: str, tables: str, condition: str) -> str:
    """Return the query for the pairs of one kind that records state."""
    return f"""SELECT r.code, {kind}, {value}, r.name, r.id, s.source
  FROM referentials AS r{tables} JOIN referential_sources AS s ON s.referential = r.id
  WHERE {condition}"""


# A page is named by the site, or by the first source of a record that did not come from the site.
_OF_PAGE = """r.url IS NOT NULL AND s.position = (SELECT position FROM referential_sources
    WHERE referential = r.id ORDER BY source <> 'eduscol', position LIMIT 1)"""
_RNCP = "\n    JOIN rncp_codes AS x ON x.referential = r.id"
_SUCCESSIONS = "\n    JOIN successions AS x ON x.referential = r.id"
_PARTS = (
    _pairs("'page'", "r.url", "", _OF_PAGE),
    _pairs("'rncp'", "x.rncp_code", _RNCP, _stated("'rncp_codes'")),
    # the group is a part of the code
    _pairs("'nsf'", "r.nsf_code", "", "r.nsf_code IS NOT NULL AND " + _stated("'code'")),
    _pairs("x.relation", "x.code", _SUCCESSIONS, _stated("x.relation")),
    """SELECT code, 'onisep', document, title, referential, source
  FROM reconciliation WHERE source = 'onisep' AND document IS NOT NULL""",
    """SELECT code, 'page', url, title, referential, source
  FROM reconciliation WHERE document IS NOT NULL AND url <> ''""",
)
# Pages are as old as the day on which the site was last asked, another source as it says itself.
_ALL = "\n  UNION ALL ".join(_PARTS)
SQL = f"""WITH pairs (code, kind, value, title, referential, source) AS (
  {_ALL}
)
SELECT code, kind, value, title, referential, source,
  CASE source WHEN 'eduscol' THEN (SELECT value FROM meta WHERE key = 'day')
    ELSE (SELECT date FROM sources WHERE name = source) END AS date
FROM pairs"""
