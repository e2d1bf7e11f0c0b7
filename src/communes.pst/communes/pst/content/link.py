"""A place where an action of another objective is shown; it has no data of its own."""

from communes.pst.content.element import Element
from communes.pst.i18n import _
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


class ILink(model.Schema):
    """Which action is shown here."""

    target = schema.TextLine(
        title=_("label_link_target", default="Action montrée"),
        description=_("help_link_target", default="Son identifiant (UID)."),
    )


class IActionLink(ILink):
    """An action shown under a second operational objective."""


class ISubActionLink(ILink):
    """A sub-action shown under a second action."""


@implementer(IActionLink)
class ActionLink(Element):
    """Shows an action; its title is that of the action."""


@implementer(ISubActionLink)
class SubActionLink(Element):
    """Shows a sub-action; its title is that of the sub-action."""
