"""The whole program, as built and installed."""
