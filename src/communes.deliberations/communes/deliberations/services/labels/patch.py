"""``PATCH <item>/@deliberations-labels``: replace labels."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.label import set_labels
from communes.deliberations.api.label import set_own_labels
from communes.deliberations.services.labels.get import labels_json
from typing import Any


class LabelsPatch(WritingService):
    """Reads ``{"labels", "own", "revision"}``; what is left out stays."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request, ("labels", "own", "revision"))
        if "labels" in given:
            common = body.texts(given, "labels")
            set_labels(self.context, common, body.revision(given))
        if "own" in given:
            set_own_labels(self.context, body.texts(given, "own"))
        return labels_json(self.context)
