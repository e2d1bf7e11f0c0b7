"""``<content>/etape``: takes a step; sending back asks for a word first."""

from communes.core.shell.acting import Act
from communes.web.api.transition import do_step
from communes.web.domain.states import STATE_LABELS
from communes.web.domain.states import WebState
from communes.web.i18n import _


class Step(Act):
    """``POST`` with ``etape``, and ``comment`` for who wrote it."""

    def act(self) -> dict:
        """Take the step; twice the same is refused by the state it leads to."""
        comment = self.given("comment").strip()
        state = do_step(self.context, self.given("etape"), comment)
        mapping = {
            "title": self.context.title,
            "state": STATE_LABELS[WebState(state)].lower(),
        }
        said = _(
            "step_done",
            default="« ${title} » est maintenant ${state}.",
            mapping=mapping,
        )
        return {"message": said}
