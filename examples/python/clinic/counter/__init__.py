"""What the clerks do."""
