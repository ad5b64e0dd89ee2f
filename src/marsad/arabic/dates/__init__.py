"""Rules and reckoning behind `marsad.arabic.calendar`."""
