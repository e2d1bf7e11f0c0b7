"""What became of every field of an element: when, by whom, from what to what."""

from communes.core.parts.domain.values import Event
from communes.core.parts.domain.writing import amount
from communes.core.parts.domain.writing import hour
from communes.core.parts.domain.writing import short_date
from communes.pst.api import reading
from communes.pst.browser import words
from communes.pst.browser.frame.element import ElementFrame
from communes.pst.i18n import _
from datetime import date
from decimal import Decimal
from lxml.html import fromstring
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.schema import getFields


#: Fields no schema names, and what they are called.
TABLES = {
    "state": _("column_state", default="Étape"),
    "position": _("field_position", default="Place"),
    "parent": _("field_parent", default="Emplacement"),
    "budget": _("tab_budget", default="Budget"),
    "indicators": _("tab_indicators", default="Indicateurs"),
    "risks": _("tab_risks", default="Risques"),
    "split": _("field_split", default="Répartition"),
    "depends_on": _("field_depends_on", default="Dépendances"),
    "override": _("field_override", default="Avancement dit"),
    "articles": _("field_articles", default="Articles budgétaires"),
    "projections": _("field_projections", default="Projections"),
}
_LONG = 120


class History(ElementFrame):
    """The last tab."""

    tab = "historique"
    template = ViewPageTemplateFile("history.pt")

    def __call__(self) -> str:
        return self.template()

    @property
    def events(self) -> list[Event]:
        """The changes, the newest first."""
        today = date.today()
        return [self._event(one, today) for one in reading.history(self.context)]

    def _event(self, change: object, today: date) -> Event:
        when = f"{short_date(change.at.date(), today)}, {hour(change.at)}"
        mapping = {
            "who": self.names.agents.get(change.by, change.by),
            "when": when,
        }
        detail = _("history_by", default="${who}, ${when}", mapping=mapping)
        if change.before is None:
            return Event(_("history_made", default="Créé"), detail)
        told = [
            self._told(name, change.before.get(name), value)
            for name, value in (change.after or {}).items()
            if name != "updated_on"
        ]
        return Event("; ".join(told), detail)

    def _told(self, name: str, before: object, after: object) -> str:
        fields = getFields(reading.schema(self.kind))
        title = fields[name].title if name in fields else TABLES.get(name, name)
        said = _(
            "history_change",
            default="${field} : ${before} → ${after}",
            mapping={
                "field": words.said(title, self.request),
                "before": self._value(name, before),
                "after": self._value(name, after),
            },
        )
        return words.said(said, self.request)

    def _value(self, name: str, value: object) -> str:
        if value in (None, "", [], 0):
            return "–"
        if name == "state":
            return words.said(words.state_word(self.kind, str(value)), self.request)
        if name == "budget":
            total = sum((one["amount"] for one in value), Decimal(0))
            return amount(total)
        if isinstance(value, date):
            return value.strftime("%d/%m/%Y")
        if isinstance(value, list) and value and isinstance(value[0], dict):
            names = (one.get("label") or one.get("title") or "" for one in value)
            return ", ".join(filter(None, names)) or str(len(value))
        if isinstance(value, list):
            return ", ".join(map(str, value))
        if isinstance(value, dict):
            return f"{value.get('progress')} %"
        text = str(value)
        if "<" in text:
            text = fromstring(f"<div>{text}</div>").text_content()
        return text if len(text) <= _LONG else f"{text[:_LONG]}…"
