"""One cutter for all tests of the room: it holds the knowledge files."""

from __future__ import annotations

import pytest

from marsad.intake import Cutter
from marsad.knowledge import Knowledge


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return Knowledge()


@pytest.fixture(scope="session")
def cutter(knowledge: Knowledge) -> Cutter:
    return Cutter(knowledge)
