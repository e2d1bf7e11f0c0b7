"""What surrounds every tab of an item: who it is, where it stands, what may be done."""

from Acquisition import aq_parent
from collections.abc import Sequence
from communes.core.annexes.api import annexes_of
from communes.core.errors.i18n import to_sentence
from communes.core.organisation.api import services
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Step
from communes.core.parts.domain.values import Tab
from communes.deliberations.api import reading
from communes.deliberations.api.agenda import Place
from communes.deliberations.api.agenda import place_of
from communes.deliberations.api.assembly import assembly_settings
from communes.deliberations.api.item import item_revision
from communes.deliberations.api.transition import Transition
from communes.deliberations.api.transition import transitions
from communes.deliberations.browser import words
from communes.deliberations.browser.deleting.act import delete_actions
from communes.deliberations.browser.item.life import steps_of
from communes.deliberations.browser.more import more_actions
from communes.deliberations.browser.more import more_tabs
from communes.deliberations.domain.choices import POLL_TYPE_LABELS
from communes.deliberations.domain.choices import PRIVACY_LABELS
from communes.deliberations.domain.states import DECISIONS
from communes.deliberations.domain.states import ItemTransition
from communes.deliberations.domain.states import LEVEL_ENTRIES
from communes.deliberations.domain.workflow import CORRECTED
from communes.deliberations.i18n import _
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView


#: What a service or the secretariat does next; items are frozen with their meeting.
MAIN_STEPS = frozenset(
    {*LEVEL_ENTRIES.values(), ItemTransition.VALIDATE, ItemTransition.PRESENT}
    | set(CORRECTED.values())
)


