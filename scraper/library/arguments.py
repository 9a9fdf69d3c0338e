"""Check the types of arguments where a wrong one would be an error far inside."""


def refuse_other(name: str, value: object, kind: type) -> None:
    """Raise TypeError when the argument `name` has a value of another type than `kind`."""
    if not isinstance(value, kind):
        raise TypeError(f"{name} must be {kind.__name__}, not {type(value).__name__}")
