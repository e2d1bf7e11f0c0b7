"""What is decided on the pages of those who look after an institution."""

from communes.core.shell.acting import Act
from communes.publications.api import managing
from communes.publications.i18n import _


class AcceptAct(Act):
    """Shows the items that are ticked."""

    def act(self) -> dict:
        managing.accept(self.context, self.many("points"))
        said = _("reception_accepted", default="Les points cochés sont publiés.")
        return {"message": said}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/reception"


class TurnBackAct(AcceptAct):
    """Forgets what waits, with a reason."""

    def act(self) -> dict:
        managing.turn_back(self.context, self.given("motif"))
        return {"message": _("reception_refused", default="La version est refusée.")}


class StepAct(AcceptAct):
    """Takes a meeting off the portal, or puts it back."""

    def act(self) -> dict:
        managing.take_step(self.context, self.given("passage"))
        return {"message": _("step_done", default="C'est fait.")}
