"""Stage 1: which words report events, of which kind, and what only looks so."""
