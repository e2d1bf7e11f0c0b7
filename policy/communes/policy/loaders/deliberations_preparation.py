"""What a profile says of the time before a meeting: templates, labels, links."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.deliberations.api import assembly
from communes.deliberations.api.completeness import say_completeness
from communes.deliberations.api.label import set_labels
from communes.deliberations.api.link import add_link
from communes.deliberations.api.template import create_template
from plone import api
from typing import Any


#: What of an entry of an item is brought here and is no field of the item.
WAY = ("labels", "completeness", "missing", "links")


def make_templates(
    site: Any, entries: Sequence[Mapping[str, Any]], loaded: dict[str, str]
) -> None:
    """Write the templates that were never loaded; ``assembly`` says where."""
    for entry in entries:
        if entry["external_id"] in loaded:
            continue
        values = {
            name: value
            for name, value in entry.items()
            if name not in ("external_id", "assembly")
        }
        made = create_template(assembly(site, entry["assembly"]), values)
        loaded[entry["external_id"]] = made.UID()


def prepare(item: Any, entry: Mapping[str, Any], loaded: Mapping[str, str]) -> None:
    """Put the labels of an entry, say its completeness, link it with others.

    ``links`` are external ids of items loaded before it; ``missing`` tells what an
    incomplete file lacks.
    """
    if entry.get("labels"):
        set_labels(item, entry["labels"])
    if entry.get("completeness"):
        say_completeness(item, entry["completeness"], entry.get("missing", ""))
    for other in entry.get("links", ()):
        if api.content.get(UID=loaded[other]) is not None:
            add_link(item, loaded[other])
