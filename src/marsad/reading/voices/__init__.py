"""Who says what, through whom, and where what is said begins and ends."""