class ItemFrame(BrowserView):
    """Base of the tabs of an item; set ``tab``."""

    tab = "view"
    wants_patterns = False
    tabs_label = _("item_tabs", default="Le point")

    @property
    def page_title(self) -> str:
        return self.context.title

    @cached_property
    def assembly(self):
        return aq_parent(self.context)

    @cached_property
    def settings(self):
        return assembly_settings(self.assembly)

    @cached_property
    def state(self) -> str:
        return reading.state(self.context)

    @cached_property
    def place(self) -> Place | None:
        """Where the item stands on an agenda."""
        return place_of(self.context)

    @cached_property
    def meeting(self):
        """The meeting of the item, None for whoever may not see it."""
        return reading.meeting_of_item(self.context)

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(self.assembly, self.meeting)

    @property
    def identity(self) -> str:
        """Number, reference, service and part of the meeting in one line."""
        item, request = self.context, self.request
        privacy = words.named(PRIVACY_LABELS, item.privacy)
        said = [
            words.item_number(self.place),
            item.reference,
            self.service_title(item.proposing_service),
            words.said(privacy, request).lower(),
        ]
        return words.joined(said, request)

    @property
    def tags(self) -> list:
        return [words.item_tag(self.state, self.settings)]

    @cached_property
    def known_services(self) -> dict[str, str]:
        return words.titles(services(api.portal.get()))

    def service_title(self, id: str | None) -> str:
        """Return the name of a service; its id when it exists no more."""
        return self.known_services.get(id or "", id or "")

    @cached_property
    def steps(self) -> list[Step]:
        """The life of the item, and where it stands."""
        levels = self.settings
        return steps_of(self.context.proposing_service or "", levels, self.state)

    @cached_property
    def annexes(self) -> list:
        return annexes_of(self.context)

    @property
    def reads_notes(self) -> bool:
        """Whether the person belongs to those who prepare the item."""
        return reading.may_do(VIEW_INTERNAL_NOTES, self.context)

    @property
    def tabs(self) -> list[Tab]:
        url = self.context.absolute_url()
        count = str(len(self.annexes)) if self.annexes else ""
        found = [
            Tab(
                _("deliberation", default="Délibération"),
                f"{url}/view",
                self.tab == "view",
            ),
            Tab(
                _("annexes", default="Annexes"),
                f"{url}/annexes",
                self.tab == "annexes",
                count,
            ),
            *more_tabs(self.context, self.request, self.tab),
        ]
        if self.reads_notes:
            title = _("item_history", default="Historique")
            found.append(Tab(title, f"{url}/historique", self.tab == "history"))
        return found

    @cached_property
    def open_steps(self) -> list[Transition]:
        return transitions(self.context)

    @property
    def actions(self) -> list[Action]:
        """The steps that may be taken, the first forward one as the main button."""
        found: list[Action] = []
        for step in self.open_steps:
            if step.id in DECISIONS:
                continue
            main = step.id in MAIN_STEPS and not any(one.primary for one in found)
            found.append(self._action(step, primary=main and step.available))
        question = _(
            "item_delete_confirm",
            default="Supprimer ce point et ses annexes ? Cela ne peut pas être défait.",
        )
        found += more_actions(self.context, self.request)
        revision = item_revision(self.context)
        found += delete_actions(self.context, revision, question)
        return sorted(
            [*found, *self._deciding()], key=lambda one: (one.primary, not one.danger)
        )

    def _deciding(self) -> list[Action]:
        """One button for all decisions: they are taken where the votes are."""
        decisions = [step for step in self.open_steps if step.id in DECISIONS]
        if not decisions or self.meeting is None:
            return []
        url = f"{self.meeting.absolute_url()}/scrutins?point={self.context.UID()}"
        title = _("vote_and_decide", default="Voter et décider")
        open_ones = any(step.available for step in decisions)
        if open_ones or self.state in {state.value for state in DECISIONS.values()}:
            return [Action(title, url, primary=True)]
        return [Action(title, url)]

    def _action(self, step: Transition, *, primary: bool) -> Action:
        url = f"{self.context.absolute_url()}/etape"
        title = words.step_title(step)
        if not step.available:
            why = words.briefly(
                [to_sentence(one, self.request) for one in step.reasons]
            )
            return Action(title, why=words.not_possible(title, why))
        if step.backwards or step.id == "present":
            return Action(title, f"{url}?etape={step.id}", primary=primary)
        values = {"etape": step.id}
        return Action(title, url, primary=primary, method="post", values=values)

    @property
    def facts(self) -> list[Fact]:
        """« En bref »."""
        item, settings = self.context, self.settings
        meeting_url = self.meeting.absolute_url() if self.meeting is not None else ""
        kinds = words.titles(settings.list_types)
        in_charge = ", ".join(map(self.service_title, item.groups_in_charge or ()))
        pairs = [
            Fact(_("meeting", default="Séance"), self._meeting_words(), meeting_url),
            Fact(
                _("proposed_by", default="Proposé par"),
                self.service_title(item.proposing_service),
            ),
            Fact(_("in_charge", default="En charge"), in_charge),
            Fact(
                _("category", default="Catégorie"),
                words.category_title(self.assembly, item.category),
            ),
            Fact(
                _("list_type", default="Type de point"),
                kinds.get(item.list_type, item.list_type or ""),
            ),
            Fact(
                _("privacy", default="Publicité"),
                words.named(PRIVACY_LABELS, item.privacy),
            ),
            Fact(
                _("treatment", default="Traitement"),
                words.treatment(item.treatment),
            ),
            Fact(
                _("poll_type", default="Scrutin"),
                words.named(POLL_TYPE_LABELS, item.poll_type),
            ),
            Fact(_("urgency", default="Urgence"), words.urgency(item.urgency)),
            *self._relations(),
        ]
        return [pair for pair in pairs if pair.value]

    def _meeting_words(self) -> str:
        if self.place is None:
            return _("not_on_agenda", default="Pas encore à l'ordre du jour")
        return f"{words.capital(words.day_and_hour(self.place.date))}"

    def _relations(self) -> list[Fact]:
        """The items this one continues, and those that continue it."""
        item = self.context
        found = [Fact(_("goes_to", default="Ira vers"), self._targets())]
        origin = item.origin or item.origin_url
        term = _("item_origin", default="Dossier d'origine")
        found.append(Fact(term, origin, item.origin_url))
        for term, uids in (
            (_("comes_from", default="Vient de"), [item.predecessor_uid]),
            (_("followed_by", default="Suite"), item.successor_uids or ()),
        ):
            for other in filter(
                None, (api.content.get(UID=uid) for uid in uids if uid)
            ):
                where = f"{aq_parent(other).title} : {other.title}"
                found.append(Fact(term, where, other.absolute_url()))
        return found

    def _targets(self) -> str:
        from_settings = self.assembly.aq_parent
        wanted = [from_settings.get(id) for id in self.context.send_to or ()]
        return ", ".join(one.title for one in wanted if one is not None)
