"""Work that several processes share comes out as if one had done it all."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from marsad.forks import share_out
from marsad.linking import link
from marsad.model import Reading

#: Newer Pythons warn of forking beside threads; the threads here are those of pytest.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


def doubled(number: int) -> int:
    return 2 * number


@pytest.mark.parametrize("workers", [0, 1, 2, 3, 20])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 1000])
def test_the_order_stays_whatever_the_number_of_processes(workers: int, count: int) -> None:
    assert share_out(doubled, range(count), workers) == [doubled(number) for number in range(count)]


def test_what_a_dead_process_owes_is_done_here() -> None:
    here = os.getpid()

    def deadly(number: int) -> int:
        if os.getpid() != here:
            os._exit(3)
        return doubled(number)

    assert share_out(deadly, range(10), 3) == [doubled(number) for number in range(10)]


def test_an_error_is_raised_here() -> None:
    def failing(number: int) -> float:
        return 1 / (number - 9)

    with pytest.raises(ZeroDivisionError):
        share_out(failing, range(10), 2)


def test_the_events_do_not_depend_on_the_number_of_processes(tell: Callable[..., Reading]) -> None:
    days = [f"2021-09-{day:02}" for day in range(1, 31)]
    readings = [tell(f"r{at:03}", day=days[at % 30], killed=at % 4 + 1) for at in range(150)]
    assert link(readings, workers=2) == link(readings)
