"""Who looks after the letters of a site."""

MANAGE_MAILING = "communes.core: Manage mailing"
