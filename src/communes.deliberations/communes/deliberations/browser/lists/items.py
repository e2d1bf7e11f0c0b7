"""The items of an assembly: views as tabs, filters, steps taken in bulk."""

from collections.abc import Sequence
from communes.core.dashboards.interfaces import ListSource
from communes.core.dashboards.page import Cell
from communes.core.dashboards.page import ListPage
from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.organisation.api import services
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.writing import short_date
from communes.deliberations.api import reading
from communes.deliberations.api.assembly import assembly_settings
from communes.deliberations.api.listing import items_list
from communes.deliberations.api.meeting import meetings
from communes.deliberations.api.transition import do_transition
from communes.deliberations.api.transition import transitions
from communes.deliberations.api.waiting import waiting
from communes.deliberations.browser import words
from communes.deliberations.browser.lists.tracking import tracking_act
from communes.deliberations.browser.lists.tracking import tracking_bulk
from communes.deliberations.browser.lists.tracking import tracking_cell
from communes.deliberations.domain.choices import PRIVACY_LABELS
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from communes.deliberations.permissions import ADD_ITEM
from communes.deliberations.permissions import MANAGE_MEETING
from datetime import date
from functools import cached_property
from plone import api
from urllib.parse import urlencode


#: What a kind of waiting is called on a tab, and the step its rows usually take.
VIEWS = {
    "draft": (_("view_draft", default="En création"), "propose"),
    "correct": (_("view_correct", default="À corriger"), ""),
    "review": (_("view_review", default="À valider"), "validate"),
    "present": (_("view_present", default="À présenter"), "present"),
}


class ItemsPage(ListPage):
    """``<assembly>/view``: what waits for me first, then all the rest."""

    bulk_word = _("items_chosen", default="points choisis")
    empty_title = _("items_none", default="Aucun point ici.")
    empty_text = _(
        "items_none_text", default="Retirez un filtre, ou regardez sous « Tous »."
    )

    def source(self) -> ListSource:
        """Return the list of the assembly, with the meetings as choices."""
        return items_list(self.context)

    @property
    def title(self) -> str:
        return _(
            "items_of",
            default="Points – ${assembly}",
            mapping={"assembly": self.context.title},
        )

    @property
    def file_name(self) -> str:
        return f"points-{self.context.getId()}"

    @property
    def identity(self) -> str:
        total = self.answer.total
        mapping = {"count": total}
        if total < 2:
            return _("item_count_one", default="${count} point", mapping=mapping)
        return _("item_count", default="${count} points", mapping=mapping)

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail()

    @property
    def actions(self) -> list[Action]:
        url = self.context.absolute_url()
        found = [Action(_("meetings", default="Séances"), f"{url}/seances")]
        if reading.may_do(ADD_ITEM, self.context):
            title = _("scans_title", default="Documents numérisés")
            found.append(Action(title, f"{url}/numerisations"))
            title = _("new_item", default="Nouveau point")
            found.append(Action(title, f"{url}/nouveau-point", primary=True))
        return found

    @cached_property
    def mine(self) -> list:
        """What waits for the person in this assembly."""
        own = self.context.getId()
        return [one for one in waiting(api.portal.get()) if one.assembly == own]

    @property
    def tabs(self) -> list[Tab]:
        """The views this person needs; each is an address like any other filter."""
        found = [
            self._tab(VIEWS[one.kind][0], one.query, str(one.count))
            for one in self.mine
            if one.count or one.kind in ("review", "present")
        ]
        found += [
            self._tab(
                _(
                    "view_meeting",
                    default="Séance du ${day}",
                    mapping={"day": _day(row)},
                ),
                {"deliberations_meeting": row.uid},
            )
            for row in self._next_meetings()
        ]
        return [*found, self._tab(_("view_all", default="Tous"), {})]

    @property
    def bulk(self) -> tuple[Action, ...]:
        """The steps that make sense for what is shown."""
        steps = {VIEWS[one.kind][1]: VIEWS[one.kind][0] for one in self.mine}
        names = {
            "propose": _("bulk_propose", default="Proposer"),
            "validate": _("bulk_validate", default="Valider"),
            "present": _("bulk_present", default="Présenter à la prochaine séance"),
        }
        taken = [
            Action(names[step], method="submit", name="action", value=step, small=True)
            for step in names
            if step in steps
        ]
        return (*taken, *(tracking_bulk(self.context) if self.mine else ()))

    def run_bulk(self, action: str, uids: list[str]) -> str:
        """Take the step on each item; say how many, and why others not."""
        done, refused, act = 0, [], tracking_act(action)
        for item in reading.items_of(self.context, uids):
            try:
                if act is None:
                    do_transition(item, self._step(item, action))
                else:
                    act(item)
                done += 1
            except DomainError as error:
                said = sentence_of(error, self.request)
                refused.append(words.refused_line(item.title, said, self.request))
        return words.told(_handled(done), refused)

    def cell(self, name: str, value: object) -> Cell:
        """Return words for ids, and a tag for the state."""
        if name == "state" and value:
            return Cell(tag=words.item_tag(str(value), self.settings))
        if name == "modified" and isinstance(value, date):
            return Cell(short_date(value, date.today()))
        told = tracking_cell(name, value)
        if told is not None:
            return told
        if name == "labels":
            known = words.titles(self.settings.preparation.labels)
            return Cell(", ".join(known.get(one, one) for one in value or ()))
        if name in self.names:
            return Cell(self.names[name].get(str(value or ""), str(value or "")))
        return super().cell(name, value)

    @cached_property
    def settings(self):
        return assembly_settings(self.context)

    @cached_property
    def meetings(self) -> list:
        """The meetings of the assembly, by date; asked once for the page."""
        return list(meetings(self.context))

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """What the ids of a column are called."""
        dates = {row.uid: _day(row) for row in self.meetings}
        return {
            "service": words.titles(services(api.portal.get())),
            "category": words.titles(self.settings.categories),
            "privacy": {
                one.value: label(PRIVACY_LABELS, one) for one in PRIVACY_LABELS
            },
            "meeting": dates,
            "taken_over_by": next(
                (
                    dict(one.choices)
                    for one in self.listed.filters
                    if one.name == "taken_over_by"
                ),
                {},
            ),
        }

    def _step(self, item: object, action: str) -> str:
        """Return the step forward of an item: its level may come before validation."""
        if action != "validate":
            return action
        forward = [one.id for one in transitions(item) if not one.backwards]
        return forward[0] if forward else action

    def _next_meetings(self) -> list:
        found = [row for row in self.meetings if row.accepts_items]
        return found[:2] if reading.may_do(MANAGE_MEETING, self.context) else found[:1]

    def _tab(self, title: str, query: object, count: str = "") -> Tab:
        index_of = {one.index: one.name for one in self.listed.filters}
        pairs = [
            (f"f.{index_of[index]}", choice)
            for index, value in dict(query).items()
            if index in index_of
            for choice in ([value] if isinstance(value, str) else value)
        ]
        asked = {
            name: tuple(v for k, v in pairs if k == f"f.{name}")
            for name in index_of.values()
        }
        now = {name: self.query.filters.get(name, ()) for name in index_of.values()}
        url = f"{self.context.absolute_url()}/view"
        return Tab(
            title, f"{url}?{urlencode(pairs)}" if pairs else url, asked == now, count
        )


def _day(row: object) -> str:
    return short_date(row.date.date(), date.today())


def _handled(done: int) -> str:
    mapping = {"count": done}
    if done < 2:
        return _("bulk_done_one", default="${count} point traité.", mapping=mapping)
    return _("bulk_done", default="${count} points traités.", mapping=mapping)
