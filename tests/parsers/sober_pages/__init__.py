"""Sober mock-up pages with their true values, written without a look at the reader."""
