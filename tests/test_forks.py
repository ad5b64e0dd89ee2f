"""Work that several processes share comes out as if one had done it all."""

from __future__ import annotations

import itertools
import multiprocessing as mp
import os
from collections.abc import Iterator
from contextlib import closing

import pytest

from marsad.errors import InputError, MarsadError
from marsad.forks import Ahead, share_out

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


def test_items_made_ahead_come_in_their_order() -> None:
    with closing(Ahead(lambda: range(100))) as ahead:
        assert list(ahead) == list(range(100))


@pytest.mark.parametrize("fork", [True, False])
def test_what_making_an_item_raises_is_raised_here_behind_the_items_before(fork: bool) -> None:
    def make() -> Iterator[int]:
        yield from range(11)
        raise InputError("no text", where="a.txt", code="empty")

    seen: list[int] = []
    with closing(Ahead(make, fork=fork)) as ahead, pytest.raises(InputError, match="no text"):
        seen.extend(ahead)
    assert seen == list(range(11))


def test_items_are_made_in_another_process_unless_it_is_forbidden() -> None:
    with closing(Ahead(lambda: [os.getpid()])) as ahead, closing(Ahead(lambda: [os.getpid()], fork=False)) as here:
        assert os.getpid() not in list(ahead)
        assert list(here) == [os.getpid()]


def test_the_death_of_the_process_is_told() -> None:
    def make() -> Iterator[int]:
        yield from range(20)
        os._exit(9)

    with closing(Ahead(make)) as ahead, pytest.raises(MarsadError, match="was killed"):
        list(ahead)


def test_a_process_that_nobody_listens_to_any_more_ends() -> None:
    ahead = Ahead(lambda: itertools.count())
    assert next(iter(ahead)) == 0
    ahead.close()
    assert not mp.active_children()
