"""Every string of the solution that a person reads comes from one catalogue."""

from communes.core import i18n
from functools import partial
from zope.i18nmessageid import MessageFactory


DOMAIN = "communes.pst"
_ = MessageFactory("communes.pst")

# label(ACTION_STATE_LABELS, state): the label of a state, a step, a health …
label = partial(i18n.label, domain=DOMAIN)
