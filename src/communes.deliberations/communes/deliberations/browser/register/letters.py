"""The letter of an assembly: fetched, changed in an office suite, brought back."""

from communes.core.hardening.giving import give_out
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.shell.acting import Act
from communes.deliberations.api import letter
from communes.deliberations.browser.assembly_page import AssemblyPage
from communes.deliberations.browser.sequel.reading import file_of
from communes.deliberations.i18n import _
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class LettersPage(AssemblyPage):
    """``<assembly>/modeles-de-lettre``."""

    template = ViewPageTemplateFile("letters.pt")
    page_title = _("letters", default="Modèle de la lettre de notification")
    replace = Action(
        _("letter_replace", default="Remplacer le modèle"),
        method="submit",
        primary=True,
    )

    @property
    def fetch(self) -> Action:
        title = _("letter_fetch", default="Télécharger le modèle (ODT)")
        return Action(title, f"{self.url}/modele-de-lettre")

    @property
    def file_field(self) -> Field:
        return Field(
            "fichier",
            _("letter_file", default="Votre modèle (ODT)"),
            "file",
            required=True,
            help=_(
                "letter_help",
                default="Les champs s'écrivent ${fields}. Un champ inconnu est "
                "signalé, et l'ancien modèle reste en place.",
                mapping={"fields": "${objet}, ${seance}, ${decision}, ${destinataire}"},
            ),
        )


class LetterTemplate(BrowserView):
    """Gives the template out."""

    def __call__(self) -> bytes:
        return give_out(self.request.response, letter.letter_template(self.context))


class ReplaceLetter(Act):
    """Keeps another template."""

    def act(self) -> dict:
        given = file_of(self.request, "fichier") or b""
        letter.replace_letter_template(self.context, given)
        return {"message": _("letter_replaced", default="Le modèle est remplacé.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/modeles-de-lettre"


class Notification(BrowserView):
    """Gives the letter that notifies the decision of an item."""

    def __call__(self) -> bytes:
        to = self.request.form.get("destinataire", "")
        made = letter.notification(self.context, to if isinstance(to, str) else "")
        return give_out(self.request.response, made)
