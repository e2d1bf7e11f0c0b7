"""``<plan>/evaluations``: open one, answer objective by objective, close and freeze."""

from communes.core.errors.i18n import to_sentence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import short_date
from communes.core.shell.acting import Act
from communes.pst.api import reading
from communes.pst.api.evaluating import answer
from communes.pst.api.evaluating import campaigns
from communes.pst.api.evaluating import close_campaign
from communes.pst.api.evaluating import close_obstacles
from communes.pst.api.evaluating import conclude
from communes.pst.api.evaluating import may_answer
from communes.pst.api.evaluating import open_campaign
from communes.pst.browser import words
from communes.pst.browser.frame.plan import PlanFrame
from communes.pst.domain.errors import InvalidValue
from communes.pst.domain.evaluation import Campaign
from communes.pst.domain.evaluation import expected
from communes.pst.domain.evaluation import OCCASION_LABELS
from communes.pst.domain.evaluation import suggested
from communes.pst.domain.evaluation import tally
from communes.pst.domain.evaluation import Verdict
from communes.pst.domain.evaluation import VERDICT_LABELS
from communes.pst.domain.report import words_of
from communes.pst.domain.snapshot import figures as frozen_figures
from communes.pst.i18n import _
from communes.pst.i18n import label
from datetime import date
from functools import cached_property
from html import escape
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


_KINDS = {
    Verdict.REACHED: "ok",
    Verdict.ON_COURSE: "info",
    Verdict.BEHIND: "late",
    Verdict.NOT_BEGUN: "wait",
    Verdict.GIVEN_UP: "off",
}
_TOLD = 3


