"""Tests of `scraper.clients`."""
