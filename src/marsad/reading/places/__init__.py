"""Where: names and words for places, which of them is meant, and where a claim is."""
