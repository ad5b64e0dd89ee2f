"""Stage 7, a part: a number of victims that is told again as the dead and the hurt of whom it is the sum."""

from __future__ import annotations

from itertools import pairwise

from marsad.model import CountName, Tally
from marsad.reading.counts.people_numbers import tally_of
from marsad.reading.scan import Counted, Scan

#: How far behind the victims the dead may stand.
_REACH = 9


def with_parts(scan: Scan, found: dict[CountName, Tally], first: int, last: int) -> dict[CountName, Tally]:
    """Counts with the dead and the hurt of whom the number before is the sum: 40 ضحية، بينهم 18 قتيلا و22 جريحا."""
    counted = [(number, _hurt(scan, number)) for number in scan.numbers if first <= number.first <= last]
    if len(counted) <= 2 or not ("killed" in found or "wounded" in found):
        return found
    for at, ((one, name), (other, further)) in enumerate(pairwise(counted)):
        if name is None or further is None or name == further or not _is_sum(counted[:at], one, other):
            continue
        sides: dict[CountName, Tally] = {
            name: tally_of(scan, one, one.last + 1),
            further: tally_of(scan, other, other.last + 1),
        }
        return {**found, **sides}
    return found


def _hurt(scan: Scan, number: Counted) -> CountName | None:
    """Whether a number is of the dead or of the hurt, as the noun behind it tells."""
    nouns = scan.at("count", number.last + 1)
    noun = max(nouns, key=lambda match: match.last, default=None)
    return noun.payload.counts if noun is not None and noun.payload.counts in ("killed", "wounded") else None


def _is_sum(before: list[tuple[Counted, CountName | None]], one: Counted, other: Counted) -> bool:
    """Whether one of the numbers before two is their sum."""
    total = one.number.low + other.number.low
    return any(number.number.low == total and one.first - number.last <= _REACH for number, _ in before)
