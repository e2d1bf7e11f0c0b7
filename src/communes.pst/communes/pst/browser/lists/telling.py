"""What the columns of a list say of an element, from figures and records."""

from collections.abc import Mapping
from communes.core.parts.domain.writing import amount
from communes.pst.api.figures import Figures
from communes.pst.api.reading import Names
from communes.pst.browser import words
from communes.pst.domain.choices import Kind
from communes.pst.domain.plan import Plan


class Teller:
    """Says in words what the catalogue keeps as ids; asks nothing more of it."""

    def __init__(
        self, figures: Figures, names: Names, plan: Plan, request: object
    ) -> None:
        self.figures = figures
        self.names = names
        self.plan = plan
        self.request = request

    def computed(self, name: str, uid: str) -> str:
        """Return what is computed of an element, or said of what is above it."""
        if uid not in self.figures.tree.elements:
            return ""
        if name == "progress":
            return words.percent(self.figures.percent(uid))
        if name == "budget":
            total = self.figures.budgets[uid].total
            return amount(total) if total else ""
        kind = Kind.PART if name == "part" else Kind.OPERATIONAL
        found = self.figures.tree.nearest(uid, kind)
        if found is None or found.id not in self.figures.seen:
            return ""
        return words.titled(found)

    def recorded(self, name: str, record: Mapping[str, object]) -> str:
        """Return what a record says under one column."""
        if name == "reference":
            return words.short_reference(self.figures.tree, str(record["id"]))
        if name == "carrier":
            account = str(record.get("carrier") or record.get("user") or "")
            return self.names.agents.get(account, account)
        if name == "services":
            ids = record.get("managers") or filter(None, [record.get("service")])
            return _joined(ids, self.names.services)
        if name == "mandataries":
            return _joined(record.get("mandataries", ()), self.names.mandataries)
        if name in ("categories", "sector_plans"):
            known = {one.id: one.title for one in getattr(self.plan, name)}
            key = "plans" if name == "sector_plans" else name
            return _joined(record.get(key, ()), known)
        if name == "priority":
            known = {one.id: one.title for one in self.plan.priorities}
            return _joined(filter(None, [record.get("priority")]), known)
        if name in ("sdgs", "partners"):
            return ", ".join(map(str, record.get(name, ())))
        return str(record.get(name) or "")


def _joined(ids: object, names: Mapping[str, str]) -> str:
    return ", ".join(names.get(one, str(one)) for one in ids or ())
