"""Taking a step of an element: at once, or after a page that asks for a word."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.core.shell.acting import Act
from communes.pst.api import reading
from communes.pst.api.transition import do_transition
from communes.pst.api.transition import Transition
from communes.pst.api.transition import transitions
from communes.pst.browser import words
from communes.pst.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Step(Act):
    """``GET`` asks for a remark; ``POST`` takes the step."""

    template = ViewPageTemplateFile("step.pt")
    wants_patterns = False

    def __call__(self) -> str:
        if self.request.method == "POST":
            return super().__call__()
        if self.step is None or not self.step.available:
            self.request.response.redirect(self.context.absolute_url())
            return ""
        return self.template()

    def act(self) -> dict:
        """Take the step; twice the same is refused by the state it leads to."""
        do_transition(self.context, self.given("etape"), self.given("comment").strip())
        word = words.state_word(reading.kind(self.context), reading.state(self.context))
        said = _(
            "step_done",
            default="C'est fait : « ${title} » est maintenant « ${state} ».",
            mapping={
                "title": self.context.title,
                "state": words.said(word, self.request),
            },
        )
        return {"message": said}

    @property
    def page_title(self) -> str:
        return words.step_word(reading.kind(self.context), self.step.id)

    @property
    def trail(self) -> list[Crumb]:
        plan = reading.plan_around(self.context)
        return [*words.trail(plan, self.context)]

    @cached_property
    def step(self) -> Transition | None:
        """The step asked for, None when it is not open to the person."""
        asked = self.given("etape")
        found = (one for one in transitions(self.context) if one.id == asked)
        return next(found, None)

    @property
    def fields(self) -> list[Field]:
        return [
            Field(
                "comment",
                _("your_remark", default="Votre remarque"),
                "textarea",
                help=_("your_remark_help", default="Elle sera lue dans l'historique."),
            )
        ]

    @property
    def answers(self) -> list[Action]:
        return [
            Action(
                self.page_title,
                primary=True,
                method="submit",
                name="etape",
                value=self.step.id,
            )
        ]
