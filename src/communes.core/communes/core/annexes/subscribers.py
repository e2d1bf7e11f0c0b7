"""The readers of an annex follow its confidentiality and its place, and it is drawn."""

from communes.core.annexes.previews import ask_for_preview
from communes.core.annexes.rights import settle_rights


def settle_on_change(annex, event):
    """Settle the readers of an annex that was made, moved or changed."""
    if getattr(event, "newParent", event) is not None:
        settle_rights(annex)
        ask_for_preview(annex)
