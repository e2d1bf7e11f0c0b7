"""Every part of a page as one macro, shown in all its states on one page."""
