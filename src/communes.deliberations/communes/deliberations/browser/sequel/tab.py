"""« Suites » of an item: what is to do after its decision, and the supervision."""

from communes.core.organisation.api import services
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import date_in_words
from communes.core.parts.domain.writing import deadline
from communes.core.parts.domain.writing import long_date
from communes.deliberations.api import follow_up
from communes.deliberations.api import reading
from communes.deliberations.api import register
from communes.deliberations.api import tutelle
from communes.deliberations.browser import words
from communes.deliberations.browser.interfaces import IMoreTab
from communes.deliberations.browser.item.frame import ItemFrame
from communes.deliberations.domain.follow_up.task import FollowUp
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.tutelle.act import acts
from communes.deliberations.domain.tutelle.act import KIND_LABELS
from communes.deliberations.domain.tutelle.act import TutelleKind
from communes.deliberations.domain.tutelle.follow import OUTCOME_LABELS
from communes.deliberations.domain.tutelle.follow import STANDING_LABELS
from communes.deliberations.domain.tutelle.follow import TutelleStanding
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


TUTELLE_KINDS = {
    TutelleStanding.TO_SEND: "wait",
    TutelleStanding.AWAITED: "wait",
    TutelleStanding.EXPIRED: "ok",
    TutelleStanding.ANSWERED: "ok",
}


@implementer(IMoreTab)
class SequelTab:
    """The tab, once an item is decided."""

    order = 70

    def __init__(self, item: object, request: object) -> None:
        self.item = item

    def tab(self, current: str) -> Tab | None:
        """Return the tab with how many things are still to do."""
        if reading.state(self.item) not in DECIDED_STATES:
            return None
        tasks, _revision = follow_up.follow_up(self.item)
        count = sum(one.done_on is None for one in tasks)
        url = f"{self.item.absolute_url()}/suites"
        title = _("tab_sequel", default="Suites")
        return Tab(title, url, current == "sequel", str(count) if count else "")


