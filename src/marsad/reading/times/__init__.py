"""When: which date is that of an act."""
