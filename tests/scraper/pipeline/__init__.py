"""Tests of `scraper.pipeline`."""
