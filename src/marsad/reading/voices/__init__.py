"""Stage 2: who says what, through whom, and where what is said begins and ends."""
