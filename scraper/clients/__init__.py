"""Get one response: over HTTP with courtesy, from a copy of the site, from WARC files."""
