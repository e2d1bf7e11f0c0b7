"""The sentence that tells the votes of an item, written anew when they change."""

from collections.abc import Sequence
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.document_html import paragraph
from communes.deliberations.storage.vote import told
from communes.deliberations.storage.vote import Vote
from plone.app.textfield import RichTextValue


def write_vote_text(item: IMeetingItem, votes: Sequence[Vote]) -> None:
    """Replace the item's « résultat du vote »; whoever edits it does so afterwards."""
    html = " ".join(paragraph(sentence) for sentence in told(votes))
    item.vote_text = RichTextValue(html, "text/html", "text/x-html-safe")
