"""The page around every page: rail, top bar, login, errors and the base of forms."""
