"""What the bridges say to a person comes from the catalogue of the policy."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("communes.policy")
