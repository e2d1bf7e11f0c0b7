"""Where a content stands on its way to citizens, and the steps one may take."""

from communes.core.errors.i18n import to_sentence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from communes.web.api.transition import do_step
from communes.web.api.transition import transitions
from communes.web.domain.states import STATE_LABELS
from communes.web.domain.states import WebState
from communes.web.i18n import _
from plone import api
from typing import Any
from zope.globalrequest import getRequest


_KINDS = {
    WebState.PRIVATE: "off",
    WebState.PROPOSED: "wait",
    WebState.PUBLISHED: "ok",
    WebState.ARCHIVED: "off",
}


def state_tag(content: Any) -> Tag:
    """Return the state of a content in a word."""
    state = WebState(api.content.get_state(content))
    return Tag(STATE_LABELS[state], _KINDS[state])


def step_actions(content: Any) -> list[Action]:
    """Return the steps the person may take, those that lack something with why."""
    url = content.absolute_url()
    return [
        Action(
            one.title,
            f"{url}/etape",
            primary=one.target == WebState.PUBLISHED.value,
            why=" ".join(to_sentence(each, getRequest()) for each in one.reasons),
            method="post",
            values={"etape": one.id},
        )
        for one in transitions(content)
    ]


class TakeStep(Act):
    """``<content>/etape``"""

    def act(self) -> dict[str, Any]:
        do_step(self.context, self.given("etape"), self.given("mot"))
        state = STATE_LABELS[WebState(api.content.get_state(self.context))]
        mapping = {"title": self.context.title, "state": state.lower()}
        said = _("step_done", default="« ${title} » est ${state}.", mapping=mapping)
        return {"message": said}
