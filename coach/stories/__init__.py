"""The candidate's own material: stories, claims, coverage, deck."""
