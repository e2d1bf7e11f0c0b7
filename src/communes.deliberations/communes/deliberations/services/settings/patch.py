"""``PATCH <assembly>/@deliberations-settings``: change some settings, or none."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.configuring import change_settings
from communes.deliberations.services.settings.get import settings_json
from typing import Any


class SettingsPatch(WritingService):
    """Reads ``{"settings": {key: value}, "revision"}``; what is left out stays."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("settings", "revision"))
        changes = body.value(given, "settings", dict)
        change_settings(self.context, changes, body.revision(given))
        return settings_json(self.context)
