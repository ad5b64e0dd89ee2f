"""Why a report was read as it was, for a linguist: a page to look at, and a view for the terminal."""

from marsad.explain.page import page
from marsad.explain.view import trace_view

__all__ = ["page", "trace_view"]
