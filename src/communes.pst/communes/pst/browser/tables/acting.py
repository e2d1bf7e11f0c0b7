"""Writing one table of an element: its rows as they are, one of them changed."""

from communes.core.shell.acting import Act
from communes.pst.api.element import edit_element
from communes.pst.api.table import table_rows
from communes.pst.i18n import _


class KeepTable(Act):
    """Base of the acts on a table: set ``table`` and ``tab``; override ``rows``."""

    table = ""
    tab = "view"

    def rows(self, known: list[dict]) -> object:
        """Return the rows to keep, made of those that are there."""
        raise NotImplementedError

    def act(self) -> dict:
        """Keep the table; what a colleague changed since is told."""
        known = table_rows(self.context, self.table)
        values = {self.table: self.rows(known)}
        edit_element(self.context, values, self.revision)
        return {"message": _("saved", default="Enregistré.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/{self.tab}"

    def fields(self, *names: str) -> dict[str, str]:
        """Return the values of the form under these names, empty ones left out."""
        found = {name: self.given(name).strip() for name in names}
        return {name: value for name, value in found.items() if value}


def replaced(known: list[dict], row: dict) -> list[dict]:
    """Return the rows with one of them replaced by its id, or added last."""
    if any(one["id"] == row["id"] for one in known):
        return [row if one["id"] == row["id"] else one for one in known]
    return [*known, row]


def without(known: list[dict], id: str) -> list[dict]:
    """Return the rows without the one of that id."""
    return [one for one in known if one["id"] != id]
