"""One profile for every property test: no deadline (machines are loaded), and a failure printed for replay."""

from hypothesis import settings

settings.register_profile("coach", deadline=None, print_blob=True)
settings.load_profile("coach")
