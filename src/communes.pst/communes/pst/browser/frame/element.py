"""What surrounds every tab of an element: what it is, where it stands, what is next."""

from collections.abc import Sequence
from communes.core.annexes.api import annexes_of
from communes.core.errors.i18n import to_sentence
from communes.core.parts.domain.heading import head_and_menu
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Step
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.pst.api import reading
from communes.pst.api.element import element_record
from communes.pst.api.element import element_revision
from communes.pst.api.element import kinds_below
from communes.pst.api.element import LINKS
from communes.pst.api.figures import Figures
from communes.pst.api.figures import figures
from communes.pst.api.moving import may_put
from communes.pst.api.transition import Transition
from communes.pst.api.transition import transitions
from communes.pst.browser import words
from communes.pst.browser.element.life import steps_of
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Action as ActionRecord
from communes.pst.domain.element import Element
from communes.pst.domain.element import Steered
from communes.pst.domain.reference import reference
from communes.pst.i18n import _
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message


#: Steps that carry the work forward; the first one open is the main button.
FORWARD = frozenset(
    {
        *("begin", "achieve", "set_to_be_scheduled", "finish"),
        *("do_to_assign", "do_to_do", "do_in_progress", "do_realized", "do_closed"),
    }
)


class ElementFrame(BrowserView):
    """Base of the tabs of an element; set ``tab``."""

    tab = "view"
    wants_patterns = False
    tabs_label = _("element_tabs", default="L'élément")

    @property
    def page_title(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return self.context.title

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @cached_property
    def uid(self) -> str:
        return self.context.UID()

    @cached_property
    def plan(self):
        return reading.plan_around(self.context)

    @cached_property
    def figures(self) -> Figures:
        return figures(self.plan)

    @cached_property
    def record(self) -> Element:
        """The element with its texts."""
        return element_record(self.context)

    @cached_property
    def kind(self) -> Kind:
        return reading.kind(self.context)

    @cached_property
    def state(self) -> str:
        return reading.state(self.context)

    @cached_property
    def names(self) -> reading.Names:
        return reading.names(api.portal.get())

    @property
    def revision(self) -> str:
        return str(element_revision(self.context))

    @property
    def may_edit(self) -> bool:
        """Whether this person writes the element."""
        return reading.may_do("Modify portal content", self.context)

    @property
    def steered(self) -> bool:
        """Whether the element has tables: an objective or an action."""
        return isinstance(self.record, Steered)

    @property
    def trail(self) -> Sequence[Crumb]:
        tree, seen = self.figures.tree, self.figures.seen
        places = []
        for one in tree.above(self.uid):
            path = seen.get(one.id)
            url = self.request.physicalPathToURL(path) if path else ""
            title = words.titled(one) if path else reference(one)
            places.append(Crumb(title, url))
        return (*words.trail(self.plan), *places)

    @property
    def identity(self) -> str:
        """Level, reference, and how far it is."""
        far = ""
        if self.kind not in (Kind.PART,):
            far = words.percent(self.figures.percent(self.uid))
        said = (words.kind_word(self.kind), reference(self.record), far)
        return words.joined(said, self.request)

    @property
    def tags(self) -> list:
        found = [words.state_tag(self.kind, self.state)]
        if isinstance(self.record, ActionRecord) and self.record.health != Health.GOOD:
            found.append(words.health_tag(self.record.health))
        late = self.figures.days_late(self.uid)
        if late:
            found.append(words.late_tag(late))
        elif self.figures.begins_late(self.uid):
            found.append(Tag(words.BEGINS_LATE, "late"))
        return [one for one in found if one is not None]

    @cached_property
    def steps(self) -> list[Step]:
        """The life of the element, and where it stands."""
        return steps_of(self.kind, self.state)

    @cached_property
    def annexes(self) -> list:
        return annexes_of(self.context)

    @property
    def tabs(self) -> list[Tab]:
        found = [("view", _("tab_sheet", default="Fiche"), "")]
        record = self.record
        if self.steered:
            found += [
                ("moyens", _("tab_budget", default="Budget"), ""),
                (
                    "indicateurs",
                    _("tab_indicators", default="Indicateurs"),
                    _count(record.indicators),
                ),
                ("risques", _("tab_risks", default="Risques"), _count(record.risks)),
            ]
        if isinstance(record, ActionRecord):
            links = (*record.depends_on, *self.figures.tree.links_to(self.uid))
            found.append(("liens", _("tab_links", default="Liens"), _count(links)))
        if self.kind not in (Kind.PART, Kind.ACTION_LINK, Kind.SUB_ACTION_LINK):
            found.append(
                ("annexes", _("tab_annexes", default="Annexes"), _count(self.annexes))
            )
        found.append(("historique", _("tab_history", default="Historique"), ""))
        return [
            Tab(title, f"{self.url}/{name}", name == self.tab, count)
            for name, title, count in found
        ]

    @cached_property
    def open_steps(self) -> list[Transition]:
        return transitions(self.context)

    @property
    def actions(self) -> list[Action]:
        """The buttons of the head: the main step last."""
        return self._buttons[0]

    @property
    def more_actions(self) -> list[Action]:
        """What stands in the menu beside them."""
        return self._buttons[1]

    @cached_property
    def _buttons(self) -> tuple[list[Action], list[Action]]:
        """What may be done here: forward, what to add, then what is done rarely."""
        forward = [one for one in self.open_steps if one.id in FORWARD]
        found: list[Action] = []
        for step in forward:
            main = not any(one.primary for one in found)
            found.append(self._action(step, primary=main and step.available))
        kinds = sorted(kinds_below(self.context), key=lambda kind: kind in LINKS)
        found += [self._adding(kind) for kind in kinds]
        found += [self._action(one) for one in self.open_steps if one not in forward]
        found += [*self._moving(), *self._deleting()]
        return head_and_menu(found)

    def _action(self, step: Transition, *, primary: bool = False) -> Action:
        url = f"{self.url}/etape"
        title = step_title(self.kind, step)
        if not step.available:
            told = [to_sentence(one, self.request) for one in step.reasons]
            why = _(
                "not_possible",
                default="« ${step} » n'est pas encore possible. ${why}",
                mapping={
                    "step": words.said(title, self.request),
                    "why": words.briefly(told),
                },
            )
            return Action(title, why=why)
        if step.backwards:
            return Action(title, f"{url}?etape={step.id}", primary=primary)
        values = {"etape": step.id}
        return Action(title, url, primary=primary, method="post", values=values)

    def _adding(self, kind: Kind) -> Action:
        said = _(
            "add_kind",
            default="Ajouter : ${kind}",
            mapping={"kind": words.said(words.kind_word(kind), self.request).lower()},
        )
        return Action(said, f"{self.url}/nouveau?niveau={kind.value}")

    def _moving(self) -> list[Action]:
        if not may_put(self.context):
            return []
        return [Action(_("button_move", default="Déplacer"), f"{self.url}/deplacer")]

    def _deleting(self) -> list[Action]:
        if not reading.may_do("Delete objects", self.context):
            return []
        return [
            Action(
                _("delete", default="Supprimer"),
                f"{self.url}/supprimer",
                danger=True,
                method="post",
                values={"revision": self.revision},
                confirm=_(
                    "delete_confirm",
                    default="Supprimer « ${title} » ? Son numéro ne sera plus donné.",
                    mapping={"title": self.context.title},
                ),
            )
        ]

    def element_url(self, id: str) -> str:
        """Return the address of an element; empty when the person may not see it."""
        path = self.figures.seen.get(id)
        return self.request.physicalPathToURL(path) if path else ""

    def element_title(self, id: str) -> str:
        """Return what an element is called; its reference only when it is hidden."""
        element = self.figures.tree.elements.get(id)
        if element is None:
            return ""
        return words.titled(element) if id in self.figures.seen else reference(element)


def step_title(kind: Kind, step: Transition) -> Message:
    """Return the words of the button of a step."""
    return words.step_word(kind, step.id)


def _count(things: Sequence) -> str:
    return str(len(things)) if things else ""
