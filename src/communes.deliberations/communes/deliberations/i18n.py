"""The catalogue of the solution's sentences."""

from communes.core import i18n
from functools import partial
from zope.i18nmessageid import MessageFactory


DOMAIN = "communes.deliberations"
_ = MessageFactory(DOMAIN)

# label(ITEM_STATE_LABELS, state): the label of a state, a step, a poll type …
label = partial(i18n.label, domain=DOMAIN)
