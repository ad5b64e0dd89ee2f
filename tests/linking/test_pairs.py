"""Which claims are compared: the work must not grow with the square of the claims."""

from __future__ import annotations

import time
from collections.abc import Callable

from marsad.linking import link
from marsad.model import Reading

Tell = Callable[..., Reading]


def test_a_pair_is_found_in_a_crowd(tell: Tell) -> None:
    crowd = [tell(f"x{at}", kind="protest", place="تدمر", day=f"20{at % 20:02}-03-01") for at in range(300)]
    events = link([*crowd, tell("a", killed=15, wounded=40), tell("b", killed=15, wounded=40)])
    assert [event for event in events if {ref.document for ref in event.claims} == {"a", "b"}]


def test_time_grows_with_the_number_of_reports(tell: Tell) -> None:
    def seconds(count: int) -> float:
        places = ("سرمين", "تدمر", "الباب", "آفس")
        readings = [
            tell(
                f"r{at}",
                place=places[at % 4],
                day=f"{2000 + at // 4 // 300}-{at // 4 % 300 // 27 + 1:02}-{at // 4 % 27 + 1:02}",
            )
            for at in range(count)
        ]
        start = time.process_time()
        link(readings)
        return time.process_time() - start

    seconds(100)
    assert seconds(2000) < 20 * seconds(200) + 0.2
