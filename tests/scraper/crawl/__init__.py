"""Tests of `scraper.crawl`."""
