"""``GET <assembly>/@deliberations-settings``: each setting, its words, its origin."""

from communes.deliberations.api.configuring import law_to_verify
from communes.deliberations.api.configuring import settings
from communes.deliberations.domain.configuring.setting import Setting
from plone.restapi.services import Service
from typing import Any


def settings_json(assembly: Any) -> dict[str, Any]:
    """Return the settings of an assembly as plain values."""
    found, revision = settings(assembly)
    return {
        "@id": f"{assembly.absolute_url()}/@deliberations-settings",
        "settings": [_setting(one) for one in found],
        "revision": revision,
        "law_to_verify": [
            {
                "rule": one.id,
                "article": one.article,
                "source": one.source,
                "starts": one.starts.isoformat(),
            }
            for one in law_to_verify(assembly)
        ],
    }


def _setting(one: Setting) -> dict[str, Any]:
    return {
        "key": one.key,
        "section": one.section,
        "doc": one.doc,
        "kind": one.kind.value,
        "value": one.value,
        "origin": one.origin.value,
        "choices": list(one.choices),
        "columns": [
            {
                "key": each.key,
                "doc": each.doc,
                "kind": each.kind.value,
                "choices": list(each.choices),
            }
            for each in one.columns
        ],
        "ordered": one.ordered,
        "minimum": one.minimum,
        "maximum": one.maximum,
    }


class SettingsGet(Service):
    """Answers whoever manages the assembly."""

    def reply(self) -> dict[str, Any]:
        return settings_json(self.context)
