"""Word numbers of things in messages."""


def numbered(number: int, plural: str) -> str:
    """Return `3 pages`, `1 page`; `plural` is a regular plural, whose last letter falls away."""
    return f"{number} {plural.removesuffix('s') if number == 1 else plural}"
