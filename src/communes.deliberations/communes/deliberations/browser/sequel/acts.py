"""What is noted after a decision."""

from communes.core.parts.domain.reading import whole
from communes.core.shell.acting import Act
from communes.deliberations.api import follow_up
from communes.deliberations.api import tutelle
from communes.deliberations.browser.sequel.reading import day_of
from communes.deliberations.domain.tutelle.follow import TutelleFile
from communes.deliberations.i18n import _


class SequelAct(Act):
    """Comes back to the tab."""

    def back(self) -> str:
        return f"{self.context.absolute_url()}/suites"

    def day(self, name: str):
        """Return a day of the form, None when it is empty."""
        return day_of(self.given(name), name, required=False)


class AddFollowUp(SequelAct):
    """Notes one more thing to do."""

    def act(self) -> dict:
        follow_up.add_follow_up(
            self.context,
            self.given("texte"),
            self.given("service"),
            self.day("echeance"),
            self.revision,
        )
        return {"message": _("follow_up_added", default="Le suivi est ajouté.")}


class NoteFollowUp(SequelAct):
    """Notes that one thing is done, or to do again."""

    def act(self) -> dict:
        id = whole(self.given("suivi"), 0)
        if self.given("geste") == "reprendre":
            follow_up.reopen_follow_up(self.context, id, self.revision)
        else:
            report = self.given("rapport")
            follow_up.do_follow_up(self.context, id, report, self.revision)
        return {"message": _("follow_up_noted", default="Le suivi est noté.")}


class NoteTutelle(SequelAct):
    """Notes the supervision of the act."""

    def act(self) -> dict:
        file = TutelleFile(
            act=self.given("acte"),
            sent_on=self.day("transmis"),
            received_on=self.day("recu"),
            extended_on=self.day("proroge"),
            outcome=self.given("suite"),
            outcome_on=self.day("suite_le"),
            reference=self.given("reference"),
            remarks=self.given("remarques"),
        )
        tutelle.note_tutelle(self.context, file, self.revision)
        return {"message": _("tutelle_noted", default="La tutelle est notée.")}
