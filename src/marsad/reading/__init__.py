"""The reading: from a report to its claims, one stage a module, in the order in which `reader.py` calls them."""

from marsad.reading.reader import Reader

__all__ = ["Reader"]
