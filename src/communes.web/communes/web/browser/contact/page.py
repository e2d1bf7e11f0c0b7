"""A contact form as citizens use it: without a script, a third party or a puzzle."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.core.protection.api import check
from communes.web.api.contact_forms import may_edit
from communes.web.api.contact_forms import may_read_messages
from communes.web.api.contact_forms import record_of_form
from communes.web.api.contact_forms import write
from communes.web.browser.editing.offers import offers
from communes.web.browser.editing.offers import state_tags
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import text_of
from communes.web.domain.contact_form import ContactForm
from communes.web.domain.contact_form import LONGEST_MESSAGE
from communes.web.domain.contact_form import Message
from communes.web.i18n import _
from functools import cached_property
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.interface import alsoProvides


class ContactPage(FillingPage):
    """Says who reads the message; keeps what was typed when something is missing."""

    template = ViewPageTemplateFile("templates/contact.pt")
    done_template = ViewPageTemplateFile("templates/contacted.pt")
    guard = "contact"
    number = ""
    press = Action(
        _("contact_press", default="Envoyer le message"), method="submit", primary=True
    )

    @property
    def page_title(self) -> str:
        return str(self.context.title)

    @property
    def page_description(self) -> str:
        return self.context.description or ""

    @property
    def identity(self) -> str:
        return self.page_description

    @property
    def explanation(self) -> str:
        return self.context.introduction or ""

    @property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @property
    def cancel_url(self) -> str:
        return self.site_url

    @property
    def actions(self) -> list[Action]:
        """For who keeps the form: what was written, and its settings."""
        found = []
        if may_read_messages(self.context):
            title = _("contact_messages", default="Messages reçus")
            found.append(Action(title, f"{self.url}/messages"))
        if may_edit(self.context):
            found += offers(self.context, "reglages")
        return found

    @property
    def state_tags(self) -> list[Tag]:
        return state_tags(self.context)

    @cached_property
    def known(self) -> ContactForm:
        return record_of_form(self.context)

    def start(self) -> dict[str, Any]:
        # « ?sujet=voirie » opens the form at its subject, from a sheet of a service.
        asked = text_of(self.form, "sujet")
        return {"subject": asked if asked in self._ids else ""}

    @property
    def _ids(self) -> set[str]:
        return {one.id for one in self.known.subjects}

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        chosen = values.get("subject", "")
        subjects = self.known.subjects
        choices = tuple(Option(one.id, one.title, one.id == chosen) for one in subjects)
        prompt = Option("", _("contact_choose", default="Choisissez…"), not chosen)
        fields = [
            Field("subject", _("contact_subject", default="Votre message concerne"),
                  "select", required=True,
                  options=choices if len(choices) == 1 else (prompt, *choices)),
            Field("name", _("contact_name", default="Nom et prénom"),
                  value=values.get("name", ""), required=True, autocomplete="name"),
            Field("address", _("your_address", default="Votre adresse électronique"),
                  "email", values.get("address", ""), required=True,
                  autocomplete="email",
                  help=_("contact_address_help",
                         default="La réponse y arrive : relisez-la.")),
            Field("text", _("contact_text", default="Message"), "textarea",
                  values.get("text", ""), required=True, rows=10,
                  help=_("contact_text_help", default="${most} signes au plus.",
                         mapping={"most": f"{LONGEST_MESSAGE:,}".replace(",", " ")})),
            Field("consented", self.known.consent, "checkbox",
                  values.get("consented", ""), required=True),
        ]  # fmt: skip
        if self.context.copy_offered:
            fields.append(
                Field("copy", _("contact_copy", default="M'envoyer une copie"),
                      "checkbox", values.get("copy", ""),
                      help=_("contact_copy_help",
                             default="Un message qui contient des liens n'est pas "
                             "copié."))
            )  # fmt: skip
        return [Group("", fields)]

    def genuine(self) -> None:
        # The sealed moment in the page takes the place of a token.
        alsoProvides(self.request, IDisableCSRFProtection)
        check(self.request, self.guard)

    def keep(self, values: dict[str, Any]) -> str:
        message = Message(
            values["name"], values["address"], values["subject"], values["text"],
            bool(values["consented"]), bool(values.get("copy")),
        )  # fmt: skip
        self.number = write(self.site, self.context, message)
        self.template = self.done_template
        return ""
