"""The buttons by which an item is taken over and given back."""

from communes.core.parts.domain.values import Action
from communes.deliberations.api.claim import ClaimView
from communes.deliberations.i18n import _


def claim_actions(item: object, view: ClaimView) -> list[Action]:
    """Return the buttons this person may use."""
    url = item.absolute_url()
    values = {"revision": str(view.revision)}
    found = []
    if view.may_claim:
        title = _("button_claim", default="Prendre en charge")
        found.append(
            Action(title, f"{url}/prendre", method="post", small=True, values=values)
        )
    if view.may_release:
        title = _("button_release", default="Rendre")
        found.append(
            Action(title, f"{url}/rendre", method="post", small=True, values=values)
        )
    return found
