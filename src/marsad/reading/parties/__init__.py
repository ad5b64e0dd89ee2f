"""Which forces, organisations, countries and people a sentence names, and who they are."""
