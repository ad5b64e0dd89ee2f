"""Which happenings of a sentence are one claim."""
