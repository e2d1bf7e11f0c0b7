"""Every string of the kit that a person reads comes from one catalogue."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("communes.core")
