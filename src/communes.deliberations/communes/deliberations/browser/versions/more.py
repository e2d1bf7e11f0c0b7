"""The tab « Versions », for those who prepare the item."""

from communes.core.parts.domain.values import Tab
from communes.deliberations.api import reading
from communes.deliberations.i18n import _
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES


class VersionsTab:
    """Shown to whoever reads the history."""

    order = 90

    def __init__(self, item: object, request: object) -> None:
        self.item = item

    def tab(self, current: str) -> Tab | None:
        """Return the tab, or None for a member or a service in copy."""
        if not reading.may_do(VIEW_INTERNAL_NOTES, self.item):
            return None
        title = _("item_versions", default="Versions")
        return Tab(title, f"{self.item.absolute_url()}/versions", current == "versions")
