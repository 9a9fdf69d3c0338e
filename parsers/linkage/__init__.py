"""Match records of several sources and merge them."""
