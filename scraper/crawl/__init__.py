"""The crawler: which address to request next, and whether to accept the response."""
