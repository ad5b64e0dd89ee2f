"""Distances on the globe."""

from __future__ import annotations

import functools
import math


@functools.lru_cache(maxsize=65_536)  # the places of a report are compared again and again
def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres between two points in degrees (haversine, mean radius 6371 km)."""
    a, b = math.radians(lat1), math.radians(lat2)
    across = math.sin(math.radians(lon2 - lon1) / 2) ** 2
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * across
    return 12742 * math.asin(math.sqrt(min(1.0, half)))


def moved(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point some kilometres from another in a direction (degrees from north); good for some hundred kilometres."""
    north, east = km * math.cos(math.radians(bearing)), km * math.sin(math.radians(bearing))
    return lat + north / 111.2, lon + east / (111.2 * max(0.1, math.cos(math.radians(lat))))
