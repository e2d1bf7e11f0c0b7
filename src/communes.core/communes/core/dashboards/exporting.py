"""What every list page can do to leave the screen: a file, in the order shown."""

from collections.abc import Iterator
from communes.core.dashboards.domain import BadQuery
from communes.core.dashboards.exports.api import FORMATS
from communes.core.dashboards.exports.api import make
from communes.core.dashboards.exports.domain import file_name
from communes.core.dashboards.exports.domain import MAX_ROWS
from communes.core.dashboards.exports.domain import Table
from communes.core.dashboards.exports.domain import Value
from communes.core.dashboards.views.domain import without_page
from communes.core.hardening.giving import give_out
from communes.core.hardening.giving import MadeFile
from communes.core.i18n import _
from communes.core.parts.domain.values import Chip
from datetime import date
from decimal import Decimal
from zope.i18n import translate


class Exporting:
    """Answers ``?export=csv|xlsx|ods``: filters, order and columns as shown.

    The rows are those this person may see, the first ``MAX_ROWS`` of them; the menu
    and the name of the file say so when there are more.
    """

    file_name = "liste"
    export_title = _("menu_export", default="Exporter")

    def export_value(self, name: str, value: object) -> Value:
        """Return what a file holds of a value; override for another type.

        Days and numbers stay days and numbers, what is true is « oui », the rest is
        said in the words of the page.
        """
        if isinstance(value, bool):
            said = _("yes", default="oui") if value else _("no", default="non")
            return self._said(said)
        if isinstance(value, int | float | Decimal | date):
            return value
        shown = self.cell(name, value)
        return self._said(shown.tag.word if shown.tag else shown.words)

    @property
    def export_menu(self) -> list[Chip]:
        """The links to the list as a file, filters, order and columns kept."""
        asked = without_page(self.query).to_url()
        start = f"{self.request.URL}?{asked}{'&' if asked else ''}export="
        return [Chip(one.title, start + kind) for kind, one in FORMATS.items()]

    @property
    def export_limit(self) -> str:
        """What to tell about a list with more rows than a file holds, or nothing."""
        if self.answer.total <= MAX_ROWS:
            return ""
        return _(
            "export_limit",
            default="Les ${most} premières lignes sur ${total} : filtrez la liste "
            "pour avoir les autres.",
            mapping={"most": MAX_ROWS, "total": self.answer.total},
        )

    def export(self, kind: str) -> bytes:
        """Return the list as a file of this kind.

        :raises BadQuery: the kind is not offered.
        """
        if kind not in FORMATS:
            raise BadQuery(name="export", value=kind)
        total, rows = self.engine.every(self.listed, self.query, MAX_ROWS)
        heads = tuple(self._said(one.title) for one in self.columns)
        made = make(kind, Table(self._said(self.title), heads, self._values(rows)))
        name = file_name(self.file_name, total, kind)
        file = MadeFile(name, FORMATS[kind].content_type, made)
        return give_out(self.request.response, file)

    def _values(self, rows: Iterator) -> Iterator[tuple[Value, ...]]:
        names = [one.name for one in self.columns]
        for row in rows:
            yield tuple(self.export_value(name, row.cells.get(name)) for name in names)

    def _said(self, text: object) -> str:
        return str(translate(text, context=self.request))
