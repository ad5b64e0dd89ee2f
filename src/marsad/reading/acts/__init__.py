"""Which words report events, of which kind, and what only looks so."""
