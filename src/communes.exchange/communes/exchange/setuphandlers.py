"""What the profile makes on a site, and what its removal takes away."""

from communes.exchange.attachments.storage import make_files
from communes.exchange.inbox.api import KEY as INBOX
from communes.exchange.lanes.storage import make_lanes
from communes.exchange.outbox.api import KEY as OUTBOX
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite


def make_places(tool: Any) -> None:
    """Make the boxes and the place of the files; what is there is kept."""
    for key in (OUTBOX, INBOX):
        make_lanes(getSite(), key)
    make_files(getSite())


def take_places(tool: Any) -> None:
    """Leave no message, no file and no key of a peer on the site."""
    kept = IAnnotations(getSite())
    for key in [key for key in kept if key.startswith("communes.exchange.")]:
        del kept[key]
