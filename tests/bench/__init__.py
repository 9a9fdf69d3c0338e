"""Measurements of the crawl beside others, on loopback: `make bench`."""
