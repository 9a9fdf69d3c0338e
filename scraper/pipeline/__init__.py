"""From the archive and the sources to a dataset and its publication."""
