"""Who does an act and whom it befalls."""
