"""Tests of the reader: documents in, records out."""
