"""The permissions of this room, beside their declaration in ``permissions.zcml``."""

ADD_ORGANISATION = "communes.core: Add organisation"
ADD_SERVICE = "communes.core: Add service"
ADD_PERSON = "communes.core: Add person"
ADD_MANDATE = "communes.core: Add mandate"
