"""What every test of the house shares: properties are tried the same way each time.

A clock or a fresh seed would make a test depend on luck and on the machine.
"""

from hypothesis import settings


settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")
