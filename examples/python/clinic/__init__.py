"""A small clinic that works with Osigu."""
