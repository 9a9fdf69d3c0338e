"""Blocks, observations and records: bytes in, values out; no network, clock or files."""
