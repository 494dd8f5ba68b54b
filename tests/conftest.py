"""One profile for every property test: no deadline (machines are loaded), a failure printed so that it can be replayed."""

from hypothesis import settings

settings.register_profile("coach", deadline=None, print_blob=True)
settings.load_profile("coach")
