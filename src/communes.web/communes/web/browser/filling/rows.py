"""Rows in a form: as many as there are, and empty ones to write in."""

from collections.abc import Mapping
from collections.abc import Sequence
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.web.i18n import _
from dataclasses import dataclass
from dataclasses import replace


MOST = 60
ADD = "ajouter"


@dataclass(frozen=True)
class Rows:
    """Rows of one kind: ``columns`` are fields whose names are the keys of a row.

    ``values`` are the rows that are there; ``empty`` how many follow them. A row left
    empty is no row: that is how one is taken away.
    """

    name: str
    label: str
    columns: tuple[Field, ...]
    values: Sequence[Mapping[str, str]] = ()
    help: str = ""
    error: str = ""
    empty: int = 1
    #: Rows of one choice, where to choose is to make a row.
    choice: bool = False

    kind = "rows"

    @property
    def id(self) -> str:
        """The identifier of the group, which the summary of errors leads to."""
        return f"field-{self.name}"

    @property
    def count(self) -> int:
        """How many rows the form shows."""
        return min(MOST, len(self.values) + self.empty)

    @property
    def lines(self) -> list[tuple[Field, ...]]:
        """The fields of each row."""
        rows = [*self.values, *({} for _one in range(self.empty))][:MOST]
        return [
            tuple(self._field(place, column, row) for column in self.columns)
            for place, row in enumerate(rows)
        ]

    @property
    def add(self) -> Action:
        """The button that shows more empty rows, and keeps what was typed."""
        title = _("rows_add", default="Ajouter une ligne")
        return Action(title, method="submit", name="geste",
                      value=f"{ADD}:{self.name}", small=True)  # fmt: skip

    def _field(self, place: int, column: Field, row: Mapping[str, str]) -> Field:
        value = str(row.get(column.name) or "")
        options = tuple(
            replace(one, selected=one.value == value) for one in column.options
        )
        name = f"{self.name}.{place}.{column.name}"
        return replace(column, name=name, value=value, options=options)


def read_rows(form: Mapping[str, object], rows: Rows) -> list[dict[str, str]]:
    """Return the rows that were typed, without those left empty.

    A choice alone makes no row: it has a value from the start.
    """
    count = min(MOST, whole(form.get(f"{rows.name}.lignes"), 0))
    found = []
    for place in range(count):
        row = {
            one.name: text_of(form, f"{rows.name}.{place}.{one.name}")
            for one in rows.columns
        }
        typed = [
            row[one.name] for one in rows.columns if rows.choice or one.kind != "select"
        ]
        if any(typed):
            found.append(row)
    return found


def text_of(form: Mapping[str, object], name: str) -> str:
    """Return what was typed under a name, without the spaces around it."""
    found = form.get(name, "")
    return found.replace("\r\n", "\n").strip() if isinstance(found, str) else ""


def options(
    known: Mapping[str, str], chosen: Sequence[str] = (), none: str = ""
) -> tuple[Option, ...]:
    """Return choices; ``none`` is the words for choosing nothing, when one may."""
    found = [Option(str(id), title, id in chosen) for id, title in known.items()]
    return tuple([Option("", none, not chosen), *found] if none else found)
