"""One session kernel: drills, mocks, pitches, cases under a clock."""
