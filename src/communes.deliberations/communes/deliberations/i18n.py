"""The catalogue of the solution's sentences."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("communes.deliberations")
