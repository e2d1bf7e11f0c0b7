"""On the dashboard: signatures awaited, things to do, acts the supervision holds."""

from communes.core.dashboards.blocks import Task
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import deadline
from communes.deliberations.api import follow_up
from communes.deliberations.api import signing
from communes.deliberations.api import tutelle
from communes.deliberations.browser.waiting import Waiting
from communes.deliberations.i18n import _
from datetime import date


#: The most urgent of each kind; the pages of the items tell the rest.
SHOWN = 5


class SequelWaiting(Waiting):
    """Three questions to the catalogue, whatever the number of items."""

    order = 60

    def tasks(self) -> list[Task]:
        """Return what is to sign, what is to do, what the supervision holds."""
        return [*self._to_sign(), *self._to_do(), *self._supervised()]

    def _to_sign(self) -> list[Task]:
        word = Tag(_("task_sign", default="À signer"), "wait")
        return [
            Task(
                one.title,
                self.url(one.path),
                _("signature", default="Signature"),
                word,
            )
            for one in signing.awaiting_me()[:SHOWN]
        ]

    def _to_do(self) -> list[Task]:
        today = date.today()
        word = Tag(_("follow_up_todo", default="À apporter"), "wait")
        gone = Tag(_("follow_up_late", default="En retard"), "late")
        return [
            Task(
                one.title,
                f"{self.url(one.path)}/suites",
                _("follow_up", default="Suivi de la décision"),
                gone if one.late(today) else word,
                one.until,
                deadline(one.until, today) if one.until else "",
                one.late(today),
            )
            for one in follow_up.my_follow_up()[:SHOWN]
        ]

    def _supervised(self) -> list[Task]:
        today = date.today()
        word = Tag(_("task_tutelle", default="Tutelle"), "wait")
        waits = _("tutelle_waits", default="Réponse de la tutelle attendue")
        to_send = _("tutelle_to_send", default="À transmettre à la tutelle")
        return [
            Task(
                one.title,
                f"{self.url(one.path)}/suites",
                to_send if one.deadline is None else waits,
                word,
                one.deadline,
                "" if one.deadline is None else deadline(one.deadline, today),
            )
            for one in tutelle.awaited_from_tutelle()[:SHOWN]
        ]
