"""Elements and what is computed of them, as JSON."""

from communes.pst.api.element import element_record
from communes.pst.api.element import element_revision
from communes.pst.api.figures import Figures
from communes.pst.domain.plain import decimal_text
from communes.pst.domain.plain import to_plain
from communes.pst.domain.reference import reference
from typing import Any


def element_json(obj: Any, plan: Any, found: Figures) -> dict[str, Any]:
    """Return an element with its texts and tables, and what it comes to."""
    record = element_record(obj)
    return {
        "@id": element_url(plan, record.id),
        "page": obj.absolute_url(),
        "reference": reference(record),
        "revision": element_revision(obj),
        **to_plain(record),
        "figures": figures_json(found, record.id),
    }


def figures_json(found: Figures, id: str) -> dict[str, Any]:
    """Return what an element comes to."""
    progress = found.progress[id]
    deadline = found.deadline(id)
    return {
        "progress": progress.percent,
        "origin": progress.origin.value,
        "health": found.health(id).value,
        "deadline": deadline.isoformat() if deadline else None,
        "days_late": found.days_late(id),
        "begins_late": found.begins_late(id),
        "budget": decimal_text(found.budgets[id].total),
    }


def element_url(plan: Any, uid: str) -> str:
    """Return the address of an element for programs; it never changes."""
    return f"{plan.absolute_url()}/@pst-elements/{uid}"