class ItemSequel(ItemFrame):
    """``<item>/suites``."""

    tab = "sequel"
    template = ViewPageTemplateFile("tab.pt")
    caption = _("follow_up", default="Suivi de la décision")
    empty_title = _("follow_up_none", default="Aucun suivi à apporter.")
    empty_text = _(
        "follow_up_none_text",
        default="Ce qu'il reste à faire après la décision apparaît ici, avec le "
        "service et l'échéance.",
    )
    add = Action(_("follow_up_add", default="Ajouter"), method="submit")
    keep = Action(_("button_save", default="Enregistrer"), method="submit")

    def __call__(self) -> str:
        return self.template()

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @cached_property
    def listed(self) -> tuple:
        return follow_up.follow_up(self.context)

    @cached_property
    def may_note(self) -> bool:
        """Whether the person keeps the meetings: they say what is to do."""
        decided = self.state in DECIDED_STATES
        return decided and follow_up.may_follow_up(self.context)

    @property
    def rows(self) -> list[dict]:
        """What is to do, then what was done."""
        tasks = sorted(self.listed[0], key=lambda one: one.done_on is not None)
        return [self._row(one) for one in tasks]

    def _row(self, task: FollowUp) -> dict:
        today = date.today()
        until = deadline(task.until, today) if task.until else ""
        tag = Tag(_("follow_up_todo", default="À apporter"), "wait")
        if task.done_on is not None:
            until = date_in_words(task.done_on)
            tag = Tag(_("follow_up_done", default="Apporté"), "ok")
        elif task.late(today):
            tag = Tag(_("follow_up_late", default="En retard"), "late")
        return {
            "text": task.text,
            "report": task.report,
            "service": self.service_title(task.service),
            "until": until,
            "tag": tag,
            "act": self._act(task),
        }

    def _act(self, task: FollowUp) -> Action | None:
        if not follow_up.may_do_follow_up(self.context, task):
            return None
        values = {"suivi": str(task.id), "revision": str(self.listed[1])}
        if task.done_on is not None:
            title, verb = _("follow_up_reopen", default="Reprendre"), "reprendre"
        else:
            title, verb = _("follow_up_do", default="C'est fait"), "faire"
        return Action(
            title, f"{self.url}/suivi-noter", small=True, method="post",
            values={**values, "geste": verb},
        )  # fmt: skip

    @property
    def task_fields(self) -> list[Field]:
        options = tuple(
            Option(one.id, one.title, one.id == self.context.proposing_service)
            for one in services(api.portal.get())
        )
        return [
            Field("texte", _("follow_up_text", default="À faire"), required=True),
            Field("service", _("follow_up_service", default="Par le service"), "select",
                  options=options, required=True),
            Field("echeance", _("follow_up_until", default="Pour le"), "date"),
        ]  # fmt: skip

    @cached_property
    def tutelle(self) -> tutelle.TutelleView:
        return tutelle.tutelle(self.context)

    @property
    def tutelle_tag(self) -> Tag | None:
        standing = self.tutelle.standing
        if standing is None:
            return None
        return Tag(label(STANDING_LABELS, standing), TUTELLE_KINDS[standing])

    @property
    def tutelle_facts(self) -> list[Fact]:
        """The act, its kind, the days, what it means for the act."""
        seen = self.tutelle
        if seen.act is None:
            return []
        file = seen.file
        days = (
            (_("tutelle_sent", default="Transmis le"), file.sent_on),
            (_("tutelle_received", default="Reçu par la tutelle le"), file.received_on),
            (_("tutelle_extended", default="Délai prorogé le"), file.extended_on),
            (_("tutelle_outcome_on", default="Suite donnée le"), file.outcome_on),
        )
        return [
            Fact(_("tutelle_act", default="Acte"), seen.act.title),
            Fact(
                _("tutelle_kind", default="Tutelle"),
                label(KIND_LABELS, TutelleKind(seen.act.kind)),
            ),
            *(Fact(term, date_in_words(day)) for term, day in days if day is not None),
            Fact(_("tutelle_effect", default="Effet"), seen.effect),
        ]

    @property
    def alarm(self) -> dict | None:
        """The last day of the supervision, with its calculation."""
        last = self.tutelle.deadline
        if last is None or self.tutelle.file.outcome:
            return None
        return {
            "title": _(
                "tutelle_deadline",
                default="La tutelle répond au plus tard le ${day}",
                mapping={"day": long_date(last.date)},
            ),
            "facts": [
                Fact(last.rule, words.said(one, self.request)) for one in last.steps
            ],
        }

    @property
    def tutelle_fields(self) -> list[Field]:
        file = self.tutelle.file
        none = Option("", _("tutelle_none", default="Pas soumis à la tutelle"))
        chosen = tuple(
            Option(
                one.id,
                one.title,
                one.id == file.act,
            )
            for one in acts()
        )
        outcomes = tuple(
            Option(one.value, label(OUTCOME_LABELS, one), one.value == file.outcome)
            for one in OUTCOME_LABELS
        )
        return [
            Field("acte", _("tutelle_act", default="Acte"), "select",
                  options=(none, *chosen), required=True),
            Field("transmis", _("tutelle_sent", default="Transmis le"), "date",
                  _iso(file.sent_on)),
            Field("recu", _("tutelle_received", default="Reçu par la tutelle le"),
                  "date", _iso(file.received_on)),
            Field("proroge", _("tutelle_extended", default="Délai prorogé le"), "date",
                  _iso(file.extended_on)),
            Field("suite", _("tutelle_outcome", default="Suite donnée"), "select",
                  options=outcomes, required=True),
            Field("suite_le", _("tutelle_outcome_on", default="Suite donnée le"),
                  "date", _iso(file.outcome_on)),
            Field("reference", _("tutelle_reference", default="Référence"),
                  value=file.reference),
            Field("remarques", _("tutelle_remarks", default="Remarques"), "textarea",
                  file.remarks, rows=2),
        ]  # fmt: skip

    @property
    def letters(self) -> list[Action]:
        """The letter that notifies the decision, to finish in an office suite."""
        title = _("letter_notification", default="Lettre de notification (ODT)")
        url = f"{self.url}/notification"
        return [Action(title, url, small=True, icon="file-earmark-text")]

    @property
    def entry(self) -> list[Fact]:
        """The place of the deliberation in the register."""
        found = register.entry_of(self.context)
        if found is None:
            return []
        link = f"{self.assembly.absolute_url()}/registre?annee={found.year}"
        return [
            Fact(
                _("register_number", default="Numéro au registre"),
                found.shown,
                f"{link}&numero={found.number}",
            ),
            Fact(
                _("register_seal", default="Empreinte (SHA-256)"),
                found.sha256[:16] + "…",
            ),
        ]


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
