"""The readers of an annex follow its confidentiality and its place."""

from communes.core.annexes.rights import settle_rights


def settle_on_change(annex, event):
    """Settle the readers of an annex that was made, moved or changed."""
    if getattr(event, "newParent", event) is not None:
        settle_rights(annex)
