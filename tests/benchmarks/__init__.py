"""Measurements of crawling, reading and publishing beside others, on this machine: `make bench`."""
