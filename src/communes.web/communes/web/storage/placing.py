"""New contents: an address made of their title, in a place that takes them."""

from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.i18n.normalizer import urlnormalizer
from typing import Any


LONGEST_NAME = 60


def place(where: Any, portal_type: str, title: str, name: str = "") -> Any:
    """Make a content of a type below ``where`` and return it there.

    :param name: the last part of its address; made of the title without it.
    """
    made = createContent(portal_type, title=title)
    wished = urlnormalizer.normalize(name or title, max_length=LONGEST_NAME)
    made.id = wished.strip("-") or portal_type.rpartition(".")[2].lower()
    return addContentToContainer(where, made, checkConstraints=True)
