"""The frontier of the crawl and the state of each page, rebuilt from the archive."""
