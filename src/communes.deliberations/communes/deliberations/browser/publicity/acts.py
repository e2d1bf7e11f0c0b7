"""What is decided on the pages of the review and of the publication."""

from communes.core.shell.acting import Act
from communes.deliberations.api import publicity
from communes.deliberations.api import review
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.i18n import _


class ReviewAct(Act):
    """Masks, leaves, names, or says that all was read."""

    def act(self) -> dict:
        deeds = {
            "masquer": self._mask,
            "laisser": self._leave,
            "objet": self._title,
            "annexe": self._annex,
            "fait": self._finish,
        }
        return {"message": deeds.get(self.given("geste"), self._finish)()}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/publicite"

    def _mask(self) -> str:
        review.mask(self.context, self.given("passage"), self.revision)
        return _("review_masked", default="Le passage est masqué pour le public.")

    def _leave(self) -> str:
        review.leave(self.context, self.given("passage"), self.revision)
        return _("review_left", default="Le passage reste lisible.")

    def _title(self) -> str:
        title = self.given("objet_public")
        review.set_public_title(self.context, title, self.revision)
        return _("review_titled", default="L'objet pour le public est enregistré.")

    def _annex(self) -> str:
        publishable = bool(self.given("publiable"))
        review.set_publishable(self.context, self.given("annexe"), publishable)
        return _("review_annexed", default="Le choix pour l'annexe est enregistré.")

    def _finish(self) -> str:
        review.finish_review(self.context, self.revision)
        return _("review_finished", default="La relecture est faite.")


class PublishAct(Act):
    """Publishes the meeting, or the chosen items of it."""

    def act(self) -> dict:
        stage = Stage.DECISION if self.given("etape") == "decision" else Stage.PROJECT
        items = self.many("points") or None
        made = publicity.publish(self.context, stage, items)
        said = _(
            "publication_done",
            default="La version ${version} est publiée.",
            mapping={"version": made.version},
        )
        return {"message": said}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/publication"


class WithdrawAct(Act):
    """Takes one published item away, with the reason the public reads."""

    def act(self) -> dict:
        publicity.withdraw(self.context, self.given("motif"))
        return {"message": _("publication_withdrawn", default="Le point est retiré.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/publicite"
