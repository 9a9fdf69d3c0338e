"""The records and rows of one version, on disk and in order."""
