"""The permissions of this room, beside their declaration in ``permissions.zcml``."""

ADD_ANNEX = "communes.core: Add annex"
VIEW_CONFIDENTIAL_ANNEX = "communes.core: View confidential annex"
