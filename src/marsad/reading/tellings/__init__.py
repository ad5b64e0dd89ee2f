"""What is told twice is claimed once."""
