"""Compare versions: changed records, renamed ids, schema releases."""
