"""Tests of the contract: values, vocabularies, records."""
