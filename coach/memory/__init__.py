"""What the candidate remembers, and what is worth the next seconds of study."""
