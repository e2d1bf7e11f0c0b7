"""Every string of the kit that a person reads comes from one catalogue."""

from collections.abc import Mapping
import re
from zope.i18nmessageid import Message
from zope.i18nmessageid import MessageFactory


_ = MessageFactory("communes.core")


def label(labels: Mapping[str, str], value: str, domain: str) -> Message:
    """Return the label of one value of an enumeration as a translatable message.

    A domain keeps its French labels in a mapping of one enumeration
    (``ITEM_STATE_LABELS``); the id in the catalogue ``domain`` is then
    ``label_<enumeration>_<value>`` and the French is the default.

    :raises KeyError: when the mapping has no label for ``value``.
    """
    kind = type(next(iter(labels))).__name__
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind).lower()
    return Message(f"label_{name}_{value}", domain=domain, default=labels[value])
