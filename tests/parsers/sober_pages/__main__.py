"""Print the figures of a round: `python -m tests.parsers.sober_pages [first|…|thirty-seventh|further]`."""

import sys
from collections import Counter

from . import (
    eighteenth_round,
    eighth_round,
    eleventh_round,
    fifteenth_round,
    fifth_round,
    first_round,
    fourteenth_round,
    fourth_round,
    further_structures,
    near_misses,
    nineteenth_round,
    ninth_round,
    second_round,
    seventeenth_round,
    seventh_round,
    sixteenth_round,
    sixth_round,
    tenth_round,
    third_round,
    thirteenth_round,
    thirtieth_round,
    thirty_fifth_round,
    thirty_first_round,
    thirty_fourth_round,
    thirty_second_round,
    thirty_seventh_round,
    thirty_sixth_round,
    thirty_third_round,
    twelfth_round,
    twentieth_round,
    twenty_eighth_round,
    twenty_fifth_round,
    twenty_first_round,
    twenty_fourth_round,
    twenty_ninth_round,
    twenty_second_round,
    twenty_seventh_round,
    twenty_sixth_round,
    twenty_third_round,
)
from .compare import compare

_ROUNDS = {
    "first": (first_round.PAGES, near_misses.FIRST_ROUND),
    "second": (second_round.PAGES, near_misses.SECOND_ROUND),
    "third": (third_round.PAGES, near_misses.THIRD_ROUND),
    "fourth": (fourth_round.PAGES, near_misses.FOURTH_ROUND),
    "fifth": (fifth_round.PAGES, near_misses.FIFTH_ROUND),
    "sixth": (sixth_round.PAGES, sixth_round.NEAR_MISSES),
    "seventh": (seventh_round.PAGES, seventh_round.NEAR_MISSES),
    "eighth": (eighth_round.PAGES, eighth_round.NEAR_MISSES),
    "ninth": (ninth_round.PAGES, ninth_round.NEAR_MISSES),
    "tenth": (tenth_round.PAGES, tenth_round.NEAR_MISSES),
    "eleventh": (eleventh_round.PAGES, eleventh_round.NEAR_MISSES),
    "twelfth": (twelfth_round.PAGES, twelfth_round.NEAR_MISSES),
    "thirteenth": (thirteenth_round.PAGES, thirteenth_round.NEAR_MISSES),
    "fourteenth": (fourteenth_round.PAGES, fourteenth_round.NEAR_MISSES),
    "fifteenth": (fifteenth_round.PAGES, fifteenth_round.NEAR_MISSES),
    "sixteenth": (sixteenth_round.PAGES, sixteenth_round.NEAR_MISSES),
    "seventeenth": (seventeenth_round.PAGES, seventeenth_round.NEAR_MISSES),
    "eighteenth": (eighteenth_round.PAGES, eighteenth_round.NEAR_MISSES),
    "nineteenth": (nineteenth_round.PAGES, nineteenth_round.NEAR_MISSES),
    "twentieth": (twentieth_round.PAGES, twentieth_round.NEAR_MISSES),
    "twenty-first": (twenty_first_round.PAGES, twenty_first_round.NEAR_MISSES),
    "twenty-second": (twenty_second_round.PAGES, twenty_second_round.NEAR_MISSES),
    "twenty-third": (twenty_third_round.PAGES, twenty_third_round.NEAR_MISSES),
    "twenty-fourth": (twenty_fourth_round.PAGES, twenty_fourth_round.NEAR_MISSES),
    "twenty-fifth": (twenty_fifth_round.PAGES, twenty_fifth_round.NEAR_MISSES),
    "twenty-sixth": (twenty_sixth_round.PAGES, twenty_sixth_round.NEAR_MISSES),
    "twenty-seventh": (twenty_seventh_round.PAGES, twenty_seventh_round.NEAR_MISSES),
    "twenty-eighth": (twenty_eighth_round.PAGES, twenty_eighth_round.NEAR_MISSES),
    "twenty-ninth": (twenty_ninth_round.PAGES, twenty_ninth_round.NEAR_MISSES),
    "thirtieth": (thirtieth_round.PAGES, thirtieth_round.NEAR_MISSES),
    "thirty-first": (thirty_first_round.PAGES, thirty_first_round.NEAR_MISSES),
    "thirty-second": (thirty_second_round.PAGES, thirty_second_round.NEAR_MISSES),
    "thirty-third": (thirty_third_round.PAGES, thirty_third_round.NEAR_MISSES),
    "thirty-fourth": (thirty_fourth_round.PAGES, thirty_fourth_round.NEAR_MISSES),
    "thirty-fifth": (thirty_fifth_round.PAGES, thirty_fifth_round.NEAR_MISSES),
    "thirty-sixth": (thirty_sixth_round.PAGES, thirty_sixth_round.NEAR_MISSES),
    "thirty-seventh": (thirty_seventh_round.PAGES, thirty_seventh_round.NEAR_MISSES),
    "further": (further_structures.PAGES, further_structures.NEAR_MISSES),
}


def main(arguments: list[str]) -> None:
    """Compare all pages of the rounds and print how many facts and pages are exact."""
    pages, misses = _ROUNDS[arguments[0] if arguments else "first"]
    counts: Counter[str] = Counter()
    for page in pages:
        outcome = compare(page)
        counts["pages"] += 1
        counts["facts"] += outcome.facts or sum(
            bool(v) for f in page.facts for v in vars(f).values()
        )
        counts["refused"] += outcome.refusal is not None
        counts["exact pages"] += outcome.refusal is None and not outcome.differences
        counts["silently wrong"] += sum(difference.silent for difference in outcome.differences)
        counts["wrong with an issue"] += sum(not d.silent for d in outcome.differences)
        if outcome.refusal:
            print(f"{page.name}: refused as {outcome.refusal}")
        for difference in outcome.differences:
            print(f"{page.name}: {difference}")
    for page in misses:
        outcome = compare(page)
        counts["near misses"] += 1
        counts["accepted"] += outcome.refusal is None
        if outcome.refusal is None:
            print(f"{page.name}: accepted as {outcome.differences[0].actual}")
    print(dict(counts))


if __name__ == "__main__":
    main(sys.argv[1:])
