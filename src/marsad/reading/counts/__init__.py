"""How many: people, numbers, and what they count."""
