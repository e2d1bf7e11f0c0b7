"""Every string of the solution that a person reads comes from one catalogue."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("communes.web")
