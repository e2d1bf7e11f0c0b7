"""What formatted text may hold on a site where agents write legal text."""

from collections.abc import Iterator
from communes.policy.applying.sites import path_of
from communes.policy.domain.report import Change
from plone import api


VALID_TAGS = "plone.valid_tags"
# They fetch from elsewhere when a text is read; Plone allows them for web pages.
FETCHING = frozenset({"audio", "canvas", "iframe", "img", "source", "video"})


def tame_rich_text(site) -> Iterator[Change]:
    """Let texts of the agents' site fetch nothing; say so when that changed.

    Legal text holds words, lists and tables. A page that embeds others would tell
    them who reads it, and its programs would be given what the pages' own rules of
    content (CSP) stop.
    """
    allowed = api.portal.get_registry_record(VALID_TAGS)
    kept = [tag for tag in allowed if tag not in FETCHING]
    if kept != allowed:
        api.portal.set_registry_record(VALID_TAGS, kept)
        yield Change(path_of(site), "les textes ne peuvent rien charger d'ailleurs")
