"""The permission of this room, beside its declaration in ``permissions.zcml``."""

SHARE_VIEWS = "communes.core: Share list views"
