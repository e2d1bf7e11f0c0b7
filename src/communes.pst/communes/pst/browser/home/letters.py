"""``/pst/rappels``: a person says whether they want the letters of reminder."""

from communes.core.shell.acting import Act
from communes.pst.api.reminding import choose_letters
from communes.pst.i18n import _
from plone import api


class ChooseLetters(Act):
    """Reads ``recevoir``: "1" to get them, nothing to get none."""

    def act(self) -> dict:
        wanted = self.given("recevoir") == "1"
        choose_letters(api.portal.get(), wanted)
        if wanted:
            return {"message": _("letters_started", default="Vous les recevrez.")}
        return {"message": _("letters_stopped", default="Vous n'en recevrez plus.")}
