"""Cut a line of parts at places of its joined text."""

from bisect import bisect_right

from parsers.model.blocks import Part


def part_places(line: tuple[Part, ...]) -> list[int]:
    """Return where the text of each part of `line` begins in its joined text."""
    places: list[int] = []
    at = 0
    for part in line:
        at += 1 if part.after_break else 0
        places.append(at)
        at += len(part.text)
    return places


def slice_of(line: tuple[Part, ...], places: list[int], start: int, stop: int) -> tuple[Part, ...]:
    """Return the parts of `line` between two places of its joined text; `places`: of `part_places`.

    Only those parts are visited, since a line may be divided into as many slices as it has parts.
    """
    result: list[Part] = []
    for number in range(max(bisect_right(places, start) - 1, 0), len(line)):
        part, at = line[number], places[number]
        if at >= stop:
            break
        low, high = max(start - at, 0), min(stop - at, len(part.text))
        if low < high:
            is_below = part.after_break and bool(result)
            result.append(part._replace(text=part.text[low:high], after_break=is_below))
    return tuple(result)
