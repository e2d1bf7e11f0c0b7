"""What is done about minutes: drawn up, corrected, moved on, put to the approval."""

from communes.core.shell.acting import Act
from communes.deliberations.api import minutes as door
from communes.deliberations.i18n import _


class DrawUp(Act):
    """Draws the minutes up of a meeting that has none."""

    def act(self) -> dict:
        self.made = door.draw_up(self.context)
        return {"message": _("minutes_drawn", default="Le procès-verbal est établi.")}

    def back(self) -> str:
        made = getattr(self, "made", None)
        return (made or self.context).absolute_url()


class MinutesAct(Act):
    """Comes back to the minutes."""

    def back(self) -> str:
        return f"{self.context.absolute_url()}/view"


class MinutesStep(MinutesAct):
    """Takes a step of the minutes."""

    def act(self) -> dict:
        door.take_minutes_step(self.context, self.given("etape"))
        return {"message": _("minutes_stepped", default="C'est fait.")}


class Correct(MinutesAct):
    """Notes a correction."""

    def act(self) -> dict:
        door.correct(
            self.context, self.given("texte"), self.given("point"), self.revision
        )
        said = _("correction_noted", default="La correction est notée.")
        return {"message": said}


class PlanApproval(MinutesAct):
    """Puts the approval on the agenda of the next meeting."""

    def act(self) -> dict:
        item = door.plan_approval(self.context)
        said = _(
            "minutes_planned",
            default="Le point « ${title} » est prêt, procès-verbal joint.",
            mapping={"title": item.title},
        )
        return {"message": said}
