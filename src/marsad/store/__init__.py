"""The store: readings kept in one SQLite file, the events derived from them, and Arabic-aware search."""

from marsad.store.search import Hit
from marsad.store.store import Kept, Store

__all__ = ["Hit", "Kept", "Store"]
