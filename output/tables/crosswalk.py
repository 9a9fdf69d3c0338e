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


# What another source says of an address stands in `reconciliation`.
_OF_PAGE = "r.url IS NOT NULL AND s.source = 'eduscol'"
_RNCP = "\n    JOIN rncp_codes AS x ON x.referential = r.id"
_SUCCESSIONS = "\n    JOIN successions AS x ON x.referential = r.id"
# A source's address in the form that records and pages bear: of a record that was joined by it, the
# record's; else that of its row in `pages`; else https (`scraper.model.url.canonical`).
_ADDRESS = """coalesce(
    CASE WHEN c.match = 'address' THEN (SELECT url FROM referentials WHERE id = c.referential) END,
    (SELECT canonical_url FROM pages WHERE url = c.url),
    CASE WHEN c.url GLOB 'http://*' AND c.url NOT GLOB 'http://*:[0-9]*'
      THEN 'https' || substr(c.url, 5) ELSE c.url END)"""
_PARTS = (
    _pairs("'page'", "r.url", "", _OF_PAGE),
    _pairs("'rncp'", "x.rncp_code", _RNCP, _stated("'rncp_codes'")),
    # the group is a part of the code
    _pairs("'nsf'", "r.nsf_code", "", "r.nsf_code IS NOT NULL AND " + _stated("'code'")),
    _pairs("x.relation", "x.code", _SUCCESSIONS, _stated("x.relation")),
    """SELECT code, 'onisep', document, title, referential, source
  FROM reconciliation WHERE source = 'onisep' AND document IS NOT NULL""",
    f"""SELECT c.code, 'page', {_ADDRESS}, c.title, c.referential, c.source
  FROM reconciliation AS c WHERE c.document IS NOT NULL AND c.url <> ''""",
)
# Pages are as old as the day on which the site was last asked, another source as it says itself.
# UNION and not UNION ALL: two spellings of an address are one pair.
_ALL = "\n  UNION ".join(_PARTS)
SQL = f"""WITH pairs (code, kind, value, title, referential, source) AS (
  {_ALL}
)
SELECT code, kind, value, title, referential, source,
  CASE source WHEN 'eduscol' THEN (SELECT value FROM meta WHERE key = 'day')
    ELSE (SELECT date FROM sources WHERE name = source) END AS date
FROM pairs"""
