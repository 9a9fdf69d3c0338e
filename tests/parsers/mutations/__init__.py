"""Golden pages broken on purpose, and what may come of them."""
