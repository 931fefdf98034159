"""Events from Osigu."""
