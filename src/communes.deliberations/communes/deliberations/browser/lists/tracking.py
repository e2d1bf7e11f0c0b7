"""The work before the meeting in the list of items: its words and its bulk actions."""

from collections.abc import Callable
from communes.core.dashboards.page import Cell
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.writing import deadline
from communes.deliberations.api.assembly import assembly_settings
from communes.deliberations.api.claim import claim
from communes.deliberations.api.claim import release
from communes.deliberations.api.completeness import say_completeness
from communes.deliberations.api.label import labels
from communes.deliberations.api.label import set_labels
from communes.deliberations.browser.tracking.page import completeness_tag
from communes.deliberations.i18n import _
from datetime import date
from functools import partial


#: How many labels are offered as bulk actions; the rest are put on the item.
LABELS = 4


def tracking_cell(name: str, value: object) -> Cell | None:
    """Return words for a column of the work before; None for another column."""
    if name == "completeness":
        return Cell(tag=completeness_tag(str(value))) if value else Cell("")
    if name == "budget":
        return Cell(_("yes", default="Oui") if value == "yes" else "")
    if name == "meeting_deadline":
        return Cell(deadline(value, date.today()) if isinstance(value, date) else "")
    return None


def tracking_bulk(assembly: object) -> list[Action]:
    """Return the buttons that act on the items chosen, beside their steps."""
    chosen = assembly_settings(assembly).preparation
    names = [
        ("claim", _("button_claim", default="Prendre en charge")),
        ("release", _("button_release", default="Rendre")),
    ]
    if chosen.completeness:
        names.append(("complete", _("bulk_complete", default="Déclarer complets")))
    names += [
        (
            f"label:{one.id}",
            _(
                "bulk_label",
                default="Étiqueter « ${label} »",
                mapping={"label": one.title},
            ),
        )
        for one in chosen.labels[:LABELS]
    ]
    return [
        Action(title, method="submit", name="action", value=value, small=True)
        for value, title in names
    ]


def tracking_act(action: str) -> Callable[[object], object] | None:
    """Return what a bulk action does to one item; None for a step."""
    if action.startswith("label:"):
        return partial(_put, action.removeprefix("label:"))
    known: dict[str, Callable[[object], object]] = {
        "claim": claim,
        "release": release,
        "complete": partial(_say, "complete"),
    }
    return known.get(action)


def _say(value: str, item: object) -> object:
    return say_completeness(item, value)


def _put(label: str, item: object) -> object:
    view = labels(item)
    return set_labels(item, [*(one.id for one in view.common), label])
