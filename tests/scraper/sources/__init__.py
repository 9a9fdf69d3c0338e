"""Tests of `scraper.sources`."""
