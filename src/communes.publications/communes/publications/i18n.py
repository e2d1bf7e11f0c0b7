"""Every string of the solution that a person reads comes from one catalogue."""

from communes.core import i18n
from functools import partial
from zope.i18nmessageid import MessageFactory


DOMAIN = "communes.publications"
_ = MessageFactory(DOMAIN)

# label(MEETING_STATE_LABELS, state): the label of a state, a kind, a nature …
label = partial(i18n.label, domain=DOMAIN)
