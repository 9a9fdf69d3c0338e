"""Records to a published version: SQLite and JSON; writes only under DATA/published."""