class Evaluations(PlanFrame):
    """Each evaluation with what is said and what is still to say."""

    tab = "evaluations"
    template = ViewPageTemplateFile("page.pt")
    empty_title = _("evaluations_none", default="Aucune évaluation.")
    empty_text = _(
        "evaluations_none_text",
        default="Le programme s'évalue au moins à mi-législature et à son terme.",
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def may_read(self) -> bool:
        return reading.may_do("List folder contents", self.context)

    @property
    def campaigns(self) -> list[dict]:
        found = campaigns(self.context) if self.may_read else []
        return [self._campaign(one) for one in reversed(found)]

    @property
    def opening(self) -> dict | None:
        """The form that opens an evaluation, for who keeps the plan."""
        if not self.manages:
            return None
        whys = tuple(
            Option(one.value, label(OCCASION_LABELS, one)) for one in OCCASION_LABELS
        )
        return {
            "summary": _("evaluation_open", default="Ouvrir une évaluation"),
            "address": f"{self.url}/evaluation-ouvrir",
            "values": {},
            "fields": [
                Field("occasion", _("evaluation_occasion", default="Occasion"),
                      "select", options=whys, required=True),
                Field("opens_on", _("evaluation_opens", default="Ouverte le"), "date",
                      date.today().isoformat(), required=True),
                Field("closes_on", _("evaluation_closes", default="À rendre pour le"),
                      "date", required=True),
            ],
            "action": Action(_("evaluation_open", default="Ouvrir une évaluation"),
                             method="submit"),
        }  # fmt: skip

    def _campaign(self, one: Campaign) -> dict:
        tree, today = self.figures.tree, self.figures.today
        counted = tally(tree, one)
        closed = bool(one.digest)
        return {
            "title": one.title,
            "about": _(
                "evaluation_days",
                default="du ${first} au ${last}",
                mapping={
                    "first": short_date(one.opens_on, today),
                    "last": short_date(one.closes_on, today),
                },
            ),
            "tag": Tag(_("evaluation_closed", default="Clôturée"), "off")
            if closed
            else Tag(_("evaluation_running", default="En cours"), "info"),
            "digest": one.digest,
            "tags": [
                Tag(f"{count} {self._word(verdict)}", _KINDS[verdict])
                for verdict, count in counted.items() if count
            ],
            "answers": [self._answer(one, id) for id in self._expected(one)],
            "conclusion": words_of(one.conclusion),
            "concluding": None if closed else self._concluding(one),
            "actions": self._actions(one, closed),
        }  # fmt: skip

    def _word(self, verdict: Verdict) -> str:
        return words.said(label(VERDICT_LABELS, verdict), self.request)

    def _expected(self, one: Campaign) -> list[str]:
        seen = self.figures.seen
        return [id for id in expected(self.figures.tree, one) if id in seen]

    def _answer(self, one: Campaign, id: str) -> dict:
        said = next((each for each in one.answers if each.element == id), None)
        asked = None
        if not one.digest and may_answer(self.context, id):
            asked = self._asking(one, id, said)
        tag = Tag(_("evaluation_to_say", default="À évaluer"), "wait")
        if said is not None:
            tag = Tag(label(VERDICT_LABELS, said.verdict), _KINDS[said.verdict])
        return {
            "title": self.element_title(id),
            "url": self.element_url(id),
            "tag": tag,
            "text": words_of(said.text) if said else "",
            "entry": asked,
        }

    @cached_property
    def _frozen(self) -> dict:
        return dict(frozen_figures(self.figures.tree, self.figures.today))

    def _asking(self, one: Campaign, id: str, said: object) -> dict:
        tree, today = self.figures.tree, self.figures.today
        now = (
            said.verdict
            if said
            else suggested(tree.element(id), self._frozen[id], today)
        )
        choices = tuple(
            Option(each.value, label(VERDICT_LABELS, each), each is now)
            for each in VERDICT_LABELS
        )
        mark = f"{one.id}-{id}"
        return {
            "summary": _("evaluation_answer", default="Évaluer"),
            "address": f"{self.url}/evaluation-repondre",
            "values": {"evaluation": one.id, "element": id},
            "fields": [
                Field(f"{mark}.verdict", _("evaluation_verdict", default="Constat"),
                      "select", options=choices, required=True,
                      help=_("evaluation_verdict_help",
                             default="Proposé d'après l'avancement et l'échéance.")),
                Field(f"{mark}.text", _("evaluation_text", default="Explication"),
                      "textarea", words_of(said.text) if said else "", required=True),
            ],
            "action": Action(_("button_save", default="Enregistrer"), method="submit"),
        }  # fmt: skip

    def _concluding(self, one: Campaign) -> dict | None:
        if not self.manages:
            return None
        return {
            "summary": _("evaluation_conclude",
                         default="Écrire la conclusion du Collège"),
            "address": f"{self.url}/evaluation-conclure",
            "values": {"evaluation": one.id},
            "fields": [
                Field(f"{one.id}.conclusion",
                      _("evaluation_conclusion", default="Conclusion"), "textarea",
                      words_of(one.conclusion), rows=6)
            ],
            "action": Action(_("button_save", default="Enregistrer"), method="submit"),
        }  # fmt: skip

    def _actions(self, one: Campaign, closed: bool) -> list[Action]:
        url = f"{self.url}/document-faire?rapport=evaluation&evaluation={one.id}"
        found = [
            Action(_("report_pdf", default="Rapport (PDF)"), f"{url}&forme=pdf"),
            Action(_("report_odt", default="Rapport (ODT)"), f"{url}&forme=odt"),
        ]
        if closed or not self.manages:
            return found
        title = _("evaluation_close", default="Clôturer et figer")
        reasons = close_obstacles(self.context, one.id)
        if reasons:
            told = [to_sentence(why, self.request) for why in reasons[:_TOLD]]
            more = len(reasons) - _TOLD
            if more > 0:
                said = _("and_more", default="Et ${count} de plus.",
                         mapping={"count": more})  # fmt: skip
                told.append(words.said(said, self.request))
            return [*found, Action(title, why=words.briefly(told))]
        confirm = _(
            "evaluation_close_confirm",
            default="Clôturer ? Le programme est figé tel qu'il est aujourd'hui.",
        )
        close = Action(title, f"{self.url}/evaluation-cloturer", primary=True,
                       method="post", values={"evaluation": one.id},
                       confirm=confirm)  # fmt: skip
        return [*found, close]


class _Evaluate(Act):
    """Base of the acts; they lead back to the page."""

    def back(self) -> str:
        return f"{self.context.absolute_url()}/evaluations"


class OpenCampaign(_Evaluate):
    """Opens an evaluation."""

    def act(self) -> dict:
        open_campaign(
            self.context,
            self.given("occasion"),
            self._day("opens_on"),
            self._day("closes_on"),
        )
        said = _(
            "evaluation_opened",
            default="L'évaluation est ouverte : chaque responsable peut répondre.",
        )
        return {"message": said}

    def _day(self, name: str) -> date:
        try:
            return date.fromisoformat(self.given(name))
        except ValueError as wrong:
            text = self.given(name)
            raise InvalidValue(field=name, value=text, expected="un jour") from wrong


class GiveAnswer(_Evaluate):
    """Says what became of one objective."""

    def act(self) -> dict:
        id, element = self.given("evaluation"), self.given("element")
        mark = f"{id}-{element}"
        verdict, text = self.given(f"{mark}.verdict"), self.given(f"{mark}.text")
        answer(self.context, id, element, verdict, f"<p>{_escaped(text)}</p>")
        return {"message": _("saved", default="Enregistré.")}


class Conclude(_Evaluate):
    """Writes the conclusion of the college."""

    def act(self) -> dict:
        id = self.given("evaluation")
        text = self.given(f"{id}.conclusion")
        conclude(self.context, id, f"<p>{_escaped(text)}</p>" if text.strip() else "")
        return {"message": _("saved", default="Enregistré.")}


class CloseCampaign(_Evaluate):
    """Closes an evaluation and freezes the plan."""

    def act(self) -> dict:
        close_campaign(self.context, self.given("evaluation"))
        said = _(
            "evaluation_done",
            default="L'évaluation est clôturée et le programme figé à ce jour.",
        )
        return {"message": said}


def _escaped(text: str) -> str:
    return escape(text.strip())
