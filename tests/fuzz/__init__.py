"""Any bytes given to what reads foreign bytes: only the documented refusals may come of it."""
